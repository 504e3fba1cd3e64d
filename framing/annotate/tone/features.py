"""What a sentence says about one mention, as named features: relations, words near by, valence, build of the sentence.

Names read: `subj>lie` (relation > word), `subj>!lie` (negated), `subj>@harm` (any word of our class), `left:word` and
`right:word` (at most six words away), `sent:word`, `pair:a_b` (neighbours near the mention), `next-1:word`, `val:…`
(valence of VADER's words by relation, side, distance and quotation), `role:subj` (its relation to any word) and `has:…`
(build). Every feature stands at a word of the sentence, or at `BUILD`, so that a score can be told word by word.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from framing.annotate.tone.reading import TARGET, Reading
from framing.annotate.tone.roles import Roles, roles_of
from framing.annotate.tone.scopes import find_scopes
from framing.annotate.tone.verdicts import find_verdicts
from framing.model import Mention, Parsed

BUILD = -1  # the place of what belongs to no word
NEAR = 6
BESIDE = 5  # words on each side of a mention that are read in pairs
STEPS = 2  # words on each side of a mention that are read for their distance, too
STANCES = ("opposes", "stance", "told")  # scopes of what the actor is against or says
FAMILIES = ("own", "else", "left", "right", "subj", "obj", "is", "subj.obj", "subj.x", "obj.x", "x")
Item = tuple[str, float, int]


class Features(NamedTuple):
    """`items`: name, value in [0, 8], place in the sentence. `likes`: family, word, place; negated words have none.

    What the sentence says to all its mentions (`with_sentence`) counts besides, but for what stands at `left_out`.
    """

    items: list[Item]
    likes: list[tuple[str, str, int]]
    relations: dict[int, str]  # place -> its shortest relation to the mention
    left_out: frozenset[int]  # places of the mention itself and of what its scopes hide
    clauses: frozenset[int]  # heads of its clauses: words of these are its "own", those of others "else"
    stances: frozenset[int]  # places of what it is against or says, which tells nothing of it
    sign: int  # of the plain verdicts bound to the mention; 0: none, or both
    verdicts: tuple[int, ...]  # their tokens


def features_of(parsed: Parsed, mention: Mention, reading: Reading) -> Features:
    """The features of one mention: its own words, other names and numbers are masked, and its scopes left out."""
    own = parsed.tokens_in(mention.span)
    span = (max(own.start, reading.first) - reading.first, min(own.stop, reading.end) - reading.first)
    roles = list(dict.fromkeys(roles_of(parsed, mention.head, reading.words.amounts)))
    scopes = find_scopes(parsed, mention.head, roles, reading)
    hidden = scopes.hidden.union(range(*span))
    stances = frozenset([place for kind, place in scopes.kinds if kind.startswith(STANCES)])
    clauses = _clauses_of(mention.head, roles, reading)
    found = Features([], [], {}, hidden, clauses, stances, *find_verdicts(parsed, roles, reading, hidden))
    placed = _placed(roles, span, reading)
    _relations(placed, reading, found)
    _words(reading, span, found)
    _neighbours(reading, span, found.items)
    if scopes.hidden:
        found.items[:] = [item for item in found.items if item[2] not in scopes.hidden]
        found.likes[:] = [like for like in found.likes if like[2] not in scopes.hidden]
    found.items.extend([(f"has:@{kind}", 1.0, place) for kind, place in scopes.kinds])
    if found.sign:
        kind = "praised" if found.sign > 0 else "blamed"
        found.items.append((f"has:@{kind}", 1.0, found.verdicts[0] - reading.first))
    found.items.extend([(f"role:{role}", 1.0, BUILD) for role in dict.fromkeys([role for role, _ in placed])])
    _build(mention.head - reading.first, span, reading, found.items)
    return found


def with_sentence(found: Features, reading: Reading) -> Features:
    """The features of a mention together with those of its sentence."""
    items = [
        *((name, 1.0, place) for place in reading.telling for name in names_in_sentence(reading, place)),
        *judgements_in_sentence(reading),
    ]
    likes = [
        ("own" if reading.clauses[place] in found.clauses else "else", reading.keys[place], place)
        for place in reading.telling
        if not reading.negated[place]
    ]
    return found._replace(
        items=found.items + [item for item in items if item[2] not in found.left_out],
        likes=found.likes + [like for like in likes if like[2] not in found.left_out],
    )


def names_in_sentence(reading: Reading, place: int) -> list[str]:
    """The features of a word and its classes, wherever in the sentence they stand."""
    turned = "!" if reading.negated[place] else ""
    return [f"sent:{reading.named[place]}", *(f"sent:{turned}@{name}" for name in reading.classes[place])]


def judgements_in_sentence(reading: Reading) -> list[Item]:
    """The valences of the sentence."""
    return [(f"val:sent{'+' if value > 0 else '-'}", abs(value), place) for place, value in reading.judging]


def _clauses_of(head: int, roles: Roles, reading: Reading) -> frozenset[int]:
    """The heads of the clauses that the mention stands in or has a relation to."""
    clauses, first, end = reading.clauses, reading.first, reading.end
    heads = [token for _, token in roles if first <= token < end and clauses[token - first] == token]
    return frozenset([clauses[head - first], *heads])


def _placed(roles: Roles, own: tuple[int, int], reading: Reading) -> list[tuple[str, int]]:
    """The relations that the mention has to words of the sentence beside its own, and the places of these."""
    keys, first, end, low, high = reading.keys, reading.first, reading.end, *own
    return [
        (role, token - first)
        for role, token in roles
        if first <= token < end and not low <= token - first < high and keys[token - first]
    ]


@cache
def family(role: str) -> str:
    """The coarse kind of a relation, one of the last seven of `FAMILIES`."""
    if role in {"subj", "obj"}:
        return role
    if role.startswith(("is", "mod", "subj.is")):
        return "is"
    if role.startswith("subj.obj"):
        return "subj.obj"
    return "subj.x" if role.startswith("subj") else "obj.x" if role.startswith("obj") else "x"


def _relations(placed: list[tuple[str, int]], reading: Reading, found: Features) -> None:
    """Words in relation to the mention, their classes and their valence."""
    items, likes, relations, keys = found.items, found.likes, found.relations, reading.keys
    for role, place in placed:
        shortest = relations.get(place)
        if shortest is None or len(role) < len(shortest):
            relations[place] = role
        kind, turned = family(role), "!" if reading.negated[place] else ""
        items.append((f"{role}>{turned}{keys[place]}", 1.0, place))
        if not turned:
            likes.append((kind, keys[place], place))
        for name in reading.classes[place]:
            items.append((f"{role}>{turned}@{name}", 1.0, place))
        value = reading.valences[place]
        if value:
            sign, value = ("+", value) if value > 0 else ("-", -value)
            items.append((f"val:{role}{sign}", value, place))
            items.append((f"val:{kind}/{sign}", value, place))


def _words(reading: Reading, own: tuple[int, int], found: Features) -> None:
    """Words of the sentence and of the window, with classes and valence by side, distance and quotation."""
    (low, high), keys, named, telling = own, reading.keys, reading.named, reading.telling
    for side, start, stop in (("left", low - NEAR, low), ("right", high, high + NEAR)):
        places = telling[bisect_left(telling, start) : bisect_left(telling, stop)]
        found.items.extend([(f"{side}:{named[place]}", 1.0, place) for place in places])
        found.likes.extend([(side, keys[place], place) for place in places if not reading.negated[place]])
    _valence(reading, own, found.items)


def _valence(reading: Reading, own: tuple[int, int], items: list[Item]) -> None:
    """VADER's words by side, by distance, and by whether they or the mention stand in quotation marks."""
    (low, high), quoted = own, reading.quoted
    inside = "q" if low < len(quoted) and quoted[low] else "n"
    for place, value in reading.judging:
        if low <= place < high:
            continue
        side, far = ("right", place - high + 1) if place >= high else ("left", low - place)
        mark, value = ("+", value) if value > 0 else ("-", -value)
        items.append((f"val:{side}{mark}", value, place))
        items.append((f"val:near{mark}", value / (1 + far / 3), place))
        items.append((f"val:{'q' if quoted[place] else 'n'}{inside}{mark}", value, place))


