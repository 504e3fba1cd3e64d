"""Questions for worksheet 1, built from what the tool found on the sheets; each with its answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from framing.classroom.doubt import ask_doubt
from framing.classroom.findings import hides_doer, in_order, on_sheet, pick_spread, say_line
from framing.classroom.records import Answer, Question, Sheet, SheetFinding, word_question
from framing.classroom.speakers import ask_missing, ask_speakers
from framing.classroom.told import ask_rivals, ask_told
from framing.grouping import group_by, in_turn
from framing.report.context import VOICES
from framing.say import STATES, whose_words

if TYPE_CHECKING:
    from framing.compare import Comparison

THINGS = 2  # things whose names are asked about
WORDINGS = 3  # wordings a text in the key
SENTENCES = 6  # sentences whose voice is asked about
LOADED = 4
HARM = 4
SPEAKERS_FROM = 3  # speakers with a name from which on a text does well


def ask_questions(
    comparison: Comparison, event: str, sheets: Sequence[Sheet], findings: Sequence[SheetFinding], seed: int = 7
) -> tuple[Question, ...]:
    """The questions that the findings allow, in the order of the lesson; a question without findings is not asked.

    `seed` chooses the mistake that one of them holds.
    """
    asked = [
        *ask_naming(comparison, sheets, findings),
        ask_told(comparison, event, sheets),
        ask_rivals(comparison, event, sheets),
        ask_voice(findings),
        ask_speakers(sheets, findings),
        ask_missing(comparison, event, sheets, findings),
        ask_loaded(findings),
        ask_harm(findings),
        ask_doubt(findings, seed),
        ask_good(sheets, findings),
    ]
    return tuple(one for one in asked if one)


def ask_naming(comparison: Comparison, sheets: Sequence[Sheet], findings: Sequence[SheetFinding]) -> Iterator[Question]:
    """Which words each text chose for the same thing: a question for the two that most texts name in most ways."""
    glosses = {table.referent: table.gloss for table in comparison.wording}
    ranked = sorted(_by_thing(findings).items(), key=lambda pair: (-_worth(pair[1]), pair[0]))
    for thing, found in ranked[:THINGS]:
        letters = len({one.letter for one in found})
        if letters >= max(2, len(sheets) // 2 + 1) and len({one.label for one in found}) >= 2:
            yield _naming(glosses.get(thing, thing.replace("_", " ")), sheets, found)


def _by_thing(findings: Iterable[SheetFinding]) -> dict[str, list[SheetFinding]]:
    """Wordings by what they name."""
    return group_by((one for one in findings if one.kind == "cue"), lambda one: one.label.partition("/")[0])


def _worth(found: Sequence[SheetFinding]) -> float:
    """Texts that name it, times different poles, then how often."""
    return len({one.letter for one in found}) * len({one.label for one in found}) + min(len(found), 20) / 100


def _naming(gloss: str, sheets: Sequence[Sheet], found: Sequence[SheetFinding]) -> Question:
    chosen = {sheet.letter: in_order(_telling(on_sheet(found, sheet.letter))) for sheet in sheets}
    lines = {letter: ", ".join(map(say_line, sorted({one.line for one in mine}))) for letter, mine in chosen.items()}
    return word_question(
        "naming",
        rows=tuple((letter, where or "not in this text") for letter, where in lines.items()),
        answers=tuple(answer for letter, mine in chosen.items() for answer in _names(letter, mine)),
        thing=gloss,
    )


def _telling(mine: Sequence[SheetFinding]) -> list[SheetFinding]:
    """The wordings of one text for the key: the most marked first, each pole once before any twice."""
    ranked = sorted(mine, key=lambda one: (-abs(one.value), one.span))
    return in_turn(ranked, lambda one: one.label)[:WORDINGS]


def _names(letter: str, mine: Sequence[SheetFinding]) -> Iterator[Answer]:
    if not mine:
        yield Answer(f"Text {letter} does not name it in the part printed here.")
    for one in mine:
        kind = "neutral wording" if one.value == 0 else f"wording that leans: {one.label.partition('/')[2]}"
        state = STATES.get(str(one.detail.get("state", "")), "")
        yield _answer(f"“{one.words}” ({kind}); {_whose(one)}{f'; {state}' if state else ''}", one)


def _answer(says: str, one: SheetFinding) -> Answer:
    """An answer that a finding bears out."""
    return Answer(says, one.prompt(tell=True), one.row, one.unsure)


def _whose(one: SheetFinding) -> str:
    return whose_words(one.voice, one.speaker, f"text {one.letter}")


def _name_voice(one: SheetFinding) -> str:
    """The voice, and whose it is where that is not the outlet's."""
    return f"{VOICES[one.voice]}: {_whose(one)}" if one.voice in ("attributed", "quoted") else VOICES[one.voice]


