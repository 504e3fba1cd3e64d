"""One source over time."""

from __future__ import annotations

from tables import analysis, article

from framing.profile import profile_source


def test_months_come_in_order_and_undated_articles_stay_out():
    articles = [
        article(f"a{n}", "North", date=date) for n, date in enumerate(["2024-02-01", "2024-01-05", "", "2024-02-20"])
    ]
    periods = profile_source(analysis(articles), "North", by="month").periods
    assert [(period.period, period.n) for period in periods] == [("2024-01", 1), ("2024-02", 2)]
