"""The answer key: on paper for the teacher, and as a file, with which the class's marks are compared."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from framing.classroom.balance import balance_blocks
from framing.classroom.findings import on_sheet, say_line
from framing.classroom.paper import Paper, SheetBlock, answers_block, text_block
from framing.classroom.records import Lesson, NumberedLine, Sheet, SheetFinding, line_at
from framing.classroom.texts import load_texts
from framing.errors import InputError
from framing.model import Span
from framing.report.blocks import Heading, Note, Paragraph, Table, cells, plain
from framing.report.context import VOICES
from framing.text import sentence_at

KEY = "framing-key"
KEY_FILE = "answer-key.json"
VERSION = 1
TAG_OF = {"loaded": "loaded", "cue": "naming", "quote": "speaker"}


def sheets_digest(sheets: Sequence[Sheet]) -> str:
    """Short name of a set of sheets, the same for the same printed texts; pupils' files carry it."""
    return hashlib.sha256("\0".join(f"{one.letter}\0{one.text}" for one in sheets).encode()).hexdigest()[:12]


def write_key(lesson: Lesson) -> Paper:
    """The answer key: who wrote what, the answers with line, words and evidence id, worksheet 2 with marks."""
    return Paper(
        "answer-key.pdf",
        f"Answer key: {lesson.title}",
        "For the teacher. Keep it to yourself until the texts are revealed.",
        (
            _who(lesson.texts),
            Note("how", "How far to trust it", (plain(load_texts("lesson.toml")["key"]["trust"]),)),
            Heading("Worksheet 1"),
            *(answers_block(number, question) for number, question in enumerate(lesson.questions, 1)),
            *balance_blocks(lesson.sheets, lesson.findings),
            *_practice(lesson.practice, lesson.findings),
        ),
        pupil=False,
    )


def _who(texts: Sequence[Sheet]) -> Table:
    rows = tuple(cells(one.letter, one.source, one.date, one.headline or one.article, str(one.words)) for one in texts)
    columns = ("Text", "Outlet", "Date", "Article", "Words printed")
    return Table("Who wrote what", columns, rows, numeric=(4,), widths=(0.4, 1.5, 0.8, 1.7, 0.8))


def _practice(practice: Sequence[Sheet], findings: Sequence[SheetFinding]) -> list[SheetBlock]:
    """Worksheet 2 with the marks that the tool would make."""
    blocks: list[SheetBlock] = [
        Heading("Worksheet 2, as the tool would mark it"),
        Paragraph(plain(load_texts("lesson.toml")["key"]["letters"])),
    ]
    for sheet in practice:
        blocks += [text_block(sheet, findings, blind=False), _list(sheet, findings)]
    return blocks if practice else []


def _list(sheet: Sheet, findings: Sequence[SheetFinding]) -> Table:
    rows = tuple(
        cells(
            f"“{one.words}”", _label(one), say_line(one.line), VOICES.get(one.voice, ""),
            one.row + (" · may be wrong" if one.unsure else ""),
        )
        for one in on_sheet(findings, sheet.letter, "loaded", "cue")
    )  # fmt: skip
    columns = ("Words", "What", "Line", "Whose words", "Evidence")
    return Table(f"Text {sheet.letter}: what the tool marked", columns, rows, widths=(1.7, 1.5, 0.6, 1.3, 1.3))


def _label(one: SheetFinding) -> str:
    if one.kind == "loaded":
        return f"loaded word ({one.label})"
    return f"naming ({one.label.partition('/')[2].replace('_', ' ')})"


def key_json(lesson: Lesson) -> str:
    """The key as JSON: printed texts with the tool's findings on them, by letter."""
    texts = [
        {
            "letter": one.letter, "article": one.article, "source": one.source, "text": one.text, "lines": one.lines,
            "finds": [_key_finding(found) for found in on_sheet(lesson.findings, one.letter) if _tag(found)],
        }
        for one in lesson.texts
    ]  # fmt: skip
    digest, blind = sheets_digest(lesson.texts), lesson.options.blind
    record = {"format": KEY, "version": VERSION, "sheet": digest, "blind": blind, "texts": texts}
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _key_finding(one: SheetFinding) -> dict[str, Any]:
    return {
        "row": one.row, "rows": one.rows, "tag": _tag(one), "kind": one.kind, "label": one.label,
        "start": one.span.start, "end": one.span.end, "confidence": one.confidence, "voice": one.voice,
        "speaker": one.speaker,
    }  # fmt: skip


