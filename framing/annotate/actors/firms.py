"""Firms that bear somebody's surname: "Orme, the lift maker" beside "Silas Orme", and what is named after both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from framing.annotate.actors.actor_kinds import kind_by_name
from framing.annotate.actors.names import Occurrence, WrittenName
from framing.grouping import group_by
from framing.model import Parsed, Span
from framing.packs.people import ActorWords
from framing.syntax.roles import (
    APPOSITIONS,
    COMPOUNDS,
    CONJUNCTS,
    DIRECT_OBJECTS,
    OPEN_COMPLEMENTS,
    PREPOSITION_OBJECTS,
    PREPOSITIONS,
    RELATIVE_CLAUSES,
    SUBJECT,
    dependents,
    role_of,
)
from framing.syntax.tree import is_among
from framing.text import find_body

_MOVES = frozenset(
    ("fall", "rise", "drop", "slip", "gain", "climb", "jump", "tumble", "slump", "plunge", "soar", "close")
)
_HELD = frozenset(("share", "stake", "stock", "investment", "investor"))
_RUN = frozenset(("control", "own", "run", "found", "acquire", "launch", "buy", "sell"))  # firms, not people
_ITS = frozenset(("its", "itself"))
_OWN = frozenset(("his", "her", "himself", "herself", "who", "whose"))


class _Bearers(NamedTuple):
    """Numbers of the names that share a word: people's surnames, bodies that it opens, and the word alone."""

    people: list[int]
    bodies: list[int]
    bare: list[int]
    titled: list[int]


def settle_firms(
    parsed: Parsed, occurrences: Sequence[Occurrence], words: ActorWords
) -> tuple[list[Occurrence], frozenset[int]]:
    """The names with the firms and their products told from people, and the numbers of bare names that mean a firm."""
    settled, firms = list(occurrences), set()
    written = [one.name.parts for one in occurrences]
    doubles = group_by((n for n, parts in enumerate(written) if len(parts) == 2), lambda number: written[number][0])
    for word, bearers in _list_bearers(occurrences, words).items():
        if not bearers.people:
            continue
        bare = _find_firm(parsed, occurrences, bearers, words)
        for number in _find_open(parsed, occurrences, bearers, bare):
            settled[number] = occurrences[number]._replace(kind="open")
        for number in bare:
            settled[number] = occurrences[number]._replace(kind="organisation")
        firms |= bare
        _drop_products(settled, written, doubles.get(word, ()), bool(bare or bearers.bodies))
    return settled, frozenset(firms)


def _list_bearers(occurrences: Sequence[Occurrence], words: ActorWords) -> dict[str, _Bearers]:
    """Everything that bears a word, by word."""
    found: dict[str, _Bearers] = defaultdict(lambda: _Bearers([], [], [], []))
    people = (o.name.parts for o in occurrences if o.kind in ("person", ""))
    endings = {parts[start:] for parts in people for start in range(1, len(parts))}
    for number, (name, actor, kind) in enumerate(occurrences):
        parts = name.parts
        if actor or kind in ("group", "thing"):
            continue
        if len(parts) == 1 or parts in endings:
            bearers = found[parts[-1]]
            (bearers.titled if name.titles else bearers.bare).append(number)
        elif kind == "organisation":
            if "&" not in name.words and kind_by_name(name.written, words) in ("company", "media"):
                found[parts[0]].bodies.append(number)
        elif kind in ("person", ""):
            found[name.surname].people.append(number)
    return found


def _find_firm(parsed: Parsed, occurrences: Sequence[Occurrence], bearers: _Bearers, words: ActorWords) -> set[int]:
    """The bare names of one word that mean a firm and not one of the people of that surname."""
    told = {number: _weigh(parsed, occurrences[number], words) for number in bearers.bare}
    if bearers.bodies and all(_is_dead(parsed, occurrences[number].name) for number in bearers.people):
        told |= {n: 1 for n in bearers.bare if not told[n] and _runs(parsed, occurrences[n].name.head)}
    firms = {number for number, weight in told.items() if weight > 0}
    if not firms and not bearers.bodies:
        return set()
    first_person, first_firm = min(bearers.people), min((*firms, *bearers.bodies))
    body = find_body(parsed.article)
    for number in bearers.bare:
        if told[number] or _is_label(parsed, occurrences[number], words):
            continue
        if parsed.starts[occurrences[number].name.first] < body:
            firm = first_firm < first_person and bool(firms or len(bearers.bare) > 1)
        else:
            firm = first_firm < number < first_person or (bool(bearers.titled) and first_firm < number)
        if firm:
            firms.add(number)
    return firms


def _is_dead(parsed: Parsed, name: WrittenName) -> bool:
    """Whether a text says that somebody is long dead: "the late Ida Orme", "Ida Orme, who died in 1961"."""
    if parsed.lowers[name.begins - 1 : name.begins] == ("late",):
        return True
    _, governor = role_of(parsed, name.head)
    verbs = [governor, *dependents(parsed, governor, CONJUNCTS), *dependents(parsed, name.head, RELATIVE_CLAUSES)]
    return any(parsed.lemmas[v] == "die" and _YEAR.search(parsed.article.read(_clause(parsed, v))) for v in verbs)


