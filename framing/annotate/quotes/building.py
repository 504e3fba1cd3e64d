"""A candidate from a verb with its content: cue, source and whoever can have said it."""

from __future__ import annotations

from framing.annotate.quotes.channels import speaker_quoted
from framing.annotate.quotes.context import Candidate, QuoteContext, can_speak, clipped, merged, without
from framing.annotate.quotes.remarks import without_remark
from framing.model import Parsed
from framing.packs.verbs import JUDGING
from framing.syntax.roles import DIRECT_OBJECTS, PARTICLES, PREPOSITION_COMPLEMENTS, SUBJECT
from framing.syntax.tree import Range, noun_phrase_of

REACH = 30  # tokens before a title in marks in which whoever speaks is the subject
LEADING = frozenset({"VBN", "VBD", "VBG"})  # tags of a participle that leads up to a sentence, as the parser sees it


def cue_range(parsed: Parsed, verb: int) -> Range:
    """Tokens of the cue: the verb with its particle."""
    particle = parsed.child(verb, *PARTICLES)
    return (verb, particle) if particle == verb + 1 else (verb, verb)


def build(context: QuoteContext, verb: int, content: list[Range], pattern: str, *, head: int | None) -> Candidate:
    """A candidate of a verb, cue and source cut out of its content; whoever is quoted "as saying" it speaks."""
    parsed, cue = context.parsed, cue_range(context.parsed, verb)
    quoted = who_is_quoted(context, verb)
    head = (_blamed(context, verb) or _personal(context, verb, head)) if quoted is None else quoted
    source = None if head is None else noun_phrase_of(parsed, head, keep_out=(cue, *content))
    kept = [clipped(first, last, context.joints) for first, last in merged(content)]
    whole = [*kept[:-1], without_remark(context, verb, kept[-1], source)] if kept else []
    pieces = _without_lead(context, verb, tuple(without(without(whole, cue), source)))
    lemma = context.lemmas[verb]
    end = kept[-1][1] if kept else -1
    return Candidate(pieces, cue, source, head, pattern, lemma, context.verbs.stances[lemma], end=end)


def _without_lead(context: QuoteContext, verb: int, pieces: tuple[Range, ...]) -> tuple[Range, ...]:
    """The pieces without a participle that leads up to a sentence in marks: "[Asked why], he said, “…”"."""
    if len(pieces) < 2 or pieces[0][1] > verb:
        return pieces
    parsed, first, words = context.parsed, pieces[0][0], range(pieces[1][0], pieces[1][1] + 1)
    opens = next((t for t in words if parsed.pos[t] != "PUNCT"), words[0])
    lead = parsed.tags[first] in LEADING and context.inside[first] < 0 <= context.inside[opens]
    return pieces[1:] if lead and parsed.words[opens][:1].isupper() else pieces


def names_speaker(context: QuoteContext, candidate: Candidate, words: Range) -> bool:
    """Whether words name the person who is to have said them: nobody speaks of herself so for a paragraph."""
    named = context.mentions[candidate.head] if candidate.head is not None and candidate.head in context.persons else ()
    heads = (token for mention in named for token in context.heads[mention.actor])
    return any(words[0] <= token <= words[1] and context.parsed.pos[token] == "PROPN" for token in heads)


def who_is_quoted(context: QuoteContext, verb: int) -> int | None:
    """Whoever is quoted by somebody else: "as saying", or behind "the Post reported, quoting X"; None elsewhere."""
    quoted = speaker_quoted(context.parsed, verb, context.verbs.rules.quoting_verbs)
    return _quoted_behind(context, verb) if quoted is None else quoted


def _quoted_behind(context: QuoteContext, verb: int) -> int | None:
    """Whoever an outlet reports to have said it: "…," the Post reported, quoting [an official]; None elsewhere."""
    parsed = context.parsed
    for child in parsed.children[verb] if context.lemmas[verb] == "report" else ():
        if child > verb and context.lemmas[child] == "quote" and parsed.tags[child] == "VBG":
            return parsed.child(child, *DIRECT_OBJECTS)
    return None


def _blamed(context: QuoteContext, verb: int) -> int | None:
    """Whoever is blamed or praised for saying it: "rebuked [X] for suggesting that …"; None elsewhere."""
    parsed, preposition = context.parsed, context.parsed.heads[verb]
    if parsed.deps[verb] not in PREPOSITION_COMPLEMENTS or parsed.lowers[preposition] not in {"for", "of"}:
        return None
    if parsed.child(verb, *SUBJECT) is not None:
        return None  # "praised X for what [she] called a feat"
    above = parsed.heads[preposition]
    whom = above if parsed.deps[above] in DIRECT_OBJECTS else parsed.child(above, *DIRECT_OBJECTS)
    judging = whom is not None and context.verbs.stances.get(context.lemmas[parsed.heads[whom]]) in JUDGING
    return whom if judging else None


def _personal(context: QuoteContext, verb: int, head: int | None) -> int | None:
    """The subject; for "…, adding that" behind a thing, the nearest subject above it who can speak."""
    parsed = context.parsed
    if parsed.tags[verb] != "VBG" or head is None:
        return head
    if context.inside[head] >= 0 > context.inside[verb]:  # X attacked it on “Morning Joe,” calling it wrong
        near = range(head - 1, max(-1, head - REACH), -1)
        named = (t for t in near if parsed.deps[t] in SUBJECT and parsed.pos[t] != "PRON" and context.inside[t] < 0)
        return next((t for t in named if can_speak(context, t)), None)
    if can_speak(context, head):
        return head
    if parsed.deps[head] in SUBJECT and parsed.heads[head] == verb:
        return head
    for token in parsed.ancestors(verb):
        above = parsed.child(token, *SUBJECT)
        if above is not None and above != head and can_speak(context, above):
            return above
    return head
