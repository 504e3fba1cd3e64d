"""The class and the tool on voices: whose words the class marked, and who it says speaks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from framing.classroom.against import MarkedPlace
from framing.classroom.findings import quoted, say_line
from framing.classroom.key import Key, KeyFinding, KeyText
from framing.classroom.marks import Marks
from framing.classroom.records import TAGS
from framing.model import NOBODY_NAMED, Span
from framing.report.blocks import Run, Table, cells
from framing.report.context import VOICES
from framing.say import listed, percent

WORDED = ("loaded", "naming")  # kinds of marks on single words
SHOWN = 12  # quotations
WORDS = 60  # characters of one
NAMES = 3  # names that pupils wrote, of one quotation
NOBODY = "nobody by name"


def compare_voices(places: Sequence[MarkedPlace], key: Key) -> Table:
    """How many places the class marked in each voice: judging words of others are no fault of the text."""
    rows = []
    for tag in WORDED:
        marked = [one for one in places if one.tag == tag and one.who != "only tool"]
        count = Counter(voice_in(key.texts[one.letter], one.span) for one in marked)
        rows.append(
            cells((Run(TAGS[tag], "strong"),), str(len(marked)), *(_part(count[v], len(marked)) for v in VOICES))
        )
    columns = ("The class marked as", "Places", *(f"in: {name}" for name in VOICES.values()))
    return Table("Whose words the class marked", columns, tuple(rows), numeric=tuple(range(1, 2 + len(VOICES))))


def _part(count: int, whole: int) -> str:
    return f"{count} ({percent(count / whole)})" if whole else "0"


def voice_in(text: KeyText, span: Span) -> str:
    """The voice of some words of a text: that of the shortest sure quotation around them, else the text's own."""
    around = [one for one in text.findings if one.tag == "speaker" and one.span.holds(span)]
    inner = min(around, key=lambda one: one.span.end - one.span.start, default=None)
    exact = next((one.voice for one in text.findings if one.span == span and one.voice), "")
    return exact or (inner.voice if inner else "narrator")


def compare_speakers(read: Marks, key: Key) -> Table:
    """Each quotation that pupils marked: whom they wrote beside it, and whom the tool is sure of."""
    rows = []
    for letter, text in sorted(key.texts.items()):
        for one in (one for one in text.findings if one.tag == "speaker"):
            marks = (mark for mark in read.marks if mark.letter == letter and mark.tag == "speaker")
            notes = [mark.note for mark in marks if mark.span.overlaps(one.span)]
            if notes:
                rows.append(_row(letter, text, one, notes))
    shown = tuple(rows[:SHOWN]) or (cells("–", "no quotation was marked", "", "", ""),)
    columns = ("Text, line", "Quotation", "The tool says", "Pupils wrote", "Same")
    note = f"The first {SHOWN} of {len(rows)}." if len(rows) > SHOWN else ""
    return Table("Who speaks", columns, shown, numeric=(4,), note=note, widths=(0.7, 2.0, 1.2, 1.6, 0.6))


def _row(letter: str, text: KeyText, one: KeyFinding, notes: Sequence[str]) -> tuple[tuple[Run, ...], ...]:
    written = Counter(note for note in (" ".join(note.split()) for note in notes) if note)
    names = [f"{name} ({count})" for name, count in sorted(written.items(), key=lambda p: (-p[1], p[0]))]
    told = listed(names, most=NAMES) if names else f"no name, {len(notes)} marked it"
    tool = one.speaker.removeprefix(NOBODY_NAMED) if one.speaker else NOBODY
    same = sum(count for name, count in written.items() if is_same_speaker(name, one.speaker))
    place = f"{letter}, {say_line(text.line_at(one.span.start))}"
    share = f"{same} of {sum(written.values())}" if written else "–"
    return cells(place, quoted(text.read(*one.span), WORDS), tool, told, share)


def is_same_speaker(written: str, speaker: str) -> bool:
    """Whether a pupil's note means the tool's speaker: one of its words, with accents or none."""
    return bool(set(_plain_words(written)) & set(_plain_words(speaker.removeprefix(NOBODY_NAMED))))


def _plain_words(text: str) -> Iterator[str]:
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return (word for word in re.findall(r"\w+", bare) if len(word) > 2 and word not in ("the", "and", "unnamed"))
