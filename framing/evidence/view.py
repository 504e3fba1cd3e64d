"""The tables of a run as one looks at them: findings by id with their detail, and one name for each thing.

A source, an event and a referent are named here and nowhere else, so that a matrix, a report and a lesson call them the
same. No other room decodes the detail of a row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.evidence.details import read_detail
from framing.text import Around, around, shorten
from framing.titles import name_story

if TYPE_CHECKING:
    import pandas as pd

    from framing.evidence import Analysis

DATED = re.compile(r"^\d{4}(?:-\d\d){0,2}(?:[\s_:-]+|$)")
OPAQUE = re.compile(r"[0-9a-f]{8,}(?:-[0-9a-f]+)*|[\d\W_]*", re.IGNORECASE)


def fold_name(name: str) -> str:
    """A source's name for comparing: without case, one space between words."""
    return " ".join(name.casefold().split())


def source_names(given: Iterable[str]) -> dict[str, str]:
    """The name of each source as it is written, and as it is printed: most often, of those that fold to one name."""
    counts: dict[str, Counter[str]] = {}
    for name in given:
        counts.setdefault(fold_name(name), Counter())[name] += 1
    best = {folded: min(found, key=lambda one: (-found[one], one)) for folded, found in counts.items()}
    return {name: best[folded] for folded, found in counts.items() for name in found}


def event_names(articles: pd.DataFrame) -> dict[str, str]:
    """Each event as a person would name it: its id in words without the date, or, of a code, a headline.

    An event keeps its date where another one would bear the same name.
    """
    titles: dict[str, list[str]] = {}
    events = articles["event"].fillna("").astype(str)
    for event, title in zip(events, articles["title"].fillna("").astype(str), strict=True):
        titles.setdefault(event, []).extend([" ".join(title.split())] if title.strip() else [])
    names = {event: _name_event(event, found) for event, found in titles.items()}
    shared = {name for name, count in Counter(names.values()).items() if count > 1}
    return {event: _capital(_in_words(event) if name in shared else name) for event, name in names.items()}


def _name_event(event: str, titles: Sequence[str]) -> str:
    plain = DATED.sub("", event)
    if not OPAQUE.fullmatch(plain):
        return _in_words(plain)
    if not event or not titles:
        return event
    return name_story(titles)


def _capital(name: str) -> str:
    """A name with a capital at its head, as a heading wants it."""
    return name[:1].upper() + name[1:]


def _in_words(event: str) -> str:
    """An id with spaces between its words; one that has spaces keeps its hyphens."""
    return event.replace("_", " ") if " " in event else event.replace("-", " ").replace("_", " ")


class ReferentNames(NamedTuple):
    """What the pack of a run calls a referent, the glosses of its neutral poles, whether no wording found is a name."""

    name: str
    neutral: tuple[str, ...]
    argument: bool = False


