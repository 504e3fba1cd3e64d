"""Whose words each stretch of an article is: decided here, once, from its quotes and its quotation marks.

Four voices. `quoted`: inside a speaker's quotation marks. `attributed`: a speaker's content in the outlet's words.
`distanced`: the outlet's words that it does not own (scare quotes, "so-called X", "what it called X").
`narrator`: all the rest. Whoever is accused, urged or named is named by the outlet; what follows is the speaker's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, takewhile

from framing.model import AUTHOR, Mention, Parsed, Quote, Span, Voice, VoiceSpan
from framing.packs.verbs import QuoteRules, ReportVerbs
from framing.syntax.copied import find_copied
from framing.syntax.quotation_marks import QuotedSpan, find_quotation_marks
from framing.syntax.roles import MODIFIERS, SUBJECT, SUBJECTS, logical_object
from framing.syntax.shapes import find_paragraphs

WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
SO_CALLED = re.compile(r"\bso[- ‑]called\s+", re.IGNORECASE)
WHAT = re.compile(r"\bwhat\s+$", re.IGNORECASE)
CALLING = re.compile(
    r"\b(?:call|describ|term|label|dub|brand|consider|see|view|deem|refer|characteri|claim|regard)", re.IGNORECASE
)
PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV", "PART", "PUNCT", "X"})
LODGE = frozenset({"lodge", "file", "bring", "launch", "submit"})
CRY = frozenset({"cry", "scream", "shout"})
LONG_NAME = 6  # words; a longer subject is a description, not a name
NEAR = 12  # characters before a source in which "what" must stand
SPEECH, CUT = 9, 5  # words from which marks without a speaker hold somebody's speech, or what is cut out of it
BULLET = re.compile(r"\s*[-–—•*·▪◦‣]")
OPENING = frozenset("“‘\"'")
KNOWN = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
ENDS, OPENS = frozenset(",.?!"), frozenset({"", *'\n.?!"”'})  # of speech, and before it
HEARSAY = frozenset({"neutral", "doubting", "attacking"})  # stances of nouns that bring what nobody vouches for
JUDGED = ("quote", "name", "as", "of", "object")  # constructions of verbs that bring words in marks
CLAIM_NEAR = 6  # tokens behind "criticism" in which its "that" stands
CODES: dict[Voice, int] = {"narrator": 0, "distanced": 0, "attributed": 1, "quoted": 2}


def find_voices(parsed: Parsed, quotes: Iterable[Quote], verbs: ReportVerbs) -> tuple[VoiceSpan, ...]:
    """Every stretch that is not plain narration, by start; one inside another stands after it."""
    marks = [pair for pair in find_quotation_marks(parsed.article.text) if pair.depth == 0]
    spoken = list(quotes)
    speaking = [quote for quote in spoken if not _is_thing_in_speech(quote, spoken)]
    stretches = [stretch for quote in speaking for stretch in _of_quote(parsed, quote, marks, spoken)]
    owned = [stretch.span for stretch in stretches]
    for pair in marks:
        span = Span(pair.start, pair.end)
        if not any(span.overlaps(other) for other in owned):
            stretches += _unattributed_quotation(parsed, pair, verbs)
    found = (*_so_called(parsed), *_legal_claims(parsed, verbs.rules), *_that_clauses(parsed, verbs))
    stretches += (one for one in found if not any(one.span.overlaps(other) for other in owned))
    stretches += (*_announced_by_colon(parsed, verbs.rules), *find_copied(parsed.article.text))
    return order_stretches(stretches)


def order_stretches(stretches: Iterable[VoiceSpan]) -> tuple[VoiceSpan, ...]:
    """Stretches by their start, the longest of one start first."""
    return tuple(sorted(stretches, key=lambda stretch: (stretch.span.start, -stretch.span.end, CODES[stretch.voice])))


def _is_thing_in_speech(quote: Quote, quotes: Sequence[Quote]) -> bool:
    """Whether a thing tells something in what somebody says: "the deal proves that …, she said" is her claim."""
    return quote.thing and any(
        piece.holds(quote.hull) for other in quotes if other is not quote for piece in other.content
    )


def voice_at(stretches: Sequence[VoiceSpan], span: Span) -> VoiceSpan:
    """The innermost stretch that holds at least half of `span`; narrator, without a speaker, where there is none."""
    return index_voices(stretches)(span)


def index_voices(stretches: Sequence[VoiceSpan]) -> Callable[[Span], VoiceSpan]:
    """`voice_at` of these stretches, for many spans; each answer is remembered."""
    starts = [stretch.span.start for stretch in stretches]
    reach = list(accumulate((stretch.span.end for stretch in stretches), max))  # how far all up to here go

    @cache
    def voice(span: Span) -> VoiceSpan:
        start, end = span
        for place in range(bisect_left(starts, end) - 1, -1, -1):
            if reach[place] < start:
                break
            low, high = stretches[place].span
            if 2 * (min(end, high) - max(start, low)) >= end - start:
                return stretches[place]
        return VoiceSpan(span, "narrator", "", ())

    return voice


def voice_of_tone(
    voice: Callable[[Span], VoiceSpan],
    mention: Mention,
    reasons: Iterable[tuple[Span, float]],
    quotes: Sequence[Quote],
    *,
    reported: Collection[Span] = (),
) -> VoiceSpan:
    """Whose words speak of a mention: the narrator's when at least half of the weight of the reasons is in its words.

    `voice` is `voice_at` of the article's stretches; `reasons` are words with weights above 0. Where less than half is
    the narrator's, the voice and the speaker that hold most of the weight. A cue belongs to the speaker, except for the
    speaker: "accused X of lying" says what the accuser thinks of X, "accused" included. `reported` are words of the
    narrator that belong to nobody named (`reported.judgements_near`).
    """
    own = voice(mention.span)
    if own.voice != "narrator":
        return own
    weights: dict[tuple[Voice, str, tuple[str, ...]], float] = {}
    for span, weight in reasons:
        stretch = voice(span)
        whose = stretch.voice, stretch.speaker, stretch.actors
        if stretch.voice == "narrator":
            told = (q for q in quotes if q.cue and q.cue.overlaps(span) and q.speaker != AUTHOR)
            teller = next((quote for quote in told if not _source_of(quote, mention)), None)
            if teller:
                whose = "attributed", teller.speaker, teller.actors
            elif span in reported:
                whose = "attributed", "", ()
        weights[whose] = weights.get(whose, 0.0) + weight
    if weights.pop((own.voice, own.speaker, own.actors), 0.0) >= sum(weights.values()):
        return own
    return VoiceSpan(mention.span, *max(weights, key=lambda whose: weights[whose]))


def _source_of(quote: Quote, mention: Mention) -> bool:
    """Whether a mention names whoever speaks."""
    return mention.actor in quote.actors or (quote.source is not None and quote.source.overlaps(mention.span))


def exposure(parsed: Parsed, stretches: Sequence[VoiceSpan]) -> tuple[int, int, int]:
    """Number of own, attributed and quoted words of an article; distanced words are the outlet's own."""
    text = parsed.article.text
    voices = bytearray(len(text))
    for stretch in stretches:
        length = stretch.span.end - stretch.span.start
        voices[stretch.span.start : stretch.span.end] = bytes([CODES[stretch.voice]]) * length
    told = [voices[match.start()] for match in WORD.finditer(text)]
    return told.count(0), told.count(1), told.count(2)


