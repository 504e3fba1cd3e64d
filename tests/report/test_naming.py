"""The table of who calls whom what: sources side by side, counts that open to their rows, silence shown as silence."""

from __future__ import annotations

from typing import Any

from sample_run import TEXTS, find, sample_analysis, sample_comparison
from tables import analysis, article, row

from framing.compare import Comparison, compare_sources
from framing.evidence.view import EvidenceIndex
from framing.report.blocks import Report, Table, cited_rows
from framing.report.build import build_profile_report, build_report
from framing.report.context import excerpt_of
from framing.report.html import write_page

CAPTION = "How each source names the main actors"
ACTORS = [("t", "Ana Toll", "person", ""), ("g", "bandits", "group", "")]


def comparison_of(*named: tuple[str, str], cues: tuple[dict[str, Any], ...] = ()) -> Comparison:
    """Sources that each call Ana Toll something in one article, and write about her."""
    articles = [article(source, source) for source in dict.fromkeys(source for source, _ in named)]
    rows = [row("tone", one["article"], "neutral", actor="t") for one in articles]
    rows += [row("mention", source, "name", actor="t", text=words) for source, words in named]
    return compare_sources(analysis(articles, [*rows, *cues], ACTORS))


def naming(report: Report, caption: str = CAPTION) -> Table | None:
    blocks = [block for section in report.sections if section.id == "wording" for block in section.blocks]
    return next((one for one in blocks if isinstance(one, Table) and one.caption == caption), None)


def words(cell: Any) -> str:
    return "".join(run.text for run in cell)


def test_sources_stand_side_by_side_and_silence_is_a_dash() -> None:
    comparison = sample_comparison()
    table = naming(build_report(comparison))
    assert table is not None
    assert table.columns == ("actor, by its neutral name", "Bell", "Courier", "Ledger & Sons <b>")
    assert [words(cell) for cell in table.rows[0]] == ["Aland", "“army” 1", "“army” 1", "—"]
    evidence = comparison.analysis.evidence.set_index("id")
    for line, ids in zip(table.rows, table.rows_of, strict=True):
        assert set(evidence.loc[list(ids), "kind"]) == {"mention"}
        assert set(cited_rows(line)) <= set(ids)


def test_few_wordings_are_shown_the_most_frequent_first_then_those_that_only_this_source_uses() -> None:
    shared = [("A", "Ana Toll"), ("B", "Ana Toll"), ("A", "Premier Toll"), ("B", "Premier Toll")]
    alone = [("A", "hard-line leader Toll"), ("A", "the premier"), ("A", "the leader")]
    table = naming(build_report(comparison_of(("A", "Toll"), ("A", "Toll"), *shared, *alone)))
    assert table is not None
    assert words(table.rows[0][1]) == "“Toll” 2; “hard-line leader Toll” 1 ; “premier” 1; and 3 others"
    assert len(table.rows_of[0]) == 9


def test_five_sources_are_shown_and_the_rest_is_said() -> None:
    table = naming(build_report(comparison_of(("S0", "hard-liner"), *((f"S{place}", "Toll") for place in range(7)))))
    assert table is not None
    assert len(table.columns) == 6
    assert table.note.endswith("The first 5 of 7 sources.")


def test_a_house_style_of_names_is_no_contrast() -> None:
    assert naming(build_report(comparison_of(("A", "Toll"), ("A", "Premier A. Toll"), ("B", "Mr. Toll")))) is None
    table = naming(build_report(comparison_of(("A", "Toll"), ("A", "Premier A. Toll"), ("B", "hard-liner Toll"))))
    assert table is not None
    cited = [bool(list(cited_rows(cell))) for cell in table.rows[0][1:]]
    assert cited == [False, True]


def test_an_actor_that_one_source_alone_names_is_no_comparison() -> None:
    comparison = comparison_of(("A", "Toll"), ("B", "Toll"))
    alone = comparison.analysis.evidence.assign(actor="")
    alone.loc[alone["source"] == "A", "actor"] = "t"
    kept = type(comparison.analysis)(alone, comparison.analysis.articles, comparison.analysis.actors, {})
    assert naming(build_report(compare_sources(kept))) is None


def test_a_wording_that_takes_a_side_is_bold_with_a_neutral_one_beside() -> None:
    detail = {"pack": "conflict", "variant": "criminal", "neutral": ["fighters, armed group, gunmen"]}
    cues = (
        row("mention", "A", "name", actor="g", text="bandits", start=5, end=12),
        row("cue", "A", "fighters/criminal", value=-1.0, start=5, end=12, text="bandits", detail=detail),
    )
    table = naming(build_report(comparison_of(("A", "Toll"), ("B", "Toll"), cues=cues)))
    assert table is not None
    group = table.rows[-1]
    assert words(group[0]) == "bandits (neutral: fighters, armed group, gunmen)"
    assert [words(cell) for cell in group[1:]] == ["“bandits” 1", "—"]
    assert any(run.style == "strong" for run in group[1])
    assert "bold" in table.note


def test_a_long_wording_is_cut() -> None:
    table = naming(build_report(comparison_of(("A", "x" * 10_000), ("B", "Toll"))))
    assert table is not None
    assert len(words(table.rows[0][1])) < 80


def test_a_profile_names_for_its_source_alone() -> None:
    comparison = comparison_of(("A", "Mr Toll"), ("B", "Toll"))
    index = EvidenceIndex.of(comparison.analysis)
    report = build_profile_report(comparison.profiles["A"], index)
    table = naming(report, "How A names the main actors")
    assert table is not None
    assert [words(cell).strip() for cell in table.rows[0]] == ["Ana Toll", "“Mr Toll” 1"]


def test_a_mention_is_shown_with_its_title_in_lists_excerpts_and_on_the_page() -> None:
    text = TEXTS["a2"]
    start = text.index("Premier Ana Toll")
    phrase = {"phrase": [start, start + len("Premier Ana Toll")], "words": "Premier Ana Toll"}
    run = sample_analysis()
    titled = find("a2", "Ana Toll", "mention", "name", actor="t", detail=phrase)
    evidence = run.evidence.copy()
    place = evidence.index[(evidence["article"] == "a2") & (evidence["kind"] == "mention")][0]
    for column in ("start", "end", "text", "detail"):
        evidence.loc[place, column] = titled[column]
    comparison = compare_sources(type(run)(evidence, run.articles, run.actors, run.texts))
    index = EvidenceIndex.of(comparison.analysis)
    finding = index.findings[evidence.loc[place, "id"]]
    assert (finding.text, index.words(finding)) == ("Ana Toll", "Premier Ana Toll")
    excerpt = excerpt_of(index, finding.id)
    assert excerpt is not None
    assert excerpt.found == "Premier Ana Toll"
    page = write_page(build_report(comparison), index)
    assert f'"Premier Ana Toll",{start},{start + len("Premier Ana Toll")},' in page
