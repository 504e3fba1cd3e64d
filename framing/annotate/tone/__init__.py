"""How a sentence treats each actor that it mentions: probabilities of negative, neutral and positive, word by word.

Nobody is judged by name: the model reads words in relation to a mention, with all names masked. One `Tone` a mention,
also when a sentence mentions several actors; who speaks is none of its business (evidence asks `voice_at` a row).

For whoever adds rows up: `value` is p(positive) − p(negative) of ONE sentence toward ONE mention, in [−1, 1]. Take
means over mentions and an interval over articles, within one voice (a quoted insult is not the outlet's). Keep `unsure`
rows in n and in the mean, and say which share of rows is sure (coverage). A mention that stands for k actors (`share`
1/k) counts 1/k for each. One article's mean has a standard error of about .15, so it seldom says anything alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from framing.annotate.tone.features import BUILD, Features, Item, features_of
from framing.annotate.tone.reading import Reading, read_sentence
from framing.annotate.tone.verdicts import is_meant
from framing.model import Mention, Parsed, Span, Tone, ToneLabel
from framing.packs.tone import Three, ToneLists, ToneModel
from framing.syntax.quotation_marks import find_quoted_tokens
from framing.syntax.roles import ADVERBIAL_CLAUSES, CONTENT_CLAUSES, SUBJECTS
from framing.syntax.tree import head_of

Part = tuple[int, Three]  # place, weights times value

BASE, BUILT = "base", "build"
RULE = "tone-linear-2"
UNSURE_BELOW = 0.6
BOUND_FROM = 0.5  # logits by which the words bound to a mention speak for a polar label
BACKED, BARELY = 1.25, 0.88  # multiply the logits of a label that bound words back by 1 logit or more, by less than .5
UNACTING = 0.8  # multiplies those of a negative label of a thing or crowd that does nothing in the sentence
ACTING = frozenset({"subj", "subj.advcl", "part.subj", "poss.subj"})
NEUTRAL_FROM = 0.45  # whoever is likelier neutral than anything else is called so: it accuses nobody
UNCLEAR = 0.5  # … without a verdict, or when it is not sure who is meant: of such rows elsewhere 28 and 52 % were right
STANCES = ("has:@opposes", "has:@stance", "has:@told")  # what the actor is against or says tells nothing of it
LABELS: tuple[ToneLabel, ToneLabel, ToneLabel] = ("negative", "neutral", "positive")


def find_tones(
    parsed: Parsed, mentions: Sequence[Mention], lists: ToneLists, *, unsure_below: float = UNSURE_BELOW
) -> tuple[Tone, ...]:
    """One tone a mention, in the order of `mentions`; the label is `unsure` when no probability reaches `unsure_below`.

    It is `unsure`, too, when the words bound to the mention do not lean that way by themselves, or when a plain verdict
    (`verdicts`) stands against neutral. Where no such word is found, or somebody else may be meant, `at_most` keeps the
    confidence of a polar label at .5.
    `because` holds (word with its relation, share of the logit) pairs that sum to the logit of the likeliest label.
    """
    numbers = [parsed.sentence_of[mention.head] for mention in mentions]
    inside = find_quoted_tokens(parsed).inside if mentions else ()
    readings = {number: read_sentence(parsed, number, lists.words, inside) for number in dict.fromkeys(numbers)}
    shared = {number: _known(lists.model, reading.items) for number, reading in readings.items()}
    tones = [
        _tone(lists.model, parsed, mention, (readings[number], shared[number]), unsure_below, mentions)
        for mention, number in zip(mentions, numbers, strict=True)
    ]
    said = [tone for tone in tones if tone.label in ("negative", "positive") and tone.mention.actor]
    return tuple(_with_clause(parsed, tone, said, unsure_below) for tone in tones)


def _with_clause(parsed: Parsed, tone: Tone, said: Sequence[Tone], unsure_below: float) -> Tone:
    """The tone with its polar label, though nothing bound backs it, if the same actor bears it in a clause of its verb.

    "When they thanked [him] for his fine work, [he] replied …".
    """
    likeliest = max(range(3), key=tone.probabilities.__getitem__)
    polar = tone.label == "unsure" and likeliest != 1 and tone.probabilities[likeliest] >= unsure_below
    head, actor, label = tone.mention.head, tone.mention.actor, LABELS[likeliest]
    if not polar or parsed.deps[head] not in SUBJECTS:
        return tone
    alike = [other.mention.head for other in said if other.mention.actor == actor and other.label == label]
    backed = any(_is_beside(parsed, parsed.heads[head], other) for other in alike)
    return replace(tone, label=label) if backed else tone


def _is_beside(parsed: Parsed, verb: int, token: int) -> bool:
    """Whether a token stands in an adverbial clause of the verb, and in nothing that somebody says."""
    while parsed.heads[token] not in (verb, token) and parsed.deps[token] not in CONTENT_CLAUSES:
        token = parsed.heads[token]
    return parsed.heads[token] == verb and parsed.deps[token] in ADVERBIAL_CLAUSES


def _tone(
    model: ToneModel,
    parsed: Parsed,
    mention: Mention,
    sentence: tuple[Reading, list[Part]],
    unsure_below: float,
    mentions: Sequence[Mention],
) -> Tone:
    """The tone toward one mention: plain sums of the model's weights, so that they can be told word by word.

    Its `places` are the tokens of the article that the parts of `because` stand at, `BUILD` for build and bias.
    """
    reading, shared = sentence
    found = features_of(parsed, mention, reading)
    parts = [part for part in shared if part[0] not in found.left_out] + _weighted(model, found)
    logits = [bias + total for bias, total in zip(model.bias, _total(parts), strict=True)]
    probabilities = softmax(logits)
    best = max(range(3), key=probabilities.__getitem__)
    polar = LABELS[best] != "neutral"
    tied = [part for part in parts if part[0] in found.relations] if polar else []
    bound = _lead(tied, best) if polar else 0.0
    scale = _trust(bound) if polar else 1.0
    if best == 0 and bound < 1 and parsed.words[mention.head].islower() and ACTING.isdisjoint(found.relations.values()):
        scale *= UNACTING
    if scale != 1.0:
        probabilities = softmax([scale * logit for logit in logits])
    least = unsure_below if polar else min(unsure_below, NEUTRAL_FROM)
    if polar:
        own = {place for name, _, place in found.items if name.startswith(STANCES)}
        bound = min(bound, _lead([part for part in tied if part[0] not in own], best)) if own else bound
    backed = bound >= BOUND_FROM if polar else not found.sign  # a plain verdict speaks against neutral
    label = LABELS[best] if probabilities[best] >= least and backed else "unsure"
    clear = not polar or (found.sign == best - 1 and is_meant(parsed, mention, mentions))
    at_most = 1.0 if clear else UNCLEAR
    told = _because(model, parts, best, found, reading)
    because = tuple((name, scale * value) for name, value, _ in told)
    return Tone(
        mention, label, probabilities, because, RULE, tuple(token for *_, token in told), at_most, found.verdicts
    )


def _known(model: ToneModel, items: Sequence[Item]) -> list[Part]:
    """Place and weights of the items that the model knows; a sentence's are looked up once for all mentions."""
    found = [(place, model.features[name], value) for name, value, place in items if name in model.features]
    return [
        (place, weights if value == 1.0 else (weights[0] * value, weights[1] * value, weights[2] * value))
        for place, weights, value in found
    ]


