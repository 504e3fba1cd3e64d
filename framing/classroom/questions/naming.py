"""Which words did each text choose for the same thing?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from framing.classroom.finds import prompt_of, say_line, words_of
from framing.classroom.records import Answer, Find, Grid, Question, Sheet
from framing.report.words import STATES, whose_words

if TYPE_CHECKING:
    from framing.compare import Comparison

MOST = 2  # things that are asked about
SHOWN = 3  # wordings a text in the key


def ask_naming(comparison: Comparison, sheets: Sequence[Sheet], finds: Sequence[Find]) -> Iterator[Question]:
    """One question for each of the two things that most texts name in most ways."""
    glosses = {table.referent: table.gloss for table in comparison.wording}
    by_thing: dict[str, list[Find]] = {}
    for find in finds:
        if find.kind == "cue":
            by_thing.setdefault(find.label.partition("/")[0], []).append(find)
    ranked = sorted(by_thing.items(), key=lambda pair: (-_worth(pair[1]), pair[0]))
    for thing, found in ranked[:MOST]:
        letters = len({one.letter for one in found})
        if letters >= max(2, len(sheets) // 2 + 1) and len({one.label for one in found}) >= 2:
            yield _question(glosses.get(thing, thing.replace("_", " ")), sheets, found)


def _worth(found: Sequence[Find]) -> float:
    """Texts that name it, times different poles, then how often."""
    return len({one.letter for one in found}) * len({one.label for one in found}) + min(len(found), 20) / 100


def _question(gloss: str, sheets: Sequence[Sheet], found: Sequence[Find]) -> Question:
    lines = {sheet.letter: _where(found, sheet.letter) for sheet in sheets}
    return Question(
        kind="naming",
        title="One thing, several names",
        ask=f"The texts write about {gloss}. Which words does each of them use for it? Look at the lines given, "
        "copy the words, and write down whose words they are.",
        grid=Grid(
            ("Text", "Look at line", "The words", "Whose words? (the text’s own, or said by …)"),
            tuple((f"{sheet.letter}", lines[sheet.letter] or "not in this text") for sheet in sheets),
        ),
        lines=2,
        think="Which of these words could everybody in the story accept? Which of them already say who is right?",
        answers=tuple(_answers(sheets, found)),
    )


def _where(found: Sequence[Find], letter: str) -> str:
    lines = dict.fromkeys(one.line for one in _telling(found, letter))
    return ", ".join(map(say_line, sorted(lines)))


def _telling(found: Sequence[Find], letter: str) -> list[Find]:
    """The wordings of one text for the key: the most marked first, each pole once before any twice."""
    mine = [one for one in found if one.letter == letter]
    poles: dict[str, int] = {}
    ranked: list[tuple[int, int, Find]] = []
    for one in sorted(mine, key=lambda find: (-abs(find.value), find.span)):
        poles[one.label] = poles.get(one.label, 0) + 1
        ranked.append((poles[one.label], len(ranked), one))
    return [one for _, _, one in sorted(ranked)[:SHOWN]]


def _answers(sheets: Sequence[Sheet], found: Sequence[Find]) -> Iterator[Answer]:
    for sheet in sheets:
        told = sorted(_telling(found, sheet.letter), key=lambda one: one.span)
        if not told:
            yield Answer(f"Text {sheet.letter} does not name it in the part printed here.")
        for one in told:
            kind = "neutral wording" if one.value == 0 else f"wording that leans: {one.label.partition('/')[2]}"
            who = whose_words(one.voice, one.speaker, f"text {sheet.letter}")
            state = STATES.get(str(one.detail.get("state", "")), "")
            says = f"“{words_of(sheet, one)}” ({kind}); {who}{f'; {state}' if state else ''}"
            yield Answer(says, prompt_of(sheet, one, tell=True), one.row, one.unsure)
