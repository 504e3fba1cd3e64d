"""Whether words are about the very person to whom they are given: nobody calls herself by her name."""

from __future__ import annotations

from collections.abc import Iterable

from framing.annotate.quotes.scene import Range, Scene

OF_ITSELF = frozenset({"am", "'m", "’m", "i"})  # "I am Ada Kolb", "I, Ada Kolb, …"


def is_about(scene: Scene, actors: Iterable[str], name: str, ranges: Iterable[Range]) -> bool:
    """Whether words name one of the actors, or anybody by this surname ("" for none)."""
    parsed, wanted = scene.parsed, frozenset(actors)
    for token in (t for first, last in ranges for t in range(first, last + 1)):
        named = any(m.actor in wanted and m.label == "name" for m in scene.mentions.get(token, ()))
        if (named or (parsed.pos[token] == "PROPN" and parsed.words[token] == name)) and not _by_herself(scene, token):
            return True
    return False


def _by_herself(scene: Scene, token: int) -> bool:
    """Whether somebody gives her own name ("I am Ada Kolb")."""
    first = scene.parsed.lefts[token]
    before = scene.parsed.lowers[max(0, first - 2) : first]
    return not OF_ITSELF.isdisjoint(before)
