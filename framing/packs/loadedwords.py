"""The lists of loaded words: read once from TOML, checked, and indexed by first word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple, get_args

from framing.errors import PackError
from framing.model import ActorKind
from framing.packs.inflection import inflect
from framing.packs.people import load_speaker_nouns
from framing.packs.prepared import kept
from framing.packs.tomlfile import LEXICONS, index_by_key, read_toml, read_word_lists

CONDITIONS = frozenset(
    ["object", "before_judgement", "judgement_near", "modifier", "noun", "not_placed", "of_party"]
    + ["of_somebody", "of_speech", "determiner", "reporting"]
)
JUDGING = frozenset(["epithet", "accusation", "verb", "praise"])  # they judge; they and VIVID make weaker words count
VIVID = "vivid"  # the category of words that only colour
COLOURS = "‘{word}’ colours what is told; by itself it judges nobody"


class LoadedEntry(NamedTuple):
    """One entry: its words in a row, when it counts, and why it is loaded. `strength` lies in (0, 1]."""

    words: tuple[str, ...]
    group: str
    category: str
    strength: float
    why: str
    pos: frozenset[str] = frozenset()  # parts of speech of the last word; empty: any
    proper: bool = False  # counts although it bears a capital inside a sentence
    when: tuple[str, ...] = ()  # named conditions that must all hold
    near: frozenset[str] = frozenset()  # one of these lemmas must stand in the sentence
    not_near: frozenset[str] = frozenset()  # none of these may


PLAIN_KEYS = frozenset(["name", "words", "why", "source", "yes", "no"])
KEYS = PLAIN_KEYS | {"colours"} | set(LoadedEntry._fields) - {"group"}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LoadedRules:
    """Words by which the conditions and the rules beyond the lists decide, each named like its list in the file."""

    placing_words: frozenset[str]  # what "lying" stands in is a place: "lying in a field"
    naming_words: frozenset[str]  # words in marks near them are spoken or named, and no scare quotes
    interjections: frozenset[str]  # let the writer's feeling be heard
    title_words: frozenset[str]  # an exclamation mark behind them may belong to the name of a work
    leading_words: frozenset[str]  # may open a question that wants no answer
    daring_words: frozenset[str]  # in such a question, show that it wants none
    bitter_endings: frozenset[str]  # a word built with them condemns: "warmonger"
    innocent_words: frozenset[str]  # end so and condemn nobody: "fishmonger"
    target_prepositions: frozenset[str]  # behind a loaded verb, bring whom it is aimed at
    things: frozenset[str]  # used of them, a word of motion, force or nature is literal: "ripped the sail"
    natural_verbs: frozenset[str]  # what a flood or a fire does
    natural_events: frozenset[str]  # floods, fires and storms
    charges: frozenset[str]  # what hangs on them is the name of a charge
    deeds: frozenset[str]  # what somebody does, says or makes: whoever judges it judges somebody
    deed_endings: frozenset[str]  # endings of such nouns
    topics: frozenset[str]  # a loaded word before them says what they deal with: "books on extremist issues"


@dataclass(frozen=True, eq=False, repr=False)
class LoadedWords:
    """All entries, single words by the word, phrases by their first two; `categories` glosses each category.

    `plain` holds by their first word the set phrases in which listed words do not judge ("hammer out").
    """

    categories: Mapping[str, str]
    singles: Mapping[str, tuple[LoadedEntry, ...]]
    phrases: Mapping[str, Mapping[str, tuple[LoadedEntry, ...]]]
    judging: frozenset[str]  # words and forms that judge wherever they stand
    strong: frozenset[str]  # these and those that only colour
    plain: Mapping[str, tuple[tuple[str, ...], ...]]
    parties: frozenset[str]  # nouns for people and for bodies that act
    rules: LoadedRules


@cache
@kept
def load_loaded_words() -> LoadedWords:
    """The lists as they come with the program."""
    return read_loaded_words(LEXICONS)


def read_loaded_words(folder: Path) -> LoadedWords:
    """The lists of every file `loaded*.toml` of a folder.

    Raises:
        PackError: unreadable TOML, an unknown key, category, condition or context, or a group without examples.
    """
    tables = {path.name: read_toml(path) for path in sorted(folder.glob("loaded*.toml"))}
    categories = {name: gloss for table in tables.values() for name, gloss in table.get("categories", {}).items()}
    contexts = {name: _terms(text) for table in tables.values() for name, text in table.get("contexts", {}).items()}
    entries: list[LoadedEntry] = []
    plain: list[tuple[str, ...]] = []
    for where, table in tables.items():
        for group in table.get("group", ()):
            _check(group, categories, contexts, where)
            entries += _entries(group, contexts)
        for group in table.get("plain", ()):
            _check_keys(group, PLAIN_KEYS, where)
            plain += _alternatives(group["words"])
    return LoadedWords(
        categories=categories,
        singles=index_by_key((form, entry) for entry in entries if len(entry.words) == 1 for form in _firsts(entry)),
        phrases=_phrases(entries),
        judging=_strong_forms(entries, JUDGING),
        strong=_strong_forms(entries, JUDGING | {VIVID}),
        plain=index_by_key((phrase[0], phrase) for phrase in plain),
        parties=frozenset(noun for noun, kind in load_speaker_nouns().items() if kind in get_args(ActorKind)),
        rules=read_word_lists(LoadedRules, LEXICONS / "rules_loaded.toml"),
    )


def _check(
    group: Mapping[str, Any], categories: Mapping[str, str], contexts: Mapping[str, tuple[str, ...]], where: str
) -> None:
    """Refuses a group that could not be understood or tested."""
    _check_keys(group, KEYS, where)
    name = group["name"]
    if not 0 < group.get("strength", 0) <= 1:
        raise PackError(f"{where}: the `strength` of group {name!r} must lie between 0 and 1, for instance 0.5.")
    if group.get("category") not in categories:
        raise PackError(
            f"{where}: the category {group.get('category')!r} of group {name!r} is not explained under [categories]. "
            "Add it there in plain words."
        )
    odd = sorted(set(group.get("when", ())) - CONDITIONS)
    odd += sorted({*group.get("near", ()), *group.get("not_near", ())} - set(contexts))
    if odd:
        raise PackError(
            f"{where}: group {name!r} asks for {odd[0]!r}, which is neither a condition "
            f"({', '.join(sorted(CONDITIONS))}) nor a word list under [contexts]."
        )


def _check_keys(group: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    """Refuses unknown keys and missing parts."""
    name = group.get("name", "?")
    unknown = sorted(set(group) - known)
    if unknown:
        raise PackError(
            f"{where}: group {name!r} has the unknown key {unknown[0]!r}. Known keys: {', '.join(sorted(known))}."
        )
    if not all(group.get(key) for key in ("name", "words", "why", "source", "yes", "no")):
        raise PackError(
            f"{where}: group {name!r} needs `name`, `words`, `why`, `source`, a `yes` and a `no` example, "
            "so that it can be explained and checked."
        )


def _entries(group: Mapping[str, Any], contexts: Mapping[str, tuple[str, ...]]) -> Iterator[LoadedEntry]:
    """The entries of one group: its `words`, and its `colours`, which differ in category and reason alone."""

    def context(key: str) -> frozenset[str]:
        return frozenset(word for name in group.get(key, ()) for word in contexts[name])

    shared = (
        group["name"],
        group["category"],
        float(group["strength"]),
        group["why"],
        frozenset(group.get("pos", ())),
        bool(group.get("proper")),
        tuple(group.get("when", ())),
        context("near"),
        context("not_near"),
    )
    for term in _terms(group["words"]):
        yield LoadedEntry(tuple(term.replace("-", " - ").split()), *shared)
    for term in _terms(group.get("colours", "")):
        colour = LoadedEntry(tuple(term.replace("-", " - ").split()), *shared)
        yield colour._replace(group=VIVID, category=VIVID, why=COLOURS)  # it does not do what the group's name says


def _terms(text: str) -> tuple[str, ...]:
    """The terms of a comma-separated text."""
    return tuple(dict.fromkeys(" ".join(term.split()) for term in text.split(",") if term.strip()))


def _alternatives(text: str) -> Iterator[tuple[str, ...]]:
    """The phrases of a text, "terror|terrorist cell|plot" written out as four."""
    for term in _terms(text):
        yield from product(*(place.split("|") for place in term.replace("-", " - ").split()))


def _firsts(entry: LoadedEntry) -> tuple[str, ...]:
    """The forms its first word is looked up by: a verb's regular ones too, so that a misread lemma loses nothing."""
    first = entry.words[0]
    return (first, *inflect(first)) if "VERB" in entry.pos else (first,)


def _phrases(entries: Iterable[LoadedEntry]) -> dict[str, dict[str, tuple[LoadedEntry, ...]]]:
    """Entries of several words, by every form of the first and then by the second."""
    firsts = index_by_key((form, entry) for entry in entries if len(entry.words) > 1 for form in _firsts(entry))
    return {form: index_by_key((entry.words[1], entry) for entry in found) for form, found in firsts.items()}


def _strong_forms(entries: Iterable[LoadedEntry], categories: frozenset[str]) -> frozenset[str]:
    """All forms of the single words of these categories that ask for no condition."""
    found = (one for one in entries if one.category in categories and not (len(one.words) > 1 or one.when or one.near))
    return frozenset(form for entry in found for form in _firsts(entry))
