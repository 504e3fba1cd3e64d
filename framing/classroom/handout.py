"""write_handout(): the whole folder of one lesson."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from framing.classroom.blind import Masker
from framing.classroom.finds import find_all
from framing.classroom.glossary import write_glossary
from framing.classroom.key import key_data, write_key
from framing.classroom.lesson import guess_sheet, privacy_page, write_plan
from framing.classroom.paper import Asked, Paper, asked, check_options, data_of, print_text, typeset
from framing.classroom.questions import ask_questions
from framing.classroom.records import Find, Options, Question, Sheet
from framing.classroom.sheets import choose_practice, choose_texts, event_name, find_event, make_sheets, texts_of
from framing.report.blocks import Heading, Note, PageBreak, Paragraph, Run, Words, plain
from framing.report.pdf import open_typesetter
from framing.report.words import VOICES
from framing.report.write import move_into

if TYPE_CHECKING:
    from framing.compare import Comparison


SHORTEST = 80  # words of a text on worksheet 2, where one page holds the task and a text


@dataclass(frozen=True)
class Lesson:
    """Everything that the sheets of one lesson are made from."""

    event: str
    title: str  # the event for people
    sheets: tuple[Sheet, ...]
    practice: tuple[Sheet, ...]
    finds: tuple[Find, ...]  # on sheets and practice
    questions: tuple[Question, ...]
    masker: Masker | None
    options: Options


def write_handout(
    comparison: Comparison, out: str | Path, *, event: str = "", options: Options | None = None
) -> tuple[Path, ...]:
    """Writes the folder of a lesson and returns its files, sorted: sheets for pupils, plan, key, pages for the screen.

    `event` may be a part of an event's name; "" takes the event with most outlets. In blind mode outlets are named in
    answer-key.pdf, answer-key.json and reveal.html only. Either all files are written or none.

    Raises:
        UsageError: the event or an option is unknown.
        InputError: fewer than two outlets have a text on the event.
        MissingPartError: the fonts cannot print a script that the articles use.
    """
    options = options or Options()
    check_options(options)
    lesson = plan_lesson(comparison, event, options)
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".lesson-", dir=out) as aside:
        for name, content in _files(lesson):
            (Path(aside) / name).write_bytes(content)
        return tuple(move_into(out, Path(aside)))


def plan_lesson(comparison: Comparison, event: str, options: Options) -> Lesson:
    """Texts, findings and questions of a lesson."""
    event = find_event(comparison, event)
    texts = texts_of(comparison)
    masker = Masker([one.source for one in texts], _addresses(comparison)) if options.blind else None
    chosen = choose_texts(texts, event)
    sheets = make_sheets(chosen, masker, options)
    shorter = replace(options, excerpt=max(SHORTEST, options.excerpt * 2 // 3))
    practice = make_sheets(choose_practice(texts, chosen), masker, shorter, first=chr(ord(sheets[-1].letter) + 1))
    finds = find_all([*sheets, *practice], comparison.analysis)
    questions = ask_questions(comparison, event, sheets, [one for one in finds if one.letter <= sheets[-1].letter])
    title = event_name(comparison, event)
    title = masker.mask(title) if masker else title
    return Lesson(event, title, tuple(sheets), tuple(practice), finds, questions, masker, options)


def _addresses(comparison: Comparison) -> list[str]:
    return [str(url) for url in comparison.analysis.articles["url"] if url]


def _files(lesson: Lesson) -> Iterator[tuple[str, bytes]]:
    """Every file of the folder with its content."""
    from framing.classroom.reveal import write_reveal
    from framing.classroom.worksheet import write_worksheet

    with open_typesetter() as typesetter:
        for paper in papers_of(lesson):
            data = data_of(paper, lesson.options)
            if lesson.masker and paper.pupil:
                data = lesson.masker.mask_names(data)
            yield paper.file, typeset(typesetter, data)
    yield (
        "worksheet.html",
        write_worksheet([*lesson.sheets, *lesson.practice], lesson.title, blind=lesson.options.blind).encode(),
    )
    yield "reveal.html", write_reveal(lesson.title, lesson.sheets, lesson.questions, lesson.finds).encode()
    yield "answer-key.json", key_data([*lesson.sheets, *lesson.practice], lesson.finds, lesson.options).encode()


def papers_of(lesson: Lesson) -> list[Paper]:
    """The printed sheets, in the order in which a teacher meets them."""
    papers = [
        write_plan(lesson.title, lesson.sheets, lesson.practice, lesson.finds, lesson.options),
        _handout(lesson),
        _worksheet_1(lesson),
        _worksheet_2(lesson),
        write_key(lesson.title, lesson.sheets, lesson.practice, lesson.questions, lesson.finds),
        write_glossary(lesson.finds),
        privacy_page(),
    ]
    return [*papers, guess_sheet(lesson.sheets)] if lesson.options.blind else papers


def _handout(lesson: Lesson) -> Paper:
    blind = lesson.options.blind
    hidden = " The outlets’ names are hidden: [outlet] stands for them." if blind else ""
    lead = f"{len(lesson.sheets)} texts on one event, cut to about the same length.{hidden}"
    blocks = tuple(print_text(sheet, blind=blind) for sheet in lesson.sheets)
    return Paper("handout.pdf", f"The texts: {lesson.title}", lead, blocks)


HOW = (
    "Everybody who writes has to choose words. “Soldiers entered”, “soldiers freed” and “soldiers invaded” may all "
    "describe one morning. Look for the chosen word, and for whose word it is. A strong word is not always wrong, "
    "and a quiet word is not always fair."
)


def _worksheet_1(lesson: Lesson) -> Paper:
    """The box on how to read, one text with marks as an example, then the questions."""
    example = max(
        lesson.sheets,
        key=lambda one: (len({f.voice for f in _marks(lesson, one)}), len(_marks(lesson, one)), one.letter),
    )
    legend: Words = tuple(run for voice, name in VOICES.items() for run in (Run(name, "mark", voice), Run("    ")))
    return Paper(
        "worksheet-1.pdf",
        "Worksheet 1: with marks",
        "You need the texts. Work in pairs.",
        (
            Note("how", "How to read", (plain(HOW), legend)),
            *(asked(number, question) for number, question in enumerate(lesson.questions, 1)),
            PageBreak(),
            Heading(f"An example: text {example.letter} with the marks of a computer program"),
            Paragraph(plain(EXAMPLE)),
            print_text(example, lesson.finds, blind=lesson.options.blind),
        ),
        name_line=True,
    )  # fmt: skip


EXAMPLE = (
    "The program marks words for disputed things, words that judge, and words for harm, with the letter of their "
    "voice: O outlet’s own words, C reported claim, Q in quotation marks, D kept at a distance. It can be wrong. "
    "Is it, anywhere?"
)


def _marks(lesson: Lesson, sheet: Sheet) -> list[Find]:
    return [one for one in lesson.finds if one.letter == sheet.letter and one.kind in ("cue", "loaded", "agency")]


def _worksheet_2(lesson: Lesson) -> Paper:
    """Texts without any mark, or the same task on texts that the class brings."""
    tags: tuple[Words, ...] = (
        (Run("L  ", "strong"), Run("a loaded word: it tells you what to feel")),
        (Run("N  ", "strong"), Run("a naming: one of several possible words for the same thing")),
        (Run("S  ", "strong"), Run("a quote, and who says it")),
        (Run("G  ", "strong"), Run("good practice: how the text knows it, both sides, both words, a denial")),
    )
    texts = [print_text(one, blind=lesson.options.blind) for one in lesson.practice]
    lead = (
        "Two other texts by outlets that you have just read."
        if texts
        else "Use two texts on one event from today’s news."
    )
    letters = f"{lesson.sheets[0].letter}–{lesson.sheets[-1].letter}"
    same = f"Which of the texts {letters} could be by the same outlet as one of these? Which words make you think so?"
    return Paper(
        "worksheet-2.pdf",
        "Worksheet 2: without marks",
        f"{lead} Nobody has marked anything. Work alone.",
        (
            Note("how", "Underline, and write the letter beside the line", tags),
            *texts,
            _open(1, "Missing voice", "Whom does the story concern who does not speak in it? What would you ask them?"),
            _open(2, "By the same hand?", same),
        ),
        name_line=True,
    )


def _open(number: int, title: str, ask: str) -> Asked:
    """A question with three lines to write on."""
    return Asked(number, title, ask, (), (), (), (), 3, "")
