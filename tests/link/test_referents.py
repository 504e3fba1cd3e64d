"""The same thing in other words: what is linked, what is not, and that names and order do not matter."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from framing import Analysis, Article, analyze, compare_sources
from framing.compare.drafts import print_pair, propose_pairs, write_draft
from framing.link.colour import colour_of
from framing.link.groups import group_units
from framing.link.units import stem
from framing.measure.rival_pairs import RivalWording
from framing.measure.rivals import choose_pairs
from framing.model import Span, WordingCandidate
from framing.packcheck import check_pack
from framing.packs import load_frame_pack
from framing.packs.wordings import load_link_words

BELL = (
    "Council approves harsh benefit cuts\n\n"
    "The council of Marn approved cuts in housing benefits on Monday. The brutal cuts in housing benefits will begin "
    "in May. Mayor Ida Lund defended the cuts. The mayor said the benefits cost too much."
)
WIRE = (
    "Council approves benefit reductions\n\n"
    "The council of Marn approved reductions in housing benefits on Monday. The modest reductions in housing benefits "
    "will begin in May. Mayor Ida Lund defended the reductions. The mayor said the benefits cost too much."
)


def story(
    texts: Sequence[str] = (BELL, WIRE), names: Sequence[str] = ("Bell", "Wire"), event: str = "cuts"
) -> Analysis:
    articles = [
        Article.from_text(text, id=name.lower(), source=name, event=event, headline=text.split("\n", 1)[0])
        for text, name in zip(texts, names, strict=True)
    ]
    return analyze(articles, packs=[])


@functools.cache
def told() -> Analysis:
    return story()


def wordings(analysis: Analysis) -> pd.DataFrame:
    return analysis.evidence[analysis.evidence["kind"] == "wording"]


@pytest.mark.engine
def test_two_words_for_one_thing_stand_under_one_label_with_reasons() -> None:
    rows = wordings(told())
    heads = rows.assign(word=rows["text"].str.split().str[-1])
    labels = {word: set(heads.loc[heads["word"] == word, "label"]) for word in ("cuts", "reductions")}
    assert labels["cuts"] == labels["reductions"] != set()
    assert all(json.loads(detail)["because"] for detail in rows["detail"])


@pytest.mark.engine
def test_what_one_article_alone_names_has_no_row_and_one_article_has_none() -> None:
    assert wordings(story([BELL], ["Bell"])).empty
    assert wordings(story(event="")).empty
    assert not (wordings(told())["text"] == "Monday").any()


@pytest.mark.engine
@pytest.mark.parametrize("most", range(2, 12))
def test_an_event_of_more_words_than_are_compared_is_linked_too(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr("framing.link.referents.MOST_UNITS", most)
    veto = "Mayor Ida Lund vetoed the controversial bill on Monday in Marn. The legislation was long."
    plain = "On Monday Mayor Ida Lund vetoed the legislation in Marn. The controversial bill was long."
    assert len(story((veto, plain)).evidence)


@pytest.mark.engine
def test_a_rival_pair_names_two_sources_and_rows_that_exist() -> None:
    table = compare_sources(told()).wordings
    assert len(table) > 0
    ids = dict(zip(told().evidence["id"], told().evidence["source"], strict=True))
    for row in table.itertuples():
        assert ids[row.a] == row.source_a != row.source_b == ids[row.b]
        assert 0 <= row.strength <= 1 and 0 <= row.sure <= 1


@pytest.mark.engine
def test_names_of_outlets_and_order_change_no_link() -> None:
    first, second = wordings(told()), wordings(story((WIRE, BELL), ("Wire", "Bell")))
    pd.testing.assert_frame_equal(first.reset_index(drop=True), second.reset_index(drop=True))
    swapped = wordings(story((BELL, WIRE), ("Zeta", "Alpha")))
    columns = ["start", "end", "label", "value", "confidence"]
    for old, new in (("Bell", "Zeta"), ("Wire", "Alpha")):
        one, two = first[first["source"] == old][columns], swapped[swapped["source"] == new][columns]
        np.testing.assert_array_equal(one.to_numpy(), two.to_numpy())


@pytest.mark.engine
def test_swapping_the_names_of_actors_changes_no_link_but_through_them() -> None:
    other = [text.replace("Ida Lund", "Ole Berg").replace("Marn", "Velt") for text in (BELL, WIRE)]
    rows = wordings(story(other))
    kept = [(row.start, row.label) for row in wordings(told()).itertuples() if row.label != "ida-lund"]
    linked = [(row.start, row.label.replace("velt", "marn")) for row in rows.itertuples() if row.label != "ole-berg"]
    assert kept == linked


@pytest.mark.engine
def test_names_of_things_and_nouns_before_others_name_them_too() -> None:
    texts = (
        "Marn debates a mosque\n\nThe mosque debate divides Marn. The mosque on Elm Street passed the Clean Water Act.",
        "Marn divided\n\nThe dispute on the mosque divides Marn. A test site breaks the Clean Water Act, and a test.",
    )
    rows = wordings(story(texts))
    labels = {text: set(rows.loc[rows["text"].str.endswith(text), "label"]) for text in ("mosque", "Act", "test")}
    assert labels["mosque"] == {"mosque"}
    assert sum(rows["text"] == "mosque") == 4
    assert labels["Act"] == {"clean-water-act"}
    assert not any(rows["text"] == "test")


@pytest.mark.engine
def test_titles_go_to_their_bearers_and_a_bare_noun_takes_up_what_was_narrowed_before() -> None:
    texts = (
        "Marn youth centre\n\nPrime Minister Ada Lund opened a youth center. The center cost little. Ada Lund left.",
        "Center opens\n\nPrime Minister Ada Lund opened the youth center. People liked that center in the city.",
    )
    rows = wordings(story(texts))
    labels = {text: set(rows.loc[rows["text"].str.endswith(text), "label"]) for text in ("Minister", "center")}
    assert labels == {"Minister": {"ada-lund"}, "center": {"youth-center"}}
    assert (rows["text"] == "center").sum() == 2
    assert not (rows["text"] == "city").any(), "nothing narrowed it"


@pytest.mark.engine
def test_opposites_are_never_linked() -> None:
    more = WIRE.replace("reductions", "increases")
    less = WIRE.replace("reductions", "decreases")
    rows = wordings(story((more, less)))
    heads = {word: set(rows.loc[rows["text"].str.endswith(word), "label"]) for word in ("increases", "decreases")}
    assert not heads["increases"] & heads["decreases"]


def test_average_link_joins_the_likeliest_first_and_stops() -> None:
    likely = np.array([[0, 0.9, 0.5, 0], [0.9, 0, 0.1, 0], [0.5, 0.1, 0, 0], [0, 0, 0, 0]], dtype="float32")
    once = np.ones(4)
    assert group_units(likely, 0.4, once).tolist() == [0, 0, 2, 3]
    assert group_units(likely, 0.3, once).tolist() == [0, 0, 0, 3]
    assert group_units(likely, 0.35, np.array([9.0, 1, 1, 1])).tolist() == [0, 0, 0, 3], "what stands often weighs more"
    assert group_units(np.zeros((0, 0), dtype="float32"), 0.3, np.ones(0)).tolist() == []


@pytest.mark.parametrize(("word", "expected"), [("reductions", "reduct"), ("killed", "kill"), ("cut", "cut")])
def test_stems_keep_four_letters(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize(
    ("core", "sign"),
    [
        (("brutal", "killing"), -1),
        (("generous", "gift"), 1),
        (("report",), 0),
        (("broken", "seal"), 0),
        (("slap",), -1),
    ],
)
def test_the_colour_of_a_wording_follows_its_words(core: tuple[str, ...], sign: int) -> None:
    one = WordingCandidate(Span(0, 1), Span(0, 1), Span(0, 1), core[-1], "noun", 0, core=core)
    colour, reasons = colour_of(one, load_link_words())
    assert (colour > 0) - (colour < 0) == sign
    assert bool(reasons) == bool(sign)
    assert abs(colour) <= 1


def rival(
    id: str,
    source: str,
    text: str,
    colour: float,
    rivals: tuple[tuple[str, int, int, float, tuple[str, ...]], ...] = (),
) -> RivalWording:
    return RivalWording(
        id, id, source, "e", 0, 9, "cut", "cut", "", text, text.split()[-1], colour, "narrator", "", False, rivals
    )


def test_pairs_are_of_two_sources_differ_and_come_once() -> None:
    one = rival("a", "Bell", "brutal cuts", -0.8, tuple((id, 0, 9, 0.9, ("one fact",)) for id in "bcd"))
    others = [
        rival("b", "Wire", "modest reductions", 0.2),
        rival("c", "Bell", "modest reductions", 0.2),
        rival("d", "Post", "savage cuts", -0.8),
    ]
    pairs = choose_pairs([one, *others])
    assert [(pair.one.id, pair.two.id) for pair in pairs] == [("a", "b"), ("a", "d")], "what tells stands first"


@pytest.mark.engine
def test_a_draft_of_the_pairs_loads_as_a_pack(tmp_path: Path) -> None:
    comparison = compare_sources(told())
    pairs = propose_pairs(comparison, 3)
    assert 0 < len(pairs) <= 3
    assert print_pair(pairs[0]).startswith("cuts: ")
    pack = load_frame_pack(write_draft(comparison, pairs, tmp_path / "draft.toml"))
    assert len(pack.referents) == len(pairs)
    assert {v.pole for r in pack.referents for v in r.variants} == {"undecided"}
    assert [p for p in check_pack(pack) if "does not find" in p.message] == []
