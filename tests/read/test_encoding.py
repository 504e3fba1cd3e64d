"""Bytes become the text that was meant."""

from __future__ import annotations

import sys

import ftfy.bad_codecs
import pytest

from framing.read.encoding import decode, repair_misread
from framing.read.records import Unusable

ftfy.bad_codecs.ok()  # knows sloppy-windows-1252
TEXT = "“We can’t agree,” said Zoë Brontë – who had come from Århus… The others left.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_encoding_is_told(encoding):
    assert decode((TEXT * 20).encode(encoding)).text == TEXT * 20


def test_charset_of_the_page_is_used():
    word = "Škoda Ţara "
    assert decode(word.encode("iso8859_2"), declared="iso-8859-2").text == word


def test_unknown_charset_falls_back():
    assert decode(TEXT.encode("cp1252"), declared="no-such-thing").text == TEXT


def test_other_scripts_are_found():
    russian = "Правительство объявило в понедельник, что переговоры продолжатся осенью. " * 20
    assert decode(russian.encode("cp1251")).text == russian


def test_a_few_broken_bytes_do_not_turn_the_rest_into_other_letters():
    decoded = decode((TEXT * 5).encode("utf-8") + b"\xe2\x80 end")
    assert "can’t agree" in decoded.text and "\ufffd" in decoded.text
    assert "damaged" in decoded.warning


def test_half_a_character_at_the_end_of_utf16():
    assert decode((TEXT * 3).encode("utf-16") + b"\x41").text.startswith(TEXT)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + b"\0" * 50, bytes(range(256)) * 4, b"PAR1" + b"\1" * 50])
def test_binary_is_refused(data):
    with pytest.raises(Unusable):
        decode(data)


@pytest.mark.parametrize("encoding", ["sloppy-windows-1252", "latin-1", "mac_roman"])
@pytest.mark.parametrize("text", [TEXT, "Ankara’s “neighbours” — naïve?", "Peña Nieto met François.", "Erdoğan’s ışık"])
def test_utf8_read_as_something_else_is_set_right(text, encoding):
    assert repair_misread(text.encode("utf-8").decode(encoding)) == text


def test_text_misread_twice_is_set_right():
    assert repair_misread("FranÃƒÂ§ois Hollande donÃ¢â‚¬â„¢t") == "François Hollande don’t"


def test_windows_punctuation_among_controls_is_set_right():
    assert repair_misread("They don\x92t \x93agree\x94") == "They don’t “agree”"


def test_text_that_is_right_stays():
    assert (
        repair_misread("Â voilà – “tout” va bien, coûte que coûte: 5 €")
        == "Â voilà – “tout” va bien, coûte que coûte: 5 €"
    )


def test_right_english_does_not_wake_the_repair(monkeypatch):
    monkeypatch.setitem(sys.modules, "ftfy", None)
    text = "Beyoncé’s café “naïve”; Strauß – 5 €, ½ cup, 20°C… “déjà vu”—she said. São Paulo’s Zoë’s"
    assert repair_misread(text) == text
