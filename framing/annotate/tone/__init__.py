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
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from operator import add
from typing import NamedTuple

from framing.annotate.tone.features import (
    BUILD,
    Features,
    Item,
    features_of,
    judgements_in_sentence,
    names_in_sentence,
)
from framing.annotate.tone.reading import Reading, read_sentence
from framing.annotate.tone.verdicts import is_meant
from framing.model import Mention, Parsed, Span, Tone, ToneLabel
from framing.packs.tone import Three, ToneLists, ToneModel
from framing.syntax.quotation_marks import find_quoted_tokens
from framing.syntax.roles import ADVERBIAL_CLAUSES, CONTENT_CLAUSES, SUBJECTS
from framing.syntax.tree import head_of

Weights = dict[int, Three]  # place -> what all that stands there weighs


class Sentence(NamedTuple):
    """A sentence with what weighs the same for all its mentions."""

    reading: Reading
    weights: Weights
    likes: list[tuple[int, int, Three, Three]]  # word's place, clause, weights in a mention's own clauses, elsewhere


NOTHING: Three = (0.0, 0.0, 0.0)
KNOWN_WORDS = 100_000  # words whose weights in a sentence are remembered

BASE, BUILT = "base", "build"
RULE = "tone-linear-2"
UNSURE_BELOW = 0.6
BOUND_FROM = 0.5  # logits by which the words bound to a mention speak for a polar label
BACKED, BARELY = 1.25, 0.88  # multiply the logits of a label that bound words back by 1 logit or more, by less than .5
UNACTING = 0.8  # multiplies those of a negative label of a thing or crowd that does nothing in the sentence
ACTING = frozenset({"subj", "subj.advcl", "part.subj", "poss.subj"})
NEUTRAL_FROM = 0.45  # whoever is likelier neutral than anything else is called so: it accuses nobody
UNCLEAR = 0.5  # … without a verdict, or when it is not sure who is meant: of such rows elsewhere 28 and 52 % were right
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
    sentences = {
        number: _weigh_sentence(lists.model, read_sentence(parsed, number, lists.words, inside))
        for number in dict.fromkeys(numbers)
    }
    tones = [
        _tone(lists.model, parsed, mention, sentences[number], unsure_below, mentions)
        for mention, number in zip(mentions, numbers, strict=True)
    ]
    said = [tone for tone in tones if tone.label in ("negative", "positive") and tone.mention.actor]
    return tuple(_with_clause(parsed, tone, said, unsure_below) for tone in tones)


def _with_clause(parsed: Parsed, tone: Tone, said: Sequence[Tone], unsure_below: float) -> Tone:
    """The tone with its polar label, though nothing bound backs it, if the same actor bears it in a clause of its verb.

    "When they thanked [him] for his fine work, [he] replied …".
    """
    head, actor, highest = tone.mention.head, tone.mention.actor, max(tone.probabilities)
    if tone.label != "unsure" or highest < unsure_below or parsed.deps[head] not in SUBJECTS:
        return tone
    label = LABELS[tone.probabilities.index(highest)]
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
    sentence: Sentence,
    unsure_below: float,
    mentions: Sequence[Mention],
) -> Tone:
    """The tone toward one mention: plain sums of the model's weights, so that they can be told word by word.

    Its `places` are the tokens of the article that the parts of `because` stand at, `BUILD` for build and bias.
    """
    found = features_of(parsed, mention, sentence.reading)
    weights = _weigh(model, found, sentence)
    logits = list(map(add, model.bias, _total(weights.values())))
    probabilities = softmax(logits)
    best = probabilities.index(max(probabilities))
    polar = LABELS[best] != "neutral"
    tied = [place for place in found.relations if place in weights] if polar else []
    bound = _lead([weights[place] for place in tied], best) if polar else 0.0
    scale = _trust(bound) if polar else 1.0
    if best == 0 and bound < 1 and parsed.words[mention.head].islower() and ACTING.isdisjoint(found.relations.values()):
        scale *= UNACTING
    if scale != 1.0:
        probabilities = softmax([scale * logit for logit in logits])
    least = unsure_below if polar else min(unsure_below, NEUTRAL_FROM)
    if polar and found.stances:
        bound = min(bound, _lead([weights[place] for place in tied if place not in found.stances], best))
    backed = bound >= BOUND_FROM if polar else not found.sign  # a plain verdict speaks against neutral
    label = LABELS[best] if probabilities[best] >= least and backed else "unsure"
    clear = not polar or (found.sign == best - 1 and is_meant(parsed, mention, mentions))
    at_most = 1.0 if clear else UNCLEAR
    because, places = _because(weights, best, found, sentence.reading, scale)
    whole = (*because, (BASE, scale * model.bias[best]))
    return Tone(mention, label, probabilities, whole, RULE, (*places, BUILD), at_most, found.verdicts)


