"""What some accounts of an event mention and others leave out. Absence is computed, never a row, and may be unknown."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from framing.evidence.sources import UNSURE_BELOW
from framing.grouping import group_by
from framing.measure.facts import find_facts, is_written_out, may_be_same
from framing.measure.question import MINOR, Contrast, ContrastSide, SourceExcerpt, excerpt_at, excerpt_span, shrink
from framing.measure.roster import searchable
from framing.measure.silence import is_side_unknown, is_unnamed, surely_read
from framing.model import PEOPLE
from framing.names import is_outlet, without_generation
from framing.packs.people import load_speaker_nouns
from framing.say import does, listed, times

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from framing.measure.ledger import Ledger

SIDES = 4  # carriers in a contrast
HALF = 8.0  # mentions at which a contrast keeps half of its strength
ITEMS = 24  # rows of a matrix at most
FACTS = 6  # of them, numbers that somebody leaves out
MENTIONS, BESIDE = 3, 40  # mentions of an actor beside which an office is looked for, and characters
CALLINGS = ("official", "expert", "journalist", "person")  # kinds of nouns that may mean one certain person
PRONOUNS = ", pronouns counted"
QUOTED = " is quoted"  # ends the name of a side
SHORT = 120  # words; a shorter account may leave anything out, so its silence says nothing
BARE = re.compile(r"^(?:the|a|an|his|her|its|their|our) +")
OmissionState = Literal["mentioned", "not mentioned", "cannot tell"]


@dataclass(frozen=True, slots=True)
class OmissionItem:
    """Something that an account of the event can mention or leave out."""

    kind: Literal["actor", "referent", "voice", "fact"]
    id: str  # actor id, referent, side or the fact in lower case
    name: str  # readable


@dataclass(frozen=True, slots=True)
class OmissionCell:
    """Whether one source mentions an item, and how often: a sum of `share`, for a fact how often the number stands."""

    state: OmissionState
    count: float = 0.0
    rows: tuple[str, ...] = ()
    excerpt: SourceExcerpt | None = None  # from those who do
    earlier: bool = False  # not named, on a day before all who do


class SoleVoice(NamedTuple):
    """Somebody whom one source of an event quotes by name, and whom none of the others names."""

    source: str
    name: str
    rows: tuple[str, ...]
    sure: int  # statements surely read
    later: bool  # all the others are of earlier days, and may not have known of it


@dataclass(frozen=True, slots=True)
class OmissionMatrix:
    """What each source mentions of one event. Items that only one source carries are not listed."""

    event: str
    title: str  # readable: the event, or a headline on it when the event is only a code
    sources: tuple[str, ...]
    articles: tuple[int, ...]  # articles of each source on this event
    items: tuple[OmissionItem, ...] = field(repr=False)
    cells: tuple[tuple[OmissionCell, ...], ...] = field(repr=False)  # one tuple an item, one cell a source
    alone: tuple[SoleVoice, ...] = field(default=(), repr=False)  # heard in one source, named in no other

    def absent(self, source: str) -> list[tuple[OmissionItem, tuple[OmissionCell, ...]]]:
        """The items that a source does not mention, with the cells of all sources; none for another event's source."""
        if source not in self.sources:
            return []
        place, pairs = self.sources.index(source), zip(self.items, self.cells, strict=True)
        return [(item, cells) for item, cells in pairs if cells[place].state == "not mentioned"]


@dataclass(frozen=True, slots=True)
class Omission:
    """Something that other sources of an event carry and this source does not."""

    event: str
    item: OmissionItem
    carried_by: tuple[str, ...]
    excerpt: SourceExcerpt | None
    rows: tuple[str, ...] = field(repr=False)  # of those who carry it


ABSENT = OmissionCell("not mentioned")
UNKNOWN = OmissionCell("cannot tell")
EARLIER = OmissionCell("cannot tell", earlier=True)


class Carrier(NamedTuple):
    """How one source carries an item: by evidence rows, or by a stretch of one of its texts (a number)."""

    weight: float  # sum of `share`, or how often the number stands
    rows: pd.DataFrame | None
    place: tuple[str, int, int] | None = None  # article id, start, end


