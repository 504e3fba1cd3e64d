"""What a lesson is made of: texts as they are printed, findings with their lines, questions with their answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from framing.classroom.texts import load_texts
from framing.model import NOBODY_NAMED, Span
from framing.text import around

if TYPE_CHECKING:
    from framing.classroom.blind import Masker

QuestionKind = Literal["naming", "told", "rivals", "voice", "speakers", "missing", "loaded", "harm", "doubt", "good"]
TAGS: Mapping[str, str] = {
    "loaded": "loaded word",
    "naming": "naming",
    "speaker": "quote and speaker",
    "missing": "missing voice",
    "good": "good practice",
}
WORD_TAGS = tuple(tag for tag in TAGS if tag != "missing")  # kinds that mark words
UNSURE_BELOW = 0.75  # confidence under which the key says that the tool may be wrong


@dataclass(frozen=True, slots=True)
class LessonOptions:
    """How a lesson is made. `excerpt` is words a text, `minutes` 45, 60 or 90; `seed` shuffles the blind letters."""

    blind: bool = False
    paper: str = "a4"
    minutes: int = 60
    excerpt: int = 350
    seed: int = 7
    greyscale: bool = False


class NumberedLine(NamedTuple):
    """One printed line: its number from 1 (0 for the headline) and its place in the printed text."""

    number: int
    start: int
    end: int


def line_at(lines: Sequence[NumberedLine], offset: int) -> int:
    """Number of the printed line at `offset`; 0 for the headline."""
    return next((line.number for line in reversed(lines) if line.start <= offset), 0)


class UnmaskedSpan(NamedTuple):
    """A stretch of the article that is printed unchanged: its place there, and where it starts on the sheet."""

    start: int
    end: int
    printed: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One text as pupils get it: cut, in blind mode masked, and broken into numbered lines.

    `text` is headline, blank line, body; offsets of `lines` are code points into it. `unmasked` leads from places in
    the article to places in `text`.
    """

    letter: str
    article: str  # id, for the teacher's files only
    source: str  # for the teacher's files only when blind
    date: str
    headline: str
    text: str
    lines: tuple[NumberedLine, ...]
    unmasked: tuple[UnmaskedSpan, ...]
    words: int
    grades: tuple[float, float] | None  # lowest and highest school grade (US) of three formulas
    sentences: tuple[int, ...] = ()  # where each sentence starts on the sheet

    def place(self, start: int, end: int) -> Span | None:
        """Where a stretch of the article stands on the sheet; None when it was cut or masked."""
        for part in self.unmasked:
            if part.start <= start and end <= part.end:
                return Span(part.printed + start - part.start, part.printed + end - part.start)
        return None

    def prompt(self, span: Span, voice: str = "") -> Prompt:
        """Some printed words inside their sentence."""
        before, found, after = around(self.text, *span, self.sentences)
        return Prompt(self.letter, line_at(self.lines, span.start), before, " ".join(found.split()), after, voice)

    @property
    def opening(self) -> str:
        """The headline, or the first words of a text that has none."""
        return " ".join((self.headline or self.text[: self.lines[0].end] + " …").split())


class Prompt(NamedTuple):
    """A sentence of a text with the words to look at; `voice` is "" when the question asks for it."""

    letter: str
    line: int
    before: str
    found: str
    after: str
    voice: str = ""


class SheetFinding(NamedTuple):
    """One finding of the tool on a sheet; `span` and `line` are its place there."""

    row: str  # evidence id
    kind: str
    label: str
    sheet: Sheet
    span: Span
    line: int
    voice: str
    speaker: str
    value: float
    confidence: float
    detail: Mapping[str, Any]
    rows: tuple[str, ...] = ()  # every row of the finding: one for each actor that it concerns

    @property
    def letter(self) -> str:
        """The letter of its sheet."""
        return self.sheet.letter

    @property
    def unsure(self) -> bool:
        """Whether the tool may well be wrong here."""
        return self.confidence < UNSURE_BELOW

    @property
    def named(self) -> bool:
        """Whether its speaker has a name."""
        return self.speaker != self.speaker.lower() and not self.speaker.startswith(NOBODY_NAMED)

    @property
    def given(self) -> bool:
        """Whether its speaker has no name there, but a role that the article may name elsewhere: "the lawyer"."""
        return bool(self.detail.get("card", {}).get("given"))

    @property
    def words(self) -> str:
        """The found words as printed, on one line."""
        return " ".join(self.sheet.text[self.span.start : self.span.end].split())

    def prompt(self, *, tell: bool = False) -> Prompt:
        """The finding inside its printed sentence; `tell` shows its voice."""
        return self.sheet.prompt(self.span, self.voice if tell else "")


class Answer(NamedTuple):
    """One answer for the key: what to say, where it stands (or nothing), and the row behind it."""

    says: str
    prompt: Prompt | tuple[()] = ()
    row: str = ""
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question of worksheet 1 with its answers."""

    kind: QuestionKind
    title: str
    ask: str
    prompts: tuple[Prompt, ...] = ()
    choices: tuple[str, ...] = ()  # to be ticked under each prompt
    columns: tuple[str, ...] = ()  # heads of a table to fill in
    rows: tuple[tuple[str, ...], ...] = ()  # its opening cells; those that are not given are empty
    lines: int = 0  # empty lines to write on
    think: str = ""  # the question behind the question
    answers: tuple[Answer, ...] = ()


def word_question(kind: QuestionKind, *, thing: str = "", **found: Any) -> Question:
    """A question with the words that worksheet.toml has for its kind; `found` are its other fields."""
    words: dict[str, Any] = dict(load_texts("worksheet.toml")[kind])
    words |= {name: tuple(value) for name, value in words.items() if isinstance(value, list)}
    return Question(kind, **{**words, "ask": words["ask"].replace("{thing}", thing), **found})


@dataclass(frozen=True)
class Lesson:
    """Everything that the sheets of one lesson are made from; `masker` where it is blind."""

    event: str
    title: str  # the event for people
    sheets: tuple[Sheet, ...]
    practice: tuple[Sheet, ...]  # texts of worksheet 2
    findings: tuple[SheetFinding, ...]  # on sheets and practice
    questions: tuple[Question, ...]
    masker: Masker | None
    options: LessonOptions

    @property
    def texts(self) -> tuple[Sheet, ...]:
        """Every text that pupils get."""
        return (*self.sheets, *self.practice)
