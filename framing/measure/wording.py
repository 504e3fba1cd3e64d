"""What each source calls the same thing, and in whose words."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, product
from typing import TYPE_CHECKING

from framing.evidence.details import UNSURE
from framing.grouping import group_by
from framing.measure.counting import article_means, grouped, most_frequent
from framing.measure.ledger import OWN
from framing.measure.question import Contrast, ContrastSide, Family, Feature, say_sides, shrink
from framing.measure.uses import (
    Use,
    WordingCell,
    added,
    by_source,
    common_words,
    count_cell,
    read_uses,
    say_voices,
)
from framing.say import listed, plural, scale_between, times

if TYPE_CHECKING:
    import pandas as pd

    from framing.measure.ledger import Ledger


LINES = 4  # referents in the sentences of a profile
REFERENTS = 6  # referents that are tested in each voice, the most widespread
SIDES = 4  # sources in a contrast
HALF = 4.0  # wordings at which a contrast keeps half of its strength
ARTICLE = re.compile(r"^(?:the|a|an|this|these|its|their) (?=.)")


@dataclass(frozen=True, slots=True)
class WordingRow:
    """One wording (variant) of a referent, how far it leans in [-1, 1], and how often each source uses it."""

    variant: str  # id in the pack
    wording: str  # the words as they stand most often, lower case unless names: "anti-terrorist campaign"
    pole: str
    value: float  # mean signed value in [-1, 1] along the referent's axis; 0 is neutral
    denied: float  # share of its uses that are denied, hypothetical or questioned, in [0, 1]
    cells: tuple[WordingCell, ...]  # one a source, in the order of `WordingTable.sources`


@dataclass(frozen=True, slots=True)
class WordingLine:
    """A readable sentence on who words it how: News.Az: “anti-terrorist campaign” — only in Sergey Markov’s words."""

    source: str
    pole: str
    text: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordingTable:
    """How each source names one referent. Rows run from the negative pole over neutral to the positive pole."""

    referent: str  # id in the pack
    pack: str
    gloss: str  # readable: "the September 2023 operation"
    sources: tuple[str, ...]
    poles: tuple[str, ...]  # negative end first; neutral poles in the middle
    rows: tuple[WordingRow, ...] = field(repr=False)
    neutral: tuple[str, ...]  # the neutral wordings that were used: the alternative that was at hand
    lines: tuple[WordingLine, ...] = field(repr=False)
    silent: tuple[str, ...]  # sources that do not name it at all: absent, not zero


def say_no_wordings(packs: Sequence[str] | None) -> str:
    """Why no pack's wording is shown: none was asked for, none is about these articles, or those found none."""
    if packs is None:
        return "no pack was asked for."
    if not packs:
        return "every pack was tried, and none is about what these articles tell."
    one = len(packs) == 1
    return f"the {'pack' if one else 'packs'} {listed(packs)} found none of {'its' if one else 'their'} wordings here."


def measure(ledger: Ledger, sources: Sequence[int]) -> tuple[WordingTable, ...]:
    """One table a referent that the given sources name: things under rival names before questions that are argued, and
    of each those first on which sources stand far apart, then the most named.
    """
    rows = ledger.rows("cue")
    rows = rows[ledger.in_sources(rows, sources)]
    named = group_by(_uses(ledger, rows), lambda use: use.referent)
    packs = rows.drop_duplicates("referent")
    pack_of = dict(zip(packs["referent"].tolist(), packs["pack"].tolist(), strict=True))

    def rank(referent: str) -> tuple[bool, int, float, str]:
        uses = named[referent]
        far, often = _apart(uses, sources), math.fsum(use.share for use in uses)
        return ledger.referents[referent].argument, -far, -often, referent

    return tuple(_table(ledger, named[one], one, pack_of[one], sources) for one in sorted(named, key=rank))


def _apart(uses: Sequence[Use], sources: Sequence[int]) -> int:
    """How far the sources stand apart in their mean value of a referent: 2 from one on (opposite sides, or a side and
    none), 1 from one half on, else 0.
    """
    means = [
        math.fsum(use.value * use.share for use in part) / math.fsum(use.share for use in part)
        for part in by_source(uses, sources)
        if part
    ]
    return min(2, int(2 * (max(means) - min(means))))


def _table(ledger: Ledger, uses: Sequence[Use], referent: str, pack: str, sources: Sequence[int]) -> WordingTable:
    groups = group_by(uses, lambda use: (use.id, _wording_key(use.text)))
    variants = [_variant(ledger, groups[key], sources) for key in sorted(groups)]
    variants.sort(key=lambda row: (row.value, row.pole, -sum(cell.count for cell in row.cells), row.wording))
    present = {use.source for use in uses}
    return WordingTable(
        referent=referent,
        pack=pack,
        gloss=ledger.referents[referent].name,
        sources=tuple(ledger.sources[source] for source in sources),
        poles=tuple(dict.fromkeys(row.pole for row in variants)),
        rows=tuple(variants),
        neutral=tuple(row.wording for row in variants if row.value == 0),
        lines=tuple(line for number, source in enumerate(sources) for line in _lines(ledger, variants, number, source)),
        silent=tuple(ledger.sources[source] for source in sources if source not in present),
    )


