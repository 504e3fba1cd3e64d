"""Parsed -> candidates: expressions that may name something other articles of the event name, too.

A candidate is the head of a noun phrase, a verb that tells a deed, or an adjective that is said of somebody, with what
it is joined to: owner, doer, undergoer, governor, modifiers. Whether two name one thing is asked in `link`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from framing.model import Loaded, Mention, Parsed, WordClass, WordingCandidate
from framing.packs.wordings import WordingWords
from framing.syntax.roles import (
    APPOSITIONS,
    COMPOUNDS,
    CONJUNCTS,
    DEGREES,
    DESCRIPTIONS,
    DIRECT_OBJECTS,
    LOGICAL_OBJECTS,
    MODIFIERS,
    NEGATIONS,
    NUMBERS,
    PARTICLES,
    PREDICATES,
    PREPOSITION_OBJECTS,
    PREPOSITIONS,
    SUBJECTS,
    by_phrase,
    dependents,
    doer_of,
    is_passive,
    logical_object,
    object_of,
    possessor_of,
    prepositions,
    role_of,
)
from framing.syntax.shapes import is_title_case

NAME_WORDS, MOST_OF_HEADLINE = 4, 0.6  # of a headline, what is no name when it has more than so many words
MOST_WORDS = 8  # of a wording with what stands behind its head
SHOWN_PREPOSITIONS = ("of", "in", "for", "to", "on", "against", "from", "over", "with", "by")
JOINING = frozenset(("against", "into", "of", "to"))  # prepositions that say what a deed or a thing is of
HYPHENS = frozenset("-‐‑–")
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
EMPTY = frozenset(("PRON", "DET"))  # parts of speech that tell nothing of their own
NAMING = frozenset(("NOUN", "PROPN"))
HEADS = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))
COMMON = frozenset(("NOUN", "VERB", "ADJ", "ADV"))
CONTENT = frozenset(("NOUN", "VERB", "ADJ", "ADV", "PROPN"))
ARTICLES = frozenset(("a", "an"))
DEFINITE = frozenset(("the", "this", "that", "these", "those", "such"))
PARTICIPLES = frozenset(("VBN", "VBG"))
COPULAS = frozenset(("be", "become", "remain"))


class _Reading:
    """One article with its mentions by head token, and its loaded words by token."""

    def __init__(self, parsed: Parsed, mentions: Sequence[Mention], loaded: Sequence[Loaded]) -> None:
        self.parsed = parsed
        self.actor_at = {mention.head: mention.actor for mention in mentions}
        self.named = {m.head for m in mentions if m.label != "pronoun"}
        covered = (t for m in mentions if m.label != "pronoun" for t in parsed.tokens_in(m.span))
        self.in_name = frozenset(t for t in covered if parsed.pos[t] == "PROPN")
        self.loaded = {t: one for one in loaded for t in parsed.tokens_in(one.span)}
        self.narrowed: dict[tuple[str, str], set[str]] = {}  # wide noun and its tag -> what it was narrowed to so far

    def key(self, token: int) -> str:
        """What a token is in the context of another: its lemma; of a name "@" and its actor's id; "" for "it"."""
        actor = self.actor_at.get(token)
        if actor or self.parsed.pos[token] == "PROPN" and not _is_common(self.parsed, token):
            return f"@{actor or self.parsed.lemma_lowers[token]}"
        return "" if self.parsed.pos[token] in EMPTY else self.parsed.lemma_lowers[token]

    def loaded_in(self, tokens: Iterable[int]) -> Iterator[tuple[str, float]]:
        """The loaded words among some tokens, each once, as they stand there, and how strong they are."""
        for one in dict.fromkeys(self.loaded[token] for token in tokens if token in self.loaded):
            yield self.parsed.article.read(one.span).lower(), one.strength


def find_candidates(
    parsed: Parsed, mentions: Sequence[Mention], loaded: Sequence[Loaded], words: WordingWords
) -> tuple[WordingCandidate, ...]:
    """The candidates of an article in the order of their heads; none where no other article tells of its event."""
    if not parsed.article.event:
        return ()
    reading = _Reading(parsed, mentions, loaded)
    heads = (token for token, pos in enumerate(parsed.pos) if pos in HEADS or token in reading.named)
    return tuple(one for token in heads if (one := _candidate(reading, token, words)))


