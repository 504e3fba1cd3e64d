"""How it was counted and tested, what was tested, and what the tool cannot do."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

from framing.chart.build import map_chart
from framing.compare.records import SourceMap
from framing.report.blocks import (
    Block,
    Bullets,
    EvidenceList,
    Heading,
    Paragraph,
    Section,
    Table,
    cells,
    chart_block,
    plain,
)
from framing.report.context import ReportContext
from framing.say import chance, fixed, number, plural

if TYPE_CHECKING:
    import pandas as pd

LIMITS = (
    "Only English text is read. Wording outside the packs and lists is not seen.",
    "Who speaks, who is meant by “he” or “Moscow”, and whether a sentence is kind or unkind are found by rules that "
    "err. Open the rows before you quote a number.",
    "What is not mentioned may have stood in an article that is not here.",
    "A count says that words are there. It does not say why, nor whether they are true.",
)
SYMMETRY = (
    "Names and numbers are hidden before tone is read, so that the same sentence about another actor gets the same "
    "value; the tests of the program swap names to check it. Whether a wording is the outlet’s own is decided by "
    "grammar and quotation marks, never by who is speaking."
)
MOST_TESTS = 24
MISLEADING = 0.2  # Kruskal's stress from which a map misleads


def methods_section(context: ReportContext) -> Section:
    """Methods, limits, null check and the list of everything that was tested."""
    comparison = context.comparison
    blocks: list[Block] = []
    if comparison.methods:
        blocks.append(Bullets(tuple(plain(text) for text in comparison.methods)))
    blocks += [Heading("The same rules for every name"), Paragraph(plain(SYMMETRY))]
    blocks += [Heading("What this cannot tell"), Bullets(tuple(plain(text) for text in LIMITS))]
    if comparison.map is not None:
        blocks += [Heading("Which sources write alike"), _map(comparison.map)]
    if comparison.null is not None:
        blocks += [Heading("Null check"), Paragraph(plain(comparison.null.sentence))]
    if comparison.audit:
        blocks += [Heading("Symmetry audit: names exchanged"), Bullets(tuple(plain(text) for text in comparison.audit))]
    if comparison.verdicts is not None:
        blocks += [Heading("Readers’ verdicts"), Paragraph(plain(comparison.verdicts.sentence))]
    if len(comparison.claims):
        blocks += [Heading("Everything that was tested"), *_tests(context)]
    blocks += [Heading("Versions"), Paragraph(plain(_versions()))]
    return Section("methods", "How it was counted, and its limits", tuple(blocks))


def _map(found: SourceMap) -> Block:
    """The map, or, when a plane would mislead, the reason why there is none."""
    if found.stress >= MISLEADING:
        apart = f"The distances between the sources do not fit on a plane (stress {fixed(found.stress, 2)})"
        return Paragraph(plain(f"{apart}, so no map is drawn."))
    return chart_block(map_chart(found), _axes(found), bare=True)


def _axes(found: SourceMap) -> str:
    """Which features carry each axis, in words."""
    across = ", ".join(name for name, _ in found.x_features[:2])
    up = ", ".join(name for name, _ in found.y_features[:2])
    return f"Across, sources differ most in {across}; up and down, in {up}."


def _versions() -> str:
    """What made this report, enough to make it again."""
    made = ", ".join(f"{name} {metadata.version(name)}" for name in ("news-framing", "typst"))
    return f"Made with {made}. The command, the packs and the digests of all inputs stand in run.json."


def _tests(context: ReportContext) -> list[Block]:
    """The tested differences, those that hold first, and how many could not be tested."""
    claims = context.comparison.claims[context.comparison.claims["p"].notna()]
    untested = len(context.comparison.claims) - len(claims)
    too_few = f"{plural(untested, 'difference')} could not be tested: too few articles, or too few shared events."
    rest = [Paragraph(plain(too_few), "small")] if untested else []
    return [_test_table(claims), *rest] if len(claims) else [Paragraph(plain(too_few))]


def _test_table(claims: pd.DataFrame) -> Table:
    ordered = claims.sort_values(["holds", "q", "source", "feature"], ascending=[False, True, True, True])
    rows = tuple(
        cells(
            f"{record['source']} against {record['against']}",
            str(record.get("topic") or record["feature"]).replace("_", " "),
            fixed(record["difference"], 2),
            chance(record["p"]),
            chance(record["q"]),
            str(record["n"]),
            "holds" if record["holds"] else "cannot tell",
        )
        for record in ordered.head(MOST_TESTS).to_dict("records")
    )
    rest = len(claims) - len(rows)
    more = f" {number(rest)} more do not hold." if rest > 0 else ""
    note = f"q: how often chance alone gives such a difference among all that was tested; .05 or less can hold.{more}"
    columns = ("sources", "what", "difference", "p", "q", "n", "")
    widths = (0.3, 0.24, 0.12, 0.08, 0.08, 0.06, 0.12)
    return Table("Tested differences", columns, rows, (2, 3, 4, 5), note, widths=widths)


def evidence_section() -> Section:
    """The list that E1, E2, … lead to."""
    return Section("evidence", "The evidence cited", (EvidenceList(),))
