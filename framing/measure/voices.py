"""Whom one source lets speak, and whom it writes about without ever letting them speak."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framing.evidence.sources import UNSURE_BELOW
from framing.measure.counting import grouped, most_frequent, per_thousand, per_words, ratios, share_of
from framing.measure.question import Contrast, ContrastSide, Feature, say_sides, shrink
from framing.measure.silence import (
    Place,
    SilentActor,
    find_silent,
    is_from_document,
    is_side_unknown,
    is_unnamed,
    once_a_place,
    places_of,
    said_by_others,
    sure_quotes,
    surely_read,
    whole_times,
)
from framing.model import NOBODY_NAMED, PEOPLE, SURE_FROM
from framing.say import listed, name_or_noun, percent, plural, times
from framing.stats import NOTHING, Rate, mean_rate

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from framing.measure.ledger import Ledger

SPEAKERS = 20  # speakers that are kept
VAGUE = frozenset(("all", "few", "many", "most", "others", "people", "several", "some", "those"))  # tell of nobody
KINDS = 12  # labels, kinds of speakers and report verbs that are tested, the most widespread of each
SIDES = 4  # sides that are tested
QUOTES_FROM = 3.0  # quotes on each side of a contrast
APART = 0.15  # shares of a contrast must differ by more, whatever side the unknown speakers are on
HALF = 4.0  # quotes at which a contrast keeps half of its strength


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    """One speaker that a source lets speak; a statement of two speakers is one of each."""

    speaker: str  # readable name
    actor: str  # actor id, or ""
    kind: str  # one of the kinds of actors
    side: str  # side of the actor, the actor it belongs to, or ""
    words: int  # words of their statements
    rows: tuple[str, ...]  # surest first
    title: str = ""  # as the articles give it
    why: str = ""  # what makes it a source, or ""

    @property
    def statements(self) -> int:
        """How many surely read statements it has a part in."""
        return len(self.rows)

    def __str__(self) -> str:
        """The name, or the article's noun in quotation marks, and the statements: Ana Bek 3, “company” 1."""
        return f"{name_or_noun(self.speaker)} {self.statements}"


@dataclass(frozen=True, slots=True)
class VoiceShare:
    """Whom one source lets speak: shares in [0, 1], quotes per 1,000 words.

    Counted is what may be printed as said: statements with a confidence of at least 0.8, whole ones. `more` says how
    many others there are with one of at least 0.6, `less_sure` whose these are; below that nothing may be said at all.
    """

    source: str
    n: int  # articles
    words: Mapping[str, Rate]  # "own", "attributed", "quoted" -> share of all words
    quotes: Rate  # quotes per 1,000 words
    by_label: Mapping[str, Rate] = field(repr=False)  # direct, mixed, indirect -> share of quotes
    by_kind: Mapping[str, Rate] = field(repr=False)  # kind of speaker -> share of quotes
    by_side: Mapping[str, Rate] = field(repr=False)  # side of the speaker -> share of quotes; "" is kept out
    unnamed: Rate  # share of quotes whose speaker has no name
    stances: Mapping[str, Rate] = field(repr=False)  # class of the report verb -> share of quotes
    speakers_n: int  # different named speakers
    speakers: tuple[SpeakerCount, ...] = field(repr=False)  # most quoted first
    silent: tuple[SilentActor, ...] = field(repr=False)  # written about, never quoted; most mentioned first
    side_unknown: Rate = NOTHING  # share of quotes by somebody without a name, or of no known side, who may be of any
    nameless: tuple[str, ...] = field(default=(), repr=False)  # what nameless speakers are called, one a statement
    documents: tuple[str, ...] = field(default=(), repr=False)  # "lawsuit", one a statement; no speakers
    shared: int = 0  # statements of several speakers
    less_sure: tuple[tuple[str, int], ...] = ()  # of statements whose speaker print may name; the most first
    more: int = 0  # statements that are not surely read; one inside another is not a second one
    untold: int = 0  # of these, those whose speaker cannot be told
    unsure_sides: Mapping[str, float] = field(default_factory=dict, repr=False)  # side -> statements maybe its own

    @property
    def total(self) -> int:
        """Statements surely read."""
        return round(self.quotes.count)

    def most_heard(self, most: int) -> str:
        """The most quoted speakers with a name and their statements; who stands behind the cut is told as a number."""
        return _first_of([(str(one), one.statements) for one in self.speakers], self.speakers_n, most)

    def nobody_named(self, most: int) -> str:
        """How many statements name no speaker, and what these are called: 4: “officials” 2 and 2 others; or ""."""
        return _called(self.nameless, most) if self.nameless else ""

    def from_documents(self, most: int) -> str:
        """How many statements stand in documents, and in which: documents 3: “lawsuit” 2 and “complaint” 1; or ""."""
        return f"documents {_called(self.documents, most)}" if self.documents else ""

    def less_surely(self, most: int) -> str:
        """Whose the statements are that are not counted: less surely Ana Bek 3; of a speaker who cannot be told 2."""
        told = _first_of([(f"{name} {count}", count) for name, count in self.less_sure], len(self.less_sure), most)
        untold = f"of a speaker who cannot be told {self.untold}" if self.untold else ""
        return "; ".join(filter(None, (f"less surely {told}" if told else "", untold)))

    def counted(self) -> str:
        """How many of the statements that were found are counted: 8 of 13."""
        return f"{self.total} of {self.total + self.more}"

    def may_be_of(self, name: str) -> bool:
        """Whether some statement that is not surely read may be of somebody with a name, or of a role without one."""
        doubtful = [who for who, _ in self.less_sure]
        return bool(self.untold or self.nameless) or name in doubtful or any(who.startswith("“") for who in doubtful)


