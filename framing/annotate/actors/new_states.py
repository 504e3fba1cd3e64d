"""States that no roster holds: a name beside its own adjective ("Velmora", "Velmoran troops") or with a government."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from framing.annotate.actors.known import Hit
from framing.annotate.actors.names import Occurrence
from framing.annotate.actors.occurrences import ArticleNames
from framing.model import MentionLabel, Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActor, KnownActors, make_slug
from framing.syntax.roles import POSSESSORS

LEAST_LETTERS = 5


def add_new_states(
    parsed: Parsed, names: ArticleNames, known: KnownActors, words: ActorWords
) -> tuple[ArticleNames, KnownActors]:
    """The names with the states that the article itself introduces as hits, and the roster with these states."""
    entries = find_new_states(parsed, names.occurrences, words)
    if not entries:
        return names, known
    forms = _forms(entries)
    others = tuple(o for o in names.occurrences if " ".join(o.name.words) not in forms)
    inside = {t for o in others for t in range(o.name.begins, o.name.last + 1)}
    tokens = (token for token, word in enumerate(parsed.words) if word in forms and token not in inside)
    hits = tuple(Hit(token, token, token, *forms[parsed.words[token]]) for token in tokens)
    wider = replace(known, entries={**known.entries, **entries})
    return ArticleNames((*names.hits, *hits), (*names.alone, *hits), others), wider


def find_new_states(parsed: Parsed, occurrences: Sequence[Occurrence], words: ActorWords) -> dict[str, KnownActor]:
    """By id, the states that an article introduces by name and adjective, or by what only states have."""
    names = _list_candidates(occurrences, words)
    capitals = {w for w in parsed.words if w[0].isupper()} if names else set()
    entries: dict[str, KnownActor] = {}
    for name, group in names.items():
        adjectives = tuple(sorted(_adjectives(name, words) & capitals))
        if any(a.lower() in words.adherents or a.lower() in words.group_nouns for a in adjectives):
            continue  # "Republic" and "Republicans"
        heads = (occurrence.name.head for occurrence in group)
        if adjectives or any(
            parsed.deps[head] in POSSESSORS and parsed.lemmas[parsed.heads[head]] in words.state_nouns for head in heads
        ):  # "Norrast's prime minister"
            identity = f"~{make_slug(name)}"
            entries[identity] = KnownActor(identity, name, "state", gender="it", demonyms=adjectives)
    return entries


def _list_candidates(occurrences: Sequence[Occurrence], words: ActorWords) -> dict[str, list[Occurrence]]:
    """Single words of unknown kind that may name a state: nobody's given name or surname."""
    surnames = {o.name.words[-1] for o in occurrences if len(o.name.words) > 1 or o.name.titles}
    names: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences:
        word, *more = occurrence.name.words
        if more or occurrence.kind not in ("", "site") or len(word) < LEAST_LETTERS or not word.isalpha():
            continue
        if word not in surnames and word.lower() not in words.first_names:
            names.setdefault(word, []).append(occurrence)
    return names


def _adjectives(name: str, words: ActorWords) -> set[str]:
    """Forms that the adjective and the people of a state may take: "Velmora" -> "Velmoran", "Velmorans", …"""
    stems = {name} | ({name[:-1]} if name[-1] in "aeoiuy" else set())
    single = {stem + ending for stem in stems for ending in words.demonym_endings}
    return single | {form + "s" for form in single}


def _forms(entries: Mapping[str, KnownActor]) -> dict[str, tuple[str, MentionLabel]]:
    """Written form -> id and label."""
    forms: dict[str, tuple[str, MentionLabel]] = {entry.name: (entry.id, "name") for entry in entries.values()}
    return forms | {form: (entry.id, "demonym") for entry in entries.values() for form in entry.demonyms}
