"""How one source writes about each actor: mention by mention, one voice at a time."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from framing.grouping import group_by
from framing.measure.counting import article_means, mean_values
from framing.measure.ledger import OWN, VOICES
from framing.measure.question import Contrast, ContrastSide, Feature, say_sides, shrink
from framing.say import SCALE, fixed, listed, plural, tone
from framing.stats import Rate, mean_rate

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from framing.measure.ledger import Ledger

ACTORS = 12  # main actors of a run
EXAMPLES = 3  # typical rows kept of each sign
SURE = 0.8  # confidence from which a negative or positive row is printed: of 80 read strictly 75 were right
SHOWN_FROM = 3.0  # mentions; below this no number is printed
HEADLINE_ACTORS = 2  # of the main actors, those whose tone is a headline feature
MENTIONS_FROM = 4.0  # mentions on each side of a contrast
HALF = 10.0  # mentions at which a contrast keeps half of its strength
VERDICTS_FROM = 2  # sure mentions of one kind; a verdict of one mention is not printed
SAID_FROM = 5.0  # mentions; below this nothing is said about tone toward an actor
COVERAGE = 0.5  # share of readable mentions below which no mean is printed
READ = 0.8  # the same, below which nobody is said to have no sure mention: "cannot tell"
SURE_MENTIONS = 3  # sure mentions from which a mean near zero is printed
NEAR_ZERO = 0.15  # of a mean tone, in [0, 1]


@dataclass(frozen=True, slots=True)
class ToneCell:
    """How one source writes about one actor in one voice: mean tone in [-1, 1]."""

    actor: str
    name: str
    source: str
    voice: str
    tone: Rate  # mean of article means of p(positive) - p(negative), in [-1, 1]; `count` is the number of mentions
    coverage: float  # share of its rows that are not "unsure", in [0, 1]
    negative: tuple[str, ...]  # sure rows, those nearest to their median first, at most 3
    positive: tuple[str, ...]  # the same of positive rows
    mentions: int  # whole ones, sure or not
    sure: tuple[int, int]  # of these, how many are surely negative and surely positive

    @property
    def is_shown(self) -> bool:
        """Whether there are mentions enough to say anything."""
        return self.mentions >= SHOWN_FROM

    def __str__(self) -> str:
        """What may be printed: a mean where articles enough give it an interval, else counts of sure mentions."""
        if not self.is_shown:
            return f"too few ({self.mentions})"
        if self.is_measured:
            mean, *ends = (
                fixed(one or 0.0, 1, signed=True) for one in (self.tone.value, self.tone.low, self.tone.high)
            )
            return f"{mean} [{', '.join(ends)}], {self.mentions} mentions"
        labels = zip(self.sure, ("negative", "positive"), strict=True)
        told = [f"{count} {label}" for count, label in labels if count >= VERDICTS_FROM]
        if not told and self.coverage < READ:
            return f"cannot tell ({self.mentions})"
        return f"{', '.join(told) or ('too few' if any(self.sure) else 'none')} of {self.mentions}"

    @property
    def is_measured(self) -> bool:
        """Whether its mean may be printed: it has an interval, most mentions can be read, and it tells something.

        Near zero lie the means of neutral and of unclear mentions: a number there needs some that are sure.
        """
        readable = self.tone.low is not None and self.coverage >= COVERAGE
        clear = _is_apart(self) and abs(self.tone.value) >= NEAR_ZERO
        return readable and (clear or sum(self.sure) >= SURE_MENTIONS)

    @property
    def has_verdict(self) -> bool:
        """Whether it has a mean that is measured, or sure mentions enough of one kind."""
        return self.is_measured or max(self.sure) >= VERDICTS_FROM


def main_actors(ledger: Ledger) -> tuple[str, ...]:
    """Actors with tone rows in narrator voice in the most articles of all sources together, whatever their labels."""
    rows = ledger.rows("tone", voice=OWN)
    rows = rows[rows["actor"] != ""]
    groups = rows.groupby("actor", observed=True)
    articles, mentions = groups["article"].nunique(), groups["share"].sum()
    named = [actor for actor in articles.index if ledger.roster.is_named(str(actor))]
    order = sorted(named, key=lambda actor: (-int(articles[actor]), -float(mentions[actor]), str(actor)))
    return tuple(str(actor) for actor in order[:ACTORS])


def measure(ledger: Ledger, source: int, actors: tuple[str, ...]) -> tuple[ToneCell, ...]:
    """One cell an actor and voice that occurs in the source, in the order of `actors`."""
    import numpy as np

    rows = ledger.rows("tone", source)
    names, voices, labels = (rows[name].astype(str).to_numpy() for name in ("actor", "voice", "label"))
    at, article, share, value, confidence = (
        rows[name].to_numpy() for name in ("at", "article", "share", "value", "confidence")
    )
    columns = ToneRows(at, article, share, value, confidence, labels)
    cells = []
    for actor in actors:
        of_actor = names == actor
        for voice in VOICES if of_actor.any() else ():
            chosen = np.flatnonzero(of_actor & (voices == voice))
            if len(chosen):
                cells.append(_cell(ledger, source, actor, voice, columns.only(chosen)))
    return tuple(cells)


class ToneRows(NamedTuple):
    """Tone rows as plain columns; faster than slicing a table for each actor and voice."""

    at: NDArray[np.intp]
    article: NDArray[np.intp]
    share: NDArray[np.float64]
    value: NDArray[np.float64]
    confidence: NDArray[np.float64]
    label: NDArray[np.object_]

    def only(self, chosen: NDArray[np.bool_] | NDArray[np.intp]) -> ToneRows:
        """Some of the rows."""
        return ToneRows._make(column[chosen] for column in self)


def _cell(ledger: Ledger, source: int, actor: str, voice: str, rows: ToneRows) -> ToneCell:
    total = float(rows.share.sum())
    ids = tuple(ledger.ids[rows.at])
    first, last = ledger.edges[source : source + 2]
    means = mean_values(rows.article - first, rows.share, rows.value, n=int(last - first))
    return ToneCell(
        actor=actor,
        name=ledger.roster.name(actor),
        source=ledger.sources[source],
        voice=voice,
        tone=mean_rate(means, "tone", rows=ids, count=total, denominator=total),
        coverage=float(rows.share[rows.label != "unsure"].sum()) / total if total else 0.0,
        negative=_examples(ledger, rows.only(rows.label == "negative")),
        positive=_examples(ledger, rows.only(rows.label == "positive")),
        mentions=len(rows.at),
        sure=(_count_sure(rows, "negative"), _count_sure(rows, "positive")),
    )


def _count_sure(rows: ToneRows, label: str) -> int:
    return int(((rows.label == label) & (rows.confidence >= SURE)).sum())


def _examples(ledger: Ledger, rows: ToneRows) -> tuple[str, ...]:
    """Ids of typical rows: of those that are sure, the nearest to their median, earlier places first among equals."""
    import numpy as np

    sure = rows.only(rows.confidence >= SURE)
    if not len(sure.at):
        return ()
    far = np.abs(sure.value - np.median(sure.value))
    order = np.lexsort((np.arange(len(sure.at)), far))
    return tuple(str(ledger.ids[place]) for place in sure.at[order[:EXAMPLES]])


def lines(tones: tuple[ToneCell, ...]) -> Iterator[str]:
    """Toward whom the tone of one source’s own voice differs from 0, and toward whom it does not."""
    clear = [cell for cell in tones if cell.voice == OWN and cell.tone.count >= SAID_FROM and cell.is_measured]
    if not clear:
        yield "Tone toward actors in its own voice: cannot tell, too few articles or mentions with a readable tone."
        return
    apart = sorted((cell for cell in clear if _is_apart(cell)), key=lambda cell: cell.tone.value)
    if not apart:
        whom = listed([cell.name for cell in clear], last="or", most=4)
        yield f"Tone in its own voice toward {whom}: not distinguishable from even-handed."
        return
    ends = [apart[0]] if len(apart) == 1 else [apart[0], apart[-1]]
    said = [f"{tone(cell.tone.value)} toward {cell.name} ({_basis(cell)})" for cell in ends]
    even = len(clear) - len(apart)
    rest = f"; toward {plural(even, 'other')} not distinguishable from even-handed" if even else ""
    yield f"Tone in its own voice, from {SCALE}: {listed(said)}{rest}."


def _is_apart(cell: ToneCell) -> bool:
    """Whether the interval of a mean tone over articles leaves out 0."""
    low, high = cell.tone.low, cell.tone.high
    return low is not None and high is not None and (low > 0 or high < 0)


def _basis(cell: ToneCell) -> str:
    mean = cell.tone
    mentions = f"{plural(round(mean.count), 'mention')} in {plural(mean.n, 'article')}"
    return f"{mentions}; 95 % interval {tone(mean.low)} to {tone(mean.high)}"


def features(ledger: Ledger, actors: Sequence[str]) -> Iterator[Feature]:
    """Tone toward each of the main actors in its own voice, of the sources whose mean may be printed."""
    rows = ledger.rows("tone", voice=OWN)
    for place, actor in enumerate(actors):
        part, about = (
            _readable(ledger, rows[rows["actor"] == actor]),
            f"about {ledger.roster.name(actor)} in its own voice",
        )
        yield Feature(
            f"tone/{actor}/narrator", "headline" if place < HEADLINE_ACTORS else "exploratory",
            f"tone toward {ledger.roster.name(actor)} in its own voice", f"write more favourably {about}",
            f"on a scale from {SCALE}", article_means(ledger, part), ledger.sums(part), signed=True,
        )  # fmt: skip


def _readable(ledger: Ledger, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of those sources of which most mentions can be read."""
    import numpy as np

    source, share = ledger.source_of[rows["article"].to_numpy()], rows["share"].to_numpy()
    told, n = (rows["label"] != "unsure").to_numpy(), len(ledger.sources)
    every, read = (np.bincount(source, weights=part, minlength=n) for part in (share, share * told))
    found: pd.DataFrame = rows[(read >= COVERAGE * every)[source]]
    return found


