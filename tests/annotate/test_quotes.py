"""Quotes in hand-made sentences, and promises that hold for any parse."""

from __future__ import annotations

from build import parsed as build
from hypothesis import given
from hypothesis import strategies as st
from properties import tried

from framing.annotate.quotes import find_quotes
from framing.model import Actor, Article, Mention, Parsed, Quote, Span
from framing.packs.people import load_actor_words
from framing.packs.verbs import load_report_verbs

THAT = (
    "Kolb/PROPN/nsubj/1 said|say/VERB/ROOT/1 that/SCONJ/mark/5 the/DET/det/4 "
    "dam/NOUN/nsubj/5 held|hold/VERB/ccomp/1 ./PUNCT/punct/1"
)
ACCUSE = (
    "Rebels|rebel/NOUN/nsubj/1 accused|accuse/VERB/ROOT/1 Veloria/PROPN/dobj/1 "
    "of/ADP/prep/1 theft/NOUN/pobj/3 ./PUNCT/punct/1"
)
IF = (
    "If/SCONJ/mark/2 Kolb/PROPN/nsubj/2 said|say/VERB/advcl/5 so/ADV/ccomp/2 "
    ",/PUNCT/punct/5 wait/VERB/ROOT/5 ./PUNCT/punct/5"
)
WORDS = [
    "said",
    "that",
    "Kolb",
    "he",
    "“",
    "”",
    '"',
    "‘",
    ",",
    ".",
    ":",
    "–",
    "dam",
    "accused",
    "of",
    "to",
    "claim",
    "according",
    "\n",
]
DEPS = [
    "nsubj",
    "ROOT",
    "ccomp",
    "dobj",
    "prep",
    "pobj",
    "punct",
    "conj",
    "advcl",
    "relcl",
    "appos",
    "mark",
    "acl",
    "parataxis",
]
POS = ["VERB", "NOUN", "PROPN", "PRON", "PUNCT", "ADP", "SCONJ", "AUX", "ADJ"]


def find(parsed: Parsed, mentions: tuple[Mention, ...] = (), actors: tuple[Actor, ...] = ()) -> tuple[Quote, ...]:
    return find_quotes(parsed, mentions, actors, load_report_verbs(), load_actor_words())


def test_a_that_clause_is_content_and_its_subject_speaks() -> None:
    parsed = build(THAT)
    (quote,) = find(parsed)
    assert [parsed.article.read(span) for span in quote.content] == ["that the dam held"]
    assert parsed.article.read(quote.cue or Span(0, 0)) == "said"
    assert (quote.speaker, quote.label, quote.stance) == ("Kolb", "indirect", "neutral")
    assert quote.rule.startswith("that")


def test_the_speaker_is_the_actor_of_the_mention() -> None:
    parsed = build(THAT)
    mention = Mention(Span(0, 4), head=0, label="name", actor="~ada-kolb")
    (quote,) = find(parsed, (mention,), (Actor("~ada-kolb", "Ada Kolb", "person"),))
    assert (quote.speaker, quote.actors) == ("Ada Kolb", ("~ada-kolb",))


def test_an_accusation_holds_its_target_and_attacks() -> None:
    parsed = build(ACCUSE)
    (quote,) = find(parsed)
    assert parsed.article.read(quote.hull) == "Veloria of theft"
    assert (quote.speaker, quote.speaker_kind, quote.stance) == ("unnamed rebels", "unnamed", "attacking")


def test_a_condition_is_no_attribution() -> None:
    assert find(build(IF)) == ()


def test_an_article_without_words_has_no_quotes() -> None:
    empty = Parsed(Article.from_text("", id="a", source="s"), *((),) * 10)
    assert find(empty) == ()


@st.composite
def any_parse(draw: st.DrawFn) -> Parsed:
    """Words in any order under any tree, however wrong."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=24))
    text, starts = "", []
    for word in words:
        text += word if word == "\n" else f" {word}"
        starts.append(len(text) - len(word))
    kept = [place for place, word in enumerate(words) if word != "\n"]
    count = len(kept)
    heads = tuple(draw(st.integers(0, place)) for place in range(count))
    return Parsed(
        article=Article.from_text(text, id="a", source="s"),
        starts=tuple(starts[place] for place in kept),
        ends=tuple(starts[place] + len(words[place]) for place in kept),
        words=tuple(words[place] for place in kept),
        lowers=tuple(words[place].lower() for place in kept),
        lemmas=tuple({"said": "say", "accused": "accuse"}.get(words[place], words[place]) for place in kept),
        pos=tuple(draw(st.sampled_from(POS)) for _ in kept),
        tags=tuple(draw(st.sampled_from(["VBD", "NN", "NNP", "VBG", "VBN", "TO", "IN"])) for _ in kept),
        deps=tuple(draw(st.sampled_from(DEPS)) for _ in kept),
        heads=heads,
        sentences=((0, count),) if count else (),
    )


@tried(1500)
@given(any_parse())
def test_any_parse_gives_quotes_inside_the_text_that_never_cross(parsed: Parsed) -> None:
    quotes = find(parsed)
    for quote in quotes:
        assert quote.content
        spans = [*quote.content, *filter(None, (quote.cue, quote.source))]
        assert all(parsed.article.read(span) for span in spans)
        assert 0 < quote.confidence <= 1
    for place, one in enumerate(quotes):
        for other in quotes[place + 1 :]:
            assert not crosses(one, other), (one, other)
    assert quotes == find(parsed)


def crosses(one: Quote, other: Quote) -> bool:
    """Whether two contents share words though neither lies inside the other."""
    mine, yours = ({c for span in quote.content for c in range(*span)} for quote in (one, other))
    return bool(mine & yours) and not (mine <= yours or yours <= mine)
