"""Words of one family as one key: "accuse" and "accusation", "resign" and "resignation"."""

from __future__ import annotations

from functools import lru_cache

ENDINGS = (
    *(
        "ations",
        "ation",
        "ments",
        "ment",
        "ings",
        "ing",
        "ions",
        "ion",
        "ists",
        "ist",
        "ers",
        "er",
        "ors",
        "or",
        "ally",
    ),
    *("als", "al", "ives", "ive", "ities", "ity", "ness", "ly", "ism", "ed", "es", "s", "e", "y"),
)  # longest first
LEAST = 4  # letters that are left


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """The word without its longest ending, at least four letters; words of one family share it as a rule.

    Source: after Lovins 1968 (longest match), with a short list of endings.
    """
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            return word[: -len(ending)]
    return word
