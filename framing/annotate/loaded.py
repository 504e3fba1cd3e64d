"""Loaded words: where the text judges, in which way, and why it counts, one line a hit."""

from __future__ import annotations

from collections.abc import Sequence

from framing.model import Loaded, Mention, Parsed
from framing.packs.loadedwords import LoadedEntry, LoadedWords


def find_loaded(parsed: Parsed, words: LoadedWords, mentions: Sequence[Mention]) -> tuple[Loaded, ...]:
    """Every loaded word or phrase in the order of the text; the longest entry wins, and hits never overlap."""
    named = {token for mention in mentions for token in parsed.tokens_in(mention.span) if mention.label == "name"}
    found, token = [], 0
    while token < len(parsed):
        entry = None if token in named else _entry_at(parsed, token, words)
        if entry:
            found.append(_hit(parsed, token, entry))
        token += len(entry.words) if entry else 1
    return tuple(found)


def _entry_at(parsed: Parsed, token: int, words: LoadedWords) -> LoadedEntry | None:
    """The longest entry that starts at `token`."""
    firsts = {parsed.lemmas[token].lower(), parsed.lowers[token]}
    candidates = [entry for first in sorted(firsts) for entry in words.by_first.get(first, ())]
    fitting = [entry for entry in candidates if _fits(parsed, token, entry)]
    return max(fitting, key=lambda entry: len(entry.words), default=None)


def _fits(parsed: Parsed, token: int, entry: LoadedEntry) -> bool:
    """Whether the entry's words stand here in a row, the last one in a part of speech that counts."""
    last = token + len(entry.words) - 1
    if last >= len(parsed) or parsed.sentence_of[last] != parsed.sentence_of[token]:
        return False
    if entry.pos and parsed.pos[last] not in entry.pos:
        return False
    return all(
        word in (parsed.lemmas[token + i].lower(), parsed.lowers[token + i]) for i, word in enumerate(entry.words)
    )


def _hit(parsed: Parsed, token: int, entry: LoadedEntry) -> Loaded:
    """The finding, with its reason in words."""
    span = parsed.span(token, token + len(entry.words) - 1)
    why = entry.why.replace("{word}", parsed.article.read(span))
    return Loaded(span, entry.category, entry.strength, f"loaded/{entry.category}/{'-'.join(entry.words)}", why)
