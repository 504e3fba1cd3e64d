"""Candidates for words in marks that no verb of speech brings: "X's reply: …", "… was the verdict of X", "X rose. “…”".

Source: Quirk et al. 1985, 14.28-14.30 (free direct speech); Caldas-Coulthard 1994 (reporting without a reporting verb).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from framing.annotate.quotes.context import Candidate, QuoteContext, can_speak, marks_in
from framing.annotate.quotes.direct import looks_spoken, opens_sentence
from framing.annotate.quotes.replies import REPLIES, addressed_before
from framing.model import Parsed
from framing.syntax.roles import NOUN_MODIFIERS, SUBJECT, object_of, possessor_of, prepositions
from framing.syntax.shapes import before_marks, same_line
from framing.syntax.tree import NOMINALS, Range, noun_phrase_of

LONGEST = 30  # tokens of a sentence that announces words
SUMMED = 12  # tokens behind marks in which their verdict stands
FROM = frozenset({"from", "of", "by"})
POINTING = frozenset({"that", "this", "it", "such", "so", "thus"})
SUMMING = frozenset({"was", "came", "went", "is", "ran"})  # behind marks, or behind what points back at them
ENDS = frozenset({".", "!", "?"})
SPOKEN_SUBJECTS = frozenset({"he", "she", "they"})


def announced_candidates(context: QuoteContext, others: Iterable[Candidate]) -> Iterator[Candidate]:
    """A candidate for each stretch in marks that no other candidate holds."""
    near = (c for c in others if (c.cue is None or context.inside[c.cue[0]] < 0) and not _only_counts(context, c))
    held = {number for c in near for number in marks_in(context, c)}
    for number, words in enumerate(context.ranges):
        if number in held or words[0] > words[1]:
            continue
        found = _behind_colon(context, number) or _summed_up(context, number) or _beside(context, number)
        if found is not None:
            yield found


def _only_counts(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether an object only tells how many words follow a colon: "X offered [two: “dull” and “late”]"."""
    doubtful = candidate.pattern == "object" and context.verbs.doubtful(candidate.lemma, candidate.pattern)
    return doubtful and any(context.parsed.words[t] == ":" and context.inside[t] < 0 for t in candidate.tokens)


def _behind_colon(context: QuoteContext, number: int) -> Candidate | None:
    """`X's reply was short: "…"`, `From X came one line: "…"`, `X took to the radio: "…"`; also over a line break."""
    parsed, words = context.parsed, context.ranges[number]
    colon = before_marks(parsed, words[0], {":"})
    if colon <= 0 or parsed.words[colon] != ":" or context.inside[colon] >= 0:
        return None
    first = parsed.sentences[parsed.sentence_of[colon]][0]
    if colon - first > LONGEST:
        return None
    head = _owner(context, (first, colon - 1))
    if head is None:
        return None
    return _built(context, words, (colon, colon), head, "announced")._replace(content=_listed(context, number))


def _listed(context: QuoteContext, number: int) -> tuple[Range, ...]:
    """Words in marks with those that only commas and "and" set apart from them: two: “dull” and “late”."""
    parsed, found = context.parsed, [context.ranges[number]]
    for words in context.ranges[number + 1 :]:
        between = range(found[-1][1] + 1, words[0])
        joined = any(parsed.pos[t] == "CCONJ" or parsed.words[t] == "," for t in between)
        plain = all(parsed.pos[t] in {"PUNCT", "CCONJ"} and parsed.words[t] not in ENDS for t in between)
        if words[0] > words[1] or not joined or not plain or not same_line(parsed, found[-1][1], words[0]):
            break
        found.append(words)
    return tuple(found)


def _owner(context: QuoteContext, tokens: Range) -> int | None:
    """Whoever the words of a clause belong to: who owns its noun of speech, who stands after "from", or its subject."""
    parsed = context.parsed
    owner = _owner_of_noun(context, tokens)
    if owner is not None:
        return owner
    for token in range(tokens[0], tokens[1] + 1):
        named = object_of(parsed, token) if parsed.lowers[token] == "from" else None
        if named is not None and token <= tokens[0] + 1 and _is_person(context, named):
            return named
    for token in range(tokens[0], tokens[1] + 1):
        if parsed.deps[token] in SUBJECT and context.inside[token] < 0 and _is_person(context, token):
            return token
    names = [t for t in range(tokens[0], tokens[1] + 1) if _is_person(context, t) and _heads(parsed, t)]
    return names[0] if len(names) == 1 else None


