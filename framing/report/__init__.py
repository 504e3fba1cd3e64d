"""The report that people see: a comparison or a profile as blocks, and the blocks as PDF, PNG and HTML."""

from __future__ import annotations

from framing.report.write import write_profile, write_report

__all__ = ["write_profile", "write_report"]
