"""The blocks that only school sheets have, and how a list of blocks becomes a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from framing.classroom.findings import on_sheet
from framing.classroom.records import Answer, LessonOptions, Prompt, Question, Sheet, SheetFinding
from framing.errors import UsageError
from framing.report.blocks import Block, as_data
from framing.report.edition import FOOT, PAPERS, check_paper
from framing.report.pdf import Document
from framing.say import number

if TYPE_CHECKING:
    from framing.classroom.blind import Masker
    from framing.report.pdf import Typesetter


class MarkedWords(NamedTuple):
    """Some words of a line; `kind` is "" where nothing is marked. `last`: the mark ends here and bears its letter."""

    words: str
    voice: str = ""
    kind: str = ""
    last: bool = True


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A numbered line; `opens` a paragraph."""

    number: int
    opens: bool
    pieces: tuple[MarkedWords, ...]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A text with line numbers and a wide margin."""

    letter: str
    source: str  # "" when blind
    about: str
    headline: tuple[MarkedWords, ...]
    lines: tuple[PrintedLine, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with everything that is printed under it; its fields are those of `Question`."""

    number: int
    title: str
    ask: str
    prompts: tuple[Prompt, ...] = ()
    choices: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    lines: int = 0
    think: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers of a question."""

    number: int
    title: str
    ask: str
    think: str
    answers: tuple[Answer, ...]


class Step(NamedTuple):
    """A timed step of a lesson; `at` is its time on the clock."""

    at: str
    minutes: int
    title: str
    does: tuple[str, ...]
    needs: str


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps in order."""

    items: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """Words with their meaning and an example."""

    items: tuple[tuple[str, str, str], ...]


SheetBlock = Block | TextBlock | Asked | Answered | Steps | Entries


class Paper(NamedTuple):
    """One document. `name_line`: a line for the pupil's code; `pupil`: handed out, so names are hidden when blind."""

    file: str
    title: str
    subtitle: str
    blocks: tuple[SheetBlock, ...]
    name_line: bool = False
    pupil: bool = True


def check_options(options: LessonOptions) -> None:
    """Refuses what cannot be made.

    Raises:
        UsageError: an unknown paper or length of lesson, or an excerpt that is too short.
    """
    check_paper(options.paper)
    if options.minutes not in (45, 60, 90):
        raise UsageError(f"--minutes {options.minutes}: there are plans for 45, 60 and 90 minutes.")
    if options.excerpt < 80:
        raise UsageError(f"--excerpt {options.excerpt}: give at least 80 words; 350 fill one page.")


def typeset(typesetter: Typesetter, paper: Paper, options: LessonOptions, masker: Masker | None = None) -> bytes:
    """A document as tagged PDF; with a masker, outlets are named in no text that pupils get."""
    data = {
        "title": paper.title,
        "subtitle": paper.subtitle,
        "name_line": paper.name_line,
        "foot": FOOT,
        "look": {"paper": PAPERS[options.paper.lower()], "greyscale": options.greyscale},
        "blocks": as_data(paper.blocks),
    }
    shown = masker.mask_names(data) if masker and paper.pupil else data
    return typesetter.pdf(Document("sheet.typ", shown, {}, "framing.classroom"))


def text_block(sheet: Sheet, findings: Sequence[SheetFinding] = (), *, blind: bool) -> TextBlock:
    """A sheet as a block, with marks where findings are given."""
    marks = _marks(findings, sheet.letter)
    lines = []
    before = -1
    for line in sheet.lines:
        if line.number:
            opens = before < 0 or "\n" in sheet.text[before : line.start]
            lines.append(PrintedLine(line.number, opens, _pieces(sheet.text, line.start, line.end, marks)))
            before = line.end
    grades = f"school year {number(sheet.grades[0], 0)}–{number(sheet.grades[1], 0)}" if sheet.grades else ""
    date = "" if blind else sheet.date
    about = " · ".join(part for part in (date, f"{sheet.words} words", grades and f"reading level: {grades}") if part)
    head = _pieces(sheet.text, 0, len(sheet.headline), marks)
    return TextBlock(sheet.letter, "" if blind else sheet.source, about, head, tuple(lines))


def letters_of(sheets: Sequence[Sheet]) -> str:
    """The letters of some texts: A–E."""
    return f"{sheets[0].letter}–{sheets[-1].letter}"


def _marks(findings: Sequence[SheetFinding], letter: str) -> list[SheetFinding]:
    """Findings to be shown, none overlapping: single words win over the quotes around them."""
    order = {"loaded": 0, "cue": 1, "agency": 2}
    shown: list[SheetFinding] = []
    for one in sorted(on_sheet(findings, letter, *order), key=lambda one: (order[one.kind], one.span)):
        if not any(one.span.overlaps(other.span) for other in shown):
            shown.append(one)
    return sorted(shown, key=lambda one: one.span)


def _pieces(text: str, start: int, end: int, marks: Sequence[SheetFinding]) -> tuple[MarkedWords, ...]:
    """A stretch of a text cut at the edges of its marks."""
    pieces = []
    at = start
    for one in marks:
        low, high = max(one.span.start, at), min(one.span.end, end)
        if low < high:
            pieces += [
                MarkedWords(text[at:low]),
                MarkedWords(text[low:high], one.voice, one.kind, high == one.span.end),
            ]
            at = high
    return tuple(piece for piece in [*pieces, MarkedWords(text[at:end])] if piece.words)


def question_block(number: int, one: Question) -> Asked:
    """A question as a block; the rows of its table are filled up with empty cells."""
    rows = tuple((*row, *[""] * (len(one.columns) - len(row))) for row in one.rows)
    return Asked(number, one.title, one.ask, one.prompts, one.choices, one.columns, rows, one.lines, one.think)


def answers_block(number: int, one: Question) -> Answered:
    """The answers of a question as a block, each with a capital."""
    answers = tuple(answer._replace(says=answer.says[:1].upper() + answer.says[1:]) for answer in one.answers)
    return Answered(number, one.title, one.ask, one.think, answers)