Carried = tuple[OmissionItem, dict[int, Carrier]]


def measure(ledger: Ledger, event: int) -> OmissionMatrix:
    """Items that at least two sources of an event carry, and who mentions them."""
    import numpy as np

    here = np.flatnonzero(ledger.event_of == event)
    present = sorted(set(ledger.source_of[here].tolist()))
    accounts = {source: _account(ledger, here[ledger.source_of[here] == source]) for source in present}
    items = _items(ledger, here)
    chosen = _chosen([*items, *_facts(accounts)], len(present))
    return OmissionMatrix(
        event=ledger.events[event],
        title=ledger.event_names[ledger.events[event]],
        sources=tuple(ledger.sources[source] for source in present),
        articles=tuple(int((ledger.source_of[here] == source).sum()) for source in present),
        items=tuple(item for item, _ in chosen),
        cells=tuple(
            tuple(_cell(ledger, by.get(source)) or _silence(ledger, item, accounts[source], by) for source in present)
            for item, by in chosen
        ),
        alone=tuple(_sole_voices(ledger, here, items, accounts)),
    )


def _sole_voices(
    ledger: Ledger, here: NDArray[np.intp], items: Sequence[Carried], accounts: Mapping[int, Account]
) -> Iterator[SoleVoice]:
    """Named speakers of one account whom no other account mentions, most quoted first."""
    quotes, shared = ledger.rows_of("quote", here), _shared_names(ledger, items)
    quotes = quotes[(quotes["confidence"] >= UNSURE_BELOW) & ~is_unnamed(quotes)]  # "a Facebook user" is not Facebook
    surely = Counter(surely_read(ledger, quotes)["actor"].astype(str))
    only = {item.id: (item, by) for item, by in items if item.kind == "actor" and len(by) == 1}
    for actor in quotes["actor"].astype(str).value_counts().index if len(accounts) > 1 else ():
        if actor not in only:
            continue
        item, by = only[actor]
        source, others = ledger.sources[next(iter(by))], [accounts[one] for one in accounts if one not in by]
        bare = ledger.roster.kind(actor) in PEOPLE and " " not in item.name  # nobody can tell which of several is meant
        if bare or is_outlet(item.name, source):
            continue
        if all(account.texts and not _is_named_in(ledger, item, account, by, shared) for account in others):
            rows = ledger.ids_of(quotes[quotes["actor"] == actor])
            later = all(_is_before(ledger, account, by) for account in others)
            yield SoleVoice(source, item.name, rows, surely[actor], later)


def _is_named_in(
    ledger: Ledger, item: OmissionItem, account: Account, by: Mapping[int, Carrier], shared: Container[str]
) -> bool:
    """Whether an account may name an actor: a person by the last name, or by the given one where several share it."""
    if ledger.roster.kind(item.id) not in PEOPLE:
        return _silence(ledger, item, account, by) is not ABSENT
    words = without_generation(item.name)
    if ledger.roster.may_be_misspelt(item.id, account.text):
        return True
    name = words[0] if words[-1] in shared else words[-1]
    names = (one.lower() for one in (name, *ledger.roster.facts[item.id].aliases))
    return any(one in account.text and re.search(rf"\b{re.escape(one)}\b", account.text) for one in names)


def _shared_names(ledger: Ledger, items: Sequence[Carried]) -> set[str]:
    """Last names that several people of an event bear, so that only the given name tells them apart."""
    people = (item.name for item, _ in items if item.kind == "actor" and ledger.roster.kind(item.id) in PEOPLE)
    last = Counter(without_generation(name)[-1] for name in people if " " in name)
    return {name for name, count in last.items() if count > 1}


