"""Findings in plain words: whose words they are, how many there are, and never more than the rows say."""

from __future__ import annotations

from collections.abc import Sequence

from framing.profile.records import WordingCell, WordingRow


def number(value: float, digits: int = 1) -> str:
    """A count or rate as people write it: 3, 2.5, 1,204."""
    rounded = round(value, digits)
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.{digits}f}"


def times(count: float) -> str:
    """once, twice, 3 times."""
    return {1.0: "once", 2.0: "twice"}.get(round(count, 1), f"{number(count)} times")


def percent(share: float) -> str:
    """A share in whole percent: 43 %."""
    return f"{round(100 * share)} %"


def plural(count: float, noun: str) -> str:
    """1 article, 3 articles."""
    return f"{number(count)} {noun}{'' if round(count, 1) == 1 else 's'}"


def listed(names: Sequence[str], *, last: str = "and", most: int = 0) -> str:
    """A, B and C; with `most`, the rest as a number: A, B and 4 others."""
    items = list(names)
    if most and len(items) > most:
        left = len(items) - most
        items = [*items[:most], f"{left} other{'' if left == 1 else 's'}"]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def possessive(name: str) -> str:
    """Sergey Markov's, officials'."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def say_wording(source: str, row: WordingRow, cell: WordingCell) -> str:
    """News.Az: “anti-terrorist campaign”, twice, only in Sergey Markov’s words."""
    return f"{source}: “{row.wording}”, {times(cell.count)}, {say_voices(cell)}{_say_states(cell)}"


def _say_states(cell: WordingCell) -> str:
    """What is not asserted: ", denied"; ", once as a possibility"; or nothing."""
    words = {"denied": "denied", "hypothetical": "as a possibility", "questioned": "as a question"}
    told = [
        word if round(cell.states[state], 1) >= round(cell.count, 1) else f"{times(cell.states[state])} {word}"
        for state, word in words.items()
        if state in cell.states
    ]
    return f", {listed(told)}" if told else ""


def count_voices(cell: WordingCell) -> str:
    """How often, and in brackets whose words where they are not the outlet's own: 6, 6 (2 claimed), 2 (quoted)."""
    names = {"attributed": "claimed", "quoted": "quoted", "distanced": "at a distance"}
    parts = [(number(cell.by_voice[voice]), name) for voice, name in names.items() if voice in cell.by_voice]
    if not parts:
        return number(cell.count)
    alone = len(parts) == len(cell.by_voice) == 1
    return f"{number(cell.count)} ({', '.join(name if alone else f'{count} {name}' for count, name in parts)})"


def say_voices(cell: WordingCell) -> str:
    """Whose words they are: in its own voice, only in somebody's words, or both with counts."""
    own, far = cell.by_voice.get("narrator", 0.0), cell.by_voice.get("distanced", 0.0)
    said = cell.by_voice.get("attributed", 0.0) + cell.by_voice.get("quoted", 0.0)
    names = [possessive(name) for name in cell.speakers[:2]] + (["others’"] if len(cell.speakers) > 2 else [])
    who = f"in {listed(names) or 'others’'} words"
    parts = []
    if own:
        parts.append("in its own voice")
    if far:
        parts.append("at a distance (scare quotes or “so-called”)")
    if said:
        parts.append(who)
    if len(parts) == 1:
        return parts[0] if own else f"only {parts[0]}"
    counts = [count for count in (own, far, said) if count]
    return listed([f"{times(count)} {part}" for count, part in zip(counts, parts, strict=True)])
