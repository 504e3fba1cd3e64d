"""What an article says of somebody beside the name: he or she, offices, kinship, the elder or the younger."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.annotate.actors.names import Occurrence, WrittenName
from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.syntax.roles import (
    APPOSITIONS,
    CONJUNCTS,
    CONTENT_CLAUSES,
    PASSIVE_SUBJECTS,
    POSSESSORS,
    SUBJECT,
    dependents,
)

_SUBJECTS, _MAIN = SUBJECT | PASSIVE_SUBJECTS, CONJUNCTS | {"ROOT"}
NEAR = 4  # tokens between "his father" and the name
_BETWEEN = frozenset((",", "the", "-", "–", "—", "and", "namesake", "late"))
_ELDER = frozenset(("elder", "older", "senior", "father"))
_YOUNGER = frozenset(("younger", "junior", "son"))
_AGES = _ELDER | _YOUNGER
_APART = frozenset(("first", "second", "third", "late", "other", "previous", "new", "current", "old", "young"))
_CALLED = frozenset(("DET", "PRON", "ADJ", "NOUN", "PROPN", "PART", "ADV"))
_DOCTORS = frozenset(("phd", "ph.d.", "md", "m.d.", "dphil", "frs"))


class Traits(NamedTuple):
    """What stands beside one occurrence of a name."""

    gender: str = ""  # he or she, of forms of address and nouns of kinship
    offices: frozenset[str] = frozenset()
    kin: bool = False  # a word of kinship introduces the name
    callings: frozenset[str] = frozenset()  # offices, and nouns of an apposition
    sentence: int = -1
    age: str = ""  # "sr" for the elder, "jr" for the younger
    wife: bool = False  # introduced as somebody's wife, mother or widow
    pronoun: str = ""  # he or she, where a pronoun in the clause of a bare name must mean its bearer
    subject: bool = False  # of a clause
    topic: bool = False  # of a main clause, without a title
    definite: bool = False  # "the" stands before it
    apart: bool = False  # a word tells it from another of the name: "the second Mrs Lang"
    office: int | None = None  # token of the office in an apposition before the name
    aged: bool = False  # an age stands between commas behind it


NO_TRAITS = Traits()


class Written(NamedTuple):
    """What an article tells of how its names belong together; occurrences go by their number."""

    brackets: Mapping[int, int]  # a short form in brackets -> the full name before it
    plain: Collection[str]  # words that the text also writes small: no short forms of a body's name
    kin: frozenset[int]  # names that follow "his father" and the like
    officers: Collection[int] = ()  # names with an office before or behind them
    traits: Sequence[Traits] = ()  # of every name
    body: int = 0  # number of the first name behind the headline
    firms: Collection[int] = ()  # single words that mean a firm, though somebody bears that surname
    joined: Collection[int] = ()  # names that "and" joins to the name before them

    def of(self, number: int) -> Traits:
        """What stands beside a name."""
        return self.traits[number] if self.traits else NO_TRAITS


class NameGroup(NamedTuple):
    """Every occurrence of one actor's names, with what stands beside each."""

    occurrences: tuple[Occurrence, ...]
    traits: tuple[Traits, ...]


def read_traits(parsed: Parsed, occurrences: Sequence[Occurrence], words: ActorWords) -> tuple[Traits, ...]:
    """The traits of every occurrence, in their order."""
    found = [_traits(parsed, occurrence.name, words) for occurrence in occurrences]
    for number in range(1, len(occurrences)):
        office, name = occurrences[number - 1], occurrences[number].name
        if office.kind == "thing" and name.begins == office.name.last + 2 and parsed.words[name.begins - 1] == ",":
            told = words.titles.intersection(office.name.parts)  # "the Director General of Ports, Ada Lang"
            found[number] = found[number]._replace(offices=found[number].offices | told)
    return tuple(found)


