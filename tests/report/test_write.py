"""The files: whole or not at all, the same bytes twice, tagged, bookmarked and readable by others' programs."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from sample_run import sample_comparison

from framing.chart.protocol import alternative_text
from framing.compare import Comparison
from framing.errors import InputError, UsageError
from framing.profile import profile_source
from framing.report import write_profile, write_report
from framing.report.blocks import Heading, Report
from framing.report.build import build_report
from framing.report.edition import Edition
from framing.report.write import charts_of, printed_sections

pytestmark = pytest.mark.slow  # whole reports are typeset


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return sample_comparison()


@pytest.fixture(scope="module")
def report(comparison: Comparison) -> Report:
    return build_report(comparison)


@pytest.fixture(scope="module")
def out(comparison: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    write_report(comparison, folder, full=True)
    return folder


@pytest.fixture(scope="module")
def pdf(out: Path) -> PdfReader:
    return PdfReader(out / "report.pdf")


def size_of(png: Path) -> tuple[int, int]:
    """Width and height from the head of a PNG file."""
    wide, high = struct.unpack(">II", png.read_bytes()[16:24])
    return wide, high


def structure(pdf: PdfReader) -> list[Any]:
    """Every element of the tag tree."""
    found, todo = [], [pdf.trailer["/Root"]["/StructTreeRoot"]]
    while todo:
        element = todo.pop()
        element = element.get_object() if hasattr(element, "get_object") else element
        if isinstance(element, dict):
            found.append(element)
            kids = element.get("/K", [])
            kids = kids.get_object() if hasattr(kids, "get_object") else kids
            todo += kids if isinstance(kids, list) else [kids]
    return found


def test_returns_what_it_wrote(comparison: Comparison, tmp_path: Path) -> None:
    written = write_report(comparison, tmp_path)
    assert sorted(written) == sorted(path for path in tmp_path.rglob("*") if path.is_file())
    names = {path.relative_to(tmp_path).as_posix() for path in written}
    assert {"report.pdf", "report.html", "share.png", "pages/page-1.png", "charts/voices-speakers.png"} <= names


def test_only_the_formats_asked_for(comparison: Comparison, tmp_path: Path) -> None:
    assert [path.name for path in write_report(comparison, tmp_path, ["html"])] == ["report.html"]
    assert [path.name for path in write_report(comparison, tmp_path / "p", ("pdf",))] == ["report.pdf"]


def test_two_runs_give_the_same_bytes(comparison: Comparison, out: Path, tmp_path: Path) -> None:
    for path in write_report(comparison, tmp_path, full=True):
        assert path.read_bytes() == (out / path.relative_to(tmp_path)).read_bytes(), path.name


def test_all_or_nothing(comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "report.html").write_text("the earlier report", "utf-8")

    def fail(*_: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("framing.report.write._pictures", fail)
    with pytest.raises(InputError, match="disk full"):
        write_report(comparison, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
    assert (tmp_path / "report.html").read_text("utf-8") == "the earlier report"


def test_pages_of_an_earlier_report_do_not_stay(comparison: Comparison, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "page-99.png").write_bytes(b"old")
    (tmp_path / "evidence.csv").write_text("id", "utf-8")
    write_report(comparison, tmp_path, ["png"])
    assert not (tmp_path / "pages" / "page-99.png").exists()
    assert (tmp_path / "evidence.csv").read_text("utf-8") == "id"


@pytest.mark.parametrize(("formats", "paper"), [(["docx"], "a4"), ([], "a4"), (["pdf"], "a3")])
def test_unknown_looks_are_refused_with_the_choices(
    comparison: Comparison, tmp_path: Path, formats: list[str], paper: str
) -> None:
    with pytest.raises(UsageError, match="pdf, png, html|a4 or letter"):
        write_report(comparison, tmp_path / "new", formats, paper=paper)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_paper(comparison: Comparison, tmp_path: Path, paper: str, size: tuple[int, int]) -> None:
    write_report(comparison, tmp_path, ["pdf"], paper=paper)
    box = PdfReader(tmp_path / "report.pdf").pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_a_small_run_is_two_pages_unless_all_of_it_is_asked_for(comparison: Comparison, tmp_path: Path) -> None:
    write_report(comparison, tmp_path, ["pdf"])
    assert len(PdfReader(tmp_path / "report.pdf").pages) == 2
    write_report(comparison, tmp_path, ["pdf"], full=True)
    assert len(PdfReader(tmp_path / "report.pdf").pages) > 6


def test_the_first_page_has_versions_with_ever_fewer_stories(report: Report) -> None:
    first = next(section for section in report.sections if section.id == "first")
    assert report.rooms[0] == first.blocks
    stories = [sum(isinstance(one, Heading) and one.level == 2 for one in blocks) for blocks in report.rooms]
    assert stories == sorted(stories, reverse=True)


def test_greyscale_has_no_colour(comparison: Comparison, tmp_path: Path) -> None:
    from PIL import Image

    write_report(comparison, tmp_path, ["png"], greyscale=True)
    for path in sorted(tmp_path.rglob("*.png")):
        with Image.open(path) as image:
            bands = image.convert("RGB").split()
            assert bands[0].tobytes() == bands[1].tobytes() == bands[2].tobytes(), path.name


def test_pdf_is_tagged_titled_and_named_accessible(pdf: PdfReader) -> None:
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == "en" and root["/MarkInfo"]["/Marked"]
    assert pdf.metadata and pdf.metadata.title == "How Bell, Courier and Ledger & Sons <b> tell it"
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()


def test_pdf_pictures_have_their_alternative_text(pdf: PdfReader, report: Report) -> None:
    alternatives = [element["/Alt"] for element in structure(pdf) if "/Alt" in element]
    for chart in charts_of(printed_sections(report, Edition(full=True))):
        assert alternative_text(chart) in alternatives, chart.head.id


def test_pdf_tables_have_header_cells(pdf: PdfReader) -> None:
    elements = structure(pdf)
    tables = [element for element in elements if element.get("/S") == "/Table"]
    heads = [element for element in elements if element.get("/S") == "/TH"]
    assert tables and len(heads) >= 2 * len(tables)


def test_pdf_has_bookmarks_for_every_section(pdf: PdfReader, report: Report) -> None:
    titles = [entry.title for entry in pdf.outline if not isinstance(entry, list)]
    assert [section.title for section in report.sections if section.only != "screen"] == titles


def test_pdf_pages_say_where_they_are(pdf: PdfReader) -> None:
    total = len(pdf.pages)
    for number, page in enumerate(pdf.pages, 1):
        assert f"page {number} of {total}" in " ".join(page.extract_text().split())


def test_pdf_evidence_ids_are_links(pdf: PdfReader, report: Report) -> None:
    names = set(pdf.named_destinations)
    links = [
        note.get_object()
        for page in pdf.pages
        for note in page.get("/Annots", [])
        if note.get_object().get("/Subtype") == "/Link"
    ]
    assert len(links) >= len(report.refs)
    assert names or all("/Dest" in link or "/A" in link for link in links)


def test_pictures_have_their_sizes(out: Path) -> None:
    assert size_of(out / "share.png") == (1200, 675)
    pages = len(list((out / "pages").iterdir()))
    assert pages == len(PdfReader(out / "report.pdf").pages)
    assert size_of(out / "pages" / "page-1.png") == (694, 982)  # A4 at 84 points an inch


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
def test_poppler_reads_it_without_a_warning(out: Path, report: Report) -> None:
    done = subprocess.run(["pdftotext", "-layout", out / "report.pdf", "-"], capture_output=True, check=True)
    assert done.stderr == b""
    assert subprocess.run(["pdfinfo", out / "report.pdf"], capture_output=True, check=True).stderr == b""
    text = done.stdout.decode()
    for words in ("How to read this", "Ledger & Sons <b>", "Ana Toll", "E1"):
        assert words in text


def test_profile_has_files_of_its_own(comparison: Comparison, tmp_path: Path) -> None:
    profile = profile_source(comparison.analysis, "Bell")
    written = write_profile(profile, tmp_path, ["pdf", "html"], analysis=comparison.analysis)
    assert {path.name for path in written} == {"report.pdf", "report.html"}
    assert PdfReader(tmp_path / "report.pdf").metadata.title == "Profile of Bell"  # type: ignore[union-attr]
