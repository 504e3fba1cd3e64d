"""What happens to the tones when names are exchanged, which words weigh most, and a part of a score in words.

`find_tones` reads a parse of the real text, so the parser may still see a name; the swap audit measures how much of
that comes through. `framing.read_tone` parses masked text, where nothing can.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from framing.annotate.tone import BASE, BUILT, find_tones, mention_at
from framing.annotate.tone.reading import NAME, NUMBER, PERSON
from framing.model import Article, Mention, Parsed, Span, Tone
from framing.packs.tone import ToneLists

PER_ACTOR = 20
NAMES = 6
WORDS = {NAME: "another name", NUMBER: "a number", PERSON: "he or she", "(mark)": "a punctuation mark"}
SIMPLE = {
    "subj": "‘{name}’ as subject of {word}",
    "obj": "‘{name}’ as object of {word}",
    "to": "‘{name}’ as receiver of {word}",
    "mod": "{word} before ‘{name}’",
    "is": "‘{name}’ called {word}",
    "is.mod": "‘{name}’ called something {word}",
    "is_of": "{word} with ‘{name}’ as what somebody is",
    "poss": "{word} that belongs to ‘{name}’",
    "poss.mod": "{word}, said of what belongs to ‘{name}’",
    "part": "{word} named after ‘{name}’",
    "near": "{word} next to ‘{name}’ in the sentence's build",
    "sent": "{word} in the same sentence as ‘{name}’",
}
STEPS = {"subj": "subject", "obj": "object", "mod": "what is said of it", "x": "what stands above it"}


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
    counts = Counter(sight.sentence[slice(*sight.span)] for sight in sights)
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


def in_words(feature: str, name: str) -> str:
    """One part of a score as a phrase; `name` is the mention as the text has it. Words of the text come as *lemma*."""
    if feature == BUILT:
        return "the build of the sentence (place, length, quotation)"
    if feature == BASE:
        return "where every sentence starts"
    cut = ":" if feature.startswith("sent:") else ">"
    role, word = feature.split(cut, 1)
    shown = _word(word)
    if role in SIMPLE:
        return SIMPLE[role].format(name=name, word=shown)
    return _path(role, shown, name)


def _word(word: str) -> str:
    """The word as it is printed; a negated one bears its *not*."""
    bare = word.removeprefix("!")
    printed = WORDS.get(bare, f"*{bare}*")
    return f"*not* {printed}" if word.startswith("!") else printed


def _path(role: str, word: str, name: str) -> str:
    """A longer relation, from the mention outwards."""
    first, *rest = role.replace("^", ".").split(".")
    if first == "subj":
        return f"{word} with ‘{name}’ as the one who acts{_tail(rest)}"
    if first == "obj":
        return f"{word} with ‘{name}’ as the one acted upon{_tail(rest)}"
    if first == "is":
        return f"{word} in what ‘{name}’ is called{_tail(rest)}"
    if first in {"poss", "part"}:
        return f"{word} with what belongs to ‘{name}’{_tail(rest)}"
    if first == "has":
        return f"{word} after ‘{name} {' '.join(rest)}’"
    return f"{word} before ‘{first} {name}’{_tail(rest)}"


def _tail(steps: Sequence[str]) -> str:
    """The remaining steps in brackets, "" when there are none."""
    return f" ({', '.join(STEPS.get(step, f'‘{step}’') for step in steps)})" if steps else ""