def _weigh_sentence(model: ToneModel, reading: Reading) -> Sentence:
    """A sentence with the weights that its words have for every mention."""
    own, other, keys = model.likeness["own"], model.likeness["else"], reading.keys
    plain = [place for place in reading.telling if keys[place] in model.words and not reading.negated[place]]
    likes = [(place, reading.clauses[place], own[keys[place]], other[keys[place]]) for place in plain]
    words = [(place, _weigh_word(model, reading, place)) for place in reading.telling]
    weights = {place: three for place, three in words if three}
    _add_items(weights, model, judgements_in_sentence(reading))
    return Sentence(reading, weights, likes)


def _weigh_word(model: ToneModel, reading: Reading, place: int) -> Three | None:
    """What a word and its classes weigh wherever in a sentence they stand; None for those that the model lacks."""
    word, memo = reading.named[place], model.said
    if word not in memo:
        if len(memo) >= KNOWN_WORDS:
            memo.clear()
        known = [model.features[name] for name in names_in_sentence(reading, place) if name in model.features]
        memo[word] = _total(known) if known else None
    return memo[word]


def _weigh(model: ToneModel, found: Features, sentence: Sentence) -> Weights:
    """The weights of each place of a sentence for one mention."""
    left_out, own = found.left_out, found.clauses
    weights = {place: three for place, three in sentence.weights.items() if place not in left_out}
    _add_items(weights, model, found.items)
    alike: defaultdict[str, list[tuple[int, Three]]] = defaultdict(list)
    for kind, word, place in found.likes:
        if word in model.words:
            alike[kind].append((place, model.likeness[kind][word]))
    likes = [like for like in sentence.likes if like[0] not in left_out]
    inside = [(place, three) for place, clause, three, _ in likes if clause in own]
    outside = [(place, three) for place, clause, _, three in likes if clause not in own]
    for entries in (*alike.values(), inside, outside):
        value = 1 / math.sqrt(len(entries) + 1)
        for place, (one, two, three) in entries:
            first, second, third = weights.get(place, NOTHING)
            weights[place] = first + one * value, second + two * value, third + three * value
    return weights


def _add_items(weights: Weights, model: ToneModel, items: Sequence[Item]) -> None:
    """Adds what the model knows of the items to the weights of their places."""
    features = model.features
    for name, value, place in items:
        if name in features:
            one, two, three = features[name]
            first, second, third = weights.get(place, NOTHING)
            weights[place] = first + one * value, second + two * value, third + three * value


def _total(weights: Collection[Three]) -> Three:
    """The sums of the three columns of weights."""
    if not weights:
        return NOTHING
    first, second, third = map(math.fsum, zip(*weights, strict=True))
    return first, second, third


def _lead(weights: Collection[Three], best: int) -> float:
    """By how much the weights of some places, without the rest of the sentence, say the same."""
    sums = _total(weights)
    return sums[best] - max(sums[:best] + sums[best + 1 :])


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
    first, second, third = [math.exp(value - top) for value in logits]
    whole = first + second + third
    return first / whole, second / whole, third / whole


def _because(
    weights: Weights, best: int, found: Features, reading: Reading, scale: float
) -> tuple[list[tuple[str, float]], list[int]]:
    """The winning logit, scaled, by words and their tokens: heaviest first, then the build of the sentence."""
    named, relations, first = reading.named, found.relations, reading.first
    built = weights.pop(BUILD, NOTHING)
    told = [
        (
            -abs(three[best]),
            f"{relations[place]}>{named[place]}" if place in relations else f"sent:{named[place]}",
            n,
            place,
        )
        for n, (place, three) in enumerate(weights.items())
    ]
    told.sort()
    because = [(name, scale * weights[place][best]) for _, name, _, place in told]
    because.append((BUILT, scale * built[best]))
    places = [first + place for *_, place in told]
    places.append(BUILD)
    return because, places


def mention_at(parsed: Parsed, span: Span, actor: str = "") -> Mention:
    """A mention of `actor` by name at these code points."""
    tokens = parsed.tokens_in(span)
    return Mention(span, head_of(parsed, tokens.start, tokens.stop - 1), "name", actor)
