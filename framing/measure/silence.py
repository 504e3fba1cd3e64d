"""Which quotes are counted, and whom one source writes about without ever letting them speak."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from framing.model import BODIES, NOBODY_NAMED, PEOPLE, SURE_FROM
from framing.names import is_near, is_outlet
from framing.packs.people import load_speaker_nouns

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from framing.measure.ledger import Ledger
    from framing.stats import Rate

SILENT = 10  # silent actors that are kept
SILENT_FROM = 3.0  # mentions
ROWS = 20  # rows of a silent actor
SIDED_KINDS = ("official", "person", *BODIES, "state", "place")  # they may speak for any side
Place = tuple[int, int, int]  # of a row: number of its article, start, end


class Beside(NamedTuple):
    """Sources that tell the stories of another, and what they do with an actor whom that one does not quote."""

    quoted_by: tuple[str, ...]
    nor: tuple[str, ...]
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SilentActor:
    """An actor that a source writes about and never quotes (nor anybody who belongs to it); at least 3 mentions."""

    actor: str
    name: str
    kind: str
    mentions: float  # sum of `share`
    rows: tuple[str, ...]  # a few of the mentions, at most 20
    quoted_by: tuple[str, ...] = ()  # sources that do quote it on a story told here too, on a day before or the same
    nor: tuple[str, ...] = ()  # sources that tell such a story, name it, and do not surely quote it either
    before: tuple[str, ...] = ()  # such sources whose articles are of earlier days than those that quote it
    side: str = ""  # it speaks for, or ""


def surely_read(ledger: Ledger, quotes: pd.DataFrame) -> pd.DataFrame:
    """The quotes of other speakers than the outlets that are printed as said and counted."""
    return sure_quotes(ledger, said_by_others(ledger, quotes))


def sure_quotes(ledger: Ledger, quotes: pd.DataFrame) -> pd.DataFrame:
    """The quotes that are surely read; of one place none without a name beside one with a name.

    Nor are those of a role without a name that an article may name: "the union leader said".
    """
    import numpy as np

    nameless = is_unnamed(quotes)
    kept = (quotes["confidence"] >= SURE_FROM) & ~(quotes["given"] & nameless)
    rows = quotes[kept]
    marked = list(zip(places_of(ledger, rows), nameless[kept], strict=True))
    named = {place for place, hidden in marked if not hidden}
    return rows[np.array([not hidden or place not in named for place, hidden in marked], dtype=bool)]


def said_by_others(ledger: Ledger, quotes: pd.DataFrame) -> pd.DataFrame:
    """The quotes whose speaker is not the outlet that writes: "Fox News confirmed" is no voice beside its own."""
    import numpy as np

    media = {str(one) for one in quotes["actor"].unique() if ledger.roster.kind(str(one)) == "media"}
    own = {
        (place, one)
        for place, source in enumerate(ledger.sources)
        for one in media
        if is_outlet(ledger.roster.name(one), source)
    }
    if not own:
        return quotes
    speaking = zip(ledger.source_of[quotes["article"].to_numpy()].tolist(), quotes["actor"].astype(str), strict=True)
    return quotes[np.array([one not in own for one in speaking], dtype=bool)]


def places_of(ledger: Ledger, rows: pd.DataFrame) -> list[Place]:
    """Article, start and end of each row."""
    return list(zip(rows["article"].tolist(), *(ledger.cells(rows, at) for at in ("start", "end")), strict=True))


def once_a_place(ledger: Ledger, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with one for each place, with the shares of all of it: a statement of “officials and lawmakers” is one.

    Who is called by a noun stands for those who are called by a body.
    """
    if not (rows["share"] < 1).any():
        return rows
    nouns = [str(one).startswith(NOBODY_NAMED) or str(one).islower() for one in rows["speaker"]]
    keyed = rows.assign(place=list(map(str, places_of(ledger, rows))), body=[not noun for noun in nouns])
    keyed["share"] = keyed.groupby("place")["share"].transform("sum")
    return keyed.sort_values("body", kind="stable").drop_duplicates("place").sort_index()


def whole_times(quotes: Rate) -> int:
    """How many statements stand behind a rate; one of speakers of two kinds is one of each."""
    return len(quotes.rows) if quotes.count % 1 else round(quotes.count)


def is_unnamed(rows: pd.DataFrame) -> pd.Series[bool]:
    """Which quotes name no speaker: kind of speaker unnamed, or a speaker that begins with "unnamed"."""
    speaker = rows["speaker"].astype(str)
    return (rows["speaker_kind"] == "unnamed") | (speaker == "") | speaker.str.startswith(NOBODY_NAMED)


def is_from_document(rows: pd.DataFrame) -> pd.Series[bool]:
    """Which quotes are of a document ("the lawsuit says"): no actor, and the last word of the speaker names one."""
    nouns = load_speaker_nouns()
    last = rows["speaker"].astype(str).map(lambda name: name.rpartition(" ")[2])
    named = last.map(lambda noun: "evidence" in (nouns.get(noun), nouns.get(noun.removesuffix("s"))))
    return (rows["actor"].astype(str) == "") & named.astype(bool)


