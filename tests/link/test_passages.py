"""One fact told by two outlets: which sentences belong together, what differs, and what changes nothing."""

from __future__ import annotations

import pytest
from told import BELL, COURIER, both, compared

import framing
from framing.evidence.passages import read_differences

pytestmark = pytest.mark.engine

SHARED = 3  # injured, met, arrested


def pairs(comparison: framing.Comparison) -> list[tuple[str, str, set[str]]]:
    texts, rows = comparison.analysis.texts, comparison.passages.to_dict("records")
    return [
        (
            *(texts[row[f"article_{side}"]][row[f"start_{side}"] : row[f"end_{side}"]] for side in "ab"),
            set(row["kinds"].split("; ")),
        )
        for row in rows
    ]


def kinds_of(word: str) -> set[str]:
    return next(kinds for a, _, kinds in pairs(both()) if word in a)


def test_sentences_of_one_fact_stand_side_by_side() -> None:
    found = pairs(both())
    assert len(found) == SHARED
    for word in ("injured", "Grand Hotel", "Mill Street"):
        assert any(word in a and word in b for a, b, _ in found)


def test_what_differs_is_named_by_kind() -> None:
    assert "agent" in kinds_of("injured")
    assert "certainty" in kinds_of("Grand Hotel")
    assert {"label", "attribution"} <= kinds_of("Mill Street")


def test_each_difference_has_its_words_on_both_sides() -> None:
    texts = both().analysis.texts
    for row in both().passages.to_dict("records"):
        for one in read_differences(row["detail"]):
            for side, place in (("a", one.a), ("b", one.b)):
                assert row[f"start_{side}"] <= place.start < place.end <= row[f"end_{side}"]
                assert texts[row[f"article_{side}"]][place.start : place.end].strip()


def test_a_label_names_the_words_on_both_sides() -> None:
    texts = both().analysis.texts
    row = next(r for r in both().passages.to_dict("records") if "label" in r["kinds"])
    label = next(one for one in read_differences(row["detail"]) if one.kind == "label")
    words = {texts[row["article_a"]][label.a.start : label.a.end], texts[row["article_b"]][label.b.start : label.b.end]}
    assert words == {"militants", "terrorists"}


def test_a_fact_of_one_outlet_is_listed_with_its_sentence() -> None:
    facts = both().facts.to_dict("records")
    assert [both().analysis.texts[one["article"]][one["start"] : one["end"]] for one in facts] == [
        "A new school will open in the village of Sandby with 310 pupils."
    ]


def test_headlines_and_leads_are_always_there() -> None:
    openings = both().openings
    assert openings.groupby("article")["section"].agg(set).tolist() == [{"headline", "body"}] * 2


def test_other_names_of_outlets_and_another_order_change_nothing() -> None:
    renamed = compared(COURIER, BELL, names=("Zeit", "Abend"))
    assert sorted((min(a, b), max(a, b), sorted(kinds)) for a, b, kinds in pairs(renamed)) == sorted(
        (min(a, b), max(a, b), sorted(kinds)) for a, b, kinds in pairs(both())
    )


def test_two_texts_of_one_outlet_are_not_compared() -> None:
    texts = [
        framing.Article.from_text(t, id=str(n), source="Bell", event="strike") for n, t in enumerate((BELL, COURIER))
    ]
    assert framing.analyze(texts, packs=[]).passages.empty


def test_a_copied_sentence_is_no_other_wording() -> None:
    assert all(a != b for a, b, _ in pairs(compared(BELL, BELL.replace("Fifty-two", "Fifty-three"))))
