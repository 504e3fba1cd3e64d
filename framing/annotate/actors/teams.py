"""Teams that bear the name of their town or country: in "Norport won 3-1" no town acts, but a body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.annotate.actors.known import Hit
from framing.annotate.actors.names import Occurrence, WrittenName
from framing.annotate.actors.occurrences import ArticleNames
from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActors
from framing.syntax.roles import OBJECTS, PASSIVE_SUBJECTS, PREPOSITION_OBJECTS, SUBJECT, role_of

_PLACES = ("site", "place", "namesake")
_OPEN = ("", *_PLACES, "person")  # kinds that a town's name may have been given
_SOMEBODY = frozenset(("he", "she", "his", "her", "him", "himself", "herself", "set", "sets"))
_RIVALS = frozenset(("against", "with", "by", "over", "to"))
_SMALL = re.compile(r"\b[a-z]+(?:-[a-z]+)?\b")  # words without capitals: "semi-final"
_COUNTED = re.compile(r"\d[-–]\d")  # "3-1", also inside a date, which is no score
_SCORE = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])")


def name_teams(parsed: Parsed, names: ArticleNames, known: KnownActors, words: ActorWords) -> ArticleNames:
    """The names with the towns and states that play in a match made bodies; where it is played is left out."""
    if not _tells_match(parsed, words):
        return names
    places = [hit for hit in names.alone if known.entries[hit.actor].kind in ("state", "place")]
    heads = {o.name.head: o.name.words[0] for o in names.occurrences if _may_be_team(o)}
    heads |= {hit.head: parsed.words[hit.last] for hit in places}
    people = {w for o in names.occurrences for w in o.name.words if o.name.titles or len(o.name.words) > 1}
    towns = {hit.head for hit in places}
    towns |= {o.name.head for o in names.occurrences if o.kind in _PLACES or o.name.parts[0] in words.gazetteer}
    played = {head: word for head, word in heads.items() if head in towns or _scores(parsed, head)}
    teams = {word for head, word in played.items() if _plays(parsed, head, words)} - people
    of_state = {hit for hit in places if parsed.words[hit.last] in teams}
    kept = []
    for one in names.occurrences:
        if not (_may_be_team(one) and one.name.words[0] in teams):
            kept.append(one)
        elif not _is_where(parsed, one.name.head, words):
            kept.append(one._replace(kind="organisation"))
    kept += [_team_of(parsed, hit) for hit in of_state if not _is_where(parsed, hit.head, words)]
    alone = tuple(hit for hit in names.alone if hit not in of_state)
    return ArticleNames(names.hits, alone, tuple(sorted(kept, key=lambda one: one.name.first)))


def _may_be_team(occurrence: Occurrence) -> bool:
    """Whether a name is one word that may be a town's."""
    name = occurrence.name
    return len(name.words) == 1 and not name.titles and not occurrence.actor and occurrence.kind in _OPEN


def _team_of(parsed: Parsed, hit: Hit) -> Occurrence:
    """A state's team as a name of its own, so that what it does is not the state's."""
    whole = (*parsed.words[hit.first : hit.last + 1], "team")
    return Occurrence(WrittenName(hit.first, hit.last, whole, (), hit.first, hit.head), "", "organisation")


def _tells_match(parsed: Parsed, words: ActorWords) -> bool:
    """Whether an article tells of a match: a score and a word of sport, or two of them, one that only sport has."""
    text = parsed.article.text
    counted = _COUNTED.search(text) is not None
    if not counted and not any(noun in text for noun in words.sport_nouns):
        return False
    small = set(_SMALL.findall(text))
    sport, match = small & words.sport_nouns, small & words.match_nouns
    told = counted and bool(sport or match)
    scored = told and any(_has_score(parsed, first, end, words) for first, end in parsed.sentences)
    return scored or (bool(sport) and len(sport) + len(match) > 1)


def _has_score(parsed: Parsed, first: int, end: int, words: ActorWords) -> bool:
    """Whether a sentence tells who beat whom by how much."""
    text = parsed.article.read(parsed.span(first, end - 1))
    return bool(_SCORE.search(text)) and not words.play_verbs.isdisjoint(parsed.lemmas[first:end])


def _scores(parsed: Parsed, head: int) -> bool:
    """Whether the sentence of an unknown name has one score, of no sets as in tennis, and tells of no he or she."""
    first, end = parsed.sentences[parsed.sentence_of[head]]
    text = parsed.article.read(parsed.span(first, end - 1))
    return len(_SCORE.findall(text)) == 1 and _SOMEBODY.isdisjoint(parsed.lowers[first:end])


def _plays(parsed: Parsed, head: int, words: ActorWords) -> bool:
    """Whether a name beats, is beaten, or is played against."""
    behind = head > 0 and parsed.lemmas[head - 1] in words.play_verbs and parsed.pos[head - 1] == "VERB"
    return behind or any(parsed.lemmas[verb] in words.play_verbs for verb in _verbs(parsed, head))


def _verbs(parsed: Parsed, head: int) -> Iterator[int]:
    """The verb of which a name is the doer, the object, or the rival behind "against" and the like."""
    dep, governor = role_of(parsed, head)
    if dep in SUBJECT | PASSIVE_SUBJECTS | OBJECTS:
        yield governor
    elif dep in PREPOSITION_OBJECTS and parsed.lowers[governor] in _RIVALS:
        yield parsed.heads[governor]


def _is_where(parsed: Parsed, head: int, words: ActorWords) -> bool:
    """Whether a name tells where something is: "at Leeds"."""
    governor = parsed.heads[head]
    return parsed.deps[head] in PREPOSITION_OBJECTS and parsed.lowers[governor] in words.place_prepositions
