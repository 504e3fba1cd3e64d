"""What a lesson has beside its texts: plan, sheet for guesses, glossary, page on privacy; and an empty one to fill."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from framing.classroom.findings import on_sheet, say_line
from framing.classroom.paper import Asked, Entries, Paper, Step, Steps, letters_of
from framing.classroom.records import Lesson, LessonOptions, Sheet, SheetFinding, line_at
from framing.classroom.texts import load_texts
from framing.errors import UsageError
from framing.packs.loadedwords import load_loaded_words
from framing.report.blocks import Bullets, Heading, Note, Paragraph, Run, Table, Words, cells, plain


def write_plan(lesson: Lesson) -> Paper:
    """The plan for 45, 60 or 90 minutes; it names no outlet, so that it may lie on the desk."""
    plan, sheets, options = load_texts("lesson.toml"), lesson.sheets, lesson.options
    opening = choose_headlines(sheets, lesson.findings)
    prepare = _do(plan["prepare"], blind=options.blind)
    board = tuple((Run(f"{sheet.letter}  ", "strong"), Run(sheet.opening)) for sheet in opening)
    return Paper(
        "lesson-plan.pdf",
        f"Lesson plan: {lesson.title}",
        f"{options.minutes} minutes · {len(sheets)} texts ({letters_of(sheets)}) · for pupils of about 13 and older",
        (
            Paragraph(plain(plan["plan"]["goal"]), "lead"),
            Note("how", plan["prepare"]["title"], tuple((Run("☐ "), Run(text)) for text in prepare)),
            *content_note(sheets, plan["content"], plan["plan"]["tell"]),
            Heading("The lesson, step by step"),
            Note("how", "For the board", board),
            Steps(tuple(timed_steps(options, lesson.practice))),
            Heading("Five questions for every text"),
            Table(
                "", ("Question", "Ask"),
                tuple(cells((Run(one["title"], "strong"),), one["ask"]) for one in plan["question"]),
                widths=(1.0, 2.6), note=plan["plan"]["five"],
            ),
            Heading(plan["sensitive"]["title"]),
            *(Paragraph(plain(text)) for text in plan["sensitive"]["say"]),
            Heading("After the lesson"),
            Paragraph(plain(plan["plan"]["after"])),
        ),
    )  # fmt: skip


def _do(part: Mapping[str, Any], *, blind: bool) -> list[str]:
    """What to do in a part of the plan; more when the outlets' names are hidden."""
    return [*part["do"], *(part.get("blind_do", ()) if blind else ())]


def timed_steps(options: LessonOptions, practice: Sequence[Sheet] = ()) -> list[Step]:
    """The steps of a plan with their time on the clock; together exactly `minutes`."""
    steps, clock = [], 0
    letters = " and ".join(one.letter for one in practice)
    where = f"text{'s' if len(practice) > 1 else ''} {letters}" if practice else "a text that they have not read"
    for step in load_texts("lesson.toml")["step"]:
        minutes = step["minutes"][str(options.minutes)]
        if minutes and step.get("blind", options.blind) == options.blind:
            does = tuple(text.replace("{practice}", where) for text in _do(step, blind=options.blind))
            at = f"{clock // 60}:{clock % 60:02d}"
            steps.append(Step(at, minutes, step["title"], does, f"needs: {step['need']}"))
            clock += minutes
    return steps


def choose_headlines(sheets: Sequence[Sheet], findings: Sequence[SheetFinding]) -> tuple[Sheet, Sheet]:
    """The two texts whose headlines lie furthest apart: by the wordings in them, then by the wordings of the texts."""

    def lean(sheet: Sheet) -> tuple[float, float]:
        mine = on_sheet(findings, sheet.letter, "cue")
        top = [one.value for one in mine if one.line == 0]
        every = [one.value for one in mine if one.voice == "narrator"]
        return (sum(top) / max(1, len(top)), sum(every) / max(1, len(every)))

    ordered = sorted(sheets, key=lambda sheet: (*lean(sheet), sheet.letter))
    return ordered[0], ordered[-1]


def content_note(sheets: Sequence[Sheet], words: Mapping[str, Sequence[str]], tell: str) -> list[Note]:
    """What these texts mention that a class should hear of first, with lines; nothing when there is nothing."""
    items: list[Words] = []
    for about, listed in words.items():
        rule = re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", re.IGNORECASE)
        places = []
        for sheet in sheets:
            lines = sorted({line_at(sheet.lines, hit.start()) for hit in rule.finditer(sheet.text)})
            if lines:
                told = ", ".join(map(say_line, lines[:6]))
                places.append(f"{sheet.letter} ({told}{', …' if len(lines) > 6 else ''})")
        if places:
            items.append((Run(f"{about[:1].upper()}{about[1:]}: ", "strong"), Run("; ".join(places))))
    if not items:
        return []
    return [Note("warning", "What the texts mention (text and lines)", (*items, plain(tell)))]


