"""The contrasts that tell most, whatever found them: one order for packs' wordings, rival wordings, names and passages.

What tells is meaning apart (opposite sides; a doer who is gone; one asserts what another only reports), then words in
the outlet's own voice, then a headline, then how many outlets take a side.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from framing.compare.passages import rows_of_event
from framing.compare.records import MEANING, Apart, Comparison, TellingContrast, TellingSide, ToldWords
from framing.evidence.passages import read_differences, read_main_verb
from framing.evidence.view import read_detail, source_names
from framing.link.sketches import JUDGING
from framing.measure.ledger import OWN
from framing.packs.loadedwords import VIVID
from framing.packs.passages import load_passage_words
from framing.packs.wordings import load_link_words
from framing.text import sentence_at

if TYPE_CHECKING:
    import pandas as pd

    from framing.evidence import Analysis

CONFIDENCE = 0.8  # of a pack's wording that is shown among the first
SIDED = 0.5  # leaning, or share of a name's uses, from which words take a side
RIVALS = 0.3  # strength of a pair of rival wordings from which it is shown among the first
RIVALS_SURE = 0.9  # that the two name one thing
COLOURED = 0.4  # difference of colour from which a pair of rival wordings is told in two ways
SURE = 0.6  # that two sentences tell one fact
NEWS = "the news itself, in the headline"
HEADLINE_WORDS = JUDGING | {VIVID}  # categories of loaded words
QUOTED = re.compile(r"(?:^|[\s(])[“\"‘']")  # a headline in which words may be somebody else's
STRONGEST = 4.0  # of the valence of a word
WORDS = 3  # of one source in a contrast

PASSAGES: Mapping[str, Apart] = {  # differences between two sentences that tell; how much is quoted tells little
    "agent": "the doer is gone", "attribution": "asserted here, reported there", "evaluation": "a side, and none",
    "label": "told apart", "denial": "told apart", "certainty": "told apart", "number": "told apart",
}  # fmt: skip


def find_telling(comparison: Comparison) -> tuple[TellingContrast, ...]:
    """All contrasts of a comparison in the one order, each thing of an event once, no words twice; () without texts."""
    if not comparison.analysis.texts:
        return ()
    events = _events(comparison)
    found = [
        *_of_packs(comparison, events),
        *_of_rivals(comparison),
        *_of_names(comparison, events),
        *_of_passages(comparison),
        *_of_headlines(comparison, events),
    ]
    kept: list[TellingContrast] = []
    for one in sorted(found, key=lambda contrast: contrast.rank):
        if not any(_repeats(one, other) for other in kept):
            kept.append(one)
    return tuple(kept)


def telling_of(contrasts: Iterable[TellingContrast], event: str) -> list[TellingContrast]:
    """Those of one event, in order."""
    return [one for one in contrasts if one.event == event]


def _events(comparison: Comparison) -> dict[str, str]:
    """The event of each article that is counted and has one."""
    articles = comparison.analysis.articles
    counted = articles[articles["duplicate_of"].fillna("").astype(str) == ""]
    events = zip(counted["article"].astype(str), counted["event"].fillna("").astype(str), strict=True)
    return {article: event for article, event in events if event}


def _repeats(one: TellingContrast, other: TellingContrast) -> bool:
    """Whether a contrast says what another one said before: the same thing, or the same words of a leading side."""
    if one.event != other.event:
        return False
    if one.name and one.name == other.name:
        return True
    shown = [side.words[0] for side in other.sides]
    return any(
        mine.article == theirs.article and mine.start < theirs.end and theirs.start < mine.end
        for mine, theirs in product((side.words[0] for side in one.sides[:2]), shown)
    )


def _read(
    analysis: Analysis, kind: str, least: float = 0.0, *, headlines: bool = False
) -> Iterator[tuple[ToldWords, Mapping[str, Any]]]:
    """The words of each row of a kind that is at least so sure, with its label and detail; each place once a label.

    Of `headlines` alone also what seems the outlet's own where they quote somebody; else that is left out.
    """
    evidence = analysis.evidence
    names = source_names(analysis.articles["source"].fillna("").astype(str))
    rows = evidence[(evidence["kind"] == kind) & (evidence["confidence"] >= least)]
    if headlines:
        rows = rows[rows["section"] == "headline"]
    else:
        rows = rows[[not unsure for unsure in _in_quoting_sentence(evidence, rows)]]
    for row in rows.drop_duplicates(
        ["article", "start", "end", "label", *(["actor"] if kind == "mention" else [])]
    ).to_dict("records"):
        detail = read_detail(row["detail"])
        start, end = (detail.get("phrase") if kind != "cue" else None) or (row["start"], row["end"])
        told = ToldWords(
            names.get(row["source"], row["source"]), row["article"], start, end, row["voice"], row["speaker"],
            row["value"] if kind != "mention" else 0.0, row["section"] == "headline", row["id"],
            str(detail.get("state") or "asserted") if row["value"] and kind == "cue" else "asserted",
            str(detail.get("variant", "")),
        )  # fmt: skip
        yield told, {**detail, "label": row["label"], "actor": row["actor"]}


def _in_quoting_sentence(evidence: pd.DataFrame, rows: pd.DataFrame) -> list[bool]:
    """Which rows seem the outlet’s own where somebody is quoted in the same sentence: whose they are is unsure."""
    quotes = evidence[evidence["kind"] == "quote"]
    shared = set(zip(quotes["article"], quotes["sentence"], strict=True))
    places = zip(rows["voice"], rows["article"], rows["sentence"], strict=True)
    return [voice == OWN and (article, sentence) in shared for voice, article, sentence in places]


def _of_packs(comparison: Comparison, events: Mapping[str, str]) -> Iterator[TellingContrast]:
    """What each source of an event calls a thing that a pack knows by rival names."""
    names = {table.referent: table.gloss for table in comparison.wording}
    groups: dict[tuple[str, str], list[ToldWords]] = defaultdict(list)
    argued: set[str] = set()
    for one, about in _read(comparison.analysis, "cue", CONFIDENCE):
        referent = str(about["label"]).partition("/")[0]
        if referent in names and one.article in events:
            groups[events[one.article], referent].append(one)
            argued |= {referent} if about.get("argument") else set()
    for (event, referent), words in groups.items():
        made = _contrast(comparison.analysis, event, names[referent], words, argued=referent in argued)
        if made:
            yield made


def _contrast(
    analysis: Analysis, event: str, name: str, words: Sequence[ToldWords], *, argued: bool = False
) -> TellingContrast | None:
    """The sources of an event side by side, the two that stand farthest apart first; None when all tell it alike."""
    by_source: dict[str, list[ToldWords]] = defaultdict(list)
    for one in _with_neighbours(analysis, words):
        by_source[one.source].append(one)
    pairs = (pair for a, b in combinations(sorted(by_source), 2) for pair in product(by_source[a], by_source[b]))
    best = max(((_weigh(*pair), pair) for pair in pairs), key=lambda found: (found[0], _place(found[1])), default=None)
    if best is None or not best[0][0]:
        return None
    apart = "told apart" if argued else next(one for one, level in MEANING.items() if level == best[0][0])
    others = sorted(set(by_source) - {one.source for one in best[1]})
    rest = sorted(others, key=lambda source: _lean(by_source[source]))
    firsts = [*best[1], *(min(by_source[source], key=_telling) for source in reversed(rest))]
    sided = [one for one in words if abs(one.value) >= SIDED]
    return TellingContrast(
        event=event,
        name=name,
        apart=apart,
        sides=tuple(_side(analysis, one, by_source[one.source]) for one in firsts),
        own=best[0][1],
        headline=bool(best[0][2]),
        outlets=len({one.source for one in sided}),
        strength=float(len({(one.article, one.start) for one in sided})),
    )


def _weigh(one: ToldWords, two: ToldWords) -> tuple[int, int, int, float]:
    """How far two wordings are apart in meaning, how many are the outlets' own, whether one is in a headline."""
    level = MEANING[apart] if (apart := _apart(one, two)) else 0
    own = (one.voice == OWN) + (two.voice == OWN)
    return level, own, int(one.headline or two.headline), abs(one.value - two.value)


