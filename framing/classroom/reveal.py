"""reveal.html: for the projector, question by question, with the answers and the outlets behind a click."""

from __future__ import annotations

from collections.abc import Sequence

from framing.classroom.page import render
from framing.classroom.paper import print_text
from framing.classroom.records import Find, Question, Sheet
from framing.report.words import VOICE_LETTERS, VOICES


def write_reveal(title: str, sheets: Sequence[Sheet], questions: Sequence[Question], finds: Sequence[Find]) -> str:
    """The page as text; it works without scripts."""
    return render(
        "reveal.html.j2",
        title=title,
        sheets=[(one, print_text(one, finds, blind=True)) for one in sheets],
        questions=questions,
        voices=VOICES,
        letters=VOICE_LETTERS,
    )
