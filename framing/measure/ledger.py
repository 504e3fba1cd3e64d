"""The tables made ready for counting: wire copies set aside, articles numbered by source, rows as small typed columns.

The articles table says which source and event an article belongs to, so that a relabelled copy of it is enough to
relabel a run. Every measure of a profile or a comparison reads the ledger, never the raw tables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.errors import InputError
from framing.evidence.analysis import KINDS
from framing.evidence.details import read_detail
from framing.evidence.view import ReferentNames, event_names, referent_names, source_names
from framing.grouping import group_by
from framing.measure.roster import ActorRoster, fill_text, open_roster
from framing.measure.speaker_kinds import kinds_told

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from framing.evidence import Analysis

DAY = 10  # letters of an ISO date
VOICES = ("narrator", "attributed", "quoted", "distanced")
OWN = "narrator"


@dataclass(frozen=True)
class Ledger:
    """Articles that count, in the order source, event, date, id; and their rows by kind, in the order of articles."""

    analysis: Analysis
    sources: tuple[str, ...]  # in alphabetical order
    events: tuple[str, ...]  # in alphabetical order; "" when some articles have no event
    articles: pd.DataFrame  # columns of the articles table; position = article number
    source_of: NDArray[np.intp]  # source number of each article
    event_of: NDArray[np.intp]  # event number of each article
    edges: NDArray[np.intp]  # articles of source s are numbers edges[s] to edges[s + 1]
    copies: Mapping[str, int]  # source -> articles that repeat another
    merged: tuple[str, ...]  # notes on names of sources that differ only in case or spaces and are counted as one
    kinds: Mapping[str, pd.DataFrame]  # kind -> rows: at, article, label, actor, voice, speaker, value, share, …
    ids: NDArray[np.object_]  # evidence ids by position `at`
    articles_source: Mapping[str, str]  # article id -> source
    roster: ActorRoster
    event_names: Mapping[str, str]  # event -> readable name
    referents: Mapping[str, ReferentNames]  # referent -> readable name, glosses of its neutral poles

    def rows(self, kind: str, source: int | None = None, voice: str = "") -> pd.DataFrame:
        """Rows of a kind; of one source and in one voice where given."""
        table = self.kinds[kind]
        if source is not None:
            first, last = table["article"].to_numpy().searchsorted(self.edges[source : source + 2])
            table = table.iloc[first:last]
        return table[table["voice"] == voice] if voice else table

    def rows_of(self, kind: str, articles: NDArray[np.intp]) -> pd.DataFrame:
        """Rows of a kind in some articles, given by number in ascending order."""
        import numpy as np

        table = self.kinds[kind]
        numbers = table["article"].to_numpy()
        firsts, lasts = numbers.searchsorted(articles), numbers.searchsorted(articles, side="right")
        places = [np.arange(first, last) for first, last in zip(firsts, lasts, strict=True)]
        return table.iloc[np.concatenate(places)] if places else table.iloc[:0]

    def in_sources(self, rows: pd.DataFrame, sources: Sequence[int]) -> NDArray[np.bool_]:
        """Which rows are of one of the sources."""
        import numpy as np

        return np.isin(self.source_of[rows["article"].to_numpy()], list(sources))

    def articles_of(self, source: int) -> slice:
        """Article numbers of a source."""
        return slice(int(self.edges[source]), int(self.edges[source + 1]))

    def is_before(self, articles: NDArray[np.intp], others: NDArray[np.intp]) -> bool:
        """Whether all of some articles, given by number, are of days before the first of others; no without days.

        What stands first in the others they could not know.
        """
        dates = self.articles["date"]
        mine, theirs = ([str(date)[:DAY] for date in dates.iloc[part]] for part in (articles, others))
        known = mine and theirs and all(len(day) == DAY for day in (*mine, *theirs))
        return bool(known) and max(mine) < min(theirs)

    def column(self, name: str) -> NDArray[np.float64]:
        """A numeric column of the articles table, by article number."""
        return self.articles[name].to_numpy(dtype="float64")

    def sums(self, rows: pd.DataFrame) -> NDArray[np.float64]:
        """Sum of `share` in each article."""
        import numpy as np

        numbers, shares = rows["article"].to_numpy(), rows["share"].to_numpy(dtype="float64")
        return np.bincount(numbers, weights=shares, minlength=len(self.articles)).astype(np.float64)

    def sums_in(self, rows: pd.DataFrame, source: int) -> NDArray[np.float64]:
        """Sum of `share` in each article of a source; all rows are of that source."""
        import numpy as np

        first, last = self.edges[source : source + 2]
        numbers, shares = rows["article"].to_numpy() - first, rows["share"].to_numpy(dtype="float64")
        return np.bincount(numbers, weights=shares, minlength=last - first).astype(np.float64)

    def cells(self, rows: pd.DataFrame, column: str) -> list[Any]:
        """What the evidence table holds in a column for rows of this ledger."""
        return self.analysis.evidence[column].values[rows["at"].to_numpy()].tolist()

    def texts_of(self, articles: slice | NDArray[np.intp]) -> list[tuple[str, str]]:
        """Id and text of some articles, given by number; those whose text is at hand."""
        texts = self.analysis.texts
        return [(id, texts[id]) for id in self.articles["article"].iloc[articles].astype(str) if id in texts]

    def ids_of(self, rows: pd.DataFrame) -> tuple[str, ...]:
        """Evidence ids of rows."""
        return tuple(self.ids[rows["at"].to_numpy()])


def open_ledger(analysis: Analysis) -> Ledger:
    """The ledger of an analysis.

    Raises:
        InputError: there is no article to count.
    """
    import numpy as np
    import pandas as pd

    named, merged = _one_name(
        fill_text(analysis.articles, ("article", "source", "event", "date", "title", "duplicate_of"))
    )
    counted, copies = _counted(named)
    sources, source_of = np.unique(counted["source"].astype(str), return_inverse=True)
    events, event_of = np.unique(counted["event"].astype(str), return_inverse=True)
    roster = open_roster(analysis.actors)
    evidence = fill_text(analysis.evidence, ("label", "actor", "voice", "speaker", "text", "detail"))
    kinds = _by_kind(evidence, pd.Index(counted["article"]), roster)
    return Ledger(
        analysis=analysis,
        sources=tuple(map(str, sources)),
        events=tuple(map(str, events)),
        articles=counted,
        source_of=source_of,
        event_of=event_of,
        edges=np.searchsorted(source_of, np.arange(len(sources) + 1)),
        copies=copies,
        merged=merged,
        kinds=kinds,
        ids=analysis.evidence["id"].to_numpy(dtype=object),
        articles_source=dict(zip(counted["article"].astype(str), counted["source"].astype(str), strict=True)),
        roster=roster,
        event_names=event_names(named),
        referents=referent_names(evidence),
    )


def _one_name(articles: pd.DataFrame) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Articles with one spelling a source, and notes on those that differ only in case or spaces."""
    given = articles["source"].astype(str)
    names = source_names(given)
    notes = tuple(
        f"{' and '.join(f'“{one}”' for one in sorted(found))} are counted as one source."
        for found in group_by(names, names.__getitem__).values()
        if len(found) > 1
    )
    return (articles.assign(source=given.map(names)), notes) if notes else (articles, ())