def _owner_of_noun(context: QuoteContext, tokens: Range) -> int | None:
    """Whoever owns a noun of speech in a stretch: "X's reply", "the verdict of X", "a line from X"."""
    parsed = context.parsed
    for noun in range(tokens[0], tokens[1] + 1):
        if not _is_speech(context, noun):
            continue
        owners = (possessor_of(parsed, noun), *(object_of(parsed, p) for p in prepositions(parsed, noun, FROM)))
        for owner in owners:
            if owner is not None and can_speak(context, owner) and context.inside[owner] < 0:
                return owner
        after = noun + 1
        if after < len(parsed) and parsed.lowers[after] in FROM:
            owner = object_of(parsed, after)
            if owner is not None and can_speak(context, owner):
                return owner
    return None


def _summed_up(context: QuoteContext, number: int) -> Candidate | None:
    """ "…" was X's view; "…" That was the verdict of X; "…," came the reply from X."""
    parsed, words = context.parsed, context.ranges[number]
    first = words[1] + 1
    while first < len(parsed) and parsed.pos[first] == "PUNCT":
        first += 1
    verb = first + (first + 1 < len(parsed) and parsed.lowers[first] in POINTING)
    if verb >= len(parsed) or not same_line(parsed, words[1], verb) or parsed.lowers[verb] not in SUMMING:
        return None
    last = first
    while last + 1 < len(parsed) and last - first < SUMMED and parsed.words[last + 1] not in ENDS:
        if context.inside[last + 1] >= 0 or not same_line(parsed, last, last + 1):
            break
        last += 1
    nouns = [t for t in range(first, last + 1) if _is_speech(context, t)]
    head = _owner_of_noun(context, (first, last))
    if head is None and nouns and context.lemmas[nouns[0]] in REPLIES:
        head = addressed_before(context, words[0])  # "…," A told B. "…" was the reply.
    cue = (nouns[0], nouns[0]) if nouns else (first, first)
    return None if head is None else _built(context, words, cue, head, "summed up")


def _is_speech(context: QuoteContext, noun: int) -> bool:
    """Whether a word is a noun of speech: "reply", "verdict"."""
    return context.parsed.pos[noun] == "NOUN" and context.lemmas[noun] in context.verbs.rules.speech_nouns


def _beside(context: QuoteContext, number: int) -> Candidate | None:
    """X made no secret of her anger. "…": sentences in marks behind one that tells of a person, in one paragraph."""
    parsed, words = context.parsed, context.ranges[number]
    if not opens_sentence(parsed, words[0]):
        return None
    if parsed.article.text[context.quoted[number].inner_end - 1] not in ENDS:
        return None
    end = before_marks(parsed, words[0], ENDS)
    if (
        end <= 0
        or parsed.words[end] not in ENDS
        or not same_line(parsed, end, words[0])
        or context.inside[end - 1] >= 0
    ):
        return None
    first = parsed.sentences[parsed.sentence_of[end]][0]
    spoken = any(context.inside[t] >= 0 or _reports(context, t) for t in range(first, end))
    if end - first > LONGEST or spoken:
        return None
    owner = _owner_of_noun(context, (first, end)) if parsed.words[end] == "?" else None
    if owner is None and not looks_spoken(context, number):
        return None
    root = next((t for t in range(first, end) if parsed.heads[t] == t), first)
    subject = parsed.child(root, *SUBJECT) if owner is None else owner
    if subject is None or not _is_person(context, subject):
        return None
    return _built(context, words, None, subject, "beside")


def _reports(context: QuoteContext, token: int) -> bool:
    """Whether a word is a verb of speech, whose own quotes others find."""
    return context.parsed.pos[token] == "VERB" and context.verbs.takes(context.lemmas[token], "quote")


def _is_person(context: QuoteContext, head: int) -> bool:
    """Whether a word names a person, by name, by role or by "he" and "she"."""
    parsed = context.parsed
    if head in context.persons or parsed.lowers[head] in SPOKEN_SUBJECTS:
        return True
    if parsed.pos[head] == "PROPN":
        return head not in context.mentions
    return can_speak(context, head) and context.verbs.speakers.get(context.lemmas[head]) != "evidence"


def _heads(parsed: Parsed, token: int) -> bool:
    """Whether a token heads a noun phrase."""
    return parsed.pos[token] in NOMINALS and parsed.deps[token] not in NOUN_MODIFIERS


def _built(context: QuoteContext, words: Range, cue: Range | None, head: int, pattern: str) -> Candidate:
    """A candidate for words in marks."""
    keep_out = (words,) if cue is None else (words, cue)
    source = noun_phrase_of(context.parsed, head, keep_out=keep_out)
    lemma = "" if cue is None else context.parsed.lowers[cue[0]]
    return Candidate((words,), cue, source, head, pattern, lemma)
