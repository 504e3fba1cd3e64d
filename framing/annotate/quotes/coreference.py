"""Who a description, an "I", or the quoted person herself is: words that point back to somebody.

Where no mention says who is meant, simple rules for names decide: surnames, titles, pronouns.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from framing.annotate.quotes.context import Beside, Candidate, QuoteContext
from framing.model import Mention, Parsed
from framing.names import letters_apart
from framing.syntax import roles
from framing.syntax.roles import dependents, nouns_beside
from framing.syntax.shapes import find_paragraphs, tokens_before
from framing.syntax.tree import NOMINALS, Range

TELLING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})  # words that narrow a description down
NARROWING = roles.DESCRIPTIONS | roles.PREPOSITIONS
FIRST = frozenset({"i", "my", "me", "myself"})
PLURAL = frozenset({"we", "our", "us"})
LEAST = 2  # paragraphs in which the author says "I"
REACH = 6  # paragraphs behind a colon that may be reprinted
INITIAL = 2  # letters of "J.", which many bear
PAIR = 8  # tokens of two names between commas
MISSPELT = 6  # letters from which two differing surnames may be one
RUNNING = frozenset({"candidate", "nominee"})  # titles that are no office
OF_ITSELF = frozenset({"am", "'m", "’m", "i"})  # "I am Ada Kolb", "I, Ada Kolb, …"


def is_same(context: QuoteContext, head: int, earlier: int) -> bool:
    """Whether a description may stand for whom an earlier one describes: same noun, and nothing more is told."""
    parsed = context.parsed
    one = parsed.pos[earlier] == "NOUN" and parsed.tags[earlier] not in {"NNS", "NNPS"}
    told = _words(context, range(parsed.lefts[earlier], parsed.rights[earlier] + 1))
    return one and context.lemmas[earlier] == context.lemmas[head] and _more(context, head) <= told


def is_told_of(context: QuoteContext, head: int, names: Iterable[int]) -> bool:
    """Whether the noun of a description stands beside one of these heads of a name ("Google spokesman Ada Kolb")."""
    return is_titled(context, head, (name for name in names if name < head))


def is_titled(context: QuoteContext, head: int, names: Iterable[int]) -> bool:
    """Whether the noun at `head` stands beside one of these heads of a name, anywhere, and adds nothing to it."""
    wanted, more = context.lemmas[head].lower(), _more(context, head)
    beside = (one for name in names for one in _told(context, name))
    return any(wanted in nouns and more <= told for nouns, told in beside)


def bears_office(context: QuoteContext, head: int, names: Iterable[int]) -> bool:
    """Whether the office that a noun names stands beside one of these heads of a name; True where it is no office."""
    wanted = context.lemmas[head].lower()
    office = context.verbs.speakers.get(wanted) == "official" and wanted not in RUNNING | context.people.adherents
    return not office or any(wanted in nouns for name in names for nouns, _ in _told(context, name))


def holds_any_office(context: QuoteContext, names: Iterable[int]) -> bool:
    """Whether some office stands beside one of these heads of a name."""
    told = (noun for name in names for nouns, _ in _told(context, name) for noun in nouns)
    return any(context.verbs.speakers.get(noun) == "official" and noun not in RUNNING for noun in told)


def names_another(context: QuoteContext, head: int, names: Iterable[int]) -> bool:
    """Whether a description holds a name that never stands beside these heads: "the Orlen spokesman"."""
    own = {
        form for part in _parts(context, head) if context.parsed.pos[part] == "PROPN" for form in _forms(context, part)
    }
    told = {word for name in names if name < head for _, words in _told(context, name) for word in words}
    return not own <= told


def narrows_by_clause(context: QuoteContext, head: int) -> bool:
    """Whether a clause without a comma says which one is meant ("the officer who drove")."""
    parsed = context.parsed
    clauses = [c for c in dependents(parsed, head, roles.CLAUSES_OF_NOUNS) if c > head]
    return any(parsed.words[parsed.lefts[clause] - 1] != "," for clause in clauses)


def _told(context: QuoteContext, name: int) -> list[Beside]:
    """What stands beside a name, read once."""
    if name not in context.beside:
        context.beside[name] = _read_beside(context, name)
    return context.beside[name]


def _read_beside(context: QuoteContext, name: int) -> list[Beside]:
    """What stands beside a name."""
    parsed, found = context.parsed, []
    for noun in (*nouns_beside(context.parsed, name), *_called(context, name)):
        if parsed.lowers[parsed.lefts[noun]] == "another":
            continue  # not the one told of so far
        if parsed.deps[noun] in roles.MODIFIERS and noun < name:
            around = range(parsed.lefts[name], name)
        else:
            around = range(parsed.lefts[noun], parsed.rights[noun] + 1)
        found.append((_forms(context, noun), _words(context, around)))
    return found


def _called(context: QuoteContext, name: int) -> list[int]:
    """The noun that a sentence calls somebody: "Ada Kolb is a lawyer"."""
    parsed = context.parsed
    link = parsed.heads[name]
    if parsed.deps[name] not in roles.SUBJECT or context.lemmas[link] != "be":
        return []
    return [child for child in dependents(parsed, link, roles.PREDICATES) if child > link]


def _forms(context: QuoteContext, noun: int) -> frozenset[str]:
    """A noun as it may be written elsewhere: its lemma, and the office that a short title stands for."""
    lower = context.parsed.lowers[noun]
    return frozenset({context.lemmas[noun].lower(), lower}) | context.people.short_titles.get(lower, frozenset())


def _words(context: QuoteContext, tokens: Iterable[int]) -> frozenset[str]:
    """The words of a stretch that tell something, short titles also in full."""
    return frozenset(
        form for token in tokens if context.parsed.pos[token] in TELLING for form in _forms(context, token)
    )


def _more(context: QuoteContext, head: int) -> frozenset[str]:
    """Lemmas with which a description narrows its noun down: "former", another body's name."""
    return frozenset(context.lemmas[part].lower() for part in _parts(context, head))


