"""What headlines of one event make of its news: their own words side by side, each with whose words it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from framing import Article, analyze, compare_sources
from framing.cli.screen import print_screen
from framing.compare.days import differing_days
from framing.compare.front import days_apart, headline_marks
from framing.compare.headline_voices import quoted_spans
from framing.compare.headlines import NEWS
from framing.compare.records import Comparison
from framing.compare.told_words import marks_of
from framing.model import Span
from framing.say import whose_words

BODY = "Mayor Anna Vale met the council on Monday. Vale said that the plan was on the table again."
PORT = "It rained on Monday. Rain fell on the port again. Orla Marrick and the dockers of the town met the press."
EVENTS = {  # event -> two headlines, and of each the first words that are shown, with their voice
    "mock": (
        ("Minister Mocks Dockers Over Pay Bill", "Mocks Dockers", "narrator"),
        ("Minister Criticizes Dockers Over Pay Bill", "Criticizes Dockers", "narrator"),
    ),
    "colon": (
        ("Vale: Road Will Never Be Built", "Road Will Never Be Built", "attributed"),
        ("Vale Slams Road Plan", "Slams Road Plan", "narrator"),
    ),
    "says": (
        ("Closing Possible Without Money, Engineer Warns", "Closing Possible Without Money", "attributed"),
        ("Town Delays Possible Bridge Closing", "Town Delays Possible Bridge Closing", "narrator"),
    ),
    "quoted": (
        ("Mayor calls harbour plan 'a disgrace'", "a disgrace", "quoted"),
        ("Mayor rejects harbour plan", "rejects harbour plan", "narrator"),
    ),
}  # fmt: skip
EVENTS["object"] = (
    ("Minister defends second mass surveillance project", "second mass surveillance project", "narrator"),
    ("Minister Plays Down Data Project", "Plays Down Data Project", "narrator"),
    ("Minister defends new phone programs", "new phone programs", "narrator"),
)
BORDERS = (  # two headlines of one event, and the marks of the first: whole, or none
    ("Harbour Tests Could Not Explain Fire", "Harbour Tests Praised", ("Could Not Explain Fire",)),
    ("No Senator Backs Road Plan", "Senator Praises Road Plan", ("No Senator Backs Road Plan",)),
    ("Town Hall Repair Is Not Without Faults", "Mayor Praises Town Hall Repair", ("Is Not Without Faults",)),
    (
        "Dockers Threaten to Block Port Unless Wages, Pensions Rise",
        "Dockers Praise Port",
        ("to Block Port Unless Wages, Pensions Rise",),
    ),
    ("Dockers Halt Port If Wages Fall", "Dockers Slam Port", ("Halt Port If Wages Fall",)),
    ("Mayor angers farmers, fishermen", "Mayor slams farmers", ("Mayor angers farmers, fishermen",)),
    ("Storm wrecks boats and barns", "Storm praised", ("wrecks boats and barns",)),
    ("Council Meets Dockers On Third Day Of Strike", "Council Meets Dockers And Slams Strike", ()),
    ("Mayor urges drivers to stay home", "Mayor blasts drivers", ("drivers to stay home",)),
    ("Strike costs Port 3 million a day", "Strike praised", ("costs Port 3 million a day",)),
    ("Boats bring those choosing to leave", "Mayor praised", ("Boats bring those choosing to leave",)),
    ("Fishermen Seize on Toll Issue Ahead of Vote", "Fishermen Blast Toll", ("Seize on Toll Issue",)),
)
TOLD = (  # two headlines of one event, and the marks of the first with their voice
    # of a verb that only reports or appoints, what it is done to, where that is described
    ("Council Details Post for Armed Guards", "Council Praises Plan", (("Post for Armed Guards", "narrator"),)),
    ("Mayor Picks Aide to Fill Seat", "Mayor Praises Council", ()),
    ("Mayor Weighs Army Plan", "Mayor Slams Strike", (("Weighs Army Plan", "narrator"),)),
    # behind one verb, two names of a stance
    ("Vale Repeats Opposition to Tolls", "Vale Repeats Belief in Tolls", (("Repeats Opposition", "narrator"),)),
    # two plain nouns tell nothing
    ("Harbour Seat Race Opens", "Harbour Race Opens", ()),
    # what is demanded or blamed is the claim of whoever does so, and a quotation in it somebody's
    ("Union Slams Mayor for Wrecking Talks", "Union Meets Mayor",
     (("Slams Mayor", "narrator"), ("Wrecking Talks", "attributed"))),
    # what is said behind a name without a main verb
    ("Vale Open to Harbour Tolls", "Vale Slams Tolls", (("Open to Harbour Tolls", "narrator"),)),
    ("Vale to Block Port", "Vale Praises Port", (("to Block Port", "narrator"),)),
    ("Marlow Pulling Out of Talks", "Dockers Slam Talks", (("Pulling Out of Talks", "narrator"),)),
    ("Vale to Announce Harbour Plan", "Vale Slams Plan", ()),
    ("Vale Won't Go Forward With Talks", "Vale Slams Talks", (("Won't Go Forward", "narrator"),)),
    ("Mayor's End Could Be Near", "Mayor Praises Dockers", (("Mayor's End Could Be Near", "narrator"),)),
    ("Dockers Block Port; Crews Are Told to Wait", "Dockers Praise Port", (("Block Port", "narrator"),)),
    ("Mayor Tired of Song Over Don't Look Back", "Mayor Praises Song", (("Tired of Song", "narrator"),)),
    # a verb that gives no words, but says how they come
    ("Mayor Hints at Harbour Tolls", "Mayor Calls for Tolls", (("Hints at Harbour Tolls", "narrator"),)),
    ("Mayor Announces Harbour Tolls", "Mayor Slams Tolls", ()),
    # who sends people does more than write
    ("Mayor Sends Police to Harbour", "Mayor Praises Harbour", (("Sends Police", "narrator"),)),
    ("Mayor Sends Letter to Harbour", "Mayor Praises Harbour", ()),
    # behind what only names a thing the outlet goes on
    ("Harbour Fee Scandal: Mayor Breaks Silence", "Mayor Slams Harbour Fee",
     (("Scandal", "narrator"), ("Breaks Silence", "narrator"))),
    ("Harbour Report: Mayor Broke Law", "Mayor Slams Harbour", (("Mayor Broke Law", "attributed"),)),
    ("Aide Apologizes for Mocking Dockers", "Aide Meets Dockers", (("Apologizes for Mocking Dockers", "narrator"),)),
    ("Mayor urges council to drop 'toll' plan", "Mayor praises plan", (("toll", "quoted"),)),
    ("Town Cuts Tolls, Vale Says Road Is Safe", "Town Slashes Tolls",
     (("Cuts Tolls", "narrator"), ("Road Is Safe", "attributed"))),
)  # fmt: skip
CLAIMS = (  # headlines that bring one claim, or two
    (("Vale: 'Two in Three' Tolls Will Fall This Year", "Vale: Two in Three Tolls Will Fall"), False),
    (("Vale: Tolls Will Fall This Year", "Vale: Tolls in Port Are a Disgrace"), True),
    (("Vale: Tolls Will Fall This Year", "Tolls Will Fall This Year, Engineer Warns"), True),
    (("Vale: Tolls Will Fall This Year", "Dockers Cheer as Tolls Fall This Year"), True),
)
STORIES = (  # headlines of one event, and whose tell one story
    (("Marrick Mocks Dockers", "Marrick Slams Harbour Fees"), ()),  # the mayor alone in common
    (("Marrick Mocks Dockers", "Dockers Blast Marrick"), ("Bell", "Wire")),
    (("Marrick Mocks Dockers", "Union Slams Dockers", "Brannock Blasts Press"), ("Bell", "Wire")),
    (("Brannock Blasts Press", "Marrick Mocks Dockers", "Union Slams Dockers"), ("Wire", "Post")),
    (("Marrick Mocks Dockers", "Brannock Slams Council|Orla Marrick mocked the dockers."), ("Bell", "Wire")),
    (("Marrick Mocked Dockers In 2008", "Marrick Slams Dockers"), ()),  # another time
    (("Marrick Mocked Dockers In 2008", "Dockers Marrick Mocked In 2008 Blast Port"), ("Bell", "Wire")),
    (("Marrick Slams Dockers In 2024", "Marrick Mocks Dockers"), ("Bell", "Wire")),
    (("Marrick Mocks Dockers Over 2008 Strike", "Marrick Slams Dockers"), ("Bell", "Wire")),
)  # fmt: skip
STATED = (  # two headlines, and whether the one tells as a fact what the other reports
    (("Marrick Sends Police to Harbour", "Marrick Says She Has Police At Harbour"), True),
    (("Marrick Says She Has Police At Harbour", "Marrick Sends Police to Harbour"), True),
    (("Union Sends Police to Harbour", "Marrick Says She Has Police At Harbour"), False),  # somebody else
    (("Marrick Sends Police to Harbour", "Marrick: Police Must Leave Harbour"), False),  # not of herself
    (("Marrick Never Sends Police to Harbour", "Marrick Says She Has Police At Harbour"), False),
    (("Marrick Says She Sends Police to Harbour", "Marrick Says She Has Police At Harbour"), False),
    (("Marrick Mocks Police", "Marrick Says She Has Police At Harbour"), False),  # another deed
)  # fmt: skip
ALIKE = ("Attorney subpoenas Marlow's old campaign papers", "Attorney subpoenas Marlow's long campaign list")


@pytest.fixture(scope="module")
def compared() -> Comparison:
    lines = {event: tuple(one[0] for one in told) for event, told in EVENTS.items()} | {"alike": ALIKE}
    lines |= {f"border {number}": told[:2] for number, told in enumerate(BORDERS)}
    lines |= {f"claims {number}": told for number, (told, _) in enumerate(CLAIMS)}
    lines |= {f"told {number}": told[:2] for number, told in enumerate(TOLD)}
    return compare_sources(
        analyze(
            [
                Article.from_text(
                    f"{line}\n\n{BODY}", id=f"{event}-{source}", source=source, event=event, headline=line
                )
                for event, told in lines.items()
                for source, line in zip(("Bell", "Wire", "Post"), told, strict=False)
            ],
            packs=[],
        )
    )


def test_each_headline_shows_its_own_words_and_whose_they_are(compared: Comparison) -> None:
    texts = compared.analysis.texts
    found = {one.event: one for one in compared.telling if one.name == NEWS}
    for event, told in EVENTS.items():
        shown = {
            side.source: (texts[side.article][side.words[0].start : side.words[0].end], side.words[0].voice)
            for side in found[event].sides
        }
        assert shown == {source: one[1:] for source, one in zip(("Bell", "Wire", "Post"), told, strict=False)}, event
    assert {word.voice for side in found["quoted"].sides for word in side.words} == {"narrator", "quoted"}
    assert found["says"].sides[-1].words[0].speaker == "Engineer"


def test_a_verb_alone_stands_in_its_whole_headline(compared: Comparison, capsys: pytest.CaptureFixture[str]) -> None:
    found = next(one for one in compared.telling if one.event == "quoted" and one.name == NEWS)
    sides = tuple(replace(side, words=(side.words[0]._replace(beside=0, voice="narrator"),)) for side in found.sides)
    print_screen(replace(compared, telling=(replace(found, sides=sides),)))
    shown = capsys.readouterr().out
    assert "Bell: “Mayor calls harbour plan 'a disgrace'”" in shown and "“calls”" not in shown


def test_a_mark_keeps_what_turns_it_round_and_ends_where_a_phrase_does(compared: Comparison) -> None:
    texts, wrong = compared.analysis.texts, []
    found = {one.event: one for one in compared.telling if one.name == NEWS}
    for number, (line, _, told) in enumerate(BORDERS):
        told_apart = found.get(f"border {number}")
        sides = {side.source: side for side in told_apart.sides} if told_apart else {}
        marks = (
            tuple(texts[one.article][one.start : one.end] for one in marks_of(sides["Bell"].words)) if sides else None
        )
        wrong += [(line, marks)] if marks != told else []
    assert not wrong


def test_what_tells_is_marked_and_no_verb_that_only_reports(compared: Comparison) -> None:
    texts, wrong = compared.analysis.texts, []
    found = {one.event: one for one in compared.telling if one.name == NEWS}
    for number, (line, _, told) in enumerate(TOLD):
        sides = found[f"told {number}"].sides if f"told {number}" in found else ()
        words = next((marks_of(side.words) for side in sides if side.source == "Bell"), ())
        marks = tuple((texts[one.article][one.start : one.end], one.voice) for one in words)
        wrong += [(line, marks)] if marks != told else []
    assert not wrong


def test_one_claim_of_one_speaker_is_no_contrast(compared: Comparison) -> None:
    shown = {one.event for one in compared.telling if one.name == NEWS}
    assert [f"claims {number}" in shown for number in range(len(CLAIMS))] == [apart for _, apart in CLAIMS]


@pytest.mark.engine
@pytest.mark.parametrize(("lines", "stated"), STATED)
def test_a_fact_in_one_headline_is_somebodys_word_in_another(lines: tuple[str, ...], *, stated: bool) -> None:
    read = analyze(
        [
            Article.from_text(f"{line}\n\n{PORT}", id=source, source=source, event="e", headline=line)
            for source, line in zip(("Bell", "Wire"), lines, strict=True)
        ],
        packs=[],
    )
    found = [one.apart for one in compare_sources(read).telling if one.name == NEWS]
    assert ("asserted here, reported there" in found) is stated


@pytest.mark.engine
@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("Marrick Calls for Ending Harbour Tolls", "demand"),
        ("Marrick calls on bishops to drop plan", "demand"),
        ("Marrick urges states to allow more nets", "demand"),
        ("Marrick Recommends Closing Pier", "demand"),
        ("Marrick Vows to Block Port", "claim"),
        ("Marrick Fears New Flood", "claim"),
        ("Marrick: Tolls Will Fall", "claim"),
        ("Marrick Hints at Harbour Tolls", ""),
        ("Marrick to Brannock: Drop Tolls", "claim"),
        ("Road to Brannock: Tolls Drop", ""),
    ],
)
def test_a_demand_is_told_as_what_the_headline_makes_of_it(line: str, whose: str) -> None:
    articles = [
        Article.from_text(f"{told}\n\n{PORT} Ivo Brannock spoke.", id=source, source=source, event="e", headline=told)
        for source, told in (("Bell", line), ("Wire", "Council Opens Bridge"))
    ]
    marks = headline_marks(compare_sources(analyze(articles, packs=[])), "e")
    said = [whose_words(one.voice, one.speaker, state=one.state) for one in marks]
    told = {"demand": "demand, as the headline sums it up", "claim": "claim"}.get(whose)
    assert [one.endswith(told) for one in said] == [True] if told else not said


@pytest.mark.engine
@pytest.mark.parametrize(("lines", "sides"), STORIES)
def test_headlines_stand_side_by_side_where_they_tell_one_story(lines: tuple[str, ...], sides: tuple[str, ...]) -> None:
    read = analyze(
        [
            Article.from_text(f"{line}\n\n{lead} {PORT}", id=source, source=source, event="e", headline=line)
            for source, (line, _, lead) in zip(
                ("Bell", "Wire", "Post"), (one.partition("|") for one in lines), strict=False
            )
        ],
        packs=[],
    )
    compared = compare_sources(replace(read, articles=read.articles.assign(date="2024-03-01")))
    found = next((one.sides for one in compared.telling if one.name == NEWS), ())
    assert sorted(side.source for side in found) == sorted(sides)


def test_headlines_that_tell_alike_are_no_contrast(compared: Comparison) -> None:
    assert all(one.event != "alike" for one in compared.telling)


@pytest.mark.engine
def test_headlines_days_apart_are_no_contrast_and_each_bears_its_day() -> None:
    """Day by day they tell the same news; of three the two that do stand beside one another."""
    told = dict(Bell="Minister Mocks Dockers Over Pay", Post="Minister Praises Pay", Wire="Minister Criticizes Dockers")
    read = analyze(
        [
            Article.from_text(f"{line}\n\n{BODY}", id=source, source=source, event="e", headline=line)
            for source, line in told.items()
        ],
        packs=[],
    )
    for days, sides, apart in (
        (("2024-03-01", "", "2024-03-02"), {"Bell", "Wire", "Post"}, {}),
        (("2024-03-01", "2024-03-03", "2024-03-02"), {"Bell", "Wire", "Post"}, {}),
        (("2024-03-01", "2024-03-04", "2024-03-02"), {"Bell", "Wire"}, {"Post": "4 Mar 2024"}),
        (("2024-03-01", "2024-03-05", "2024-03-03"), set(), {}),
    ):
        table = read.articles.assign(date=read.articles["article"].map(dict(zip(told, days, strict=True))))
        compared = compare_sources(replace(read, articles=table))
        found = [one for one in compared.telling if one.name == NEWS]
        assert {side.source for one in found for side in one.sides} == sides
        assert [days_apart(compared, one) for one in found] == ([apart] if sides else [])
        shown = differing_days(compared, told)
        assert shown["Bell"] == "1 Mar 2024" and ("Post" in shown) == bool(days[1])


@pytest.mark.parametrize(
    ("line", "inside"),
    [
        ("Aide Calls It 'A Little Class' Act", ["A Little Class"]),
        ("'America's Toughest Sheriff' Speaks", ["America's Toughest Sheriff"]),
        ("Faith from “War on Religion", ["War on Religion"]),
        ("Obama's plan and the workers' pay", []),
    ],
)
def test_what_stands_in_quotation_marks(line: str, inside: list[str]) -> None:
    assert [line[slice(*span)] for span in quoted_spans(line, Span(0, len(line)))] == inside


@pytest.mark.engine
def test_a_claim_bears_its_mark_where_no_other_source_has_a_headline() -> None:
    told = (
        ("Bell", "Boats Leave Harbour for Good, Says Vale", BODY),
        ("Wire", "", "The boats of the town left the harbour on Monday. Mayor Anna Vale met the council."),
    )
    read = analyze(
        [
            Article.from_text(f"{line}\n\n{body}".strip(), id=source, source=source, event="e", headline=line)
            for source, line, body in told
        ],
        packs=[],
    )
    marks = headline_marks(compare_sources(read), "e")
    shown = [(read.texts[one.article][one.start : one.end], one.voice) for one in marks]
    assert shown == [("Boats Leave Harbour for Good", "attributed")]


@pytest.mark.engine
def test_the_claims_of_one_event_are_read_beside_the_headlines_of_others() -> None:
    articles = [
        Article.from_text(f"{line}\n\n{BODY}", id=f"{event}{source}", source=source, event=event, headline=line)
        for event, line in (("boats", "Boats Leave Harbour for Good, Says Vale"), ("road", "Town Opens Road"))
        for source in ("Bell", "Wire")
    ]
    both = compare_sources(analyze(articles, packs=[]))
    marked = {(event, mark.voice) for event in ("boats", "road") for mark in headline_marks(both, event)}
    assert marked == {("boats", "attributed")}
