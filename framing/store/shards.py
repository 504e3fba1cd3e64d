"""Shards: files of some hundred articles as drafts, one row an article, there whole or not at all."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.evidence import FlatArticle
from framing.evidence.disk import open_duckdb, parquet_of, write_parquet
from framing.folder import open_file
from framing.link.records import Sighting
from framing.link.sketches import SentenceSketch
from framing.link.units import ArticleWordings
from framing.model import Article
from framing.pipeline import Known, draft_articles
from framing.store.codec import pack, unpack
from framing.store.layout import SHARDS, TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable

COLUMNS = ("article", "key", "event", "sha256", "slow", "sightings", "wordings", "sketches", "draft")
NO_WORDINGS = ArticleWordings("", "", "", (), ())


class ShardInput(NamedTuple):
    """What one shard is made of: articles with their keys, and what the run knows."""

    articles: tuple[Article, ...]
    keys: tuple[str, ...]
    known: Known


class StoredArticle(NamedTuple):
    """An article as a shard holds it: by what it was read, and which text that was."""

    article: str
    key: str
    sha256: str
    slow: bool  # it takes longer than a minute and was left out
    file: str  # name of the shard


def read_share(share: ShardInput, tick: Callable[[int], None] = lambda _: None) -> bytes:
    """The file of a shard: what each article says, as Parquet, but for its text; with a tick for each article.

    What linking asks for stands in columns of its own; an article that takes too long is but named.
    """
    import pandas as pd

    rows = []
    drafts = draft_articles(share.articles, share.known)
    for draft, article, key in zip(drafts, share.articles, share.keys, strict=True):
        tick(1)
        packed = (b"",) * 4 if isinstance(draft, str) else _pack_draft(draft, linked=bool(article.event))
        rows.append((article.id, key, article.event, article.sha256, isinstance(draft, str), *packed))
    table = pd.DataFrame(rows, columns=list(COLUMNS), dtype=object).astype({"slow": bool})
    with tempfile.TemporaryDirectory() as box, open_duckdb() as connection:
        write_parquet(connection, table, Path(box) / "shard.parquet")
        return (Path(box) / "shard.parquet").read_bytes()


def _pack_draft(draft: FlatArticle, *, linked: bool) -> tuple[bytes, bytes, bytes, bytes]:
    """Sightings, wordings and sketches of a draft, and the rest of it without its text."""
    rest = draft._replace(text="", sightings=(), sketches=(), wordings=NO_WORDINGS)
    told = (pack(draft.wordings), pack(draft.sketches)) if linked else (b"", b"")
    return (pack(draft.sightings), *told, pack(rest))


def unpack_sightings(data: bytes) -> tuple[Sighting, ...]:
    """The actors of an article, as `link` wants them."""
    return tuple(unpack(data, tuple[Sighting, ...]))


def unpack_wordings(data: bytes) -> ArticleWordings:
    """What other articles may name in other words; without a candidate where the article has no event."""
    return ArticleWordings(*unpack(data, ArticleWordings)) if data else NO_WORDINGS


def unpack_sketches(data: bytes) -> tuple[SentenceSketch, ...]:
    """The sketches of the sentences of an article."""
    return tuple(unpack(data, tuple[SentenceSketch, ...])) if data else ()


def unpack_draft(data: bytes, sightings: bytes, wordings: bytes) -> FlatArticle:
    """The draft of an article, without its text and its sketches."""
    draft: FlatArticle = unpack(data, FlatArticle)
    return draft._replace(sightings=unpack_sightings(sightings), wordings=unpack_wordings(wordings))


def write_shard(store: Path, number: int, keys: Sequence[str], data: bytes) -> None:
    """Puts a shard into its place, named by its number and a digest of what it is made of."""
    with open_file(store / SHARDS / _shard_name(number, keys)) as aside:
        aside.write_bytes(data)


def _shard_name(number: int, keys: Sequence[str]) -> str:
    digest = hashlib.sha256("\n".join(keys).encode()).hexdigest()[:16]
    return f"{number:06d}-{digest}.parquet"


def list_shards(store: Path) -> list[Path]:
    """The shards of a store in the order in which they were begun; what a killed run left half-written is removed."""
    folder = store / SHARDS
    for part in folder.glob(".*.part"):
        part.unlink(missing_ok=True)
    return sorted(folder.glob("*.parquet"))


def shard_number(shard: Path) -> int:
    """The number of a shard."""
    return int(shard.name.partition("-")[0])


def stored_articles(store: Path) -> tuple[dict[str, StoredArticle], list[str]]:
    """The articles of a store by id, each as it was read last, and the names of shards that were damaged.

    A damaged shard is set aside (its name then ends in .damaged), so that its articles are read again.
    """
    found: dict[str, StoredArticle] = {}
    damaged = []
    with open_duckdb() as connection:
        for shard in list_shards(store):
            rows = _read_index(connection, shard)
            if rows is None or _shard_name(shard_number(shard), [key for _, key, *_ in rows]) != shard.name:
                shard.replace(shard.with_suffix(".damaged"))
                damaged.append(shard.name)
                continue
            found |= {row[0]: StoredArticle(*row, shard.name) for row in rows}
    return found, damaged


def _read_index(connection: Any, shard: Path) -> list[tuple[str, str, str, bool]] | None:
    """Articles, keys, digests of texts, and who was left out, of a shard; None when it cannot be read."""
    if shard.stat().st_size < 12:  # shorter than an empty Parquet file
        return None
    try:
        query = f"SELECT article, key, sha256, slow FROM {parquet_of([shard])}"
        rows: list[tuple[str, str, str, bool]] = connection.execute(query).fetchall()
    except Exception:  # whatever the library makes of a damaged file
        return None
    return rows


def read_texts(store: Path, shards: Iterable[str]) -> dict[str, str]:
    """The texts that are kept of the articles of some shards."""
    paths = [path for name in shards if (path := store / TEXTS / name).exists()]
    with open_duckdb() as connection:
        found = (connection.execute(f"SELECT article, text FROM {parquet_of([path])}").fetchall() for path in paths)
        return {article: text for rows in found for article, text in rows}


def write_texts(store: Path, shard: str, texts: Mapping[str, str]) -> None:
    """Keeps the texts of the articles of a shard."""
    import pandas as pd

    table = pd.DataFrame(sorted(texts.items()), columns=["article", "text"], dtype=object)
    with open_file(store / TEXTS / shard) as aside, open_duckdb() as connection:
        write_parquet(connection, table, aside)
