"""Texts that repeat one another: wire copies, reprints, the same page saved twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from zlib import crc32

from framing.model import Article

SHINGLE = 5  # words
SAME = 0.5  # Jaccard similarity of the shingles from which two texts are one
SEED = 1
BANDS, ROWS = 21, 3  # of 63 permutations: a pair at .5 is proposed with probability .94, at .7 with .9999
EXACT_UP_TO = 500  # articles; among fewer every pair that shares a shingle is looked at, among more the proposed ones
TOO_COMMON = 50  # articles that share a shingle; beyond, only neighbours in the list are paired

Shingles = frozenset[int]


def mark_duplicates(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles in their order; each near copy of another has `duplicate_of` set to the id of the earliest one.

    The earliest has the first date; an article without a date comes after those with one, equal dates go by id.
    Two texts are copies when at least half of the five-word sequences that occur in either occur in both.
    Source: Broder 1997, "On the resemblance and containment of documents".
    """
    if len(articles) < 2:
        return tuple(articles)
    shingles = [shingle(article.text[len(article.headline) :]) for article in articles]
    rank = sorted(range(len(articles)), key=lambda n: (articles[n].date or "9999", articles[n].id))
    place = {number: order for order, number in enumerate(rank)}
    earlier: dict[int, list[int]] = defaultdict(list)
    find_pairs = _sharing_pairs if len(shingles) <= EXACT_UP_TO else _proposed_pairs
    for pair in find_pairs(shingles):
        first, second = sorted(pair, key=place.__getitem__)
        if similarity(shingles[first], shingles[second]) >= SAME:
            earlier[second].append(first)
    original: dict[int, int] = {}
    for number in rank:
        first_ones = {original.get(n, n) for n in earlier[number]}
        found = [n for n in first_ones if similarity(shingles[n], shingles[number]) >= SAME]
        if found:
            original[number] = min(found, key=place.__getitem__)
    return tuple(
        replace(article, duplicate_of=articles[original[n]].id if n in original else "")
        for n, article in enumerate(articles)
    )


def shingle(text: str) -> Shingles:
    """Numbers that stand for the five-word sequences of a text; a shorter text is one sequence."""
    words = [crc32(word.encode("utf-8", "surrogatepass")) for word in re.findall(r"\w+", text.casefold())]
    if len(words) < SHINGLE:
        return frozenset([hash(tuple(words))] if words else [])
    return frozenset(map(hash, zip(*(words[shift:] for shift in range(SHINGLE)), strict=False)))


def similarity(one: Shingles, other: Shingles) -> float:
    """Jaccard similarity, in [0, 1]: shared sequences among all that occur."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def _sharing_pairs(shingles: Sequence[Shingles]) -> Iterator[tuple[int, int]]:
    """Pairs that share at least a third of the shorter text's sequences, counted one by one."""
    first: dict[int, int] = {}
    owners: dict[int, list[int]] = {}  # of sequences that stand in two articles or more
    for number, sequences in enumerate(shingles):
        for sequence in sequences:
            one = first.setdefault(sequence, number)
            if one != number:
                owners.setdefault(sequence, [one]).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in owners.values():
        if len(numbers) > TOO_COMMON:
            shared.update(zip(numbers, numbers[1:], strict=False))
        else:
            shared.update((a, b) for i, a in enumerate(numbers) for b in numbers[i + 1 :])
    for (a, b), count in shared.items():
        if count * 3 >= min(len(shingles[a]), len(shingles[b])):
            yield a, b


def _proposed_pairs(shingles: Sequence[Shingles]) -> Iterator[tuple[int, int]]:
    """Pairs that agree in a band of their MinHash signatures; texts of the same sequences are paired with the first.

    Source: Leskovec, Rajaraman and Ullman 2014, "Mining of Massive Datasets", chapter 3.
    """
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
    blank = MinHash(num_perm=BANDS * ROWS, seed=SEED, hashfunc=lambda number: number & 0xFFFFFFFF)
    first: dict[Shingles, int] = {}
    for number, sequences in enumerate(shingles):
        if sequences and first.setdefault(sequences, number) != number:
            yield first[sequences], number
        elif sequences:
            sketch = blank.copy()
            sketch.update_batch(sorted(sequences))
            alike = sorted(index.query(sketch))
            yield from ((earlier, number) for earlier in alike)
            if len(alike) < TOO_COMMON:  # enough texts stand for their like already
                index.insert(number, sketch)
