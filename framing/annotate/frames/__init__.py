"""Which wording of a referent the article chose: the variants of frame packs, found in the parsed text.

Conditions are checked, the longest wording is kept, its state is read.
"""

from __future__ import annotations

from collections.abc import Sequence as SequenceOf
from typing import NamedTuple

from framing.annotate.frames.assertion import assertion_of
from framing.annotate.frames.match import Matcher
from framing.annotate.frames.token_index import TokenIndex
from framing.model import Cue, CueState, Mention, Parsed
from framing.packs.referent import Context, FramePack, FrameRules, Lookup, Pattern, Referent, Variant, Within
from framing.syntax import roles
from framing.syntax.roles import by_phrase, dependents, doer_of, is_passive, prepositions
from framing.syntax.shapes import is_capital_by_place
from framing.syntax.tree import head_of

HYPHENS = frozenset("-‐‑")
SMALL = ("ADP", "CCONJ", "DET")  # words inside a name that bear no capital
PATIENT_PREPS = ("of", "on", "against", "over", "at")


class _Hit(NamedTuple):
    """A variant over tokens `first` to `last`, inclusive."""

    first: int
    last: int
    lookup: Lookup


def find_cues(parsed: Parsed, mentions: SequenceOf[Mention], packs: SequenceOf[FramePack]) -> tuple[Cue, ...]:
    """Every wording of the packs' referents, in text order. Inside one referent the longest wording wins.

    Whether a pack should speak here at all is asked before: `choose_packs` in `anchors.py`.
    """
    index = TokenIndex(parsed, mentions)
    cues: list[Cue] = []
    for pack in packs:
        cues += [_cue(index, pack, hit) for hit in _longest(_hits(Matcher(index, pack)))]
    return tuple(sorted(cues, key=lambda c: (c.span, c.pack, c.referent, c.variant)))


def pattern_occurs(parsed: Parsed, mentions: SequenceOf[Mention], pack: FramePack, pattern: Pattern) -> bool:
    """Whether a pattern's words occur, whatever its conditions."""
    return Matcher(TokenIndex(parsed, mentions), pack).occurs(pattern)


def _hits(matcher: Matcher) -> list[_Hit]:
    """Variants whose words and conditions hold, each stretch once."""
    date = matcher.index.parsed.article.date
    sentence_of = matcher.index.parsed.sentence_of
    found: dict[tuple[int, int, int], _Hit] = {}
    for lookup, first, last in matcher.hits():
        key = first, last, id(lookup.variant)
        if (
            key not in found
            and _in_time(lookup.referent, date)
            and _in_time(lookup.variant, date)
            and _in_context(matcher, lookup.referent.context, sentence_of[first])
            and _in_context(matcher, lookup.variant.context, sentence_of[first])
            and _roles_hold(matcher, lookup.variant, first, last)
            and not _is_in_name(matcher.index.parsed, lookup.variant, first, last)
        ):
            found[key] = _Hit(first, last, lookup)
    return list(found.values())


def _is_in_name(parsed: Parsed, variant: Variant, first: int, last: int) -> bool:
    """Whether common words of a variant stand in the name of a law, an office, a work: "the Climate Emergency Fund"."""
    while first < last and not parsed.words[first][:1].isupper() and parsed.pos[first] in (*SMALL, "NUM"):
        first += 1  # "9 of the Illegal Immigrants Act" counts no people
    words = [token for token in range(first, last + 1) if parsed.words[token][:1].isalpha()]
    if not words or not all(parsed.words[token][:1].isupper() for token in words):
        return False
    if any(parsed.pos[token] in ("VERB", "AUX") for token in words):
        return False
    if all(is_capital_by_place(parsed, token) for token in words):
        return False  # a headline in title case, the first word of a sentence
    own = {word for example in variant.yes for word in example.split()[1:]}
    if any(parsed.words[token] in own for token in words):
        return False  # the pack itself writes it so
    before = first - 2 if first > 1 and parsed.pos[first - 1] in SMALL else first - 1
    after = last + 2 if last + 2 < len(parsed) and parsed.words[last + 1] == "(" else last + 1
    return len(words) > 1 or any(
        0 <= i < len(parsed) and parsed.words[i][:1].isupper() and not is_capital_by_place(parsed, i)
        for i in (before, after)
    )


def _longest(hits: list[_Hit]) -> list[_Hit]:
    """Per referent, hits that no longer hit overlaps; of equals, the one that the pack names first."""
    kept: list[_Hit] = []
    taken: dict[str, int] = {}  # referent -> tokens, as bits
    for hit in sorted(hits, key=lambda h: (h.first - h.last, h.first, h.lookup.order)):
        id, stretch = hit.lookup.referent.id, (2 << hit.last) - (1 << hit.first)
        if not taken.get(id, 0) & stretch:
            taken[id] = taken.get(id, 0) | stretch
            kept.append(hit)
    return kept


def _in_time(limits: Referent | Variant, date: str) -> bool:
    """Whether the article's date allows the referent or variant; undated articles pass."""
    if not date:
        return True
    return not (limits.after and date < limits.after) and not (limits.before and date > limits.before)


