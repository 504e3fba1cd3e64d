"""Writes the tables of a run of 100 sources with 1,000 articles each, to time a comparison from saved tables.

Run as a script: `python claims_scale.py FOLDER ROWS_AN_ARTICLE` writes; `python claims_scale.py FOLDER` compares and
prints CPU seconds and peak memory in GB as JSON.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from framing.evidence import ACTORS, ARTICLES, EVIDENCE, Analysis, load_analysis, save_analysis

SOURCES, EVENTS = 100, 1_000
TONE = {"probabilities": [0.2, 0.5, 0.3], "because": [["subj>lose", -0.3]]}
QUOTE = {"content": [[0, 6]], "stance": "neutral", "speaker_kind": "official"}
KINDS: dict[str, tuple[float, list[str], dict[str, Any]]] = {
    "mention": (0.35, ["name", "pronoun"], {}),
    "tone": (0.35, ["negative", "neutral", "positive", "unsure"], TONE),
    "quote": (0.15, ["direct", "mixed", "indirect"], QUOTE),
    "loaded": (0.07, ["epithet", "booster", "hedge"], {}),
    "cue": (0.05, ["raid/attack", "raid/operation", "exit/flight"], {"pack": "p", "variant": "v", "state": "asserted"}),
    "agency": (0.03, ["agent_named", "agent_deleted"], {"event": "kill", "agents": [], "patients": []}),
}  # fmt: skip


def big_run(rows_each: int) -> Analysis:
    """Tables of 100,000 articles with `rows_each` findings each."""
    draw = np.random.default_rng(0)
    count = SOURCES * EVENTS
    articles = pd.DataFrame("", index=range(count), columns=ARTICLES)
    articles["article"] = [f"a{number:06d}" for number in range(count)]
    articles["source"] = np.repeat([f"Source {number:03d}" for number in range(SOURCES)], EVENTS)
    articles["event"] = np.tile([f"event {number:04d}" for number in range(EVENTS)], SOURCES)
    articles["own_words"], articles["attributed_words"] = draw.integers(200, 700, count), draw.integers(20, 200, count)
    articles["quoted_words"], articles["sentences"] = draw.integers(20, 100, count), 30
    articles["words"] = articles[["own_words", "attributed_words", "quoted_words"]].sum(axis=1)
    for column in [name for name in ARTICLES if name.endswith(("_ease", "_grade", "_index"))]:
        articles[column] = draw.normal(11, 2, count)
    total = count * rows_each
    at = np.sort(draw.integers(0, count, total))
    evidence = pd.DataFrame("", index=range(total), columns=EVIDENCE)
    evidence["article"], evidence["source"] = articles["article"].to_numpy()[at], articles["source"].to_numpy()[at]
    kind = draw.choice(list(KINDS), total, p=[share for share, _, _ in KINDS.values()])
    evidence["kind"], evidence["id"] = kind, [f"{one}-{number:08x}" for number, one in enumerate(kind)]
    evidence["start"], evidence["end"], evidence["sentence"] = draw.integers(0, 3000, total), 3000, 1
    evidence["text"], evidence["section"] = draw.choice(["regime", "slammed", "massacre"], total), "body"
    evidence["voice"] = draw.choice(["narrator", "attributed", "quoted"], total, p=[0.6, 0.25, 0.15])
    evidence["value"], evidence["confidence"], evidence["share"] = draw.uniform(-1, 1, total), 0.8, 1.0
    actors = np.array([f"actor {number}" for number in range(500)], dtype=object)
    evidence["actor"] = actors[np.minimum(499, draw.exponential(30, total).astype(int))]
    for name, (_, labels, detail) in KINDS.items():
        mine = kind == name
        evidence.loc[mine, "label"] = draw.choice(labels, int(mine.sum()))
        evidence.loc[mine, "detail"] = json.dumps(detail) if detail else ""
    rows = [(one, one.title(), "person", "", "", "", "", 1.0, "") for one in actors]
    return Analysis(evidence, articles, pd.DataFrame(rows, columns=ACTORS))


def timed(folder: Path) -> dict[str, Any]:
    """CPU seconds and peak memory of loading the tables and comparing all sources."""
    from framing.compare import compare_sources

    start = time.process_time()
    comparison = compare_sources(load_analysis(folder))
    return {"cpu": time.process_time() - start, "peak_gb": peak_memory(), "claims": len(comparison.claims)}


def peak_memory() -> float:
    """Gigabytes that this process held at most: of itself, where `getrusage` also counts whoever started it (Linux)."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1e6


if __name__ == "__main__":
    target = Path(sys.argv[1])
    if len(sys.argv) > 2:
        save_analysis(big_run(int(sys.argv[2])), target)
    else:
        print(json.dumps(timed(target)))
