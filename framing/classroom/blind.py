"""Texts without what gives their outlet away: its name, byline, dateline, credits, addresses and words about itself.

Names are looked for in a folded copy of the text, without accents and invisible characters; every place leads back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from framing.classroom.texts import load_texts
from framing.model import Span
from framing.packs.wordings import load_word_tables

NAME = "[outlet]"
LINE = "[who wrote this]"
DATELINE = "[place and date] — "
ADDRESS = "[address]"
ACRONYM_FROM = 2  # letters
SHORT_WORD = 3  # letters; a word of so few in small letters stands for too much else
JOINTS = r"[\s._&’'-]*"
_EMPTY = {"of", "the", "and", "for", "de", "la", "&"}
_UNFOLDED = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "’": "'"})
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "å": "aa", "ø": "oe"}


class FoldedText(NamedTuple):
    """A text without accents and invisible characters; `places[i]` is where its character i stands in the original."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original that holds a stretch of the folded text, marks behind it included."""
        return Span(self.places[start], self.places[end])


def fold(text: str) -> FoldedText:
    """The text in its plainest letters: no accents, no characters without width, wide and narrow forms as usual."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for part in unicodedata.normalize("NFKD", char.translate(_UNFOLDED)) if ord(char) > 126 else char:
            if unicodedata.category(part) not in ("Mn", "Me", "Cf"):
                letters.append(part)
                places.append(place)
    return FoldedText("".join(letters), (*places, len(text)))


class Masker:
    """Masks the giveaways of some outlets; made once for all texts of a run."""

    def __init__(self, sources: Sequence[str], addresses: Iterable[str] = ()) -> None:
        rules = load_texts("blind.toml")
        self._accented = [re.compile(rf"(?<!\w){re.escape(one)}(?!\w)", re.IGNORECASE) for one in _accented(sources)]
        self._names = [form for source in dict.fromkeys(sources) for form in spell_outlet(source)]
        hosts = [re.escape(host) for host in dict.fromkeys(map(_host, addresses)) if host]
        agencies = "|".join(map(re.escape, rules["agencies"]))
        self._rules = [
            *((re.compile(line, re.MULTILINE), LINE) for line in rules["lines"]),
            (re.compile(rules["dateline"], re.MULTILINE), DATELINE),
            *((re.compile(address), ADDRESS) for address in [*hosts, *rules["addresses"]]),
            (re.compile(rf"(?<=\()(?:{agencies})(?=\))|(?<=/)(?:{agencies})(?=/)"), NAME),
        ]

    def spans(self, text: str) -> list[tuple[Span, str]]:
        """Stretches to hide with what stands in their place, in order, none overlapping; the widest wins."""
        found = [
            (Span(*hit.span()), instead) for rule, instead in self._rules for hit in rule.finditer(text) if hit.group()
        ]
        found += [(span, NAME) for span in self._named(text)]
        return _apart(found)

    def _named(self, text: str) -> list[Span]:
        """Where outlets are named, in the order of their forms."""
        folded = fold(text)
        exact = [Span(*hit.span()) for form in self._accented for hit in form.finditer(text)]
        return exact + [folded.span(*hit.span()) for form in self._names for hit in form.finditer(folded.text)]

    def mask(self, text: str) -> str:
        """The text with every giveaway replaced."""
        return _replace(text, self.spans(text))

    def mask_names(self, data: Any) -> Any:
        """The same data with outlets' names hidden in every text: the last net before a pupil's file."""
        if isinstance(data, str):
            return _replace(data, _apart((span, NAME) for span in self._named(data)))
        if isinstance(data, dict):
            return {key: self.mask_names(value) for key, value in data.items()}
        return [self.mask_names(one) for one in data] if isinstance(data, list) else data


def _accented(sources: Iterable[str]) -> list[str]:
    """Names with accents, which no ordinary word of English has: they are hidden in letters of any size."""
    composed = (unicodedata.normalize("NFC", " ".join(source.split())) for source in dict.fromkeys(sources))
    return [one for one in composed if not one.isascii()]


def _apart(found: Iterable[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Stretches with what stands in their place, in order, those that overlap as one; the widest wins."""
    kept: list[tuple[Span, str]] = []
    for span, instead in sorted(found, key=lambda pair: (pair[0].start, -pair[0].end)):
        if kept and span.start < kept[-1][0].end:
            last, before = kept[-1]
            kept[-1] = (Span(last.start, max(last.end, span.end)), before)
        else:
            kept.append((span, instead))
    return kept


