"""How sure a quote is: the probability that its words are a statement of whoever is given as its source.

What speaks for and against a quote is counted in points, set by hand; `CALIBRATION` turns points into probabilities.
Its ten numbers are the shares of right quotes (content and source) of so many points among 5,600 found in 370 news
articles marked by hand (Newell et al. 2018, PolNeAR, training part). No other number comes from there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from framing.annotate.quotes.context import Candidate, QuoteContext, words_in
from framing.annotate.quotes.ranking import INANIMATE
from framing.packs.verbs import JUDGING, NOW_AND_THEN
from framing.syntax.roles import CONJUNCTS, PREPOSITION_OBJECTS, SUBJECTS

CALIBRATION = ((0, 0.45), (1, 0.5), (3, 0.66), (4, 0.72), (6, 0.79), (7, 0.85), (8, 0.89), (9, 0.93), (12, 0.98))
LOWEST = 0.2  # of quotes with no points
LEAST = 0.3  # a quote less probable than this is none
DEED = 0.5  # the most where somebody is told to do or to want something rather than to say it
NAMELESS = 0.79  # the most for a quote whose speaker cannot be told
UNSURE = frozenset({"only possible"})  # reasons for which plain words may be nobody's
ASTRAY = frozenset({INANIMATE, "piece of a sentence"})  # reasons for which words in marks may be somebody else's
SHORT, FULL, LONG = 4, 8, 14  # tokens of a content
STRONG, STRONGEST = 1.75, 2.6  # sums of the weights in `ranking`
REST = 1  # words of a sentence that a quote with its attribution may leave out
ENDINGS = frozenset({".", "!", "?", "”", '"', ","})
BESIDE = frozenset({"after", "before marks"})
INSERTED = frozenset({"aside", "interruption"})
DEEDS = frozenset(
    {"object", "to", "object_to", "ing", "passive_to", "passive object", "adjective that", "adjective to"}
)
DONE = (DEEDS | {"wh", "noun to"}) - {"passive_to"}  # constructions in which a verb may tell a deed
PLAIN = "say"
VIEWS = frozenset({"as", "name"})  # constructions in which a verb of thinking tells a view
POINTING = frozenset({"this", "that", "it"})
TREATING = frozenset({"discuss", "examine", "explain", "explore"})
UNNAMED_PENALTY = {"inanimate source": -2, "impersonal source": -2, "evidence as source": -1, "no source": -1}


def probability(context: QuoteContext, candidate: Candidate, direct: bool) -> float:
    """The probability in [0, 1] that content and source are right; `direct`: all of it stands in marks."""
    points = sum(number for _, number in weigh(context, candidate, direct))
    place = bisect_right([least for least, _ in CALIBRATION], points)
    sure = CALIBRATION[place - 1][1] if place else LOWEST
    if is_deed(context, candidate):
        return min(sure, DEED)
    mood = candidate.pattern.startswith("adjective ")  # "are afraid that"
    thought = candidate.pattern == "that" and candidate.lemma in context.verbs.rules.private_verbs
    unsure = mood or thought or candidate.pattern == "object" or not UNSURE.isdisjoint(candidate.reasons)
    unsure = unsure or _is_judgement(context, candidate) or _is_own(context, candidate)
    astray = not ASTRAY.isdisjoint(candidate.reasons) or candidate.pattern == "judged" or _is_cut(context, candidate)
    plain = unsure and all(context.inside[t] < 0 for t in candidate.tokens)  # "cited the plan": the outlet's words
    topic = _is_topic(context, candidate) and _is_plain(context, candidate)
    return min(sure, NAMELESS) if astray or plain or topic else sure


def _is_plain(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether most of the words stand outside marks."""
    return 2 * sum(context.inside[t] >= 0 for t in candidate.tokens) < len(candidate.tokens)


