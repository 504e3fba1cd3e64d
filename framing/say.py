"""How anything is printed: numbers, signs, shares, rates, p and q values, samples, plurals, lists and names.

One function a kind of number, so that the same value reads the same in a sentence, a table, a chart and the terminal.
A minus is a true minus sign, zero has no sign, and a dash stands where there is no number.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from html import escape
from math import isnan

from framing.model import NOBODY_NAMED

NOTHING = "–"  # printed where there is no number
SCALE = "−1 to 1"  # where tones and the leanings of wordings lie
TONE_AXIS = "mean of p(positive) − p(negative), from −1 to +1"
COMMANDS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)  # to a terminal: control characters, turns of the direction of writing, half characters
NEVER_BELOW = 0.001  # a p or q value below is printed as "less than"
STATES = {"denied": "denied there", "hypothetical": "only supposed there", "questioned": "questioned there"}


def fixed(value: float | None, decimals: int, *, signed: bool = False) -> str:
    """A number with fixed decimals, with a plus when `signed`: 2.50, −0.30, +0.31, 0.00; a dash for none."""
    if value is None or isnan(value):
        return NOTHING
    text = f"{value:+.{decimals}f}" if signed else f"{value:.{decimals}f}"
    return f"{0:.{decimals}f}" if float(text) == 0 else _true_minus(text)


def tone(value: float | None) -> str:
    """A tone in [-1, 1], or a difference of two: +0.31, −0.20, 0.00."""
    return fixed(value, 2, signed=True)


def number(value: float, digits: int = 1) -> str:
    """A count as people write it: 3, 2.5, 1,204; at most `digits` decimals, none for a whole number."""
    rounded = round(value, digits) + 0.0  # never minus zero
    return _true_minus(f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.{digits}f}")


def rate(value: float) -> str:
    """A rate with as many digits as it deserves: 104, 10.3, 0.45, 0; a dash for none."""
    size = abs(value)
    return number(value, 0) if size >= 100 or value == 0 else fixed(value, 1 if size >= 2 else 2)


def percent(share: float) -> str:
    """A share in [0, 1] in whole percent: 43 %."""
    return f"{points(share)} %"


def points(share: float) -> str:
    """A share, or a difference of two, in whole percentage points without their name: 43, −12."""
    return _true_minus(f"{round(100 * share)}")


def value(amount: float, unit: str = "") -> str:
    """A value as its unit wants it: shares in percent, scores from −1 to 1 with a sign, all else as a rate."""
    if isnan(amount):
        return NOTHING
    if unit.startswith("share of "):
        return percent(amount)
    return tone(amount) if "−1" in unit else rate(amount)


def of_unit(unit: str) -> str:
    """What follows a value of a unit: " of quotes", " per 1,000 own words", or nothing."""
    return f" {unit.removeprefix('share ')}" if unit else ""


def scale_between(low: str, high: str) -> str:
    """The scale of a leaning with what its ends mean, each in brackets or "": from −1 (x) to 1 (y)."""
    return f"from −1{low} to 1{high}"


def within(amount: float, low: float | None, high: float | None, n: int) -> str:
    """A rate with its interval, where it has one, and its number of articles: 2.5 [1.20, 3.8] (n = 12)."""
    interval = f" [{rate(low)}, {rate(high)}]" if low is not None and high is not None else ""
    return f"{rate(amount)}{interval} (n = {number(n)})"


def q_value(q: float) -> str:
    """A p or q value behind its sign: = .034, < .001, = 1."""
    if q < NEVER_BELOW:
        return "< .001"
    if q >= 0.995:
        return "= 1"
    return f"= {fixed(q, 2 if q >= 0.1 else 3).removeprefix('0')}"


def chance(p: float | None) -> str:
    """A p or q value in a column: .034, <.001; a dash for none."""
    if p is not None and p < NEVER_BELOW:
        return "<.001"
    return fixed(p, 3).removeprefix("0")


def plural(count: float, noun: str) -> str:
    """1 article, 3 articles."""
    return f"{number(count)} {noun}{'' if round(count, 1) == 1 else 's'}"


def day(date: datetime.date) -> str:
    """A day, shortly: 8 Aug 2011."""
    return f"{date.day} {date:%b} {date.year}"


def times(count: float) -> str:
    """once, twice, 3 times."""
    return {1.0: "once", 2.0: "twice"}.get(round(count, 1), f"{number(count)} times")


def sample(articles: int, events: int, words: float) -> str:
    """How much stands behind a page: 3 articles on 2 events, 1,204 words; events only where there are any."""
    covered = f" on {plural(events, 'event')}" if events else ""
    return f"{plural(articles, 'article')}{covered}, {number(words, 0)} words"


def listed(names: Sequence[str], *, last: str = "and", most: int = 0) -> str:
    """A, B and C; with `most`, the rest as a number: A, B and 4 others."""
    items = list(names)
    if most and len(items) > most:
        items = [*items[:most], plural(len(items) - most, "other")]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def name_stories(names: Sequence[str], *, most: int = 0) -> str:
    """Names of stories inside a sentence, each in quotation marks, for a headline may hold a comma or an "and"."""
    shown = [f"“{name}”" for name in (names[:most] if most else names)]
    return listed([*shown, *([plural(len(names) - most, "other")] if most and len(names) > most else [])])


def does(names: Sequence[object]) -> str:
    """The verb that follows some names: does, do."""
    return "does" if len(names) == 1 else "do"


def name_or_noun(speaker: str) -> str:
    """A speaker's name, or the article's noun for a speaker in quotation marks: Ana Bek, “company”."""
    return f"“{speaker}”" if speaker == speaker.lower() else speaker


def possessive(name: str) -> str:
    """Sergey Markov's, officials'."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def said_by(speaker: str) -> str:
    """A speaker inside a sentence: Ana Bek, the company, critics; "an unnamed speaker" for nobody."""
    whole = speaker.replace(f" {NOBODY_NAMED}", " ") or "an unnamed speaker"
    noun = whole == whole.lower() and not whole.startswith((NOBODY_NAMED, "an ")) and not whole.endswith("s")
    return f"the {whole}" if noun else whole


def whose_words(voice: str, speaker: str, source: str = "", state: str = "") -> str:
    """Whose words a finding is, as a phrase: its own words, Ana Bek’s claim, the company’s quoted words; denied there.

    Where no speaker was found nobody is named: a name may stand in the sentence before. `state` is that of a cue, or
    "demanded" for what a headline says that somebody calls for.
    """
    if state == "demanded" and voice == "attributed" and speaker:
        return f"{possessive(said_by(speaker))} demand, as the headline sums it up"
    return "; ".join(filter(None, (_whose(voice, speaker, source), STATES.get(state, ""))))


def _whose(voice: str, speaker: str, source: str) -> str:
    match voice:
        case "attributed":
            return f"{possessive(said_by(speaker))} claim" if speaker else "a reported claim"
        case "quoted":
            return f"{possessive(said_by(speaker))} quoted words" if speaker else "quoted words"
        case "distanced":
            return "kept at a distance"
        case "unsure":
            return "whose words, the program cannot tell"
    return f"{possessive(source) if source else 'its'} own words"


def html_table(caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A small table for a notebook; every cell is escaped."""
    head = "".join(f"<th>{escape(one)}</th>" for one in columns)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _true_minus(text: str) -> str:
    return text.replace("-", "−")


def printable(text: str) -> str:
    """The text with � for every character that would command a terminal instead of being shown by it."""
    return COMMANDS.sub("�", text)
