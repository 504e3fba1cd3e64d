"""Whose the packs' wordings are in stories that the program had not read: by kind of voice, and what is unsure."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import framing
from framing.evidence.details import UNSURE, read_detail

pytestmark = [pytest.mark.engine, pytest.mark.quality]
CASES = Path(__file__).parents[1] / "cases" / "told_voices.toml"
RIGHT, FOUND = 69, 70  # of 86 words those whose voice is right or said to be unsure, and those that a pack finds


def test_whose_words_are_told() -> None:
    told = tomllib.loads(CASES.read_text("utf-8"))["article"]
    articles = [
        framing.Article.from_text(
            one["text"], id=one["outlet"], source=one["outlet"], event=one["event"], headline=one["text"].split("\n")[0]
        )
        for one in told
    ]
    evidence = framing.analyze(articles).evidence
    cues, found, wrong = evidence[evidence["kind"] == "cue"], 0, []
    for one in told:
        mine = cues[cues["article"] == one["outlet"]]
        for words, voices, speaker in one["words"]:
            start = one["text"].index(words)
            hits = mine[(mine["start"] < start + len(words)) & (mine["end"] > start)].to_dict("records")
            if hits:
                found += 1
                row = hits[0]
                unsure = read_detail(row["detail"]).get("whose") == UNSURE
                named = row["voice"] in ("narrator", "distanced") or speaker.lower() in row["speaker"].lower()
                if not unsure and not (row["voice"] in voices.split("|") and named):
                    wrong.append((one["outlet"], words, voices, speaker, row["voice"], row["speaker"]))
    assert found >= FOUND
    assert found - len(wrong) >= RIGHT, wrong