def _chosen(items: Sequence[Carried], present: int) -> list[Carried]:
    """Items of at least two sources: first those that somebody leaves out, carried by most and most often."""
    carried = [one for one in items if len(one[1]) >= min(2, present)]
    carried.sort(key=lambda one: (-len(one[1]), -sum(c.weight for c in one[1].values()), one[0].kind, one[0].name))
    missing = [one for one in carried if len(one[1]) < present]
    facts = [one for one in missing if one[0].kind == "fact"][:FACTS]
    missing = [one for one in missing if one[0].kind != "fact"][: ITEMS - len(facts)] + facts
    shared = [one for one in carried if len(one[1]) == present]
    return missing + shared[: ITEMS - len(missing)]


class Account(NamedTuple):
    """One source's articles on one event, as far as silence can be read from them."""

    articles: NDArray[np.intp]  # numbers
    words: float
    texts: tuple[tuple[str, str], ...]  # article id and text, those at hand
    text: str  # all of them and the names of the actors mentioned, as `searchable` gives them
    sides: frozenset[str]  # for which somebody is quoted, surely or not
    lost_voices: bool  # quotes somebody who may speak for any side
    source: str


def _account(ledger: Ledger, articles: NDArray[np.intp]) -> Account:
    texts = tuple(ledger.texts_of(articles))
    actors = ledger.rows_of("mention", articles)["actor"].unique()
    quotes = ledger.rows_of("quote", articles)
    return Account(
        articles,
        float(ledger.column("words")[articles].sum()),
        texts,
        searchable([*(text for _, text in texts), *(ledger.roster.name(str(actor)) for actor in actors)]),
        frozenset(map(str, quotes["side"].unique())),
        bool(is_side_unknown(quotes).any()),
        str(ledger.articles["source"].iloc[articles[0]]),
    )


def _silence(ledger: Ledger, item: OmissionItem, account: Account, others: Mapping[int, Carrier]) -> OmissionCell:
    """What it means that an account holds no row of an item: not mentioned, or nobody can tell."""
    if account.words < SHORT:
        return UNKNOWN
    if _is_before(ledger, account, others) and not _is_party(item, account):
        return EARLIER if item.kind == "actor" and not _may_be_meant(ledger, item, account, others) else UNKNOWN
    if item.kind == "voice":
        return UNKNOWN if account.lost_voices or item.id in account.sides else ABSENT
    if item.kind == "fact":
        given = (fact for _, text in account.texts for fact in find_facts(text))
        known = any(may_be_same(item.id, fact) for fact in given) or is_written_out(item.id, account.text)
        return UNKNOWN if known else ABSENT
    return UNKNOWN if item.kind == "actor" and _may_be_meant(ledger, item, account, others) else ABSENT


def _may_be_meant(ledger: Ledger, item: OmissionItem, account: Account, others: Mapping[int, Carrier]) -> bool:
    """Whether an account without a mention of an actor may mean it all the same: by a name, or by an office."""
    tables = [carrier.rows for carrier in others.values() if carrier.rows is not None]
    titles = frozenset[str]().union(*(_titles_in(ledger, rows) for rows in tables))
    itself = ledger.roster.kind(item.id) == "media" and is_outlet(item.name, account.source)
    if itself or ledger.roster.may_name(item.id, account.text, titles):
        return True
    offices = frozenset[str]().union(*(_offices_by(ledger, rows) for rows in tables))
    return any(_stands_bare(office, text) for office in offices for _, text in account.texts)


def _is_party(item: OmissionItem, account: Account) -> bool:
    """Whether an item is a side of which an account writes: that one could be asked on any day."""
    return item.kind == "voice" and item.id.lower().removeprefix("the ").removesuffix(" side") in account.text


def _is_before(ledger: Ledger, account: Account, others: Mapping[int, Carrier]) -> bool:
    """Whether an account is older than the first article of others that carries something: it could not know of it."""
    import numpy as np

    tables = [carrier.rows["article"].to_numpy() for carrier in others.values() if carrier.rows is not None]
    places = {carrier.place[0] for carrier in others.values() if carrier.place}
    numbers = np.flatnonzero(ledger.articles["article"].isin(places)) if places else np.empty(0, dtype=np.intp)
    return ledger.is_before(account.articles, np.concatenate([*tables, numbers]).astype(np.intp))


