"""Words that tell who a name is: first names, titles, groups, heads of organisations, places. Loaded once, as sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from framing.packs.tomlfile import LEXICONS, read_toml


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Word sets, lower case; `first_names`, `honorifics` and `gendered` give "he" or "she" by word."""

    first_names: Mapping[str, str]  # "he", "she", or "" for a name of both
    honorifics: Mapping[str, str]
    gendered: Mapping[str, str]
    personal: frozenset[str]  # given names, titles and forms of address: what stands before a surname
    titles: frozenset[str]
    before_titles: frozenset[str]
    lowering: frozenset[str]
    short_titles: Mapping[str, frozenset[str]]  # "gov." -> governor
    groups: frozenset[str]
    main_groups: frozenset[str]
    officials: frozenset[str]
    acts: frozenset[str]  # of the officials, those that are not anybody but what a state does: "assault"
    organisations: frozenset[str]
    leaders: frozenset[str]
    fields: frozenset[str]
    public: frozenset[str]
    chambers: frozenset[str]
    things: frozenset[str]
    place_words: frozenset[str]
    motion: frozenset[str]
    acting: frozenset[str]
    human: frozenset[str]
    place_nouns: frozenset[str]
    state_nouns: frozenset[str]
    acted_on: frozenset[str]
    place_objects: frozenset[str]
    giving: frozenset[str]
    relating: frozenset[str]
    meeting: frozenset[str]
    particles: frozenset[str]
    ranks: frozenset[str]
    bodies: Mapping[str, str]  # noun, also in the plural, to the noun
    company: frozenset[str]
    associations: frozenset[str]
    plain_groups: frozenset[str]
    firms: frozenset[str]
    papers: frozenset[str]
    paper_nouns: frozenset[str]
    employers: frozenset[str]
    firm_strong: frozenset[str]
    firm_weak: frozenset[str]
    called: frozenset[str]
    plain_firms: frozenset[str]
    adherents: frozenset[str]
    gazetteer: frozenset[str]
    abbreviations: frozenset[str]
    postal: frozenset[str]  # in capitals
    times: frozenset[str]
    marks: frozenset[str]
    nicknames: Mapping[str, frozenset[str]]  # given name -> all of its family
    stop: frozenset[str]


@cache
def load_actor_words() -> ActorWords:
    """The word sets of `lexicons/actor_words.toml` and `lexicons/first_names.toml`."""
    table = read_toml(LEXICONS / "actor_words.toml")
    first_names = _by_gender(read_toml(LEXICONS / "first_names.toml")["names"])
    honorifics = _by_gender(table["honorifics"])
    return ActorWords(
        first_names=first_names,
        honorifics=honorifics,
        personal=frozenset(first_names) | frozenset(honorifics) | _words(table["titles"]["one"]),
        gendered=_by_gender(table["gendered"]),
        titles=_words(table["titles"]["one"]),
        before_titles=_words(table["titles"]["before"]),
        lowering=_words(table["titles"]["lowering"]),
        short_titles={short: _words(long) for short, long in table["titles"]["short"].items()},
        groups=_words(table["groups"]["nouns"]),
        main_groups=_words(table["groups"]["main"]),
        officials=_words(table["officials"]["nouns"]) | _words(table["officials"]["acts"]),
        acts=_words(table["officials"]["acts"]),
        organisations=_words(table["organisations"]["heads"]),
        **{key: _words(table["organisations"][key]) for key in ("leaders", "fields", "public", "chambers")},
        things=_words(table["things"]["heads"]),
        place_words=_words(table["places"]["before"]),
        motion=_words(table["places"]["motion"]),
        acting=_words(table["acting"]["verbs"]),
        human=_words(table["acting"]["human"]),
        state_nouns=_words(table["states"]["nouns"]),
        place_nouns=_words(table["place_nouns"]["words"]),
        bodies={form: noun for noun in _words(table["bodies"]["nouns"]) for form in (noun, f"{noun}s")},
        company=_words(table["bodies"]["company"]),
        plain_groups=_words(table["bodies"]["groups"]),
        **{key: _words(table["bodies"][key]) for key in ("associations", "firms", "papers", "paper_nouns")},
        employers=_words(table["employers"]["nouns"]),
        firm_strong=_words(table["employers"]["strong"]),
        firm_weak=_words(table["employers"]["weak"]),
        called=_words(table["employers"]["called"]),
        plain_firms=_words(table["employers"]["plain"]),
        adherents=_words(table["stop"]["adherents"]),
        gazetteer=_words(table["gazetteer"]["states"]) | _words(table["gazetteer"]["cities"]),
        abbreviations=_words(table["gazetteer"]["abbreviations"]),
        nicknames=_families(table["nicknames"]["families"]),
        **{key: _words(table["around_places"][key]) for key in ("acted_on", "place_objects", "giving", "relating")},
        **{key: _words(table["around_names"][key]) for key in ("meeting", "particles", "ranks")},
        postal=_words(table["gazetteer"]["postal"]),
        **{key: _words(table["stop"][key]) for key in ("times", "marks")},
        stop=_words(table["stop"]["words"]),
    )


def _words(text: str) -> frozenset[str]:
    """A white-space separated list; "_" joins the words of a phrase."""
    return frozenset(word.replace("_", " ") for word in text.split())


def _by_gender(table: Mapping[str, str]) -> dict[str, str]:
    """Word to "he", "she" or "" from lists under `he`, `she` and `any`."""
    found = {word: "he" for word in table["he"].split()}
    for word in table["she"].split():
        found[word] = "" if word in found else "she"
    return found | {word: "" for word in table.get("any", "").split()}


def _families(lines: list[str]) -> dict[str, frozenset[str]]:
    """Every given name with all the names that may stand for it."""
    found: dict[str, frozenset[str]] = {}
    for line in lines:
        family = frozenset(line.split())
        for name in family:
            found[name] = found.get(name, frozenset()) | family
    return found
