"""One index of the mentions of an article: by token, by head, by sentence, by actor and by label."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from framing.model import Mention, MentionLabel, Parsed


class ActorSpan(NamedTuple):
    """An actor over tokens `first` to `last`, inclusive."""

    first: int
    last: int
    actor: str


class MentionIndex:
    """The mentions of one article; each view is made once and only when asked for."""

    def __init__(self, parsed: Parsed, mentions: Iterable[Mention]) -> None:
        self._parsed = parsed
        self._mentions = tuple(mentions)

    @cached_property
    def by_head(self) -> dict[int, tuple[Mention, ...]]:
        """Head token -> the mentions that it heads, in their order."""
        found: dict[int, tuple[Mention, ...]] = {}
        for mention in self._mentions:
            found[mention.head] = (*found.get(mention.head, ()), mention)
        return found

    @cached_property
    def heads_of(self) -> dict[str, tuple[int, ...]]:
        """Actor -> the head tokens of its mentions, each once."""
        found: dict[str, dict[int, None]] = {}
        for mention in self._mentions:
            found.setdefault(mention.actor, {})[mention.head] = None
        return {actor: tuple(heads) for actor, heads in found.items()}

    @cached_property
    def actors_at(self) -> dict[int, tuple[str, ...]]:
        """Token -> the actors whose mentions cover it."""
        found: dict[int, tuple[str, ...]] = {}
        for span in self.spans:
            for token in range(span.first, span.last + 1):
                found[token] = (*found.get(token, ()), span.actor)
        return found

    @cached_property
    def spans(self) -> list[ActorSpan]:
        """Every mention as an actor over tokens, those without a token left out."""
        ranges = ((self._parsed.tokens_in(m.span), m.actor) for m in self._mentions)
        return [ActorSpan(tokens.start, tokens.stop - 1, actor) for tokens, actor in ranges if len(tokens)]

    @cached_property
    def in_sentence(self) -> list[list[ActorSpan]]:
        """For each sentence, the mentions that touch it."""
        sentence_of = self._parsed.sentence_of
        found: list[list[ActorSpan]] = [[] for _ in self._parsed.sentences]
        for span in self.spans:
            for sentence in range(sentence_of[span.first], sentence_of[span.last] + 1):
                found[sentence].append(span)
        return found

    def tokens_of(self, label: MentionLabel) -> frozenset[int]:
        """The tokens that mentions of one label cover."""
        spans = (mention.span for mention in self._mentions if mention.label == label)
        return frozenset(token for span in spans for token in self._parsed.tokens_in(span))
