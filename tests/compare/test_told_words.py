"""Words that seem the outlet's own in a sentence that quotes somebody: which of them are surely its own."""

from __future__ import annotations

import re

import pytest

from framing.compare.told_words import read_words
from tests import tables

PART = re.compile(r"[<>{}\[\]]")


@pytest.mark.parametrize(
    ("line", "label", "sure"),  # <who speaks>, {what is quoted}, [the words in question]
    [
        ("<Ida Lund, a [stubborn] glazier>, said {the kiln was cold}.", "indirect", True),
        ("{“The kiln is cold,”} said <Ida Lund, the [stubborn] glazier>.", "direct", True),
        ("{“The kiln is cold,”} <Lund> wrote, ending her [spiteful] letter.", "direct", True),
        ("<Lund> ended her [spiteful] letter: {“Light the kiln.”}", "direct", True),
        ("In a [rambling] speech <Lund> said {that the kiln was cold}.", "indirect", True),
        ("<Lund> said {that the kiln was cold}, a [shameful] waste.", "indirect", False),
        ("<Lund> said {that the kiln was cold}, and the [shameful] waste goes on.", "indirect", False),
        ("<Lund> said {the [shameful] waste of coal must end}.", "indirect", False),
        ("{“The [shameful] waste must end,”} said <Lund>.", "direct", False),
        ("The [shameful] waste of coal goes on.", "", True),
        ("That {the kiln was cold}, <Lund> complained in a [spiteful] letter.", "indirect", False),
    ],
)
def test_words_before_a_quote_around_its_marks_and_of_its_speaker_are_sure(line: str, label: str, sure: bool) -> None:
    spots, text = {}, ""
    for piece in re.split(r"([<>{}\[\]])", line):
        spots |= {piece: len(text)} if PART.fullmatch(piece) else {}
        text += "" if PART.fullmatch(piece) else piece
    word = {"start": spots["["], "end": spots["]"], "text": text[spots["["] : spots["]"]]}
    rows = [tables.row("loaded", "a1", "epithet", **word)]
    if label:
        said = {"content": [[spots["{"], spots["}"]]], "source": [spots["<"], spots[">"]], "cue": None}
        rows.append(tables.row("quote", "a1", label, detail={**said, "stance": "neutral", "speaker_kind": "person"}))
    run = tables.analysis([tables.article("a1", "Bell", event="e")], rows, texts={"a1": text})
    assert bool(list(read_words(run, "loaded"))) == sure
    assert list(read_words(run, "loaded", unsure=True))
