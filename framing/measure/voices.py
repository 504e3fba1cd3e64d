"""Whom one source lets speak, and whom it writes about without ever letting them speak."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.evidence.sources import UNSURE_BELOW
from framing.measure.counting import grouped, most_frequent, per_thousand, per_words, ratios, share_of
from framing.measure.question import Contrast, ContrastSide, Feature, say_sides, shrink
from framing.model import BODIES, PEOPLE, SURE_FROM
from framing.say import listed, number, percent, plural, times
from framing.stats import NOTHING, Rate, mean_rate

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from framing.measure.ledger import Ledger

SPEAKERS = 20  # speakers that are kept
SILENT = 10  # silent actors that are kept
SILENT_FROM = 3.0  # mentions
ROWS = 20  # rows of a silent actor
SIDED_KINDS = ("official", "person", *BODIES, "state", "place")  # they may speak for any side
KINDS = 12  # labels, kinds of speakers and report verbs that are tested, the most widespread of each
SIDES = 4  # sides that are tested
QUOTES_FROM = 3.0  # quotes on each side of a contrast
APART = 0.15  # shares of a contrast must differ by more, whatever side the unknown speakers are on
HALF = 4.0  # quotes at which a contrast keeps half of its strength


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    """One speaker that a source lets speak: quotes (a sum of `share`, above 0) and words."""

    speaker: str  # readable name
    actor: str  # actor id, or ""
    kind: str  # one of the kinds of actors
    side: str  # side of the actor, the actor it belongs to, or ""
    count: float  # quotes, sum of `share`
    words: int  # words of their quotes
    rows: tuple[str, ...]  # surest first
    title: str = ""  # as the articles give it
    why: str = ""  # what makes it a source, or ""
    sure: bool = True  # its surest quote may be printed as said

    @property
    def statements(self) -> int:
        """How many quotes it has a part in."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class SilentActor:
    """An actor that a source writes about and never quotes (nor anybody who belongs to it); at least 3 mentions."""

    actor: str
    name: str
    kind: str
    mentions: float  # sum of `share`
    rows: tuple[str, ...]  # a few of the mentions, at most 20
    quoted_by: tuple[str, ...] = ()  # sources that do quote it


@dataclass(frozen=True, slots=True)
class VoiceShare:
    """Whom one source lets speak: shares in [0, 1], quotes per 1,000 words; only quotes sure enough to be named count.

    What is less probable than 0.6 stands in `unsure` alone; whoever may be its speaker is not said to be silent.
    """

    source: str
    n: int  # articles
    words: Mapping[str, Rate]  # "own", "attributed", "quoted" -> share of all words
    quotes: Rate  # quotes per 1,000 words
    by_label: Mapping[str, Rate]  # direct, mixed, indirect -> share of quotes
    by_kind: Mapping[str, Rate]  # kind of speaker -> share of quotes
    by_side: Mapping[str, Rate]  # side of the speaker -> share of quotes; "" is kept out
    unnamed: Rate  # share of quotes whose speaker has no name
    stances: Mapping[str, Rate]  # class of the report verb ("claimed", "noted", …) -> share of quotes
    diversity: float | None  # Shannon entropy of the speakers over its maximum, in [0, 1]; None below 2 quotes
    speakers_n: int  # different named speakers
    speakers: tuple[SpeakerCount, ...]  # most quoted first
    silent: tuple[SilentActor, ...]  # written about, never quoted; most mentioned first
    unsure: Rate = NOTHING  # share of quotes whose speaker is not sure enough to be named: probability below 0.6
    side_unknown: Rate = NOTHING  # share of quotes by officials or organisations that are not known to speak for a side

    @property
    def total(self) -> float:
        """Quotations in all, a sum of `share`."""
        return self.quotes.count

    def most_heard(self, most: int) -> tuple[SpeakerCount, ...]:
        """The most quoted speakers who bear a name: a mere noun ("nations") may be a slip of the reading."""
        named = (one for one in self.speakers if one.speaker != one.speaker.lower())
        return tuple(sorted(named, key=lambda one: -one.statements))[:most]

    def say_most_heard(self, most: int) -> str:
        """The most quoted speakers with their numbers of quotes, and how many more are quoted as often as the last."""
        shown = self.most_heard(most)
        names = [f"{one.speaker} {number(one.statements)}" for one in shown]
        left = self.most_heard(SPEAKERS)[len(shown) :]
        as_often = sum(one.statements == shown[-1].statements for one in left)
        return listed([*names, *([f"{plural(as_often, 'other')} as often"] if as_often else [])])

    def missed(self, most: int) -> tuple[SilentActor, ...]:
        """Actors whom others on the same events quote and this source does not, most mentioned first."""
        return tuple(one for one in self.silent if one.quoted_by)[:most]


