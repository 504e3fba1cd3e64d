"""How much speaks for two units of an event naming one thing: one matrix a reason, each named in the weights.

A reason lies in [0, 1] for every pair of units. Which way it counts is learnt, but its sign is given: likeness never
speaks against a link, and opposites, different numbers or standing side by side in one sentence never for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal

from framing.imports import import_sparse
from framing.link.pairs import EventWords
from framing.link.units import NAMED, PERSONS, SOCIAL_GROUPS, Units, as_matrix, indicator, plural_share, stem
from framing.model import BODIES, PEOPLE, ActorKind
from framing.packs.wordings import Relations, WordTables

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

ActorFacts = tuple[ActorKind | Literal[""], frozenset[str]]  # kind, last words of the names
KIND_CLASSES = {
    **dict.fromkeys(PEOPLE, "n18"),
    **dict.fromkeys((*BODIES, "group"), "n14"),
    "state": "n15",
    "place": "n15",
}
COSINES = {"same arguments": "argument", "same governor": "governor", "same modifiers": "modifier",
           "same agents": "agent", "same company": "bag"}  # fmt: skip
PAIRS = {
    "two nouns": ("n", "n"),
    "noun and verb": ("n", "v"),
    "two verbs": ("v", "v"),
    "adjective and verb": ("a", "v"),
    "adjective and noun": ("a", "n"),
    "actor and noun": ("@", "n"),
    "actor and verb": ("@", "v"),
}


def reasons_of(
    units: Units, tables: WordTables, opposites: Iterable[str], facts: Mapping[str, ActorFacts]
) -> dict[str, Matrix]:
    """Every reason for every pair of units; `facts` gives kind and last name words of an actor by roster id."""
    import numpy as np

    found: dict[str, Matrix] = {name: _cosine(units, group) for name, group in COSINES.items()}
    found |= _by_vectors(units, tables)
    found |= _by_relations(units, tables)
    found["opposites"] = np.maximum(found["opposites"], _listed_opposites(units, opposites))
    found |= _by_actors(units, tables, facts)
    found |= _by_place(units)
    found["like words, same topic"] = found["like words"] * _cosine(units, "topic")
    classes = np.array([units.word_class(unit) for unit in range(len(units.keys))])
    for name, (one, two) in PAIRS.items():
        first, second = (classes == one)[:, None], (classes == two)[None, :]
        found[name] = ((first & second) | (first & second).T).astype("float32")
    return found


def _dense(matrix: Any) -> Matrix:
    """A sparse matrix as an array of small floats."""
    found: Matrix = matrix.toarray().astype("float32")
    return found


def _cosine(units: Units, group: str) -> Matrix:
    """Cosine of what each pair of units is joined to in one kind of relation."""
    matrix, _ = as_matrix(units.context.get(group, {}), len(units.keys))
    return _dense(matrix @ matrix.T).clip(0, 1)


def _by_vectors(units: Units, tables: WordTables) -> dict[str, Matrix]:
    """Likeness of the words, of their phrases and of the sentences they stand in, by word vectors."""
    import numpy as np

    words = np.zeros((len(units.keys), tables.vectors.shape[1]), dtype="float32")
    for unit in range(len(units.keys)):
        parts = units.lexeme(unit).replace("-", " ").split()
        known = [tables.vectors[tables.places[part]] for part in parts if part in tables.places]
        if known:
            words[unit] = np.mean(known, axis=0)
    return {
        "like words": _products(words),
        "like sentences": _products(_sentence_means(units, tables)),
        "like phrases": _products(_phrase_means(units, tables)),
    }


def _products(rows: Matrix) -> Matrix:
    """Cosines of all pairs of rows, those below 0 as 0; empty rows are like none."""
    import numpy as np

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    even: Matrix = np.asarray(rows / np.where(lengths > 0, lengths, 1), dtype="float32")
    found: Matrix = (even @ even.T).clip(0, 1)
    return found


def _phrase_means(units: Units, tables: WordTables) -> Matrix:
    """For each unit the mean direction of all words of its phrases, rare ones first, less that of all units."""
    import numpy as np

    sparse = import_sparse()
    rarity = EventWords.of(units).weights
    cells = [
        (one.unit, tables.places[word], rarity.get(word, 0.0))
        for one in units.occurrences
        for word in {*one.candidate.content, *one.candidate.core} & tables.places.keys()
    ]
    rows, places, values = zip(*cells, strict=True) if cells else ((), (), ())
    held = sparse.csr_matrix((values, (rows, places)), shape=(len(units.keys), len(tables.vectors)))
    means = np.asarray(held @ tables.vectors, dtype="float32")
    lengths = np.linalg.norm(means, axis=1, keepdims=True)
    means = np.asarray(means / np.where(lengths > 0, lengths, 1), dtype="float32")
    return np.where(lengths > 0, means - means.mean(axis=0), 0).astype("float32")


def _sentence_means(units: Units, tables: WordTables) -> Matrix:
    """For each unit the mean direction of its sentences, less that of all sentences of the event."""
    import numpy as np

    sparse = import_sparse()
    names = [(article, number) for article, lists in sorted(units.in_sentence.items()) for number in range(len(lists))]
    sets = [units.in_sentence[article][number] for article, number in names]
    places = {word: place for place, word in enumerate(sorted(set(chain.from_iterable(sets)) & tables.places.keys()))}
    matrix = indicator(sets, places, len(sets))
    spread = np.asarray(matrix.sum(axis=0)).ravel()
    weights = np.log((len(sets) + 1) / (spread + 0.5))
    vectors = tables.vectors[[tables.places[word] for word in places]] if places else np.zeros((1, 50), dtype="float32")
    means: Matrix = np.asarray(matrix @ (vectors * weights[: len(vectors), None]), dtype="float32")
    lengths = np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-6)
    means = np.asarray(means / lengths, dtype="float32")
    means -= means.mean(axis=0)
    row = {name: place for place, name in enumerate(names)}
    cells = [(one.unit, row[one.article, one.candidate.sentence]) for one in units.occurrences]
    who, where = zip(*cells, strict=True)
    held = sparse.csr_matrix((np.ones(len(cells)), (who, where)), shape=(len(units.keys), len(names)))
    return np.asarray(held @ means, dtype="float32")


def _by_relations(units: Units, tables: WordTables) -> dict[str, Matrix]:
    """What WordNet says of each pair of words."""
    import numpy as np

    size = len(units.keys)
    lexemes = [units.lexeme(unit) for unit in range(size)]
    known = [tables.relations.get((word.rpartition(" ")[2], units.word_class(u))) for u, word in enumerate(lexemes)]
    none = Relations((), (), frozenset(), frozenset(), "")
    all_known = [one or none for one in known]
    senses = _numbered(chain.from_iterable((*one.meanings, *one.above) for one in all_known))
    own = indicator([one.meanings for one in all_known], senses, size)
    above = indicator([one.above for one in all_known], senses, size)
    both = own + above
    kinds = _dense(own @ above.multiply(1 / np.maximum(np.asarray(above.sum(axis=0)), 1)).T)
    spread = np.asarray(both.sum(axis=0)).ravel()
    weighted = both.multiply(np.log((size + 1) / (spread + 0.5))[None, :]).tocsr()
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    weighted = weighted.multiply(1 / np.where(lengths > 0, lengths, 1)[:, None]).tocsr()
    words = _numbered(word for word in lexemes if word)
    bare = indicator([[word] if word else [] for word in lexemes], words, size)
    groups = np.array([units.word_class(u) + all_known[u].group if known[u] else f"?{u}" for u in range(size)])
    off = 1 - np.eye(size, dtype="float32")
    people = np.array([group == f"n{PERSONS}" for group in groups])
    things = np.array([group[0] == "n" and group[1:] not in LIKE_PEOPLE for group in groups])
    return {
        "synonyms": (_dense(own @ own.T) > 0) * off,
        "near in WordNet": _dense(weighted @ weighted.T).clip(0, 1) * off,
        "kind of the other": np.maximum(kinds, kinds.T).clip(0, 1) * off,
        "derived words": _either(bare, indicator([one.derived for one in all_known], words, size)) * off,
        "opposites": _either(bare, indicator([one.opposites for one in all_known], words, size)),
        "kinds of one sort": _siblings(all_known, units, own, both),
        "same class of meaning": (groups[:, None] == groups[None, :]) * off,
        "two words for people": (people[:, None] & people[None, :]) * off,
        "people and things": ((people[:, None] & things[None, :]) | (things[:, None] & people[None, :])) * off,
    }


LIKE_PEOPLE = frozenset((PERSONS, SOCIAL_GROUPS, "3", "03", "4", "04", "9", "09"))  # may stand for people
CONCRETE = frozenset(("5", "05", "6", "06", "7", "07", "8", "08", "13", "15", "17", "20", "27"))  # things one can see


def _siblings(known: Sequence[Relations], units: Units, own: Any, both: Any) -> Matrix:
    """Pairs of nouns for things one can see of which neither is the other's kind: "school", "hospital"."""
    import numpy as np

    seen = np.array([one.group in CONCRETE and units.word_class(unit) == "n" for unit, one in enumerate(known)])
    tied = _dense(own @ both.T) > 0
    apart = seen[:, None] & seen[None, :] & ~(tied | tied.T)
    np.fill_diagonal(apart, False)
    return np.asarray(apart, dtype="float32")