def _clause(parsed: Parsed, verb: int) -> Span:
    """From a verb to the end of its clause."""
    return parsed.span(verb, parsed.rights[verb])


def _runs(parsed: Parsed, head: int) -> bool:
    """Whether a name does what firms do: "employs 4,000", "shut three plants"."""
    dep, governor = role_of(parsed, head)
    return dep in SUBJECT and parsed.lemmas[governor] in _DEEDS


_DEEDS = frozenset(("employ", "lay", "shut", "close", "produce", "make", "export", "ship", "recall", "hire"))
_YEAR = re.compile(r"\b1[5-9]\d\d\b|\b20\d\d\b")


def _find_open(parsed: Parsed, occurrences: Sequence[Occurrence], bearers: _Bearers, firms: set[int]) -> Iterator[int]:
    """Bare names in the headline that a firm and a person of the article may bear alike: nobody can tell whose."""
    body = find_body(parsed.article)
    for number in bearers.bare if firms else ():
        if number not in firms and parsed.starts[occurrences[number].name.first] < body:
            yield number


def _is_label(parsed: Parsed, occurrence: Occurrence, words: ActorWords) -> bool:
    """Whether a name tells which common noun is meant, "Orme mustard"; not whose people, "an Orme engineer"."""
    head = parsed.heads[occurrence.name.head]
    if parsed.deps[occurrence.name.head] not in COMPOUNDS or parsed.pos[head] != "NOUN":
        return False
    return parsed.words[head].islower() and not is_among(parsed, head, words.employer_nouns | words.titles)


def _weigh(parsed: Parsed, occurrence: Occurrence, words: ActorWords) -> int:
    """1 where the words around say that a bare name is a firm's, -1 where a person's, 0 where they do not tell."""
    name, head = occurrence.name, occurrence.name.head
    after = parsed.lowers[name.last + 1 : name.last + 3]
    if any(is_among(parsed, c, words.company_nouns) for c in dependents(parsed, head, APPOSITIONS)):
        return 1
    if after[:1] and (after[0] in words.firm_possessions or (after[0] in _S and after[1:] and after[1] in _STOCK)):
        return 1
    dep, governor = role_of(parsed, head)
    if parsed.lowers[governor] == "at" and parsed.pos[parsed.heads[governor]] == "NOUN":
        return 1  # "the kitchen at Orme"
    if dep in DIRECT_OBJECTS and parsed.lemmas[governor] in _RUN:
        return 1
    if parsed.lowers[governor] in ("in", "of") and is_among(parsed, parsed.heads[governor], _HELD):
        return 1
    if len(after) == 2 and after[0] == "," and (after[1] in _OWN or after[1].isdigit()):
        return -1
    if dep not in SUBJECT:
        return 0
    low = {parsed.lowers[t] for t in range(head, parsed.rights[governor] + 1)}
    span = range(name.last + 1, parsed.rights[governor] + 1)
    owner = next((t for t in span if parsed.lowers[t] in _ITS | _OWN), -1)
    numbers = any(parsed.pos[t] == "NUM" for t in parsed.children[governor]) or "%" in low
    if (parsed.lemmas[governor] in _MOVES and (numbers or "percent" in low)) or _is_own(parsed, owner, governor):
        return 1
    return -1 if (owner >= 0 and parsed.lowers[owner] in _OWN) or not low.isdisjoint(_SHE) else 0


def _is_own(parsed: Parsed, owner: int, verb: int) -> bool:
    """Whether an "its" belongs to the object of a verb: "pulls its watch", "declined to give a figure of its own"."""
    if owner < 0 or parsed.lowers[owner] not in _ITS:
        return False
    for above in parsed.ancestors(owner):
        if above == verb:
            return True
        if parsed.deps[above] not in _INSIDE and not (
            parsed.deps[above] in PREPOSITIONS and parsed.lowers[above] == "of"
        ):
            return False
    return False


_INSIDE = DIRECT_OBJECTS | OPEN_COMPLEMENTS | PREPOSITION_OBJECTS


_S = ("'s", "’s")
_STOCK = frozenset(
    ("shares", "stock", "shareholders", "customers", "products", "employees", "share", "sales", "profits")
)
_SHE = frozenset(("he", "she"))
_BUILDINGS = ("house", "hall", "court", "hotel", "centre", "center")


def _drop_products(
    settled: list[Occurrence], written: Sequence[tuple[str, ...]], named: Iterable[int], firm: bool
) -> None:
    """Makes things of what is named after a firm or a family ("the Orme One", "Lanyon House"), and of "the One"."""
    products = set()
    for number in named:
        product = written[number][1]
        if (firm and not settled[number].kind) or product in _BUILDINGS:
            settled[number] = settled[number]._replace(kind="thing")
            products.add(product)
    for number, parts in enumerate(written if products else ()):
        if parts[0] in products and len(parts) == 1 and not settled[number].kind:
            settled[number] = settled[number]._replace(kind="thing")
