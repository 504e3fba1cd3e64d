"""Verbs and nouns of harm and force: active, passive, outcomes without a deed, clashes, events that a noun names."""

from __future__ import annotations

from framing.annotate.agency.participants import (
    Event,
    behind,
    counted,
    doer,
    is_date,
    named_after_by,
    owner_of,
    passive_agent,
)
from framing.model import Parsed
from framing.packs.events import HarmWords
from framing.syntax import roles
from framing.syntax.roles import dependents, doer_of, logical_object, object_of, prepositions, subject_meant
from framing.syntax.tree import DASHES

OUTCOME_VERBS = frozenset({"leave", "find"})
INSIDE = roles.PREPOSITIONS | roles.PREPOSITION_OBJECTS | roles.APPOSITIONS | roles.DEGREES  # of a noun phrase
PARTICIPLES = roles.ADJECTIVES | roles.REDUCED_CLAUSES
PARTICLES = frozenset({"down", "out", "back", "off", "up"})
NEEDS_NOUN = frozenset({"push", "drive", "target", "throw"})
WHEN = frozenset({"in", "during", "after", "amid", "from"})  # before a word of violence in which somebody dies
AIMED = frozenset({"fire", "shoot", "strike", "throw", "shell"})
TELLING = roles.POSSESSORS | roles.CLAUSES_OF_NOUNS | roles.NUMBERS | {"det"}  # marks of a noun that tells of one event
PATIENT_PREPS = frozenset({"on", "against", "of", "at", "upon"})


def verb_event(parsed: Parsed, token: int, lemma: str, words: HarmWords) -> Event | None:
    """A verb of harm, an outcome, or a clash, read with its subject and object."""
    if lemma in OUTCOME_VERBS or lemma in ("lose", "die"):
        return _outcome(parsed, token, lemma, words)
    if lemma == "clash":
        return Event(token, lemma, doer_of(parsed, token), behind(parsed, token, "with"), "symmetric")
    if lemma == "exchange":
        return _exchange(parsed, token)
    if lemma in ("open", "set"):
        return _with_fire(parsed, token, words)
    if lemma in words.throwing and (thrown := _thrown(parsed, token, words)) is not None:
        return thrown
    if lemma not in words.harm and lemma not in words.sometimes or _means_no_harm(parsed, token, lemma, words):
        return None
    passive, patient = _patient_of_verb(parsed, token)
    if patient is None or not _suffers(parsed, patient, lemma, words):
        return None
    if lemma == "shoot" and _is_shot_in_a_figure(parsed, token, patient, words):
        return None
    if passive:
        return Event(token, lemma, passive_agent(parsed, token, words), patient, "passive")
    return _active(parsed, token, patient, words)


def _means_no_harm(parsed: Parsed, token: int, lemma: str, words: HarmWords) -> bool:
    """ "Hit back", "coal-fired", "lost 6,000 dead and wounded"."""
    if lemma in words.phrasal_verbs and any(parsed.lowers[c] in PARTICLES for c in parsed.children[token]):
        return True
    if token and parsed.words[token - 1] == "-":
        return True
    if parsed.lowers[token - 1] in ("and", "or") and parsed.lowers[token - 2] in words.states:
        return True
    return parsed.deps[token] in roles.CONJUNCTS and parsed.lowers[parsed.heads[token]] in words.states


def _active(parsed: Parsed, token: int, patient: int, words: HarmWords) -> Event | None:
    """An active verb with whoever is its subject; a deed as its subject brings its own doer."""
    if parsed.tags[token] == "VBN" and not dependents(parsed, token, roles.AUXILIARIES) and _alone(parsed, token):
        return None  # "occupied territory" taken for a clause
    subject = doer_of(parsed, token)
    if subject is not None and _is_mutual(parsed, subject, words):
        return None
    agent = doer(parsed, subject, words)
    deed = _deed_meant(parsed, token, agent, words)
    agent = agent if deed is None else owner_of(parsed, deed, words)
    return Event(token, parsed.lemma_lowers[token], agent, patient, "active")


def _alone(parsed: Parsed, token: int) -> bool:
    """Whether a participle is joined to no verb that has the helper for both ("has seized land and beheaded men")."""
    return parsed.deps[token] not in roles.CONJUNCTS or parsed.pos[parsed.heads[token]] != "VERB"


