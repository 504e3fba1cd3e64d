"""The same words of one speaker behind two verbs: which pairs are shown, and which tell nothing."""

from __future__ import annotations

import pytest

from framing import Article, analyze, compare_sources
from framing.compare.records import HOW_SAID

pytestmark = pytest.mark.engine
FACT = "the new tram line of Marn would cost 40 million crowns"
SAID = f"Mayor Ida Lund said that {FACT}."
CASES = [
    (f"Mayor Ida Lund warned on Monday that {FACT}.", SAID, ["warned", "said"]),
    (f"Mayor Ida Lund bragged that {FACT}.", SAID, ["bragged", "said"]),
    (f"Mayor Ida Lund admitted that {FACT}.", SAID, ["admitted", "said"]),
    (
        "Mayor Ida Lund bragged that the trams were “in honest hands”.",
        "“The trams of Marn are in honest hands,” Mayor Ida Lund said.",
        ["bragged", "said"],
    ),
    (f"Mayor Ida Lund told the council that {FACT}.", SAID, []),  # two plain verbs
    (f"Mayor Ida Lund conceded that {FACT}.", f"Mayor Ida Lund admitted that {FACT}.", []),  # two that judge
    (f"Banker Karl Brandt warned that {FACT}.", SAID, []),  # two speakers
    ("Mayor Ida Lund warned that the ferries of Marn would sink.", SAID, []),  # other words
    (f"Mayor Ida Lund warned that {FACT}.", f"{SAID} Mayor Ida Lund warned that {FACT} in all.", []),  # both, later
    (f"“Lund warned that {FACT},” said Karl Brandt.", SAID, []),  # a speaker's verb
]


@pytest.mark.parametrize(("one", "two", "verbs"), CASES)
def test_one_verb_that_judges_beside_a_plain_one_for_the_same_words(one: str, two: str, verbs: list[str]) -> None:
    texts = {
        "Bell": f"A night in Marn\n\nIt rained on Mayor Ida Lund.\n\n{one}",
        "Wire": f"The morning\n\nMayor Ida Lund left early for Ost.\n\n{two}",
    }
    articles = [
        Article.from_text(text, id=name, source=name, event="e", headline=text.split("\n", 1)[0])
        for name, text in texts.items()
    ]
    found = [one for one in compare_sources(analyze(articles, packs=[])).telling if one.name.startswith(HOW_SAID)]
    shown = [texts[side.source][side.words[0].start : side.words[0].end] for one in found for side in one.sides]
    assert shown == verbs
    assert [one.name for one in found] == ([f"{HOW_SAID} Ida Lund’s words"] if verbs else [])