def measure(ledger: Ledger, source: int, quoting: Mapping[str, tuple[int, ...]]) -> VoiceShare:
    """Words and quotes of one source by voice, side and kind of speaker; `quoting`: see `find_quoting_sources`."""
    every, unit = ledger.rows("quote", source), "share of quotes"
    rows, doubtful = sure_quotes(every), every[every["confidence"] < UNSURE_BELOW]
    named, lost = rows[~is_unnamed(rows)], is_side_unknown(rows)

    def shares(column: str) -> dict[str, Rate]:
        return {key: share_of(ledger, part, rows, source, unit) for key, part in grouped(rows, column).items() if key}

    speakers, counts = _speakers(ledger, named, ledger.sources[source])
    return VoiceShare(
        source=ledger.sources[source],
        n=int(ledger.edges[source + 1] - ledger.edges[source]),
        words=_words(ledger, source),
        quotes=per_words(ledger, rows, source, "words", "quotes per 1,000 words"),
        by_label=shares("label"),
        by_kind=shares("speaker_kind"),
        by_side=shares("side"),
        unnamed=share_of(ledger, rows[is_unnamed(rows)], rows, source, unit),
        stances=shares("stance"),
        diversity=_diversity(counts),
        speakers_n=len(counts),
        speakers=speakers,
        silent=_silent(ledger, source, quoting, every, bool(is_side_unknown(every).any())),
        unsure=share_of(ledger, doubtful, every, source, unit),
        side_unknown=share_of(ledger, rows[lost], rows, source, unit),
    )


def sure_quotes(rows: pd.DataFrame) -> pd.DataFrame:
    """The quotes whose speaker is sure enough to be named."""
    return rows[rows["confidence"] >= UNSURE_BELOW]


def is_unnamed(rows: pd.DataFrame) -> pd.Series[bool]:
    """Which quotes name no speaker: kind of speaker unnamed, or a speaker that begins with "unnamed"."""
    speaker = rows["speaker"].astype(str)
    return (rows["speaker_kind"] == "unnamed") | (speaker == "") | speaker.str.startswith("unnamed")


def is_side_unknown(rows: pd.DataFrame) -> pd.Series[bool]:
    """Which quotes are of named people or organisations that may speak for any side."""
    return (rows["side"] == "") & rows["speaker_kind"].isin(SIDED_KINDS)


def _words(ledger: Ledger, source: int) -> dict[str, Rate]:
    """Mean share of an article's words that is the outlet's own, reported, or inside quotation marks."""
    part = ledger.articles_of(source)
    total = ledger.column("words")[part]
    rates = {}
    for voice in ("own", "attributed", "quoted"):
        words = ledger.column(f"{voice}_words")[part]
        values = words[total > 0] / total[total > 0]
        rates[voice] = mean_rate(
            values, "share of words", rows=(), count=float(words.sum()), denominator=float(total.sum())
        )
    return rates


