"""Loaded words: every example of the lists, our own marked sentences, and the rules on hand-built sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import pytest
from build import parsed
from case_files import as_parameters, load_cases

from framing.annotate.loaded import find_loaded
from framing.model import Article, Loaded, Mention, Parsed
from framing.packs.loadedwords import load_loaded_words
from framing.packs.tomlfile import LEXICONS, read_toml
from framing.parse import parse_articles

CASES = load_cases("loaded.toml")


class Example(NamedTuple):
    """A sentence of a group's `yes` (its entries must be found) or `no` (they must not); no group: any entry at all."""

    group: str
    sentence: str
    expected: bool
    colours: frozenset[str] = frozenset()  # words of the group that only colour: their rule is "loaded/vivid/…"


def examples_of(table: Mapping[str, Any]) -> Iterator[Example]:
    """The sentences of a list; in those under `yes` of a set phrase nothing may be found."""
    for key, found in (("group", "yes"), ("plain", "no")):
        for group in table.get(key, ()):
            name = group["name"] if key == "group" else ""
            colours = frozenset(" ".join(term.split()) for term in group.get("colours", "").split(","))
            yield from (
                Example(name, sentence, answer == found, colours)
                for answer in ("yes", "no")
                for sentence in group[answer]
            )


EXAMPLES = [example for path in sorted(LEXICONS.glob("loaded*.toml")) for example in examples_of(read_toml(path))]


def find(read: Parsed, *mentions: Mention) -> tuple[Loaded, ...]:
    return find_loaded(read, load_loaded_words(), mentions)


def marked(read: Parsed) -> list[tuple[str, str]]:
    return [(read.article.read(found.span).lower(), found.category) for found in find(read)]


@cache
def read_all(texts: tuple[str, ...]) -> dict[str, Parsed]:
    articles = [Article.from_text(text, id=str(i), source="cases") for i, text in enumerate(texts)]
    return {parsed.article.text: parsed for parsed in parse_articles(articles)}


@pytest.mark.engine
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.group}: {example.sentence[:30]}")
def test_every_group_finds_its_examples(example: Example):
    read = read_all(tuple(dict.fromkeys(one.sentence for one in EXAMPLES)))[example.sentence]
    rules = [found.rule for found in find(read)]
    prefix = f"loaded/{example.group}/" if example.group else "loaded/"  # plain phrases: nothing at all may be found
    own = [rule for rule in rules if rule.startswith(prefix) or rule.removeprefix("loaded/vivid/") in example.colours]
    assert bool(own) == example.expected, rules


@pytest.mark.engine
@pytest.mark.parametrize("case", as_parameters(CASES, lambda case: case["text"][:50]))
def test_marked_sentences(case):
    read = read_all(tuple(case["text"] for case in CASES))[case["text"]]
    assert marked(read) == [tuple(pair) for pair in case["loaded"]]


def test_the_cases_are_many_and_a_third_hold_nothing():
    assert len(CASES) >= 120
    assert sum(not case["loaded"] for case in CASES) * 3 >= len(CASES)


def test_a_hit_says_why_in_one_line():
    read = parsed("The/DET/det/2 cruel/ADJ/amod/2 law/NOUN/nsubj/3 passed/VERB/ROOT/3 ./PUNCT/punct/3")
    (found,) = find(read)
    assert found.why == "‘cruel’, said of somebody or of what somebody does, judges"
    assert found.rule == "loaded/harsh-of-somebody/cruel"
    assert read.article.read(found.span) == "cruel"


def test_names_of_actors_are_never_marked():
    read = parsed("The/DET/det/2 Radical/PROPN/compound/2 Party/PROPN/nsubj/3 won/VERB/ROOT/3 ./PUNCT/punct/3")
    mention = Mention(read.span(1, 2), 2, "name", "~radical-party")
    assert find(read, mention) == ()
    assert find(read) == ()  # a capital inside a sentence is enough, unless the list says otherwise


def test_a_capital_counts_in_a_headline_of_capitals():
    read = parsed("Minister/PROPN/nsubj/1 Slams|slam/VERB/ROOT/1 Ludicrous/PROPN/amod/3 Budget/PROPN/dobj/1")
    assert marked(read) == [("slams", "vivid"), ("ludicrous", "epithet")]


def test_the_judged_actor_is_named():
    read = parsed("Critics/NOUN/nsubj/1 slammed|slam/VERB/ROOT/1 Brown/PROPN/dobj/1 ./PUNCT/punct/1")
    (found,) = find(read, Mention(read.span(2, 2), 2, "name", "~brown"))
    assert found.actors == ("~brown",)


def test_the_subject_of_a_judging_predicate_is_named():
    read = parsed("Brown/PROPN/nsubj/1 is|be/AUX/ROOT/1 ruthless/ADJ/acomp/1 ./PUNCT/punct/1")
    (found,) = find(read, Mention(read.span(0, 0), 0, "name", "~brown"))
    assert found.actors == ("~brown",)


def test_a_word_weighs_most_when_it_concerns_somebody():
    read = parsed("Critics/NOUN/nsubj/1 slammed|slam/VERB/ROOT/1 Brown/PROPN/dobj/1 ./PUNCT/punct/1")
    aimed = find(read, Mention(read.span(2, 2), 2, "name", "~brown"))
    beside = parsed("Brown/PROPN/nsubj/1 left/VERB/ROOT/1 the/DET/det/4 shameful/ADJ/amod/4 show/NOUN/dobj/1")
    there = find(beside, Mention(beside.span(0, 0), 0, "name", "~brown"))
    nobody = find(beside)
    assert (aimed[0].strength, there[0].strength, nobody[0].strength) == pytest.approx((0.8, 0.8 * 0.8, 0.8 * 0.5))


def test_a_plain_phrase_hides_what_stands_in_it():
    read = parsed("They/PRON/nsubj/1 hammered|hammer/VERB/ROOT/1 out/ADP/prt/1 a/DET/det/4 deal/NOUN/dobj/1")
    assert find(read) == ()


def test_a_phrase_is_found_behind_any_form_of_its_verb():
    read = parsed("She/PRON/nsubj/1 pulled|pull/VERB/ROOT/1 no/DET/det/3 punches|punch/NOUN/dobj/1")
    assert marked(read) == [("pulled no punches", "vivid")]


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("Brown/PROPN/nsubj/1 spoke|speak/VERB/ROOT/1 stiffly/VERB/advcl/1", [("stiffly", "vivid")]),
        ("They/PRON/nsubj/1 tell/VERB/ROOT/1 hoax/ADJ/amod/3 stories/NOUN/dobj/1", [("hoax", "accusation")]),
        ("The/DET/det/1 trolling|troll/NOUN/nsubj/2 went/VERB/ROOT/2 on/ADP/prt/2", [("trolling", "verb")]),
        ("The/DET/det/2 radical/ADJ/amod/2 surgery/NOUN/nsubj/3 worked/VERB/ROOT/3", []),
    ],
)
def test_what_parsers_mix_up_is_allowed_for(words, hits):
    assert marked(parsed(words)) == hits


@pytest.mark.parametrize("place", ["coastal", "rainy"])
def test_a_context_word_takes_the_picture_literally(place):
    near = {"coastal": [], "rainy": [("tsunami", "vivid")]}[place]
    read = parsed(f"A/DET/det/1 tsunami/NOUN/nsubj/2 met/VERB/ROOT/2 the/DET/det/5 {place}/ADJ/amod/5 town/NOUN/dobj/2")
    assert marked(read) == near


def test_no_hits_in_no_text():
    assert find(parsed()) == ()
