"""A profile in plain sentences: measured words, whose they are and how many, never a verdict on the outlet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from framing.profile.ledger import OWN
from framing.profile.sentences import listed, number, percent, plural, times

if TYPE_CHECKING:
    from framing.profile.records import AgencyShares, LeftOut, LoadedRates, Profile, ToneCell, VoiceShare

WORDINGS = 4
TONE_MENTIONS = 5.0  # below this nothing is said about tone toward an actor
COVERAGE = 0.5  # below this share of readable mentions the tone is "cannot tell"


def profile_lines(profile: Profile) -> tuple[str, ...]:
    """What a careful analyst would write under the name of the source, in the order of the page."""
    lines = [f"Behind this page: {profile.basis}."]
    lines += _wording(profile)
    lines += _voices(profile.voices)
    lines += _tones(profile.tones)
    lines += _loaded(profile.loaded)
    lines += _agency(profile.agency)
    if profile.reading:
        low, high = number(profile.reading.lowest, 0), number(profile.reading.highest, 0)
        spread = f" (articles from {low} to {high})" if low != high else ""
        lines.append(f"Reading level: school grade {number(profile.reading.level.value)}{spread}.")
    lines += _omissions(profile)
    lines += [f"Good practice: it {good.text}." for good in profile.good]
    return tuple(lines)


def _wording(profile: Profile) -> Iterator[str]:
    for table in profile.wording[:WORDINGS]:
        said = [line.text.split(": ", 1)[1] for line in table.lines[:3]]
        left = len(table.lines) - len(said)
        more = f"; and {plural(left, 'other wording')}" if left else ""
        yield f"{table.gloss[:1].upper()}{table.gloss[1:]}: {'; '.join(said)}{more}."


def _voices(voices: VoiceShare) -> Iterator[str]:
    quotes = voices.unnamed.base
    if not quotes:
        yield "It quotes nobody."
        return
    named = [speaker for speaker in voices.speakers if speaker.speaker != speaker.speaker.lower()]
    top = [f"{speaker.speaker} ({number(speaker.count)})" for speaker in named[:3]]
    most = f" Most quoted: {listed(top)}." if top else ""
    others = percent(1 - voices.words["own"].value)
    yield (
        f"{plural(quotes, 'quote')}; {others} of its words report or quote others, "
        f"and {percent(voices.unnamed.value)} of the quotes name no speaker.{most}"
    )
    for one in voices.silent:
        if one.quoted_by:
            did = f"{listed(one.quoted_by, most=2)} {'quotes' if len(one.quoted_by) == 1 else 'quote'}"
            if one.kind == "person":
                yield f"{one.name} is mentioned {times(one.mentions)} but not quoted; {did} {one.name}."
            else:
                nobody = f"{one.name} is mentioned {times(one.mentions)}, but nobody is quoted who speaks for it"
                yield f"{nobody}; {did} somebody who does."
            break


def _tones(tones: tuple[ToneCell, ...]) -> Iterator[str]:
    own = [cell for cell in tones if cell.voice == OWN and cell.tone.count >= TONE_MENTIONS]
    clear = [cell for cell in own if cell.coverage >= COVERAGE and cell.tone.low is not None]
    if not clear:
        yield "Tone toward actors in its own voice: cannot tell, too few articles or mentions with a readable tone."
        return
    apart = sorted((cell for cell in clear if _is_apart(cell)), key=lambda cell: cell.tone.value)
    if not apart:
        whom = listed([cell.name for cell in clear], last="or", most=4)
        yield f"Tone in its own voice toward {whom}: not distinguishable from even-handed."
        return
    ends = [apart[0]] if len(apart) == 1 else [apart[0], apart[-1]]
    said = [f"{signed(cell.tone.value)} toward {cell.name} ({_basis(cell)})" for cell in ends]
    even = len(clear) - len(apart)
    rest = f"; toward {plural(even, 'other')} not distinguishable from even-handed" if even else ""
    yield f"Tone in its own voice, from −1 to 1: {listed(said)}{rest}."


def signed(value: float) -> str:
    """+0.12, −0.30, 0."""
    rounded = round(value, 2)
    return "0" if rounded == 0 else f"{rounded:+.2f}".replace("-", "−")


def _is_apart(cell: ToneCell) -> bool:
    """Whether the interval of a mean tone over articles leaves out 0."""
    tone = cell.tone
    return tone.low is not None and tone.high is not None and (tone.low > 0 or tone.high < 0)


def _basis(cell: ToneCell) -> str:
    tone = cell.tone
    mentions = f"{plural(round(tone.count), 'mention')} in {plural(tone.n, 'article')}"
    return f"{mentions}; 95 % interval {signed(tone.low or 0.0)} to {signed(tone.high or 0.0)}"


def _loaded(loaded: tuple[LoadedRates, ...]) -> Iterator[str]:
    for cell in loaded:
        if cell.voice != OWN:
            continue
        words = [f"“{text}” ({number(count)})" for text, count, _ in cell.words[:4]]
        tail = f", most often {listed(words)}" if words else ""
        yield f"Loaded words in its own voice: {number(cell.total.value)} per 1,000 own words{tail}."


def _agency(agency: AgencyShares) -> Iterator[str]:
    events = agency.deleted.base
    if events >= 1:
        words = [f"“{name}”" for name, _, _ in agency.events[:3]]
        tail = f" ({listed(words)})" if words else ""
        yield (
            f"Of {plural(events, 'act')} of harm in its own voice, {number(agency.deleted.count)} "
            f"{'has' if round(agency.deleted.count, 1) == 1 else 'have'} nobody who did it{tail}."
        )


def _omissions(profile: Profile) -> Iterator[str]:
    """Items that others carry, the same item on several events said once."""
    items: dict[str, list[LeftOut]] = {}
    for left in profile.left_out:
        items.setdefault(left.item.name, []).append(left)
    found = []
    for name, cases in list(items.items())[:4]:
        who = listed(sorted({source for case in cases for source in case.carried_by}), most=2)
        found.append(f"{name} ({who}{f', on {len(cases)} events' if len(cases) > 1 else ''})")
    if found:
        yield f"On the same events others have what was not found in it: {'; '.join(found)}."
