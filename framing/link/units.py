"""The wordings of one event gathered by what they are: a unit is a lexeme or an actor, with all it is joined to."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.imports import import_sparse
from framing.model import Actor, WordingCandidate
from framing.packs.wordings import Relations, WordingWords, WordTables

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CLASSES = {"noun": "n", "verb": "v", "adjective": "a"}
PERSONS, SOCIAL_GROUPS = "18", "14"  # lexicographer classes of WordNet
NAMED = "@"  # opens the key of a unit that is an actor
ENDINGS = (
    *("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "er", "ors", "or", "es", "ed", "s", "e"),
    *("al", "ly", "ity", "y"),
)
STEM = 4  # letters that a stem keeps at least
GROUPS = {"owner": "argument", "doer": "argument", "object": "argument", "with": "argument"}


class ArticleWordings(NamedTuple):
    """The candidates of one article, and the content lemmas of each of its sentences."""

    article: str
    source: str
    event: str
    candidates: tuple[WordingCandidate, ...]
    sentences: tuple[frozenset[str], ...]


class UnitOccurrence(NamedTuple):
    """One candidate of an event: its unit, its article, its place among the candidates of the article."""

    unit: int
    article: str
    place: int
    candidate: WordingCandidate  # with roster ids


class Units(NamedTuple):
    """The units of an event, in the order of their keys: "cut/v", or "@" with an actor's id or a thing's name."""

    keys: tuple[str, ...]
    occurrences: tuple[UnitOccurrence, ...]
    counts: NDArray[np.float64]  # occurrences of each unit
    context: Mapping[str, Mapping[tuple[int, str], float]]  # group -> (unit, key) -> how often
    in_sentence: Mapping[str, tuple[frozenset[str], ...]]  # article -> lemmas of its sentences

    def lexeme(self, unit: int) -> str:
        """The word of a unit, "" for an actor."""
        key = self.keys[unit]
        return "" if key.startswith(NAMED) else key.rpartition("/")[0]

    def word_class(self, unit: int) -> str:
        """n, v, a; "@" for an actor."""
        key = self.keys[unit]
        return NAMED if key.startswith(NAMED) else key.rpartition("/")[2]


def gather_units(
    articles: Sequence[ArticleWordings],
    ids: Mapping[tuple[str, str], str],
    tables: WordTables,
    words: WordingWords,
    persons: Set[str] = frozenset(),
) -> Units:
    """The units of the articles of one event; `ids` turns (article, id in that article) into a roster id.

    `persons` are the roster ids of single persons: whatever describes one of them belongs to the unit of that person.
    """
    import numpy as np

    linked = [(a, place, _linked(one, a.article, ids)) for a in articles for place, one in enumerate(a.candidates)]
    described = [described_actor(one, persons, tables) for _, _, one in linked]
    own = _own_keys([one for _, _, one in linked], tables, words)
    found = [
        (f"{NAMED}{who}" if who else key, a, place, one)
        for who, key, (a, place, one) in zip(described, own, linked, strict=True)
    ]
    deeds = {key for key, (_, _, one) in zip(own, linked, strict=True) if one.word_class == "verb"}
    found = [
        one
        for one in found
        if not one[-1].modifying
        or one[0] not in deeds
        and not _is_part_of_name(one[-1], tables)  # "test site": no test
    ]
    keys = tuple(sorted({key for key, *_ in found}))
    numbers = {key: number for number, key in enumerate(keys)}
    occurrences = tuple(UnitOccurrence(numbers[key], a.article, place, one) for key, a, place, one in found)
    counts = np.bincount([one.unit for one in occurrences], minlength=len(keys)).astype(np.float64)
    context: dict[str, dict[tuple[int, str], float]] = defaultdict(lambda: defaultdict(float))
    for one in occurrences:
        for group, key in _joined(one):
            context[group][one.unit, key] += 1
    for who, key in zip(described, own, strict=True):  # its word may stand for the person elsewhere
        unit = numbers.get(key) if who else None
        if unit is not None:
            context["bearer"][unit, f"{NAMED}{who}"] += 1
    return Units(keys, occurrences, counts, context, {a.article: a.sentences for a in articles})


def narrow(units: Units, kept: Sequence[int]) -> Units:
    """The same event with only some of its units."""
    import numpy as np

    places = {unit: place for place, unit in enumerate(kept)}
    occurrences = tuple(one._replace(unit=places[one.unit]) for one in units.occurrences if one.unit in places)
    context = {
        group: {(places[unit], key): count for (unit, key), count in pairs.items() if unit in places}
        for group, pairs in units.context.items()
    }
    counts = np.asarray([units.counts[unit] for unit in kept], dtype=np.float64)
    return Units(tuple(units.keys[unit] for unit in kept), occurrences, counts, context, units.in_sentence)


def _linked(one: WordingCandidate, article: str, ids: Mapping[tuple[str, str], str]) -> WordingCandidate:
    """The candidate with roster ids for the ids of its article."""

    def roster(name: str) -> str:
        return ids.get((article, name), name)

    if not (one.actor or one.bearer or any(key[:1] == NAMED for _, key in one.context)):
        return one
    context = tuple((r, f"{NAMED}{roster(key[1:])}" if key.startswith(NAMED) else key) for r, key in one.context)
    return one._replace(context=context, actor=roster(one.actor), bearer=roster(one.bearer))


def _named_key(candidate: WordingCandidate) -> str:
    return f"{NAMED}{candidate.actor or candidate.lexeme.lower()}"


def _own_keys(candidates: Sequence[WordingCandidate], tables: WordTables, words: WordingWords) -> list[str]:
    """The unit of each candidate; a verb and the nouns for its deed are one, a noun where most of them are nouns."""
    keys = [_key(one, tables, words) for one in candidates]
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for key, one in zip(keys, candidates, strict=True):
        if key.endswith("/v"):
            used[key][f"{one.lexeme}/{CLASSES[one.word_class]}"] += 1
    names = {
        key: max(sorted(forms), key=forms.__getitem__)
        for key, forms in used.items()
        if 2 * sum(count for form, count in forms.items() if form.endswith("/n")) > forms.total()
    }
    return [names.get(key, key) for key in keys]


def _key(candidate: WordingCandidate, tables: WordTables, words: WordingWords) -> str:
    """The unit that a candidate belongs to: the actor or thing whose name it is, or its lexeme, deeds by their verb."""
    if candidate.proper and not _is_bare_title(candidate, tables):
        return _named_key(candidate)
    word, kind = candidate.lexeme.lower() if candidate.proper else candidate.lexeme, CLASSES[candidate.word_class]
    verb = _verb_of(word, tables, words) if kind == "n" else ""
    return f"{verb}/v" if verb else f"{word}/{kind}"


def described_actor(one: WordingCandidate, known: Set[str], tables: WordTables, group: str = PERSONS) -> str:
    """Roster id of the person, or body, whom a common noun describes ("the lawmaker", by mention or title), or ""."""
    if one.proper or not is_one_of(one, tables, group):
        return ""
    return next((name for name in (one.actor, one.bearer) if name in known), "")


def names_people(noun: Relations | None) -> bool:
    """Whether a noun, by its relations in the tables, is a word for somebody or for a group of people."""
    return noun is not None and noun.group in (PERSONS, SOCIAL_GROUPS)


def _is_bare_title(one: WordingCandidate, tables: WordTables) -> bool:
    """Whether a capital word that is nobody's name is a word for somebody: "the Congressman"."""
    known = tables.relations.get((one.lexeme.lower(), "n")) if not one.actor else None
    return known is not None and known.group == PERSONS


