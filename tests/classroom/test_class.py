"""Thirty simulated pupils with known noise: agreement as by hand, planted disagreements on top."""

from __future__ import annotations

import csv
import itertools
import json
import tomllib
from pathlib import Path

import pytest
from printed import pdf_words
from pupils import load_key, mark, sheet, words_of, write_class

from framing.classroom import write_class_report
from framing.classroom.agreement import Agreement
from framing.classroom.class_report import ClassResult
from framing.compare import Comparison
from framing.errors import UsageError

pytestmark = pytest.mark.engine
TRUE, SLIP = 0.9, 0.03  # chance that a pupil marks a word that is meant, and one that is not
PLANTED = [("A", 40, "loaded"), ("B", 60, "naming"), ("C", 80, "good")]


def chance(letter: str, place: int, tag: str) -> float:
    """Every 25th word is meant; three planted words split the class in half."""
    if (letter, place, tag) in PLANTED:
        return 0.5
    return TRUE if place % 25 == {"loaded": 7, "naming": 15, "good": 20}[tag] else SLIP


@pytest.fixture(scope="module")
def marks(blind: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("marks")
    write_class(load_key(blind), folder, chance)
    return folder


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("class")


@pytest.fixture(scope="module")
def result(blind: Path, marks: Path, out: Path) -> ClassResult:
    return write_class_report([marks], out, articles=blind)


def by_hand(marks: Path, blind: Path, tag: str) -> float:
    """Krippendorff's alpha from pairs of pupils, word by word, straight from the files (Krippendorff 2004, 11.3)."""
    texts = {one["letter"]: words_of(one["text"]) for one in load_key(blind)["texts"]}
    pupils = [json.loads(file.read_text("utf-8"))["marks"] for file in sorted(marks.glob("marks-P*.json"))]
    taken = [{(one["text"], one["start"]) for one in pupil if one["tag"] == tag} for pupil in pupils]
    units = [
        [int((letter, start) in pupil) for pupil in taken] for letter, words in texts.items() for start, _ in words
    ]
    apart = sum(
        sum(a != b for a, b in itertools.permutations(unit, 2)) / (len(unit) - 1)
        for unit in units
        if 0 < sum(unit) < len(unit)
    )
    n, ones = sum(map(len, units)), sum(map(sum, units))
    return 1 - apart / (2 * ones * (n - ones) / (n - 1))


def expected(blind: Path, tag: str) -> float:
    """What the noise that was put in leaves of the agreement."""
    chances = [
        chance(one["letter"], place, tag)
        for one in load_key(blind)["texts"]
        for place, _ in enumerate(words_of(one["text"]))
    ]
    mean = sum(chances) / len(chances)
    return 1 - sum(p * (1 - p) for p in chances) / len(chances) / (mean * (1 - mean))


def agreement(result: ClassResult, tag: str) -> Agreement:
    return next(one for one in result.agreement if one.tag == tag)


@pytest.mark.parametrize("tag", ["loaded", "naming", "good"])
def test_alpha_is_the_one_computed_by_hand(result: ClassResult, marks: Path, blind: Path, tag: str) -> None:
    one = agreement(result, tag)
    assert one.alpha == pytest.approx(by_hand(marks, blind, tag), abs=1e-6)
    assert one.alpha == pytest.approx(expected(blind, tag), abs=0.03)
    assert one.pupils == 30 and one.units == sum(len(words_of(t["text"])) for t in load_key(blind)["texts"])


def test_what_nobody_marked_has_no_alpha(result: ClassResult) -> None:
    assert agreement(result, "speaker").alpha is None and agreement(result, "speaker").marked == 0


def test_planted_disagreements_come_out_on_top(result: ClassResult, blind: Path) -> None:
    texts = {one["letter"]: one["text"] for one in load_key(blind)["texts"]}
    planted = {(letter, tag, texts[letter][slice(*words_of(texts[letter])[place])]) for letter, place, tag in PLANTED}
    assert {(one.place.letter, one.place.tag, one.place.words) for one in result.disputes} == planted


def test_codes_are_printed_nowhere(result: ClassResult) -> None:
    for file in result.files:
        text = pdf_words(file) if file.suffix == ".pdf" else file.read_text("utf-8")
        assert not any(f"PUP{number:02d}" in text for number in range(30)), file.name


def test_proposals_can_be_used(result: ClassResult, demo: Comparison, out: Path, blind: Path) -> None:
    from framing.compare.verdicts import apply_verdicts, read_verdicts

    rows = read_verdicts(out / "verdicts.csv")
    known = {row for text in load_key(blind)["texts"] for find in text["finds"] for row in find["rows"]}
    _, told = apply_verdicts(demo.analysis, rows)
    assert told.unknown == () and told.kept + told.dropped == len(rows)
    assert len(rows) > 5 and set(rows["id"]) <= known and set(rows["verdict"]) <= {"keep", "drop"}
    patch = tomllib.loads((out / "pack-patch.toml").read_text("utf-8"))
    variants = patch["referent"][0]["variant"]
    assert len(variants) > 5 and all(one["match"][0] in one["yes"][0] for one in variants)


def test_report_says_what_it_must(out: Path, result: ClassResult) -> None:
    text = pdf_words(out / "class-report.pdf")
    html = (out / "class-report.html").read_text("utf-8")
    for words in ("Do pupils agree", "Only the class", "Only the tool", "three good disagreements"):
        assert words in text and words in html
    assert "http" not in html.replace("http-equiv", "")


def test_paper_groups_count_like_pupils(blind: Path, tmp_path: Path) -> None:
    key = load_key(blind)
    text = key["texts"][0]
    start, end = words_of(text["text"])[30]
    words = text["text"][start:end].strip(".,”“")
    rows = [("G1", text["letter"], "", words, "L", ""), ("G2", text["letter"].lower(), "4", words, "loaded word", "")]
    rows.append(("G1", text["letter"], "", "the children", "missing", ""))
    with (tmp_path / "marks.csv").open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file).writerows([("code", "text", "line", "words", "tag", "note"), *rows])
    for number, said in enumerate(("a+b,keep,,,deal", "b+a,keep,,,deal", "a+b,drop,,,", "c+d,keep,,,", "d+c,drop,,,")):
        (tmp_path / f"verdicts-{number}.csv").write_text(f"id,verdict,who,why,name\n{said}\n", "utf-8")
    result = write_class_report([tmp_path], tmp_path / "out", articles=blind)
    assert result.pupils == 2 and result.left_out == ()
    assert "a+b,keep,the class,2 of 3 who decided,deal\n" in (tmp_path / "out" / "verdicts.csv").read_text("utf-8")
    assert "c+d" not in (tmp_path / "out" / "verdicts.csv").read_text("utf-8")
    assert agreement(result, "loaded").marked >= 1 and agreement(result, "missing").marked == 1


