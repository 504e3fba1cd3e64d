"""The folder of a lesson: every file, what stands in it, and that the answers are right about the texts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from printed import pdf_words
from pypdf import PdfReader
from sample_run import sample_analysis

from framing.classroom import LessonOptions, write_handout
from framing.classroom.handout import plan_lesson
from framing.classroom.lesson import timed_steps
from framing.classroom.records import Lesson
from framing.compare import Comparison, compare_sources
from framing.errors import InputError, UsageError

pytestmark = pytest.mark.slow  # whole lessons are typeset

PUPILS = ("handout.pdf", "worksheet-1.pdf", "worksheet-2.pdf", "worksheet.html", "glossary.pdf", "before-after.pdf")
TEACHER = ("lesson-plan.pdf", "answer-key.pdf", "answer-key.json", "reveal.html", "privacy.pdf")


@pytest.fixture(scope="module")
def lesson(demo: Comparison) -> Lesson:
    return plan_lesson(demo, "departure", LessonOptions())


@pytest.fixture(scope="module")
def folder(demo: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("open")
    write_handout(demo, folder, event="departure")
    return folder


def test_every_file_is_there(sheets: Path) -> None:
    assert {file.name for file in sheets.iterdir()} == {*PUPILS, *TEACHER}


def test_blind_adds_a_guess_sheet(small: Comparison, tmp_path: Path) -> None:
    files = write_handout(small, tmp_path, event="raid", options=LessonOptions(blind=True))
    assert {file.name for file in files} == {*PUPILS, *TEACHER, "guess-sheet.pdf"}


def test_same_run_gives_the_same_bytes(small: Comparison, sheets: Path, tmp_path: Path) -> None:
    for file in write_handout(small, tmp_path, event="raid"):
        assert file.read_bytes() == (sheets / file.name).read_bytes(), file.name


@pytest.mark.parametrize(
    "name", ["handout", "worksheet-1", "worksheet-2", "lesson-plan", "glossary", "privacy", "answer-key"]
)
def test_pdfs_are_tagged_and_titled(sheets: Path, name: str) -> None:
    reader = PdfReader(sheets / f"{name}.pdf")
    root = reader.trailer["/Root"]
    assert "/StructTreeRoot" in root and root["/Lang"].startswith("en")
    assert reader.metadata is not None and reader.metadata.title


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_paper(small: Comparison, tmp_path: Path, paper: str, size: tuple[int, int]) -> None:
    write_handout(small, tmp_path, event="raid", options=LessonOptions(paper=paper, greyscale=True))
    for file in tmp_path.glob("*.pdf"):
        box = PdfReader(file).pages[0].mediabox
        assert (round(box.width), round(box.height)) == size


@pytest.mark.parametrize("minutes", [45, 60, 90])
@pytest.mark.parametrize("blind", [True, False])
def test_steps_fill_the_lesson_exactly(minutes: int, blind: bool) -> None:
    steps = timed_steps(LessonOptions(minutes=minutes, blind=blind))
    clock = 0
    for at, length, *_ in steps:
        assert at == f"{clock // 60}:{clock % 60:02d}"
        clock += length
    assert clock == minutes


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (LessonOptions(minutes=50), "45, 60 and 90"),
        (LessonOptions(paper="a3"), "a4 or letter"),
        (LessonOptions(excerpt=5), "80 words"),
    ],
)
def test_impossible_options_are_refused(small: Comparison, tmp_path: Path, options: LessonOptions, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        write_handout(small, tmp_path / "out", options=options)
    assert not (tmp_path / "out").exists()


def test_unknown_events_are_listed(small: Comparison, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="'aftermath'; 'raid'"):
        write_handout(small, tmp_path, event="flood")


def test_one_outlet_is_no_lesson(tmp_path: Path) -> None:
    analysis = sample_analysis()
    only = analysis.articles[analysis.articles["source"] == "Bell"]
    rows = analysis.evidence[analysis.evidence["source"] == "Bell"].reset_index(drop=True)
    comparison = compare_sources(replace(analysis, articles=only.reset_index(drop=True), evidence=rows))
    with pytest.raises(InputError, match="another outlet"):
        write_handout(comparison, tmp_path, event="raid")


@pytest.mark.parametrize(
    "text", ['#eval("1+1") *bold* $5m `x`', "<script>alert(1)</script> & “x”", "\U0001f4a5 \u202eabc"]
)
def test_texts_are_printed_letter_by_letter(tmp_path: Path, text: str) -> None:
    texts = {"a1": f"Army raids valley\n\n{text} end. " + "More words follow here. " * 9}
    base = sample_analysis()
    rows = base.evidence[base.evidence["article"] != "a1"].reset_index(drop=True)
    comparison = compare_sources(replace(base, texts={**base.texts, **texts}, evidence=rows))
    write_handout(comparison, tmp_path, event="raid")
    page = (tmp_path / "worksheet.html").read_text("utf-8")
    assert "<script>alert" not in page and "end." in pdf_words(tmp_path / "handout.pdf")


@pytest.mark.engine
def test_texts_are_cut_alike(lesson: Lesson) -> None:
    words = [sheet.words for sheet in lesson.sheets]
    assert len(words) == 5 and max(words) - min(words) <= 30
    for sheet in lesson.sheets:
        assert re.search(r"[.!?][”\"’)]*$", sheet.text), sheet.text[-60:]
        assert sheet.grades and sheet.grades[0] <= sheet.grades[1]


@pytest.mark.engine
def test_answers_stand_in_the_line_that_is_named(lesson: Lesson) -> None:
    by_letter = {sheet.letter: sheet for sheet in lesson.sheets}
    rows = set()
    for question in lesson.questions:
        assert question.answers, question.title
        for answer in question.answers:
            if answer.prompt:
                sheet = by_letter[answer.prompt.letter]
                opening = answer.prompt.found.removesuffix(" …").split(" […] ")[0]
                after = sheet.lines[0].start if answer.prompt.line == 0 else sheet.lines[answer.prompt.line].start
                assert opening in " ".join(sheet.text[after:].split()), answer
                rows |= {answer.row} - {""}  # a pair of sentences is no row
    wordings = {row for row in rows if row.startswith("wording-")}  # pairs of words are read by themselves
    assert rows - wordings <= {find.row for find in lesson.findings} and len(rows) > 20


@pytest.mark.engine
def test_all_kinds_of_question_are_asked(lesson: Lesson) -> None:
    assert [one.kind for one in lesson.questions] == [
        "naming",
        "told",
        "rivals",
        "voice",
        "speakers",
        "missing",
        "loaded",
        "doubt",
        "good",
    ]


@pytest.mark.engine
def test_key_names_line_row_and_doubt(folder: Path, lesson: Lesson) -> None:
    text = pdf_words(folder / "answer-key.pdf")
    assert "wrong" in text  # one statement is given to the wrong speaker, and the key says which
    found = set(re.findall(r"(?:cue|quote|loaded|agency|mention)-[0-9a-f]{12}", text))
    assert len(found) > 25 and found <= {row for find in lesson.findings for row in find.rows}
    assert "voluntary relocation" in text and re.search(r"[A-E] · line \d+", text)


@pytest.mark.engine
def test_planted_contrasts_are_asked_about(folder: Path) -> None:
    key = pdf_words(folder / "answer-key.pdf")
    for words in ("voluntary relocation", "driven from their homes", "crossed", "tyrant", "cruel"):
        assert words in key or words == "crossed", words
    assert "Brevan Haldis" in pdf_words(folder / "worksheet-1.pdf")


@pytest.mark.engine
def test_questions_about_voice_do_not_show_it(folder: Path, lesson: Lesson) -> None:
    question = next(one for one in lesson.questions if one.kind == "voice")
    assert len({answer.prompt.voice for answer in question.answers if answer.prompt}) >= 2
    assert all(prompt.voice == "" for prompt in question.prompts)
    page = (folder / "reveal.html").read_text("utf-8")
    assert page.count('<mark class="ask">') >= len(question.prompts)


@pytest.mark.engine
def test_a_mark_over_two_lines_bears_one_letter(lesson: Lesson) -> None:
    from framing.classroom.paper import text_block

    split = 0
    for sheet in lesson.sheets:
        block = text_block(sheet, lesson.findings, blind=False)
        pieces = [piece for line in block.lines for piece in line.pieces if piece.kind]
        for one, following in zip(pieces, pieces[1:], strict=False):
            split += not one.last
            assert one.last or (following.voice, following.kind) == (one.voice, one.kind)
        assert "".join(piece.words for piece in block.headline) == sheet.headline
        assert [p for line in block.lines for p in "".join(x.words for x in line.pieces).split()] == (
            sheet.text[len(sheet.headline) :].split()
        )
    assert split, "some mark runs over the end of a line"


@pytest.mark.engine
def test_worksheets_give_no_answers_away(folder: Path, lesson: Lesson) -> None:
    sheet = pdf_words(folder / "worksheet-1.pdf").partition("An example: text")[0]
    assert "may be wrong" not in sheet and not re.search(r"(?:cue|quote|loaded)-[0-9a-f]{6}", sheet)
    second = {one.article for one in lesson.practice}
    assert second and not second & {one.article for one in lesson.sheets}
    assert {one.source for one in lesson.practice} <= {one.source for one in lesson.sheets}


@pytest.mark.engine
def test_glossary_explains_what_is_used(folder: Path, lesson: Lesson) -> None:
    text = pdf_words(folder / "glossary.pdf")
    used = {find.label for find in lesson.findings if find.kind == "loaded"}
    terms = {"epithet": "epithet", "verb": "loaded verb", "booster": "booster", "doubt": "doubting word",
             "praise": "word of praise",
             "accusation": "accusing word", "emphasis": "emphasis",
             "ideology": "political label", "hedge": "hedge", "euphemism": "euphemism", "metaphor": "metaphor",
             "presupposition": "taken for granted", "vivid": "vivid word"}  # fmt: skip
    assert used and all(terms[label] in text for label in used)
    for term in ("reported claim", "in quotation marks", "missing voice", "good practice", "reading level"):
        assert term in text


def test_glossary_knows_every_category() -> None:
    from framing.classroom.texts import load_texts
    from framing.packs.loadedwords import load_loaded_words

    when = {key for entry in load_texts("glossary.toml")["entry"] for key in entry["when"]}
    assert {f"loaded/{name}" for name in load_loaded_words().categories} <= when
    assert {f"voice:{voice}" for voice in ("narrator", "attributed", "quoted", "distanced")} <= when


@pytest.mark.engine
def test_plan_tells_what_the_texts_mention(folder: Path) -> None:
    text = pdf_words(folder / "lesson-plan.pdf")
    assert "What the texts mention" in text and "Deaths:" in text
    assert "pupils with ties" in text and text.count("min ") >= 6
    assert "‘They gave us one hour’" in text and "Free buses provided" in text


def test_privacy_fits_one_page(sheets: Path) -> None:
    reader = PdfReader(sheets / "privacy.pdf")
    assert len(reader.pages) == 1 and "never for a name" in pdf_words(sheets / "privacy.pdf")


@pytest.mark.parametrize("name", ["worksheet.html", "reveal.html"])
def test_pages_ask_for_nothing(sheets: Path, name: str) -> None:
    page = unescape((sheets / name).read_text("utf-8"))
    assert "default-src 'none'" in page
    assert not re.search(r"\b(?:src|href)=\"(?!#)", page) and "@import" not in page and "url(" not in page


def test_key_file_leads_back_to_the_texts(sheets: Path) -> None:
    key = json.loads((sheets / "answer-key.json").read_text("utf-8"))
    assert key["format"] == "framing-key"
    for text in key["texts"]:
        assert all(0 <= one["start"] < one["end"] <= len(text["text"]) for one in text["finds"])