def _traits(parsed: Parsed, name: WrittenName, words: ActorWords) -> Traits:
    """The traits of one occurrence."""
    before = parsed.lowers[name.begins - 1] if name.begins else ""
    kin = [token for token in _introducing(parsed, name) if _is_kin(parsed, token, before == "and", words)]
    called = _called(parsed, name, words)
    beside = [*kin, *called]
    nearest = [token for token in kin if "NOUN" not in parsed.pos[token + 1 : name.begins]]
    gendered = [*nearest, *called]  # "his mother tongue, David says" tells nothing
    addressed = next((told for title in name.titles if (told := words.honorifics.get(title))), "")
    genders = {told for token in gendered if (told := words.gendered_nouns.get(parsed.lowers[token]))}
    gender = addressed or (genders.pop() if len(genders) == 1 else "")
    wife = any(parsed.lowers[token] in ("wife", "widow", "mother") for token in beside)
    office = _find_office_before(parsed, name, words)
    nouns = dependents(parsed, name.head, APPOSITIONS)
    offices = _offices(parsed, name, nouns, office, words)
    return Traits(
        gender=gender,
        offices=offices,
        kin=bool(beside),
        callings=offices.union(parsed.lowers[noun] for noun in nouns) if nouns else offices,
        sentence=parsed.sentence_of[name.first],
        age=_age(parsed, name),
        wife=wife,
        pronoun=_pronoun(parsed, name),
        subject=parsed.deps[name.head] in _SUBJECTS,
        topic=_is_topic(parsed, name),
        definite=before == "the",
        apart=before in _APART,
        office=office,
        aged=is_aged(parsed, name.last),
    )


def _is_topic(parsed: Parsed, name: WrittenName) -> bool:
    """Whether a name without a title is the subject of a main clause."""
    clause = parsed.deps[parsed.heads[name.head]]
    return not name.titles and parsed.deps[name.head] in _SUBJECTS and clause in _MAIN


def _introducing(parsed: Parsed, name: WrittenName) -> Iterator[int]:
    """Tokens right before a name that may say who somebody is: "his half sister, Lidia", "his sons, Ivo and [Jan]"."""
    begins = name.begins
    while begins > 1 and parsed.lowers[begins - 1] == "and" and parsed.pos[begins - 2] == "PROPN":
        begins -= 2
    for token in range(begins - 1, max(begins - 1 - NEAR, -1), -1):
        yield token
        if parsed.lowers[token] not in _BETWEEN and parsed.pos[token] not in ("ADJ", "NOUN"):
            return


def _is_kin(parsed: Parsed, token: int, several: bool, words: ActorWords) -> bool:
    """Whether a word tells kinship with somebody, or with who holds an office: "daughters", "the first lady"."""
    lower = parsed.lowers[token]
    lady = lower == "lady" and parsed.lowers[token - 1] == "first"
    return lady or lower in words.kin_words or (several and lower.removesuffix("s") in words.kin_words)


def _called(parsed: Parsed, name: WrittenName, words: ActorWords) -> list[int]:
    """Words of kinship in an apposition behind a name: ", the president's son"."""
    comma = name.last + 1
    if parsed.words[comma : comma + 1] != (",",):
        return []
    for token in range(comma + 1, min(comma + 2 + NEAR, len(parsed))):
        if parsed.lowers[token] in words.kin_words:
            return [token]
        if parsed.pos[token] not in _CALLED or parsed.lowers[token] == "whose":
            return []
    return []


def _offices(
    parsed: Parsed, name: WrittenName, nouns: list[int], office: int | None, words: ActorWords
) -> frozenset[str]:
    """Offices beside a name, in full: "Premier Ada Lang", "the leader Ada Lang", "Ada Lang, the premier".

    `nouns` are the appositions behind the name, `office` is the one before it.
    """
    nouns = [*nouns, parsed.heads[name.head]] if parsed.deps[name.head] in APPOSITIONS else nouns
    nouns = nouns + [noun - 1 for noun in nouns if noun and parsed.pos[noun] == "PROPN"]  # "Director General"
    nouns = nouns if office is None else [*nouns, office]
    before = parsed.lowers[name.begins - 1 : name.begins]
    found = words.titles.intersection((*name.titles, *before, *(parsed.lowers[noun] for noun in nouns)))
    comma, *behind = parsed.lowers[name.last + 1 : name.last + 5] or ("",)
    if comma == "," and not _DOCTORS.isdisjoint(behind):
        found |= {"dr"}
    return frozenset(full for one in found for full in (one, *words.short_titles.get(one, ())))