def ask_voice(findings: Sequence[SheetFinding]) -> Question | None:
    """Sentences with marked words: are they the outlet's own, a reported claim, a quotation, or kept at a distance?"""
    sure = [one for one in findings if one.kind in ("cue", "loaded") and not one.unsure]
    by_voice = [[one for one in sure if one.voice == voice] for voice in VOICES]
    chosen = in_order(_in_turn([_first_of_line(found) for found in by_voice]))
    if len({one.voice for one in chosen}) < 2:
        return None
    return word_question(
        "voice",
        prompts=tuple(one.prompt() for one in chosen),
        choices=tuple(VOICES.values()),
        answers=tuple(_answer(_name_voice(one), one) for one in chosen),
    )


def _in_turn(by_voice: Sequence[list[SheetFinding]]) -> list[SheetFinding]:
    """Up to six findings, voice after voice in turn, each from the text that has been used least."""
    chosen: list[SheetFinding] = []
    while len(chosen) < SENTENCES and any(by_voice):
        for found in by_voice:
            if found and len(chosen) < SENTENCES:
                used = Counter(one.letter for one in chosen)
                best = min(found, key=lambda one: (used[one.letter], -abs(one.value), one.letter, one.span))
                found.remove(best)
                chosen.append(best)
    return chosen


def _first_of_line(found: Sequence[SheetFinding]) -> list[SheetFinding]:
    """One finding a line, so that no sentence is asked about twice."""
    return list({(one.letter, one.line): one for one in reversed(found)}.values())[::-1]


def ask_loaded(findings: Sequence[SheetFinding]) -> Question | None:
    """Sentences with a loaded word, to be said more plainly."""
    found = [one for one in findings if one.kind == "loaded"]
    own = [one for one in found if one.voice == "narrator"]
    by_line = {(one.letter, one.line): one for one in sorted(own or found, key=lambda one: one.value)}
    chosen = pick_spread(sorted(by_line.values(), key=lambda one: (-one.value, one.span)), LOADED)
    if not chosen:
        return None
    return word_question(
        "loaded",
        prompts=tuple(one.prompt(tell=True) for one in chosen),
        answers=tuple(_answer(_loaded(one), one) for one in chosen),
    )


def _loaded(one: SheetFinding) -> str:
    """What the tool says of a loaded word; plainer words are for the class to find."""
    why = str(one.detail.get("why", "")).rstrip(".")
    what = f"“{one.words}”: {one.label}{f' — {why}' if why else ''}; {_whose(one)}"
    return f"{what}. Accept any word that only describes."


def ask_harm(findings: Sequence[SheetFinding]) -> Question | None:
    """Sentences about harm: is it said who did it?"""
    told = [one for one in findings if one.kind == "agency" and one.line]
    hidden = [one for one in told if hides_doer(one)]
    named = [one for one in told if one.label == "agent_named"]
    if not hidden:
        return None
    chosen = in_order([*pick_spread(hidden, HARM - 1), *pick_spread(named, 1)])
    says = {"agent_named": "It says who did it.", "agent_deleted": "It does not say who did it."}
    return word_question(
        "harm",
        prompts=tuple(one.prompt() for one in chosen),
        answers=tuple(_answer(says[one.label], one) for one in chosen),
    )


def ask_good(sheets: Sequence[Sheet], findings: Sequence[SheetFinding]) -> Question | None:
    """Good practice in the texts: without it, a list of faults teaches that everybody is biased."""
    answers = tuple(
        answer for sheet in sheets for answer in good_practice(sheet.letter, on_sheet(findings, sheet.letter))
    )
    return word_question("good", answers=answers) if answers else None


def good_practice(letter: str, mine: Sequence[SheetFinding]) -> Iterator[Answer]:
    """What the tool can see of good practice in one text: both words given, denials, people with names who speak."""
    yield from _both_words(letter, mine)
    denied = next((one for one in mine if one.kind == "cue" and one.detail.get("state") == "denied"), None)
    if denied:
        yield _answer(f"Text {letter} also reports that “{denied.words}” is denied", denied)
    named = [one for one in mine if one.kind == "quote" and one.named]
    speakers = list(dict.fromkeys(one.speaker for one in named))
    if len(speakers) >= SPEAKERS_FROM:
        says = f"Text {letter} says who said it: {len(speakers)} speakers with a name ({', '.join(speakers[:5])})"
        yield _answer(says, max(named, key=lambda one: one.confidence))


def _both_words(letter: str, mine: Sequence[SheetFinding]) -> Iterator[Answer]:
    """Rival words for one thing in one text, one of them not in the outlet's own voice."""
    for found in _by_thing(mine).values():
        low, high = min(found, key=lambda one: one.value), max(found, key=lambda one: one.value)
        if low.value < 0 < high.value and "narrator" not in (low.voice, high.voice):
            says = f"Text {letter} gives both words, each as somebody’s: “{low.words}” and “{high.words}”"
            yield _answer(says, low)._replace(unsure=low.unsure or high.unsure)
            return
