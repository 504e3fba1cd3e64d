"""The parts of a score in words: "‘Fisk’ as subject of *lie*"."""

from __future__ import annotations

from collections.abc import Sequence

from framing.annotate.tone import BASE, BUILT
from framing.annotate.tone.reading import NAME, NUMBER, PERSON

WORDS = {NAME: "another name", NUMBER: "a number", PERSON: "he or she", "(mark)": "a punctuation mark"}
SIMPLE = {
    "subj": "‘{name}’ as subject of {word}",
    "obj": "‘{name}’ as object of {word}",
    "to": "‘{name}’ as receiver of {word}",
    "mod": "{word} before ‘{name}’",
    "is": "‘{name}’ called {word}",
    "is.mod": "‘{name}’ called something {word}",
    "is_of": "{word} with ‘{name}’ as what somebody is",
    "poss": "{word} that belongs to ‘{name}’",
    "poss.mod": "{word}, said of what belongs to ‘{name}’",
    "part": "{word} named after ‘{name}’",
    "near": "{word} next to ‘{name}’ in the sentence's build",
    "sent": "{word} in the same sentence as ‘{name}’",
}
STEPS = {"subj": "subject", "obj": "object", "mod": "what is said of it", "x": "what stands above it"}


def in_words(feature: str, name: str) -> str:
    """One part of a score as a phrase; `name` is the mention as the text has it. Words of the text come as *lemma*."""
    if feature == BUILT:
        return "the build of the sentence (place, length, quotation)"
    if feature == BASE:
        return "where every sentence starts"
    cut = ":" if feature.startswith("sent:") else ">"
    role, word = feature.split(cut, 1)
    shown = _word(word)
    if role in SIMPLE:
        return SIMPLE[role].format(name=name, word=shown)
    return _path(role, shown, name)


def _word(word: str) -> str:
    """The word as it is printed; a negated one bears its *not*."""
    bare = word.removeprefix("!")
    printed = WORDS.get(bare, f"*{bare}*")
    return f"*not* {printed}" if word.startswith("!") else printed


def _path(role: str, word: str, name: str) -> str:
    """A longer relation, from the mention outwards."""
    first, *rest = role.replace("^", ".").split(".")
    if first == "subj":
        return f"{word} with ‘{name}’ as the one who acts{_tail(rest)}"
    if first == "obj":
        return f"{word} with ‘{name}’ as the one acted upon{_tail(rest)}"
    if first == "is":
        return f"{word} in what ‘{name}’ is called{_tail(rest)}"
    if first in {"poss", "part"}:
        return f"{word} with what belongs to ‘{name}’{_tail(rest)}"
    if first == "has":
        return f"{word} after ‘{name} {' '.join(rest)}’"
    return f"{word} before ‘{first} {name}’{_tail(rest)}"


def _tail(steps: Sequence[str]) -> str:
    """The remaining steps in brackets, "" when there are none."""
    return f" ({', '.join(STEPS.get(step, f'‘{step}’') for step in steps)})" if steps else ""
