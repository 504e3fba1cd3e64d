"""Simple rules for names, used where no mention says who is meant: surnames, titles, pronouns."""

from __future__ import annotations

from framing.model import Parsed
from framing.names import letters_apart
from framing.syntax.roles import CONJUNCTS, MODIFIERS, SUBJECTS, dependents
from framing.syntax.tree import NOMINALS

MISSPELT = 6  # letters from which two differing surnames may be one


def names_in(parsed: Parsed, head: int, source: tuple[int, int]) -> list[int]:
    """Heads of everybody whom a source names: "X and Y" are two."""
    heads, queue = [head], [head]
    while queue:
        for child in dependents(parsed, queue.pop(), CONJUNCTS):
            if parsed.pos[child] in NOMINALS and source[0] <= child <= source[1]:
                heads.append(child)
                queue.append(child)
    return sorted(heads)


def run_of(parsed: Parsed, head: int, titles: frozenset[str]) -> tuple[int, ...]:
    """Tokens of the name that `head` ends, titles left out."""
    tokens = [head]
    token = head - 1
    while token >= 0 and parsed.pos[token] == "PROPN" and parsed.sentence_of[token] == parsed.sentence_of[head]:
        if parsed.deps[token] not in MODIFIERS or parsed.lowers[token].strip(".") in titles:
            break
        tokens.insert(0, token)
        token -= 1
    return tuple(tokens)


def written_name(parsed: Parsed, head: int, titles: frozenset[str]) -> str:
    """The fullest form of a name: "Markov" becomes "Sergey Markov" when the article gives that before."""
    own = run_of(parsed, head, titles)
    words = [parsed.words[t] for t in own]
    if len(own) == 1:
        for other in range(head - 1, -1, -1):
            if (
                parsed.pos[other] == "PROPN"
                and parsed.words[other][0] == words[0][0]
                and _same_name(parsed.words[other], parsed.words[head])
            ):
                full = run_of(parsed, other, titles)
                if len(full) > 1:
                    return " ".join(parsed.words[t] for t in full)
    return " ".join(words)


def guess_names(parsed: Parsed, pronoun: int, inside: tuple[int, ...]) -> list[int]:
    """Heads of whoever a pronoun stands for: for "they" the joint subject before it, else the nearest named subject.

    `inside[token]` is negative outside quotation marks; what stands inside is left out.
    """
    plural = parsed.lowers[pronoun] in {"they", "their"}
    for token in range(pronoun - 1, -1, -1):
        if parsed.sentence_of[pronoun] - parsed.sentence_of[token] > 2:
            return []
        wanted = {"PROPN", "NOUN"} if plural else {"PROPN"}
        if inside[token] >= 0 or parsed.deps[token] not in SUBJECTS or parsed.pos[token] not in wanted:
            continue
        heads = names_in(parsed, token, (0, pronoun))
        if plural == (len(heads) > 1 or parsed.tags[token] == "NNS"):
            return heads
    return []


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
