"""Kinds of statements (tests/cases/statements.toml): where their words begin and end, and what is none."""

from __future__ import annotations

from functools import cache

import pytest
from case_files import load_cases

import framing

pytestmark = pytest.mark.engine
KINDS = load_cases("statements.toml", "kind")
SURE = 0.8
EDGES = " \n“”\"'‘’.,;:?!-–—"


@cache
def statements() -> dict[str, dict[str, float]]:
    """By text: each statement as "SPEAKER: words", with the confidence of its row."""
    texts = {text: dict[str, float]() for kind in KINDS for text, *_ in kind["cases"]}
    numbered = dict(enumerate(texts))
    articles = [framing.Article.from_text(text, id=f"{n:04}", source="Daily") for n, text in numbered.items()]
    rows = framing.analyze(articles).evidence
    for row in rows[rows["kind"] == "quote"].to_dict("records"):
        words = " ".join(row["text"].strip(EDGES).removeprefix("that").split()).strip(EDGES)
        texts[numbered[int(row["article"])]][f"{row['speaker']}: {words}"] = row["confidence"]
    return texts


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind["name"])
def test_a_kind_of_statement_is_read_right(kind: dict) -> None:
    wrong = []
    for text, *wanted in kind["cases"]:
        found = statements()[text]
        missing = [one for one in wanted if not one.startswith("?") and one not in found]
        allowed = {one.removeprefix("?") for one in wanted}
        false = [one for one, sure in found.items() if sure >= SURE and one not in allowed]
        if missing or false:
            wrong.append(f"{text}\n  missing {missing}\n  wrong {false}\n  found {found}")
    assert not wrong, f"{len(wrong)} of {len(kind['cases'])}\n" + "\n".join(wrong)
