"""What each source calls the same actor, and in whose words: "Putin", "Mr Putin", "the Kremlin leader"."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from framing.evidence.details import read_detail
from framing.grouping import group_by
from framing.measure.ledger import OWN
from framing.measure.question import SourceExcerpt, excerpt_span
from framing.measure.roster import searchable
from framing.measure.uses import (
    Use,
    WordingCell,
    added,
    by_source,
    common_words,
    commonest,
    count_cell,
    read_uses,
)
from framing.model import BODIES, PEOPLE
from framing.packs.people import load_actor_words

if TYPE_CHECKING:
    import pandas as pd

    from framing.measure.ledger import Ledger

GROUPS = 3  # groups without a name of their own, at most
NEUTRAL = 3  # neutral wordings given for an actor, at most
COLLECTIVES = frozenset(("group", *BODIES))  # kinds that a pack may have another word for
EDGES = " '\"“”‘’`,;:()[]"
_DETERMINERS = "the an? this that these those its his her their our my your whose some many most several other all"
_OPENING = re.compile(rf"^(?:(?:{_DETERMINERS.replace(' ', '|')}) )+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamingRow:
    """One way to name an actor, how often each source uses it, and what share of that takes a side, in [0, 1]."""

    wording: str  # the words as they stand most often, with title and epithets: "hard-line leader Ana Toll"
    label: str  # how it names: name, title, demonym or metonym
    sided: float  # share of its uses that a pack knows as a wording that takes a side, in [0, 1]
    cells: tuple[WordingCell, ...]  # one a source, in the order of `NamingTable.sources`
    excerpts: tuple[SourceExcerpt | None, ...]  # one a source: a use in its sentence, in its own voice if any


@dataclass(frozen=True, slots=True)
class NamingTable:
    """How each source names one actor, most frequent wording first; wordings and `unnamed` sum to its mentions."""

    actor: str
    name: str  # readable, from the roster
    kind: str  # person, state, organisation, group or place
    sources: tuple[str, ...]
    rows: tuple[NamingRow, ...] = field(repr=False)
    # one a source: by a pronoun, “Aland’s attack”, or a bare title of two persons of the event
    unnamed: tuple[WordingCell, ...] = field(repr=False)
    neutral: tuple[str, ...]  # alternatives that take no side: the readable name, neutral wordings of a pack
    silent: tuple[str, ...]  # sources without any mention of it: absent, not zero
    unsure: tuple[str, ...]  # those of `silent` whose texts have a word by which it may be meant all the same


def measure(ledger: Ledger, sources: Sequence[int], actors: Sequence[str]) -> tuple[NamingTable, ...]:
    """One table an actor in the given order, then groups without a name of which a wording takes a side."""
    groups = [
        actor
        for actor, entry in ledger.roster.facts.items()
        if entry.kind == "group" and not ledger.roster.is_named(actor)
    ]
    shared = _shared_titles(ledger)
    found = [
        use._replace(label="pronoun") if (use.article, name_key(use.text)) in shared and use.label == "title" else use
        for use in _with_sides(ledger, list(_uses(ledger, sources, {*actors, *groups})))
    ]
    uses = {**{actor: [] for actor in actors}, **group_by(found, lambda use: use.id)}
    marked = [actor for actor in uses if actor not in actors and any(use.value for use in uses[actor])]
    marked.sort(key=lambda actor: (-math.fsum(use.share for use in uses[actor]), actor))
    plain = _plain_wordings(use for group in uses.values() for use in group if use.referent and not use.value)
    texts = cache(lambda source: _text_of(ledger, source))
    shown = (*actors, *marked[:GROUPS])
    tables = (_table(ledger, actor, uses[actor], sources, plain) for actor in shown)
    return tuple(_with_unsure(ledger, table, uses[table.actor], texts) for table in tables)


def _text_of(ledger: Ledger, source: str) -> str:
    """All articles of a source that are at hand, as `searchable` gives them."""
    return searchable(text for _, text in ledger.texts_of(ledger.articles_of(ledger.sources.index(source))))


def bare_name(text: str) -> str:
    """The words of a name with one space between: no determiner in front, no marks around, no possessive at the end."""
    plain = " ".join(text.split()).strip(EDGES)
    return _OPENING.sub("", plain.removesuffix("'s").removesuffix("’s"))


def name_key(text: str) -> str:
    """A name for grouping: small letters without full stops, so that "Mr. Toll" is "Mr Toll"."""
    return text.lower().replace(".", "").replace("’", "'") or text


def _uses(ledger: Ledger, sources: Sequence[int], actors: Iterable[str]) -> Iterator[Use]:
    """The mentions of some actors in some sources, in the order of articles: their whole phrase, its bare words."""
    rows: pd.DataFrame = ledger.rows("mention")
    wanted = rows["actor"].cat.categories.isin(list(actors))
    rows = rows[wanted[rows["actor"].cat.codes.to_numpy()] & ledger.in_sources(rows, sources)] if len(rows) else rows
    for use, detail in zip(read_uses(ledger, rows, "actor", "label"), ledger.cells(rows, "detail"), strict=True):
        record = read_detail(detail)
        start, end = record.get("phrase") or (use.start, use.end)
        yield use._replace(start=start, end=end, text=bare_name(record.get("words") or use.text))


def _shared_titles(ledger: Ledger) -> frozenset[tuple[int, str]]:
    """Article and key of bare titles by which its event means several persons: who "the president" is, is unsure."""
    rows = ledger.rows("mention")
    rows = rows[(rows["label"] == "title").to_numpy()]
    keys = [name_key(bare_name(text)) for text in ledger.cells(rows, "text")]
    events = [str(event) for event in ledger.articles["event"]]
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for number, actor, key in zip(rows["article"], map(str, rows["actor"]), keys, strict=True):
        if ledger.roster.kind(actor) in PEOPLE:
            groups[events[number] or str(number), key].add(actor)
    places = set(zip(rows["article"].tolist(), keys, strict=True))
    return frozenset(one for one in places if len(groups[events[one[0]] or str(one[0]), one[1]]) > 1)


def _with_sides(ledger: Ledger, uses: Sequence[Use]) -> Iterator[Use]:
    """Mentions with the pack's wording that each is, if any: one that lies inside the phrase and ends with it."""
    rows = ledger.rows("cue")
    places = group_by(uses if len(rows) else (), lambda use: (use.article, use.end))
    spans = (ledger.cells(rows, name) for name in ("start", "end"))
    columns = (rows[name].tolist() for name in ("article", "referent", "value"))
    found: dict[int, tuple[str, float]] = {}
    for article, referent, value, start, end in zip(*columns, *spans, strict=True):
        for use in places.get((article, end), ()):
            if use.start - len("the ") <= start and (use.at not in found or value):
                found[use.at] = (referent, value)
    for use in uses:
        referent, value = found.get(use.at, ("", 0.0))
        yield use._replace(referent=referent, value=value)


