"""Name-swap audit: shift of mean tone, in [-2, 2], when names are exchanged, and the words that weigh most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from framing.annotate.tone import mention_at
from framing.annotate.tone.audit import Heavy, Swap, audit_swaps, heaviest_features, in_words
from framing.evidence.details import read_detail
from framing.model import Article, Mention, Parsed, Span, Tone
from framing.packs.tone import load_tone
from framing.parse import parse_articles
from framing.say import fixed, percent
from framing.text import paragraph_at

if TYPE_CHECKING:
    from framing.evidence import Analysis

NAMES = 3  # actors whose names are exchanged
PER_ACTOR = 2  # sentences of each
HEAVIEST = 8  # words printed
LONGEST = 600  # characters; a longer paragraph is passed over


class Audit(NamedTuple):
    """Swaps of names, and the words that weighed most in this corpus; `sentences` says both in words."""

    swaps: tuple[Swap, ...]
    heavy: tuple[Heavy, ...]
    sentences: tuple[str, ...]


def audit_analysis(analysis: Analysis, *, names: int = NAMES, per_actor: int = PER_ACTOR) -> Audit:
    """The audit of a run, on the first sentences of its most mentioned actors; without texts only the heavy words."""
    swaps = audit_swaps(_named(analysis, names, per_actor), load_tone(), per_actor=per_actor, names=names)
    heavy = heaviest_features(_tones(analysis), limit=HEAVIEST)
    readable = dict(zip(analysis.actors["actor"], analysis.actors["name"], strict=True))
    return Audit(swaps, heavy, (*_say_swaps(swaps, readable), *_say_heavy(heavy)))


def _named(analysis: Analysis, names: int, per_actor: int) -> Iterator[tuple[Parsed, tuple[Mention, ...]]]:
    """Paragraphs that name one of the most mentioned actors, parsed, with that mention."""
    rows = analysis.evidence[(analysis.evidence["kind"] == "mention") & (analysis.evidence["label"] == "name")]
    rows = rows[rows["article"].isin(analysis.texts)]
    chosen = rows["actor"].value_counts().sort_index().sort_values(ascending=False, kind="stable").index[:names]
    found = []
    for actor in chosen:
        of_actor = [_paragraph(analysis, row) for row in rows[rows["actor"] == actor].head(4 * per_actor).itertuples()]
        found += [(actor, *one) for one in of_actor if len(one[0]) <= LONGEST][:per_actor]
    articles = [Article.from_text(text, id=str(number), source="") for number, (_, text, _) in enumerate(found)]
    for (actor, _, span), parsed in zip(found, parse_articles(articles), strict=True):
        yield parsed, (mention_at(parsed, span, str(actor)),)


def _paragraph(analysis: Analysis, row: object) -> tuple[str, Span]:
    """The paragraph around a row, and where the row's words stand in it."""
    text, start, end = analysis.texts[row.article], row.start, row.end  # type: ignore[attr-defined]
    first, last = paragraph_at(text, start, end)
    return text[first:last], Span(start - first, end - first)


def _tones(analysis: Analysis) -> Iterator[Tone]:
    """The tones of the run with the reasons that its table keeps."""
    rows = analysis.evidence[analysis.evidence["kind"] == "tone"]
    nobody = Mention(Span(0, 1), 0, "name", "")
    for detail in rows["detail"]:
        record = read_detail(detail)
        reasons = tuple((str(name), float(weight)) for name, weight in record["because"] if name != "others")
        yield Tone(nobody, "unsure", tuple(record["probabilities"]), reasons)


def _say_swaps(swaps: tuple[Swap, ...], names: Mapping[str, str]) -> Iterator[str]:
    """One sentence an actor: how far its tone moves under other names."""
    for actor in dict.fromkeys(swap.actor for swap in swaps):
        own = [swap for swap in swaps if swap.actor == actor]
        worst = max((swap.shift for swap in own), key=abs)
        changed = max(swap.changed for swap in own)
        yield (
            f"{names.get(actor, actor)} under {len(own)} other names: the mean tone of {own[0].mentions} sentences "
            f"moves by at most {fixed(abs(worst), 3)}, and {percent(changed)} of the labels change."
        )


def _say_heavy(heavy: tuple[Heavy, ...]) -> Iterator[str]:
    """The heaviest words of the corpus in one sentence; they should all be words that judge or tell of deeds."""
    if heavy:
        words = "; ".join(f"{in_words(one.feature, 'the actor')} ({one.tones} times)" for one in heavy)
        yield f"What weighed most in the tones of this corpus: {words}."
