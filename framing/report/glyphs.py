"""Text that the bundled fonts can print: letters of other scripts are refused by name, other signs become words.

The PDF must look the same on every machine, so only the bundled fonts are used. A sign without a glyph (an emoji, say)
is printed as its Unicode name in brackets; a letter is never replaced, because a changed name would be a wrong name.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

from framing.chart.type import INVISIBLE, missing_letters
from framing.errors import MissingPartError

MANY = 60  # characters without a space after which a line break is allowed


def spell_glyphs(data: Any) -> Any:
    """The same lists and dictionaries with every text made printable.

    Raises:
        MissingPartError: some text holds letters of a script that the fonts do not have.
    """
    scripts: dict[str, str] = {}
    clean = _clean(data, scripts)
    if scripts:
        names = "; ".join(f"{script} ({chars})" for script, chars in sorted(scripts.items()))
        raise MissingPartError(
            f"The PDF fonts hold no letters of these scripts: {names}. The fonts print Latin, Greek, Cyrillic, "
            "Armenian, Georgian, Arabic and Hebrew. Use --format html, which shows every script that the reader’s "
            "computer has."
        )
    return clean


def _clean(data: Any, scripts: dict[str, str]) -> Any:
    if isinstance(data, str):
        return data if _is_plain(data) else _text(data, scripts)
    if isinstance(data, dict):
        return {key: _clean(value, scripts) for key, value in data.items()}
    return [_clean(value, scripts) for value in data] if isinstance(data, list) else data


def _is_plain(text: str) -> bool:
    """Whether a text can be printed as it is; nearly all can."""
    return all(map(_has_glyph, set(text))) and (len(text) < MANY or max(map(len, text.split(" "))) < MANY)


@lru_cache(maxsize=4096)
def _has_glyph(char: str) -> bool:
    """Whether a character is neither a control nor a mark of direction, and the fonts have it."""
    return char not in INVISIBLE and unicodedata.category(char)[0] != "C" and not missing_letters(char)


def _text(text: str, scripts: dict[str, str]) -> str:
    """One text: controls and marks of direction go, signs without a glyph become words, long words may break."""
    missing = set(missing_letters(text))
    out = []
    run = 0
    for char in text:
        if char in "\n\t":
            char = " "
        elif char in INVISIBLE or unicodedata.category(char) in {"Cc", "Cs", "Co", "Cn"}:
            continue
        elif char in missing:
            if unicodedata.category(char)[0] in "LM":
                script = _script(char)
                scripts[script] = (scripts.get(script, "") + char)[:8]
            char = _named(char)
        run = 0 if char == " " else run + 1
        out.append(char if run < MANY else char + "\u200b")
        run = 0 if run >= MANY else run
    return "".join(out)


@lru_cache(maxsize=4096)
def _named(char: str) -> str:
    """The Unicode name of a sign in brackets."""
    return f"[{unicodedata.name(char, f'U+{ord(char):04X}').lower()}]"


def _script(char: str) -> str:
    """The script of a letter, from its Unicode name: "CJK", "HANGUL", "DEVANAGARI"."""
    return unicodedata.name(char, "UNKNOWN").split()[0].capitalize().replace("Cjk", "Chinese (Han)")
