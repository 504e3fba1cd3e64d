"""The roster of a run: what an actor is called and what it is, where it belongs, and which words may mean it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from framing.model import PEOPLE, Actor
from framing.names import is_near, without_generation

if TYPE_CHECKING:
    import pandas as pd

    from framing.model import ActorKind

CHAMBERS = frozenset(("senate", "congress", "house", "parliament", "assembly", "legislature", "duma", "bundestag"))
LONG = 4  # letters; a shorter word must stand in a text as a word of its own


@dataclass(frozen=True)
class ActorRoster:
    """What is known of the actors of a run, by actor id."""

    facts: Mapping[str, Actor]
    state_sides: Mapping[str, str]  # state -> side of those who speak for it, where a pack gives them one

    def name(self, actor: str) -> str:
        """Readable name of an actor."""
        return self.facts[actor].name if actor in self.facts else actor.lstrip("~").replace("-", " ").title()

    def is_named(self, actor: str) -> bool:
        """Whether somebody or some body is meant who bears a name: no place, no thing, not "officials" or "critics"."""
        name = self.name(actor)
        return name != name.lower() and self.kind(actor) not in {"place", "thing"}

    def may_be_several(self, actor: str) -> bool:
        """Whether a person is known by a surname alone that another of the roster bears, too."""
        name = self.name(actor)
        if " " in name or self.kind(actor) not in PEOPLE:
            return False
        people = (one for one in self.facts.values() if one.kind in PEOPLE)
        return sum(without_generation(one.name)[-1:] == [name] for one in people) > 1

    def kind(self, actor: str) -> str:
        """Kind of an actor: person, state, organisation, group or place; "" when the roster does not know it."""
        return self.facts[actor].kind if actor in self.facts else ""

    def side(self, actor: str) -> str:
        """The side an actor speaks for, or "": that of its pack ("the Armenian side"), else the state it belongs to.

        Or the body: none speaks for a chamber or a party, in which each member may say something else.
        """
        seen: set[str] = set()
        while actor in self.facts and actor not in seen:
            seen.add(actor)
            entry = self.facts[actor]
            label = entry.side or self.state_sides.get(actor, "")
            if label:
                return label if label.lower().endswith("side") else f"the {label} side"
            if not entry.member_of:
                single = len(seen) > 1 and entry.kind != "party" and not self._is_chamber(actor)
                return entry.name if entry.kind == "state" or single else ""
            actor = entry.member_of
        return self.name(actor) if seen and actor not in seen else ""

    def _is_chamber(self, actor: str) -> bool:
        """Whether a body is a parliament or a part of one."""
        return not CHAMBERS.isdisjoint(self.name(actor).lower().split())

    def bodies_of(self, actor: str) -> list[str]:
        """What an actor belongs to, and what that belongs to."""
        found: list[str] = []
        entry = self.facts.get(actor)
        while entry is not None and entry.member_of and entry.member_of not in found:
            found.append(entry.member_of)
            entry = self.facts.get(entry.member_of)
        return found

    def may_name(self, actor: str, text: str, titles: Iterable[str] = ()) -> bool:
        """Whether a text (as `searchable` gives it) has a word by which the actor could be meant."""
        named = any(_stands(word, text) for word in {*self._names(actor), *titles} if word)
        return named or self.may_be_misspelt(actor, text)

    def may_be_misspelt(self, actor: str, text: str) -> bool:
        """Whether a text in lower case has the given name and soon behind it a surname one or two letters off."""
        given, *rest = without_generation(self.name(actor).lower())
        if not rest or self.kind(actor) not in PEOPLE or given not in text:
            return False
        behind = re.findall(rf"\b{re.escape(given)}\W+((?:[\w'-]+\W+){{0,2}}[\w'-]+)", text)
        return any(is_near(rest[-1], word) for words in behind for word in words.split())

    def _names(self, actor: str) -> set[str]:
        """Longer words of an actor's name, its initials and its other names, in lower case."""
        name, aliases = self.name(actor), self.facts[actor].aliases if actor in self.facts else ()
        words = {word.removesuffix("s") for word in re.findall(r"\w+", name.lower()) if len(word) >= LONG}
        initials = "".join(re.findall(r"\b[A-Z]", name)).lower()
        names = words or {name.lower()}
        names |= {initials} if len(initials) > 2 else set()
        return names | {alias.lower() for alias in aliases if len(alias) > 2}


def searchable(texts: Iterable[str]) -> str:
    """Texts in lower case, and once more without full stops, so that "C.I.A." is also "cia"."""
    lower = " ".join(texts).lower().replace("’", "'")
    return f"{lower} {lower.replace('.', '')}"


def _stands(word: str, text: str) -> bool:
    """Whether a longer word stands anywhere in the text, a short one as a word of its own."""
    return word in text and (len(word) > LONG or re.search(rf"\b{re.escape(word)}\b", text) is not None)


def open_roster(actors: pd.DataFrame) -> ActorRoster:
    """The roster of the table of actors."""
    actors = fill_text(actors, ("name", "kind", "member_of", "side", "aliases"))
    columns = [actors[name].astype(str) for name in ("actor", "name", "kind", "member_of", "side", "aliases")]
    facts = {
        actor: Actor(actor, name, cast("ActorKind", kind), member_of, side, tuple(filter(None, aliases.split("; "))))
        for actor, name, kind, member_of, side, aliases in zip(*columns, strict=True)
    }
    return ActorRoster(facts, _state_sides(facts))


def _state_sides(known: Mapping[str, Actor]) -> dict[str, str]:
    """For each state the side that most of its people bear, so that "Yerevan" and its minister stand on one side."""
    found: dict[str, list[str]] = {}
    for entry in known.values():
        if entry.side and entry.member_of in known and known[entry.member_of].kind == "state":
            found.setdefault(entry.member_of, []).append(entry.side)
    return {state: min(set(sides), key=lambda side: (-sides.count(side), side)) for state, sides in found.items()}


def fill_text(table: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The table with "" for missing text, as some readers of CSV leave it."""
    holes = [name for name in columns if name in table and table[name].isna().any()]
    return table.assign(**{name: table[name].astype(object).fillna("") for name in holes}) if holes else table