def _cards(ledger: Ledger) -> dict[tuple[str, str], tuple[str, str]]:
    """Title and reason of each speaker of an outlet, as far as its articles tell them."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    table = ledger.analysis.sources
    for one in table[["article", "actor", "speaker", "title", "why"]].itertuples(index=False):
        key = (ledger.articles_source.get(str(one.article), ""), str(one.actor or one.speaker))
        title, why = found.get(key, ("", ""))
        found[key] = (title or str(one.title), why or ("" if one.why == "not said" else str(one.why)))
    return found


def _speakers(ledger: Ledger, named: pd.DataFrame, source: str) -> tuple[tuple[SpeakerCount, ...], list[float]]:
    """The most quoted named speakers, and the counts of all. One speaker is one actor, or one name without an actor."""
    actor = named["actor"].astype(str)
    keyed = named.assign(key=actor.where(actor != "", named["speaker"].astype(str)))
    counts = keyed.groupby("key")["share"].sum()
    names = {key: ledger.roster.name(key) if key in ledger.roster.facts else key for key in map(str, counts.index)}
    top = sorted(names, key=lambda key: (-float(counts[key]), names[key]))[:SPEAKERS]
    parts, cards = dict(iter(keyed[keyed["key"].isin(top)].groupby("key"))), _cards(ledger)
    found = []
    for key in top:
        part = parts[key].sort_values("confidence", ascending=False, kind="stable")
        first = part.iloc[0]
        words = sum(len(str(text).split()) for text in ledger.cells(part, "text"))
        who, kind, side = str(first["actor"]), str(first["speaker_kind"]), str(first["side"])
        sure = float(first["confidence"]) >= SURE_FROM
        card = cards.get((source, who or str(first["speaker"])), ("", ""))
        count, ids = float(counts[key]), ledger.ids_of(part)
        found.append(SpeakerCount(names[key], who, kind, side, count, words, ids, *card, sure))
    return tuple(found), [float(count) for count in counts]


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


def _silent(
    ledger: Ledger, source: int, quoting: Mapping[str, tuple[int, ...]], quoted: pd.DataFrame, lost: bool
) -> tuple[SilentActor, ...]:
    """Actors with at least 3 mentions of whom nobody is quoted, most mentioned first.

    When some official is quoted who may speak for anybody (`lost`), only persons can be said to be never quoted, and
    a person only when no speaker shares a name ("Obama" may be "Barack Obama"), no "he" is left open, and no unnamed
    person speaks in an article about them: "the union leader" may be she. `quoted` are all quotes, unsure ones
    included: none of them may be the actor's. A place cannot speak.
    """
    beside = sources_on_same_events(ledger, source)
    hidden = _with_one_unnamed(ledger.rows("quote", source))
    names = set(re.findall(r"\w+", " ".join(map(str, quoted["speaker"].unique()))))
    somebody = bool(
        ((quoted["speaker"].astype(str) == "") & quoted["sourced"]).any()
    )  # "he said", and nobody knows who
    mentions = ledger.rows("mention", source)
    counts = mentions.groupby("actor", observed=True)["share"].sum()
    found: list[SilentActor] = []
    for actor, count in sorted(counts.items(), key=lambda item: (-float(item[1]), str(item[0]))):
        who = str(actor)
        if count < SILENT_FROM or len(found) == SILENT:
            break
        sources = quoting.get(who, ())
        kind = ledger.roster.kind(who)
        if not who or source in sources or not ledger.roster.is_named(who) or kind == "place":
            continue
        if kind in PEOPLE and somebody:
            continue
        if kind in PEOPLE and hidden & set(mentions.loc[mentions["actor"] == actor, "article"]):
            continue
        if not names & set(re.findall(r"\w+", ledger.roster.name(who))) if kind in PEOPLE else not lost:
            rows = ledger.ids_of(mentions[mentions["actor"] == actor].iloc[:ROWS])
            others = tuple(ledger.sources[other] for other in sources if other in beside)
            found.append(SilentActor(who, ledger.roster.name(who), kind, float(count), rows, others))
    return tuple(found)


def _with_one_unnamed(quotes: pd.DataFrame) -> set[int]:
    """Numbers of the articles in which one person speaks without a name, not several ("officials")."""
    nameless = quotes[is_unnamed(quotes)]
    one = [not str(speaker).endswith("s") for speaker in nameless["speaker"]]
    return set(nameless.loc[one, "article"])


def sources_on_same_events(ledger: Ledger, source: int) -> set[int]:
    """Other sources that cover an event of this source; all others when no article has an event."""
    import numpy as np

    mine = set(ledger.event_of[ledger.articles_of(source)].tolist())
    named = [number for number in mine if ledger.events[number]]
    others = ledger.source_of[np.isin(ledger.event_of, named)] if named else ledger.source_of
    return set(others.tolist()) - {source}


def find_quoting_sources(ledger: Ledger) -> dict[str, tuple[int, ...]]:
    """Which sources quote an actor, or somebody who belongs to it."""
    rows = ledger.rows("quote")
    numbered = rows[["actor"]].assign(source=ledger.source_of[rows["article"].to_numpy()])
    quoting: dict[str, set[int]] = {}
    for actor, source in numbered.drop_duplicates().itertuples(index=False):
        for one in (str(actor), *ledger.roster.bodies_of(str(actor))):
            quoting.setdefault(one, set()).add(int(source))
    return {actor: tuple(sorted(sources)) for actor, sources in quoting.items()}


def lines(voices: VoiceShare) -> Iterator[str]:
    """How much one source quotes, whom most, and whom others quote and it does not."""
    quotes = voices.unnamed.denominator
    if not quotes:
        yield "It quotes nobody."
        return
    doubt = f", and {number(voices.unsure.count)} more with an unsure speaker" if voices.unsure.count else ""
    top = voices.say_most_heard(3)
    most = f" Most quoted: {top}." if top else ""
    others = percent(1 - voices.words["own"].value)
    yield (
        f"{plural(quotes, 'quote')}{doubt}; {others} of its words report or quote others, "
        f"and {percent(voices.unnamed.value)} of the quotes name no speaker.{most}"
    )
    for one in voices.silent:
        if one.quoted_by:
            did = f"{listed(one.quoted_by, most=2)} {'quotes' if len(one.quoted_by) == 1 else 'quote'}"
            if one.kind in PEOPLE:
                yield f"{one.name} is mentioned {times(one.mentions)} but not quoted; {did} {one.name}."
            else:
                nobody = f"{one.name} is mentioned {times(one.mentions)}, but nobody is quoted who speaks for it"
                yield f"{nobody}; {did} somebody who does."
            break


def features(ledger: Ledger) -> Iterator[Feature]:
    """Words and quotes left to others, quotes without a named speaker, and shares of quotes of each kind."""
    total, own = ledger.column("words"), ledger.column("own_words")
    others = total - own
    yield Feature(
        "words/others", "headline", "the share of words it leaves to others", "leave more of its words to others",
        "share of words", ratios(others, total), others,
    )  # fmt: skip
    rows = sure_quotes(ledger.rows("quote"))
    quotes, nameless = ledger.sums(rows), ledger.sums(rows[is_unnamed(rows)])
    yield Feature(
        "quotes/unnamed", "headline", "the share of quotes without a named speaker", "quote unnamed speakers more",
        "share of quotes", ratios(nameless, quotes), nameless,
    )  # fmt: skip
    yield Feature(
        "quotes", "exploratory", "quotes", "quote more", "per 1,000 words", per_thousand(quotes, total), quotes
    )
    yield from _quote_shares(ledger, rows, quotes)


def _quote_shares(ledger: Ledger, rows: pd.DataFrame, quotes: NDArray[np.float64]) -> Iterator[Feature]:
    """Shares of quotes by label, kind of speaker, report verb and side."""
    names = {
        "label": ("{} quotes", KINDS),
        "speaker_kind": ("quotes of speakers of the kind “{}”", KINDS),
        "stance": ("quotes with a report verb of the class “{}”", KINDS),
        "side": ("quotes that speak for {}", SIDES),
    }
    for column, (phrase, most) in names.items():
        for key in most_frequent(rows, column, most):
            if not key or (column, key) == ("speaker_kind", "unnamed"):
                continue
            hits, what = ledger.sums(rows[rows[column] == key]), phrase.format(key)
            yield Feature(
                f"quotes/{column}/{key}", "exploratory", f"the share of {what}", f"have a larger share of {what}",
                "share of quotes", ratios(hits, quotes), hits,
            )  # fmt: skip


def contrasts(voices: Sequence[VoiceShare]) -> Iterator[Contrast]:
    """Sides that one source lets speak and another does not."""
    enough = [one for one in voices if one.unnamed.denominator >= QUOTES_FROM]
    sides = sorted({side for one in enough for side in one.by_side})
    for side in sides:
        shares = [(one.by_side[side].value if side in one.by_side else 0.0, one) for one in enough]
        low, high = min(shares, key=lambda pair: pair[0]), max(shares, key=lambda pair: pair[0])
        if len(enough) < 2 or high[0] - low[0] - low[1].side_unknown.value < APART:
            continue
        shown = tuple(_side(one, side) for _, one in (high, low))
        quotes = min(low[1].unnamed.denominator, high[1].unnamed.denominator)
        strength = shrink(high[0] - low[0], quotes, HALF)
        yield Contrast("voices", f"How much {side} is quoted", "", f"{say_sides(shown)}.", shown, strength, False)


def _side(one: VoiceShare, side: str) -> ContrastSide:
    rate = one.by_side.get(side)
    total = plural(one.unnamed.denominator, "quote")
    if rate is None or not rate.rows:
        return ContrastSide(one.source, f"none of its {total} is known to come from {side}", "", "", 0.0, None, ())
    names = [speaker.speaker for speaker in one.speakers if speaker.side == side][:3]
    who = f" ({listed(names)})" if names else ""
    text = f"{number(rate.count)} of its {total} come from {side}{who}"
    return ContrastSide(one.source, text, "quoted", ", ".join(names), rate.count, None, rate.rows)


def rows_behind(voices: VoiceShare, feature: Sequence[str]) -> tuple[str, ...]:
    """Evidence ids behind a feature: ["quotes", "unnamed"], ["quotes", "label", "direct"]; () for words and rates."""
    if feature == ["quotes", "unnamed"]:
        return voices.unnamed.rows
    if len(feature) < 3:
        return ()
    shares = dict(label=voices.by_label, speaker_kind=voices.by_kind, stance=voices.stances, side=voices.by_side)
    rate = shares[feature[1]].get(feature[2])
    return rate.rows if rate else ()
