"""Whether a text says that an event happened: not as part of a name, not denied, feared, planned or only imputed.

Source: Karttunen 1971, Implicative verbs; Saurí & Pustejovsky 2009, FactBank (which verbs vouch for their complement).
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from framing.annotate.agency.participants import Event
from framing.model import Parsed
from framing.packs.events import HarmWords
from framing.syntax.shapes import is_capital_by_place
from framing.syntax.tree import is_among

CONDITIONS = frozenset({"if", "unless", "lest", "whether", "until"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
ABSENCE = frozenset({"without", "against", "instead", "absent"})
HELPERS = ("aux", "auxpass", "nsubj", "nsubjpass")  # they keep a bare verb from being an order
NOUNS = ("NOUN", "PROPN")
STEPS = 8  # clauses and phrases above an event that are asked


def is_factual(parsed: Parsed, event: Event, named: Set[int], words: HarmWords) -> bool:
    """Whether the outlet, or whoever it quotes, vouches for the event; `named` are the tokens inside names."""
    token = event.token
    if token in named or parsed.words[token][:1].isupper() and not is_capital_by_place(parsed, token):
        return False  # only a name explains the capital: "the Coalition Against Violence"
    if event.imputed:
        return not any(part is not None and _is_nobody(parsed, part, words) for part in (event.agent, event.patient))
    if event.agent is None and any(is_among(parsed, above, words.blame) for above in _governors(parsed, token, words)):
        return False  # somebody is said to be the doer: "blamed for", "the suspect in"
    if any(part is not None and _is_nobody(parsed, part, words) for part in (event.agent, event.patient)):
        return False
    if parsed.pos[token] in NOUNS:
        return not _noun_unreal(parsed, token, words)
    return not _verb_unreal(parsed, token, words)


def _is_negative(parsed: Parsed, token: int, words: HarmWords) -> bool:
    """ "No one", "no civilians", "anyone"."""
    return any(parsed.lowers[t] in words.negatives for t in (token, *parsed.children[token]))


def _is_nobody(parsed: Parsed, token: int, words: HarmWords) -> bool:
    """Whether a side of an event is no one, or no one in particular: "if you get shot"."""
    return parsed.lowers[token] in words.generic_persons or _is_negative(parsed, token, words)


def _governors(parsed: Parsed, token: int, words: HarmWords) -> Iterator[int]:
    """What an event hangs on after a preposition of blame, also through a participle or a second noun."""
    node = token
    for _ in range(STEPS):
        dep, head = parsed.deps[node], parsed.heads[node]
        if head == node:
            return
        if dep in ("pobj", "pcomp") and parsed.lowers[head] in words.blaming_prepositions:
            yield head
            yield parsed.heads[head]
            node = parsed.heads[head]
            if parsed.pos[node] not in NOUNS:
                return
        elif dep in ("conj", "xcomp", "ccomp"):
            if dep != "conj":
                yield head
            node = head
        else:
            return


def _verb_unreal(parsed: Parsed, verb: int, words: HarmWords) -> bool:
    """Whether a verb stands under a negation, a modal, a condition, or a verb that does not vouch for it."""
    node: int | None = verb
    for _ in range(STEPS):
        if node is None:
            return False
        if _clause_unreal(parsed, node, words) or _is_order(parsed, node) or _is_wish(parsed, node, words):
            return True
        unreal, node = _above(parsed, node, words)
        if unreal:
            return True
    return False


def _is_order(parsed: Parsed, verb: int) -> bool:
    """Whether a main verb is an order or a heading: "Kill the bill"."""
    main = parsed.deps[verb] in ("ROOT", "parataxis") and parsed.tags[verb] == "VB"
    return main and parsed.child(verb, *HELPERS) is None


def _is_wish(parsed: Parsed, verb: int, words: HarmWords) -> bool:
    """Whether a verb is an infinitive of what is wanted and not of what came about ("went on to kill")."""
    infinitive = any(parsed.lowers[c] == "to" and parsed.deps[c] == "aux" for c in parsed.children[verb])
    return infinitive and parsed.lemma_lowers[parsed.heads[verb]] not in words.realised


def _above(parsed: Parsed, verb: int, words: HarmWords) -> tuple[bool, int | None]:
    """Whether what a clause hangs on leaves it open, and the clause above that is to be asked next."""
    dep, head = parsed.deps[verb], parsed.heads[verb]
    if dep in ("relcl", "acl", "amod"):
        return _noun_open(parsed, head, words), None
    if dep == "pcomp":
        above = parsed.heads[head]
        accused = parsed.deps[above] in ("dobj", "nsubjpass") and _doubts(parsed, parsed.heads[above], words)
        unreal = parsed.lowers[head] in ABSENCE or accused or _doubts(parsed, above, words)
        return unreal, above if parsed.pos[above] == "VERB" else None
    if dep in ("ccomp", "xcomp"):
        return _doubts(parsed, head, words), head
    trailing = dep == "advcl" and parsed.tags[verb] == "VBG" and parsed.child(verb, "mark") is None
    if dep == "conj" or trailing:
        return False, head
    return dep in ("csubj", "csubjpass") and parsed.tags[verb] == "VBG", None


def _clause_unreal(parsed: Parsed, verb: int, words: HarmWords) -> bool:
    """Whether a clause is negated, modal or conditional in itself, or has a subject that does not exist."""
    subjects = [child for child in parsed.children[verb] if parsed.deps[child] in ("nsubj", "nsubjpass")]
    return is_clause_open(parsed, verb) or any(_is_negative(parsed, child, words) for child in subjects)


def is_clause_open(parsed: Parsed, verb: int) -> bool:
    """Whether a clause is negated, modal or conditional in itself."""
    for child in parsed.children[verb]:
        lower, dep = parsed.lowers[child], parsed.deps[child]
        if dep == "neg" or lower in ("never", "allegedly", "almost", "nearly"):
            return True
        if dep == "aux" and parsed.tags[child] == "MD":
            return True
        if dep == "mark" and lower in CONDITIONS or dep == "advmod" and lower == "if":
            return True
    return False


def _doubts(parsed: Parsed, token: int, words: HarmWords) -> bool:
    """Whether a verb or noun above an event does not vouch for it."""
    lemma = parsed.lemma_lowers[token]
    if parsed.pos[token] in NOUNS:
        return _noun_open(parsed, token, words) or lemma in words.blame
    return lemma in words.unreal_verbs or lemma in words.blame


def _noun_open(parsed: Parsed, noun: int, words: HarmWords) -> bool:
    """Whether a noun leaves open if there is such a thing: "no evidence", "the threat", "any attack"."""
    if parsed.lemma_lowers[noun] in words.unreal_nouns or _is_negative(parsed, noun, words):
        return True
    wished = (c for c in parsed.children[noun] if parsed.deps[c] == "amod" and parsed.tags[c] == "VBG")
    if any(parsed.lemma_lowers[child] in words.unreal_verbs for child in wished):
        return True  # "those supporting deportation"
    return any(parsed.lowers[child] in words.unreal_words for child in parsed.children[noun])


def _noun_unreal(parsed: Parsed, noun: int, words: HarmWords) -> bool:
    """Whether an event noun stands for nothing that happened; a definite one ("the attack") mostly does."""
    if _noun_open(parsed, noun, words):
        return True
    policy = parsed.lemma_lowers[noun] in words.measures  # "they fear his deportation": it need not have come about
    marks = [
        c for c in parsed.children[noun] if parsed.lowers[c] in DEFINITE or parsed.deps[c] == "poss" and not policy
    ]
    definite = bool(marks)
    node: int | None = noun
    for _ in range(STEPS):
        if node is None:
            return False
        dep, head = parsed.deps[node], parsed.heads[node]
        if dep == "pobj" and parsed.pos[parsed.heads[head]] in NOUNS:
            if parsed.lowers[head] in ABSENCE and not definite or _noun_open(parsed, parsed.heads[head], words):
                return True
            node = parsed.heads[head] if parsed.lowers[head] == "of" or policy else None
        elif dep == "pobj":
            return not definite and _adjunct_unreal(parsed, head, words)
        elif parsed.pos[head] in ("VERB", "AUX") and dep != "ROOT":
            carried = node == noun and dep == "dobj" and parsed.lemma_lowers[head] in words.carry
            return (carried or not definite) and _told_unreal(parsed, node, words)
        else:
            node = head if dep == "conj" else None
    return False


def _adjunct_unreal(parsed: Parsed, prep: int, words: HarmWords) -> bool:
    """Whether a verb with a preposition leaves the event open: "warned of attacks", "protested against violence"."""
    if parsed.lowers[prep] in ABSENCE or _clause_unreal(parsed, parsed.heads[prep], words):
        return True
    return parsed.lowers[prep] in words.blaming_prepositions and _doubts(parsed, parsed.heads[prep], words)


def _told_unreal(parsed: Parsed, node: int, words: HarmWords) -> bool:
    """Whether the clause around an event noun is unreal, or its verb vouches for no object."""
    verb = parsed.heads[node]
    if _is_alternative(parsed, verb):
        return True
    unsure = parsed.lemma_lowers[verb] in words.unreal_verbs and parsed.deps[node] == "dobj"
    return unsure or _verb_unreal(parsed, verb, words)


def _is_alternative(parsed: Parsed, verb: int) -> bool:
    """Whether a clause is one of two that exclude each other: "it was a mob or it was an attack"."""
    first = parsed.heads[verb] if parsed.deps[verb] == "conj" else verb
    return any(parsed.lowers[child] in ("or", "either") for child in parsed.children[first])
