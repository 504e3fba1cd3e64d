"""Words that judge in the outlet's own voice, and violence with nobody named."""

from __future__ import annotations

from collections.abc import Iterator

from framing.annotate.reported import voice_of_word
from framing.check.records import DraftFindings, DraftIssue, is_outlets
from framing.model import CLEAR_FROM, STYLE, SURE_FROM, Agency, Parsed, Span
from framing.syntax.roles import MODIFIERS, OPEN_COMPLEMENTS, PREPOSITION_CLAUSES

OPEN_CLAUSES = OPEN_COMPLEMENTS | PREPOSITION_CLAUSES
DOERS = frozenset({"person", "organisation", "state", "group", "unnamed"})


def find_loaded_words(draft: DraftFindings) -> Iterator[DraftIssue]:
    """Words that clearly judge, where the outlet itself speaks."""
    told = draft.judgements()
    for one in draft.loaded:
        clear = one.category not in STYLE and one.strength >= CLEAR_FROM
        if clear and is_outlets(voice_of_word(told, one)) and not _is_no_verdict(draft, one.span):
            yield draft.issue("loaded", one.span, one.why or one.category)


def _is_no_verdict(draft: DraftFindings, span: Span) -> bool:
    """Whether a verb tells no fact ("asked them to rebuke", "accused of dodging"), or a word tells how people spoke."""
    parsed = draft.parsed
    for token in parsed.tokens_in(span):
        head = parsed.heads[token]
        if parsed.deps[token] in MODIFIERS and parsed.lemma_lowers[head] in draft.words.exchanges:
            return True
        bare = parsed.tags[token] == "VB" or (parsed.tags[token] == "VBG" and parsed.deps[token] in OPEN_CLAUSES)
        if parsed.pos[token] == "VERB" and bare:
            return True
    return False


def find_nameless_violence(draft: DraftFindings) -> Iterator[DraftIssue]:
    """Accounts of harm or force in the body that name nobody who did it, nor anybody who may have done it."""
    article = draft.parsed.article
    for one in draft.agency:
        told = one.label == "agent_deleted" and one.confidence >= SURE_FROM and not one.imputed
        body = article.section(one.span.start) == "body"
        if (
            told
            and body
            and one.event not in draft.words.mutual_events
            and draft.is_own(one.span)
            and not _may_be_told(draft, one)
        ):
            whom = f" to {_short(draft.parsed, one.patient)}" if one.patient else ""
            yield draft.issue("violence", one.span, f"nobody is named who did this{whom}")


def _may_be_told(draft: DraftFindings, event: Agency) -> bool:
    """Whether the sentence, or the one before, names somebody besides whom it was done to."""
    parsed = draft.parsed
    natures = {actor.id: actor.nature for actor in draft.actors}
    here = parsed.sentence_of[parsed.tokens_in(event.span)[0]]
    return any(
        natures.get(mention.actor) in DOERS and not _suffers(event, mention.span, mention.actor)
        for mention in draft.mentions
        if here - 1 <= parsed.sentence_of[mention.head] <= here
    )


def _suffers(event: Agency, span: Span, actor: str) -> bool:
    return actor in event.patients or (event.patient is not None and event.patient.holds(span))


def _short(parsed: Parsed, span: Span) -> str:
    """A phrase on one line as inside a sentence, without what stands behind its first comma."""
    words = " ".join(parsed.article.read(span).split()).partition(",")[0]
    named = parsed.pos[parsed.tokens_in(span)[0]] == "PROPN" or words[1:2].isupper()
    return words if named else f"{words[:1].lower()}{words[1:]}"
