"""What somebody says, expects, vows or demands in a headline: "Mayor Sees [Bridge as Trap]", "Dockers Vow [to Strike]".

So is what somebody is blamed for: "Mayor Slams Union for [Wrecking Talks]". Headlines leave out "that", so that a
clause shows in its verb. What somebody merely deals with is no claim ("Mayor Sees Doctor", "Council Refuses to Pay"),
nor what a thing does: "Storm Threatens to Flood Town".

Source: Quirk et al. 1985, A Comprehensive Grammar of the English Language, 16.30-16.40 (verbs with a clause).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from framing.link.units import names_people
from framing.model import Span
from framing.packs.grammar import function_words
from framing.packs.inflection import base_forms
from framing.packs.passages import load_passage_words
from framing.packs.verbs import JUDGING, ReportVerbs, load_report_verbs
from framing.packs.wordings import load_word_tables

WORD = re.compile(r"[^\s,;:]+")
FINITE = re.compile(
    r"\b(?:is|are|was|were|will|won['’]t|would|can|can['’]t|cannot|could|may|might|must|should|has|have|had|does|did)\b",
    re.IGNORECASE,
)
INFINITIVE = re.compile(r"\S+\s.*?\bto\s\w|\S+\s\w{2,}ing\b", re.IGNORECASE)  # "states to allow", "for ending"
ASIDE = re.compile(
    r"[;,]?\s(?:after|although|amid|as|but|despite|during|following|though|while)\s|\s[-–—]\s|;|[?!]\s", re.IGNORECASE
)
CHARGE = re.compile(r"\s(?:for|of)\s(?=\w{2,}ing\s\w)", re.IGNORECASE)
AGENT = re.compile(r"\w{3,}(?:er|or|ist|ian|m[ae]n)s?")  # "dockers"
PHRASE = frozenset(
    ("about", "after", "against", "at", "by", "for", "from", "in", "into", "of", "on", "over", "up", "with")
)
SUBJECT = frozenset(("and", "of", "the", "in", "from"))  # small words of a name or an office
FORESEEING = frozenset(("anticipate", "forecast", "foresee", "predict"))  # what they bring is yet to be
DENYING = "denying"  # stance of whoever does not claim what follows: "denies lying"
LONGEST = 6  # words of whoever speaks


class VerbClaim(NamedTuple):
    """What is claimed, who claims it as the headline has it, and the verb that brings it."""

    content: Span
    speaker: Span
    verb: Span


def find_verb_claim(text: str, span: Span, names: Collection[Span]) -> VerbClaim | None:
    """The claim that the first clause with somebody as its subject brings; `names` are what is named in a headline."""
    for subject, verb in _clauses(text, span, names):
        agrees = text[verb.end - 1] in "sS" or text[subject.end - 1] in "sS"
        content = _content(text, verb, span.end) if agrees else None
        if content is not None:
            return VerbClaim(content, subject, verb)
    return None


def _clauses(text: str, span: Span, names: Collection[Span]) -> Iterator[tuple[Span, Span]]:
    """Somebody and the word behind, from the beginning of a headline or of what stands behind its last comma."""
    starts = [
        span.start,
        *(mark.end() for mark in re.finditer(r"[,;]\s", text[: span.end]) if mark.start() > span.start),
    ]
    for start in starts:
        words = [Span(*found.span()) for found in WORD.finditer(text, start, span.end)]
        for place in range(1, min(len(words), LONGEST + 1)):
            subject = Span(start, words[place - 1].end)
            if _is_somebody(text, subject, names):
                yield subject, words[place]


def _is_somebody(text: str, subject: Span, names: Collection[Span]) -> bool:
    """Whether words are a name, people, or a study or the like that speaks, with nothing said of them."""
    words = text[slice(*subject)].split()
    if any(word.lower() in function_words() - SUBJECT or word.endswith((",", ";", ":")) for word in words):
        return False
    if any(name.end == subject.end for name in names):
        return True
    forms = base_forms(words[-1].lower())
    known = [one for form in forms if (one := load_word_tables().relations.get((form, "n"))) is not None]
    if not known:
        return AGENT.fullmatch(words[-1].lower()) is not None
    return any(map(names_people, known)) or any(form in load_report_verbs().speakers for form in forms)


def _content(text: str, verb: Span, end: int) -> Span | None:
    """What a verb brings as somebody's claim, up to where the headline goes on; None where it is no claim."""
    verbs, word = load_report_verbs(), text[slice(*verb)].lower()
    if word.endswith(("ed", "ing")):
        return None
    rest = text[verb.end : end]
    for lemma in base_forms(word):
        if lemma in load_passage_words().forceful_verbs or verbs.stances.get(lemma) in JUDGING:
            charge = CHARGE.search(text, verb.end, end)
            if charge is not None:
                return Span(charge.end(), end)
        if verbs.stances.get(lemma, DENYING) != DENYING and rest.strip() and _is_claimed(lemma, rest.strip(), verbs):
            first = rest.split()[0].lower()
            brought = len(first) + 1 if _brings(lemma, first, verbs) else 0
            start = verb.end + len(rest) - len(rest.lstrip()) + brought
            aside = None if lemma in verbs.rules.seeing_verbs else ASIDE.search(text, start, end)
            return Span(start, aside.start() if aside else end)
    return None


def _is_claimed(lemma: str, rest: str, verbs: ReportVerbs) -> bool:
    """Whether what follows a verb is said, thought, promised or demanded rather than done or dealt with."""
    first = rest.split()[0].lower()
    speaks = lemma not in verbs.rules.deed_verbs or lemma in verbs.rules.private_verbs
    demands = verbs.stances[lemma] == "demanding"
    if first == "to":
        return speaks and verbs.takes(lemma, "to")
    if _brings(lemma, first, verbs):
        return speaks and (demands or verbs.stances[lemma] == "neutral" and INFINITIVE.search(rest) is not None)
    if first in PHRASE:
        return False
    if lemma in verbs.rules.seeing_verbs and (FINITE.search(rest) or " as " in rest.lower()):
        return True
    if verbs.takes(lemma, "that") and (FINITE.search(rest) or not verbs.takes(lemma, "object")):
        return True
    if (first.endswith("ing") and verbs.takes(lemma, "ing") and demands) or (
        verbs.takes(lemma, "object_to") and " to " in rest.lower()
    ):
        return speaks
    return lemma in FORESEEING or (lemma in verbs.rules.private_verbs and "object" in verbs.patterns.get(lemma, ()))


def _brings(lemma: str, preposition: str, verbs: ReportVerbs) -> bool:
    """Whether a verb brings its content with a preposition: "warns of", "calls on states to"."""
    return bool({preposition, f"{preposition}_to"} & {*verbs.prepositions.get(lemma, ())})
