"""Words and phrases that one source uses more than the rest in its own voice.

Log-odds rank them; only a document-level sign-flip with the maximum statistic may call them distinctive, because words
cluster in articles and z values flag dozens of words in shuffled labels. Needs the texts of the articles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

from framing.compare.claims import THE_OTHERS
from framing.compare.differences import MATCHED_FROM, OTHERS, Labels, gather_accounts, matched_gaps, sides
from framing.compare.records import WordContrast
from framing.evidence.details import read_detail
from framing.packs.grammar import function_words
from framing.stats import log_odds

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from framing.measure.ledger import Ledger

ARTICLES = 2_000  # of all sources together; of more, every k-th is read
ARTICLES_WITH = 3  # articles that must hold a word
SHOWN = 10  # a source
TESTED_FROM = 6  # articles of all sources that hold a word; rarer words cannot be shown to differ
DRAWS = 1_999
LEVEL = 0.01  # for all words of all sources together, so that the report as a whole stays under .05
COUNT_FROM = 3.0  # uses by the source
Z_FROM = 1.5  # below, a word contrasts too little to be shown
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_BREAK = re.compile(r"[.!?;:,()“”\"—–\n]")


@dataclass(frozen=True)
class WordTable:
    """Counts of words and two-word phrases in narrator voice, one row an article (by its place in `articles`)."""

    words: tuple[str, ...]
    counts: NDArray[np.float64]
    articles: NDArray[np.intp]  # article numbers


def tabulate_words(ledger: Ledger) -> WordTable | None:
    """Words of each article outside what others say; names, numbers and words of fewer than 3 articles left out."""
    import numpy as np

    numbers = np.arange(len(ledger.articles))[:: max(1, -(-len(ledger.articles) // ARTICLES))]
    ids = ledger.articles["article"].to_numpy(dtype=object)
    kept = [number for number in numbers if str(ids[number]) in ledger.analysis.texts]
    if len(kept) < 2 * ARTICLES_WITH:
        return None
    bags = [_bag(ledger.analysis.texts[str(ids[number])], _said(ledger, number)) for number in kept]
    names = _names(bags)
    spread = Counter(word for bag, _ in bags for word in bag)
    words = sorted(word for word, n in spread.items() if n >= ARTICLES_WITH and not names & set(word.split()))
    place = {word: k for k, word in enumerate(words)}
    counts = np.zeros((len(bags), len(words)))
    for row, (bag, _) in enumerate(bags):
        for word, count in bag.items():
            if word in place:
                counts[row, place[word]] = count
    return WordTable(tuple(words), counts, np.array(kept, dtype=np.intp))


def _said(ledger: Ledger, article: int) -> list[tuple[int, int]]:
    """Spans of an article that are somebody else's words, in order, none touching another."""
    import numpy as np

    rows = ledger.rows_of("quote", np.array([article]))
    details = ledger.cells(rows, "detail")
    spans = sorted((int(s), int(e)) for detail in details for s, e in read_detail(detail).get("content", ()))
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _bag(text: str, said: Sequence[tuple[int, int]]) -> tuple[Counter[str], Counter[str]]:
    """Counts of words and phrases outside `said`, and of words that stand capitalised inside a sentence."""
    grammar = function_words()
    edges = [0, *sorted(edge for span in said for edge in span), len(text)]
    own = "\n".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    bag: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for piece in _BREAK.split(own.replace("’", "'")):
        found = _WORD.findall(piece)
        lowers = [word.lower() for word in found]
        plain = [word not in grammar and len(word) > 1 for word in lowers]
        bag.update(compress(lowers, plain))
        pairs = zip(lowers, lowers[1:], plain, plain[1:], strict=False)
        bag.update(f"{one} {other}" for one, other, first, second in pairs if first and second)
        names.update(lower for word, lower in zip(found[1:], lowers[1:], strict=True) if word[0].isupper())
    return bag, names


def _names(bags: Sequence[tuple[Counter[str], Counter[str]]]) -> set[str]:
    """Words that are capitalised inside sentences in most of their uses: topics, not wording."""
    used: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for bag, names in bags:
        used.update({word: count for word, count in bag.items() if " " not in word})
        capital.update(names)
    return {word for word, count in capital.items() if 3 * count >= used[word]}


