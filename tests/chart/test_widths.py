"""The advances that ship are those of the fonts that ship with matplotlib; WIDTHS=write renews them."""

from __future__ import annotations

import json
import os
from itertools import count, groupby
from operator import itemgetter
from typing import Any

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from framing.chart.type import BOLD, REGULAR, WIDTHS, font_folder


def runs(name: str) -> tuple[int, list[list[Any]]]:
    """Units to the em, and advances as runs of characters that follow one another: [first, [advance, ...]]."""
    with TTFont(font_folder() / name, lazy=True) as font:
        metrics = font["hmtx"].metrics
        found = sorted((code, metrics[glyph][0]) for code, glyph in font.getBestCmap().items())
        em: int = font["head"].unitsPerEm
    places = count()
    parts = [list(run) for _, run in groupby(found, lambda pair: pair[0] - next(places))]
    return em, [[part[0][0], list(map(itemgetter(1), part))] for part in parts]


def test_the_widths_are_those_of_the_fonts() -> None:
    (em, regular), (_, bold) = runs(REGULAR), runs(BOLD)
    widths = {"em": em, REGULAR: regular, BOLD: bold}
    if os.environ.get("WIDTHS") == "write":
        WIDTHS.write_text(json.dumps(widths, separators=(",", ":")) + "\n", encoding="ascii")
    assert json.loads(WIDTHS.read_text(encoding="ascii")) == widths
