"""Which candidates are quotes: a sum of named weights over each candidate, and a choice that never crosses.

Every weight is set by hand. A candidate is kept when its sum is above 0; of two that cross, the higher one stays.
The names of the weights that counted are the reasons in `Quote.rule`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from framing.annotate.quotes.context import Candidate, QuoteContext, shared, words_in
from framing.annotate.quotes.factuality import doubts
from framing.packs.verbs import NOW_AND_THEN
from framing.syntax.tree import Range, antecedent

BASE = {
    "that": 1.5, "before": 0.9, "run-on": 0.3, "judged": 2.0, "wh": 0.6, "to": 0.4, "object_to": 0.4, "ing": 0.2,
    "name": 0.5, "of": 0.8, "as": 0.6,
    "object": 0.0, "phrase": 2.0, "after": 2.5, "before marks": 2.0, "verbless": 1.0, "title line": 1.0, "turn": 2.0,
    "announced": 1.2, "summed up": 1.6, "beside": 0.4, "aside": 1.2, "interruption": 1.6, "told that": 1.2,
    "shown": 0.5, "printed": 3.0,
    "as clause": 1.0,
    "it_passive": 0.3, "passive_to": 0.3, "passive object": -0.3, "passive as": 0.3, "passive of": 0.0,
    "passive name": 0.3,
    "noun that": 0.6, "noun to": -0.2, "noun about": 0.2,
    "adjective that": 0.6, "adjective to": -0.3, "adjective about": -0.2,
}  # fmt: skip
BESIDE = 2  # words of time and place beside an attribution
NEITHER = frozenset({"PUNCT", "SPACE", "ADP", "DET", "SCONJ"})  # words beside an attribution that say nothing
STRETCH = 32  # tokens
SPOKEN = frozenset({"that", "before", "after", "before marks"})  # constructions of speech rather than of deeds
SPOKEN_BY_IT = SPOKEN | {"aside", "interruption", "of"}
SPOKEN_OF = frozenset({"prep of", "prep about"})  # what is spoken of is named so by the speaker: "speak of expulsion"
RELATIVES = frozenset({"that", "which"})
INANIMATE = "inanimate source"
SELF = frozenset({"he", "she", "they"})
SELVES = frozenset({"themselves", "himself", "herself", "itself"})
AGENTLESS = frozenset(
    {"carried", "told that", "turn", "printed", "passive_to", "it_passive", "passive as", "passive of", "passive name"}
)  # patterns that do without a source


def score(context: QuoteContext, candidate: Candidate) -> Candidate:
    """The candidate with its score and the names of the weights that made it."""
    reasons = [
        (candidate.pattern, BASE.get(candidate.pattern, -0.2)),
        *_source_weights(context, candidate),
        *_cue_weights(context, candidate),
        *_content_weights(context, candidate),
    ]
    return candidate._replace(
        score=sum(weight for _, weight in reasons),
        reasons=tuple(dict.fromkeys((candidate.pattern, *(name for name, weight in reasons if weight)))),
    )


def _source_weights(context: QuoteContext, candidate: Candidate) -> Iterator[tuple[str, float]]:
    """Weights of the source: can it speak?"""
    parsed, head = context.parsed, candidate.head
    if head is None:
        yield "no source", 0.0 if candidate.pattern in AGENTLESS else -1.6
        return
    thing = antecedent(parsed, head)
    if context.verbs.speakers.get(context.lemmas[thing]) == "evidence" and parsed.lowers[head] in RELATIVES:
        head = thing  # "a report [that] called for guards"
    lower = parsed.lowers[head]
    if "whose" in parsed.lowers[parsed.lefts[head] : head]:
        yield "told in passing", -2.0  # "a hacker whose mischief revealed that …"
    if head in context.mentions or parsed.pos[head] == "PROPN" or lower in context.verbs.rules.personal_pronouns:
        yield "named or personal source", 0.5
        if lower in {"i", "we"}:
            yield "first person", -0.8
    elif lower == "it" and candidate.pattern in SPOKEN_BY_IT and candidate.lemma in context.verbs.rules.plain_verbs:
        yield "a body, as it", 0.0  # "…, it said in a statement"
    elif lower in context.verbs.rules.impersonal_pronouns:
        yield "impersonal source", -1.2 if lower == "it" else -1.7  # "it" may be a body told of before
    elif lower in context.verbs.rules.generic_pronouns:
        yield "anybody", -3.0
    else:
        kind = context.verbs.speakers.get(context.lemmas[head])
        if kind is None:
            words = candidate.pattern in SPOKEN and candidate.lemma in context.verbs.rules.plain_verbs
            yield INANIMATE, -0.3 if words else -1.0
        else:
            yield _kind_weight(kind, candidate.pattern)


def _kind_weight(kind: str, pattern: str) -> tuple[str, float]:
    """Weight of a common noun as source: people speak; a study says that something is so, it does not praise."""
    if kind != "evidence":
        return "source can speak", 0.5
    return "evidence as source", 0.2 if pattern in {"that", "wh", "phrase", "before", "after"} else -0.1


def _cue_weights(context: QuoteContext, candidate: Candidate) -> Iterator[tuple[str, float]]:
    """Weights of the cue: is it said to have been said?"""
    cue = candidate.cue
    if cue is None:
        return
    if context.inside[cue[0]] >= 0 and candidate.pattern != "turn":
        yield "cue inside marks", -6.0
    if context.verbs.doubtful(candidate.lemma, candidate.pattern):
        yield NOW_AND_THEN, -0.3
        if candidate.pattern == "object" and not _abstract(context, candidate):
            yield "object is a thing", -0.4
    accuses = candidate.pattern == "passive of" and candidate.stance == "attacking"
    if accuses and "of" in context.verbs.prepositions.get(candidate.lemma, ()):
        yield "accused of", 0.1  # "was accused of theft": a claim, though nobody is named
    yield from doubts(context, candidate)
    if _is_act(context, candidate):
        yield "act", -2.5


def _is_act(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether a cue is a deed done to a thing ("accepted the post") rather than a word on what others said."""
    plain = candidate.pattern in {"object", "passive object"} or candidate.pattern.startswith("prep ")
    if candidate.lemma not in {*context.verbs.rules.act_verbs, "claim"} or not plain:
        return False
    parsed, tokens = context.parsed, candidate.tokens
    heads = [t for t in tokens if parsed.heads[t] not in tokens]
    if candidate.lemma == "claim":
        return any(context.lemmas[t] in context.verbs.rules.things_taken for t in (*heads, *tokens[-1:]))
    return not any(context.inside[t] >= 0 for t in tokens) and not any(
        context.lemmas[t] in context.verbs.nouns for t in heads
    )


