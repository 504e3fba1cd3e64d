"""A headline that says as a fact what the body only reports or hedges.

The headline's content words are looked for in every sentence of the body. Where each sentence that tells the same
gives it as somebody's words, as an allegation or as a possibility, and the headline says nothing of that, it says more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from framing.check.records import OWN, DraftFindings, DraftIssue
from framing.model import Span
from framing.say import possessive, said_by
from framing.syntax.stems import stem_of

CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM"})
SAME_FROM = 0.6  # share of the headline's content words, by stems, from which a sentence tells the same
VOUCHED_FROM = 0.4  # the same, from which the outlet's own sentence may vouch for it in other words
ASIDES = frozenset(("after", "amid", "as", "despite", "following", "while"))  # before what happened besides
FEWEST = 3  # content words of a headline that claims something
SIGNS = frozenset("“”\"‘’'?:–—")  # marks with which a headline shows that it reports, asks or doubts


class Overstated(NamedTuple):
    """A headline that says more than its body: its span, how the body tells it, and the first token that does."""

    span: Span
    how: str
    token: int


def find_overstated_headline(draft: DraftFindings) -> Iterator[DraftIssue]:
    """The headline, when no sentence of the body vouches for what it says."""
    if told := tell_overstated(draft):
        line = draft.parsed.article.text.count("\n", 0, draft.parsed.starts[told.token]) + 1
        yield draft.issue("headline", told.span, f"{told.how}, line {line}", OWN)


def tell_overstated(draft: DraftFindings) -> Overstated | None:
    """The headline and how the body tells it; None where a sentence of the body vouches for it."""
    parsed, article = draft.parsed, draft.parsed.article
    end = len(article.headline.rstrip())
    head = [token for token in range(len(parsed)) if parsed.starts[token] < end]
    main = _main_clause(draft, head)
    claim = _stems(draft, main)
    if len(claim) < FEWEST or not _claims(draft, head):
        return None
    verbs = _stems(draft, [token for token in main if parsed.pos[token] == "VERB"])
    telling = [tokens for tokens in _body_sentences(draft, end) if _tells(_stems(draft, tokens), claim, verbs)]
    held = [_told_by(draft, tokens, claim) for tokens in telling]
    if not telling or not all(held) or _is_vouched(draft, claim, end):
        return None
    return Overstated(Span(0, end), held[0], telling[0][0])


def _main_clause(draft: DraftFindings, head: list[int]) -> list[int]:
    """The words of a headline before "as …" or "after …", where they claim something by themselves."""
    parsed = draft.parsed
    aside = next((place for place, token in enumerate(head) if parsed.lowers[token] in ASIDES), len(head))
    main = head[:aside]
    states = len(_stems(draft, main)) >= FEWEST and any(parsed.pos[token] == "VERB" for token in main)
    return main if states else head


def _claims(draft: DraftFindings, head: list[int]) -> bool:
    """Whether a headline states something, without a sign that it reports, asks or doubts."""
    parsed = draft.parsed
    text = draft.parsed.article.headline
    hedged = _is_hedged(draft, head)
    inside = Span(0, len(text))
    reported = any(quote.hull.overlaps(inside) or (quote.cue and quote.cue.overlaps(inside)) for quote in draft.quotes)
    own = all(draft.is_own(parsed.span(token, token)) for token in head)
    signs = SIGNS.intersection(text.replace("’s ", " "))
    return any(parsed.pos[t] == "VERB" for t in head) and own and not (signs or hedged or reported)


def _is_hedged(draft: DraftFindings, tokens: Iterable[int]) -> bool:
    parsed, hedges = draft.parsed, draft.words.hedges
    return any(parsed.lemma_lowers[t] in hedges or parsed.lowers[t] in hedges for t in tokens)


def _body_sentences(draft: DraftFindings, end: int) -> Iterator[list[int]]:
    """Tokens of each sentence behind the headline."""
    for first, last in draft.parsed.sentences:
        if draft.parsed.starts[first] >= end:
            yield list(range(first, last))


def _stems(draft: DraftFindings, tokens: list[int]) -> set[str]:
    parsed = draft.parsed
    return {stem_of(parsed.lemma_lowers[t]) for t in tokens if parsed.pos[t] in CONTENT and len(parsed.words[t]) > 1}


def _tells(said: set[str], claim: set[str], verbs: set[str]) -> bool:
    """Whether a sentence tells what a headline claims: most of its words, one of its verbs among them."""
    return len(said & claim) >= SAME_FROM * len(claim) and bool(said & verbs)


def _is_vouched(draft: DraftFindings, claim: set[str], end: int) -> bool:
    """Whether the outlet tells something near the claim in its own voice, with another verb."""
    near = (ts for ts in _body_sentences(draft, end) if len(_stems(draft, ts) & claim) >= VOUCHED_FROM * len(claim))
    return any(not _told_by(draft, tokens, claim) for tokens in near)


def _told_by(draft: DraftFindings, tokens: list[int], claim: set[str]) -> str:
    """How a sentence gives the claim: as X's word, or as possible; "" where the outlet vouches for it."""
    parsed = draft.parsed
    shared = [t for t in tokens if parsed.pos[t] in CONTENT and stem_of(parsed.lemma_lowers[t]) in claim]
    verbs = [t for t in shared if parsed.pos[t] == "VERB"]
    voices = [draft.voice(parsed.span(t, t)) for t in verbs or shared]
    if all(one.voice in ("quoted", "attributed") for one in voices):
        speaker = voices[0].speaker
        return f"in the article it is only {f'{possessive(said_by(speaker))} word' if speaker else 'reported'}"
    above = {t for verb in verbs for t in (verb, *parsed.children[verb], *parsed.ancestors(verb))}
    return "the article itself only calls it possible" if _is_hedged(draft, above) else ""
