"""The answers, for the teacher: on paper, and as a file with which the class's marks are compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from framing.classroom.finds import say_line, words_of
from framing.classroom.keyfile import KEY
from framing.classroom.paper import Paper, answered, print_text
from framing.classroom.records import Find, Options, Question, Sheet
from framing.report.blocks import Heading, Note, PageBreak, Paragraph, Table, plain
from framing.report.words import VOICES

VERSION = 1
TAG_OF = {"loaded": "loaded", "cue": "naming", "quote": "speaker"}


def sheets_digest(sheets: Sequence[Sheet]) -> str:
    """Short name of a set of sheets, the same for the same printed texts; pupils' files carry it."""
    return hashlib.sha256("\0".join(f"{one.letter}\0{one.text}" for one in sheets).encode()).hexdigest()[:12]


def write_key(
    title: str, sheets: Sequence[Sheet], practice: Sequence[Sheet], questions: Sequence[Question], finds: Sequence[Find]
) -> Paper:
    """The answer key: who wrote what, the answers with line, words and evidence id, worksheet 2 with marks."""
    return Paper(
        "answer-key.pdf",
        f"Answer key: {title}",
        "For the teacher. Keep it to yourself until the texts are revealed.",
        (
            _who(sheets, practice),
            Note("how", "How far to trust it", (plain(TRUST),)),
            Heading("Worksheet 1"),
            *(answered(number, question) for number, question in enumerate(questions, 1)),
            *_practice(practice, finds),
        ),
        pupil=False,
    )


TRUST = (
    "These answers come from a program that reads words, not minds. Each names the line and the row of evidence behind "
    "it. Where it was not sure it says so; elsewhere it can be wrong as well. If a pupil has a good reason for another "
    "answer, the pupil is right: write it down, the class report has a place for it."
)


def _who(sheets: Sequence[Sheet], practice: Sequence[Sheet]) -> Table:
    rows = tuple(
        (plain(one.letter), plain(one.source), plain(one.date), plain(one.article), plain(str(one.words)))
        for one in (*sheets, *practice)
    )
    columns = ("Text", "Outlet", "Date", "Article", "Words printed")
    return Table("Who wrote what", columns, rows, numeric=(4,), widths=(0.4, 1.5, 0.8, 1.7, 0.8))


def _practice(practice: Sequence[Sheet], finds: Sequence[Find]) -> list[Any]:
    """Worksheet 2 with the marks that the tool would make."""
    if not practice:
        return []
    blocks: list[Any] = [
        PageBreak(),
        Heading("Worksheet 2, as the tool would mark it"),
        Paragraph(plain(LETTERS)),
    ]
    for place, sheet in enumerate(practice):
        blocks += [PageBreak()] if place else []
        blocks += [print_text(sheet, finds, blind=False), _list(sheet, finds)]
    return blocks


LETTERS = (
    "O the outlet’s own words, C a reported claim, Q in quotation marks, D kept at a distance. Pupils will find more, "
    "and other things: that is what the discussion is for."
)


def _list(sheet: Sheet, finds: Sequence[Find]) -> Table:
    mine = [one for one in finds if one.letter == sheet.letter and one.kind in ("loaded", "cue")]
    rows = tuple(
        (
            plain(f"“{words_of(sheet, one)}”"), plain(_label(one)), plain(say_line(one.line)),
            plain(VOICES.get(one.voice, "")), plain(one.row + (" · may be wrong" if one.unsure else "")),
        )
        for one in mine
    )  # fmt: skip
    columns = ("Words", "What", "Line", "Whose words", "Evidence")
    return Table(f"Text {sheet.letter}: what the tool marked", columns, rows, widths=(1.7, 1.5, 0.6, 1.3, 1.3))


def _label(one: Find) -> str:
    if one.kind == "loaded":
        return f"loaded word ({one.label})"
    pole = one.label.partition("/")[2].replace("_", " ")
    return f"naming ({pole})"


def key_data(sheets: Sequence[Sheet], finds: Sequence[Find], options: Options) -> str:
    """The key as JSON: printed texts with the tool's findings on them, by letter."""
    texts = [
        {
            "letter": one.letter,
            "article": one.article,
            "source": one.source,
            "text": one.text,
            "lines": [list(line) for line in one.lines],
            "finds": [
                {
                    "row": find.row, "rows": find.rows, "tag": _tag(find), "kind": find.kind, "label": find.label,
                    "start": find.span.start, "end": find.span.end, "confidence": find.confidence, "voice": find.voice,
                }
                for find in finds
                if find.letter == one.letter and _tag(find)
            ],
        }
        for one in sheets
    ]  # fmt: skip
    record = {
        "format": KEY, "version": VERSION, "sheet": sheets_digest(sheets), "blind": options.blind, "texts": texts,
    }  # fmt: skip
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _tag(find: Find) -> str:
    """The pupils' tag that a finding answers to, or ""."""
    if find.kind == "cue" and find.detail.get("state") == "denied":
        return "good"
    return TAG_OF.get(find.kind, "")