def _neighbours(reading: Reading, own: tuple[int, int], items: list[Item]) -> None:
    """Pairs of neighbours close to the mention, and the two words on each side of it."""
    (low, high), shown = own, reading.shown
    start = max(0, low - BESIDE)
    before, behind = shown[start:low], shown[high : high + BESIDE]
    places = (*range(start + 1, low), *([low - 1] if before else ()), *range(high, high + len(behind)))
    pairs = zip(pairwise((*before, TARGET, *behind)), places, strict=True)
    items += [(f"pair:{one}_{two}", 1.0, place) for (one, two), place in pairs]
    items += [(f"next-{step}:{word}", 1.0, low - step) for step, word in enumerate(before[: -1 - STEPS : -1], 1)]
    items += [(f"next+{step}:{word}", 1.0, high - 1 + step) for step, word in enumerate(behind[:STEPS], 1)]


def _build(place: int, own: tuple[int, int], reading: Reading, items: list[Item]) -> None:
    """Where the mention stands, how long the sentence is, quotation, contrast and modality."""
    length = len(reading.keys)
    items.append(("has:place", place / length, BUILD))
    items.append(("has:length", min(length, 60) / 60, BUILD))
    items.append(("has:names", min(reading.names, 8) / 8, BUILD))
    if reading.quoted[place]:
        items.append(("has:quoted", 1.0, BUILD))
    if any(reading.quoted):
        items.append(("has:quotation", 1.0, BUILD))
    if place < 3:
        items.append(("has:opening", 1.0, BUILD))
    for there, word in reading.signals:
        if word in reading.words.contrasts:
            items.append((f"has:{word}_{'before' if there < own[0] else 'after'}", 1.0, there))
        elif abs(there - place) <= 8:
            items.append((f"has:{word}", 1.0, there))