def _is_part_of_name(one: WordingCandidate, tables: WordTables) -> bool:
    """Whether a word with a capital right before a name is no title: "State" in "Islamic State Lund"."""
    return is_capital_title(one) and not is_one_of(one, tables)


def is_capital_title(one: WordingCandidate) -> bool:
    """Whether it is a word with a capital right before a name."""
    return one.modifying and bool(one.bearer) and one.lexeme not in one.core


def is_one_of(one: WordingCandidate, tables: WordTables, group: str = PERSONS) -> bool:
    """Whether a noun in the singular is a word for somebody, or for a body of people."""
    known = tables.relations.get((one.lexeme, "n"))
    return one.word_class == "noun" and not one.plural and known is not None and known.group == group


def _verb_of(noun: str, tables: WordTables, words: WordingWords) -> str:
    """The verb that tells the deed which a noun names ("reduction" -> "reduce"), or "": not of whoever does it."""
    relations = tables.relations.get((noun, "n"))
    if relations is None or noun.endswith(tuple(words.agent_endings)):
        return ""
    verbs = [verb for verb in sorted(relations.derived) if (verb, "v") in tables.relations and stem(verb) == stem(noun)]
    return noun if noun in verbs else verbs[0] if verbs else ""


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The word without a common ending; at least four letters are kept."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return word[: -len(ending)]
    return word


