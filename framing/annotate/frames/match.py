"""Flat sequences laid over an article: the longest stretch of tokens around a looked-up word, or None."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from framing.annotate.frames.view import Spot, View
from framing.packs.pattern import Element, Sequence
from framing.packs.plan import Plan
from framing.packs.referent import FramePack, Lookup, Pattern

_BREAKS = frozenset([",", ";", ":", "(", ")", "—", ".", "!", "?", "“", "”", '"'])


class Matcher:
    """One pack laid over one article."""

    def __init__(self, view: View, pack: FramePack) -> None:
        self.view = view
        self.pack = pack
        self._forms = view.forms
        self._near: dict[str, frozenset[int]] = {}

    def hits(self) -> Iterable[tuple[Lookup, int, int]]:
        """Every variant found: look-up, first token, last token (inclusive)."""
        places = self.view.places
        for word in sorted(self.pack.index.keys() & places.keys()):
            for lookup in self.pack.index[word]:
                plan = lookup.plan
                for token in self._likely(word, plan.needs):
                    found = (token, token) if plan.alone else self._lay(plan, token)
                    if found:
                        yield lookup, found[0], found[1]

    def _likely(self, word: str, needs: tuple[frozenset[str], ...]) -> list[int]:
        """Places of `word` whose sentence holds one of each set of words."""
        view = self.view
        mask = view.sentences[word]
        for words in needs:
            mask &= view.sentences_with(words)
            if not mask:
                return []
        if not needs:
            return view.places[word]
        sentence_of = view.parsed.sentence_of
        return [t for t in view.places[word] if mask >> sentence_of[t] & 1]

    def count(self, pattern: Pattern) -> int:
        """How many tokens start or hold the pattern."""
        return len(self._tokens(pattern))

    def near(self, pattern: Pattern) -> frozenset[int]:
        """Sentences in which the pattern occurs."""
        found = self._near.get(pattern.text)
        if found is None:
            sentence_of = self.view.parsed.sentence_of
            found = self._near[pattern.text] = frozenset(sentence_of[token] for token in self._tokens(pattern))
        return found

    def actors_at(self, first: int, last: int) -> frozenset[str]:
        """Actors (with those they act for) that any token from `first` to `last` names."""
        spots = (spot for token in range(first, last + 1) for spot in self._spots.get(token, ()))
        return frozenset(above for spot in spots for above in self.pack.parents.get(spot.actor, (spot.actor,)))

    def _tokens(self, pattern: Pattern) -> set[int]:
        """Tokens at which a pattern is found (its look-up word, or the first word of a slot)."""
        places = self.view.places
        found = {token for slot in pattern.slots for token in self._spots if self._slot_ends(slot, token)}
        for plan in pattern.plans:
            for word in plan.words:
                if word in places:
                    tokens = self._likely(word, plan.needs)
                    found.update(tokens if plan.alone else (t for t in tokens if self._lay(plan, t)))
        return found

    def _lay(self, plan: Plan, token: int) -> tuple[int, int] | None:
        """First and last token of the longest stretch that `plan` covers with its anchor on `token`."""
        if not self._fits(plan.anchor, token):
            return None
        parsed = self.view.parsed
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
        words = self.view.parsed.words
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
            return not keys.isdisjoint(self.view.keys(token))
        return element.kind == "number" and self.view.is_number(token)

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
    def _spots(self) -> dict[int, list[Spot]]:
        """Token -> the names and mentions that start or go on there."""
        own = {actor.id for actor in self.pack.actors}
        world = (spot for spot in self.view.world if spot.actor not in own)
        spots: dict[int, list[Spot]] = {}
        for spot in {*self.view.mentioned, *world, *self.view.named(self.pack.names)}:
            for token in range(spot.first, spot.last + 1):
                spots.setdefault(token, []).append(spot)
        return spots
