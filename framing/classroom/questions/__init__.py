"""Questions for worksheet 1, built from what the tool found on the sheets; each with its answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from framing.classroom.questions.good import ask_good
from framing.classroom.questions.judging import ask_harm, ask_loaded
from framing.classroom.questions.naming import ask_naming
from framing.classroom.questions.speaking import ask_missing, ask_speakers, ask_voice
from framing.classroom.records import Find, Question, Sheet

if TYPE_CHECKING:
    from framing.compare import Comparison


def ask_questions(
    comparison: Comparison, event: str, sheets: Sequence[Sheet], finds: Sequence[Find]
) -> tuple[Question, ...]:
    """The questions that the findings allow, in the order of the lesson; a question without findings is not asked."""
    asked = [
        *ask_naming(comparison, sheets, finds),
        ask_voice(sheets, finds),
        ask_speakers(sheets, finds),
        ask_missing(comparison, event, sheets, finds),
        ask_loaded(sheets, finds),
        ask_harm(sheets, finds),
        ask_good(sheets, finds),
    ]
    return tuple(one for one in asked if one)