def _uses(ledger: Ledger, rows: pd.DataFrame) -> list[Use]:
    """Rows of cues as uses: one space between their words, no punctuation at the ends."""
    columns = (rows[name].tolist() for name in ("state", "referent"))
    found = zip(read_uses(ledger, rows, "variant", "pole"), *columns, strict=True)
    return [
        use._replace(text=" ".join(use.text.split()).strip(".,;:"), state=state, referent=referent)
        for use, state, referent in found
    ]


def _wording_key(text: str) -> str:
    """A wording for grouping: lower case, no article in front. No source is lent another's words."""
    plain = text.lower().strip(" '\"’“”")
    return ARTICLE.sub("", plain) or plain


def _variant(ledger: Ledger, uses: Sequence[Use], sources: Sequence[int]) -> WordingRow:
    total = math.fsum(use.share for use in uses)
    return WordingRow(
        variant=uses[0].id,
        wording=common_words(uses),
        pole=uses[0].label,
        value=round(math.fsum(use.value * use.share for use in uses) / total, 6),
        denied=math.fsum(use.share for use in uses if use.state not in ("asserted", UNSURE)) / total,
        cells=tuple(_cell(ledger, part) for part in by_source(uses, sources)),
    )


def common_wording(ledger: Ledger, rows: pd.DataFrame) -> str:
    """The words of cues as they stand most often; of equals one that does not open a sentence, then the shortest."""
    return common_words(_uses(ledger, rows))


def _cell(ledger: Ledger, uses: Sequence[Use]) -> WordingCell:
    """The cell of some uses, with what is not asserted in them; a wording that takes no side asserts nothing."""
    states = added(
        (use.state, use.share) for use in uses if use.state == UNSURE or (use.state != "asserted" and use.value)
    )
    return replace(count_cell(ledger, uses), states=states)


def _lines(ledger: Ledger, variants: Sequence[WordingRow], column: int, source: int) -> list[WordingLine]:
    """A sentence for each wording that a source uses, most frequent first."""
    used = [row for row in variants if row.cells[column].count]
    used.sort(key=lambda row: (-row.cells[column].count, row.wording))
    name = ledger.sources[source]
    return [
        WordingLine(name, row.pole, say_wording(name, row, row.cells[column]), row.cells[column].rows) for row in used
    ]


def say_wording(source: str, row: WordingRow, cell: WordingCell) -> str:
    """News.Az: “anti-terrorist campaign”, twice, only in Sergey Markov’s words."""
    return f"{source}: “{row.wording}”, {times(cell.count)}, {_say_whose(cell)}{_say_states(cell)}"


def _say_whose(cell: WordingCell) -> str:
    """Whose words they are, or that it is unsure of each use."""
    return "voice unsure" if cell.states.get(UNSURE, 0.0) >= cell.count else say_voices(cell)


def _say_states(cell: WordingCell) -> str:
    """What is not asserted: ", denied"; ", once as a possibility"; or nothing."""
    words = {"denied": "denied", "hypothetical": "as a possibility", "questioned": "questioned"}
    notes = [
        word if round(cell.states[state], 1) >= round(cell.count, 1) else f"{times(cell.states[state])} {word}"
        for state, word in words.items()
        if state in cell.states
    ]
    return f", {listed(notes)}" if notes else ""


def lines(tables: Sequence[WordingTable]) -> Iterator[str]:
    """One sentence a referent on how one source words it, most named first."""
    for table in tables[:LINES]:
        said = [line.text.split(": ", 1)[1] for line in table.lines[:3]]
        left = len(table.lines) - len(said)
        more = f"; and {plural(left, 'other wording')}" if left else ""
        yield f"{table.gloss[:1].upper()}{table.gloss[1:]}: {'; '.join(said)}{more}."


def features(ledger: Ledger) -> Iterator[Feature]:
    """Mean signed value of the wordings of each referent, in the outlet's own voice and in others' words."""
    rows = ledger.rows("cue")
    rows = rows[rows["state"] == "asserted"]
    own, others = rows[rows["voice"] == OWN], rows[rows["voice"].isin(["attributed", "quoted"])]
    for place, referent in enumerate(most_frequent(own, "referent", REFERENTS)):
        family: Family = "headline" if place == 0 else "exploratory"
        yield _feature(ledger, own, referent, "narrator", "in its own voice", family)
    for referent in most_frequent(others, "referent", REFERENTS):
        yield _feature(ledger, others, referent, "others", "in others’ words", "exploratory")


def _feature(ledger: Ledger, rows: pd.DataFrame, referent: str, key: str, whose: str, family: Family) -> Feature:
    part = rows[rows["referent"] == referent]
    positive, negative = _pole_names(part)
    name, scale = ledger.referents[referent].name, f"on a scale {scale_between(_end(negative), _end(positive))}"
    return Feature(
        f"wording/{referent}/{key}", family, f"how it words {name} {whose}", f"word {name} {whose} more {positive}",
        scale, article_means(ledger, part), ledger.sums(part), signed=True,
    )  # fmt: skip


