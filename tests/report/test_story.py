"""What the report says: its order, whose words each excerpt is, and that everything cited can be found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import tables
from sample_run import TEXTS, sample_comparison

from framing.chart.kinds.unit_matrix import UnitMatrix
from framing.chart.protocol import alternative_text
from framing.compare import Comparison
from framing.evidence.view import EvidenceIndex
from framing.profile import profile_source
from framing.report.blocks import ChartBlock, Excerpt, Note, Paragraph, Report, cited_rows
from framing.report.build import build_profile_report, build_report
from framing.report.context import excerpt_of
from framing.report.sections.articles import mark_article
from framing.report.sections.profiles import profile_facts
from framing.say import percent, whose_words


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return sample_comparison()


@pytest.fixture(scope="module")
def index(comparison: Comparison) -> EvidenceIndex:
    return EvidenceIndex.of(comparison.analysis)


@pytest.fixture(scope="module")
def report(comparison: Comparison) -> Report:
    return build_report(comparison)


def blocks_of(report: Report, kind: type) -> Iterator[Any]:
    """Every block of a kind, inside other blocks too."""

    def walk(part: Any) -> Iterator[Any]:
        if isinstance(part, kind):
            yield part
        if isinstance(part, (tuple, list)):
            for one in part:
                yield from walk(one)
        elif hasattr(part, "__dataclass_fields__") and not isinstance(part, ChartBlock):
            for name in part.__dataclass_fields__:
                yield from walk(getattr(part, name))

    return walk(report.sections)


def test_order_of_the_story(report: Report) -> None:
    names = [section.id for section in report.sections]
    assert names == [
        *("first", "second", "about", "told", "contrasts", "wording", "voices", "tone"),
        *("roles", "loaded", "missing", "profiles", "articles", "methods"),
        "evidence",
    ]


def test_the_box_that_says_how_to_read_comes_before_any_finding(report: Report) -> None:
    second, about = report.sections[1:3]
    assert isinstance(second.blocks[0], Note) and second.blocks[0].kind == "how"
    kinds = [type(block).__name__ for block in about.blocks]
    notes = [block for block in about.blocks if isinstance(block, Note)]
    assert notes[0].kind == "how" and "ChartBlock" not in kinds and "Excerpt" not in kinds


def test_every_excerpt_quotes_its_article_and_tells_whose_words_it_is(report: Report, index: EvidenceIndex) -> None:
    excerpts = list(blocks_of(report, Excerpt))
    assert len(excerpts) > 5
    for one in excerpts:
        finding = index.findings[one.row]
        assert one.found == finding.text and one.voice == finding.voice
        assert one.before.removeprefix("… ") + one.found + one.after.removesuffix(" …") in TEXTS[finding.article]
        assert one.who.startswith(whose_words(finding.voice, finding.speaker, finding.source))


def test_a_reported_accusation_is_never_the_outlets_own(report: Report, index: EvidenceIndex) -> None:
    chart = next(block.chart for block in blocks_of(report, ChartBlock) if isinstance(block.chart, UnitMatrix))
    marks = {mark.row: mark for row in chart.rows for cell in row.cells for mark in cell}
    assert marks
    for row, mark in marks.items():
        finding = index.findings[row]
        assert (mark.voice, mark.state, mark.speaker) == (finding.voice, finding.state, finding.speaker)
    critics = next(mark for mark in marks.values() if mark.speaker == "critics")
    assert critics.voice == "attributed"
    cells = " | ".join(next(row.cells for row in chart.numbers().rows if row.cells[0] == "Bell"))
    assert "1 claim (critics)" in cells and "1 quoted (Ana Toll)" in cells


@pytest.mark.parametrize(
    ("voice", "says"),
    [
        ("narrator", "Bell’s own words"),
        ("attributed", "critics’ claim"),
        ("quoted", "critics’ quoted words"),
        ("distanced", "kept at a distance"),
    ],
)
def test_voices_in_words(voice: str, says: str) -> None:
    assert whose_words(voice, "critics", "Bell") == says


def test_where_no_speaker_was_found_nobody_is_named() -> None:
    assert whose_words("attributed", "") == "a reported claim"
    assert whose_words("quoted", "") == "quoted words"
    assert whose_words("quoted", "company") == "the company’s quoted words"
    assert whose_words("attributed", "unnamed sheriffs and unnamed clerks") == "unnamed sheriffs and clerks’ claim"


def test_evidence_is_numbered_in_the_order_of_citation(report: Report) -> None:
    cited = [row for section in report.sections for row in cited_rows(section.blocks)]
    assert list(report.refs) == list(dict.fromkeys(cited))
    assert list(report.refs.values()) == [f"E{n}" for n in range(1, len(report.refs) + 1)]
    assert [entry.ref for entry in report.cited] == list(report.refs.values())


def test_every_chart_has_words_numbers_and_an_alternative(report: Report) -> None:
    charts = list(blocks_of(report, ChartBlock))
    assert len({block.chart.head.id for block in charts}) >= 5
    for block in charts:
        assert block.chart.head.title in alternative_text(block.chart)
        assert block.chart.head.unit and block.table.rows
        assert all(len(row) == len(block.table.columns) for row in block.table.rows)


def test_few_articles_make_no_sentence_about_an_outlet(report: Report) -> None:
    notes = " ".join(run.text for note in blocks_of(report, Note) for item in note.items for run in item)
    assert "describes these articles, not the" in notes
    assert "tends to" not in notes


def test_marked_article_is_the_whole_article(index: EvidenceIndex) -> None:
    for article, text in TEXTS.items():
        marked = mark_article(index, article)
        lines = ["".join(piece.text for piece in line) for line in marked.paragraphs]
        assert lines == [line for line in text.split("\n") if line.strip()]


def test_words_between_two_pieces_of_a_quotation_are_not_quoted() -> None:
    text = "“We waited,” said the gentle teacher. “Then they came.”"
    first, second = (0, len("“We waited,”")), (text.index("“Then"), len(text))
    detail = {"content": [first, second], "speaker_kind": "civilian"}
    row = tables.row("quote", "a1", "direct", end=len(text), text=text, voice="quoted", speaker="T", detail=detail)
    index = EvidenceIndex.of(tables.analysis([tables.article("a1", "Bell")], [row], texts={"a1": text}))
    excerpt = excerpt_of(index, "quote-0")
    assert excerpt is not None
    assert excerpt.found == "“Then they came.”"  # the longest piece
    said = [piece.text for piece in mark_article(index, "a1").paragraphs[0] if piece.kinds]
    assert said == ["“We waited,”", "“Then they came.”"]


def test_marks_end_once_with_their_letter(index: EvidenceIndex) -> None:
    for article in TEXTS:
        for line in mark_article(index, article).paragraphs:
            for one, after in zip(line, line[1:], strict=False):
                if one.voice and one.voice == after.voice:
                    assert not one.last


def test_profile_is_a_report_of_its_own(comparison: Comparison, index: EvidenceIndex) -> None:
    page = build_profile_report(comparison.profiles["Bell"], index)
    assert page.title == "Profile of Bell"
    assert [section.id for section in page.sections] == [
        "about",
        "wording",
        "voices",
        "tone",
        "loaded",
        "missing",
        "evidence",
    ]
    assert {entry.source for entry in page.cited} >= {"Bell"}


def test_a_comparison_holds_the_profile_of_each_source(comparison: Comparison) -> None:
    from framing.profile import profile_source

    cut, whole = comparison.profiles["Courier"], profile_source(comparison.analysis, "Courier")
    for name in ("n", "copies", "events", "first", "last", "own_words", "words", "basis", "voices", "loaded", "agency"):
        assert getattr(cut, name) == getattr(whole, name), name


def test_excerpts_keep_the_closing_mark_of_their_sentence() -> None:
    text = "He paused. “That is a raid.” Dr. Vesk left. Then rain fell."
    start = text.index("raid")
    row = tables.row("cue", "a1", "raid/raid", start=start, end=start + 4, text="raid")
    index = EvidenceIndex.of(tables.analysis([tables.article("a1", "Bell")], [row], texts={"a1": text}))
    excerpt = excerpt_of(index, "cue-0")
    assert excerpt is not None
    assert excerpt.before + excerpt.found + excerpt.after == "“That is a raid.”"


def test_a_map_that_would_mislead_is_not_drawn() -> None:
    from framing.compare.records import MapPoint, SourceMap
    from framing.report.sections.methods import _map

    points = tuple(MapPoint(name, place * 1.0, place % 2 * 1.0, 5) for place, name in enumerate("ABCD"))
    good = _map(SourceMap(points, 0.05, (("length", 0.9),), (("quotes", 0.8),)))
    poor = _map(SourceMap(points, 0.25, (), ()))
    assert isinstance(good, ChartBlock) and "differ most in length" in good.says
    assert isinstance(poor, Paragraph) and "no map is drawn" in poor.words[0].text


def test_one_page_prints_one_share_of_own_words() -> None:
    lengths = (("a", 400, 100), ("b", 100, 90))
    articles = [tables.article(id, "Bell", words=words, own_words=own) for id, words, own in lengths]
    profile = profile_source(tables.analysis(articles, [tables.quote("a", "Ms Prime")]), "Bell")
    share = percent(profile.voices.words["own"].value)
    assert share == "57 %" and f"words, {share} its own" in str(profile_facts(profile))
    assert "43 % of its words report or quote others" in " ".join(profile.lines)
