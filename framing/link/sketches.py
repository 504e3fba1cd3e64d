"""What each sentence of an article is about, small enough to keep: by it the same fact is found in other articles.

A sketch holds the words that carry a fact (actors, numbers, nouns, verbs, qualities) with their clause and their place
in it, and what a difference may show: hedges, denials, loaded words, accounts of harm, quoted words and whose words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from framing.annotate.agency.factuality import CONDITIONS
from framing.annotate.voice.naming import naming_voices
from framing.check.draft import check_headline
from framing.model import Article, Findings, Mention, Span, VoiceSpan
from framing.packs.passages import PassageWords
from framing.syntax.numbers import number_at
from framing.syntax.quotation_marks import find_quotation_marks
from framing.syntax.roles import (
    ACTIVE_SUBJECTS,
    APPOSITIONS,
    LOGICAL_OBJECTS,
    NOUN_MODIFIERS,
    by_phrase,
    is_passive,
    role_of,
    things_of,
)
from framing.syntax.shapes import after_agency
from framing.syntax.stems import stem_of
from framing.syntax.tree import clause_of

TermKind = Literal["actor", "number", "name", "noun", "verb", "quality", "manner"]
MarkKind = Literal["hedge", "denial", "negation", "cue", "report", "loaded", "harm", "overstated"]
Role = Literal["doer", "done to", ""]
KINDS: Mapping[str, TermKind] = {"NOUN": "noun", "VERB": "verb", "PROPN": "name", "ADJ": "quality", "ADV": "manner"}
NEGATIONS = frozenset(["not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor", "without"])
LONGEST = 450  # characters; a longer sentence tells more than one fact
SMALL = 12.0  # so small a number is the same only when it counts the same
JUDGING = frozenset(["epithet", "accusation", "praise", "verb", "metaphor"])  # categories of loaded words that judge
LEAD = 6  # tokens of the shortest lead
STRAY = frozenset([",", ".", ")", "-RRB-", "-", "–", "—", ":", ";"])  # opens no sentence
STRONG = 1.3  # valence from which a quality judges, in [-4, 4]


class Term(NamedTuple):
    """A word that tells what a sentence is about. `key` is one for the same thing elsewhere: a stem, "#12" or "@id"."""

    key: str
    kind: TermKind
    start: int
    end: int
    at: int  # its token
    clause: int  # token of the verb of its clause
    role: Role = ""
    described: bool = False  # only says who an actor is: "the union's secretary, Ann Lee"
    note: str = ""  # of a number what it counts, of a verb "passive" when nobody is said to do it
    phrase: Span | None = None  # of an actor or a noun: with the words before it


class SketchMark(NamedTuple):
    """What a difference may show. `key` is the stance of a report, the category of a loaded word, the event of harm."""

    kind: MarkKind
    key: str
    start: int
    end: int
    clause: int
    note: str = ""


class QuotedWords(NamedTuple):
    """Words in quotation marks."""

    start: int
    end: int
    words: tuple[str, ...]
    whole: bool  # opened and closed inside the sentence


class SentenceSketch(NamedTuple):
    """One sentence of an article; actors bear the ids of the article until they are linked."""

    article: str
    source: str
    event: str
    number: int
    start: int
    end: int
    headline: bool
    opening: bool  # the headline, or the first sentence behind it
    root: int  # token of its main verb
    terms: tuple[Term, ...]
    marks: tuple[SketchMark, ...]
    quoted: tuple[QuotedWords, ...]
    voices: tuple[VoiceSpan, ...]


def sketch_sentences(
    findings: Findings, words: PassageWords, valences: Mapping[str, float]
) -> tuple[SentenceSketch, ...]:
    """Every sentence of an article that tells something, in order; none of an article without an event.

    `valences` are those of single words, in [-4, 4].
    """
    parsed, article = findings.parsed, findings.parsed.article
    if not article.event or article.duplicate_of:
        return ()
    writer = _Sketcher(findings, words, valences)
    return tuple(filter(None, (writer.sketch(article, number) for number in range(len(parsed.sentences)))))


class _Sketcher:
    """What is asked for once an article: who stands where, what was found where."""

    def __init__(self, findings: Findings, words: PassageWords, valences: Mapping[str, float]) -> None:
        parsed = findings.parsed
        self._found, self._parsed, self._words = findings, parsed, words
        self._valences = valences
        self._lead = self._find_lead()
        self._quotes = [q for q in findings.quotes if q.content and not q.deed]
        self._voices = naming_voices(parsed, findings.voices, findings.quotes)
        self._overstated = check_headline(findings)
        self._marks = find_quotation_marks(findings.parsed.article.text)
        self._actors: dict[int, list[Mention]] = {}
        for mention in findings.mentions:
            for token in findings.parsed.tokens_in(mention.span):
                self._actors.setdefault(token, []).append(mention)

    def _find_lead(self) -> int:
        """Number of the first sentence behind the headline that is long enough to be one."""
        parsed, title = self._parsed, len(self._parsed.article.headline.rstrip())
        numbered = enumerate(parsed.sentences)
        found = (n for n, (first, end) in numbered if parsed.starts[first] >= title and end - first >= LEAD)
        return next(found, 0)

    def sketch(self, article: Article, number: int) -> SentenceSketch | None:
        """One sentence, or None when it is too long or tells of fewer than two things and opens no article."""
        parsed = self._parsed
        first, end = parsed.sentences[number]
        first = after_agency(parsed, first, end)
        while first < end and parsed.words[first] in STRAY:
            first += 1
        if first == end:
            return None
        span = parsed.span(first, end - 1)
        root = next((t for t in range(first, end) if parsed.heads[t] == t), first)
        opening = article.section(span.start) == "headline" or number == self._lead
        terms = tuple(self._terms(first, end))
        fits = span.end - span.start <= LONGEST and "\n" not in article.read(span) and len({t.key for t in terms}) > 1
        if not fits and not opening:
            return None
        marks = (*self._marked(first, end), *self._overstates(span))
        return SentenceSketch(
            article.id, article.source, article.event, number, span.start, span.end,
            article.section(span.start) == "headline", opening, root, terms, marks,
            tuple(self._quoted(span)), tuple(v for v in self._voices if v.span.overlaps(span)),
        )  # fmt: skip

    def _terms(self, first: int, end: int) -> Iterator[Term]:
        """The words that carry a fact; a name is its actor, and a number goes with what it counts."""
        parsed, token = self._parsed, first
        described = self._descriptions(first, end)
        while token < end:
            number = number_at(parsed, token, end)
            if number is not None:
                unit = stem_of(number.unit)
                key, last = f"#{number.value:g}", number.last
                if number.value <= SMALL:
                    key = f"{key} {unit}"
                span = parsed.span(token, last)
                yield Term(key, "number", *span, token, clause_of(parsed, token), note=unit)
                token = last + 1
                continue
            for mention in self._actors.get(token, ()):
                if mention.head == token:
                    yield self._actor(mention)
            if self._tells(token):
                yield self._word(token, token in described)
            token += 1

    def _tells(self, token: int) -> bool:
        """Whether a word says what a sentence is about; parts of names are told by their actor."""
        parsed, lemma = self._parsed, self._parsed.lemma_lowers[token]
        kind = KINDS.get(parsed.pos[token])
        if kind is None or len(lemma) < 2 or not lemma[0].isalpha() or (kind == "name" and token in self._actors):
            return False
        words = self._words
        return lemma not in words.light and lemma not in words.reporting and lemma not in words.times

    def _word(self, token: int, described: bool) -> Term:
        parsed = self._parsed
        kind, note = KINDS[parsed.pos[token]], ""
        if kind == "verb" and is_passive(parsed, token) and by_phrase(parsed, token) is None:
            note = "passive"
        role = self._role(token) if kind in ("noun", "name") else ""
        span, phrase = parsed.span(token, token), None
        if role:
            phrase = parsed.span(self._phrase_start(token), token)
        return Term(
            stem_of(parsed.lemma_lowers[token]),
            kind,
            *span,
            token,
            clause_of(parsed, token),
            role,
            described,
            note,
            phrase,
        )

    def _phrase_start(self, token: int) -> int:
        """The first word that describes a noun, behind articles and numbers; at most four words before it."""
        parsed = self._parsed
        low = max(parsed.lefts[token], token - 4)
        return next(t for t in range(low, token + 1) if t == token or parsed.pos[t] in KINDS)

    def _actor(self, mention: Mention) -> Term:
        clause = clause_of(self._parsed, mention.head)
        span, phrase = mention.span, mention.phrase or mention.span
        return Term(
            f"@{mention.actor}",
            "actor",
            *span,
            mention.head,
            clause,
            self._role(mention.head),
            False,
            mention.label,
            phrase,
        )

    def _role(self, token: int) -> Role:
        """Whether a noun does what its clause tells, or it is done to it."""
        relation, above = role_of(self._parsed, token)
        if relation in ACTIVE_SUBJECTS or by_phrase(self._parsed, above) == token:
            return "doer"
        return "done to" if relation in LOGICAL_OBJECTS else ""

    def _descriptions(self, first: int, end: int) -> frozenset[int]:
        """Tokens that only say who somebody is, before a name and in the apposition beside it."""
        parsed, found = self._parsed, set[int]()
        for token in range(first, end):
            named = [m for m in self._actors.get(token, ()) if m.head == token and m.label == "name"]
            if not named:
                continue
            beside = [c for c in parsed.children[token] if parsed.deps[c] in APPOSITIONS | NOUN_MODIFIERS]
            if parsed.deps[token] in APPOSITIONS:
                beside.append(parsed.heads[token])
            for head in beside:
                low, high = max(parsed.lefts[head], head - 6, first), min(parsed.rights[head], head + 6, end - 1)
                found.update(range(low, high + 1))
        return frozenset(found)

    def _overstates(self, span: Span) -> Iterator[SketchMark]:
        """A headline that states what the body only reports, with how the body tells it."""
        if self._overstated and self._overstated.span.overlaps(span):
            yield self._mark("overstated", self._overstated.how, span)

    def _marked(self, first: int, end: int) -> Iterator[SketchMark]:
        """Hedges, denials, negations, reporting words, loaded words and accounts of harm of a sentence."""
        parsed = self._parsed
        span = parsed.span(first, end - 1)
        for token in range(first, end):
            lower, lemma = parsed.lowers[token], parsed.lemma_lowers[token]
            kind = self._told_by(lower, lemma, token)
            if kind:
                yield SketchMark(kind, lemma, *parsed.span(token, token), clause_of(parsed, token))
            elif self._judges(token):
                yield SketchMark(
                    "loaded", "quality", *parsed.span(token, token), clause_of(parsed, token), stem_of(lemma)
                )
        for loaded in self._found.loaded:
            if span.holds(loaded.span) and loaded.category in JUDGING:
                yield self._mark("loaded", loaded.category, loaded.span)
        for harm in self._found.agency:
            if span.holds(harm.span):
                yield self._mark("harm", harm.event, harm.span, harm.label)
        for quote in self._quotes:
            if quote.cue and span.holds(quote.cue):
                yield self._mark("cue", quote.stance, quote.cue, quote.speaker)

    def _told_by(self, lower: str, lemma: str, token: int) -> MarkKind | None:
        """What a word says of whether it is so; "deny service" refuses it, and a war claims lives."""
        words = self._words
        if lower in NEGATIONS:
            return None if self._is_supposed(token) else "negation"  # "if they do not pay": nothing is denied
        if lower in words.hedges:
            return "hedge"
        denies, reports = lemma in words.denials, lemma in words.reporting or lemma in words.claims
        if not (denies or reports):
            return None
        things = {self._parsed.lemma_lowers[t] for t in things_of(self._parsed, token)}
        if denies:
            return None if things & words.refused else "denial"
        return None if things & words.taken else "report"

    def _is_supposed(self, token: int) -> bool:
        """Whether a word stands in a clause with "if", "unless" or "whether"."""
        children = self._parsed.children[clause_of(self._parsed, token)]
        return any(self._parsed.lowers[child] in CONDITIONS for child in children)

    def _judges(self, token: int) -> bool:
        """Whether a quality bears so much feeling that it judges."""
        parsed, lower = self._parsed, self._parsed.lowers[token]
        if parsed.pos[token] not in ("ADJ", "ADV") or lower in self._words.factual:
            return False
        return abs(self._valences.get(lower, 0.0)) >= STRONG

    def _mark(self, kind: MarkKind, key: str, span: Span, note: str = "") -> SketchMark:
        parsed = self._parsed
        tokens = parsed.tokens_in(span)
        clause = clause_of(parsed, tokens[0]) if tokens else -1
        return SketchMark(
            kind, key, *span, clause, note or (stem_of(parsed.lemma_lowers[tokens[-1]]) if tokens else "")
        )

    def _quoted(self, span: Span) -> Iterator[QuotedWords]:
        """What stands in quotation marks inside a sentence."""
        parsed = self._parsed
        for pair in self._marks:
            inner = Span(max(pair.inner_start, span.start), min(pair.inner_end, span.end))
            if pair.depth or inner.start >= inner.end:
                continue
            said = tuple(parsed.lowers[t] for t in parsed.tokens_in(inner) if parsed.words[t][:1].isalnum())
            yield QuotedWords(*inner, said, pair.closed and span.start <= pair.start and pair.end <= span.end)