def contrasts(cells: Sequence[ToneCell]) -> Iterator[Contrast]:
    """Actors that sources treat differently in their own voice; few articles cannot tell."""
    own = (one for one in cells if one.voice == OWN and one.tone.count >= MENTIONS_FROM and one.is_measured)
    for rivals in group_by(own, lambda cell: cell.actor).values():
        low, high = min(rivals, key=lambda cell: cell.tone.value), max(rivals, key=lambda cell: cell.tone.value)
        gap = high.tone.value - low.tone.value
        if gap < math.hypot(_noise(low), _noise(high)) or low.source == high.source:
            continue
        sides = (_side(low, low.negative), _side(high, high.positive))
        sentence = f"In its own voice {say_sides(sides)}."
        strength = shrink(gap / 2, min(low.tone.count, high.tone.count), HALF)
        yield Contrast("tone", f"How they write about {low.name}", "", sentence, sides, strength, False)


def _noise(cell: ToneCell) -> float:
    """Half the width of the 95 % interval of a mean tone over articles."""
    return ((cell.tone.high or 0.0) - (cell.tone.low or 0.0)) / 2


def _side(cell: ToneCell, rows: tuple[str, ...]) -> ContrastSide:
    text = (
        f"mean tone {tone(cell.tone.value)} over {plural(cell.tone.count, 'mention')} "
        f"in {plural(cell.tone.n, 'article')}"
    )
    return ContrastSide(cell.source, text, OWN, "", cell.tone.count, None, rows or cell.tone.rows)


def rows_behind(cells: Sequence[ToneCell], feature: Sequence[str]) -> tuple[str, ...]:
    """Evidence ids of one source behind ["tone", ACTOR, "narrator"], those that lean like its mean first."""
    for one in cells:
        if (one.actor, one.voice) == (feature[1], OWN):
            return (one.negative if one.tone.value < 0 else one.positive) + one.tone.rows
    return ()
