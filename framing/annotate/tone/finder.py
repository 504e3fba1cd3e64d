"""What gathers the scopes of one mention: the words that are hidden from it, and the kinds of scope that hide them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from framing.annotate.tone.reading import NONE, Reading
from framing.model import Parsed
from framing.syntax import roles as syntax


class Scopes(NamedTuple):
    """Places of a sentence that are hidden from one mention, and the scopes: kind, place of the word that opens it."""

    hidden: frozenset[int]
    kinds: tuple[tuple[str, int], ...]


class Finder:
    """Gathers the scopes of one mention; `of` gives the sets of `tone_scopes.toml` that hold a token."""

    def __init__(self, parsed: Parsed, head: int, reading: Reading) -> None:
        self.parsed, self.head, self.reading = parsed, head, reading
        self.of = reading.scopes.__getitem__
        self.hidden: set[int] = set()
        self.kinds: list[tuple[str, int]] = []

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