def _is_cut(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether a cue reaches into the marks around the content: had “grave fears [about the dam]”."""
    cue = candidate.cue
    return cue is not None and context.inside[cue[0]] < 0 <= context.inside[cue[1]] == context.inside[candidate.first]


def _is_topic(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether it is told what words are about, not what they say: "wrote about a fair", "explains why it rained".

    What "this" stands for was said before: "attributed this to the storm".
    """
    first = context.parsed.lowers[candidate.first]
    told = (first in {"how", "why"} and candidate.lemma in TREATING) or (candidate.lemma, first) == ("describe", "what")
    pointed = candidate.pattern == "to_what" and first in POINTING
    return candidate.pattern == "prep about" or (candidate.pattern == "wh" and told) or pointed


def _is_own(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether somebody is told to call a thing her own: "calls the coast her home county"."""
    parsed = context.parsed
    owned = [parsed.heads[t] for t in candidate.tokens if parsed.tags[t] == "PRP$" and t > candidate.first]
    named = (t for t in owned if parsed.deps[t] not in PREPOSITION_OBJECTS)  # not "a burden for her party"
    return candidate.pattern == "name" and any(parsed.rights[t] >= candidate.last for t in named)


def _is_judgement(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether it is told whom somebody blames or praises, and not what she says: "criticized X for leaving".

    Whoever accuses somebody of something claims it. What is filed ("a complaint for damages") is no saying either.
    """
    accuses = "of" in context.verbs.prepositions.get(candidate.lemma, ())
    judges = candidate.stance in JUDGING and not accuses and candidate.pattern in {"of", "prep at"}
    judges = judges or (candidate.pattern == "prep against" and candidate.stance == "neutral")  # "spoke against a wall"
    judges = judges or (candidate.pattern == "prep for" and candidate.stance == "conceding")  # "apologized for a post"
    named = candidate.pattern in {"of", "name"}
    called_out = named and candidate.cue is not None and context.parsed.lowers[candidate.cue[1]] == "out"
    return judges or called_out or candidate.pattern == "noun about"


def is_deed(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether a cue tells what somebody does, wants, sees, ponders or knows ("refused to go", "is weighing whether").

    Words that mostly stand in marks are said, and so is what is judged with "as" ("defended the deal as fair").
    """
    rules = context.verbs.rules
    done = candidate.pattern in DONE and candidate.lemma in rules.deed_verbs
    done = done or (candidate.pattern == "that" and candidate.lemma in rules.knowing_verbs)
    viewed = candidate.pattern in VIEWS and candidate.stance == "neutral"  # "sees the strike as a warning"
    done = done or (viewed and candidate.lemma in rules.private_verbs)
    return done and _is_plain(context, candidate)


def weigh(context: QuoteContext, candidate: Candidate, direct: bool) -> Iterator[tuple[str, int]]:
    """What speaks for a quote, and against it, in points."""
    yield from _of_cue(context, candidate)
    yield from _of_place(context, candidate)
    length = words_in(candidate.content)
    yield "direct", 2 * direct
    yield "length", (length >= FULL) + (length >= LONG) - (length < SHORT)
    yield "score", (candidate.score > STRONG) + (candidate.score > STRONGEST)
    yield "pattern", _of_pattern(candidate.pattern)
    for reason, points in UNNAMED_PENALTY.items():
        if reason in candidate.reasons:
            yield reason, points


def _of_cue(context: QuoteContext, candidate: Candidate) -> Iterator[tuple[str, int]]:
    """Points of the cue: the main verb of its sentence, one of speech, beside its subject."""
    parsed = context.parsed
    if candidate.cue is None:
        return
    verb = candidate.cue[0]
    yield "main verb", 2 * (parsed.heads[verb] == verb)
    if candidate.lemma == PLAIN:
        yield "said", 2
    elif candidate.lemma in context.verbs.rules.plain_verbs:
        yield "plain verb of speech", 1
    elif candidate.pattern == "that" and candidate.lemma in context.verbs.rules.private_verbs:
        yield "a thought, not words", -1
    if candidate.head is not None and parsed.heads[candidate.head] == verb and parsed.deps[candidate.head] in SUBJECTS:
        yield "own subject", 1
    if NOW_AND_THEN in candidate.reasons:
        yield NOW_AND_THEN, -2


def _of_place(context: QuoteContext, candidate: Candidate) -> Iterator[tuple[str, int]]:
    """Points of the place: a content that begins with "that", ends with its sentence and leaves nothing over."""
    parsed = context.parsed
    yield "that", int(parsed.lowers[candidate.first] == "that")
    after = max(candidate.last, candidate.end) + 1
    yield "ends its sentence", int(after >= len(parsed) or parsed.words[after] in ENDINGS)
    edges = (edge for piece in candidate.content for edge in piece)
    yield "several sentences", int(len({parsed.sentence_of[edge] for edge in edges}) > 1)
    yield "nothing left over", 2 * (_left_over(context, candidate) <= REST)


def _left_over(context: QuoteContext, candidate: Candidate) -> int:
    """Number of words of the cue's sentence that are neither content nor attribution."""
    parsed = context.parsed
    place = candidate.first if candidate.cue is None else candidate.cue[0]
    first, end = parsed.sentences[parsed.sentence_of[place]]
    held = {*candidate.tokens, *range(candidate.last, candidate.end + 1)}
    for child in parsed.children[place]:  # "…, and urged farmers to stay": a report of its own
        joined = child > candidate.last and parsed.deps[child] in CONJUNCTS
        if joined and context.lemmas[child] in context.verbs.stances:
            held.update(range(parsed.lefts[child] - 1, parsed.rights[child] + 1))
    for part in (candidate.cue, candidate.source):
        if part is not None:
            held.update(range(part[0], part[1] + 1))
    return sum(t not in held and parsed.pos[t] not in {"PUNCT", "SPACE"} for t in range(first, end))


def _of_pattern(pattern: str) -> int:
    """Points of the construction."""
    if pattern in BESIDE:
        return -3
    if pattern in INSERTED:
        return -2
    if pattern.startswith("noun "):
        return 1
    if pattern.startswith("adjective "):
        return -2  # a mood rather than words: "are uneasy about"
    return -1 if pattern in DEEDS else {"phrase": 1, "that": -1, "turn": 3, "printed": 1}.get(pattern, 0)
