"""Report -> files: written aside, then moved into place, so that a report is there whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.chart.draw import draw
from framing.chart.paint import paint
from framing.chart.protocol import Chart
from framing.evidence.view import EvidenceIndex
from framing.report.blocks import ChartBlock, Report, as_data
from framing.report.build import build_profile_report, build_report
from framing.report.edition import FOOT, FORMATS, Edition, check_edition
from framing.report.pdf import CHART_PPI, PAGE_PPI, SHARE_PPI, Document, Typesetter, open_typesetter

if TYPE_CHECKING:
    from framing.compare.records import Comparison
    from framing.evidence import Analysis
    from framing.profile import Profile


def write_report(
    comparison: Comparison,
    out: str | Path,
    formats: Sequence[str] = FORMATS,
    *,
    paper: str = "a4",
    greyscale: bool = False,
    short: bool = False,
) -> tuple[Path, ...]:
    """Writes the report into the folder `out` and returns the files written, sorted.

    `pdf` gives report.pdf; `png` gives pages/, charts/ and share.png; `html` gives report.html. `paper` is "a4" or
    "letter". `short` is the two-page edition. Either all files are written or none.

    Raises:
        UsageError: an unknown format or paper.
        MissingPartError: the fonts cannot print a script that the articles use (pdf and png only).
    """
    edition = check_edition(formats, paper, greyscale=greyscale, short=short)
    report = build_report(comparison, short=short)
    lookup = EvidenceIndex.of(comparison.analysis)
    return _write(report, lookup, Path(out), edition)


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
    lookup = EvidenceIndex.of(analysis)
    return _write(build_profile_report(profile, lookup), lookup, Path(out), edition)


def _write(report: Report, lookup: EvidenceIndex, out: Path, edition: Edition) -> tuple[Path, ...]:
    """Makes every file in a folder beside `out`, then moves them in."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".report-", dir=out) as aside:
        folder = Path(aside)
        if "html" in edition.formats:
            from framing.report.html import write_page

            page = write_page(report, lookup, greyscale=edition.greyscale)
            (folder / "report.html").write_text(page, "utf-8", newline="\n")
        if "pdf" in edition.formats or "png" in edition.formats:
            with open_typesetter() as typesetter:
                _typeset(typesetter, report, folder, edition)
        return tuple(move_into(out, folder))


def _typeset(typesetter: Typesetter, report: Report, folder: Path, edition: Edition) -> None:
    """report.pdf, pages/, charts/ and share.png, as far as they are wanted."""
    charts = charts_of(report)
    files = {f"charts/{one.head.id}.svg": paint(draw(one), grey=edition.greyscale) for one in charts}
    document = Document("report.typ", _data(report, edition), files)
    if "pdf" in edition.formats:
        (folder / "report.pdf").write_bytes(typesetter.pdf(document))
    if "png" in edition.formats:
        _save(folder / "pages", {f"page-{n}.png": page for n, page in enumerate(typesetter.png(document, PAGE_PPI), 1)})
        _pictures(typesetter, charts, folder, edition)
        if report.share:
            share = Document("share.typ", {"look": edition.look, "share": as_data(report.share)}, {})
            (folder / "share.png").write_bytes(typesetter.png(share, SHARE_PPI)[0])


def _pictures(typesetter: Typesetter, charts: Sequence[Chart], folder: Path, edition: Edition) -> None:
    """Each chart as PNG and SVG, with its title and its note inside."""
    charts = [one for one in charts if not one.head.id.startswith("tone-actors-")]  # profiles repeat the whole
    if not charts:
        return
    framed = {one.head.id: paint(draw(one, framed=True), grey=edition.greyscale) for one in charts}
    files = {f"framed/{name}.svg": svg for name, svg in framed.items()}
    document = Document("pictures.typ", {"charts": list(framed)}, files)
    pictures = typesetter.png(document, CHART_PPI)
    _save(folder / "charts", {f"{name}.png": picture for name, picture in zip(framed, pictures, strict=True)})
    _save(folder / "charts", {f"{name}.svg": svg.encode() for name, svg in framed.items()})


def charts_of(report: Report) -> list[Chart]:
    """The charts of a report, each name once, in order."""
    blocks = (block for section in report.sections for block in section.blocks)
    named = {block.chart.head.id: block.chart for block in blocks if isinstance(block, ChartBlock)}
    return list(named.values())


def _data(report: Report, edition: Edition) -> dict[str, Any]:
    """What the template reads; only what it prints."""
    linked = {entry.row for entry in report.cited}
    return {
        "title": report.title,
        "subtitle": report.subtitle,
        "foot": FOOT,
        "look": edition.look,
        "refs": {row: ref for row, ref in report.refs.items() if row in linked},
        "linked": any(section.id == "evidence" for section in report.sections),
        "contents": any(section.id == "brief" for section in report.sections),
        "cited": as_data(report.cited),
        "sections": [_section(as_data(section)) for section in report.sections],
    }


def _section(section: dict[str, Any]) -> dict[str, Any]:
    """A section without what paper does not show: the rows behind its tables."""
    for block in section["blocks"]:
        block.pop("rows_of", None)
    return section


def _save(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def move_into(out: Path, folder: Path) -> Iterator[Path]:
    """Moves what `folder` holds into `out` and gives the files there; a folder there is replaced whole."""
    for path in sorted(folder.iterdir()):
        target = out / path.name
        if target.is_dir():
            shutil.rmtree(target)
        path.replace(target)
        yield from sorted(target.rglob("*.*")) if target.is_dir() else (target,)
