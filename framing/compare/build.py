"""compare_sources(): everything about several sources side by side, and how it was counted and tested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from framing.compare.claims import LEVEL, OPENING, claims_table, judge
from framing.compare.contrasts import find_contrasts
from framing.compare.differences import LABELS_FROM, MATCHED_FROM, PAIRS_UP_TO, labels_of
from framing.compare.features import FeatureTable, measure_features
from framing.compare.null import check_comparison
from framing.compare.passages import shared_passages, single_sentences
from framing.compare.records import Comparison, EventRow
from framing.compare.source_map import map_sources
from framing.compare.telling import find_telling
from framing.compare.words import LEVEL as WORD_LEVEL
from framing.compare.words import contrast_words
from framing.evidence.disk import write_csv
from framing.measure import rivals
from framing.measure.ledger import Ledger, open_ledger
from framing.measure.loaded import measure_shifts
from framing.profile import EVENTS, Profile, build_profile, measure_jointly
from framing.say import listed, plural
from framing.stats import CLAIM_FROM, INTERVAL_FROM
from framing.stats.permutation import DRAWS

if TYPE_CHECKING:
    import pandas as pd

    from framing.evidence import Analysis

ACCOUNTS = 400  # sources times events in all matrices together, at most


def compare_sources(
    analysis: Analysis, *, seed: int = 7, headline: Sequence[str] | None = None, null_draws: int = 0
) -> Comparison:
    """Several sources side by side, from the tables of a run.

    `headline` names the features (at most six keys, as in `claims.feature`) that this run is about, instead of the
    declared ones; it must be chosen before looking. `null_draws` > 0 adds the null check of so many shuffles.

    Raises:
        InputError: there is no article to count.
        UsageError: a headline feature is unknown, or there are more than six.
    """
    ledger = open_ledger(analysis)
    every, labels, events = range(len(ledger.sources)), labels_of(ledger), event_rows(ledger)
    shared = [row for row in events if len(row.articles) > 1]
    joint = measure_jointly(ledger, every, largest_events(ledger, shared))
    profiles = {name: build_profile(ledger, number, joint) for number, name in enumerate(ledger.sources)}
    table = measure_features(ledger, joint.actors, headline)
    claims = claims_table(judge(table, labels, len(every), seed=seed), table.features, ledger.sources)
    comparison = Comparison(
        analysis=analysis,
        sources=ledger.sources,
        n={name: one.n for name, one in profiles.items()},
        copies=ledger.copies,
        events=events,
        shared_events=len(shared),
        profiles=profiles,
        wording=joint.wording,
        omissions=joint.omissions,
        naming=joint.naming,
        contrasts=(),
        words=contrast_words(ledger, labels, seed=seed),
        map=map_sources(ledger, table),
        shifts=measure_shifts(ledger),
        claims=claims,
        warnings=_warnings(ledger, profiles, events),
        methods=_methods(table, claims, sources=len(every), seed=seed),
        features=table,
        labels=labels,
        passages=shared_passages(ledger),
        facts=single_sentences(ledger, analysis.facts),
        openings=single_sentences(ledger, analysis.openings),
        wordings=rivals.measure(ledger),
    )
    null = check_comparison(comparison, null_draws, seed) if null_draws else None
    contrasts = find_contrasts(ledger, comparison)
    return replace(comparison, contrasts=contrasts, null=null, telling=find_telling(comparison))


def event_rows(ledger: Ledger) -> tuple[EventRow, ...]:
    """Who covered which event, with how many articles; articles without an event are left out."""
    found: dict[str, dict[str, int]] = {}
    for event, source in zip(ledger.articles["event"].astype(str), ledger.articles["source"].astype(str), strict=True):
        if event:
            covered = found.setdefault(event, {})
            covered[source] = covered.get(source, 0) + 1
    return tuple(EventRow(event, articles, ledger.event_names[event]) for event, articles in sorted(found.items()))


def largest_events(ledger: Ledger, shared: Sequence[EventRow]) -> tuple[str, ...]:
    """Shared events with most sources and articles first: at most 20, fewer when there are many sources."""
    rows = sorted(shared, key=lambda row: (-len(row.articles), -sum(row.articles.values()), row.event))
    most = max(1, min(EVENTS, ACCOUNTS // len(ledger.sources)))
    return tuple(row.event for row in rows[:most])


def _warnings(ledger: Ledger, profiles: Mapping[str, Profile], events: Sequence[EventRow]) -> tuple[str, ...]:
    found = list(ledger.merged)
    for name, one in profiles.items():
        if one.n < CLAIM_FROM:
            found.append(f"{name}: {plural(one.n, 'article')}. What is shown describes texts, not an outlet.")
        elif one.n < INTERVAL_FROM:
            found.append(f"{name}: {plural(one.n, 'article')}: description only, no intervals.")
    if len(profiles) > 1 and not any(len(row.articles) > 1 for row in events):
        found.append("No event is covered by two sources: a difference may come from what they covered.")
    if ledger.copies:
        lost = listed([f"{source} ({count})" for source, count in ledger.copies.items()], most=6)
        found.append(f"Not counted, being copies of another article: {lost}.")
    return tuple(found)


def _methods(table: FeatureTable, claims: pd.DataFrame, *, sources: int, seed: int) -> tuple[str, ...]:
    """How it was counted and tested, in sentences: what to know before trusting a number of this comparison."""
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


def name_left_out(comparison: Comparison, names: Sequence[str]) -> Comparison:
    """The comparison with a warning that names the files that could not be read."""
    if not names:
        return comparison
    told = f"Left out, because it could not be read: {listed(names, most=4)}."
    return replace(comparison, warnings=(*comparison.warnings, told))


def write_wordings(comparison: Comparison, folder: Path) -> None:
    """Writes wordings.csv, the rival wordings of each event, most telling first, where they were looked for."""
    if comparison.wordings is not None:
        write_csv(comparison.wordings, folder / "wordings.csv")
