"""Known actors: the entries of the world roster, of topic packs and of a user's actors file, ready for matching.

An entry in TOML, the same everywhere:

    [[actor]]
    id = "AM"                       # stable, kept by every table
    name = "Armenia"                # readable
    kind = "state"                  # one of the kinds of actors: person, official, state, organisation, company, …
    member_of = ""                  # id of the state or organisation that it acts for
    side = ""                       # label for charts by side
    gender = "it"                   # he, she, they, it; default: it for states and organisations, they for groups
    aliases = ["Republic of Armenia"]       # always this actor
    demonyms = ["Armenian", "Armenians"]    # this actor before "officials", "army"; not before "church"
    metonyms = ["Yerevan"]          # capitals and seats: actor or place, decided by syntax
    roles = [{ title = "prime minister", aliases = ["premier"], from = "2018-05-08", to = "" }]   # persons only
    ambiguous = ["Georgia"]         # of the names above, those that others bear too; each counts only in an article
                                    # that holds another name of this actor or a word of `near`
    near = ["caucasus"]             # lower case
    not_near = ["atlanta"]          # lower case; in a sentence with one of these the ambiguous name does not count
    note = ""                       # a neutral line for the reader
    yes = ["Yerevan said it would sign."]   # sentences in which it must be found
    no = ["She flew to Yerevan."]           # sentences in which it must not

A user's actors file may add, to any entry:

    order = 1                       # place in charts and colours, 1 first
    merge = ["d-harker"]            # ids of the printed roster that are this same actor
    split = ["Dale"]                # names that are somebody else
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args

from framing.errors import PackError
from framing.model import ActorKind, MentionLabel, Nature, nature_of
from framing.packs.prepared import kept
from framing.packs.tomlfile import index_by_key, read_toml

Gender = Literal["he", "she", "they", "it", ""]
INTERNATIONAL = "organisations.toml"
WORLD = Path(__file__).parent / "actors"
_DEFAULT_GENDER: Mapping[Nature, Gender] = MappingProxyType({"state": "it", "organisation": "it", "group": "they"})
_TOKEN = re.compile(r"'s\b|'(?=\s|$)|(?:(?!'s\b|'(?:\s|$))[^\s-])+|-")
_DATE = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")


@dataclass(frozen=True, slots=True)
class Role:
    """An office that a person holds from `since` to `until` (ISO dates, "" for an open end)."""

    title: str
    aliases: tuple[str, ...] = ()
    since: str = ""
    until: str = ""

    def holds(self, date: str) -> bool:
        """Whether the office is held on `date`; an article without a date counts as today, the open end."""
        return not self.until if not date else self.since <= date and (not self.until or date <= self.until)


@dataclass(frozen=True, slots=True)
class KnownActor:
    """One entry of a roster; the module's docstring describes the fields."""

    id: str
    name: str
    kind: ActorKind
    member_of: str = ""
    side: str = ""
    gender: Gender = ""
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    ambiguous: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    note: str = ""
    order: int = 0  # place in charts and colours, 1 first; 0 for no wish
    merge: tuple[str, ...] = ()  # ids of the roster that are this same actor
    split: tuple[str, ...] = ()  # names that are somebody else
    where: str = ""  # file that holds the entry, for messages

    @property
    def nature(self) -> Nature:
        """Whether it is somebody, some body, a state and so on, whatever its closer kind."""
        return nature_of(self.kind)

    @property
    def is_part(self) -> bool:
        """Whether the entry is part of a state, as Texas is: mostly a mere place."""
        return self.kind == "state" and bool(self.member_of)

    @property
    def is_international(self) -> bool:
        """Whether the entry is one of the world roster's organisations, none of which is a company."""
        return self.where == INTERNATIONAL


class KnownForm(NamedTuple):
    """One way of writing an actor, split into tokens."""

    words: tuple[str, ...]
    label: MentionLabel
    actor: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class KnownActors:
    """Entries by id, and their forms by first token, longest form first."""

    entries: Mapping[str, KnownActor]
    forms: Mapping[str, tuple[KnownForm, ...]]
    offices: Mapping[str, tuple[tuple[Role, str], ...]]  # lower-case title -> who holds it when

    def holder(self, title: str, country: str, date: str) -> str:
        """Id of the one person who holds `title` for `country` on `date`, or "" when nobody or several do."""
        found = {
            actor
            for role, actor in self.offices.get(title, ())
            if self.entries[actor].member_of == country and role.holds(date)
        }
        return found.pop() if len(found) == 1 else ""


