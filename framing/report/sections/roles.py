"""Which roles each main actor has: who does harm, is harmed, helps, is accused, is defended, and in whose words."""

from __future__ import annotations

import math
from collections.abc import Sequence

from framing.chart.build import MOST_SOURCES, role_chart
from framing.grouping import group_by
from framing.measure.roles import JUDGED, ROLES, ActorRoles, RoleCount
from framing.report.blocks import Block, Bullets, Paragraph, Section, chart_block, plain
from framing.report.context import ReportContext
from framing.say import listed, number, possessive, times

NO_ROLE = (
    "Cannot tell: no two sentences are clear enough to give a main actor one of these roles. That does not say that "
    "nobody is accused or harmed there."
)
MOST = 6  # roles that are told in words
TOLD_FROM = 2.0  # sentences of all sources together; a single one says little of an article, and nothing of the others
EXPLAINS = (
    "The first number counts the outlet’s own words, the second the words of people whom it reports or quotes. "
    "Only clear sentences count; a dash means that none was found, not that there is none."
)


def role_section(context: ReportContext) -> Section:
    """The counts, and by whom an actor is accused and defended."""
    roles = context.comparison.roles
    chart = role_chart(roles, context.largest(MOST_SOURCES))
    title = "Who does harm, who suffers, who is accused?"
    if chart is None:
        return Section("roles", title, (say_roles(roles),))
    blocks: list[Block] = [chart_block(context.noted(chart, MOST_SOURCES), EXPLAINS)]
    told = [plain(line) for one in roles for line in _by_whom(one)][:MOST]
    if told:
        blocks.append(Bullets(tuple(told)))
    return Section("roles", title, tuple(blocks))


def say_roles(roles: Sequence[ActorRoles]) -> Paragraph:
    """The roles that clear sentences give to main actors, the most frequent first; which are looked for if none is."""
    told: list[tuple[float, str]] = []
    for cells in group_by(roles, lambda one: one.actor).values():
        for role in ROLES:
            times_told = math.fsum(part.times for one in cells for part in _parts(one, role))
            if times_told >= TOLD_FROM:
                told.append((times_told, _say_role(role, cells)))
    shown = [sentence for _, sentence in sorted(told, key=lambda one: -one[0])[:MOST]]
    return Paragraph(
        plain(f"In clear sentences that are surely read (there may be more): {'; '.join(shown)}." if shown else NO_ROLE)
    )


def _say_role(role: str, cells: Sequence[ActorRoles]) -> str:
    """Where one actor has a role, how often and in whose words, and where it may have it, too."""
    sure = [one for one in cells if _parts(one, role)]
    places = [
        f"{one.source} ({listed([_say_count(part, own=part is one.own.get(role)) for part in _parts(one, role)])})"
        for one in sure
    ]
    unsure = [one.source for one in cells if role in one.hinted and one not in sure]
    too = f"; whether in {listed(unsure)}, too, cannot be told" if unsure else ""
    return f"{cells[0].name} {role} in {listed(places)}{too}"


def _parts(one: ActorRoles, role: str) -> list[RoleCount]:
    """The counts of a role in the outlet's own words and in those of others, where there are any."""
    return [part for part in (one.own.get(role), one.others.get(role)) if part]


def _say_count(part: RoleCount, *, own: bool) -> str:
    return f"{times(part.times)}, in {_whose(part, own=own)} words"


def _whose(part: RoleCount, *, own: bool) -> str:
    return "its own" if own else possessive(listed(part.by)) if part.by else "others’"


def _by_whom(one: ActorRoles) -> list[str]:
    """By whom an actor is accused or defended, or who says that it does harm."""
    return [
        f"{one.name} {role} in {one.source} by {listed(part.by)} ({number(part.times)})."
        for role, part in one.others.items()
        if part.by and role in JUDGED
    ]
