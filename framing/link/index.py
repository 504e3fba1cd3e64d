"""Names of several words by everything that may tie another name to them, so that linking grows with their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from framing.link.compare import PersonName, initials_of
from framing.names import LEAST_LETTERS

SHARED = 3  # letters of a given name and of what its bearer is called
Buckets = dict[str, list[str]]


class NameIndex:
    """Slugs in the order in which they were added; every look-up returns candidates, which the rules still compare.

    `persons` gives the parts of every person's name, `bodies` the one form of every other name, by slug;
    acronyms leave out the initials of `skips`.
    """

    def __init__(self, persons: Mapping[str, PersonName], bodies: Mapping[str, str], skips: frozenset[str]) -> None:
        self._persons, self._bodies, self._skips = persons, bodies, skips
        self._order: dict[str, int] = {}
        self._by_last: Buckets = defaultdict(list)
        self._by_joined: Buckets = defaultdict(list)
        self._by_given: Buckets = defaultdict(list)
        self._by_opening: Buckets = defaultdict(list)
        self._by_slip: Buckets = defaultdict(list)
        self._by_form: Buckets = defaultdict(list)
        self._by_short: Buckets = defaultdict(list)

    def add(self, slug: str) -> None:
        """Makes a name findable."""
        self._order[slug] = len(self._order)
        name = self._persons.get(slug)
        if name is None:
            self._add_body(slug, self._bodies[slug])
            return
        self._by_last[name.last].append(slug)
        self._by_joined[name.joined].append(slug)
        for given in name.given[:1]:
            self._by_given[given].append(slug)
            self._by_opening[given[:SHARED]].append(slug)
        for key in slip_keys(name.last):
            self._by_slip[key].append(slug)

    def _add_body(self, slug: str, form: str) -> None:
        """A body by its one form, its initials and its first word."""
        self._by_form[form].append(slug)
        for short in {*initials_of(form, self._skips), form.split("-")[0]}:
            self._by_short[short].append(slug)

    def namesakes(self, slug: str) -> Iterator[str]:
        """Names that may be the same actor's as a name of several words, in the order in which they were added."""
        name = self._persons.get(slug)
        if name is None:
            yield from self._by_form[self._bodies[slug]]
            return
        yield from self._ordered([*self._by_last[name.last], *self._by_joined[name.joined], *self.misspelt(name.last)])

    def called(self, surname: str) -> list[str]:
        """Persons of a surname."""
        return self._by_last[surname]

    def named(self, given: str) -> list[str]:
        """Persons whose first name is `given`."""
        return self._by_given[given]

    def nicknamed(self, word: str) -> list[str]:
        """Persons whose first name opens like a word."""
        return self._by_opening[word[:SHARED]]

    def misspelt(self, surname: str) -> Iterator[str]:
        """Persons whose surname may differ from this one by one slip."""
        yield from self._ordered(slug for key in slip_keys(surname) for slug in self._by_slip[key])

    def shortened(self, word: str) -> list[str]:
        """Bodies that a single word may be short for: their initials, or their first word."""
        return self._by_short[word]

    def _ordered(self, slugs: Iterable[str]) -> list[str]:
        """Each slug once, in the order in which it was added."""
        return sorted(set(slugs), key=self._order.__getitem__)


def slip_keys(word: str) -> set[str]:
    """The word, and the word less each of its letters but the first; two words one slip apart share one of them.

    None for words too short to be compared so. Source: Mor and Fraenkel (1982), retrieval by deletion neighbourhoods.
    """
    if len(word) < LEAST_LETTERS:
        return set()
    return {word, *(word[:place] + word[place + 1 :] for place in range(1, len(word)))}
