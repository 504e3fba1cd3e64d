"""Readable speakers: the actor behind a source, what kind of speaker it is, or a description when nobody is named."""

from __future__ import annotations

from collections.abc import Mapping

from framing.annotate.quotes.context import Candidate, QuoteContext
from framing.annotate.quotes.coreference import (
    bears_office,
    guess_names,
    holds_any_office,
    is_about,
    is_author,
    is_full_name,
    is_named_with_body,
    is_titled,
    mentions_at,
    mentions_of,
    narrows_by_clause,
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
    is_office_of_state,
    is_organ_of_state,
    is_partisan,
    is_plural,
    is_short_office,
    kind_beside,
    kind_now,
    kind_of_noun,
    kind_of_whole,
    points_to_leader,
)
from framing.annotate.quotes.introduced import author_of, document_before, introduced_by, is_document, named_document
from framing.annotate.quotes.joint import pair_before, speaking_heads, without_callings
from framing.annotate.quotes.naming import (
    GENDERS,
    NO_PEOPLE,
    NOBODY,
    Speaker,
    is_somebody,
    join_speakers,
    known_by_name,
    known_speaker,
    may_stand_for,
    meant_before,
    part_of_name,
    sides_of,
    suits,
    untitled,
    with_owner,
)
from framing.annotate.quotes.preceding import (
    body_before,
    counted_before,
    goes_on_telling,
    is_subject_before,
    is_told_beside,
    is_told_new,
    named_subject_before,
    opens_in_marks,
    subject_before,
    told_before,
    topic_before,
)
from framing.annotate.quotes.replies import addressing, is_reply, puts_question
from framing.annotate.quotes.roles import named_behind, officer_behind, poster_before
from framing.model import AUTHOR, NOBODY_NAMED, PEOPLE, Actor, ActorKind
from framing.syntax import roles
from framing.syntax.shapes import tokens_before
from framing.syntax.tree import antecedent

GOING_ON = frozenset({"add", "continue"})  # whoever spoke last goes on
ORDINALS = frozenset({"first", "second", "third", "fourth", "another"})
EARLIER = 4  # speakers before the latest whom "he" and "she" may still mean
NEAR = 3  # sentences in which whoever spoke last may go on
REACH_OF_IT = 2  # sentences in which "it" is looked for


def speaker_of(
    context: QuoteContext, candidate: Candidate, actors: Mapping[str, Actor], before: tuple[Speaker, ...]
) -> Speaker:
    """The speaker of a candidate; `before` are the speakers of the quotes that stand before it, latest last."""
    if candidate.head is None or candidate.source is None:
        return NOBODY
    if candidate.pattern == "turn" and not mentions_at(context, candidate.head):
        return known_by_name(turn_name(context.parsed, candidate.head, context.verbs.rules.name_titles), actors)
    head = antecedent(context.parsed, candidate.head)
    known = _goes_on(context, candidate, head, actors, before) if context.parsed.lowers[head] in GENDERS else None
    if known is not None:
        return known
    found = [_one(context, one, actors, before) for one in speaking_heads(context, head, candidate.source)]
    kept, clear = without_callings(context, found)
    speaker = join_speakers(kept)._replace(sure=clear and all(one.sure for one in kept))
    if candidate.lemma in GOING_ON and _may_be_again(context, speaker, before[-1:]):
        return before[-1]._replace(sure=False)  # "…," X said. "…," the governor continued.
    if context.parsed.lowers[head] in GENDERS and opens_in_marks(context, candidate.first):
        speaker = _main_subject(context, head, speaker, actors)
    if _may_be_another(context, candidate, head, speaker, before) or _may_be_thing(context, head, speaker):
        speaker = speaker._replace(sure=False)
    guessed = context.parsed.pos[head] != "PROPN" and speaker.kind in PEOPLE
    if not guessed or not is_about(context, speaker.actors, part_of_name(speaker), candidate.tokens):
        return speaker
    if is_document(context, head):
        return _described(context, head, actors, before)  # "Reddy's tweet said that Reddy …" may be another's
    return _somebody_else(context, head, candidate, before, speaker, actors)


