"""Readable speakers: the actor behind a source, what kind of speaker it is, or a description when nobody is named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from framing.annotate.quotes.context import Candidate, QuoteContext
from framing.annotate.quotes.coreference import (
    guess_names,
    is_about,
    is_author,
    is_full_name,
    is_named_with_body,
    is_same,
    is_subject_before,
    is_told_beside,
    is_told_of,
    mentions_at,
    mentions_of,
    named_subject_before,
    names_another,
    names_in,
    narrows_by_clause,
    only_person_before,
    opens_report,
    turn_name,
    written_name,
)
from framing.annotate.quotes.descriptions import (
    PERSONS,
    describe,
    glued_noun,
    holds_office,
    is_capital_noun,
    is_organ_of_state,
    is_part,
    is_plural,
    kind_beside,
    kind_now,
    kind_of_noun,
    kind_of_whole,
    points_to_leader,
)
from framing.annotate.quotes.introduced import author_of, document_before, introduced_by, is_document, named_document
from framing.annotate.quotes.replies import addressing, is_reply, puts_question
from framing.annotate.quotes.roles import named_behind, officer_behind, poster_before
from framing.model import AUTHOR, BODIES, PEOPLE, Actor, ActorKind, Mention
from framing.syntax import roles
from framing.syntax.roles import dependents
from framing.syntax.shapes import tokens_before
from framing.syntax.tree import antecedent

NO_PEOPLE = frozenset((*BODIES, "state", "place"))
GENDERS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
GOING_ON = frozenset({"add", "continue"})  # whoever spoke last goes on
INDEFINITE = frozenset({"a", "an", "one", "another", "some"})  # before a noun for one of many ("a senior official")
ORDINALS = frozenset({"second", "third", "fourth", "another"})
EARLIER = 4  # speakers before the latest whom "he" and "she" may still mean
REACH_OF_IT = 2  # sentences in which "it" is looked for


class Speaker(NamedTuple):
    """Who speaks: `name` is readable, "" when nobody is named; `actors` are ids."""

    name: str
    actors: tuple[str, ...]
    kind: ActorKind
    head: int = -1  # head token of the words that name or describe one speaker; -1 for nobody and for several


NOBODY = Speaker("", (), "unnamed")


def speaker_of(
    context: QuoteContext, candidate: Candidate, actors: Mapping[str, Actor], before: tuple[Speaker, ...]
) -> Speaker:
    """The speaker of a candidate; `before` are the speakers of the quotes that stand before it, latest last."""
    if candidate.head is None or candidate.source is None:
        return NOBODY
    if candidate.pattern == "turn" and not mentions_at(context, candidate.head):
        return _known_by_name(turn_name(context.parsed, candidate.head, context.verbs.rules.name_titles), actors)
    head = antecedent(context.parsed, candidate.head)
    if context.parsed.lowers[head] in GENDERS:
        latest = before[-1] if before and candidate.lemma in GOING_ON else NOBODY
        if _suits(context, latest, GENDERS[context.parsed.lowers[head]]):
            return latest  # "…," X said. Y was there. "…," she added.
        asked = _addressed(context, candidate, head, actors)
        if asked is not None:
            return asked
    speaker = _joint([_one(context, one, actors, before) for one in names_in(context.parsed, head, candidate.source)])
    if context.parsed.lowers[head] in GENDERS and max(context.inside[candidate.first : candidate.first + 2]) >= 0:
        speaker = _main_subject(context, head, speaker, actors)
    guessed = context.parsed.pos[head] != "PROPN" and speaker.kind in PEOPLE
    if guessed and is_about(context, speaker.actors, _written(speaker), candidate.tokens):
        if is_document(context, head):
            return _described(context, head, actors, before)  # "Reddy's tweet said that Reddy …" may be another's
        other = _another(context, head, candidate, before, speaker)
        if other.kind == "unnamed" and is_subject_before(context, candidate.first, speaker.actors):
            return speaker if is_named_with_body(context, candidate.tokens, speaker.name) else NOBODY
        return speaker if other is NOBODY and opens_report(context, candidate, speaker.actors) else other
    return speaker


def _main_subject(context: QuoteContext, head: int, guess: Speaker, actors: Mapping[str, Actor]) -> Speaker:
    """Whoever the sentence before "he said" is about, when the guess is named there in a lesser clause at most."""
    subject = named_subject_before(context, head)
    if subject is None or len(guess.actors) != 1 or is_told_beside(context, subject, head, guess.actors[0]):
        return guess
    one = _one(context, subject, actors, ())
    return one if _suits(context, one, GENDERS[context.parsed.lowers[head]]) else guess


def _addressed(context: QuoteContext, candidate: Candidate, head: int, actors: Mapping[str, Actor]) -> Speaker | None:
    """Whom the sentences before a reply address: "Frome asked [Tarnov]. “In the river,” she answered"; or None."""
    parsed, gender = context.parsed, GENDERS[context.parsed.lowers[head]]
    replies = is_reply(context, candidate)
    for token in tokens_before(parsed, head, REACH_OF_IT):
        verb = None if context.inside[token] >= 0 else addressing(parsed, token)
        asker = None if verb is None else parsed.child(verb, *roles.SUBJECT)
        if verb is None or asker is None or not (replies or puts_question(context, verb)):
            continue
        if context.mentions.get(asker, ()) == context.mentions.get(token, (None,)):
            continue
        known = token in context.persons
        if not known and not is_full_name(context, token):
            continue
        one = _one(context, token, actors, ())
        one = one if known else one._replace(kind="person")
        if _suits(context, one, gender):
            return one
    return None


def _another(
    context: QuoteContext, head: int, candidate: Candidate, before: tuple[Speaker, ...], not_he: Speaker
) -> Speaker:
    """Who else may be meant by "he" when the words name the nearest person: the latest other speaker whom it suits."""
    gender = GENDERS.get(context.parsed.lowers[head])
    for one in reversed(before[-EARLIER:]):
        other = one.name != not_he.name and not is_about(context, one.actors, _written(one), candidate.tokens)
        if gender and other and _suits(context, one, gender):
            return one
    return NOBODY


def _known_by_name(name: str, actors: Mapping[str, Actor]) -> Speaker:
    """Whoever bears a name, in full or as the only one with that surname."""
    people = [actor for actor in actors.values() if actor.nature == "person"]
    found = [one for one in people if one.name.lower() == name.lower()]
    found = found or [one for one in people if one.name.split()[-1].lower() == name.split()[-1].lower()]
    if len(found) == 1:
        return Speaker(found[0].name, (found[0].id,), found[0].kind)
    return Speaker(name, (), "person")


def _written(speaker: Speaker) -> str:
    """The name of one person whose parts may name her in her own words, or ""."""
    named = speaker.name and speaker.kind not in NO_PEOPLE | {"unnamed"} and speaker.name != AUTHOR
    return speaker.name if named else ""


def _joint(speakers: list[Speaker]) -> Speaker:
    """Several speakers as one: "A, B and C"."""
    names = list(dict.fromkeys(speaker.name for speaker in speakers if speaker.name))
    ids = tuple(dict.fromkeys(actor for speaker in speakers for actor in speaker.actors))
    name = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    head = speakers[0].head if len(speakers) == 1 else -1
    return Speaker(name, ids, speakers[0].kind if speakers else "unnamed", head)


def _one(context: QuoteContext, head: int, actors: Mapping[str, Actor], before: tuple[Speaker, ...]) -> Speaker:
    """The speaker that one head names."""
    document = head if is_document(context, head) else document_before(context, head)
    if document is not None:
        author = author_of(context, document)
        wrote = NOBODY if author is None else _one(context, author, actors, ())
        if wrote.kind != "unnamed":
            return wrote
        full, one = named_document(context, document), _described(context, document, actors, before)
        return one if full == document else one._replace(name=context.lemmas[full], head=full)
    other = officer_behind(context, head, actors) or poster_before(context, head)
    if other:
        return _one(context, other, actors, before)
    named = named_behind(context, head, actors)
    if named is not None:
        told, one = kind_now(context, head), _one(context, named, actors, before)
        private = one.actors and context.lemmas[head] in context.people.shared_offices  # her body decides
        kind = told if told in PERSONS and one.kind == "person" and told and not private else one.kind
        return one._replace(kind=kind, head=head)
    mentions = [m for m in mentions_at(context, head) if m.actor in actors and _told(context, head, m)]
    if mentions:
        return _joint([_known(context, head, mention, actors[mention.actor]) for mention in mentions])
    if context.parsed.lowers[head] in context.verbs.rules.speaking_pronouns:
        return _pronoun(context, head, actors, before)
    if (
        context.parsed.pos[head] == "PROPN"
        and not context.parsed.words[head].islower()
        and not is_capital_noun(context, head)
    ):
        told = kind_of_noun(context, head)
        kind = (None if told == "person" else told) or kind_beside(context, head) or "person"
        return Speaker(_untitled(context, written_name(context, head)), (), kind, head)
    return _described(context, head, actors, before)


def _told(context: QuoteContext, head: int, mention: Mention) -> bool:
    """Whether nothing in a description speaks against the person of this article that it is taken for."""
    if mention.label != "title" or not mention.actor.startswith("~") or context.parsed.pos[head] != "NOUN":
        return True
    names = mentions_of(context, (mention.actor,))
    return not narrows_by_clause(context, head) and not names_another(context, head, names)


def _untitled(context: QuoteContext, name: str) -> str:
    """A name without the role in front of it ("Farmer Tom Hill")."""
    words = name.split()
    while len(words) > 2 and words[0].lower() in context.verbs.speakers:
        words.pop(0)
    return " ".join(words)


def _known(context: QuoteContext, head: int, mention: Mention, actor: Actor) -> Speaker:
    """The speaker that a mention names: the actor, or the body or the people that act for it."""
    parsed = context.parsed
    if actor.nature == "person":
        return Speaker(actor.name, (actor.id,), actor.kind, head)
    if mention.label == "demonym" and is_plural(context, head):  # "some Germans": people, not their state
        return Speaker(f"unnamed {describe(context, head)}", (actor.id,), "unnamed", head)
    told = kind_of_noun(context, head)
    if (parsed.pos[head] == "NOUN" and mention.label != "metonym") or (told and mention.label == "demonym"):
        body: ActorKind = "unnamed" if actor.kind == "group" else actor.kind
        kind = body if told in {None, "civilian"} and body != "unnamed" else told or body
        if kind in BODIES:
            return Speaker(describe(context, head), (actor.id,), kind, head)
        if actor.kind == "group" or is_plural(context, head) or parsed.lowers[parsed.lefts[head]] in INDEFINITE:
            return Speaker(f"unnamed {describe(context, head)}", (actor.id,), "unnamed", head)
        return Speaker(describe(context, head), (actor.id,), kind, head)
    if actor.nature == "state" and told in BODIES and parsed.pos[head] == "PROPN":  # "the State Department"
        organ = told == "organisation" and is_organ_of_state(context, describe(context, head))
        return Speaker(describe(context, head), (actor.id,), "state" if organ else told, head)
    if actor.kind == "group" and actor.name[:1].islower():
        return Speaker(f"unnamed {actor.name}", (actor.id,), "unnamed")
    if parsed.lowers[head] in {"they", "their"}:
        before = [t for t in context.heads[actor.id] if t < head and parsed.pos[t] != "PRON"]
        named = next((m for t in before[-1:] for m in context.mentions[t] if m.actor == actor.id), None)
        if named is not None and is_part(context, named.head):  # "Some Democrats voted no. They argue …"
            return _known(context, named.head, named, actor)
    return _known_body(context, head, actor)


def _known_body(context: QuoteContext, head: int, actor: Actor) -> Speaker:
    """The same of a name or a pronoun for a body, a state or a people."""
    if actor.kind in {"group", "party"} and is_part(context, head):
        return Speaker(f"unnamed {describe(context, head)}", (actor.id,), "unnamed", head)
    if actor.kind == "organisation" and any(is_organ_of_state(context, name) for name in (actor.name, *actor.aliases)):
        return Speaker(actor.name, (actor.id,), "state", head)
    kind = "party" if actor.kind == "group" else actor.kind  # "Democrats"
    return Speaker(actor.name, (actor.id,), kind, head)


def _pronoun(context: QuoteContext, head: int, actors: Mapping[str, Actor], before: tuple[Speaker, ...]) -> Speaker:
    """Who a pronoun stands for when no mention says so: whoever spoke last and suits it, or nobody."""
    lower = context.parsed.lowers[head]
    if lower in {"i", "we"}:
        return Speaker(AUTHOR, (), "journalist") if is_author(context, head) else NOBODY
    latest = before[-1] if before else NOBODY
    if lower in {"he", "she", "his", "her"}:
        guessed = [_one(context, part, actors, ()) for part in guess_names(context.parsed, head, context.inside)]
        earlier = [one for one in reversed(before[-EARLIER:]) if one is not latest]
        near = (latest, *guessed, *earlier)
        suited = next((one for one in near if _suits(context, one, GENDERS[lower])), None)
        return suited or _told_before(context, head, actors)
    if lower in {"it", "its"}:
        return _thing(context, head, actors, latest)
    if lower not in {"they", "their"}:
        return NOBODY
    parts = guess_names(context.parsed, head, context.inside)
    found = [_one(context, part, actors, ()) for part in parts if _can_speak(context, part)]
    return _joint(found) if found else NOBODY


def _told_before(context: QuoteContext, head: int, actors: Mapping[str, Actor]) -> Speaker:
    """The person whom a noun tells as subject of the sentence before: "The judge turned to X. “…,” he said"."""
    parsed = context.parsed
    for token in tokens_before(parsed, head, REACH_OF_IT):
        person = (
            parsed.pos[token] == "NOUN" and kind_of_noun(context, token) in PERSONS and not is_plural(context, token)
        )
        if person and parsed.deps[token] in roles.SUBJECT and context.inside[token] < 0:
            one = _one(context, token, actors, ())
            return one if _suits(context, one, GENDERS[parsed.lowers[head]]) else NOBODY
    return NOBODY


def _thing(context: QuoteContext, head: int, actors: Mapping[str, Actor], latest: Speaker) -> Speaker:
    """The body or the document that "it" stands for: the latest speaker, or the nearest subject that can speak."""
    if latest.head >= 0 and not is_plural(context, latest.head) and latest.kind in NO_PEOPLE:
        return latest
    parsed = context.parsed
    near = [
        t
        for relations in (roles.SUBJECTS, roles.DIRECT_OBJECTS)
        for t in tokens_before(parsed, head, REACH_OF_IT)
        if parsed.deps[t] in relations
    ]
    for token in near:
        if context.inside[token] >= 0 or is_plural(context, token) or parsed.pos[token] == "PRON":
            continue
        body = any(actors[m.actor].nature != "person" for m in context.mentions.get(token, ()) if m.actor in actors)
        if body or (kind_of_noun(context, token) in NO_PEOPLE and parsed.pos[token] == "NOUN"):
            return _one(context, token, actors, ())
    return NOBODY


def _suits(context: QuoteContext, speaker: Speaker, gender: str) -> bool:
    """Whether a speaker is one person whom "he" or "she" may mean."""
    head = speaker.head
    if head < 0 or speaker.kind in NO_PEOPLE or is_plural(context, head):
        return False
    if not speaker.actors and speaker.kind != "unnamed" and " " not in speaker.name:
        return False  # a lone word with a capital may be anything
    told = {GENDERS.get(context.parsed.lowers[t]) for t in mentions_of(context, speaker.actors, "pronoun")} - {None}
    noun = context.parsed.pos[head] == "NOUN"
    first = "" if noun else context.people.first_names.get(speaker.name.split()[0].lower(), "")
    own = context.people.gendered_nouns.get(context.parsed.lowers[head], "") if noun else first
    return own == gender if own else told <= {gender}


def _can_speak(context: QuoteContext, head: int) -> bool:
    """Whether a phrase names somebody rather than something."""
    return context.parsed.pos[head] == "PROPN" or head in context.mentions or kind_of_noun(context, head) is not None


def _described(context: QuoteContext, head: int, actors: Mapping[str, Actor], before: tuple[Speaker, ...]) -> Speaker:
    """A speaker who is not named: "the analyst" goes back to the analyst told of before, others stay unnamed."""
    parsed = context.parsed
    if parsed.pos[head] in {"VERB", "AUX", "ADP", "ADV"}:  # no noun: the parse went wrong
        return NOBODY
    head = glued_noun(parsed, head)
    aged = parsed.lowers[head] == "old" and parsed.lowers[parsed.lefts[head]] == "the"  # "the 46-year-old"
    kind: ActorKind | None = "person" if aged else kind_of_whole(context, head)
    one = not is_plural(context, head) and kind != "organisation"
    known = _told_of(context, head, kind, actors, before) if one else None
    if known is not None or aged:
        return known or NOBODY
    sides = _sides(context, head, actors)
    if kind == "organisation":
        kind = "state" if is_organ_of_state(context, context.lemmas[head]) else kind
        return Speaker(describe(context, head), sides, kind, head)
    if holds_office(context, head):
        return Speaker(describe(context, head), sides, "official", head)
    name = f"unnamed {describe(context, head)}"
    first = before[-1].head if before and before[-1].kind == "unnamed" else -1
    if parsed.lowers[head] in ORDINALS and first >= 0 and parsed.pos[first] == "NOUN":
        name = f"{name} {context.lemmas[first]}"  # "one engineer said … . A second said …"
    return Speaker(name, sides, "unnamed", head)


def _told_of(
    context: QuoteContext, head: int, kind: ActorKind | None, actors: Mapping[str, Actor], before: tuple[Speaker, ...]
) -> Speaker | None:
    """The person whom the text told of before or beside, and whom a noun in the singular stands for; or None."""
    given = context.parsed.lowers[context.parsed.lefts[head]] == "the" and not narrows_by_clause(context, head)
    same = _meant(context, head, before) if given and kind not in {"unnamed", None} else None
    person = introduced_by(context, head, actors) if same is None else None
    if same is not None or person is not None:
        return same if person is None else Speaker(person.name, (person.id,), person.kind, head)
    given = given and kind in PERSONS and not points_to_leader(context, head)
    subject = only_person_before(context, head) if given else None
    if subject is None:
        return None
    one, noun = _one(context, subject, actors, ()), context.people.gendered_nouns.get(context.parsed.lowers[head], "")
    fresh = not before or before[-1].actors != one.actors  # "X said … . The official said …": somebody else
    return one if fresh and len(one.actors) == 1 and (not noun or _suits(context, one, noun)) else None


def _meant(context: QuoteContext, head: int, before: tuple[Speaker, ...]) -> Speaker | None:
    """The latest speaker for whom a description can stand: its noun described her before, and it tells no more."""
    for speaker in reversed(before):
        if speaker.head < 0:
            continue
        if speaker.name.startswith("unnamed "):
            found = is_same(context, head, speaker.head)
        else:
            found = is_told_of(context, head, [speaker.head, *mentions_of(context, speaker.actors)])
        if found:
            return speaker
    return None


def _sides(context: QuoteContext, head: int, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Actors named inside the description ("Armenian" officials): the side that it speaks for."""
    parsed = context.parsed
    beside = dependents(parsed, head, roles.NOUN_MODIFIERS)
    owners = [c for c in beside if parsed.pos[c] != "PRON"]  # "his lawyer" does not speak for him here
    found = [m.actor for c in owners for m in context.mentions.get(c, ()) if m.actor in actors]
    return tuple(dict.fromkeys(found))
