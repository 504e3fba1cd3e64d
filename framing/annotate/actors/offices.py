"""The offices and callings that an article gives to a name: "Prime Minister Ada Lang", "Ada Lang, a former mayor"."""

from __future__ import annotations

from collections.abc import Sequence

from framing.annotate.actors.names import WrittenName
from framing.annotate.actors.traits import NameGroup
from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.syntax.roles import APPOSITIONS, PREDICATES, SUBJECT, dependents


def tell_offices(parsed: Parsed, group: NameGroup, words: ActorWords) -> tuple[frozenset[str], frozenset[str]]:
    """The nouns that say what an actor is, and the offices that it holds, in full: of all places where it is named."""
    beside = [(o.name, _described(parsed, o.name, one.office, words)) for o, one in zip(*group, strict=True)]
    roles = frozenset(role for name, nouns in beside for role in _roles(parsed, name, nouns, words))
    return roles, frozenset(office for name, nouns in beside for office in _offices(parsed, name, nouns, words))


def _roles(parsed: Parsed, name: WrittenName, nouns: Sequence[int], words: ActorWords) -> list[str]:
    """Nouns that say what somebody is: titles before the name and the `nouns` beside it; "former governor" is one."""
    before = name.begins - 1
    rank = before - (before > 0 and parsed.words[before] == ".")  # "Lt ." may be two tokens
    roles = offices_of(name.titles, parsed.lowers[rank] if before >= 0 else "", words)
    if before >= 0 and parsed.pos[before] == "NOUN":
        roles.append(_ranked(parsed, before, words))
    ranks = (parsed.lowers[t] for noun in nouns for t in parsed.children[noun] if t < noun)
    roles += [r for r in ranks if r in words.agreeing_ranks] + [_ranked(parsed, noun, words) for noun in nouns]
    return roles + [f"{parsed.lowers[noun]} of {whose}" for noun in nouns if (whose := say_whose(parsed, noun))]


def say_whose(parsed: Parsed, noun: int) -> str:
    """The name behind the "of" of an office, in small letters, or "": "the president of Velland"."""
    behind = (c for c in parsed.children[noun] if c == noun + 1 and parsed.lowers[c] == "of")
    names = (c for preposition in behind for c in parsed.children[preposition] if parsed.pos[c] == "PROPN")
    return next((parsed.lowers[c] for c in names), "")


def _described(parsed: Parsed, name: WrittenName, office: int | None, words: ActorWords) -> list[int]:
    """Common nouns beside a name that say what it is: appositions on both sides, and what follows "is"."""
    head = name.head
    nouns = [c for c in dependents(parsed, head, APPOSITIONS) if parsed.pos[c] == "NOUN"]
    if parsed.deps[head] in APPOSITIONS and parsed.pos[parsed.heads[head]] == "NOUN":
        nouns.append(parsed.heads[head])
    nouns += [office] if office is not None and office not in nouns else []
    if parsed.heads[head] == name.last + 1 and parsed.lowers[name.last + 1] in words.media_nouns:
        nouns.append(name.last + 1)  # "Newsweek magazine"
    told = _told_behind(parsed, name, words)
    nouns += [told] if told is not None and told not in nouns else []
    governor = parsed.heads[head]
    if parsed.deps[head] in SUBJECT and parsed.lemmas[governor] in ("be", "become", "remain"):
        nouns += [c for c in dependents(parsed, governor, PREDICATES) if parsed.pos[c] == "NOUN"][:1]
    return nouns


def _offices(parsed: Parsed, name: WrittenName, nouns: Sequence[int], words: ActorWords) -> list[str]:
    """The offices before a name and of the `nouns` beside it in full, those of a former or a deputy one left out."""
    titles = (t for t in range(name.first - 1, max(name.begins - 2, -1), -1) if parsed.lowers[t] in words.titles)
    return [office for noun in (*[*titles][:1], *nouns) if (office := say_office(parsed, noun, words))]


def say_office(parsed: Parsed, noun: int, words: ActorWords) -> str:
    """The office that a noun names, in full and in small letters: "prime minister"; "" of a former or a deputy one."""
    first = noun
    while first and (lower := parsed.lowers[first - 1]) in words.before_titles and lower not in _COUNTRY:
        first -= 1
    before = {*parsed.lowers[max(first - 1, 0) : noun]}
    office = parsed.lowers[noun] in words.titles or parsed.lowers[noun] in words.heads_of_state
    if not office or not before.isdisjoint(words.lowering_ranks):
        return ""
    return " ".join(parsed.lowers[first : noun + 1])


_COUNTRY = frozenset(("us", "u.s.", "u", "s", "republic"))


def _told_behind(parsed: Parsed, name: WrittenName, words: ActorWords) -> int | None:
    """The noun in what a comma and "a" behind a name say that it is, as the words stand: ", a small group run by …"."""
    if parsed.lowers[name.last + 1 : name.last + 3] not in _WITH_A:
        return None
    before = parsed.lowers[name.begins - 1] if name.begins > 0 else ""
    if before in words.place_prepositions or before in _INSIDE_NAMES:
        return None
    found = last_noun(parsed, name.last + 3)
    return found if found is not None and parsed.deps[found] not in SUBJECT else None


def last_noun(parsed: Parsed, first: int) -> int | None:
    """The last common noun of the adjectives and nouns that stand in a row from a token on, six at most; or None."""
    found = None
    for token in range(first, min(first + 6, len(parsed))):
        if parsed.pos[token] not in ("ADJ", "NOUN", "NUM", "PROPN") and parsed.words[token] not in ("-", "’s", "'s"):
            break
        found = token if parsed.pos[token] == "NOUN" else found
    return found


_INSIDE_NAMES = frozenset(("and", "&", "of", "for"))
_WITH_A = ((",", "a"), (",", "an"))


def offices_of(titles: Sequence[str], before: str, words: ActorWords) -> list[str]:
    """Titles before a name, those behind "vice", "deputy", "former" and the like joined with that word."""
    joined, rank = [], ""
    for number, title in enumerate((before, *titles)):
        if number:
            joined.append(f"{rank} {title}" if rank and title in words.titles else title)
        if title in words.lowering_ranks:
            rank = next(iter(words.short_titles.get(title, (title,))))
    return joined


def _ranked(parsed: Parsed, noun: int, words: ActorWords) -> str:
    """A common noun of office with the "vice", "deputy" or "former" before it."""
    for token in parsed.children[noun]:
        if token < noun and parsed.lowers[token] in words.lowering_ranks:
            return f"{parsed.lowers[token]} {parsed.lowers[noun]}"
    return parsed.lowers[noun]