def _goes_on(
    context: QuoteContext, candidate: Candidate, head: int, actors: Mapping[str, Actor], before: tuple[Speaker, ...]
) -> Speaker | None:
    """Whom "he" or "she" means who adds to what was said, or answers; None for all others."""
    told = named_subject_before(context, head) is not None  # "Y came. “…,” she added": nobody further back
    spoke = reversed(before[-1 if told else -EARLIER :]) if candidate.lemma in GOING_ON else ()
    latest = next((one for one in spoke if suits(context, one, GENDERS[context.parsed.lowers[head]])), None)
    return latest or _addressed(context, candidate, head, actors)  # "…," X said. Y was there. "…," she added.


def _may_be_again(context: QuoteContext, speaker: Speaker, latest: tuple[Speaker, ...]) -> bool:
    """Whether an office without a name may be held by the person who spoke last, of whom no other office is told."""
    if speaker.kind != "official" or speaker.actors or not latest or len(latest[0].actors) != 1:
        return False
    return latest[0].kind in PEOPLE and not holds_any_office(context, mentions_of(context, latest[0].actors))


def _somebody_else(
    context: QuoteContext,
    head: int,
    candidate: Candidate,
    before: tuple[Speaker, ...],
    guess: Speaker,
    actors: Mapping[str, Actor],
) -> Speaker:
    """Who speaks when the words themselves name the person who was guessed."""
    told_of, parsed = is_subject_before(context, candidate.first, guess.actors), context.parsed
    if told_of and is_named_with_body(context, candidate.tokens, guess.name):
        return guess
    if told_of and goes_on_telling(context, candidate.first, guess.actors):
        return guess._replace(sure=False)  # "Reddy spoke. He was loud. “Try Reddy,” he said": he, or who spoke before
    other = _another(context, head, candidate, before, guess, actors)
    if other.kind == "unnamed" and told_of:
        return NOBODY
    if other is not NOBODY:
        return other._replace(sure=other.sure and not told_of)  # "Reddy came. “Reddy lies,” he said": which he?
    if parsed.pos[head] == "NOUN" and parsed.lowers[parsed.lefts[head]] == "the":
        return Speaker(f"{NOBODY_NAMED}{describe(context, head)}", (), "unnamed", head)
    return guess if opens_report(context, candidate, guess.actors) else NOBODY


def _may_be_another(
    context: QuoteContext, candidate: Candidate, head: int, speaker: Speaker, before: tuple[Speaker, ...]
) -> bool:
    """Whether words in marks speak of a "he", and nothing tells which of two is he who says them.

    He spoke last, or the sentence before is about him and lets nobody else whom "he" may mean speak.
    """
    parsed, gender = context.parsed, GENDERS.get(context.parsed.lowers[head], "")
    if not gender or not opens_in_marks(context, candidate.first):
        return False
    told = [t for t in candidate.tokens if context.inside[t] >= 0]
    anybody = any(parsed.lowers[t] in context.people.indefinite_pronouns for t in told)
    told = [
        t for t in told if not anybody or parsed.deps[t] not in roles.POSSESSORS
    ]  # not "nobody laid down [his] gun"
    if not any(GENDERS.get(parsed.lowers[t]) == gender for t in told):
        return False
    latest, subject = before[-1] if before else NOBODY, subject_before(context, candidate.first)
    if latest.actors == speaker.actors:
        return False
    if subject is None or not is_subject_before(context, candidate.first, speaker.actors):
        return True
    near = parsed.sentence_of[latest.head] + NEAR >= parsed.sentence_of[candidate.first]
    reports = context.lemmas[parsed.heads[subject]] in context.verbs.stances
    return near and not reports and suits(context, latest, gender)