def _plain_wordings(uses: Iterable[Use]) -> dict[str, list[str]]:
    """For each referent its wordings among some uses that take no side, most frequent first."""
    found = {}
    for referent, named in group_by(uses, lambda use: use.referent).items():
        groups = group_by(named, lambda use: name_key(use.text)).values()
        ordered = sorted(groups, key=lambda group: (-len(group), group[0].text))
        found[referent] = [common_words(group) for group in ordered]
    return found


def _table(
    ledger: Ledger, actor: str, uses: Sequence[Use], sources: Sequence[int], plain: Mapping[str, Sequence[str]]
) -> NamingTable:
    words = load_actor_words()
    no_names = words.state_acts | words.titles  # "the Israeli premier" is a person of Israel's and no name for it
    named: dict[str, list[Use]] = {}
    unnamed: list[Use] = []
    for use in uses:
        if use.label == "pronoun" or (use.label == "demonym" and no_names & set(use.text.lower().split())):
            unnamed.append(use)
        else:
            named.setdefault(name_key(use.text), []).append(use)
    rows = [_row(ledger, named[key], sources) for key in sorted(named)]
    rows.sort(key=lambda row: (-sum(cell.count for cell in row.cells), row.wording))
    present = {use.source for use in uses}
    return NamingTable(
        actor=actor,
        name=ledger.roster.name(actor),
        kind=ledger.roster.kind(actor),
        sources=tuple(ledger.sources[source] for source in sources),
        rows=tuple(rows),
        unnamed=tuple(count_cell(ledger, part) for part in by_source(unnamed, sources)),
        neutral=_neutral(ledger, actor, named, plain),
        silent=tuple(ledger.sources[source] for source in sources if source not in present),
        unsure=(),
    )


