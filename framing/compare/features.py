"""The declared features: one value an article, chosen and ordered without looking at which source it is.

Two families are declared here, before any test: `headline`, at most six features that the report is about, and
`exploratory`, all the rest. Actors and referents enter by how many articles mention them, never by a difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from framing.errors import UsageError
from framing.measure.counting import article_values, grouped
from framing.measure.ledger import OWN, Ledger
from framing.measure.reading import GRADE
from framing.measure.tone import article_means, main_actors
from framing.measure.voices import unnamed, with_side

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

Family = Literal["headline", "exploratory"]
HEADLINE_MOST = 6
HEADLINE_ACTORS = 2
REFERENTS = 6
CATEGORIES = 12
SIDES = 4


@dataclass(frozen=True)
class Feature:
    """One article-level measure: its values and what stands behind them."""

    key: str  # "loaded/narrator"
    family: Family
    topic: str  # noun phrase: "loaded words in its own voice"
    more: str  # verb phrase: "use more loaded words in its own voice"
    less: str
    unit: str
    values: NDArray[np.float64]  # by article number; not a number where an article cannot hold it
    hits: NDArray[np.float64]  # by article number: rows (or words) behind the value
    signed: bool = False  # a score around 0: both sides need evidence, not only the higher one


@dataclass(frozen=True)
class FeatureTable:
    """All features as two matrices, one row an article, one column a feature."""

    features: tuple[Feature, ...]
    values: NDArray[np.float64]
    hits: NDArray[np.float64]


def measure_features(ledger: Ledger, headline: Sequence[str] | None = None) -> FeatureTable:
    """Every declared feature of every article; features that no article varies in are left out.

    Raises:
        UsageError: `headline` names more than six features, or one that this run does not have.
    """
    import numpy as np

    features = [feature for feature in _declared(ledger) if _varies(feature.values)]
    families = list(_families(features)) if headline is None else _chosen_families(features, headline)
    kept = tuple(replace(feature, family=family) for feature, family in zip(features, families, strict=True))
    if not kept:
        empty = np.empty((len(ledger.articles), 0))
        return FeatureTable((), empty, empty)
    return FeatureTable(
        kept, np.column_stack([one.values for one in kept]), np.column_stack([one.hits for one in kept])
    )


def _chosen_families(features: Sequence[Feature], headline: Sequence[str]) -> list[Family]:
    """Headline as the user declared it."""
    keys = [feature.key for feature in features]
    unknown = [key for key in headline if key not in keys]
    if unknown:
        raise UsageError(f"There is no feature {unknown[0]!r} in this run. Features: {', '.join(keys)}.")
    if len(set(headline)) > HEADLINE_MOST:
        raise UsageError(f"{len(set(headline))} headline features are too many to find anything; name at most six.")
    return ["headline" if key in headline else "exploratory" for key in keys]


def _families(features: list[Feature]) -> Iterator[Family]:
    """Headline as declared, up to six; the rest is exploratory."""
    left = HEADLINE_MOST
    for feature in features:
        if feature.family == "headline" and left:
            left -= 1
            yield "headline"
        else:
            yield "exploratory"


def _varies(values: NDArray[np.float64]) -> bool:
    known = values[values == values]
    return len(known) > 1 and bool((known != known[0]).any())


def _declared(ledger: Ledger) -> Iterator[Feature]:
    yield from _loaded(ledger)
    yield from _voices(ledger)
    yield from _wording(ledger)
    yield from _tones(ledger)
    yield from _agency(ledger)
    yield from _texts(ledger)


def _per_own(
    ledger: Ledger, rows: pd.DataFrame, words: str = "own_words"
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    hits = ledger.sums(rows)
    return article_values(hits, ledger.column(words)), hits


def _share(hits: NDArray[np.float64], of: NDArray[np.float64]) -> NDArray[np.float64]:
    """Share in each article; not a number where there is nothing to share."""
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(of > 0, hits / of, np.nan)


def _loaded(ledger: Ledger) -> Iterator[Feature]:
    rows = ledger.rows("loaded")
    own = rows[rows["voice"] == OWN]
    what, unit = "loaded words in its own voice", "per 1,000 own words"
    yield Feature(
        "loaded/narrator", "headline", what, f"use more {what}", f"use fewer {what}", unit, *_per_own(ledger, own)
    )
    for category in _most(own, "label", CATEGORIES):
        what = f"{category} words in its own voice"
        part = own[own["label"] == category]
        yield Feature(
            f"loaded/{category}/narrator", "exploratory", what, f"use more {what}", f"use fewer {what}", unit,
            *_per_own(ledger, part),
        )  # fmt: skip
    what, others = "loaded words of others", rows[rows["voice"].isin(["attributed", "quoted"])]
    said = ledger.sums(others)
    words = ledger.column("attributed_words") + ledger.column("quoted_words")
    yield Feature(
        "loaded/others", "exploratory", what, f"pass on more {what}", f"pass on fewer {what}",
        "per 1,000 reported and quoted words", article_values(said, words), said,
    )  # fmt: skip


def _voices(ledger: Ledger) -> Iterator[Feature]:
    total, own = ledger.column("words"), ledger.column("own_words")
    others = total - own
    yield Feature(
        "words/others", "headline", "the share of words it leaves to others", "leave more of its words to others",
        "leave fewer of its words to others", "share of words", _share(others, total), others,
    )  # fmt: skip
    rows = ledger.rows("quote")
    quotes, nameless = ledger.sums(rows), ledger.sums(rows[unnamed(rows)])
    yield Feature(
        "quotes/unnamed", "headline", "the share of quotes without a named speaker", "quote unnamed speakers more",
        "quote unnamed speakers less", "share of quotes", _share(nameless, quotes), nameless,
    )  # fmt: skip
    yield Feature(
        "quotes", "exploratory", "quotes", "quote more", "quote less", "per 1,000 words",
        article_values(quotes, total), quotes,
    )  # fmt: skip
    yield from _quote_shares(ledger, rows, quotes)


def _quote_shares(ledger: Ledger, rows: pd.DataFrame, quotes: NDArray[np.float64]) -> Iterator[Feature]:
    """Shares of quotes by label, kind of speaker, report verb and side."""
    rows = with_side(ledger, rows)
    names = {
        "label": ("{} quotes", CATEGORIES),
        "speaker_kind": ("quotes of speakers of the kind “{}”", CATEGORIES),
        "stance": ("quotes with a report verb of the class “{}”", CATEGORIES),
        "side": ("quotes that speak for {}", SIDES),
    }
    for column, (phrase, most) in names.items():
        for key in _most(rows, column, most):
            if not key or (column, key) == ("speaker_kind", "unnamed"):
                continue
            hits, what = ledger.sums(rows[rows[column] == key]), phrase.format(key)
            yield Feature(
                f"quotes/{column}/{key}", "exploratory", f"the share of {what}", f"have a larger share of {what}",
                f"have a smaller share of {what}", "share of quotes", _share(hits, quotes), hits,
            )  # fmt: skip


def _wording(ledger: Ledger) -> Iterator[Feature]:
    """Mean signed value of the wordings of each referent, in the outlet's own voice and in others' words."""
    rows = ledger.rows("cue")
    rows = rows[rows["state"] == "asserted"]
    own, others = rows[rows["voice"] == OWN], rows[rows["voice"].isin(["attributed", "quoted"])]
    for place, referent in enumerate(_most(own, "referent", REFERENTS)):
        yield _pole(ledger, own, referent, "narrator", "in its own voice", "headline" if place == 0 else "exploratory")
    for referent in _most(others, "referent", REFERENTS):
        yield _pole(ledger, others, referent, "others", "in others’ words", "exploratory")


def _pole(ledger: Ledger, rows: pd.DataFrame, referent: str, key: str, whose: str, family: Family) -> Feature:
    part = rows[rows["referent"] == referent]
    positive, negative = pole_names(part)
    name, scale = ledger.referents[referent], f"on a scale from −1{_end(negative)} to 1{_end(positive)}"
    return Feature(
        f"wording/{referent}/{key}", family, f"how it words {name} {whose}",
        f"word {name} {whose} more {positive}", f"word {name} {whose} more {negative}",
        scale, article_means(ledger, part), ledger.sums(part), signed=True,
    )  # fmt: skip


def _end(side: str) -> str:
    """The name of an end of the axis in brackets: on the legitimising side -> (legitimising)."""
    name = side.removeprefix("on the ").removesuffix(" side")
    return f" ({name})" if name != side else ""


def pole_names(rows: pd.DataFrame) -> tuple[str, str]:
    """The poles at the positive and at the negative end of a referent's axis, as named in the pack."""
    means = {name: float(part["value"].mean()) for name, part in grouped(rows, "pole").items()}
    high = max(means, key=lambda name: (means[name], name), default="")
    low = min(means, key=lambda name: (means[name], name), default="")
    positive = f"on the {high} side" if means.get(high, 0) > 0 else "positively"
    negative = f"on the {low} side" if means.get(low, 0) < 0 else "neutrally"
    return positive, negative


