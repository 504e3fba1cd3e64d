"""A plain wording beside a pair: one that is linked to it and adds nothing to what one of the two says."""

from __future__ import annotations

import pytest
from tables import analysis, article, row

from framing.measure import rivals
from framing.measure.ledger import open_ledger

TEXTS = {
    "a1": "After the mayor's debate performance in Marn, she left. Her rival's feisty performance was praised.",
    "b1": "Voters recalled her woeful debate performance in Marn.",
    "c1": "They all saw the performance in Marn.",
}
WOEFUL = "woeful debate performance"


@pytest.mark.parametrize(("linked", "plain"), [(True, "performance"), (False, "")])
def test_a_plain_wording_is_linked_to_the_pair_and_no_other_with_its_head(linked: bool, plain: str) -> None:
    two = _span("b1", WOEFUL)
    rows = [
        _wording("a1", "debate performance", 0.0, [two]),
        _wording("a1", "feisty performance", 0.0, []),
        _wording("b1", WOEFUL, -0.9, []),
        _wording("c1", "performance", 0.0, [two] if linked else []),
    ]
    articles = [article(id, source, event="e") for id, source in zip(TEXTS, ("Bell", "Wire", "Post"), strict=True)]
    table = rivals.measure(open_ledger(analysis(articles, rows, texts=TEXTS)))
    found = table[table["words_a"] == "debate performance"]
    assert found[["words_b", "neutral"]].to_numpy().tolist() == [[WOEFUL, plain]]


def test_what_a_third_outlet_calls_the_thing_stands_beside_a_pair() -> None:
    two, three = _span("b1", WOEFUL), _span("c1", "performance")
    rows = [
        _wording("a1", "debate performance", 0.0, [two, three]),
        _wording("b1", WOEFUL, -0.9, []) | {"id": "woeful"},
        _wording("c1", "performance", 0.0, []) | {"id": "third"},
    ]
    articles = [article(id, source, event="e") for id, source in zip(TEXTS, ("Bell", "Wire", "Post"), strict=True)]
    table = rivals.measure(open_ledger(analysis(articles, rows, texts=TEXTS)))
    assert table.loc[table["b"] == "woeful", "beside"].tolist() == ["third"]


def test_a_third_deed_lends_two_no_name() -> None:
    texts = {"a1": "After confronting a guard, he left.", "b1": "He threatened a guard."}
    rows = []
    for id, words in (("a1", "confronting"), ("b1", "threatened")):
        start, linked = texts[id].index(words), [["b1", 3, 13, 0.95, ["one fact", "same place"]]]
        detail = {"name": "storm", "head": [start, start + len(words)], "rivals": linked if id == "a1" else []}
        rows.append(row("wording", id, "storm", start=start, end=start + len(words), text=words, detail=detail))
    articles = [article("a1", "Bell", event="e"), article("b1", "Wire", event="e")]
    table = rivals.measure(open_ledger(analysis(articles, rows, texts=texts)))
    assert table["name"].tolist() == ["confronting"]


def _span(id: str, words: str) -> list[object]:
    start = TEXTS[id].index(words)
    return [id, start, start + len(words), 0.95, ["one fact", "same place"]]


def _wording(id: str, words: str, colour: float, linked: list[list[object]]) -> dict[str, object]:
    _, start, end, *_ = _span(id, words)
    detail = {"name": "performance", "phrase": [start, end], "head": [end - len("performance"), end], "rivals": linked}
    return row("wording", id, "performance", value=colour, start=start, end=end, text=words, detail=detail)
