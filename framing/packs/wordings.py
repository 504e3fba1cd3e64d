"""What is known beforehand about rival wordings: wide words, likeness of words, weights of the model; read once.

Likeness comes from two small tables in `words/`, which its card describes: vectors of the commonest words and the
relations of WordNet. The weights say how much each reason counts for two wordings to name one thing.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.packs.passages import load_passage_words
from framing.packs.tomlfile import LEXICONS, read_word_lists
from framing.packs.tone import load_tone_words, load_vetoes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WORDS = Path(__file__).parent / "words"
WEIGHTS = Path(__file__).parent / "weights" / "wordings.json"


@dataclass(frozen=True, eq=False, repr=False)
class WordingWords:
    """Word lists, lemmas, each named like its list in `wordings.toml`, which says where the words come from."""

    general_nouns: frozenset[str]
    times: frozenset[str]
    light_verbs: frozenset[str]
    transparent_nouns: frozenset[str]  # "dozens of inquiries" are inquiries
    light_adjectives: frozenset[str]
    agent_endings: frozenset[str]  # "investigator" is no investigation
    opposites: frozenset[str]  # two words with a slash between them: "support/oppose"
    choosing: frozenset[str]  # before a noun: one or some of several, as a rule not those that another sentence means
    classing: frozenset[str]  # before a noun: they say of which class it is and colour nothing
    opposed_descriptions: frozenset[str]  # before a noun, with a slash between them: "federal/state"
    kin: frozenset[str]  # name a person by whom they belong to
    allied: frozenset[str]  # by the side that they take
    placed: frozenset[str]  # by wealth, fame or experience
    classified: frozenset[str]  # before a word for persons: of what age, sex, colour or faith, and how innocent


class Relations(NamedTuple):
    """What WordNet says of a word in one class: numbers of its commonest meanings and of those above them."""

    meanings: tuple[int, ...]
    above: tuple[int, ...]
    derived: frozenset[str]
    opposites: frozenset[str]
    group: str  # lexicographer class: person, act, communication …, as a number


class RelationTable(Mapping[tuple[str, str], Relations]):
    """Word and class to its relations; of 16,000 lines only those are read whose word is asked for."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = {(word, kind): line for line in lines for word, kind, _ in (line.split("\t", 2),)}
        self._read: dict[tuple[str, str], Relations] = {}

    def __getitem__(self, key: tuple[str, str]) -> Relations:
        """The relations of a word in a class."""
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = _relations(self._lines[key])
        return found

    def get(self, key: tuple[str, str], default: Any = None) -> Any:
        """The same, or `default` for a word that the table lacks."""
        return self._read.get(key) or (self[key] if key in self._lines else default)

    def __contains__(self, key: object) -> bool:
        """Whether the table has the word."""
        return key in self._lines

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Every word with its class."""
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WordTables:
    """Likeness of words: `vectors` have length 1, commonest word first; `relations` by word and class (n, v, a)."""

    places: Mapping[str, int]
    vectors: NDArray[np.float32]
    relations: Mapping[tuple[str, str], Relations]

    def rank(self, word: str) -> int:
        """Place of a word among the commonest, from 0; their number for any other."""
        return self.places.get(word, len(self.places))


class LinkModel(NamedTuple):
    """Weights in logits, by reason; `says` words each reason, from the probability `least` words are linked."""

    bias: float
    weights: Mapping[str, float]
    says: Mapping[str, str]
    least: float


class LinkWords(NamedTuple):
    """Everything that linking wordings needs besides the articles."""

    tables: WordTables
    units: LinkModel  # for two lexemes in an event
    pairs: LinkModel  # for two wordings where they stand
    words: WordingWords
    valences: Mapping[str, float]  # in [-4, 4]
    plain: frozenset[str]  # topics and groups, which colour nothing
    facts: frozenset[str]  # words of feelings or success that state facts, and colour nothing either
    forceful: frozenset[str]  # make of speech an attack, of a dispute a fight


@cache
def load_wording_words() -> WordingWords:
    """The lists as they come with the program.

    Raises:
        PackError: the file is damaged.
    """
    return read_word_lists(WordingWords, LEXICONS / "wordings.toml")


@cache
def load_link_words() -> LinkWords:
    """Tables and weights as they come with the program."""
    raw = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    vetoed = load_vetoes()  # topics, groups of people: not judgements
    words = load_wording_words()
    plain = vetoed | words.classing
    valences = {word: value for word, value in load_tone_words().valences.items() if word not in plain}
    models = _model(raw["units"]), _model(raw["pairs"])
    told = load_passage_words()
    forceful = told.forceful_verbs | told.forceful_nouns
    return LinkWords(load_word_tables(), *models, words, valences, plain, told.factual, forceful)


def _model(raw: Mapping[str, Mapping[str, object]]) -> LinkModel:
    """One of the two models of the file."""
    reasons = raw["reasons"]
    weights = {name: float(one["weight"]) for name, one in reasons.items()}  # type: ignore[index]
    says = {name: str(one["says"]) for name, one in reasons.items()}  # type: ignore[index]
    return LinkModel(float(str(raw["bias"])), weights, says, float(str(raw["least"])))


@cache
def load_word_tables() -> WordTables:
    """The two tables as they come with the program."""
    import numpy as np

    with np.load(WORDS / "vectors.npz") as file:
        words, vectors = str(file["words"]).split("\n"), file["vectors"].astype("float32")
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    lines = gzip.decompress((WORDS / "relations.tsv.gz").read_bytes()).decode("utf-8").split("\n")
    return WordTables({word: place for place, word in enumerate(words)}, vectors, RelationTable(lines))


def _relations(line: str) -> Relations:
    """What a line says of its word."""
    *_, meanings, above, derived, opposites, group = line.split("\t")
    own, higher = (tuple(map(int, text.split(","))) if text else () for text in (meanings, above))
    return Relations(own, higher, _words(derived), _words(opposites), group)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split(",")) if text else frozenset()