def _end(side: str) -> str:
    """The name of an end of the axis in brackets: on the legitimising side -> (legitimising)."""
    name = side.removeprefix("on the ").removesuffix(" side")
    return f" ({name})" if name != side else ""


def _pole_names(rows: pd.DataFrame) -> tuple[str, str]:
    """The poles at the positive and at the negative end of a referent's axis, as named in the pack."""
    means = {name: float(part["value"].mean()) for name, part in grouped(rows, "pole").items()}
    high = max(means, key=lambda name: (means[name], name), default="")
    low = min(means, key=lambda name: (means[name], name), default="")
    positive = f"on the {high} side" if means.get(high, 0) > 0 else "positively"
    negative = f"on the {low} side" if means.get(low, 0) < 0 else "neutrally"
    return positive, negative


def contrasts(tables: Sequence[WordingTable], linked: frozenset[str]) -> Iterator[Contrast]:
    """Referents that sources (of `linked`) name with different poles or words, one contrast each."""
    for table in tables:
        named = [k for k, source in enumerate(table.sources) if source in linked and source not in table.silent]
        if len(named) < 2:
            continue
        strength = _distance(table, named)
        chosen = _extremes(table, named)
        sides = tuple(_side(table, k) for k in chosen)
        if strength > 0 and len({side.text for side in sides}) > 1:
            title = f"What they call it: {table.gloss}"
            yield Contrast("wording", title, "", f"{say_sides(sides)}.", sides, strength, False)


def _distance(table: WordingTable, named: list[int]) -> float:
    """Largest distance of two sources' shares of poles and mean poles, in [0, 1], shrunk by how little there is."""
    counts = {k: dict.fromkeys(table.poles, 0.0) for k in named}
    for row, k in product(table.rows, named):
        counts[k][row.pole] += row.cells[k].count
    totals = {k: sum(counts[k].values()) for k in named}
    best = 0.0
    for one, other in combinations(named, 2):
        mine, theirs = counts[one], counts[other]
        gap = sum(abs(mine[pole] / totals[one] - theirs[pole] / totals[other]) for pole in table.poles) / 2
        lean = abs(_mean_value(table, one) - _mean_value(table, other)) / 2
        best = max(best, shrink((gap + lean) / 2, min(totals[one], totals[other]), HALF))
    return best


def column_of(table: WordingTable, source: str) -> WordingTable:
    """The table with this one source as its only column."""
    place = table.sources.index(source)
    rows = tuple(replace(row, cells=(row.cells[place],)) for row in table.rows if row.cells[place].count)
    return replace(
        table,
        sources=(source,),
        rows=rows,
        lines=tuple(line for line in table.lines if line.source == source),
        silent=tuple(name for name in table.silent if name == source),
    )


def _mean_value(table: WordingTable, column: int) -> float:
    total = sum(row.cells[column].count for row in table.rows)
    return sum(row.value * row.cells[column].count for row in table.rows) / total


def _extremes(table: WordingTable, named: list[int]) -> list[int]:
    """Up to four sources, from one end of the axis to the other."""
    ordered = sorted(named, key=lambda k: (_mean_value(table, k), table.sources[k]))
    if len(ordered) <= SIDES:
        return ordered
    return [*ordered[: SIDES // 2], *ordered[-SIDES // 2 :]]


def _side(table: WordingTable, column: int) -> ContrastSide:
    """A source's most telling wording: farthest on the side it leans to, then the most frequent, then the shortest."""
    used = [row for row in table.rows if row.cells[column].count]
    lean = 1.0 if _mean_value(table, column) >= 0 else -1.0
    row = max(used, key=lambda one: (lean * one.value, one.cells[column].count, -len(one.wording), one.wording))
    cell = row.cells[column]
    others = sum(one.cells[column].count for one in used) - cell.count
    more = f" (and {plural(others, 'other wording')})" if others >= 1 else ""
    text = f"“{row.wording}”, {times(cell.count)}, {_say_whose(cell)}{_denied(row)}{more}"
    return ContrastSide(
        table.sources[column], text, _voice(cell), ", ".join(cell.speakers[:2]), cell.count, None, cell.rows
    )


def _denied(row: WordingRow) -> str:
    return ", denied or in doubt" if row.denied > 0.5 else ""


def _voice(cell: WordingCell) -> str:
    return max(cell.by_voice, key=lambda voice: (cell.by_voice[voice], voice), default=OWN)


def rows_behind(tables: Sequence[WordingTable], feature: Sequence[str]) -> tuple[str, ...]:
    """Evidence ids of one source's wordings of a referent (["wording", REFERENT, VOICE]), non-neutral ones first."""
    own = feature[-1] == OWN
    rows = [row for table in tables if table.referent == feature[1] for row in table.rows]
    rows.sort(key=lambda row: (row.value == 0, -row.cells[0].count))
    return tuple(id for row in rows if (OWN in row.cells[0].by_voice) == own for id in row.cells[0].rows)
