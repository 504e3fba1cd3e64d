"""How it was counted and tested."""

from __future__ import annotations

from framing.compare import compare_sources


def test_methods_say_what_was_tested(planted):
    comparison = compare_sources(planted, null_draws=5)
    assert any("tested 18, " in sentence for sentence in comparison.methods)
    assert comparison.null is not None and comparison.null.reports == 5