def _counted(articles: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, int]]:
    """Articles that repeat no other, in order, and how many copies each source lost."""
    if len(articles) == 0:
        raise InputError("There is no article to compare. Give at least one article with text.")
    copied = articles["duplicate_of"].fillna("").astype(str) != ""
    lost = articles.loc[copied, "source"].astype(str).value_counts()
    order = [column for column in ("source", "event", "date", "article") if column in articles]
    counted = articles[~copied].sort_values(order, kind="stable").reset_index(drop=True)
    return counted, {str(source): int(count) for source, count in lost.items()}


def _by_kind(evidence: pd.DataFrame, articles: pd.Index, roster: ActorRoster) -> dict[str, pd.DataFrame]:
    """Rows of articles that count, as small typed columns, one table a kind, ordered by article number and place."""
    import numpy as np
    import pandas as pd

    codes, seen = pd.factorize(evidence["article"])
    numbers = articles.get_indexer(pd.Index(seen))[codes] if len(seen) else np.empty(0, dtype=np.intp)
    order = np.lexsort((evidence["start"].to_numpy(), numbers))
    order = order[numbers[order] >= 0]
    kind = evidence["kind"].astype("category")
    kind_codes = kind.cat.codes.to_numpy()[order]
    categories = {name: evidence[name].astype("category") for name in ("label", "actor", "voice", "speaker")}
    tables = {}
    for name in KINDS:
        code = kind.cat.categories.get_indexer(pd.Index([name]))[0]
        at = order[kind_codes == code] if code >= 0 else order[:0]
        table = pd.DataFrame({"at": at, "article": numbers[at]})
        for column, values in categories.items():
            table[column] = values.array[at].remove_unused_categories()
        for column in ("value", "share", "confidence"):
            table[column] = evidence[column].to_numpy(dtype="float64")[at]
        tables[name] = _with_detail(name, table, evidence, roster)
    tables["quote"]["side"] = _sides(tables["quote"]["actor"], roster)
    return tables


