"""Blind lessons name no outlet in any file for pupils, and keep everything that is not a giveaway."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from framing.classroom import LessonOptions, write_handout
from framing.classroom.blind import DATELINE, LINE, NAME, Masker
from framing.compare import Comparison, compare_sources

SHARED = Path(__file__).parents[3] / "shared"
TEACHER = {"answer-key.pdf", "answer-key.json", "reveal.html"}
OUTLETS = ["Caldrith Wire", "The Ostrell Courier", "Ardwen Bell", "Haverin Press Service", "Corrin Ledger"]


def said(file: Path) -> str:
    """All text of a file, on one line; a PDF also with its title and outline."""
    if file.suffix == ".pdf":
        reader = PdfReader(file)
        text = " ".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
    else:
        text = re.sub(r"</span>|<[^>]*>", "", file.read_text("utf-8")) + file.read_text("utf-8")
    return " ".join(text.split())


def forms(source: str) -> Iterator[str]:
    """What to look for, worked out apart from the masker: the name, without its article, joined, its initials."""
    bare = re.sub(r"(?i)^the ", "", source)
    yield from (
        bare,
        bare.upper(),
        bare.replace(" ", ""),
        bare.replace(" ", "").lower(),
        bare.replace(" ", "-").lower(),
    )
    words = bare.split()
    if len(words) > 2:
        yield "".join(word[0] for word in words)
    if len(words) == 2:
        yield f"the {words[1]}"
        yield f"The {words[1]}"


def leaks(folder: Path, sources: list[str]) -> list[tuple[str, str]]:
    files = [file for file in sorted(folder.iterdir()) if file.is_file() and file.name not in TEACHER]
    assert len(files) >= 8, "there must be files to look at"
    return [
        (file.name, form)
        for file in files
        for text in [said(file)]
        for source in sources
        for form in forms(source)
        if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text)
    ]


@pytest.mark.engine
def test_no_outlet_is_named_in_the_demo_lesson(blind: Path) -> None:
    assert leaks(blind, OUTLETS) == []
    key = said(blind / "answer-key.pdf")
    assert all(name in key for name in OUTLETS), "the key names them all"


@pytest.mark.engine
@pytest.mark.parametrize("event", ["Fellock", "water", "accord"])
def test_no_outlet_is_named_on_any_event(demo: Comparison, tmp_path: Path, event: str) -> None:
    write_handout(demo, tmp_path, event=event, options=LessonOptions(blind=True, excerpt=2000, seed=3, paper="letter"))
    assert leaks(tmp_path, OUTLETS) == []


@pytest.mark.engine
@pytest.mark.skipif(not (SHARED / "seeds").exists(), reason="the real articles are not at hand")
def test_no_outlet_is_named_in_real_articles(tmp_path: Path) -> None:
    from framing import analyze, read_articles

    articles = [replace(one, event="karabakh") for one in read_articles(SHARED / "seeds")]
    comparison = compare_sources(analyze(articles, ["south-caucasus"]))
    write_handout(comparison, tmp_path, options=LessonOptions(blind=True, excerpt=2000))
    sources = [one.source for one in articles]
    assert leaks(tmp_path, sources) == []
    assert "By Sabina" not in said(tmp_path / "handout.pdf")


@pytest.mark.engine
def test_an_open_lesson_does_name_them(demo: Comparison, tmp_path: Path) -> None:
    write_handout(demo, tmp_path, event="departure")
    assert {name for name, _ in leaks_open(tmp_path)} >= {"handout.pdf", "worksheet.html"}


def leaks_open(folder: Path) -> list[tuple[str, str]]:
    return [(file.name, name) for file in folder.iterdir() for name in OUTLETS if name in said(file)]


@pytest.mark.engine
def test_letters_are_shuffled_by_the_seed_alone(demo: Comparison, blind: Path, tmp_path: Path) -> None:
    def order(folder: Path) -> list[str]:
        return [one["source"] for one in json.loads((folder / "answer-key.json").read_text("utf-8"))["texts"]]

    for seed in (7, 8):
        write_handout(demo, tmp_path / str(seed), event="departure", options=LessonOptions(blind=True, seed=seed))
    assert order(tmp_path / "7") == order(blind)
    assert order(tmp_path / "8") != order(blind)


MASKED = [
    ("FELLOCK, 17 March (Caldrith Wire) - The mayor spoke.", f"{DATELINE}The mayor spoke."),
    ("FELLOCK — The form is green.", f"{DATELINE}The form is green."),
    ("PARIS (Reuters) - Prices rose.", f"{DATELINE}Prices rose."),
    ("Two sides met.\nBy Anna Toll\nThey talked.", f"Two sides met.\n{LINE}\nThey talked."),
    ("They talked.\n(Reporting by A. Toll; editing by B. Rund)", f"They talked.\n{LINE}"),
    ("Readers of the Bell sent blankets.", f"Readers of {NAME} sent blankets."),
    ("He told HPS that he stayed.", f"He told {NAME} that he stayed."),
    ("See ardwenbell.example/news or write to desk@ledger.example.", "See [address] or write to [address]"),
    ("The Ostrell Courier’s reporter", f"{NAME}’s reporter"),
    ("OSTRELL COURIER", NAME),
]
KEPT = [
    "The bell rang in Ardwen.",
    "A courier came from Ostrell.",
    "Wire and ledger were sold.",
    "Haverin sent observers; the press was there.",
    "She said - and meant it - that NATO had left.",
    "By Monday they had left the valley, and nobody came back.",
    "The Bell Tower stood.",
]


@pytest.mark.parametrize(("text", "masked"), MASKED)
def test_giveaways_are_masked(text: str, masked: str) -> None:
    assert Masker(OUTLETS, ["https://www.ardwenbell.example/x"]).mask(text).removesuffix(".") == masked.removesuffix(
        "."
    )


@pytest.mark.parametrize("text", KEPT)
def test_other_words_are_kept(text: str) -> None:
    assert Masker(OUTLETS).mask(text) == text


@pytest.mark.engine
def test_findings_stand_where_the_sheet_prints_them(demo: Comparison) -> None:
    from framing.classroom.handout import plan_lesson

    lesson = plan_lesson(demo, "departure", LessonOptions(blind=True))
    texts = dict(zip(demo.analysis.evidence["id"], demo.analysis.evidence["text"], strict=True))
    assert len(lesson.findings) > 100
    for find in lesson.findings:
        assert find.words == " ".join(str(texts[find.row]).split())