def _may_be_thing(context: QuoteContext, head: int, speaker: Speaker) -> bool:
    """Whether "it" may be what the sentence before lets speak, and not a body that is only named there."""
    subject = subject_before(context, head) if context.parsed.lowers[head] == "it" else None
    if subject is None or is_plural(context, subject) or subject in context.persons or not speaker.actors:
        return False
    reports = context.lemmas[context.parsed.heads[subject]] in context.verbs.stances
    told = {m.actor for m in context.mentions.get(subject, ())}
    return reports and context.parsed.pos[subject] != "PRON" and told.isdisjoint(speaker.actors)


def _main_subject(context: QuoteContext, head: int, guess: Speaker, actors: Mapping[str, Actor]) -> Speaker:
    """Whoever the sentence before "he said" is about, when the guess is named there in a lesser clause at most."""
    subject = named_subject_before(context, head)
    if subject is None or len(guess.actors) != 1:
        return guess
    misread = context.parsed.heads[subject] == subject  # the name was taken for the verb, and "he" behind it with it
    if not misread and is_told_beside(context, subject, head, guess.actors[0]):
        return guess
    one = _one(context, subject, actors, ())
    return one if suits(context, one, GENDERS[context.parsed.lowers[head]]) else guess


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
        if suits(context, one, gender):
            return one
    return None


def _another(
    context: QuoteContext,
    head: int,
    candidate: Candidate,
    before: tuple[Speaker, ...],
    not_he: Speaker,
    actors: Mapping[str, Actor],
) -> Speaker:
    """Who else may be meant by "he" when the words name the nearest person: whoever is told of, or spoke, before."""
    gender = GENDERS.get(context.parsed.lowers[head])
    near = told_before(context, candidate.first) if opens_in_marks(context, candidate.first) else ()
    told = (_one(context, one, actors, ()) for one in near)
    for one in (*told, *reversed(before[-EARLIER:])) if gender else ():
        other = one.name != not_he.name and not is_about(context, one.actors, part_of_name(one), candidate.tokens)
        if gender and other and suits(context, one, gender):
            return one
    return NOBODY


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
    mentions = [m for m in mentions_at(context, head) if m.actor in actors and may_stand_for(context, head, m)]
    if mentions:
        party = mentions[0].label == "demonym" and not is_plural(context, head)
        varied = _told_of(context, head, kind_now(context, head), actors, before) if party else None
        if varied is not None:
            return varied  # "Ada Kolb says … . The Republican candidate says …"
        return join_speakers([known_speaker(context, head, mention, actors[mention.actor]) for mention in mentions])
    if context.parsed.lowers[head] in context.verbs.rules.speaking_pronouns:
        return _pronoun(context, head, actors, before)
    if (
        context.parsed.pos[head] == "PROPN"
        and not context.parsed.words[head].islower()
        and not is_capital_noun(context, head)
        and not is_partisan(context, head)
        and not is_short_office(context, head)
    ):
        told = kind_of_noun(context, head)
        kind = (None if told == "person" else told) or kind_beside(context, head) or "person"
        return Speaker(untitled(context, written_name(context, head)), (), kind, head)
    return _described(context, head, actors, before)


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
        suited = next((one for one in near if suits(context, one, GENDERS[lower])), None)
        return suited or _told_before(context, head, actors)
    if lower in {"it", "its"}:
        return _thing(context, head, actors, latest)
    if lower not in {"they", "their"}:
        return NOBODY
    parts = guess_names(context.parsed, head, context.inside)
    found = [_one(context, part, actors, ()) for part in parts if is_somebody(context, part)]
    return join_speakers(found) if found else NOBODY


def _told_before(context: QuoteContext, head: int, actors: Mapping[str, Actor]) -> Speaker:
    """The person whom a noun tells as subject of the sentence before: "The judge turned to X. “…,” he said"."""
    parsed = context.parsed
    for token in tokens_before(parsed, head, REACH_OF_IT):
        person = (
            parsed.pos[token] == "NOUN" and kind_of_noun(context, token) in PERSONS and not is_plural(context, token)
        )
        if person and parsed.deps[token] in roles.SUBJECT and context.inside[token] < 0:
            one = _one(context, token, actors, ())
            return one if suits(context, one, GENDERS[parsed.lowers[head]]) else NOBODY
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


