"""Sources side by side, inside events: wording, voices, tone, omission, and which differences survive a shuffle."""

from __future__ import annotations

from framing.compare.records import (
    Comparison,
    Contrast,
    ContrastSide,
    EventRow,
    MapPoint,
    NullCheck,
    SourceMap,
    VerdictReport,
    WordContrast,
)

__all__ = [
    "Comparison",
    "Contrast",
    "ContrastSide",
    "EventRow",
    "MapPoint",
    "NullCheck",
    "SourceMap",
    "VerdictReport",
    "WordContrast",
]
