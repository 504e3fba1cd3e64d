"""A small hand-made run with texts: three outlets, two events, all kinds of findings and voices; nothing is parsed."""

from __future__ import annotations

from functools import cache
from typing import Any

import tables

from framing.compare import Comparison, compare_sources
from framing.evidence import Analysis

TEXTS = {
    "a1": "Army raids valley\n\nThe army crushed the camp at dawn, and 12 people were killed. "
    "“It was a defensive operation,” said Premier Ana Toll. Critics called it a massacre.",
    "a2": "Valley quiet again\n\nThe operation ended on Friday. Premier Ana Toll said the valley was safe. "
    "The so-called liberation left houses burnt.",
    "b1": "Massacre in the valley\n\nThe army carried out a massacre, villagers say. "
    "The brutal attack lasted an hour. Borduria denied a massacre.",
    "b2": "Valley counts its dead\n\nAn attack took 12 lives, the ministry said. Villagers wait.",
    "c1": "Defence operation succeeds\n\nOur forces conducted an operation in the valley. "
    "“A model operation,” Premier Ana Toll told reporters.",
}
ARTICLES = (
    ("a1", "Bell", "raid"),
    ("a2", "Bell", "aftermath"),
    ("b1", "Courier", "raid"),
    ("b2", "Courier", "aftermath"),
    ("c1", "Ledger & Sons <b>", "raid"),
)
ACTORS = [("A", "Aland", "state", ""), ("B", "Borduria", "state", ""), ("t", "Ana Toll", "person", "A")]


def because(feature: str, weight: float) -> dict[str, Any]:
    """The detail of a tone."""
    return {"probabilities": [0.8, 0.2, 0.0], "because": [[feature, weight]]}


def find(
    article: str, words: str, kind: str, label: str = "", *, texts: dict[str, str] = TEXTS, **more: Any
) -> dict[str, Any]:
    """A row whose span is the first place of `words` in the article."""
    start = texts[article].index(words)
    return tables.row(kind, article, label, start=start, end=start + len(words), text=words, **more)


def cue(article: str, words: str, pole: str, value: float, *, state: str = "asserted", **more: Any) -> dict[str, Any]:
    """A wording of the raid."""
    detail = {"pack": "p", "variant": words.lower(), "state": state}
    return find(article, words, "cue", f"raid/{pole}", value=value, detail=detail, **more)


def said(article: str, words: str, speaker: str, kind: str, **more: Any) -> dict[str, Any]:
    """A quotation."""
    start = TEXTS[article].index(words)
    content = [[start, start + len(words)]]
    detail = {"content": content, "cue": None, "source": None, "stance": "neutral", "speaker_kind": kind}
    label = "direct" if more.get("voice") == "quoted" else "indirect"
    return find(article, words, "quote", label, speaker=speaker, detail=detail, **more)


def rows() -> list[dict[str, Any]]:
    """The findings of the run."""
    toll = {"speaker": "Ana Toll"}
    named = {"event": "raid", "agent": [0, 3], "patient": None, "agents": ["A"], "patients": []}
    return [
        cue("a1", "massacre", "massacre", -1.0, voice="attributed", speaker="critics"),
        cue("a1", "defensive operation", "operation", 1.0, voice="quoted", **toll),
        cue("a2", "operation", "operation", 0.0),
        cue("a2", "liberation", "liberation", 1.0, voice="distanced"),
        cue("b1", "Massacre", "massacre", -1.0),
        cue("b1", "massacre", "massacre", -1.0, voice="attributed", speaker="villagers"),
        cue("b1", "denied a massacre", "massacre", -1.0, state="denied"),
        cue("b1", "attack", "attack", -0.5),
        cue("c1", "operation", "operation", 1.0),
        said("a1", "It was a defensive operation", "Ana Toll", "official", actor="t", voice="quoted"),
        said("a1", "it a massacre", "critics", "unnamed", voice="attributed"),
        said("a2", "the valley was safe", "Ana Toll", "official", actor="t", voice="attributed"),
        said("b1", "The army carried out a massacre", "villagers", "civilian", voice="attributed"),
        said("c1", "A model operation", "Ana Toll", "official", actor="t", voice="quoted"),
        *(find(one, "army", "mention", "name", actor="A") for one in ("a1", "b1")),
        find("a1", "Premier Ana Toll", "mention", "name", actor="t"),
        find("a2", "Premier Ana Toll", "mention", "name", actor="t"),
        find("b1", "Borduria", "mention", "name", actor="B"),
        find("a1", "army", "tone", "negative", actor="A", value=-0.6, detail=because("subj>crush", -1.0)),
        find("b1", "army", "tone", "negative", actor="A", value=-0.8, detail=because("subj>carry", -0.2)),
        find("c1", "Our forces", "tone", "positive", actor="A", value=0.5, detail=because("subj>win", 0.5)),
        find("a1", "crushed", "loaded", "loaded verb", value=0.7),
        find("b1", "brutal", "loaded", "epithet", value=0.9),
        find("c1", "model", "loaded", "epithet", value=0.4, voice="quoted", **toll),
        find("a1", "killed", "agency", "agent_deleted", detail={"event": "kill"}),
        find("b1", "attack", "agency", "agent_deleted", detail={"event": "attack"}),
        find("c1", "conducted", "agency", "agent_named", actor="A", detail=named),
    ]  # fmt: skip


def sample_analysis(texts: dict[str, str] | None = None, titles: dict[str, str] | None = None) -> Analysis:
    """The run as tables; other texts may stand behind the same words, for hostile input."""
    texts, titles = texts or TEXTS, titles or {}
    articles = [
        tables.article(
            id, source, event=event, date=f"2024-05-0{place + 1}", title=titles.get(id, texts[id].split("\n")[0])
        )
        for place, (id, source, event) in enumerate(ARTICLES)
    ]
    return tables.analysis(articles, rows(), ACTORS, texts)


@cache
def sample_comparison() -> Comparison:
    """The sources of the sample run side by side, made once for all tests: change a copy."""
    return compare_sources(sample_analysis())
