"""Capitals before a name that are no part of it: "old Lanyon", "Crooked Ada Lang", "Certainly Ada Lang"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from framing.annotate.actors.names import Occurrence, WrittenName
from framing.model import Parsed
from framing.packs.people import ActorWords


def without_epithets(parsed: Parsed, occurrences: Sequence[Occurrence], words: ActorWords) -> list[Occurrence]:
    """The names without what stands before them: an epithet of who is in a name, too, or a capital drawn in."""
    known = {part for o in occurrences if len(o.name.parts) > 1 for part in (o.name.parts[0], o.name.parts[-1])}
    whole = {o.name.parts for o in occurrences}
    return [_without(parsed, one, known, whole, words) for one in occurrences]


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
    return name._replace(first=name.first + 1, words=name.words[1:], opening=-1, head=max(name.head, name.first + 1))


def _has_opener(parsed: Parsed, name: WrittenName, whole: Collection[tuple[str, ...]], words: ActorWords) -> bool:
    """Whether a name of three words and more is a given name and a surname behind another capital.

    The rest is somebody's name in the article, or the parser takes the first word for no name: "Certainly Ada Lang".
    """
    parts = name.parts
    if name.titles or name.surname_first or len(parts) < 3 or len(name.words) != len(parts) or len(parts[1]) < 2:
        return False
    if parts[1] not in words.first_names or (parts[0] in words.first_names and parts[0] != parts[-1]):
        return False
    return parts[1:] in whole or parsed.pos[name.first] != "PROPN"
