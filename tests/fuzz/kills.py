"""Commands killed at random moments and repeated: `python tests/fuzz/kills.py --kills 100`.

Before every kill the folder holds the results of a whole run. After it the same command must work as if nothing had
been: afterwards the folder holds one whole run, and nothing stands beside it. Inputs change from run to run, so that
results of two runs differ.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
STRIKE = ROOT / "tests" / "data" / "strike"
COMMANDS = {
    "compare": ("compare", "{articles}", "--out", "{out}", "--no-packs"),
    "handout": ("handout", "{articles}", "--out", "{out}", "--no-packs", "--event", "strike"),
    "report": ("report", "{out}", "--full"),
}


class Kill(NamedTuple):
    """What one kill did: the command, the moment as a share of its usual time, and what was wrong afterwards."""

    command: str
    share: float
    finished: bool  # before the kill came
    faults: tuple[str, ...]


class Stand:
    """A folder of articles, one of results, and what whole runs of the commands leave in it."""

    def __init__(self, box: Path) -> None:
        self.box, self.articles, self.out = box, box / "articles", box / "results" / "out"
        self.out.parent.mkdir(parents=True)
        shutil.copytree(STRIKE, self.articles)
        self.temporary = box / "tmp"
        self.temporary.mkdir()

    def start(self, command: str) -> int:
        """The process that runs a command; a child of this one, in which libraries and parser are loaded already."""
        words = [word.format(articles=self.articles, out=self.out) for word in COMMANDS[command]]
        child = os.fork()
        if not child:
            code = 1
            try:
                said = os.open(self.box / "said.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
                os.dup2(said, 1)
                os.dup2(said, 2)
                tempfile.tempdir = str(self.temporary)
                code = run_framing(words)
            finally:
                os._exit(code)
        return child

    def run(self, command: str) -> tuple[int, str, float]:
        """Exit code, words on standard error and seconds of a whole run."""
        begun = time.monotonic()
        code = os.waitstatus_to_exitcode(os.waitpid(self.start(command), 0)[1])
        return code, (self.box / "said.txt").read_text("utf-8", "replace"), time.monotonic() - begun

    def change(self, number: int) -> None:
        """Other words in every article, so that the results of the next run differ."""
        for path in self.articles.glob("*.txt"):
            text = (STRIKE / path.name).read_text("utf-8")
            path.write_text(f"{text}\n\nThe union said {number} boats were waiting outside the port.\n", "utf-8")


def faults_of(stand: Stand, command: str) -> tuple[tuple[str, ...], float]:
    """What is wrong after a kill, before and after the same command runs again, and how many seconds that took."""
    from framing.folder import digest_of, files_in, read_record, restore_folder

    faults = []
    restore_folder(stand.out)
    listed = read_record(stand.out).get("digests", {})
    there = files_in(stand.out, stand.out)
    if there - {"run.json"} != set(listed):
        faults.append("mixture: other files than run.json lists")
    elif any(digest_of(stand.out / name) != digest for name, digest in listed.items()):
        faults.append("mixture: a file is of another run than run.json")
    code, said, seconds = stand.run(command)
    if code:
        faults.append(f"refused with code {code}: {said.strip()[-200:]}")
    around = [*stand.out.parent.iterdir(), *stand.temporary.iterdir()]
    faults += [f"stray: {path.relative_to(stand.box)}" for path in around if path != stand.out]
    hidden = [name for name in files_in(stand.out, stand.out) if Path(name).name.startswith(".")]
    faults += [f"stray: {name}" for name in hidden]
    return tuple(faults), seconds


def run_framing(words: Sequence[str]) -> int:
    """A command line in this process, and its exit code."""
    from framing.cli.app import run_command

    sys.argv = ["framing", *words]
    code = run_command()
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def load_parts() -> None:
    """Loads what every run needs, but for what starts threads, which no child would have."""
    import duckdb  # noqa: F401
    import matplotlib.figure  # noqa: F401
    import typst  # noqa: F401

    import framing.chart.paint
    import framing.classroom
    import framing.report  # noqa: F401
    from framing import Article, parse_article

    parse_article(Article.from_text("The union said so.", id="a", source="s"))


def kill_each(kills: int, commands: Sequence[str], seed: int = 7) -> Iterator[Kill]:
    """Kills each command in turn; every other kill falls into the last part of a run, where results are exchanged."""
    draw = random.Random(seed)
    load_parts()
    for command in commands:
        with tempfile.TemporaryDirectory(prefix="framing-kills-") as box:
            stand = Stand(Path(box))
            stand.run("handout" if command == "handout" else "compare")
            took, missing = stand.run(command)[2], -(-kills // len(commands))
            while missing:
                stand.change(missing)
                share = draw.uniform(0.02, 1.0) if missing % 2 else draw.uniform(0.8, 1.0)
                child = stand.start(command)
                time.sleep(took * share)
                finished = os.waitpid(child, os.WNOHANG)[0] == child
                if not finished:
                    os.kill(child, signal.SIGKILL)
                    os.waitpid(child, 0)
                faults, last = faults_of(stand, command)
                took = 0.5 * took + 0.5 * last  # a busy computer is slower from time to time
                missing -= not finished
                yield Kill(command, share, finished, faults)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=30)
    options.add_argument("--command", action="append", choices=list(COMMANDS))
    options.add_argument("--seed", type=int, default=7)
    asked = options.parse_args()
    done = []
    for one in kill_each(asked.kills, asked.command or list(COMMANDS), asked.seed):
        done.append(one)
        print(f"{one.command} at {one.share:.2f}{' (finished first)' if one.finished else ''}: "
              f"{'; '.join(one.faults) or 'all well'}", file=sys.stderr, flush=True)  # fmt: skip
    kinds = Counter(fault.partition(":")[0].partition(" ")[0] for one in done for fault in one.faults)
    figures = {
        "kills": sum(not one.finished for one in done), "finished_first": sum(one.finished for one in done),
        "commands": Counter(one.command for one in done if not one.finished),
        "mixtures": kinds["mixture"], "reruns_refused": kinds["refused"], "strays": kinds["stray"],
    }  # fmt: skip
    print(json.dumps(figures))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ["CI"] = "1"  # no second thread that tells how far a run is
    main()