def _parts(context: QuoteContext, head: int) -> list[int]:
    """The tokens with which a description narrows its noun down."""
    parsed = context.parsed
    parts = dependents(parsed, head, NARROWING)
    tokens = [t for part in parts for t in range(parsed.lefts[part], parsed.rights[part] + 1)]
    return [t for t in tokens if parsed.pos[t] in TELLING]


def is_author(context: QuoteContext, token: int) -> bool:
    """Whether the first person at `token` is the author: "I" stands in two paragraphs, and nothing is reprinted here.

    A text is taken for reprinted behind a paragraph that ends with a colon, as far as its first person goes on.
    """
    if context.inside[token] >= 0:
        return False
    paragraphs = find_paragraphs(context.parsed)
    own = [number for number, words in enumerate(paragraphs) if _says(context, words, FIRST)]
    here = next(number for number, (first, last) in enumerate(paragraphs) if first <= token <= last)
    return len(own) >= LEAST and not _reprinted(context, paragraphs, here)


def _reprinted(context: QuoteContext, paragraphs: list[Range], here: int) -> bool:
    """Whether a paragraph belongs to a text that a colon before it announces."""
    steps = 0
    for number in range(here - 1, -1, -1):
        steps += 1
        if steps > REACH:
            return False
        if context.parsed.words[paragraphs[number][1]] == ":":
            return True
        if _says(context, paragraphs[number], FIRST | PLURAL):
            steps = 0
    return False


def _says(context: QuoteContext, words: Range, pronouns: frozenset[str]) -> bool:
    """Whether one of the pronouns stands in a paragraph, outside quotation marks."""
    tokens = range(words[0], words[1] + 1)
    return any(
        context.inside[t] < 0 and context.parsed.pos[t] in {"PRON", "DET"} and context.parsed.lowers[t] in pronouns
        for t in tokens
    )


def is_about(context: QuoteContext, actors: Iterable[str], name: str, tokens: Iterable[int]) -> bool:
    """Whether words name one of the actors, or anybody by a part of this name ("" for none)."""
    parsed, wanted, parts = context.parsed, frozenset(actors), {one for one in name.split() if len(one) > INITIAL}
    for token in tokens:
        here = [m.actor for m in context.mentions.get(token, ()) if m.label == "name"]
        part = parsed.pos[token] == "PROPN" and parsed.words[token] in parts and not (wanted and here)
        if (part or not wanted.isdisjoint(here)) and not _by_herself(context, token):
            return True  # not "Barbara [Bush]" for her son
    return False


def opens_report(context: QuoteContext, candidate: Candidate, actors: tuple[str, ...]) -> bool:
    """Whether a report in the outlet's words opens with whoever makes it: "Lena Hurst will not run, she announced"."""
    first, parsed = candidate.first, context.parsed
    ahead = candidate.cue is not None and candidate.cue[0] > candidate.last and context.inside[first] < 0
    opening = (t for t in mentions_of(context, actors, "name") if parsed.lefts[t] <= first <= t)
    return ahead and any(parsed.deps[t] in roles.SUBJECTS for t in opening)


def is_named_with_body(context: QuoteContext, tokens: Iterable[int], name: str) -> bool:
    """Whether every part of a name in these words belongs to a thing named after somebody: "the Kolb/Brand ticket"."""
    parsed = context.parsed
    parts = [t for t in tokens if parsed.words[t] in name.split()]
    return all(parsed.deps[t] in roles.MODIFIERS and parsed.pos[parsed.heads[t]] == "NOUN" for t in parts)


def _by_herself(context: QuoteContext, token: int) -> bool:
    """Whether somebody gives her own name ("I am Ada Kolb")."""
    first = context.parsed.lefts[token]
    before = context.parsed.lowers[max(0, first - 2) : first]
    return not OF_ITSELF.isdisjoint(before)


