"""How a sentence treats each actor that it mentions: probabilities of negative, neutral and positive, word by word.

Nobody is judged by name: the model reads words in relation to a mention, with all names masked. One `Tone` a mention,
also when a sentence mentions several actors; who speaks is none of its business (evidence asks `voice_at` a row).

For whoever adds rows up: `value` is p(positive) − p(negative) of ONE sentence toward ONE mention, in [−1, 1]. Take
means over mentions and an interval over articles, within one voice (a quoted insult is not the outlet's). Keep `unsure`
rows in n and in the mean, and say which share of rows is sure (coverage). A mention that stands for k actors (`share`
1/k) counts 1/k for each. One article's mean has a standard error of about .15, so it seldom says anything alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from framing.annotate.tone.features import features_of
from framing.annotate.tone.model import RULE, score
from framing.annotate.tone.reading import Reading, read_sentence
from framing.model import Mention, Parsed, Span, Tone, ToneLabel
from framing.packs.tone import ToneLists, ToneModel
from framing.syntax.tree import head_of

UNSURE_BELOW = 0.6
LABELS: tuple[ToneLabel, ToneLabel, ToneLabel] = ("negative", "neutral", "positive")


def find_tones(
    parsed: Parsed, mentions: Sequence[Mention], lists: ToneLists, *, unsure_below: float = UNSURE_BELOW
) -> tuple[Tone, ...]:
    """One tone a mention, in the order of `mentions`; the label is `unsure` when no probability reaches `unsure_below`.

    `because` holds (word with its relation, share of the logit) pairs that sum to the logit of the likeliest label.
    """
    readings: dict[int, Reading] = {}
    tones = []
    for mention in mentions:
        number = parsed.sentence_of[mention.head]
        reading = readings.get(number)
        if reading is None:
            reading = readings[number] = read_sentence(parsed, number, lists.words)
        tones.append(_tone(lists.model, parsed, mention, reading, unsure_below))
    return tuple(tones)


def _tone(model: ToneModel, parsed: Parsed, mention: Mention, reading: Reading, unsure_below: float) -> Tone:
    """The tone toward one mention."""
    scored = score(model, features_of(parsed, mention, reading), reading)
    sure = scored.probabilities[scored.best] >= unsure_below
    label = LABELS[scored.best] if sure else "unsure"
    return Tone(mention, label, scored.probabilities, scored.because, RULE, scored.places)


def mention_at(parsed: Parsed, span: Span, actor: str = "") -> Mention:
    """A mention of `actor` by name at these code points."""
    tokens = parsed.tokens_in(span)
    return Mention(span, head_of(parsed, tokens.start, tokens.stop - 1), "name", actor)
