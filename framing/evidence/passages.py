"""Facts told twice, facts told once and openings as tables: where the sentences stand, what differs, whose words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from framing.evidence.details import read_detail
from framing.evidence.flatten import DIGITS, as_json
from framing.link.differences import WordingDifference, WordPlace
from framing.link.openings import MarkedWord, OpeningSentence, mark_openings
from framing.link.passages import AlignedEvent, Passage, SingleFact, link_passages
from framing.link.sketches import SentenceSketch

if TYPE_CHECKING:
    import pandas as pd

PASSAGES = (
    *("event", "article_a", "start_a", "end_a", "article_b", "start_b", "end_b", "kinds", "strength", "sure"),
    "detail",
)
FACTS = ("event", "article", "start", "end", "strength")
OPENINGS = ("event", "article", "start", "end", "section", "detail")


def passage_tables(
    sketches: Iterable[SentenceSketch], aligned: Iterable[AlignedEvent]
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The tables `passages`, `facts` and `openings` of a run; `aligned` are its events, sentence beside sentence."""
    import pandas as pd

    passages, singles = link_passages(aligned)
    return (
        pd.DataFrame(map(_passage_row, passages), columns=list(PASSAGES)),
        pd.DataFrame(map(_fact_row, singles), columns=list(FACTS)),
        pd.DataFrame(map(_opening_row, mark_openings(sketches)), columns=list(OPENINGS)),
    )


def _passage_row(one: Passage) -> tuple[Any, ...]:
    kinds = "; ".join(sorted({found.kind for found in one.differences}))
    detail = as_json({"differences": [_as_record(found) for found in one.differences]}) if one.differences else ""
    a, b = one.a, one.b
    strength, sure = round(one.strength, DIGITS), round(one.sure, DIGITS)
    return (a.event, a.article, a.start, a.end, b.article, b.start, b.end, kinds, strength, sure, detail)


def _fact_row(one: SingleFact) -> tuple[Any, ...]:
    told = one.sentence
    return (told.event, told.article, told.start, told.end, round(one.weight, DIGITS))


def _opening_row(one: OpeningSentence) -> tuple[Any, ...]:
    told = one.sentence
    verb = {"verb": list(one.verb)} if one.verb else {}
    detail = as_json({"marks": [[mark.kind, *mark.place] for mark in one.marks], **verb}) if one.marks or verb else ""
    return (told.event, told.article, told.start, told.end, "headline" if told.headline else "body", detail)


def _as_record(one: WordingDifference) -> dict[str, Any]:
    sides = {"a": list(one.a), "b": list(one.b), "only": one.only}
    return {"kind": one.kind, "weight": round(one.weight, DIGITS), **sides}


def read_differences(detail: object) -> Iterator[WordingDifference]:
    """What differs in a passage, from the detail of its row."""
    for one in read_detail(detail).get("differences", ()):
        a, b = WordPlace(*one["a"]), WordPlace(*one["b"])
        yield WordingDifference(one["kind"], a, b, float(one["weight"]), one["only"])


def read_marked(detail: object) -> Iterator[MarkedWord]:
    """What is marked in a headline or a lead, from the detail of its row."""
    for kind, *place in read_detail(detail).get("marks", ()):
        yield MarkedWord(kind, WordPlace(*place))


def read_main_verb(detail: object) -> WordPlace | None:
    """The main verb of a headline or a lead, from the detail of its row."""
    found = read_detail(detail).get("verb")
    return WordPlace(*found) if found else None
