"""What differs between two sentences that tell one fact: each difference with its words on both sides and their voice.

Only what can be seen in the two sentences is named, and only where they tell the same: inside clauses that share what
they tell of. A difference that only one side shows stands beside the word of the other side that it would belong to.

Source: Fowler 1991 and van Dijk 1988 (labels, verbs, agents); Trew 1979 (agents that go); Recasens et al. 2013 (hedges,
assertives); Geis 1987 (reports).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice, product
from typing import Literal, NamedTuple

from framing.link.sketches import SentenceSketch, SketchMark, Term
from framing.model import Span, Voice, VoiceSpan
from framing.syntax.stems import stem_of

DifferenceKind = Literal[
    "label", "verb", "evaluation", "certainty", "attribution", "report", "agent", "number", "quotation", "denial"
]
Side = Literal["a", "b", ""]
WEIGHTS: dict[DifferenceKind, float] = {
    "agent": 0.5, "label": 0.45, "denial": 0.45, "evaluation": 0.45, "number": 0.45, "attribution": 0.4,
    "certainty": 0.4, "report": 0.3, "verb": 0.3, "quotation": 0.1,
}  # fmt: skip
REPORTED = 0.5  # of its weight is left to a difference that stands in reported words on both sides
SAID_ALIKE = 4  # words in a row from which two quotations are one
CUT = 6  # words more or less that are no other cut
SAME_DEED = 3  # things that two clauses share, their verb among them, to tell one deed
QUALITY = 0.5  # of its weight is left to a mere quality: "huge" may be a fact
MARKED = 2  # words in marks that an outlet may keep at a distance; more are cited
UNIT = 3  # letters of a unit
TOLD = frozenset(["attributed", "quoted", "distanced"])


class WordPlace(NamedTuple):
    """Words on one side of a difference, and whose they are."""

    start: int
    end: int
    voice: Voice
    speaker: str


class WordingDifference(NamedTuple):
    """One difference. `weight` in [0, 1]: how much it tells, to choose among those of a passage."""

    kind: DifferenceKind
    a: WordPlace
    b: WordPlace
    weight: float
    only: Side = ""  # the side that shows it; on the other stands the word that it would belong to


class _Facts(NamedTuple):
    """Clauses of two sentences that tell of the same, best first, and the keys that each pair shares."""

    a: SentenceSketch
    b: SentenceSketch
    pairs: tuple[tuple[int, int, frozenset[str]], ...]

    @property
    def shared(self) -> frozenset[str]:
        """Everything that both sentences tell of."""
        return frozenset(t.key for t in self.a.terms) & frozenset(t.key for t in self.b.terms)


def find_differences(a: SentenceSketch, b: SentenceSketch) -> tuple[WordingDifference, ...]:
    """What differs between two sentences that tell one fact, in a fixed order of kinds, each place once a kind."""
    facts = _Facts(a, b, tuple(_aligned(a, b)))
    found: dict[tuple[str, int, int], WordingDifference] = {}
    for kinds in (_counted, _labels, _agents, _verbs, _loaded, _voices, _certainty, _denials, _numbers, _quotations):
        for one in kinds(facts):
            found.setdefault((one.kind, one.a.start, one.b.start), one)
    return tuple(found.values())


def _aligned(a: SentenceSketch, b: SentenceSketch) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Pairs of clauses that share what they tell of, most first, each clause once."""
    ours, theirs = _clauses(a), _clauses(b)
    pairs = [(len(ours[x] & theirs[y]), x, y) for x in ours for y in theirs if ours[x] & theirs[y]]
    used_a, used_b = set[int](), set[int]()
    for _, x, y in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if x not in used_a and y not in used_b:
            used_a.add(x)
            used_b.add(y)
            yield x, y, ours[x] & theirs[y]


def _clauses(sketch: SentenceSketch) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for term in sketch.terms:
        if not term.described and term.kind != "manner":
            found.setdefault(term.clause, set()).add(term.key)
    return {clause: frozenset(keys) for clause, keys in found.items()}


def _difference(kind: DifferenceKind, facts: _Facts, a: Span, b: Span, only: Side = "") -> WordingDifference:
    """A difference with whose words it is on both sides; in reported words on both sides it tells less."""
    here, there = place_of(facts.a, a), place_of(facts.b, b)
    own = here.voice == "narrator" or there.voice == "narrator"
    return WordingDifference(kind, here, there, WEIGHTS[kind] * (1.0 if own else REPORTED), only)