def _is_shot_in_a_figure(parsed: Parsed, token: int, patient: int, words: HarmWords) -> bool:
    """ "Shot up this week", "was shot down by his own party", not "shot down a bomber"; pictures that are taken."""
    particles = {parsed.lowers[child] for child in parsed.children[token]}
    if "up" in particles or "down" in particles and parsed.lemma_lowers[patient] not in words.aircraft:
        return True
    subject = doer_of(parsed, token)
    pictures = subject is not None and parsed.lemma_lowers[subject] in words.photographers
    return pictures and "dead" not in particles


def _with_fire(parsed: Parsed, token: int, words: HarmWords) -> Event | None:
    """ "Opened fire on the crowd", "set fire to the barn"."""
    fire = next((c for c in dependents(parsed, token, roles.DIRECT_OBJECTS) if parsed.lowers[c] == "fire"), None)
    if fire is None:
        return None
    aims = [aim for head in (token, fire) for aim in prepositions(parsed, head, ("on", "at", "upon", "to"))]
    patient = object_of(parsed, aims[0]) if aims else None
    return Event(fire, "fire", doer(parsed, doer_of(parsed, token), words), patient, "active")


def _thrown(parsed: Parsed, token: int, words: HarmWords) -> Event | None:
    """ "Tossed bottles at officers": what is thrown, and at whom."""
    things = [c for c in dependents(parsed, token, roles.DIRECT_OBJECTS) if parsed.lemma_lowers[c] in words.missiles]
    aims = [aim for head in (token, *things) for aim in prepositions(parsed, head, ("at", "toward", "towards", "into"))]
    patient = object_of(parsed, aims[0]) if things and aims else None
    if patient is None or not _suffers(parsed, patient, "throw", words):
        return None
    return Event(token, parsed.lemma_lowers[token], doer(parsed, doer_of(parsed, token), words), patient, "active")


def _is_mutual(parsed: Parsed, subject: int, words: HarmWords) -> bool:
    """Whether what does the harm is a fight that names its sides: nobody can tell which of them did it."""
    sides = any(parsed.lowers[child] in ("between", "with") for child in parsed.children[subject])
    return sides and parsed.lemma_lowers[subject] in words.mutual


def _deed_meant(parsed: Parsed, token: int, agent: int | None, words: HarmWords) -> int | None:
    """The event that "which" means where it seems to mean its place: "the raid on Lund, which killed two"."""
    own = parsed.child(token, *roles.SUBJECT)
    if agent is None or own is None or parsed.lowers[own] not in ("which", "that"):
        return None
    while parsed.deps[agent] in INSIDE and parsed.heads[agent] != agent:
        agent = parsed.heads[agent]
        if parsed.lemma_lowers[agent] in words.events | words.instruments:
            return agent
    return None


def _patient_of_verb(parsed: Parsed, token: int) -> tuple[bool, int | None]:
    """Whether the verb is passive, and who suffers it."""
    subject = parsed.child(token, *roles.PASSIVE_SUBJECTS)
    if subject is not None:
        return True, subject_meant(parsed, subject)
    if parsed.deps[token] in PARTICIPLES and parsed.tags[token] == "VBN":
        return True, parsed.heads[token]
    if (
        parsed.deps[token] in roles.ADVERBIAL_CLAUSES and parsed.tags[token] == "VBN"
    ):  # "Stabbed by a man, the driver …"
        bare = parsed.child(token, *roles.DIRECT_OBJECTS, *roles.SUBJECT, *roles.AUXILIARIES) is None
        main = parsed.child(parsed.heads[token], *roles.SUBJECTS)
        return (True, subject_meant(parsed, main)) if bare and main is not None else (False, None)
    alone = parsed.child(token, *roles.DIRECT_OBJECTS, *roles.SUBJECT) is None
    if alone and parsed.deps[token] in roles.CONJUNCTS and parsed.tags[token] == "VBN":
        first = parsed.heads[token]
        return _patient_of_verb(parsed, first) if parsed.pos[first] == "VERB" else (False, None)
    direct = parsed.child(token, *roles.RECEIVERS)
    if direct is not None:
        return False, _before_dash(parsed, direct)
    aims = prepositions(parsed, token, ("on", "at", "upon")) if parsed.lemma_lowers[token] in AIMED else []
    return False, object_of(parsed, aims[0]) if aims else None  # who is fired on, shot at


