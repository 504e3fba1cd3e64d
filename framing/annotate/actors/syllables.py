"""Names with a hyphen and a small letter: "Lee Han-su", "Oh Kyung-tae", and "Han-su" alone."""

from __future__ import annotations

from collections.abc import Sequence

from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.syntax.roles import SUBJECT

_VERBS = ("VBD", "VBN", "VBG")
LONGEST_SYLLABLE = 6  # letters: "Kyoung-hee"


def find_syllabled(parsed: Parsed, words: ActorWords) -> frozenset[int]:
    """Tokens of such names that look like common words: "Oh Kyung-tae", "Ghim In-sol", and "Oh" or "In-sol" alone.

    A family name needs no list where an office or another name of its pattern stands with it.
    """
    found: set[int] = set()
    families: set[str] = set()
    pairs: set[tuple[str, ...]] = set()
    for hyphen in (t for t, word in enumerate(parsed.words) if word == "-"):
        given, family = hyphen - 1, hyphen - 2
        if family < 0 or not _closes_name(parsed, hyphen, words):
            continue
        listed = parsed.lowers[family] in words.leading_family_names
        proper = parsed.pos[family] == "PROPN" and parsed.lowers[family] not in words.before_titles
        if parsed.words[family].istitle() and (listed or proper):
            found.update((family, given))
            families |= {parsed.words[family]} if listed else set()
            pairs.add(parsed.words[given : given + 3])
    if not pairs:
        return frozenset()
    alone = (t for t, word in enumerate(parsed.words) if word in families and parsed.deps[t] in SUBJECT)
    given_alone = (t for t in range(len(parsed)) if parsed.words[t : t + 3] in pairs)
    return frozenset(found.union(alone, given_alone))


def _closes_name(parsed: Parsed, hyphen: int, words: ActorWords) -> bool:
    """Whether a capitalised syllable stands before a hyphen and a small one behind it: "In-sol"; not "Mid-may"."""
    after = hyphen + 1
    if after >= len(parsed) or parsed.starts[after] != parsed.ends[hyphen] or not parsed.words[hyphen - 1].istitle():
        return False
    if parsed.tags[after] in _VERBS:
        return False  # "Jeb Bush-spent"
    return len(parsed.words[hyphen - 1]) <= LONGEST_SYLLABLE and is_syllable(parsed.words[after], words, family=False)


def joins_name(parsed: Parsed, flags: Sequence[bool], hyphen: int, words: ActorWords) -> bool:
    """Whether a hyphen holds two parts of a name together: "Jean-Luc", "Lee Han-su"; not "Hague-based"."""
    after = hyphen + 1
    if after >= len(parsed) or parsed.starts[after] != parsed.ends[hyphen]:
        return False
    if flags[after] or parsed.words[after][0].isupper() or parsed.words[after + 1 : after + 2] == ("-",):
        return True
    before = parsed.lowers[hyphen - 1]
    if before in words.gazetteer or len(before) > LONGEST_SYLLABLE:
        return False
    family = hyphen > 1 and flags[hyphen - 2] and parsed.lowers[hyphen - 2] in words.leading_family_names
    verb = parsed.tags[after] in _VERBS and not family
    syllable = not verb and is_syllable(parsed.words[after], words, family=family)
    return syllable or _is_given_alone(parsed, hyphen, words)


def _is_given_alone(parsed: Parsed, hyphen: int, words: ActorWords) -> bool:
    """Whether the text writes the same two syllables behind a family name, too: "Ji-won" of "Hwang Ji-won"."""
    pair = parsed.words[hyphen - 1 : hyphen + 2]
    places = (t for t, word in enumerate(parsed.words) if t and word == pair[0])
    return any(parsed.words[t : t + 3] == pair and parsed.lowers[t - 1] in words.leading_family_names for t in places)


def is_syllable(word: str, words: ActorWords, *, family: bool) -> bool:
    """Whether the small-letter part behind a hyphen can close a name ("-un", "-hye"), and makes no compound ("-led").

    Behind a `family` name of the list, any short word can.
    """
    short = word.isalpha() and word.islower() and len(word) <= LONGEST_SYLLABLE
    return short and (family or word not in words.compound_tails)
