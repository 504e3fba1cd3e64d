"""A reader decides on pairs of wordings: rejected ones go, accepted ones bear the reader’s name and make a pack."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from framing import Article, analyze, compare_sources
from framing.compare import apply_verdicts
from framing.compare.drafts import propose_pairs, write_draft
from framing.evidence import Analysis
from framing.packs import load_frame_pack

TEXTS = {
    "Bell": "The council of Marn approved brutal cuts in housing benefits on Monday.\n\n"
    "Mayor Ida Lund closed her speech in Marn with a spiteful post on Tuesday.",
    "Wire": "The council of Marn approved modest reductions in housing benefits on Monday.\n\n"
    "Mayor Ida Lund closed her speech in Marn with a post on Tuesday.",
}

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def run() -> Analysis:
    return analyze([Article.from_text(text, id=name, source=name, event="e") for name, text in TEXTS.items()], packs=[])


def judge(run: Analysis, *lines: tuple[str, str, str]) -> tuple[Analysis, str]:
    table = pd.DataFrame([{"id": id, "verdict": verdict, "name": name} for id, verdict, name in lines])
    judged, report = apply_verdicts(run, table)
    return judged, report.sentence


def test_a_reader_decides_about_pairs(run: Analysis, tmp_path: Path) -> None:
    first, second = compare_sources(run).wordings[["a", "b"]].itertuples(index=False)
    judged, says = judge(run, ("+".join(first), "drop", ""), (f"{second.b}+{second.a}", "keep", "the last word"))
    assert says.endswith("they accepted 1, named 1 of these and rejected 1.")
    comparison = compare_sources(judged)
    table = comparison.wordings
    assert table[["a", "b", "name", "verdict"]].to_numpy().tolist() == [[*second, "the last word", "keep"]]
    assert len(judged.evidence) == len(run.evidence), "a verdict on a pair takes no row out"
    pack = load_frame_pack(write_draft(comparison, propose_pairs(comparison), tmp_path / "mine.toml"))
    assert [one.name for one in pack.referents] == ["the last word"]
    assert {pole.value for pole in pack.referents[0].poles} > {0.0}


def test_readers_who_disagree_keep_a_pair_and_a_strange_one_is_named(run: Analysis) -> None:
    pair = "+".join(compare_sources(run).wordings[["a", "b"]].iloc[0])
    judged, says = judge(run, (pair, "drop", ""), (pair, "keep", ""), ("wording-1+wording-2", "drop", ""))
    assert pair in {f"{row.a}+{row.b}" for row in compare_sources(judged).wordings.itertuples()}
    assert "1 verdict name a finding that is not in this run, the first is 'wording-1+wording-2'" in says
