"""Families whose name stands first, as an article shows: "Hwon Dae Rik" beside "Mr Hwon" and "Hwon Seo-bi"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from framing.annotate.actors.names import Occurrence

WHOLE = 3  # words of a name whose first may be the family's


def mark_families(occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """The occurrences, those of a family whose name stands first marked so."""
    syllables = {o.name.parts[0] for o in occurrences if o.name.surname_first}
    families = syllables | _find_families(occurrences)
    return [_marked(one, families, syllables) if families else one for one in occurrences]


def _find_families(occurrences: Sequence[Occurrence]) -> set[str]:
    """First words of names of three words that stand alone, too, while no last word of such a name does."""
    alone = {o.name.parts[0] for o in occurrences if len(o.name.words) == 1}
    lasts: dict[str, set[str]] = defaultdict(set)
    for name, actor, kind in occurrences:
        if len(name.words) == WHOLE and len(name.parts) == WHOLE and not actor and kind in ("", "person"):
            lasts[name.parts[0]].add(name.parts[-1])
    people = {o.name.parts[0] for o in occurrences if len(o.name.words) == 1 and o.name.titles}
    return {first for first in lasts.keys() & alone & people if alone.isdisjoint(lasts[first])}


def _marked(occurrence: Occurrence, families: set[str], syllables: set[str]) -> Occurrence:
    """The occurrence as a person of a family whose name stands first, where it may be one."""
    name, actor, kind = occurrence
    parts = name.parts
    if actor or kind not in ("", "person") or len(parts) < 2 or parts[0] not in families or name.surname_first:
        return occurrence
    if len(parts) == 2 and parts[0] not in syllables:
        return occurrence
    return Occurrence(replace(name, surname_first=True), actor, "person")
