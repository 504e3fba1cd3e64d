"""Who holds the office in whose name a headline speaks: the one with whom the first sentence of the body opens."""

from __future__ import annotations

from collections.abc import Sequence

from framing.annotate.actors.kinds import Cluster
from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.syntax.roles import POSSESSORS, dependents
from framing.text import find_body

_GOVERNMENTS = frozenset(("government", "cabinet", "administration", "premiership", "presidency"))
_OWN = frozenset(("his", "her"))


def find_lead_office(parsed: Parsed, persons: Sequence[Cluster], words: ActorWords) -> tuple[str, frozenset[str]]:
    """Id of the person and the words of the office, as "Prime minister survives vote" gives them, or "" and none.

    The person opens the first sentence of the body, which tells of "her government", and has no office by other words;
    nobody else has that one.
    """
    office = _office_of_headline(parsed, words)
    if not office or any(office <= cluster.roles for cluster in persons):
        return "", frozenset()
    first, end = _lead(parsed)
    governs = any(
        parsed.lowers[token] in _GOVERNMENTS
        and any(parsed.lowers[owner] in _OWN for owner in dependents(parsed, token, POSSESSORS))
        for token in range(first, end)
    )
    opens = [c for c in persons if any(name.begins == first for name in c.names)]
    if not governs or len(opens) != 1 or not words.titles.isdisjoint({*opens[0].roles, *opens[0].offices}):
        return "", frozenset()
    return opens[0].id, office


def _office_of_headline(parsed: Parsed, words: ActorWords) -> frozenset[str]:
    """The office with which a headline opens, if a government's head has it; none where a name follows."""
    if not find_body(parsed.article):
        return frozenset()
    prime = parsed.lowers[:1] == ("prime",)
    token = 1 if prime else 0
    lower = parsed.lowers[token] if token < len(parsed) else ""
    named = parsed.pos[token + 1 : token + 2] == ("PROPN",)
    heads = lower == "minister" if prime else lower in words.heads_of_state
    return frozenset(parsed.lowers[: token + 1]) if heads and not named else frozenset()


def _lead(parsed: Parsed) -> tuple[int, int]:
    """The first sentence of the body (first token, end)."""
    body = find_body(parsed.article)
    return next(((f, e) for f, e in parsed.sentences if parsed.starts[f] >= body), (0, 0))
