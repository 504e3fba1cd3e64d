"""Where an article names somebody or something: runs of capitals cut at titles, and what their words say they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from framing.annotate.actors.epithets import without_epithets
from framing.annotate.actors.furniture import find_furniture_tokens
from framing.annotate.actors.known import Hit
from framing.annotate.actors.names import Occurrence, WrittenName
from framing.annotate.actors.titles import cut_titles
from framing.model import Parsed
from framing.names import JOINTS
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActors
from framing.syntax.roles import MODIFIERS

Key = tuple[str, ...]


class ArticleNames(NamedTuple):
    """The names of an article: forms that the roster knows, those of them that stand alone, and all other names."""

    hits: tuple[Hit, ...]  # parts of states left out, for whose officers are somebody's in the whole
    alone: tuple[Hit, ...]  # part of no other name
    occurrences: tuple[Occurrence, ...]  # known states and bodies are none


def read_names(
    parsed: Parsed, runs: Iterable[tuple[int, int]], hits: Sequence[Hit], known: KnownActors, words: ActorWords
) -> ArticleNames:
    """Proper names that the roster does not settle as states, and the roster's hits that stand alone."""
    at = {token: hit for hit in hits for token in range(hit.first, hit.last + 1)}
    silent = find_furniture_tokens(parsed, words)
    whole, inside = [], set[Hit]()
    for run in (run for run in runs if run[0] not in silent or _tells_whose(parsed, run, silent)):
        if _is_contest(parsed, *run, words) or _is_half(parsed, *run, words):
            inside.update(_list_hits(at, *run))
        else:
            whole.append((run, _after_owner(parsed, run, at, known, words)))
    names = [cut_titles(parsed, start, last, words) for (_, last), start in whole]
    bearers = _bearers_of_known(parsed, names, hits, words)
    occurrences = []
    for ((first, last), start), name in zip(whole, names, strict=True):
        parts = _list_hits(at, start, last)
        known_name = next((hit for hit in parts if hit.first <= name.first and hit.last >= last), None)
        if known_name is None:
            occurrences.append(Occurrence(name, "", _kind_here(parsed, name, first, words)))
        elif not known_name.actor:
            occurrences.append(Occurrence(name, "", "namesake"))
        elif name.words in bearers:
            occurrences.append(Occurrence(name, "", ""))  # "Israel said", of Steve Israel
        elif known.entries[known_name.actor].nature != "person":
            continue  # a state or a body that the roster settles
        else:
            occurrences.append(Occurrence(name, known_name.actor, "person"))
        inside.update(parts)
    alone = tuple(hit for hit in hits if hit.actor and hit not in inside)
    states = tuple(hit for hit in hits if not hit.actor or not known.entries[hit.actor].is_part)
    return ArticleNames(states, alone, tuple(without_epithets(parsed, occurrences, words)))


def _bearers_of_known(
    parsed: Parsed, names: Iterable[WrittenName], hits: Iterable[Hit], words: ActorWords
) -> frozenset[Key]:
    """Words that the roster knows, but that are only somebody's surname here: "Steve Israel", "Mark Cuban"."""
    given = {name.words[-1] for name in names if len(name.words) == 2 and name.parts[0] in words.first_names}
    forms: dict[str, set[Key]] = {}
    for hit in hits:
        forms.setdefault(hit.actor, set()).add(parsed.words[hit.first : hit.last + 1])
    lone = (next(iter(found)) for actor, found in forms.items() if actor and len(found) == 1)
    return frozenset(form for form in lone if len(form) == 1 and form[0] in given)


def _tells_whose(parsed: Parsed, run: tuple[int, int], silent: frozenset[int]) -> bool:
    """Whether a caption names in full whom the text calls by the surname alone: "FILE PHOTO: Ada Lang … Lang said"."""
    first, last = run
    if first == last or "photo" not in parsed.lowers[max(0, first - 3) : first]:
        return False
    told = {word for token, word in enumerate(parsed.words) if token not in silent}
    return parsed.words[last] in told and parsed.words[first] not in told


def _list_hits(at: Mapping[int, Hit], first: int, last: int) -> list[Hit]:
    """The hits of the roster at tokens `first` to `last`."""
    return [at[t] for t in range(first, last + 1) if t in at]


def _after_owner(
    parsed: Parsed, run: tuple[int, int], at: Mapping[int, Hit], known: KnownActors, words: ActorWords
) -> int:
    """The first token of a run after the known names that only say whose officer or office follows."""
    start, last = run
    while (hit := at.get(start)) is not None and hit.actor and hit.first == start and hit.last < last:
        if not _is_modifier(parsed, hit, last, known, words):
            break
        start = hit.last + 1
    return start