def _candidate(reading: _Reading, token: int, words: WordingWords) -> WordingCandidate | None:
    """The candidate that a token heads, or None."""
    parsed = reading.parsed
    word_class = _class_of(reading, token, words)
    if not word_class:
        return None
    first, last = _stretch(parsed, token, words)
    end = _core_end(parsed, token)
    tokens = range(first, last + 1)
    named = parsed.pos[token] == "PROPN" and not (_is_common(parsed, token) or _is_title(reading, token))
    lexeme = _resumed(reading, token, words) or _lexeme(parsed, token, words, named=named)
    if " " in lexeme:
        reading.narrowed.setdefault((parsed.lemma_lowers[token], parsed.tags[token]), set()).add(lexeme)
    return WordingCandidate(
        span=parsed.span(first, end),
        phrase=parsed.span(_possessor_start(parsed, token, first), last),
        head=parsed.span(token, token),
        lexeme=lexeme,
        word_class=word_class,
        sentence=parsed.sentence_of[token],
        core=_lemmas(parsed, range(first, end + 1), COMMON),
        content=_lemmas(parsed, tokens, CONTENT),
        nouns=_lemmas(parsed, range(first, token), NAMING),
        context=tuple(dict.fromkeys(one for one in _context(reading, token) if one[1])),
        actor=reading.actor_at.get(token, "") if token in reading.named else "",
        proper=_is_name(reading, token),
        bearer=_bearer(reading, token),
        plural=parsed.tags[token] in ("NNS", "NNPS"),
        indefinite=any(parsed.lowers[child] in ARTICLES for child in parsed.children[token]),
        negated=bool(dependents(parsed, token, NEGATIONS)),
        numbers=_numbers(parsed, token),
        modifying=parsed.deps[token] in COMPOUNDS and token not in reading.named,
        loaded=tuple(reading.loaded_in(range(first, end + 1))),
    )


def _numbers(parsed: Parsed, token: int) -> tuple[str, ...]:
    """The numbers of a noun, and of what follows it with a preposition: "two payments", "a payment of 400 crowns"."""
    targets = (object_of(parsed, one) for one in dependents(parsed, token, PREPOSITIONS))
    counted = [token, *(one for one in targets if one is not None)]
    return tuple(parsed.lowers[t] for one in counted for t in dependents(parsed, one, NUMBERS))


def _lemmas(parsed: Parsed, tokens: Iterable[int], kinds: Collection[str]) -> tuple[str, ...]:
    """The lemmas of the tokens of some parts of speech, each once."""
    return tuple(dict.fromkeys(parsed.lemma_lowers[t] for t in tokens if parsed.pos[t] in kinds))


def _class_of(reading: _Reading, token: int, words: WordingWords) -> WordClass | None:
    """noun, verb or adjective for a token that may head a wording, None for all others."""
    parsed, lemma = reading.parsed, reading.parsed.lemma_lowers[token]
    if len(lemma) < 2 or not lemma[0].isalpha():
        return None
    if token in reading.named:
        return "noun"
    match parsed.pos[token]:
        case "NOUN":
            wide = _is_too_wide(parsed, token, words) and not _resumed(reading, token, words)
            empty = lemma in words.times or _is_transparent(parsed, token, words)
            return None if wide or empty or _is_part(parsed, token) else "noun"
        case "PROPN" if _is_title(reading, token):
            return "noun"
        case "PROPN" if token not in reading.in_name and lemma not in words.times:
            return None if _is_part(parsed, token) else "noun"
        case "VERB":
            return None if lemma in words.light_verbs or parsed.deps[token] in MODIFIERS else "verb"
        case "ADJ" if parsed.deps[token] in PREDICATES:
            return None if lemma in words.light_adjectives else "adjective"
    return None


def _resumed(reading: _Reading, token: int, words: WordingWords) -> str:
    """What a bare "the man" takes up: the one narrower wording with its noun that the article had before, or ""."""
    parsed = reading.parsed
    if not (_is_too_wide(parsed, token, words) and DEFINITE & {parsed.lowers[c] for c in parsed.children[token]}):
        return ""
    before = reading.narrowed.get((parsed.lemma_lowers[token], parsed.tags[token]), set())
    return next(iter(before)) if len(before) == 1 else ""


def _is_name(reading: _Reading, token: int) -> bool:
    """Whether a token is a name or heads one; a title before a name is none."""
    if reading.parsed.pos[token] != "PROPN" or _is_title(reading, token):
        return False
    return token in reading.named or not _is_common(reading.parsed, token)


def _is_title(reading: _Reading, token: int) -> bool:
    """Whether a word with a capital stands right before somebody's name: "Prime Minister Ada Lund"."""
    parsed = reading.parsed
    if parsed.deps[token] not in COMPOUNDS or token in reading.in_name or "." in parsed.words[token]:
        return False
    return token + 1 in reading.in_name and parsed.heads[token] in reading.named


