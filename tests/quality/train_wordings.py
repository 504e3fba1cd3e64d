"""Fits the weights by which rival wordings are linked, and prints how well they link events left out of the fit.

Not a test. FOLDERS hold events with marked wordings: NewsWCL50 (CC BY-SA 4.0) and readings of our own, each a JSON file
with `event`, `articles` (name -> file of texts/EVENT) and `referents` (id, mentions with article, start, end). Only the
weights ship. The same numbers every time: python tests/quality/train_wordings.py FOLDER... [--write]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from sklearn.metrics import average_precision_score

from framing import Article
from framing.evidence import draft_article
from framing.link.groups import group_units
from framing.link.likeness import PAIRS, reasons_of, weigh_reasons
from framing.link.pairs import EventWords, may_rival, reasons_where_they_stand
from framing.link.units import Units, gather_units, name_parts
from framing.model import Findings, Span
from framing.packs import load_packs
from framing.packs.wordings import WEIGHTS, load_word_tables, load_wording_words
from framing.parse import parse_articles
from framing.pipeline import Known, annotate_article, link_drafts

LONGEST = 120  # characters of a mark
AGAINST = frozenset(("side by side", "both often", "one joined to the other", "singular and plural",
                     "people and things", "other owners", "one is denied", "both have modifiers, none shared",
                     "one plural"))  # fmt: skip
EITHER = frozenset(PAIRS) | {"both bare", "other word class"}
LEFT_OUT = frozenset(("opposites", "kinds of one sort"))
SAYS = {
    "same arguments": "joined to the same words",
    "same governor": "governed by the same words",
    "same modifiers": "described by the same words",
    "same agents": "done or owned by the same",
    "same company": "words of the same families stand with them",
    "like words": "words of like meaning (word vectors)",
    "like sentences": "stand in sentences on like matters",
    "like phrases": "whole phrases of like meaning",
    "synonyms": "synonyms in WordNet",
    "near in WordNet": "near each other in WordNet",
    "kind of the other": "one is a kind of the other in WordNet",
    "derived words": "one word is derived from the other",
    "same class of meaning": "one class of meaning in WordNet",
    "two words for people": "two words for people",
    "people and things": "one is a word for people, one for a thing",
    "title or apposition": "a title, apposition or “is” ties them",
    "part of the name": "the last word of the name",
    "kind of the actor": "the kind of the actor",
    "same bearer": "said of the same actor",
    "side by side": "stand side by side in sentences",
    "one joined to the other": "one is joined to the other",
    "singular and plural": "one singular, one plural",
    "both often": "both words stand often here",
    "like words, same topic": "like words, about the same",
    "likely in the event": "the words name one thing in this event",
    "same word": "the same word",
    "like phrases here": "like phrases around them",
    "same arguments here": "joined to the same words here",
    "same modifiers here": "described alike here",
    "like sentences here": "their sentences tell the same",
    "both have modifiers, none shared": "described by other words",
    "other owners": "owned by others",
    "one is denied": "one is denied",
    "one plural": "one is plural",
    "both bare": "both stand alone",
    "other word class": "noun and verb",
} | {name: name for name in PAIRS}


class Event(NamedTuple):
    """One event with its units, the reasons for every pair, and the referent marked at each occurrence."""

    folder: str
    name: str
    units: Units
    reasons: Mapping[str, Any]
    marked: tuple[str, ...]  # by occurrence, "" where a reader marked nothing


class Pairs(NamedTuple):
    """Pairs of units with a mark: indexes, share of marks that agree, number of pairs of marks that they stand for."""

    first: Any
    second: Any
    same: Any
    weight: Any


class Fit(NamedTuple):
    names: tuple[str, ...]
    weights: Any
    bias: float


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folders", nargs="+", type=Path)
    ask.add_argument("--write", action="store_true")
    given = ask.parse_args()
    events = [one for folder in given.folders for one in read_events(folder)]
    names = tuple(name for name in events[0].reasons if name not in LEFT_OUT)
    tables = [unit_table(one, names) for one in events]
    likely = [left_out(events, tables, names, place) for place in range(len(events))]
    report_pairs(events, tables, likely)
    fit = fit_logit([table for table, _ in tables], [pairs.same for _, pairs in tables], unit_weights(tables), names)
    spots = [pair_table(one, own) for one, own in zip(events, likely, strict=True)]
    check = report_check(events, spots)
    print(describe(fit), describe(check), sep="\n")
    if given.write:
        write(fit, check)


def read_events(folder: Path) -> Iterator[Event]:
    """The events of a folder, read as the program reads them."""
    packs, words, tables = load_packs(), load_wording_words(), load_word_tables()
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        event = str(gold["event"])
        texts = {
            name: (folder / "texts" / event / file).read_bytes().decode() for name, file in gold["articles"].items()
        }
        articles = [
            Article.from_text(text, id=f"{event}/{name}", source=name, event=event, headline=text.split("\n", 1)[0])
            for name, text in texts.items()
        ]
        findings = [annotate_article(one, packs) for one in parse_articles(sorted(articles, key=lambda a: a.id))]
        drafts = [draft_article(one, packs.verbs) for one in findings]
        roster = link_drafts(drafts, Known())
        persons = frozenset(actor.id for actor in roster.actors if actor.nature == "person")
        units = gather_units([draft.wordings for draft in drafts], roster.ids, tables, words, persons)
        facts = {
            a.id: (a.kind, parts) for a, parts in zip(roster.actors, name_parts(roster.actors).values(), strict=True)
        }
        marked = tuple(marks_of(units, findings, gold, event))
        yield Event(folder.name, event, units, reasons_of(units, tables, words.opposites, facts), marked)


def marks_of(units: Units, findings: Sequence[Findings], gold: Mapping[str, Any], event: str) -> Iterator[str]:
    """The referent of the shortest mark that each occurrence heads."""
    parsed = {one.parsed.article.id: one.parsed for one in findings}
    heads: dict[tuple[str, int], list[tuple[int, str]]] = defaultdict(list)
    for referent in gold["referents"]:
        for m in referent["mentions"]:
            own = parsed[f"{event}/{m['article']}"]
            tokens = own.tokens_in(Span(m["start"], m["end"]))
            for token in tokens if m["end"] - m["start"] <= LONGEST else ():
                if own.heads[token] not in tokens or own.heads[token] == token:
                    heads[own.article.id, own.starts[token]].append((len(tokens), referent["id"]))
    for one in units.occurrences:
        yield min(heads.get((one.article, one.candidate.head.start), [(0, "")]))[1]


def unit_table(event: Event, names: Sequence[str]) -> tuple[Any, Pairs]:
    """Reasons of every pair of marked units, and what the marks say of it."""
    marks: dict[int, Counter[str]] = defaultdict(Counter)
    for one, referent in zip(event.units.occurrences, event.marked, strict=True):
        if referent:
            marks[one.unit][referent] += 1
    pairs = list(combinations(marks, 2))
    total = np.array([marks[a].total() * marks[b].total() for a, b in pairs], dtype=float)
    same = np.array([sum(marks[a][r] * marks[b][r] for r in marks[a]) for a, b in pairs]) / total
    first, second = (np.array(side) for side in zip(*pairs, strict=True))
    return np.stack([event.reasons[name][first, second] for name in names], 1), Pairs(first, second, same, total)


def unit_weights(tables: Sequence[tuple[Any, Pairs]]) -> list[Any]:
    """Every event weighs alike; inside it a pair by the fourth root of the pairs of marks that it stands for."""
    roots = [pairs.weight**0.25 for _, pairs in tables]
    return [2000 * one / one.sum() for one in roots]


def fit_logit(tables: Sequence[Any], same: Sequence[Any], weights: Sequence[Any], names: Sequence[str]) -> Fit:
    """A logistic regression whose signs are given by what a reason is."""
    table, y, w = np.concatenate(tables), np.concatenate(same), np.concatenate(weights)
    spread = table.std(0) + 1e-6
    scaled = np.hstack([table / spread, np.ones((len(table), 1))])
    bounds = [(None, None) if n in EITHER else (None, 0) if n in AGAINST else (0, None) for n in names] + [(None, None)]

    def loss(b: Any) -> tuple[float, Any]:
        z = scaled @ b
        ridge = np.append(b[:-1], 0.0)
        value = (w * (np.logaddexp(0, z) - y * z)).sum() + 0.5 * ridge @ ridge
        return float(value), scaled.T @ (w * (1 / (1 + np.exp(-z)) - y)) + ridge

    found = minimize(loss, np.append(np.zeros(len(names)), -2.0), jac=True, method="L-BFGS-B", bounds=bounds)
    return Fit(tuple(names), found.x[:-1] / spread, float(found.x[-1]))


def left_out(events: Sequence[Event], tables: Sequence[tuple[Any, Pairs]], names: Sequence[str], place: int) -> Any:
    """The probabilities of one event's pairs by a fit to all others."""
    others = [table for number, table in enumerate(tables) if number != place]
    fit = fit_logit([table for table, _ in others], [pairs.same for _, pairs in others], unit_weights(others), names)
    return weigh_reasons(events[place].reasons, dict(zip(fit.names, fit.weights, strict=True)), fit.bias)