def _pronoun(parsed: Parsed, name: WrittenName) -> str:
    """he or she behind a bare name that is the subject of a clause which reports nothing: "Lang wept as she spoke"."""
    if len(name.words) > 1 or name.titles or parsed.deps[name.head] not in SUBJECT:
        return ""
    joined = [c for other in dependents(parsed, name.head, CONJUNCTS) for c in dependents(parsed, other, POSSESSORS)]
    if owner := next((parsed.lowers[c] for c in joined if parsed.lowers[c] in ("his", "her")), ""):
        return "he" if owner == "his" else "she"  # "Lang and her lawyers"
    verb = parsed.heads[name.head]
    if dependents(parsed, verb, CONTENT_CLAUSES):
        return ""
    behind = range(name.last + 1, parsed.rights[verb] + 1)
    other = next((t for t in behind if parsed.pos[t] == "PROPN" or _is_object(parsed, t)), behind.stop)
    told = {_PRONOUNS.get(parsed.lowers[t], "") for t in range(behind.start, other)} - {""}
    return told.pop() if len(told) == 1 else ""


def _is_object(parsed: Parsed, token: int) -> bool:
    """Whether a word is a "him" or a "her" that means somebody else than the subject: "Lang told her that she …"."""
    return parsed.lowers[token] in ("him", "her") and parsed.deps[token] not in POSSESSORS


_PRONOUNS = {"he": "he", "his": "he", "himself": "he", "she": "she", "herself": "she"}


def _find_office_before(parsed: Parsed, name: WrittenName, words: ActorWords) -> int | None:
    """The office in an apposition before a name, over what it is of: "the mayor of Port Lund, Ada Kolb"."""
    comma = name.begins - 1
    if comma < 1 or parsed.words[comma] != "," or parsed.sentence_of[comma] != parsed.sentence_of[name.first]:
        return None
    for token in range(comma - 1, max(comma - LONGEST_OFFICE, -1), -1):
        if parsed.lowers[token] in words.titles or parsed.lowers[token] in words.royal_titles:
            if parsed.pos[token + 1] == "PROPN":
                return None  # "beside President Ivo Brod, Ada Kolb said": his office
            definite = parsed.lowers[parsed.lefts[token]] in _DEFINITE
            return token if definite or parsed.words[token][0].isupper() else None
        if parsed.pos[token] not in _CALLED and parsed.lowers[token] not in ("of", "for", "and"):
            return None
    return None


LONGEST_OFFICE = 8  # tokens between an office and the name behind it
_DEFINITE = frozenset(("the", "its", "their", "his", "her", "our", "a", "an"))


_QUALIFIED = (("NOUN",), ("ADJ",))


def _age(parsed: Parsed, name: WrittenName) -> str:
    """Whether a name is told from another as the elder's or the younger's: "the elder Mr Lang", "Lang the elder"."""
    before, near = parsed.lowers[name.begins - 1 : name.begins], parsed.lowers[name.last + 1 : name.last + 4]
    if _AGES.isdisjoint((*before, *near)):
        return ""
    before = before if parsed.lowers[name.begins - 2 : name.begins - 1] == ("the",) else ()
    one, two, *_ = *near, "", ""
    behind = parsed.lowers[name.last + 2 : name.last + 3] if one == "the" else ()
    behind = parsed.lowers[name.last + 3 : name.last + 4] if (one, two) == (",", "the") else behind
    if one in ("senior", "junior") and parsed.pos[name.last + 2 : name.last + 3] not in _QUALIFIED:
        behind = (one,)  # "Lang junior", not "Lang senior officials"
    told = {*before, *behind}
    return "sr" if told & _ELDER else "jr" if told & _YOUNGER else ""


OLDEST = 120


def is_aged(parsed: Parsed, last: int) -> bool:
    """Whether somebody's age stands between commas behind a token: "Lang, 71, was"."""
    if parsed.words[last + 1 : last + 2] != (",",):
        return False
    age, after, *_ = *parsed.words[last + 2 : last + 4], "", ""
    return age.isdigit() and int(age) <= OLDEST and after in (",", ".", ";")
