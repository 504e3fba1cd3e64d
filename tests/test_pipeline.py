"""The whole chain on a few demo articles: what must hold of any run."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from framing.errors import InputError
from framing.evidence import Analysis
from framing.model import Article
from framing.pipeline import analyze
from framing.read import read_articles

DEMO = Path(__file__).parents[1] / "corpus" / "demo"
pytestmark = pytest.mark.engine


@cache
def articles() -> tuple[Article, ...]:
    return tuple(article for article in read_articles(DEMO) if article.event.endswith(("Fellock Dam", "water")))


@cache
def run() -> Analysis:
    return analyze(articles(), packs=["demo"])


def test_every_row_quotes_its_article() -> None:
    analysis = run()
    assert len(analysis.evidence) > 300
    for row in analysis.evidence.itertuples():
        assert analysis.texts[row.article][row.start : row.end] == row.text


def test_a_mention_quotes_the_title_before_it() -> None:
    analysis = run()
    rows = analysis.evidence[(analysis.evidence["kind"] == "mention") & (analysis.evidence["detail"] != "")]
    rows = rows[["phrase" in json.loads(one) for one in rows["detail"]]]  # others tell an office
    assert len(rows) > 10
    for row in rows.itertuples():
        detail = json.loads(row.detail)
        start, end = detail["phrase"]
        assert start <= row.start < row.end <= end
        assert analysis.texts[row.article][start:end] == detail["words"] != row.text
    assert "President Brevan Haldis" in {json.loads(one)["words"] for one in rows["detail"]}


def test_shares_of_a_finding_sum_to_one() -> None:
    rows = run().evidence
    rows = rows.assign(said=[str(json.loads(one).get("content")) if one else "" for one in rows["detail"]])
    for kind, keys in {
        "mention": ["article", "start", "end", "label"],
        "quote": ["article", "start", "end", "said"],
        "cue": ["article", "start", "end", "label", "rule"],
        "loaded": ["article", "start", "end", "rule"],
        "agency": ["article", "start", "end", "detail"],
    }.items():
        sums = rows[rows["kind"] == kind].groupby(keys)["share"].sum()
        assert len(sums) > 0, kind
        assert sums.between(0.999, 1.001).all(), (kind, sums[~sums.between(0.999, 1.001)].head())


def test_every_kind_of_finding_occurs_and_every_value_keeps_its_range() -> None:
    rows = run().evidence
    assert set(rows["kind"]) == {"mention", "quote", "cue", "tone", "loaded", "agency", "wording"}
    assert rows["value"].between(-1, 1).all()
    assert rows["confidence"].between(0, 1).all()
    assert set(rows["voice"]) <= {"narrator", "attributed", "quoted", "distanced"}
    assert set(rows["section"]) == {"headline", "body"}


def test_articles_stand_there_with_or_without_findings() -> None:
    calm = Article.from_text("It rained. It stopped. It was dry again by noon.", id="calm", source="Daily")
    table = analyze([calm]).articles
    assert table["article"].tolist() == ["calm"]
    assert table["own_words"].tolist() == [10]


def test_the_order_of_articles_changes_nothing() -> None:
    again = analyze(reversed(articles()), packs=["demo"])
    for name in ("evidence", "articles", "actors"):
        pd.testing.assert_frame_equal(getattr(again, name), getattr(run(), name))


def test_an_article_alone_says_what_it_says_among_others() -> None:
    one = articles()[0]
    alone = analyze([one], packs=["demo"]).evidence
    among = run().evidence.query("article == @one.id and kind != 'wording'").reset_index(drop=True)
    columns = ["kind", "start", "end", "label", "voice"]
    pd.testing.assert_frame_equal(alone[columns], among[columns])


def test_whoever_a_row_names_has_a_row_of_its_own() -> None:
    text = "Order restored\n\nThe anti-terrorist operation ended on Wednesday. The ethnic cleansing followed."
    analysis = analyze([Article.from_text(text, id="a", source="Daily")], packs=["south-caucasus"])
    named = set(analysis.evidence["actor"]) - {""}
    assert named <= set(analysis.actors["actor"]) and {"AZ"} <= named
    assert analysis.actors.set_index("actor").loc["AZ", ["name", "mentions"]].tolist() == ["Azerbaijan", 0.0]


def test_two_articles_with_one_id_are_refused() -> None:
    twin = Article.from_text("One. Two.", id="a", source="Daily")
    with pytest.raises(InputError, match="'a'"):
        analyze([twin, twin])


@pytest.mark.slow
def test_several_processes_give_the_same_tables() -> None:
    pytest.importorskip("distributed", reason="Dask is not installed")
    many = [
        Article.from_text(article.text, id=f"{article.id}-{copy}", source=article.source, event=article.event)
        for copy in range(4)
        for article in articles()
    ]
    one, two = analyze(many), analyze(many, jobs=2)
    columns = ["id", "actor", "speaker", "value"]
    pd.testing.assert_frame_equal(two.evidence[columns], one.evidence[columns])


@pytest.mark.parametrize("text", ["", "\n\n", "“", "?!", "🙂", "a" * 5000, "\u202eHello\u202c there.", "=1+1"])
def test_odd_texts_are_no_reason_to_fail(text: str) -> None:
    analysis = analyze([Article.from_text(text, id="odd", source="Daily")], packs=["demo"])
    assert analysis.articles["article"].tolist() == ["odd"]


STRIKE = """Dockers walk out at Selmouth

Dockers at the port went on strike on Monday. The union said the strike over pay would last three days, and pickets
stood at the gate. The company called the walkout blackmail. The strikers want a pay rise."""


def test_packs_are_tried_named_or_refused() -> None:
    lines = {
        "a": STRIKE,
        "b": "Choir sings\n\nThe choir sang on Sunday. One singer is a nurse, and her union has a choir too.",
    }
    events = {"a": "strike", "b": "choir"}
    given = [Article.from_text(text, id=id, source=id, event=events[id]) for id, text in lines.items()]
    tried, named, refused = (
        analyze(given),
        analyze(given, packs=["conflict", "economy-labour"]),
        analyze(given, packs=[]),
    )
    assert list(tried.articles["packs"]) == ["economy-labour", ""]
    assert list(named.articles["packs"]) == ["conflict; economy-labour"] * 2
    assert list(refused.articles["packs"]) == ["-", "-"]
    cues = tried.evidence[tried.evidence["kind"] == "cue"]
    assert {"stoppage/harm", "stoppage/plain", "workers/plain"} <= set(cues["label"])
    assert set(cues["article"]) == {"a"}
    assert "cue" not in set(refused.evidence["kind"])


def test_short_articles_of_one_event_are_judged_together() -> None:
    short = "Port quiet\n\nThe gate was shut for a third day because of the stoppage."
    one, both = (
        [Article.from_text(text, id=str(n), source=str(n), event="port") for n, text in enumerate(texts)]
        for texts in ([short], [short, STRIKE])
    )
    assert list(analyze(one).articles["packs"]) == [""]
    assert list(analyze(both).articles["packs"]) == ["economy-labour"] * 2