def _with_unsure(ledger: Ledger, table: NamingTable, uses: Sequence[Use], texts: Callable[[str], str]) -> NamingTable:
    """The table with those silent sources that may mean the actor all the same; `texts` gives what a source wrote."""
    titles = {use.text.lower() for use in uses if use.label == "title"}
    unsure = tuple(source for source in table.silent if ledger.roster.may_name(table.actor, texts(source), titles))
    return replace(table, unsure=unsure)


def _row(ledger: Ledger, uses: Sequence[Use], sources: Sequence[int]) -> NamingRow:
    parts = by_source(uses, sources)
    return NamingRow(
        wording=common_words(uses),
        label=commonest(added((use.label, use.share) for use in uses)),
        sided=math.fsum(use.share for use in uses if use.value) / math.fsum(use.share for use in uses),
        cells=tuple(count_cell(ledger, part) for part in parts),
        excerpts=tuple(_excerpt(ledger, part) if part else None for part in parts),
    )


def _excerpt(ledger: Ledger, uses: Sequence[Use]) -> SourceExcerpt:
    """One of the uses in its sentence: the first in the outlet's own voice, else the first."""
    use = next((one for one in uses if one.voice == OWN), uses[0])
    article = str(ledger.articles["article"].iat[use.article])
    shown = excerpt_span(ledger, article, use.start, use.end, use.text)
    return replace(shown, row=str(ledger.ids[use.at]), voice=use.voice, speaker=use.speaker)


def _neutral(
    ledger: Ledger, actor: str, named: Mapping[str, Sequence[Use]], plain: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """The readable name unless it takes a side, and for a body wordings that take none: of this run, or of a pack."""
    name = ledger.roster.name(actor)
    own = named.get(name_key(bare_name(name)), ())
    found = [] if any(use.value for use in own) else [name]
    if ledger.roster.kind(actor) in COLLECTIVES:
        marked = (use.referent for uses in named.values() for use in uses if use.value)
        for referent in dict.fromkeys(marked):
            found += plain.get(referent) or _glosses(ledger, referent)
    return tuple(dict.fromkeys(found))[: 1 + NEUTRAL]


def _glosses(ledger: Ledger, referent: str) -> list[str]:
    """What the pack says of a referent's neutral pole, where that names people: "fighters, armed group"."""
    words = load_actor_words()
    people = words.group_nouns | words.speaks_for_state
    glosses = ledger.referents[referent].neutral
    return [gloss for gloss in glosses if people & set(re.findall(r"\w+", gloss.lower()))]


def column_of(table: NamingTable, source: str) -> NamingTable:
    """The table with this one source as its only column."""
    place = table.sources.index(source)
    kept = (row for row in table.rows if row.cells[place].count)
    return replace(
        table,
        sources=(source,),
        rows=tuple(replace(row, cells=(row.cells[place],), excerpts=(row.excerpts[place],)) for row in kept),
        unnamed=(table.unnamed[place],),
        silent=tuple(name for name in table.silent if name == source),
        unsure=tuple(name for name in table.unsure if name == source),
    )
