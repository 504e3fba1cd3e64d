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


def told_apart(one: str, two: str) -> framing.Comparison:
    """Two articles on one event, each with a headline and a first paragraph that is not the one at stake."""
    articles = [
        framing.Article.from_text(text, id=name, source=name, event="e", headline=text.split("\n", 1)[0])
        for name, text in (("Bell", one), ("Wire", two))
    ]
    return framing.compare_sources(framing.analyze(articles, packs=[]))


FACT = "the new tram line through Ost Square would cost the city of Marn 40 million crowns"


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (f"Mayor Ida Lund said that {FACT}.", f"Mayor Ida Lund warned that {FACT}, far more than a bridge.", True),
        (f"Mayor Ida Lund said that {FACT}.", f"Banker Karl Brandt said that {FACT}, more than planned.", False),
    ],
)
def test_claims_of_two_speakers_are_two_facts(one: str, two: str, same: bool) -> None:
    comparison = told_apart(
        f"A night in Marn\n\nIt rained on the whole town of Marn.\n\n{one}",
        f"The morning\n\nBoats of all kinds left the harbour early.\n\n{two}",
    )
    assert bool(len(comparison.passages)) is same


def test_who_names_a_source_as_well_does_not_differ_in_vouching() -> None:
    found = told_apart(
        f"A night in Marn\n\nIt rained on the whole town of Marn.\n\nMayor Ida Lund said that {FACT}.",
        f"The morning\n\nBoats of all kinds left the harbour early.\n\nBy the estimate of a study, {FACT}, far more.",
    )
    assert not any("attribution" in row for row in found.passages["kinds"])


def test_two_verbs_of_one_report_differ_in_no_vouching() -> None:
    found = told_apart(
        f"A night in Marn\n\nIt rained on the whole town of Marn.\n\nMayor Ida Lund said on Monday that {FACT}.",
        f"The morning\n\nBoats of all kinds left the harbour early.\n\nMayor Ida Lund conceded that {FACT}, far more.",
    )
    assert ["report" in row for row in found.passages["kinds"]] == [True]
    assert not any("attribution" in row for row in found.passages["kinds"])


@pytest.mark.parametrize(
    ("one", "two", "denied"),
    [
        (
            "To close the harbour of Marn would cost 40 jobs",
            "If they don't close the harbour of Marn, it would cost 40 jobs",
            False,
        ),
        (
            "Leaving the harbour of Marn costs 40 jobs",
            "Unless they never leave the harbour of Marn, it costs 40 jobs",
            False,
        ),
        ("They close the harbour of Marn for 40 days", "They do not close the harbour of Marn for 40 days", True),
    ],
)
def test_what_is_only_supposed_is_not_denied(one: str, two: str, denied: bool) -> None:
    found = told_apart(
        f"A night in Marn\n\nIt rained on the whole town of Marn.\n\n{one}, the long report of the town clerk said.",
        f"The morning\n\nBoats of all kinds left the harbour early.\n\n{two}, the long report of the town clerk said.",
    )
    assert any("denial" in row for row in found.passages["kinds"]) == denied


def test_a_strong_verb_of_a_headline_stands_beside_a_plain_one() -> None:
    found = told_apart(
        "Mayor Lund blasted by council over tram plan\n\nIda Lund spoke on Monday in Marn.",
        "Council criticizes Lund on tram plan\n\nIda Lund was at the hall on Monday.",
    )
    texts = found.analysis.texts
    first = found.telling[0]
    assert first.headline and first.own == 2
    shown = [texts[side.article][side.words[0].start : side.words[0].end] for side in first.sides]
    assert shown == ["Mayor Lund blasted by council", "criticizes Lund"]


def test_headlines_that_tell_alike_are_no_contrast() -> None:
    found = told_apart("Mayor meets council\n\nIda Lund spoke.", "Council meets mayor\n\nIda Lund was at the hall.")
    assert not found.telling


CHARGED = "\n\nA report says that Anna Holt met the owners at the Grand Hotel."


