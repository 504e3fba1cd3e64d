"""Names of outlets in every spelling that texts use are hidden: many names times many spellings, no leak."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.classroom.blind import NAME, Masker, fold

OUTLETS = [
    "The Guardian", "El País", "Süddeutsche Zeitung", "Gazeta Wyborcza", "France24", "TASS", "The New York Times",
    "Le Monde", "Der Spiegel", "Politico", "Deutsche Welle", "Ardwen Bell", "The Ostrell Courier",
    "Haverin Press Service", "Jyllands-Posten", "Rzeczpospolita", "La Stampa", "Al Jazeera", "Milliyet",
]  # fmt: skip


def plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def joined(name: str) -> str:
    return re.sub(r"[\s-]", "", name)


def inside(name: str, sign: str) -> str:
    """The name with a sign after its second-last letter, or between a letter and its accent."""
    apart = unicodedata.normalize("NFD", name)
    accent = next((n for n, char in enumerate(apart) if unicodedata.combining(char)), len(apart) - 1)
    return apart[:accent] + sign + apart[accent:]


SPELLINGS: Mapping[str, Callable[[str], str]] = {
    "as it is": str,
    "capitals": str.upper,
    "small letters": str.lower,
    "no accents": plain,
    "no accents, small letters": lambda name: plain(name).lower(),
    "no accents, capitals": lambda name: plain(name).upper(),
    "accents apart": lambda name: unicodedata.normalize("NFD", name),
    "in one word": joined,
    "in one word, small letters": lambda name: joined(name).lower(),
    "hyphens": lambda name: name.replace(" ", "-"),
    "underscores": lambda name: name.replace(" ", "_"),
    "full stops": lambda name: name.replace(" ", "."),
    "no-break spaces": lambda name: name.replace(" ", "\u00a0"),
    "narrow spaces": lambda name: name.replace(" ", "\u202f"),
    "line breaks": lambda name: name.replace(" ", "\n"),
    "handle": lambda name: f"@{plain(joined(name))}",
    "hashtag": lambda name: f"#{joined(name)}",
    "hashtag, small letters": lambda name: f"#{plain(joined(name)).lower()}",
    "domain": lambda name: f"{plain(joined(name)).lower()}.com",
    "address": lambda name: f"https://www.{plain(joined(name)).lower()}.com/world/1",
    "possessive": lambda name: f"{name}’s",
    "quotation marks": lambda name: f"“{name}”",
    "zero width": lambda name: inside(name, "\u200b"),
    "soft hyphen": lambda name: inside(name, "\u00ad"),
    "wide letters": lambda name: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in plain(name)),
}


def left(text: str, name: str) -> bool:
    """Whether the name, or its telling word, still stands there in any letters."""
    telling = max(re.findall(r"\w+", plain(name)), key=len).lower()
    shown = plain(unicodedata.normalize("NFKD", text.replace("\u200b", "").replace("\u00ad", ""))).lower()
    return telling in shown


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_of_a_name_is_left(spelling: str) -> None:
    for name in OUTLETS:
        masked = Masker([name]).mask(f"Readers of {SPELLINGS[spelling](name)} heard of it on Monday.")
        assert not left(masked, name), masked
        assert "heard of it on Monday." in masked


@given(
    name=st.sampled_from(OUTLETS),
    spelling=st.sampled_from(sorted(SPELLINGS)),
    before=st.sampled_from(["", "see ", "(", "\n", "— "]),
    after=st.sampled_from(["", ".", ",", ")", "\n", " wrote"]),
)
@settings(max_examples=200, deadline=None)
def test_no_spelling_is_left_wherever_it_stands(name: str, spelling: str, before: str, after: str) -> None:
    masked = Masker(OUTLETS).mask(f"They said {before}{SPELLINGS[spelling](name)}{after}")
    assert not left(masked, name), masked


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("El País", "Lectores de País saben."),
        ("El País", "See #País for more."),
        ("Süddeutsche Zeitung", "He told SZ on Monday."),
        ("Süddeutsche Zeitung", "The Sueddeutsche Zeitung had it."),
        ("Gazeta Wyborcza", "He told GW on Monday."),
        ("Libération", "He told libération on Monday."),
        ("France24", "He told France 24 on Monday."),
    ],
)
def test_short_forms_are_hidden(source: str, text: str) -> None:
    assert NAME in Masker([source]).mask(text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Time", "In time they came; the time had come."),
        ("Trend", "The trend is clear."),
        ("United Sport", "The US and the EU met."),
        ("The Guardian", "Her guardian signed the form."),
        ("Libération", "The liberation of the town came late."),
        ("El País", "The paisley coat was sold."),
    ],
)
def test_ordinary_words_are_kept(source: str, text: str) -> None:
    assert Masker([source]).mask(text) == text


@given(st.text())
def test_a_folded_text_leads_back_to_every_character(text: str) -> None:
    folded = fold(text)
    assert len(folded.places) == len(folded.text) + 1
    assert list(folded.places) == sorted(folded.places) and folded.places[-1] == len(text)
