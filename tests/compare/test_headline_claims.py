"""What a headline gives as somebody's thought, promise or demand."""

from __future__ import annotations

import pytest

from framing.compare.headline_claims import find_verb_claim
from framing.model import Span

CLAIMS = (  # a headline, whoever speaks, what is claimed
    ("Vale Sees One-in-Three Chance Council Will Lose Port", "Vale", "One-in-Three Chance Council Will Lose Port"),
    ("Report Sees Bridge as Trap", "Report", "Bridge as Trap"),
    ("Mayor Fears New Flood", "Mayor", "New Flood"),
    ("Union Expects Long Strike as Talks Fail", "Union", "Long Strike"),
    ("Mayor Predicts Calm Winter", "Mayor", "Calm Winter"),
    ("Minister believes port is safe", "Minister", "port is safe"),
    ("Mayor wants toll gone", "Mayor", "toll gone"),
    ("Critics Warn of Flood", "Critics", "Flood"),
    ("Dockers Vow to Block Port Until Wages Rise", "Dockers", "to Block Port Until Wages Rise"),
    ("Minister Threatens to Resign", "Minister", "to Resign"),
    ("Fishers urge states to allow more nets", "Fishers", "states to allow more nets"),
    ("Mayor Calls for Ending Harbour Tolls", "Mayor", "Ending Harbour Tolls"),
    ("Mayor calls on council to drop plan", "Mayor", "council to drop plan"),
    ("Harbour Report Recommends Closing Pier, Raising Fees", "Harbour Report", "Closing Pier, Raising Fees"),
    ("Norrast cuts flow, Velmora says crops at risk", "Velmora", "crops at risk"),
    ("Union Slams Mayor for Wrecking Talks", "Union", "Wrecking Talks"),
)
NONE = (
    "Mayor Sees Doctor",
    "Town Sees Record Crowds",
    "Storm Threatens to Flood Town",
    "Council Refuses to Pay",
    "Vale Denies Sending Letter but Is Less Sure About Its Origin",  # what is denied is no claim
    "Union Demands Grow",
    "Minister defends second harbour project",
    "Mayor calls harbour plan 'a disgrace'",
    "Aide Apologizes for Mocking Dockers",
    "Man Who Beat Vale Calls Win 'A Miracle'",  # nor is it that of whoever was named last
    "Minister weighs army plan",
    "Vale to Announce Decision",
    "Council Praises Plan, Says Town Knew About Tolls",
)
NAMES = ("Vale", "Norrast", "Velmora", "Town")


def _spoken(line: str) -> tuple[str, str] | None:
    names = [Span(line.index(name), line.index(name) + len(name)) for name in NAMES if name in line]
    found = find_verb_claim(line, Span(0, len(line)), names)
    return (line[slice(*found.speaker)], line[slice(*found.content)]) if found else None


@pytest.mark.parametrize(("line", "speaker", "content"), CLAIMS)
def test_what_somebody_thinks_promises_or_demands_is_a_claim(line: str, speaker: str, content: str) -> None:
    assert _spoken(line) == (speaker, content)


@pytest.mark.parametrize("line", NONE)
def test_a_deed_or_a_denial_is_none(line: str) -> None:
    assert _spoken(line) is None