def place_of(sketch: SentenceSketch, span: Span) -> WordPlace:
    """Words of a sentence with the voice and the speaker of the innermost stretch around them."""
    told = _voice(sketch.voices, span)
    if told is None:
        return WordPlace(*span, "narrator", "")
    return WordPlace(*span, "quoted" if _is_cited(sketch, told) else told.voice, told.speaker)


def _is_cited(sketch: SentenceSketch, told: VoiceSpan) -> bool:
    """Whether words that seem kept at a distance are a quotation: too many for marks of doubt."""
    starts = range(told.span.start, told.span.end)
    return told.voice == "distanced" and any(one.start in starts and len(one.words) > MARKED for one in sketch.quoted)


def _voice(voices: Sequence[VoiceSpan], span: Span) -> VoiceSpan | None:
    """The innermost stretch that holds at least half of a span, or None in the outlet's own words."""
    best = None
    for one in voices:
        if 2 * (min(span.end, one.span.end) - max(span.start, one.span.start)) >= span.end - span.start:
            best = one
    return best


def _span(one: Term | SketchMark) -> Span:
    return Span(one.start, one.end)


def verb_of(sketch: SentenceSketch, clause: int) -> Term | None:
    """The verb that a clause is built on, when it tells something."""
    return next((t for t in sketch.terms if t.at == clause and t.kind == "verb"), None)


def _anchor(sketch: SentenceSketch, clause: int, shared: frozenset[str]) -> Span:
    """Where the other side would stand: the verb of its clause, or the first word that both share."""
    verb = verb_of(sketch, clause)
    if verb is not None:
        return _span(verb)
    common = [t for t in sketch.terms if t.clause == clause and t.key in shared]
    return _span(common[0])


def _labels(facts: _Facts) -> Iterator[WordingDifference]:
    """Whoever does one deed under other names; of two things that it is done to nobody can tell that they are one."""
    for x, y, shared in facts.pairs:
        one, other = verb_of(facts.a, x), verb_of(facts.b, y)
        if one is None or other is None or one.key != other.key or len(shared) < SAME_DEED:
            continue
        mine, yours = (_in_role(s, c, "doer") for s, c in ((facts.a, x), (facts.b, y)))
        if mine is None or yours is None or _joined(facts.a, mine) or _joined(facts.b, yours):
            continue
        somebody = "actor" in (mine.kind, yours.kind)  # "the rules" and "the policy" are two words for a thing
        if somebody and not {mine.key, yours.key} & facts.shared and _nouns(mine, yours):
            yield _difference("label", facts, mine.phrase or _span(mine), yours.phrase or _span(yours))


def _joined(sketch: SentenceSketch, term: Term) -> bool:
    """Whether another noun may stand beside it: "your mother and father"."""
    return any(t.kind in ("noun", "name") and abs(t.at - term.at) == 2 for t in sketch.terms if t.clause == term.clause)


def _nouns(one: Term, other: Term) -> bool:
    """Whether at least one side describes rather than names; two names are two actors."""
    return "noun" in (one.kind, other.kind)


def _in_role(sketch: SentenceSketch, clause: int, role: str) -> Term | None:
    return next((t for t in sketch.terms if t.clause == clause and t.role == role and t.note != "pronoun"), None)


def _counted(facts: _Facts) -> Iterator[WordingDifference]:
    """The same number of somebody under another name: "52 terrorists", "52 militants"."""
    for one in facts.a.terms:
        for other in facts.b.terms:
            if one.kind == other.kind == "number" and one.key == other.key and one.note and other.note:
                mine, yours = _noun_of(facts.a, one), _noun_of(facts.b, other)
                if (
                    one.note != other.note
                    and mine
                    and yours
                    and not {mine.key, yours.key} & facts.shared
                    and _are_words(mine, yours)
                ):
                    yield _difference("label", facts, _span(mine), _span(yours))


def _are_words(*terms: Term) -> bool:
    """Whether none is a short unit: "km" and "kilometres" are one."""
    return all(term.end - term.start > UNIT for term in terms)


def _noun_of(sketch: SentenceSketch, number: Term) -> Term | None:
    """The noun that a number counts."""
    return next((t for t in sketch.terms if t.key == number.note and t.start > number.start), None)


