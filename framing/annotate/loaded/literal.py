"""When a loaded word does not judge where it stands: literal, part of a name or title, or denied.

"A flood swept through the village", "ripped the sail", "Heroes’ Square", "books on extremist issues", "is not a fool".

Source: Lakoff & Johnson 1980 (a metaphor needs a second domain); Sinclair 1991, the idiom principle; Bauer 1983,
English Word-formation (prefixes).
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.model import Parsed
from framing.packs.loadedwords import LoadedWords
from framing.syntax import roles
from framing.syntax.quotation_marks import find_quoted_tokens
from framing.syntax.roles import dependents, object_of, prepositions
from framing.syntax.shapes import is_capital_by_place
from framing.syntax.tree import DASHES

FIGURES = frozenset(
    {"verb", "metaphor", "vivid"}
)  # categories whose words have a literal sense of motion, force or nature
DENIABLE = frozenset(
    {"epithet", "accusation", "booster", "praise", "vivid"}
)  # they say what somebody is, or how much so
QUOTES = frozenset("\"“”‘’'") | {"''", "``"}
CHARGED = 3  # words between a charge and what it is of: "investigated for fraudulently promoting"
PREFIXES = frozenset(
    [
        "anti",
        "co",
        "counter",
        "cross",
        "inter",
        "least",
        "left",
        "less",
        "little",
        "mid",
        "multi",
        "non",
        "other",
        "pro",
        "right",
    ]
    + ["self", "well"]
)  # what stands behind them and a hyphen has another sense
WAYS = frozenset({"across", "from", "into", "off", "over", "through", "with"})
YEARS = range(1000, 2100)
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "no", "hardly"})
NONE = frozenset({"hardly", "no"})  # deny the noun that they stand at, whatever it does in the sentence
MORE = frozenset({"just", "merely", "only", "simply"})  # behind "not" they say that it is so and more
TITLE_NEAR = 3  # tokens before the mark in which a book, film or song is named


def does_not_judge(parsed: Parsed, first: int, last: int, category: str, words: LoadedWords) -> bool:
    """Whether the words at `first` to `last` mean what they say, name something, or are denied."""
    if (
        (first == last or _is_phrasal(parsed, first, last))
        and category in FIGURES
        and _is_literal(parsed, first, words)
    ):
        return True
    if _names_topic(parsed, last, words) or _is_historical(parsed, last) or _is_charge(parsed, last, words):
        return True
    return category in DENIABLE and _is_denied(parsed, first, last)


def is_in_name(parsed: Parsed, token: int) -> bool:
    """Whether a capital inside a sentence that has few of them makes the word part of a name: "Heroes’ Square"."""
    if not is_capital(parsed, token):
        return False
    if token > 1 and parsed.lowers[token - 1] in ("and", "&") and is_capital(parsed, token - 2):
        return True  # "Godliness and Madness"
    if token > 2 and parsed.lowers[token - 1] in ("and", "&") and is_capital(parsed, token - 3):
        return True
    after = token + 1 + (token + 1 < len(parsed) and parsed.words[token + 1] in ("’", "'", "'s", "’s"))
    return any(0 <= i < len(parsed) and is_capital(parsed, i) for i in (token - 1, after))


def is_capital(parsed: Parsed, token: int) -> bool:
    """Whether a word bears a capital that only a name explains."""
    return parsed.words[token][:1].isupper() and not is_capital_by_place(parsed, token)


def is_second_half(parsed: Parsed, token: int) -> bool:
    """Whether what stands before a hyphen gives the word another sense: "cross-cutting", "thirty-one percent"."""
    if token < 2 or parsed.words[token - 1] not in DASHES:
        return False
    return parsed.lowers[token - 2] in PREFIXES or parsed.pos[token - 2] == "NUM"


def quoted_headline(parsed: Parsed) -> range:
    """The tokens that a headline quotes from its first mark on: "‘Birk is no crook’, Orel says"."""
    end = next((i for i in range(len(parsed)) if parsed.article.section(parsed.starts[i]) != "headline"), 0)
    if not end or parsed.words[0] not in QUOTES:
        return range(0)
    return range(max((i for i in range(1, end) if parsed.words[i] in QUOTES and _closes(parsed, i)), default=0))


def _closes(parsed: Parsed, token: int) -> bool:
    """Whether a mark closes: no letter touches it from behind."""
    at = parsed.ends[token]
    return at >= len(parsed.article.text) or not parsed.article.text[at].isalnum()


def _is_literal(parsed: Parsed, token: int, words: LoadedWords) -> bool:
    """Whether a word of motion, force or nature is used of things: by its subject, its object, what it is made of."""
    things = words.rules.things
    if parsed.pos[token] == "VERB" or parsed.deps[token] in roles.REDUCED_CLAUSES:
        if parsed.lemma_lowers[token].endswith(("ise", "ize", "ify")):
            return False  # built of an idea, never a blow or a motion: "weaponise the river"
        return any(parsed.lemma_lowers[i] in things for i in _sides(parsed, token))
    if parsed.deps[token] in roles.MODIFIERS:
        return parsed.lemma_lowers[parsed.heads[token]] in things
    made_of = list(_of(parsed, token))
    if made_of:
        return any(parsed.lemma_lowers[one] in things for one in made_of)
    acts = dependents(parsed, token, roles.CLAUSES_OF_NOUNS)  # a parser may take "a flood swept the town" for a noun
    acts += [parsed.heads[token]] if parsed.deps[token] in roles.SUBJECTS else []
    natural = any(parsed.lemma_lowers[act] in words.rules.natural_verbs for act in acts)
    return natural and parsed.lemma_lowers[token] in words.rules.natural_events


def _sides(parsed: Parsed, verb: int) -> Iterator[int]:
    """What a verb ties: its subject, its object, what follows a preposition of way at it."""
    yield from dependents(parsed, verb, roles.SUBJECTS | roles.OBJECTS)
    if parsed.deps[verb] in roles.CLAUSES_OF_NOUNS | roles.MODIFIERS:
        yield parsed.heads[verb]
    for child in prepositions(parsed, verb, WAYS):
        noun = object_of(parsed, child)
        if noun is not None:
            yield noun


def _is_phrasal(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a phrase is a verb with a particle or a preposition: "plowed into the crowd"."""
    return last == first + 1 and parsed.pos[first] == "VERB" and parsed.pos[last] in ("ADP", "ADV", "PART")


