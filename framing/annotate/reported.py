"""Whose a judging word is that stands in the outlet's own words: "called her reckless" is no verdict of it.

A word is somebody else's when it stands in quotation marks of any kind, or when it hangs below a word that brings what
somebody says, thinks, wants or blames: a quote's cue, a verb ("portrayed him as a fool", "would like to end the
farce"), a noun ("accusations of cronyism"), a participle ("her perceived arrogance").

A word that itself brings what is said ("castigated", "claimed") is chosen by the outlet. One that stands in what is
brought, thought or feared is not its own; nor is what runs on around "she said", and what is so "to many".

Source: Martin & White 2005, The Language of Evaluation, ch. 3 (attribution); Wiebe, Wilson & Cardie 2005 (nested
sources of opinions); Karttunen 1971 (verbs that vouch for what hangs on them); Fludernik 1993, The Fictions of Language
(speech that runs on without marks).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.model import AUTHOR, Loaded, Parsed, Quote, Span, VoiceSpan
from framing.packs.verbs import ReportVerbs
from framing.syntax import roles
from framing.syntax.roles import dependents, is_passive, object_of, prepositions, subject_of
from framing.syntax.views import SEEMING, is_view

OPENED = re.compile(r"(?:^|[\s(])[“‘\"'][^”’\"']*$")
CLOSED = re.compile(r"^[^“‘\"']*?[”’\"'](?:$|[\s.,;:!?)])")
BRINGING = ("that", "to", "object_to", "as", "name", "quote", "of", "passive_to", "passive_name", "it_passive")
SAID = roles.COMPLEMENTS | roles.GIVEN_NAMES | roles.PREPOSITIONS | roles.PREPOSITION_COMPLEMENTS | roles.PREDICATES
BEHIND_NOUNS = frozenset({"about", "as", "for", "of", "over", "that", "to"})
ABOUT_SPEAKING = roles.SUBJECTS | roles.DEGREES  # who speaks, and how: "the tyrant falsely told them"
ATTACK = frozenset(
    {"attacking", "doubting", "praising"}
)  # stances of verbs whose object is worded as the speaker sees it
PROVING = "endorsing"  # stance of nouns that vouch for what they bring: "evidence that X is corrupt" says so
FIRST = frozenset({"i", "we"})
NAMING = ("name", "as")  # constructions: "called him a fool", "portrayed him as a fool"
LONG_NAME = 6  # words; a longer subject is a description, not a name
ASIDE_OF_OUTLET = roles.RELATIVE_CLAUSES | roles.APPOSITIONS
NAMES = roles.GIVEN_NAMES | roles.CONTENT_CLAUSES | roles.OPEN_COMPLEMENTS
CLAUSES = roles.REDUCED_CLAUSES | roles.CONTENT_CLAUSES
VOUCHING = frozenset({"conceding", "endorsing"})  # stances of verbs that present what hangs on them as so
DOUBTED = frozenset({"accusation", "allegation", "belief", "charge", "claim", "fear", "perception", "suspicion"})
BEHOLDERS = frozenset({"NNS", "NNPS", "NNP", "PRP"})  # tags of those to whom something is so: "to critics"
NEAR = 5  # tokens from "alleging" to what is alleged
LONGEST = 8  # tokens of "she said" in the middle of a sentence
NamedHeads = Mapping[int, tuple[str, tuple[str, ...]]]  # head of a mention -> name and id of its actor
OPEN = frozenset({"a", "an", "any", "no", "some"})  # before what there may be
AMOUNTS = frozenset({"many", "most", "others", "some"})
ADJUNCTS = frozenset({"after", "amid", "before", "by", "despite", "during", "in", "since", "under", "until"})


class Judgements(NamedTuple):
    """An article ready to say whose its judging words are; `voice` is `voice_at` of its stretches."""

    parsed: Parsed
    voice: Callable[[Span], VoiceSpan]
    quotes: Sequence[Quote]
    verbs: ReportVerbs
    cues: Mapping[int, Quote]  # token of a cue -> what it brings


def index_judgements(
    parsed: Parsed, voice: Callable[[Span], VoiceSpan], quotes: Sequence[Quote], verbs: ReportVerbs
) -> Judgements:
    """The article with its cues listed once, for many words."""
    cues = {token: quote for quote in quotes if quote.cue for token in parsed.tokens_in(quote.cue)}
    return Judgements(parsed, voice, quotes, verbs, cues)


def voice_of_judgement(told: Judgements, span: Span) -> VoiceSpan:
    """The voice of a judging word: that of its stretch, or of whoever is said to judge so.

    Where nobody is named who does, the speaker is "".
    """
    parsed, verbs = told.parsed, told.verbs
    own = told.voice(span)
    if own.voice != "narrator" or any(quote.source and quote.source.holds(span) for quote in told.quotes):
        return own
    if _is_in_marks(parsed, span):
        return VoiceSpan(span, "quoted", "", ())
    tokens = parsed.tokens_in(span)
    if _is_call(parsed, tokens):
        return VoiceSpan(span, "attributed", "", ())
    named = False
    for token, below in _upwards(parsed, tokens):
        quote = told.cues.get(token)
        about = parsed.deps[below] in ABOUT_SPEAKING or parsed.lowers[below] in ADJUNCTS
        if quote is not None and quote.speaker != AUTHOR and not about:
            return VoiceSpan(span, "attributed", quote.speaker, quote.actors)
        named = named or parsed.deps[below] in roles.APPOSITIONS and parsed.pos[token] == "PROPN"
        if _brings(parsed, token, below, verbs) and not named:  # "fears of a defeat by Orel, the feisty mayor"
            return VoiceSpan(span, "attributed", _who(parsed, token, verbs), ())
        if any(parsed.lowers[child] in verbs.rules.doubting_modifiers for child in parsed.children[token]):
            return VoiceSpan(span, "attributed", "", ())
    return own


def voice_of_verdict(told: Judgements, token: int) -> VoiceSpan:
    """The same of one word that says what is thought of somebody; "accused", "praised" are of whoever does so."""
    parsed, verbs = told.parsed, told.verbs
    whose = voice_of_judgement(told, parsed.span(token, token))
    does = parsed.pos[token] == "VERB" and parsed.deps[token] not in roles.MODIFIERS  # not "celebrated singer"
    if whose.voice == "narrator" and does and verbs.stances.get(parsed.lemmas[token]) in ATTACK:
        return VoiceSpan(whose.span, "attributed", _who(parsed, token, verbs), ())
    return whose


def voice_of_report(told: Judgements, verdicts: Sequence[int], own: VoiceSpan, known: NamedHeads) -> VoiceSpan:
    """The voice of the words of a speaker who tells that another judges: "she said that Brod mocked Toll", "to praise".

    `known` has the name and the actor of each mention by its head. Where it is not told who mocks, the speaker is "".
    """
    parsed = told.parsed
    for token in verdicts:
        if parsed.pos[token] == "VERB" and told.verbs.stances.get(parsed.lemmas[token]) in ATTACK:
            subject = subject_of(parsed, token)
            if subject is None:
                return own._replace(speaker="", actors=()) if is_passive(parsed, token) else own
            owners = dependents(parsed, parsed.heads[token], roles.POSSESSORS)  # "Brod's tweets mocking Toll"
            for judge in (*owners, subject, *dependents(parsed, subject, roles.POSSESSORS)):
                if judge in known and known[judge][1] != own.actors:
                    return own._replace(speaker=known[judge][0], actors=known[judge][1])
    return own


def judgements_near(parsed: Parsed, head: int, verbs: ReportVerbs) -> frozenset[Span]:
    """Words of a sentence that tell of a judgement ("scathing criticism", "condemned") other than the mention's own.

    The outlet that reports a judgement does not judge. `head` is the head token of the mention.
    """
    first, end = parsed.sentences[parsed.sentence_of[head]]
    lemmas = parsed.lemma_lowers[first:end]
    if verbs.judging_verbs.isdisjoint(lemmas) and verbs.judging_nouns.isdisjoint(lemmas):
        return frozenset()
    above = (head, *parsed.ancestors(head))
    found: list[Span] = []
    for token in range(first, end):
        judging = verbs.judging_verbs if parsed.pos[token] == "VERB" else verbs.judging_nouns
        if parsed.lemma_lowers[token] not in judging:
            continue
        if parsed.pos[token] == "VERB":
            source = parsed.child(token, *roles.SUBJECT) in above
        else:
            source = any(parsed.heads[t] == token and _brings_source(parsed, t) for t in above)
        if not source:
            found += [
                parsed.span(t, t)
                for t in (token, *parsed.children[token])
                if t == token or parsed.deps[t] in roles.ADJECTIVES
            ]
    return frozenset(found)


def _brings_source(parsed: Parsed, token: int) -> bool:
    """Whether what hangs on a noun of judgement tells whose it is: "their criticism", "criticism from X"."""
    return parsed.deps[token] in roles.POSSESSORS or parsed.lowers[token] in {"from", "by"}


def _is_in_marks(parsed: Parsed, span: Span) -> bool:
    """Whether quotation marks stand around the words, single ones of a headline included."""
    text = parsed.article.text
    first, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    before, after = text[first : span.start], text[span.end : end if end >= 0 else len(text)]
    return bool(OPENED.search(before) and CLOSED.search(after))


def _is_call(parsed: Parsed, tokens: range) -> bool:
    """Whether the words are a sentence by themselves ("Racist."): somebody calls so, or is called so."""
    first, end = parsed.sentences[parsed.sentence_of[tokens[0]]]
    return end - first <= len(tokens) + 1


def _upwards(parsed: Parsed, tokens: range) -> Iterator[tuple[int, int]]:
    """Each word on the way from the words to the root, with the one below it; the words themselves first."""
    top = next((token for token in tokens if parsed.heads[token] not in tokens), tokens[0])
    yield top, top
    below = top
    while (token := _above(parsed, below)) != below:
        yield token, below
        below = token


def _above(parsed: Parsed, token: int) -> int:
    """The word that another hangs on; a reason without a comma hangs on the clause right before it.

    "Criticism that the plan fails [because it appeases thugs]" is all criticism.
    """
    head, first = parsed.heads[token], parsed.lefts[token]
    if parsed.deps[token] not in roles.ADVERBIAL_CLAUSES or parsed.lowers[first] != "because":
        return head
    before = (one for one in (first - 1, *parsed.ancestors(first - 1)) if parsed.deps[one] in CLAUSES)
    return next((one for one in before if head < one < first and parsed.pos[first - 1] != "PUNCT"), head)


def _brings(parsed: Parsed, token: int, below: int, verbs: ReportVerbs) -> bool:
    """Whether what stands `below` a word is what somebody says, thinks, wants or blames."""
    if token == below:
        return False
    lemma, dep = parsed.lemma_lowers[token], parsed.deps[below]
    if parsed.pos[token] in ("NOUN", "PROPN"):
        if parsed.pos[token] == "PROPN":
            lemma = lemma.removesuffix("s")  # a headline in capitals: "Allegations Of Pandering"
        told = verbs.nouns.get(lemma, PROVING) != PROVING or lemma in verbs.rules.portrait_nouns
        return told and (parsed.lowers[below] in BEHIND_NOUNS or dep in roles.CLAUSES_OF_NOUNS)
    if parsed.pos[token] not in ("VERB", "AUX") or any(
        parsed.lowers[child] in FIRST for child in parsed.children[token]
    ):
        return False
    if dep in roles.LOGICAL_OBJECTS:
        return _brings_object(parsed, token, below, verbs)
    if dep in roles.OPEN_COMPLEMENTS and verbs.stances.get(lemma) == PROVING:
        return False  # "has proved to be corrupt" says so
    if parsed.lemmas[token] == "be" and dep in roles.CONTENT_CLAUSES:  # "the rationale is that …"
        subjects = dependents(parsed, token, roles.SUBJECTS)
        return any(parsed.lemma_lowers[one] in verbs.rules.portrait_nouns for one in subjects)
    asked = any(parsed.lowers[child] in ("if", "whether") for child in parsed.children[below])
    if asked and lemma in ("ask", "wonder", "question"):
        return True
    if parsed.lowers[below] == "as":
        selves = (parsed.lowers[one] for one in dependents(parsed, token, roles.DIRECT_OBJECTS))
        return lemma in verbs.stances or any(word.endswith(("self", "selves")) for word in selves)
    return dep in SAID and parsed.lowers[below] not in ADJUNCTS and any(verbs.takes(lemma, p) for p in BRINGING)


def _brings_object(parsed: Parsed, verb: int, thing: int, verbs: ReportVerbs) -> bool:
    """Whether the object of a verb is as somebody sees it, or a charge that is denied: "deny [profiteering]".

    "Denied [his disgraceful role]" tells of a role that there is.
    """
    stance = verbs.stances.get(parsed.lemma_lowers[verb])
    if stance == "denying":
        return all(parsed.lowers[one] in OPEN for one in dependents(parsed, thing, roles.DETERMINERS))
    active = parsed.deps[thing] in roles.DIRECT_OBJECTS
    return active and (stance in ATTACK or parsed.lemma_lowers[verb] in verbs.rules.seeing_verbs)


def _who(parsed: Parsed, verb: int, verbs: ReportVerbs) -> str:
    """Whoever calls or describes, by name; "" for other verbs, and where the subject is a pronoun or long."""
    subject = parsed.child(verb, *roles.SUBJECT)
    if (
        subject is None
        or parsed.pos[subject] != "PROPN"
        or not any(verbs.takes(parsed.lemmas[verb], p) for p in NAMING)
    ):
        return ""
    words = parsed.article.read(parsed.subtree(subject))
    return words if len(words.split()) <= LONG_NAME else ""


def voice_of_word(told: Judgements, loaded: Loaded) -> VoiceSpan:
    """The voice of a loaded word: that of its stretch, or of whoever says, thinks or sees it so; "" for nobody."""
    own = told.voice(loaded.span)
    tokens = told.parsed.tokens_in(loaded.span)
    if own.voice != "narrator" or any(token in told.cues for token in tokens):
        return own
    own = voice_of_judgement(told, loaded.span)
    if own.voice == "narrator" and _is_thought(told, tokens):
        return VoiceSpan(loaded.span, "attributed", "", ())
    around = next(_running_on(told, tokens), None) if own.voice == "narrator" else None
    return own if around is None else VoiceSpan(loaded.span, "attributed", around.speaker, around.actors)


def _is_thought(told: Judgements, tokens: range) -> bool:
    """Whether the word stands in what somebody thinks, hopes, fears or contends, or in how it looks to somebody.

    A relative clause or an apposition in there is the outlet's again, but for portraits: "hope that Birk, the embattled
    mayor, wins", "portrays himself as one who will use his hard-won skill".
    """
    parsed, aside = told.parsed, False
    path = list(_upwards(parsed, tokens))
    below = path[0][0]
    doubting = told.verbs.rules.doubting_modifiers
    if any(parsed.lowers[child] in doubting for child in parsed.children[parsed.heads[below]]):
        return True  # "her alleged cozy ties"
    if _is_beheld(parsed, below) or _follows_view(told, below) or _follows_claim(told, tokens[0]):
        return True
    if is_view(parsed, path, told.verbs) or _is_called(told, tokens[0], below):
        return True
    for token, below in path[1:]:
        if any(parsed.lowers[child] in FIRST for child in parsed.children[token]):
            return False
        aside = aside or parsed.deps[below] in ASIDE_OF_OUTLET
        held = _holds_thought(told, token, below) and (not aside or parsed.lowers[below] == "as")
        if held or _is_beheld(parsed, token):
            return True
    return False


def _is_called(told: Judgements, first: int, head: int) -> bool:
    """Whether a word is what somebody is seen as or called, however the parser hung it.

    "That had once seen Toll as the firm's [savior] turned", "called her son her [hero]".
    """
    parsed, verbs, noun = told.parsed, told.verbs, told.parsed.heads[head]
    if parsed.deps[head] in roles.APPOSITIONS and parsed.deps[noun] in roles.DIRECT_OBJECTS:
        return verbs.takes(parsed.lemmas[parsed.heads[noun]], "name") and parsed.words[noun + 1] != ","
    opening = parsed.sentences[parsed.sentence_of[first]][0]
    as_ = next((t for t in range(first - 1, max(opening, first - NEAR) - 1, -1) if parsed.lowers[t] == "as"), None)
    if as_ is None or any(parsed.pos[t] in ("PUNCT", "VERB", "ADP") for t in range(as_ + 1, first)):
        return False
    before = range(as_ - 1, max(opening, as_ - NEAR) - 1, -1)
    verb = next((t for t in before if parsed.pos[t] in ("VERB", "PUNCT")), None)
    return verb is not None and parsed.pos[verb] == "VERB" and verbs.takes(parsed.lemmas[verb], "as")


def _holds_thought(told: Judgements, token: int, below: int) -> bool:
    """Whether a verb or noun tells a thought, a portrait or a claim, and what stands `below` it is its content."""
    parsed, verbs = told.parsed, told.verbs
    lemma, dep = parsed.lemma_lowers[token], parsed.deps[below]
    if parsed.pos[token] == "VERB":
        if below > token and (parsed.lowers[below] == "as" or _is_portrait(parsed, below)):
            return lemma in verbs.stances or verbs.takes(lemma, "as") or lemma in verbs.rules.portrait_nouns
        if dep in NAMES and verbs.takes(lemma, "name"):
            return True
        vouched = verbs.stances.get(lemma) in VOUCHING
        return dep in roles.CONTENT_CLAUSES and not vouched and verbs.takes(lemma, "that")
    if parsed.pos[token] != "NOUN" or lemma not in verbs.nouns:
        return False
    that = any(parsed.lowers[child] == "that" for child in parsed.children[below])
    return that and dep in CLAUSES or lemma in DOUBTED and parsed.lowers[below] == "of"


def _is_portrait(parsed: Parsed, below: int) -> bool:
    """Whether a participle behind "as" tells how somebody is seen: "sees him as captured by hard-liners"."""
    participle = parsed.tags[below] in ("VBN", "VBG") and parsed.child(below, *roles.SUBJECTS) is None
    return participle and any(parsed.lowers[one] == "as" for one in dependents(parsed, below, roles.MARKERS))


def _follows_view(told: Judgements, token: int) -> bool:
    """Whether a colon stands before the word, and right before the colon a noun of what is thought: "this view: …"."""
    parsed = told.parsed
    first = parsed.sentences[parsed.sentence_of[token]][0]
    colon = next((t for t in range(token - 1, first, -1) if parsed.words[t] == ":"), None)
    if colon is None:
        return False
    noun = parsed.lemma_lowers[colon - 1]
    return parsed.pos[colon - 1] == "NOUN" and (noun in told.verbs.rules.portrait_nouns or noun in told.verbs.nouns)


def _follows_claim(told: Judgements, token: int) -> bool:
    """Whether a participle of claiming stands a few words before: "stories alleging cronyism and favour-peddling"."""
    parsed = told.parsed
    first = max(parsed.sentences[parsed.sentence_of[token]][0], token - NEAR)
    return any(
        parsed.words[t].endswith("ing") and told.verbs.stances.get(parsed.lemma_lowers[t]) == "doubting"
        for t in range(first, token)
    )


def _is_beheld(parsed: Parsed, token: int) -> bool:
    """Whether a clause opens with those to whom it is so: "[To many], he is a mouthpiece", "tyranny, [to them], is"."""
    for to in prepositions(parsed, token, ("to", "for")):
        comma = next((t for t in range(to + 1, min(to + NEAR + 2, len(parsed))) if parsed.words[t] == ","), None)
        seems = parsed.lemmas[token] in SEEMING and parsed.words[to - 1] == ","
        if comma is None or to > token and not seems:
            continue
        found = object_of(parsed, to)  # a long phrase may swallow what follows, or its name be taken for the subject
        who = comma - 1 if found is None or found > comma else found
        if parsed.lowers[who] in AMOUNTS or parsed.lowers[to] == "to" and parsed.tags[who] in BEHOLDERS:
            return True
    return False


def _running_on(told: Judgements, tokens: range) -> Iterator[Quote]:
    """Quotes whose content goes on behind "she said" in the middle of a sentence: "No slip, Brafman noted; the …"."""
    parsed = told.parsed
    above = {*tokens, *parsed.ancestors(tokens[0])}
    for token, quote in told.cues.items():
        if parsed.sentence_of[token] != parsed.sentence_of[tokens[0]] or quote.speaker == AUTHOR or not quote.source:
            continue
        aside = sorted([token, *parsed.tokens_in(quote.source)])
        within = quote.content[0].end <= parsed.starts[aside[0]] and aside[-1] + 1 < tokens[0]
        apart = len(aside) <= LONGEST and aside[-1] - aside[0] < LONGEST and parsed.words[aside[-1] + 1] in (",", ";")
        if within and apart and above.isdisjoint(aside):
            yield quote
