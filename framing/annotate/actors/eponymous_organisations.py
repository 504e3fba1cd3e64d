"""Organisations named after somebody: "the Harker administration", "the Romley and Ryder campaigns"."""

from __future__ import annotations

from collections.abc import Mapping

from framing.annotate.actors.mentions import ActorsFound
from framing.annotate.actors.nouns import Noun
from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import make_slug
from framing.syntax.roles import COMPOUNDS, CONJUNCTS, MODIFIERS, POSSESSORS, PREPOSITIONS, SUBJECTS, dependents

_THE = frozenset(("the", "this"))
_OF_ONE = frozenset(("campaign", "camp", "team"))  # of which each of several people has one: whoever was told of last


def find_eponymous(parsed: Parsed, taken: Mapping[int, str], names: Mapping[str, str], words: ActorWords) -> list[Noun]:
    """Organisations named after somebody: "the Harker administration"; "the administration" is the last of them.

    `taken` gives the actor of each token of a name, `names` the names of the persons among the actors.
    """
    found: list[Noun] = []
    last: dict[str, Noun] = {}
    forms = words.eponymous_forms
    for token in [token for token, lower in enumerate(parsed.lowers) if lower in forms]:
        lower, body = parsed.lowers[token], forms[parsed.lowers[token]]
        if token in taken or parsed.deps[token] in COMPOUNDS:
            continue
        if body != lower:
            owners = _owners(parsed, token, taken, names) if parsed.tags[token] == "NNS" else []
            found += [_body(token, body, names[owner])._replace(share=1 / len(owners)) for owner in owners]
        elif parsed.tags[token] != "NN":
            continue
        elif owners := _owners(parsed, token, taken, names):
            last[lower] = _body(token, body, names[owners[0]])
            found.append(last[lower])
        elif lower in last and _points_back(parsed, token):
            anothers = lower in _OF_ONE and _is_anothers(parsed, (last[lower], token), taken, names)
            found += [] if anothers else [_again(last[lower], token)]
    return found


def _is_anothers(parsed: Parsed, places: tuple[Noun, int], taken: Mapping[int, str], names: Mapping[str, str]) -> bool:
    """Whether somebody else who has such a body, too, is a subject since it was named: "Lode will … . The campaign"."""
    body, token = places
    subjects = {taken.get(t, "") for t in range(body.last, token) if parsed.deps[t] in SUBJECTS}
    others = {one for one in subjects if names.get(one, body.name).split()[-1] != body.name.split()[0]} - {""}
    nouns = (t for t in range(len(parsed)) if parsed.lowers[t] == parsed.lowers[token]) if others else ()
    having = {taken.get(c, "") for t in nouns for c in dependents(parsed, t, MODIFIERS | POSSESSORS)}
    return not others.isdisjoint(having)


def _owners(parsed: Parsed, token: int, taken: Mapping[int, str], names: Mapping[str, str]) -> list[str]:
    """The persons whose names stand before the noun: "the Romley and Ryder campaigns" has two."""
    owners: list[str] = []
    open_tokens = [c for c in dependents(parsed, token, MODIFIERS) if c < token]
    while open_tokens:
        child = open_tokens.pop(0)
        if names.get(taken.get(child, "")):
            owners.append(taken[child])
            open_tokens += [c for c in dependents(parsed, child, CONJUNCTS) if c < token]
    return list(dict.fromkeys(owners))


def _body(token: int, noun: str, owner: str) -> Noun:
    """The mention of somebody's administration, campaign and so on."""
    full = f"{owner.split()[-1]} {noun}"
    return Noun(token, token, f"~{make_slug(full)}", full, "organisation", "name", 0.8)


def _points_back(parsed: Parsed, token: int) -> bool:
    """Whether "the" or "this" stands before a noun, and nobody behind "of" who owns it: "the campaign of Ada Lang"."""
    owned = any(
        parsed.pos[c] == "PROPN" or any(parsed.pos[below] == "PROPN" for below in parsed.children[c])
        for preposition in dependents(parsed, token, PREPOSITIONS)
        if parsed.lowers[preposition] == "of"
        for c in parsed.children[preposition]
    )
    return token > 0 and parsed.lowers[token - 1] in _THE and not owned


def _again(body: Noun, token: int) -> Noun:
    """The body once more, now as "the administration"."""
    return body._replace(first=token - 1, last=token, label="title", confidence=0.6)


def find_owned(parsed: Parsed, found: ActorsFound, words: ActorWords) -> list[Noun]:
    """ "His administration", "Harker's campaign": bodies that belong to somebody, and "the administration" after them.

    A campaign must be named elsewhere, too.
    """
    holders, names = _holders(found), found.persons
    named = {body.actor for body in found.bodies}
    done = {body.last for body in found.bodies}
    last: dict[str, Noun] = {}
    owned: list[Noun] = []
    forms = words.eponymous_forms
    for token in [token for token, lower in enumerate(parsed.lowers) if lower in forms]:
        lower = parsed.lowers[token]
        if parsed.tags[token] != "NN" or parsed.deps[token] in COMPOUNDS:
            continue
        if token in done:
            last.pop(lower, None)
            continue
        owner = next((holders[c] for c in dependents(parsed, token, POSSESSORS) if c in holders), "")
        if token not in holders and owner in names:
            body = _body(token, lower, names[owner])
            if lower == "administration" or body.actor in named:
                last[lower] = body
                owned.append(body)
        elif lower in last and token not in holders and _points_back(parsed, token):
            owned.append(_again(last[lower], token))
    return owned


def _holders(found: ActorsFound) -> dict[int, str]:
    """Whom each token of a name, and the last of a noun or a pronoun, stands for."""
    pronouns = {r.token: r.actors[0] for r in found.pronouns if len(r.actors) == 1}
    return {n.last: n.actor for n in found.nouns} | dict(found.taken) | pronouns