def report_pairs(events: Sequence[Event], tables: Sequence[tuple[Any, Pairs]], likely: Sequence[Any]) -> None:
    """Average precision over pairs of units, folder by folder, each event left out of its fit."""
    for folder in dict.fromkeys(one.folder for one in events):
        own = [n for n, one in enumerate(events) if one.folder == folder]
        truth = np.concatenate([tables[n][1].same > 0.5 for n in own])
        said = np.concatenate([likely[n][tables[n][1].first, tables[n][1].second] for n in own])
        print(f"{folder}: average precision {average_precision_score(truth, said):.3f}, base rate {truth.mean():.3f}")
        for least in (0.4, 0.44, 0.48, 0.52):
            joined = np.concatenate([_joined(likely[n], tables[n][1], least, events[n].units.counts) for n in own])
            mass = np.concatenate([tables[n][1].weight for n in own])
            right, mine, wanted = ((mass * x).sum() for x in (joined & truth, joined, truth))
            print(f"  linked from {least}: precision {right / mine:.3f}, recall {right / wanted:.3f} of two lexemes")


def _joined(likely: Any, pairs: Pairs, least: float, counts: Any) -> Any:
    groups = group_units(likely, least, counts)
    return groups[pairs.first] == groups[pairs.second]


MOST_SPOTS = 4  # occurrences of a unit that are paired


