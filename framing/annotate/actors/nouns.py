"""Groups of people as actors: "residents", "House Republicans", "the officials"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from framing.model import MentionLabel, Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import make_slug
from framing.syntax.roles import (
    CLAUSES_OF_NOUNS,
    CONJUNCTS,
    MODIFIERS,
    PREDICATES,
    PREPOSITION_OBJECTS,
    PREPOSITIONS,
    SUBJECT,
    role_of,
)
from framing.syntax.shapes import is_title_case

Role = tuple[str, int]  # dependency and governor
_THE = frozenset(("the", "these", "those"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "VB"))


class Noun(NamedTuple):
    """A common-noun mention: tokens `first` to `last`, and whom it names; `share` is 1/k when it names k actors."""

    first: int
    last: int
    actor: str
    name: str
    kind: str
    label: MentionLabel  # "name" for groups, "title" for roles
    confidence: float
    share: float = 1.0
    office: str = ""  # of a title: "prime minister"
    state: str = ""  # id of the state whose office it is, where the article names nobody who holds it


class _Plural(NamedTuple):
    """A noun for people in the plural, before it is known which of them are meant."""

    first: int
    token: int
    head: str  # lower case
    qualifier: str
    role: Role


def find_groups(parsed: Parsed, taken: Mapping[int, str], words: ActorWords) -> list[Noun]:
    """Groups of people that act or are acted upon; `taken` are tokens that already belong to a mention."""
    found: list[_Plural] = []
    for token, lower in enumerate(parsed.lowers):
        if lower not in words.group_nouns or token in taken or not _is_plural(parsed, token):
            continue
        role, untold = role_of(parsed, token), is_title_case(parsed, parsed.sentence_of[token])
        if lower in words.main_group_nouns or _is_proper(parsed, token) or _acts(parsed, role, words):
            first = opening_of(parsed, token)
            found.append(_Plural(first, token, lower, "" if untold else _qualifier(parsed, first, token), role))
    proper = {plural.head.capitalize() for plural in found if _is_proper(parsed, plural.token)}
    return _back_to_introduced(parsed, [(p.role, _group(parsed, p, proper, taken, words)) for p in found], taken)


def _is_plural(parsed: Parsed, token: int) -> bool:
    """Whether a noun is in the plural, "police" included, and heads its phrase."""
    tag = parsed.tags[token]
    plural = tag in ("NNS", "NNPS") or (tag in ("NN", "NNP") and parsed.lowers[token] == "police")
    return plural and parsed.deps[token] not in MODIFIERS | PREDICATES


def _back_to_introduced(parsed: Parsed, groups: Sequence[tuple[Role, Noun]], taken: Mapping[int, str]) -> list[Noun]:
    """Groups with "the officials" made those that were introduced before ("Tarnfield officials"), if one alone was."""
    introduced: dict[str, set[str]] = {}
    for token, actor in taken.items():
        if parsed.tags[token] in ("NNS", "NNPS"):
            introduced.setdefault(parsed.lowers[token], set()).add(actor)
    found: list[Noun] = []
    by_name: dict[str, Noun] = {}
    for role, group in groups:
        head = parsed.lowers[group.last]
        before = introduced.setdefault(head, set())
        if group.name.lower() != head:
            before.add(group.actor)
            by_name[group.actor] = group
        elif len(before) == 1 and _is_bare(parsed, group, role) and (same := by_name.get(next(iter(before)))):
            group = same._replace(first=group.first, last=group.last)
        found.append(group)
    return found


def _is_bare(parsed: Parsed, group: Noun, role: Role) -> bool:
    """Whether nothing but "the" or "these" tells which people are meant."""
    dep, governor = role
    the = group.first > 0 and parsed.lowers[group.first - 1] in _THE
    if group.first != group.last or not (the or (dep in SUBJECT and parsed.tags[governor] in _FINITE)):
        return False
    children = parsed.children[group.last]
    if any(c > group.last and parsed.deps[c] in PREPOSITIONS | CLAUSES_OF_NOUNS | CONJUNCTS for c in children):
        return False
    return all(parsed.lowers[c] in _THE or parsed.deps[c] == "punct" for c in children if c < group.last)


def _own_qualifier(parsed: Parsed, first: int, token: int, taken: Mapping[int, str], words: ActorWords) -> str:
    """Two or more capitals before a party that make it another body ("Log Cabin Republicans"), or ""; no places."""
    before = [t for t in range(first, token) if parsed.words[t][0].isupper()]
    told = " ".join(parsed.lowers[t] for t in before)
    known = told in words.gazetteer or any(t in taken or parsed.lowers[t] in words.chambers for t in before)
    opening = parsed.sentences[parsed.sentence_of[token]][0]
    if len(before) < 2 or known or opening in before or any(parsed.pos[t] != "PROPN" for t in before):
        return ""
    return " ".join(parsed.words[t] for t in before)


def _group(parsed: Parsed, plural: _Plural, proper: set[str], taken: Mapping[int, str], words: ActorWords) -> Noun:
    """The mention of a group; "House Republicans" and "Republican lawmakers" are Republicans."""
    first, token, head, qualifier, _ = plural
    name = f"{qualifier} {head}" if qualifier else head
    if _is_proper(parsed, token):
        own = _own_qualifier(parsed, first, token, taken, words)
        name = f"{own} {head.capitalize()}" if own else head.capitalize()
    else:
        name = next((p for p in proper if len(qualifier) > 5 and p[:6] == qualifier[:6]), name)
    while first < token and any(t in taken for t in range(first, token)):
        first += 1
    return Noun(first, token, f"~{make_slug(name)}", name, "group", "name", 0.8)


def _is_proper(parsed: Parsed, token: int) -> bool:
    """Whether a plural is the name of a party or creed: "Republicans"."""
    opening = parsed.sentences[parsed.sentence_of[token]][0]
    if not parsed.words[token][0].isupper() or parsed.lowers[token] in parsed.words:
        return False
    return token != opening or parsed.tags[token] == "NNPS"


def _acts(parsed: Parsed, role: Role, words: ActorWords) -> bool:
    """Whether a plural noun is the subject or object of a verb that takes persons."""
    dep, governor = role
    lemma = parsed.lemmas[governor]
    if dep in SUBJECT:
        return lemma in words.takes_actor_subject or lemma in words.takes_personal_subject
    return dep in PREPOSITION_OBJECTS and parsed.lowers[governor] == "by" and parsed.deps[governor] == "agent"


def opening_of(parsed: Parsed, token: int) -> int:
    """First token of the noun with its modifiers, determiners left out."""
    first = token
    while first > 0 and parsed.deps[first - 1] in MODIFIERS and parsed.heads[first - 1] <= token:
        if parsed.heads[first - 1] < first - 1 or parsed.sentence_of[first - 1] != parsed.sentence_of[token]:
            break
        first -= 1
    return first


def _qualifier(parsed: Parsed, first: int, token: int) -> str:
    """The modifiers that tell one group from another: names, nationalities, kinds; "" for colourless ones."""
    opening = parsed.sentences[parsed.sentence_of[token]][0]
    return " ".join(
        parsed.words[t]
        for t in range(first, token)
        if parsed.words[t][0].isupper() and (t != opening or parsed.pos[t] == "PROPN")
    )
