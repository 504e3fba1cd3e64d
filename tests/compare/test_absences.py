"""Who is missing beside the others: one list of sentences for the screen, the page and the browser."""

from __future__ import annotations

from typing import Any

import pytest
from tables import analysis, article, quote, row

from framing.compare import compare_sources
from framing.compare.absences import missing_by_source

NAMES = [("lund", "Ada Lund", "person", ""), ("orr", "Owen Pell", "person", ""), ("pell", "Gareth Pell", "person", "")]
HERE = (
    "Two senators, Ada Lund and a friend, spoke. Owen Pell, a docker, answered. Gareth Pell, who runs the port, left."
)
THERE = "Ada Lund, the senator, spoke. Gareth Pell, who runs the port, left early."


def run(third: str) -> dict[str, tuple[str, ...]]:
    """Three accounts: the first two name Ada Lund and Gareth Pell, and the first alone quotes Owen Pell by name."""
    texts = {"a1": HERE, "b1": THERE, "c1": third}
    articles = [article(id, source, event="e") for id, source in (("a1", "North"), ("b1", "South"), ("c1", "West"))]
    rows = [_mention(texts, id, name, actor) for id, name, actor in (
        ("a1", "Ada Lund", "lund"), ("b1", "Ada Lund", "lund"), ("a1", "Owen Pell", "orr"),
        ("a1", "Gareth Pell", "pell"), ("b1", "Gareth Pell", "pell"), ("c1", "Gareth Pell", "pell"))]  # fmt: skip
    rows.append(quote("a1", "Owen Pell", actor="orr", kind="civilian", start=60, end=70))
    rows.append(quote("a1", "Ada Lund", actor="lund", kind="official", start=30, end=40))
    return missing_by_source(compare_sources(analysis(articles, rows, NAMES, texts)))


def _mention(texts: dict[str, str], id: str, name: str, actor: str) -> dict[str, Any]:
    start = max(0, texts[id].find(name))
    return row("mention", id, "name", actor=actor, start=start, end=start + len(name))


@pytest.mark.parametrize(
    ("third", "west"),
    [
        ("Gareth Pell left in a hurry.", ("does not name Ada Lund",)),
        ("Gareth Pell met both senators.", None),
        ("Gareth Pell met Senator Ida Holt.", ("does not name Ada Lund",)),
    ],
)
def test_nobody_is_missing_who_may_be_meant_by_an_office(third: str, west: tuple[str, ...] | None) -> None:
    assert run(third).get("West") == west


def test_who_speaks_in_one_account_alone_is_told_also_beside_a_namesake() -> None:
    assert run("Gareth Pell left.")["North"] == ("alone quotes Owen Pell by name",)
    assert "North" not in run("Gareth Pell and Owen left.")


def test_a_side_that_only_others_let_speak_is_told_first() -> None:
    actors = [("AM", "Armenia", "state", ""), ("AZ", "Azerbaijan", "state", "")]
    articles = [article(id, source, event="e") for id, source in (("a1", "North"), ("b1", "South"), ("c1", "West"))]
    said = [quote(id, "Armenia", actor="AM", kind="state") for id in ("a1", "b1")]
    said += [quote(id, "Azerbaijan", actor="AZ", kind="state", start=9, end=12) for id in ("a1", "b1", "c1")]
    mentions = [row("mention", id, "name", actor="AM") for id in ("a1", "b1", "c1") for _ in range(3)]
    found = missing_by_source(compare_sources(analysis(articles, [*said, *mentions], actors)))
    assert found == {"West": ("quotes nobody who speaks for Armenia",)}


def test_of_whom_all_others_quote_it_is_said_when_it_cannot_be_told() -> None:
    articles = [article(id, source, event="e") for id, source in (("a1", "North"), ("b1", "South"), ("c1", "West"))]
    said = [quote(id, "Ada Lund", actor="lund", kind="official") for id in ("a1", "b1")]
    maybe = quote("c1", "Ada Lund", actor="lund", kind="official", confidence=0.7)
    found = missing_by_source(compare_sources(analysis(articles, [*said, maybe], NAMES)))
    assert found == {"West": ("may or may not quote Ada Lund: cannot tell",)}


def test_a_user_of_a_platform_is_not_the_platform() -> None:
    articles = [article("a1", "North", event="e"), article("b1", "South", event="e")]
    texts = {
        "a1": "A Chatter user posted it and Chatter took it down.",
        "b1": "Nobody posted anything about it at all.",
    }
    user = quote("a1", "unnamed user", actor="chatter", kind="unnamed")
    rows = [_mention(texts, "a1", "Chatter", "chatter"), user]
    run = analysis(articles, rows, [("chatter", "Chatter", "company", "")], texts)
    assert missing_by_source(compare_sources(run)) == {}
    named = analysis(
        articles,
        [rows[0], quote("a1", "Chatter", actor="chatter", kind="company")],
        [("chatter", "Chatter", "company", "")],
        texts,
    )
    assert missing_by_source(compare_sources(named)) == {"North": ("alone quotes Chatter by name",)}
