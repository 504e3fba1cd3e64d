"""What a report is made of: plain frozen blocks, the same for paper and screen.

Blocks hold words, never mark-up: every renderer escapes in its own way, so an article that holds HTML or Typst code is
printed letter by letter. Evidence is named by the id of its row; `Report.refs` gives each cited row a short name (E12).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal, NamedTuple

from framing.chart.protocol import Chart, alternative_text

Style = Literal["", "strong", "em", "mark", "cite"]


class Run(NamedTuple):
    """Some words in one style. `mark` words carry a voice; a `cite` points at the evidence row `row`."""

    text: str
    style: Style = ""
    voice: str = ""
    row: str = ""


Words = tuple[Run, ...]
Line = tuple[tuple[Words, ...], tuple[str, ...]]  # of a table: its cells, and the evidence ids behind them


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the section's own; `level` 2 or 3."""

    text: str
    level: int = 2
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `tone` is "lead", "small" or ""."""

    words: Words
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short statements."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of an article as evidence: the found words are marked with their voice, `who` says whose words they are."""

    row: str
    source: str
    where: str  # title or id of the article, and its date
    before: str
    found: str
    after: str
    voice: str
    who: str


@dataclass(frozen=True, slots=True)
class Side:
    """One source's column in a comparison."""

    source: str
    lead: str
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Sources beside one another: what each says, with its words."""

    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """How one source tells something: its headline, where it is shown, and the sentence with the marked words."""

    source: str
    title: Words
    words: Words
    where: str


@dataclass(frozen=True, slots=True)
class Tellings:
    """One thing as several sources tell it, side by side, and in a line for each what differs."""

    sides: tuple[Telling, ...]
    differs: tuple[Words, ...] = ()
    columns: int = 2  # at least so many, so that rows of one table stand below one another


@dataclass(frozen=True, slots=True)
class PairJudgement:
    """Controls on screen by which a reader accepts, rejects or names a pair of wordings; `id` as in verdicts.csv."""

    id: str
    words: tuple[str, str]
    verdict: str  # keep when a reader accepted it before, else ""
    name: str  # what a reader called the thing before, or ""


@dataclass(frozen=True, slots=True)
class SavedJudgements:
    """A button on screen that saves all decisions as verdicts.csv; `before` are lines of earlier ones, kept in it."""

    before: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ScreenOnly:
    """More of the same that a reader may unfold on screen; not printed on paper."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; `numeric` columns are set right. `rows_of[i]` are the evidence ids behind row i."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    numeric: tuple[int, ...] = ()
    note: str = ""
    rows_of: tuple[tuple[str, ...], ...] = ()
    widths: tuple[float, ...] = ()  # shares of the width; () lets the renderer choose


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A chart with the sentence that says what it shows, and its numbers as a table; `bare` has no title of its own."""

    chart: Chart
    says: str
    table: Table
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A box: `kind` is "how" (how to read), "warning" or "good"."""

    kind: Literal["how", "warning", "good"]
    title: str
    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Large figures with a line below each: (figure, what it counts)."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article: the evidence rows that cover it, and how it is marked ("" when it is not).

    `last` says that the mark ends here, so that its letter stands once, behind the last piece.
    """

    text: str
    kinds: tuple[str, ...] = ()
    voice: str = ""
    rows: tuple[str, ...] = ()
    last: bool = True


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """A whole article, paragraph by paragraph, with its findings marked in the text."""

    article: str
    source: str
    title: str
    about: str  # date, event, words
    paragraphs: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class EvidenceList:
    """The list of all cited rows, in the order in which they are cited; filled from `Report.cited`."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page on paper; nothing on screen."""


