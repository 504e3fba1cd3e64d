"""Capitals before a name that are no part of it: "old Lanyon", "Crooked Ada Lang", "Certainly Ada Lang"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from framing.annotate.actors.names import Occurrence, WrittenName
from framing.model import Parsed
from framing.packs.people import ActorWords


def without_epithets(parsed: Parsed, occurrences: Sequence[Occurrence], words: ActorWords) -> list[Occurrence]:
    """The names without what stands before them: an epithet of who is in a name, too, or a capital drawn in."""
    full = [o.name.parts for o in occurrences if len(o.name.parts) > 1]
    known = {part for parts in full for part in (parts[0], parts[-1])}
    surnames = {parts[-1] for parts in full if parts[0] in words.first_names}
    whole = {o.name.parts for o in occurrences}
    apart = [_without_side(one, surnames, words) for one in occurrences]
    return [_without(parsed, one, known, whole, words) for one in apart]


def _without_side(one: Occurrence, surnames: Collection[str], words: ActorWords) -> Occurrence:
    """A surname without the place or the "Team" before it: "at a Wisconsin Lang rally", where Ada Lang is named."""
    opening, *rest = one.name.parts
    side = opening in words.gazetteer or opening == "team"
    if one.actor or len(rest) != 1 or opening in words.first_names or not side or rest[0] not in surnames:
        return one
    return Occurrence(_behind(one.name), "", "")


def _without(
    parsed: Parsed, one: Occurrence, known: Collection[str], whole: Collection[tuple[str, ...]], words: ActorWords
) -> Occurrence:
    """One name without the word before it that is none of it."""
    name = one.name
    if one.actor:
        return one
    if len(name.words) == 2 and name.parts[0] in words.epithets and name.parts[1] in known:
        return Occurrence(_behind(name), "", "" if one.kind == "person" else one.kind)
    if one.kind == "" and _is_plain_word(parsed, name, words) and name.parts[1:] in whole:
        return Occurrence(_behind(name), "", one.kind)  # "Absent Lang", where "absent" and "Lang" stand, too
    if one.kind in ("", "person") and _has_opener(parsed, name, whole, words):
        return Occurrence(_behind(name), "", "person")
    return one


def _is_plain_word(parsed: Parsed, name: WrittenName, words: ActorWords) -> bool:
    """Whether the first of two words opens its sentence, and the article writes it small elsewhere."""
    if len(name.words) != 2 or name.titles or name.parts[0] in words.first_names:
        return False
    opens = parsed.sentences[parsed.sentence_of[name.first]][0] == name.first
    return opens and name.words[0].lower() in parsed.words


def _behind(name: WrittenName) -> WrittenName:
    """The name without its first word."""
    return replace(name, first=name.first + 1, words=name.words[1:], opening=-1, head=max(name.head, name.first + 1))


def _has_opener(parsed: Parsed, name: WrittenName, whole: Collection[tuple[str, ...]], words: ActorWords) -> bool:
    """Whether a name of three words and more is a given name and a surname behind another capital.

    The rest is somebody's name in the article, or the parser takes the first word for no name: "Certainly Ada Lang".
    """
    parts = name.parts
    if name.titles or name.surname_first or len(parts) < 3 or len(name.words) != len(parts) or len(parts[1]) < 2:
        return False
    if _is_plural_calling(parts[0], words):
        return True
    given = parts[1] in words.first_names and parts[1] not in words.name_particles  # "Chandler Van Voorhis"
    if not given or (parts[0] in words.first_names and parts[0] != parts[-1]):
        return False
    return parts[1:] in whole or parsed.pos[name.first] != "PROPN"


def _is_plural_calling(lower: str, words: ActorWords) -> bool:
    """Whether a word says what several people are: "Celebrities Ada Lang, Ivo Orr and Jon Dale"."""
    one = lower.removesuffix("s")
    return one != lower and not words.callings.keys().isdisjoint((one, f"{one.removesuffix('ie')}y"))