def _titles_in(ledger: Ledger, rows: pd.DataFrame) -> frozenset[str]:
    """What some mentions call an actor by an office ("the president"), in lower case without the article."""
    titles = ledger.cells(rows[rows["label"] == "title"], "text")
    return frozenset(BARE.sub("", text.lower()) for text in titles)


def _offices_by(ledger: Ledger, rows: pd.DataFrame) -> Iterator[str]:
    """Nouns of office or calling beside some mentions of an actor: "senator" of "both senators, Ada Lund and …"."""
    nouns, first = load_speaker_nouns(), rows.iloc[:MENTIONS]
    ids = ledger.articles["article"].iloc[first["article"].to_numpy()].astype(str)
    for article, start, end in zip(ids, ledger.cells(first, "start"), ledger.cells(first, "end"), strict=True):
        text = ledger.analysis.texts.get(article, "")
        for word in re.findall(r"[a-z]+", f"{text[max(0, start - BESIDE) : start]} {text[end : end + BESIDE]}".lower()):
            yield from (noun for noun in {word, word.removesuffix("s")} if nouns.get(noun) in CALLINGS)


def _stands_bare(office: str, text: str) -> bool:
    """Whether a text speaks of somebody in an office without a name behind it: "both senators", not "Senator Orr"."""
    return re.search(rf"(?i:\b{re.escape(office)}s?)\b(?!\.? +[A-Z])", text) is not None


def _cell(ledger: Ledger, carrier: Carrier | None) -> OmissionCell | None:
    """The cell of a source that carries the item, with an excerpt; None for one that does not."""
    if carrier is None:
        return None
    if carrier.rows is None:
        return OmissionCell("mentioned", carrier.weight, (), excerpt_span(ledger, *(carrier.place or ("", 0, 0))))
    excerpt = excerpt_at(ledger, int(carrier.rows["at"].iloc[0]))
    return OmissionCell("mentioned", carrier.weight, ledger.ids_of(carrier.rows), excerpt)


def _items(ledger: Ledger, here: NDArray[np.intp]) -> list[Carried]:
    """Everything the event's accounts mention, with the rows of each source."""
    mention, cue, quote = (ledger.rows_of(kind, here) for kind in ("mention", "cue", "quote"))
    quote = surely_read(ledger, quote[quote["side"] != ""])
    items = [actor for actor in map(str, mention["actor"].unique()) if actor and ledger.roster.is_named(actor)]
    named = mention[mention["actor"].isin(items)]
    found = _by(ledger, named, "actor", lambda key: OmissionItem("actor", key, ledger.roster.name(key)))
    found += _by(ledger, cue, "referent", lambda key: OmissionItem("referent", key, ledger.referents[key].name))
    found += _by(ledger, quote, "side", lambda key: OmissionItem("voice", key, f"{key}{QUOTED}"))
    return found


def _by(ledger: Ledger, rows: pd.DataFrame, column: str, item: Callable[[str], OmissionItem]) -> list[Carried]:
    """What a column names, in the order of its values: by source, the rows that name it."""
    places: dict[tuple[str, int], list[int]] = defaultdict(list)
    numbers = ledger.source_of[rows["article"].to_numpy()].tolist()
    for place, (key, source) in enumerate(zip(map(str, rows[column]), numbers, strict=True)):
        places[key, source].append(place)
    found: dict[str, dict[int, Carrier]] = defaultdict(dict)
    for (key, source), at in sorted(places.items()):
        part = rows.iloc[at]
        found[key][source] = Carrier(float(part["share"].sum()), part)
    return [(item(key), carriers) for key, carriers in found.items()]