def _lexeme(parsed: Parsed, token: int, words: WordingWords, *, named: bool) -> str:
    """The lemma; of a name the whole; of a common noun that is set as one, the singular; of a wide noun with more."""
    lemma = parsed.lemma_lowers[token]
    if named:
        first = token
        while first and _modifies(parsed, first - 1, range(first, token + 1)) and parsed.words[first - 1][0].isupper():
            first -= 1
        return " ".join(parsed.words[first : token + 1])
    if parsed.pos[token] == "PROPN" and lemma.endswith("s") and not lemma.endswith(("ss", "us", "is")):
        lemma = lemma[:-1]  # of "Gun Laws" in a headline
    if lemma in words.general_nouns and parsed.pos[token] == "NOUN":
        before = dependents(parsed, token, MODIFIERS)
        return f"{parsed.lowers[before[-1]]} {lemma}" if before else lemma
    return lemma


def _is_common(parsed: Parsed, token: int) -> bool:
    """Whether a token that was taken for a name is set like a common noun, or stands where every word has a capital."""
    return parsed.words[token][0].islower() or is_title_case(parsed, parsed.sentence_of[token])


def _is_part(parsed: Parsed, token: int) -> bool:
    """Whether what stands before a noun is no noun of its own: a part of a name, or of a word with a hyphen."""
    if parsed.deps[token] not in MODIFIERS:
        return False
    beside = {*parsed.lowers[max(0, token - 1) : token], *parsed.lowers[token + 1 : token + 2]}
    named = parsed.pos[token] == "PROPN" and not _is_common(parsed, token)
    return named or parsed.deps[token] not in COMPOUNDS or not HYPHENS.isdisjoint(beside)


def _is_too_wide(parsed: Parsed, token: int, words: WordingWords) -> bool:
    """Whether the noun is too wide to name one thing and nothing before it narrows it: "people", not "young people"."""
    before = dependents(parsed, token, MODIFIERS)
    narrowed = bool(before) and parsed.lemma_lowers[before[-1]] not in words.light_adjectives
    return parsed.lemma_lowers[token] in words.general_nouns and not narrowed


def _is_transparent(parsed: Parsed, token: int, words: WordingWords) -> bool:
    """Whether the noun only counts or bundles what follows "of": "dozens of inquiries"."""
    return parsed.lemma_lowers[token] in words.transparent_nouns and bool(prepositions(parsed, token, ("of",)))


def _stretch(parsed: Parsed, head: int, words: WordingWords) -> tuple[int, int]:
    """First and last token of the wording: modifiers and head of a noun with a short phrase; a verb with its object.

    When something was is no part of its name ("congressman over the weekend"), nor is most of a headline a name.
    """
    if parsed.pos[head] in ("VERB", "ADJ"):
        first, last = head, _verb_end(parsed, head)
    else:
        first, last = _noun_start(parsed, head), head
        for preposition in prepositions(parsed, head, SHOWN_PREPOSITIONS):
            target = object_of(parsed, preposition)
            timed = target is not None and parsed.lemma_lowers[target] in words.times
            if preposition == last + 1 and not timed:
                last = parsed.rights[preposition]
    while last > head and parsed.pos[last] == "PUNCT":
        last -= 1
    return (first, last) if last - first < MOST_WORDS and not _is_headline(parsed, first, last) else (first, head)


