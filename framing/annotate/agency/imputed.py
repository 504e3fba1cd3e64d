"""Harm that somebody is said to have done: claimed, blamed on, charged with. The claim is somebody's, not the outlet's.

"The Red Oak group claimed responsibility for the bombing", "prosecutors charged two men with the murder of a clerk",
"the attack was blamed on rebels": each names a doer and, where the sentence tells, who says so.

Source: FrameNet 1.7, Judgment_communication and Notification_of_charges; Saurí & Pustejovsky 2009, FactBank.
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.annotate.agency.factuality import is_clause_open
from framing.annotate.agency.participants import Event, named_after_by
from framing.model import Parsed
from framing.packs.events import HarmWords
from framing.syntax import roles
from framing.syntax.roles import dependents, doer_of, object_of, prepositions, subject_meant

BRINGING = frozenset({"for", "of", "with", "over", "in", "on"})  # prepositions behind which the event stands
NOUNS = ("NOUN", "PROPN")


def impute(parsed: Parsed, event: Event, words: HarmWords) -> Event | None:
    """The event with whoever is said to have done it; itself where nobody is; None where somebody is cleared of it."""
    for above in _above(parsed, event.token, words):
        if parsed.lemma_lowers[above] in words.clearing_verbs:
            return None
        found = _accused(parsed, above, words) or _guilty(parsed, above, words) or _claimed(parsed, above, words)
        if found is not None:
            return _imputed(parsed, event, above, found)
    for verb in _verbs_of(parsed, event.token):
        found = _blamed_on(parsed, verb, words) or _claimant(parsed, verb, words)
        if found is not None:
            return _imputed(parsed, event, verb, found)
    return event


Found = tuple[int, int | None]  # the doer as it is said, and who says so


def _imputed(parsed: Parsed, event: Event, above: int, found: Found) -> Event | None:
    """The event with the doer that was found, unless the claim is denied or not made yet."""
    verb = above if parsed.pos[above] in ("VERB", "AUX") else parsed.heads[above]
    if is_clause_open(parsed, verb):
        return None
    return event._replace(agent=found[0], imputed=True, said_by=found[1])


def _above(parsed: Parsed, token: int, words: HarmWords) -> Iterator[int]:
    """What brings the event with a preposition: "accused of killing", "responsible for the attack"."""
    node = token
    for _ in range(4):
        head = parsed.heads[node]
        if parsed.deps[node] in roles.CONJUNCTS and head != node:
            node = head
        elif parsed.deps[node] in roles.PREPOSITION_COMPLEMENTS and parsed.lowers[head] in BRINGING:
            above = parsed.heads[head]
            verb = parsed.heads[above]
            judging = parsed.lemma_lowers[verb] in words.accusing_verbs | words.clearing_verbs
            yield (
                verb if judging and parsed.deps[above] in roles.LOGICAL_OBJECTS else above
            )  # "accused the driver of killing": the preposition taken for the driver's
            return
        else:
            return


def _accused(parsed: Parsed, verb: int, words: HarmWords) -> Found | None:
    """Whom a verb of blame is about, and who blames."""
    if parsed.lemma_lowers[verb] not in words.accusing_verbs or parsed.pos[verb] not in ("VERB", "ADJ"):
        return None
    passive = parsed.child(verb, *roles.PASSIVE_SUBJECTS)
    if passive is not None:
        return subject_meant(parsed, passive), named_after_by(parsed, verb, words)
    if parsed.tags[verb] == "VBN" and parsed.deps[verb] in roles.CLAUSES_OF_NOUNS | roles.ADJECTIVES:
        return parsed.heads[verb], named_after_by(parsed, verb, words)
    blamed = parsed.child(verb, *roles.DIRECT_OBJECTS)
    return None if blamed is None else (subject_meant(parsed, blamed), doer_of(parsed, verb))


def _guilty(parsed: Parsed, word: int, words: HarmWords) -> Found | None:
    """Who "is responsible for", "was found guilty of" it."""
    if parsed.lemma_lowers[word] not in words.guilty_words:
        return None
    head = parsed.heads[word]
    if parsed.pos[head] in NOUNS and parsed.deps[word] in roles.ADJECTIVES:
        return head, None
    subject = parsed.child(head, *roles.SUBJECTS)
    return None if subject is None else (subject_meant(parsed, subject), None)


def _claimed(parsed: Parsed, noun: int, words: HarmWords) -> Found | None:
    """Who "claimed responsibility for" it, active or passive: the claim is his own."""
    if parsed.lemma_lowers[noun] not in ("responsibility", "credit"):
        return None
    return _claimant(parsed, parsed.heads[noun], words)


def _claimant(parsed: Parsed, verb: int, words: HarmWords) -> Found | None:
    """Whoever claims what a verb has as its object."""
    if parsed.lemma_lowers[verb] not in words.claiming_verbs or parsed.pos[verb] != "VERB":
        return None
    by = named_after_by(parsed, verb, words)
    own = by if by is not None else doer_of(parsed, verb)
    return None if own is None or own == verb else (own, own)


def _verbs_of(parsed: Parsed, noun: int) -> Iterator[int]:
    """The verbs of which an event noun is what they are done to, also in a relative clause."""
    if parsed.pos[noun] not in NOUNS:
        return
    if parsed.deps[noun] in roles.LOGICAL_OBJECTS:
        yield parsed.heads[noun]
    for verb in dependents(parsed, noun, roles.CLAUSES_OF_NOUNS):
        if parsed.tags[verb] == "VBN":
            yield verb


def _blamed_on(parsed: Parsed, verb: int, words: HarmWords) -> Found | None:
    """ "The attack was blamed on rebels", "officials blamed the attack on rebels"."""
    if parsed.lemma_lowers[verb] != "blame":
        return None
    what = dependents(parsed, verb, roles.LOGICAL_OBJECTS)
    aims = [one for head in (verb, *what) for one in prepositions(parsed, head, ("on",))]
    blamed = next((o for one in aims if (o := object_of(parsed, one)) is not None), None)
    if blamed is None:
        return None
    passive = parsed.tags[verb] == "VBN" and parsed.child(verb, *roles.DIRECT_OBJECTS) is None
    return blamed, named_after_by(parsed, verb, words) if passive else doer_of(parsed, verb)
