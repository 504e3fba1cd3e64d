"""The roles that a source gives an actor: who does harm, is harmed, helps, is accused, is defended, in whose words.

Harm is read from accounts of harm (agency rows); help, accusation and defence from sure tone rows whose strongest
reasons show the actor as doer or as object of such a word. A count is of rows, each of which can be opened.
Source: the roles follow H. Rashkin, S. Singh and Y. Choi, Connotation frames, ACL 2016 (writer, agent and theme).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.grouping import group_by
from framing.measure.agency import DOER, SUFFERER
from framing.measure.ledger import OWN
from framing.measure.tone import SURE
from framing.packs.tone import load_tone_words
from framing.say import listed, number

if TYPE_CHECKING:
    import pandas as pd

    from framing.measure.ledger import Ledger

ROLES = ("does harm", "is harmed", "helps", "is accused", "is praised or defended")
OTHERS = "others"  # everybody whom the outlet lets speak
READ_FROM = {  # role of a tone row: its label, the relation of the actor, classes of the word
    "helps": ("positive", "subj", frozenset({"support", "mend"})),
    "is accused": ("negative", "obj", frozenset({"accuse", "criticize"})),
    "is praised or defended": ("positive", "obj", frozenset({"support", "praise", "clear"})),
}
SAYERS = 3  # of those who say it, named
SAID_FROM = 3.0  # rows of one role; below this nothing is said in a sentence


Statements = Mapping[Any, Sequence[tuple[Any, ...]]]  # article -> article, start, end and speaker of each


class ActorInRole(NamedTuple):
    """A row in which an actor has a role."""

    actor: str
    voice: str
    share: float
    at: int  # place in the evidence table
    speaker: str


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
    found = {role: _by_actor(rows) for role, rows in _rows_of_roles(ledger, source)}
    parts = []
    for actor in actors:
        own, others = (
            {role: _count(ledger, rows) for role in ROLES if (rows := found[role].get((actor, voice)))}
            for voice in (OWN, OTHERS)
        )
        if own or others:
            parts.append(ActorRoles(actor, ledger.roster.name(actor), ledger.sources[source], own, others))
    return tuple(parts)


def _rows_of_roles(ledger: Ledger, source: int) -> Iterator[tuple[str, list[ActorInRole]]]:
    """Each role with its rows."""
    harm, tones = ledger.rows("agency", source), ledger.rows("tone", source)
    for role, column, least in (("does harm", "agents", DOER), ("is harmed", "patients", SUFFERER)):
        rows = harm[harm["confidence"] >= least]
        parties = zip(rows[column], _plain_rows(ledger, rows), strict=True)
        yield role, [row._replace(actor=str(actor)) for actors, row in parties for actor in actors]
    tones = tones[tones["confidence"] >= SURE]
    told = list(zip(tones["label"], tones["reasons"], _plain_rows(ledger, tones), strict=True))
    classes, said = load_tone_words().classes, _statements(ledger, source)
    for role, (label, by, kinds) in READ_FROM.items():
        shown = [row for one, reasons, row in told if one == label and _is_shown(reasons, by, kinds, classes)]
        yield role, list(_are_said(ledger, shown, said))


def _plain_rows(ledger: Ledger, rows: pd.DataFrame) -> Iterator[ActorInRole]:
    """Rows of a kind as plain values."""
    speakers = map(str, ledger.cells(rows, "speaker"))
    columns = (rows[name].tolist() for name in ("actor", "voice", "share", "at"))
    return map(ActorInRole, *columns, speakers)


def _is_shown(
    reasons: Iterable[str], relation: str, kinds: frozenset[str], classes: Mapping[str, tuple[str, ...]]
) -> bool:
    """Whether one of the reasons is the actor as subject or object of a word of these classes, not negated."""
    words = (reason.partition(">") for reason in reasons)
    return any(found == relation and not kinds.isdisjoint(classes.get(word, ())) for found, _, word in words)


def _by_actor(rows: Iterable[ActorInRole]) -> dict[tuple[str, str], list[ActorInRole]]:
    """The rows of each actor and voice (the outlet's own, or that of others)."""
    return group_by(rows, lambda row: (row.actor, OWN if row.voice == OWN else OTHERS))


def _statements(ledger: Ledger, source: int) -> Statements:
    """The statements in each article of a source."""
    quotes = ledger.rows("quote", source)
    columns = (ledger.cells(quotes, name) for name in ("article", "start", "end", "speaker"))
    return group_by(zip(*columns, strict=True), lambda one: one[0])


def _are_said(ledger: Ledger, rows: Iterable[ActorInRole], said: Statements) -> Iterator[ActorInRole]:
    """The rows that are the outlet's own, or that their speaker surely says, about somebody else.

    Not where the statement around it is of another ("Orr said that Republicans will blame the Democrats": the words are
    Orr's), where nobody is known to say it, or where the speaker tells of himself.
    """
    articles, starts = (ledger.analysis.evidence[name] for name in ("article", "start"))
    for row in rows:
        article, start = articles.iat[row.at], starts.iat[row.at]
        around = {who for _, low, high, who in said.get(article, ()) if low <= start < high}
        told = row.speaker and around <= {row.speaker} and row.speaker != ledger.roster.name(row.actor)
        if row.voice == OWN or told:
            yield row


def _count(ledger: Ledger, rows: Sequence[ActorInRole]) -> RoleCount:
    _, _, shares, places, speakers = zip(*rows, strict=True)
    names = Counter(filter(None, speakers))
    by = sorted(names, key=lambda name: (-names[name], name))[:SAYERS]
    return RoleCount(math.fsum(shares), tuple(ledger.ids[list(places)]), tuple(by))


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
