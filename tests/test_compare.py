"""Comparison: what is tested, what may be claimed, and what must not change a claim."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from recount import countable, plain, rates_in, recounted, relabelled, shuffled_rows
from tables import analysis, article, cue, quote, random_run, row

from framing.compare import apply_verdicts, compare_sources, null_check
from framing.compare.claims import COLUMNS
from framing.compare.differences import Labels, left_out_means, pairs_of
from framing.errors import InputError, UsageError
from framing.say import value

ACTORS = [("AM", "Armenia", "state", ""), ("AZ", "Azerbaijan", "state", ""), ("pm", "Ana Bek", "person", "AM")]
NUMBERS = ["difference", "low", "high", "p", "q", "value", "value_against"]


@pytest.fixture(scope="module")
def planted():
    return random_run(5, events=20, planted=2.5)


def test_claims_are_one_row_a_difference(planted):
    claims = compare_sources(planted).claims
    assert list(claims.columns[: len(COLUMNS)]) == COLUMNS
    assert not claims.duplicated(["source", "against", "feature"]).any()
    assert claims["holds"].dtype == bool
    assert set(claims["family"]) == {"headline", "exploratory"}
    assert claims.loc[claims["family"] == "headline", "feature"].nunique() <= 6


def test_a_planted_difference_is_claimed_in_words(planted):
    claims = compare_sources(planted).claims
    first = claims.iloc[0]
    assert first["holds"] and first["feature"] == "loaded/narrator" and first["source"] == "S0"
    assert first["sentence"].startswith("S0 tends to use more loaded words in its own voice than S")
    assert first["q"] <= 0.05 and first["low"] > 0 and first["n"] == 20
    rest = claims[~claims["holds"]]
    assert rest["sentence"].str.startswith("Cannot tell").sum() > 0.8 * len(rest)
    assert not rest["sentence"].str.contains("tends to").any()


def test_holding_needs_every_rule(planted):
    claims = compare_sources(planted).claims
    assert (claims.loc[claims["holds"], "q"] <= 0.05).all()
    assert (claims.loc[claims["holds"], "reason"] == "").all()
    assert (claims.loc[~claims["holds"], "reason"] != "").all()


def test_swapping_two_sources_flips_every_sign():
    run = random_run(3, sources=2, events=9)
    before = plain(compare_sources(run).claims)
    after = plain(compare_sources(relabelled(run, {"S0": "S1", "S1": "S0"})).claims)
    for column in ("difference",):
        np.testing.assert_allclose(before[column], -after[column], equal_nan=True)
    np.testing.assert_allclose(before["low"], -after["high"], equal_nan=True)
    for column in ("p", "q", "n", "holds"):
        pd.testing.assert_series_equal(before[column], after[column])


@pytest.mark.parametrize("events", [4, 10, 16])
def test_order_and_names_change_nothing_else(events):
    run = random_run(4, events=events, planted=2.0)
    before = plain(compare_sources(run).claims)
    reordered = plain(compare_sources(shuffled_rows(run, 11)).claims)
    pd.testing.assert_frame_equal(before, reordered, check_exact=False, rtol=1e-9)
    names = {"S0": "Alpha", "S1": "Beta", "S2": "Gamma"}
    renamed = plain(compare_sources(relabelled(run, names)).claims)
    pd.testing.assert_frame_equal(before[[*NUMBERS, "n", "holds"]], renamed[[*NUMBERS, "n", "holds"]])


def test_the_same_run_twice_is_the_same(planted):
    pd.testing.assert_frame_equal(compare_sources(planted).claims, compare_sources(planted).claims)


def test_below_four_articles_nothing_is_tested():
    comparison = compare_sources(random_run(1, events=3, planted=9.0))
    assert comparison.claims["p"].isna().all() and not comparison.claims["holds"].any()
    assert comparison.claims["sentence"].str.startswith("Cannot tell from n = 3 and 3 articles").any()


def test_below_three_articles_there_are_no_claim_words():
    claims = compare_sources(random_run(1, events=2, planted=9.0)).claims
    assert claims["sentence"].str.contains("description only|nothing to count").all()
    assert not claims["sentence"].str.contains("tends to|Cannot tell from").any()


def test_few_shared_events_fall_back_to_labels():
    tests = compare_sources(random_run(1, events=5)).claims.set_index("feature")["test"]
    assert set(tests["loaded/narrator"]) == {"labels"}
    matched = compare_sources(random_run(1, events=6)).claims.set_index("feature")["test"]
    assert set(matched["loaded/narrator"]) == {"matched events"}


def test_sources_without_shared_events_are_compared_with_a_warning():
    comparison = compare_sources(random_run(1, events=8, matched=False))
    assert any("may come from what they covered" in warning for warning in comparison.warnings)
    assert set(comparison.claims["test"]) <= {"labels", "none"}


def test_more_than_six_sources_stand_each_against_the_others():
    assert len(pairs_of(6)) == 15
    claims = compare_sources(random_run(1, sources=7, events=7)).claims
    assert set(claims["against"]) == {"the others"}


def test_leaving_out_an_article_is_what_it_says():
    random = np.random.default_rng(3)
    values, labels = random.normal(size=12), Labels(np.tile([0, 1], 6), np.repeat(np.arange(3), 4), -1)
    fast = left_out_means(values, labels, (0, 1), "matched events")

    def gap(kept):
        gaps = []
        for event in range(3):
            one = [values[k] for k in kept if labels.event_of[k] == event and labels.source_of[k] == 0]
            other = [values[k] for k in kept if labels.event_of[k] == event and labels.source_of[k] == 1]
            if one and other:
                gaps.append(np.mean(one) - np.mean(other))
        return np.mean(gaps)

    order = [k for source in (0, 1) for k in range(12) if labels.source_of[k] == source]
    slow = [gap([k for k in range(12) if k != out]) for out in order]
    np.testing.assert_allclose(fast, slow)


def test_one_article_cannot_carry_a_claim():
    """Twelve matched events; one source has twenty times the hits in one article and a few elsewhere."""
    articles, rows = [], []
    for event in range(12):
        own = 20_000 if event == 0 else 200
        articles += [article(f"{source}{event}", source, event=f"e{event}", own_words=own) for source in ("A", "B")]
        rows += [row("loaded", f"A{event}", "epithet") for _ in range(60 if event == 0 else 1)]
    claims = compare_sources(analysis(articles, rows)).claims
    first = claims[claims["feature"] == "loaded/narrator"].iloc[0]
    assert first["q"] <= 0.01 and not first["holds"]
    assert first["reason"] == "one article holds more than half of the evidence"
    assert "not about the outlet" in first["sentence"]


def test_voices_are_never_mixed():
    articles = [article(f"{source}{k}", source, event=f"e{k}") for k in range(12) for source in ("A", "B")]
    rows = [row("loaded", f"A{k}", "epithet", voice="attributed", speaker="X") for k in range(12) for _ in range(3)]
    comparison = compare_sources(analysis(articles, rows))
    held = set(comparison.claims.loc[comparison.claims["holds"], "feature"])
    assert "loaded/narrator" not in set(comparison.claims["feature"])
    assert held == {"loaded/others"}


def test_every_rate_of_a_comparison_recounts(planted):
    comparison = compare_sources(planted)
    for records in (comparison.voices, comparison.loaded, comparison.agency, comparison.tones):
        for record in records:
            for rate in rates_in(record):
                if countable(rate):
                    assert rate.value == pytest.approx(recounted(rate, planted, record.source))


def test_omission_has_three_states():
    articles = [
        article("a1", "North", event="e"),
        article("b1", "South", event="e"),
        article("c1", "West", event="e", words=60),
    ]
    rows = [row("mention", id, "name", actor="AM") for id in ("a1", "b1")] + [
        row("mention", "a1", "name", actor="pm") for _ in range(2)
    ]
    rows += [row("mention", "c1", "name", actor="pm"), row("mention", "b1", "name", actor="AZ")]
    matrix = compare_sources(analysis(articles, rows, ACTORS)).omissions[0]
    states = {item.name: [cell.state for cell in cells] for item, cells in zip(matrix.items, matrix.cells, strict=True)}
    assert states == {
        "Ana Bek": ["mentioned", "not mentioned", "mentioned"],
        "Armenia": ["mentioned", "mentioned", "cannot tell"],
    }
    cell = matrix.cells[0][0]
    assert cell.excerpt is not None and cell.excerpt.row in cell.rows


def test_a_name_that_stands_in_the_text_is_not_called_missing():
    texts = {"a1": "Ana Bek spoke.", "b1": "Some Bek-like person.", "c1": "Nobody."}
    articles = [
        article(id, source, event="e")
        for id, source in (("a1", "North"), ("b1", "South"), ("c1", "West"), ("d1", "East"))
    ]
    rows = [row("mention", id, "name", actor="pm") for id in ("a1", "d1")]
    named = [("pm", "Ana Bekova", "person", "AM")]
    matrix = compare_sources(analysis(articles, rows, named, {**texts, "b1": "The Bekova affair."})).omissions[0]
    states = dict(zip(matrix.sources, (cell.state for cell in matrix.cells[0]), strict=True))
    assert states == {"North": "mentioned", "East": "mentioned", "South": "cannot tell", "West": "not mentioned"}


def test_the_loudest_contrast_keeps_its_voice():
    articles = [article("a1", "News", event="e"), article("b1", "Bulletin", event="e")]
    rows = [
        cue(
            "a1",
            "raid/duty",
            1.0,
            text="anti-terrorist campaign",
            variant="c",
            voice="attributed",
            speaker="Sergey Markov",
        ),
        cue("b1", "raid/crime", -1.0, text="ethnic cleansing", variant="x", voice="attributed", speaker="Yerevan"),
    ]
    first = compare_sources(analysis(articles, rows)).contrasts[0]
    assert first.kind == "wording"
    assert "only in Sergey Markov’s words" in first.sentence and "only in Yerevan’s words" in first.sentence
    assert {side.voice for side in first.sides} == {"attributed"}


def test_a_source_that_lets_one_side_speak_is_a_contrast():
    articles = [article("a1", "News", event="e"), article("b1", "Bulletin", event="e")]
    rows = [quote("a1", "Baku", actor="AZ", kind="country") for _ in range(5)]
    rows += [quote("b1", "Ana Bek", actor="pm") for _ in range(5)]
    contrasts = [one for one in compare_sources(analysis(articles, rows, ACTORS)).contrasts if one.kind == "voices"]
    assert contrasts[0].sides[1].text == "none of its 5 quotes is known to come from Armenia"


def test_a_map_needs_four_sources_of_five_articles():
    assert compare_sources(random_run(1, sources=3, events=8)).map is None
    assert compare_sources(random_run(1, sources=5, events=4)).map is None
    drawn = compare_sources(random_run(1, sources=5, events=8)).map
    assert drawn is not None and 0 <= drawn.stress < 0.3
    assert len(drawn.points) == 5 and len(drawn.x_features) == 3


def words_run(marked: int, events: int = 16):
    """Two sources on the same events; the first writes "carefully" in `marked` of its articles."""
    articles, texts = [], {}
    for event in range(events):
        for source in ("A", "B"):
            id = f"{source}{event:02d}"
            articles.append(article(id, source, event=f"e{event}"))
            word = "carefully" if source == "A" and event < marked else "plainly"
            texts[id] = (
                f"The council {word} chose a plan for roads. Money was found. Others grumbled about taxes {word}."
            )
    return analysis(articles, [], texts=texts)


def test_a_planted_word_is_distinctive_and_a_rare_one_is_not():
    found = {(one.source, one.words): one for one in compare_sources(words_run(16)).words}
    assert found["A", "carefully"].distinctive and found["A", "carefully"].label == "distinctive"
    few = {(one.source, one.words): one for one in compare_sources(words_run(6)).words}
    assert not few["A", "carefully"].distinctive


def test_words_of_others_are_not_the_narrators():
    run = words_run(16)
    spans = [(id, text.index("carefully")) for id, text in run.texts.items() if "carefully" in text]
    rows = []
    for id, start in spans:
        one = quote(id, "X", start=0, end=len(run.texts[id]))
        one["detail"] = one["detail"].replace("[[0, 1]]", f"[[0, {len(run.texts[id])}]]")
        rows.append(one)
        assert start > 0
    silent = analysis(run.articles.to_dict("records"), rows, texts=dict(run.texts))
    assert not any(one.words == "carefully" for one in compare_sources(silent).words)


def test_the_null_check_is_seeded_and_says_what_it_did():
    run = random_run(8, events=12)
    check = null_check(run, draws=20)
    assert check == null_check(run, draws=20)
    assert check.reports == 20 and 0 <= check.with_false_claim <= 4
    assert f"in {check.with_false_claim} of 20 reports" in check.sentence


def test_a_real_difference_does_not_survive_its_own_null_check(planted):
    assert compare_sources(planted).claims["holds"].any()
    assert null_check(planted, draws=40).share <= 0.15


def test_headline_features_can_be_declared(planted):
    claims = compare_sources(planted, headline=["words", "reading/grade"]).claims
    assert set(claims.loc[claims["family"] == "headline", "feature"]) == {"words", "reading/grade"}
    with pytest.raises(UsageError, match="no feature 'bias'"):
        compare_sources(planted, headline=["bias"])
    with pytest.raises(UsageError, match="at most six"):
        compare_sources(planted, headline=list(dict.fromkeys(claims["feature"]))[:7])


def test_methods_say_what_was_tested(planted):
    comparison = compare_sources(planted, null_draws=5)
    assert any("tested 18, " in sentence for sentence in comparison.methods)
    assert comparison.null is not None and comparison.null.reports == 5


def test_verdicts_take_rows_out_and_say_so():
    run = analysis([article("a1", "North")], [row("loaded", "a1", "epithet"), row("loaded", "a1", "hedge")])
    said = pd.DataFrame(
        {
            "id": ["loaded-0", "loaded-1", "loaded-1", "gone"],
            "verdict": ["drop", "drop", "keep", "drop"],
            "who": "Leyla",
            "why": "",
        }
    )
    left, report = apply_verdicts(run, said)
    assert list(left.evidence["id"]) == ["loaded-1"]
    assert (report.dropped, report.kept, report.unknown, dict(report.by_kind)) == (1, 1, ("gone",), {"loaded": 1})
    assert report.sentence.startswith("Readers' verdicts took out 1 finding (1 loaded) and confirmed 1.")


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"id": ["x"]}, "lack the column 'verdict'"),
        ({"id": ["x"], "verdict": ["maybe"]}, "'maybe' is unknown. Write keep or drop"),
    ],
)
def test_a_broken_verdict_file_is_explained(table, message):
    with pytest.raises(InputError, match=message):
        apply_verdicts(analysis([article("a1", "North")]), pd.DataFrame(table))


def test_one_source_alone_is_shown_without_claims():
    comparison = compare_sources(random_run(1, sources=1, events=4))
    assert len(comparison.claims) == 0 and list(comparison.claims.columns[: len(COLUMNS)]) == COLUMNS
    assert len(comparison.voices) == 1 and comparison.contrasts == ()


def test_articles_without_findings_are_enough():
    comparison = compare_sources(analysis([article("a1", "A"), article("b1", "B")]))
    assert comparison.n == {"A": 1, "B": 1} and not comparison.claims["holds"].any()


def test_tables_read_back_by_other_tools_count_the_same(tmp_path):
    run = random_run(6, events=7)
    run.evidence.to_csv(tmp_path / "evidence.csv", index=False)
    run.articles.to_csv(tmp_path / "articles.csv", index=False)
    run.actors.to_csv(tmp_path / "actors.csv", index=False)
    tables = [pd.read_csv(tmp_path / f"{name}.csv") for name in ("evidence", "articles", "actors")]
    pd.testing.assert_frame_equal(compare_sources(type(run)(*tables)).claims, compare_sources(run).claims)
    kinds = run.evidence.astype(
        {name: "category" for name in ("kind", "article", "voice", "label", "actor", "speaker")}
    )
    pd.testing.assert_frame_equal(
        compare_sources(type(run)(kinds, run.articles, run.actors)).claims, compare_sources(run).claims
    )


def test_word_shifts_add_up_and_two_sources_mirror_each_other():
    run = random_run(3, sources=2, events=9)
    one, other = compare_sources(run).shifts
    for part in (one, other):
        assert part.shift.words
        assert sum(word.value for word in part.shift.words) == pytest.approx(part.shift.difference)
        shown, rest = part.shift.top(1)
        assert shown[0].value + rest == pytest.approx(part.shift.difference)
    assert one.shift.difference == pytest.approx(-other.shift.difference)


def test_a_value_that_nothing_stands_behind_is_a_dash() -> None:
    assert value(float("nan"), "share of quotes") == "–" and value(0.21, "share of quotes") == "21 %"