def _described(context: QuoteContext, head: int, actors: Mapping[str, Actor], before: tuple[Speaker, ...]) -> Speaker:
    """A speaker who is not named: "the analyst" goes back to the analyst told of before, others stay unnamed."""
    parsed = context.parsed
    if parsed.pos[head] in {"VERB", "AUX", "ADP", "ADV"}:  # no noun: the parse went wrong
        return NOBODY
    counted = counted_before(context, head) if parsed.lowers[head] in ORDINALS else None
    if counted is not None and (is_document(context, counted) or not is_somebody(context, counted)):
        return NOBODY  # "Both words lie. The first says … ; the second says …"
    both = pair_before(context, head)
    if both:
        return join_speakers([_one(context, one, actors, ()) for one in both])
    head = glued_noun(parsed, head)
    aged = parsed.lowers[head] == "old" and parsed.lowers[parsed.lefts[head]] == "the"  # "the 46-year-old"
    kind: ActorKind | None = "person" if aged else kind_of_whole(context, head)
    one = not is_plural(context, head) and kind != "organisation"
    known = _told_of(context, head, kind, actors, before) if one else None
    if known is not None or aged:
        return known or NOBODY
    sides = sides_of(context, head, actors)
    body = body_before(context, head, actors) if kind == "organisation" and not is_plural(context, head) else None
    if body is not None:
        return Speaker(body.name, (body.id,), body.kind, head)
    if kind == "organisation":
        organ = is_organ_of_state(context, context.lemmas[head]) or is_office_of_state(context, head, actors)
        kind = "state" if organ else kind
        return Speaker(with_owner(context, head, actors), sides, kind, head)
    if holds_office(context, head):
        return Speaker(describe(context, head), sides, "official", head)
    name = f"{NOBODY_NAMED}{describe(context, head)}"
    first = before[-1].head if before and before[-1].kind == "unnamed" else -1
    if parsed.lowers[head] in ORDINALS and first >= 0 and parsed.pos[first] == "NOUN":
        name = f"{name} {context.lemmas[first]}"  # "one engineer said … . A second said …"
    return Speaker(name, sides, "unnamed", head)


def _told_of(
    context: QuoteContext, head: int, kind: ActorKind | None, actors: Mapping[str, Actor], before: tuple[Speaker, ...]
) -> Speaker | None:
    """The person whom the text told of before or beside, and whom a noun in the singular stands for; or None."""
    given = context.parsed.lowers[context.parsed.lefts[head]] == "the" and not narrows_by_clause(context, head)
    same = meant_before(context, head, before) if given and kind not in {"unnamed", None} else None
    person = introduced_by(context, head, actors) if same is None else None
    if same is not None or person is not None:
        return same if person is None else Speaker(person.name, (person.id,), person.kind, head)
    varied = is_partisan(context, head) or context.lemmas[head] in context.verbs.rules.varying_nouns
    given = given and (varied or kind in PERSONS) and not points_to_leader(context, head)
    subject = topic_before(context, head, varied) if given else None
    if subject is None:
        return None
    one, noun = _one(context, subject, actors, ()), context.people.gendered_nouns.get(context.parsed.lowers[head], "")
    fresh = varied or not before or before[-1].actors != one.actors  # "X said … . The official said …": another
    suited = len(one.actors) == 1 and (not noun or suits(context, one, noun)) and not is_told_new(context, head)
    names = mentions_of(context, one.actors)
    if fresh and suited and bears_office(context, head, names):
        return one._replace(sure=is_titled(context, head, names))
    perhaps = suited and holds_office(context, head) and not holds_any_office(context, names)
    return one._replace(sure=False) if perhaps else None