def test_bad_lines_of_a_table_are_named(blind: Path, tmp_path: Path) -> None:
    text = load_key(blind)["texts"][0]
    first = text["text"].split()[0]
    lines = [f"G1,A,,{first},L,", "G1,Z,,word,L,", "G1,A,,no such words at all,L,", "G1,A,,x,huh,", "Leyla,A,,x,L,"]
    (tmp_path / "marks.csv").write_text("\n".join(["code,text,line,words,tag,note", *lines]), "utf-8")
    result = write_class_report([tmp_path], tmp_path / "out", articles=blind)
    assert [one.place for one in result.left_out] == [f"marks.csv, line {number}" for number in (3, 4, 5, 6)]


DAMAGED = [
    ("not-json.json", "{", "damaged"),
    ("list.json", "[1]", "holds no marks"),
    ("foreign.json", '{"format": "framing-marks", "sheet": "zzz", "code": "K1", "marks": []}', "another worksheet"),
    ("table.csv", "a,b\n1,2\n", "lacks the column"),
]


@pytest.mark.parametrize(("name", "content", "why"), DAMAGED)
def test_bad_files_are_named_and_the_rest_is_used(
    blind: Path, marks: Path, tmp_path: Path, name: str, content: str, why: str
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    result = write_class_report([tmp_path, marks / "marks-PUP01.json"], tmp_path / "out", articles=blind)
    assert result.pupils == 1
    assert [(one.place, why in one.why) for one in result.left_out] == [(name, True)]
    assert name in (tmp_path / "out" / "class-report.html").read_text("utf-8")


@pytest.mark.parametrize(
    "change",
    [
        {"code": "Leyla"}, {"code": ""}, {"marks": None}, {"marks": [{"text": "A", "tag": "loaded", "start": 0}]},
        {"marks": [{"text": "A", "tag": "huh", "start": 0, "end": 3, "words": "x"}]},
        {"marks": [{"text": "A", "tag": "loaded", "start": 0, "end": 3, "words": "other words"}]},
        {"marks": [{"text": "A", "tag": "loaded", "start": -5, "end": 10**9, "words": "x"}]},
    ],
)  # fmt: skip
def test_damaged_sheets_are_refused_whole(blind: Path, marks: Path, tmp_path: Path, change: dict[str, object]) -> None:
    data = {**sheet(load_key(blind), "K1", []), **change}
    (tmp_path / "k1.json").write_text(json.dumps(data), "utf-8")
    result = write_class_report([tmp_path, marks / "marks-PUP01.json"], tmp_path / "out", articles=blind)
    assert result.pupils == 1 and [one.place for one in result.left_out] == ["k1.json"]


def test_a_missing_voice_is_no_mark_on_words(blind: Path, marks: Path, tmp_path: Path) -> None:
    key = load_key(blind)
    (tmp_path / "k1.json").write_text(json.dumps(sheet(key, "K1", [mark(key["texts"][0], 0, 5, "missing")])), "utf-8")
    result = write_class_report([tmp_path, marks / "marks-PUP01.json"], tmp_path / "out", articles=blind)
    assert result.pupils == 1 and [one.place for one in result.left_out] == ["k1.json"]


def test_of_two_files_with_one_code_the_fuller_counts(blind: Path, tmp_path: Path) -> None:
    key = load_key(blind)
    text = key["texts"][0]
    spans = words_of(text["text"])[:3]
    for name, count in (("marks-K1.json", 1), ("marks-K1 (1).json", 3)):
        data = sheet(key, "K1", [mark(text, *span, "loaded") for span in spans[:count]])
        (tmp_path / name).write_text(json.dumps(data), "utf-8")
    result = write_class_report([tmp_path], tmp_path / "out", articles=blind)
    assert [one.place for one in result.left_out] == ["marks-K1.json"] and agreement(result, "loaded").marked == 3


def test_same_marks_give_the_same_report(
    blind: Path, marks: Path, out: Path, result: ClassResult, tmp_path: Path
) -> None:
    write_class_report(sorted(marks.iterdir(), reverse=True), tmp_path, articles=blind)
    for file in result.files:
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


def test_an_unknown_paper_is_refused_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="use a4 or letter"):
        write_class_report([tmp_path], tmp_path / "out", paper="a5")
    assert not (tmp_path / "out").exists()
