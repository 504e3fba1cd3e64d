"""The contrasts that tell most, whatever found them: one order for packs' wordings, rival wordings, names and passages.

What tells is meaning apart (opposite sides; a doer who is gone; one asserts what another only reports), then words in
the outlet's own voice, then a headline, then how many outlets take a side.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from framing.compare.headlines import NEWS, headline_contrasts
from framing.compare.passages import rows_of_event
from framing.compare.records import MEANING, Apart, Comparison, TellingContrast, TellingSide, ToldWords
from framing.compare.reports import report_contrasts
from framing.compare.told_words import how_telling, make_side, read_words, sentence_around, strongest_lean
from framing.evidence.passages import read_differences
from framing.grouping import group_by
from framing.measure.ledger import OWN
from framing.measure.rivals import by_two_speakers
from framing.model import BODIES, PEOPLE

if TYPE_CHECKING:
    from framing.evidence import Analysis

CONFIDENCE = 0.8  # of a pack's wording that is shown among the first
SIDED = 0.5  # leaning, or share of a name's uses, from which words take a side
RIVALS_SURE = 0.83  # that two rival wordings name one thing, to be shown among the first
SHADE = 0.3  # colour from which a rival wording is no plain one
COLOURED = 0.4  # difference of colour from which a pair of rival wordings is told in two ways
SURE = 0.6  # that two sentences tell one fact

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
        *_of_rivals(comparison, events),
        *_of_names(comparison, events),
        *_of_passages(comparison),
        *report_contrasts(comparison, events),
        *headline_contrasts(comparison, events),
    ]
    kept: list[TellingContrast] = []
    for one in sorted(found, key=lambda contrast: contrast.rank):
        if not any(_repeats(one, other) for other in kept):
            kept.append(one)
    return tuple(kept)


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
    again = [
        any(mine.article == theirs.article and mine.start < theirs.end and theirs.start < mine.end for theirs in shown)
        for mine in (side.words[0] for side in one.sides[:2])
    ]
    return all(again) if one.name == NEWS else any(again)


def _of_packs(comparison: Comparison, events: Mapping[str, str]) -> Iterator[TellingContrast]:
    """What each source of an event calls a thing that a pack knows by rival names, and apart, what it says of it."""
    names = {table.referent: table.gloss for table in comparison.wording}
    groups: dict[tuple[str, str, bool], list[ToldWords]] = defaultdict(list)
    every: dict[tuple[str, str], list[ToldWords]] = defaultdict(list)  # with those of which it is unsure whose they are
    for all_of_it in (False, True):
        for one, about in read_words(comparison.analysis, "cue", CONFIDENCE, unsure=all_of_it):
            referent = str(about["label"]).partition("/")[0]
            if referent in names and one.article in events and (all_of_it or one.state != "hypothetical"):
                told = events[one.article], referent
                (every[told] if all_of_it else groups[*told, bool(about.get("argument"))]).append(one)
    for (event, referent, argued), words in groups.items():
        known = every[event, referent]
        made = _contrast(comparison.analysis, event, names[referent], words, known, argued=argued)
        if made:
            yield made


def _contrast(
    analysis: Analysis,
    event: str,
    name: str,
    words: Sequence[ToldWords],
    known: Sequence[ToldWords] = (),
    *,
    argued: bool = False,
) -> TellingContrast | None:
    """The sources of an event side by side, the two that stand farthest apart first; None when all tell it alike.

    `known` are all words for the thing, surely read or not: what one of them says is not missing.
    """
    by_source: dict[str, list[ToldWords]] = defaultdict(list)
    for one in _with_neighbours(analysis, words):
        by_source[one.source].append(one)
    pairs = (pair for a, b in combinations(sorted(by_source), 2) for pair in product(by_source[a], by_source[b]))
    weighed = ((_weigh(*pair), pair) for pair in pairs if pair[0].value or pair[1].value)  # else nothing is apart
    ranked = sorted(weighed, key=lambda found: (found[0], _place(found[1])), reverse=True)
    best = next((found for found in ranked if not _is_said_too(analysis, *found[1], known)), None)
    if best is None or not best[0][0]:
        return None
    apart = "told apart" if argued else next(one for one, level in MEANING.items() if level == best[0][0])
    others = sorted(set(by_source) - {one.source for one in best[1]})
    rest = sorted(others, key=lambda source: strongest_lean(by_source[source]))
    firsts = [*best[1], *(min(by_source[source], key=how_telling) for source in reversed(rest))]
    sided = [one for one in words if abs(one.value) >= SIDED]
    told = defaultdict(list, group_by(known, lambda one: one.source))
    return TellingContrast(
        event=event,
        name=name,
        apart=apart,
        sides=tuple(make_side(analysis, one, by_source[one.source], told[one.source]) for one in firsts),
        own=best[0][1],
        headline=bool(best[0][2]),
        outlets=len({one.source for one in sided}),
        strength=float(len({(one.article, one.start) for one in sided})),
        argued=argued,
    )


def _weigh(one: ToldWords, two: ToldWords) -> tuple[int, int, int, float]:
    """How far two wordings are apart in meaning, how many are the outlets' own, whether one is in a headline."""
    apart = None if by_two_speakers((one.voice, one.speaker), (two.voice, two.speaker)) else _apart(one, two)
    level = MEANING[apart] if apart else 0
    own = (one.voice == OWN) + (two.voice == OWN)
    return level, own, int(one.headline or two.headline), abs(one.value - two.value)