def _tones(ledger: Ledger) -> Iterator[Feature]:
    rows = ledger.rows("tone")
    rows = rows[rows["voice"] == OWN]
    for place, actor in enumerate(main_actors(ledger)):
        part, name = rows[rows["actor"] == actor], ledger.name(actor)
        yield Feature(
            f"tone/{actor}/narrator", "headline" if place < HEADLINE_ACTORS else "exploratory",
            f"tone toward {name} in its own voice", f"write more favourably about {name} in its own voice",
            f"write less favourably about {name} in its own voice", "on a scale from −1 to 1",
            article_means(ledger, part), ledger.sums(part), signed=True,
        )  # fmt: skip


def _agency(ledger: Ledger) -> Iterator[Feature]:
    rows = ledger.rows("agency")
    rows = rows[rows["voice"] == OWN]
    events, hidden = ledger.sums(rows), ledger.sums(rows[rows["label"] == "agent_deleted"])
    what = "harm without saying who did it"
    yield Feature(
        "agency/deleted", "exploratory", f"the share of {what}", f"report more {what}", f"report less {what}",
        "share of events of harm", _share(hidden, events), hidden,
    )  # fmt: skip


def _texts(ledger: Ledger) -> Iterator[Feature]:
    words = ledger.column("words")
    if GRADE in ledger.articles:
        yield Feature(
            "reading/grade", "exploratory", "reading level", "be harder to read", "be easier to read",
            "school grade", ledger.column(GRADE), words,
        )  # fmt: skip
    yield Feature(
        "words", "exploratory", "length", "write longer articles", "write shorter articles", "words", words, words
    )


def _most(rows: pd.DataFrame, column: str, most: int) -> list[str]:
    """The values of a column that stand in the most articles, whatever their source."""
    counts = rows.groupby(column, observed=True)["article"].nunique()
    return sorted((str(key) for key in counts.index), key=lambda key: (-int(counts[key]), key))[:most]
