"""What a story is called."""

from __future__ import annotations

from itertools import permutations

from framing.titles import LONGEST, name_story

SHARED = (  # headlines of one story, and what it is called by the words that several of them have
    (
        (
            "Lund Denies Sending Letter but Is Less Sure About Its Origin",
            "Minister Lund Denies Sending Rude Letter, Can't Say Whether It Is Hers",
            "Ada Lund Letter Scandal: She Breaks Her Silence",
        ),
        "Lund, Letter",
    ),
    (("Gov. Brandt Urged to Veto Bill", "Brandt to Veto Fishing Bill", "Prominent Fishers Talk"), "Brandt, Bill"),
    (("Lund Slams Toll Plan", "Lund on Toll Plan for Port", "Council Hears Lund"), "Lund, Toll Plan"),
    (("Lund Calls Report 'Vile Distortion'", "Lund's Report on Tolls", "Town Reads Report"), "Lund, Report"),
    (("Lund: 'No Toll on Bridge'", "Lund says no to ‘toll on bridge’"), "Lund"),  # nothing quoted
    (("Port Union Racism Row", "Port Union Debates Racism", "Port Union Meets"), "Port Union, Racism"),
    (("Fishers Push Back on Claim About Net Cuts", "Fishers Open to Net Cuts", "Fishers Talk"), "Fishers, Net Cuts"),
    (("Vale Sues Port Over Toll Law", "Port of Vale Faces Suit on Toll Law", "Court"), "Vale, Toll Law"),
    (("Lund-Vale Debate: All About Her", "Lund and Vale in Debate on Toll", "Sparks at Debate"), "Lund, Vale, Debate"),
    (("G.O.P. Aide Quits", "GOP aide apologizes", "Aide of G.O.P. member out"), "GOP aide"),
    (("House Reading of Law Opens", "Law: House Reading Has Its Day"), "House Reading, Law"),
    (("minister talks of gun control plan", "Gun Control: a plan is out"), "Gun Control, plan"),
)
ALONE = (  # where too little is shared
    (("Aid cuts likely, minister's top aide warns",) * 2, "Aid cuts likely, minister's top aide warns"),
    (("No Vote Until After Tax Cut, Lund Says", ""), "No Vote Until After Tax Cut, Lund Says"),
    (("Lund ‘will go, as she must’ in spring",) * 2, "Lund ‘will go, as she must’ in spring"),
    (("Toll Fiasco: Lund Leaves", "Lund Leaves After Eight Years", "Lund Gone"), "Lund Leaves"),
    (("Fishers, Farmers Vote",) * 2, "Fishers, Farmers Vote"),
    (("Calling Lund's Bluff: Fees Rise", "Lund on Tolls", "Lund: “No Fee”"), "Lund on Tolls"),
    ((), ""),
)


def test_a_story_is_called_by_names_and_things_that_headlines_share() -> None:
    wrong = []
    for headlines, name in (*SHARED, *ALONE):
        found = {name_story(order) for order in permutations(headlines)}
        wrong += [] if found == {name} else [(headlines, name, found)]
    assert not wrong, "\n".join(map(str, wrong))


def test_a_long_headline_is_cut_between_words() -> None:
    name = name_story(
        ["The council that nobody had asked for years voted on the bridge that nobody had closed for years"]
    )
    assert len(name) <= LONGEST + 2 and name.endswith(" …")
