"""What the headlines of an event make of its news: the words that each alone has, with whose words they are.

Headlines tell the event's main fact, so that nothing has to be linked: what differs is how it is told. Shown are verbs
and descriptions, forceful and judging words first; headlines that differ in names alone are told alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations, permutations
from typing import Any

from framing.compare.days import days_of, of_one_time
from framing.compare.headline_borders import HeadlineWord, is_denied
from framing.compare.headline_names import CHARACTER, Naming, describes, read_naming, rival_names
from framing.compare.headline_story import of_one_story, states_claim
from framing.compare.headline_voices import HeadlineVoices
from framing.compare.headline_words import (
    Headline,
    Phrase,
    ReadHeadline,
    find_phrases,
    forceful_forms,
    plain_words,
    split_headline,
)
from framing.compare.records import Apart, Comparison, TellingContrast, TellingSide, ToldWords
from framing.compare.told_words import marks_of, read_words, strongest_lean
from framing.evidence.details import UNSURE
from framing.evidence.passages import read_main_verb
from framing.grouping import group_by
from framing.link.sketches import JUDGING
from framing.link.units import names_people
from framing.measure.ledger import OWN
from framing.model import NOBODY_NAMED, PEOPLE, Span
from framing.packs.inflection import base_forms
from framing.packs.loadedwords import VIVID
from framing.packs.passages import load_passage_words
from framing.packs.verbs import load_report_verbs
from framing.packs.wordings import load_link_words, load_word_tables

NEWS = "how the headlines put it"
CATEGORIES = JUDGING | {VIVID}  # of loaded words
SAYS = frozenset(("says", "say", "said"))
ASIDE = re.compile(
    r"\b(?:where|who|whom|whose|which|as (?:s?he|it|they|\w+ing))\b|,\s(?:an?|the|his|her|its)\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
PHRASES, LEADS = 2, 1  # of a headline, and names of things in a first sentence
OBJECT = -1  # of what a shared verb is done to: marked behind the rest, and no contrast by itself
FORCE = 0.6  # of a listed word, in [0, 1]
COLOURED = 0.4  # how much more one headline must colour
SIDED = 0.5  # of the strongest valence, what a main verb must have to colour
STRONGEST = 4.0  # of the valence of a word


def headline_contrasts(comparison: Comparison, events: Mapping[str, str]) -> Iterator[TellingContrast]:
    """The headlines of each event side by side, where two sources tell its news in words of their own."""
    days = days_of(comparison, events)
    openings = _read_openings(comparison)
    for event, found in sorted(_read(comparison, events).items()):
        chosen = {one.one.article: one for one in of_one_story(found, days)}
        headlines = [chosen[article] for article in of_one_time(chosen, days)]  # days apart it is not the same news
        names = rival_names(name for one in headlines for name in _names(one, openings.get(one.one.article, ())))
        sides = list(filter(None, (_side(one, headlines, names.get(one.one.article, ())) for one in headlines)))
        sides.sort(key=lambda side: (*_how_telling(side.words[0]), _text(comparison, side)))
        marked = [side for side in sides if marks_of(side.words)]
        firsts = [side.words[0] for side in sides]
        if len(sides) < 2 or not any(one.value or one.beside > 0 or one.voice != OWN for one in firsts):
            continue
        if all(_claim_alike(one, two) for one, two in combinations(headlines, 2)):
            continue
        apart, ordered = _told_apart(headlines, sides)
        apart = apart if len(marked) > 1 else "told apart"
        own = sum(side.words[0].voice == OWN and side in marked for side in ordered[:2])
        yield TellingContrast(event, NEWS, apart, ordered, own, True, len(marked), strongest_lean(firsts))


def _told_apart(
    headlines: Sequence[ReadHeadline], sides: Sequence[TellingSide]
) -> tuple[Apart, tuple[TellingSide, ...]]:
    """What sets headlines apart, and their sides, the two that show it first."""
    stated = next((pair for pair in permutations(headlines, 2) if states_claim(*pair)), ())
    if stated:
        places = {one.one.article: place for place, one in enumerate(stated)}
        return "asserted here, reported there", tuple(sorted(sides, key=lambda side: places.get(side.article, 2)))
    firsts = [side.words[0] for side in sides]
    if strongest_lean(firsts) - strongest_lean(firsts[-1:]) >= COLOURED:
        return "a side, and none", (sides[0], sides[-1], *sides[1:-1])
    return "told apart", tuple(sides)


def _claim_alike(one: ReadHeadline, two: ReadHeadline) -> bool:
    """Whether two headlines bring the same claim of one speaker, in mostly the same words."""
    same = one.claim is not None and two.claim is not None and one.claim[1] == two.claim[1]
    return same and 2 * len(one.keys & two.keys) > min(len(one.keys), len(two.keys))


def _text(comparison: Comparison, side: TellingSide) -> str:
    return comparison.analysis.texts[side.article][side.start : side.end]


def _how_telling(one: ToldWords) -> tuple[float, bool, int, int]:
    """What orders phrases: how far they colour, whether they are the outlet's own, whether they hold the verb."""
    return -abs(one.value), one.voice != OWN, -one.beside, one.start