def _of_quote(parsed: Parsed, quote: Quote, marks: list[QuotedSpan], spoken: list[Quote]) -> Iterator[VoiceSpan]:
    """The stretches of one quote: its content without whoever is its target, and the words in marks inside."""
    if quote.speaker == AUTHOR or _is_own(parsed, quote, marks):
        return  # "I think", "we report that": the outlet speaks
    target = _target(parsed, quote)
    voice: Voice = "distanced" if _disowned(parsed, quote, spoken) else "attributed"
    for piece in quote.content:
        start = piece.start if target is None or not piece.holds(target) else target.end
        if start < piece.end:
            yield VoiceSpan(Span(start, piece.end), voice, quote.speaker, quote.actors)
        for pair in _meeting(marks, piece):
            cut = Span(max(piece.start, pair.start), min(piece.end, pair.end))
            inner: Voice = "distanced" if voice == "distanced" else "quoted"
            yield VoiceSpan(cut, inner, quote.speaker, quote.actors)


def _is_own(parsed: Parsed, quote: Quote, marks: list[QuotedSpan]) -> bool:
    """Whether the first person says something outside marks, and it is nobody of whom is told."""
    if quote.source is None or quote.speaker or parsed.article.read(quote.source).lower() not in {"i", "we"}:
        return False
    return not any(pair.start <= quote.source.start < pair.end for pair in marks)


