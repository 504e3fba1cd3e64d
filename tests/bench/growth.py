"""How a store grows: CPU seconds and memory an article at growing sizes, and what `kill -9` costs; no test.

    python tests/bench/growth.py 200 400 800 1600          # a fresh store at each size
    python tests/bench/growth.py 400 --kills 2             # killed twice at random, resumed, compared with one run
    python tests/bench/growth.py 10000 --jobs 2

Each article is made of paragraphs and names of its own: people, towns and bodies are drawn anew for every event, so
that the roster grows as it does with real news. Five outlets, four articles an event.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "CI": "1"}
SYLLABLES = ("bar", "den", "hol", "mar", "ves", "tor", "lin", "gas", "rem", "dal", "kor", "ni", "sel", "wick", "thor")
GIVEN = ("Anna", "Tom", "Maria", "John", "Clara", "Peter", "Ruth", "Daniel", "Helen", "Victor", "Nora", "Samuel")
OUTLETS = ("Courier", "Ledger", "Post", "Herald", "Wire")
PARAGRAPHS = (
    "{p} said on Monday that {town} would need {n} million crowns to repair the harbour. “We have waited long enough,” "
    "{q} told reporters. The {body} declined to comment on the figure.",
    "Critics slammed the decision. {q}, who leads the {body}, called it a reckless gamble and accused {p} of deceit. "
    "A spokesman for {p} rejected the claim as baseless.",
    "According to a report by the {body}, {n} houses in {town} were damaged when the river rose. Residents were moved "
    "to a school. “Nobody warned us,” one of them said.",
    "Police arrested {n} people after a march through {town}. Officers used tear gas, and two protesters were hurt. "
    "{p} denied that the police had attacked anyone.",
    "The {body} had promised an inquiry last year. It never came. {q} said the delay was a disgrace, while {p} spoke "
    "of a careful and necessary review.",
    "Economists expect prices to rise by {n} per cent. {p} welcomed the agreement and praised the courage of the "
    "negotiators; {q} warned that the poorest would pay for it.",
    "In {town}, {n} workers at the plant walked out over pay. Their union said the offer was an insult. The company "
    "argued that it could not afford more, and threatened to close the plant.",
    "“This is a great day for {town},” said {p}. Not everybody agreed: {q} pointed out that the {body} had voted "
    "against the plan twice, and that nothing had changed since.",
    "Doctors at the hospital treated {n} patients. One of them, a girl of nine, died during the night. {q} visited the "
    "family and asked the {body} for help.",
    "The court is to hear the case in spring. {p} is charged with bribery, which he denies. His lawyer said that the "
    "evidence had been forged by people close to {q}.",
)


def make_name(draw: random.Random) -> str:
    return "".join(draw.choice(SYLLABLES) for _ in range(draw.choice((2, 2, 3)))).title()


def write_articles(folder: Path, count: int, seed: int = 7) -> None:
    """Articles as text files with a manifest."""
    draw, rows = random.Random(seed), ["file,source,title,date,event,url"]
    folder.mkdir(parents=True)
    names: dict[str, str] = {}
    for number in range(count):
        event = f"event-{number // 4}"
        if number % 4 == 0:
            people = {key: f"{draw.choice(GIVEN)} {make_name(draw)}" for key in "pq"}
            names = {**people, "town": make_name(draw), "body": f"{make_name(draw)} {draw.choice(('Council', 'Bank'))}"}
        told = [one.format(n=draw.randint(3, 90), **names) for one in draw.sample(PARAGRAPHS, draw.randint(6, 9))]
        title = (
            f"{names['town']} {draw.choice(('waits', 'votes', 'is torn', 'counts the cost'))} as {names['p']} speaks"
        )
        (folder / f"a{number:06d}.txt").write_text("\n\n".join([title, *told]), "utf-8")
        date = f"2025-{number // 100 % 12 + 1:02d}-{number % 28 + 1:02d}"
        rows.append(f"a{number:06d}.txt,{OUTLETS[number % 5]},,{date},{event},")
    (folder / "manifest.csv").write_text("\n".join(rows), "utf-8")


def start(papers: Path, store: Path, options: list[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "framing", "score", str(papers), "--no-packs", "--store", str(store), *options]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)  # errors are shown


def finish(run: subprocess.Popen[bytes]) -> tuple[float, float]:
    """CPU seconds with those of children that ended, and the peak of memory in MB."""
    _, status, used = os.wait4(run.pid, 0)
    assert status == 0, f"exit status {status}"
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


def digest_tables(store: Path) -> dict[str, str]:
    """A digest of every table of a store."""
    sys.path.insert(0, str(ROOT))
    from framing.evidence.saved import TABLES
    from framing.store import read_store

    analysis = read_store(store)
    tables = {name: getattr(analysis, name).to_csv(index=False).encode() for name in TABLES}
    return {name: hashlib.sha256(data).hexdigest()[:12] for name, data in tables.items()}


def measure_kills(box: Path, papers: Path, kills: int, options: list[str]) -> None:
    """Kills a run so often at random moments, resumes it, and compares its tables with those of one left alone."""
    began = time.monotonic()
    cpu, peak = finish(start(papers, box / "whole", options))
    lasts = time.monotonic() - began
    print(f"left alone: {cpu:.0f} CPU s, {lasts:.0f} s, {peak:.0f} MB in its largest process", flush=True)
    draw = random.Random()
    for _ in range(kills):
        run = start(papers, box / "killed", options)
        wait = draw.uniform(0.2, 0.8) * lasts
        time.sleep(wait)
        run.send_signal(signal.SIGKILL)
        run.wait()
        shards = len(list((box / "killed" / "shards").glob("*.parquet")))
        print(f"killed after {wait:.1f} s of {lasts:.1f}, with {shards} shards", flush=True)
    _, peak = finish(start(papers, box / "killed", options))
    print(f"resumed to the end, {peak:.0f} MB", flush=True)
    one, other = digest_tables(box / "whole"), digest_tables(box / "killed")
    print("equal to one run" if one == other else f"DIFFERENT: {one} {other}", flush=True)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("sizes", type=int, nargs="+")
    asked.add_argument("--kills", type=int, default=0)
    asked.add_argument("--jobs", type=int, default=1)
    given = asked.parse_args()
    options = ["--jobs", str(given.jobs)]
    box = Path(tempfile.mkdtemp(prefix="growth-"))
    try:
        for size in given.sizes:
            write_articles(box / f"papers-{size}", size)
            if given.kills:
                measure_kills(box, box / f"papers-{size}", given.kills, options)
                continue
            began = time.monotonic()
            cpu, peak = finish(start(box / f"papers-{size}", box / f"store-{size}", options))
            disk = sum(path.stat().st_size for path in (box / f"store-{size}").rglob("*.parquet"))
            told = {"articles": size, "cpu_s": round(cpu, 1), "ms_an_article": round(1000 * cpu / size, 1)}
            told |= {"wall_s": round(time.monotonic() - began), "peak_mb": round(peak), "disk_kb": disk // 1000 // size}
            print(json.dumps(told), flush=True)
    finally:
        shutil.rmtree(box, ignore_errors=True)


if __name__ == "__main__":
    main()
