"""A copy of a text whose mentions bear placeholder names of the same shape, so that no parse can see who is meant.

"Prime Minister Nikol Pashinyan" becomes "Prime Minister John Smith": titles stay, the last name and the names before it
are replaced one by one, pronouns and words in small letters are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.packs.tone import ToneWords

LAST, EARLIER = "Smith", "John"
_WORD = re.compile(r"[^\W\d_][\w.&-]*(?:[’'][A-Z]\w+)?")


def mask_names(text: str, spans: Sequence[tuple[int, int]], words: ToneWords) -> tuple[str, list[tuple[int, int]]]:
    """The text with the names at `spans` replaced, and where each of them stands now (code points, half-open).

    A span that overlaps an earlier one is left as it is.
    """
    pieces, moved, done, shift = [], [(0, 0)] * len(spans), 0, 0
    for index in sorted(range(len(spans)), key=lambda place: spans[place]):
        start, end = spans[index]
        if start < done:
            moved[index] = (start + shift, max(start, end) + shift)
            continue
        name = masked_name(text[start:end], words)
        pieces += [text[done:start], name]
        moved[index] = (start + shift, start + shift + len(name))
        shift, done = shift + len(name) - (end - start), end
    return "".join([*pieces, text[done:]]), moved


def masked_name(name: str, words: ToneWords) -> str:
    """The placeholder of the same shape; the name itself when it is a pronoun or has no capital."""
    if name.lower() in words.pronouns:
        return name
    capitals = [found for found in _WORD.finditer(name) if found.group()[0].isupper()]
    names = [found for found in capitals if found.group().rstrip(".") not in words.titles] or capitals[-1:]
    pieces, done = [], 0
    for found in names:
        pieces += [name[done : found.start()], LAST if found is names[-1] else EARLIER]
        done = found.end()
    return "".join([*pieces, name[done:]])
