"""Words that stand in a grammatical relation to a mention: what it does, what is done to it, what it is called.

A relation is a short path, nearest word first: `subj` (the mention is subject of the word), `obj` (object, also of a
passive), `subj.obj` (the word is object of the verb whose subject it is), `subj.of`, `is` (predicate or apposition),
`mod` (adjective or noun before it), `poss` (the word is owned by it), `against^obj` (object's verb above "against").
Conjuncts and appositions share the relation of the word that they hang on; control passes it on ("wants to destroy").
"""

from __future__ import annotations

from collections.abc import Collection

from framing.model import Parsed
from framing.syntax.quotation_marks import RIGHT
from framing.syntax.roles import (
    ACTIVE_AUXILIARIES,
    ACTIVE_SUBJECTS,
    AUXILIARIES,
    CONJUNCTS,
    DIRECT_OBJECTS,
    LOGICAL_OBJECTS,
    MARKERS,
    MODIFIERS,
    SUBJECTS,
    dependents,
    has_whose,
)
from framing.syntax.tree import RELATIVE_PRONOUNS

Roles = list[tuple[str, int]]
VERBAL = frozenset({"VERB", "AUX"})
POSSIBLE = frozenset({"would", "could", "might", "may"})
ONE = frozenset({"NN", "NNP"})  # tags of nouns that are one
SEVERAL = frozenset({"are", "have", "were"})
BODIES = frozenset({"army", "city", "company", "country", "firm", "force", "nation", "state", "team", "troop"})
ALIKE = frozenset({"another", "fellow"})  # before a joined noun they count what stands before it in
OWNING = "poss"  # the word belongs to the mention


def roles_of(parsed: Parsed, head: int, amounts: Collection[str] = ()) -> Roles:
    """Each (relation, token) of the mention whose head is `head`; "dozens of X" stands where X would (`amounts`)."""
    found: Roles = []
    _own(parsed, head, found)
    dep, above = parsed.deps[head], parsed.heads[head]
    if above == head:
        return found
    if dep in MODIFIERS:
        found.append(("part", above))
        _upwards(parsed, above, "part.", found, amounts)
    elif dep == "poss":
        found.append(("poss", above))
        found += [("poss.mod", child) for child in parsed.children[above] if parsed.deps[child] == "amod"]
        _upwards(parsed, above, "poss.", found, amounts)
    else:
        if dep == "appos" and parsed.pos[above] == "NOUN" and not _is_cut(parsed, above, head):
            found.append(("is", above))
            found += [("is.mod", child) for child in parsed.children[above] if parsed.deps[child] in MODIFIERS]
        _upwards(parsed, head, "", found, amounts)
    return found


def _own(parsed: Parsed, head: int, found: Roles) -> None:
    """What hangs on the mention itself: adjectives, appositions, relative clauses, "X of Y"."""
    deps, children = parsed.deps, parsed.children
    for child in children[head]:
        dep = deps[child]
        if dep in MODIFIERS and not (parsed.tags[child] == "VBN" and parsed.words[child - 1] == "-"):  # coal-fired
            found.append(("mod", child))
            found += [("mod", below) for below in children[child] if deps[below] == "amod"]
        elif dep == "appos" or (dep == "conj" and _is_alike(parsed, child)):
            found.append(("is", child))
            found += [("is.mod", below) for below in children[child] if deps[below] in MODIFIERS]
        elif dep == "relcl":
            subject = parsed.child(child, "nsubj", "nsubjpass")
            if subject is not None and has_whose(parsed, subject):
                found.append((OWNING, subject))
                _upwards(parsed, subject, "poss.", found)
            else:
                _verb(parsed, child, _relative(parsed, child), head, found)
        elif dep == "acl":
            _verb(parsed, child, "obj" if parsed.tags[child] == "VBN" else "subj", head, found)
        elif dep == "prep":
            found += [(f"has.{parsed.lowers[child]}", below) for below in children[child] if deps[below] == "pobj"]


def _is_alike(parsed: Parsed, noun: int) -> bool:
    """Whether a joined noun says what stands before it, too: "X and another thug", "X and fellow bigots"."""
    return parsed.pos[noun] == "NOUN" and any(parsed.lowers[child] in ALIKE for child in parsed.children[noun])


def _relative(parsed: Parsed, verb: int) -> str:
    """Which part the antecedent plays in its relative clause."""
    subject = parsed.child(verb, "nsubj", "nsubjpass")
    if subject is not None and parsed.lowers[subject] in RELATIVE_PRONOUNS and parsed.deps[subject] == "nsubj":
        return "subj"
    return "obj"


