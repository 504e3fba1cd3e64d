"""A pack speaks on calm reports of its topic and is silent on everything else: on other topics and on plain prose."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pytest
from case_files import load_cases

from framing.annotate.actors import find_actors
from framing.annotate.frames import find_cues
from framing.annotate.frames.anchors import choose_packs, event_of
from framing.model import Article, Mention, Parsed
from framing.packcheck import MOST_PER_1000, NEUTRAL
from framing.packs import list_frame_packs, load_frame_pack
from framing.packs.people import load_actor_words
from framing.packs.roster import load_known
from framing.parse import parse_articles

pytestmark = pytest.mark.engine
CASES = load_cases("topics.toml", "text")
WAR = {"conflict", "war-and-peace", "south-caucasus", "demo"}  # one topic seen from several sides
TOPICS = [name for name in list_frame_packs() if load_frame_pack(name).scope == "topic"]
PAIRS = [(pack, text) for pack in TOPICS for text in TOPICS if pack != text and not {pack, text} <= WAR]
Read = tuple[Parsed, tuple[Mention, ...]]


@cache
def examples() -> dict[str, Read]:
    """Topic -> its example sentences as one article."""
    texts = {}
    for name in TOPICS:
        sentences = (s for r in load_frame_pack(name).referents for v in r.variants for s in v.yes)
        texts[name] = "\n".join(dict.fromkeys(sentences))
    return dict(zip(TOPICS, read(texts.values()), strict=True))


@cache
def reports() -> tuple[Read, ...]:
    """The calm reports, in the order of the file."""
    return read(case["text"].strip() for case in CASES)


def read(texts: Iterable[str]) -> tuple[Read, ...]:
    """Texts with the actors that all packs know."""
    known = load_known([actor for name in TOPICS for actor in load_frame_pack(name).actors])
    articles = [Article.from_text(text, id=str(n), source="Daily", event=str(n)) for n, text in enumerate(texts)]
    return tuple((parsed, find_actors(parsed, known, load_actor_words())[0]) for parsed in parse_articles(articles))


def rate(name: str, texts: tuple[Read, ...]) -> float:
    """Cues in 1,000 words of a pack that is tried."""
    pack = load_frame_pack(name)
    events = choose_packs((parsed.article for parsed, _ in texts), (pack,))
    heard = [(parsed, mentions) for parsed, mentions in texts if event_of(parsed.article) in events]
    cues = sum(len(find_cues(parsed, mentions, (pack,))) for parsed, mentions in heard)
    return 1000 * cues / sum(len(parsed) for parsed, _ in texts)


@pytest.mark.parametrize(("pack", "text"), PAIRS)
def test_a_pack_is_silent_on_the_examples_of_another_topic(pack: str, text: str) -> None:
    assert rate(pack, (examples()[text],)) < MOST_PER_1000


@pytest.mark.parametrize("name", TOPICS)
def test_a_pack_speaks_on_its_own_examples(name: str) -> None:
    assert rate(name, (examples()[name],)) > 50


@pytest.mark.parametrize("name", TOPICS)
def test_a_pack_is_silent_on_plain_prose(name: str) -> None:
    assert rate(name, read(NEUTRAL.read_text(encoding="utf-8").split("\n\n"))) < MOST_PER_1000


@pytest.mark.parametrize("number", [n for n, case in enumerate(CASES) if case["topic"]])
def test_a_pack_speaks_on_a_calm_report_of_its_topic(number: int) -> None:
    parsed, mentions = reports()[number]
    pack = load_frame_pack(CASES[number]["topic"])
    assert choose_packs([parsed.article], [pack])
    assert len(find_cues(parsed, mentions, (pack,))) >= CASES[number]["least"]


@pytest.mark.parametrize("name", TOPICS)
def test_a_pack_is_silent_on_reports_of_other_topics(name: str) -> None:
    others = [n for n, c in enumerate(CASES) if c["topic"] != name and not {c["topic"], name} <= WAR]
    assert rate(name, tuple(reports()[n] for n in others)) < MOST_PER_1000
