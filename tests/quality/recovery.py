"""How much of the planted truth the program finds: counts by kind, and every miss as a line that a person can read."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from demo import (
    PlantedMention,
    PlantedQuote,
    article_of,
    demo_analysis,
    load_truth,
    planted_mentions,
    planted_poles,
    planted_quotes,
)

from framing.model import Article, Span
from framing.packs import load_frame_pack

NAMELESS = ("place", "group")  # not written out in the truth, so neither right nor wrong
STRONG = 0.15  # a mean tone beyond this (in [-1, 1]) shows a sign


@dataclass
class Score:
    """Counts by name, and the misses in words."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def rate(self, part: str, whole: str) -> float:
        """`part` as a share of `whole`, in [0, 1]; 0 when there is nothing to count."""
        return round(self.counts[part] / self.counts[whole], 3) if self.counts[whole] else 0.0

    def miss(self, article: Article, what: str, words: str) -> None:
        """Notes one miss."""
        self.misses.append(f"{article.id}: {what}: {words}")


def rows_of(article: Article, kind: str) -> list[dict[str, Any]]:
    """Evidence rows of one kind, one a finding and actor, in reading order."""
    table = demo_analysis().evidence
    chosen = table[(table["article"] == article.id) & (table["kind"] == kind)]
    return [dict(row) for row in chosen.to_dict("records")]


def entries() -> list[tuple[dict[str, Any], Article]]:
    """Truth entries with their articles, copies left out."""
    return [(e, article_of(e["file"])) for e in load_truth()["article"] if "duplicate_of" not in e]


@cache
def score_poles() -> Score:
    """`planted` poles, those `found`, with right `voice` and `state`; `rows` predicted, those `right`."""
    score = Score()
    for entry, article in entries():
        poles, rows = planted_poles(entry, article.text), _findings(rows_of(article, "cue"))
        for pole in poles:
            same = [r for r in rows if r["label"] == pole.cue and pole.span.overlaps(Span(r["start"], r["end"]))]
            score.counts.update(planted=1, found=bool(same))
            if not same:
                score.miss(article, "not found", f"{pole.cue}: {article.read(pole.span)}")
                continue
            voices, states = {r["voice"] for r in same}, {_detail(r)["state"] for r in same}
            score.counts.update(voice=bool(voices & pole.voices), state=bool(states & pole.states))
            if not voices & pole.voices:
                score.miss(article, f"voice {sorted(voices)}, not {sorted(pole.voices)}", article.read(pole.span))
            if not states & pole.states:
                score.miss(article, f"state {sorted(states)}, not {sorted(pole.states)}", article.read(pole.span))
        for row in rows:
            span = Span(row["start"], row["end"])
            right = any(p.cue == row["label"] and p.span.overlaps(span) for p in poles)
            score.counts.update(rows=1, right=right)
            if not right:
                score.miss(article, "not planted", f"{row['label']} ({row['voice']}): {row['text']}")
    return score


@cache
def score_quotes() -> Score:
    """`planted` quotes, those `found` with their speaker, `content` alone, `label` right; `rows` and those `right`."""
    score = Score()
    for entry, article in entries():
        quotes = planted_quotes(entry, article.text)
        rows = _findings(rows_of(article, "quote"))
        for quote in quotes:
            near = [
                r for r in rows if _share(quote.pieces, _pieces(r)) >= 0.3 or _share(_pieces(r), quote.pieces) >= 0.5
            ]
            covered = _share(quote.pieces, [p for r in near for p in _pieces(r)]) >= 0.5
            spoken = covered and any(_same_speaker(quote, r) for r in near)
            if quote.free:
                continue
            score.counts.update({"planted": 1, "content": covered, "found": spoken})
            score.counts.update({f"planted_{quote.label}": 1, f"found_{quote.label}": spoken})
            score.counts.update(label=spoken and quote.label in {r["label"] for r in near})
            if not spoken:
                said = ", ".join(sorted({str(r["speaker"]) for r in near})) if covered else "nothing"
                score.miss(
                    article, f"{quote.label} of {quote.speaker!r}, found: {said!r}", article.read(quote.pieces[0])[:90]
                )
        for row in rows:
            right = any(_same_content(q, row) and (q.free or _same_speaker(q, row)) for q in quotes)
            score.counts.update(rows=1, right=right)
            if not right:
                score.miss(article, f"not planted, {row['label']} of {row['speaker']!r}", row["text"][:90])
    return score


@cache
def score_mentions() -> Score:
    """`planted` mentions of the six articles (no free ones), those `found` and `linked`; `rows` and those `right`."""
    score = Score()
    kinds = dict(zip(demo_analysis().actors["actor"], demo_analysis().actors["kind"], strict=True))
    for entry, article in entries():
        planted = planted_mentions(entry, article.text)
        if not planted:
            continue
        rows = [r for r in _by_span(rows_of(article, "mention")) if kinds.get(r["actors"][0]) not in NAMELESS]
        names = _names_of(planted, rows)
        for mention in planted:
            hits = [r for r in rows if mention.span.overlaps(Span(r["start"], r["end"]))]
            if mention.first_person:
                score.counts.update(first_person=1, first_person_found=bool(hits))
            if mention.free:
                continue
            linked = any(names[mention.actor] in r["actors"] for r in hits)
            score.counts.update(planted=1, found=bool(hits), linked=linked)
            if not hits:
                score.miss(article, f"no mention of {mention.actor}", _around(article, mention.span))
            elif not linked:
                score.miss(article, f"{mention.actor} linked to {hits[0]['actors']}", _around(article, mention.span))
        for row in rows:
            span = Span(row["start"], row["end"])
            right = any(p.span.overlaps(span) for p in planted)
            score.counts.update(rows=1, right=right)
            if not right:
                score.miss(article, f"not planted, {row['label']} of {row['actors']}", _around(article, span))
    return score


