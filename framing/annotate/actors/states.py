"""Mentions of known states and organisations: by name, by their people and officials, by their capitals."""

from __future__ import annotations

from collections.abc import Sequence

from framing.annotate.actors.known import Hit
from framing.annotate.actors.places import is_actor
from framing.model import Mention, Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActor, KnownActors
from framing.syntax.tree import head_of_name


def find_state_mentions(parsed: Parsed, hits: Sequence[Hit], known: KnownActors, words: ActorWords) -> list[Mention]:
    """Mentions of known states, capitals and organisations, where they act or are acted upon."""
    found = (
        _demonym(parsed, hit, words) if hit.label == "demonym" else _named(parsed, hit, known.entries[hit.actor], words)
        for hit in hits
    )
    return [mention for mention in found if mention is not None]


def _named(parsed: Parsed, hit: Hit, entry: KnownActor, words: ActorWords) -> Mention | None:
    """A mention by name or capital, alone or with the officials that it qualifies."""
    head = head_of_name(parsed, hit.first, hit.last)
    noun = parsed.heads[head]
    if parsed.deps[head] in ("compound", "nmod", "amod") and noun > head and parsed.lowers[noun] in words.officials:
        if _introduces(parsed, noun):
            return None  # "Kremlin spokesman Dmitry Peskov"
        return _officials(parsed, hit.first, noun, noun, hit.actor)
    above = parsed.heads[noun]
    located = parsed.deps[head] == "pobj" and parsed.lowers[noun] in ("in", "from") and noun == above + 1
    if located and parsed.lowers[above] in words.officials:
        return _officials(parsed, above, hit.last, above, hit.actor)  # "officials in Baku"
    if not is_actor(parsed, hit, entry, words):
        return None
    return Mention(parsed.span(hit.first, hit.last), head, hit.label, hit.actor, 0.9, 1.0, "roster")


def _officials(parsed: Parsed, first: int, last: int, head: int, actor: str) -> Mention:
    """A mention of a state by those who act for it."""
    return Mention(parsed.span(first, last), head, "demonym", actor, 0.8, 1.0, "officials")


def _demonym(parsed: Parsed, hit: Hit, words: ActorWords) -> Mention | None:
    """ "Armenian officials" is Armenia's side, "Armenians" too; "Armenian church" is not."""
    token, head = hit.last, parsed.heads[hit.last]
    modifies = parsed.deps[token] in ("amod", "compound", "nmod")
    if modifies and parsed.lowers[head] in words.officials and head > token:
        if _introduces(parsed, head):
            return None
        return _officials(parsed, hit.first, head, head, hit.actor)
    if not modifies and _is_people(parsed, token):
        return Mention(parsed.span(hit.first, token), token, "demonym", hit.actor, 0.6, 1.0, "people")
    return None


def _is_people(parsed: Parsed, token: int) -> bool:
    """Whether a demonym names a people: "Armenians", "the French"; not "an Armenian", not "ethnic Armenians"."""
    before = parsed.lowers[token - 1] if token else ""
    if parsed.tags[token] in ("NNS", "NNPS") or parsed.lowers[token].endswith("s"):
        return before != "ethnic"
    return before == "the" and parsed.lowers[token].endswith(("ese", "ch", "sh", "ss"))


def _introduces(parsed: Parsed, head: int) -> bool:
    """Whether an office only introduces a name: "Russian President Putin", "Putin, the Russian president"."""
    if parsed.deps[head] in ("compound", "nmod", "appos") and parsed.pos[parsed.heads[head]] == "PROPN":
        return True
    return any(parsed.deps[c] == "appos" and parsed.pos[c] == "PROPN" for c in parsed.children[head])
