"""States that no roster holds: a name beside its own adjective ("Velmora", "Velmoran troops") or with a government."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from framing.annotate.actors.known import Hit
from framing.annotate.actors.names import Occurrence
from framing.annotate.actors.occurrences import ArticleNames
from framing.model import MentionLabel, Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActor, KnownActors, make_slug
from framing.syntax.roles import (
    APPOSITIONS,
    DIRECT_OBJECTS,
    MODIFIERS,
    POSSESSORS,
    PREPOSITION_OBJECTS,
    SUBJECT,
    dependents,
    direct_object,
    role_of,
)
from framing.syntax.tree import is_among

LEAST_LETTERS = 4


def add_new_states(
    parsed: Parsed, names: ArticleNames, known: KnownActors, words: ActorWords
) -> tuple[ArticleNames, KnownActors]:
    """The names with the states that the article itself introduces as hits, and the roster with these states."""
    entries = find_new_states(parsed, names.occurrences, words)
    if not entries:
        return names, known
    forms = _forms(entries)
    named = [o for o in names.occurrences if not o.name.titles and " ".join(o.name.words) in forms]
    others = tuple(o for o in names.occurrences if o not in named)
    inside = {t for o in names.occurrences for t in range(o.name.begins, o.name.last + 1)}
    spans = [(o.name.first, o.name.last, o.name.head, " ".join(o.name.words)) for o in named]
    spans += [(t, t, t, word) for t, word in enumerate(parsed.words) if word in forms and t not in inside]
    hits = tuple(Hit(first, last, head, *forms[form]) for first, last, head, form in sorted(spans))
    wider = replace(known, entries={**known.entries, **entries})
    return ArticleNames((*names.hits, *hits), (*names.alone, *hits), others), wider


_PEOPLE = ("person", "")


def find_new_states(parsed: Parsed, occurrences: Sequence[Occurrence], words: ActorWords) -> dict[str, KnownActor]:
    """By id, the states that an article introduces by name and adjective, or by what only states have."""
    names = _list_candidates(occurrences, words)
    capitals = {w for w in parsed.words if w[0].isupper()} if names else set()
    people = {
        part
        for o in occurrences
        if len(o.name.words) > 1 and o.kind in _PEOPLE
        for part in (o.name.words[0], o.name.words[-1])
    }
    people |= {o.name.words[-1] for o in occurrences if o.name.titles}
    entries: dict[str, KnownActor] = {}
    for name, group in names.items():
        adjectives = tuple(sorted(_adjectives(name, words) & capitals))
        if any(a.lower() in words.adherents or a.lower() in words.group_nouns for a in adjectives):
            continue  # "Republic" and "Republicans"
        signs = {sign for occurrence in group for sign in _signs(parsed, occurrence.name.head, words)}
        weight = max(("state" in signs) * 2, len(signs)) + 2 * bool(adjectives)
        if name in people or name.lower() in words.first_names:
            weight = 2 if {"state", "head"} & signs and len(group) > 1 else 0  # "Corrin" is somebody's name, too
        if weight > 1:
            identity = f"~{make_slug(name)}"
            entries[identity] = KnownActor(identity, name, "state", gender="it", demonyms=adjectives)
    return entries


def _signs(parsed: Parsed, head: int, words: ActorWords) -> Iterator[str]:
    """What says at one place that a name is a state's: what only states have, who leads it, who governs it."""
    dep, governor = role_of(parsed, head)
    noun = parsed.lemma_lowers[governor]
    if dep in PREPOSITION_OBJECTS:
        yield from _signs_before(parsed, governor, words)
    elif dep in POSSESSORS and (noun in words.state_nouns or _is_air_force(parsed, governor)):
        yield "state"  # "Norrast's prime minister"
    elif dep in MODIFIERS and (noun == "leader" or noun in words.heads_of_state):
        yield "leader"  # "the Norrast leader"
    elif dep in DIRECT_OBJECTS and noun in words.governing_verbs:
        yield "governed"
    elif dep in SUBJECT and (noun in words.state_deeds or _fires(parsed, governor, words)):
        yield "deed"
    if any(_is_country(parsed, noun, words) for noun in dependents(parsed, head, APPOSITIONS)):
        yield "state"
    if head > 1 and parsed.words[head - 1] == "," and parsed.words[head - 2].isupper() and _is_dash(parsed, head + 1):
        yield "dateline"  # "VARGO, Norrast —"


