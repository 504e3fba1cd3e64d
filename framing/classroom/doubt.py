"""A mistake put among right answers of the tool, so that a class learns to doubt it; the text proves which."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import NamedTuple

from framing.classroom.findings import in_order, on_sheet, pick_spread, say_line
from framing.classroom.records import Answer, Prompt, Question, SheetFinding, word_question
from framing.report.context import VOICES
from framing.text import clip, sentence_at

STATEMENTS = 4  # the mistake among them
SHOWN = 110  # characters of a statement
FEWEST_STATEMENTS = 3
FEWEST = 3  # words of one


class PlantedError(NamedTuple):
    """A statement whose speaker the sheet prints beside it, and somebody else whom the tool is made to name."""

    finding: SheetFinding
    says: str  # what the sheet prints as the tool's answer


def ask_doubt(findings: Sequence[SheetFinding], seed: int) -> Question | None:
    """Whose words some statements are, with one answer that is wrong; None where no text could prove one wrong."""
    clear = [one for one in findings if _is_provable(one)]
    planted = plant_error(clear, seed)
    if planted is None or len(clear) < FEWEST_STATEMENTS:
        return None
    others = [one for one in clear if one.row != planted.finding.row]
    shown = in_order([planted.finding, *pick_spread(others, STATEMENTS - 1)])
    return word_question(
        "doubt",
        prompts=tuple(_prompt(one, planted) for one in shown),
        answers=tuple(_answer(one, planted) for one in shown),
    )


def plant_error(clear: Sequence[SheetFinding], seed: int) -> PlantedError | None:
    """One statement given to another speaker of the same text, or to the outlet where only one person speaks."""
    draw = random.Random(seed)
    for finding in draw.sample(list(clear), len(clear)):
        others = sorted({one.speaker for one in on_sheet(clear, finding.letter)} - {finding.speaker})
        apart = [name for name in others if not _parts(name) & _parts(finding.speaker)]
        if apart:
            return PlantedError(finding, draw.choice(apart))
    return PlantedError(draw.choice(list(clear)), VOICES["narrator"]) if clear else None


def _is_provable(one: SheetFinding) -> bool:
    """Whether it is a statement whose speaker stands by name in the same sentence."""
    if one.kind != "quote" or not one.named:
        return False
    text = one.sheet.text
    low, high = sentence_at(text, *one.span, one.sheet.sentences)
    beside = text[low : one.span.start] + text[one.span.end : high]
    named = any(re.search(rf"\b{re.escape(part)}\b", beside) for part in _parts(one.speaker))
    return named and len(one.words.split()) >= FEWEST


def _parts(name: str) -> set[str]:
    """The words of a name with a capital."""
    return {part for part in re.findall(r"\w[\w’'-]+", name) if part[0].isupper()}


def _place(one: SheetFinding) -> str:
    return f"{one.letter}, {'line ' if one.line else ''}{say_line(one.line)}"


def _prompt(one: SheetFinding, planted: PlantedError) -> Prompt:
    """The statement in its sentence, and behind it whom the program is made to name."""
    prompt = one.prompt()
    says = planted.says if one.row == planted.finding.row else one.speaker
    return prompt._replace(found=clip(prompt.found, SHOWN), after=f"{prompt.after.rstrip()} → The program: {says}.")


def _answer(one: SheetFinding, planted: PlantedError) -> Answer:
    """The answer with the place that proves it; the planted one says so."""
    if one.row != planted.finding.row:
        return Answer(f"{_place(one)}: right, {one.speaker}", one.prompt(tell=True), one.row)
    says = (
        f"{_place(one)}: wrong, put there for this question. The sheet says {planted.says}; the words are those of "
        f"{one.speaker}, as the sentence itself tells"
    )
    return Answer(says, one.prompt(tell=True), one.row)
