"""States that no roster holds: a name beside its own adjective ("Velmora", "Velmoran troops") or with a government."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from framing.annotate.actors.known import Hit
from framing.annotate.actors.shortforms import Occurrence
from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActor, make_slug
from framing.syntax.tree import head_of_name

_ENDINGS = ("n", "an", "ian", "i", "ese", "ish")
LEAST_LETTERS = 5


class NewStates(NamedTuple):
    """Entries by id as a roster would hold them, and where the article names them."""

    entries: dict[str, KnownActor]
    hits: list[Hit]
    words: frozenset[str]  # names and adjectives of these states


def find_new_states(parsed: Parsed, occurrences: Sequence[Occurrence], words: ActorWords) -> NewStates:
    """The states that an article introduces by name and adjective, or by what only states have."""
    names: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences:
        word = occurrence.name.words[0]
        if (
            occurrence.kind in ("", "site")
            and len(occurrence.name.words) == 1
            and len(word) >= LEAST_LETTERS
            and word.isalpha()
        ):
            names.setdefault(word, []).append(occurrence)
    capitals = {w for w in parsed.words if w[0].isupper()} if names else set()
    surnames = {o.name.words[-1] for o in occurrences if len(o.name.words) > 1 or o.name.titles}
    entries: dict[str, KnownActor] = {}
    for name, group in names.items():
        if name in surnames or name.lower() in words.first_names:
            continue
        adjectives = tuple(sorted(_adjectives(name) & capitals))
        if any(a.lower() in words.adherents or a.lower() in words.groups for a in adjectives):
            continue  # "Republic" and "Republicans"
        if adjectives or any(_governs(parsed, occurrence, words) for occurrence in group):
            identity = f"~{make_slug(name)}"
            entries[identity] = KnownActor(identity, name, "state", gender="it", demonyms=adjectives)
    return NewStates(entries, _find_hits(parsed, entries), frozenset(_forms(entries)))


def _adjectives(name: str) -> set[str]:
    """Forms that the adjective and the people of a state may take: "Velmora" -> "Velmoran", "Velmorans", …"""
    stems = {name} | ({name[:-1]} if name[-1] in "aeoiuy" else set())
    single = {stem + ending for stem in stems for ending in _ENDINGS}
    return single | {form + "s" for form in single}


def _governs(parsed: Parsed, occurrence: Occurrence, words: ActorWords) -> bool:
    """Whether the name owns what only a state has: "Norrast's prime minister"."""
    head = head_of_name(parsed, occurrence.name.first, occurrence.name.last)
    return parsed.deps[head] == "poss" and parsed.lemmas[parsed.heads[head]] in words.state_nouns


def _forms(entries: dict[str, KnownActor]) -> dict[str, tuple[str, str]]:
    """Written form -> id and label."""
    forms = {entry.name: (entry.id, "name") for entry in entries.values()}
    return forms | {form: (entry.id, "demonym") for entry in entries.values() for form in entry.demonyms}


def _find_hits(parsed: Parsed, entries: dict[str, KnownActor]) -> list[Hit]:
    """Every token that names one of the states."""
    forms = _forms(entries)
    if not forms:
        return []
    found = ((token, forms[word]) for token, word in enumerate(parsed.words) if word in forms)
    return [Hit(token, token, actor, label) for token, (actor, label) in found]  # type: ignore[arg-type]