def _facts(accounts: dict[int, Account]) -> list[Carried]:
    """Numbers that the accounts give, with the first place of each."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    found: dict[str, dict[int, Carrier]] = defaultdict(dict)
    for source, account in accounts.items():
        for article, text in account.texts:
            for fact in find_facts(text):
                names[fact.key][fact.name] += 1
                carrier = found[fact.key].get(source, Carrier(0.0, None, (article, fact.start, fact.end)))
                found[fact.key][source] = carrier._replace(weight=carrier.weight + 1)
    return [
        (OmissionItem("fact", key, min(names[key], key=lambda name: (-names[key][name], len(name), name))), carriers)
        for key, carriers in found.items()
    ]


def left_out(matrices: Sequence[OmissionMatrix], source: str, most: int = 12) -> tuple[Omission, ...]:
    """What other sources of the same events carry and `source` does not; carried by most first."""
    found = []
    for matrix in matrices:
        for item, cells in matrix.absent(source):
            named = zip(matrix.sources, cells, strict=True)
            carriers = [pair for pair in named if pair[1].state == "mentioned"]
            rows = tuple(row for _, cell in carriers for row in cell.rows)
            excerpt = max(carriers, key=lambda pair: pair[1].count)[1].excerpt
            found.append(Omission(matrix.event, item, tuple(name for name, _ in carriers), excerpt, rows))
    found.sort(key=lambda left: (-len(left.carried_by), -len(left.rows), left.event, left.item.name))
    return tuple(found[:most])


def lines(missing: Sequence[Omission]) -> Iterator[str]:
    """What others carry and one source does not; the same item on several events is said once."""
    found = []
    for name, cases in list(group_by(missing, lambda left: left.item.name).items())[:4]:
        who = listed(sorted({source for case in cases for source in case.carried_by}), most=2)
        found.append(f"{name} ({who}{f', on {len(cases)} events' if len(cases) > 1 else ''})")
    if found:
        yield f"On the same events others have what was not found in it: {'; '.join(found)}."


def contrasts(
    matrices: Sequence[OmissionMatrix], besides: Container[str] = (), weight: float = 1.0
) -> Iterator[Contrast]:
    """For each event what most carry most often and a source lacks, no actor of `besides`; `weight` is that of one."""
    for matrix in matrices:
        rows = zip(matrix.items, matrix.cells, strict=True)
        named = (row for row in rows if not (row[0].kind == "actor" and row[0].id in besides))
        found = [one for row in named if (one := _contrast(matrix, *row, several=len(matrices) > 1))]
        if found:
            best = max(found, key=lambda one: (one.strength, one.title))
            yield replace(best, strength=weight * best.strength)


def _contrast(
    matrix: OmissionMatrix, item: OmissionItem, cells: Sequence[OmissionCell], *, several: bool
) -> Contrast | None:
    """One item that some sources carry and others do not mention."""
    named = list(zip(matrix.sources, cells, strict=True))
    carry = [(name, cell) for name, cell in named if cell.state == "mentioned"]
    lack = [name for name, cell in named if cell.state == "not mentioned"]
    if not carry or not lack:
        return None
    count = sum(cell.count for _, cell in carry)
    what = item.name.removesuffix(QUOTED)
    others = listed([n for n, _ in carry], most=3)
    if item.kind == "referent":
        sentence = f"No known wording for {what} was found in {listed(lack, most=3)}; one was found in {others}."
    else:
        verb = "quote anybody known to speak for" if item.kind == "voice" else "name"
        sentence = f"{listed(lack, most=3)} {does(lack)} not {verb} {what}; {others} {does(carry)}."
    sentence = f"In the story “{matrix.title}”: {sentence}" if several else sentence
    how = PRONOUNS if item.kind == "actor" else ""
    sides = [
        ContrastSide(n, times(cell.count) + how, "", "", cell.count, cell.excerpt, cell.rows)
        for n, cell in carry[:SIDES]
    ]
    sides += [ContrastSide(name, "not mentioned", "", "", 0.0, None, ()) for name in lack[:2]]
    strength = shrink(MINOR * len(carry) / len(cells), count, HALF)
    title = f"What is missing in {listed(lack, most=3)}{f' on “{matrix.title}”' if several else ''}: {what}"
    return Contrast("omission", title, matrix.event, sentence, tuple(sides), strength, False)
