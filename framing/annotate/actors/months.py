"""Months that are somebody's name in an article: "Judith May", "Cllr March", "April Summers"."""

from __future__ import annotations

from framing.model import Parsed
from framing.packs.people import ActorWords

ARTICLES = frozenset({"a", "an"})


def find_named_months(parsed: Parsed, words: ActorWords) -> frozenset[int]:
    """Tokens that are somebody's name and no month: in a full name, or alone where the calendar does not suit.

    Alone they count only in an article that names somebody so in full.
    """
    months = [t for t, lower in enumerate(parsed.lowers) if lower in words.name_months and parsed.words[t][0].isupper()]
    whole = {t for t in months if _is_in_name(parsed, t, words) and not _is_before_name(parsed, t, words)}
    named = {parsed.lowers[token] for token in whole if not _opens_name(parsed, token)}
    alone = {t for t in months if parsed.lowers[t] in named and not _is_dated(parsed, t, words)}
    return frozenset(whole | alone)


def _is_in_name(parsed: Parsed, token: int, words: ActorWords) -> bool:
    """Whether a given name or a title stands before a month, or a surname behind one that is a given name."""
    before = parsed.lowers[token - 1] if token else ""
    titled = before in words.personal_openings and parsed.words[token - 1][0].isupper()
    joined = token > 0 and parsed.pos[token - 1] == "PROPN" and parsed.heads[token - 1] == token
    given = joined and before not in words.no_names and parsed.pos[token] == "PROPN" and not _is_counted(parsed, token)
    return ((titled or given) and before not in words.name_months) or (
        parsed.lowers[token] in words.first_names and _opens_name(parsed, token)
    )


def _is_before_name(parsed: Parsed, token: int, words: ActorWords) -> bool:
    """Whether the calendar's month stands right before a name: "In June Ada Lang was gone", "a June Lang rally"."""
    before = parsed.lowers[token - 1] if token else ""
    dated = before in words.before_months and _opens_name(parsed, token + 1)
    return _opens_name(parsed, token) and (dated or before in ARTICLES)


def _opens_name(parsed: Parsed, token: int) -> bool:
    """Whether a capitalised word that is no month and no number follows."""
    after = token + 1
    if after >= len(parsed) or "\n" in parsed.article.text[parsed.ends[token] : parsed.starts[after]]:
        return False
    return parsed.pos[after] == "PROPN" and parsed.words[after][0].isupper()


def _is_dated(parsed: Parsed, token: int, words: ActorWords) -> bool:
    """Whether a number, or a word that goes with dates, stands beside a month: "in May", "4 May", "May 2017"."""
    before = parsed.lowers[token - 1] if token else ""
    return before in words.before_months or before[:1].isdigit() or _is_counted(parsed, token)


def _is_counted(parsed: Parsed, token: int) -> bool:
    """Whether the number of a day or a year follows."""
    after = parsed.words[token + 1 : token + 2]
    return bool(after and after[0][0].isdigit())
