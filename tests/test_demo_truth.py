"""The demo corpus is what its README says: planted words stand in the texts, contrasts are there, silences hold."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from demo import (
    DEMO,
    article_of,
    demo_articles,
    find_words,
    load_manifest,
    load_truth,
    planted_mentions,
    planted_poles,
    planted_quotes,
)

from framing.packs import load_frame_pack

TRUTH = load_truth()
ENTRIES = TRUTH["article"]
FILES = [entry["file"] for entry in ENTRIES]
PACK = load_frame_pack("demo")
VOICES = {"narrator", "attributed", "quoted", "distanced"}


@pytest.mark.parametrize("entry", ENTRIES, ids=FILES)
def test_all_planted_words_stand_in_the_text(entry: dict) -> None:
    text = article_of(entry["file"]).text
    quotes = planted_quotes(entry, text)
    assert planted_poles(entry, text) is not None
    assert not [words for words in (*entry["loaded"], *entry["agentless"]) if words not in text]
    assert all(text[p.span.start : p.span.end] for p in planted_mentions(entry, text))
    counted = Counter(quote.label for quote in quotes if not quote.free)
    assert {label: counted[label] for label in entry["quotes"]} == entry["quotes"]
    assert {quote.speaker for quote in quotes if not quote.free} - {""} == set(entry["speakers"])


@pytest.mark.parametrize("entry", ENTRIES, ids=FILES)
def test_planted_poles_and_actors_are_those_of_the_pack(entry: dict) -> None:
    known = {f"{referent.id}/{pole.id}" for referent in PACK.referents for pole in referent.poles}
    assert {row["cue"] for row in entry["pole"]} <= known
    assert {voice for row in entry["pole"] for voice in row["voice"]} <= VOICES
    assert set(entry["tone"].values()) <= {"negative", "neutral", "positive"}


def test_every_pole_of_the_pack_is_planted_and_no_outlet_is_of_one_piece() -> None:
    planted = {row["cue"] for entry in ENTRIES for row in entry["pole"]}
    assert planted == {f"{referent.id}/{pole.id}" for referent in PACK.referents for pole in referent.poles}
    assert {voice for entry in ENTRIES for row in entry["pole"] for voice in row["voice"]} == VOICES
    assert {state for entry in ENTRIES for row in entry["pole"] for state in row["state"]} >= {"asserted", "denied"}


@pytest.mark.parametrize("event", TRUTH["event"], ids=[event["id"] for event in TRUTH["event"]])
def test_contrasts_and_silences_are_in_the_texts(event: dict) -> None:
    texts: dict[str, str] = {}
    for article in demo_articles():
        if article.event == event["id"]:
            texts[article.source] = texts.get(article.source, "") + article.text
    assert len(event["contrast"]) >= 4
    for contrast in event["contrast"]:
        for source, words in contrast["words"].items():
            assert words in texts[source], f"{source}: {words}"
    for silence in event["silence"]:
        for source, words in silence["told"].items():
            assert words in texts[source], f"{source}: {words}"
        for source in silence["silent"]:
            assert not [w for w in silence["absent"] if w.lower() in texts[source].lower()], f"{source} is not silent"


def test_four_outlets_and_more_report_every_event_at_article_length() -> None:
    sources = {event["id"]: {a.source for a in demo_articles() if a.event == event["id"]} for event in TRUTH["event"]}
    assert all(len(names) >= 4 for names in sources.values())
    assert all(250 <= len(article.text.split()) <= 600 for article in demo_articles())
    assert [row["file"] for row in load_manifest()] == FILES


def test_the_wire_copy_is_marked_and_nothing_else_is() -> None:
    copies = {a.id: a.duplicate_of for a in demo_articles() if a.duplicate_of}
    planted = {article_of(e["file"]).id: article_of(e["duplicate_of"]).id for e in ENTRIES if "duplicate_of" in e}
    assert copies == planted


def test_the_saved_page_loses_its_furniture() -> None:
    text = article_of("water-corrin-ledger.html").text
    page = (DEMO / "water-corrin-ledger.html").read_text(encoding="utf-8")
    for furniture in ("Must read", "Leave a Reply", "beetfarmer61", "Accept all", "COPPER", "All rights reserved"):
        assert furniture in page and furniture not in text


def test_no_invented_name_is_one_of_the_world() -> None:
    folder = Path(__file__).parents[1] / "framing" / "packs" / "actors"
    world = [
        row for path in sorted(folder.glob("*.toml")) for row in tomllib.loads(path.read_text("utf-8")).get("actor", [])
    ]
    if not world:
        pytest.skip("there is no world roster")
    lists = ("aliases", "demonyms", "metonyms")
    real = {word.lower() for row in world for word in (row["name"], *(w for key in lists for w in row.get(key, [])))}
    forms = {
        form.lower() for entry in PACK.actors for form in (entry.name, *entry.aliases, *entry.demonyms, *entry.metonyms)
    }
    assert not real & forms


def test_occurrences_are_whole_words_counted_from_one() -> None:
    assert find_words("Velmoran Velmora, Velmora", "Velmora", 2) == (18, 25)
    with pytest.raises(LookupError, match="occurs 1 times"):
        find_words("only Velmora", "Velmora", 2)