def parse_actor_entries(table: Mapping[str, Any] | Sequence[Mapping[str, Any]], where: str) -> tuple[KnownActor, ...]:
    """The `[[actor]]` entries of a parsed TOML file, or of a list of such tables.

    Raises:
        PackError: an entry is incomplete, misspelt or given twice; the message names file and entry.
    """
    rows = table.get("actor", []) if isinstance(table, Mapping) else table
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise PackError(f"{where}: each actor needs a head of its own, in two pairs of brackets: [[actor]].")
    entries = tuple(_entry(row, where, number) for number, row in enumerate(rows, 1))
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise PackError(f"{where}: actor id {entry.id!r} is given twice. Merge the two entries or rename one id.")
        seen.add(entry.id)
    return entries


_KEYS = frozenset(f.name for f in fields(KnownActor)) - {"where"}
_LISTS = tuple(f.name for f in fields(KnownActor) if f.type == "tuple[str, ...]")


def _entry(row: Mapping[str, Any], where: str, number: int) -> KnownActor:
    """One checked entry."""
    label = f"{where}: actor {row.get('id') or number!r}"
    unknown = sorted(set(row) - _KEYS)
    if unknown:
        raise PackError(f"{label} has unknown keys {', '.join(unknown)}. Known keys: {', '.join(sorted(_KEYS))}.")
    for key in ("id", "name", "kind"):
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise PackError(f'{label} lacks {key!r}. A good entry: id = "AM", name = "Armenia", kind = "state".')
    if row["kind"] not in get_args(ActorKind):
        raise PackError(f"{label}: kind {row['kind']!r} is none of {', '.join(get_args(ActorKind))}.")
    if row["id"].startswith("~"):
        raise PackError(f"{label}: ids that start with ~ are kept for actors found in a text. Choose another id.")
    gender = row.get("gender", _DEFAULT_GENDER.get(nature_of(row["kind"]), ""))
    if gender not in get_args(Gender):
        raise PackError(f'{label}: gender {gender!r} is none of he, she, they, it, "".')
    lists = {key: _strings(row.get(key, []), f"{label}: {key}") for key in _LISTS}
    plain = {key: str(row.get(key, "")) for key in ("id", "name", "kind", "member_of", "side", "note")}
    roles = _roles(row.get("roles", []), label)
    order = row.get("order", 0)
    if not isinstance(order, int) or order < 0:
        raise PackError(f"{label}: order must be a whole number, 1 for the first colour.")
    filled: dict[str, Any] = {**plain, **lists, "gender": gender, "order": order, "roles": roles, "where": where}
    return KnownActor(**filled)


def _strings(value: object, label: str) -> tuple[str, ...]:
    """A list of non-empty strings, or an error."""
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise PackError(f'{label} must be a list of texts, such as ["Yerevan", "Armenia"].')
    return tuple(value)


def _roles(value: object, label: str) -> tuple[Role, ...]:
    """The offices of a person, checked."""
    good = 'roles = [{ title = "prime minister", aliases = ["premier"], from = "2018-05-08", to = "" }]'
    if not isinstance(value, list) or not all(isinstance(v, Mapping) and v.get("title") for v in value):
        raise PackError(f"{label}: roles must be a list of tables with a title. Write {good}.")
    for role in value:
        extra = sorted(set(role) - {"title", "aliases", "from", "to"})
        if extra or not all(_DATE.fullmatch(str(role.get(key, ""))) for key in ("from", "to")):
            raise PackError(
                f"{label}: role {role['title']!r} has unknown keys or a date that is not ISO. Write {good}."
            )
    return tuple(
        Role(
            title=str(role["title"]),
            aliases=_strings(role.get("aliases", []), f"{label}: role aliases"),
            since=str(role.get("from", "")),
            until=str(role.get("to", "")),
        )
        for role in value
    )


