"""What counts as a plain verdict on somebody, so that a tone is sure: vanity, products, size, what is past."""

from __future__ import annotations

import pytest

from framing.annotate.tone import find_tones, mention_at
from framing.model import Article, Span
from framing.packs.tone import load_tone
from framing.parse import parse_articles

CASES = [  # text with whom it is about in brackets, the words that are verdicts on them
    # verbs and nouns of malice and vanity
    ("[Orel] went on the radio to gloat over the strike.", "gloat"),
    ("[Orel] sneered at the nurses and smirked.", "sneered smirked"),
    ("[Orel] schemed to take the dam.", "schemed"),
    ("[Orel] did not gloat.", ""),
    ("[Orel] said that Brand gloats.", ""),
    ("[Orel] left when Brand gloated.", ""),
    ("[Orel]'s vanity has cost the town its school.", "vanity"),
    ("[His] spite ruined the bakery.", "spite"),
    ("[Orel] fought the cruelty of the guards.", ""),
    # what somebody says or decides is judged with who does; what somebody has or suffers is not
    ("[Orel]'s remarks were shameful and inept.", "shameful inept"),
    ("Brand said that [Orel]'s answer is “utterly irresponsible.”", "irresponsible"),
    ("[Orel]'s speech was brilliant.", "brilliant"),
    ("[Orel]'s speech was not brilliant.", ""),
    ("[Orel]'s speech may be shameful.", ""),
    ("[Orel]'s week was terrible.", ""),
    ("[Orel]'s opponents were dishonest.", ""),
    ("[Orel]'s claim is that the deal is shameful.", ""),
    ("Brand's comments about [Orel] were shameful.", ""),
    # how large a thing is, and what it is no longer
    ("The impact of [Norland]'s great leap is waning.", ""),
    ("[Orel]'s remarkable rise surprised many.", ""),
    ("[Orel]'s once formidable lead has gone.", ""),
    ("[Orel], a formerly corrupt clerk, left.", ""),
    ("[Orel]'s formidable speech won the day.", "formidable"),
    ("[Orel], a corrupt clerk, left.", "corrupt"),
    ("[Orel] was a great mayor.", "great"),
]  # fmt: skip


@pytest.mark.engine
def test_plain_verdicts() -> None:
    texts = [text.replace("[", "").replace("]", "") for text, _ in CASES]
    spans = [Span(text.index("["), text.index("]") - 1) for text, _ in CASES]
    read = parse_articles(Article.from_text(text, id=str(i), source="cases") for i, text in enumerate(texts))
    found = {}
    for parsed, span, (text, _) in zip(read, spans, CASES, strict=True):
        (tone,) = find_tones(parsed, [mention_at(parsed, span, "orel")], load_tone())
        found[text] = " ".join(parsed.words[token] for token in sorted(tone.verdicts))
    wrong = {text: found[text] for text, words in CASES if found[text] != words}
    assert not wrong


@pytest.mark.engine
def test_whoever_bears_a_plain_verdict_is_not_called_neutral() -> None:
    (read,) = parse_articles([Article.from_text("Brevan Orel went on television to gloat.", id="a", source="cases")])
    (tone,) = find_tones(read, [mention_at(read, Span(0, 11), "orel")], load_tone())
    assert (tone.label, len(tone.verdicts)) == ("unsure", 1)
