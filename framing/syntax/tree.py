"""Where a word stands in the parse: the head of a span, what "who" points back to, clauses, and whole noun phrases."""

from __future__ import annotations

from collections.abc import Collection

from framing.model import Parsed

Range = tuple[int, int]  # tokens, both inclusive

CLAUSES = frozenset(("ROOT", "ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp", "parataxis", "csubj"))
NAME_PARTS = frozenset(
    {"det", "amod", "compound", "nmod", "poss", "nummod", "predet", "quantmod", "case", "punct", "npadvmod"}
)
DASHES = frozenset({"-", "–", "—", "--", "―"})
TENSED = frozenset({"VBD", "VBZ", "VBP"})  # tags of verbs that stand in a tense of their own
FINITE = TENSED | {"MD"}
NOMINALS = frozenset({"PROPN", "NOUN", "PRON"})  # parts of speech that name somebody or something
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
ASIDES = frozenset({"which", "who", "whose", "whom"})
RELATIVES = RELATIVE_PRONOUNS | {"whose", "where", "when"}  # words that open a relative clause
MAX_WORDS = 30


def head_of(parsed: Parsed, first: int, last: int) -> int:
    """The first token from `first` to `last` (inclusive) that hangs on a word outside; `first` if there is none."""
    for token in range(first, last + 1):
        head = parsed.heads[token]
        if not first <= head <= last or head == token:
            return token
    return first


def head_of_name(parsed: Parsed, first: int, last: int) -> int:
    """The last token of a name that hangs on a word outside, or `last`.

    Of a broken parse of a name the last part is the surname: "Glenn" and "Beck" may both hang outside.
    """
    for token in range(last, first - 1, -1):
        head = parsed.heads[token]
        if (head < first or head > last or head == token) and parsed.deps[token] not in ("punct", "case"):
            return token
    return last


def antecedent(parsed: Parsed, token: int) -> int:
    """The noun that a relative pronoun stands for ("officials, who said"), or the token itself."""
    if parsed.lowers[token] not in RELATIVE_PRONOUNS or parsed.pos[token] not in {"PRON", "DET", "SCONJ"}:
        return token
    for ancestor in parsed.ancestors(token):
        if parsed.deps[ancestor] == "relcl":
            noun = parsed.heads[ancestor]
            if parsed.deps[noun] == "conj" and parsed.lowers[noun] in {"nobody", "none"}:  # "X, and nobody else, who"
                above = parsed.heads[noun]
                noun = parsed.child(above, "attr") or above
            return _told_of_object(parsed, noun)
    return token


def _told_of_object(parsed: Parsed, noun: int) -> int:
    """The object that a clause tells of over a thing with an owner: "sent [a note] after Kolb's talk that said …"."""
    verb = parsed.heads[parsed.heads[noun]]
    if parsed.deps[noun] != "pobj" or parsed.child(noun, "poss") is None:
        return noun
    thing = parsed.child(verb, "dobj")
    return thing if thing is not None and parsed.lowers[parsed.lefts[thing]] in {"a", "an"} else noun


def find_asides(parsed: Parsed) -> list[tuple[int, int]]:
    """First and last tokens of the relative clauses behind a comma: "the case, [which has touched off riots]"."""
    found = []
    for token in [token for token, lower in enumerate(parsed.lowers) if lower in ASIDES]:
        if token and parsed.words[token - 1] == ",":
            above = (node for node in parsed.ancestors(token) if parsed.deps[node] == "relcl")
            clause = next(above, None)
            if clause is not None and clause > token:
                found.append((token, parsed.rights[clause]))
    return found


def clause_of(parsed: Parsed, token: int) -> int:
    """The verb (or other clause head) above a token, itself included."""
    for node in (token, *parsed.ancestors(token)):
        if parsed.heads[node] == node:
            return node
        if parsed.pos[node] in ("VERB", "AUX") and parsed.deps[node] not in ("aux", "auxpass"):
            return node
        if parsed.deps[node] in CLAUSES and parsed.pos[node] not in ("NOUN", "PROPN", "PRON"):
            return node
    return token


def is_among(parsed: Parsed, token: int, words: Collection[str]) -> bool:
    """Whether the token, as it stands or by its lemma, is one of the words (in small letters)."""
    return parsed.lowers[token] in words or parsed.lemma_lowers[token] in words


def is_below(parsed: Parsed, token: int, ancestor: int) -> bool:
    """Whether `token` hangs under `ancestor` (or is it)."""
    return token == ancestor or ancestor in parsed.ancestors(token)


def noun_phrase_of(parsed: Parsed, head: int, *, keep_out: tuple[Range, ...] = ()) -> Range:
    """Tokens of the noun phrase that `head` heads; it never reaches into `keep_out`."""
    if parsed.pos[head] in {"PRON", "DET"} and parsed.child(head, "prep", "relcl", "acl") is None:
        return head, head
    first = _phrase_start(parsed, head)
    last = min(_phrase_end(parsed, head), first + MAX_WORDS)
    for low, high in keep_out:
        if head < low <= last:
            last = low - 1
        if first <= high < head:
            first = high + 1
    while last > head and (parsed.pos[last] == "PUNCT" or parsed.deps[last] in {"cc", "mark"}):
        last -= 1
    return first, last


def _phrase_start(parsed: Parsed, head: int) -> int:
    """First token of a name with its titles, after a dateline ("MOSCOW (Agency) - The minister")."""
    first = head
    for child in parsed.children[head]:
        if child < head and parsed.deps[child] in NAME_PARTS and parsed.pos[child] != "PUNCT":
            first = min(first, parsed.lefts[child])
    dashes = [t for t in range(first, head) if parsed.words[t] in DASHES | {")", ":"}]
    return dashes[-1] + 1 if dashes else first


def _phrase_end(parsed: Parsed, head: int) -> int:
    """Last token of a name with its description, before a relative clause."""
    clauses = [c for c in parsed.children[head] if c > head and parsed.deps[c] == "relcl"]
    starts = [parsed.lefts[c] - 1 for c in clauses if parsed.lowers[parsed.lefts[c]] in RELATIVES]
    return min([parsed.rights[head], *starts])