def _numbered(members: Any) -> dict[Any, int]:
    return {member: place for place, member in enumerate(sorted(set(members)))}


def _listed_opposites(units: Units, opposites: Iterable[str]) -> Matrix:
    """Pairs whose words are of two families that a list calls opposite ("support/oppose")."""
    import numpy as np

    at: dict[str, list[int]] = {}
    for unit in range(len(units.keys)):
        at.setdefault(stem(units.lexeme(unit)), []).append(unit)
    found = np.zeros((len(units.keys), len(units.keys)), dtype="float32")
    for one, two in (pair.split("/") for pair in sorted(opposites)):
        for first in at.get(stem(one), ()):
            for second in at.get(stem(two), ()):
                found[first, second] = found[second, first] = 1
    return found


def _either(words: Any, linked: Any) -> Matrix:
    """Pairs of which one word is linked to the other."""
    found = _dense(words @ linked.T) > 0
    return (found | found.T).astype("float32")


def _by_actors(units: Units, tables: WordTables, facts: Mapping[str, ActorFacts]) -> dict[str, Matrix]:
    """What ties a noun to an actor: title, apposition, copula, the last word of its name, its kind."""
    import numpy as np

    size = len(units.keys)
    at = {key: unit for unit, key in enumerate(units.keys)}
    borne = np.zeros((size, size), dtype="float32")
    for (unit, key), count in units.context.get("bearer", {}).items():
        if key in at:
            borne[unit, at[key]] += count / units.counts[unit]
    named = np.zeros((size, size), dtype="float32")
    kinds = []
    for unit, key in enumerate(units.keys):
        last = (units.lexeme(unit) or key[1:]).rpartition(" ")[2]
        kind, parts = facts.get(key[1:], ("", frozenset((last,)))) if key.startswith(NAMED) else ("", frozenset())
        known = tables.relations.get((last, "n")) if units.word_class(unit) in ("n", NAMED) else None
        kinds.append(KIND_CLASSES.get(kind, "") if kind else f"n{known.group}" if known else "")
        for part in parts:
            for word_class in "nv":
                if (other := at.get(f"{part}/{word_class}")) is not None:
                    named[unit, other] = named[other, unit] = 1
    classes, actors = np.array(kinds), np.array([key.startswith(NAMED) for key in units.keys])
    same_kind = (classes[:, None] == classes[None, :]) & (actors[:, None] ^ actors[None, :]) & (classes != "")[:, None]
    single = _single_share(units)
    named *= np.sqrt(np.outer(single, single))
    shared, _ = as_matrix(units.context.get("bearer", {}), size)
    return {
        "title or apposition": np.maximum(borne, borne.T).clip(0, 1),
        "part of the name": named * same_kind,
        "kind of the actor": same_kind.astype("float32"),
        "same bearer": _dense(shared @ shared.T).clip(0, 1) * (1 - np.eye(size, dtype="float32")),
    }


