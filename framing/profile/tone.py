"""How one source writes about each actor: mention by mention, one voice at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framing.profile.ledger import OWN
from framing.profile.records import VOICES, ToneCell
from framing.stats import mean_rate

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from framing.profile.ledger import Ledger

ACTORS = 12
EXAMPLES = 3


def main_actors(ledger: Ledger, top: int = ACTORS) -> tuple[str, ...]:
    """Actors with tone rows in narrator voice in the most articles of all sources together, whatever their labels."""
    rows = ledger.rows("tone")
    rows = rows[(rows["voice"] == OWN) & (rows["actor"] != "")]
    groups = rows.groupby("actor", observed=True)
    articles, mentions = groups["article"].nunique(), groups["share"].sum()
    named = [actor for actor in articles.index if ledger.is_named(str(actor))]
    order = sorted(named, key=lambda actor: (-int(articles[actor]), -float(mentions[actor]), str(actor)))
    return tuple(str(actor) for actor in order[:top])


def measure_tones(ledger: Ledger, source: int, actors: tuple[str, ...]) -> tuple[ToneCell, ...]:
    """One cell an actor and voice that occurs in the source, in the order of `actors`."""
    import numpy as np

    rows = ledger.rows("tone", source)
    names, voices, labels = (rows[name].astype(str).to_numpy() for name in ("actor", "voice", "label"))
    at, article, share, value = (rows[name].to_numpy() for name in ("at", "article", "share", "value"))
    marks = Marks(at, article, share, value, labels)
    cells = []
    for actor in actors:
        of_actor = names == actor
        for voice in VOICES if of_actor.any() else ():
            chosen = np.flatnonzero(of_actor & (voices == voice))
            if len(chosen):
                cells.append(_cell(ledger, source, actor, voice, marks.only(chosen)))
    return tuple(cells)


class Marks(NamedTuple):
    """Tone rows as plain columns; faster than slicing a table for each actor and voice."""

    at: NDArray[np.intp]
    article: NDArray[np.intp]
    share: NDArray[np.float64]
    value: NDArray[np.float64]
    label: NDArray[np.object_]

    def only(self, chosen: NDArray[np.bool_] | NDArray[np.intp]) -> Marks:
        """Some of the rows."""
        return Marks(self.at[chosen], self.article[chosen], self.share[chosen], self.value[chosen], self.label[chosen])


def _cell(ledger: Ledger, source: int, actor: str, voice: str, marks: Marks) -> ToneCell:
    total = float(marks.share.sum())
    ids = tuple(ledger.ids[marks.at])
    first, last = ledger.edges[source : source + 2]
    means = _means(marks.article - first, marks.share, marks.value, n=int(last - first))
    return ToneCell(
        actor=actor,
        name=ledger.name(actor),
        source=ledger.sources[source],
        voice=voice,
        tone=mean_rate(means, "tone", rows=ids, count=total, base=total),
        coverage=float(marks.share[marks.label != "unsure"].sum()) / total if total else 0.0,
        negative=_examples(ledger, marks.only(marks.label == "negative"), 1.0),
        positive=_examples(ledger, marks.only(marks.label == "positive"), -1.0),
    )


def _examples(ledger: Ledger, marks: Marks, sign: float) -> tuple[str, ...]:
    """Ids of the most extreme rows, earlier places first among equals."""
    import numpy as np

    order = np.lexsort((np.arange(len(marks.at)), sign * marks.value))
    return tuple(str(ledger.ids[place]) for place in marks.at[order[:EXAMPLES]])


def article_means(ledger: Ledger, rows: pd.DataFrame) -> NDArray[np.float64]:
    """Mean of `value` in each article, weighted by `share`; not a number where an article has no row.

    Unsure mentions count with their value: leaving them out would overstate what is left.
    """
    columns = (rows[name].to_numpy() for name in ("article", "share", "value"))
    return _means(*columns, n=len(ledger.articles))


def _means(
    article: NDArray[np.intp], share: NDArray[np.float64], value: NDArray[np.float64], *, n: int
) -> NDArray[np.float64]:
    """Mean of `value` in each of `n` articles, weighted by `share`; not a number where there is none."""
    import numpy as np

    weights = np.bincount(article, weights=share, minlength=n)
    sums = np.bincount(article, weights=share * value, minlength=n)
    with np.errstate(divide="ignore", invalid="ignore"):
        means: NDArray[np.float64] = np.where(weights > 0, sums / weights, np.nan)
    return means