@cache
def score_tone() -> Score:
    """`planted` polar tones toward actors, those whose mean shows a `sign` and those `right` and `wrong`."""
    score = Score()
    for entry, article in entries():
        rows = rows_of(article, "tone")
        names = {r["actor"] for r in rows}
        for actor, tone in entry["tone"].items():
            if tone == "neutral":
                continue
            id = next((n for n in sorted(names) if n == actor or n.endswith(actor)), actor)
            own = [r["value"] for r in rows if r["actor"] == id and r["voice"] == "narrator"]
            mean = sum(own) / len(own) if own else 0.0
            sign = "positive" if mean > STRONG else "negative" if mean < -STRONG else ""
            score.counts.update(planted=1, sign=bool(sign), right=sign == tone, wrong=bool(sign) and sign != tone)
            if sign != tone:
                score.miss(article, f"tone toward {actor} is {tone}", f"{mean:+.2f} over {len(own)} mentions")
    return score


@cache
def score_loaded() -> Score:
    """`planted` loaded words, those `found`; `calm` articles (none planted) with `stray` finds and `words`."""
    score = Score()
    for entry, article in entries():
        own = [r for r in rows_of(article, "loaded") if r["voice"] == "narrator"]
        for words in entry["loaded"]:
            start = article.text.index(words)
            span = Span(start, start + len(words))
            found = any(span.overlaps(Span(r["start"], r["end"])) for r in rows_of(article, "loaded"))
            score.counts.update(planted=1, found=found)
            if not found:
                score.miss(article, "not found", words)
        if not entry["loaded"]:
            score.counts.update(calm=1, stray=len(own), words=len(article.text.split()))
            for row in own:
                score.miss(article, "stray", f"{row['label']}: {row['text']}")
    return score


def _detail(row: dict[str, Any]) -> dict[str, Any]:
    """The detail of a row."""
    import json

    return dict(json.loads(row["detail"]))


def _findings(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows that differ only in their actor, once."""
    unique: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows:
        unique.setdefault((row["start"], row["end"], row["label"]), row)
    return list(unique.values())


def _by_span(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Mention rows once a span, with all their actors."""
    grouped: dict[tuple[int, int], dict[str, Any]] = {}
    for row in rows:
        grouped.setdefault((row["start"], row["end"]), {**row, "actors": []})["actors"].append(row["actor"])
    return list(grouped.values())


def _pieces(row: dict[str, Any]) -> list[Span]:
    """Content of a quote row."""
    return [Span(*piece) for piece in _detail(row)["content"]]


def _share(part: Iterable[Span], whole: Iterable[Span]) -> float:
    """Share of the characters of `part` that lie in `whole`."""
    mine = {c for span in part for c in range(*span)}
    return len(mine & {c for span in whole for c in range(*span)}) / max(1, len(mine))


def _same_content(quote: PlantedQuote, row: dict[str, Any]) -> bool:
    """Whether a row is that quote: half of it lies inside, or it holds the quote and is at most three times as long."""
    inside, held = _share(_pieces(row), quote.pieces), _share(quote.pieces, _pieces(row))
    return inside >= 0.5 or (held >= 0.5 and inside >= 1 / 3)


def _same_speaker(quote: PlantedQuote, row: dict[str, Any]) -> bool:
    """Whether the row's speaker bears the last word of the planted one (a surname, the head of "a deputy minister").

    All names of one actor count as one: the Terraces speak for Norrast.
    """
    asked = {word for name in _names_like(quote.speaker) for word in _last(name)}
    said = f"{row['speaker']} {' '.join(_names_like(_roster().get(row['actor'], '')))}"
    return not asked or any(word.startswith(tuple(asked)) for word in re.findall(r"\w+", said.lower()))


def _last(name: str) -> list[str]:
    """The last word of a name, without a plural s."""
    return [word.rstrip("s") for word in re.findall(r"\w+", name.lower())[-1:]]


@cache
def _names_like(speaker: str) -> frozenset[str]:
    """All names of the pack's actor that bears this one, or just this one."""
    for entry in load_frame_pack("demo").actors:
        names = {entry.name, *entry.aliases, *entry.metonyms}
        if speaker and any(name.removeprefix("the ") == speaker.removeprefix("the ") for name in names):
            return frozenset({speaker, *names})
    return frozenset({speaker}) - {""}


@cache
def _roster() -> dict[str, str]:
    """Name of each actor of the roster, by id."""
    return {row["actor"]: row["name"] for row in demo_analysis().actors.to_dict("records")}


def _names_of(planted: list[PlantedMention], rows: list[dict[str, Any]]) -> dict[str, str]:
    """The program's id for each planted actor: the same id, or the one that most of its mentions bear."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in planted:
        for row in rows:
            if not mention.free and mention.span.overlaps(Span(row["start"], row["end"])):
                votes[mention.actor].update(row["actors"])
    known = set(demo_analysis().actors["actor"])
    return {
        m.actor: m.actor if m.actor in known else next((v for v, _ in votes[m.actor].most_common(1)), "")
        for m in planted
    }


def _around(article: Article, span: Span) -> str:
    """The words of a span in brackets, with a little text around."""
    before, after = article.text[max(0, span.start - 40) : span.start], article.text[span.end : span.end + 30]
    return f"{before}[{article.read(span)}]{after}".replace("\n", " ")
