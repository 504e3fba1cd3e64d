"""Literal violence or figure of speech ("attacked the bill"), mishap or contest.

Source: Lakoff & Johnson 1980, Metaphors We Live By, ch. 1 and 12 (argument is war).
"""

from __future__ import annotations

from collections.abc import Mapping

from framing.annotate.agency.participants import Event, counted, is_date
from framing.model import Parsed
from framing.packs.events import HarmWords
from framing.syntax import roles
from framing.syntax.roles import dependents, object_of
from framing.syntax.tree import is_among

SPEAKING_KINDS = ("person", "organisation")
NEAR = 12  # tokens to either side in which a sign of force counts
REASONS = frozenset({"for", "over", "as"})
TOPICS = frozenset({"on", "about"})  # "hit him on guns": what the words are about
RIVALS = frozenset({"champion", "opponent", "rival", "team"})  # they act, but to beat them is no harm
OUTSIDE = roles.SUBJECTS | roles.SHARING_CLAUSES  # of a verb: no complements of its own
QUOTES = frozenset("\"“”'‘’") | {"''", "``"}
SPOKEN = frozenset({"assault", "attack", "offensive", "onslaught"})  # begin as words as often as with force
GOALS = frozenset({"hit", "strike", "target"})  # without a sign of force: "hit the road", "targets voters"


def is_literal(parsed: Parsed, event: Event, kinds: Mapping[int, str], words: HarmWords) -> bool:
    """Whether the event strikes people, places or property; `kinds` are the kinds of actors by token."""
    team = event.agent is not None and parsed.lemma_lowers[event.agent] in RIVALS
    sides = (event.patient, None if team else event.agent)
    if any(part is not None and _is_abstract(parsed, part, kinds, words) for part in sides):
        return False
    if _beside(parsed, event.token, words.figures):
        return False
    if _is_mishap(parsed, event, words) or _is_shown(parsed, event.token, words) or _is_idiom(parsed, event, words):
        return False
    if event.lemma == "fire" and parsed.pos[event.token] == "NOUN":  # "opened fire"
        return True
    if event.lemma not in words.figurative:
        return True
    if _has_reason(parsed, event.token, words):
        return False
    if _personal(parsed, event, kinds, words):
        return _cued_within(parsed, event.token, words)
    if _cued(parsed, event, words):
        return True
    if event.patient is not None:
        return _can_be_struck(parsed, event, kinds, words)
    return not _disputes(parsed, event.agent, kinds, words)


def _is_idiom(parsed: Parsed, event: Event, words: HarmWords) -> bool:
    """Whether the word is held at a distance or is part of a set phrase.

    "Is ‘killing’ us", "the heat is killing me", "makes a killing", "murdered the play", "attacks on Twitter", "the
    people's unrest", "a crackdown on banks", "occupies a high position".
    """
    token, lemma = event.token, event.lemma
    around = (parsed.words[i] for i in (token - 1, token + 1) if 0 <= i < len(parsed))
    if all(word in QUOTES for word in around):
        return True
    patient = None if event.patient is None else counted(parsed, event.patient, words)
    suffers = "" if patient is None else parsed.lemma_lowers[patient]
    if lemma == "killing" and parsed.lemma_lowers[parsed.heads[token]] == "make":
        return True
    if parsed.tags[token] == "VBG" and patient is not None and parsed.lowers[patient] in ("me", "us"):
        return True
    if lemma in words.mortal_verbs and (suffers in words.works | words.abstract - RIVALS or suffers.endswith("ism")):
        return True
    if lemma in words.attitudes and event.agent is not None and not _cued(parsed, event, words):
        return True
    if lemma == "crackdown" and suffers in words.regulated or suffers in words.media_places:
        return True
    return suffers in words.posts and not _cued(parsed, event, words)


def is_told(parsed: Parsed, event: Event, kinds: Mapping[int, str], words: HarmWords) -> bool:
    """Whether a figurative word with nobody on either side is shown by its sentence to be one of force."""
    happening = event.rule == "happening" and event.lemma in SPOKEN
    bare = event.agent is None and event.patient is None and (event.rule == "nominal" or happening)
    if not bare or event.lemma not in words.figurative or _cued(parsed, event, words):
        return True
    return any(_places(parsed, child, kinds) for child in parsed.children[event.token])


def _places(parsed: Parsed, child: int, kinds: Mapping[int, str]) -> bool:
    """Whether a word at the noun says where: "the attack in Lund", "the Lund attack"."""
    if parsed.deps[child] in roles.COMPOUNDS:
        return kinds.get(child, "") in ("state", "place")
    place = object_of(parsed, child) if parsed.lowers[child] in ("in", "at", "near") else None
    return place is not None and parsed.pos[place] == "PROPN" and kinds.get(place, "") not in SPEAKING_KINDS


def _is_abstract(parsed: Parsed, token: int, kinds: Mapping[int, str], words: HarmWords) -> bool:
    """Whether one side of the event is an idea, a rule or a reckoning and not somebody or something."""
    lemma = parsed.lemma_lowers[token]
    return token not in kinds and lemma in words.abstract and lemma not in words.concrete


