"""Markdown shows its words, one paragraph a line, and nothing else."""

from __future__ import annotations

import pytest

from framing.read.markdown import show_markdown

CASES = [
    ("*Talks* **end**", ["Talks end"]),
    ("~~No~~ `yes` _here_", ["No yes here"]),
    ("2 * 3 hours, snake_case_name, a <b and [sic] he", ["2 * 3 hours, snake_case_name, a <b and [sic] he"]),
    ("a line\nand its end  \nand more", ["a line and its end and more"]),
    ("one\n\n## Two ##\n\nthree", ["one", "Two", "three"]),
    ("[shown](https://x.example \"t\") and [named][1]\n\n[1]: https://y.example", ["shown and named"]),
    ("see <https://x.example> ![a picture](p.png) there", ["see there"]),
    ("- first\n- second\n  goes on", ["first", "second goes on"]),
    ("1. first\n2. second", ["1. first", "2. second"]),
    ("1999. That was the year.", ["1999. That was the year."]),
    ("> “No,”\n> they said.\n\nShe left.", ["“No,” they said.", "She left."]),
    ("before\n\n* * *\n\nafter", ["before", "after"]),
    ("```\ncode\n```\n\ntext", ["text"]),
    ("    an indented paragraph\n    goes on", ["an indented paragraph goes on"]),
    ("one<br>two <!-- hidden --> <i>three</i> &amp; four", ["one two three & four"]),
    ("<div>\n<p>One.</p><p>Two.</p>\n</div>\n\nThree.", ["One.", "Two.", "Three."]),
    ("<!-- hidden -->\n\n<script>\nx = 1\n</script>\n\nshown", ["shown"]),
    (r"\*not marked\* \[so\]", ["*not marked* [so]"]),
    ("“quoted”—straight -- kept...", ["“quoted”—straight -- kept..."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "paragraphs"), CASES, ids=[text[:20] for text, _ in CASES])
def test_what_a_reader_sees(text, paragraphs):
    assert show_markdown(text)[1] == paragraphs


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Talks *end*\n\nText", "Talks end"), ("\n\nTalks end\n===\n\nText", "Talks end"), ("## Talks\n\nText", ""),
        ("Text\n\n# Later", ""), ("#hashtag\n\nText", ""), ("#\n\nText", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_first_heading_that_opens_the_text_is_the_title(text, title):
    assert show_markdown(text)[0] == title
