"""One source on one page: what is behind it, its wording, voices, tone, loaded words, agency, and its omissions."""

from __future__ import annotations

from framing.profile.records import Profile

__all__ = ["Profile"]