def _before_dash(parsed: Parsed, noun: int) -> int:
    """The name before a dash where the parser took what follows for one name with it: "shot Toll – Orel, who was …"."""
    dash = next((c for c in parsed.children[noun] if parsed.words[c] in DASHES), None)
    names = [c for c in parsed.children[noun] if dash is not None and c < dash and parsed.pos[c] == "PROPN"]
    return names[-1] if names else noun


def _suffers(parsed: Parsed, patient: int, lemma: str, words: HarmWords) -> bool:
    """Whether the object can suffer harm: not a figure of speech, and for weaker verbs a person, place or property."""
    noun = parsed.lemma_lowers[patient]
    if noun in words.abstract - words.concrete or noun in words.no_bodies or noun.endswith(("self", "selves")):
        return False
    if lemma in words.harm:
        return parsed.pos[patient] in ("NOUN", "PROPN", "PRON", "NUM")
    person = parsed.pos[patient] == "PROPN" or parsed.lowers[patient] in words.personal_pronouns
    thing = parsed.lemma_lowers[counted(parsed, patient, words)]
    return (person and lemma not in NEEDS_NOUN) or thing in words.concrete


def _outcome(parsed: Parsed, token: int, lemma: str, words: HarmWords) -> Event | None:
    """ "Were left dead", "lost their lives", "died in the fighting": the harm without the deed."""
    if lemma in ("lose", "die"):
        life = lemma == "die" or any(parsed.lemma_lowers[c] == "life" for c in parsed.children[token])
        around = (object_of(parsed, one) for one in prepositions(parsed, token, WHEN))
        violent = any(parsed.lemma_lowers[one] in words.events | words.instruments for one in around if one is not None)
        patient = doer_of(parsed, token)
        return Event(token, lemma, None, patient, "outcome") if life and violent and patient is not None else None
    below = [below for child in parsed.children[token] for below in parsed.children[child]]
    state = next((t for t in (*parsed.children[token], *below) if parsed.lowers[t] in words.states), None)
    if state is None:
        return None
    patient = logical_object(parsed, token)
    patient = patient if patient is not None else parsed.child(state, *roles.SUBJECT)
    if patient is None:
        return None
    deed = parsed.child(token, *roles.SUBJECT)
    if deed is not None and parsed.lemma_lowers[deed] in words.events:  # "a shooting by two men left six dead"
        return Event(deed, parsed.lemma_lowers[deed], owner_of(parsed, deed, words), patient, "outcome")
    return Event(token, lemma, None, patient, "outcome")


def _exchange(parsed: Parsed, token: int) -> Event | None:
    """ "Both sides exchanged fire"."""
    thing = parsed.child(token, *roles.DIRECT_OBJECTS)
    if thing is None or parsed.lemma_lowers[thing] not in ("fire", "gunfire", "shelling", "blow", "strike"):
        return None
    return Event(thing, parsed.lemma_lowers[thing], doer_of(parsed, token), None, "symmetric")


def noun_event(parsed: Parsed, token: int, lemma: str, words: HarmWords) -> Event | None:
    """An event as a noun: with its owner, with a verb that carries it out, or with nobody."""
    verb = parsed.heads[token]
    if lemma == "strike" and words.strike_signs.isdisjoint(parsed.lowers[max(0, token - 3) : token + 3]):
        return None  # a stoppage of work, no blow
    subject = parsed.deps[token] in roles.ACTIVE_SUBJECTS
    if subject and verb_event(parsed, verb, parsed.lemma_lowers[verb], words):
        return None  # "the strike killed": the verb tells it
    between = _between(parsed, token)
    if between is not None:
        return _symmetric(parsed, token, lemma, between, words)
    agent, patient, rule = owner_of(parsed, token, words), _noun_patient(parsed, token, lemma, words), "nominal"
    owned = agent is not None and parsed.deps[agent] in roles.POSSESSORS
    if owned and patient is None and lemma in words.passive_owner:
        agent, patient = named_after_by(parsed, token, words), agent
    if agent is not None and patient is None and lemma in words.named_after_victims and parsed.pos[agent] == "ADJ":
        agent, patient = None, agent
    if agent is None:
        agent = _carrier(parsed, token, words)
    if agent is None and patient is None and subject and parsed.lemmas[verb] in words.happen:
        rule = "happening"
    patient = patient if patient is not None else _carried_patient(parsed, token, words)
    if agent is None and patient is None and rule == "nominal" and _is_topic(parsed, token):
        return None
    return Event(token, lemma, agent, patient, rule)


