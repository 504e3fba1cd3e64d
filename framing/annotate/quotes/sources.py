"""Who speaks: the source of a cue in the parse, and the words that name it."""

from __future__ import annotations

from framing.model import Parsed

Range = tuple[int, int]  # tokens, both inclusive

SUBJECTS = ("nsubj", "csubj", "nsubjpass")
HAS = frozenset({"'s", "’s"})
NAME_PARTS = frozenset(
    {"det", "amod", "compound", "nmod", "poss", "nummod", "predet", "quantmod", "case", "punct", "npadvmod"}
)
DASHES = frozenset({"-", "–", "—", "--"})
RELATIVES = frozenset({"who", "which", "that", "whose", "whom", "where", "when"})
MAX_STEPS = 6
MAX_WORDS = 30


def subject_of(parsed: Parsed, verb: int) -> int | None:
    """Head token of whoever performs `verb`: its subject, agent, or the subject that it shares with its governor."""
    token = verb
    for _ in range(MAX_STEPS):
        near = joined_subject(parsed, token)
        if near is not None:
            return near
        if is_passive(parsed, token):
            return agent_of(parsed, token)
        subject = _nearest(parsed, token)
        if subject is not None:
            return _after_dateline(parsed, _unbracketed(parsed, subject))
        governor = _governor(parsed, token)
        if governor is None:
            return None
        if parsed.deps[token] == "acl":
            return _holder(parsed, governor) if parsed.tags[token] == "VBG" else None
        if is_passive(parsed, governor) and parsed.deps[token] != "conj":
            return parsed.child(governor, "nsubjpass")
        token = governor
    return None


def _nearest(parsed: Parsed, verb: int) -> int | None:
    """The subject of a verb; of two (a dateline and a name) the one nearest to it."""
    subjects = [child for child in parsed.children[verb] if parsed.deps[child] in SUBJECTS]
    return min(subjects, key=lambda child: abs(child - verb)) if subjects else None


def joined_subject(parsed: Parsed, verb: int) -> int | None:
    """Subject of a second clause that the parser took for part of the first: "blamed X and [Y has said] that …"."""
    if parsed.deps[verb] != "conj" or parsed.child(verb, "nsubj", "nsubjpass", "expl") is not None:
        return None
    token = verb - 1
    while token > 0 and parsed.pos[token] in {"AUX", "ADV", "PART"}:
        token -= 1
    if parsed.words[token] == ",":  # "and Y, the leader, has said"
        token = next((t - 1 for t in range(token - 1, max(0, token - 9), -1) if parsed.words[t] == ","), 0)
    if token < 1 or parsed.deps[token] != "conj" or parsed.pos[token] not in {"PROPN", "NOUN", "PRON"}:
        return None
    joint = parsed.lefts[token] - 1
    return token if parsed.pos[joint] == "CCONJ" and parsed.heads[token] < joint else None


def _unbracketed(parsed: Parsed, head: int) -> int:
    """The name before a bracket when the parser took what stands in the bracket for the name: X (D-Ohio)."""
    if head < 2 or parsed.words[head - 1] not in {"(", "-LRB-"}:
        return head
    return head - 2 if parsed.pos[head - 2] in {"PROPN", "NOUN"} else head


def after_dateline(parsed: Parsed, start: int, end: int) -> int:
    """First token after a dateline ("MARN, March 3 (Agency) - ") that opens a sentence at `start`, or `start`."""
    if not parsed.words[start].isupper() or len(parsed.words[start]) < 3:
        return start
    dashes = [token for token in range(start, min(end, start + 14)) if parsed.words[token] in DASHES]
    return dashes[0] + 1 if dashes else start


def _after_dateline(parsed: Parsed, head: int) -> int:
    """The name behind a dateline when the parser took the dateline for it: MARN (Agency) - X said."""
    if parsed.sentences[parsed.sentence_of[head]][0] < parsed.lefts[head] or not parsed.words[head].isupper():
        return head
    for token in range(head + 1, parsed.rights[head]):
        if parsed.words[token] in DASHES:
            parts = {"compound", "amod", "det", "nmod"}
            later = range(token + 1, parsed.rights[head] + 1)
            return next((t for t in later if parsed.pos[t] in {"PROPN", "NOUN"} and parsed.deps[t] not in parts), head)
    return head