def contrast_words(ledger: Ledger, labels: Labels, *, seed: int = 7) -> tuple[WordContrast, ...]:
    """The most contrasting words of each source: against the other of two, or against the rest."""
    table = tabulate_words(ledger)
    if table is None or not table.words or len(ledger.sources) < 2:
        return ()
    inside = Labels(labels.source_of[table.articles], labels.event_of[table.articles], labels.no_event)
    pairs = [(0, 1), (1, 0)] if len(ledger.sources) == 2 else [(one, OTHERS) for one in range(len(ledger.sources))]
    return tuple(found for pair in pairs for found in _of_pair(ledger.sources, table, inside, pair, len(pairs), seed))


def _of_pair(
    sources: Sequence[str], table: WordTable, labels: Labels, pair: tuple[int, int], pairs: int, seed: int
) -> Iterator[WordContrast]:
    import numpy as np

    one, other = sides(labels.source_of, pair)
    if len(one) < ARTICLES_WITH or len(other) < ARTICLES_WITH:
        return
    here, there = table.counts[one].sum(axis=0), table.counts[other].sum(axis=0)
    single = np.array([" " not in word for word in table.words])
    z = np.zeros(len(table.words))
    for kind in (single, ~single):
        if kind.any() and (here + there)[kind].sum() > 0:
            z[kind] = log_odds(here[kind], there[kind], (here + there)[kind])[1]
    p = word_p(table.counts > 0, labels, pair, seed=seed)
    p = None if p is None else np.minimum(1.0, p * pairs)
    against = sources[pair[1]] if pair[1] >= 0 else THE_OTHERS
    z[(table.counts[one] > 0).sum(axis=0) < ARTICLES_WITH] = 0.0
    for k in _best(table.words, z, here, SHOWN):
        value = None if p is None else float(p[k])
        distinctive = value is not None and value <= LEVEL
        articles = int((table.counts[one, k] > 0).sum())
        label = "distinctive" if distinctive else "most contrasting, not tested"
        if value is not None and not distinctive:
            label = "most contrasting, not distinguishable"
        yield WordContrast(
            sources[pair[0]], against, table.words[k], float(z[k]), float(here[k]), float(there[k]), articles, value,
            distinctive, label,
        )  # fmt: skip


def _best(words: Sequence[str], z: NDArray[np.float64], here: NDArray[np.float64], most: int) -> list[int]:
    """Places of the highest z; a word inside a phrase that is already there, or around it, is not repeated."""
    order = sorted(
        (k for k in range(len(words)) if here[k] >= COUNT_FROM and z[k] >= Z_FROM), key=lambda k: (-z[k], words[k])
    )
    chosen: list[int] = []
    for k in order:
        if len(chosen) == most:
            break
        mine = set(words[k].split())
        if not any(mine & set(words[other].split()) for other in chosen):
            chosen.append(k)
    return chosen


def word_p(
    present: NDArray[np.bool_], labels: Labels, pair: tuple[int, int], *, seed: int = 7
) -> NDArray[np.float64] | None:
    """p of each word over all words of a pair: signs of its within-event differences flipped, maximum statistic.

    None when fewer than six events are shared. One-sided: the first side uses it in more articles.

    Source: Westfall & Young 1993 (single-step maximum).
    """
    import numpy as np

    gaps = np.nan_to_num(matched_gaps(gather_accounts(present.astype(np.float64), labels), pair))
    if len(gaps) < MATCHED_FROM:
        return None
    scale = np.sqrt((gaps**2).sum(axis=0))
    usable = (scale > 0) & (present.sum(axis=0) >= TESTED_FROM)  # chosen without looking at the labels
    standard = gaps[:, usable] / scale[usable]
    seen = standard.sum(axis=0)
    p = np.ones(present.shape[1])
    if not usable.any():
        return p
    signs = np.random.default_rng(seed).choice([-1.0, 1.0], size=(DRAWS, len(gaps)))
    largest = np.sort((signs @ standard).max(axis=1))
    p[usable] = (1 + DRAWS - np.searchsorted(largest, seen - 1e-9, side="left")) / (DRAWS + 1)
    return p
