"""Readers’ verdicts filter, and a broken file is explained."""

from __future__ import annotations

import pandas as pd
import pytest
from tables import analysis, article, row

from framing.compare import apply_verdicts
from framing.errors import InputError


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
