"""What a lesson teaches is sure; it holds one mistake that can be proved; good and bad weigh the same."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from sample_run import sample_analysis

from framing.classroom import LessonOptions
from framing.classroom.balance import balance_blocks
from framing.classroom.class_voices import compare_speakers, compare_voices, is_same_speaker, voice_in
from framing.classroom.doubt import ask_doubt, plant_error
from framing.classroom.findings import hides_doer, quoted
from framing.classroom.handout import plan_lesson
from framing.classroom.key import Key, KeyFinding, KeyText
from framing.classroom.marks import Mark, Marks
from framing.classroom.records import Lesson, NumberedLine, Sheet, SheetFinding, UnmaskedSpan
from framing.compare import Comparison, compare_sources
from framing.model import CLEAR_FROM, STYLE, SURE_FROM, Span
from framing.report.blocks import Table

TEXT = (
    "A head\n\n“We were never asked,” said Ana Toll. The mayor fumed. “It will bring work to the town,” Bo Lund said. "
    "“Nobody told us that it was unsafe,” said Cem Aras, a driver."
)
LINES = (NumberedLine(0, 0, 6), NumberedLine(1, 8, 60), NumberedLine(2, 60, len(TEXT)))
SHEET = Sheet("A", "a1", "Bell", "", "A head", TEXT, LINES, (UnmaskedSpan(0, len(TEXT), 0),), 30, None)


def quote(words: str, speaker: str, label: str = "direct") -> SheetFinding:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return SheetFinding(words[:6], "quote", label, SHEET, span, 1, "quoted", speaker, 1.0, 0.9, {}, (words[:6],))


QUOTES = [
    quote("“We were never asked,”", "Ana Toll"),
    quote("“It will bring work to the town,”", "Bo Lund"),
    quote("“Nobody told us that it was unsafe,”", "Cem Aras"),
]


@pytest.mark.parametrize("seed", range(12))
def test_exactly_one_answer_is_wrong_and_the_sheet_proves_it(seed: int) -> None:
    question = ask_doubt(QUOTES, seed)
    assert question is not None
    true = {one.words: one.speaker for one in QUOTES}
    said = {prompt.found: prompt.after.partition("→ The program: ")[2].rstrip(".") for prompt in question.prompts}
    wrong = [words for words, who in said.items() if true[words] != who]
    assert len(said) == len(QUOTES) and len(wrong) == 1 and said[wrong[0]] in true.values()
    marked = [answer for answer in question.answers if "wrong, put there" in answer.says]
    assert len(marked) == 1
    prompt, speaker = marked[0].prompt, true[wrong[0]]
    assert prompt and speaker in marked[0].says and speaker.split()[-1] in prompt.before + prompt.after


def test_a_lone_speaker_is_given_to_the_outlet_and_unproved_quotes_to_nobody() -> None:
    alone = plant_error(QUOTES[:1], 1)
    assert alone is not None and "Toll" not in alone.says
    assert ask_doubt([], 1) is None
    unproved = [one._replace(speaker="Somebody Else") for one in QUOTES]
    assert ask_doubt(unproved, 1) is None, "no text proves it"
    assert ask_doubt(QUOTES[:2], 1) is None, "a mistake among two is no task"


@pytest.fixture(scope="module")
def lesson(small: Comparison) -> Lesson:
    return plan_lesson(small, "raid", LessonOptions())


def test_only_what_is_sure_is_taught(lesson: Lesson) -> None:
    assert lesson.findings
    assert all(one.confidence >= SURE_FROM for one in lesson.findings)
    loaded = [one for one in lesson.findings if one.kind == "loaded"]
    assert loaded and all(one.label not in STYLE and one.value >= CLEAR_FROM for one in loaded)


@pytest.mark.parametrize(("column", "value"), [("confidence", 0.79), ("value", 0.3), ("label", "hedge")])
def test_unsure_rows_weak_words_and_style_are_not_taught(column: str, value: float | str) -> None:
    analysis = sample_analysis()
    evidence = analysis.evidence.copy()
    evidence[column] = evidence[column].astype(object)
    evidence.loc[evidence["kind"] == "loaded", column] = value
    evidence[column] = evidence[column].infer_objects()
    dropped = plan_lesson(compare_sources(replace(analysis, evidence=evidence)), "raid", LessonOptions())
    assert not [one for one in dropped.findings if one.kind == "loaded"]


def test_what_is_done_well_takes_as_much_room_as_what_is_not(lesson: Lesson) -> None:
    table = next(one for one in balance_blocks(lesson.sheets, lesson.findings) if isinstance(one, Table))
    assert table.widths[1] == table.widths[2]
    said = [["".join(run.text for run in cell) for cell in row] for row in table.rows]
    letters = [number for number, row in enumerate(said) if row[0]]
    for start, end in zip(letters, [*letters[1:], len(said)], strict=True):
        assert sum(bool(row[1]) for row in said[start:end]) >= sum(bool(row[2]) for row in said[start:end])


def test_before_and_after_is_one_sheet_and_a_question_holds_the_mistake(sheets: Path) -> None:
    before = PdfReader(sheets / "before-after.pdf")
    assert len(before.pages) == 1
    assert "Before" in before.pages[0].extract_text() and "After" in before.pages[0].extract_text()


def test_an_assault_that_is_called_velmoran_says_who_did_it() -> None:
    def harm(text: str) -> SheetFinding:
        span = Span(text.index("assault"), len(text))
        return quote("The mayor fumed.", "")._replace(
            kind="agency", label="agent_deleted", sheet=replace(SHEET, text=text), span=span
        )

    assert hides_doer(harm("After the assault")) and not hides_doer(harm("After the Velmoran assault"))


def test_words_of_a_speaker_who_is_not_sure_are_not_taught() -> None:
    analysis = sample_analysis()
    evidence = analysis.evidence.copy()
    said = (evidence["kind"] == "quote") & (evidence["speaker"] == "Ana Toll")
    assert said.any()
    evidence.loc[said, "confidence"] = 0.5
    taught = plan_lesson(compare_sources(replace(analysis, evidence=evidence)), "raid", LessonOptions()).findings
    assert taught and all(one.speaker != "Ana Toll" for one in taught)


@pytest.mark.parametrize(
    ("words", "shown"),
    [("that it was “under consideration”", "“that it was ‘under consideration’”"), ("“Go,”", "“Go”"), ("go.", "“go”")],
)
def test_marks_inside_marks_are_single_and_closed(words: str, shown: str) -> None:
    assert quoted(words, 60) == shown


KEY_TEXT = KeyText(
    "A",
    TEXT,
    LINES,
    (
        KeyFinding("q1", ("q1",), "speaker", QUOTES[0].span, 0.9, "quoted", "Ana Toll"),
        KeyFinding("q2", ("q2",), "speaker", QUOTES[1].span, 0.9, "quoted", "Bo Lund"),
    ),
)
KEY = Key("x", {"A": KEY_TEXT})


def test_the_class_report_sets_pupils_speakers_beside_those_of_the_tool() -> None:
    span = QUOTES[0].span
    marks = tuple(Mark(f"P{n}", "A", span, "speaker", note) for n, note in enumerate(["toll", "Ana Toll", "the mayor"]))
    table = compare_speakers(Marks(("P0", "P1", "P2"), marks, (), ()), KEY)
    row = [re.sub(r"\s+", " ", "".join(run.text for run in cell)) for cell in table.rows[0]]
    assert row[2] == "Ana Toll" and row[4] == "2 of 3" and "the mayor (1)" in row[3]


def test_words_inside_a_quotation_are_not_the_texts_own() -> None:
    start = TEXT.index("never asked")
    assert voice_in(KEY_TEXT, Span(start, start + 5)) == "quoted"
    fumed = TEXT.index("fumed")
    assert voice_in(KEY_TEXT, Span(fumed, fumed + 5)) == "narrator"
    assert "Whose words" in compare_voices((), KEY).caption


@pytest.mark.parametrize(
    ("written", "speaker", "same"),
    [("toll", "Ana Toll", True), ("LUND ", "Bo Lund", True), ("Munoz", "Eva Muñoz", True),
     ("the mayor", "Ana Toll", False), ("two diplomats", "unnamed diplomats", True), ("", "Ana Toll", False)],
)  # fmt: skip
def test_a_pupils_note_means_a_speaker_by_one_of_its_words(written: str, speaker: str, same: bool) -> None:
    assert is_same_speaker(written, speaker) is same