def _is_country(parsed: Parsed, noun: int, words: ActorWords) -> bool:
    """Whether a noun beside a name calls it a country: "Norrast, a republic", "Arvel's northern neighbour"."""
    lemma = parsed.lemma_lowers[noun]
    near = lemma in ("neighbour", "neighbor") and any(parsed.lowers[c] in words.bearings for c in parsed.children[noun])
    return near or lemma in words.countries


def _signs_before(parsed: Parsed, preposition: int, words: ActorWords) -> Iterator[str]:
    """What the noun before "of" or "to" says of the name behind it."""
    above = parsed.lemma_lowers[parsed.heads[preposition]]
    if parsed.lowers[preposition] == "of" and above in words.state_heads:
        yield "state"  # "the emir of Norrast"
    elif parsed.lowers[preposition] == "of" and above in words.heads_of_state:
        yield "head"  # "the president of Norrast"
    elif parsed.lowers[preposition] == "to" and above in ("ambassador", "envoy"):
        yield "state"


def _is_air_force(parsed: Parsed, noun: int) -> bool:
    """Whether a noun is "air force", "armed forces" or "foreign ministry"."""
    return parsed.lemma_lowers[noun] in ("force", "ministry") and parsed.lowers[noun - 1] in (
        *("air", "armed", "security", "foreign", "defence", "defense", "interior"),
    )


def _fires(parsed: Parsed, verb: int, words: ActorWords) -> bool:
    """Whether weapons that only states have are fired or tested."""
    shot = direct_object(parsed, verb)
    return parsed.lemmas[verb] in ("fire", "launch", "test") and shot is not None and is_among(parsed, shot, words.arms)


def _is_dash(parsed: Parsed, token: int) -> bool:
    """Whether a dash follows a dateline."""
    return parsed.words[token : token + 1] in (("-",), ("–",), ("—",), ("--",))


def _list_candidates(occurrences: Sequence[Occurrence], words: ActorWords) -> dict[str, list[Occurrence]]:
    """Single words of unknown kind that may name a state, and names of two words such as "Lower Dravia"."""
    names: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences:
        name = occurrence.name
        if occurrence.kind not in ("", "site") or occurrence.actor or name.titles or len(name.words) > 2:
            continue
        word = " ".join(name.words)
        whole = len(name.words) == 1 or name.words[0].lower() in words.state_openings
        if whole and len(word) >= LEAST_LETTERS and word.replace(" ", "").isalpha():
            names.setdefault(word, []).append(occurrence)
    return names


def _adjectives(name: str, words: ActorWords) -> set[str]:
    """Forms that the adjective and the people of a state may take: "Velmora" -> "Velmoran", "Velmorans", …

    Never the name itself: "Leori" is no adjective of "Leori".
    """
    stems = {name} | ({name[:-1]} if name[-1] in "aeoiuy" else set())
    single = {stem + ending for stem in stems for ending in words.demonym_endings} - {name}
    return single | {form + "s" for form in single}


def _forms(entries: Mapping[str, KnownActor]) -> dict[str, tuple[str, MentionLabel]]:
    """Written form -> id and label."""
    forms: dict[str, tuple[str, MentionLabel]] = {entry.name: (entry.id, "name") for entry in entries.values()}
    return forms | {form: (entry.id, "demonym") for entry in entries.values() for form in entry.demonyms}
