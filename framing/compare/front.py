"""What stands in front, the same on the first page and on the first screen: which stories, and which contrasts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from framing.compare.days import days_of, of_one_time
from framing.compare.headlines import NEWS, claims_of
from framing.compare.records import Comparison, TellingContrast, ToldWords
from framing.compare.told_words import marks_of
from framing.evidence.details import read_detail
from framing.evidence.view import source_names
from framing.grouping import group_by, in_turn
from framing.measure.ledger import OWN
from framing.say import day

STORIES = 4
CONTRASTS, OF_STORY = 4, 3  # in front, and of one story
SHOWN, USUAL = 2, 2  # words of a side, and in the one that it uses most
NO_HEADLINE = "no headline"
UNSURE = "and whose words these are there is not sure"
CHOICE = re.compile(
    r"\b(?:[Tt]his|[Oo]ur) (?:news)?paper (?:will |shall )?(?:writes?|says?|calls? it|uses?|prefers?) "
    r"[“\"‘']([\w -]+)[”\"’']"
)
NONE_FOUND = "none of its words surely names it"


def shared_events(comparison: Comparison) -> list[str]:
    """Events whose openings two sources give, the one with the most telling contrast first, then the most covered."""
    if not comparison.analysis.texts:
        return []
    sources = {row.event: len(row.articles) for row in comparison.events}
    ranks = {one.event: place for place, one in reversed(list(enumerate(comparison.telling)))}
    found = {event for event in map(str, comparison.openings["event"]) if sources.get(event, 0) > 1}
    last = len(comparison.telling)
    return sorted(found, key=lambda event: (ranks.get(event, last), -sources[event], event))


def front_contrasts(comparison: Comparison, *, headlines: bool = True) -> list[TellingContrast]:
    """The most telling contrast of each story in front, then the second of each, and so on; best stories first.

    None whose leading sentences stand already in one before it; none of `headlines` where they are marked anyway.
    """
    turns, shown = dict.fromkeys(shared_events(comparison)[:STORIES], 0), set[tuple[str, int]]()
    kept = []
    for one in comparison.telling if headlines else (one for one in comparison.telling if one.name != NEWS):
        leading = {(side.article, side.start) for side in one.sides[:2]}
        if turns.get(one.event, OF_STORY) < OF_STORY and not leading & shown:
            turns[one.event] += 1
            shown |= leading
            kept.append(one)
    return in_turn(kept, lambda one: one.event)[:CONTRASTS]


def headline_marks(comparison: Comparison, event: str) -> list[ToldWords]:
    """What the headlines of an event do with its news: their own verbs, strong words, somebody's claims."""
    found = next((one for one in comparison.telling if one.event == event and one.name == NEWS), None)
    return [word for side in found.sides for word in marks_of(side.words)] if found else claims_of(comparison, event)


def headlines_of(comparison: Comparison, event: str) -> dict[str, str]:
    """The headline of the first article of each source on an event, by source in alphabetical order; "" for none."""
    found: dict[str, tuple[str, list[str]]] = {}
    for row in comparison.openings[comparison.openings["event"] == event].to_dict("records"):
        article, words = found.setdefault(str(row["source"]), (str(row["article"]), []))
        if row["section"] == "headline" and row["article"] == article:
            words.append(comparison.analysis.texts[article][row["start"] : row["end"]])
    return {source: " ".join(" ".join(words).split()) for source, (_, words) in sorted(found.items())}


def say_others(comparison: Comparison, one: TellingContrast) -> list[tuple[list[str], str]]:
    """Sources that tell the event of a named contrast and are no side of it, and in a phrase what they call the thing.

    That may be somebody else's word, or none that the program knows; of what no pack knows nobody is said to have none.
    """
    tellers = next((row.articles for row in comparison.events if row.event == one.event), {})
    told = {side.source for side in one.sides}
    if all(table.gloss != one.name for table in comparison.wording):
        return []
    if (table := comparison.wordings) is not None and len(table):
        same = table[(table["event"] == one.event) & (table["name"] == one.name) & (table["tells"] == "yes")]
        told |= {*same["source_a"], *same["source_b"]}
    silent = [source for source in comparison.sources if source in tellers and source not in told and one.name]
    words = _words_of(comparison, one) if silent else {}
    said = group_by(
        silent, lambda source: f"“{next(iter(words[source]))}”, {UNSURE}" if source in words else NONE_FOUND
    )
    return [(names, phrase) for phrase, names in said.items()]