def _whole(parsed: Parsed, token: int, amounts: Collection[str]) -> int:
    """The noun whose place a noun shares: the first of several, the one it explains, or "hundreds" before it."""
    deps, heads = parsed.deps, parsed.heads
    while heads[token] != token:
        dep, above = deps[token], heads[token]
        if dep in {"conj", "appos"} and parsed.pos[above] not in VERBAL and not _is_cut(parsed, above, token):
            token = above
        elif dep == "pobj" and parsed.lowers[above] == "of" and parsed.lemma_lowers[heads[above]] in amounts:
            token = heads[above]
        else:
            break
    return token


def _is_cut(parsed: Parsed, above: int, token: int) -> bool:
    """Whether a quotation ends between a noun and what seems to explain it: ““a good reporter,” [Trump] said"."""
    return any(parsed.words[one] in RIGHT or parsed.words[one] == '"' for one in range(above + 1, token))


def _upwards(parsed: Parsed, token: int, pre: str, found: Roles, amounts: Collection[str] = ()) -> None:
    """The relation of `token` to the word above it, carried over conjuncts, appositions and "hundreds of"."""
    deps, heads = parsed.deps, parsed.heads
    token = _whole(parsed, token, amounts)
    dep, above = deps[token], heads[token]
    if above == token:
        return
    if dep in SUBJECTS and (owned := _owned(parsed, above, token)) is not None:
        found.append((f"{pre}{OWNING}", owned))
        _verb(parsed, above, f"{pre}poss.subj", owned, found)
    elif dep in SUBJECTS and deps[above] == "auxpass":
        _verb(parsed, heads[above], f"{pre}obj", token, found)
    elif dep in ACTIVE_SUBJECTS:
        _verb(parsed, above, f"{pre}subj", token, found)
    elif dep in {"nsubjpass", "dobj", "oprd"}:
        _verb(parsed, above, f"{pre}obj", token, found)
    elif dep in {"dative", "iobj"}:
        _verb(parsed, above, f"{pre}to", token, found)
    elif dep == "pobj":
        _preposition(parsed, above, pre, found)
    else:
        found.append((f"{pre}{'is_of' if dep == 'attr' else 'near'}", above))


def _owned(parsed: Parsed, verb: int, mention: int) -> int | None:
    """The nearer subject of a verb whose relative clause the parser missed: "X, whose [uncle] was a thief, …"."""
    whose = (child for child in dependents(parsed, verb, SUBJECTS) if child > mention and has_whose(parsed, child))
    return next(whose, None)


def _preposition(parsed: Parsed, preposition: int, pre: str, found: Roles) -> None:
    """What a preposition before the mention hangs on: "attack on X", "sanctions imposed on X", "killed by X"."""
    deps, heads, children = parsed.deps, parsed.heads, parsed.children
    above = heads[preposition]
    if deps[preposition] == "agent":
        _verb(parsed, above, f"{pre}subj", preposition, found)
        return
    role = f"{pre}{parsed.lowers[preposition]}"
    found.append((role, above))
    if parsed.pos[above] in VERBAL:
        for child in children[above]:
            if deps[child] == "dobj":
                found.append((f"{role}.obj", child))
            elif deps[child] == "nsubj":
                found.append((f"{role}.subj", child))
        return
    found += [(f"{role}.mod", child) for child in children[above] if deps[child] == "amod"]
    dep, top = deps[above], heads[above]
    if top == above:
        return
    if dep == "pobj":
        found.append((f"{role}^{parsed.lowers[top]}", heads[top]))
    elif parsed.pos[top] in VERBAL:
        part = "subj" if dep in ACTIVE_SUBJECTS else "obj" if dep in LOGICAL_OBJECTS else "x"
        found.append((f"{role}^{part}", top))


def _verb(parsed: Parsed, verb: int, role: str, mention: int, found: Roles, depth: int = 0) -> None:
    """The verb and what it takes, seen from a mention that is its subject or object."""
    found.append((role, verb))
    acts = role.endswith("subj")
    for child in parsed.children[verb]:
        if child == mention:
            continue
        dep = parsed.deps[child]
        if dep in {"prep", "agent"}:
            name = f"{role}.{parsed.lowers[child]}"
            found += [(name, below) for below in parsed.children[child] if parsed.deps[below] in {"pobj", "pcomp"}]
        elif dep == "dobj":
            _object(parsed, child, f"{role}.obj", found, deep=depth == 0)
        elif dep in {"acomp", "attr", "oprd"}:
            if not (acts and _is_of_object(parsed, child, verb)):
                _predicate(parsed, child, role, found, acts=acts)
        elif dep == "nsubj" and not acts:
            found.append((f"{role}.subj", child))
        elif dep in {"advmod", "prt"}:
            found.append((f"{role}.{dep}", child))
        else:
            _clause(parsed, child, role, (verb, mention), found, depth=depth)


