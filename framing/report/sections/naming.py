"""How each source names the main actors: wordings side by side, with counts and whose words they are."""

from __future__ import annotations

from collections.abc import Sequence

from framing.measure.naming import NamingRow, NamingTable, name_key
from framing.measure.uses import count_voices
from framing.model import PEOPLE
from framing.packs.people import load_actor_words
from framing.report.blocks import Block, Heading, Run, Table, Words, cite, plain
from framing.report.context import first_of
from framing.say import listed, plural
from framing.text import clip

MOST = 6  # actors
GROUPS = 2  # of those that some source names by a wording that takes a side
COLUMNS = 5  # sources
WORDINGS = 3  # in a cell
LONGEST = 60  # characters of a wording
COUNTED = (
    "The number behind a wording says how often it stands there: in the outlet’s own words, unless brackets say "
    "whose. Pronouns are not listed. A dash: not named. Cannot tell: a word of the text may mean the actor."
)
ORDERED = "First comes the most frequent wording, then those that only this source uses."
BOLD = "A wording in bold takes a side, as a pack has it."
SIDED = 0.5  # share of its uses from which a wording is set in bold


def naming_blocks(tables: Sequence[NamingTable], sources: Sequence[str], *, of: int) -> list[Block]:
    """A heading and one table, an actor a row and a source a column; nothing when nobody is named.

    `sources` are those shown of all `of`.
    """
    shown = _shown(tables, sources)
    if not shown:
        return []
    rows = tuple((_actor(table), *(_cell(table, source) for source in sources)) for table in shown)
    rows_of = tuple(_rows(table, sources) for table in shown)
    bold = any(row.sided >= SIDED for table in shown for row in table.rows)
    several = len(sources) > 1
    parts = (COUNTED, ORDERED if several else "", BOLD if bold else "", first_of(len(sources), of))
    caption = "How each source names the main actors" if several else f"How {sources[0]} names the main actors"
    width = 0.18 if several else 0.3
    widths = (width, *((1 - width) / len(sources) for _ in sources))
    columns = ("actor, by its neutral name", *sources)
    return [
        Heading("What did each call whom?" if several else "What does it call whom?"),
        Table(caption, columns, rows, (), " ".join(part for part in parts if part), rows_of, widths),
    ]


def _shown(tables: Sequence[NamingTable], sources: Sequence[str]) -> list[NamingTable]:
    """The first actors that several sources name, then groups that some source names by a wording that takes a side.

    Of several sources no person whom all call by name and title alone: that is house style.
    """
    least = min(2, len(sources))
    used = [table for table in tables if any(_telling(table, table.sources.index(source)) for source in sources)]
    sided = [table for table in used if table.kind == "group" and any(row.sided >= SIDED for row in table.rows)]
    named = (table for table in used if sum(source not in table.silent for source in sources) >= least)
    first = [table for table in named if table not in sided][:MOST]
    if len(sources) > 1:
        first = [table for table in first if not all(_is_by_name(table, row) for row in table.rows)]
    return [*first, *sided[:GROUPS]]


def _is_by_name(table: NamingTable, row: NamingRow) -> bool:
    """Whether a wording calls a person by name and title alone, as a house has it: "Mr. Toll", "Premier Ana Toll"."""
    words = load_actor_words()
    plain = words.personal_openings | words.before_titles | frozenset(name_key(table.name).split())
    told = name_key(row.wording).split()
    return table.kind in PEOPLE and not row.sided and all(word in plain or len(word) == 1 for word in told)


def _has_name(table: NamingTable, row: NamingRow) -> bool:
    """Whether a wording, of several sources, is house style with a word of the name in it: "Mr. Toll", no "premier"."""
    named = set(name_key(table.name).split()) & set(name_key(row.wording).split())
    return len(table.sources) > 1 and bool(named) and _is_by_name(table, row)


def _actor(table: NamingTable) -> Words:
    """The readable name; with it wordings that take no side, where some wording takes one."""
    others = [word for word in table.neutral if word != table.name]
    if not others:
        return (Run(table.name, "strong"),)
    also = "also neutral" if table.name in table.neutral else "neutral"
    return (Run(table.name, "strong"), Run(f" ({also}: {listed(others, last='or')})"))


def _cell(table: NamingTable, source: str) -> Words:
    """The wordings of one source with counts; of those that only it uses one is cited. A dash where it is silent."""
    place = table.sources.index(source)
    used = _telling(table, place)
    if not used:
        if source in table.unsure:
            return plain("cannot tell")
        return plain("—" if source in table.silent else "without a name")
    shown = used[:WORDINGS]
    alone = [row for row in shown if _is_alone(row) and row.wording != table.name and not _has_name(table, row)]
    cited = max(alone, key=lambda row: len(row.wording.split()), default=None)
    runs: list[Run] = []
    for row in shown:
        runs.append(Run("; " if runs else ""))
        runs.append(Run(f"“{clip(row.wording, LONGEST)}”", "strong" if row.sided >= SIDED else ""))
        runs.append(Run(f" {count_voices(row.cells[place])}"))
        excerpt = row.excerpts[place]
        if row is cited and excerpt is not None:
            runs += [Run(" "), cite(excerpt.row)]
    rest = len(used) - len(shown)
    return (*runs, Run(f"; and {plural(rest, 'other')}")) if rest else tuple(runs)


def _telling(table: NamingTable, place: int) -> list[NamingRow]:
    """The wordings of one source: its most frequent one, those that take a side, those that only it uses, the rest."""
    used = [row for row in table.rows if row.cells[place].count]
    used.sort(key=lambda row: (-row.cells[place].count, -len(row.wording), row.wording))
    return used[:1] + sorted(used[1:], key=lambda row: (row.sided < SIDED, not _is_alone(row)))


def _is_alone(row: NamingRow) -> bool:
    """Whether only one source uses a wording."""
    return sum(cell.count > 0 for cell in row.cells) == 1


def _rows(table: NamingTable, sources: Sequence[str]) -> tuple[str, ...]:
    """The evidence behind every number of a line."""
    places = [table.sources.index(source) for source in sources]
    return tuple(one for place in places for row in table.rows for one in row.cells[place].rows)
