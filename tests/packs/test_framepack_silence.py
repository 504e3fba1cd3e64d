"""A pack of one topic stays silent on the texts of another: each reads the example sentences of all the others."""

from __future__ import annotations

from functools import cache

import pytest

from framing.annotate.frames import find_cues
from framing.model import Article, Parsed
from framing.packs.framepack import list_frame_packs, load_frame_pack
from framing.parse import parse_articles

pytestmark = pytest.mark.engine
WAR = {"conflict", "war-and-peace", "south-caucasus", "demo"}  # one topic seen from several sides
TOPICS = [name for name in list_frame_packs() if load_frame_pack(name).scope == "topic"]
PAIRS = [(pack, text) for pack in TOPICS for text in TOPICS if pack != text and not {pack, text} <= WAR]


@cache
def texts() -> dict[str, Parsed]:
    """Topic -> its example sentences as one article."""
    articles = []
    for name in TOPICS:
        sentences = (s for r in load_frame_pack(name).referents for v in r.variants for s in v.yes)
        articles.append(Article.from_text("\n".join(dict.fromkeys(sentences)), id=name, source="Daily"))
    return {parsed.article.id: parsed for parsed in parse_articles(articles)}


@pytest.mark.parametrize(("pack", "text"), PAIRS)
def test_a_pack_is_silent_on_another_topic(pack: str, text: str) -> None:
    parsed = texts()[text]
    cues = find_cues(parsed, (), (load_frame_pack(pack),))
    assert 1000 * len(cues) / len(parsed) < 0.2


@pytest.mark.parametrize("name", TOPICS)
def test_a_pack_speaks_on_its_own_topic(name: str) -> None:
    parsed = texts()[name]
    assert 1000 * len(find_cues(parsed, (), (load_frame_pack(name),))) / len(parsed) > 50
