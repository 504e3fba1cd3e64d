"""What a story is called."""

from __future__ import annotations

from itertools import permutations

from framing.titles import LONGEST, name_story

CASES = (  # headlines of one story, and its name
    (
        (
            "Lund Denies Sending Letter but Is Less Sure About Its Origin",
            "Minister Lund Denies Sending Rude Letter, Can't Say Whether It Is Hers",
            "Ada Lund Letter Scandal: She Breaks Her Silence",
        ),
        "Lund Denies Sending Letter",
    ),
    (
        ("Gov. Brandt Urged to Veto Bill", "Brandt to Veto Fishing Bill", "Prominent Fishers Talk"),
        "Brandt to Veto Fishing Bill",
    ),
    (("Aid cuts likely, minister's top aide warns",) * 2, "Aid cuts likely, minister's top aide warns"),
    (("No Vote Until After Tax Cut, Lund Says", ""), "No Vote Until After Tax Cut, Lund Says"),
    (("Lund ‘will go, as she must’ in spring",) * 2, "Lund ‘will go, as she must’ in spring"),
    (("Lund Slams Toll Plan", "Lund on Toll Plan for Port", "Council Hears Lund"), "Lund on Toll Plan for Port"),
    (("Toll Fiasco: Lund Leaves", "Lund Leaves After Eight Years", "Lund Gone"), "Lund Leaves After Eight Years"),
    (("Lund Slams Toll", "Lund Blasts Toll"), "Lund Slams Toll"),
    (("Lund Slams Toll Plan", "Lund Slams Toll Plan in Port"), "Lund Slams Toll Plan"),
    (("Fishers, Farmers Vote",) * 2, "Fishers, Farmers Vote"),
    (
        ("Fishers Push Back on Claim About Net Cuts", "Fishers Open to Net Cuts", "Fishers Talk"),
        "Fishers Open to Net Cuts",
    ),
    (
        ("Lund: Bridge Must Go", "Lund Breaks With Vale Over Bridge", "Town on Bridge"),
        "Lund Breaks With Vale Over Bridge",
    ),
    (("Vale Announces Veto of Anti-Toll Bill", "Vale Pressed to Veto Bill", "Vale Talks"), "Vale Pressed to Veto Bill"),
    (("Letters underscore Lund's concern over tolls", "Lund Releases Toll Letters"), "Lund Releases Toll Letters"),
    (("Lund-Vale Debate: All About Her", "Lund and Vale in Debate on Toll", "Sparks at Debate"), "Lund-Vale Debate"),
    (("Calling Lund's Bluff: Tolls Rise", "Lund: No Tolls", "Lund on Tolls"), "Lund on Tolls"),
    ((), ""),
)


def test_a_story_is_called_by_the_headline_in_the_middle_up_to_the_end_of_a_phrase() -> None:
    for headlines, name in CASES:
        assert {name_story(order) for order in permutations(headlines)} == {name}


def test_a_long_headline_is_cut_between_words() -> None:
    name = name_story(
        ["The council that nobody had asked for years voted on the bridge that nobody had closed for years"]
    )
    assert len(name) <= LONGEST + 2 and name.endswith(" …")