def _apart(one: ToldWords, two: ToldWords) -> Apart | None:
    said = one.state == two.state == "asserted"
    if one.value * two.value < 0 and abs(one.value - two.value) >= SIDED and said:
        return "opposite sides"
    if abs(one.value) >= SIDED and said and one.key and one.key == two.key and (one.voice == OWN) != (two.voice == OWN):
        return "asserted here, reported there"
    low, high = sorted((abs(one.value), abs(two.value)))
    return "a side, and none" if low == 0 and high >= COLOURED and said else None


def _place(pair: tuple[ToldWords, ToldWords]) -> tuple[int, ...]:
    """Of equal pairs the one whose sentences say more of the thing, then the one with more words, then the first."""
    beside, length = sum(one.beside for one in pair), sum(one.end - one.start for one in pair)
    return (beside, length, *(-one.start for one in pair))


def _telling(one: ToldWords) -> tuple[object, ...]:
    return (
        -abs(one.value), one.voice != OWN, not one.headline, -one.beside, one.start - one.end, one.article, one.start,
    )  # fmt: skip


def _with_neighbours(analysis: Analysis, words: Sequence[ToldWords]) -> list[ToldWords]:
    """The words with how many others of them stand in the same sentence."""
    at = [(one.article, *_sentence(analysis, one)) for one in words]
    return [one._replace(beside=at.count(place) - 1) for one, place in zip(words, at, strict=True)]


