"""Readable speakers: the actor behind a source, or a description when nobody is named."""

from __future__ import annotations

from framing.annotate.quotes.scene import Candidate, Scene
from framing.model import Actor


def speaker_of(scene: Scene, candidate: Candidate, actors: dict[str, Actor]) -> tuple[str, tuple[str, ...], str]:
    """Readable name, actor ids and speaker kind of a candidate's source."""
    if candidate.source is None or candidate.head is None:
        return "", (), "unnamed"
    mention = scene.mentions.get(candidate.head)
    if mention is not None and mention.actor in actors:
        return actors[mention.actor].name, (mention.actor,), "official"
    return scene.parsed.article.read(scene.parsed.span(*candidate.source)), (), "unnamed"