def read_actor_file(path: Path) -> tuple[KnownActor, ...]:
    """The actor entries of one TOML file.

    Raises:
        PackError: the file is missing, is not TOML, or holds a faulty entry.
    """
    if not path.exists():
        raise PackError(f"{path}: there is no such actors file. Check the path.")
    table = read_toml(path, problem="this is not valid TOML in UTF-8", remedy="Mend that line and try again.")
    return parse_actor_entries(table, path.name)


@cache
@kept
def load_world() -> tuple[KnownActor, ...]:
    """The world roster: states, territories and international organisations, in file and entry order."""
    return tuple(entry for path in sorted(WORLD.glob("*.toml")) for entry in read_actor_file(path))


def load_known(extra_entries: Iterable[KnownActor] = (), actors_file: Path | None = None) -> KnownActors:
    """The world roster, with topic entries and a user's actors file laid over it (a later entry of one id wins).

    Raises:
        PackError: the actors file cannot be used.
    """
    own = read_actor_file(actors_file) if actors_file else ()
    return _index(apply_edits((*load_world(), *extra_entries, *own)))


def apply_edits(entries: Iterable[KnownActor]) -> tuple[KnownActor, ...]:
    """Entries after `merge` and `split`: merged ones give their names away, split names become actors of their own."""
    by_id: dict[str, KnownActor] = {}
    for entry in entries:
        by_id[entry.id] = _over(by_id[entry.id], entry) if entry.id in by_id else entry
    for entry in tuple(by_id.values()):
        gone = [by_id.pop(other) for other in entry.merge if other in by_id and other != entry.id]
        names = tuple(name for other in gone for name in (other.name, *other.aliases))
        kept = tuple(name for name in dict.fromkeys((*entry.aliases, *names)) if name not in (*entry.split, entry.name))
        if entry.id in by_id and (gone or entry.split):
            by_id[entry.id] = replace(entry, aliases=kept)
        for name in entry.split:
            by_id.setdefault(make_slug(name), KnownActor(make_slug(name), name, entry.kind, where=entry.where))
    return tuple(by_id.values())


def _over(old: KnownActor, new: KnownActor) -> KnownActor:
    """A later entry laid over an earlier one of the same id: what the later one leaves empty is kept."""
    filled = {f.name: getattr(new, f.name) or getattr(old, f.name) for f in fields(KnownActor)}
    if new.name != old.name:
        filled["aliases"] = (*filled["aliases"], old.name)  # a new name for the reader; texts go on with the old one
    return KnownActor(**filled)


_INNER_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w\w)")


@lru_cache(maxsize=262144)
def make_slug(name: str) -> str:
    """A readable id of a name: lower-case letters and digits joined by hyphens; "O'Dell" and "ODell" have one."""
    return "-".join(re.findall(r"\w+", _INNER_APOSTROPHE.sub("", plain_letters(name)))) or "unnamed"


def plain_letters(text: str) -> str:
    """A text in lower case without accents: "Raúl" -> "raul"."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()


def _index(entries: Iterable[KnownActor]) -> KnownActors:
    """Entries by id, forms by first token; a form claimed by a later entry replaces an earlier claim."""
    by_id = {entry.id: entry for entry in entries}
    claims = {form.words: form for entry in by_id.values() for form in _forms(entry)}
    longest_first = sorted(claims.values(), key=lambda form: -len(form.words))
    offices = (
        (title.lower(), (role, entry.id))
        for entry in by_id.values()
        for role in entry.roles
        for title in (role.title, *role.aliases)
    )
    return KnownActors(by_id, index_by_key((form.words[0], form) for form in longest_first), index_by_key(offices))


def split_words(name: str) -> tuple[str, ...]:
    """The tokens of a name, as the parser splits it: at white space and around hyphens."""
    return tuple(_TOKEN.findall(name.replace("’", "'")))


def _forms(entry: KnownActor) -> list[KnownForm]:
    """Every way of writing the entry; without a list of ambiguous names, `near` and `not_near` concern all of them."""
    written: list[tuple[str, MentionLabel]] = [(name, "metonym") for name in entry.metonyms]
    written += [(name, "demonym") for name in entry.demonyms]
    written += [(name, "name") for name in (entry.name, *entry.aliases)]
    every = not entry.ambiguous and bool(entry.near or entry.not_near)
    return [KnownForm(split_words(n), label, entry.id, every or n in entry.ambiguous) for n, label in written]
