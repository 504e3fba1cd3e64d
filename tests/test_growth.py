"""Time grows with the text, not with its square: the same piece at two sizes, counted in steps of CPU time."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from framing.model import Article
from framing.read import read_corpus
from framing.read.duplicates import mark_duplicates

PIECES = (
    *(" ", "\n", "\t", "\r\n", "\u00a0", "<", ">", "<<", "<!--", "-->", "<b>", "</b>", "<p>", "<div>", "</div>"),
    *("<a href=x>", "<?xml ", "?>", "&amp;", "&#10;", "&", "<![CDATA[", "<script>", "<style>", "<table><tr><td>"),
    *("<li>", "<br>", "[", "](", "*", "**", "_", "`", "~", "#", "> ", "- ", "1. ", "|", "|-|", "---", "===", "!["),
    *("\\", '"', "'", "“", "”", "‘", "’", "«", "»", "(", ")", "{", "}", ",", ";", ":", ".", "!", "?", "?!", "…"),
    *("–", "—", "’s", "'s ", "a", "A", "aA", "0", "1,", "1.", "U.S.", "Mr. ", "é", "e\u0301", "\u200b", "\ufeff"),
    *("🙂", "漢", "\u202e", "x@y.z ", "http://a.b/", "www.", "said ", "He said ", "“x” ", "of the ", "and "),
    *("the Council ", "A. B. ", "ß"),
)  # fmt: skip
SMALL, LARGE = 4_000, 16_000  # characters
ALLOWED = 9.0  # times as long for four times the text; its square would be 16
QUICK = 0.25  # seconds: what is over sooner is not measured


def seconds(run: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    run(text)
    return time.process_time() - start


def grows_too_fast(run: Callable[[str], object], make: Callable[[int], str]) -> str:
    """What was measured, when time grows much faster than the text; "" when it does not."""
    if seconds(run, make(LARGE)) < QUICK:
        return ""
    small, large = (min(seconds(run, make(size)) for _ in range(2)) for size in (SMALL, LARGE))
    return f"{small:.2f} s, then {large:.2f} s" if large >= QUICK and large > ALLOWED * max(small, 0.01) else ""


def repeated(piece: str, size: int) -> str:
    return f"The minister said on Monday it was over. {piece * (size // len(piece))} The end."


@pytest.mark.parametrize("piece", PIECES)
def test_reading_a_page(piece: str, tmp_path: Path) -> None:
    def run(page: str) -> object:
        (tmp_path / "page.html").write_text(page, "utf-8")
        return read_corpus([tmp_path])

    def make(size: int) -> str:
        return f"<html><body><p>{'The minister said it was over. ' * 30}</p>{repeated(piece, size)}</body></html>"

    assert not grows_too_fast(run, make)


READ = (" ", ")", "“", "’s", "0", "🙂", "of the ", "x@y.z ", "A. B. ", "?!")  # the worst of PIECES when last tried


@pytest.mark.engine
@pytest.mark.slow
@pytest.mark.parametrize("piece", READ)
def test_parsing_and_reading_a_text(piece: str) -> None:
    from framing import analyze

    def run(text: str) -> object:
        return analyze([Article.from_text(text, id="a", source="s")], packs=[])

    assert not grows_too_fast(run, lambda size: repeated(piece, size))


@pytest.mark.slow
@pytest.mark.parametrize("differ", [False, True])
def test_many_texts_alike(differ: bool) -> None:
    words = ["The council met on Monday and heard the harbour master speak of the wall and the sea."] * 3

    def run(text: str) -> object:
        count = len(text) // 4
        texts = [" ".join([*words, f"Number {n if differ else 0}."]) for n in range(count)]
        found = mark_duplicates([Article.from_text(one, id=f"{n:06d}", source="s") for n, one in enumerate(texts)])
        assert sum(1 for one in found if one.duplicate_of) == count - 1, count
        return found

    assert not grows_too_fast(run, lambda size: "x" * size)
