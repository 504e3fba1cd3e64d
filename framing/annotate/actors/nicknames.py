"""Given names in short, as people are called: "Barney" of Barnaby, "Thess" of Thessaly, "Jack" of J. P."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framing.annotate.actors.names import Occurrence
from framing.names import is_short_for
from framing.packs.people import ActorWords

_GENERATIONS = {"trey": "iii"}  # what the third of a name is called


def list_nicknamed(
    occurrences: Sequence[Occurrence], word: str, by_first: Mapping[str, Sequence[int]], words: ActorWords
) -> list[int]:
    """Numbers of the full names of the one person whose given name a lone word is short for; [] when it is nobody's."""
    found = [n for given, numbers in by_first.items() if is_short_for(word, given, words) for n in numbers]
    if not found and word in words.first_names:
        found = list(by_first.get(word[0], ()))  # "Jack" of "J. P. Lang"
    if word in _GENERATIONS:
        called = (n for numbers in by_first.values() for n in numbers)
        found = [n for n in called if occurrences[n].name.suffix == _GENERATIONS[word]]
    people = [n for n in found if occurrences[n].kind in ("person", "")]
    return people if len({occurrences[n].name.parts for n in people}) == 1 else []