def referent_names(evidence: pd.DataFrame) -> dict[str, ReferentNames]:
    """Names of the referents that were found, by id; in older tables, which hold none, the id in words."""
    found: dict[str, ReferentNames] = {}
    cues = evidence.loc[evidence["kind"] == "cue", ["label", "detail"]]
    for label, text in cues.itertuples(index=False):
        referent = str(label).partition("/")[0]
        if referent in found and not found[referent].argument:
            continue
        detail = read_detail(text)
        name, neutral = str(detail.get("name") or _in_words(referent)), tuple(detail.get("neutral") or ())
        found[referent] = ReferentNames(name, neutral, bool(detail.get("argument")))
    return found


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
    confidence: float
    detail: str

    @property
    def state(self) -> str:
        """Of a wording that takes a side: asserted, denied, hypothetical or questioned; "asserted" for all else."""
        return str(self.facts.get("state", "asserted")) if self.kind == "cue" and self.value else "asserted"

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where the words themselves stand: of a quotation its contents, of a mention with the title before it."""
        if self.kind in ("mention", "wording") and self.detail:
            low, high = self.facts.get("phrase") or (self.start, self.end)
            return ((int(low), int(high)),)
        if self.kind != "quote":
            return ((self.start, self.end),)
        pieces = tuple((int(a), int(b)) for a, b in self.facts.get("content") or () if 0 <= a < b)
        return pieces or ((self.start, self.end),)

    @property
    def facts(self) -> Mapping[str, Any]:
        """The detail as a dictionary."""
        return read_detail(self.detail)


@dataclass(frozen=True)
class EvidenceIndex:
    """Findings by id, articles by id (title, date, event, words), and names of actors, events and referents."""

    findings: Mapping[str, Finding]
    articles: Mapping[str, Mapping[Any, Any]]
    actors: Mapping[str, str]
    events: Mapping[str, str]
    referents: Mapping[str, str]
    texts: Mapping[str, str]
    sentences: Mapping[str, Sequence[int]]
    _by_article: Mapping[str, list[str]]

    @classmethod
    def of(cls, analysis: Analysis) -> EvidenceIndex:
        """Everything that a report may want to show of an analysis, each source under one name."""
        evidence, articles, actors = analysis.evidence, analysis.articles, analysis.actors
        sources = source_names(articles["source"].fillna("").astype(str))
        columns = [evidence[name].tolist() for name in Finding._fields]
        place = Finding._fields.index("source")
        columns[place] = [sources.get(name, name) for name in columns[place]]
        found = {row[0]: Finding(*row) for row in zip(*columns, strict=True)}
        about: dict[str, dict[Any, Any]] = {
            str(row["article"]): {**row, "source": sources.get(row["source"], row["source"])}
            for row in articles.to_dict("records")
        }
        names = dict(zip(actors["actor"].astype(str), actors["name"].astype(str), strict=True))
        places: dict[str, list[str]] = {}
        for one in found.values():
            places.setdefault(one.article, []).append(one.id)
        referents = {one: names.name for one, names in referent_names(evidence).items()}
        texts = dict(analysis.texts)
        return cls(found, about, names, event_names(articles), referents, texts, analysis.sentences, places)

    def rows(self, ids: Iterable[str]) -> list[Finding]:
        """The findings of those ids that exist, in the order asked for."""
        return [self.findings[one] for one in ids if one in self.findings]

    def unique(self, ids: Iterable[str]) -> list[Finding]:
        """The findings of those ids, each place in a text once, however many actors it concerns."""
        return list({(one.article, one.kind, one.start, one.end, one.label): one for one in self.rows(ids)}.values())

    def event_name(self, event: str) -> str:
        """An event as a person would name it."""
        return self.events.get(event, event)

    def label(self, one: Finding) -> str:
        """The label of a finding in words; of a wording the name of what it names and its pole."""
        referent, slash, pole = one.label.partition("/")
        if one.kind == "wording":
            return str(one.facts.get("name") or referent)
        name = self.referents.get(referent, referent) if one.kind == "cue" else referent
        return f"{name}: {_in_words(pole)}" if slash else _in_words(name)

    def words(self, one: Finding) -> str:
        """The words of a finding, of a mention with its title; the pieces of a quotation with "…" between them."""
        text = self.texts.get(one.article)
        if text is None or one.kind not in ("quote", "mention", "wording"):
            return one.text
        return " … ".join(text[start:end] for start, end in one.spans)

    def around(self, one: Finding) -> Around:
        """The words before, of and after a finding, in its sentence; of a quotation in pieces those of the longest.

        What the outlet says between two pieces is never marked as quoted.
        """
        text = self.texts.get(one.article)
        if text is None or text[one.start : one.end] != one.text:
            return Around("", shorten(one.text), "")
        longest = max(one.spans, key=lambda span: span[1] - span[0])
        return around(text, *longest, self.sentences.get(one.article, ()))

    def by_article(self, article: str) -> list[Finding]:
        """The findings of one article, in the order of the table."""
        return self.rows(self._by_article.get(article, ()))

    def where(self, article: str) -> str:
        """Title and date of an article, as far as it has them; without either, its id."""
        about = self.articles.get(article, {})
        parts = [str(about.get(name) or "").strip() for name in ("title", "date")]
        return ", ".join(part for part in parts if part) or article


def packs_spoken(articles: pd.DataFrame) -> tuple[str, ...] | None:
    """The frame packs that spoke in some article, in alphabetical order; None when no pack was named or tried."""
    cells = set(articles["packs"]) if "packs" in articles.columns else {"-"}
    if cells <= {"-"}:
        return None
    return tuple(sorted({pack for cell in cells - {"-", ""} for pack in cell.split("; ")}))
