"""What is found through an index is what comparing everything with everything finds."""

from __future__ import annotations

import random

import pytest

from framing.annotate.quotes.context import Candidate
from framing.annotate.quotes.ranking import _compatible, pick_compatible
from framing.annotate.voice import index_voices
from framing.model import Span, VoiceSpan


def _candidates(dice: random.Random) -> list[Candidate]:
    found = []
    for _ in range(dice.randint(1, 60)):
        first = dice.randrange(150)
        last = first + dice.choice([0, 3, 12, 70])
        cue = dice.choice([None, (at := dice.randrange(200), at)])
        content = ((first, last),) if last - first < 3 else ((first, first + 1), (first + 3, last))
        found.append(Candidate(content, cue, None, None, "that", score=dice.choice([-1.0, 0.5, 1.0, 2.0])))
    return found


def _compared_with_all(candidates: list[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for one in sorted((c for c in candidates if c.score > 0), key=lambda c: (-c.score, c.first, c.last)):
        if all(_compatible(one, other) and (one.cue is None or one.cue != other.cue) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda c: (c.first, -c.last))


@pytest.mark.parametrize("seed", range(50))
def test_quotes_that_are_kept(seed: int) -> None:
    candidates = _candidates(random.Random(seed))
    assert pick_compatible(candidates) == _compared_with_all(candidates)


def _voice_by_search(stretches: list[VoiceSpan], span: Span) -> VoiceSpan:
    best = VoiceSpan(span, "narrator", "", ())
    for one in stretches:
        if one.span.start >= span.end:
            break
        if 2 * (min(span.end, one.span.end) - max(span.start, one.span.start)) >= span.end - span.start:
            best = one
    return best


@pytest.mark.parametrize("seed", range(50))
def test_voices_at_spans(seed: int) -> None:
    dice = random.Random(seed)
    starts = sorted(dice.randrange(200) for _ in range(dice.randrange(30)))
    stretches = [VoiceSpan(Span(s, s + dice.randint(1, 80)), "quoted", str(n), ()) for n, s in enumerate(starts)]
    voice = index_voices(stretches)
    for _ in range(100):
        start = dice.randrange(250)
        span = Span(start, start + dice.choice([0, 1, 5, 40]))
        assert voice(span) == _voice_by_search(stretches, span)
