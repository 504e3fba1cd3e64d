"""Dates, front matter and tables."""

from __future__ import annotations

import pytest

from framing.read.columns import metadata_of
from framing.read.dates import read_date
from framing.read.delimited import read_rows
from framing.read.metadata import read_manifest, split_front_matters
from framing.read.records import Metadata, Unusable
from framing.read.values import site_of


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T14:30:00Z", "2024-05-03"),
        ("2024/5/3", "2024-05-03"),
        ("20240503", "2024-05-03"),
        ("20240503T143000Z", "2024-05-03"),
        ("3 May 2024", "2024-05-03"),
        ("Friday, May 3rd, 2024 at 2 pm", "2024-05-03"),
        ("Sept. 12, 2016", "2016-09-12"),
        ("Fri, 03 May 2024 14:30:00 +0000", "2024-05-03"),
        ("25/12/2023", "2023-12-25"),
        ("12/25/2023", "2023-12-25"),
        ("04/04/2024", "2024-04-04"),
        ("03/04/2024", ""),
        ("2024-02-30", ""),
        ("3 Mayday 2024", "2024-05-03"),
        ("3 Foo 2024", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_date(written, date):
    assert read_date(written) == date


def test_usual_names_of_columns():
    row = {
        "Outlet": " Daily\nLamp ",
        "Headline": "Talks",
        "Publication Date": "2024-05-03",
        "link": "https://x.example",
        None: ["?"],
    }
    assert metadata_of(row) == Metadata(
        source="Daily Lamp", title="Talks", date="2024-05-03", url="https://x.example", source_from="given in the file"
    )


def test_front_matter_ends_where_it_ends():
    text = '---\nsource: "Lamp: daily"\ntags:\n  - a\n---\n\nText --- with dashes\n---\nmore'
    ((known, body),) = split_front_matters(text)
    assert known.source == "Lamp: daily"
    assert body == "\nText --- with dashes\n---\nmore"


def test_site_of_an_address():
    assert site_of("https://www.lamp.example/a?b") == "lamp.example"
    assert site_of("http://[broken") == "" and site_of("no address") == ""


def test_rows_after_a_broken_one_still_come():
    rows = list(read_rows('text,source\n"a"b,x,y\n' + "good,Lamp\n"))
    assert isinstance(rows[0], Unusable)
    assert rows[1] == {"text": "good", "source": "Lamp"}


def test_manifest_paths_are_made_alike():
    assert set(read_manifest("file,source\n.\\talks\\a.txt,Lamp\n./b.txt,Bell\n,\n")) == {"talks/a.txt", "b.txt"}
