"""Whether an account that holds no mention of an actor is silent about it, or may name it in other words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from framing.measure.ledger import Ledger

_BARE = re.compile(r"^(?:the|a|an|his|her|its|their|our) +")
_LONG = 4  # letters; a shorter word must stand there as a word of its own


def searchable(texts: Iterable[str]) -> str:
    """Texts in lower case, and once more without full stops, so that "C.I.A." is also "cia"."""
    lower = " ".join(texts).lower().replace("’", "'")
    return f"{lower} {lower.replace('.', '')}"


def titles_in(ledger: Ledger, rows: pd.DataFrame) -> frozenset[str]:
    """What some mentions call an actor by an office ("the president"), in lower case without the article."""
    at = rows.loc[rows["label"] == "title", "at"].to_numpy()
    return frozenset(_BARE.sub("", text.lower()) for text in ledger.analysis.evidence["text"].to_numpy()[at])


def may_name(ledger: Ledger, actor: str, text: str, titles: Iterable[str] = ()) -> bool:
    """Whether a text (as `searchable` gives it) has a word by which the actor could be meant."""
    return any(_stands(word, text) for word in {*_names(ledger, actor), *titles} if word)


def _stands(word: str, text: str) -> bool:
    """Whether a longer word stands anywhere in the text, a short one as a word of its own."""
    return word in text and (len(word) > _LONG or re.search(rf"\b{re.escape(word)}\b", text) is not None)


def _names(ledger: Ledger, actor: str) -> set[str]:
    """Longer words of an actor's name, its initials and its other names, in lower case."""
    name, entry = ledger.roster.name(actor), ledger.roster.facts.get(actor)
    words = {word.removesuffix("s") for word in re.findall(r"\w+", name.lower()) if len(word) >= _LONG}
    initials = "".join(re.findall(r"\b[A-Z]", name)).lower()
    names = words or {name.lower()}
    names |= {initials} if len(initials) > 2 else set()
    return names | {alias.lower() for alias in (entry.aliases if entry else ()) if len(alias) > 2}