def _meeting(marks: list[QuotedSpan], piece: Span) -> Iterator[QuotedSpan]:
    """The marks that overlap a piece of content."""
    place = max(0, bisect_right([pair.start for pair in marks], piece.start) - 1)
    for pair in marks[place:]:
        if pair.start >= piece.end:
            return
        if pair.end > piece.start:
            yield pair


def _target(parsed: Parsed, quote: Quote) -> Span | None:
    """Whoever is accused, praised, urged or named, when the content says more than that: "accused [X] of Y"."""
    if quote.cue is None:
        return None
    if quote.pattern == "name" and quote.label == "mixed":
        return _before_marks(parsed, quote.content[0])
    for token in parsed.tokens_in(quote.cue):
        thing = logical_object(parsed, token)
        if thing is None:
            continue
        span = parsed.span(parsed.lefts[thing], _end_of_target(parsed, thing))
        more = quote.hull.end - span.end > 3 and parsed.article.read(span).lower() != "what"
        if quote.content[0].start == span.start and more:
            return span
    return None


def _before_marks(parsed: Parsed, piece: Span) -> Span | None:
    """What is called something in marks: "called [the walkout] “blackmail”"; None where the marks come first."""
    tokens = parsed.tokens_in(piece)
    marks = next((t for t in tokens if parsed.words[t] in OPENING), tokens.start)
    named = range(tokens.start, marks)
    known = bool(named) and (parsed.lowers[named[0]] in KNOWN or parsed.pos[named[0]] in {"PROPN", "PRON"})
    return parsed.span(named[0], named[-1]) if known and not any(parsed.pos[t] == "VERB" for t in named) else None


def _end_of_target(parsed: Parsed, thing: int) -> int:
    """Last token of whoever is targeted; "as a fraud" and "of lying" behind it are the speaker's words.

    That holds wherever the parser hung them: "accused the mayor and his staff [of lying]".
    """
    last = parsed.rights[thing]
    called = [child for child in parsed.children[thing] if child > thing and parsed.lowers[child] == "as"]
    called += [t for t in range(thing + 1, last - 1) if parsed.lowers[t] == "as" and _opens_marks(parsed, t + 1)]
    called += [t for t in range(thing + 1, last) if parsed.lowers[t] == "of" and parsed.tags[t + 1] == "VBG"]
    return min(called) - 1 if called else last


def _opens_marks(parsed: Parsed, token: int) -> bool:
    """Whether marks open at a token, or behind an article there."""
    return parsed.words[token + (parsed.lowers[token] in {"a", "an"})] in OPENING


def _disowned(parsed: Parsed, quote: Quote, spoken: list[Quote]) -> bool:
    """Whether the outlet takes the words up without owning them ("what Moscow calls a special operation")."""
    if quote.source is None or quote.cue is None:
        return False
    text, start = parsed.article.text, quote.source.start
    if not WHAT.search(text, max(0, start - NEAR), start) or not CALLING.match(text, quote.cue.start):
        return False
    return not any(other is not quote and other.hull.holds(quote.hull) for other in spoken)


def _unattributed_quotation(parsed: Parsed, pair: QuotedSpan, verbs: ReportVerbs) -> Iterator[VoiceSpan]:
    """The voice of words in marks that no quote holds: speech when long, a part of it or left open; none for titles."""
    text = parsed.article.text
    words = WORD.findall(text, pair.inner_start, pair.inner_end)
    span = Span(pair.start, pair.end)
    said = pair.resumes or not pair.closed or _is_sentence(parsed, pair) or _is_cut_out(parsed, pair, words)
    if len(words) >= SPEECH or said:
        yield VoiceSpan(span, "quoted", "", ())
    elif words and not (_is_title(words) and not _is_brought(parsed, pair, verbs)) and not _is_nickname(parsed, pair):
        yield VoiceSpan(span, "distanced", "", ())