def _of(parsed: Parsed, noun: int) -> Iterator[int]:
    """What a noun is full of or made of."""
    found = (object_of(parsed, child) for child in parsed.children[noun] if parsed.lowers[child] == "of")
    yield from (one for one in found if one is not None)


def _names_topic(parsed: Parsed, token: int, words: LoadedWords) -> bool:
    """Whether the word only says what something deals with: "books on extremist issues", "a disaster film"."""
    return parsed.deps[token] in roles.MODIFIERS and parsed.lemma_lowers[parsed.heads[token]] in words.rules.topics


def _is_historical(parsed: Parsed, token: int) -> bool:
    """Whether a year makes a name of it: "the witch hunt of 1640"."""
    noun = parsed.heads[token] if parsed.deps[token] in roles.COMPOUNDS else token
    return parsed.pos[noun] == "NOUN" and any(_is_year(parsed.words[one]) for one in _of(parsed, noun))


def _is_year(word: str) -> bool:
    return word.isdigit() and int(word) in YEARS


def _is_charge(parsed: Parsed, token: int, words: LoadedWords) -> bool:
    """Whether the word is the name of a charge: "pleaded guilty to mishandling files"."""
    noun = parsed.heads[token]
    if parsed.deps[token] in roles.MODIFIERS and dependents(parsed, noun, roles.DETERMINERS):
        return False  # "suspended over his disgraceful speech"
    path = [token, *(node for node, _ in zip(parsed.ancestors(token), range(CHARGED), strict=False))]
    steps = zip(path, path[1:], strict=False)
    return any(parsed.lemma_lowers[above] in words.rules.charges and _is_given(parsed, below) for below, above in steps)


def _is_given(parsed: Parsed, token: int) -> bool:
    """Whether what hangs on a charge says what it is of, and not who is charged or who charges."""
    dep = parsed.deps[token]
    if dep in roles.DIRECT_OBJECTS:
        return not dependents(parsed, token, roles.DETERMINERS | roles.POSSESSORS)
    return dep in roles.PREPOSITIONS | roles.COMPLEMENTS | roles.COMPOUNDS | roles.REDUCED_CLAUSES


def _is_denied(parsed: Parsed, first: int, token: int) -> bool:
    """Whether somebody is said not to be it: "is not a racist", "not especially brilliant", "hardly a rousing call"."""
    if any(parsed.lowers[child] == "least" and parsed.lowers[child - 1] != "at" for child in parsed.children[token]):
        return True  # "the least divisive project"
    if parsed.deps[token] in roles.DEGREES and parsed.pos[parsed.heads[token]] == "ADJ":
        token = parsed.heads[token]
    if parsed.deps[token] in roles.ADJECTIVES:
        token = parsed.heads[token]
    before = (child for child in parsed.children[token] if child < first and parsed.pos[child] in ("ADV", "DET"))
    if any(parsed.lowers[child] in NONE for child in before):  # not "his No. 1 scapegoat"
        return True
    if parsed.deps[token] not in roles.PREDICATES:
        return False
    denials = (c for c in (*parsed.children[parsed.heads[token]], *parsed.children[token]) if c < first)
    return any(parsed.lowers[c] in NEGATIONS and parsed.lowers[c + 1] not in MORE for c in denials)


def quoted_titles(parsed: Parsed, words: LoadedWords) -> Iterator[int]:
    """The tokens of titles in quotation marks behind the kind of work: "in her new book, ‘Doomed to Win’"."""
    rules = words.rules
    for first, last in find_quoted_tokens(parsed).ranges:
        long = [word for word in parsed.words[first : last + 1] if len(word) > 3]
        if not long or not all(word[:1].isupper() for word in (parsed.words[first], *long)):
            continue
        before = range(max(0, first - 1 - TITLE_NEAR), first)
        nouns = [parsed.lemmas[token] for token in before if parsed.pos[token] == "NOUN"]
        if any(noun in rules.topics or noun in rules.title_words for noun in nouns):
            yield from range(first, last + 1)