def guess_sheet(sheets: Sequence[Sheet]) -> Paper:
    """A sheet for guesses; it names no outlets, because the names would be half the answer."""
    words = load_texts("lesson.toml")["guess"]
    rows = tuple(cells(sheet.letter, "", "", "1  2  3  4  5", "") for sheet in sheets)
    return Paper(
        "guess-sheet.pdf",
        words["title"],
        words["lead"],
        (
            Table("", tuple(words["columns"]), rows, widths=(0.35, 1.5, 1.2, 0.8, 1.6), note=words["note"]),
            Heading("After the answers", 2),
            Bullets(tuple(map(plain, words["after"]))),
        ),
        name_line=True,
    )


def before_after_sheet() -> Paper:
    """One sheet filled in twice, before the first and after the last lesson: what a pupil thinks, and a short task."""
    words = load_texts("lesson.toml")["before_after"]
    rows = tuple(cells(says, "1  2  3  4  5", "1  2  3  4  5") for says in words["statements"])
    tasks = [Asked(number, one["title"], one["ask"], lines=one["lines"]) for number, one in enumerate(words["task"], 1)]
    return Paper(
        "before-after.pdf",
        words["title"],
        words["lead"],
        (
            Table("", tuple(words["columns"]), rows, widths=(3.0, 1.0, 1.0), note=words["scale"]),
            Note("how", words["text_title"], (plain(words["text"]),)),
            *tasks,
            Paragraph(plain(words["foot"])),
        ),
        name_line=True,
    )


def privacy_page() -> Paper:
    """What is stored where, on one page."""
    part = load_texts("lesson.toml")["privacy"]
    rows = tuple(cells((Run(name, "strong"),), says) for name, says in part["rows"])
    return Paper(
        "privacy.pdf",
        part["title"],
        part["lead"],
        (Table("", ("What", "How it is"), rows, widths=(1.0, 3.2)), Paragraph(plain(part["foot"]))),
    )


def write_glossary(findings: Sequence[SheetFinding]) -> Paper:
    """The glossary of one lesson: what was found in its texts, and what every lesson speaks of."""
    used = {"always"}
    for one in findings:
        used |= {one.kind, f"{one.kind}/{one.label}", f"voice:{one.voice}", f"state:{one.detail.get('state', '')}"}
        if one.speaker.startswith("unnamed"):
            used.add("speaker:unnamed")
    entries = [entry for entry in load_texts("glossary.toml")["entry"] if used & set(entry["when"])]
    items = [(entry["term"], entry["says"], entry["example"]) for entry in entries]
    return Paper(
        "glossary.pdf",
        "Words about words",
        "What the terms on the worksheets mean. All examples are invented.",
        (Entries((*items, *_others(findings))),),
    )


def _others(findings: Sequence[SheetFinding]) -> list[tuple[str, str, str]]:
    """Kinds of loaded words that were found and have no entry, as the word list describes them."""
    known = {key for entry in load_texts("glossary.toml")["entry"] for key in entry["when"]}
    labels = sorted({one.label for one in findings if one.kind == "loaded"})
    categories = load_loaded_words().categories
    return [(label, categories.get(label, ""), "") for label in labels if f"loaded/{label}" not in known]


MANIFEST = "file,source,title,date,event,url\n"
MARKS = "code,text,line,words,tag,note\n"


def new_lesson(folder: str | Path) -> tuple[Path, ...]:
    """Makes the folder of a lesson and returns its files: README.md, articles/manifest.csv, marks/marks.csv.

    Raises:
        UsageError: the folder already holds something, or cannot be made.
    """
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} already holds something. Name a folder that does not exist yet.")
    readme = resources.files("framing.classroom").joinpath("templates", "lesson-readme.md").read_text("utf-8")
    files = {
        folder / "README.md": readme.replace("LESSON", folder.name or "lesson"),
        folder / "articles" / "manifest.csv": MANIFEST,
        folder / "marks" / "marks.csv": MARKS,
    }
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
    except OSError as problem:
        raise UsageError(f"{folder} cannot be made: {problem.strerror}. Choose another folder.") from problem
    return tuple(files)
