"""How one source writes about each actor: mention by mention, one voice at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    rows = ledger.rows("tone", source)
    rows = rows[rows["actor"].isin(actors)]
    parts = {(str(actor), str(voice)): part for (actor, voice), part in rows.groupby(["actor", "voice"], observed=True)}
    return tuple(
        _cell(ledger, source, actor, voice, parts[actor, voice])
        for actor in actors
        for voice in VOICES
        if (actor, voice) in parts
    )


def _cell(ledger: Ledger, source: int, actor: str, voice: str, rows: pd.DataFrame) -> ToneCell:
    total = float(rows["share"].sum())
    tone = mean_rate(
        article_means(ledger, rows, source),
        "tone",
        rows=ledger.ids_of(rows),
        count=total,
        base=total,
    )
    labels, shares = rows["label"].astype(str).to_numpy(), rows["share"].to_numpy()
    return ToneCell(
        actor=actor,
        name=ledger.name(actor),
        source=ledger.sources[source],
        voice=voice,
        tone=tone,
        coverage=float(shares[labels != "unsure"].sum()) / total if total else 0.0,
        negative=_examples(ledger, rows, labels == "negative", 1.0),
        positive=_examples(ledger, rows, labels == "positive", -1.0),
    )


def _examples(ledger: Ledger, rows: pd.DataFrame, chosen: NDArray[np.bool_], sign: float) -> tuple[str, ...]:
    """Ids of the most extreme of the chosen rows, earlier places first among equals."""
    import numpy as np

    at = rows["at"].to_numpy()[chosen]
    order = np.lexsort((np.arange(len(at)), sign * rows["value"].to_numpy()[chosen]))
    return tuple(str(ledger.ids[place]) for place in at[order[:EXAMPLES]])


def article_means(ledger: Ledger, rows: pd.DataFrame, source: int | None = None) -> NDArray[np.float64]:
    """Mean of `value` in each article (of a source), weighted by `share`; not a number where an article has no row.

    Unsure mentions count with their value: leaving them out would overstate what is left.
    """
    import numpy as np

    first, last = (0, len(ledger.articles)) if source is None else ledger.edges[source : source + 2]
    numbers, shares = rows["article"].to_numpy() - first, rows["share"].to_numpy(dtype="float64")
    weights = np.bincount(numbers, weights=shares, minlength=last - first)
    sums = np.bincount(numbers, weights=shares * rows["value"].to_numpy(), minlength=last - first)
    with np.errstate(divide="ignore", invalid="ignore"):
        means: NDArray[np.float64] = np.where(weights > 0, sums / weights, np.nan)
    return means
