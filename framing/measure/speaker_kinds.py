"""The kind of each speaker, from what all articles of a run tell of her: office, private body, ordinary, none of these.

What any article tells of a person ("chief executive of …", "a driver") tells it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from framing.grouping import group_by
from framing.measure.roster import ActorRoster
from framing.model import BODIES, PEOPLE
from framing.names import without_generation
from framing.packs.people import load_actor_words, load_speaker_nouns
from framing.packs.sources import load_source_words
from framing.syntax.callings import opens_past

Card = Mapping[str, Any]
LEADS = "leads the organisation"  # why a source is asked: it speaks for a body that is no office of a state
HIRED = ("consultant", "strategist")  # who bears such a title works for one side
CARD = ("name", "title", "affiliation")
SCHOLARLY = ("institute", "institution", "university", "college", "academy")  # who is of one of these knows a subject
ORDINARY = ("worker", "resident", "relative", "witness", "victim")  # why ordinary people are asked
SERVING = frozenset(("director", "manager", "head", "boss", "aide", "adviser", "advisor", "assistant", "staffer"))
CAMPAIGN = re.compile(r"\bcampaign\b(?! (?:against|to|on)\b| for (?:the|a)\b)")  # for an office, not "against noise"
OWNER = re.compile(r"^(?P<before>.+?)(?:['’]s|s['’]) |\b(?:for|of|to) (?P<behind>.+)$")  # whose she is: "the mayor's"


def kinds_told(details: Sequence[Card], actors: Sequence[str], roster: ActorRoster) -> list[str]:
    """The kind of the speaker of each quote, given its detail and its actor."""
    cards = [{"actor": actor, **(one.get("card") or {})} for actor, one in zip(actors, details, strict=True)]
    known = {actor: every for actor, every in group_by(cards, lambda card: str(card["actor"])).items() if actor}
    officials = _names_of_officials(roster)
    kinds, read = [], dict[tuple[str, str, str], str]()  # what is told of an actor is looked through once
    for actor, one, card in zip(actors, details, cards, strict=True):
        kind = str(one.get("speaker_kind") or "unnamed")
        key = (actor, kind, str(card.get("title", "")))
        if kind in PEOPLE and not (actor and key in read):
            of_body = _is_of_body(actor, roster)
            read[key] = _kind_of_person(kind, card, known.get(actor, ()), officials, of_body=of_body)
        body = kind == "organisation" and CAMPAIGN.search(str(card.get("name", "")))
        kinds.append("official" if body else read.get(key, kind))
    return kinds


def _names_of_officials(roster: ActorRoster) -> frozenset[str]:
    """Names and surnames of all who hold an office, in small letters."""
    names = (without_generation(one.name.lower()) for one in roster.facts.values() if one.kind == "official")
    return frozenset(name for words in names for name in (" ".join(words), words[-1]))


def _is_of_body(actor: str, roster: ActorRoster) -> bool:
    """Whether an actor belongs to a body that is neither a state nor a party."""
    return any(roster.kind(body) in BODIES and roster.kind(body) != "party" for body in roster.bodies_of(actor))


def _kind_of_person(kind: str, card: Card, told: Sequence[Card], officials: Collection[str], *, of_body: bool) -> str:
    """The kind of one person: by the card of one statement, and all that is `told` of her where she is an actor."""
    whys = Counter(str(one.get("why", "")) for one in told)
    past = any(opens_past(str(one.get("title", ""))) for one in told)
    own = told or (card,)
    if kind in ("official", "civilian") and any(_is_clergy(one) for one in own):
        return "person"
    if kind not in ("expert", "journalist") and any(_serves(one, officials) for one in own):
        return "official"
    if kind in ("official", "person") and not past and any(CAMPAIGN.search(_post_of(one)) for one in own):
        return "official"
    if kind in ("official", "person") and whys[LEADS] > whys["holds office"] + whys["spokesperson"]:
        return "organisation"
    if kind == "expert":
        return _kind_of_expert(own, of_body=of_body, speaks_for=bool(whys["spokesperson"]))
    if kind == "person" and whys["spokesperson"] and of_body and not past:
        return "organisation"
    kin = whys["relative"] and any(_owner_in_office(one, officials) for one in own if one.get("why") == "relative")
    ordinary = any(whys[why] for why in ORDINARY if not (kin and why == "relative"))
    if kind == "civilian":
        prominent = whys["holds office"] or any(_noun_of(one) in load_source_words().prominent for one in own)
        return "person" if (kin or prominent) and not ordinary else kind
    if kind != "person" or past:
        return kind
    if any(_holds_office(one) for one in own):
        return "official"
    return "civilian" if ordinary else _kind_of_card(own, known=bool(told))


def _kind_of_expert(own: Sequence[Card], *, of_body: bool, speaks_for: bool) -> str:
    """The kind of somebody who knows a subject: a lawyer of one side knows no more than another party."""
    if speaks_for:
        return "organisation" if of_body else "person"
    return "person" if any(str(one.get("title", "")).lower().endswith(HIRED) for one in own) else "expert"


def _is_clergy(card: Card) -> bool:
    """Whether a title, or the word beside a name, is a clergyman's: "Bishop", "Jesuit Father"; not "her father"."""
    titles = (str(card.get(name, "")).rpartition(" ")[2] for name in ("title", "why_words"))
    clergy = load_actor_words().clergy_titles
    return any(one[:1].isupper() and one.lower().removeprefix("arch") in clergy for one in titles)


