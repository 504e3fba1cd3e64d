"""Bytes become the text that was meant."""

from __future__ import annotations

import pytest

from framing.read.encoding import decode, repair_twice_encoded
from framing.read.records import Unusable

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


def test_text_encoded_twice_is_set_right():
    for text in (TEXT, "Ankara’s “neighbours” — naïve?", "Peña Nieto", "Erdoğan’s ışık"):
        twice = "".join(
            bytes([b]).decode("cp1252") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b)
            for b in text.encode("utf-8")
        )
        assert repair_twice_encoded(twice) == text


def test_text_that_is_right_stays():
    assert (
        repair_twice_encoded("Â voilà – “tout” va bien, coûte que coûte: 5 €")
        == "Â voilà – “tout” va bien, coûte que coûte: 5 €"
    )
