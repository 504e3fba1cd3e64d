"""What must hold for any text: cues quote their article, one referent's cues never overlap, order changes nothing."""

from __future__ import annotations

from itertools import combinations

from build import parsed
from hypothesis import given
from hypothesis import strategies as st
from properties import tried

from framing.annotate.frames import find_cues
from framing.model import Parsed
from framing.packs import list_frame_packs, load_frame_pack

PACKS = tuple(load_frame_pack(name) for name in list_frame_packs())
WORDS = sorted({word for pack in PACKS for word in pack.index if word.isalpha()})
TOKENS = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(("NOUN", "VERB", "ADJ", "PROPN"))), min_size=1, max_size=25
)


def sentence(tokens: list[tuple[str, str]]) -> Parsed:
    return parsed(" ".join(f"{word}/{pos}/{'ROOT' if i == 0 else 'dep'}/0" for i, (word, pos) in enumerate(tokens)))


@tried(60)
@given(TOKENS)
def test_cues_quote_their_article_and_stay_inside_it(tokens: list[tuple[str, str]]) -> None:
    article = sentence(tokens)
    for cue in find_cues(article, (), PACKS):
        assert article.article.read(cue.span)
        assert -1 <= cue.value <= 1
        assert 0 < cue.confidence <= 1


@tried(60)
@given(TOKENS)
def test_cues_of_one_referent_never_overlap(tokens: list[tuple[str, str]]) -> None:
    cues = find_cues(sentence(tokens), (), PACKS)
    for one, other in combinations(cues, 2):
        if (one.pack, one.referent) == (other.pack, other.referent):
            assert not one.span.overlaps(other.span)


@tried(30)
@given(TOKENS)
def test_the_order_of_packs_changes_nothing(tokens: list[tuple[str, str]]) -> None:
    article = sentence(tokens)
    assert find_cues(article, (), PACKS) == find_cues(article, (), PACKS[::-1])


def test_an_empty_article_has_no_cues() -> None:
    assert find_cues(parsed(), (), PACKS) == ()
