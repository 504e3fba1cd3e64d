"""Flat sequences laid over an article: the longest stretch of tokens around a looked-up word, or None."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from framing.annotate.frames.token_index import TokenIndex
from framing.packs.pattern import Element, Plan, Sequence
from framing.packs.referent import FramePack, Lookup, Pattern
from framing.syntax.mentions import ActorSpan

_BREAKS = frozenset([",", ";", ":", "(", ")", "—", ".", "!", "?", "“", "”", '"'])


class Matcher:
    """One pack laid over one article."""

    def __init__(self, index: TokenIndex, pack: FramePack) -> None:
        self.index = index
        self.pack = pack
        self._forms = index.forms

    def hits(self) -> Iterator[tuple[Lookup, int, int]]:
        """Every variant found: look-up, first token, last token (inclusive)."""
        index = self.index
        for word in sorted(self.pack.index.keys() & index.places.keys()):
            for lookup in self.pack.index[word]:
                plan = lookup.plan
                for token in self._likely(word, plan.needs, index.sentences[word]):
                    found = (token, token) if plan.alone else self._lay(plan, token)
                    if found:
                        yield lookup, found[0], found[1]

    def occurs(self, pattern: Pattern, sentences: int = -1) -> bool:
        """Whether the pattern stands in one of some sentences (as bits)."""
        return next(self._tokens(pattern, sentences), -1) >= 0

    def _tokens(self, pattern: Pattern, sentences: int) -> Iterator[int]:
        """Tokens of some sentences at which a pattern is found (its look-up word, or a word of its slot)."""
        held, sentence_of = self.index.sentences, self.index.parsed.sentence_of
        for plan in pattern.plans:
            for word in plan.words:
                if word in held and held[word] & sentences:
                    tokens = self._likely(word, plan.needs, held[word] & sentences)
                    yield from tokens if plan.alone else (t for t in tokens if self._lay(plan, t))
        for slot in pattern.slots:
            for token in self._spots:
                if sentences >> sentence_of[token] & 1 and self._slot_ends(slot, token):
                    yield token

    def _likely(self, word: str, needs: tuple[frozenset[str], ...], sentences: int) -> list[int]:
        """Places of `word` in some sentences that hold one of each set of words."""
        index = self.index
        for words in needs:
            sentences &= index.sentences_with(words)
            if not sentences:
                return []
        sentence_of = index.parsed.sentence_of
        return [t for t in index.places[word] if sentences >> sentence_of[t] & 1]

    def actors_at(self, tokens: Iterable[int]) -> frozenset[str]:
        """Actors (with those they act for) that any of the tokens names."""
        spots = (spot for token in tokens for spot in self._spots.get(token, ()))
        return frozenset(above for spot in spots for above in self.pack.parents.get(spot.actor, (spot.actor,)))

    def _lay(self, plan: Plan, token: int) -> tuple[int, int] | None:
        """First and last token of the longest stretch that `plan` covers with its anchor on `token`."""
        if not self._fits(plan.anchor, token):
            return None
        parsed = self.index.parsed
        low, high = parsed.sentences[parsed.sentence_of[token]]
        first = last = token
        if plan.after:
            ends = self._walk(plan.after, token, high, 1)
            if not ends:
                return None
            last = max(ends)
        if plan.before:
            starts = self._walk(plan.before, token, low - 1, -1)
            if not starts:
                return None
            first = min(starts)
        return first, last

    def _walk(self, elements: Sequence, token: int, bound: int, step: int) -> set[int]:
        """Tokens at which the elements can end when they follow `token` in direction `step`, before `bound`."""
        at = {token}
        for element in elements:
            if element.kind == "gap":
                self._widen(at, element.most, bound, step)
                continue
            moved = set(at) if element.optional else set()
            for t in at:
                t += step
                if t == bound:
                    continue
                if element.kind == "slot":
                    moved.update(self._slot_ends(element, t, step))
                elif self._fits(element, t):
                    moved.add(t)
            if not moved:
                return moved
            at = moved
        return at

    def _widen(self, at: set[int], most: int, bound: int, step: int) -> None:
        """Adds what a gap may reach: up to `most` tokens on, never across a comma or the like."""
        words = self.index.parsed.words
        for token in tuple(at):
            for _ in range(most):
                token += step
                if token == bound or words[token] in _BREAKS:
                    break
                at.add(token)

    def _fits(self, element: Element, token: int) -> bool:
        """Whether a word or number element accepts the token."""
        keys = element.keys
        for form in self._forms[token]:
            if form in keys:
                return True
        if element.marked:
            return not keys.isdisjoint(self.index.keys(token))
        return element.kind == "number" and self.index.is_number(token)

    def _slot_ends(self, slot: Element, token: int, step: int = 1) -> list[int]:
        """Far ends (inclusive) of the actors that stand at `token` and fit the slot."""
        spots = self._spots.get(token, ())
        return [spot.last if step > 0 else spot.first for spot in spots if self._is(slot, spot.actor)]

    def _is(self, slot: Element, actor: str) -> bool:
        """Whether `actor` fills the slot."""
        if "*" in slot.actors or f"={actor}" in slot.actors:
            return True
        return not slot.actors.isdisjoint(self.pack.parents.get(actor, (actor,)))

    @cached_property
    def _spots(self) -> dict[int, list[ActorSpan]]:
        """Token -> the names and mentions that start or go on there."""
        own = {actor.id for actor in self.pack.actors}
        placing = self.pack.rules.placing_prepositions
        world = (spot for spot in self.index.world(placing) if spot.actor not in own)
        spots: dict[int, list[ActorSpan]] = {}
        for spot in {*self.index.mentions.spans, *world, *self.index.named(self.pack.names, placing)}:
            for token in range(spot.first, spot.last + 1):
                spots.setdefault(token, []).append(spot)
        return spots
