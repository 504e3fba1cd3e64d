"""What shows that two wordings name one thing: invented stories, pairs that are shown and kinds that never are."""

from __future__ import annotations

import pytest

from framing import Article, analyze, compare_sources

pytestmark = pytest.mark.engine
FILL = (
    "The weather in Selmouth was fine. Boats left at noon. A choir sang on the square. The train to Ost ran late. "
    "Prices of fish rose again. The museum opens in June."
)


def shown(one: str, two: str) -> set[frozenset[str]]:
    """The pairs of wordings that two articles on one event show, in small letters."""
    articles = [
        Article.from_text(f"{text}\n\n{FILL}", id=name, source=name, event="e")
        for name, text in (("Bell", one), ("Wire", two))
    ]
    table = compare_sources(analyze(articles, packs=[])).wordings
    return {frozenset((a.lower(), b.lower())) for a, b in zip(table["words_a"], table["words_b"], strict=True)}


@pytest.mark.parametrize(
    ("one", "two", "pair"),
    [
        (
            "The council of Marn approved brutal cuts in housing benefits on Monday.",
            "The council of Marn approved modest reductions in housing benefits on Monday.",
            ("brutal cuts in housing benefits", "modest reductions in housing benefits"),
        ),
        (
            "Mayor Ida Lund closed her speech in Marn with a spiteful post on Tuesday.",
            "Mayor Ida Lund closed her speech in Marn with a post on Tuesday.",
            ("spiteful post", "post"),
        ),
        (
            "Ida Lund, a dictator of committees, spoke in Marn. Lund left early.",
            "Ida Lund, the elected leader of Marn, said nothing. Lund smiled.",
            ("dictator of committees", "elected leader of marn"),
        ),
        (
            "The ministry slapped harsh tariffs on glass. The minister smiled.",
            "It is said that Norland imposed tariffs on glass last year.",
            ("slapped harsh tariffs", "imposed tariffs"),
        ),
        (
            "Mayor Ida Lund vetoed the controversial bill on Monday in Marn, citing the harbour.",
            "On Monday Mayor Ida Lund vetoed the legislation in Marn.",
            ("controversial bill", "legislation"),
        ),
        (
            "Ida Lund criticized the mayor's opposition to the new harbour of Marn on Monday.",
            "On Monday Ida Lund criticized the mayor's stance on the new harbour of Marn.",
            ("mayor's opposition to the new harbour of marn", "mayor's stance"),
        ),
        (
            "The investigation into involvement in the harbour vote of Marn cost Judge Karl Brandt a year.",
            "An investigation into interference in the harbour vote of Marn kept Judge Karl Brandt busy for a year.",
            ("involvement", "interference in the harbour vote of marn"),
        ),
    ],
)
def test_one_fact_or_one_owner_shows_a_pair(one: str, two: str, pair: tuple[str, str]) -> None:
    assert frozenset(pair) in shown(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Ida Lund wrote in a deleted Chatter post on Friday that the girls of Marn should try to show class.",
            "Ida Lund wrote on her Chatter page on Friday that the girls of Marn should try to show class.",
        ),
        (
            "Ida Lund broke with Karl Brandt over the temple in Marn, saying the controversial temple is big.",
            "Ida Lund broke with Karl Brandt over the temple in Marn, and the temple is big.",
        ),
        (
            "The mere certification of a class-action suit can prompt owners to settle.",
            "A pending class action lawsuit against the Marn Glass Company may soon be dismissed.",
        ),
        (
            "The scheduled summit meeting with Karl Brandt alarmed the dockers.",
            "Dockers of Marn left the meeting.",
        ),
        ("Karl Brandt stopped nuclear and ballistic missile tests.", "Karl Brandt stopped nuclear tests."),
        ("The board answers harsh requests with care.", "The mayor holds friendly briefings on Monday."),
        ("The harsh federal law bans fireworks.", "The state law bans fireworks."),
        ("Mayor Ida Lund broke the camera of a guest.", "A guest pulled out another camera in Marn."),
        (
            "The union signed a terrible pact with the port of Lund.",
            "The port spoke of the good agreements with banks.",
        ),
        ("Police spoke of a brutal enforcement of the fire rules.", "Police spoke of a violation of the fire rules."),
        ("Two awful officials of Marn resigned on Monday.", "Three officials of Marn resigned on Monday."),
        ("The board of Marn approved benefit cuts on Monday.", "The board of Marn approved cuts on Monday."),
        ("The port of Marn paid a bonus of 400 crowns on Monday.", "The port of Marn paid a fine bonus of 90 crowns."),
        ("Ida Lund of Marn is not a criminal. Lund smiled.", "Ida Lund, the mayor of Marn, left. Lund smiled."),
        (
            "Mayor Ida Lund vetoed the bill of the glaziers on Monday in Marn.",
            "On Monday Governor Karl Brandt vetoed the legislation of the dockers in Marn.",
        ),
        (
            "Mayor Ida Lund vetoed the bill and the budget on Monday in Marn.",
            "On Monday Mayor Ida Lund vetoed the legislation in Marn.",
        ),
        (
            "On Monday Ida Lund criticized the mayor's opposition to the new harbour of Marn.",
            "On Monday Ida Lund criticized the bishop's stance on the new harbour of Marn.",
        ),
        ("Ida Lund took the bill to Marn on Monday.", "Ida Lund took the legislation to Marn on Monday."),
    ],
)
def test_likeness_opposed_words_and_other_numbers_show_none(one: str, two: str) -> None:
    assert shown(one, two) == set()
