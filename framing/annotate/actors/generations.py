"""Father and son of one name: "Walt Lang Jr." and "his father, the Rev. Walt Lang", kept apart where a text tells."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from framing.annotate.actors.names import bare_words, suffix_of
from framing.annotate.actors.shortforms import Occurrence
from framing.model import Parsed

Key = tuple[str, ...]
_KIN_WORDS = "father mother son daughter dad elder younger senior junior uncle nephew grandfather grandson"
_KIN = frozenset(_KIN_WORDS.split())
_CLERGY = frozenset(["rev", "rev.", "reverend", "fr.", "father", "rabbi", "imam", "bishop", "pastor"])
_BETWEEN = frozenset((",", "the", "-", "–", "—", "and", "namesake", "late"))
NEAR = 4  # tokens between "his father" and the name


def find_kin(parsed: Parsed, occurrences: Sequence[Occurrence]) -> frozenset[int]:
    """Numbers of the names that a word of kinship introduces: "his father, the Rev. Walt Lang", "the elder Lang"."""
    found = set()
    for number, occurrence in enumerate(occurrences):
        name = occurrence.name
        opening = name.opening if name.opening >= 0 else name.first
        for token in range(opening - 1, max(opening - 1 - NEAR, -1), -1):
            if parsed.lowers[token] in _KIN:
                found.add(number)
            if parsed.lowers[token] not in _BETWEEN and parsed.pos[token] not in ("ADJ", "NOUN"):
                break
    return frozenset(found)


def find_shared(occurrences: Sequence[Occurrence], kin: Collection[int]) -> frozenset[Key]:
    """Given names and surnames that two people bear: two generations are written, or one that somebody else lacks."""
    written: dict[Key, list[int]] = {}
    for number, occurrence in enumerate(occurrences):
        parts = bare_words(occurrence.name)
        if len(parts) > 1 and occurrence.kind in ("person", ""):
            written.setdefault((parts[0], parts[-1]), []).append(number)
    return frozenset(key for key, numbers in written.items() if _is_shared(occurrences, numbers, kin))


def _is_shared(occurrences: Sequence[Occurrence], numbers: Sequence[int], kin: Collection[int]) -> bool:
    """Whether occurrences of one given name and surname are of two people."""
    suffixes = {suffix_of(occurrences[n].name) for n in numbers}
    if len(suffixes - {""}) > 1:
        return True
    plain = [n for n in numbers if not suffix_of(occurrences[n].name)]
    if not plain or suffixes == {""}:
        return False
    titles = {t for n in numbers if n not in plain for t in occurrences[n].name.titles}
    clergy = _CLERGY.isdisjoint(titles) and any(not _CLERGY.isdisjoint(occurrences[n].name.titles) for n in plain)
    return clergy or any(n in kin for n in plain)