def test_nothing_is_said_to_be_missing_that_another_sentence_of_the_article_has() -> None:
    """A doubt that the other account voices two lines on is no difference between the two."""
    assert "certainty" in next(kinds for a, _, kinds in pairs(both()) if "Grand Hotel" in a)
    again = compared(BELL, COURIER.rstrip() + CHARGED)
    assert all("certainty" not in kinds for a, b, kinds in pairs(again) if "reportedly" in a + b)


REFUSES = """Cafe turned guests away

The cafe in Sandby denied service to nine sailors on Friday, and the storm claimed four lives.
"""


def test_a_refusal_is_no_denial_and_a_storm_claims_nothing() -> None:
    marks = compared(REFUSES, COURIER).openings
    assert not any("denial" in detail for detail in marks[marks["section"] == "body"]["detail"])


HEADS = (BELL.replace("Harbour workers walk out", "Mayor slams dockers"), COURIER.replace("Mob shuts", "Dockers close"))


def test_a_forceful_headline_beside_a_plain_one_is_named() -> None:
    found = next(one for one in compared(*HEADS).telling if one.headline)
    shown = {
        side.source: HEADS[side.source == "Courier"][side.words[0].start : side.words[0].end] for side in found.sides
    }
    assert found.own == 2 and "slams" in shown["Bell"]
    said = compared(HEADS[0].replace("Mayor slams dockers", "Mayor: company slams dockers"), HEADS[1])
    sides = [side for one in said.telling if one.headline for side in one.sides if side.source == "Bell"]
    assert all(word.voice != "narrator" for side in sides for word in side.words)


def test_a_headline_that_quotes_somebody_is_in_his_voice() -> None:
    """Beside a forceful headline the other stands in full: as whose words it is told, never as the outlet's own."""
    found = told_apart(
        "Lund mocks council for tram vote\n\nMayor Ida Lund spoke on Monday in Marn.",
        "Lund: Tram vote is not creating jobs\n\nMayor Ida Lund said the vote of the council creates no jobs.",
    )
    words = [word for one in found.telling for side in one.sides if side.source == "Wire" for word in side.words]
    assert all(word.voice != "narrator" for word in words)


JUDGED = "expressed concern on Monday about how to run a lawsuit in Marn over 1.5 million crowns"


@pytest.mark.parametrize(("other", "told"), [("who smiled", True), ("who gave ardent speeches", False)])
def test_no_judgement_is_missing_beside_another(other: str, told: bool) -> None:
    comparison = told_apart(
        f"A night in Marn\n\nIt rained on the whole town of Marn.\n\nJudge Ida Lund, a sympathetic woman, {JUDGED}.",
        f"The morning\n\nBoats of all kinds left the harbour early.\n\nJudge Ida Lund, {other}, {JUDGED}, and left.",
    )
    only = [d for r in comparison.passages.to_dict("records") for d in read_differences(r["detail"]) if d.only]
    assert any(one.kind == "evaluation" for one in only) is told


VOUCHED = "Lund approached banker Karl Brandt about the race at the wish of the party."


@pytest.mark.parametrize(("own", "noted"), [("", True), (VOUCHED, False)])
@pytest.mark.parametrize("aside", ["", " as old friends look for another seat"])
def test_a_headline_that_the_body_vouches_for_in_other_words_is_not_overstated(
    own: str, noted: bool, aside: str
) -> None:
    claim = "Ida Lund pushed Karl Brandt out of the race"
    found = told_apart(
        f"{claim}{aside}\n\nThe party said on Monday that {claim}. {own}",
        "Boats leave\n\nBoats of all kinds left the harbour early on Monday.",
    )
    assert any("overstated" in detail for detail in found.openings["detail"]) is noted


def test_a_headline_that_others_state_too_is_not_overstated() -> None:
    claim = "Ida Lund pushed Karl Brandt out of the race"
    found = told_apart(
        f"{claim}\n\nThe party said on Monday that {claim}.",
        "Ida Lund drove Karl Brandt out of the race\n\nBoats of all kinds left the harbour early on Monday.",
    )
    assert not any("overstated" in detail for detail in found.openings["detail"])
