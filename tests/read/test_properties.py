"""What holds for any text whatever."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st
from properties import tried

from framing.read.clean import clean_text, keep_text
from framing.read.encoding import decode
from framing.read.metadata import make_ids
from framing.read.records import Unusable

LINES = st.sampled_from(
    [
        "Talks end in smiles", "By Ana Brook", "Share", "ENDS", "Read more: Storm", "", "  ", "Leave a Reply", "Lamp",
        "Ministers from both shores met in Port Sand on Friday, and talked for nine hours.", "PORT SAND (AP) —",
        "“Nobody won,” the premier said.", "Talks end in smiles | Lamp", "He left.", "3 May 2024", "© 2024 Lamp",
        "PORT SAND — Ministers from both shores met on Friday, and talked for hours.", "Related stories", "“”", "…",
    ]
)  # fmt: skip
PAGES = st.one_of(st.text(), st.lists(LINES, max_size=14).map("\n".join), st.lists(LINES, max_size=14).map("\n\n".join))


@given(PAGES, st.sampled_from(["", "Lamp"]), st.sampled_from(["", "Talks end in smiles"]))
@tried(300)
@example("\u0344", "", "")
@example("A cafe\u200b\u0301 stood there.", "", "")
def test_cleaning_gives_composed_printable_paragraphs(text, source, title):
    cleaned = clean_text(text, title=title, source=source)
    assert unicodedata.is_normalized("NFC", cleaned.text)
    assert all(c == "\n" or c.isprintable() or unicodedata.category(c) in ("Cf", "Cn", "Co") for c in cleaned.text)
    assert all(paragraph.strip() == paragraph != "" for paragraph in cleaned.body)
    assert cleaned.text.startswith(cleaned.headline)
    cleaned.text.encode("utf-8")


@given(st.lists(LINES, max_size=14), st.sampled_from(["", "Talks end in smiles"]))
@tried(300)
def test_no_sentence_of_the_body_goes(lines, title):
    cleaned = clean_text("\n\n".join(lines), title=title)
    for sentence in ("Ministers from both shores met in Port Sand on Friday", "“Nobody won,” the premier said."):
        assert any(line.startswith(sentence) for line in lines) == (sentence in cleaned.text)


@given(st.text())
@tried()
def test_verbatim_texts_keep_their_length(text):
    kept = keep_text(text)
    assert len(kept.body[0]) == len(text)
    assert kept.body[0].startswith(kept.headline)


@given(st.binary(max_size=400))
@tried(300)
def test_any_bytes_are_decoded_or_refused(data):
    try:
        assert isinstance(decode(data).text, str)
    except Unusable as problem:
        assert problem.remedy


@given(st.lists(st.lists(st.text(max_size=5), min_size=1, max_size=3).map(tuple), max_size=12))
def test_ids_are_distinct_and_plain(places):
    ids = make_ids(places)
    assert len(set(ids)) == len(places)
    assert all(c.isalnum() or c in "-._" for id in ids for c in id)
