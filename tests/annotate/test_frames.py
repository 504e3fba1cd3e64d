"""Matching and its conditions on hand-built sentences: no parser."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import Any

import pytest
from build import parsed

from framing.annotate.frames import find_cues
from framing.annotate.frames.anchors import choose_packs, event_of
from framing.errors import PackError
from framing.model import Article, Cue, Mention, Parsed, Span
from framing.packs.packfile import read_pack
from framing.packs.referent import FramePack

HEAD = """
[pack]
id = "test"
title = "Test"
[[actor]]
id = "NORTH"
name = "Norrland"
kind = "state"
demonyms = ["Norrish"]
metonyms = ["Norrhaven"]
[[actor]]
id = "GUARD"
name = "Harbour Guard"
kind = "organisation"
member_of = "NORTH"
[[referent]]
id = "act"
name = "the act"
axis = ["bad", "good"]
[referent.poles]
bad = { value = -1, against = ["NORTH"] }
good = { value = 1, favours = ["NORTH"] }
plain = { value = 0, kind = "neutral" }
"""


def pack(*variants: str, head: str = HEAD) -> FramePack:
    """A pack of variants written as `pole; match; further keys as TOML`."""
    text = head
    for number, variant in enumerate(variants):
        pole, match, *more = variant.split(";")
        text += f'[[referent.variant]]\nid = "v{number}"\npole = "{pole}"\nmatch = ["{match.strip()}"]\n'
        text += "\n".join(part.strip() for part in more) + '\nyes = ["y"]\nno = ["n"]\n'
    return read_pack(tomllib.loads(text), where="test.toml")


def words(article: Parsed, found: FramePack, mentions: tuple[Mention, ...] = ()) -> list[str]:
    return [article.article.read(cue.span) for cue in find_cues(article, mentions, (found,))]


def one(article: Parsed, found: FramePack, mentions: tuple[Mention, ...] = ()) -> Cue:
    (cue,) = find_cues(article, mentions, (found,))
    return cue


TOOK = parsed(
    "Norrland/PROPN/nsubj/1 recaptured|recapture/VERB/ROOT/1 the/DET/det/4 whole/ADJ/amod/4 island/NOUN/dobj/1"
)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("recapture", ["recaptured"]),
        ("=recapture", []),
        ("=recaptured", ["recaptured"]),
        ("recapture/verb", ["recaptured"]),
        ("recapture/noun", []),
        ("recapture the? [whole|entire]? island", ["recaptured the whole island"]),
        ("recapture .. island", ["recaptured the whole island"]),
        ("recapture ..1 island", []),
        ("[retake|recapture] island", []),
        ("<NORTH> recapture", ["Norrland recaptured"]),
        ("<=NORTH> recapture", ["Norrland recaptured"]),
        ("<GUARD> recapture", []),
        ("<*> .. island", ["Norrland recaptured the whole island"]),
    ],
)
def test_a_pattern_finds_its_words(pattern: str, expected: list[str]) -> None:
    assert words(TOOK, pack(f"good; {pattern}")) == expected


def test_a_gap_stops_at_a_comma() -> None:
    article = parsed(
        "They/PRON/nsubj/1 left/VERB/ROOT/1 ,/PUNCT/punct/1 then/ADV/advmod/1 home/NOUN/dobj/1 ./PUNCT/punct/1"
    )
    assert words(article, pack("bad; =left .. home")) == []


def test_a_gap_stays_inside_its_sentence() -> None:
    article = parsed("They/PRON/nsubj/1 left/VERB/ROOT/1", "Home/NOUN/ROOT/0 burned/VERB/conj/0")
    assert words(article, pack("bad; =left .. home")) == []


def test_a_word_in_capitals_or_with_its_ending_left_on_is_found() -> None:
    article = parsed("Peacekeepers/PROPN/nsubj/1 Leave/VERB/ROOT/1")
    assert words(article, pack("plain; peacekeeper leave")) == ["Peacekeepers Leave"]


def test_a_noun_that_a_headline_turned_into_a_name_is_still_a_noun() -> None:
    article = parsed("Attack/PROPN/nsubj/1 Kills/VERB/ROOT/1 Nine/NUM/dobj/1")
    assert words(article, pack("bad; attack/noun")) == ["Attack"]
    assert words(article, pack("bad; attack/verb")) == []


def test_a_hyphenated_word_is_found_with_and_without_its_hyphen() -> None:
    with_mark = parsed("anti/ADJ/amod/3 -/PUNCT/punct/0 terror/NOUN/amod/3 raid/NOUN/ROOT/3")
    without = parsed("anti/ADJ/amod/2 terror/NOUN/amod/2 raid/NOUN/ROOT/2")
    assert len(words(with_mark, pack("good; anti-terror raid"))) == 1
    assert words(without, pack("good; anti-terror raid")) == ["anti terror raid"]


def test_the_longest_wording_wins_inside_one_referent() -> None:
    assert words(TOOK, pack("plain; island", "good; recapture .. island")) == ["recaptured the whole island"]


def test_wordings_of_two_referents_may_overlap() -> None:
    second = pack("plain; island", head=HEAD.replace('id = "test"', 'id = "other"'))
    assert len(find_cues(TOOK, (), (pack("good; recapture .. island"), second))) == 2


def test_a_slot_takes_whoever_acts_for_the_actor() -> None:
    mention = Mention(Span(0, 8), 0, "name", "GUARD")
    article = parsed("Harbours/NOUN/nsubj/1 burned|burn/VERB/ROOT/1")
    assert words(article, pack("bad; <NORTH> burn"), (mention,)) == ["Harbours burned"]
    assert words(article, pack("bad; <=NORTH> burn"), (mention,)) == []


def test_a_capital_after_in_is_a_place() -> None:
    article = parsed("In/ADP/prep/2 Norrhaven/PROPN/pobj/0 fired|fire/VERB/ROOT/2 men/NOUN/dobj/2")
    actor = parsed("Norrhaven/PROPN/nsubj/1 fired|fire/VERB/ROOT/1 men/NOUN/dobj/1")
    assert words(article, pack("bad; <NORTH> fire")) == []
    assert words(actor, pack("bad; <NORTH> fire")) == ["Norrhaven fired"]


PASSIVE = parsed(
    "Houses/NOUN/nsubjpass/2 were/AUX/auxpass/2 burned|burn/VERB/ROOT/2 by/ADP/agent/2 "
    "Norrish/ADJ/amod/5 troops/NOUN/pobj/3"
)
AGENTLESS = parsed("Houses/NOUN/nsubjpass/2 were/AUX/auxpass/2 burned|burn/VERB/ROOT/2 ./PUNCT/punct/2")
ACTIVE = parsed("Norrland/PROPN/nsubj/1 burned|burn/VERB/ROOT/1 houses/NOUN/dobj/1 ./PUNCT/punct/1")


@pytest.mark.parametrize(
    ("condition", "active", "passive", "agentless"),
    [
        ('agent = ["NORTH"]', 1, 1, 0),
        ('agent = ["none"]', 0, 0, 1),
        ('agent = ["any"]', 1, 1, 0),
        ('not_agent = ["NORTH"]', 0, 0, 1),
        ('patient = ["NORTH"]', 0, 0, 0),
    ],
)
def test_agent_and_patient(condition: str, active: int, passive: int, agentless: int) -> None:
    found = pack(f"bad; burn; {condition}")
    assert [len(find_cues(a, (), (found,))) for a in (ACTIVE, PASSIVE, AGENTLESS)] == [active, passive, agentless]


NEIGHBOURS = (
    "Snow/NOUN/nsubj/1 fell/VERB/ROOT/1 ./PUNCT/punct/1",
    "Houses/NOUN/nsubj/1 burned|burn/VERB/ROOT/1 ./PUNCT/punct/1",
    "Rain/NOUN/nsubj/1 came/VERB/ROOT/1 ./PUNCT/punct/1",
    "Norrland/PROPN/nsubj/1 slept/VERB/ROOT/1 ./PUNCT/punct/1",
)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ('near = ["house"]', 1),
        ('near = ["snow"]', 0),
        ('near = ["snow"]; within = "neighbours"', 1),
        ('near = ["<NORTH>"]; within = "neighbours"', 0),
        ('near = ["<NORTH>"]; within = "article"', 1),
        ('not_near = ["snow"]', 1),
        ('not_near = ["house"]', 0),
        ('not_near = ["<NORTH>"]; not_within = "article"', 0),
    ],
)
def test_near_and_not_near(condition: str, expected: int) -> None:
    assert len(find_cues(parsed(*NEIGHBOURS), (), (pack(f"bad; burn; {condition}"),))) == expected


@pytest.mark.parametrize(("date", "expected"), [("", 1), ("2023-09-18", 0), ("2023-09-19", 1), ("2024-01-01", 1)])
def test_an_undated_article_passes_a_dated_one_must_fit(date: str, expected: int) -> None:
    article = replace(ACTIVE, article=replace(ACTIVE.article, date=date))
    assert len(find_cues(article, (), (pack('bad; burn; after = "2023-09-19"'),))) == expected


def test_anchors_switch_a_pack_on() -> None:
    def anchored(anchors: str) -> FramePack:
        return pack("bad; burn", head=HEAD.replace('title = "Test"', f'title = "Test"\nanchors = {anchors}'))

    text = "The army burned houses in the north of the country."
    assert find_cues(ACTIVE, (), (anchored('{ any = ["harbour"] }'),)) != (), "a named pack always speaks"
    assert not speaks_in(text, anchored('{ any = ["harbour"] }'))
    assert speaks_in(text, anchored('{ any = ["[house|snow]"], hits = 1 }'))
    assert speaks_in(text, anchored('{ any = ["burn .. north"] }'))
    assert not speaks_in(text, anchored('{ any = ["burn .. north of the moon"] }'))
    assert not speaks_in(text, anchored('{ any = ["=house"] }'))
    assert not speaks_in(text, anchored('{ any = ["house"], hits = 2 }'))
    assert not speaks_in(text, anchored('{ any = ["house"], per_1000 = 400 }'))
    assert speaks_in(text, anchored('{ all = ["house", "army"] }'))
    assert not speaks_in(text, anchored('{ all = ["house", "snow"] }'))


def test_anchors_are_words_not_actors() -> None:
    with pytest.raises(PackError, match="<NORTH> is an actor"):
        pack("bad; burn", head=HEAD.replace('title = "Test"', 'title = "Test"\nanchors = { any = ["<NORTH>"] }'))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("The dock is old. Rain fell.",), True),
        (("Rain fell on the town all day. The dock is old.",), False),  # in passing, at the end
        (("The dock is old.", "Rain fell on the town all day. The dock is old."), True),  # half of them open with it
        (("The dock is old.", *["Rain fell on the town all day. The dock is old."] * 2), False),
        (("The old dock.", "Rain fell."), True),  # an event is judged as a whole
    ],
)
def test_half_of_an_events_articles_open_with_its_topic(texts: tuple[str, ...], expected: bool) -> None:
    head = HEAD.replace('title = "Test"', 'title = "Test"\nanchors = { any = ["dock"], lead = 6 }')
    articles = [Article.from_text(text, id=str(n), source="s", event="e") for n, text in enumerate(texts)]
    assert choose_packs(articles, [pack("bad; burn", head=head)]) == ({"e": ("test",)} if expected else {})


def test_articles_without_an_event_are_judged_alone_and_together() -> None:
    head = HEAD.replace('title = "Test"', 'title = "Test"\nanchors = { any = ["dock"], hits = 2 }')
    texts = {"a": "The dock, a dock.", "b": "Rain fell."}
    articles = [Article.from_text(text, id=id, source="s") for id, text in texts.items()]
    on = pack("bad; burn", head=head)
    assert set(choose_packs(articles, [on])) == {event_of(article) for article in articles}
    assert choose_packs(articles[1:], [on]) == {}


def speaks_in(text: str, pack: FramePack) -> bool:
    return bool(choose_packs([Article.from_text(text, id="a", source="s")], [pack]))


def test_a_cue_carries_its_pole() -> None:
    cue = one(ACTIVE, pack("bad; burn; confidence = 0.5"))
    assert (cue.pack, cue.referent, cue.pole, cue.variant) == ("test", "act", "bad", "v0")
    assert (cue.value, cue.actors, cue.confidence) == (-1, ("NORTH",), 0.5)
    assert one(ACTIVE, pack("plain; burn")).value == 0


STATES: list[tuple[str, Any]] = [
    ("asserted", "They/PRON/nsubj/1 burned|burn/VERB/ROOT/1 houses/NOUN/dobj/1 ./PUNCT/punct/1"),
    ("denied", "They/PRON/nsubj/3 did/AUX/aux/3 not/PART/neg/3 burn/VERB/ROOT/3 houses/NOUN/dobj/3 ./PUNCT/punct/3"),
    (
        "denied",
        "They/PRON/nsubj/1 denied|deny/VERB/ROOT/1 burning|burn/VERB/xcomp/1 houses/NOUN/dobj/2 ./PUNCT/punct/1",
    ),
    (
        "denied",
        "They/PRON/nsubj/1 denied|deny/VERB/ROOT/1 that/SCONJ/mark/4 he/PRON/nsubj/4 burned|burn/VERB/ccomp/1",
    ),
    ("hypothetical", "They/PRON/nsubj/2 may/AUX/aux/2 burn/VERB/ROOT/2 houses/NOUN/dobj/2 ./PUNCT/punct/2"),
    (
        "hypothetical",
        "If/SCONJ/mark/2 they/PRON/nsubj/2 burn/VERB/advcl/5 it/PRON/dobj/2 we/PRON/nsubj/5 leave/VERB/ROOT/5",
    ),
    ("questioned", "Did/AUX/aux/2 they/PRON/nsubj/2 burn/VERB/ROOT/2 houses/NOUN/dobj/2 ?/PUNCT/punct/2"),
    # a negated verb does not deny its subject
    (
        "asserted",
        "The/DET/det/2 burning|burn/NOUN/compound/2 raid/NOUN/nsubj/5 did/AUX/aux/5 not/PART/neg/5 end/VERB/ROOT/5",
    ),
]


@pytest.mark.parametrize(("state", "sentence"), STATES)
def test_the_state_of_a_wording(state: str, sentence: str) -> None:
    assert one(parsed(sentence), pack("bad; burn")).state == state


def test_a_not_inside_the_wording_does_not_deny_it() -> None:
    article = parsed("Troops/NOUN/nsubj/3 are/AUX/aux/3 not/PART/neg/3 needed|need/VERB/ROOT/3 ./PUNCT/punct/3")
    assert one(article, pack("good; not need")).state == "asserted"
