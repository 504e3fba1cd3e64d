"""Events of harm and force: who does what to whom, and when the text names nobody who did it.

Five constructions are read from the parse: active and passive verbs, events that happen of themselves ("clashes
erupted"), outcomes ("were left dead"), and event nouns ("the shelling of the village"). An instrument as subject ("the
strike killed 12") names nobody. A figure of speech ("killed the bill") is no event.

Source: Trew 1979; Fowler 1991, ch. 5; Henley, Miller & Beazley 1995.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from framing.annotate.agency.nouns import noun_event
from framing.annotate.agency.roles import ACTING, Event, counted
from framing.annotate.agency.verbs import OFTEN_SPEECH, verb_event
from framing.model import Actor, Agency, Mention, Parsed, Span
from framing.packs.events import HarmWords, load_harm_words


def find_agency(parsed: Parsed, mentions: Sequence[Mention], actors: Sequence[Actor]) -> tuple[Agency, ...]:
    """Every event of harm or force in the order of the text, with agent and patient where the sentence gives them."""
    words = load_harm_words()
    named = _actors_by_token(parsed, mentions)
    kinds = {actor.id: str(actor.kind) for actor in actors}
    kind_of = {token: kinds.get(ids[0], "") for token, ids in named.items()}
    events = [event for token in range(len(parsed)) if (event := _event_at(parsed, token, words))]
    bodily = [_without_place(parsed, event, kind_of) for event in events if _is_bodily(parsed, event, kind_of, words)]
    return tuple(_record(parsed, event, named) for event in _first_accounts(parsed, bodily))


def _is_bodily(parsed: Parsed, event: Event, kind_of: Mapping[int, str], words: HarmWords) -> bool:
    """Whether a word that is often mere speech ("attacked her rival") strikes people, places or property here."""
    if event.lemma not in OFTEN_SPEECH or event.patient is None:
        return True
    patient = counted(parsed, event.patient)
    kind = kind_of.get(patient, "")
    if kind or parsed.pos[patient] == "PRON":
        return kind in ("state", "group", "place")
    return parsed.pos[patient] == "PROPN" or parsed.lemmas[patient].lower() in words.concrete


def _without_place(parsed: Parsed, event: Event, kind_of: Mapping[int, str]) -> Event:
    """The event with nobody as agent where a bare name before the noun is only where it happened."""
    agent = event.agent
    if agent is None or parsed.deps[agent] != "compound" or agent in kind_of or parsed.lowers[agent] in ACTING:
        return event
    return event._replace(agent=None)


def _event_at(parsed: Parsed, token: int, words: HarmWords) -> Event | None:
    """The event that `token` stands for, if any."""
    lemma, pos = parsed.lemmas[token].lower(), parsed.pos[token]
    if pos == "VERB":
        return verb_event(parsed, token, lemma, words)
    if pos in ("NOUN", "PROPN") and lemma in words.events and parsed.deps[token] not in ("compound", "amod"):
        return noun_event(parsed, token, lemma, words)
    if pos == "ADJ" and parsed.tags[token] == "VBN" and lemma in words.harm:
        return verb_event(parsed, token, lemma, words)
    return None


def _first_accounts(parsed: Parsed, events: Sequence[Event]) -> Iterator[Event]:
    """The events without mere echoes: a bare "the attack" after an account of the attack tells nothing new."""
    told: set[str] = set()
    for event in events:
        noun = parsed.pos[event.token] in ("NOUN", "PROPN")
        definite = any(
            parsed.lowers[c] in ("the", "this", "that", "these", "those") for c in parsed.children[event.token]
        )
        echo = noun and definite and event.agent is None and event.patient is None and event.lemma in told
        told.add(event.lemma)
        if not echo:
            yield event


def _actors_by_token(parsed: Parsed, mentions: Sequence[Mention]) -> dict[int, tuple[str, ...]]:
    """Actor ids by the tokens of their mentions."""
    found: dict[int, tuple[str, ...]] = {}
    for mention in mentions:
        for token in parsed.tokens_in(mention.span):
            found[token] = (*found.get(token, ()), mention.actor)
    return found


def _record(parsed: Parsed, event: Event, actors: dict[int, tuple[str, ...]]) -> Agency:
    """The event as a finding, with the actors behind its words."""
    return Agency(
        span=parsed.span(event.token, event.token),
        label="agent_deleted" if event.agent is None else "agent_named",
        event=event.lemma,
        agent=_phrase(parsed, event.agent),
        patient=_phrase(parsed, event.patient),
        agents=_actors_of(parsed, event.agent, actors),
        patients=_actors_of(parsed, event.patient, actors),
        rule=f"agency/{event.rule}",
    )


def _phrase(parsed: Parsed, token: int | None) -> Span | None:
    """The noun phrase around a token, without clauses that hang on it."""
    if token is None:
        return None
    last = token
    for child in parsed.children[token]:
        if child > token and parsed.deps[child] in ("cc", "conj", "prep") and parsed.lowers[child] not in ("by", "in"):
            last = max(last, parsed.rights[child]) if parsed.rights[child] - token <= 6 else last
    return parsed.span(parsed.lefts[token] if token - parsed.lefts[token] <= 6 else token, last)


def _actors_of(parsed: Parsed, token: int | None, actors: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """Actors named by a noun phrase: its head, those joined to it, or the one it belongs to ("the army's men")."""
    if token is None:
        return ()
    heads = [token, *(child for child in parsed.children[token] if parsed.deps[child] == "conj")]
    own = [actor for head in heads for actor in actors.get(head, ())]
    if not own:
        modifiers = [c for c in parsed.children[token] if parsed.deps[c] in ("amod", "poss", "compound", "nmod")]
        own = [actor for child in modifiers for actor in actors.get(child, ())]
    return tuple(dict.fromkeys(own))