def measure(ledger: Ledger, source: int, quoting: Mapping[str, tuple[int, ...]]) -> VoiceShare:
    """Words and quotes of one source by voice, side and kind of speaker; `quoting`: see `find_quoting_articles`."""
    every = said_by_others(ledger, ledger.rows("quote", source))
    likely = every[every["confidence"] >= UNSURE_BELOW]
    rows, unsure = sure_quotes(ledger, every), every[every["confidence"] < SURE_FROM]
    nobody, unit, counted = is_unnamed(rows), "share of quotes", set(places_of(ledger, rows))

    def shares(column: str) -> dict[str, Rate]:
        parts = grouped(rows, column).items()
        return {key: share_of(ledger, once_a_place(ledger, part), rows, source, unit) for key, part in parts if key}

    document, left = ~nobody & is_from_document(rows), _not_counted(ledger, likely, counted)
    less_sure, untold = _less_sure(ledger, likely, left)
    speakers, n = _speakers(ledger, rows[~nobody & ~document], ledger.sources[source])
    return VoiceShare(
        source=ledger.sources[source],
        n=int(ledger.edges[source + 1] - ledger.edges[source]),
        words=_words(ledger, source),
        quotes=per_words(ledger, rows, source, "words", "quotes per 1,000 words"),
        by_label=shares("label"),
        by_kind=shares("speaker_kind"),
        by_side=shares("side"),
        unnamed=share_of(ledger, once_a_place(ledger, rows[nobody]), rows, source, unit),
        stances=shares("stance"),
        speakers_n=n,
        speakers=speakers,
        silent=find_silent(ledger, source, quoting, every),
        side_unknown=share_of(ledger, every[is_side_unknown(every)], every, source, unit),
        nameless=tuple(map(_noun_of, once_a_place(ledger, rows[nobody])["speaker"].astype(str))),
        documents=tuple(map(str, rows.loc[document, "speaker"])),
        shared=len(set(places_of(ledger, likely[likely["share"] < 1]))),
        less_sure=less_sure,
        more=len(left),
        untold=untold,
        unsure_sides={side: float(part["share"].sum()) for side, part in grouped(unsure, "side").items()},
    )


def _noun_of(speaker: str) -> str:
    """What somebody without a name is called; "" for those who are only told by the name of a state or a body."""
    said = f" {speaker}".replace(f" {NOBODY_NAMED}", " ").strip()
    return said if said != speaker or said == said.lower() else ""


def _first_of(told: Sequence[tuple[str, int]], every: int, most: int) -> str:
    """The first of what is told with its count, one alone behind the cut too; how many others, with how much each."""
    shown = most + (every - most == 1)
    hidden, rest = [count for _, count in told[shown:]], every - shown
    each = f"{'' if len(set(hidden)) == 1 else 'up to '}{max(hidden, default=1)} each"
    return listed([*(name for name, _ in told[:shown]), *([f"{plural(rest, 'other')} ({each})"] if rest > 0 else [])])


def _called(names: Sequence[str], most: int) -> str:
    """How many names, and the most frequent ones; the counts add up: 4: “officials” 2, “heir” and 1 other."""
    every = Counter(filter(None, names))
    counts = sorted(every.items(), key=lambda one: (one[0] in VAGUE, -one[1]))[:most]
    rest = len(names) - sum(count for _, count in counts)
    told = [f"“{name}”{f' {count}' if count > 1 and (rest or len(counts) > 1) else ''}" for name, count in counts]
    return f"{len(names)}: {listed([*told, *([plural(rest, 'other')] if rest else [])])}" if told else str(len(names))


def _less_sure(ledger: Ledger, every: pd.DataFrame, left: Collection[Place]) -> tuple[tuple[tuple[str, int], ...], int]:
    """Speakers of the statements `left` that are read less surely, and how many; and how many are of nobody told.

    Who has no name stands in quotation marks.
    """
    rows = every[(every["confidence"] < SURE_FROM) & ~every["given"]]
    names, told = Counter[str](), set[Place]()
    columns = (rows[name].astype(str).tolist() for name in ("actor", "speaker"))
    for place, actor, speaker, nobody in zip(places_of(ledger, rows), *columns, is_unnamed(rows), strict=True):
        if place in left and speaker and not ledger.roster.may_be_several(actor):
            said = speaker if nobody or _has_own_name(ledger, actor, speaker) else ledger.roster.name(actor)
            names[f"“{said.removeprefix(NOBODY_NAMED)}”" if nobody else name_or_noun(said)] += 1
            told.add(place)
    return tuple(sorted(names.items(), key=lambda item: (-item[1], item[0]))), len(left) - len(told)


