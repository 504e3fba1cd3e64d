"""Word -> token positions of an article, each word also under its lemma and stem, with the actors that are named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Sequence as SequenceOf
from functools import cached_property, lru_cache

from framing.model import Mention, Parsed
from framing.packs.inflection import base_forms
from framing.packs.referent import Name, world_names
from framing.syntax.mentions import ActorSpan, MentionIndex

_POS = {
    "VERB": ("verb",),
    "AUX": ("verb",),
    "NOUN": ("noun",),
    "PROPN": ("name", "noun"),  # in headlines with capitals, nouns are tagged as names
    "ADJ": ("adj",),
    "ADV": ("adv",),
}
_HYPHENS = frozenset("‐‑–—")


class TokenIndex:
    """Look-ups on one article, each made once and only when asked for."""

    def __init__(self, parsed: Parsed, mentions: SequenceOf[Mention]) -> None:
        self.parsed = parsed
        self.mentions = MentionIndex(parsed, mentions)
        self._keys: dict[int, frozenset[str]] = {}
        self._sentences: dict[frozenset[str], int] = {}
        self._world: dict[frozenset[str], list[ActorSpan]] = {}

    @cached_property
    def forms(self) -> list[tuple[str, ...]]:
        """Words under which each token can be looked up: its form, its lemma, and what its ending suggests."""
        return list(map(forms_of, self.parsed.lowers, self.parsed.lemma_lowers))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Word -> tokens, in order."""
        places: dict[str, list[int]] = {}
        for token, forms in enumerate(self.forms):
            for form in forms:
                places.setdefault(form, []).append(token)
        return places

    def keys(self, token: int) -> frozenset[str]:
        """Everything that a pattern may call this token: words, `=form`, `word/pos`."""
        found = self._keys.get(token)
        if found is None:
            forms = self.forms[token]
            tagged = [f"{form}/{pos}" for pos in _POS.get(self.parsed.pos[token], ()) for form in forms]
            found = self._keys[token] = frozenset((*forms, f"={forms[0]}", *tagged))
        return found

    @cached_property
    def sentences(self) -> dict[str, int]:
        """Word -> the sentences that hold it, as the bits of a number."""
        sentence_of = self.parsed.sentence_of
        bits = {}
        for word, tokens in self.places.items():
            mask = 0
            for token in tokens:
                mask |= 1 << sentence_of[token]
            bits[word] = mask
        return bits

    def sentences_with(self, words: frozenset[str]) -> int:
        """Sentences that hold one of the words, as bits."""
        found = self._sentences.get(words)
        if found is None:
            found = 0
            bits = self.sentences
            for word in words:
                if word in bits:
                    found |= bits[word]
            self._sentences[words] = found
        return found

    def is_number(self, token: int) -> bool:
        """Whether the token is a number, in digits or words."""
        return self.parsed.pos[token] == "NUM" or self.parsed.words[token][0].isdigit()

    def world(self, placing: frozenset[str]) -> list[ActorSpan]:
        """Every name of the world roster, by its letters; `placing` as for `named`."""
        if placing not in self._world:
            self._world[placing] = list(self.named(world_names(), placing))
        return self._world[placing]

    def named(self, names: Mapping[str, tuple[Name, ...]], placing: frozenset[str]) -> Iterator[ActorSpan]:
        """Where the names stand, by their letters; a capital or seat behind a word of `placing` is only a place."""
        lowers = self.parsed.lowers
        for token in self._capitals:
            if lowers[token] in names:
                placed = token > 0 and lowers[token - 1] in placing
                for name in names[lowers[token]]:
                    end = token + len(name.words)
                    if lowers[token:end] == name.words and not (placed and name.metonym):
                        yield ActorSpan(token, end - 1, name.actor)

    @cached_property
    def _capitals(self) -> list[int]:
        """Tokens that begin with a capital."""
        return [token for token, word in enumerate(self.parsed.words) if word[0].isupper()]


@lru_cache(maxsize=1 << 16)
def forms_of(low: str, lemma: str) -> tuple[str, ...]:
    """KnownForm and lemma in lower case; where the tagger left an ending on, also the word without it."""
    if low in _HYPHENS:
        return ("-",)
    if "’" in low:
        low, lemma = low.replace("’", "'"), lemma.replace("’", "'")
    if lemma != low:
        return (low, lemma)
    if len(low) < 5:
        return (low,)
    return base_forms(low)