def names_in(parsed: Parsed, head: int, source: tuple[int, int]) -> list[int]:
    """Heads of everybody whom a source names: "X and Y" are two."""
    heads, queue = [head], [head]
    while queue:
        for child in dependents(parsed, queue.pop(), roles.CONJUNCTS):
            if parsed.pos[child] in NOMINALS and source[0] <= child <= source[1]:
                heads.append(child)
                queue.append(child)
    return sorted(heads)


def run_of(parsed: Parsed, head: int, titles: frozenset[str]) -> tuple[int, ...]:
    """Tokens of the name that `head` ends, titles left out."""
    tokens = [head]
    token = head - 1
    while token >= 0 and parsed.pos[token] == "PROPN" and parsed.sentence_of[token] == parsed.sentence_of[head]:
        if parsed.deps[token] not in roles.MODIFIERS or parsed.lowers[token].strip(".") in titles:
            break
        tokens.insert(0, token)
        token -= 1
    return tuple(tokens)


def written_name(context: QuoteContext, head: int) -> str:
    """The fullest form of a name: "Markov" becomes "Sergey Markov" when the article gives that before."""
    parsed, titles, proper = context.parsed, context.verbs.rules.name_titles, context.proper
    own = run_of(parsed, head, titles)
    words = [parsed.words[t].lstrip("-–—") for t in own]  # a dash may be glued to the first
    if len(own) == 1:
        for other in reversed(proper[: bisect_left(proper, head)]):
            if parsed.words[other][0] == words[0][:1] and _same_name(parsed.words[other], parsed.words[head]):
                full = run_of(parsed, other, titles)
                if len(full) > 1:
                    return " ".join(parsed.words[t] for t in full)
    return " ".join(words)


def guess_names(parsed: Parsed, pronoun: int, inside: tuple[int, ...]) -> list[int]:
    """Heads of whoever a pronoun stands for: for "they" the joint subject before it, else the nearest named subject.

    `inside[token]` is negative outside quotation marks; what stands inside is left out.
    """
    plural = parsed.lowers[pronoun] in {"they", "their"}
    for token in tokens_before(parsed, pronoun, 2):
        wanted = {"PROPN", "NOUN"} if plural else {"PROPN"}
        if inside[token] >= 0 or parsed.deps[token] not in roles.SUBJECTS or parsed.pos[token] not in wanted:
            continue
        heads = _pair_behind(parsed, token) or names_in(parsed, token, (0, pronoun))
        if plural == (len(heads) > 1 or parsed.tags[token] == "NNS"):
            return heads
    return []


def _pair_behind(parsed: Parsed, noun: int) -> list[int]:
    """Last words of two names between commas behind a plural: "her neighbours, [Samir and Lotte Obuya], "."""
    comma = next((t for t in range(noun + 1, parsed.rights[noun]) if parsed.words[t] == ","), len(parsed))
    end = next((t for t in range(comma + 1, min(comma + PAIR, len(parsed))) if parsed.words[t] == ","), comma)
    words = parsed.pos[comma + 1 : end]
    if parsed.tags[noun] != "NNS" or words.count("CCONJ") != 1 or set(words) != {"PROPN", "CCONJ"}:
        return []
    return [comma + words.index("CCONJ"), end - 1]


def is_full_name(context: QuoteContext, token: int) -> bool:
    """Whether a name of several words ends at a token."""
    titles = context.verbs.rules.name_titles
    return context.parsed.pos[token] == "PROPN" and len(run_of(context.parsed, token, titles)) > 1


def turn_name(parsed: Parsed, token: int, titles: frozenset[str]) -> str:
    """The name of whoever has the turn in an interview: "REYES" becomes "Jon Reyes" when the article names her so."""
    for other in range(len(parsed)):
        word = parsed.words[other]
        if parsed.pos[other] == "PROPN" and not word.isupper() and word.upper() == parsed.words[token]:
            return " ".join(parsed.words[t] for t in run_of(parsed, other, titles))
    return parsed.words[token].title()


def _same_name(one: str, other: str) -> bool:
    """Whether two surnames are the same, a slip of one or two letters allowed in long ones."""
    if one == other:
        return True
    if min(len(one), len(other)) < MISSPELT or one[0] != other[0]:
        return False
    return letters_apart(one.lower(), other.lower()) <= 2


def mentions_at(context: QuoteContext, head: int) -> tuple[Mention, ...]:
    """Mentions whose head, or whose words, hold the token."""
    exact = context.mentions.get(head)
    if exact:
        return exact
    for token in context.parsed.children[head]:
        if context.parsed.deps[token] in roles.COMPOUNDS | roles.APPOSITIONS and token in context.mentions:
            near = context.mentions[token]
            if near[0].span.start <= context.parsed.starts[head] < near[0].span.end:
                return near
    return ()


def mentions_of(context: QuoteContext, actors: tuple[str, ...], label: str = "") -> list[int]:
    """Heads of the mentions of these actors, of one label when asked for."""
    tokens = dict.fromkeys(token for actor in actors for token in context.heads.get(actor, ()))
    if not label:
        return list(tokens)
    return [t for t in tokens if any(m.actor in actors and m.label == label for m in context.mentions[t])]