def claims_of(comparison: Comparison, event: str) -> list[ToldWords]:
    """What headlines of an event claim in somebody's name, whether or not another source has a headline."""
    counted = comparison.openings[comparison.openings["event"] == event]
    read = _read(comparison, dict.fromkeys(map(str, counted["article"]), event)).get(event, [])
    return [word for one in read for word in _claim(one)]


def _read_openings(comparison: Comparison) -> dict[str, list[tuple[ToldWords, Mapping[str, Any]]]]:
    """The wordings of headlines and first sentences, by article."""
    analysis = comparison.analysis
    ends = comparison.openings.groupby("article")["end"].max()
    opening = analysis.evidence["article"].map(ends).fillna(0) > analysis.evidence["start"]
    shown = replace(analysis, evidence=analysis.evidence[opening])
    read = chain(read_words(shown, "wording", headlines=True, unsure=True), read_words(shown, "wording"))
    return group_by(read, lambda found: found[0].article)


def _names(mine: ReadHeadline, wordings: Iterable[tuple[ToldWords, Mapping[str, Any]]]) -> Iterator[Naming]:
    """What a headline and its first sentence call things, as far as it is sure whose words it is."""
    one = mine.one
    for words, about in wordings:
        if words.headline and not (one.span.start <= words.start and words.end <= one.span.end):
            continue
        found = read_naming(words, about, one.text, one.span if words.headline else mine.lead)
        if found is None or not words.headline:
            if (
                found is not None
                and mine.lead.start <= found.words.start
                and _is_sure(one.text, mine.lead, found.words)
            ):
                yield found._replace(words=found.words._replace(speaker=_named(found.words.speaker)))
            continue
        place = Span(found.words.start, found.words.end)
        inside = [word for word in mine.words if place.overlaps(word.span)]
        whose = {(word.voice, word.speaker) for word in inside}
        if len(whose) == 1 and not any(word.verb > 1 for word in inside):
            voice, speaker = (
                ("", "") if mine.indirect and found.clause else whose.pop()
            )  # may describe what it deals with
            yield found._replace(words=found.words._replace(voice=voice or UNSURE, speaker=speaker))


def _is_sure(text: str, lead: Span, words: ToldWords) -> bool:
    """Whether what a first sentence gives as somebody's words is no aside of the outlet: "Lund, the older sister"."""
    return words.voice == OWN or ASIDE.search(text, lead.start, words.start) is None


def _named(speaker: str) -> str:
    return "" if speaker.startswith(NOBODY_NAMED) else speaker


def _read(comparison: Comparison, events: Mapping[str, str]) -> dict[str, list[ReadHeadline]]:
    """The headlines of each event."""
    evidence, texts = comparison.analysis.evidence, comparison.analysis.texts
    rows = evidence[(evidence["section"] == "headline") & evidence["kind"].isin(("quote", "mention"))]
    known = group_by(rows.to_dict("records"), lambda row: (str(row["article"]), str(row["kind"])))
    loaded = _loaded_places(comparison)
    by_event = group_by(sorted(events), lambda article: events[article])
    plain = {event: plain_words(texts.get(article, "") for article in articles) for event, articles in by_event.items()}
    openings = comparison.openings[comparison.openings["article"].isin(events)]
    lines = openings[openings["section"] == "headline"].to_dict("records")
    leads = openings[openings["section"] == "body"].drop_duplicates("article")
    first = dict(zip(leads["article"], map(Span, leads["start"], leads["end"]), strict=True))
    people = comparison.analysis.actors[comparison.analysis.actors["kind"].isin(PEOPLE)]
    actors = dict(zip(people["actor"], people["name"], strict=True))
    found: dict[str, list[ReadHeadline]] = defaultdict(list)
    for article, parts in group_by(lines, lambda row: str(row["article"])).items():
        event, text = str(parts[0]["event"]), texts[article]
        span = Span(min(row["start"] for row in parts), max(row["end"] for row in parts))
        verb = next((place for row in parts if (place := read_main_verb(row["detail"]))), None)
        named = known.get((article, "mention"), ())
        names = [Span(row["start"], row["end"]) for row in named if row["label"] == "name"]
        voices = HeadlineVoices(text, span, known.get((article, "quote"), ()), named, actors)
        parsed = verb and text[span.start : verb.start].lower().split()[-1:] != ["to"]
        main = Span(verb.start, verb.end) if verb and parsed else None
        one = Headline(str(parts[0]["source"]), article, span, text, voices.at, main, names)
        words = split_headline(one, plain[event])
        strong = _strong_places(one, words, loaded.get(article, {}))
        lead = first.get(article, Span(span.end, span.end))
        found[event].append(
            ReadHeadline(one, words, voices.claim, voices.quoted, strong, lead, voices.indirect, voices.demanded)
        )
    return found