def _is_contest(parsed: Parsed, first: int, last: int, words: ActorWords) -> bool:
    """Whether a chamber only tells what is run for, or is named with the other one: "Senate race", "House-Senate"."""
    if parsed.lowers[last] not in words.chambers:
        return False
    both = last == first + 2 and parsed.words[first + 1] == "-" and parsed.lowers[first] in words.chambers
    return both or not words.contest_nouns.isdisjoint(parsed.lowers[last + 1 : last + 2])


def _is_half(parsed: Parsed, first: int, last: int, words: ActorWords) -> bool:
    """Whether a run belongs to somebody or something larger: "the Marwick family feud", "Nell's Orchard", "R-Ohio"."""
    if parsed.words[first] in _SIDES and parsed.words[first + 1 : first + 2] == ("-",):
        return True
    after = last + 1 < len(parsed) and parsed.heads[last] == last + 1 and parsed.lowers[last + 1] in words.family_nouns
    return (after and parsed.deps[last + 1] in MODIFIERS) or _is_of_place(parsed, first, last, words)


_SIDES = frozenset(("R", "D", "I"))  # Republican, Democrat, independent


def _is_of_place(parsed: Parsed, first: int, last: int, words: ActorWords) -> bool:
    """Whether a run is half of a name with a possessive: "Nell's Orchard", where no Nell is named otherwise."""
    owner = first - 2 if first > 1 and parsed.lowers[first - 1] in _POSSESSIVE else first
    if owner == first and (first != last or parsed.lowers[last + 1 : last + 2] not in _POSSESSIVES):
        return False
    if owner + 2 >= len(parsed):
        return False
    place = parsed.words[owner + 2]
    if not place[0].isupper() or parsed.pos[owner + 2] != "PROPN":
        return False
    if parsed.lowers[owner] not in words.first_names:
        return _is_owned_thing(parsed, parsed.words[owner], owner + 2, words)
    again = (t for t, word in enumerate(parsed.words) if word == parsed.words[owner])
    return all(parsed.words[t + 2 : t + 3] == (place,) and parsed.lowers[t + 1] in _POSSESSIVE for t in again)


def _is_owned_thing(parsed: Parsed, owner: str, token: int, words: ActorWords) -> bool:
    """Whether a word stands several times and always behind the same owner: "Saddler's Mile", "Lang's Folly"."""
    lower = parsed.lowers[token]
    if not owner[0].isupper() or lower in words.titles or lower in words.before_titles or lower in words.first_names:
        return False
    if lower in words.organisation_heads or parsed.words[token + 1 : token + 2] and parsed.pos[token + 1] == "PROPN":
        return False
    again = [t for t, word in enumerate(parsed.words) if word == parsed.words[token]]
    return len(again) > 1 and all(t > 1 and parsed.words[t - 2] == owner for t in again)


_POSSESSIVE = ("'s", "’s")
_POSSESSIVES = tuple((mark,) for mark in _POSSESSIVE)


def _is_town(parsed: Parsed, last: int, words: ActorWords) -> bool:
    """Whether the short form of a state follows: "Austin, Tex."."""
    return parsed.words[last + 1 : last + 2] == (",",) and not words.state_abbreviations.isdisjoint(
        parsed.lowers[last + 2 : last + 3]
    )


def _is_modifier(parsed: Parsed, hit: Hit, last: int, known: KnownActors, words: ActorWords) -> bool:
    """Whether a known name opens a run only to say whose officer or office follows: "Russia President …".

    A body that is named after a party or a state, such as the Republican National Committee, keeps its whole name.
    """
    following, closing = parsed.lowers[hit.last + 1], parsed.lowers[last]
    state = known.entries[hit.actor].kind == "state"
    if closing in words.organisation_heads and (
        closing in words.chambers if state else closing not in words.public_bodies
    ):
        return False
    return following in words.titles or following in words.before_titles


def _kind_here(parsed: Parsed, name: WrittenName, first: int, words: ActorWords) -> str:
    """The kind of a name that its words tell, or what stands around this occurrence."""
    single = len(name.words) == 1
    if single and not name.titles and _is_town(parsed, name.last, words):
        return "place"
    if parsed.lowers[name.last] not in words.organisation_heads and _is_kindred(parsed, first, name.last):
        return "group"
    kind = kind_by_words(name, words)
    if kind in ("", "thing") and _is_outlet(parsed, name, words):
        return "organisation"
    if not kind and single and first and parsed.lowers[first - 1] in words.place_prepositions:
        return "site"
    return kind


def _is_outlet(parsed: Parsed, name: WrittenName, words: ActorWords) -> bool:
    """Whether a name is a known outlet's, and neither a plain word nor a credit: "Handout/Reuters", "[HuffPost]"."""
    written = " ".join(name.parts)
    opening = parsed.sentences[parsed.sentence_of[name.first]][0]
    the = name.begins - 1 > opening and parsed.words[name.begins - 1] == "The"
    if the and f"the {written}" in words.media_names:
        return True  # "The Hill"; "on the Hill" is no paper
    if written not in words.media_names or written in words.media_plain_words:
        return False
    beside = {*parsed.words[name.begins - 1 : name.begins], *parsed.words[name.last + 1 : name.last + 2]}
    return beside.isdisjoint(("/", "[", "]", "via"))


