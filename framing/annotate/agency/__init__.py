"""Events of harm and force: who does what to whom, and when the text names nobody who did it.

Five constructions are read from the parse: active and passive verbs, events that happen of themselves ("clashes
erupted"), outcomes ("were left dead"), and event nouns ("the shelling of the village"). An instrument as subject ("the
strike killed 12") names nobody. A figure of speech ("killed the bill") is no event.

Source: Trew 1979; Fowler 1991, ch. 5; Henley, Miller & Beazley 1995.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.annotate.agency.constructions import death_event, noun_event, verb_event
from framing.annotate.agency.doers import confidence_of, settle_doer
from framing.annotate.agency.elsewhere import link_events, stands_beside
from framing.annotate.agency.factuality import DEFINITE, is_factual
from framing.annotate.agency.imputed import impute
from framing.annotate.agency.literal import is_literal, is_told
from framing.annotate.agency.participants import (
    Event,
    Participants,
    actors_of,
    drop_places,
    index_participants,
    sufferers_of,
)
from framing.model import Actor, Agency, Mention, Parsed, Span
from framing.packs.events import HarmWords
from framing.syntax.roles import ADJECTIVES, COMPOUNDS, CONJUNCTS, PREPOSITIONS

EVENTFUL = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})
TRAILING = CONJUNCTS | PREPOSITIONS | {"cc"}  # what may follow a noun in its phrase


def find_agency(
    parsed: Parsed, mentions: Sequence[Mention], actors: Sequence[Actor], words: HarmWords
) -> tuple[Agency, ...]:
    """Every event of harm or force in the order of the text, with agent and patient where the sentence gives them.

    Only what the text vouches for: what is denied, feared, planned, or laid at somebody's door is left out.
    """
    who = index_participants(parsed, mentions, actors)
    eventful = [token for token, pos in enumerate(parsed.pos) if pos in EVENTFUL]
    found = (event for token in eventful if (event := _event_at(parsed, token, words)))
    events = [event for one in found if (event := drop_places(parsed, one, who, words))]
    said = [event for one in events if (event := impute(parsed, one, words))]
    real = [event for event in said if is_factual(parsed, event, who.names, words)]
    literal = [event for event in real if is_literal(parsed, event, who.kind_at, words)]
    done = [event for one in literal if (event := settle_doer(parsed, one, who, words))]
    told = list(_first_accounts(parsed, link_events(parsed, done), who, words))
    named = [event for event in told if event.agent is not None]
    return tuple(
        _record(parsed, event, who, words)
        for event in told
        if event.agent is not None or not stands_beside(parsed, event, named, who, words)
    )


def _event_at(parsed: Parsed, token: int, words: HarmWords) -> Event | None:
    """The event that `token` stands for, if any."""
    lemma, pos = parsed.lemma_lowers[token], parsed.pos[token]
    if pos == "VERB":
        return verb_event(parsed, token, lemma, words)
    if pos in ("NOUN", "PROPN") and lemma in words.events:
        if parsed.deps[token] not in ADJECTIVES | COMPOUNDS:
            return noun_event(parsed, token, lemma, words)
        death = parsed.lemma_lowers[parsed.heads[token]] == "death"
        return death_event(parsed, token, lemma, words) if death else None
    if pos == "ADJ" and parsed.tags[token] == "VBN" and lemma in words.harm:
        return verb_event(parsed, token, lemma, words)
    return None


def _first_accounts(parsed: Parsed, events: Sequence[Event], who: Participants, words: HarmWords) -> Iterator[Event]:
    """The events without mere echoes: a bare "the attack" after an account of the attack tells nothing new.

    A bare word that is as often mere speech ("the offensive") counts only after an account of force, or beside a sign.
    """
    told: set[str] = set()
    force = False
    for event in events:
        noun = parsed.pos[event.token] in ("NOUN", "PROPN")
        definite = any(parsed.lowers[c] in DEFINITE for c in parsed.children[event.token])
        echo = noun and definite and event.agent is None and event.patient is None and event.lemma in told
        known = force and any(parsed.lowers[c] == "the" for c in parsed.children[event.token])
        if echo or not (known or is_told(parsed, event, who.kind_at, words)):
            continue
        told.add(event.lemma)
        force = True
        yield event


def _record(parsed: Parsed, event: Event, who: Participants, words: HarmWords) -> Agency:
    """The event as a finding, with the actors behind its words."""
    return Agency(
        span=parsed.span(event.token, event.token),
        label="agent_deleted" if event.agent is None else "agent_named",
        event=event.lemma,
        agent=_phrase(parsed, event.agent),
        patient=_phrase(parsed, event.patient),
        agents=actors_of(parsed, event.agent, who, words),
        patients=sufferers_of(parsed, event.patient, who, words),
        rule=f"agency/{event.rule}",
        confidence=confidence_of(parsed, event, who, words),
        imputed=event.imputed,
        said_by=_phrase(parsed, event.said_by),
        accusers=actors_of(parsed, event.said_by, who, words),
    )


def _phrase(parsed: Parsed, token: int | None) -> Span | None:
    """The noun phrase around a token, without clauses that hang on it."""
    if token is None:
        return None
    last = token
    for child in parsed.children[token]:
        if child > token and parsed.deps[child] in TRAILING and parsed.lowers[child] not in ("by", "in"):
            last = max(last, parsed.rights[child]) if parsed.rights[child] - token <= 6 else last
    return parsed.span(parsed.lefts[token] if token - parsed.lefts[token] <= 6 else token, last)