def _agents(facts: _Facts) -> Iterator[WordingDifference]:
    """The same deed with and without whoever did it."""
    for x, y, _ in facts.pairs:
        one, other = verb_of(facts.a, x), verb_of(facts.b, y)
        if one and other and one.key == other.key and (one.note == "passive") != (other.note == "passive"):
            active, clause = (facts.b, y) if one.note else (facts.a, x)
            if _in_role(active, clause, "doer"):
                yield _difference("agent", facts, _span(one), _span(other))
    harms = [[m for m in s.marks if m.kind == "harm"] for s in (facts.a, facts.b)]
    for mine in harms[0]:
        for yours in harms[1]:
            if mine.note != yours.note and len(harms[0]) == len(harms[1]) == 1:
                yield _difference("agent", facts, _span(mine), _span(yours))


def _verbs(facts: _Facts) -> Iterator[WordingDifference]:
    """Other verbs for what the same actor does or suffers, or for what happens to the same thing."""
    for x, y, shared in facts.pairs:
        one, other = verb_of(facts.a, x), verb_of(facts.b, y)
        if one is None or other is None or {one.key, other.key} & facts.shared:
            continue
        roles = [
            {(t.key, t.role) for t in s.terms if t.clause == c and t.role} for s, c in ((facts.a, x), (facts.b, y))
        ]
        if roles[0] & roles[1] and len(shared) > 1:
            yield _difference("verb", facts, _span(one), _span(other))


def _loaded(facts: _Facts) -> Iterator[WordingDifference]:
    """Words that judge; on one side only where the other sentence has none of its own."""
    for x, y, shared in facts.pairs:
        if len(shared) < 2:
            continue
        mine, yours = (_judging(s, c, facts.shared) for s, c in ((facts.a, x), (facts.b, y)))
        a = _span(mine) if mine else _anchor(facts.a, x, shared)
        b = _span(yours) if yours else _anchor(facts.b, y, shared)
        silent = facts.b if mine else facts.a
        if (mine and yours) or ((mine or yours) and all(m.kind != "loaded" for m in silent.marks)):
            found = _difference("evaluation", facts, a, b, "" if mine and yours else "a" if mine else "b")
            plain = all(one is None or one.key == "quality" for one in (mine, yours))
            yield found._replace(weight=QUALITY * found.weight) if plain else found


def _judging(sketch: SentenceSketch, clause: int, shared: frozenset[str]) -> SketchMark | None:
    """A word that judges and does not stand on the other side, too; listed ones before mere qualities."""
    found = [m for m in sketch.marks if m.kind == "loaded" and m.clause == clause and m.note not in shared]
    return min(found, key=lambda m: (m.key == "quality", m.start), default=None)


def _voices(facts: _Facts) -> Iterator[WordingDifference]:
    """The same told by the outlet itself and as somebody's claim; or reported by verbs of another stance."""
    for x, y, shared in facts.pairs[:1]:
        mine, yours = (_told(s, c, shared) for s, c in ((facts.a, x), (facts.b, y)))
        told = mine or yours
        if (mine is None) != (yours is None) and told and _vouched(facts, told, "a" if mine else "b"):
            a = _cue(facts.a, mine) if mine else _anchor(facts.a, x, shared)
            b = _cue(facts.b, yours) if yours else _anchor(facts.b, y, shared)
            yield _difference("attribution", facts, a, b, "a" if mine else "b")
            return
        if mine is None or yours is None:
            return
    cues = [[m for m in s.marks if m.kind == "cue"] for s in (facts.a, facts.b)]
    if len(cues[0]) == len(cues[1]) == 1 and cues[0][0].key != cues[1][0].key and not _say_it_themselves(facts, cues):
        yield _difference("report", facts, _span(cues[0][0]), _span(cues[1][0]))


def _say_it_themselves(facts: _Facts, cues: Sequence[Sequence[SketchMark]]) -> bool:
    """Whether the speaker's quoted words hold the verb of the other report: "we can confirm that", "confirmed"."""
    for sketch, (cue,), other in ((facts.a, cues[0], facts.b), (facts.b, cues[1], facts.a)):
        verb = next((m.key for m in sketch.marks if m.kind == "report" and m.start == cue.start), "")
        if verb and any(stem_of(word) == stem_of(verb) for quoted in other.quoted for word in quoted.words):
            return True
    return False


