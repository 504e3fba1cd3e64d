"""Words that stand in a grammatical relation to a mention: what it does, what is done to it, what it is called.

A relation is a short path, nearest word first: `subj` (the mention is subject of the word), `obj` (object, also of a
passive), `subj.obj` (the word is object of the verb whose subject it is), `subj.of`, `is` (predicate or apposition),
`mod` (adjective or noun before it), `poss` (the word is owned by it), `against^obj` (object's verb above "against").
Conjuncts and appositions share the relation of the word that they hang on; control passes it on ("wants to destroy").
"""

from __future__ import annotations

from framing.model import Parsed
from framing.syntax.roles import ACTIVE_SUBJECTS, LOGICAL_OBJECTS, MODIFIERS, SUBJECTS
from framing.syntax.tree import RELATIVE_PRONOUNS

Roles = list[tuple[str, int]]
VERBAL = frozenset({"VERB", "AUX"})
OWNING = "poss"  # the word belongs to the mention


def roles_of(parsed: Parsed, head: int) -> Roles:
    """Each (relation, token) of the mention whose head is `head`."""
    found: Roles = []
    _own(parsed, head, found)
    dep, above = parsed.deps[head], parsed.heads[head]
    if above == head:
        return found
    if dep in MODIFIERS:
        found.append(("part", above))
        _upwards(parsed, above, "part.", found)
    elif dep == "poss":
        found.append(("poss", above))
        found += [("poss.mod", child) for child in parsed.children[above] if parsed.deps[child] == "amod"]
        _upwards(parsed, above, "poss.", found)
    else:
        _upwards(parsed, head, "", found)
    return found


def _own(parsed: Parsed, head: int, found: Roles) -> None:
    """What hangs on the mention itself: adjectives, appositions, relative clauses, "X of Y"."""
    deps, children = parsed.deps, parsed.children
    for child in children[head]:
        dep = deps[child]
        if dep in MODIFIERS:
            found.append(("mod", child))
        elif dep == "appos":
            found.append(("is", child))
            found += [("is.mod", below) for below in children[child] if deps[below] in MODIFIERS]
        elif dep == "relcl":
            _verb(parsed, child, _relative(parsed, child), head, found)
        elif dep == "acl":
            _verb(parsed, child, "obj" if parsed.tags[child] == "VBN" else "subj", head, found)
        elif dep == "prep":
            found += [(f"has.{parsed.lowers[child]}", below) for below in children[child] if deps[below] == "pobj"]


def _relative(parsed: Parsed, verb: int) -> str:
    """Which part the antecedent plays in its relative clause."""
    subject = parsed.child(verb, "nsubj", "nsubjpass")
    if subject is not None and parsed.lowers[subject] in RELATIVE_PRONOUNS and parsed.deps[subject] == "nsubj":
        return "subj"
    return "obj"


def _upwards(parsed: Parsed, token: int, pre: str, found: Roles) -> None:
    """The relation of `token` to the word above it, carried over conjuncts and appositions."""
    deps, heads = parsed.deps, parsed.heads
    dep, above = deps[token], heads[token]
    while dep in {"conj", "appos"} and above != token and parsed.pos[above] not in VERBAL:
        token = above
        dep, above = deps[token], heads[token]
    if above == token:
        return
    if dep in ACTIVE_SUBJECTS:
        _verb(parsed, above, f"{pre}subj", token, found)
    elif dep in {"nsubjpass", "dobj", "oprd"}:
        _verb(parsed, above, f"{pre}obj", token, found)
    elif dep in {"dative", "iobj"}:
        _verb(parsed, above, f"{pre}to", token, found)
    elif dep == "pobj":
        _preposition(parsed, above, pre, found)
    else:
        found.append((f"{pre}{'is_of' if dep == 'attr' else 'near'}", above))


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
            _predicate(parsed, child, role, found, acts=acts)
        elif dep == "nsubj" and not acts:
            found.append((f"{role}.subj", child))
        elif dep in {"advmod", "prt"}:
            found.append((f"{role}.{dep}", child))
        else:
            _clause(parsed, child, role, (verb, mention), found, depth=depth)


def _clause(parsed: Parsed, child: int, role: str, ends: tuple[int, int], found: Roles, *, depth: int) -> None:
    """A verb below the verb: what the mention is made or wants to do, and what it does besides."""
    dep, acts = parsed.deps[child], role.endswith("subj")
    if dep == "xcomp" and depth < 2:
        passed = f"{role[:-3]}subj" if role.endswith("obj") else role
        _verb(parsed, child, passed, ends[1], found, depth + 1)
    elif dep == "ccomp" and depth < 1:
        found.append((f"{role}.ccomp", child))
    elif not acts or any(parsed.deps[below] in SUBJECTS for below in parsed.children[child]):
        return
    elif dep == "conj" and depth < 2:
        _verb(parsed, child, role, ends[1], found, depth + 1)
    elif dep == "advcl" and depth < 1:
        found.append((f"{role}.advcl", child))


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
        elif parsed.deps[child] == "prep":
            below = parsed.child(child, "pobj")
            if below is not None:
                found.append((f"{name}.{parsed.lowers[child]}", below))