def _sentence(analysis: Analysis, one: ToldWords) -> tuple[int, int]:
    text = analysis.texts[one.article]
    return sentence_at(text, one.start, one.end, analysis.sentences.get(one.article, ()))


def _lean(words: Sequence[ToldWords]) -> float:
    return max(abs(one.value) for one in words)


def _side(analysis: Analysis, first: ToldWords, words: Sequence[ToldWords]) -> TellingSide:
    """One source's side: the sentence of its first words, and with them what else it calls the thing."""
    start, end = _sentence(analysis, first)
    others: list[ToldWords] = []
    for one in sorted(words, key=_telling):
        if one is not first and not any(_same_words(analysis, one, kept) for kept in (first, *others)):
            others.append(one)
    return TellingSide(first.source, first.article, start, end, (first, *others[: WORDS - 1]))


def _same_words(analysis: Analysis, one: ToldWords, other: ToldWords) -> bool:
    """Whether two places overlap, or hold the same words in the same voice."""
    if one.article == other.article and one.start < other.end and other.start < one.end:
        return True
    here, there = (analysis.texts[word.article][word.start : word.end].lower() for word in (one, other))
    return (here in there or there in here) and one.voice == other.voice


def _of_rivals(comparison: Comparison) -> Iterator[TellingContrast]:
    """Rival wordings of one thing that no pack knows, as far as they are sure and their colours stand apart."""
    table = comparison.wordings
    if table is None or not len(table):
        return
    strong = table[(table["strength"] >= RIVALS) & (table["sure"] >= RIVALS_SURE)]
    rows = {one.row: one for one, _ in _read(comparison.analysis, "wording")} if len(strong) else {}
    for pair in strong.to_dict("records"):
        if pair["a"] in rows and pair["b"] in rows:
            words = [rows[str(pair[side])] for side in ("a", "b")]
            made = _contrast(comparison.analysis, str(pair["event"]), str(pair["name"]), words)
            if made:
                yield made if made.apart == "opposite sides" else replace(made, apart="told apart")


def _of_names(comparison: Comparison, events: Mapping[str, str]) -> Iterator[TellingContrast]:
    """Actors whom one source of an event names with a loaded word, and another without."""
    loaded: dict[str, list[ToldWords]] = defaultdict(list)
    for one, _ in _read(comparison.analysis, "loaded", CONFIDENCE):
        loaded[one.article].append(one)
    names = {table.actor: table.name for table in comparison.naming}
    groups: dict[tuple[str, str], list[ToldWords]] = defaultdict(list)
    for one, about in _read(comparison.analysis, "mention") if loaded else ():
        if one.article in events and about["actor"] in names and about["label"] != "pronoun":
            judged = [word for word in loaded[one.article] if one.start <= word.start and word.end <= one.end]
            groups[events[one.article], about["actor"]].append(one._replace(value=float(bool(judged))))
    for (event, actor), words in groups.items():
        made = _contrast(comparison.analysis, event, names[actor], words)
        if made:
            yield made


