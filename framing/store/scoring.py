"""Articles into shards: what is in the store already is skipped, the rest is read, a shard at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from framing.cluster import Workers, spread
from framing.errors import UsageError
from framing.folder import is_store
from framing.model import Article
from framing.pipeline import Known, order_articles, rare_collections
from framing.say import plural
from framing.store.keys import make_keys
from framing.store.layout import FORMAT, SHARDS, TABLES, TEXTS, StoreRecord, write_store_record
from framing.store.shards import (
    ShardInput,
    StoredArticle,
    list_shards,
    read_share,
    read_texts,
    shard_number,
    stored_articles,
    write_shard,
    write_texts,
)

SHARD = 500  # articles in a shard, at most
FEWEST = 25  # articles in a shard where several processes share fewer
SHARES = 4  # shards for each process, so that none waits long for the last one
Tick = Callable[[int], None]


class StoreOptions(NamedTuple):
    """How a store is filled: by whom, whether texts are kept, how large a shard may be."""

    cluster: Workers = Workers()
    texts: bool = False
    shard: int = SHARD  # articles


class ScoringPlan(NamedTuple):
    """What a run has to read for a store, and what it need not."""

    todo: tuple[Article, ...]
    done: tuple[Article, ...]  # in the store as they would be read now
    keys: Mapping[str, str]  # by article
    known: Known
    damaged: tuple[str, ...]  # shards that cannot be read: set aside, their articles are to be read again


def plan_scoring(store: Path, articles: Iterable[Article], known: Known, *, replace: bool = False) -> ScoringPlan:
    """Which of the articles a store lacks or holds as they were read otherwise; makes the store if there is none.

    Raises:
        InputError: two articles bear one id.
        UsageError: an article of the same id but another text is in the store, and it is not to be replaced.
    """
    _make_store(store)
    ordered, key = order_articles(articles), make_keys(known)
    keys = {article.id: key(article) for article in ordered}
    held, damaged = stored_articles(store)
    if not replace:
        _refuse_replacing(ordered, held)
    is_done = {one.id: one.id in held and held[one.id].key == keys[one.id] for one in ordered}
    todo = tuple(one for one in ordered if not is_done[one.id])
    return ScoringPlan(todo, tuple(one for one in ordered if is_done[one.id]), keys, known, tuple(damaged))


def score_into(store: Path, plan: ScoringPlan, options: StoreOptions, tick: Tick) -> tuple[str, ...]:
    """Reads what is planned into shards; gives the ids of the articles that take too long and are left out.

    `tick` is called with the number of articles just finished.

    Stopped at any moment, it loses the shards that were being read and nothing else; planned and called again, it goes
    on from there.

    Raises:
        MissingPartError: what several processes need is not installed.
        InputError: no scheduler answers.
    """
    number = max(map(shard_number, list_shards(store)), default=0)
    with rare_collections():
        for share, data in _read(_shares(plan, options), options.cluster, tick) if plan.todo else ():
            number += 1
            write_shard(store, number, share.keys, data)
    articles, held = [*plan.todo, *plan.done], stored_articles(store)[0]
    if options.texts:
        _keep_texts(store, articles, held)
    return tuple(sorted(one.id for one in articles if held[one.id].slow))


def _make_store(store: Path) -> None:
    for name in (SHARDS, TABLES):
        (store / name).mkdir(parents=True, exist_ok=True)
    if not is_store(store):
        write_store_record(store, StoreRecord(FORMAT))


def _refuse_replacing(articles: Sequence[Article], held: dict[str, StoredArticle]) -> None:
    """Refuses articles that would take the place of others.

    Raises:
        UsageError: there are any.
    """
    changed = [one.id for one in articles if one.id in held and held[one.id].sha256 != one.sha256]
    if changed:
        raise UsageError(
            f"{plural(len(changed), 'article')} stand in the store with another text, the first is {changed[0]!r}. "
            "If the texts were changed, add --force to replace them; if they are other articles, use another store."
        )


def _shares(plan: ScoringPlan, options: StoreOptions) -> Iterator[ShardInput]:
    """The articles to be read, a shard at a time; those of an event side by side."""
    together = sorted(plan.todo, key=lambda one: (one.event, one.id))
    processes = options.cluster.processes
    fair = -(-len(together) // (SHARES * processes)) if processes > 1 else len(together)
    size = min(options.shard, max(FEWEST, fair))
    for first in range(0, len(together), size):
        chosen = sorted(together[first : first + size], key=lambda one: one.id)
        yield ShardInput(tuple(chosen), tuple(plan.keys[one.id] for one in chosen), plan.known)


def _read(shares: Iterator[ShardInput], cluster: Workers, tick: Tick) -> Iterator[tuple[ShardInput, bytes]]:
    """Each share with its shard, as they are finished."""
    if cluster.processes == 1 and not cluster.address:
        for share in shares:
            yield share, read_share(share, tick)
        return
    for share, data in spread(read_share, shares, cluster):
        tick(len(share.articles))
        yield share, data


def _keep_texts(store: Path, articles: Sequence[Article], held: Mapping[str, StoredArticle]) -> None:
    """Writes the texts of the articles beside the shards that hold them, where that was not done."""
    by_file: dict[str, dict[str, str]] = {}
    for article in articles:
        by_file.setdefault(held[article.id].file, {})[article.id] = article.text
    (store / TEXTS).mkdir(exist_ok=True)
    for name, texts in by_file.items():
        known = read_texts(store, [name])
        if not texts.keys() <= known.keys():
            write_texts(store, name, known | texts)
