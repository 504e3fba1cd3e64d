"""Pupils' marks read from their files and from marks.csv; what cannot be used is named and left out."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from framing.classroom.key import KEY_FILE, Key, locate
from framing.classroom.records import TAGS, WORD_TAGS
from framing.compare.verdicts import holds_verdicts, judgements_of
from framing.errors import InputError
from framing.evidence.analysis import Verdict
from framing.model import Span

MARKS = "framing-marks"
COLUMNS = ("code", "text", "line", "words", "tag", "note")
SHORT_TAGS = {tag[0]: tag for tag in TAGS}  # as on paper: L, N, S, M, G
LONGEST_NOTE = 40  # characters; enough for a name, too few for a confession
LARGEST = 5_000_000  # bytes of a file that may hold marks


class UnusableMarks(Exception):
    """Why one file or line cannot be used; said, never raised to a user."""


class Mark(NamedTuple):
    """Some words that a pupil tagged: code points of the printed text; `note` is what was written beside them."""

    code: str
    letter: str
    span: Span
    tag: str
    note: str = ""


class Missing(NamedTuple):
    """Whom a pupil missed in a text."""

    code: str
    letter: str
    who: str


class LeftOut(NamedTuple):
    """A file or line that was not used, and why."""

    place: str
    why: str


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything that pupils marked, by code; a code is never a name."""

    codes: tuple[str, ...]
    marks: tuple[Mark, ...]
    missing: tuple[Missing, ...]
    left_out: tuple[LeftOut, ...]
    decisions: tuple[Verdict, ...] = ()  # about pairs of wordings, as readers save them from report.html


class _Sheet(NamedTuple):
    """One pupil's file."""

    place: str
    code: str
    marks: tuple[Mark, ...]
    missing: tuple[Missing, ...]


def read_marks(paths: Sequence[Path], key: Key) -> Marks:
    """Every pupil's marks once; of two files with one code the fuller one counts.

    Raises:
        InputError: a path does not exist, or no file can be used.
    """
    sheets: list[_Sheet] = []
    left_out: list[LeftOut] = []
    decisions: list[Verdict] = []
    for file in _files(paths):
        try:
            if holds_verdicts(file):
                decisions += judgements_of(file)
            elif file.suffix.lower() == ".csv":
                found, bad = _read_csv(file, key)
                sheets += found
                left_out += bad
            else:
                sheets.append(_read_json(file, key))
        except (UnusableMarks, InputError) as problem:
            left_out.append(LeftOut(file.name, str(problem)))
    used, doubled = _once(sheets)
    left_out += doubled
    if not used:
        told = "; ".join(f"{one.place} {one.why}" for one in left_out[:5])
        raise InputError(f"No marks can be used{f': {told}' if told else ''}. Give the files that pupils saved.")
    return Marks(
        codes=tuple(one.code for one in used),
        marks=tuple(sorted({mark for one in used for mark in one.marks})),
        missing=tuple(sorted({item for one in used for item in one.missing})),
        left_out=tuple(left_out),
        decisions=tuple(decisions),
    )


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those with marks in the folders named."""
    for path in paths:
        if path.is_dir():
            yield from sorted(
                file for file in path.iterdir() if file.suffix.lower() in (".json", ".csv") and file.name != KEY_FILE
            )
        elif path.exists():
            yield path
        else:
            raise InputError(f"{path} does not exist. Name the files that pupils saved, or their folder.")


def _read_json(file: Path, key: Key) -> _Sheet:
    """One pupil's file.

    Raises:
        UnusableMarks: it is damaged, or belongs to something else.
    """
    try:
        if file.stat().st_size > LARGEST:
            raise UnusableMarks("is far too large for marks")
        data = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        raise UnusableMarks(f"cannot be opened ({problem.strerror})") from problem
    except (ValueError, RecursionError) as problem:
        raise UnusableMarks("is damaged: it is not readable JSON") from problem
    if not isinstance(data, dict) or data.get("format") != MARKS:
        raise UnusableMarks("holds no marks: it was not saved by worksheet.html")
    if data.get("sheet") != key.sheet:
        raise UnusableMarks("belongs to another worksheet")
    code = _code(data.get("code"))
    marks, missing = data.get("marks"), data.get("missing", [])
    if not isinstance(marks, list) or not isinstance(missing, list):
        raise UnusableMarks("is damaged: its list of marks is gone")
    found = tuple(_mark(one, code, key) for one in marks)
    who = tuple(
        Missing(code, str(one["text"]), str(one["who"]).strip()[:80])
        for one in missing
        if isinstance(one, dict) and _known(one.get("text"), key.texts) and str(one.get("who", "")).strip()
    )
    return _Sheet(file.name, code, found, who)


def _known(value: object, names: Container[str]) -> bool:
    """Whether a value from a pupil's file is one of the names; a list or a number is none."""
    return isinstance(value, str) and value in names