Block = (
    Heading
    | Paragraph
    | Bullets
    | Excerpt
    | SideBySide
    | Tellings
    | PairJudgement
    | SavedJudgements
    | ScreenOnly
    | Table
    | ChartBlock
    | Note
    | Facts
    | MarkedArticle
    | EvidenceList
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report. `only`: it is made for paper or for the screen."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    only: Literal["", "paper", "screen"] = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """One entry of the evidence list."""

    ref: str  # "E12"
    row: str
    kind: str
    source: str
    where: str
    date: str
    text: str
    voice: str
    who: str


@dataclass(frozen=True, slots=True)
class Share:
    """The picture for sharing: one contrast in words, with its sides and the line that says where it comes from."""

    title: str
    sentence: str
    sides: tuple[Side, ...]
    line: str


@dataclass(frozen=True)
class Report:
    """A whole report. `refs` maps evidence ids to short names in the order of first citation."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    cited: tuple[Cited, ...]
    refs: Mapping[str, str] = field(default_factory=dict)
    share: Share | None = None
    rooms: tuple[tuple[Block, ...], ...] = ()  # the first page with all its stories, then with fewer


def cite(row: str) -> Run:
    """A reference to an evidence row."""
    return Run("", "cite", row=row)


def plain(text: str) -> Words:
    """Words without any style."""
    return (Run(text),)


def cells(*given: str | Words) -> tuple[Words, ...]:
    """A row of a table, without any style where it is given as text."""
    return tuple(plain(one) if isinstance(one, str) else one for one in given)


def chart_block(chart: Chart, says: str = "", *, bare: bool = False) -> ChartBlock:
    """A chart with its sentence and its table; `bare` when a heading above it already bears its title."""
    numbers = chart.numbers()
    caption = f"{chart.head.title} ({chart.head.unit})" if chart.head.unit else chart.head.title
    cells = tuple(tuple(plain(cell) for cell in row.cells) for row in numbers.rows)
    numeric = tuple(range(1, len(numbers.columns))) if numbers.numeric else ()
    table = Table(caption, numbers.columns, cells, numeric=numeric, rows_of=tuple(row.rows for row in numbers.rows))
    return ChartBlock(chart, says, table, bare)


def evidence_table(
    caption: str, columns: Mapping[str, float], lines: Sequence[Line], note: str = "", *, numeric: tuple[int, ...] = ()
) -> Table:
    """A table of lines with the evidence behind each; `columns` are names and shares of the width."""
    rows, rows_of = tuple(row for row, _ in lines), tuple(ids for _, ids in lines)
    return Table(caption, tuple(columns), rows, numeric, note, rows_of, tuple(columns.values()))


def cited_rows(block: object) -> Iterator[str]:
    """Evidence ids that a block cites, in reading order: excerpts and references, not the rows behind numbers."""
    if isinstance(block, Excerpt):
        yield block.row
    elif isinstance(block, Run):
        if block.style == "cite":
            yield block.row
    elif isinstance(block, tuple):
        for part in block:
            yield from cited_rows(part)
    elif isinstance(block, (ChartBlock, MarkedArticle)):
        return
    elif is_dataclass(block):
        for one in fields(block):
            yield from cited_rows(getattr(block, one.name))


def number_rows(sections: tuple[Section, ...]) -> dict[str, str]:
    """E1, E2, … for every cited row, in the order of first citation."""
    refs: dict[str, str] = {}
    for section in sections:
        for row in cited_rows(section.blocks):
            if row and row not in refs:
                refs[row] = f"E{len(refs) + 1}"
    return refs


def as_data(block: Any) -> Any:
    """A block as plain lists and dictionaries for a renderer that reads JSON; each record carries its `type`."""
    if isinstance(block, Run):
        return {key: value for key, value in block._asdict().items() if value}
    if isinstance(block, (tuple, list)):
        return [as_data(part) for part in block]
    if isinstance(block, ChartBlock):  # a renderer of data shows a chart's picture, not its numbers
        head = {**as_data(block.chart.head), "alt": alternative_text(block.chart)}
        return {"type": "ChartBlock", "chart": {"head": head}, "says": block.says, "bare": block.bare}
    if is_dataclass(block):
        record = {one.name: as_data(getattr(block, one.name)) for one in fields(block)}
        return {"type": type(block).__name__, **record}
    return block
