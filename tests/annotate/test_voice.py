"""Whose words a stretch is: quoted, attributed, distanced or the outlet's own."""

from __future__ import annotations

import pytest
from build import parsed as build
from hypothesis import given
from hypothesis import strategies as st
from properties import tried

from framing.annotate.quotes import find_quotes
from framing.annotate.reported import judgements_near
from framing.annotate.voice import exposure, find_voices, voice_at, voice_of_tone
from framing.model import Article, Mention, Parsed, Quote, Span, VoiceSpan
from framing.packs.people import load_actor_words
from framing.packs.verbs import load_report_verbs
from framing.parse import parse_article

MIXED = (
    "Kolb/PROPN/nsubj/1 said|say/VERB/ROOT/1 the/DET/det/3 dam/NOUN/nsubj/4 is/AUX/ccomp/1 "
    "“/PUNCT/punct/6 safe/ADJ/acomp/4 ”/PUNCT/punct/6 ./PUNCT/punct/1"
)


def at(parsed: Parsed, quotes: tuple[Quote, ...], words: str) -> VoiceSpan:
    """The layer of some words of the article."""
    start = parsed.article.text.index(words)
    return voice_at(find_voices(parsed, quotes, load_report_verbs()), Span(start, start + len(words)))


def test_words_in_marks_are_quoted_the_rest_attributed_the_cue_is_the_outlets() -> None:
    parsed = build(MIXED)
    text = parsed.article.text
    quote = Quote((Span(text.index("the"), text.index("”") + 1),), "mixed", None, None, "Ada Kolb", ("~kolb",))
    assert at(parsed, (quote,), "safe") == VoiceSpan(
        Span(text.index("“"), text.index("”") + 1), "quoted", "Ada Kolb", ("~kolb",)
    )
    assert at(parsed, (quote,), "the dam").voice == "attributed"
    assert at(parsed, (quote,), "said") == VoiceSpan(Span(5, 9), "narrator", "", ())
    assert exposure(parsed, find_voices(parsed, (quote,), load_report_verbs())) == (2, 3, 1)


def test_marks_without_a_speaker_keep_distance_when_short() -> None:
    parsed = build(
        "The/DET/det/3 “/PUNCT/punct/3 experts/NOUN/nsubj/3 ”/PUNCT/punct/2 left/VERB/ROOT/4 ./PUNCT/punct/4"
    )
    assert at(parsed, (), "experts").voice == "distanced"
    assert exposure(parsed, find_voices(parsed, (), load_report_verbs())) == (3, 0, 0)


@pytest.mark.engine
@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("“The dam is safe,” said Ada Kolb.", "dam is safe", "quoted", "Ada Kolb"),
        ("Ada Kolb said that the dam was safe.", "dam was safe", "attributed", "Ada Kolb"),
        ("Ada Kolb said that the dam was safe.", "Ada Kolb said", "narrator", ""),
        ("Ada Kolb said the plan was “a gift to the rich.”", "gift to the rich", "quoted", "Ada Kolb"),
        ("Ada Kolb said the plan was “a gift to the rich.”", "the plan was", "attributed", "Ada Kolb"),
        ("Rebels accused Veloria of theft.", "theft", "attributed", "unnamed rebels"),
        ("Rebels accused Veloria of theft.", "Veloria", "narrator", ""),
        ("Ada Kolb urged the council to close the mine.", "close the mine", "attributed", "Ada Kolb"),
        ("Ada Kolb urged the council to close the mine.", "the council", "narrator", ""),
        ("The so-called peace zone lies near the river.", "peace zone", "distanced", ""),
        ("The so-called peace zone lies near the river.", "near the river", "narrator", ""),
        ("Troops launched what Marn calls a special operation.", "special operation", "distanced", "Marn"),
        ("The “experts” arrived late.", "experts", "distanced", ""),
        ("She bought “The Long Road” at the station.", "Long Road", "narrator", ""),
        ("Joe “Iron Hand” Miller won the race.", "Iron Hand", "narrator", ""),
        ("If the minister said that the dam was safe, they would stay.", "dam was safe", "narrator", ""),
        ("According to the agency, the dam is safe.", "dam is safe", "attributed", "agency"),
        ("The move was described as a step towards peace.", "step towards peace", "attributed", ""),
        ("Ada Kolb denied that it was ethnic cleansing.", "ethnic cleansing", "attributed", "Ada Kolb"),
        ("Members of the board are calling her evasive.", "evasive", "attributed", "unnamed members of the board"),
        ("Critics are calling Ada Kolb a liar.", "liar", "attributed", "unnamed critics"),
        ("Calling Kolb a disgrace, Marn left the room.", "disgrace", "attributed", "Marn"),
        ("Kolb has been called a fraud by rivals.", "fraud", "attributed", "unnamed rivals"),
        ("Kolb has been called a fraud by rivals.", "Kolb", "narrator", ""),
        ("Kolb was labelled a coward.", "coward", "attributed", ""),
        ("Kolb has been accused of lying.", "lying", "attributed", ""),
        ("Kolb has been accused of lying.", "Kolb", "narrator", ""),
        ("Kolb was attacked with a knife.", "knife", "narrator", ""),
        ("The road was called Long Lane.", "Long Lane", "narrator", ""),
        ("Marn accused the mayor and his staff of hiding the reports.", "hiding", "attributed", "Marn"),
        ("Marn accused the mayor and his staff of hiding the reports.", "his staff", "narrator", ""),
        ("Marn hammered Kolb over the failed plan.", "failed plan", "attributed", "Marn"),
        ("Marn painted Kolb as a radical.", "a radical", "attributed", "Marn"),
        ("Marn painted the house as a gift.", "house", "narrator", ""),
        ("Both parties agreed on one point: that the dam is a failure.", "failure", "attributed", "parties"),
        ("Marn told the Daily Post the warnings present a false picture.", "false picture", "attributed", "Marn"),
        ("The mayor faced criticism that he has caved to the union.", "caved", "attributed", ""),
        ("He pushed back against criticism from fellow councillors that he has caved.", "caved", "attributed", ""),
        ("The fact that the dam was rotten hurt the mayor.", "rotten", "narrator", ""),
        ("The paper printed a claim that was rotten.", "rotten", "narrator", ""),
        (
            "They pressed on with one point on which they agree: that a corrupt council failed.",
            "corrupt",
            "attributed",
            "",
        ),
        ("The dam has one fault: that it leaks.", "leaks", "narrator", ""),
        ("The dam is safe.", "safe", "narrator", ""),
    ],
)
def test_voices(text: str, words: str, voice: str, speaker: str) -> None:
    parsed = parse_article(Article.from_text(text, id="a", source="s"))
    quotes = find_quotes(parsed, (), (), load_report_verbs(), load_actor_words())
    layer = at(parsed, quotes, words)
    assert (layer.voice, layer.speaker) == (voice, speaker)


