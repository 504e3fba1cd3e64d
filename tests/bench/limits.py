"""What single steps cost, each beside its limit, on the articles of the demonstration: CPU seconds; no test.

    python tests/bench/limits.py          # ends with 1 where a limit is passed

The limits are those of a machine that adds twenty million numbers in a plain loop in 1.3 seconds; that loop is timed
first, and the limits are stretched by what it took.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from sample_run import sample_comparison
from tables import random_run

from framing.annotate.actors import find_actors
from framing.annotate.frames import find_cues
from framing.annotate.frames.anchors import choose_packs
from framing.annotate.tone import find_tones
from framing.compare import compare_sources
from framing.packs import list_frame_packs, load_frame_pack, load_pack_heads
from framing.packs.people import load_actor_words
from framing.packs.roster import load_known
from framing.packs.tone import load_tone
from framing.parse import parse_articles
from framing.read import read_corpus
from framing.report import write_report

ROOT = Path(__file__).parents[2]
LOOP, USUAL = 20_000_000, 1.3


def seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def count_up() -> int:
    total = 0
    for number in range(LOOP):
        total += number
    return total


def reading_steps() -> dict[str, tuple[float, float]]:
    """Milliseconds and limit of each step of reading, an article or a mention."""
    articles = list(read_corpus([ROOT / "corpus" / "demo"]).articles)
    packs, heads = tuple(load_frame_pack(name) for name in list_frame_packs()), load_pack_heads()
    known, words, weights = (
        load_known([actor for pack in packs for actor in pack.actors]),
        load_actor_words(),
        load_tone(),
    )
    read = [(parsed, find_actors(parsed, known, words)[0]) for parsed in parse_articles(articles)]
    find_tones(*read[0], weights)
    mentions, each = sum(len(who) for _, who in read) / 1000, len(read) / 1000
    return {
        "tone of a mention": (seconds(lambda: [find_tones(*one, weights) for one in read]) / mentions, 1.0),
        "matching all packs, an article": (seconds(lambda: [find_cues(*one, packs) for one in read]) / each, 8.0),
        "trying all packs, an article": (seconds(lambda: choose_packs(articles, heads)) / each, 3.0),
    }


def report_steps(folder: Path) -> dict[str, tuple[float, float]]:
    """Milliseconds and limit of a report of five and of five hundred articles, in all formats."""
    run = random_run(3, sources=5, events=100)
    texts = dict.fromkeys(run.articles["article"], "Words about the valley and whoever lives there. " * 120)
    five, many = sample_comparison(), compare_sources(type(run)(run.evidence, run.articles, run.actors, texts))
    return {
        "a report of five articles": (1000 * seconds(lambda: write_report(five, folder / "five")), 3000.0),
        "a report of five hundred": (1000 * seconds(lambda: write_report(many, folder / "many")), 20_000.0),
    }


def main() -> None:
    slow = max(1.0, seconds(count_up) / USUAL)
    print(f"this machine takes {slow:.2f} times as long as the one of the limits\n{'ms':>10} {'limit':>8}  step")
    with tempfile.TemporaryDirectory() as folder:
        steps = reading_steps() | report_steps(Path(folder))
    for name, (spent, limit) in steps.items():
        print(f"{spent:10.2f} {limit * slow:8.1f}  {name}{'' if spent <= limit * slow else '  PASSED'}")
    sys.exit(any(spent > limit * slow for spent, limit in steps.values()))


if __name__ == "__main__":
    main()