def _is_sentence(parsed: Parsed, pair: QuotedSpan) -> bool:
    """Whether words in marks open a sentence and end in its stop or its comma: nobody keeps away from them."""
    text = parsed.article.text
    before = text[max(0, pair.start - NEAR) : pair.start].rstrip(" ")
    return text[pair.inner_end - 1] in ENDS and before[-1:] in OPENS


def _is_cut_out(parsed: Parsed, pair: QuotedSpan, words: list[str]) -> bool:
    """Whether words in marks are cut out of a speech: what is done ("vowed to “sweep out rivals”"), or a whole phrase.

    Single words are what an outlet keeps away from, and what stands behind "so-called".
    """
    tokens = parsed.tokens_in(Span(pair.inner_start, pair.inner_end))
    does = len(words) > 2 and any(parsed.pos[t] == "VERB" and parsed.deps[t] not in MODIFIERS for t in tokens)
    told = does or (len(words) >= CUT and not _is_title(words))
    return told and not SO_CALLED.search(parsed.article.text, max(0, pair.start - NEAR), pair.start)


def _is_title(words: list[str]) -> bool:
    """Whether words in marks are the title of a work: several, the long ones with capitals."""
    long = [word for word in words if len(word) > 3]
    return len(words) > 1 and bool(long) and all(word[0].isupper() or word[0].isdigit() for word in (*long, words[0]))


def _is_brought(parsed: Parsed, pair: QuotedSpan, verbs: ReportVerbs) -> bool:
    """Whether capitals tell nothing of words in marks: a title-case headline with a verb that brings what is said."""
    text = parsed.article.text
    first, end = text.rfind("\n", 0, pair.start) + 1, text.find("\n", pair.end)
    rest = WORD.findall(text[first : pair.start] + " " + text[pair.end : end if end >= 0 else len(text)])
    if len(rest) < 2 or not all(word[0].isupper() or word[0].isdigit() for word in rest if len(word) > 3):
        return False
    lowers = [word.lower() for word in rest]
    forms = {word.removesuffix(ending) for word in lowers for ending in ("", "s", "es", "d", "ed", "ing")}
    forms |= {word.removesuffix("ing") + "e" for word in lowers}
    return any(verbs.takes(form, pattern) for form in forms for pattern in JUDGED)


def _is_nickname(parsed: Parsed, pair: QuotedSpan) -> bool:
    """Whether words in marks stand between a first name and a surname."""
    tokens = parsed.tokens_in(Span(pair.start, pair.end))
    first, after = tokens.start, tokens.stop
    return first > 0 and after < len(parsed) and parsed.pos[first - 1] == "PROPN" == parsed.pos[after]


def _legal_claims(parsed: Parsed, rules: QuoteRules) -> Iterator[VoiceSpan]:
    """What somebody goes to law about, or cries: "lodged an ethnic cleansing case", "cry foul" words her claim."""
    claiming = [(token, lemma) for token, lemma in enumerate(parsed.lemmas) if lemma in LODGE or lemma in CRY]
    for token, lemma in claiming:
        thing, who = logical_object(parsed, token), parsed.child(token, *SUBJECT)
        if thing is None or (lemma in LODGE and parsed.lemmas[thing] not in rules.legal_claims):
            continue
        if lemma in CRY and any(parsed.pos[t] in {"DET", "PRON", "NUM"} for t in range(parsed.lefts[thing], thing)):
            continue  # "cried a song"
        speaker = parsed.article.read(parsed.subtree(who)) if who is not None else ""
        named = speaker if len(speaker.split()) <= LONG_NAME else ""
        yield VoiceSpan(parsed.span(parsed.lefts[thing], thing), "attributed", named, ())


