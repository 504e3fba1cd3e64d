"""Two invented accounts of one strike, with facts told twice in other words, for several test files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import framing

BELL = """Harbour workers walk out

Hundreds of dockers stopped work at the harbour of Lund on Monday.

Twenty-two dockers were injured when police cleared the gate of the grain terminal.

The mayor, Anna Holt, reportedly met the owners of the terminal at the Grand Hotel.

Fifty-two militants were arrested after the riot in Mill Street, the army said.

A new school will open in the village of Sandby with 310 pupils.
"""
COURIER = """Mob shuts the port

Lund awoke on Monday to a port without workers.

Police officers injured twenty-two dockers at the gate of the grain terminal.

Anna Holt met the owners of the terminal secretly at the Grand Hotel.

Fifty-two terrorists were arrested after the riot in Mill Street.

Rain is expected on Thursday.
"""


def compared(*texts: str, names: Sequence[str] = ("Bell", "Courier")) -> framing.Comparison:
    return framing.compare_sources(
        framing.analyze(
            [
                framing.Article.from_text(
                    text, id=f"{source}-1", source=source, event="strike", headline=text.split("\n", 1)[0]
                )
                for text, source in zip(texts, names, strict=True)
            ],
            packs=[],
        )
    )


@cache
def both() -> framing.Comparison:
    return compared(BELL, COURIER)
