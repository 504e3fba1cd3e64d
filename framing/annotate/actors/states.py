"""Mentions of known states and organisations: by name, by their people and officials, by their capitals."""

from __future__ import annotations

from collections.abc import Sequence

from framing.annotate.actors.known import Hit
from framing.annotate.actors.places import is_actor
from framing.annotate.actors.syntax import head_of
from framing.model import Mention, Parsed, Span
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActors


def find_state_mentions(parsed: Parsed, hits: Sequence[Hit], known: KnownActors, words: ActorWords) -> list[Mention]:
    """Mentions of known states, capitals and organisations, where they act or are acted upon."""
    found = []
    for hit in hits:
        if hit.label == "demonym":
            mention = _demonym(parsed, hit, words)
        elif is_actor(parsed, hit, known.entries[hit.actor], words):
            head = head_of(parsed, hit.first, hit.last)
            if _modifies_official(parsed, head, words):
                span = Span(parsed.starts[hit.first], parsed.ends[parsed.heads[head]])
                found.append(Mention(span, parsed.heads[head], "demonym", hit.actor, 0.8, 1.0, "officials"))
                continue
            mention = Mention(parsed.span(hit.first, hit.last), head, hit.label, hit.actor, 0.9, 1.0, "roster")
        else:
            mention = None
        if mention is not None:
            found.append(mention)
    return found


def _modifies_official(parsed: Parsed, head: int, words: ActorWords) -> bool:
    """Whether a name stands directly before its officials: "Kremlin officials", not "Kremlin spokesman Peskov"."""
    noun = parsed.heads[head]
    return parsed.deps[head] in ("compound", "nmod", "amod") and noun > head and parsed.lowers[noun] in words.officials


def _demonym(parsed: Parsed, hit: Hit, words: ActorWords) -> Mention | None:
    """ "Armenian officials" is Armenia's side, "Armenians" too; "Armenian church" is not."""
    token, head = hit.last, parsed.heads[hit.last]
    modifies = parsed.deps[token] in ("amod", "compound", "nmod")
    if modifies and parsed.lowers[head] in words.officials and head > token:
        if _introduces(parsed, head):
            return None
        span = Span(parsed.starts[hit.first], parsed.ends[head])
        return Mention(span, head, "demonym", hit.actor, 0.8, 1.0, "officials")
    if not modifies and parsed.pos[token] in ("NOUN", "PROPN") and parsed.lowers[token - 1] != "ethnic":
        return Mention(parsed.span(hit.first, token), token, "demonym", hit.actor, 0.6, 1.0, "people")
    return None


def _introduces(parsed: Parsed, head: int) -> bool:
    """Whether an office only introduces a name: "Russian President Putin", "Putin, the Russian president"."""
    if parsed.deps[head] in ("compound", "nmod", "appos") and parsed.pos[parsed.heads[head]] == "PROPN":
        return True
    return any(parsed.deps[c] == "appos" and parsed.pos[c] == "PROPN" for c in parsed.children[head])