def _sides(actors: pd.Series[str], roster: ActorRoster) -> pd.Categorical[str]:
    """The side that each speaker is known to speak for, or ""."""
    import numpy as np
    import pandas as pd

    sides = [roster.side(str(actor)) for actor in actors.cat.categories]
    names = sorted({"", *sides})
    place = {name: number for number, name in enumerate(names)}
    codes = np.array([*(place[side] for side in sides), place[""]])  # the last one serves code -1
    return pd.Categorical.from_codes(codes[actors.cat.codes.to_numpy()], categories=pd.Index(names))


def _with_detail(kind: str, table: pd.DataFrame, evidence: pd.DataFrame, roster: ActorRoster) -> pd.DataFrame:
    """The table with those fields of the JSON detail that counting needs; read once."""
    if kind not in ("cue", "quote", "agency", "tone"):
        return table
    details = [read_detail(text) for text in evidence["detail"].iloc[table["at"].to_numpy()]]
    if kind == "cue":
        for name in ("pack", "variant"):
            table[name] = _category([str(one.get(name, "")) for one in details])
        states = [(str(one.get("state", "")), str(one.get("whose", ""))) for one in details]
        table["state"] = _category([whose if whose and state == "asserted" else state for state, whose in states])
        parts = [label.split("/", 1) for label in table["label"].cat.categories]
        codes = table["label"].cat.codes.to_numpy()
        table["referent"] = _category([parts[code][0] for code in codes])
        table["pole"] = _category([parts[code][-1] for code in codes])
    elif kind == "quote":
        table["speaker_kind"] = _category(kinds_told(details, table["actor"].astype(str).tolist(), roster))
        table["stance"] = _category([str(one.get("stance") or "neutral") for one in details])
        table["sourced"] = [bool(one.get("source")) for one in details]
        table["given"] = [bool((one.get("card") or {}).get("given")) for one in details]
    elif kind == "tone":
        table["reasons"] = [
            tuple(str(name) for name, weight in one.get("because") or () if weight > 0) for one in details
        ]
    else:
        table["event"] = _category([str(one.get("event", "")) for one in details])
        table["agents"] = [tuple(one.get("agents") or ()) for one in details]
        table["patients"] = [tuple(one.get("patients") or ()) for one in details]
    return table


def _category(values: list[str]) -> Any:
    import pandas as pd

    return pd.Categorical(pd.Series(values, dtype=object))
