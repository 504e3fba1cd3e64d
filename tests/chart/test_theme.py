"""Colours keep their order and their difference without colour."""

from __future__ import annotations

import itertools

import pytest

from framing.chart.theme import (
    HATCHES,
    MARKERS,
    RAMP,
    ROLES,
    VOICE_MARKER,
    contrast,
    grey,
    ink_on,
    luminance,
    shade,
    style_of,
)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_series_differ_without_colour() -> None:
    for first, second in itertools.combinations(map(style_of, range(len(MARKERS))), 2):
        assert first.marker != second.marker and first.hatch != second.hatch
    assert len({(style.role, style.marker) for style in map(style_of, range(14))}) == 14
    assert len(set(HATCHES)) == len(MARKERS)


def test_voices_differ_by_shape() -> None:
    assert len(set(VOICE_MARKER.values())) == len(VOICE_MARKER)


def test_shades_keep_their_order_in_grey() -> None:
    levels = [luminance(colour) for colour in RAMP]
    assert levels == sorted(levels, reverse=True)
    steps = [luminance(shade(value / 50, 1.0)) for value in range(51)]
    assert all(first >= second for first, second in itertools.pairwise(steps))


@pytest.mark.parametrize("value", [place / 40 for place in range(41)])
def test_numbers_read_on_every_shade(value: float) -> None:
    colour = shade(value, 1.0)
    assert contrast(ROLES[ink_on(colour)], colour) >= 4.5


def test_grey_keeps_luminance() -> None:
    for colour in ROLES.values():
        assert luminance(grey(colour)) == pytest.approx(luminance(colour), abs=0.01)
