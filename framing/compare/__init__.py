"""Sources side by side, inside events: wording, voices, tone, omission, and which differences survive a shuffle."""

from __future__ import annotations

from framing.compare.build import compare_sources, name_left_out, write_wordings
from framing.compare.null import check_comparison, null_check, with_checks
from framing.compare.records import Comparison
from framing.compare.verdicts import apply_verdicts, read_verdicts

__all__ = [
    "Comparison",
    "apply_verdicts",
    "check_comparison",
    "compare_sources",
    "name_left_out",
    "null_check",
    "read_verdicts",
    "with_checks",
    "write_wordings",
]
