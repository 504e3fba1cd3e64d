"""The tool's findings as they stand on the sheets, and their lines in words."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from framing.classroom.records import Sheet, SheetFinding, line_at
from framing.evidence.details import read_detail
from framing.grouping import group_by, in_turn
from framing.model import CLEAR_FROM, STYLE, SURE_FROM
from framing.text import clip

if TYPE_CHECKING:
    import pandas as pd

    from framing.evidence import Analysis

EDGES = " .,;:!?“”\"'‘’"  # signs around found words that are not printed
KINDS = ("cue", "quote", "loaded", "agency", "mention")


def place_findings(sheets: Sequence[Sheet], analysis: Analysis) -> tuple[SheetFinding, ...]:
    """Every sure finding that is printed on a sheet, in reading order; each stretch once a kind and label.

    A lesson teaches only what is sure (`is_sure`): one wrong answer in the key costs more than ten that it lacks.
    """
    by_article = {sheet.article: sheet for sheet in sheets}
    table = analysis.evidence
    table = table[table["article"].isin(list(by_article)) & table["kind"].isin(KINDS)]
    doubtful = _doubtful_voices(table)
    found: dict[tuple[object, ...], SheetFinding] = {}
    for row in table.to_dict("records"):
        sheet = by_article[str(row["article"])]
        span = sheet.place(int(row["start"]), int(row["end"]))
        given = row["voice"] == "narrator" or (str(row["article"]), str(row["speaker"])) not in doubtful
        if span and given and is_sure(row):
            key = (sheet.letter, span, row["kind"], row["label"], row["actor"] if row["kind"] == "mention" else "")
            one = found.get(key) or SheetFinding(
                str(row["id"]), str(row["kind"]), str(row["label"]), sheet, span, line_at(sheet.lines, span.start),
                str(row["voice"]), str(row["speaker"]), float(row["value"]), float(row["confidence"]),
                read_detail(row["detail"]),
            )  # fmt: skip
            found[key] = one._replace(rows=(*one.rows, str(row["id"])))
    return tuple(sorted(found.values(), key=lambda one: (one.letter, one.span, one.kind, one.label, one.row)))


def is_sure(row: Mapping[Hashable, Any]) -> bool:
    """Whether a row of evidence may be taught: sure enough, and a loaded word only where it clearly judges."""
    clear = row["kind"] != "loaded" or (row["label"] not in STYLE and float(row["value"]) >= CLEAR_FROM)
    return clear and float(row["confidence"]) >= SURE_FROM


def hides_doer(one: SheetFinding) -> bool:
    """Whether an account of harm says nothing of who did it; "the Velmoran assault" does, by the word before it."""
    before = one.sheet.text[: one.span.start].split()
    return one.label == "agent_deleted" and not (before and before[-1][0].isupper() and before[-1].isalpha())


def _doubtful_voices(table: pd.DataFrame) -> frozenset[tuple[str, str]]:
    """Article and speaker of statements of which none is sure: what stands in them is given to nobody in a lesson."""
    quotes = table[table["kind"] == "quote"]
    places = zip(quotes["article"], quotes["speaker"], quotes["confidence"], strict=True)
    best: dict[tuple[str, str], float] = {}
    for article, who, sure in places:
        place = (str(article), str(who))
        best[place] = max(best.get(place, 0.0), float(sure))
    return frozenset(place for place, sure in best.items() if sure < SURE_FROM)


def on_sheet(findings: Iterable[SheetFinding], letter: str, *kinds: str) -> list[SheetFinding]:
    """The findings of one text, of the kinds asked for or of all."""
    return [one for one in findings if one.letter == letter and (not kinds or one.kind in kinds)]


def in_order(findings: Iterable[SheetFinding]) -> list[SheetFinding]:
    """Findings in the order in which the texts are read."""
    return sorted(findings, key=lambda one: (one.letter, one.span))


def pick_spread(findings: Iterable[SheetFinding], most: int) -> list[SheetFinding]:
    """Up to `most` findings, one text after another in turn, so that no text fills the page alone."""
    by_letter = group_by(findings, lambda one: one.letter)
    ordered = [one for letter in sorted(by_letter) for one in by_letter[letter]]
    return in_order(in_turn(ordered, lambda one: one.letter)[:most])


def quoted(words: str, room: int) -> str:
    """Found words without the signs around them, cut when they are long, in quotation marks; inner ones are single."""
    inner = words.strip(EDGES)
    closed = inner + "”" * max(0, inner.count("“") - inner.count("”"))
    return f"“{clip(closed.replace('“', '‘').replace('”', '’'), room)}”"


def say_line(line: int) -> str:
    """A line in a column of lines: its number, or "headline"."""
    return str(line) if line else "headline"


def say_lines(lines: Iterable[int]) -> str:
    """Lines in order, each once: "headline, line 4, 12"."""
    numbers = sorted(set(lines))
    told = [str(line) for line in numbers if line]
    return ", ".join([*(["headline"] if 0 in numbers else []), *([f"line {', '.join(told)}"] if told else [])])