def _total(parts: Sequence[Part]) -> Sequence[float]:
    """The sums of the three columns of weights."""
    return [*map(math.fsum, zip(*[weights for _, weights in parts], strict=True))] or (0.0, 0.0, 0.0)


def _weighted(model: ToneModel, found: Features) -> list[Part]:
    """Place and weights of everything about one mention that the model knows."""
    parts, memo, words = _known(model, found.items), model.memo, model.words
    alike: dict[str, list[tuple[int, Three]]] = {}
    for kind, word, place in found.likes:
        weights = memo.get((kind, word)) or (model.likeness(kind, word) if word in words else None)
        if weights is not None:
            alike.setdefault(kind, []).append((place, weights))
    for entries in alike.values():
        value = 1 / math.sqrt(len(entries) + 1)
        parts += [(place, (one * value, two * value, three * value)) for place, (one, two, three) in entries]
    return parts


def _lead(parts: Sequence[Part], best: int) -> float:
    """By how much parts of a tone, without the rest of the sentence, say the same."""
    sums = _total(parts)
    return sums[best] - max(value for place, value in enumerate(sums) if place != best)


def _trust(bound: float) -> float:
    """What the logits of a polar label are multiplied with.

    In the cross-validation the sentence alone was right in 3 of 5 where no bound word backs it, and labels that bound
    words back by 1 logit or more were right more often than the model said (.79 against .74).
    """
    if bound < 0:
        return 1 / (1 - 1.2 * bound)
    return BACKED if bound >= 1 else BARELY if bound < BOUND_FROM else 1.0


def softmax(logits: list[float]) -> Three:
    """Probabilities of three logits."""
    top = max(logits)
    first, second, third = (math.exp(value - top) for value in logits)
    whole = first + second + third
    return first / whole, second / whole, third / whole


def _because(
    model: ToneModel, parts: list[Part], best: int, found: Features, reading: Reading
) -> tuple[tuple[str, float, int], ...]:
    """The winning logit by words and their tokens: heaviest first, then the build of the sentence and the bias."""
    sums: dict[int, float] = {}
    for place, weights in parts:
        sums[place] = sums.get(place, 0.0) + weights[best]
    built = sums.pop(BUILD, 0.0)
    named, relations, first = reading.named, found.relations, reading.first
    told = [
        (-abs(value), f"{relations[place]}>{named[place]}" if place in relations else f"sent:{named[place]}", n, place)
        for n, (place, value) in enumerate(sums.items())
    ]
    told.sort()
    words = [(name, sums[place], first + place) for _, name, _, place in told]
    return (*words, (BUILT, built, BUILD), (BASE, model.bias[best], BUILD))


def mention_at(parsed: Parsed, span: Span, actor: str = "") -> Mention:
    """A mention of `actor` by name at these code points."""
    tokens = parsed.tokens_in(span)
    return Mention(span, head_of(parsed, tokens.start, tokens.stop - 1), "name", actor)