@tried(300)
@given(st.text(alphabet='ab “”"‘’,.\nso-caled', max_size=50))
def test_layers_stay_inside_the_text_and_words_add_up(text: str) -> None:
    tokens = [(m, m + len(word)) for m, word in _words(text)]
    columns = [tuple(text[a:b] for a, b in tokens)] * 3
    count = len(tokens)
    parsed = Parsed(
        Article.from_text(text, id="a", source="s"),
        tuple(a for a, _ in tokens),
        tuple(b for _, b in tokens),
        *columns,
        *((("X",) * count),) * 3,
        tuple(range(count)),
        ((0, count),) if count else (),
    )
    layers = find_voices(parsed, (), load_report_verbs())
    assert all(0 <= layer.span.start < layer.span.end <= len(text) for layer in layers)
    own, attributed, quoted = exposure(parsed, layers)
    assert attributed == 0
    assert own + quoted == sum(exposure(parsed, ()))


def _words(text: str) -> list[tuple[int, str]]:
    """Stretches without white space, with their starts."""
    found, start = [], 0
    for word in text.split():
        start = text.index(word, start)
        found.append((start, word))
        start += len(word)
    return found


@pytest.mark.engine
def test_the_author_speaks_in_her_own_voice() -> None:
    parsed = parse_article(Article.from_text("I think that the dam is safe.\n\nI saw it.", id="a", source="s"))
    (quote,) = find_quotes(parsed, (), (), load_report_verbs(), load_actor_words())
    assert (quote.speaker, quote.speaker_kind) == ("the author", "journalist")
    assert at(parsed, (quote,), "dam is safe").voice == "narrator"


def told(layers: tuple[VoiceSpan, ...], quotes: tuple[Quote, ...], *reasons: tuple[int, int, float]) -> VoiceSpan:
    """Whose words speak of a mention at 0-4, told by reasons (start, end, weight)."""
    return voice_of_tone(
        lambda span: voice_at(layers, span),
        Mention(Span(0, 4), 0, "name", "~fisk"),
        [(Span(a, b), w) for a, b, w in reasons],
        quotes,
    )


def test_reasons_in_a_speakers_words_take_the_tone_from_the_narrator() -> None:
    kolb = VoiceSpan(Span(20, 40), "quoted", "Ada Kolb", ("~kolb",))
    marn = VoiceSpan(Span(50, 60), "attributed", "Marn", ("~marn",))
    assert told((kolb,), (), (5, 9, 1.0), (21, 25, 1.1)) == kolb._replace(span=Span(0, 4))
    assert told((kolb,), (), (5, 9, 1.0), (21, 25, 1.0)).voice == "narrator"  # half is enough
    assert told((kolb, marn), (), (21, 25, 0.4), (51, 55, 0.6)) == marn._replace(span=Span(0, 4))
    assert told((kolb,), ()).voice == "narrator"


def test_a_mention_inside_a_quote_keeps_its_voice_whatever_the_reasons() -> None:
    layer = VoiceSpan(Span(0, 10), "attributed", "Marn", ())
    assert told((layer,), (), (12, 20, 5.0)) == layer


