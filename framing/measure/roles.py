"""The roles that a source gives an actor: who does harm, is harmed, helps, is accused, is defended, in whose words.

Harm is read from accounts of harm (agency rows); help, accusation and defence from sure tone rows whose strongest
reasons show the actor as doer or as object of such a word. A count is of rows, each of which can be opened.
Source: the roles follow H. Rashkin, S. Singh and Y. Choi, Connotation frames, ACL 2016 (writer, agent and theme).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from framing.measure.agency import DOER, SUFFERER
from framing.measure.ledger import OWN
from framing.measure.tone import SURE
from framing.packs.tone import load_tone_words
from framing.say import listed, number

if TYPE_CHECKING:
    import pandas as pd

    from framing.measure.ledger import Ledger

ROLES = ("does harm", "is harmed", "helps", "is accused", "is defended")
OTHERS = "others"  # everybody whom the outlet lets speak
READ_FROM = {  # role of a tone row: its label, the relation of the actor, classes of the word
    "helps": ("positive", "subj", frozenset({"support", "mend"})),
    "is accused": ("negative", "obj", frozenset({"accuse", "criticize"})),
    "is defended": ("positive", "obj", frozenset({"support", "praise", "clear"})),
}
SAYERS = 3  # of those who say it, named
SAID_FROM = 3.0  # rows of one role; below this nothing is said in a sentence


class RoleCount(NamedTuple):
    """How often an actor has a role: a sum of `share`, its rows, and who says so (first those who say it most)."""

    times: float
    rows: tuple[str, ...]
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorRoles:
    """The roles of one actor in one source; `own` in the outlet's own words, `others` in those of whom it quotes."""

    actor: str
    name: str
    source: str
    own: Mapping[str, RoleCount]  # role -> count; roles that do not occur are missing
    others: Mapping[str, RoleCount]


def measure(ledger: Ledger, source: int, actors: Sequence[str]) -> tuple[ActorRoles, ...]:
    """The roles of each of `actors` that has any in the source, in their order."""
    found = {role: _placed(ledger, rows) for role, rows in _rows_of_roles(ledger, source)}
    parts = []
    for actor in actors:
        own, others = (
            {role: _count(ledger, rows) for role in ROLES if (rows := _of(found[role], actor, voice)) is not None}
            for voice in (OWN, OTHERS)
        )
        if own or others:
            parts.append(ActorRoles(actor, ledger.roster.name(actor), ledger.sources[source], own, others))
    return tuple(parts)


def _rows_of_roles(ledger: Ledger, source: int) -> Iterator[tuple[str, pd.DataFrame]]:
    """Each role with its rows; `who` is the actor that has it."""
    import numpy as np

    harm, tones = ledger.rows("agency", source), ledger.rows("tone", source)
    for role, column, least in (("does harm", "agents", DOER), ("is harmed", "patients", SUFFERER)):
        rows = harm[harm["confidence"] >= least]
        yield role, rows.assign(who=rows[column]).explode("who").dropna(subset=["who"])
    tones = tones[tones["confidence"] >= SURE]
    classes = load_tone_words().classes
    for role, (label, relation, kinds) in READ_FROM.items():
        rows = tones[tones["label"] == label]
        shown = np.array([_is_shown(reasons, relation, kinds, classes) for reasons in rows["reasons"]], dtype=bool)
        yield role, rows[shown].assign(who=rows["actor"].to_numpy()[shown])


def _is_shown(
    reasons: Iterable[str], relation: str, kinds: frozenset[str], classes: Mapping[str, tuple[str, ...]]
) -> bool:
    """Whether one of the reasons is the actor as subject or object of a word of these classes, not negated."""
    words = (reason.partition(">") for reason in reasons)
    return any(found == relation and not kinds.isdisjoint(classes.get(word, ())) for found, _, word in words)


def _placed(ledger: Ledger, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with their speakers."""
    return rows.assign(by=[str(name) for name in ledger.cells(rows, "speaker")])


def _of(rows: pd.DataFrame, actor: str, voice: str) -> pd.DataFrame | None:
    """Rows of an actor, in the outlet's own voice or in those of others; None when there are none."""
    mine = rows[(rows["who"] == actor) & ((rows["voice"] == OWN) == (voice == OWN))]
    return mine if len(mine) else None


def _count(ledger: Ledger, rows: pd.DataFrame) -> RoleCount:
    names = rows.loc[rows["by"] != "", "by"].value_counts()
    by = sorted(names.index, key=lambda name: (-int(names[name]), str(name)))[:SAYERS]
    return RoleCount(float(rows["share"].sum()), ledger.ids_of(rows), tuple(map(str, by)))


def lines(roles: Sequence[ActorRoles]) -> Iterator[str]:
    """The roles that an actor often has in one source, own words and others' apart."""
    for one in roles:
        own, others = (
            [_said(role, part) for role, part in side.items() if part.times >= SAID_FROM]
            for side in (one.own, one.others)
        )
        if own:
            yield f"In its own voice {one.name} {listed(own)}."
        if others:
            yield f"In the words of others {one.name} {listed(others)}."


def _said(role: str, part: RoleCount) -> str:
    """A role with its count and those who say so: "is accused 4 times (by A and B)"."""
    by = f" (by {listed(part.by)})" if part.by else ""
    return f"{role} {number(part.times)} times{by}"
