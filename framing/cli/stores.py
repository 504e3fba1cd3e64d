"""Stores of large collections: what `score --store` does, and the command that says what is in one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli.options import PARTIAL, Json, Request
from framing.errors import UsageError
from framing.say import number, plural

if TYPE_CHECKING:
    from framing.store import ScoringPlan

SHOWN = 20  # sources printed
MEGABYTE = 1_000_000


def score_store(request: Request, store: Path, *, cluster: str, texts: bool, force: bool) -> int:
    """Reads articles into a store, skips those that it holds, and joins the whole; gives an exit code."""
    from framing.cli import console, inputs
    from framing.cluster import Workers
    from framing.folder import alone_with, is_store, is_there
    from framing.pipeline import choose_known
    from framing.store import StoreOptions, join_shards, plan_scoring, score_into

    if is_there(store) and any(store.iterdir()) and not is_store(store):
        raise UsageError(f"{store} holds other files and is no store. Name a folder of its own with --store.")
    corpus = inputs.read_asked(request)
    known = choose_known(corpus.articles, request.packs, request.actors)
    with alone_with(Path(store).resolve()):
        plan = plan_scoring(store, corpus.articles, known, replace=force)
        _say_plan(plan)
        with console.progress(len(plan.todo)) as tick:
            options = StoreOptions(Workers(request.jobs, cluster), texts)
            slow = score_into(store, plan, options, tick or (lambda done: None))
        with console.heartbeat(lambda: "joining the shards"):
            join_shards(store, request.actors)
    corpus = inputs.leave_out(corpus, slow)
    return store_facts(store) or (PARTIAL if corpus.skipped else 0)


def _say_plan(plan: ScoringPlan) -> None:
    """What is to be read, and that it may be stopped."""
    from framing.cli import console

    if plan.damaged:
        console.say(f"Note: {plural(len(plan.damaged), 'damaged shard')} set aside ({', '.join(plan.damaged)}).")
    kept = f", {number(len(plan.done))} are in the store already" if plan.done else ""
    stop = " If it is stopped, the same command goes on." if plan.todo else ""
    console.say(f"{plural(len(plan.todo), 'article')} to read{kept}.{stop}")


def store_facts(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that score --store filled.")],
    as_json: Json = False,
) -> int:
    """Say what is in a store: articles, evidence, actors, sources, dates, size, and what waits to be joined."""
    from framing.cli import console
    from framing.folder import is_store
    from framing.store import describe_store

    if not is_store(folder):
        raise UsageError(f"{folder} is no store. `framing score PATH… --store {folder}` makes one.")
    found = describe_store(folder)
    if as_json:
        facts = {**found._asdict(), "sources": dict(found.sources)}
        console.put(json.dumps(facts, ensure_ascii=False, indent=1) + "\n")
        return 0
    dates = f", from {found.first} to {found.last}" if found.first else ""
    texts = f"the texts of {number(found.texts)}" if found.texts else "no texts"
    lines = [
        f"{plural(found.articles, 'article')} by {plural(len(found.sources), 'source')} "
        f"on {plural(found.events, 'event')}{dates}",
        f"{plural(found.evidence, 'row')} of evidence, {plural(found.actors, 'actor')}; {texts} kept",
        f"{plural(found.shards, 'shard')}, {number(found.size / MEGABYTE, 1)} MB",
        *([f"{plural(found.waiting, 'article')} not joined yet: score again"] if found.waiting else []),
        *(f"  {number(count):>9s}  {source}" for source, count in found.sources[:SHOWN]),
        *([f"  and {len(found.sources) - SHOWN} more sources"] if len(found.sources) > SHOWN else []),
    ]
    console.put("\n".join(lines) + "\n")
    return 0