def _joined(one: UnitOccurrence) -> Iterator[tuple[str, str]]:
    """What an occurrence is joined to, as (group, key)."""
    for relation, key in one.candidate.context:
        if relation.startswith("role"):
            continue  # of one sentence alone
        group = GROUPS.get(relation, relation)
        yield group, key
        if relation in ("doer", "owner"):
            yield "agent", key
        if relation in ("object", "owner", "with", "modifier"):
            yield "topic", key
        if group != "governor":
            yield "bag", key if key.startswith(NAMED) else stem(key)
    actor, bearer, named = one.candidate.actor, one.candidate.bearer, one.candidate.proper
    yield "bag", _named_key(one.candidate) if named else stem(one.candidate.lexeme)
    if actor and not named:
        yield "bearer", f"{NAMED}{actor}"
    if bearer:
        yield "bearer", f"{NAMED}{bearer}"
    yield "sentence", f"{one.article} {one.candidate.sentence}"


def as_matrix(pairs: Mapping[tuple[int, str], float], units: int, *, weigh: bool = True) -> tuple[Any, list[str]]:
    """Units by keys as a sparse matrix of log counts; with `weigh` rare keys count more, rows have length 1.

    Source: term frequency and inverse document frequency, G. Salton and C. Buckley (1988).
    """
    import numpy as np

    keys = sorted({key for _, key in pairs})
    places = {key: place for place, key in enumerate(keys)}
    rows = [unit for unit, _ in pairs]
    columns = [places[key] for _, key in pairs]
    matrix = by_rows(rows, columns, [1 + math.log(count) for count in pairs.values()], (units, max(1, len(keys))))
    if not weigh:
        return matrix, keys
    spread = np.bincount(matrix.indices, minlength=matrix.shape[1])
    matrix.data *= np.log((units + 1) / (spread + 0.5))[matrix.indices]
    row = np.repeat(np.arange(units), np.diff(matrix.indptr))
    lengths = np.sqrt(np.bincount(row, matrix.data**2, minlength=units))
    matrix.data /= np.where(lengths > 0, lengths, 1)[row]
    return matrix, keys


def indicator(sets: Iterable[Iterable[Any]], places: dict[Any, int], width: int) -> Any:
    """Rows by members of their sets, 1 where a member is in; `places` numbers the members."""
    cells = [(row, places[member]) for row, members in enumerate(sets) for member in members if member in places]
    rows, columns = zip(*cells, strict=True) if cells else ((), ())
    return by_rows(rows, columns, [1.0] * len(rows), (width, max(1, len(places))))


def by_rows(rows: Sequence[int], columns: Sequence[int], values: Sequence[float], shape: tuple[int, int]) -> Any:
    """A sparse matrix of values, each of a cell of its own."""
    import numpy as np

    order = np.lexsort((columns, rows))
    starts = np.zeros(shape[0] + 1, dtype=np.int32)
    np.cumsum(np.bincount(np.asarray(rows, dtype=np.int32), minlength=shape[0]), out=starts[1:])
    cells = np.asarray(values, dtype=np.float64)[order], np.asarray(columns, dtype=np.int32)[order], starts
    return import_sparse().csr_matrix(cells, shape=shape)


def plural_share(units: Units) -> NDArray[np.float64]:
    """For each unit the share of its occurrences that are in the plural, in [0, 1]."""
    import numpy as np

    plural = np.bincount(
        [one.unit for one in units.occurrences],
        weights=[float(one.candidate.plural) for one in units.occurrences],
        minlength=len(units.keys),
    )
    return np.asarray(plural / units.counts, dtype=np.float64)


def name_parts(actors: Iterable[Actor]) -> dict[str, frozenset[str]]:
    """For each roster id the last words of its names, in small letters: "union" of the Dockers' Union."""
    return {
        actor.id: frozenset(name.lower().split()[-1] for name in (actor.name, *actor.aliases) if name.strip())
        for actor in actors
    }