def _is_of_object(parsed: Parsed, child: int, verb: int) -> bool:
    """Whether a predicate tells what the doer makes or calls something else: "called the deal [a disgrace]"."""
    rest = (below for below in parsed.children[verb] if below != child)
    return parsed.deps[child] == "oprd" and any(parsed.deps[below] in {"dobj", "oprd"} for below in rest)


def _clause(parsed: Parsed, child: int, role: str, ends: tuple[int, int], found: Roles, *, depth: int) -> None:
    """A verb below the verb: what the mention is made or wants to do, and what it does besides."""
    dep, acts, verb = parsed.deps[child], role.endswith("subj"), ends[0]
    if dep == "xcomp" and depth < 2:
        passed = f"{role[:-3]}subj" if role.endswith("obj") else role
        _verb(parsed, child, passed, ends[1], found, depth + 1)
    elif dep == "ccomp" and depth < 1:
        found.append((f"{role}.ccomp", child))
    elif dep == "conj" and role == "obj" and depth < 1 and _shares(parsed, child, verb):
        _verb(parsed, child, role, ends[1], found, depth + 1)
    elif not acts or any(parsed.deps[below] in SUBJECTS for below in parsed.children[child]):
        return
    elif dep == "conj" and depth < 2 and not _is_of_several(parsed, child, ends[1]):
        _verb(parsed, child, role, ends[1], found, depth + 1)
    elif dep == "advcl" and depth < 1:
        found.append((f"{role}.advcl", child))


def _is_of_several(parsed: Parsed, verb: int, mention: int) -> bool:
    """Whether a joined verb has the form for several, the mention being one: "X said polls are off, [have] erred"."""
    first = min([verb, *dependents(parsed, verb, AUXILIARIES)])
    one = parsed.tags[mention] in ONE and not dependents(parsed, mention, CONJUNCTS)
    return one and parsed.lowers[first] in SEVERAL


def _shares(parsed: Parsed, verb: int, first: int) -> bool:
    """Whether a verb joined to a passive is passive like it, of the same subject: "was held and [beaten]"."""
    own = {parsed.deps[child] for child in parsed.children[verb]}
    if parsed.tags[verb] != "VBN" and own.isdisjoint({"oprd", "acomp"}):
        return False
    return any(parsed.deps[child] == "auxpass" for child in parsed.children[first]) and own.isdisjoint(SUBJECTS)


def _object(parsed: Parsed, token: int, role: str, found: Roles, *, deep: bool) -> None:
    """An object, its adjectives and what its prepositions bring."""
    found.append((role, token))
    if not deep:
        return
    for child in parsed.children[token]:
        if parsed.deps[child] == "amod":
            found.append((f"{role}.mod", child))
        elif parsed.deps[child] == "prep":
            name = f"{role}.{parsed.lowers[child]}"
            found += [(name, below) for below in parsed.children[child] if parsed.deps[below] == "pobj"]


def _predicate(parsed: Parsed, token: int, role: str, found: Roles, *, acts: bool) -> None:
    """What the mention is said to be, with its adjectives and prepositions ("is guilty of fraud", "called a liar")."""
    name = f"{role[: -4 if acts else -3]}is" if acts or role.endswith("obj") else f"{role}.is"
    found.append((name, token))
    for child in parsed.children[token]:
        if parsed.deps[child] in MODIFIERS:
            found.append((f"{name}.mod", child))
        elif parsed.deps[child] == "conj" and parsed.pos[child] not in VERBAL:
            found.append((name, child))
        elif parsed.deps[child] == "xcomp" and acts:  # "is poised to [dismantle] the rule"
            _verb(parsed, child, role, token, found, 1)
        elif parsed.deps[child] == "prep":
            below = parsed.child(child, "pobj")
            if below is not None:
                found.append((f"{name}.{parsed.lowers[child]}", below))


def never_was(parsed: Parsed, verb: int) -> bool:
    """Whether the verb stands in a mood of what is not so, or not yet: "would have spared", "I wish X were kind"."""
    if parsed.lowers[verb] == "were" and (
        parsed.lefts[verb] == verb
        or parsed.lemma_lowers[parsed.heads[verb]] == "wish"
        or dependents(parsed, verb, MARKERS)
    ):
        return True
    words = {parsed.lowers[child] for child in dependents(parsed, verb, ACTIVE_AUXILIARIES)}
    return not words.isdisjoint(POSSIBLE) or ("should" in words and "have" in words)


def is_rescuing(parsed: Parsed, verb: int) -> bool:
    """Whether "pull out" has a thing or a crowd as object: "pulled [children] out of the school", not of a treaty."""
    things = dependents(parsed, verb, DIRECT_OBJECTS) if parsed.lemma_lowers[verb] == "pull" else ()
    return any(parsed.pos[thing] == "NOUN" and parsed.lemma_lowers[thing] not in BODIES for thing in things)