def _has_own_name(ledger: Ledger, actor: str, speaker: str) -> bool:
    """Whether a speaker is no actor of the roster, or speaks for a state under a name of its own: "White House"."""
    roster, words = ledger.roster, speaker.split()
    titled = roster.kind(actor) == "state" and all(word[0].isupper() for word in (words[0], words[-1]))
    return actor not in roster.facts or (titled and speaker != roster.name(actor))


def _not_counted(ledger: Ledger, every: pd.DataFrame, sure: Collection[Place]) -> frozenset[Place]:
    """Statements that are not surely read, without those that lie inside another: a claim in a claim is the outer's."""
    article, reached, found = -1, 0, set[Place]()
    for here, start, end in sorted(set(places_of(ledger, every)), key=lambda place: (place[0], place[1], -place[2])):
        inside = here == article and end <= reached
        article, reached = here, end if here != article else max(reached, end)
        found |= set() if inside or (here, start, end) in sure else {(here, start, end)}
    return frozenset(found)


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


def _cards(ledger: Ledger, source: str) -> dict[str, tuple[str, str]]:
    """Title and reason of each speaker of an outlet, as far as its articles tell them."""
    found: dict[str, tuple[str, str]] = {}
    table = ledger.analysis.sources
    own = table[table["article"].astype(str).map(ledger.articles_source).fillna("") == source]
    for one in own[["actor", "speaker", "title", "why"]].itertuples(index=False):
        key = str(one.actor or one.speaker)
        title, why = found.get(key, ("", ""))
        found[key] = (title or str(one.title), why or ("" if one.why == "not said" else str(one.why)))
    return found


def _speakers(ledger: Ledger, named: pd.DataFrame, source: str) -> tuple[tuple[SpeakerCount, ...], int]:
    """The most quoted named speakers, and the number of all. One speaker is one actor, or one name of its own."""
    pairs = zip(named["actor"].astype(str), named["speaker"].astype(str), strict=True)
    keyed = named.assign(key=[said if _has_own_name(ledger, who, said) else who for who, said in pairs])
    counts = keyed.groupby("key").size()
    names = {key: ledger.roster.name(key) if key in ledger.roster.facts else key for key in map(str, counts.index)}
    top = sorted(names, key=lambda key: (-float(counts[key]), names[key]))[:SPEAKERS]
    parts, cards = dict(iter(keyed[keyed["key"].isin(top)].groupby("key"))), _cards(ledger, source)
    found = []
    for key in top:
        part = parts[key].sort_values("confidence", ascending=False, kind="stable")
        first = part.iloc[0]
        words = sum(len(str(text).split()) for text in ledger.cells(part, "text"))
        who, kind, side = str(first["actor"]), str(first["speaker_kind"]), str(first["side"])
        card = cards.get(who or str(first["speaker"]), ("", ""))
        found.append(SpeakerCount(names[key], who, kind, side, words, ledger.ids_of(part), *card))
    return tuple(found), len(counts)


def lines(voices: VoiceShare) -> Iterator[str]:
    """How much one source quotes, whom most, and whom others quote and it does not."""
    if not voices.total:
        yield "Statements of others: none is surely read."
        return
    most = f" Most quoted: {voices.most_heard(3)}." if voices.speakers else ""
    others = percent(1 - voices.words["own"].value)
    yield (
        f"Statements of others, counted of those found: {voices.counted()}; {others} of its words report or quote "
        f"others; without a named speaker: {voices.nobody_named(2) or 0}.{most}"
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
    rows = surely_read(ledger, ledger.rows("quote"))
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
        if len(enough) < 2 or high[0] - _at_most(low[1], side) < APART:
            continue
        shown = tuple(_side(one, side) for _, one in (high, low))
        quotes = min(low[1].unnamed.denominator, high[1].unnamed.denominator)
        strength = shrink(high[0] - low[0], quotes, HALF)
        yield Contrast("voices", f"How much {side} is quoted", "", f"{say_sides(shown)}.", shown, strength, False)


def _at_most(one: VoiceShare, side: str) -> float:
    """The share of a side if the unsure statements and the speakers without a side were all its own."""
    surely, maybe = one.by_side[side].count if side in one.by_side else 0.0, one.unsure_sides.get(side, 0.0)
    return (surely + maybe) / (one.unnamed.denominator + maybe) + one.side_unknown.value


def _side(one: VoiceShare, side: str) -> ContrastSide:
    rate = one.by_side.get(side)
    total = f"{plural(one.unnamed.denominator, 'statement')} surely read"
    if rate is None or not rate.rows:
        return ContrastSide(one.source, f"none of its {total} is known to come from {side}", "", "", 0.0, None, ())
    names = [speaker.speaker for speaker in one.speakers if speaker.side == side][:3]
    who = f" ({listed(names)})" if names else ""
    text = f"{whole_times(rate)} of its {total} come from {side}{who}"
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
