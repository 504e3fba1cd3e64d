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
    channel,
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


# Machado, Oliveira & Fernandes (2009), severity 1.0: linear red, green and blue as seen without one kind of cone
BLIND = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def seen(colour: str, matrix: tuple[tuple[float, ...], ...]) -> list[float]:
    """A colour in linear light as somebody without one kind of cone sees it."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channel(colour)]
    return [sum(weight * part for weight, part in zip(row, linear, strict=True)) for row in matrix]


@pytest.mark.parametrize("kind", BLIND)
def test_the_first_series_differ_for_colour_blind_readers(kind: str) -> None:
    colours = [seen(ROLES[f"s{place}"], BLIND[kind]) for place in range(3)]
    for first, second in itertools.combinations(colours, 2):
        assert sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5 > 0.1
