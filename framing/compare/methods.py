"""How it was counted and tested, in sentences for the appendix of every report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.compare.claims import LEVEL, OPENING
from framing.compare.differences import LABELS_FROM, MATCHED_FROM, PAIRS_UP_TO
from framing.compare.features import FeatureTable
from framing.compare.words import LEVEL as WORD_LEVEL
from framing.stats import CLAIM_FROM, INTERVAL_FROM
from framing.stats.permutation import DRAWS

if TYPE_CHECKING:
    import pandas as pd


def describe_methods(table: FeatureTable, claims: pd.DataFrame, *, sources: int, seed: int) -> tuple[str, ...]:
    """What a careful reader must know before trusting a number of this comparison."""
    headline = [feature.topic for feature in table.features if feature.family == "headline"]
    tested = claims[claims["p"].notna()]
    counts = tested.groupby("family", sort=True)["holds"].agg(["size", "sum"])
    done = "; ".join(
        f"{family}: tested {int(row['size'])}, {int(row['sum'])} hold" for family, row in counts.iterrows()
    )
    return (
        "The unit is the article: a source's value is the mean of its articles, each counted once, and articles that "
        "repeat another are not counted. Rates are per 1,000 own words unless said; voices are never added up.",
        f"Intervals are 95 % intervals over articles, shown from {INTERVAL_FROM} articles: Student's t for means, "
        "Wilson with an estimated design effect for shares of quotes, wordings or events.",
        f"Differences are tested inside events: with {MATCHED_FROM} or more shared events the signs of differences "
        f"within events are flipped, otherwise the labels of at least {LABELS_FROM} articles each are exchanged; all "
        f"arrangements up to 20,000, else {DRAWS:,} drawn with seed {seed}.",
        "Sources are compared in pairs." if sources <= PAIRS_UP_TO else "Each source is compared with all the others.",
        f"Headline features, declared before the run: {'; '.join(headline) or 'none'}. All others are exploratory. "
        "q values are Benjamini and Hochberg's inside each family.",
        f"“Tends to” is said of a source only when q is at most {_plain(LEVEL)}, the best q of its family at most "
        f"{_plain(OPENING)}, at least {CLAIM_FROM} articles and 5 mentions stand behind it, no article holds more than "
        "half of them, and the sign stays when any one article is left out. "
        f"{done[:1].upper() + done[1:] or 'Nothing could be tested'}.",
        "Words are ranked by log-odds with a Dirichlet prior and called distinctive only when the largest of all "
        f"words in shuffled events is beaten at {_plain(WORD_LEVEL)} over all sources together.",
        f"Below {CLAIM_FROM} articles a source is only described. “Not mentioned” is said only of an account that is "
        "long enough and holds no part of the name; otherwise the answer is “cannot tell”.",
    )


def _plain(level: float) -> str:
    """.05, .0125."""
    return f"{level:g}".lstrip("0")