def _vouched(facts: _Facts, told: VoiceSpan, side: Side) -> bool:
    """Whether one side alone leaves a claim with somebody: a speaker, by a word; the other names nobody who says so."""
    sketch, other = (facts.a, facts.b) if side == "a" else (facts.b, facts.a)
    if any(mark.kind in ("cue", "report", "hedge") for mark in other.marks) or other.voices:
        return False
    if told.voice == "distanced":
        return not _is_cited(sketch, told)
    return bool(told.speaker and _cues(sketch, told))


def _cues(sketch: SentenceSketch, told: VoiceSpan) -> list[SketchMark]:
    """The words of a sentence that bring a report."""
    return [mark for mark in sketch.marks if mark.kind == "cue" and mark.note == told.speaker]


def tell_two_claims(a: SentenceSketch, b: SentenceSketch) -> bool:
    """Whether two different actors say what both tell of, in no words that both quote: two claims, not one fact."""
    if not (any(voice.actors for voice in a.voices) and any(voice.actors for voice in b.voices)):
        return False
    for x, y, shared in islice(_aligned(a, b), 1):
        mine, yours = (_told(s, c, shared) for s, c in ((a, x), (b, y)))
        if mine and yours and mine.actors and yours.actors and not {*mine.actors} & {*yours.actors}:
            return not any(say_alike(one.words, other.words) for one in a.quoted for other in b.quoted)
    return False


def say_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two quotations have enough words in a row to be one."""
    alike = SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
    return alike >= SAID_ALIKE


def _told(sketch: SentenceSketch, clause: int, shared: frozenset[str]) -> VoiceSpan | None:
    """In whose reported words most of what both tell stands, or None when the outlet says it."""
    voices = [_voice(sketch.voices, _span(t)) for t in sketch.terms if t.clause == clause and t.key in shared]
    told = [one for one in voices if one is not None and one.voice in TOLD]
    return told[0] if 2 * len(told) > len(voices) else None


def _cue(sketch: SentenceSketch, told: VoiceSpan) -> Span:
    """The word that brings a report, or what is reported."""
    if cues := _cues(sketch, told):
        return _span(min(cues, key=lambda m: abs(m.start - told.span.start)))
    return Span(max(told.span.start, sketch.start), min(told.span.end, sketch.end))


def _certainty(facts: _Facts) -> Iterator[WordingDifference]:
    yield from _one_sided(facts, "certainty", ("hedge",))


def _denials(facts: _Facts) -> Iterator[WordingDifference]:
    yield from _one_sided(facts, "denial", ("denial", "negation"))


def _one_sided(facts: _Facts, kind: DifferenceKind, marks: Sequence[str]) -> Iterator[WordingDifference]:
    """A mark that only one of two clauses that tell the same bears."""
    for x, y, shared in facts.pairs[:1]:
        mine, yours = ([m for m in s.marks if m.kind in marks] for s in (facts.a, facts.b))
        one, other = verb_of(facts.a, x), verb_of(facts.b, y)
        if kind == "denial" and not ((one and other and one.key == other.key) or len(shared) >= SAME_DEED):
            continue
        here = next((m for m in mine if m.clause == x), None)
        there = next((m for m in yours if m.clause == y), None)
        if here and not yours:
            yield _difference(kind, facts, _span(here), _anchor(facts.b, y, shared), "a")
        elif there and not mine:
            yield _difference(kind, facts, _anchor(facts.a, x, shared), _span(there), "b")


def _numbers(facts: _Facts) -> Iterator[WordingDifference]:
    """Other numbers of the same, in clauses that share more than what is counted."""
    for x, y, shared in facts.pairs:
        mine, yours = (
            [t for t in s.terms if t.kind == "number" and t.clause == c and t.note and t.key not in facts.shared]
            for s, c in ((facts.a, x), (facts.b, y))
        )
        for one in mine:
            for other in yours:
                if one.note == other.note and len(shared - {one.note}) > 1:
                    yield _difference("number", facts, _span(one), _span(other))


def _quotations(facts: _Facts) -> Iterator[WordingDifference]:
    """One quotation cut differently; what either side quotes besides counts as its length.

    A quotation that goes on in the next sentence is not told to be cut.
    """
    sizes = [sum(len(quoted.words) for quoted in s.quoted) for s in (facts.a, facts.b)]
    if abs(sizes[0] - sizes[1]) <= CUT:
        return
    for one, other in product(facts.a.quoted, facts.b.quoted):
        if one.whole and other.whole and say_alike(one.words, other.words):
            yield _difference("quotation", facts, Span(one.start, one.end), Span(other.start, other.end))
            return