def _content_weights(context: QuoteContext, candidate: Candidate) -> Iterator[tuple[str, float]]:
    """Weights of the content: is there something that can be said?"""
    length = words_in(candidate.content)
    if length and context.parsed.lowers[candidate.first] in SELVES and candidate.pattern in {"name", "as", "object"}:
        yield "of oneself", -2.0  # "who consider themselves"
    if candidate.pattern == "object" and length > 1 and all(context.parsed.pos[t] == "PROPN" for t in candidate.tokens):
        yield "only a name", -1.0  # "criticised Ada Kolb": not a word of what was said
    spoken_of = candidate.pattern in SPOKEN_OF and context.parsed.pos[candidate.first] == "NOUN"
    if length < 2 and not spoken_of and not _judged(context, candidate):
        yield "one word", -2.0 if candidate.pattern in {"before marks", "after"} else -0.7
    if candidate.pattern in {"after", "before marks"} and _is_piece(context, candidate):
        yield "piece of a sentence", -1.2
    if any(context.inside[t] >= 0 for first, last in candidate.content for t in (first, last)):
        yield "holds marks", 1.2 if candidate.pattern == "before" else 0.8


def _is_piece(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether words in marks are a piece of a sentence rather than speech: they start small inside a sentence."""
    parsed, first = context.parsed, candidate.first
    return parsed.words[first][:1].islower() and parsed.sentences[parsed.sentence_of[first]][0] < first - 1


def _abstract(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether the object of a cue can be said rather than handled: a deed, a quality, a name, words in marks."""
    parsed = context.parsed
    for first, last in candidate.content:
        for token in range(first, last + 1):
            if context.inside[token] >= 0 or parsed.heads[token] not in range(first, last + 1):
                lemma = context.lemmas[token]
                return (
                    context.inside[token] >= 0
                    or lemma in context.verbs.nouns
                    or lemma.endswith(tuple(context.verbs.rules.abstract_endings))
                )
    return False


def _judged(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether a content of one word is somebody who is judged, or what she is accused of: "denounced him"."""
    if candidate.pattern in {"passive of", "passive as"}:
        return True
    judging = (
        candidate.pattern == "object"
        and candidate.lemma != "question"
        and candidate.stance in {"attacking", "praising", "denying"}
    )
    return judging and context.parsed.pos[candidate.first] in {"PROPN", "PRON"}


def without_echoes(context: QuoteContext, kept: list[Candidate]) -> list[Candidate]:
    """The candidates without those that only attribute once more what is attributed inside: "X added: “…,” X said"."""
    plain = [c for c in kept if c.lemma in context.verbs.rules.plain_verbs or c.pattern == "phrase"]
    firsts = [c.first for c in plain]  # in order
    near = (
        (c, o)
        for c in plain
        for o in plain[bisect_left(firsts, c.first) : bisect_right(firsts, c.last)]
        if o is not c and o.last <= c.last
    )
    echoes = [outer for outer, inner in near if _echoes(context, outer, inner)]
    return [c for c in kept if c not in echoes] if echoes else kept


def _echoes(context: QuoteContext, outer: Candidate, inner: Candidate) -> bool:
    """Whether a content is nothing but another one with its cue and source, both by one verb or by one name."""
    if inner.cue is None or outer.cue is None or outer.head is None or shared(inner.content, outer.content) == 0:
        return False
    parsed, own = context.parsed, {*inner.tokens, *range(inner.cue[0], inner.cue[1] + 1)}
    own |= set(range(inner.source[0], inner.source[1] + 1)) if inner.source else set()
    held = set(outer.tokens)
    named = inner.head is not None and parsed.lowers[inner.head] == parsed.lowers[outer.head]
    told_before = parsed.pos[outer.head] in {"PRON", "NOUN"} or parsed.lowers[parsed.lefts[outer.head]] == "the"
    told_before = told_before or (inner.head is not None and parsed.lowers[inner.head] in SELF)
    again = told_before and (outer.lemma == inner.lemma or inner.pattern == "phrase")
    again = again or (outer.pattern == "phrase" and _is_channel(context, outer.head))
    if outer.pattern == "phrase" and context.inside[inner.first] >= 0 and context.inside[inner.cue[0]] < 0:
        again, held_by = True, range(inner.last, parsed.rights[inner.cue[0]] + 1)
        own |= held & set(held_by)  # “…,” X writes in his book, according to Y: these are the words of X
    behind = inner.cue[0] > inner.last or outer.cue[0] > outer.last
    opens = outer.first in (*(inner.source or ())[:1], inner.cue[0]) and parsed.pos[outer.head] == "PRON"
    if opens and outer.lemma == inner.lemma and outer.cue[0] > outer.last:
        return True  # "[Others said they liked it, but would wait], they said"
    whole = (
        (behind or outer.pattern == "phrase")
        and own <= held
        and sum(parsed.pos[t] not in NEITHER for t in held - own) <= BESIDE
    )
    return whole and (named or again)


def _is_channel(context: QuoteContext, head: int) -> bool:
    """Whether what "according to" names is no speaker but where the words stand: excerpts, a survey, a transcript."""
    return context.parsed.pos[head] == "NOUN" and context.verbs.speakers.get(context.lemmas[head]) == "evidence"


def pick_compatible(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The best candidates above 0; contents may nest with their cue, never cross. Ties go to the earlier one."""
    kept: list[Candidate] = []
    cues: set[Range] = set()
    near: dict[int, list[Candidate]] = defaultdict(list)  # by stretch of the text: what is far apart never meets
    ranked = sorted((c for c in candidates if c.score > 0 and c.content), key=lambda c: (-c.score, c.first, c.last))
    for candidate in ranked:
        stretches = range(candidate.first // STRETCH, candidate.last // STRETCH + 1)
        if candidate.cue in cues or not all(_compatible(candidate, o) for s in stretches for o in near[s]):
            continue
        kept.append(candidate)
        if candidate.cue is not None:
            cues.add(candidate.cue)
        for stretch in stretches:
            near[stretch].append(candidate)
    return sorted(kept, key=lambda c: (c.first, -c.last))


def _compatible(one: Candidate, other: Candidate) -> bool:
    """Whether two contents are apart, or one lies with its cue inside the other."""
    if one.last < other.first or other.last < one.first:
        return True
    common = shared(one.content, other.content)
    return not common or _nested(one, other, common) or _nested(other, one, common)


def _nested(inner: Candidate, outer: Candidate, common: int) -> bool:
    """Whether `inner` lies with its cue inside the content of `outer`."""
    if common < words_in(inner.content) or inner.cue is None:
        return False
    return any(first <= inner.cue[0] and inner.cue[1] <= last for first, last in outer.content)
