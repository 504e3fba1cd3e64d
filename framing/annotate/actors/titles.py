"""The name in a run of capitals: without the titles before it, the letters behind it, and what an office is of."""

from __future__ import annotations

from framing.annotate.actors.names import WrittenName, ordinal_of
from framing.annotate.actors.traits import is_aged
from framing.model import Parsed
from framing.names import SUFFIXES
from framing.packs.people import ActorWords
from framing.syntax.roles import MODIFIERS, SUBJECT
from framing.syntax.tree import head_of_name

Key = tuple[str, ...]
OF_WORDS = frozenset(("of", "for", "and", "&"))


def cut_titles(parsed: Parsed, first: int, last: int, words: ActorWords) -> WrittenName:
    """The name without what opens the run up to its last title: "Prime Minister Nils Aberg" -> "Nils Aberg"."""
    classed = parsed.lowers[first] == "class" and first > 1 and parsed.lowers[first - 2] in words.titles
    first += classed and first < last  # "Warrant Officer Second Class Ada Lang"
    start, last = first, _before_letters(parsed, first, last, words)
    name_end = last
    if _has_generation(parsed, last):
        last += 1  # "Walt Lang junior"
    closing = parsed.lowers[last]
    addressed = last > first and parsed.lowers[last - 1].rstrip(".") in _ADDRESS  # "Ms. Park" is no park
    kept = closing in words.organisation_heads or closing in words.thing_heads or _is_firm(parsed, first, last, words)
    if addressed or not kept:
        for token in range(last - 1, first - 1, -1):
            word = parsed.lowers[token]
            after = _after_office(parsed, token + 1, last, words)
            after += parsed.words[after] == "."
            one = word in words.titles or word in words.honorifics or _is_plural_title(parsed, token, last, words)
            if one and _opens_name(parsed, after, last, words) and not _is_given_here(parsed, token, words):
                start = after
                break
    start = _behind_office(parsed, start, last, words)
    opening = parsed.lowers[start]
    body = closing in words.organisation_heads
    if (
        not body
        and start + 1 < last
        and parsed.lowers[start + 1] in words.first_names
        and opening not in words.first_names
    ):
        start += opening in words.gazetteer or opening.removesuffix("s") in words.adherents  # "Republican Anna Dale"
    titles = tuple(word for word in parsed.lowers[first:start] if word != ".")
    head = head_of_name(parsed, start, max(start, name_end))
    return WrittenName(
        start,
        last,
        tuple(parsed.words[start : last + 1]),
        titles,
        first,
        head,
        not words.royal_titles.isdisjoint(titles),
        _is_surname_first(parsed.words[start : last + 1], words),
        ordinal_of(parsed.words[last + 2]) if _is_numbered(parsed, last) else 0,
    )


def _is_firm(parsed: Parsed, first: int, last: int, words: ActorWords) -> bool:
    """Whether a rank and a ware, which never stands without it, are a firm's name: "Captain Cod", "Doctor Bike"."""
    if last != first + 1 or parsed.lowers[last] not in words.wares:
        return False
    return all(
        parsed.words[t - 1] == parsed.words[first] for t, word in enumerate(parsed.words) if word == parsed.words[last]
    )


def _has_generation(parsed: Parsed, last: int) -> bool:
    """Whether "junior" or "senior" behind a name belongs to it, and not to a noun behind it."""
    if parsed.lowers[last + 1 : last + 2] not in (("junior",), ("senior",)):
        return False
    described = parsed.pos[last + 2 : last + 3] in _DESCRIBED and parsed.deps[last + 1] in MODIFIERS
    return not described  # "Justice Department senior officials"


_DESCRIBED = (("NOUN",), ("ADJ",), ("PROPN",))
_ADDRESS = frozenset(("mr", "mrs", "ms", "miss", "dr", "prof"))


