"""Whom one source lets speak, and whom it writes about without ever letting them speak."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from framing.profile.counting import grouped, per_words, share_of
from framing.profile.records import SilentActor, SpeakerCount, VoiceShare
from framing.stats import Rate, mean_rate

if TYPE_CHECKING:
    import pandas as pd

    from framing.profile.ledger import Ledger

SPEAKERS = 20
SILENT = 10
SILENT_FROM = 3.0  # mentions
ROWS = 20


def measure_voices(ledger: Ledger, source: int, heard: Mapping[str, tuple[int, ...]] | None = None) -> VoiceShare:
    """Words and quotes of one source by voice, side and kind of speaker; `heard` is `heard_by(ledger)`, if at hand."""
    heard = heard_by(ledger) if heard is None else heard
    rows = ledger.rows("quote", source)
    sides = rows["actor"].map({actor: ledger.side(actor) for actor in rows["actor"].cat.categories}).astype(str)
    rows = rows.assign(side=sides.where(sides != "nan", ""))
    named, lost = rows[~unnamed(rows)], side_unknown(rows)
    unit = "share of quotes"

    def shares(column: str) -> dict[str, Rate]:
        return {key: share_of(ledger, part, rows, source, unit) for key, part in grouped(rows, column).items() if key}

    speakers = _speakers(ledger, named)
    return VoiceShare(
        source=ledger.sources[source],
        n=int(ledger.edges[source + 1] - ledger.edges[source]),
        words=_words(ledger, source),
        quotes=per_words(ledger, rows, source, "words", "quotes per 1,000 words"),
        by_label=shares("label"),
        by_kind=shares("speaker_kind"),
        by_side=shares("side"),
        unnamed=share_of(ledger, rows[unnamed(rows)], rows, source, unit),
        stances=shares("stance"),
        diversity=_diversity([speaker.count for speaker in speakers]),
        speakers_n=len(speakers),
        speakers=speakers[:SPEAKERS],
        silent=_silent(ledger, source, heard, bool(lost.any())),
        side_unknown=share_of(ledger, rows[lost], rows, source, unit),
    )


def unnamed(rows: pd.DataFrame) -> pd.Series[bool]:
    """Which quotes name no speaker: kind of speaker unnamed, or a speaker that begins with "unnamed"."""
    speaker = rows["speaker"].astype(str)
    return (rows["speaker_kind"] == "unnamed") | (speaker == "") | speaker.str.startswith("unnamed")


def side_unknown(rows: pd.DataFrame) -> pd.Series[bool]:
    """Which quotes (with a column `side`) are of named officials or organisations that may speak for any side."""
    return (rows["side"] == "") & rows["speaker_kind"].isin(["official", "organisation", "country"])


def _words(ledger: Ledger, source: int) -> dict[str, Rate]:
    """Mean share of an article's words that is the outlet's own, reported, or inside quotation marks."""
    part = ledger.articles_of(source)
    total = ledger.column("words")[part]
    rates = {}
    for voice in ("own", "attributed", "quoted"):
        words = ledger.column(f"{voice}_words")[part]
        values = words[total > 0] / total[total > 0]
        rates[voice] = mean_rate(values, "share of words", rows=(), count=float(words.sum()), base=float(total.sum()))
    return rates


def _speakers(ledger: Ledger, named: pd.DataFrame) -> tuple[SpeakerCount, ...]:
    """Named speakers, most quoted first. One speaker is one actor, or one name where no actor is known."""
    actor = named["actor"].astype(str)
    keyed = named.assign(key=actor.where(actor != "", named["speaker"].astype(str)))
    texts = ledger.analysis.evidence["text"].to_numpy(dtype=object)
    found = []
    for key, part in keyed.groupby("key", sort=True):
        first = part.iloc[0]
        who = str(first["actor"])
        found.append(
            SpeakerCount(
                speaker=ledger.name(who) if who else str(key),
                actor=who,
                kind=str(first["speaker_kind"]),
                side=str(first["side"]),
                count=float(part["share"].sum()),
                words=sum(len(str(text).split()) for text in texts[part["at"].to_numpy()]),
                rows=ledger.ids_of(part),
            )
        )
    return tuple(sorted(found, key=lambda speaker: (-speaker.count, speaker.speaker)))


def _diversity(counts: list[float]) -> float | None:
    """Shannon entropy of the counts over its maximum, in [0, 1]: 1 when all speak equally often, 0 when one does.

    Source: Shannon 1948; Pielou 1966 (evenness).
    """
    total = math.fsum(counts)
    if total < 2:
        return None
    if len(counts) < 2:
        return 0.0
    entropy = -math.fsum(count / total * math.log(count / total) for count in counts if count > 0)
    return entropy / math.log(len(counts))


def _silent(ledger: Ledger, source: int, heard: Mapping[str, tuple[int, ...]], lost: bool) -> tuple[SilentActor, ...]:
    """Actors with at least 3 mentions of whom nobody is quoted, most mentioned first.

    When some official is quoted who may speak for anybody (`lost`), only persons can be said to be never quoted.
    """
    near = sources_near(ledger, source)
    mentions = ledger.rows("mention", source)
    counts = mentions.groupby("actor", observed=True)["share"].sum()
    found: list[SilentActor] = []
    for actor, count in sorted(counts.items(), key=lambda item: (-float(item[1]), str(item[0]))):
        who = str(actor)
        if count < SILENT_FROM or len(found) == SILENT:
            break
        sources = heard.get(who, ())
        kind = ledger.known_kind(who)
        if who and source not in sources and kind != "place" and (kind == "person" or not lost):
            rows = ledger.ids_of(mentions[mentions["actor"] == actor].iloc[:ROWS])
            others = tuple(ledger.sources[other] for other in sources if other in near)
            found.append(SilentActor(who, ledger.name(who), kind, float(count), rows, others))
    return tuple(found)


def sources_near(ledger: Ledger, source: int) -> set[int]:
    """Other sources that cover an event of this source; all others when no article has an event."""
    import numpy as np

    mine = set(ledger.event_of[ledger.articles_of(source)].tolist())
    named = [number for number in mine if ledger.events[number]]
    others = ledger.source_of[np.isin(ledger.event_of, named)] if named else ledger.source_of
    return set(others.tolist()) - {source}


def heard_by(ledger: Ledger) -> dict[str, tuple[int, ...]]:
    """Which sources quote an actor, or somebody who belongs to it."""
    rows = ledger.rows("quote")
    numbered = rows[["actor"]].assign(source=ledger.source_of[rows["article"].to_numpy()])
    heard: dict[str, set[int]] = {}
    for actor, source in numbered.drop_duplicates().itertuples(index=False):
        for one in (str(actor), *_belongs_to(ledger, str(actor))):
            heard.setdefault(one, set()).add(int(source))
    return {actor: tuple(sorted(sources)) for actor, sources in heard.items()}


def _belongs_to(ledger: Ledger, actor: str) -> list[str]:
    """What an actor belongs to, and what that belongs to."""
    found: list[str] = []
    entry = ledger.known.get(actor)
    while entry is not None and entry.member_of and entry.member_of not in found:
        found.append(entry.member_of)
        entry = ledger.known.get(entry.member_of)
    return found
