"""Loaded words of one source, one voice at a time; what is only style (hedges, boosters, …) is counted apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framing.measure.counting import WORDS_OF, grouped, most_counted, most_frequent, per_thousand, per_words
from framing.measure.ledger import OWN, VOICES
from framing.measure.question import MINOR, Contrast, ContrastSide, Family, Feature, say_sides, shrink
from framing.model import STYLE
from framing.say import listed, number, rate
from framing.stats import Rate
from framing.stats.words import WordShift, shift_totals

if TYPE_CHECKING:
    import pandas as pd

    from framing.evidence import Analysis
    from framing.measure.ledger import Ledger

TOP = 12  # words that are kept
CATEGORIES = 12  # categories of loaded words that are tested, the most widespread
WORDS_FROM = 200.0  # own words on each side of a contrast
LOADED_FROM = 3.0  # loaded words of the higher side of a contrast
TIMES = 1.3  # the higher rate of a contrast is at least so many times the lower
HALF = 10.0  # loaded words at which a contrast keeps half of its strength
SIGNS = {"?": "(a rhetorical question)", "!": "(an exclamation mark)"}
TINY = 1e-12  # what is left of a rate when all of it is taken away


@dataclass(frozen=True, slots=True)
class LoadedRates:
    """Loaded words of one source in one voice, per 1,000 words of that voice."""

    source: str
    voice: str
    total: Rate  # words that judge, per 1,000 words of that voice (narrator and distanced: own words)
    categories: Mapping[str, Rate] = field(repr=False)  # category of words that judge -> the same unit
    style: Mapping[str, Rate] = field(repr=False)  # category of words that only colour -> the same unit
    words: tuple[tuple[str, float, tuple[str, ...]], ...] = field(repr=False)  # in lower case, how often, where
    style_words: tuple[tuple[str, float, tuple[str, ...]], ...] = field(repr=False)  # the same, of style


def measure(ledger: Ledger, source: int) -> tuple[LoadedRates, ...]:
    """Loaded words per 1,000 words of each voice that occurs; narrator voice always."""
    rows = ledger.rows("loaded", source)
    voices = [voice for voice in VOICES if voice == OWN or (rows["voice"] == voice).any()]
    return tuple(_loaded_in(ledger, rows[rows["voice"] == voice], source, voice) for voice in voices)


def loaded_by_article(analysis: Analysis) -> pd.Series[float]:
    """Loaded words of the narrator per 1,000 own words, by id, of the articles that have any."""
    rows = analysis.evidence
    judging = _judging(rows[(rows["kind"] == "loaded") & (rows["voice"] == "narrator")])
    loaded = judging.groupby("article")["share"].sum()
    own = analysis.articles.set_index("article")["own_words"].clip(lower=1)
    return (1000 * loaded / own.reindex(loaded.index)).sort_index()


def _loaded_in(ledger: Ledger, rows: pd.DataFrame, source: int, voice: str) -> LoadedRates:
    words, unit = WORDS_OF[voice]
    judging, style = _judging(rows), rows[rows["label"].isin(STYLE)]

    def by_category(part: pd.DataFrame) -> dict[str, Rate]:
        found = grouped(part, "label").items()
        return {category: per_words(ledger, one, source, words, unit) for category, one in found}

    return LoadedRates(
        source=ledger.sources[source],
        voice=voice,
        total=per_words(ledger, judging, source, words, unit),
        categories=by_category(judging),
        style=by_category(style),
        words=_top_words(ledger, judging),
        style_words=_top_words(ledger, style),
    )


def _judging(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of words that judge: all but those of style."""
    return rows[~rows["label"].isin(STYLE)]


def _printed_words(text: object) -> str:
    """Found words as a table prints them: lower case, one space, and a mark by its name."""
    words = " ".join(str(text).lower().split())
    return SIGNS.get(words, words)


def _top_words(ledger: Ledger, rows: pd.DataFrame) -> tuple[tuple[str, float, tuple[str, ...]], ...]:
    """The most frequent found words in lower case, with count and rows; marks (“?”, “!”) are not words."""
    if len(rows) == 0:
        return ()
    named = rows.assign(words=[_printed_words(text) for text in ledger.cells(rows, "text")])
    return most_counted(ledger, named[~named["words"].isin(SIGNS.values())], "words", TOP)


def lines(loaded: tuple[LoadedRates, ...]) -> Iterator[str]:
    """How often one source judges in its own voice, and with which words."""
    for cell in loaded:
        if cell.voice != OWN:
            continue
        words = [f"“{text}” ({number(count)})" for text, count, _ in cell.words[:4]]
        tail = f", most often {listed(words)}" if words else ""
        yield f"Loaded words in its own voice: {rate(cell.total.value)} per 1,000 own words{tail}."


