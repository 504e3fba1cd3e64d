"""Hand-made analysis tables for tests of profile and comparison: no text is read, no parser is loaded."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pandas as pd

from framing.compare.claims import claims_table, judge
from framing.compare.differences import labels_of
from framing.compare.features import measure_features
from framing.evidence import ACTORS, ARTICLES, EVIDENCE, Analysis
from framing.measure.ledger import open_ledger
from framing.measure.tone import main_actors


def article(id: str, source: str, *, event: str = "", **more: Any) -> dict[str, Any]:
    """One row of `articles`, of 400 words, half of them the outlet's own."""
    row: dict[str, Any] = dict.fromkeys(ARTICLES, "")
    numbers = {"words": 400, "own_words": 200, "attributed_words": 120, "quoted_words": 80, "sentences": 20}
    grades = {name: 10.0 for name in ARTICLES if name.endswith(("_ease", "_grade", "_index"))}
    return {**row, "article": id, "source": source, "event": event, "language": "en", **numbers, **grades, **more}


def row(kind: str, article: str, label: str = "", **more: Any) -> dict[str, Any]:
    """One row of `evidence`; its id is given by `analysis`."""
    blank: dict[str, Any] = dict.fromkeys(EVIDENCE, "")
    numbers = {"start": 0, "end": 1, "sentence": 0, "value": 1.0, "confidence": 1.0, "share": 1.0}
    detail = more.pop("detail", {})
    return {
        **blank, **numbers, "kind": kind, "article": article, "label": label, "text": "x", "section": "body",
        "voice": "narrator", **more, "detail": json.dumps(detail) if detail else "",
    }  # fmt: skip


def cue(
    article: str,
    label: str,
    value: float,
    *,
    variant: str = "",
    state: str = "asserted",
    argument: bool = False,
    whose: str = "",
    **more: Any,
) -> dict[str, Any]:
    """A wording row: `label` is referent/pole; an `argument` is no name; `whose` may be unsure."""
    detail = {"pack": "p", "variant": variant or label, "state": state, "argument": argument, "whose": whose}
    return row("cue", article, label, value=value, detail=detail, **more)


def quote(article: str, speaker: str, *, actor: str = "", kind: str = "official", **more: Any) -> dict[str, Any]:
    """A quote row."""
    label = more.pop("label", "direct")
    stance = more.pop("stance", "neutral")
    detail = {"content": [[0, 1]], "cue": None, "source": None, "stance": stance, "speaker_kind": kind}
    return row("quote", article, label, speaker=speaker, actor=actor, voice="quoted", detail=detail, **more)


def analysis(
    articles: list[dict[str, Any]],
    rows: list[dict[str, Any]] | None = None,
    actors: list[tuple[str, str, str, str]] | None = None,
    texts: dict[str, str] | None = None,
) -> Analysis:
    """Tables from rows; actors are (id, name, kind, member_of)."""
    sources = {one["article"]: one["source"] for one in articles}
    rows = rows or []
    evidence = pd.DataFrame(rows, columns=EVIDENCE)
    evidence["id"] = [one["id"] or f"{one['kind']}-{number}" for number, one in enumerate(rows)]
    evidence["source"] = [sources[one["article"]] for one in rows]
    for column in ("value", "confidence", "share"):
        evidence[column] = evidence[column].astype(float)
    roster = [(id, name, kind, member, "", "", "", 1.0, "") for id, name, kind, member in actors or []]
    return Analysis(
        evidence, pd.DataFrame(articles, columns=ARTICLES), pd.DataFrame(roster, columns=ACTORS), texts or {}
    )


def random_run(
    seed: int, *, sources: int = 3, events: int = 10, matched: bool = True, planted: float = 1.0
) -> Analysis:
    """A run in which labels mean nothing, but for `planted`: how many times more loaded words the first source uses.

    Articles on one event are alike (a shared level), articles differ in length, and some features are rare.
    """
    draw = np.random.default_rng(seed)
    articles, rows = [], []
    for event in range(events):
        level = draw.gamma(4.0, 0.25)
        for source in range(sources):
            id, name = f"e{event:03d}s{source}", f"S{source}"
            own = int(draw.integers(250, 700))
            said = int(draw.integers(50, 400))
            place = f"e{event:03d}" if matched else ""
            articles.append(
                article(id, name, event=place, words=own + said, own_words=own, attributed_words=said // 2,
                        quoted_words=said - said // 2, flesch_kincaid_grade=float(draw.normal(11, 2)))
            )  # fmt: skip
            times = planted if source == 0 else 1.0
            for label, rate in (("epithet", 6.0), ("loaded verb", 4.0), ("accusation", 3.0), ("praise", 2.0)):
                mean = rate * level * times * own / 1000 * draw.gamma(3.0, 1 / 3)
                rows += [row("loaded", id, label) for _ in range(draw.poisson(mean))]
            rows += _random_rows(draw, id, own)
    actors = [("A", "Aland", "state", ""), ("B", "Borduria", "state", ""), ("p", "Ms Prime", "person", "A")]
    return analysis(articles, rows, actors)


def _random_rows(draw: np.random.Generator, id: str, own: int) -> list[dict[str, Any]]:
    """Quotes, tones, cues and agency of one article, the same for every source."""
    rows: list[dict[str, Any]] = []
    for actor, lean in (("A", 0.1), ("B", -0.1), ("p", 0.0)):
        for _ in range(draw.poisson(4)):
            value = float(np.clip(draw.normal(lean, 0.4), -1, 1))
            rows.append(row("mention", id, "name", actor=actor))
            label = "negative" if value < -0.3 else "positive" if value > 0.3 else "neutral"
            rows.append(row("tone", id, label, actor=actor, value=value))
        speaker = "Ms Prime" if actor == "p" else ""
        kinds = [str(draw.choice(["official", "expert", "unnamed"])) for _ in range(draw.poisson(1.5))]
        rows += [quote(id, speaker, actor=actor, kind=kind) for kind in kinds]
    for _ in range(draw.poisson(2)):
        pole, value = [("attack", -1.0), ("operation", 0.0), ("defence", 1.0)][draw.integers(3)]
        rows.append(cue(id, f"raid/{pole}", value))
    rows += [
        row("agency", id, draw.choice(["agent_named", "agent_deleted"]), detail={"event": "kill"})
        for _ in range(draw.poisson(1))
    ]
    return rows


def claims_of(run: Analysis) -> pd.DataFrame:
    """The table of claims of a run, without the profiles, words and matrices of a whole comparison."""
    ledger = open_ledger(run)
    table = measure_features(ledger, main_actors(ledger))
    return claims_table(judge(table, labels_of(ledger), len(ledger.sources), seed=7), table.features, ledger.sources)
