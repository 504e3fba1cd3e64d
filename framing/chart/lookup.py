"""The evidence table by row id: the few columns that charts and excerpts ask for, without a walk over the frame."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.text import Around, around, shorten

if TYPE_CHECKING:
    from framing.evidence import Analysis

_OPAQUE = re.compile(r"[0-9a-f-]{16,}|\d+", re.IGNORECASE)
COLUMNS = (
    "id",
    "kind",
    "article",
    "source",
    "start",
    "end",
    "text",
    "label",
    "actor",
    "voice",
    "speaker",
    "value",
    "share",
)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


class Finding(NamedTuple):
    """One row of the evidence table; `share` is its part of a finding, `detail` its JSON as it stands."""

    id: str
    kind: str
    article: str
    source: str
    start: int
    end: int
    text: str
    label: str
    actor: str
    voice: str
    speaker: str
    value: float
    share: float
    detail: str

    @property
    def state(self) -> str:
        """Of a wording that takes a side: asserted, denied, hypothetical or questioned; "asserted" for all else."""
        return str(self.facts.get("state", "asserted")) if self.kind == "cue" and self.value else "asserted"

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where the words themselves stand: of a quotation its contents, of a mention with the title before it."""
        if self.kind == "mention" and self.detail:
            low, high = self.facts.get("phrase") or (self.start, self.end)
            return ((int(low), int(high)),)
        if self.kind != "quote":
            return ((self.start, self.end),)
        inside = [(int(a), int(b)) for a, b in self.facts.get("content") or () if self.start <= a < b <= self.end]
        return tuple(inside) or ((self.start, self.end),)

    @property
    def facts(self) -> Mapping[str, Any]:
        """The detail as a dictionary."""
        return dict(json.loads(self.detail)) if self.detail else {}


@dataclass(frozen=True)
class Lookup:
    """Findings by id, articles by id (title, date, event, words), and names of actors."""

    findings: Mapping[str, Finding]
    articles: Mapping[str, Mapping[Any, Any]]
    actors: Mapping[str, str]
    texts: Mapping[str, str]
    sentences: Mapping[str, Sequence[int]]
    _by_article: Mapping[str, list[str]]

    @classmethod
    def of(cls, analysis: Analysis, sources: Iterable[str] = ()) -> Lookup:
        """Everything that a report may want to show of an analysis.

        `sources` are the names to print: a name in the tables that differs from one only in case or spaces becomes it.
        """
        evidence, articles, actors = analysis.evidence, analysis.articles, analysis.actors
        one_name = {_plain(name): name for name in sources}
        columns = [evidence[name].tolist() for name in (*COLUMNS, "detail")]
        place = COLUMNS.index("source")
        columns[place] = [one_name.get(_plain(name), name) for name in columns[place]]
        found = {row[0]: Finding(*row) for row in zip(*columns, strict=True)}
        about: dict[str, dict[Any, Any]] = {
            str(row["article"]): {**row, "source": one_name.get(_plain(str(row["source"])), row["source"])}
            for row in articles.to_dict("records")
        }
        names = dict(zip(actors["actor"].astype(str), actors["name"].astype(str), strict=True))
        places: dict[str, list[str]] = {}
        for one in found.values():
            places.setdefault(one.article, []).append(one.id)
        return cls(found, about, names, dict(analysis.texts), analysis.sentences, places)

    def rows(self, ids: Iterable[str]) -> list[Finding]:
        """The findings of those ids that exist, in the order asked for."""
        return [self.findings[one] for one in ids if one in self.findings]

    def unique(self, ids: Iterable[str]) -> list[Finding]:
        """The findings of those ids, each place in a text once, however many actors it concerns."""
        return list({(one.article, one.kind, one.start, one.end, one.label): one for one in self.rows(ids)}.values())

    def event_name(self, event: str) -> str:
        """An event as a person would name it: its id as words, or, when that is a number, the title of an article."""
        if not _OPAQUE.fullmatch(event):
            return event if " " in event else event.replace("-", " ").replace("_", " ")
        titles = [str(one["title"]) for one in self.articles.values() if one["event"] == event and one["title"]]
        return f"“{min(titles, key=lambda title: (len(title), title))}”" if titles else event

    def words(self, one: Finding) -> str:
        """The words of a finding, of a mention with its title; the pieces of a quotation with "…" between them."""
        text = self.texts.get(one.article)
        if text is None or one.kind not in ("quote", "mention"):
            return one.text
        return " … ".join(text[start:end] for start, end in one.spans)

    def around(self, one: Finding) -> Around:
        """The words before, of and after a finding, in its sentence; of a quotation in pieces those of the first.

        What the outlet says between two pieces is never marked as quoted.
        """
        text = self.texts.get(one.article)
        if text is None or text[one.start : one.end] != one.text:
            return Around("", shorten(one.text), "")
        return around(text, *one.spans[0], self.sentences.get(one.article, ()))

    def by_article(self, article: str) -> list[Finding]:
        """The findings of one article, in the order of the table."""
        return self.rows(self._by_article.get(article, ()))

    def where(self, article: str) -> str:
        """Title and date of an article, as far as it has them; without either, its id."""
        about = self.articles.get(article, {})
        parts = [str(about.get(name) or "").strip() for name in ("title", "date")]
        return ", ".join(part for part in parts if part) or article
