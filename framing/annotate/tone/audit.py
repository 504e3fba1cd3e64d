"""What happens to the tones when names are exchanged, and which words weigh most in a corpus.

`find_tones` reads a parse of the real text, so the parser may still see a name; the swap audit measures how much of
that comes through. `framing.read_tone` parses masked text, where nothing can.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from framing.annotate.tone import BASE, BUILT, find_tones, mention_at
from framing.model import Article, Mention, Parsed, Span, Tone
from framing.packs.tone import ToneLists

PER_ACTOR = 20
NAMES = 6


class Swap(NamedTuple):
    """One actor's mentions under another actor's name. `shift` is the mean change of p(positive) − p(negative), in
    [−2, 2]; `largest` its largest absolute value; `changed` the share of likeliest labels that changed, in [0, 1]."""

    actor: str
    name: str  # the name put in
    mentions: int
    shift: float
    largest: float
    changed: float


class Heavy(NamedTuple):
    """A word with its relation, as it weighed in a corpus: in how many tones, its mean and summed absolute share."""

    feature: str
    tones: int
    mean: float
    total: float


class Sight(NamedTuple):
    """A sentence with one named mention in it."""

    actor: str
    sentence: str
    span: tuple[int, int]


def audit_swaps(
    texts: Iterable[tuple[Parsed, Sequence[Mention]]],
    lists: ToneLists,
    *,
    per_actor: int = PER_ACTOR,
    names: int = NAMES,
) -> tuple[Swap, ...]:
    """Each actor's named mentions with the names of the other most mentioned actors put in, one row a pair.

    Takes the first `per_actor` sentences of each of the `names` most mentioned actors, in order; both the sentence as
    it is and the changed one are parsed anew, so that only the name differs.
    """
    sights = _sights(texts)
    ranked = sorted(sights, key=lambda actor: (-len(sights[actor]), actor))[:names]
    called = {actor: _usual_name(sights[actor]) for actor in ranked}
    rows = []
    for actor in ranked:
        chosen = sights[actor][:per_actor]
        before = _tones(chosen, lists)
        for other in ranked:
            if other != actor:
                after = _tones([_renamed(sight, called[other]) for sight in chosen], lists)
                rows.append(_compare(actor, called[other], before, after))
    return tuple(rows)


def _sights(texts: Iterable[tuple[Parsed, Sequence[Mention]]]) -> dict[str, list[Sight]]:
    """Named mentions by actor, each with its sentence."""
    found: dict[str, list[Sight]] = defaultdict(list)
    for parsed, mentions in texts:
        for mention in mentions:
            if mention.label == "name":
                whole = parsed.sentence_span(parsed.sentence_of[mention.head])
                start = mention.span.start - whole.start
                span = (start, start + mention.span.end - mention.span.start)
                if start >= 0 and whole.holds(mention.span):
                    found[mention.actor].append(Sight(mention.actor, parsed.article.read(whole), span))
    return found


def _usual_name(sights: Sequence[Sight]) -> str:
    """The commonest wording of the mentions; the first in the alphabet when several are as common."""
    counts: dict[str, int] = defaultdict(int)
    for sight in sights:
        counts[sight.sentence[slice(*sight.span)]] += 1
    return min(counts, key=lambda name: (-counts[name], name))


def _renamed(sight: Sight, name: str) -> Sight:
    """The sentence with another name in the mention's place."""
    start, end = sight.span
    return Sight(sight.actor, sight.sentence[:start] + name + sight.sentence[end:], (start, start + len(name)))


def _tones(sights: Sequence[Sight], lists: ToneLists) -> list[Tone]:
    """The tone of each sentence toward its mention, names seen by the parser."""
    from framing.parse import parse_articles

    articles = [Article.from_text(sight.sentence, id=str(number), source="") for number, sight in enumerate(sights)]
    tones: list[Tone] = []
    for sight, parsed in zip(sights, parse_articles(articles), strict=True):
        span = Span(*sight.span)
        tones += find_tones(parsed, [mention_at(parsed, span, sight.actor)], lists)
    return tones


def _compare(actor: str, name: str, before: Sequence[Tone], after: Sequence[Tone]) -> Swap:
    """How far the tones moved."""
    shifts = [new.value - old.value for old, new in zip(before, after, strict=True)]
    changed = [_likeliest(old) != _likeliest(new) for old, new in zip(before, after, strict=True)]
    count = len(shifts)
    return Swap(actor, name, count, sum(shifts) / count, max(map(abs, shifts)), sum(changed) / count)


def _likeliest(tone: Tone) -> int:
    """Which of the three labels is likeliest."""
    return max(range(3), key=tone.probabilities.__getitem__)


def heaviest_features(tones: Iterable[Tone], *, limit: int = 30) -> tuple[Heavy, ...]:
    """The words that weighed most in the given tones, heaviest sum first; shares are of the likeliest label's logit."""
    shares: dict[str, list[float]] = defaultdict(list)
    for tone in tones:
        for feature, share in tone.because:
            if feature not in {BUILT, BASE}:
                shares[feature].append(share)
    rows = [Heavy(name, len(all_), sum(all_) / len(all_), sum(map(abs, all_))) for name, all_ in shares.items()]
    return tuple(sorted(rows, key=lambda row: (-row.total, row.feature))[:limit])
