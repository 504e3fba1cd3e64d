"""How far a wording colours what it names, in [-1, 1], with reasons: listed valence, loaded words, forceful ones."""

from __future__ import annotations

from collections.abc import Iterator

from framing.model import WordingCandidate
from framing.packs.wordings import LinkWords

STRONGEST = 4.0  # of a word's valence in the list
LOADED = 0.5  # what a loaded word of full strength adds to the direction of the rest
FORCE = -0.35  # what a forceful word adds: it makes of speech an attack, of a dispute a fight
PLAIN = 0.12  # colours nearer to 0 are none


Shaded = tuple[float, list[tuple[str, float]]]  # colour in [-1, 1], what makes it so


def colour_of(candidate: WordingCandidate, words: LinkWords) -> Shaded:
    """The colour of a wording, 0 for a plain one, and what makes it so, strongest first.

    A noun before the head says what the thing is about ("health care law", "intelligence report") and colours nothing
    by its valence, nor do words of topics and facts.
    """
    telling = [word for word in candidate.core if word not in candidate.nouns and word not in words.plain]
    reasons = [one for word in telling for one in _of_word(word, words)]
    praised = sum(words.valences.get(word, 0.0) for word in telling) > 0  # most of them blame
    direction = LOADED if praised else -LOADED
    reasons += [(f"“{word}” is a loaded word", round(direction * strength, 3)) for word, strength in candidate.loaded]
    total = sum(weight for _, weight in reasons)
    if abs(total) < PLAIN:
        return 0.0, []
    return round(max(-1.0, min(1.0, total)), 3), sorted(reasons, key=lambda one: -abs(one[1]))


def _of_word(word: str, words: LinkWords) -> Iterator[tuple[str, float]]:
    """That a word is forceful, or what its listed valence adds."""
    if word in words.forceful:
        yield f"“{word}” is a forceful word", FORCE
    elif word in words.valences and word not in words.facts:
        yield f"valence of “{word}”", round(words.valences[word] / STRONGEST, 3)