def _in_context(matcher: Matcher, context: Context, sentence: int) -> bool:
    """Whether something of `near` stands near, and nothing of `not_near`."""
    if context.not_near:
        reach = _reach(sentence, context.not_within)
        if any(matcher.occurs(pattern, reach) for pattern in context.not_near):
            return False
    if context.near:
        reach = _reach(sentence, context.within)
        return any(matcher.occurs(pattern, reach) for pattern in context.near)
    return True


def _reach(sentence: int, within: Within) -> int:
    """The sentences that count as near, as bits."""
    return {"sentence": 1 << sentence, "neighbours": 0b111 << sentence >> 1, "article": -1}[within]


def _roles_hold(matcher: Matcher, variant: Variant, first: int, last: int) -> bool:
    """Whether agent and patient of the matched words are those that the variant asks for."""
    if not (variant.agent or variant.patient or variant.not_agent):
        return True
    parsed = matcher.index.parsed
    head = head_of(parsed, first, last)
    agents = _agents_of(parsed, head)
    if variant.not_agent and _fits(matcher, agents, variant.not_agent):
        return False
    if variant.agent and not _fits(matcher, agents, variant.agent):
        return False
    return not variant.patient or _fits(matcher, _patients_of(parsed, head), variant.patient)


def _agents_of(parsed: Parsed, head: int) -> list[int]:
    """Tokens that head the doer of a verb (subject, by-phrase) or of an event noun (possessor, by-phrase, modifier)."""
    found, doer = [], by_phrase(parsed, head)
    if parsed.pos[head] not in ("VERB", "AUX"):
        found = dependents(parsed, head, roles.NOUN_MODIFIERS)
    elif not is_passive(parsed, head):
        doer = doer_of(parsed, head)
    return found if doer is None else [*found, doer]


def _patients_of(parsed: Parsed, head: int) -> list[int]:
    """Tokens that head whoever suffers it: object, passive subject, or what is attacked in "attack on X"."""
    found, behind = [], prepositions(parsed, head, PATIENT_PREPS)
    if parsed.pos[head] in ("VERB", "AUX"):
        found = dependents(parsed, head, roles.LOGICAL_OBJECTS | roles.RECEIVERS)
        behind = dependents(parsed, head, roles.PREPOSITIONS)
    return found + [thing for one in behind for thing in dependents(parsed, one, roles.PREPOSITION_OBJECTS)]


def _fits(matcher: Matcher, tokens: list[int], asked: tuple[str, ...]) -> bool:
    """Whether the doers are those asked for: ids, "any" (somebody is named) or "none"."""
    if "none" in asked and not tokens:
        return True
    named = {actor for token in tokens for actor in _named(matcher, token)}
    return ("any" in asked and bool(tokens)) or not named.isdisjoint(asked)


def _named(matcher: Matcher, token: int) -> frozenset[str]:
    """Actors that a token and its modifiers name ("the Azerbaijani army": Azerbaijan)."""
    beside = dependents(matcher.index.parsed, token, roles.NOUN_MODIFIERS | roles.APPOSITIONS)
    return matcher.actors_at((token, *beside))


def _cue(index: TokenIndex, pack: FramePack, hit: _Hit) -> Cue:
    """The finding that a hit stands for. It concerns whom its pole favours or harms, else whoever it mentions."""
    parsed, lookup, pole = index.parsed, hit.lookup, hit.lookup.pole
    sides = (*pole.favours, *pole.against)
    spots = index.mentions.in_sentence[parsed.sentence_of[hit.first]]
    named = (spot.actor for spot in spots if spot.first <= hit.last and hit.first <= spot.last)
    return Cue(
        span=parsed.span(*_without_loose_ends(parsed, hit.first, hit.last)),
        pack=pack.id,
        referent=lookup.referent.id,
        pole=pole.id,
        variant=lookup.variant.id,
        value=pole.value,
        state=_state(index, hit, pack.rules),
        actors=tuple(dict.fromkeys(sides or named)),
        confidence=lookup.variant.confidence,
        name=lookup.referent.name,
        neutral=tuple(one.gloss for one in lookup.referent.poles if one.kind == "neutral"),
        argument=lookup.variant.kind == "argument",
    )


def _without_loose_ends(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    """The words without a preposition whose noun is not among them ("fled to"), or "during"; no joined word is cut.

    "lightning-quick strike" is named whole.
    """
    while (
        first < last and parsed.deps[last] in roles.PREPOSITIONS and dependents(parsed, last, roles.PREPOSITION_OBJECTS)
    ):
        last -= 1
    while first > 1 and parsed.words[first - 1] in HYPHENS and parsed.ends[first - 2] + 1 == parsed.starts[first]:
        first -= 2
    return first + (first < last and parsed.lowers[first] == "during"), last


def _state(index: TokenIndex, hit: _Hit, rules: FrameRules) -> CueState:
    """The state of a hit; sentences without a word that could change it are not looked into."""
    if not index.sentences_with(rules.triggers) >> index.parsed.sentence_of[hit.first] & 1:
        return "asserted"
    return assertion_of(index.parsed, hit.first, hit.last, rules, hit.lookup.plan.own)
