"""What a reading depends on, as one digest an article: its fields, program, parser model, packs, a roster file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import astuple
from functools import cache
from pathlib import Path

from framing.annotate.frames.anchors import event_of
from framing.folder import digest_of
from framing.model import Article
from framing.packs import find_pack_file
from framing.parse import describe_model, digest_model
from framing.pipeline import Known

ROOT = Path(__file__).parents[1]
READERS = ("annotate", "evidence", "link", "packs", "syntax")  # rooms that decide what is found in a text
ENDINGS = frozenset([".py", ".toml", ".json", ".csv", ".txt", ".npz", ".bin", ".gz"])


def make_keys(known: Known) -> Callable[[Article], str]:
    """A function from articles to digests: as long as one is the same, an article need not be read again."""
    run = hashlib.sha256("\n".join([digest_program(), describe_model(), digest_model(), *_given(known)]).encode())
    events = known.events

    def key(article: Article) -> str:
        speaking = None if events is None else events.get(event_of(article), ())
        whole = run.copy()
        whole.update(repr((astuple(article), speaking)).encode("utf-8", "surrogatepass"))
        return whole.hexdigest()[:32]

    return key


def _given(known: Known) -> list[str]:
    """The digests of the packs and of the roster file that a run was given."""
    packs = [f"{Path(name).stem} {digest_of(find_pack_file(name))}" for name in known.packs]
    return [*packs, digest_of(known.actors_file) if known.actors_file else "-"]


@cache
def digest_program() -> str:
    """A digest of everything in the program that decides what is found in a text, its lists and weights included."""
    digest = hashlib.sha256()
    files = (path for room in READERS for path in (ROOT / room).rglob("*") if path.suffix in ENDINGS)
    for path in sorted([*files, *(path for path in ROOT.glob("*.py") if not path.name.startswith("__"))]):
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
