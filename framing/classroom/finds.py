"""The tool's findings as they stand on the sheets: letter, line, words around."""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from framing.classroom.records import Find, Prompt, Sheet
from framing.model import Span

if TYPE_CHECKING:
    from framing.evidence import Analysis

KINDS = ("cue", "quote", "loaded", "agency", "mention")
AROUND = 230  # characters of a sentence that are shown
_EDGE = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n+")
_SHORT = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Gen|Col|St|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.$")


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
        detail=_detail(str(row["detail"])),
    )  # fmt: skip


def _detail(text: str) -> Mapping[str, object]:
    found = json.loads(text) if text else {}
    return found if isinstance(found, dict) else {}


def words_of(sheet: Sheet, find: Find) -> str:
    """The found words as printed, on one line."""
    return " ".join(sheet.text[find.span.start : find.span.end].split())


def prompt_of(sheet: Sheet, find: Find, *, tell: bool = False) -> Prompt:
    """The finding inside its printed sentence; `tell` shows its voice."""
    start, end = find.span
    edges = [hit.end() for hit in _EDGE.finditer(sheet.text, 0, start) if _real(sheet.text, hit)]
    ends = (hit.start() for hit in _EDGE.finditer(sheet.text, end) if _real(sheet.text, hit))
    low, high = max([len(sheet.headline) if start >= len(sheet.headline) else 0, *edges]), next(ends, len(sheet.text))
    spare = max(60, AROUND - (end - start))
    before, after = sheet.text[low:start].lstrip(), sheet.text[end:high].rstrip()
    if len(before) + len(after) > spare:
        before = _tail(before, max(spare // 2, spare - len(after)))
        after = _head(after, max(spare // 2, spare - len(before)))
    return Prompt(find.letter, find.line, before, _middle(sheet.text[start:end]), after, find.voice if tell else "")


def _real(text: str, hit: re.Match[str]) -> bool:
    return "\n" in hit[0] or not _SHORT.search(text, max(0, hit.start() - 8), hit.start())


def _tail(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    return "… " + text[text.find(" ", len(text) - room) + 1 :]


def _head(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    return text[: text.rfind(" ", 0, room)] + " …"


def _middle(text: str) -> str:
    """Long found words without their middle; one line."""
    text = " ".join(text.split())
    return text if len(text) <= AROUND else f"{_head(text, AROUND // 2)[:-2]} … {_tail(text, AROUND // 3)[2:]}"


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
