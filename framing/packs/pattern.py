"""The small pattern language of packs: text such as `<AZ> .. [recapture|retake] control?` -> flat token sequences.

    recapture          the word in any inflection (lemma), in any case        =left    exactly this form
    attack/verb        only as this part of speech: verb noun adj adv name     #        a number
    anti-terror        hyphenated words also match with a space               word?    may be absent
    [a|b c|d]          one of these; an alternative may have several words    (a b)?   several words that may be absent
    ..   ..6           up to three (six) words in between                     <AZ>     a mention of AZ or its members
    <AZ|RU>  <=AZ>     one of these actors; AZ itself, not its members        <*>      a mention of any actor

A choice or an optional group is written out into flat sequences when the pack is loaded, so that matching stays simple.
"""

from __future__ import annotations

import re
from itertools import product
from typing import Literal, NamedTuple

from framing.errors import PackError

PARTS_OF_SPEECH = {"verb", "noun", "adj", "adv", "name"}
GAP = 3  # words that `..` may skip
MOST_GAP = 10
MOST_SEQUENCES = 400
_PIECE = re.compile(
    r"\s*(?:(?P<gap>\.\.(?P<most>\d*))|(?P<slot><(?P<ids>[^<>\s]+)>)|(?P<mark>[\[\]()|?])|(?P<number>#)"
    r"|(?P<word>[^\s\[\]()|?<>#]+))"
)
_WORD_PARTS = re.compile(r"[-‐‑–]|'s$|[^-‐‑–']+|'")


class Element(NamedTuple):
    """One place of a sequence. `keys` are the word keys it accepts (`word`, `=word`, `word/pos`)."""

    kind: Literal["word", "gap", "slot", "number"]
    keys: frozenset[str] = frozenset()
    optional: bool = False
    most: int = 0  # widest gap, in words
    marked: bool = False  # some keys bear `=` or `/pos`
    actors: frozenset[str] = frozenset()  # ids; "*" any; "=ID" the actor itself, not its members


Sequence = tuple[Element, ...]


def parse_pattern(text: str, where: str) -> tuple[Sequence, ...]:
    """The flat sequences that a pattern stands for, duplicates removed, in a stable order.

    Raises:
        PackError: the pattern cannot be read; `where` (file and entry) opens the message.
    """
    pieces = _cut(text, where)
    sequences, rest = _read(pieces, 0, where, text)
    if rest != len(pieces):
        raise PackError(f"{where}: pattern {text!r} has a bar or closing bracket on its own. Write choices as [a|b].")
    if pieces[0]["gap"] or pieces[-1]["gap"]:
        raise PackError(f"{where}: pattern {text!r} starts or ends with a gap. Put `..` between two words.")
    unique = tuple(dict.fromkeys(trimmed for sequence in sequences for trimmed in _trim(sequence)))
    for sequence in unique:
        if not any(e.kind in ("word", "slot") and not e.optional for e in sequence):
            raise PackError(f"{where}: pattern {text!r} can match nothing at all. Leave one word without `?`.")
    return unique


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


def _cut(text: str, where: str) -> list[re.Match[str]]:
    """The pattern cut into pieces."""
    pieces, place = [], 0
    stripped = text.strip()
    while place < len(stripped):
        piece = _PIECE.match(stripped, place)
        if piece is None:
            raise PackError(f"{where}: pattern {text!r} cannot be read from {stripped[place:]!r} on.")
        pieces.append(piece)
        place = piece.end()
    if not pieces:
        raise PackError(f"{where}: an empty pattern. Give at least one word, for example: [recapture|retake] <PLACE>.")
    return pieces


