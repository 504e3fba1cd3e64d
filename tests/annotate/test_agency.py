"""Agency on our own marked sentences: precision and recall that only rise, and sentences that hold no event."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from framing.annotate.agency import find_agency
from framing.model import Agency, Article, Parsed
from framing.parse import parse_articles

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "agency.toml").read_text("utf-8"))["case"]
PRECISION, RECALL = 0.85, 0.75


@cache
def read() -> list[tuple[Parsed, tuple[Agency, ...]]]:
    articles = [Article.from_text(case["text"], id=str(i), source="cases") for i, case in enumerate(CASES)]
    return [(parsed, find_agency(parsed, (), ())) for parsed in parse_articles(articles)]


def same(parsed: Parsed, found: Agency, wanted: dict[str, str]) -> bool:
    def fits(span, words: str) -> bool:
        return (span is None and not words) or (
            span is not None and bool(words) and overlaps(parsed.article.read(span), words)
        )

    return (
        found.event == wanted["event"]
        and found.label == wanted["label"]
        and fits(found.agent, wanted["agent"])
        and (not wanted["patient"] or fits(found.patient, wanted["patient"]))
    )


def overlaps(words: str, wanted: str) -> bool:
    return wanted.lower() in words.lower() or words.lower() in wanted.lower()


def shown(parsed: Parsed, found: Agency) -> tuple[str, str, str, str]:
    agent, patient = (parsed.article.read(span) if span else "" for span in (found.agent, found.patient))
    return found.event, found.label, agent, patient


def scores() -> tuple[float, float, list[str]]:
    hits = found = gold = 0
    misses = []
    for case, (parsed, events) in zip(CASES, read(), strict=True):
        right = [w for w in case["events"] if any(same(parsed, event, w) for event in events)]
        hits, found, gold = hits + len(right), found + len(events), gold + len(case["events"])
        if len(right) < max(len(events), len(case["events"])):
            misses.append(f"{case['text']}\n  wanted {case['events']}\n  found {[shown(parsed, e) for e in events]}")
    return hits / max(1, found), hits / gold, misses


@pytest.mark.engine
def test_events_are_found_with_agent_and_patient() -> None:
    precision, recall, misses = scores()
    assert precision >= PRECISION, "\n".join(misses)
    assert recall >= RECALL, "\n".join(misses)


@pytest.mark.engine
@pytest.mark.parametrize(
    "number", [i for i, case in enumerate(CASES) if not case["events"]], ids=lambda i: CASES[i]["text"]
)
def test_figures_of_speech_are_no_events(number: int) -> None:
    _, events = read()[number]
    assert events == ()


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 80
