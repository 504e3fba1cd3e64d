"""Texts without what gives their outlet away: its name, byline, dateline, credits, addresses and words about itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from framing.classroom.records import load_texts
from framing.model import Span

NAME = "[outlet]"
LINE = "[who wrote this]"
DATELINE = "[place and date] — "
ADDRESS = "[address]"
ACRONYM_FROM = 3  # letters; two letters stand for too much else
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_EMPTY = {"of", "the", "and", "for", "de", "la", "&"}


class Masker:
    """Masks the giveaways of some outlets; made once for all texts of a run."""

    def __init__(self, sources: Iterable[str], addresses: Iterable[str] = ()) -> None:
        rules = load_texts("blind.toml")
        self._names = [form for source in dict.fromkeys(sources) for form in forms_of(source)]
        hosts = [re.escape(host) for host in dict.fromkeys(map(_host, addresses)) if host]
        agencies = "|".join(map(re.escape, rules["agencies"]))
        self._rules = [
            *((re.compile(line, re.MULTILINE), LINE) for line in rules["lines"]),
            (re.compile(rules["dateline"], re.MULTILINE), DATELINE),
            *((re.compile(address), ADDRESS) for address in [*hosts, *rules["addresses"]]),
            *((form, NAME) for form in self._names),
            (re.compile(rf"(?<=\()(?:{agencies})(?=\))|(?<=/)(?:{agencies})(?=/)"), NAME),
        ]

    def spans(self, text: str) -> list[tuple[Span, str]]:
        """Stretches to hide with what stands in their place, in order, none overlapping; the widest wins."""
        found = [
            (Span(*hit.span()), instead) for rule, instead in self._rules for hit in rule.finditer(text) if hit.group()
        ]
        found.sort(key=lambda pair: (pair[0].start, -pair[0].end))
        kept: list[tuple[Span, str]] = []
        for span, instead in found:
            if kept and span.start < kept[-1][0].end:
                last, before = kept[-1]
                kept[-1] = (Span(last.start, max(last.end, span.end)), before)
            else:
                kept.append((span, instead))
        return kept

    def mask(self, text: str) -> str:
        """The text with every giveaway replaced."""
        for span, instead in reversed(self.spans(text)):
            text = text[: span.start] + instead + text[span.end :]
        return text

    def mask_names(self, data: Any) -> Any:
        """The same data with outlets' names hidden in every text: the last net before a pupil's file."""
        if isinstance(data, str):
            for form in self._names:
                data = form.sub(NAME, data)
            return data
        if isinstance(data, dict):
            return {key: self.mask_names(value) for key, value in data.items()}
        return [self.mask_names(one) for one in data] if isinstance(data, list) else data

    def leaks(self, text: str) -> list[str]:
        """Names of outlets that still stand in a text."""
        return [hit.group() for form in self._names for hit in form.finditer(text)]


def forms_of(source: str) -> Sequence[re.Pattern[str]]:
    """How an outlet may be named in a text: in full, without its article, in one word, by its initials, shortly."""
    bare = _ARTICLE.sub("", " ".join(source.split()))
    words = [word for word in re.split(r"[\s._-]+", bare) if word]
    if not words:
        return ()
    if len(words) == 1:
        one = re.escape(words[0])
        return (re.compile(rf"(?:\b[Tt]he )?(?<!\w)(?:{one}|{re.escape(words[0].upper())})(?!\w)"),)
    joined = r"[\s._-]*".join(map(re.escape, words))
    forms = [re.compile(rf"(?:\bthe )?(?<!\w){joined}(?!\w)", re.IGNORECASE)]
    initials = "".join(word[0] for word in words if word.lower() not in _EMPTY)
    if len(initials) >= ACRONYM_FROM and initials.isupper():
        forms.append(re.compile(rf"(?<!\w){re.escape(initials)}(?!\w)"))
    if words[-1][:1].isupper() and words[-1].isalpha():
        forms.append(re.compile(rf"\b(?:[Tt]he|[Oo]ur) {re.escape(words[-1])}\b(?! [A-Z])"))
    return tuple(forms)


def _host(address: str) -> str:
    """The site of an address: www.example.com/page -> example.com."""
    hit = re.match(r"(?:https?://)?(?:www\.)?([\w.-]+\.\w+)", address.strip())
    return hit.group(1) if hit else ""