def _read(pieces: list[re.Match[str]], place: int, where: str, text: str) -> tuple[list[Sequence], int]:
    """Sequences from `place` up to a closing mark or a bar, and where reading stopped."""
    done: list[Sequence] = [()]
    while place < len(pieces) and pieces[place]["mark"] not in ("]", ")", "|"):
        if pieces[place]["mark"] in ("[", "("):
            options, place = _choice(pieces, place, where, text)
        elif pieces[place]["mark"] == "?":
            raise PackError(f"{where}: pattern {text!r} has a `?` with nothing before it. Write word? or [a|b]?.")
        else:
            options, place = [_atom(pieces[place], where, text)], place + 1
        if place < len(pieces) and pieces[place]["mark"] == "?":
            options, place = _optional(options), place + 1
        done = [head + tail for head, tail in product(done, options)]
        if len(done) > MOST_SEQUENCES:
            raise PackError(f"{where}: pattern {text!r} stands for more than {MOST_SEQUENCES} word orders. Split it.")
    return done, place


def _choice(pieces: list[re.Match[str]], place: int, where: str, text: str) -> tuple[list[Sequence], int]:
    """Alternatives of a bracket; those of one word each become a single element."""
    closing = {"[": "]", "(": ")"}[pieces[place]["mark"]]
    options: list[Sequence] = []
    while True:
        found, place = _read(pieces, place + 1, where, text)
        options += found
        if place >= len(pieces):
            raise PackError(f"{where}: pattern {text!r} opens a bracket and never closes it. Write it like [a|b].")
        if pieces[place]["mark"] != "|":
            break
    if pieces[place]["mark"] != closing or () in options:
        raise PackError(f"{where}: pattern {text!r} has an empty or crossed bracket. Write it like [a|b] or (a b)?.")
    return _merged(options), place + 1


def _merged(options: list[Sequence]) -> list[Sequence]:
    """One-word alternatives as one element; the others as they are."""
    single = [s[0] for s in options if len(s) == 1 and s[0].kind == "word" and not s[0].optional]
    rest = [s for s in options if not (len(s) == 1 and s[0].kind == "word" and not s[0].optional)]
    if not single:
        return rest
    keys = frozenset().union(*(e.keys for e in single))
    return [(Element("word", keys, marked=any(e.marked for e in single)),), *rest]


def _optional(options: list[Sequence]) -> list[Sequence]:
    """The same, or nothing."""
    if len(options) == 1 and len(options[0]) == 1:
        return [(options[0][0]._replace(optional=True),)]
    return [(), *options]


def _atom(piece: re.Match[str], where: str, text: str) -> Sequence:
    """One word, gap, slot or number as a sequence (a hyphenated word makes three elements)."""
    if piece["gap"]:
        most = int(piece["most"] or GAP)
        if most > MOST_GAP:
            raise PackError(f"{where}: pattern {text!r} has a gap of {most} words. The widest is ..{MOST_GAP}.")
        return (Element("gap", most=most),)
    if piece["slot"]:
        return (Element("slot", actors=frozenset(piece["ids"].split("|"))),)
    if piece["number"]:
        return (Element("number"),)
    return _word(piece["word"], where, text)


def _word(word: str, where: str, text: str) -> Sequence:
    """A word with its marks (`=`, `/pos`), cut where the parser cuts it."""
    bare, _, tag = word.replace("’", "'").partition("/")
    if tag and tag not in PARTS_OF_SPEECH:
        raise PackError(
            f"{where}: pattern {text!r}: {tag!r} is no part of speech. Known: {', '.join(sorted(PARTS_OF_SPEECH))}."
        )
    exact = bare.startswith("=") and len(bare) > 1
    parts = cut_word(bare[1:] if exact else bare)
    made = []
    for part in parts:
        if part == "-":
            made.append(Element("word", frozenset({"-"}), optional=True))
        else:
            made.append(Element("word", frozenset({_key(part, exact, tag)}), marked=exact or bool(tag)))
    return tuple(made)


def _key(part: str, exact: bool, tag: str) -> str:
    """How the word is written in `Element.keys`."""
    return f"={part}" if exact else f"{part}/{tag}" if tag else part


def cut_word(word: str) -> list[str]:
    """A word in lower case, cut at hyphens and before 's, as the parser cuts it; hyphens become "-"."""
    low = word.lower().replace("’", "'")
    if low in ("-", "'s", "'"):
        return [low]
    return ["-" if part in "-‐‑–" else part for part in _WORD_PARTS.findall(low)]
