"""Several articles whose heads stand on lines of their own, in texts and pages, and what looks like them but is one."""

from __future__ import annotations

from itertools import permutations

import pytest
from read.texts import TALKS

from framing.read import read_corpus
from framing.read.exports import split_export

BODIES = (
    "The harbour wall cracked on Monday and the northern dock was closed at once, the authority said.",
    "Dockers walked out on Tuesday in protest at the closing of the dock, which employs two hundred.",
)
HEADS = (("Wall cracks", "The Norport Herald", "2019-03-04"), ("Dockers walk out", "Daily Coast", "2019-03-05"))
DIVIDED = {
    "lines": "{}\n{}\n{}\n\n{body}\n\n",
    "blank lines": "{}\n\n{}\n\n{}\n\nBy A. Roe\n\n{body}\n\n\n",
    "boxes": "<div class='a'><p>{}</p><p>{}</p><p>{}</p><p>{body}</p></div>",
    "sections": "<section><h2>{}</h2>{}<br>{}<p>{body}</p></section>",
    "items": "<li><h3>{}</h3><div>{}</div><div>{}</div><p>{body}</p></li>",
    "cells": "<tr><td>{}</td><td>{}</td><td>{}</td></tr><tr><td>{body}</td></tr>",
    "rules": "<b>{}</b><br>{}<br>{}<br><br>{body}<hr>",
}


@pytest.mark.parametrize("name", DIVIDED)
def test_heads_on_lines_of_their_own_part_articles_in_every_order(tmp_path, name):
    for order in permutations(range(3)):
        pieces = [
            DIVIDED[name].format(*(head[n] for n in order), body=body) for head, body in zip(HEADS, BODIES, strict=True)
        ]
        page = f"<html><body>{''.join(pieces)}</body></html>" if "<" in pieces[0] else "".join(pieces)
        file = tmp_path / ("a.html" if "<" in page else "a.txt")
        file.write_text(page, "utf-8")
        found = read_corpus(file).articles
        assert sorted((one.title, one.source, one.date) for one in found) == sorted(HEADS), order
        assert sorted(" ".join(one.text.split()).removeprefix(one.title).strip() for one in found) == sorted(BODIES)


def test_a_head_without_its_date_or_outlet_still_parts_articles():
    lines = [
        ["Wall cracks", "The Norport Herald", "4 March 2019"],
        ["Dock shut", "Daily Coast"],
        ["Men walk out", "5 May 2019"],
    ]
    lines += [["Dock opens", "The Norport Herald", "6 May 2019"]]
    text = "\n\n".join("\n".join([*head, BODIES[n % 2]]) for n, head in enumerate(lines))
    assert [one.known.title for one in split_export(text)] == [head[0] for head in lines]


def test_lines_of_an_export_are_read_in_a_page_too(tmp_path):
    head = "<div>The Norport Herald</div><div>March 4, 2019</div><div>Wall cracks</div><div>LENGTH: 16 words</div>"
    for lines in (
        head + "<div>BYLINE: A. Roe</div>",
        "<p>Date: 4 March 2019</p><p>Title: Wall cracks</p><p>Source: The Norport Herald</p>",
    ):
        page = f"<html><body>{lines}<p>{BODIES[0]}</p><p>{BODIES[1]}</p><div>LANGUAGE: ENGLISH</div></body></html>"
        (tmp_path / "a.html").write_text(page, "utf-8")
        (found,) = read_corpus(tmp_path).articles
        assert (found.title, found.source, found.date) == HEADS[0] and "LANGUAGE" not in found.text


CHRONICLE = "How the dock was lost\n\n" + "\n\n".join(f"{day} March 2019\n\n{BODIES[day % 2]}" for day in (4, 5, 6))
REVIEW = f"What the papers say\n\n{TALKS}\n\nThe Norport Herald\n\n{BODIES[0]}\n\nDaily Coast\n\n{BODIES[1]}"


@pytest.mark.parametrize("text", [CHRONICLE, REVIEW])
def test_days_or_outlets_alone_part_no_article(text):
    assert not split_export(text)


def test_parts_that_cannot_be_told_apart_are_read_as_one_and_said(tmp_path):
    """Headlines between rules, or with a date each, and no outlet: articles, or the sections of one."""
    ruled = "<hr>".join(
        f"<div><h2>{title}</h2><p>{TALKS}</p></div>" for title in ("Dock shut", "Dock open", "Dock sold")
    )
    dated = "".join(f"<section><h3>{n} ships</h3><time>5 May 2024</time><p>{TALKS}</p></section>" for n in range(3))
    plain = f"<h1>One ship</h1><p>{TALKS}</p><h2>What comes next</h2><p>{TALKS}</p><hr><h2>More</h2>"
    for number, body in enumerate((ruled, dated, plain)):
        (tmp_path / f"{number}.html").write_text(f"<html><body><h1>Cuttings</h1>{body}</body></html>", "utf-8")
    result = read_corpus(tmp_path)
    told = [words for words in result.warnings if "3 parts with a headline each" in words]
    assert len(told) == 2 and "0.html" in told[0] and "1.html" in told[1]