def _code(value: object) -> str:
    """A pupil's code.

    Raises:
        UnusableMarks: there is none, or it may be a name.
    """
    code = str(value or "").strip().upper()
    if not re.fullmatch(r"(?=\D*\d)[A-Z0-9]{1,6}", code):
        raise UnusableMarks("has no usable code (up to six letters and digits with at least one digit, such as K7)")
    return code


def _mark(data: object, code: str, key: Key) -> Mark:
    """One mark, checked against the printed text.

    Raises:
        UnusableMarks: its words do not stand there.
    """
    if not (isinstance(data, dict) and _known(data.get("tag"), WORD_TAGS) and _known(data.get("text"), key.texts)):
        raise UnusableMarks("is damaged: a mark has no known kind or text")
    text = key.texts[data["text"]].text
    start, end = data.get("start"), data.get("end")
    if not (type(start) is int and type(end) is int and 0 <= start < end <= len(text)):
        raise UnusableMarks("is damaged: a mark lies outside its text")
    if " ".join(text[start:end].split()) != " ".join(str(data.get("words", "")).split()):
        raise UnusableMarks("is damaged: the words of a mark are not those of the text")
    return Mark(code, data["text"], Span(start, end), data["tag"], _note(data.get("note")))


def _read_csv(file: Path, key: Key) -> tuple[list[_Sheet], list[LeftOut]]:
    """The paper groups of a marks.csv, and its lines that cannot be used.

    Raises:
        UnusableMarks: it is not a table with the right columns.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise UnusableMarks("cannot be read; save it as CSV, UTF-8") from problem
    separator = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    table = csv.DictReader(text.splitlines(), delimiter=separator, skipinitialspace=True)
    columns = [str(name).strip().lower() for name in table.fieldnames or []]
    absent = [name for name in COLUMNS[:5] if name not in columns]
    if absent:
        raise UnusableMarks(f"lacks the column {absent[0]!r}; it needs {', '.join(COLUMNS)}")
    table.fieldnames = columns
    by_code: dict[str, tuple[list[Mark], list[Missing]]] = {}
    bad = []
    for number, row in enumerate(table, 2):
        if not any((value or "").strip() for value in row.values() if isinstance(value, str)):
            continue
        try:
            code = _code(row.get("code"))
            found = _csv_mark(row, code, key)
            marks, missing = by_code.setdefault(code, ([], []))
            marks.append(found) if isinstance(found, Mark) else missing.append(found)
        except UnusableMarks as problem:
            bad.append(LeftOut(f"{file.name}, line {number}", str(problem)))
    sheets = [_Sheet(file.name, code, tuple(m), tuple(w)) for code, (m, w) in sorted(by_code.items())]
    return sheets, bad


def _csv_mark(row: dict[str, str], code: str, key: Key) -> Mark | Missing:
    """One line of a marks.csv.

    Raises:
        UnusableMarks: its text, kind or words are unknown.
    """
    letter, said = (row.get("text") or "").strip().upper(), (row.get("tag") or "").strip().lower()
    tag = SHORT_TAGS.get(said[:1], "") if len(said) == 1 else next((t for t, n in TAGS.items() if said in (t, n)), "")
    if letter not in key.texts:
        raise UnusableMarks(f"names the text {letter!r}; the texts are {', '.join(sorted(key.texts))}")
    if not tag:
        raise UnusableMarks(f"has the kind {said!r}; write one of {', '.join(TAGS)} or L, N, S, M, G")
    words = (row.get("words") or "").strip()
    if tag == "missing":
        return Missing(code, letter, words[:80])
    span = locate(key.texts[letter], words, (row.get("line") or "").strip())
    if span is None:
        raise UnusableMarks(f"has the words {words[:40]!r}, which do not stand in text {letter}")
    return Mark(code, letter, span, tag, _note(row.get("note")))


def _note(value: object) -> str:
    """What a pupil wrote beside some words, on one line and cut."""
    return " ".join(str(value or "").split())[:LONGEST_NOTE]


def _once(sheets: Sequence[_Sheet]) -> tuple[list[_Sheet], list[LeftOut]]:
    """One sheet a code, the one with most marks, by code; and the sheets that double it, as left out."""
    used: dict[str, _Sheet] = {}
    doubled = []
    for one in sorted(sheets, key=lambda sheet: (-len(sheet.marks) - len(sheet.missing), sheet.place)):
        other = used.setdefault(one.code, one)
        if other is not one:
            doubled.append(
                LeftOut(one.place, f"doubles the code {one.code} of {other.place}, which holds as much or more")
            )
    return sorted(used.values(), key=lambda sheet: sheet.code), doubled
