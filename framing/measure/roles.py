"""The roles that a source gives an actor: who does harm, is harmed, helps, is accused, is defended, in whose words.

Harm is read from accounts of harm (agency rows); help, accusation and defence from sure tone rows whose reasons show
the actor as doer or as object of such a word, or as one of whom a plain word judges ("lied", "a disgrace"). A count is
of sentences, by rows each of which can be opened. What less sure rows hint at is kept apart.
Source: the roles follow H. Rashkin, S. Singh and Y. Choi, Connotation frames, ACL 2016 (writer, agent and theme).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.annotate.tone.verdicts import SIGNS
from framing.grouping import group_by
from framing.measure.agency import DOER, SUFFERER
from framing.measure.ledger import OWN
from framing.measure.tone import SURE
from framing.packs.tone import load_tone_words
from framing.say import listed, number

if TYPE_CHECKING:
    import pandas as pd

    from framing.measure.ledger import Ledger

ROLES = ("does harm", "is harmed", "helps", "is accused or criticised", "is praised or defended")
OTHERS = "others"  # everybody whom the outlet lets speak
READ_FROM = {  # role of a tone row: its label, the relation of the actor, classes of the word
    "helps": ("positive", "subj", frozenset({"support", "mend"})),
    "is accused or criticised": ("negative", "obj", frozenset({"accuse", "criticize"})),
    "is praised or defended": ("positive", "obj", frozenset({"support", "praise", "clear"})),
}
JUDGED = {"is accused or criticised": -1, "is praised or defended": 1}  # roles that a verdict of others gives: its sign
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
    article: int
    sentence: int


class RoleCount(NamedTuple):
    """In how many sentences an actor has a role (a sum of `share`), the rows, and who says so, the most often first."""

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
    hinted: tuple[str, ...] = ()  # roles that rows which are not sure give it


def measure(ledger: Ledger, source: int, actors: Sequence[str]) -> tuple[ActorRoles, ...]:
    """The roles of each of `actors` that has any in the source, in their order."""
    sides = {
        role: (_by_actor(sure), {row.actor for row in unsure}) for role, sure, unsure in _rows_of_roles(ledger, source)
    }
    parts = []
    for actor in actors:
        own, others = (
            {role: _count(ledger, rows) for role in ROLES if (rows := sides[role][0].get((actor, voice)))}
            for voice in (OWN, OTHERS)
        )
        hinted = tuple(role for role in ROLES if actor in sides[role][1])
        if own or others or hinted:
            parts.append(ActorRoles(actor, ledger.roster.name(actor), ledger.sources[source], own, others, hinted))
    return tuple(parts)


def _rows_of_roles(ledger: Ledger, source: int) -> Iterator[tuple[str, list[ActorInRole], list[ActorInRole]]]:
    """Each role with the rows that surely give it, and those that may."""
    harm, tones = ledger.rows("agency", source), ledger.rows("tone", source)
    for role, column, least in (("does harm", "agents", DOER), ("is harmed", "patients", SUFFERER)):
        parties = zip(harm[column], _plain_rows(ledger, harm), harm["confidence"] >= least, strict=True)
        found = [(row._replace(actor=str(actor)), sure) for actors, row, sure in parties for actor in actors]
        yield role, [row for row, sure in found if sure], [row for row, sure in found if not sure]
    columns = (tones["label"], tones["reasons"], tones["confidence"] >= SURE, _plain_rows(ledger, tones))
    told, statements = list(zip(*columns, strict=True)), _statements(ledger, source)
    for role, (label, relation, kinds) in READ_FROM.items():
        alike = [(reasons, sure, row) for one, reasons, sure, row in told if one == label]
        shown = [row for reasons, sure, row in alike if sure and _has_role(role, reasons, row, relation, kinds)]
        said = list(_are_said(ledger, shown, statements))
        by_others = [row for *_, row in alike if role in JUDGED and row.voice != OWN and row not in said]
        yield role, said, [row for row in by_others if row.speaker != ledger.roster.name(row.actor)]


def _has_role(role: str, reasons: Sequence[str], row: ActorInRole, relation: str, kinds: frozenset[str]) -> bool:
    """Whether reasons show the actor as subject or object of a word of these classes, or plainly judged."""
    words = load_tone_words()
    for reason in reasons:
        found, _, word = reason.partition(">")
        if found == relation and not kinds.isdisjoint(words.classes.get(word, ())):
            return True
        judged = (SIGNS[name] for name in words.verdicts.get(word, ()) if name in SIGNS and name != "rescues")
        if any(sign == JUDGED.get(role) and found in relations for sign, relations in judged):
            return True
    return False


def _plain_rows(ledger: Ledger, rows: pd.DataFrame) -> Iterator[ActorInRole]:
    """Rows of a kind as plain values."""
    columns = (rows[name].tolist() for name in ("actor", "voice", "share", "at"))
    speakers = map(str, ledger.cells(rows, "speaker"))
    return map(ActorInRole, *columns, speakers, rows["article"].tolist(), ledger.cells(rows, "sentence"))


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
    shares: dict[tuple[int, int], float] = {}
    for row in rows:
        shares[row.article, row.sentence] = max(row.share, shares.get((row.article, row.sentence), 0.0))
    names = Counter(row.speaker for row in rows if row.speaker)
    by = sorted(names, key=lambda name: (-names[name], name))[:SAYERS]
    return RoleCount(math.fsum(shares.values()), tuple(ledger.ids[[row.at for row in rows]]), tuple(by))


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
