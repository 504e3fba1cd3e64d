"""Tries damaged files at the doors and says what came of it: `python tests/fuzz/run.py --inputs 2000 --door pack`."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from fuzz.doors import Case, Door, doors, draw_case

MEMORY = Path("/dev/shm")  # where folders cost least, on systems that have it
SLOW = 30.0  # CPU seconds of one file, as good as for ever


class Failure(NamedTuple):
    """A damaged file that came through: which, and how it failed, as one line that is the same for its whole kind."""

    door: str
    number: int
    kind: str
    case: Case


def try_door(door: Door, numbers: Sequence[int]) -> Iterator[Failure]:
    """The failures among the damaged files of these numbers; where several are tried at once, each guilty one."""
    cases = [draw_case(door, number) for number in numbers]
    if not fault(door, cases):
        return
    found = False
    for number, one in zip(numbers, cases, strict=True):
        if kind := fault(door, [one]):
            found = True
            yield Failure(door.name, number, kind, one)
    if not found:
        yield Failure(door.name, numbers[0], f"only together: {fault(door, cases)}", cases[0])


def fault(door: Door, cases: Sequence[Case]) -> str:
    """How a door fails on damaged files, "" when it does not."""
    folder = Path(tempfile.mkdtemp(prefix="framing-fuzz-", dir=MEMORY if MEMORY.is_dir() else None))
    begun = time.process_time()
    try:
        door.enter(folder, cases)
    except Exception as problem:
        return describe(problem)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    spent = time.process_time() - begun
    return f"{spent:.0f} CPU seconds" if spent > SLOW * len(cases) ** 0.5 else ""


def describe(problem: Exception) -> str:
    """The exception and the innermost place of this program that it came through."""
    frames = [
        one
        for one in traceback.extract_tb(problem.__traceback__)
        if "framing/" in one.filename or "fuzz/" in one.filename
    ]
    where = (
        f"{Path(frames[-1].filename).parent.name}/{Path(frames[-1].filename).name}:{frames[-1].name}" if frames else "?"
    )
    return f"{type(problem).__name__} in {where}: {problem}"[:160]


def share_out(total: int, wanted: Sequence[Door]) -> Iterator[tuple[Door, int]]:
    """How many inputs each door gets of so many in all."""
    weights = sum(door.weight for door in wanted)
    for door in wanted:
        yield door, -(-total * door.weight // weights)


def run(total: int, wanted: Sequence[Door], first: int = 0, seconds: float = 1e9) -> tuple[Counter[str], list[Failure]]:
    """How many inputs were tried at each door, and the failures."""
    tried: Counter[str] = Counter()
    failures: list[Failure] = []
    begun = time.process_time()
    for door, many in share_out(total, wanted):
        for start in range(first, first + many, door.together):
            if time.process_time() - begun > seconds:
                break
            numbers = range(start, min(start + door.together, first + many))
            failures += try_door(door, numbers)
            tried[door.name] += len(numbers)
    return tried, failures


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--inputs", type=int, default=2_000)
    options.add_argument("--first", type=int, default=0, help="number of the first")
    options.add_argument("--door", action="append", help="only this one")
    options.add_argument("--keep", type=Path, help="folder for the files that came through")
    asked = options.parse_args()
    wanted = [door for door in doors() if not asked.door or door.name in asked.door]
    begun = time.process_time()
    tried, failures = run(asked.inputs, wanted, asked.first)
    kinds = Counter(f"{one.door}: {one.kind}" for one in failures)
    first_of = {f"{one.door}: {one.kind}": one for one in reversed(failures)}
    for kind, count in kinds.most_common():
        print(f"{count:5d}  {kind}  (number {first_of[kind].number}, {first_of[kind].case.name})", file=sys.stderr)
        if asked.keep:
            asked.keep.mkdir(parents=True, exist_ok=True)
            one = first_of[kind]
            (asked.keep / f"{one.door}-{one.number}-{one.case.name[-40:]}").write_bytes(one.case.data)
    print(json.dumps({"inputs": tried.total(), "tried": tried, "failures": len(failures), "kinds": len(kinds),
                      "cpu_seconds": round(time.process_time() - begun)}))  # fmt: skip


if __name__ == "__main__":
    main()