def measure_shifts(ledger: Ledger) -> dict[str, WordShift]:
    """Which loaded words make the rate of each source that has own words differ from the others', per 1,000 own words.

    Narrator voice; the mean over its articles as in `LoadedRates` against that of all other articles. The parts add up.
    It describes these articles; nothing is tested.
    """
    rates = [_word_rates(ledger, source) for source in range(len(ledger.sources))]
    own = ledger.column("own_words") > 0
    articles = [int(own[ledger.articles_of(source)].sum()) for source in range(len(ledger.sources))]
    everything, all_articles = sum(rates, Counter()), sum(articles)
    shifts = {}
    for source, name in enumerate(ledger.sources):
        rest = Counter(everything)
        rest.subtract(rates[source])
        if 0 < articles[source] < all_articles:
            others = {word: rate for word, rate in rest.items() if rate > TINY}
            shifts[name] = shift_totals(rates[source], articles[source], others, all_articles - articles[source])
    return shifts


def _word_rates(ledger: Ledger, source: int) -> Counter[str]:
    """Loaded words of a source's narrator in lower case, by their share of an article's own words, articles summed."""
    rows = _judging(ledger.rows("loaded", source, OWN))
    own = ledger.column("own_words")[rows["article"].to_numpy()]
    rows, own = rows[own > 0], own[own > 0]
    found: Counter[str] = Counter()
    for text, share in zip(ledger.cells(rows, "text"), (rows["share"] / own).tolist(), strict=True):
        found[_printed_words(text)] += share
    return found


def features(ledger: Ledger) -> Iterator[Feature]:
    """Loaded words in its own voice, in all and by category, and those it passes on from others."""
    rows, own = _judging(ledger.rows("loaded")), ledger.rows("loaded", voice=OWN)
    yield _own_feature(ledger, _judging(own), "loaded/narrator", "headline", "loaded words in its own voice")
    for category in most_frequent(own, "label", CATEGORIES):
        kind = "words of style" if category in STYLE else "words"
        part, what = own[own["label"] == category], f"{category} {kind} in its own voice"
        yield _own_feature(ledger, part, f"loaded/{category}/narrator", "exploratory", what)
    what, others = "loaded words of others", rows[rows["voice"].isin(["attributed", "quoted"])]
    said = ledger.sums(others)
    words = ledger.column("attributed_words") + ledger.column("quoted_words")
    yield Feature(
        "loaded/others", "exploratory", what, f"pass on more {what}",
        "per 1,000 reported and quoted words", per_thousand(said, words), said,
    )  # fmt: skip


def _own_feature(ledger: Ledger, rows: pd.DataFrame, key: str, family: Family, what: str) -> Feature:
    """Rows per 1,000 own words of each article."""
    hits = ledger.sums(rows)
    values = per_thousand(hits, ledger.column("own_words"))
    return Feature(key, family, what, f"use more {what}", WORDS_OF[OWN][1], values, hits)


def contrasts(cells: Sequence[LoadedRates]) -> Iterator[Contrast]:
    """Sources that judge more and less in their own voice."""
    own = [cell for cell in cells if cell.voice == OWN and cell.total.denominator >= WORDS_FROM]
    if len(own) < 2:
        return
    low, high = min(own, key=lambda cell: cell.total.value), max(own, key=lambda cell: cell.total.value)
    if high.total.count < LOADED_FROM or high.total.value < TIMES * low.total.value:
        return
    sides = tuple(_side(cell) for cell in (high, low))
    gap = (high.total.value - low.total.value) / (high.total.value + low.total.value)
    strength = shrink(MINOR * gap, high.total.count, HALF)
    yield Contrast("loaded", "Loaded words in their own voice", "", f"{say_sides(sides)}.", sides, strength, False)


def _side(cell: LoadedRates) -> ContrastSide:
    words = listed([f"“{words}”" for words, _, _ in cell.words[:3]])
    text = f"{rate(cell.total.value)} loaded words per 1,000 of its own{f' ({words})' if words else ''}"
    shown = cell.words[0][2] if cell.words else ()
    rows = tuple(dict.fromkeys((*shown, *cell.total.rows)))
    return ContrastSide(cell.source, text, OWN, "", cell.total.count, None, rows)


def rows_behind(cells: Sequence[LoadedRates], feature: Sequence[str]) -> tuple[str, ...]:
    """Evidence ids of one source behind ["loaded", "narrator"] or ["loaded", CATEGORY, "narrator"]."""
    if feature[-1] != OWN:
        return ()
    cell = next(one for one in cells if one.voice == OWN)
    found = cell.total if len(feature) == 2 else {**cell.categories, **cell.style}.get(feature[1])
    return found.rows if found else ()