def _tag(one: SheetFinding) -> str:
    """The pupils' tag that a finding answers to, or ""."""
    if one.kind == "cue" and one.detail.get("state") == "denied":
        return "good"
    return TAG_OF.get(one.kind, "")


class KeyFinding(NamedTuple):
    """A finding of the tool in the key."""

    row: str
    rows: tuple[str, ...]
    tag: str
    span: Span
    confidence: float
    voice: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class KeyText:
    """A printed text in the key."""

    letter: str
    text: str
    lines: tuple[NumberedLine, ...]
    findings: tuple[KeyFinding, ...]

    def line_at(self, offset: int) -> int:
        """Number of the line at `offset`; 0 for the headline."""
        return line_at(self.lines, offset)

    def read(self, start: int, end: int) -> str:
        """Words of the text, on one line."""
        return " ".join(self.text[start:end].split())

    def sentence(self, span: Span) -> str:
        """The sentence around some words, on one line."""
        return self.read(*sentence_at(self.text, *span))


@dataclass(frozen=True, slots=True)
class Key:
    """What the pupils had before them: the digest of the sheets and the printed texts by letter."""

    sheet: str
    texts: dict[str, KeyText]


def read_key(path: Path) -> Key:
    """The key in a handout's folder.

    Raises:
        InputError: there is no readable key.
    """
    file = path / KEY_FILE if path.is_dir() else path
    hint = f"Name the folder that `framing handout` wrote; it holds {KEY_FILE}."
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        if data["format"] != KEY:
            raise InputError(f"{file} is no answer key. {hint}")
        texts = {text["letter"]: _key_text(text) for text in data["texts"]}
        return Key(str(data["sheet"]), texts)
    except OSError as problem:
        raise InputError(f"{file} cannot be read ({problem.strerror}). {hint}") from problem
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise InputError(
            f"{file} is damaged ({type(problem).__name__}: {problem}). Make the handout again."
        ) from problem


def _key_text(data: dict[str, Any]) -> KeyText:
    lines = tuple(NumberedLine(*(_of(int, value) for value in line)) for line in data["lines"])
    return KeyText(_of(str, data["letter"]), _of(str, data["text"]), lines, tuple(map(_read_finding, data["finds"])))


def _read_finding(one: dict[str, Any]) -> KeyFinding:
    rows = one.get("rows") or [one["row"]]
    voice, speaker = (_of(str, one.get(name, "")) for name in ("voice", "speaker"))
    span = Span(_of(int, one["start"]), _of(int, one["end"]))
    sure = float(_of((int, float), one["confidence"]))
    return KeyFinding(
        _of(str, one["row"]), tuple(_of(str, row) for row in rows), _of(str, one["tag"]), span, sure, voice, speaker
    )


def _of(kind: Any, value: Any) -> Any:
    """A value of a kind, and no other.

    Raises:
        TypeError: it is of another.
    """
    if not isinstance(value, kind) or isinstance(value, bool):
        raise TypeError(f"{value!r:.40} stands where it cannot")
    return value


def find_key(paths: Sequence[Path], articles: Path | None) -> Key:
    """The key that was named, or the one beside the marks.

    Raises:
        InputError: there is none.
    """
    if articles:
        return read_key(articles)
    for path in paths:
        folder = path if path.is_dir() else path.parent
        for place in (folder, folder.parent):
            if (place / KEY_FILE).exists():
                return read_key(place / KEY_FILE)
    raise InputError(
        f"No {KEY_FILE} lies beside these marks. Add --articles with the folder that `framing handout` wrote."
    )


def locate(text: KeyText, words: str, line: str) -> Span | None:
    """Where words stand in a text, nearest to the line given; quotes and breaks need not be typed as printed."""
    parts = [re.escape(part) for part in re.findall(r"\w+", words)]
    if not parts:
        return None
    hits = [Span(*hit.span()) for hit in re.finditer(r"\b" + r"\W+".join(parts) + r"\b", text.text, re.IGNORECASE)]
    near = int(line) if re.fullmatch(r"[0-9]{1,6}", line) else None
    return min(hits, key=lambda hit: (abs(text.line_at(hit[0]) - near) if near is not None else 0, hit), default=None)
