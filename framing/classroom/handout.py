"""write_handout(): the whole folder of one lesson."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from framing.classroom.blind import Masker
from framing.classroom.findings import on_sheet, place_findings
from framing.classroom.key import KEY_FILE, key_json, write_key
from framing.classroom.lesson import before_after_sheet, guess_sheet, privacy_page, write_glossary, write_plan
from framing.classroom.paper import Asked, Paper, check_options, letters_of, question_block, text_block, typeset
from framing.classroom.questions import ask_questions
from framing.classroom.records import Lesson, LessonOptions
from framing.classroom.sheets import choose_practice, choose_texts, event_name, find_event, lesson_articles, make_sheets
from framing.classroom.texts import load_texts
from framing.report.blocks import Heading, Note, PageBreak, Paragraph, Run, Words, plain
from framing.report.context import VOICES
from framing.report.pdf import open_typesetter
from framing.report.write import write_whole

if TYPE_CHECKING:
    from framing.compare import Comparison


SHORTEST = 80  # words of a text on worksheet 2, where one page holds the task and a text


def write_handout(
    comparison: Comparison, out: str | Path, *, event: str = "", options: LessonOptions | None = None
) -> tuple[Path, ...]:
    """Writes the folder of a lesson and returns its files, sorted: sheets for pupils, plan, key, pages for the screen.

    `event` may be a part of an event's name; "" takes the event with most outlets. In blind mode outlets are named in
    answer-key.pdf, answer-key.json and reveal.html only. Either all files are written or none.

    Raises:
        UsageError: the event or an option is unknown.
        InputError: fewer than two outlets have a text on the event.
        MissingPartError: the fonts cannot print a script that the articles use.
    """
    options = options or LessonOptions()
    check_options(options)
    return write_whole(Path(out), _files(plan_lesson(comparison, event, options)))


def plan_lesson(comparison: Comparison, event: str, options: LessonOptions) -> Lesson:
    """Texts, findings and questions of a lesson."""
    event = find_event(comparison, event)
    texts = lesson_articles(comparison)
    addresses = [str(url) for url in comparison.analysis.articles["url"] if url]
    masker = Masker([one.source for one in texts], addresses) if options.blind else None
    chosen = choose_texts(texts, event)
    sheets = make_sheets(chosen, masker, options)
    shorter = replace(options, excerpt=max(SHORTEST, options.excerpt * 2 // 3))
    practice = make_sheets(choose_practice(texts, chosen), masker, shorter, first=chr(ord(sheets[-1].letter) + 1))
    findings = place_findings([*sheets, *practice], comparison.analysis)
    mine = [one for one in findings if one.letter <= sheets[-1].letter]
    questions = ask_questions(comparison, event, sheets, mine, options.seed)
    title = event_name(comparison, event)
    title = masker.mask(title) if masker else title
    return Lesson(event, title, tuple(sheets), tuple(practice), findings, questions, masker, options)


def _files(lesson: Lesson) -> Iterator[tuple[str, bytes]]:
    """Every file of the folder with its content."""
    from framing.classroom.pages import write_reveal, write_worksheet

    with open_typesetter() as typesetter:
        for paper in papers_of(lesson):
            yield paper.file, typeset(typesetter, paper, lesson.options, lesson.masker)
    yield "worksheet.html", write_worksheet(lesson).encode()
    yield "reveal.html", write_reveal(lesson).encode()
    yield KEY_FILE, key_json(lesson).encode()


def papers_of(lesson: Lesson) -> list[Paper]:
    """The printed sheets, in the order in which a teacher meets them."""
    papers = [
        write_plan(lesson),
        _handout(lesson),
        _worksheet_1(lesson),
        _worksheet_2(lesson),
        write_key(lesson),
        write_glossary(lesson.findings),
        before_after_sheet(),
        privacy_page(),
    ]
    return [*papers, guess_sheet(lesson.sheets)] if lesson.options.blind else papers


def _handout(lesson: Lesson) -> Paper:
    blind = lesson.options.blind
    hidden = " The outlets’ names are hidden: [outlet] stands for them." if blind else ""
    lead = f"{len(lesson.sheets)} texts on one event, cut to about the same length.{hidden}"
    blocks = tuple(text_block(sheet, blind=blind) for sheet in lesson.sheets)
    return Paper("handout.pdf", f"The texts: {lesson.title}", lead, blocks)


def _worksheet_1(lesson: Lesson) -> Paper:
    """The box on how to read, one text with marks as an example, then the questions."""
    marks = {
        sheet.letter: on_sheet(lesson.findings, sheet.letter, "cue", "loaded", "agency") for sheet in lesson.sheets
    }
    worth = {letter: (len({one.voice for one in found}), len(found), letter) for letter, found in marks.items()}
    example = max(lesson.sheets, key=lambda sheet: worth[sheet.letter])
    words = load_texts("worksheet.toml")
    legend: Words = tuple(run for voice, name in VOICES.items() for run in (Run(name, "mark", voice), Run("    ")))
    return Paper(
        "worksheet-1.pdf",
        "Worksheet 1: with marks",
        "You need the texts. Work in pairs.",
        (
            Note("how", "How to read", (plain(words["how"]), legend)),
            *(question_block(number, question) for number, question in enumerate(lesson.questions, 1)),
            PageBreak(),
            Heading(f"An example: text {example.letter} with the marks of a computer program"),
            Paragraph(plain(words["example"])),
            text_block(example, lesson.findings, blind=lesson.options.blind),
        ),
        name_line=True,
    )  # fmt: skip


def _worksheet_2(lesson: Lesson) -> Paper:
    """Texts without any mark, or the same task on texts that the class brings."""
    words = load_texts("worksheet.toml")["unmarked"]
    tags = tuple((Run(f"{tag}  ", "strong"), Run(says)) for tag, says in words["tags"].items())
    texts = [text_block(one, blind=lesson.options.blind) for one in lesson.practice]
    return Paper(
        "worksheet-2.pdf",
        "Worksheet 2: without marks",
        words["with_texts" if texts else "without_texts"],
        (
            Note("how", "Underline, and write the letter beside the line", tags),
            *texts,
            Asked(1, "Missing voice", words["missing"], lines=3),
            Asked(2, "By the same hand?", words["same"].replace("{letters}", letters_of(lesson.sheets)), lines=3),
        ),
        name_line=True,
    )