def say_usual(comparison: Comparison, one: TellingContrast, *, marked: bool = False) -> dict[str, str]:
    """By source of a contrast a plain word that it has as often as those shown, if others show it or it is no lone use.

    Most often “protests”; also “strike”, where another says so: no rare word is to stand for all. Shown are a side's
    first words, and where they are `marked` in its sentence all that stand in it.
    """
    texts, shown = comparison.analysis.texts, dict[str, list[str]]()
    for side in one.sides:
        for place, word in enumerate(side.words):
            inside = marked and word.article == side.article and side.start <= word.start < side.end
            if place < SHOWN or inside:
                shown.setdefault(side.source, []).append(texts[word.article][word.start : word.end].lower())
    found = {}
    plain = _words_of(comparison, one, plain=True) if one.name else {}
    for source in shown:
        counts = plain.get(source, Counter[str]())
        mine, theirs = shown.get(source, []), {word for other in shown for word in shown[other] if other != source}
        least = max((n for word, n in counts.items() if word.lower() in mine), default=1)
        fits = [
            word
            for word, count in counts.items()
            if count >= least and (count > 1 or word.lower() in theirs) and len(word.split()) <= USUAL
            if not any(word.lower() in said or said in word.lower() for said in mine)
        ]
        if mine and (chosen := _says_it_writes(comparison, one, source, theirs)):
            found[source] = f"it says that it writes “{chosen}”"
        elif mine and fits:
            found[source] = f"{'most often' if counts[fits[0]] > 1 else 'also'} “{fits[0]}”"
    return found


def _says_it_writes(comparison: Comparison, one: TellingContrast, source: str, others: Collection[str]) -> str:
    """The word that a source of a contrast says it will write for the thing, a part of what others call it; or ""."""
    texts = {side.article: comparison.analysis.texts[side.article] for side in one.sides if side.source == source}
    chosen = [match[1] for text in texts.values() for match in CHOICE.finditer(text)]
    return next((word for word in chosen if any(word.lower() in said.split() for said in others)), "")


def _words_of(comparison: Comparison, one: TellingContrast, *, plain: bool = False) -> dict[str, Counter[str]]:
    """What each source of an event calls the thing of a pack, the most frequent first, whoever says it there.

    Only words that take no side and are not in somebody's statement, where `plain`.
    """
    referent = next((table.referent for table in comparison.wording if table.gloss == one.name), "")
    if not referent:
        return {}
    evidence, articles = comparison.analysis.evidence, comparison.analysis.articles
    names, here = source_names(articles["source"].astype(str)), articles.loc[articles["event"] == one.event, "article"]
    rows = evidence[(evidence["kind"] == "cue") & evidence["article"].isin(here)]
    rows = rows[rows["label"].astype(str).str.startswith(f"{referent}/")].drop_duplicates(["article", "start", "end"])
    rows = rows[[read_detail(detail).get("state") != "hypothetical" for detail in rows["detail"]]]
    rows = rows[(rows["value"] == 0) & (rows["voice"] == OWN)] if plain else rows
    found = group_by(zip(rows["source"], rows["text"], strict=True), lambda row: names.get(str(row[0]), str(row[0])))
    return {source: Counter(dict(Counter(text for _, text in said).most_common())) for source, said in found.items()}


def days_apart(comparison: Comparison, one: TellingContrast) -> dict[str, str]:
    """Sources that wrote on a story days before or after the headlines of a contrast, and when: 24 Feb 2014."""
    if one.name != NEWS:
        return {}
    rows = comparison.openings[comparison.openings["event"] == one.event]
    days = days_of(comparison, rows["article"])
    told, shown = {side.source for side in one.sides}, [side.article for side in one.sides if side.article in days]
    found: dict[str, str] = {}
    for source, articles in group_by(days, dict(zip(rows["article"], rows["source"], strict=True)).__getitem__).items():
        near = any(len(of_one_time((*shown, article), days)) > len(shown) for article in articles)
        if source not in told and shown and not near:
            found[source] = day(days[articles[0]])
    return found