def _holder(parsed: Parsed, noun: int) -> int:
    """Whoever speaks in "officials saying" (the noun) and in "sent a letter saying" (the subject of the verb)."""
    verb = parsed.heads[noun]
    if parsed.deps[noun] == "pobj":
        verb = parsed.heads[verb]
    if parsed.deps[noun] in {"dobj", "pobj"} and parsed.pos[verb] == "VERB" and parsed.pos[noun] == "NOUN":
        subject = parsed.child(verb, *SUBJECTS)
        return noun if subject is None else subject
    return noun


def is_passive(parsed: Parsed, verb: int) -> bool:
    """Whether the verb stands in the passive: with an auxiliary, or as a bare participle ("asked why, she …")."""
    if (
        parsed.tags[verb] == "VBN"
        and parsed.deps[verb] in {"acl", "advcl"}
        and parsed.child(verb, "aux", "nsubj") is None
    ):
        return True
    helper = parsed.child(verb, "auxpass")
    if helper is not None and parsed.lowers[helper] in HAS and parsed.child(verb, "ccomp") is not None:
        return False  # "he's said that …"
    return helper is not None or parsed.child(verb, "nsubjpass", "csubjpass") is not None


def agent_of(parsed: Parsed, verb: int) -> int | None:
    """Head token of the "by" phrase of a passive verb, or None."""
    by = parsed.child(verb, "agent")
    return None if by is None else parsed.child(by, "pobj")


def _governor(parsed: Parsed, token: int) -> int | None:
    """The verb (or noun, for a participle) whose subject `token` shares, or None."""
    dep, head = parsed.deps[token], parsed.heads[token]
    if head == token:
        return None
    if dep in {"conj", "xcomp", "advcl", "acl", "dep", "parataxis", "acomp", "attr"} and not (
        dep == "advcl" and _finite(parsed, token)
    ):
        return head
    if dep == "pcomp":
        verb = parsed.heads[head]
        return verb if parsed.pos[verb] in {"VERB", "AUX"} else None
    return None


def _finite(parsed: Parsed, verb: int) -> bool:
    """Whether an adverbial clause has a finite verb of its own."""
    return parsed.tags[verb] in {"VBD", "VBZ", "VBP"}


def name_of(parsed: Parsed, head: int, *, keep_out: tuple[Range, ...] = ()) -> Range:
    """Tokens of the noun phrase that `head` heads; it never reaches into `keep_out`."""
    if parsed.pos[head] in {"PRON", "DET"} and parsed.child(head, "prep", "relcl", "acl") is None:
        return head, head
    first = _name_start(parsed, head)
    last = min(_name_end(parsed, head), first + MAX_WORDS)
    for low, high in keep_out:
        if head < low <= last:
            last = low - 1
        if first <= high < head:
            first = high + 1
    while last > head and (parsed.pos[last] == "PUNCT" or parsed.deps[last] in {"cc", "mark"}):
        last -= 1
    return first, last


def _name_start(parsed: Parsed, head: int) -> int:
    """First token of a name with its titles, after a dateline ("MOSCOW (Agency) - The minister")."""
    first = head
    for child in parsed.children[head]:
        if child < head and parsed.deps[child] in NAME_PARTS and parsed.pos[child] != "PUNCT":
            first = min(first, parsed.lefts[child])
    dashes = [t for t in range(first, head) if parsed.words[t] in DASHES | {")", ":"}]
    return dashes[-1] + 1 if dashes else first


def _name_end(parsed: Parsed, head: int) -> int:
    """Last token of a name with its description, before a relative clause."""
    clauses = [c for c in parsed.children[head] if c > head and parsed.deps[c] == "relcl"]
    starts = [parsed.lefts[c] - 1 for c in clauses if parsed.lowers[parsed.lefts[c]] in RELATIVES]
    return min([parsed.rights[head], *starts])