def pair_table(event: Event, likely: Any) -> tuple[list[dict[str, float]], Any]:
    """Reasons of pairs of marked occurrences of two articles that a report might show, and whether they agree."""
    words, tables, kept = EventWords.of(event.units), load_word_tables(), []
    seen: Counter[tuple[int, str]] = Counter()
    for one, referent in zip(event.units.occurrences, event.marked, strict=True):
        seen[one.unit, one.article] += 1
        if referent and seen[one.unit, one.article] <= MOST_SPOTS:
            kept.append((one, referent))
    rows, same = [], []
    for (one, own), (two, other) in combinations(kept, 2):
        chance = 1.0 if one.unit == two.unit else float(likely[one.unit, two.unit])
        if one.article == two.article or chance < 0.1 or not may_rival(one, two, tables):
            continue
        rows.append(reasons_where_they_stand(one, two, chance, event.units, words))
        same.append(own == other)
    return rows, np.array(same)


def report_check(events: Sequence[Event], spots: Sequence[tuple[list[dict[str, float]], Any]]) -> Fit:
    """The fit of the check to all events; printed: its precision on events left out."""
    names = tuple(spots[0][0][0])
    tables = [np.array([[row[name] for name in names] for row in rows]).reshape(-1, len(names)) for rows, _ in spots]
    weights = [np.full(len(table), 2000 / max(1, len(table))) for table in tables]
    said = []
    for place in range(len(events)):
        rest = [n for n in range(len(events)) if n != place]
        fit = fit_logit([tables[n] for n in rest], [spots[n][1] for n in rest], [weights[n] for n in rest], names)
        said.append(1 / (1 + np.exp(-fit.bias - tables[place] @ fit.weights)))
    for folder in dict.fromkeys(one.folder for one in events):
        own = [n for n, one in enumerate(events) if one.folder == folder]
        p, y = np.concatenate([said[n] for n in own]), np.concatenate([spots[n][1] for n in own])
        shares = ", ".join(
            f"{least}: {y[p >= least].mean():.2f} of {(p >= least).sum()}" for least in (0.5, 0.6, 0.7, 0.8, 0.9)
        )
        print(
            f"{folder}: check, base rate {y.mean():.2f}, average precision {average_precision_score(y, p):.3f}; "
            f"right from {shares}"
        )
    return fit_logit(tables, [same for _, same in spots], weights, names)


def describe(fit: Fit) -> str:
    ordered = sorted(zip(fit.names, fit.weights, strict=True), key=lambda one: -abs(one[1]))
    return f"bias {fit.bias:.2f}; " + "; ".join(f"{name} {weight:.2f}" for name, weight in ordered)


def write(fit: Fit, check: Fit) -> None:
    """The weights as they ship; reasons of weight 0 are left out."""
    old = json.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.exists() else {}
    found = {}
    for key, one in (("units", fit), ("pairs", check)):
        reasons = {
            name: {"weight": round(float(weight), 3), "says": SAYS[name]}
            for name, weight in zip(one.names, one.weights, strict=True)
            if abs(weight) >= 0.01
        }
        least = old.get(key, {}).get("least", 0.4 if key == "units" else 0.7)
        found[key] = {"bias": round(one.bias, 3), "least": least, "reasons": reasons}
    WEIGHTS.write_text(json.dumps(found, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