def _is_given_here(parsed: Parsed, token: int, words: ActorWords) -> bool:
    """Whether a title is a given name in this article: "Dean Corrigan", whom it calls "Dean", too."""
    word, again = parsed.words[token], list[int]()
    for _ in range(parsed.words.count(word)):
        again.append(parsed.words.index(word, again[-1] + 1 if again else 0))
    again.remove(token)
    if any(is_aged(parsed, t) for t in again):
        return True  # "Major, 71, was named after his uncle"
    if parsed.lowers[token] not in words.first_names:
        return False
    return any(
        parsed.deps[t] in SUBJECT and not parsed.words[t + 1][0].isupper() and not _is_the(parsed, t) for t in again
    )


def _is_the(parsed: Parsed, token: int) -> bool:
    """Whether "the" stands before a word."""
    return token > 0 and parsed.lowers[token - 1] == "the"


def _behind_office(parsed: Parsed, start: int, last: int, words: ActorWords) -> int:
    """The first token of a person's name behind what an office is of, else `start`: "President of the Velm Republic …".

    Also where the run opens inside the office: "secretary for Road Safety Ada Lang".
    """
    office = start - 1
    while office >= 0 and parsed.lowers[office] not in words.titles:
        if not parsed.words[office][0].isupper() and parsed.lowers[office] not in _INSIDE_OFFICE:
            return start
        office -= 1
    if parsed.lowers[start] in words.first_names or not 0 <= office < start - 1:
        return start
    for token in range(start + 1, last if parsed.lowers[office + 1] in ("of", "for") else 0):
        before = parsed.lowers[token - 1]
        if parsed.lowers[token] in words.first_names and before not in words.leading_family_names and before != "st.":
            body = (words.organisation_heads, words.thing_heads, words.group_nouns, words.adherents, OF_WORDS)
            return token if all(each.isdisjoint(parsed.lowers[token : last + 1]) for each in body) else start
    return start


_INSIDE_OFFICE = frozenset(("of", "for", "the", "and", "on"))


def _is_numbered(parsed: Parsed, last: int) -> bool:
    """Whether "the Fifth" follows a name."""
    return (
        parsed.lowers[last + 1 : last + 2] == ("the",)
        and parsed.words[last + 2 : last + 3] != ()
        and (parsed.words[last + 2][0].isupper())
    )


def _before_letters(parsed: Parsed, first: int, last: int, words: ActorWords) -> int:
    """The last token of a name without the letters behind it: "Tom Ferris MP", "Ada Kolb PhD"."""
    while last > first and parsed.lowers[last] in words.post_nominals and parsed.words[last][-1].isupper():
        last -= 1
    return last


def _is_surname_first(written: Key, words: ActorWords) -> bool:
    """Whether a family name stands before the given name: "Lee Han-su", "Kim Jong Un"; also with no listed name."""
    if len(written) < 3:
        return False
    syllables = len(written) == 4 and written[2] == "-"
    return (
        syllables
        and written[3].islower()
        or (
            written[0].lower() in words.leading_family_names
            and (syllables or (len(written) == 3 and "-" not in written))
        )
    )


def _is_plural_title(parsed: Parsed, token: int, last: int, words: ActorWords) -> bool:
    """Whether a title opens a row of names: "Senators Ron Wyden", "Justices Kennedy and Alito"."""
    word = parsed.lowers[token]
    if not word.endswith("s") or word[:-1] not in words.titles:
        return False
    return parsed.lowers[token + 1] in words.first_names or parsed.lowers[last + 1 : last + 2] == ("and",)


def _after_office(parsed: Parsed, token: int, last: int, words: ActorWords) -> int:
    """The token after "of State", "of National Intelligence" and the like behind a title; else `token`."""
    if parsed.lowers[token] != "of":
        return token
    after = token + 1
    while after < last and (parsed.lowers[after] in words.before_titles or parsed.lowers[after] in ("the", "and")):
        after += 1
    return after if after > token + 1 else token


def _opens_name(parsed: Parsed, token: int, last: int, words: ActorWords) -> bool:
    """Whether the rest of a run after a title can be a name: more than a generation suffix, an "of" or a number."""
    word = parsed.lowers[token]
    if word in words.name_particles and parsed.words[token].islower():
        return token < last
    return (
        word not in SUFFIXES
        and word not in OF_WORDS
        and word != "against"
        and word != "-"
        and parsed.words[token][0].isupper()
    )
