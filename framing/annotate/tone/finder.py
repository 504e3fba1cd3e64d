"""What gathers the scopes of one mention: the words that are hidden from it, and the kinds of scope that hide them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from framing.annotate.tone.reading import Reading
from framing.model import Parsed
from framing.syntax import roles as syntax
from framing.syntax.roles import dependents

PARTS_OF_VERBS = syntax.PREPOSITIONS | syntax.PARTICLES | syntax.DEGREES
NONE: frozenset[str] = frozenset()


class Scopes(NamedTuple):
    """Places of a sentence that are hidden from one mention, and the scopes: kind, place of the word that opens it."""

    hidden: frozenset[int]
    kinds: tuple[tuple[str, int], ...]


class Finder:
    """Gathers the scopes of one mention."""

    def __init__(self, parsed: Parsed, head: int, reading: Reading) -> None:
        self.parsed, self.head, self.reading = parsed, head, reading
        self.hidden: set[int] = set()
        self.kinds: list[tuple[str, int]] = []

    def of(self, token: int) -> frozenset[str]:
        """The sets that hold a word, its lemma, or the verb together with a particle or preposition of its own."""
        parsed, index, memo = self.parsed, self.reading.words.scopes, self.reading.scopes
        known = memo.get(token)
        if known is not None:
            return known
        lemma = parsed.lemma_lowers[token]
        found = index.get(lemma, NONE) | index.get(parsed.lowers[token], NONE)
        if f"{lemma}_" in index:
            for child in dependents(parsed, token, PARTS_OF_VERBS):
                found |= index.get(f"{lemma}_{parsed.lowers[child]}", NONE)
        memo[token] = found
        return found

    def hide(self, tokens: Iterable[int]) -> None:
        """Hides the words below each token, unless the mention is among them."""
        parsed, first, end = self.parsed, self.reading.first, self.reading.end
        for token in tokens:
            low, high = parsed.lefts[token], parsed.rights[token]
            if first <= token < end and not low <= self.head <= high:
                self.hidden.update(range(max(low, first) - first, min(high + 1, end) - first))

    def hide_word(self, token: int) -> None:
        """Hides one word."""
        if token != self.head:
            self.hidden.add(token - self.reading.first)

    def note(self, kind: str, token: int) -> None:
        """Notes that a scope of this kind opens at a word."""
        self.kinds.append((kind, token - self.reading.first))

    def is_negated(self, token: int) -> bool:
        """Whether a word is negated, or nobody is its subject; "not only" negates nothing."""
        parsed, scopes = self.parsed, self.reading.words.scopes
        for child in parsed.children[token]:
            words = [child, *(parsed.children[child] if parsed.deps[child] in syntax.SUBJECTS else ())]
            for one in words:
                after = parsed.lowers[one + 1] if one + 1 < len(parsed) else ""
                if "nobody" in scopes.get(parsed.lowers[one], NONE) and after != "only":
                    return True
        return False
