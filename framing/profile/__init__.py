"""One source on one page: what is behind it, its wording, voices, tone, loaded words, agency, and its omissions."""

from __future__ import annotations

from framing.profile.build import build_profile, profile_source
from framing.profile.ledger import Ledger, open_ledger
from framing.profile.records import Profile

__all__ = ["Ledger", "Profile", "build_profile", "open_ledger", "profile_source"]
