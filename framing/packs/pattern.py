"""The small pattern language of packs: text such as `<AZ> .. [recapture|retake] control?` -> a tree -> flat sequences.

    recapture          the word in any inflection (lemma), in any case        =left    exactly this form
    attack/verb        only as this part of speech: verb noun adj adv name     #        a number
    anti-terror        hyphenated words also match with a space               word?    may be absent
    [a|b c|d]          one of these; an alternative may have several words    (a b)?   several words that may be absent
    ..   ..6           up to three (six) words in between                     <AZ>     a mention of AZ or its members
    <AZ|RU>  <=AZ>     one of these actors; AZ itself, not its members        <*>      a mention of any actor

A pattern is read into a small tree, and the tree is written out into flat sequences, one for every way to choose; each
has a plan: which word to look it up by, and where to walk from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from math import prod
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from framing.errors import PackError

PARTS_OF_SPEECH = {"verb", "noun", "adj", "adv", "name"}
GAP = 3  # words that `..` may skip
MOST_GAP = 10
MOST_SEQUENCES = 400
_PIECE = re.compile(r"\.\.\d*|<[^<>\s]+>|\[[^\s\[\]()?<>#]+\]|[\[\]()|?]|#|[^\s\[\]()|?<>#]+|\S")
_WORD_PARTS = re.compile(r"[-‐‑–]|'s$|[^-‐‑–']+|'")
_CLOSING = {"[": "]", "(": ")"}
_ENDS = frozenset("])|")
# words too frequent to look a pattern up by
_FREQUENT = frozenset(
    """a an the of to in on at by for from with and or as is be are was were have has had it its their his her this that
    not no do will would can could may might they he she we you who which what new all more most other after before over
    under into out up down about than then there one two first last say make take go come get give year day people state
    country government official group president minister - 's war control""".split()  # noqa: SIM905
)
_NO_COUNTS: Mapping[str, int] = MappingProxyType({})


class Element(NamedTuple):
    """One place of a sequence. `keys` are the word keys it accepts (`word`, `=word`, `word/pos`)."""

    kind: Literal["word", "gap", "slot", "number"]
    keys: frozenset[str] = frozenset()
    optional: bool = False
    most: int = 0  # widest gap, in words
    marked: bool = False  # some keys bear `=` or `/pos`
    actors: frozenset[str] = frozenset()  # ids; "*" any; "=ID" the actor itself, not its members
    words: frozenset[str] = frozenset()  # the keys without their marks


class Choice(NamedTuple):
    """One of several rows of places, or perhaps none of them."""

    options: tuple[Series, ...]
    optional: bool = False


Sequence: TypeAlias = tuple[Element, ...]
Series: TypeAlias = tuple[Element | Choice, ...]
_Row = TypeVar("_Row", Sequence, Series)


class Plan(NamedTuple):
    """How to match one sequence: find one of `words`, check `anchor` there, walk outwards."""

    words: tuple[str, ...]
    anchor: Element
    before: Sequence  # nearest first
    after: Sequence
    needs: tuple[frozenset[str], ...]  # of each set one word must stand in the sentence
    alone: bool  # a plain word with nothing around it: finding it is enough
    own: frozenset[str]  # every word that the pattern itself names: its own "not" does not deny it


def read_pattern(text: str, where: str) -> Series:
    """The pattern as a tree.

    Raises:
        PackError: the pattern cannot be read; `where` (file and entry) opens the message.
    """
    where = f"{where}: pattern {text!r}"
    pieces = _cut(text, where)
    series, rest = _read(pieces, 0, where)
    if rest != len(pieces):
        raise PackError(f"{where} has a bar or closing bracket on its own. Write choices as [a|b].")
    if pieces[0].startswith("..") or pieces[-1].startswith(".."):
        raise PackError(f"{where} starts or ends with a gap. Put `..` between two words.")
    if _count(series) > MOST_SEQUENCES:
        raise PackError(f"{where} stands for more than {MOST_SEQUENCES} word orders. Split it.")
    if not _asks_for_something(series):
        raise PackError(f"{where} can match nothing at all. Leave one word without `?`.")
    return series


def write_out(series: Series) -> tuple[Sequence, ...]:
    """The flat sequences that a pattern stands for, duplicates removed, in a stable order."""
    return tuple(dict.fromkeys(trimmed for sequence in _sequences(series) for trimmed in _trim(sequence)))


def elements_of(series: Series) -> Iterable[Element]:
    """Every place of the tree."""
    for part in series:
        if isinstance(part, Element):
            yield part
        else:
            for option in part.options:
                yield from elements_of(option)


