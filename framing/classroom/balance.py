"""What each text does well beside what to look at again: two columns of one size, so that a lesson is no hunt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from framing.classroom.findings import hides_doer, on_sheet, quoted, say_line
from framing.classroom.questions import good_practice
from framing.classroom.records import Sheet, SheetFinding
from framing.model import NOBODY_NAMED
from framing.report.blocks import Heading, Paragraph, Run, Table, cells, plain

MOST = 3  # lines of each column
SHOWN = 50  # characters of words that are shown
NONE_WELL = "The program sees nothing of this kind here. Find something yourself."
NONE_AGAIN = "Nothing that the program is sure of."


def balance_blocks(
    sheets: Sequence[Sheet], findings: Sequence[SheetFinding]
) -> tuple[Heading | Paragraph | Table, ...]:
    """A heading and a table with, for each text, as many good points as points to look at again."""
    rows = tuple(row for sheet in sheets for row in _rows(sheet.letter, on_sheet(findings, sheet.letter)))
    lead = "Both columns are of one size on purpose: read the left one aloud first."
    return (
        Heading("What each text does well, and what to look at again"),
        Paragraph(plain(lead)),
        Table("", ("Text", "Does well", "Look at again"), rows, widths=(0.4, 2.4, 2.4)),
    )


def _rows(letter: str, mine: Sequence[SheetFinding]) -> Iterator[tuple[tuple[Run, ...], ...]]:
    """The lines of one text; never more to look at again than is done well."""
    well = list(dict.fromkeys(_well(letter, mine)))[:MOST]
    again = list(dict.fromkeys(_again(mine)))[: max(1, len(well))]
    for number, (good, bad) in enumerate(zip_longest(well or [NONE_WELL], again or [NONE_AGAIN], fillvalue="")):
        yield cells((Run(letter if number == 0 else "", "strong"),), good, bad)


def _well(letter: str, mine: Sequence[SheetFinding]) -> Iterator[str]:
    """Rival words, denials and named speakers, then single quotations with a name and accounts that say who did it."""
    for answer in good_practice(letter, mine):
        says = answer.says.removeprefix(f"Text {letter} ")
        yield says[:1].upper() + says[1:]
    for one in mine:
        if one.kind == "quote" and one.label == "direct" and one.named:
            yield f"{quoted(one.words, SHOWN)}: it says by name who says so, {one.speaker} ({_line(one)})"
        elif one.kind == "agency" and one.label == "agent_named" and one.voice == "narrator":
            yield f"{quoted(one.words, SHOWN)}: it says who did it ({_line(one)})"


def _again(mine: Sequence[SheetFinding]) -> Iterator[str]:
    """Judging words in the text's own voice, speakers without a name, harm with nobody named."""
    for one in mine:
        if one.kind == "loaded" and one.voice == "narrator":
            yield f"{quoted(one.words, SHOWN)}: it judges, in the text’s own words ({_line(one)})"
        elif one.kind == "quote" and one.line and one.speaker.startswith(NOBODY_NAMED) and not one.given:
            yield f"{one.speaker.removeprefix(NOBODY_NAMED)}: a speaker without a name ({_line(one)})"
        elif one.kind == "agency" and one.voice == "narrator" and one.line and hides_doer(one):
            yield f"{quoted(one.words, SHOWN)}: it does not say who did it ({_line(one)})"


def _line(one: SheetFinding) -> str:
    return f"line {one.line}" if one.line else say_line(one.line)
