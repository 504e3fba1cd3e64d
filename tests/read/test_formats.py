"""Each ending has one reader, and a new format needs nothing but its line in the table."""

from __future__ import annotations

import pytest
from read.texts import STORM, TALKS, write

from framing.read import read_corpus
from framing.read.formats import BESIDE, BY_ENDING, FORMATS
from framing.read.records import Draft, Format


def test_no_ending_stands_twice():
    endings = [ending for format in FORMATS for ending in format.endings]
    endings += BESIDE.split()
    assert len(endings) == len(set(endings))
    assert all(ending.startswith(".") and ending == ending.lower() for ending in endings)


@pytest.mark.parametrize(("name", "content"), [("a", TALKS), ("a.page", f"<html><body><p>{TALKS}</p></body></html>")])
def test_a_named_file_of_unknown_ending_is_read_by_what_it_holds(tmp_path, name, content):
    (tmp_path / name).write_text(content, encoding="utf-8")
    (article,) = read_corpus([tmp_path / name]).articles
    assert article.text.startswith("Ministers from both shores")


def test_a_new_format_is_found_in_folders_and_read(tmp_path, monkeypatch):
    def read_backwards(found, data, note):
        note("was read backwards")
        yield Draft(found.shown, found.parts, data.decode()[::-1])

    monkeypatch.setitem(BY_ENDING, ".back", Format((".back",), read_backwards))
    write(tmp_path, a__txt=TALKS, b__back=STORM[::-1])
    result = read_corpus(tmp_path)
    assert {article.text for article in result.articles} == {TALKS, STORM}
    assert not result.skipped and any("b.back was read backwards." in warning for warning in result.warnings)