def _is_said_too(analysis: Analysis, one: ToldWords, two: ToldWords, known: Iterable[ToldWords]) -> bool:
    """Whether what sets two sources apart stands with both: a side taken, a speaker's word, its own word as a name."""
    apart = _apart(one, two)
    if apart == "a side, and none":
        sided, other = (one, two) if one.value else (two, one)
        words = analysis.texts[sided.article][sided.start : sided.end].lower()
        printed = sided.voice != OWN and words in analysis.texts[other.article].lower()
        plain = sided.voice != OWN and any(
            word.source == sided.source and word.voice == OWN and _is_same(analysis, word, other) for word in known
        )
        sides = any(word.source == other.source and word.value * sided.value > 0 for word in known)
        return printed or plain or sides
    if apart == "asserted here, reported there":
        other = one if one.voice != OWN else two
        return any(word.source == other.source and word.key == other.key and word.voice == OWN for word in known)
    return False


def _is_same(analysis: Analysis, one: ToldWords, two: ToldWords) -> bool:
    """Whether two places hold the same words."""
    here, there = (analysis.texts[word.article][word.start : word.end].lower() for word in (one, two))
    return here == there


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


def _with_neighbours(analysis: Analysis, words: Sequence[ToldWords]) -> list[ToldWords]:
    """The words with how many others of them stand in the same sentence."""
    at = [(one.article, *sentence_around(analysis, one)) for one in words]
    return [one._replace(beside=at.count(place) - 1) for one, place in zip(words, at, strict=True)]


def _of_rivals(comparison: Comparison, events: Mapping[str, str]) -> Iterator[TellingContrast]:
    """Rival wordings of one thing that no pack knows, with the words of further outlets for it."""
    table, analysis = comparison.wordings, comparison.analysis
    if table is None or not len(table):
        return
    strong = table[(table["tells"] == "yes") & (table["sure"] >= RIVALS_SURE)]
    asked = {*strong["a"], *strong["b"], *(id for ids in strong["beside"] for id in str(ids).split())}
    every, sure = (
        {one.row: one for one, _ in read_words(analysis, "wording", unsure=all_of_it, only=asked)}
        for all_of_it in (True, False)
    )
    titles = _titles(analysis, set(strong["referent"]), events)
    for pair in strong.to_dict("records"):
        rows = every if "same actor" in pair["grounds"] else sure  # who speaks is described by the outlet
        if not {str(pair["a"]), str(pair["b"])} <= rows.keys():
            continue
        one, two = sorted((_rounded(rows[str(pair[side])], pair) for side in ("a", "b")), key=how_telling)
        words = [one, two, *(rows[id] for id in str(pair["beside"]).split() if id in rows)]
        yield TellingContrast(
            event=str(pair["event"]),
            name=str(pair["name"]),
            apart=_apart(one, two) or "told apart",
            sides=tuple(
                make_side(analysis, word, titles.get((str(pair["event"]), pair["referent"], word.source), ()))
                for word in words
            ),
            own=sum(word.voice == OWN for word in (one, two)),
            headline=one.headline or two.headline,
            outlets=len(words),
            strength=float(pair["strength"]),
        )


def _titles(
    analysis: Analysis, referents: Collection[str], events: Mapping[str, str]
) -> dict[tuple[str, str, str], list[ToldWords]]:
    """By event, referent and source the titles by which it calls an actor in its own words: "the union leader"."""
    evidence = analysis.evidence
    asked = evidence.loc[(evidence["kind"] == "wording") & evidence["label"].isin(referents), "id"]
    titles = evidence[(evidence["kind"] == "mention") & (evidence["label"] == "title")]
    named = set(zip(titles["article"], titles["actor"], titles["end"], strict=True))
    found: dict[tuple[str, str, str], list[ToldWords]] = defaultdict(list)
    for one, about in read_words(analysis, "wording", only=set(asked)) if named else ():
        referent = str(about["label"])
        if one.voice == OWN and one.article in events and (one.article, referent, one.end) in named:
            found[events[one.article], referent, one.source].append(one)
    return found


def _rounded(one: ToldWords, pair: Mapping[Hashable, Any]) -> ToldWords:
    """The words with a colour that is clear, or none; what both share colours neither ("loss", "stunning loss")."""
    mine, yours = (str(pair[f"words_{side}"]).lower().split() for side in ("ab" if pair["a"] == one.row else "ba"))
    plain = set(mine) <= set(yours) or abs(one.value) < SHADE
    return one._replace(value=0.0 if plain else math.copysign(max(abs(one.value), COLOURED), one.value))


def _of_names(comparison: Comparison, events: Mapping[str, str]) -> Iterator[TellingContrast]:
    """Actors whom one source of an event names with a loaded word, and another without.

    Of members of a body a word names a part: "the most hardline Republicans" are not their party.
    """
    texts = comparison.analysis.texts
    loaded: dict[str, list[ToldWords]] = defaultdict(list)
    for one, _ in read_words(comparison.analysis, "loaded", CONFIDENCE):
        loaded[one.article].append(one)
    natures = comparison.analysis.actors.set_index("actor")["kind"].astype(str)
    single = {actor for actor, kind in natures.items() if kind in PEOPLE or kind in BODIES}
    names = {table.actor: table.name for table in comparison.naming if table.actor in single}
    groups: dict[tuple[str, str], list[ToldWords]] = defaultdict(list)
    for one, about in read_words(comparison.analysis, "mention") if loaded else ():
        if one.article in events and about["actor"] in names and about["label"] != "pronoun":
            judged = [word for word in loaded[one.article] if one.start <= word.start and word.end <= one.end]
            part = natures[about["actor"]] in BODIES and texts[one.article][one.start : one.end].endswith("s")
            groups[events[one.article], about["actor"]].append(one._replace(value=float(bool(judged) and not part)))
    for (event, actor), words in groups.items():
        made = _contrast(comparison.analysis, event, names[actor], words)
        if made:
            yield made


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
