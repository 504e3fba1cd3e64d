"""What public objects look like in a notebook, shares that add up, and excerpts that cut no quotation."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import framing
from framing.chart.kinds.stacked_share import StackedShare
from framing.chart.protocol import Head, ValueRow
from framing.compare import compare_sources
from framing.profile import profile_source
from framing.stats.intervals import range_of
from framing.text import window
from tests.tables import random_run

LONGEST = 2_000


def test_objects_are_short_in_a_notebook() -> None:
    run = random_run(1, sources=9, events=2)
    comparison = compare_sources(run)
    profile = profile_source(run, comparison.sources[0])
    article = framing.Article.from_text("Many words. " * 5_000, id="a" * 500, source="S" * 500)
    for one in (run, comparison, profile, article, *comparison.voices[0].by_kind.values()):
        assert len(repr(one)) <= LONGEST
    for record in (comparison, profile):  # and what they hold
        for field in fields(record):
            held = getattr(record, field.name)
            several = held.values() if isinstance(held, dict) else held if isinstance(held, tuple) else [held]
            assert all(len(repr(one)) <= LONGEST for one in several if is_dataclass(one)), field.name
    for shown in (run, comparison, profile):
        assert shown._repr_html_().startswith("<table>")


def test_equal_shares_are_printed_as_equal() -> None:
    head = Head("speakers", "Who speaks?", "share")
    bar = StackedShare(head, ("a", "b", "c"), (ValueRow("North", (4, 4, 3), ((), (), ()), "n = 11"),))
    assert bar.describe() == "North: a 36 %, b 36 %, c 27 % (n = 11)."


def test_units_have_ends() -> None:
    assert range_of("share of quotes") == (0.0, 1.0)
    assert range_of("tone") == (-1.0, 1.0)
    assert range_of("per 1,000 own words")[0] == 0.0


def test_no_quotation_is_cut() -> None:
    said = "“The village was shelled for nine days, and on the tenth day everybody who could walk had left it,”"
    text = f"After a long and very tiring winter in the mountains of the north, {said} the old teacher told us there."
    for words in ("winter", "teacher", "tenth"):
        start = text.index(words)
        low, high = window(text, start, start + len(words), [0])
        assert text[low:high].count("“") == text[low:high].count("”")
