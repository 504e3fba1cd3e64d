"""How wide words are, and which letters the bundled fonts can print.

The fonts are the DejaVu Sans files that come with matplotlib: free to embed, the same on every machine. They hold
Latin, Greek, Cyrillic, Armenian, Georgian, Arabic and Hebrew letters. `widths.json` holds the advances of their
characters, as a test compares: to read them from the fonts takes longer than to draw all charts of a short report.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib import util
from pathlib import Path

from framing.errors import MissingPartError

REGULAR, BOLD = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"
WIDTHS = Path(__file__).with_name("widths.json")
FONT_FILES = (REGULAR, BOLD, "DejaVuSans-Oblique.ttf", "DejaVuSans-BoldOblique.ttf")
# printed by nothing: joiners, marks of direction, variation selectors
INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)


@cache
def font_folder() -> Path:
    """The folder that holds the bundled fonts (among others, which are not used).

    Raises:
        MissingPartError: the fonts are not installed.
    """
    found = util.find_spec("matplotlib")
    folder = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf" if found and found.origin else Path()
    if not all((folder / name).is_file() for name in FONT_FILES):
        raise MissingPartError("The DejaVu fonts are missing. They come with matplotlib: pip install matplotlib")
    return folder


@cache
def _advances(name: str) -> tuple[dict[int, float], float]:
    """Advance of every character of a font, in em, and the advance of a missing one."""
    widths = json.loads(WIDTHS.read_text(encoding="ascii"))
    advances = {first + place: width / widths["em"] for first, run in widths[name] for place, width in enumerate(run)}
    return advances, advances[ord("W")]


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a line in points at `size` points."""
    font = BOLD if bold else REGULAR
    return size * sum(_advance(char, font) for char in text)


@cache
def _advance(char: str, font: str) -> float:
    """How far a character moves the pen, in em."""
    if ord(char) > 0x2FF and (char in INVISIBLE or unicodedata.category(char) == "Mn"):
        return 0.0
    advances, wide = _advances(font)
    return advances.get(ord(char), wide)


def missing_letters(text: str) -> str:
    """The characters of `text` that the fonts cannot print, each once, in order of code point."""
    advances, _ = _advances(REGULAR)
    return "".join(
        sorted(char for char in set(text) if ord(char) >= 32 and char not in INVISIBLE and ord(char) not in advances)
    )


def clip_text(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """`text`, or its beginning and "…" when it is wider than `width` points."""
    if text_width(text, size, bold=bold) <= width:
        return text
    kept = text[: int(width / size * 4) + 1]
    while kept and text_width(kept.rstrip() + "…", size, bold=bold) > width:
        kept = kept[:-1]
    space = kept.rfind(" ")
    return (kept[:space] if space > len(kept) * 0.6 else kept).rstrip(" ,;(") + "…"


def wrap_text(text: str, width: float, size: float, *, bold: bool = False, lines: int = 2) -> tuple[str, ...]:
    """`text` broken into at most `lines` lines no wider than `width` points; the last one is clipped."""
    words = text.split()
    done: list[str] = []
    line = ""
    while words:
        tried = f"{line} {words[0]}".strip()
        if not line or text_width(tried, size, bold=bold) <= width:
            line = tried
            words.pop(0)
        elif len(done) == lines - 1:
            break
        else:
            done.append(line)
            line = ""
    rest = " ".join([line, *words]) if words else line
    return tuple(clip_text(part, width, size, bold=bold) for part in [*done, rest] if part)