def _beside(parsed: Parsed, token: int, figures: frozenset[str]) -> bool:
    """Whether a word that makes a figure of it stands beside the event: "verbal attack", "an advertising offensive"."""
    near = dependents(parsed, token, roles.MODIFIERS | roles.DEGREES)
    near += [g for c in near for g in dependents(parsed, c, roles.MODIFIERS)]
    return any(parsed.lowers[child] in figures for child in near)


def _is_mishap(parsed: Parsed, event: Event, words: HarmWords) -> bool:
    """Whether nobody does the harm: a crash, a storm, an illness for which somebody lies in hospital."""
    if event.agent is not None and parsed.lemma_lowers[event.agent] in words.accidents:
        return True
    if event.lemma.startswith("hospitali") and not _cued(parsed, event, words):
        return True
    return any(
        parsed.lemma_lowers[noun] in words.accidents
        for child in dependents(parsed, event.token, roles.PREPOSITIONS | {"agent"})
        for noun in dependents(parsed, child, roles.PREPOSITION_OBJECTS)
    )


def _is_shown(parsed: Parsed, token: int, words: HarmWords) -> bool:
    """Whether the event takes place in a work: "violence in films"."""
    return any(
        parsed.lemma_lowers[g] in words.works or any(parsed.lemma_lowers[c] in words.works for c in parsed.children[g])
        for child in parsed.children[token]
        if parsed.lowers[child] == "in"
        for g in parsed.children[child]
    )


def _cued(parsed: Parsed, event: Event, words: HarmWords) -> bool:
    """Whether a word of bodies, weapons or bloodshed stands near in the sentence, beside the event's own."""
    first, end = parsed.sentences[parsed.sentence_of[event.token]]
    first, end = max(first, event.token - NEAR), min(end, event.token + NEAR + 1)
    return any(
        is_among(parsed, i, words.physical) and parsed.lemma_lowers[i] != event.lemma
        for i in range(first, end)
        if i != event.token
    )


def _has_reason(parsed: Parsed, token: int, words: HarmWords) -> bool:
    """Whether a complement gives a fault: "attacked him for his vote", "targeted for review", not "for an hour"."""
    for child in parsed.children[token]:
        if child > token and parsed.lowers[child] in REASONS and parsed.deps[child] in roles.PREPOSITIONS | {"mark"}:
            fault = object_of(parsed, child)
            if fault is None or not (is_date(parsed, fault, words) or parsed.lemma_lowers[fault] in words.time_spans):
                return True
    return False


def _personal(parsed: Parsed, event: Event, kinds: Mapping[int, str], words: HarmWords) -> bool:
    """Whether somebody known for words stands on either side, so that only a sign at the event itself counts."""
    if _disputes(parsed, event.agent, kinds, words) or _is_manner(parsed, event, kinds):
        return True
    return event.patient is not None and kinds.get(counted(parsed, event.patient, words), "") == "person"


def _is_manner(parsed: Parsed, event: Event, kinds: Mapping[int, str]) -> bool:
    """Whether an adjective made of a person's name says whose manner it is: "Trumpian attacks"."""
    agent = event.agent
    made = (
        agent is not None and agent not in kinds and parsed.pos[agent] == "ADJ" and parsed.lowers[agent].endswith("ian")
    )
    return made and event.lemma in SPOKEN and parsed.pos[event.token] == "NOUN"


def _cued_within(parsed: Parsed, token: int, words: HarmWords) -> bool:
    """Whether the event has a sign of force among its own complements: "physically", "with a knife"."""
    near = [c for c in parsed.children[token] if parsed.deps[c] not in OUTSIDE | roles.DIRECT_OBJECTS]
    near = [c for c in near if parsed.lowers[c] not in TOPICS]
    near += [g for c in near if parsed.deps[c] in roles.PREPOSITIONS | roles.DIRECT_OBJECTS for g in parsed.children[c]]
    return any(is_among(parsed, i, words.physical) for i in near)


def _can_be_struck(parsed: Parsed, event: Event, kinds: Mapping[int, str], words: HarmWords) -> bool:
    """Whether without further signs the patient of a figurative word is struck, and not argued with or outdone."""
    if (
        event.patient is None
        or parsed.pos[event.token] == "VERB"
        and event.lemma in GOALS
        or _disputes(parsed, event.agent, kinds, words)
    ):
        return False
    patient = counted(parsed, event.patient, words)
    kind, lemma = kinds.get(patient, ""), parsed.lemma_lowers[patient]
    if kind in SPEAKING_KINDS or parsed.pos[patient] == "PRON":
        return False
    if kind:
        return event.lemma not in words.sport_verbs and event.agent is not None or kind == "place"
    forces = event.agent is not None and kinds.get(event.agent, "") in ("state", "group")
    return lemma in words.concrete or forces and parsed.pos[patient] == "PROPN"


def _disputes(parsed: Parsed, agent: int | None, kinds: Mapping[int, str], words: HarmWords) -> bool:
    """Whether the doer is one who attacks with words as a rule: a person by name, a party, a company, a critic."""
    if agent is None:
        return False
    kind = kinds.get(agent, "")
    if kind in SPEAKING_KINDS or parsed.tags[agent].startswith("PRP") and not kind:
        return True
    return any(
        parsed.lemma_lowers[i] in words.disputants
        for i in (agent, *dependents(parsed, agent, roles.CONJUNCTS | roles.COMPOUNDS | roles.ADJECTIVES))
    )
