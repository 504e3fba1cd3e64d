"""A store holds what one run over all articles gives, however often it was stopped, added to or spread over workers."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from framing.cluster import Workers
from framing.errors import InputError, UsageError
from framing.evidence import Analysis
from framing.evidence.saved import TABLES
from framing.model import Article
from framing.pipeline import Known, analyze
from framing.store import (
    StoreOptions,
    describe_store,
    join_shards,
    plan_scoring,
    read_selection,
    read_store,
    read_store_roster,
    score_into,
)
from framing.store.layout import SHARDS
from framing.store.layout import TABLES as FOLDER

KNOWN = Known()
PAIRS = StoreOptions(shard=2)
TOLD = (
    (
        "Courier",
        "Council backs wall\n\nMayor Anna Berg said the sea wall would protect the harbour. “We waited,” she said. "
        "On Monday the council approved the sea wall, which will cost the fishermen of Selmouth nine million crowns.",
    ),
    (
        "Ledger",
        "Berg gets her monster\n\nOn Monday the council rushed through the hated sea barrier, which robs the fishermen "
        "of Selmouth of nine million crowns. Critics slammed Mayor Berg. The barrier is a monster, they said.",
    ),
    ("Post", "Wall approved\n\nThe sea wall was approved. Tom Lund, a fisherman, accused Anna Berg of deceit."),
)


def articles(days: int = 2) -> list[Article]:
    """Three outlets on one event a day, and one article without an event; names differ by day."""
    told = []
    for day in range(days):
        name = ("Berg", "Dale", "Holm", "Lind")[day]
        for source, text in TOLD:
            words = text.replace("Berg", name).replace("Monday", ("Monday", "Friday")[day % 2])
            told.append(Article.from_text(words, id=f"{source}-{day}", source=source, event=f"wall-{day}"))
    return [*told, Article.from_text("Rain\n\nIt rained. “Enough,” Anna Holm said.", id="rain", source="Post")]


def fill(store: Path, given: list[Article], options: StoreOptions = PAIRS) -> list[int]:
    """Fills and joins a store; the numbers that `tick` was called with."""
    done: list[int] = []
    score_into(store, plan_scoring(store, given, KNOWN), options, done.append)
    join_shards(store)
    return done


def assert_same(one: Analysis, other: Analysis) -> None:
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))
    assert [list(starts) for starts in one.sentences.values()] == [list(s) for s in other.sentences.values()]
    assert one.texts == other.texts


@pytest.fixture(scope="module")
def whole() -> Analysis:
    return analyze(articles(), packs=[])


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> Path:
    store = tmp_path_factory.mktemp("stores") / "store"
    fill(store, articles(), StoreOptions(texts=True, shard=2))
    return store


@pytest.mark.engine
def test_a_store_holds_what_one_run_gives(filled: Path, whole: Analysis) -> None:
    assert_same(read_store(filled), whole)
    assert len(whole.passages) and (whole.evidence["kind"] == "wording").any()
    facts = describe_store(filled)
    assert (facts.articles, facts.shards, facts.waiting, facts.texts) == (7, 4, 0, 7)
    assert facts.evidence == len(whole.evidence) and dict(facts.sources) == {"Courier": 2, "Ledger": 2, "Post": 3}
    assert {one.id for one in read_store_roster(filled).actors} == set(whole.actors["actor"])


@pytest.mark.engine
def test_what_is_done_is_skipped_and_what_is_new_is_added(tmp_path: Path) -> None:
    store, older, all_of_them = tmp_path / "store", articles(1), articles(2)
    assert fill(store, older) == [1] * 4
    assert not join_shards(store), "nothing changed, so nothing is joined"
    assert fill(store, all_of_them) == [1] * 3
    whole = analyze(all_of_them, packs=[])
    assert_same(read_store(store), replace(whole, texts={}, sentences={}))
    changed = replace(all_of_them[0], text=all_of_them[0].text + " It will be high.")
    with pytest.raises(UsageError, match="Courier-0"):
        plan_scoring(store, [changed], KNOWN)
    plan = plan_scoring(store, [changed], KNOWN, replace=True)
    score_into(store, plan, StoreOptions(), lambda done: None)
    assert describe_store(store).waiting == 0
    join_shards(store)
    again = analyze([changed, *all_of_them[1:]], packs=[])
    assert_same(read_store(store), replace(again, texts={}, sentences={}))


@pytest.mark.engine
def test_a_run_that_is_stopped_goes_on_and_damage_is_set_aside(tmp_path: Path, whole: Analysis) -> None:
    store = tmp_path / "store"

    def stop_at_the_fifth(done: int, count: list[int] = []) -> None:  # noqa: B006
        count.append(done)
        if len(count) == 5:
            raise KeyboardInterrupt

    plan = plan_scoring(store, articles(), KNOWN)
    with pytest.raises(KeyboardInterrupt):
        score_into(store, plan, StoreOptions(shard=2), stop_at_the_fifth)
    with pytest.raises(InputError, match="no tables yet"):
        read_store(store)
    shards = sorted((store / SHARDS).glob("*.parquet"))
    assert len(shards) == 2
    shards[0].write_bytes(shards[0].read_bytes()[:-9])
    (store / SHARDS / ".000009-0.parquet.1.part").write_bytes(b"half")
    plan = plan_scoring(store, articles(), KNOWN)
    assert len(plan.todo) == 5 and plan.damaged == (shards[0].name,)
    assert fill(store, articles()) == [1] * 5
    assert_same(read_store(store), replace(whole, texts={}, sentences={}))
    assert not list((store / SHARDS).glob(".*"))


@pytest.mark.engine
def test_articles_are_chosen_by_field(filled: Path, whole: Analysis) -> None:
    found = read_store(filled, read_selection(["event=wall-1", "source=courier", "source=Post"]))
    assert set(found.articles["article"]) == {"Courier-1", "Post-1"}
    rows = whole.evidence[whole.evidence["article"].isin(found.texts)].reset_index(drop=True)
    pd.testing.assert_frame_equal(found.evidence, rows)
    assert set(read_store(filled, read_selection([], "quote")).evidence["kind"]) == {"quote"}
    with pytest.raises(UsageError, match="no article with source=Nobody"):
        read_store(filled, read_selection(["source=Nobody"]))
    with pytest.raises(UsageError, match="FIELD=VALUE"):
        read_selection(["outlet=Post"])
    with pytest.raises(UsageError, match="more than one comparison holds"):
        read_store(filled, most=10)


@pytest.mark.engine
def test_a_record_or_a_table_that_is_missing_is_said(filled: Path, tmp_path: Path) -> None:
    import shutil

    store = shutil.copytree(filled, tmp_path / "copy")
    next((store / FOLDER).glob("evidence-*")).unlink()
    with pytest.raises(InputError, match="lacks .*evidence.*what is done is skipped"):
        read_store(store)
    (store / "store.json").write_text('{"format": "x"}', "utf-8")
    with pytest.raises(InputError, match="store.json is damaged"):
        read_store(store)


@pytest.mark.engine
@pytest.mark.slow
def test_workers_of_a_scheduler_read_the_shards_and_one_may_be_killed(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="Dask is not installed")
    options = {"threads_per_worker": 1, "dashboard_address": None, "silence_logs": 50, "host": "127.0.0.1"}
    killed: list[int] = []
    with distributed.LocalCluster(n_workers=2, **options) as cluster:

        def kill_one(done: int) -> None:
            if not killed:
                killed.append(next(iter(cluster.workers.values())).pid)
                os.kill(killed[0], signal.SIGKILL)

        store = tmp_path / "store"
        spread_out = StoreOptions(Workers(address=cluster.scheduler_address), shard=1)
        score_into(store, plan_scoring(store, articles(1), KNOWN), spread_out, kill_one)
    join_shards(store)
    assert killed
    assert_same(read_store(store), replace(analyze(articles(1), packs=[]), texts={}, sentences={}))
