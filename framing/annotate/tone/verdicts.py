"""The words bound to a mention that say in plain words what the sentence thinks of it, or who does.

"The corrupt mayor", "he misled voters", "her dishonesty", "was accused of lying", "their shameful silence": the
actor's own clause, predicate, modifier or possession. What is negated, hypothetical, asked or hidden from the mention
is none. A pronoun counts only where nobody else can be meant.

Source: Martin & White 2005, The Language of Evaluation (judgement); Saurí & Pustejovsky 2009, FactBank (what happened).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from framing.annotate.tone.reading import Reading
from framing.annotate.tone.roles import OWNING, Roles
from framing.model import Mention, Parsed
from framing.syntax import roles as syntax
from framing.syntax.roles import dependents

Verdicts = Mapping[str, tuple[str, ...]]  # lemma -> its lists in `tone_verdicts.toml`
CALLED = frozenset({"is", "mod", "is.mod", "poss.mod", "poss.is"})
SIGNS = {  # list -> sign, the relations in which it holds
    "blames": (-1, frozenset({"obj"})),
    "praises": (1, frozenset({"obj"})),
    "rescues": (1, frozenset({"subj"})),
    "misdeeds": (-1, frozenset({"subj", "subj.advcl"})),
    "failures": (-1, frozenset({OWNING, "of"})),
    "merits": (1, frozenset({OWNING, "of"})),
    "bad": (-1, CALLED),
    "good": (1, CALLED),
}
NONE: tuple[int, frozenset[str]] = (0, frozenset())
OPEN = frozenset({"withheld", "wanted"})  # lists of verbs behind which an infinitive is not done, or not yet
UNREAL = frozenset({"could", "if", "may", "might", "should", "unless", "whether", "would"})
MEANT_FROM = 0.75  # confidence of a mention
STANDING_FOR = frozenset({"demonym", "metonym"})  # "the Ukrainian president" is not Ukraine
OWNED = frozenset({"'", "’", "'s", "’s"})
COMPARING = frozenset({"JJR", "JJS"})  # "their best shot" praises nobody
PLACED = frozenset({"at", "down", "in", "on", "under", "with"})  # beside "lie" they tell a place
SIZES = frozenset({"exceptional", "extraordinary", "great", "remarkable", "spectacular"})  # of a thing: how large it is
PAST = frozenset({"formerly", "once", "previously"})  # before an adjective: no longer so
NOBODY = frozenset({"neither", "nobody", "none", "nothing"})  # subjects: "none of this means that …"
GRATEFUL = frozenset({"honor", "honour"})  # "is honored to speak": says so of himself
FEELINGS = frozenset(
    {
        "anger",
        "anxiety",
        "concern",
        "doubt",
        "emotion",
        "fear",
        "frustration",
        "hint",
        "lack",
        "nervousness",
        "sense",
        "sign",
        "unease",
        "worry",
    }
)
BEFORE = 1  # sentences before a pronoun in which another actor may be meant
SURE_PRONOUNS = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself", "who"})


def find_verdicts(
    parsed: Parsed, roles: Roles, reading: Reading, hidden: Collection[int]
) -> tuple[int, tuple[int, ...]]:
    """The sign of what the words bound to a mention say of it (0: nothing, or both), and the tokens of these words."""
    verdicts, lemmas = reading.words.verdicts, parsed.lemma_lowers
    judging = [(role, token) for role, token in roles if lemmas[token] in verdicts]
    if not judging:
        return 0, ()
    found: dict[int, int] = {}
    acts = {token for role, token in roles if role == "subj"}
    for role, token in judging:
        place = token - reading.first
        if not 0 <= place < len(reading.keys) or place in hidden or reading.negated[place]:
            continue
        for name in verdicts[lemmas[token]]:
            sign, relations = SIGNS.get(name, NONE)
            if role not in relations or _is_of_another(parsed, role, token, acts) or parsed.tags[token] in COMPARING:
                continue
            if role in CALLED and not _judges_bearer(parsed, role, token, verdicts):
                continue
            if not _is_unreal(parsed, token, verdicts):
                found[token] = sign
    signs = set(found.values())
    return (signs.pop() if len(signs) == 1 else 0), tuple(found)


def _is_of_another(parsed: Parsed, role: str, token: int, acts: Collection[int]) -> bool:
    """Whether a word is said of another: "[which] X called a disgrace", "outrageous [X targeting]", "X lay down"."""
    name = parsed.heads[token] if role == "is.mod" else token
    if role in ("is", "is.mod") and parsed.deps[name] in syntax.GIVEN_NAMES:
        return parsed.heads[name] in acts
    if role == "obj" and parsed.lemma_lowers[token] in GRATEFUL:  # "honored and humbled to announce"
        alike = (token, *dependents(parsed, token, syntax.CONJUNCTS))
        return any(dependents(parsed, one, syntax.OPEN_COMPLEMENTS) for one in alike)
    if role == "subj" and parsed.lemma_lowers[token] == "betray":  # "betrayed her own concern": showed it
        things = dependents(parsed, token, syntax.DIRECT_OBJECTS)
        return any(parsed.lemma_lowers[thing] in FEELINGS for thing in things)
    if role == "subj" and parsed.lemma_lowers[token] == "lie":
        placed = {parsed.lowers[child] for child in parsed.children[token]} & PLACED
        return bool(placed) or parsed.lowers[token] in ("lay", "lain")
    after = parsed.heads[token] + 1
    return role == "mod" and after < len(parsed) and (parsed.pos[after] == "NOUN" or parsed.tags[after] == "VBG")


def _judges_bearer(parsed: Parsed, role: str, token: int, verdicts: Verdicts) -> bool:
    """Whether what somebody or something is called judges whose it is, now: "X’s remarks were [shameful]".

    Not "X’s wound was terrible", "X’s great leap", "X’s once formidable lead".
    """
    if any(parsed.lowers[child] in PAST for child in parsed.children[token]):
        return False
    if role != "poss.is":
        return role != "poss.mod" or parsed.lemma_lowers[token] not in SIZES
    while parsed.deps[token] in syntax.CONJUNCTS:
        token = parsed.heads[token]
    things = dependents(parsed, parsed.heads[token], syntax.SUBJECTS)
    return any("products" in verdicts.get(parsed.lemma_lowers[thing], ()) for thing in things)


def _is_unreal(parsed: Parsed, token: int, verdicts: Verdicts) -> bool:
    """Whether a word stands in a clause of what may be, is asked, or is not so."""
    first, end = parsed.sentences[parsed.sentence_of[token]]
    if "?" in parsed.words[end - 2 : end]:
        return True
    for node in (token, *parsed.ancestors(token)):
        marks = dependents(parsed, node, syntax.ACTIVE_AUXILIARIES | syntax.MARKERS | syntax.NEGATIONS)
        if any(parsed.lowers[mark] in UNREAL or parsed.deps[mark] in syntax.NEGATIONS for mark in marks):
            return True
        if node != token and "withheld" in verdicts.get(parsed.lemma_lowers[node], ()):
            return True
        bringer = verdicts.get(parsed.lemma_lowers[parsed.heads[node]], ())
        infinitive = any(parsed.lowers[mark] == "to" for mark in marks)
        if infinitive and (not OPEN.isdisjoint(bringer) or _is_aim(parsed, node)):
            return True  # "declined at first to criticize", "the aim is to criticize"
        if parsed.deps[node] in syntax.CLAUSE_SUBJECTS and parsed.lowers[parsed.lefts[node]] in ("for", "to"):
            return True  # "for Fisk to praise her is odd"
        if infinitive and parsed.deps[node] in syntax.CONJUNCTS:
            continue  # "to meet and to praise her"
        if "disowned" in bringer and parsed.deps[node] in syntax.REDUCED_CLAUSES | syntax.CONTENT_CLAUSES:
            return True
        if parsed.deps[node] in syntax.HEADS_OF_CLAUSES:
            above = parsed.children[parsed.heads[node]] if parsed.deps[node] in syntax.CONTENT_CLAUSES else ()
            return any(parsed.deps[c] in syntax.NEGATIONS or parsed.lowers[c] in NOBODY for c in above)
    return False


def _is_aim(parsed: Parsed, verb: int) -> bool:
    """Whether an infinitive tells what an aim, a way or a habit is: "the best way is to [criticize] X"."""
    return parsed.deps[verb] in syntax.OPEN_COMPLEMENTS and parsed.lemmas[parsed.heads[verb]] == "be"


def is_meant(parsed: Parsed, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether the words are surely about the actor of the mention, and about nobody who belongs to it.

    A pronoun is where no other actor is named before it in its sentence and the sentence before.
    """
    after = parsed.tokens_in(mention.span).stop
    owns = after < len(parsed) and parsed.words[after] in OWNED and parsed.deps[mention.head] not in syntax.POSSESSORS
    if mention.confidence < MEANT_FROM or owns or mention.label in STANDING_FOR:
        return False
    if mention.label != "pronoun":
        return True
    here = parsed.sentence_of[mention.head]
    near = (
        other
        for other in mentions
        if other.span.start < mention.span.start and here - BEFORE <= parsed.sentence_of[other.head] <= here
    )
    actors = {other.actor for other in near if other.label != "pronoun"}
    return parsed.article.read(mention.span).lower() in SURE_PRONOUNS and actors == {mention.actor}
