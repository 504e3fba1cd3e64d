"""Report -> files, all of them or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.chart.paint import paint
from framing.chart.protocol import Chart, draw
from framing.evidence.view import EvidenceIndex
from framing.folder import files_in, open_folder
from framing.report.blocks import ChartBlock, Report, Section, as_data
from framing.report.build import build_profile_report, build_report
from framing.report.edition import FOOT, FORMATS, SMALL, Edition, check_edition
from framing.report.pdf import CHART_PPI, PAGE_PPI, SHARE_PPI, Document, Typesetter, open_typesetter
from framing.report.sections.second import SHORT

if TYPE_CHECKING:
    from framing.compare.records import Comparison
    from framing.evidence import Analysis
    from framing.profile import Profile

SCREEN = ("ScreenOnly", "PairJudgement", "SavedJudgements")  # blocks that paper does not show
FRONT = ("first", "second")  # sections of one page each, the whole of a small report on paper
PAGE = re.compile(r"pages/page-\d+\.png")  # of an earlier, longer report: no page of it stays


def write_report(
    comparison: Comparison,
    out: str | Path,
    formats: Sequence[str] = FORMATS,
    *,
    paper: str = "a4",
    greyscale: bool = False,
    full: bool = False,
) -> tuple[Path, ...]:
    """Writes the report into the folder `out` and returns the files written, sorted.

    `pdf` gives report.pdf; `png` gives pages/, charts/ and share.png; `html` gives report.html. `paper` is "a4" or
    "letter". Up to 12 articles the PDF is two pages; with `full`, and above, it holds all sections. Either all files
    are written or none.

    Raises:
        UsageError: an unknown format or paper.
        MissingPartError: the fonts cannot print a script that the articles use (pdf and png only).
    """
    edition = check_edition(formats, paper, greyscale=greyscale, full=full)
    report = build_report(comparison)
    index = EvidenceIndex.of(comparison.analysis)
    if sum(comparison.n.values()) > SMALL:
        edition = edition._replace(full=True)
    return write_whole(Path(out), _files(report, index, edition))


def write_profile(
    profile: Profile,
    out: str | Path,
    formats: Sequence[str] = FORMATS,
    *,
    analysis: Analysis,
    paper: str = "a4",
    greyscale: bool = False,
) -> tuple[Path, ...]:
    """Writes the profile of one source as a report of its own; files and errors as `write_report`.

    `analysis` is the run that the profile was taken from."""
    edition = check_edition(formats, paper, greyscale=greyscale)
    index = EvidenceIndex.of(analysis)
    return write_whole(Path(out), _files(build_profile_report(profile, index), index, edition))


def write_whole(out: Path, files: Iterable[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Writes files, each with its place in `out`, and returns them, sorted: all of them or none."""
    names = []
    earlier = {name for name in files_in(out, out) if PAGE.fullmatch(name)}
    with open_folder(out, drop=earlier) as folder:
        for name, content in files:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(content)
            names.append(name)
    return tuple(out / name for name in sorted(names))


def _files(report: Report, index: EvidenceIndex, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every file of a report with its content."""
    if "html" in edition.formats:
        from framing.report.html import write_page

        yield "report.html", write_page(report, index, greyscale=edition.greyscale).encode()
    if "pdf" in edition.formats or "png" in edition.formats:
        with open_typesetter() as typesetter:
            yield from _typeset(typesetter, report, edition)


def _typeset(typesetter: Typesetter, report: Report, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """report.pdf, pages/, charts/ and share.png, as far as they are wanted."""
    sections = printed_sections(report, edition)
    charts = {f"charts/{one.head.id}.svg": paint(draw(one), grey=edition.greyscale) for one in charts_of(sections)}
    document = Document("report.typ", _data(report, sections, edition), charts)
    if "pdf" in edition.formats:
        yield "report.pdf", typesetter.pdf(document)
    if "png" in edition.formats:
        for number, page in enumerate(typesetter.png(document, PAGE_PPI), 1):
            yield f"pages/page-{number}.png", page
        yield from _pictures(typesetter, charts_of(report.sections), edition)
        if report.share:
            share = Document("share.typ", {"look": edition.look, "share": as_data(report.share)}, {})
            yield "share.png", typesetter.png(share, SHARE_PPI)[0]


def printed_sections(report: Report, edition: Edition) -> tuple[Section, ...]:
    """The sections that stand on paper: the first two pages alone, or all that are not for the screen."""
    front = tuple(section for section in report.sections if section.id in FRONT)
    if front and not edition.full:
        return front
    return tuple(section for section in report.sections if section.only != "screen")


def _pictures(typesetter: Typesetter, charts: Sequence[Chart], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Each chart as PNG and SVG, with its title and its note inside; not those that repeat a part of another."""
    charts = [one for one in charts if not one.head.id.startswith("tone-actors-") and not one.head.id.endswith(SHORT)]
    if not charts:
        return
    framed = {one.head.id: paint(draw(one, framed=True), grey=edition.greyscale) for one in charts}
    files = {f"framed/{name}.svg": svg for name, svg in framed.items()}
    document = Document("pictures.typ", {"charts": list(framed)}, files)
    for name, picture in zip(framed, typesetter.png(document, CHART_PPI), strict=True):
        yield f"charts/{name}.png", picture
        yield f"charts/{name}.svg", framed[name].encode()


def charts_of(sections: Iterable[Section]) -> list[Chart]:
    """The charts of some sections, each name once, in order."""
    blocks = (block for section in sections for block in section.blocks)
    named = {block.chart.head.id: block.chart for block in blocks if isinstance(block, ChartBlock)}
    return list(named.values())


def _data(report: Report, sections: Sequence[Section], edition: Edition) -> dict[str, Any]:
    """What the template reads; only what it prints."""
    linked = {entry.row for entry in report.cited}
    return {
        "title": report.title,
        "subtitle": report.subtitle,
        "foot": FOOT,
        "look": {**edition.look, "short": all(section.id in FRONT for section in sections)},
        "front": FRONT,
        "refs": {row: ref for row, ref in report.refs.items() if row in linked},
        "linked": any(section.id == "evidence" for section in sections),
        "cited": as_data(report.cited) if any(section.id == "evidence" for section in sections) else [],
        "sections": [_section(as_data(section)) for section in sections],
        "rooms": [[_block(as_data(block)) for block in blocks] for blocks in report.rooms],
    }


def _section(section: dict[str, Any]) -> dict[str, Any]:
    """A section without what can only be unfolded on the screen."""
    return {**section, "blocks": [_block(block) for block in section["blocks"] if block["type"] != "ScreenOnly"]}


def _block(block: dict[str, Any]) -> dict[str, Any]:
    """A block without the rows behind its tables, which paper does not show."""
    return {name: value for name, value in block.items() if name != "rows_of"}