def _single_share(units: Units) -> NDArray[np.float64]:
    """For each unit the share of its occurrences that may be one thing: no plural, and no noun before another."""
    import numpy as np

    single = [not (one.candidate.plural or one.candidate.modifying) for one in units.occurrences]
    held = np.bincount([one.unit for one in units.occurrences], weights=single, minlength=len(units.keys))
    return np.asarray(held / units.counts, dtype=np.float64)


def _by_place(units: Units) -> dict[str, Matrix]:
    """What speaks against a link: one sentence holds both, one is joined to the other, singular against plural, and
    that both are frequent: the two words that an event is full of are as a rule two things.
    """
    import numpy as np

    size = len(units.keys)
    stands, _ = as_matrix(units.context.get("sentence", {}), size, weigh=False)
    stands.data[:] = 1
    together, alone = _dense(stands @ stands.T), np.asarray(stands.sum(axis=1)).ravel()
    joined = np.zeros((size, size), dtype="float32")
    at: dict[str, list[int]] = {}
    for unit in range(size):
        at.setdefault(units.lexeme(unit), []).append(unit)
    for group in ("argument", "modifier"):
        for (unit, key), count in units.context.get(group, {}).items():
            for other in at.get(key, ()):
                joined[unit, other] += count / units.counts[other]
    rarer = np.minimum(units.counts[:, None], units.counts[None, :])
    plural, nouns = plural_share(units), np.array([units.word_class(unit) == "n" for unit in range(size)])
    gap = np.abs(plural[:, None] - plural[None, :]) * (nouns[:, None] & nouns[None, :])
    return {
        "side by side": (together / np.minimum(alone[:, None], alone[None, :]).clip(1)).astype("float32"),
        "one joined to the other": np.maximum(joined, joined.T).clip(0, 1),
        "singular and plural": gap.astype("float32"),
        "both often": np.log1p(rarer).astype("float32"),
    }


def weigh_reasons(reasons: Mapping[str, Matrix], weights: Mapping[str, float], bias: float) -> Matrix:
    """The probability that each pair of units names one thing, in [0, 1]; of opposites and two kinds of a sort 0."""
    import numpy as np

    total: Matrix = np.full_like(reasons["opposites"], bias)
    for name, weight in weights.items():
        if weight:
            total += np.float32(weight) * reasons[name]
    allowed = 1 - np.maximum(reasons["opposites"], reasons["kinds of one sort"])
    return np.asarray(allowed / (1 + np.exp(-total)), dtype="float32")
