"""Datelines, titles and leads."""

from __future__ import annotations

import pytest

from framing.read.repeats import find_headline, find_repeats, split_dateline, strip_site

REST = "The ferry sailed again on Friday, said the harbour master."


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT SAND — ",
        "PORT SAND - ",
        "PORT SAND, Ruvia -- ",
        "PORT SAND, Ruvia (AP) — ",
        "Port Sand (AFP) – ",
        "(Reuters) - ",
        "May 3 (Reuters) - ",
        "PORT SAND, May 3 (Lamp Press) — ",
        "PORT SAND/NORTH QUAY/MAY 3 2024 (The Lamp) — ",
        "PORT SAND, May 3. /LAMP/. ",
        "PORT SAND, Ruvia, May 3. ",
        "PORT SAND, MAY 3, LAMPPRESS. ",
        "PORT SAND. May 3 (Interfax) - ",
        "PORT SAND. – ",
        "ST. PAUL’S, May 3 (UPI) —",
    ],
)
def test_dateline_is_split_off(dateline):
    assert split_dateline(dateline + REST) == (dateline, REST)


@pytest.mark.parametrize(
    "line",
    [
        REST,
        "NATO — an alliance that the island never joined — said nothing.",
        "UN — The committee met.",
        "Tom Reed (D-Ruvia) — a friend of the harbour — resigned.",
        "The minister (left) — Said Brook — met his rival.",
        "May 3 was a calm day. The ferry sailed.",
        "On May 3, NATO said that it would wait.",
        "USA, May 3 was a date to remember for.",
        "PORT SAND —",
    ],
)
def test_sentence_that_opens_like_a_dateline_stays(line):
    assert split_dateline(line) == ("", line)


@pytest.mark.parametrize(
    ("title", "source", "rest", "gone"),
    [
        ("Ferry sails again | Daily Lamp", "", "Ferry sails again", "| Daily Lamp"),
        ("Ferry sails again | World | Daily Lamp", "", "Ferry sails again", "| World | Daily Lamp"),
        ("Ferry sails again - Daily Lamp", "Daily Lamp", "Ferry sails again", "- Daily Lamp"),
        ("Ferry sails again - and sinks", "Daily Lamp", "Ferry sails again - and sinks", ""),
        ("Live | Ferry sails again", "", "Live | Ferry sails again", ""),
        ("Opinion: The ferry and the storm", "", "Opinion: The ferry and the storm", ""),
        ("Daily Lamp", "Daily Lamp", "Daily Lamp", ""),
        ("", "", "", ""),
    ],
)
def test_name_of_the_site_leaves_the_title(title, source, rest, gone):
    assert strip_site(title, source=source) == (rest, gone)


def test_headline_is_short_and_no_sentence():
    assert find_headline(["Ferry sails again", REST], set_apart=True) == "Ferry sails again"
    assert find_headline(["Judges rebuke the G.O.P.", REST], set_apart=True)
    assert not find_headline(["The ferry sailed again.", REST], set_apart=True)
    assert not find_headline(["“We sail again”", REST], set_apart=True)
    assert not find_headline(["Ferry sails again", "Storm is near"], set_apart=False)
    assert not find_headline(["Ferry sails again"], set_apart=True)


def test_lead_cut_in_the_middle_of_a_word():
    lead = "The ferry sailed again on Friday, said the harb… Read more"
    assert find_repeats([lead, REST], "") == {0: "repeated lead"}


def test_lead_that_only_begins_alike_stays():
    assert not find_repeats(["The ferry sailed again on Monday.", REST, "The ferry sailed again on Mondays too."], "")