def _side(mine: ReadHeadline, every: Sequence[ReadHeadline], names: Sequence[ToldWords]) -> TellingSide | None:
    """What a headline has of its own: a claim in full; phrases with a verb or a strong word; else the whole of it.

    `names` are what it and its first sentence call a thing that others call otherwise. None where it is not sure whose
    words it would be.
    """
    one = mine.one
    others = frozenset(key for other in every if other is not mine for key in other.plain_keys)
    verbs = frozenset(word.key for other in every for word in other.words if word.verb > 1)
    words = list(dict.fromkeys(_phrases(mine, others, verbs)))
    apart = [name for name in names if not _overlap(name, words)]
    words += [name for name in apart if name.headline]
    if mine.claim:
        words = _beside_claim(mine, words)
    elif not any(word.voice == OWN and (word.value or word.beside not in (0, 1)) for word in words):
        words = (words if apart else _whole(mine)) or words or _whole(mine) or _verb(mine)
    words.sort(key=_how_telling)
    leads = [name for name in apart if not name.headline]
    return TellingSide(one.source, one.article, *one.span, (*words[:PHRASES], *leads[:LEADS])) if words else None


def _claim(mine: ReadHeadline) -> list[ToldWords]:
    """What the headline claims in somebody's name, in full."""
    if mine.claim is None:
        return []
    span, speaker = mine.claim
    voice = (
        "quoted"
        if any(one.start <= span.start + 1 and span.end - 1 <= one.end for one in mine.quoted)
        else "attributed"
    )
    told = _words(mine.one, span, voice, speaker, 0.0, 1)
    return [told._replace(state="demanded") if mine.demanded else told]


def _beside_claim(mine: ReadHeadline, words: Sequence[ToldWords]) -> list[ToldWords]:
    """A claim in full, or of one that a verb of the outlet brings what tells in it; with what tells before it."""
    claim = _claim(mine)
    ends = [word.span.start for word in mine.words if word.breaks and word.span.start <= claim[0].start]
    before = max(ends, default=0)  # in a clause of its own
    telling = [
        one for one in words if one.value or one.beside == CHARACTER or one.voice == "quoted" or one.end <= before
    ]
    if not mine.indirect:
        return claim
    return telling if any(_overlap(one, claim) for one in telling) else [*claim, *telling]


def _overlap(name: ToldWords, words: Sequence[ToldWords]) -> bool:
    return any(name.start < word.end and word.start < name.end for word in words)


def _phrases(mine: ReadHeadline, others: frozenset[str], verbs: frozenset[str]) -> Iterator[ToldWords]:
    """The phrases of a headline that tell: with its verb, a strong word or another deed, or quoted in full.

    Behind a verb that others have, too, what it is done to tells: "defends mass surveillance", "Defends NSA Programs".
    """
    text = mine.one.text
    shared = next((word.span for word in mine.words if word.key in verbs and word.key in others), None)
    for phrase in find_phrases(mine.words, others):
        value, said = _strength(mine, phrase.span), text[slice(*phrase.span)].lower()
        if phrase.voice == "quoted":
            whole = next(span for span in mine.quoted if span.overlaps(phrase.span))
            yield _words(mine.one, whole, "quoted", phrase.speaker, 0.0, 0)
        elif value or (phrase.verb > 1 or phrase.verb and " " in said.removeprefix("to ")) and said not in SAYS:
            yield from _told(mine, phrase, value)
        elif shared is not None and shared.end < phrase.span.end and phrase.voice == OWN and not phrase.verb:
            yield from _object(mine, phrase, shared)


def _object(mine: ReadHeadline, phrase: Phrase, verb: Span) -> Iterator[ToldWords]:
    """What a verb that others have, too, is done to: the name of a stance with it, or a thing that is described."""
    behind = [word for word in mine.words if word.key and word.span.start > verb.end]
    inside = [word for word in behind if word.span.overlaps(phrase.span) and not word.name]
    plain = [word for word in inside if not any(name.overlaps(word.span) for name in mine.one.names)]
    follows = bool(inside) and inside[0] is behind[0]
    if follows and inside[0].lower in load_report_verbs().nouns:
        yield _words(mine.one, Span(verb.start, inside[0].span.end), OWN, "", 0.0, 2)
    elif len(inside) > 1 and plain and (follows and len(plain) > 1 or any(describes(word.lower) for word in inside)):
        yield _words(mine.one, *phrase[:3], 0.0, OBJECT)