def _is_kindred(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a surname in the plural means several people: "the Marwicks"."""
    if first == last and parsed.tags[last] == "NNPS" and parsed.lowers[last].endswith(("ians", "ites")):
        return True  # "Missourians"
    if first != last or not first or parsed.lowers[first - 1] not in _SEVERAL or not parsed.words[last].endswith("s"):
        return False
    several = parsed.tags[last] == "NNPS" or parsed.lowers[first - 1] in ("we", "us")
    return several and parsed.words[last].removesuffix("s") in parsed.words


_SEVERAL = frozenset(("the", "we", "us", "two", "three", "four", "both", "all", "other", "these", "those"))


def kind_by_words(name: WrittenName, words: ActorWords) -> str:
    """What the words of a name alone say about its bearer."""
    parts = name.parts
    if _is_office(name.titles, parts, words):
        return "thing"
    if any(t in words.titles or t in words.honorifics for t in name.titles):
        return "person"
    if parts[-1] in words.group_nouns:
        return "group"
    if " ".join(parts) in words.gazetteer:
        return "" if parts[0] in words.first_names else "place"
    if _is_no_name(name, parts, words):
        return "thing"
    return _kind_by_heads(name, parts, words)


def _is_office(titles: Key, parts: Key, words: ActorWords) -> bool:
    """Whether capitals are an office without its holder: "Deputy Assistant Secretary", "Secretary of the Navy"."""
    before = parts[: parts.index("of")] if "of" in parts else ()
    if before and before[0] in words.titles and all(p in words.titles or p in words.before_titles for p in before):
        return True
    rank = (*titles, *parts)[-2:-1]
    known = parts[-1] in words.titles and parts[0] not in words.first_names and parts[0] not in words.organisation_heads
    return known and bool(rank) and rank[0] in words.before_titles and rank[0] not in words.honorifics


def _is_no_name(name: WrittenName, parts: Key, words: ActorWords) -> bool:
    """Whether capitals make no name: a bare title, a creed, a month, "R-Ohio" for party and state of a lawmaker."""
    if len(parts) > 1:
        titles = all(p in words.titles or p in words.before_titles or p == "of" for p in parts)
        return (
            (titles and not words.titles.isdisjoint(parts))
            or (parts[-1] in words.adherents and not _is_given(parts[0], words))
            or (parts[0].upper() in _SIDES and name.words[1] == "-")
        )
    word = parts[0]
    if len(word) < 2 or word in words.lone_ranks or (word[0].upper() in _SIDES and word[1] == "-"):
        return True
    if word in words.kin_words:
        return True  # "Dad"
    if word.endswith("s") and word[:-1] in words.titles and word[:-1] not in words.first_names:
        return True  # "Ministers"
    return word in words.adherents or (word in words.titles and word not in words.first_names)


def _is_given(lower: str, words: ActorWords) -> bool:
    """Whether a word is a given name and neither a creed nor a place: "Mark Cuban", not "Virginia Democrat"."""
    return lower in words.first_names and lower not in words.adherents and lower not in words.gazetteer


def _kind_by_heads(name: WrittenName, parts: Key, words: ActorWords) -> str:
    """The kind that the head words of a name tell, or the given name that opens it."""
    ranked = parts[-1] in words.wares and (parts[0] in words.titles or parts[0] in words.honorifics)  # "Captain Cod"
    if len(parts) > 1 and (ranked or parts[0] in words.body_openings or _is_campaign(name, words)):
        return "organisation"
    given = words.first_names.get(parts[0])
    if given and len(parts) == 3 and len(parts[1].rstrip(".")) == 1:
        return "person"  # "Douglas J. Band"
    if (
        "&" in parts
        or parts[-1] in words.organisation_heads
        or (parts[0] in words.organisation_heads and not JOINTS.isdisjoint(parts))
    ):
        return "organisation"
    if len(parts) > 1 and parts[-1] in words.company_heads and given is None:
        return "organisation"
    if parts[-1] in words.thing_heads or parts[0] in words.water_openings:
        return "" if len(parts) == 2 and given else "thing"  # "Lauren Lake" may be a woman or a water
    if any(p in words.organisation_heads for p in parts[1:]):
        return "organisation"
    if name.surname_first or given or (given is not None and len(parts) > 1):
        return "person"
    return "organisation" if len(parts) == 1 and _ACRONYM.fullmatch(name.words[0]) else ""


def _is_campaign(name: WrittenName, words: ActorWords) -> bool:
    """Whether a name says what its bearers are against: "Mothers Against Lumvex"; not the name of an act."""
    return "Against" in name.words[1:-1] and name.parts[-1] not in words.thing_heads


_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,6}")
