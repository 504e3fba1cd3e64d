"""Whether a word stands in what somebody feels, finds or has yet to decide: "felt betrayed", "call that hype".

The outlet that tells how others see a thing does not judge it. What it calls them in passing is its own: "whether the
brash mayor will come".

Source: Wiebe, Wilson & Cardie 2005 (private states and nested sources); Quirk et al. 1985, ch. 16 (clauses behind
nouns and verbs of opinion).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from framing.model import Parsed
from framing.packs.verbs import ReportVerbs
from framing.syntax import roles
from framing.syntax.roles import dependents, object_of, prepositions

FEELING = frozenset({"feel", "feels", "felt"})  # "felt" before a participle has no lemma of its own
SEEMING = frozenset({"appear", "feel", "look", "seem", "sound"})
POINTING = frozenset({"it", "that", "these", "this", "those"})  # what is called something: "call that hype"
BLAMED = frozenset({"accountable", "responsible"})
CLAIM_NEAR = 6  # tokens from the noun of a claim to its "that"

Path = Sequence[tuple[int, int]]  # each word from the judging word upwards, with the one below it


def is_view(parsed: Parsed, path: Path, verbs: ReportVerbs) -> bool:
    """Whether the first word of `path` is how somebody feels or sees a thing, or is yet to be found out."""
    top = path[0][0]
    if _is_felt(parsed, top) or _sounds_so(parsed, top) or _is_to_whom(parsed, top):
        return True
    aside = named = False
    for token, below in path:
        aside = aside or token != below and parsed.deps[below] in roles.RELATIVE_CLAUSES | roles.APPOSITIONS
        named = named or parsed.deps[below] in roles.SUBJECTS
        if aside:
            return False
        if not named and any(parsed.lowers[child] == "whether" for child in parsed.children[token]):
            return True
        if token != below and _is_content(parsed, token, below, verbs):
            return True
    return False


def _is_felt(parsed: Parsed, token: int) -> bool:
    """Whether somebody feels it, who is not the writer: "felt betrayed"."""
    near = [*parsed.children[token], parsed.heads[token]]
    felt = [one for one in near if one < token and parsed.lowers[one] in FEELING]
    complement = parsed.deps[token] in roles.PREDICATES | roles.COMPLEMENTS or parsed.heads[token] not in felt
    return complement and any(not _is_writers(parsed, (*parsed.children[one], *near)) for one in felt)


def _is_writers(parsed: Parsed, tokens: Iterable[int]) -> bool:
    return any(parsed.lowers[one] in ("i", "we") for one in tokens)


def _sounds_so(parsed: Parsed, token: int) -> bool:
    """Whether it only sounds so to somebody: "gruesome as this might sound to bakers"."""
    clauses = dependents(parsed, token, roles.ADVERBIAL_CLAUSES)
    return any(
        parsed.lemmas[clause] in SEEMING and any(object_of(parsed, to) for to in prepositions(parsed, clause, ("to",)))
        for clause in clauses
    )


def _is_to_whom(parsed: Parsed, token: int) -> bool:
    """Whether a clause tells to whom a thing is so: "voters for whom a tax is anathema"."""
    of = parsed.heads[token] if parsed.deps[token] in roles.PREDICATES | roles.COMPLEMENTS else token
    sides = prepositions(parsed, of, ("for", "to"))
    return any(parsed.lowers[one] == "whom" for side in sides for one in parsed.children[side])


def _is_content(parsed: Parsed, token: int, below: int, verbs: ReportVerbs) -> bool:
    """Whether what stands `below` a word is what somebody calls a thing, agrees on or blames, or what a claim says."""
    lemma, head = parsed.lemma_lowers[token], parsed.heads[token]
    if _is_writers(parsed, parsed.children[token]):
        return False
    if parsed.deps[below] in roles.DIRECT_OBJECTS:
        if verbs.takes(lemma, "name") and parsed.lowers[parsed.lefts[below]] in POINTING:
            return True
        if lemma == "hold" and not BLAMED.isdisjoint(parsed.lowers[below + 1 : parsed.rights[token] + 1]):
            return True
        return verbs.takes(lemma, "that") and parsed.lowers[token + 1] == "that" and parsed.pos[token + 1] == "SCONJ"
    if parsed.lowers[below] == "as" and parsed.deps[token] in roles.DIRECT_OBJECTS:
        return verbs.takes(parsed.lemma_lowers[head], "as")  # "view the sale as …", "as" hung on the sale
    if below > token and parsed.lowers[parsed.lefts[below]] == "as" and parsed.pos[below] in ("ADJ", "NOUN"):
        return (
            verbs.takes(lemma, "as") or verbs.stances.get(lemma) == "attacking"
        )  # "criticized as crude what was said"
    that = next((child for child in parsed.children[below] if parsed.lowers[child] == "that"), None)
    return that is not None and parsed.pos[that] == "SCONJ" and _is_claim(parsed, that, verbs)


def _is_claim(parsed: Parsed, that: int, verbs: ReportVerbs) -> bool:
    """Whether a noun of what is said or thought stands before "that", with nothing but its phrases in between."""
    for token in range(that - 1, max(-1, that - 1 - CLAIM_NEAR), -1):
        if parsed.pos[token] in ("VERB", "AUX", "PUNCT"):
            return False
        if parsed.pos[token] == "NOUN" and parsed.lemmas[token] in verbs.nouns:
            return verbs.nouns[parsed.lemmas[token]] != "endorsing"
    return False
