"""Whom a description points back to: "the analyst" is the analyst whom the article has told of, or somebody else."""

from __future__ import annotations

from collections.abc import Iterable

from framing.annotate.quotes.kinds import nouns_beside
from framing.annotate.quotes.scene import Scene

TELLING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})  # words that narrow a description down
NARROWING = frozenset({"amod", "compound", "nmod", "poss", "nummod", "npadvmod", "prep"})
CLAUSES = frozenset({"relcl", "acl"})


def is_same(scene: Scene, head: int, earlier: int) -> bool:
    """Whether a description may stand for whom an earlier one describes: same noun, and nothing more is told."""
    parsed = scene.parsed
    one = parsed.pos[earlier] == "NOUN" and parsed.tags[earlier] not in {"NNS", "NNPS"}
    told = _words(scene, range(parsed.lefts[earlier], parsed.rights[earlier] + 1))
    return one and scene.lemmas[earlier] == scene.lemmas[head] and _more(scene, head) <= told


def is_told_of(scene: Scene, head: int, names: Iterable[int]) -> bool:
    """Whether the noun of a description stands beside one of these heads of a name ("Google spokesman Ada Kolb")."""
    wanted, more = scene.lemmas[head].lower(), _more(scene, head)
    for name in names:
        if name < head and any(wanted in nouns and more <= told for nouns, told in _told(scene, name)):
            return True
    return False


def names_another(scene: Scene, head: int, names: Iterable[int]) -> bool:
    """Whether a description holds a name that never stands beside these heads: "the Orlen spokesman"."""
    own = {form for part in _parts(scene, head) if scene.parsed.pos[part] == "PROPN" for form in _forms(scene, part)}
    told = {word for name in names if name < head for _, words in _told(scene, name) for word in words}
    return not own <= told


def narrows_by_clause(scene: Scene, head: int) -> bool:
    """Whether a clause without a comma says which one is meant ("the officer who drove")."""
    parsed = scene.parsed
    clauses = [c for c in parsed.children[head] if parsed.deps[c] in CLAUSES and c > head]
    return any(parsed.words[parsed.lefts[clause] - 1] != "," for clause in clauses)


def _told(scene: Scene, name: int) -> list[tuple[frozenset[str], frozenset[str]]]:
    """What stands beside a name: the forms of a noun, and all words that tell something with it."""
    parsed, found = scene.parsed, []
    for noun in (*nouns_beside(scene, name), *_called(scene, name)):
        if parsed.deps[noun] in {"compound", "nmod", "amod"} and noun < name:
            around = range(parsed.lefts[name], name)
        else:
            around = range(parsed.lefts[noun], parsed.rights[noun] + 1)
        found.append((_forms(scene, noun), _words(scene, around)))
    return found


def _called(scene: Scene, name: int) -> list[int]:
    """The noun that a sentence calls somebody: "Ada Kolb is a lawyer"."""
    parsed = scene.parsed
    link = parsed.heads[name]
    if parsed.deps[name] != "nsubj" or scene.lemmas[link] != "be":
        return []
    return [child for child in parsed.children[link] if parsed.deps[child] == "attr" and child > link]


def _forms(scene: Scene, noun: int) -> frozenset[str]:
    """A noun as it may be written elsewhere: its lemma, and the office that a short title stands for."""
    lower = scene.parsed.lowers[noun]
    return frozenset({scene.lemmas[noun].lower(), lower}) | scene.people.short_titles.get(lower, frozenset())


def _words(scene: Scene, tokens: Iterable[int]) -> frozenset[str]:
    """The words of a stretch that tell something, short titles also in full."""
    return frozenset(form for token in tokens if scene.parsed.pos[token] in TELLING for form in _forms(scene, token))


def _more(scene: Scene, head: int) -> frozenset[str]:
    """Lemmas with which a description narrows its noun down: "former", another body's name."""
    return frozenset(scene.lemmas[part].lower() for part in _parts(scene, head))


def _parts(scene: Scene, head: int) -> list[int]:
    """The tokens with which a description narrows its noun down."""
    parsed = scene.parsed
    parts = [child for child in parsed.children[head] if parsed.deps[child] in NARROWING]
    tokens = [t for part in parts for t in range(parsed.lefts[part], parsed.rights[part] + 1)]
    return [t for t in tokens if parsed.pos[t] in TELLING]