def _so_called(parsed: Parsed) -> Iterator[VoiceSpan]:
    """The noun phrases behind "so-called"."""
    for match in SO_CALLED.finditer(parsed.article.text):
        first = parsed.tokens_in(Span(match.end(), match.end() + 1)).start
        last = first
        while last + 1 < len(parsed) and parsed.pos[last] not in {"NOUN", "PROPN"} and parsed.pos[last + 1] in PHRASE:
            last += 1
        while last + 1 < len(parsed) and parsed.pos[last] == "PROPN" == parsed.pos[last + 1]:
            last += 1
        if last + 2 < len(parsed) and parsed.lowers[last + 1] == "of" and parsed.pos[last + 2] == "NOUN":
            last += 2  # "a so-called day of dignity"
        if first < len(parsed):
            yield VoiceSpan(Span(match.start(), parsed.ends[last]), "distanced", "", ())


def _announced_by_colon(parsed: Parsed, rules: QuoteRules) -> Iterator[VoiceSpan]:
    """The points that a paragraph with a colon brings, when it says that somebody's words follow."""
    if not any(parsed.words[end - 1].endswith(":") for _, end in parsed.sentences):
        return
    lines = [parsed.span(*paragraph) for paragraph in find_paragraphs(parsed)]
    for number, line in enumerate(lines[:-1]):
        if not parsed.article.read(line).endswith(":") or not _brings_words(parsed, line, rules):
            continue
        behind = takewhile(lambda span: BULLET.match(parsed.article.text, span.start), lines[number + 1 :])
        yield from (VoiceSpan(span, "attributed", "", ()) for span in behind)


def _brings_words(parsed: Parsed, line: Span, rules: QuoteRules) -> bool:
    """Whether the sentence that ends a paragraph says that somebody else's words follow."""
    last = parsed.tokens_in(line).stop - 1
    tokens = range(parsed.sentences[parsed.sentence_of[last]][0], last + 1) if last >= 0 else range(0)
    lemmas = {parsed.lemma_lowers[token] for token in tokens}
    if any(parsed.lowers[token] in {"i", "we", "our", "us"} for token in tokens):
        return False
    says = any(parsed.lemmas[t] in rules.saying_verbs and parsed.child(t, *SUBJECTS) is not None for t in tokens)
    return (
        says or bool(rules.text_nouns & lemmas) or bool(rules.spreading_verbs & lemmas and {"point", "line"} & lemmas)
    )


def _that_clauses(parsed: Parsed, verbs: ReportVerbs) -> Iterator[VoiceSpan]:
    """What is claimed by nobody named: "faced criticism [that …]", "agree on one point: [that …]"."""
    for token in [token for token, lower in enumerate(parsed.lowers) if lower == "that"]:
        clause = parsed.heads[token]
        if parsed.pos[token] != "SCONJ" or parsed.deps[token] in SUBJECTS or clause < token:
            continue
        if _claimed(parsed, token, verbs) or _agreed(parsed, token, verbs):
            yield VoiceSpan(parsed.span(token, parsed.rights[clause]), "attributed", "", ())


def _claimed(parsed: Parsed, that: int, verbs: ReportVerbs) -> bool:
    """Whether a noun for a claim stands before "that", with nothing but its phrases in between."""
    for token in range(that - 1, max(-1, that - 1 - CLAIM_NEAR), -1):
        lemma = parsed.lemma_lowers[token]
        if parsed.pos[token] in {"VERB", "AUX", "PUNCT"}:
            return False
        stance, own = verbs.nouns.get(lemma), parsed.heads[parsed.heads[that]] == token
        judged = stance in {"attacking", "doubting"} and f"{lemma} about" in verbs.nouns_with
        if parsed.pos[token] == "NOUN" and (
            lemma in verbs.rules.legal_claims or judged or (own and stance in HEARSAY)  # "rumours that …"
        ):
            return True
    return False


def _agreed(parsed: Parsed, that: int, verbs: ReportVerbs) -> bool:
    """Whether a colon stands before "that", and before the colon a verb that reports such a clause."""
    first = parsed.sentences[parsed.sentence_of[that]][0]
    if that <= first or parsed.words[that - 1] != ":":
        return False
    return any(parsed.pos[t] == "VERB" and verbs.takes(parsed.lemmas[t], "that") for t in range(first, that))
