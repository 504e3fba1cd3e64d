"""How often a parse comes back to a file of the actors it left: 20 times at most; `python tests/quality/test_walk.py`.

Every function that receives the parse counts once, at its first call; calls in a row inside one file are one stay.
The test counts in a process of its own: beside other threads, a traced call may never return (Python 3.11).
"""

from __future__ import annotations

import subprocess
import sys
from itertools import groupby
from pathlib import Path
from types import FrameType

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from framing.model import Parsed  # noqa: E402
from framing.packs import load_packs  # noqa: E402
from framing.parse import parse_articles  # noqa: E402
from framing.pipeline import annotate_article  # noqa: E402
from framing.read import read_corpus  # noqa: E402


def walk(parsed: Parsed, room: str) -> list[str]:
    """The files of a room in the order in which functions there first receive the parse."""
    packs = load_packs(())
    seen: dict[tuple[str, str], None] = {}

    def note(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        place = (code.co_filename, code.co_name)
        if place in seen or room not in code.co_filename:
            return
        given = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
        if any(frame.f_locals.get(name) is parsed for name in given):
            seen[place] = None

    sys.settrace(note)
    try:
        annotate_article(parsed, packs)
    finally:
        sys.settrace(None)
    return [file for file, _ in groupby(file for file, _ in seen)]


def count_returns(folder: Path) -> dict[str, int]:
    """Returns of each article of a folder, by its id."""
    walks = {one.article.id: walk(one, "/annotate/actors/") for one in parse_articles(read_corpus([folder]).articles)}
    return {name: len(stays) - len(set(stays)) for name, stays in walks.items()}


@pytest.mark.quality
def test_a_parse_seldom_returns_to_a_file_it_left() -> None:
    command = [sys.executable, __file__, str(ROOT / "tests" / "data" / "strike")]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    returns = [int(line.split()[0]) for line in told.splitlines()]
    assert len(returns) == 4 and max(returns) <= 20, told


if __name__ == "__main__":
    for name, returns in count_returns(Path((sys.argv[1:] or [ROOT / "corpus" / "demo"])[0])).items():
        print(f"{returns:3d} returns  {name}")