def _told(mine: ReadHeadline, phrase: Phrase, value: float) -> Iterator[ToldWords]:
    """A phrase with its verb; of a verb that merely reports or appoints what it is done to, where that is described."""
    inside = [word for word in mine.words if word.span.overlaps(phrase.span)]
    verbs = [word for word in inside if word.verb > 1] or [word for word in inside if word.verb]
    if value or is_denied(inside) or not verbs or not _is_plain(verbs[0], inside):
        yield _words(mine.one, *phrase[:3], value, phrase.verb)
        return
    start = next(
        (word.span.start for word in inside if word.span.start > verbs[0].span.end and word.key), phrase.span.end
    )
    if any(describes(word.lower) for word in inside if word.span.start >= start):
        yield _words(mine.one, Span(start, phrase.span.end), phrase.voice, phrase.speaker, 0.0, OBJECT)


def _is_plain(verb: HeadlineWord, inside: Sequence[HeadlineWord]) -> bool:
    """Whether a verb gives somebody an office, or as the main one only reports that somebody speaks or writes."""
    verbs, words = load_report_verbs(), load_passage_words()
    for lemma in base_forms(verb.lower):
        if lemma in words.appointing:
            return True
        speech = verbs.stances.get(lemma) == "neutral" and (verbs.takes(lemma, "that") or verbs.takes(lemma, "wh"))
        speech = speech and (verbs.takes(lemma, "object") or lemma in words.reporting)  # not "hints at"
        if verb.verb > 1 and speech and lemma not in verbs.rules.private_verbs | verbs.rules.deed_verbs:
            return True
        if verb.verb > 1 and (lemma in words.reporting or lemma in verbs.rules.issuing_verbs - words.light):
            return not any(_is_somebody(word.lower) for word in inside if word.span.start > verb.span.end)
    return False


def _is_somebody(word: str) -> bool:
    """Whether a noun names people: who "sends inspectors" does more than write."""
    return any(names_people(load_word_tables().relations.get((form, "n"))) for form in base_forms(word))


def _whole(mine: ReadHeadline) -> list[ToldWords]:
    """The headline in full, where all of it is surely the outlet's own."""
    own = mine.words and all(word.voice == OWN for word in mine.words)
    return [_words(mine.one, mine.one.span, OWN, "", 0.0, 0)] if own else []


def _verb(mine: ReadHeadline) -> list[ToldWords]:
    """Its main verb, which others may have, too."""
    found = (word.span for word in mine.words if word.verb > 1 and word.voice == OWN)
    return [
        _words(mine.one, span, OWN, "", 0.0, 0) for span in found if mine.one.text[slice(*span)].lower() not in SAYS
    ]


def _words(one: Headline, span: Span, voice: str, speaker: str, value: float, verb: int) -> ToldWords:
    return ToldWords(one.source, one.article, *span, voice, speaker, value, headline=True, beside=verb)


def _strength(mine: ReadHeadline, span: Span) -> float:
    return -max((value for place, value in mine.strong.items() if span.overlaps(place)), default=0.0)


def _loaded_places(comparison: Comparison) -> dict[str, dict[Span, float]]:
    """Loaded words of headlines in the outlet's own voice, by article."""
    found: dict[str, dict[Span, float]] = defaultdict(dict)
    for one, about in read_words(comparison.analysis, "loaded", headlines=True):
        if about["label"] in CATEGORIES:
            found[one.article][Span(one.start, one.end)] = one.value
    return found


def _strong_places(one: Headline, words: Sequence[HeadlineWord], loaded: Mapping[Span, float]) -> dict[Span, float]:
    """Loaded and forceful words of a headline that are surely the outlet's own, and a strong main verb."""
    valences, facts = load_link_words().valences, load_passage_words().factual
    found = dict(loaded)
    for word in words:
        lower = one.text[slice(*word.span)].lower()
        strength = abs(valences.get(lower, 0.0)) / STRONGEST if word.span == one.verb and lower not in facts else 0.0
        if lower in forceful_forms():
            found[word.span] = FORCE
        elif strength >= SIDED:
            found[word.span] = strength
    own = [word.span for word in words if word.voice == OWN]
    return {span: value for span, value in found.items() if any(span.overlaps(place) for place in own)}
