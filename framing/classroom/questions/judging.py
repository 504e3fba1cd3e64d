"""Words that judge, and sentences in which nobody did it."""

from __future__ import annotations

from collections.abc import Sequence

from framing.classroom.finds import prompt_of, spread, words_of
from framing.classroom.records import Answer, Find, Question, Sheet
from framing.report.words import whose_words

LOADED = 4
HARM = 4


def ask_loaded(sheets: Sequence[Sheet], finds: Sequence[Find]) -> Question | None:
    """Sentences with a loaded word, to be said more plainly."""
    found = [one for one in finds if one.kind == "loaded"]
    own = [one for one in found if one.voice == "narrator"]
    by_line = {(one.letter, one.line): one for one in sorted(own or found, key=lambda one: one.value)}
    chosen = spread(sorted(by_line.values(), key=lambda one: (-one.value, one.span)), LOADED)
    if not chosen:
        return None
    by_letter = {sheet.letter: sheet for sheet in sheets}
    return Question(
        kind="loaded",
        title="Words that judge",
        ask="The underlined word tells you what to feel. Write a plainer word that keeps the facts.",
        prompts=tuple(prompt_of(by_letter[one.letter], one, tell=True) for one in chosen),
        choices=("A plainer word: ____________________",),
        think="Sometimes a strong word is simply the right word. When?",
        answers=tuple(_loaded(by_letter[one.letter], one) for one in chosen),
    )


def _loaded(sheet: Sheet, one: Find) -> Answer:
    """What the tool says of a loaded word; plainer words are for the class to find."""
    why = str(one.detail.get("why", "")).rstrip(".")
    who = whose_words(one.voice, one.speaker, f"text {one.letter}")
    what = f"“{words_of(sheet, one)}”: {one.label}{f' — {why}' if why else ''}; {who}"
    says = f"{what}. Accept any word that only describes."
    return Answer(says, prompt_of(sheet, one, tell=True), one.row, one.unsure)


def ask_harm(sheets: Sequence[Sheet], finds: Sequence[Find]) -> Question | None:
    """Sentences about harm: is it said who did it?"""
    found = [one for one in finds if one.kind == "agency" and one.line]
    hidden = [one for one in found if one.label == "agent_deleted"]
    named = [one for one in found if one.label == "agent_named"]
    chosen = sorted([*spread(hidden, HARM - 1), *spread(named, 1)], key=lambda one: (one.letter, one.span))
    if not hidden:
        return None
    by_letter = {sheet.letter: sheet for sheet in sheets}
    return Question(
        kind="harm",
        title="Who did it?",
        ask="These sentences report harm or force. Does the sentence say who did it? Tick one box.",
        prompts=tuple(prompt_of(by_letter[one.letter], one) for one in chosen),
        choices=("it says who: ______________", "it does not say who"),
        think="A sentence may leave out who did it because nobody knows yet, or because it is told elsewhere. "
        "How can you find out which it is?",
        answers=tuple(
            Answer(
                "It says who did it." if one.label == "agent_named" else "It does not say who did it.",
                prompt_of(by_letter[one.letter], one, tell=True),
                one.row,
                one.unsure,
            )
            for one in chosen
        ),
    )
