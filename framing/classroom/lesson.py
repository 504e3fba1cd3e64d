"""The lesson plan: timed steps, a starter, prompts, and what a teacher should know before the class reads."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from framing.classroom.paper import Paper, Steps
from framing.classroom.records import Find, Options, Sheet
from framing.packs.tomlfile import read_toml
from framing.report.blocks import Bullets, Heading, Note, Paragraph, Run, Table, Words, plain


def write_plan(
    event: str, sheets: Sequence[Sheet], practice: Sequence[Sheet], finds: Sequence[Find], options: Options
) -> Paper:
    """The plan for 45, 60 or 90 minutes; it names no outlet, so that it may lie on the desk."""
    plan = load_lesson()
    one, other = choose_headlines(sheets, finds)
    headlines = Note(
        "how",
        "For the board",
        tuple((Run(f"{sheet.letter}  ", "strong"), Run(sheet.opening)) for sheet in (one, other)),
    )
    return Paper(
        "lesson-plan.pdf",
        f"Lesson plan: {event}",
        f"{options.minutes} minutes · {len(sheets)} texts ({_letters(sheets)}) · for pupils of about 13 and older",
        (
            Paragraph(plain(GOAL), "lead"),
            _todo(plan["prepare"], blind=options.blind),
            *content_note(sheets, plan["content"]),
            Heading("The lesson, step by step"),
            headlines,
            Steps(tuple(timed_steps(options, practice))),
            Heading("Five questions for every text"),
            Table(
                "", ("Question", "Ask"),
                tuple(((Run(one["title"], "strong"),), plain(one["ask"])) for one in plan["question"]),
                widths=(1.0, 2.6), note=FIVE,
            ),
            Heading(plan["sensitive"]["title"]),
            *(Paragraph(plain(text)) for text in plan["sensitive"]["say"]),
            Heading("After the lesson"),
            Paragraph(plain(AFTER)),
        ),
    )  # fmt: skip


GOAL = (
    "Pupils can point to the words with which a text shapes a story, say whose words they are, and name good work "
    "when they see it. They do not have to decide who is right."
)
FIVE = "After the five key questions that the Center for Media Literacy (2005) made widely known; worded anew."
AFTER = (
    "Put the files that pupils saved into one folder, type what the paper groups marked into marks.csv "
    "(columns: code, text, line, words, tag, note), and run: framing class that-folder --articles this-folder --out "
    "class-report. You get what the class agreed on, where it and the tool differ, and three prompts for "
    "the next lesson."
)


def _todo(part: Mapping[str, Any], *, blind: bool) -> Note:
    return Note("how", part["title"], tuple((Run("☐ "), Run(text)) for text in _do(part, blind=blind)))


def _do(part: Mapping[str, Any], *, blind: bool) -> list[str]:
    """What to do in a part of the plan; more when the outlets' names are hidden."""
    return [*part["do"], *(part.get("blind_do", ()) if blind else ())]


def timed_steps(options: Options, practice: Sequence[Sheet] = ()) -> list[tuple[str, int, str, tuple[str, ...], str]]:
    """The steps of a plan with their time on the clock; together exactly `minutes`."""
    steps, clock = [], 0
    letters = " and ".join(one.letter for one in practice)
    where = f"text{'s' if len(practice) > 1 else ''} {letters}" if practice else "a text that they have not read"
    for step in load_lesson()["step"]:
        minutes = step["minutes"][str(options.minutes)]
        if minutes and step.get("blind", options.blind) == options.blind:
            at = f"{clock // 60}:{clock % 60:02d}"
            does = tuple(text.replace("{practice}", where) for text in _do(step, blind=options.blind))
            steps.append((at, minutes, step["title"], does, f"needs: {step['need']}"))
            clock += minutes
    return steps


def choose_headlines(sheets: Sequence[Sheet], finds: Sequence[Find]) -> tuple[Sheet, Sheet]:
    """The two texts whose headlines lie furthest apart: by the wordings in them, then by the wordings of the texts."""

    def lean(sheet: Sheet) -> tuple[float, float]:
        mine = [one for one in finds if one.letter == sheet.letter and one.kind == "cue"]
        top = [one.value for one in mine if one.line == 0]
        every = [one.value for one in mine if one.voice == "narrator"]
        return (sum(top) / max(1, len(top)), sum(every) / max(1, len(every)))

    ordered = sorted(sheets, key=lambda sheet: (*lean(sheet), sheet.letter))
    return ordered[0], ordered[-1]


def content_note(sheets: Sequence[Sheet], words: Mapping[str, Sequence[str]]) -> list[Note]:
    """What these texts mention that a class should hear of first, with lines; nothing when there is nothing."""
    items: list[Words] = []
    for about, listed in words.items():
        rule = re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", re.IGNORECASE)
        places = []
        for sheet in sheets:
            lines = sorted({sheet.line_at(hit.start()) for hit in rule.finditer(sheet.text)})
            if lines:
                told = ", ".join("headline" if line == 0 else str(line) for line in lines[:6])
                places.append(f"{sheet.letter} ({told}{', …' if len(lines) > 6 else ''})")
        if places:
            items.append((Run(f"{about[:1].upper()}{about[1:]}: ", "strong"), Run(f"{'; '.join(places)}")))
    if not items:
        return []
    return [Note("warning", "What the texts mention (text and lines)", (*items, plain(TELL)))]


TELL = "Tell the class before it reads, in one sentence. The list comes from single words, so read for yourself."


def guess_sheet(sheets: Sequence[Sheet]) -> Paper:
    """A sheet for guesses; it names no outlets, because the names would be half the answer."""
    rows = tuple((plain(sheet.letter), plain(""), plain(""), plain("1  2  3  4  5"), plain("")) for sheet in sheets)
    columns = ("Text", "What kind of outlet? From where, close to whom?", "Outlet, if you have an idea", "How sure?",
               "Which words gave it away? (line)")  # fmt: skip
    return Paper(
        "guess-sheet.pdf",
        "Who wrote it?",
        "The names of the outlets are hidden. Guess from the words alone.",
        (
            Table("", columns, tuple((*row,) for row in rows), widths=(0.35, 1.5, 1.2, 0.8, 1.6), note=HIDDEN),
            Heading("After the answers", 2),
            Bullets((plain("Which guess surprised you most?"), plain("Which words led you the wrong way?"),
                     plain("Would you have read the text differently, had you known who wrote it?"))),
        ),
        name_line=True,
    )  # fmt: skip


HIDDEN = "[outlet], [place and date] and [who wrote this] stand where something was hidden. Sure: 1 not at all, 5 very."


def privacy_page() -> Paper:
    """What is stored where, on one page."""
    part = load_lesson()["privacy"]
    rows = tuple(((Run(name, "strong"),), plain(says)) for name, says in part["rows"])
    return Paper(
        "privacy.pdf",
        part["title"],
        part["lead"],
        (Table("", ("What", "How it is"), rows, widths=(1.0, 3.2)), Paragraph(plain(part["foot"]))),
    )


def _letters(sheets: Sequence[Sheet]) -> str:
    return f"{sheets[0].letter}–{sheets[-1].letter}"


@cache
def load_lesson() -> dict[str, Any]:
    """The texts of the lesson plan."""
    return read_toml(Path(__file__).with_name("lesson.toml"))
