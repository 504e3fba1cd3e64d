"""How often a property is tried: a quarter (4 to 25 times) by default, all of it where CI or the user says so."""

from __future__ import annotations

import os

from hypothesis import settings

FEWEST, QUICK = 4, 25
THOROUGH = os.environ.get("HYPOTHESIS_PROFILE", "thorough" if os.environ.get("CI") else "quick") == "thorough"


def tried(most: int = 100) -> settings:
    """Settings with `most` examples in a thorough run, a quarter of them but at most `QUICK` in a quick one."""
    return settings(max_examples=most if THOROUGH else min(QUICK, max(FEWEST, most // 4)), deadline=None)
