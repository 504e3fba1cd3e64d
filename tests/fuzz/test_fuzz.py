"""Damaged files at every door: no traceback, nothing lost beside them. More of them: `pytest -m fuzz --long`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fuzz.doors import Case, Door, door_named, doors
from fuzz.mutators import as_text
from fuzz.run import fault, run
from hypothesis import given
from hypothesis import strategies as st
from properties import THOROUGH, tried

CORPUS = Path(__file__).parent / "corpus"  # a folder for each door: files that once came through
SHORT, LONG = 2_000 if THOROUGH else 500, 200_000
pytestmark = pytest.mark.fuzz
ODD_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


def test_what_once_came_through_is_mended() -> None:
    paths = [path for path in sorted(CORPUS.rglob("*")) if path.is_file()]
    assert len(paths) > 15
    found = {
        path.relative_to(CORPUS).as_posix(): fault(door_named(path.relative_to(CORPUS).parts[0]), [case])
        for path in paths
        for case in [Case(path.name, path.read_bytes())]
    }
    assert {name: what for name, what in found.items() if what} == {}


def test_damaged_files_at_every_door(request: pytest.FixtureRequest) -> None:
    total = LONG if request.config.getoption("--long") else SHORT
    counts, failures = run(total, doors())
    assert counts.total() >= total
    assert [(one.door, one.number, one.kind) for one in failures] == []


def test_a_door_that_lets_things_through_is_found_out() -> None:
    def enter(folder: Path, cases: Any) -> None:
        if any(b"\x00" in one.data for one in cases):
            raise KeyError("a fault of a reader")

    seeds = (Case("a.txt", b"words \x00 words"), Case("b.txt", b"words"))
    counts, failures = run(64, [Door("broken", lambda: seeds, enter, 8)])
    assert counts.total() == 64 and 5 < len(failures) < 60
    assert {one.kind.partition(" in ")[0] for one in failures} == {"KeyError"}


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON value, as the keys that lead there."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, one in inside for place in places(one, (*path, key)))]


def put(value: Any, path: tuple[Any, ...], odd: Any) -> Any:
    """The JSON value with an odd one at a place."""
    if not path:
        return odd
    copy = value.copy()
    copy[path[0]] = put(value[path[0]], path[1:], odd)
    return copy


@pytest.mark.parametrize("name", ["record", "marks", "key", "details"])
def test_any_value_anywhere_in_json(name: str) -> None:
    door = door_named(name)

    @given(data=st.data(), odd=ODD_JSON)
    @tried(40 if name == "details" else 200)
    def check(data: st.DataObject, odd: Any) -> None:
        seed = data.draw(st.sampled_from([one for one in door.seeds() if one.name.endswith(".json")]))
        whole = json.loads(seed.data)
        changed = put(whole, data.draw(st.sampled_from(places(whole))), odd)
        assert not fault(door, [Case(seed.name, as_text(changed))])

    check()


@given(rows=st.lists(st.lists(st.text(max_size=12) | st.sampled_from(["drop", "keep", "cue-1", "id"]), max_size=5)))
@tried(200)
def test_any_rows_of_verdicts_and_events(rows: list[list[str]]) -> None:
    body = "\n".join(",".join(row) for row in rows).encode("utf-8", "surrogatepass")
    assert not fault(door_named("verdicts"), [Case("verdicts.csv", b"id,verdict,who,why\n" + body)])
    assert not fault(door_named("events"), [Case("events.csv", b"article,event\n" + body)])


@pytest.mark.slow
def test_a_kill_at_any_moment_of_a_command(request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--long"):
        pytest.skip("kills whole commands, which takes minutes: --long (test_folder.py kills the writing of results)")
    import subprocess
    import sys

    script = [sys.executable, str(Path(__file__).with_name("kills.py")), "--kills", "30"]
    figures = json.loads(subprocess.run(script, capture_output=True, text=True, check=True).stdout)
    assert figures["kills"] >= 30
    assert (figures["mixtures"], figures["reruns_refused"], figures["strays"]) == (0, 0, 0)