def slots_of(series: Series) -> frozenset[str]:
    """Ids of all actors that the pattern names."""
    ids = (actor for element in elements_of(series) for actor in element.actors)
    return frozenset(actor.removeprefix("=") for actor in ids if actor != "*")


def plan_sequence(sequence: Sequence, counts: Mapping[str, int] = _NO_COUNTS) -> Plan | None:
    """The plan of a sequence; None when it has actor slots only.

    `counts` tells how often a pack's patterns use each key: words that many patterns use are common in its topic.
    """
    words = [(_commonness(e.keys, counts), i) for i, e in enumerate(sequence) if e.kind == "word" and not e.optional]
    if not words:
        return None
    words.sort()
    place = words[0][1]
    anchor = sequence[place]
    return Plan(
        words=tuple(sorted(anchor.words)),
        anchor=anchor,
        before=sequence[:place][::-1],
        after=sequence[place + 1 :],
        needs=tuple([sequence[i].words for _, i in words[1:]]),  # the one most likely to be absent first
        alone=len(sequence) == 1 and not anchor.marked,
        own=frozenset().union(*[element.words for element in sequence]),
    )


def needs_of(series: Series) -> tuple[frozenset[str], ...]:
    """Sets of words: a text that holds the pattern has a word of each. Frequent words only if there are no others."""
    needs = [need for part in series if not part.optional and (need := _need(part))]
    return tuple(need for need in needs if need.isdisjoint(_FREQUENT)) or tuple(needs[:1])


def _sequences(series: Series) -> list[Sequence]:
    """The series with every choice made in every way."""
    done: list[Sequence] = [()]
    for part in series:
        tails = [(part,)] if isinstance(part, Element) else _options(part)
        done = [head + tail for head in done for tail in tails]
    return done


def _options(choice: Choice) -> list[Sequence]:
    """What a choice can stand for."""
    options = _merged([sequence for option in choice.options for sequence in _sequences(option)])
    return [(), *options] if choice.optional else options


def _trim(sequence: Sequence) -> list[Sequence]:
    """The sequence without gaps at its edges; an optional word next to such a gap is either there or gone with it."""
    for step in (1, -1):
        ordered = sequence[::step]
        if ordered and ordered[0].kind == "gap":
            return _trim(ordered[1:][::step])
        if len(ordered) > 1 and ordered[0].optional and ordered[1].kind == "gap":
            there = (ordered[0]._replace(optional=False), *ordered[1:])
            return [*_trim(there[::step]), *_trim(ordered[2:][::step])]
    return [sequence]


def _count(series: Series) -> int:
    """How many sequences the series is written out into, at most."""
    return prod(sum(map(_count, part.options), part.optional) for part in series if isinstance(part, Choice))


def _asks_for_something(series: Series) -> bool:
    """Whether a word or an actor must stand there, whatever is chosen."""
    for part in series:
        if isinstance(part, Choice):
            sure = all(map(_asks_for_something, part.options))
        else:
            sure = part.kind in ("word", "slot")
        if sure and not part.optional:
            return True
    return False


def _cut(text: str, where: str) -> list[str]:
    """The pattern cut into pieces."""
    pieces: list[str] = _PIECE.findall(text)
    if not pieces:
        raise PackError(f"{where} is empty. Give at least one word, for example: [recapture|retake] <PLACE>.")
    if "<" in pieces or ">" in pieces:
        raise PackError(f"{where} has a `<` or `>` on its own. Write an actor as <AZ>, without spaces.")
    return pieces


def _read(pieces: list[str], place: int, where: str) -> tuple[Series, int]:
    """What stands from `place` up to a closing mark or a bar, and where reading stopped."""
    done: list[Element | Choice] = []
    while place < len(pieces) and (piece := pieces[place]) not in _ENDS:
        if piece in _CLOSING:
            unit, place = _choice(pieces, place, where)
        elif piece[0] == "[":
            options = [_atom(word, where) if word else () for word in piece[1:-1].split("|")]
            unit, place = _closed(options, where), place + 1
        elif piece == "?":
            raise PackError(f"{where} has a `?` with nothing before it. Write word? or [a|b]?.")
        else:
            unit, place = _atom(piece, where), place + 1
        if place < len(pieces) and pieces[place] == "?":
            unit, place = _optional(unit), place + 1
        done += unit
    return tuple(done), place