def _serves(card: Card, officials: Collection[str]) -> bool:
    """Whether somebody works for who holds an office, or directs an office of state: "the mayor's press aide"."""
    serving = _noun_of(card) in SERVING and not opens_past(str(card.get("title", "")))
    if not serving and card.get("why") != "works there":
        return False
    return str(card.get("affiliation", "")).startswith("Office of ") or _owner_in_office(card, officials)


def _holds_office(card: Card) -> bool:
    """Whether a title, or what is told beside a name, is an office that no firm has: "the state's two senators"."""
    beside = str(card.get("why_words", "")).lower().rpartition(" ")[2] if card.get("why") == "holds office" else ""
    nouns, shared = load_speaker_nouns(), load_actor_words().shared_offices
    forms = {form for noun in (_noun_of(card), beside) for form in (noun, noun.removesuffix("s"))}
    return any(nouns.get(noun) == "official" and noun not in shared for noun in forms)


def _post_of(card: Card) -> str:
    """Title and affiliation in one: "manager of the Lund campaign"."""
    return f"{card.get('title', '')} {card.get('affiliation', '')}"


def _noun_of(card: Card) -> str:
    """The noun of a title: "aide" of "press aide to the mayor"."""
    return re.split(r" (?:of|for|to|at|in) ", str(card.get("title", "")).lower())[0].rpartition(" ")[2]


def _owner_in_office(card: Card, officials: Collection[str]) -> bool:
    """Whether what a card tells somebody to be is told of who holds an office: "for Rep. Ada Lund", "the mayor's"."""
    found = OWNER.search(str(card.get("why_words", "")))
    owners = [str(card.get("affiliation", "")), *(found.groups("") if found else ())]
    return any(_is_in_office(owner, officials) for owner in owners if owner)


def _is_in_office(owner: str, officials: Collection[str]) -> bool:
    """Whether words mean who holds an office: by its noun alone, or by a name with or without titles before it."""
    nouns, forms = load_speaker_nouns(), load_actor_words().honorifics
    words = owner.lower().split()
    if owner.split()[-1].islower():
        return nouns.get(words[-1]) == "official"
    while len(words) > 1 and (nouns.get(words[0]) == "official" or words[0] in forms or words[0].strip(".") in forms):
        words = words[1:]
    return " ".join(words) in officials


def _kind_of_card(cards: Sequence[Card], *, known: bool) -> str:
    """The kind of somebody without an office: "a customer" is ordinary, and who is of an institute knows a subject.

    Who is no known actor, and is called by the noun of a body, is one: "Gay and Lesbian Alliance".
    """
    nouns = load_speaker_nouns()
    last = {name: [str(card.get(name, "")).lower().rpartition(" ")[2] for card in cards] for name in CARD}
    if not known and nouns.get(last["name"][0]) == "organisation":
        return "organisation"
    if any(nouns.get(word) == "civilian" and word not in load_source_words().prominent for word in last["title"]):
        return "civilian"
    scholar = any(
        body in SCHOLARLY and not title for body, title in zip(last["affiliation"], last["title"], strict=True)
    )
    return "expert" if scholar else "person"
