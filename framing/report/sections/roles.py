"""Which roles each main actor has: who does harm, is harmed, helps, is accused, is defended, and in whose words."""

from __future__ import annotations

from collections.abc import Sequence

from framing.chart.build import MOST_SOURCES, role_chart
from framing.measure.roles import ActorRoles, RoleCount
from framing.report.blocks import Block, Bullets, Paragraph, Section, chart_block, plain
from framing.report.context import ReportContext
from framing.say import listed, number, possessive, times

NO_ROLE = (
    "Cannot tell: no sentence is clear enough to give a main actor one of these roles. That does not say that nobody "
    "is accused or harmed there."
)
MOST = 6  # accusations and defences that are told in words
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
    """The few roles that clear sentences give to main actors, in words; which are looked for where there is none."""
    told = [
        f"{one.name} {role} in {one.source}: {times(part.times)}, in {_whose(part, own=own)} words"
        for one in roles
        for counts, own in ((one.own, True), (one.others, False))
        for role, part in counts.items()
    ]
    return Paragraph(
        plain(f"In clear sentences that are surely read (there may be more): {'; '.join(told)}." if told else NO_ROLE)
    )


def _whose(part: RoleCount, *, own: bool) -> str:
    return "its own" if own else possessive(listed(part.by)) if part.by else "others’"


def _by_whom(one: ActorRoles) -> list[str]:
    """By whom an actor is accused or defended, or who says that it does harm."""
    return [
        f"{one.name} {role} in {one.source} by {listed(part.by)} ({number(part.times)})."
        for role, part in one.others.items()
        if part.by and role in {"is accused", "is praised or defended"}
    ]
