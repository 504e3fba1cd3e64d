"""What the headlines of an event do with its news: the strongest word of each, beside a headline that has none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from framing.compare.records import Comparison, TellingContrast, ToldWords
from framing.compare.told_words import how_telling, make_side, read_words, sentence_around, strongest_lean
from framing.evidence.passages import read_main_verb
from framing.grouping import group_by
from framing.link.sketches import JUDGING
from framing.measure.ledger import OWN
from framing.packs.loadedwords import VIVID
from framing.packs.passages import load_passage_words
from framing.packs.wordings import load_link_words

NEWS = "the news itself, in the headline"
HEADLINE_WORDS = JUDGING | {VIVID}  # categories of loaded words
QUOTED = re.compile(r"(?:^|[\s(])[“\"‘']")  # a headline in which words may be somebody else's
SOMEBODY = re.compile(rf":\s|{QUOTED.pattern}")  # behind it words may be somebody else's
SAYS = re.compile(r",\s[^,]+\b(?:says?|said|warns?|claims?)$")
WORD = re.compile(r"[A-Za-z]+")
FORCE = 0.6  # of a listed word, in [0, 1]
COLOURED = 0.4  # how much more one headline must colour
SIDED = 0.5  # of the strongest valence, what a main verb must have to colour
STRONGEST = 4.0  # of the valence of a word


def headline_contrasts(comparison: Comparison, events: Mapping[str, str]) -> Iterator[TellingContrast]:
    """The strongest word of each headline of an event, where one judges or is vivid and another does not.

    Headlines tell the event's main fact, so that nothing has to be linked. A main verb is the outlet's own, and so is
    what stands before any quotation mark. A headline without such a word stands in full, with whose words it is.
    """
    words: dict[str, dict[str, list[ToldWords]]] = defaultdict(lambda: defaultdict(list))
    whole = list(_whole(comparison))
    for event, one in (*_loaded(comparison, events), *_verbs(comparison), *_forceful(comparison, whole)):
        words[event][one.source].append(one)
    for event, one in _plain(comparison, whole):
        words[event][one.source] = words[event][one.source] or [one]
    for event, told in sorted(words.items()):
        chosen = [min(own, key=how_telling) for _, own in sorted(told.items())]
        chosen.sort(key=lambda one: -abs(one.value))
        if strongest_lean(chosen) - strongest_lean(chosen[-1:]) >= COLOURED:
            ordered = [chosen[0], chosen[-1], *chosen[1:-1]]
            sides = tuple(make_side(comparison.analysis, one, told[one.source]) for one in ordered)
            yield TellingContrast(event, NEWS, "a side, and none", sides, 2, True, len(chosen), strongest_lean(chosen))


def _loaded(comparison: Comparison, events: Mapping[str, str]) -> Iterator[tuple[str, ToldWords]]:
    """Loaded words of headlines in the outlet's own voice, with their events; before any quotation mark."""
    texts = comparison.analysis.texts
    for one, about in read_words(comparison.analysis, "loaded", headlines=True):
        if one.voice == OWN and one.article in events and about["label"] in HEADLINE_WORDS:
            start, _ = sentence_around(comparison.analysis, one)
            if not QUOTED.search(texts[one.article], start, one.start):
                yield events[one.article], one._replace(value=-one.value)


def _forceful(comparison: Comparison, whole: Sequence[tuple[str, ToldWords]]) -> Iterator[tuple[str, ToldWords]]:
    """Words of headlines that are listed as forceful, where the outlet speaks: before a colon and any mark."""
    for event, one in whole:
        text = comparison.analysis.texts[one.article][one.start : one.end]
        own = next((m.start() for m in SOMEBODY.finditer(text)), len(text))
        if SAYS.search(text):
            continue
        for match in WORD.finditer(text, 0, own):
            if match[0].lower() in _forms():
                start, end = one.start + match.start(), one.start + match.end()
                yield event, one._replace(start=start, end=end, value=-FORCE)


def _whole(comparison: Comparison) -> Iterator[tuple[str, ToldWords]]:
    """Every headline in full, as plain words."""
    lines = comparison.openings[comparison.openings["section"] == "headline"]
    longest = lines.assign(length=lines["end"] - lines["start"]).sort_values("length", kind="stable")
    for row in longest.drop_duplicates("article", keep="last").sort_values("article").to_dict("records"):
        words = ToldWords(row["source"], row["article"], row["start"], row["end"], OWN, "", headline=True)
        yield str(row["event"]), words


def _plain(comparison: Comparison, whole: Sequence[tuple[str, ToldWords]]) -> Iterator[tuple[str, ToldWords]]:
    """Every headline in full, as its outlet's own or as the words of whom most of it quotes; none that is mixed."""
    evidence = comparison.analysis.evidence
    quotes = evidence[(evidence["kind"] == "quote") & (evidence["section"] == "headline")]
    by_article = group_by(quotes.to_dict("records"), lambda row: str(row["article"]))
    for event, one in whole:
        said = by_article.get(one.article, [])
        length = one.end - one.start
        for row in said:
            if row["speaker"] and 2 * (min(row["end"], one.end) - max(row["start"], one.start)) > length:
                yield event, one._replace(voice=row["voice"], speaker=row["speaker"])
        text = comparison.analysis.texts[one.article][one.start : one.end]
        if not said and not SOMEBODY.search(text) and not SAYS.search(text):
            yield event, one


@cache
def _forms() -> frozenset[str]:
    """The listed nouns, and the forms of the listed verbs."""
    words = load_passage_words()
    found = set(words.forceful_nouns)
    for verb in words.forceful_verbs:
        base = verb.removesuffix("e")
        third = f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{verb}s"
        found |= {verb, third, f"{verb}es", f"{base}ed", f"{base}ing", f"{verb}{verb[-1]}ing", f"{verb}{verb[-1]}ed"}
    return frozenset(found)


def _verbs(comparison: Comparison) -> Iterator[tuple[str, ToldWords]]:
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