def _is_headline(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a stretch of several words is most of a headline."""
    if last - first < NAME_WORDS or parsed.article.section(parsed.starts[first]) != "headline":
        return False
    start, end = parsed.sentences[parsed.sentence_of[first]]
    return last - first + 1 > MOST_OF_HEADLINE * (end - start)


def _core_end(parsed: Parsed, head: int) -> int:
    """Last token of the head with its particle: "carry out"."""
    after = [c for c in dependents(parsed, head, PARTICLES) if c == head + 1]
    return after[0] if after else head


def _verb_end(parsed: Parsed, head: int) -> int:
    """Last token of a verb's particle and object, or of the phrase behind an adjective."""
    joined = PARTICLES | DIRECT_OBJECTS if parsed.pos[head] == "VERB" else PREPOSITIONS
    ends = [parsed.rights[c] for c in dependents(parsed, head, joined) if c > head]
    near = [end for end in ends if end - head < MOST_WORDS]
    return max([head, *near])


def _noun_start(parsed: Parsed, head: int) -> int:
    """First token of what describes a noun; pronouns, articles and quotation marks stay outside."""
    first = head
    while first and _modifies(parsed, first - 1, range(first, head + 1)):
        first -= 1
    while first < head and parsed.lowers[first] in HYPHENS:
        first += 1
    return first


def _possessor_start(parsed: Parsed, head: int, first: int) -> int:
    """First token of a noun with its possessor, where that is a common noun: "a crane driver's daughter"."""
    if parsed.pos[head] != "NOUN" or not first or parsed.lowers[first - 1] not in POSSESSIVES:
        return first
    possessor = parsed.heads[first - 1]
    if parsed.pos[possessor] != "NOUN" or not first - MOST_WORDS < possessor < first:
        return first
    start = parsed.lefts[possessor]
    while start < possessor and parsed.pos[start] in EMPTY:
        start += 1
    return start


def _modifies(parsed: Parsed, token: int, phrase: range) -> bool:
    """Whether the token belongs to the front of the noun phrase."""
    if parsed.heads[token] not in phrase or parsed.pos[token] == "PRON":
        return False
    if parsed.tags[token] == "VBG" and token and parsed.pos[token - 1] in NAMING:
        return False  # "a rationale gutting programs": a verb with its object
    if parsed.deps[token] in DEGREES and parsed.tags[parsed.heads[token]] in PARTICIPLES:
        return True  # "federally provided education": without it, other words
    return parsed.deps[token] in DESCRIPTIONS or parsed.lowers[token] in HYPHENS


def _context(reading: _Reading, token: int) -> Iterator[tuple[str, str]]:
    """What the token is joined to, as (relation, key)."""
    parsed = reading.parsed
    if parsed.pos[token] == "VERB":
        yield from _of_verb(reading, token)
    else:
        yield from _of_noun(reading, token)
    for preposition in dependents(parsed, token, PREPOSITIONS):
        target = object_of(parsed, preposition)
        if target is not None:
            yield "owner" if parsed.lowers[preposition] == "of" else "with", reading.key(target)
    for child in dependents(parsed, token, MODIFIERS):
        yield "modifier", reading.key(child)
    yield from _roles(reading, token)
    _, governor = role_of(parsed, token)
    if governor != token and parsed.pos[governor] in CONTENT:
        yield "governor", reading.key(governor)
    elif governor != token and parsed.heads[governor] != governor:
        yield "governor", reading.key(parsed.heads[governor])


def _of_verb(reading: _Reading, token: int) -> Iterator[tuple[str, str]]:
    """Doer and undergoer of a verb."""
    parsed = reading.parsed
    doer = by_phrase(parsed, token) if is_passive(parsed, token) else doer_of(parsed, token)
    undergoer = logical_object(parsed, token)
    if doer is not None and doer != undergoer:
        yield "doer", reading.key(doer)
    if undergoer is not None:
        yield "object", reading.key(undergoer)


def _of_noun(reading: _Reading, token: int) -> Iterator[tuple[str, str]]:
    """Owner of a noun, and whoever is named after "by"; of an adjective whom it is said of."""
    parsed = reading.parsed
    for found in (possessor_of(parsed, token), by_phrase(parsed, token)):
        if found is not None:
            yield "owner", reading.key(found)
    if parsed.deps[token] in PREDICATES:
        subject = parsed.child(parsed.heads[token], *SUBJECTS)
        if subject is not None:
            yield "owner", reading.key(subject)


def _roles(reading: _Reading, token: int) -> Iterator[tuple[str, str]]:
    """What is done to a noun and by whom, or what it goes with: "object veto", "into inquiry"; not of several."""
    parsed, governor, relation = reading.parsed, reading.parsed.heads[token], reading.parsed.deps[token]
    if parsed.pos[token] != "NOUN" or relation in CONJUNCTS or dependents(parsed, token, CONJUNCTS):
        return
    if relation in LOGICAL_OBJECTS:
        yield "role", f"object {parsed.lemma_lowers[governor]}"
        doer = by_phrase(parsed, governor) if is_passive(parsed, governor) else doer_of(parsed, governor)
        if doer is not None:
            yield "role doer", reading.key(doer)
    elif relation in PREPOSITION_OBJECTS and parsed.lowers[governor] in JOINING:
        yield "role", f"{parsed.lowers[governor]} {parsed.lemma_lowers[parsed.heads[governor]]}"


def _bearer(reading: _Reading, token: int) -> str:
    """Id of the actor whom an apposition, a title or a copula says that this noun is, or ""."""
    parsed = reading.parsed
    if parsed.pos[token] not in ("NOUN", "PROPN"):
        return ""
    near = dependents(parsed, token, APPOSITIONS)
    if parsed.deps[token] in APPOSITIONS | MODIFIERS:
        near.append(parsed.heads[token])
    governor = parsed.heads[token]
    denied = bool(dependents(parsed, governor, NEGATIONS))
    if parsed.deps[token] in PREDICATES and parsed.lemma_lowers[governor] in COPULAS and not denied:
        near += dependents(parsed, governor, SUBJECTS)
    return next((reading.actor_at[t] for t in near if t in reading.actor_at), "")