def _of_headlines(comparison: Comparison, events: Mapping[str, str]) -> Iterator[TellingContrast]:
    """The strongest word of each headline of an event, where one judges or is vivid and another does not.

    Headlines tell the event's main fact, so that nothing has to be linked. A main verb is the outlet's own, and so is
    what stands before any quotation mark.
    """
    words: dict[str, dict[str, list[ToldWords]]] = defaultdict(lambda: defaultdict(list))
    for event, one in (*_headline_loaded(comparison, events), *_headline_verbs(comparison)):
        words[event][one.source].append(one)
    for event, told in sorted(words.items()):
        chosen = [min(own, key=_telling) for _, own in sorted(told.items())]
        chosen.sort(key=lambda one: -abs(one.value))
        if _lean(chosen) - _lean(chosen[-1:]) >= COLOURED:
            ordered = [chosen[0], chosen[-1], *chosen[1:-1]]
            sides = tuple(_side(comparison.analysis, one, told[one.source]) for one in ordered)
            yield TellingContrast(event, NEWS, "a side, and none", sides, 2, True, len(chosen), _lean(chosen))


def _headline_loaded(comparison: Comparison, events: Mapping[str, str]) -> Iterator[tuple[str, ToldWords]]:
    """Loaded words of headlines in the outlet's own voice, with their events; before any quotation mark."""
    texts = comparison.analysis.texts
    for one, about in _read(comparison.analysis, "loaded", headlines=True):
        if one.voice == OWN and one.article in events and about["label"] in HEADLINE_WORDS:
            start, _ = _sentence(comparison.analysis, one)
            if not QUOTED.search(texts[one.article], start, one.start):
                yield events[one.article], one._replace(value=-one.value)


def _headline_verbs(comparison: Comparison) -> Iterator[tuple[str, ToldWords]]:
    """The main verb of each headline with how strong it is, and its event."""
    strengths, facts = load_link_words().valences, load_passage_words().factual
    openings = comparison.openings
    for row in openings[openings["section"] == "headline"].to_dict("records"):
        verb = read_main_verb(row["detail"])
        if verb is not None and verb.voice == OWN:
            word = comparison.analysis.texts[row["article"]][verb.start : verb.end].lower()
            value = 0.0 if word in facts else abs(strengths.get(word, 0.0)) / STRONGEST
            value = -value if value >= SIDED else 0.0
            yield str(row["event"]), ToldWords(row["source"], row["article"], *verb, value, headline=True)


def _of_passages(comparison: Comparison) -> Iterator[TellingContrast]:
    """Facts that two sources surely tell, with the difference that tells most."""
    for event in dict.fromkeys(comparison.passages["event"].astype(str)):
        for row in rows_of_event(comparison.passages, event):
            made = _passage(row) if row["sure"] >= SURE else None
            if made:
                yield made


def _passage(row: Mapping[str, Any]) -> TellingContrast | None:
    found = [one for one in read_differences(row["detail"]) if one.kind in PASSAGES]
    if not found:
        return None
    first = max(found, key=lambda one: (MEANING[PASSAGES[one.kind]], one.weight, -one.a.start))
    apart = PASSAGES[first.kind]
    if apart == "asserted here, reported there" and not first.only:
        apart = "told apart"
    sides = []
    for side, place in (("a", first.a), ("b", first.b)):
        told = ToldWords(row[f"source_{side}"], row[f"article_{side}"], *place)
        sides.append(TellingSide(told.source, told.article, row[f"start_{side}"], row[f"end_{side}"], (told,)))
    own = sum(place.voice == OWN for place in (first.a, first.b))
    return TellingContrast(row["event"], "", apart, tuple(sides), own, False, 1, float(row["strength"]), row)
