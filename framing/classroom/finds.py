"""The tool's findings as they stand on the sheets: letter, line, words around."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from framing.classroom.records import Find, Prompt, Sheet
from framing.evidence.view import read_detail
from framing.model import Span
from framing.text import around

if TYPE_CHECKING:
    from framing.evidence import Analysis

KINDS = ("cue", "quote", "loaded", "agency", "mention")


def find_all(sheets: Sequence[Sheet], analysis: Analysis) -> tuple[Find, ...]:
    """Every finding that is printed on a sheet, sheet by sheet in reading order; each stretch once a kind and label."""
    by_article = {sheet.article: sheet for sheet in sheets}
    table = analysis.evidence
    table = table[table["article"].isin(list(by_article)) & table["kind"].isin(KINDS)]
    found: dict[tuple[object, ...], Find] = {}
    for row in table.to_dict("records"):
        sheet = by_article[str(row["article"])]
        span = sheet.place(int(row["start"]), int(row["end"]))
        if span:
            key = (sheet.letter, span, row["kind"], row["label"], row["actor"] if row["kind"] == "mention" else "")
            one = found.get(key) or _find(row, sheet, span)
            found[key] = one._replace(rows=(*one.rows, str(row["id"])))
    return tuple(sorted(found.values(), key=lambda one: (one.letter, one.span, one.kind, one.label, one.row)))


def _find(row: Mapping[Hashable, Any], sheet: Sheet, span: Span) -> Find:
    """A row of the evidence as it stands on a sheet."""
    return Find(
        row=str(row["id"]), kind=str(row["kind"]), label=str(row["label"]), letter=sheet.letter, span=span,
        line=sheet.line_at(span.start), voice=str(row["voice"]), speaker=str(row["speaker"]),
        actor=str(row["actor"]), value=float(row["value"]), confidence=float(row["confidence"]),
        detail=read_detail(row["detail"]),
    )  # fmt: skip


def words_of(sheet: Sheet, find: Find) -> str:
    """The found words as printed, on one line."""
    return " ".join(sheet.text[find.span.start : find.span.end].split())


def prompt_of(sheet: Sheet, find: Find, *, tell: bool = False) -> Prompt:
    """The finding inside its printed sentence; `tell` shows its voice."""
    before, found, after = around(sheet.text, *find.span, sheet.sentences)
    return Prompt(find.letter, find.line, before, " ".join(found.split()), after, find.voice if tell else "")


def say_line(line: int) -> str:
    """A line as people say it."""
    return str(line) if line else "headline"


def say_lines(lines: Iterable[int]) -> str:
    """Lines in order, each once: "headline, line 4 and 12"."""
    numbers = sorted(set(lines))
    told = [str(line) for line in numbers if line]
    parts = (["headline"] if 0 in numbers else []) + ([f"line {', '.join(told)}"] if told else [])
    return ", ".join(parts)


def spread(finds: Iterable[Find], most: int) -> list[Find]:
    """Up to `most` findings, one text after another in turn, so that no text fills the page alone."""
    queues: dict[str, list[Find]] = {}
    for one in finds:
        queues.setdefault(one.letter, []).append(one)
    chosen: list[Find] = []
    while len(chosen) < most and any(queues.values()):
        for letter in sorted(queues):
            if queues[letter] and len(chosen) < most:
                chosen.append(queues[letter].pop(0))
    return sorted(chosen, key=lambda one: (one.letter, one.span))