def death_event(parsed: Parsed, token: int, lemma: str, words: HarmWords) -> Event | None:
    """ "The shooting death of a clerk": who dies stands at the noun behind; None where nobody does."""
    death = parsed.heads[token]
    owner = parsed.child(death, *roles.POSSESSORS)
    patient = owner if owner is not None else behind(parsed, death, "of")
    return None if patient is None else Event(token, lemma, named_after_by(parsed, death, words), patient, "nominal")


def _carrier(parsed: Parsed, token: int, words: HarmWords) -> int | None:
    """Whoever carries the event out: "launched an attack", "the raid was staged by"."""
    verb = parsed.heads[token]
    if parsed.lemmas[verb] not in words.carry:
        return None
    if parsed.deps[token] in roles.DIRECT_OBJECTS:
        return doer(parsed, doer_of(parsed, verb), words)
    return passive_agent(parsed, verb, words) if parsed.deps[token] in roles.PASSIVE_SUBJECTS else None


def _between(parsed: Parsed, token: int) -> int | None:
    """The word "between" or "with" that hangs on the noun, with no comma before it."""
    found = (child for child in parsed.children[token] if parsed.lowers[child] in ("between", "with"))
    return next((child for child in found if "," not in parsed.words[token:child]), None)


def _symmetric(parsed: Parsed, token: int, lemma: str, between: int, words: HarmWords) -> Event | None:
    """Both sides of what is mutual by its nature; nothing where one side would stand as the doer."""
    if lemma not in words.mutual:
        return None
    other = object_of(parsed, between)
    if parsed.lowers[between] == "between":
        return Event(token, lemma, other, None, "symmetric") if other is not None else None
    agent = owner_of(parsed, token, words)
    if agent is None and parsed.deps[token] in roles.DIRECT_OBJECTS:
        agent = doer(parsed, doer_of(parsed, parsed.heads[token]), words)
    return Event(token, lemma, agent, other, "symmetric") if agent is not None and other is not None else None


def _is_topic(parsed: Parsed, token: int) -> bool:
    """Whether a bare noun names a subject matter ("a debate on violence") and tells no event."""
    told = any(parsed.deps[child] in TELLING for child in parsed.children[token])
    verb = parsed.heads[token]
    timeless = parsed.tags[verb] in ("VBZ", "VBP") and parsed.lemmas[verb] in ("be", "have", "do")  # "rape is a crime"
    return not told and (timeless or parsed.deps[token] not in roles.SUBJECTS)


def _noun_patient(parsed: Parsed, token: int, lemma: str, words: HarmWords) -> int | None:
    """Who suffers the event: "the shelling of", "a raid on"; not when it was, and not whose doing it was."""
    for child in prepositions(parsed, token, PATIENT_PREPS):
        if parsed.lowers[child] == "at" and parsed.lowers[min(child + 1, len(parsed) - 1)] in ("home", "least", "all"):
            continue
        if lemma in (words.of_doer if parsed.lowers[child] == "of" else words.passive_owner):
            continue
        object_ = object_of(parsed, child)
        if object_ is not None and not is_date(parsed, object_, words):
            return object_
    return None


def _carried_patient(parsed: Parsed, token: int, words: HarmWords) -> int | None:
    """The target that hangs on the carrying verb: "launched an attack on the town" with "on" at the verb."""
    verb = parsed.heads[token]
    if parsed.lemmas[verb] not in words.carry or parsed.deps[token] not in roles.DIRECT_OBJECTS:
        return None
    after = next((child for child in prepositions(parsed, verb, ("on", "against")) if child > token), None)
    target = None if after is None else object_of(parsed, after)
    return None if target is None or is_date(parsed, target, words) else target
