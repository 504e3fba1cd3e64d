"""Candidates from quotation marks: whose words stand between them, judged by what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from framing.annotate.quotes.building import LEADING, cue_range, names_speaker, who_is_quoted
from framing.annotate.quotes.channels import said_through
from framing.annotate.quotes.context import Candidate, QuoteContext, extend_content, marks_in, merged, without
from framing.model import Parsed
from framing.packs.verbs import JUDGING
from framing.syntax import roles
from framing.syntax.roles import is_passive, object_of, subject_of
from framing.syntax.shapes import before_marks, same_line
from framing.syntax.tree import NOMINALS, Range, noun_phrase_of

WINDOW = 22  # tokens beside the marks in which their cue is looked for
GO_ON = 60  # tokens after a quote within which its speaker may go on
SPEECH_ENDS = frozenset(",.?!…—–-;")
SPOKEN = frozenset({"that", "before", "judged", "after", "before marks", "aside", "wh"})
CLAUSAL = frozenset(
    {"that", "before", "judged", "phrase", "aside", "wh", "to", "object_to", "of", "as", "name", "ing", "object"}
)
NO_HEADS = (
    roles.ADJECTIVES | roles.COMPOUNDS | roles.POSSESSORS | roles.PREPOSITION_OBJECTS | roles.DEGREES
)  # parts of a phrase beside a cue
ANEW = frozenset({"and", "but", "while", "whereas", "although", "though"})  # behind marks they open another report
LONGEST_TITLE = 8  # tokens of the title of a work
NEXT = 5  # tokens behind a cue in which the marks stand that it brings
LONG = 5  # words from which marks hold speech rather than a name or a scare quote


def extend_to_marks(context: QuoteContext, candidate: Candidate) -> Candidate:
    """The candidate with every stretch in marks that its content cuts taken whole."""
    if candidate.cue is None or context.inside[candidate.cue[0]] >= 0:
        return candidate
    numbers = marks_in(context, candidate) - {-1}
    if not numbers:
        return candidate
    last = max(numbers)
    while last + 1 < len(context.quoted) and context.quoted[last + 1].resumes and not context.quoted[last].closed:
        if names_speaker(context, candidate, context.ranges[last + 1]):
            break
        last += 1
        numbers.add(last)
    whole = merged([*candidate.content, *(context.ranges[n] for n in numbers)])
    return candidate._replace(content=tuple(without(without(whole, candidate.cue), candidate.source)))


def quote_candidates(context: QuoteContext, others: Iterable[Candidate]) -> Iterator[Candidate]:
    """A candidate for each stretch in marks that no other candidate holds whole."""
    held = {(c.cue, number) for c in others if c.pattern in CLAUSAL for number in marks_in(context, c)}
    for number, words in enumerate(context.ranges):
        if words[0] <= words[1]:
            found = _beside(context, number)
            if found is not None and (found.cue, number) not in held:
                yield found


def _beside(context: QuoteContext, number: int) -> Candidate | None:
    """A candidate from the cue behind the marks, or else before them; first before when the one behind brings more."""
    after, before = _after(context, number), _before(context, number)
    if _is_put_to(context, number):  # X was asked, “Why now?” She answered, “…”
        return None
    if after is None or before is None or after.cue is None:
        return after or before
    parsed, verb = context.parsed, after.cue[1]
    first = context.ranges[number + 1][0] if number + 1 < len(context.quoted) else len(parsed)
    own = verb < first <= verb + NEXT and not any(parsed.pos[t] == "VERB" for t in range(verb + 1, first))
    closed = parsed.article.text[context.quoted[number].inner_end - 1] in ".?!"
    return before if own and closed else after  # X replied, “Why now?” Y wrote, “You look cute.”


def _is_put_to(context: QuoteContext, number: int) -> bool:
    """Whether marks hold what somebody was asked."""
    parsed, edge = context.parsed, before_marks(context.parsed, context.ranges[number][0], {",", ":"})
    asked = edge > 0 and parsed.words[edge] in {",", ":"} and parsed.tags[edge - 1] == "VBN"
    return asked and context.lemmas[edge - 1] == "ask" and is_passive(parsed, edge - 1)


def looks_spoken(context: QuoteContext, number: int) -> bool:
    """Whether the words in marks are speech rather than a name, a title or a scare quote."""
    first, last = context.ranges[number]
    if last - first + 1 < 2:
        return False
    ends = context.parsed.article.text[context.quoted[number].inner_end - 1] in SPEECH_ENDS
    has_verb = any(context.parsed.tags[t] in {"VBD", "VBZ", "VBP", "MD", "VB"} for t in range(first, last + 1))
    return (ends and last - first + 1 >= 3) or (has_verb and last - first + 1 >= LONG)


def _after(context: QuoteContext, number: int) -> Candidate | None:
    """ "…," said X; "…," X said."""
    parsed, last = context.parsed, context.ranges[number][1]
    text, pair = parsed.article.text, context.quoted[number]
    spoken_end = text[pair.inner_end - 1] in ",?!…—–" or text[pair.end : pair.end + 1] in {",", "—", "–"}
    if not spoken_end or is_title(context, number):
        return None
    first = next((t for t in range(last + 1, len(parsed)) if parsed.pos[t] != "PUNCT"), last)
    if parsed.lowers[first] in ANEW:
        return None
    for token in range(last + 1, min(len(parsed), last + WINDOW)):
        if (
            context.inside[token] >= 0
            or parsed.words[token] in {".", "?", "!", ";"}
            or not same_line(parsed, last, token)
        ):
            return None
        if parsed.pos[token] not in {"VERB", "AUX"}:
            continue
        if token == first and _tells_who(context, number, token):
            return _with_lead(context, number, _built(context, number, token, "after"))
        saying = said_through(parsed, token, context.verbs.rules.quoting_verbs)
        if saying is not None or can_quote(context, token):
            verb = token if saying is None else saying
            if _brings_its_own(context, verb) or _leads_up(context, number, verb):
                return None
            return _with_lead(context, number, _built(context, number, verb, "after"))
        if parsed.deps[token] not in roles.CLAUSES_OF_NOUNS | roles.AUXILIARIES:
            return None
    return None


def _tells_who(context: QuoteContext, number: int, verb: int) -> bool:
    """Whether a verb of whatever meaning in the past stands between speech and a person: “A disgrace,” [stormed] X."""
    parsed, pair = context.parsed, context.quoted[number]
    spoken = parsed.article.text[pair.inner_end - 1] in ",?!" and opens_sentence(parsed, context.ranges[number][0])
    behind = [child for child in parsed.children[verb] if child > verb and parsed.pos[child] in NOMINALS]
    if not spoken or parsed.tags[verb] != "VBD" or len(behind) != 1 or parsed.lefts[behind[0]] != verb + 1:
        return False
    head = behind[0]
    return head in context.persons or context.verbs.speakers.get(context.lemmas[head]) not in (None, "evidence")


def _leads_up(context: QuoteContext, number: int, verb: int) -> bool:
    """Whether marks stand in a participle that leads up to others: [Speaking of the “lost year,”] he said, “We …”."""
    parsed, (first, _) = context.parsed, context.ranges[number]
    start = parsed.sentences[parsed.sentence_of[first]][0]
    lead = start < first and parsed.tags[start] in LEADING and parsed.heads[start] == verb
    return (
        lead
        and number + 1 < len(context.ranges)
        and parsed.sentence_of[context.ranges[number + 1][0]] == parsed.sentence_of[first]
    )


def _brings_its_own(context: QuoteContext, verb: int) -> bool:
    """Whether a cue behind marks brings what follows it: "…," adding that; "…," accusing it of."""
    parsed = context.parsed
    if parsed.tags[verb] == "VBG" and parsed.lowers[verb - 1] != "as":
        return parsed.child(verb, *roles.AUXILIARIES, *roles.SUBJECT) is None
    behind = [child for child in roles.dependents(parsed, verb, roles.CONTENT_CLAUSES) if child > verb]
    return any(context.inside[child] < 0 for child in behind)


def is_title(context: QuoteContext, number: int) -> bool:
    """Whether words in marks inside a sentence are the title of a work: capitals, and no sentence of their own."""
    parsed, (first, last) = context.parsed, context.ranges[number]
    if opens_sentence(parsed, first) or last - first >= LONGEST_TITLE:
        return False
    words = [t for t in range(first, last + 1) if parsed.pos[t] != "PUNCT"]
    content = [t for t in words if parsed.pos[t] not in {"ADP", "DET", "CCONJ", "PART"}] or words
    return bool(words) and all(parsed.words[t][:1].isupper() for t in (words[0], *content))


def without_titles(context: QuoteContext, candidate: Candidate) -> Candidate:
    """The candidate without pieces that name a work in which it was said: “Nonsense,” X said on “Meet the Press”."""
    kept = tuple(piece for piece in candidate.content if not _is_named_work(context, piece))
    return candidate if len(kept) == len(candidate.content) else candidate._replace(content=kept)


def without_places(context: QuoteContext, candidate: Candidate) -> Candidate:
    """The candidate without what tells where or how its words stand: said “Forgive me” [on one side and] “I took it”.

    The words in marks stand right behind the cue and open with a capital; outside them stands no verb.
    """
    parsed, inside = context.parsed, context.inside
    numbers = sorted(marks_in(context, candidate) - {-1})
    if candidate.cue is None or candidate.pattern not in SPOKEN or not numbers:
        return candidate
    outside = [t for t in candidate.tokens if inside[t] < 0 and parsed.pos[t] != "PUNCT"]
    if not outside:
        return candidate
    opening, last = context.ranges[numbers[0]]
    behind = candidate.cue[1] + 2 == opening and last < outside[0] and parsed.pos[outside[0]] in {"ADP", "CCONJ"}
    whole = parsed.words[opening][:1].isupper() and not all(is_title(context, number) for number in numbers)
    if not (behind and whole) or any(parsed.pos[t] in {"VERB", "AUX"} for t in outside):
        return candidate
    return candidate._replace(content=tuple(context.ranges[number] for number in numbers))


def _is_named_work(context: QuoteContext, piece: Range) -> bool:
    """Whether a piece is nothing but a title in marks behind a preposition, a noun or "'s": on [“Fox and Friends”]."""
    parsed, number = context.parsed, context.inside[piece[0]]
    if number < 0 or piece[1] > context.ranges[number][1] + 1 or not is_title(context, number):
        return False
    before = before_marks(parsed, context.ranges[number][0], {",", ":", ".", "-", "–", "—"})
    told = context.lemmas[before] in context.verbs.rules.telling_verbs  # he told “Breakfast”
    behind = parsed.pos[before] in {"ADP", "NOUN", "PROPN", "PART"} and parsed.tags[before] != "RP"
    return before >= 0 and (told or behind)


def _with_rest(context: QuoteContext, number: int, candidate: Candidate) -> Candidate:
    """The candidate with the words that go on from the marks, up to the next mark: said "most" of them left."""
    parsed, last, pair = context.parsed, context.ranges[number][1], context.quoted[number]
    if parsed.article.text[pair.inner_end - 1] in SPEECH_ENDS:
        return candidate
    end = last + 1
    while end < len(parsed) and parsed.pos[end] == "PUNCT" and parsed.ends[end] <= pair.end:
        end += 1
    rest = end
    while rest < len(parsed) and parsed.pos[rest] not in {"PUNCT", "CCONJ"} and same_line(parsed, last, rest):
        rest += 1
    if rest == end or parsed.pos[end] in {"ADP", "SCONJ"} and (rest - end < 3 or parsed.lowers[end] == "by"):
        return candidate
    return candidate._replace(content=((candidate.first, rest - 1),))


def can_quote(context: QuoteContext, token: int) -> bool:
    """Whether a token is a verb that brings speech; a bare participle ("the alleged …") is none."""
    parsed = context.parsed
    back = context.lemmas[token] in context.verbs.rules.back_verbs and parsed.lowers[token + 1 : token + 2] == ("back",)
    if parsed.pos[token] not in {"VERB", "AUX"} or not (back or context.verbs.takes(context.lemmas[token], "quote")):
        return False
    return (
        parsed.tags[token] != "VBN"
        or parsed.child(token, *roles.ACTIVE_AUXILIARIES) is not None
        or context.lemmas[token] == "title"
    )


def judges_by_name(context: QuoteContext, verb: int, head: int | None) -> bool:
    """Whether whoever says "he said" is the subject of a judging verb by name: Brand [praised] her “faith,” he said."""
    parsed, subject = context.parsed, context.parsed.child(verb, *roles.SUBJECTS)
    judges = context.verbs.stances.get(context.lemmas[verb]) in JUDGING and context.inside[verb] < 0
    if head is None or subject is None or not judges or parsed.pos[head] != "PRON" or parsed.pos[subject] == "PRON":
        return False
    told, again = ({m.actor for m in context.mentions.get(t, ())} for t in (subject, head))
    by_name = subject in context.persons or parsed.pos[subject] == "PROPN"
    return by_name and (not again or bool(told & again))


def _with_lead(context: QuoteContext, number: int, candidate: Candidate) -> Candidate:
    """The candidate with the words of the same sentence that lead up to the marks: She is "a danger," he said."""
    parsed, (first, last) = context.parsed, context.ranges[number]
    start = parsed.sentences[parsed.sentence_of[first]][0]
    lead = range(start, first)
    if not any(parsed.pos[t] not in {"PUNCT", "CCONJ"} for t in lead) or any(parsed.words[t] == ":" for t in lead):
        return candidate
    verbs = [t for t in lead if parsed.pos[t] == "VERB"]
    if any(
        context.verbs.takes(context.lemmas[t], "quote") or judges_by_name(context, t, candidate.head) for t in verbs
    ):
        return candidate
    return candidate._replace(content=tuple(without(without([(start, last)], candidate.cue), candidate.source)))


def _before(context: QuoteContext, number: int) -> Candidate | None:
    """X said: "…"; X said, "…"; X tweeted "…"."""
    parsed, (first, _) = context.parsed, context.ranges[number]
    edge = before_marks(parsed, first, {":", ",", ".", "!", "?", ";"})
    if edge < 0 or parsed.words[edge] in {".", "!", "?", ";"}:
        return None
    introduced = parsed.words[edge] in {":", ","}
    if parsed.lowers[edge] in {"as", "a", "an"}:
        return _likened(context, number, edge)
    for token in range(edge, max(-1, edge - WINDOW), -1):
        if parsed.words[token] in {".", "!", "?", ";"} or context.inside[token] >= 0:
            return None
        if can_quote(context, token):
            near = introduced or token == edge or (edge - token == 1 and parsed.pos[edge] in {"ADV", "SCONJ", "PRON"})
            found = _built(context, number, token, "before marks")
            return (found if introduced else _with_rest(context, number, found)) if near else None
    return None


def _likened(context: QuoteContext, number: int, edge: int) -> Candidate | None:
    """Words in marks that somebody takes a thing for, behind an aside: blasted it, the third, as a “farce”."""
    parsed = context.parsed
    word = edge - 1 if parsed.lowers[edge] in {"a", "an"} else edge
    if word < 1 or parsed.lowers[word] != "as" or parsed.words[word - 1] != ",":
        return None
    for token in range(word - 1, max(-1, word - WINDOW), -1):
        if parsed.words[token] in {".", "!", "?", ";", ":"} or context.inside[token] >= 0:
            return None
        if parsed.tags[token] == "VBD" and context.verbs.takes(context.lemmas[token], "as"):
            thing = parsed.child(token, *roles.DIRECT_OBJECTS)
            asides = thing is not None and parsed.words[thing + 1] == ","
            return _built(context, number, token, "as") if asides else None
    return None


def _built(context: QuoteContext, number: int, verb: int, pattern: str) -> Candidate:
    """A candidate for words in marks and the verb beside them."""
    parsed, words, cue = context.parsed, context.ranges[number], cue_range(context.parsed, verb)
    quoted = who_is_quoted(context, verb)
    head = subject_of(parsed, verb) if quoted is None else quoted
    if head is None and is_passive(parsed, verb):
        head = _named_after_by(context, words[1])
    elif head is None or context.inside[head] == number:
        head = noun_beside(context, verb, right=pattern == "after")
    source = None if head is None else noun_phrase_of(parsed, head, keep_out=(cue, words))
    lemma = context.lemmas[verb]
    return Candidate((words,), cue, source, head, pattern, lemma, context.verbs.stances.get(lemma, "neutral"))


def _named_after_by(context: QuoteContext, last: int) -> int | None:
    """Whoever is named behind marks with "by": called "a coward" by X."""
    parsed = context.parsed
    token = last + 1
    while token < len(parsed) and parsed.pos[token] == "PUNCT":
        token += 1
    return object_of(parsed, token) if token < len(parsed) and parsed.lowers[token] == "by" else None


def noun_beside(context: QuoteContext, verb: int, *, right: bool) -> int | None:
    """Head of the noun phrase next to the cue: on its right ("said X") when asked for, or on its left.

    Behind a cue that does not follow the marks at once ("…," X told Y) stands whoever is addressed.
    """
    parsed = context.parsed
    inverted = right and (verb == 0 or parsed.pos[verb - 1] in {"PUNCT", "ADV", "AUX"})
    sides = [range(verb + 1, min(len(parsed), verb + 6))] if inverted else []
    for tokens in (*sides, range(verb - 1, max(-1, verb - 8), -1)):
        for token in tokens:
            if context.inside[token] >= 0 or parsed.words[token] in {".", ":"}:
                break
            if parsed.pos[token] in NOMINALS and parsed.deps[token] not in NO_HEADS:
                return token
    return None


def join_following_quotes(context: QuoteContext, chosen: list[Candidate]) -> list[Candidate]:
    """The chosen candidates with the marks of the same paragraph that belong to them, though no cue stands beside."""
    said = (c for c in chosen if c.cue is None or context.inside[c.cue[0]] < 0)
    taken = {context.inside[edge] for c in said for words in c.content for edge in words}
    ordered = sorted(chosen, key=lambda c: c.last)
    for number, words in enumerate(context.ranges):
        if number in taken or words[0] > words[1] or not looks_spoken(context, number):
            continue
        place = None if is_title(context, number) else _speaker_before(context, ordered, words)
        if place is None and opens_sentence(context.parsed, words[0]):
            place = _speaker_after(context, ordered, words)
        if place is not None:
            ordered = extend_content(ordered, place, words, "goes on after the cue")
    return ordered


def _speaks(context: QuoteContext, candidate: Candidate) -> bool:
    """Whether the cue of a candidate is one of speech."""
    known = candidate.pattern == "after" or context.verbs.takes(candidate.lemma, "quote")
    return candidate.cue is not None and known and candidate.pattern in SPOKEN


def opens_sentence(parsed: Parsed, token: int) -> bool:
    """Whether nothing but marks stands between `token` and the end of the sentence before."""
    before = before_marks(parsed, token, {".", "?", "!", ","})
    return before < 0 or parsed.words[before] in {".", "?", "!"}


def _speaker_before(context: QuoteContext, chosen: list[Candidate], words: Range) -> int | None:
    """Place of the quote that the marks go on from: "…," he said. "…", or "…," he said in Rome, "…"."""
    parsed, fallback = context.parsed, None
    for place in range(len(chosen) - 1, -1, -1):
        other = chosen[place]
        if not _speaks(context, other) or other.last >= words[0] or other.cue is None:
            continue
        end = max(other.cue[1], other.last, -1 if other.source is None else other.source[1])
        sentence_gap = parsed.sentence_of[words[0]] - parsed.sentence_of[end]
        if sentence_gap > 1 or words[0] - end > GO_ON or not same_line(parsed, end, words[0]):
            break
        opens = opens_sentence(parsed, words[0])
        goes_on = other.cue[0] > other.last and _after_comma(parsed, words[0])
        if opens or (sentence_gap == 0 and (goes_on or words[0] - end <= 3)):
            if context.inside[other.last] >= 0:
                return place
            fallback = place if fallback is None else fallback
    return fallback


def _after_comma(parsed: Parsed, token: int) -> bool:
    """Whether a comma, or "and" or "but", stands right before the marks that `token` opens."""
    before = before_marks(parsed, token, {","})
    return before >= 0 and (parsed.words[before] == "," or parsed.pos[before] == "CCONJ")


def _speaker_after(context: QuoteContext, chosen: list[Candidate], words: Range) -> int | None:
    """Place of the quote that starts right after the marks, in the same paragraph: "…." "…," he said."""
    parsed = context.parsed
    for place, other in enumerate(chosen):
        if other.first > words[1] and _speaks(context, other) and context.inside[other.first] >= 0:
            gap = range(words[1] + 1, other.first)
            near = len(gap) <= WINDOW and not any(parsed.words[t] == ":" for t in gap)
            return place if near and same_line(parsed, words[1], other.first) else None
    return None