def test_a_cue_belongs_to_the_speaker_except_for_the_speaker() -> None:
    accused = Quote((Span(0, 30),), "indirect", Span(31, 38), None, "Marn", ("~marn",))
    assert told((), (accused,), (31, 38, 1.0)) == VoiceSpan(Span(0, 4), "attributed", "Marn", ("~marn",))
    herself = Quote((Span(6, 30),), "indirect", Span(31, 38), None, "Fisk", ("~fisk",))
    assert told((), (herself,), (31, 38, 1.0)).voice == "narrator"
    speaks = Quote((Span(6, 30),), "indirect", Span(31, 38), Span(0, 4), "Marn", ("~marn",))
    assert told((), (speaks,), (31, 38, 1.0)).voice == "narrator"
    author = Quote((Span(0, 30),), "indirect", Span(31, 38), None, "the author")
    assert told((), (author,), (31, 38, 1.0)).voice == "narrator"


@pytest.mark.engine
@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        ("Kolb Calls Report 'Outrageous Distortion'", "Outrageous", "distanced"),
        ('Mayor Labels Rivals "Corrupt Cowards" in Rowdy Debate', "Cowards", "distanced"),
        ('Festival Opens With "The Long Road"', "Long Road", "narrator"),
        ("She bought “The Long Road” and Kolb praised it.", "Long Road", "narrator"),
    ],
)
def test_capitals_tell_a_title_only_where_other_words_have_none_or_nobody_speaks(
    text: str, words: str, voice: str
) -> None:
    parsed = parse_article(Article.from_text(text, id="a", source="s"))
    assert at(parsed, (), words).voice == voice


@pytest.mark.engine
@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Aides to the mayor circulated these points:\n\n-He served.\n\n- They LIE.\n\nThe dam is old.", "attributed"),
        ("The letter from the union reads:\n\n• The mayor LIES.\n\nThe dam is old.", "attributed"),
        ("Here is what you need to know:\n\n- They LIE.\n\nThe dam is old.", "narrator"),
        ("She wrote it down.\n\n- They LIE.\n\nThe dam is old.", "narrator"),
    ],
)
def test_what_a_colon_at_the_end_of_a_paragraph_brings_is_not_the_outlets(text: str, voice: str) -> None:
    parsed = parse_article(Article.from_text(text, id="a", source="s"))
    layers = find_voices(parsed, (), load_report_verbs())
    start = text.index("LIE")
    assert voice_at(layers, Span(start, start + 3)).voice == voice
    assert at(parsed, (), "dam is old").voice == "narrator"


@pytest.mark.engine
def test_paragraphs_between_marks_are_speech_however_short() -> None:
    text = "A letter attacks the board:\n\n“Shame on you.\n\nThe mayor is a coward.\n\nGo.”\n\nThe dam is old."
    parsed = parse_article(Article.from_text(text, id="a", source="s"))
    assert at(parsed, (), "mayor is a coward").voice == "quoted"
    assert at(parsed, (), "dam is old").voice == "narrator"


def test_reported_words_are_nobodys_named() -> None:
    mention = Mention(Span(0, 4), 0, "name", "~fisk")
    layer = voice_of_tone(
        lambda span: voice_at((), span), mention, [(Span(5, 9), 1.0)], (), reported=frozenset({Span(5, 9)})
    )
    assert layer == VoiceSpan(Span(0, 4), "attributed", "", ())


REPORT = (
    "Fisk/PROPN/poss/2 ’s/PART/case/0 report/NOUN/nsubjpass/4 was/AUX/auxpass/4 met|meet/VERB/ROOT/4 with/ADP/prep/4 "
    "scathing/ADJ/amod/7 criticism/NOUN/pobj/5 from/ADP/prep/7 Holt/PROPN/pobj/8 ./PUNCT/punct/4"
)
CONDEMNED = "Holt/PROPN/nsubj/1 condemned|condemn/VERB/ROOT/1 Fisk/PROPN/dobj/1 ./PUNCT/punct/1"


@pytest.mark.parametrize(
    ("sentence", "head", "found"),
    [
        (REPORT, 0, {"scathing", "criticism"}),
        (REPORT, 9, set()),  # Holt's own criticism
        (CONDEMNED, 2, {"condemned"}),
        (CONDEMNED, 0, set()),  # what Holt does is told by the outlet
    ],
)
def test_a_reported_judgement_is_nobodys_but_whose_it_is(sentence: str, head: int, found: set[str]) -> None:
    parsed = build(sentence)
    assert {parsed.article.read(span) for span in judgements_near(parsed, head, load_report_verbs())} == found


def test_what_a_thing_tells_inside_a_statement_belongs_to_the_speaker() -> None:
    parsed = build(MIXED)
    whole, inner = Span(10, 25), Span(14, 25)
    said = Quote((whole,), "indirect", None, None, "Ada Kolb", ("~kolb",))
    shown = Quote((inner,), "indirect", None, None, "unnamed dam", (), rule="that", thing=True)
    named = Quote((inner,), "indirect", None, None, "Ben Ost", ("~ost",), rule="that; named or personal source")
    assert at(parsed, (said, shown), "safe").speaker == "Ada Kolb"
    assert at(parsed, (said, named), "safe").speaker == "Ben Ost"
    assert at(parsed, (shown,), "safe").speaker == "unnamed dam"