def _replace(text: str, spans: Sequence[tuple[Span, str]]) -> str:
    for span, instead in reversed(spans):
        text = text[: span.start] + instead + text[span.end :]
    return text


def spell_outlet(source: str) -> Sequence[re.Pattern[str]]:
    """How an outlet may be named in a folded text: in full, without its article, in one word, by initials, shortly."""
    spelled = {source, "".join(_UMLAUTS.get(char, char) for char in unicodedata.normalize("NFC", source))}
    forms = [form for one in sorted(spelled) for form in _forms(" ".join(fold(one).text.split()))]
    return tuple({(form.pattern, form.flags): form for form in forms}.values())


def _forms(name: str) -> list[re.Pattern[str]]:
    """The forms of a folded name."""
    article = re.match(rf"(?:{'|'.join(load_texts('blind.toml')['articles'])})[\s'-]+(?=\S)", name, re.IGNORECASE)
    bare = name[article.end() :] if article else name
    words = [word for word in re.split(r"[\s._-]+", bare) if word]
    if not words:
        return []
    forms = _article_forms(article[0].split()[0], words) if article else []
    if len(words) == 1:
        return [*forms, *_one_word(words[0])]
    joined = JOINTS.join(map(re.escape, words))
    forms.append(re.compile(rf"(?:\bthe )?[#@]?(?<!\w){joined}(?!\w)", re.IGNORECASE))
    forms += _initials(words)
    if words[-1][:1].isupper() and words[-1].isalpha():
        forms.append(re.compile(rf"\b(?:[Tt]he|[Oo]ur) {re.escape(words[-1])}\b(?! [A-Z])"))
    return forms


def _article_forms(article: str, words: Sequence[str]) -> list[re.Pattern[str]]:
    """The whole name with its article, in letters of any size."""
    joined = JOINTS.join(map(re.escape, [article.strip("'-"), *words]))
    return [re.compile(rf"[#@]?(?<!\w){joined}(?!\w)", re.IGNORECASE)]


def _one_word(word: str) -> list[re.Pattern[str]]:
    """A name of one word: as it is written and in capitals; in small letters where English has no such word."""
    split = JOINTS.join(map(re.escape, re.findall(r"\d+|[^\W\d]+|[^\w\s]", word)))
    forms = [
        re.compile(rf"(?:\b[Tt]he )?(?<!\w)(?:{re.escape(word)}|{re.escape(word.upper())})(?!\w)"),
        re.compile(rf"[#@]{split}(?!\w)", re.IGNORECASE),
    ]
    if not _is_english(word.lower()):
        forms.append(re.compile(rf"(?:\bthe )?(?<!\w){split}(?!\w)", re.IGNORECASE))
    return forms


def _is_english(word: str) -> bool:
    """Whether a word in small letters may be an ordinary one, as WordNet has it, or is too short to tell."""
    relations = load_word_tables().relations
    return len(word) < SHORT_WORD or any((word, kind) in relations for kind in "nva")


def _initials(words: Sequence[str]) -> list[re.Pattern[str]]:
    """The initials of a name in capitals, unless they are known for something else."""
    initials = "".join(word[0] for word in words if word.lower() not in _EMPTY)
    taken = len(initials) < ACRONYM_FROM or initials in load_texts("blind.toml")["not_initials"]
    return [] if taken or not initials.isupper() else [re.compile(rf"(?<!\w){re.escape(initials)}(?!\w)")]


def _host(address: str) -> str:
    """The site of an address: www.example.com/page -> example.com."""
    hit = re.match(r"(?:https?://)?(?:www\.)?([\w.-]+\.\w+)", address.strip())
    return hit.group(1) if hit else ""