def is_side_unknown(rows: pd.DataFrame) -> pd.Series[bool]:
    """Which quotes are of people or bodies that may speak for any side: without a name, or of no known side."""
    return (rows["side"] == "") & (rows["speaker_kind"].isin(SIDED_KINDS) | is_unnamed(rows))


def find_silent(
    ledger: Ledger, source: int, quoting: Mapping[str, tuple[int, ...]], quoted: pd.DataFrame
) -> tuple[SilentActor, ...]:
    """Actors with at least 3 mentions of whom nobody is quoted, most mentioned first.

    When somebody is quoted who may speak for anybody, only persons can be said to be never quoted, and
    a person only when no speaker shares a name ("Obama" may be "Barack Obama"), no "he" is left open, and no unnamed
    person speaks in an article about them: "the union leader" may be she. `quoted` are all quotes, unsure ones
    included: none of them may be the actor's. A place cannot speak. `quoting`: see `find_quoting_articles`.
    """
    hidden, lost = _with_one_unnamed(quoted), bool(is_side_unknown(quoted).any())
    heard = set(map(str, quoted["actor"].unique()))
    heard.update(body for who in tuple(heard) for body in ledger.roster.bodies_of(who))
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
        kind = ledger.roster.kind(who)
        itself = kind == "media" and is_outlet(ledger.roster.name(who), ledger.sources[source])
        if not who or who in heard or not ledger.roster.is_named(who) or kind == "place" or itself:
            continue
        if kind in PEOPLE and somebody:
            continue
        if kind in PEOPLE and hidden & set(mentions.loc[mentions["actor"] == actor, "article"]):
            continue
        if not _may_speak(names, ledger.roster.name(who)) if kind in PEOPLE else not lost:
            rows = ledger.ids_of(mentions[mentions["actor"] == actor].iloc[:ROWS])
            beside = _beside(ledger, source, who, quoting.get(who, ()))
            named = (who, ledger.roster.name(who), kind, float(count), rows)
            found.append(SilentActor(*named, *beside, side=ledger.roster.side(who)))
    return tuple(found)


def _may_speak(names: Collection[str], name: str) -> bool:
    """Whether a speaker bears a word of a person's name, or a surname one or two letters off."""
    words = re.findall(r"\w+", name)
    return any(word in names for word in words) or any(is_near(words[-1], other) for other in names)


def _beside(ledger: Ledger, source: int, actor: str, quoting: Sequence[int]) -> Beside:
    """Who quotes an actor on the stories of a source, on no later day; who names it there and does not; who before."""
    import numpy as np

    table = ledger.rows("mention")
    naming = table.loc[table["actor"] == actor, "article"].unique()
    quoted, lacking, before = set[int](), set[int](), set[int]()
    for story in _stories_of(ledger, source, quoting):
        told = {int(one): story[ledger.source_of[story] == one] for one in np.unique(ledger.source_of[story])}
        heard = story[np.isin(story, quoting)]
        if not heard.size or ledger.is_before(told[source], heard):
            continue
        quoted.update(ledger.source_of[heard].tolist())
        for other, part in told.items():
            if np.isin(part, naming).any():
                (before if ledger.is_before(part, heard) else lacking).add(other)
    lacking -= quoted | {source}
    before -= quoted | lacking | {source}
    names = [tuple(ledger.sources[one] for one in sorted(found)) for found in (quoted - {source}, lacking, before)]
    return Beside(*names)


def _stories_of(ledger: Ledger, source: int, quoting: Sequence[int]) -> list[NDArray[np.intp]]:
    """Numbers of all articles on each event of a source that some articles tell, too; without events, all as one."""
    import numpy as np

    mine = {int(event) for event in np.unique(ledger.event_of[ledger.articles_of(source)]) if ledger.events[event]}
    if not mine:
        return [np.arange(len(ledger.event_of))]
    shared = sorted(mine & {int(ledger.event_of[one]) for one in quoting})
    return [np.flatnonzero(ledger.event_of == event) for event in shared]


def _with_one_unnamed(quotes: pd.DataFrame) -> set[int]:
    """Numbers of the articles in which one person speaks without a name, not several ("officials")."""
    nameless = quotes[is_unnamed(quotes)]
    one = [not str(speaker).endswith("s") for speaker in nameless["speaker"]]
    return set(nameless.loc[one, "article"])


def find_quoting_articles(ledger: Ledger) -> dict[str, tuple[int, ...]]:
    """Numbers of the articles that surely quote an actor, or somebody who belongs to it."""
    rows, quoting = surely_read(ledger, ledger.rows("quote"))[["actor", "article"]], dict[str, set[int]]()
    for actor, article in rows.drop_duplicates().itertuples(index=False):
        for one in (str(actor), *ledger.roster.bodies_of(str(actor))):
            quoting.setdefault(one, set()).add(int(article))
    return {actor: tuple(sorted(articles)) for actor, articles in quoting.items()}
