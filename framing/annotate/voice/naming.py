"""Whose word the name of a thing is, and whether that is sure.

A name inside what somebody says in a clause or in marks is the speaker's. Where a verb has a mere thing as its object
("defended the cuts", "blasted the trial", "seeks a rise"), the outlet names it, as it names whoever speaks ("the clerk
who told the court"). Where two may have chosen the word, it is nobody's for sure, and print leaves it out.

Source: Quine 1956, Quantifiers and Propositional Attitudes (a name that the reporter or the speaker chose: opaque and
transparent readings); Sanders & Redeker 1996, Perspective and the Representation of Speech in Narrative (implicit
perspective).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from framing.annotate.voice import KNOWN, index_voices, order_stretches
from framing.model import AUTHOR, Parsed, Quote, Span, VoiceSpan
from framing.packs.verbs import NOW_AND_THEN
from framing.syntax.quotation_marks import find_quotation_marks
from framing.syntax.roles import AUXILIARIES, dependents
from framing.syntax.shapes import same_line
from framing.syntax.tree import find_asides

TOPICS = frozenset(
    {"object", "object_to", "passive object", "passive_to", "adjective about", "noun about", "noun to"}
    | {f"prep {word}" for word in ("about", "against", "for", "on", "over", "to")}
)  # constructions that bring what somebody speaks about or acts on
CLAIMING = frozenset({"doubting", "denying"})  # classes of verbs after which a mere noun is a claim: "alleged fraud"
TALK = frozenset({"headline", "jibe", "label", "language", "rhetoric", "slogan", "slur", "tag", "talk", "term", "word"})
INSERTED = frozenset({"aside", "interruption"})
SET_BACK = frozenset({"had", "would", "'d", "’d"})
SHORT = 8  # tokens of words that are taken from others, their marks included
SURE = 0.6  # confidence of a quote from which a word inside it is surely its speaker's
VoiceOf = Callable[[Span], VoiceSpan]
ACCUSATIONS = frozenset(
    {"of", "prep of", "passive of"}
)  # "accused the army of looting": the accuser's word, however short
NOMINAL = ("prep ", "passive prep ", "noun ", "adjective ")  # how constructions begin that bring a thing
CALLED = " as "  # "described it as a siege"
THINGS = frozenset({"object", "passive object", "to", "object_to", "passive_to", "ing"})


def naming_voices(parsed: Parsed, stretches: Iterable[VoiceSpan], quotes: Iterable[Quote]) -> tuple[VoiceSpan, ...]:
    """The stretches as far as they say whose word a thing's name is, with the outlet's asides inside them as narrator.

    Where somebody does, wants or is for a thing ("defended the cuts", "spoke about the law"), the outlet names it, and
    in an aside behind a comma, too ("said it has no bearing on the case, which set off riots"). Words in marks stay the
    speaker's.
    """
    said = [(one.speaker, piece, not (one.deed or _is_topic(parsed, one))) for one in quotes for piece in one.content]

    def is_said(stretch: VoiceSpan) -> bool:
        if stretch.voice != "attributed":
            return True
        own = [sure for speaker, piece, sure in said if speaker == stretch.speaker and piece.holds(stretch.span)]
        return not own or any(own)

    kept = [*filter(is_said, stretches)]
    voice = index_voices(kept)
    for token, last in find_asides(parsed) if kept else ():
        inside = voice(parsed.span(token, token))
        if inside.voice == "attributed" and inside.span.start < parsed.starts[token]:
            kept.append(VoiceSpan(parsed.span(token, last), "narrator", "", ()))
    others = {one.span: one for one in _of_others(parsed)}
    return order_stretches((*(one for one in kept if one.span not in others), *others.values()))


def _of_others(parsed: Parsed) -> Iterator[VoiceSpan]:
    """Words in marks that are taken from others: by the outlet ("the “ransom” talk", "the word “riot”"), or in speech.

    Marks inside marks are those of whoever speaks: the outlet keeps no distance, and from whom he has them is not told.
    """
    for pair in find_quotation_marks(parsed.article.text):
        tokens = parsed.tokens_in(Span(pair.start, pair.end))
        behind, before = (parsed.lemmas[t] if 0 <= t < len(parsed) else "" for t in (tokens.stop, tokens.start - 1))
        if len(tokens) <= SHORT and (pair.depth or behind in TALK or before in TALK):
            yield VoiceSpan(Span(pair.start, pair.end), "quoted" if pair.depth else "distanced", "", ())


def _is_topic(parsed: Parsed, quote: Quote) -> bool:
    """Whether the content of a quote is a known thing that somebody speaks about, or what somebody is told to do."""
    if quote.pattern not in TOPICS or quote.stance in CLAIMING:
        return False
    tokens = parsed.tokens_in(quote.content[0])
    if any(parsed.lowers[t] == "as" for t in tokens[1:]):  # "described the action as a security operation"
        return False
    known = any(parsed.lowers[t] in KNOWN or parsed.pos[t] == "PROPN" or parsed.tags[t] == "POS" for t in tokens[:3])
    return known or quote.pattern.endswith("to")


def voice_of_wording(
    text: str, voice: VoiceOf, named: VoiceOf, quotes: Sequence[Quote], span: Span
) -> tuple[VoiceSpan, bool]:
    """Whose a wording is, and whether that is sure; `voice` is `voice_at` of all stretches, `named` of those of names.

    A wording that holds the word which brings a judgement tells what the speaker does: "Ardwen has blamed Velmora".
    """
    stretch, name = voice(span), named(span)
    if stretch.voice == "narrator":
        blaming = next((quote for quote in quotes if _is_judged_in(quote, span)), None)
        if blaming is None:
            return name, True
        return VoiceSpan(span, "attributed", blaming.speaker, blaming.actors), blaming.confidence >= SURE
    around = [quote for quote in quotes if any(piece.holds(span) for piece in quote.content)]
    inner = min(around, key=lambda quote: quote.hull.end - quote.hull.start, default=None)
    if name[1:3] != stretch[1:3]:  # who is told to do something, or wants it, says no name of it
        outright = name.voice == "distanced" or (inner is not None and inner.deed)
        return (name, True) if outright else (stretch, False)
    if inner is None or not stretch.speaker:
        return stretch, True
    called = CALLED in text[inner.content[0].start : span.start]
    return stretch, _is_clear(inner, called=called) and stretch.speaker == inner.speaker


def find_going_on(parsed: Parsed, quotes: Iterable[Quote]) -> tuple[Span, ...]:
    """Sentences that may go on with a statement before them, and what stands before "…, says X" in a headline.

    "She said the guards came. They had stormed the hall." A tense set back is the sign of it.
    """
    said = [quote for quote in quotes if quote.cue is not None and not quote.deed and quote.speaker != AUTHOR]
    clear = [quote for quote in quotes if quote.confidence >= SURE]
    cues = {parsed.sentence_of[token] for quote in said if quote.cue for token in parsed.tokens_in(quote.cue)}
    own = {parsed.sentence_of[t] for quote in clear for piece in quote.content for t in parsed.tokens_in(piece)}
    found: dict[int, Span] = {}
    for number in range(1, len(parsed.sentences)):
        first = parsed.sentences[number][0]
        behind = (number - 1 in cues or number - 1 in found) and same_line(parsed, first - 1, first)
        if behind and number not in own and _is_set_back(parsed, number):
            found[number] = parsed.sentence_span(number)
    title = len(parsed.article.headline)
    ends = [quote.hull for quote in said if quote.cue and quote.hull.end < quote.cue.start < quote.cue.end <= title]
    rest = [
        Span(quote.cue.end, parsed.sentence_span(parsed.sentence_of[parsed.tokens_in(quote.cue)[0]]).end)
        for quote in said
        if quote.cue and quote.pattern in INSERTED and quote.hull.end < quote.cue.start
    ]  # "The trial, she said, was a travesty"
    return (*found.values(), *rest, *(Span(0, hull.start) for hull in ends if hull.start > 0))


def _is_set_back(parsed: Parsed, sentence: int) -> bool:
    """Whether the main verb of a sentence is in the past perfect, or in what is to come seen from the past."""
    tokens = range(*parsed.sentences[sentence])
    root = next((token for token in tokens if parsed.heads[token] == token), tokens.start)
    return any(parsed.lowers[child] in SET_BACK for child in dependents(parsed, root, AUXILIARIES))


def _is_judged_in(quote: Quote, span: Span) -> bool:
    """Whether a wording is the very judgement or assurance of a speaker who stands outside it."""
    if quote.cue is None or not span.holds(quote.cue) or quote.speaker in ("", AUTHOR):
        return False
    judged = quote.stance not in ("neutral", "demanding")
    return judged and not (quote.source is not None and span.overlaps(quote.source))


def _is_clear(quote: Quote, *, called: bool) -> bool:
    """Whether the words of a content are surely the speaker's own: said, in a clause or in marks."""
    if quote.label == "direct":
        return quote.confidence >= SURE
    if quote.pattern == "name" or (quote.pattern in ACCUSATIONS and quote.stance == "attacking"):
        return quote.speaker not in ("", AUTHOR) and NOW_AND_THEN not in quote.rule
    thing = quote.pattern in THINGS or quote.pattern.startswith(NOMINAL)
    said = called or quote.label == "mixed" or not thing
    return (
        said
        and quote.confidence >= SURE
        and not quote.thing
        and quote.stance != "denying"
        and NOW_AND_THEN not in quote.rule
    )
