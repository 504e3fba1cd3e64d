"""Names of outlets in every spelling that texts use are hidden: many names times many spellings, no leak."""

from __future__ import annotations

import pytest
from fuzz.outlets import OUTLETS, SPELLINGS, left, make_names
from hypothesis import given
from hypothesis import strategies as st
from properties import THOROUGH, tried

from framing.classroom.blind import NAME, Masker, fold


def leaks(name: str) -> list[str]:
    """The spellings of a name that stay readable, as they are printed."""
    masker = Masker([name])
    found = []
    for spelling, write in SPELLINGS.items():
        masked = masker.mask(f"Readers of {write(name)} heard of it on Monday.")
        assert masked.endswith("heard of it on Monday."), masked
        if left(masked, name):
            found.append(f"{name}, {spelling}: {masked}")
    return found


def test_no_spelling_of_a_name_is_left() -> None:
    assert len(OUTLETS) >= 14 and len(SPELLINGS) >= 21
    assert [leak for name in OUTLETS for leak in leaks(name)] == []


def test_no_spelling_of_a_made_up_name_is_left() -> None:
    names = list(make_names(400 if THOROUGH else 40))
    assert [leak for name in names for leak in leaks(name)] == []


@given(
    name=st.sampled_from(OUTLETS),
    spelling=st.sampled_from(sorted(SPELLINGS)),
    before=st.sampled_from(["", "see ", "(", "\n", "— "]),
    after=st.sampled_from(["", ".", ",", ")", "\n", " wrote"]),
)
@tried(200)
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