def _choice(pieces: list[str], place: int, where: str) -> tuple[Series, int]:
    """A bracket whose alternatives are longer than a word."""
    closing = _CLOSING[pieces[place]]
    options: list[Series] = []
    while True:
        found, place = _read(pieces, place + 1, where)
        options.append(found)
        if place >= len(pieces):
            raise PackError(f"{where} opens a bracket and never closes it. Write it like [a|b].")
        if pieces[place] != "|":
            break
    return _closed(options if pieces[place] == closing else [], where), place + 1


def _closed(options: list[_Row], where: str) -> Series:
    """A whole bracket, one element if all its alternatives are single words; `options` is empty for a crossed one."""
    if not options or any(map(_may_be_empty, options)):
        raise PackError(f"{where} has an empty or crossed bracket. Write it like [a|b] or (a b)?.")
    options = _merged(options)
    return options[0] if len(options) == 1 and len(options[0]) == 1 else (Choice(tuple(options)),)


def _may_be_empty(series: Series) -> bool:
    """Whether nothing at all is left of the series when everything is left out that can be."""
    return all(isinstance(part, Choice) and part.optional for part in series)


def _merged(options: list[_Row]) -> list[_Row]:
    """One-word alternatives as one element; the others as they are."""
    single: list[Element] = []
    rest: list[_Row] = []
    for option in options:
        if len(option) == 1 and isinstance(one := option[0], Element) and one.kind == "word" and not one.optional:
            single.append(one)
        else:
            rest.append(option)
    if not single:
        return rest
    keys, words = (frozenset().union(*sets) for sets in zip(*((e.keys, e.words) for e in single), strict=True))
    rows: list[_Row] = [(Element("word", keys, marked=any(e.marked for e in single), words=words),)]
    return rows + rest


def _optional(unit: Series) -> Series:
    """The element, or the whole bracket, that a `?` made optional."""
    return (unit[0]._replace(optional=True),) if len(unit) == 1 else (Choice((unit,), optional=True),)


def _atom(piece: str, where: str) -> Sequence:
    """One word, gap, slot or number as a sequence (a hyphenated word makes three elements)."""
    if (
        (gap := piece[2:])
        and piece.startswith("..")
        and not (gap.isdecimal() and len(gap) < 4 and int(gap) <= MOST_GAP)
    ):
        raise PackError(f"{where} has a gap of {gap[:20]} words. Write a number; the widest is ..{MOST_GAP}.")
    if "/" in piece and (tag := piece.partition("/")[2]) and tag not in PARTS_OF_SPEECH and piece[0] != "<":
        raise PackError(f"{where}: {tag!r} is no part of speech. Known: {', '.join(sorted(PARTS_OF_SPEECH))}.")
    return _element(piece)


@cache
def _element(piece: str) -> Sequence:
    """The elements of a piece that was checked, shared by all patterns that have it."""
    if piece.startswith(".."):
        return (Element("gap", most=int(piece[2:] or GAP)),)
    if piece[0] == "<":
        return (Element("slot", actors=frozenset(piece[1:-1].split("|"))),)
    if piece == "#":
        return (Element("number"),)
    return _word(piece)


def _word(word: str) -> Sequence:
    """A word with its marks (`=`, `/pos`), cut where the parser cuts it."""
    bare, _, tag = word.replace("’", "'").partition("/")
    exact = bare.startswith("=") and len(bare) > 1
    return tuple(_part(part, exact, tag) for part in cut_word(bare[1:] if exact else bare))


def _part(word: str, exact: bool, tag: str) -> Element:
    """A piece of a word as one place; a hyphen may be absent."""
    words = frozenset({word})
    if word == "-":
        return Element("word", words, optional=True, words=words)
    if exact or tag:
        return Element("word", frozenset({f"={word}" if exact else f"{word}/{tag}"}), marked=True, words=words)
    return Element("word", words, words=words)


def cut_word(word: str) -> list[str]:
    """A word in lower case, cut at hyphens and before 's, as the parser cuts it; hyphens become "-"."""
    low = word.lower().replace("’", "'")
    if low in ("-", "'s", "'"):
        return [low]
    return ["-" if part in "-‐‑–" else part for part in _WORD_PARTS.findall(low)]


def _commonness(keys: frozenset[str], counts: Mapping[str, int]) -> tuple[bool, int]:
    """How common the keys are in texts on the topic: whether English is full of one, then how many use them."""
    return not keys.isdisjoint(_FREQUENT), sum([counts.get(key, 1) for key in keys])


def _need(part: Element | Choice) -> frozenset[str]:
    """Words of which one must be there for this part, or none when it can do without."""
    if isinstance(part, Element):
        return part.words
    needs = [needs_of(option) for option in part.options]
    return frozenset().union(*(need[0] for need in needs)) if all(needs) else frozenset()
