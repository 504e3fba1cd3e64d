"""Sources without a name, quotations without a speaker, and whoever is written about and does not speak."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.check.records import DraftFindings, DraftIssue
from framing.grouping import group_by
from framing.model import AUTHOR, BODIES, NO_REASON, SURE_FROM, Actor, Mention, Quote, Span
from framing.say import times
from framing.syntax.quotation_marks import find_quotation_marks
from framing.syntax.tree import head_of
from framing.text import clip, sentence_at

OFTEN = 3  # mentions by name from which somebody is written about
SPEECH = 9  # words from which marks hold speech and no phrase, name or title
SHOWN = 60  # characters of what an unnamed source says
BODY_NATURES = ("organisation", "state")
EDGES = '“”"‘’ ,.;\n'
GIVEN = frozenset({"the", "this", "that", "his", "her", "its", "their"})
NAME_BESIDE = re.compile(r"(?:,|[-–—]) *[A-Z][\w’'.-]+ (?:[A-Z][\w’'.-]* ?)+")
WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


def find_unnamed_sources(draft: DraftFindings) -> Iterator[DraftIssue]:
    """People who are quoted in the body without a name: their role, and why they are not named."""
    for quote in draft.quotes:
        if quote.source is None or not quote.card.why_unnamed or quote.confidence < SURE_FROM:
            continue
        sure = quote.label == "direct" or not quote.thing
        body = draft.parsed.article.section(quote.source.start) == "body"
        if sure and body and not _is_told_elsewhere(draft, quote.source):
            given = quote.card.why_unnamed
            reason = given if given == NO_REASON else f"the reason given: {given}"
            said = clip(" ".join(draft.parsed.article.read(quote.hull).split()).strip('“”" ,.‘’'), SHOWN)
            yield draft.issue("unnamed", quote.source, f"no name, {reason}; says: “{said}”", _spoken(quote))


def _said(draft: DraftFindings, quote: Quote) -> str:
    """The words of a statement on one line, without the words that bring them and the marks around them."""
    parts = (draft.parsed.article.read(span).strip(EDGES) for span in quote.content)
    return " ".join(" … ".join(parts).split())


def _is_told_elsewhere(draft: DraftFindings, source: Span) -> bool:
    """Whether a source goes back to somebody told of before ("they", "the host"), or gives a name beside the role."""
    parsed, words = draft.parsed, draft.parsed.article.read(source)
    tokens = parsed.tokens_in(source)
    nouns = [token for token in tokens if parsed.pos[token] in ("NOUN", "PROPN", "ADJ", "NUM")]
    head = head_of(parsed, tokens.start, tokens.stop - 1)
    one = parsed.tags[head] in ("NN", "NNP") and parsed.lowers[tokens.start] in GIVEN
    return not nouns or one or bool(NAME_BESIDE.search(words))


def _spoken(quote: Quote) -> str:
    return "quoted" if quote.label == "direct" else "reported"


def find_speakerless_quotes(draft: DraftFindings) -> Iterator[DraftIssue]:
    """Speech in quotation marks with nobody beside it who says it."""
    article = draft.parsed.article
    for pair in find_quotation_marks(article.text):
        span = Span(pair.start, pair.end)
        words = WORD.findall(article.text, pair.inner_start, pair.inner_end)
        speech = pair.depth == 0 and pair.closed and not pair.resumes and len(words) >= SPEECH and not _is_title(words)
        body = article.section(span.start) == "body"
        if speech and body and not _is_introduced(article.text, span) and not _is_spoken(draft, span):
            yield draft.issue("speakerless", span, "nobody stands beside these words who says them", "quoted")


def _is_introduced(text: str, span: Span) -> bool:
    """Whether a colon, a bracket or the end of the line before brings the words."""
    before = text[: span.start].rstrip()
    return before.endswith((":", "(", "[", ",", "–", "—"))


def _is_spoken(draft: DraftFindings, span: Span) -> bool:
    """Whether a quote tells who says the words, or another one in the same line has a speaker."""
    text = draft.parsed.article.text
    line = Span(text.rfind("\n", 0, span.start) + 1, (text.find("\n", span.end) + 1 or len(text) + 1) - 1)
    return any(
        (quote.hull.overlaps(span) and quote.cue) or (quote.hull.overlaps(line) and (quote.speaker or quote.source))
        for quote in draft.quotes
    )


def _is_title(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in long)


def find_unasked(draft: DraftFindings) -> Iterator[DraftIssue]:
    """Who is named at least three times and never speaks, nor anybody for them, nor is said to have been asked."""
    sure = (m for m in draft.mentions if m.label == "name" and m.share == 1.0 and m.confidence >= SURE_FROM)
    by_actor = group_by(sure, lambda mention: mention.actor)
    for actor in draft.actors:
        named = sorted(by_actor.get(actor.id, ()), key=lambda one: one.span)
        if (
            len(named) < OFTEN
            or not actor.name[:1].isalnum()
            or not _can_be_asked(draft, actor, named)
            or _speaks(draft, actor)
        ):
            continue
        why = f"named {times(len(named))}, never quoted and not said to have been asked"
        yield draft.issue("unasked", named[0].span, why, draft.say_voice(named[0].span))


def _can_be_asked(draft: DraftFindings, actor: Actor, named: list[Mention]) -> bool:
    """Whether it is a person or body that may answer: not dead, not said to have been asked already."""
    text = draft.parsed.article.text
    sentences = [text[slice(*sentence_at(text, *mention.span))].lower() for mention in named]
    phrases = draft.words.asked | draft.words.dead
    told = any(phrase in sentence for phrase in phrases for sentence in sentences)
    return actor.nature in ("person", "organisation") and not told


def _speaks(draft: DraftFindings, actor: Actor) -> bool:
    """Whether it, or somebody who may speak for it, is the source of any statement; names that share a word count."""
    members = {one.id for one in draft.actors if one.member_of == actor.id} | {actor.id}
    names = {word.casefold() for name in (actor.name, *actor.aliases) for word in WORD.findall(name) if len(word) > 2}
    text, states = draft.parsed.article.text, {one.id for one in draft.actors if one.nature == "state"}
    for quote in draft.quotes:
        told = f"{quote.speaker} {text[slice(*quote.source)] if quote.source else ''} {quote.card.affiliation}"
        said = {word.casefold() for word in WORD.findall(told)}
        if not members.isdisjoint(quote.actors) or names & said or quote.speaker == AUTHOR:
            return True
        organ = quote.speaker_kind == "state" and states.isdisjoint(quote.actors)  # a ministry
        some = organ or quote.speaker_kind in ("official", *BODIES)
        if actor.nature in BODY_NATURES and some and not quote.card.affiliation:
            return True  # for whom an official speaks cannot be told
    return False
