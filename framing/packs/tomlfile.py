"""TOML files: one reader, whose errors name file, place and remedy; one writer; word lists as frozen records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, TypeVar

import tomli

from framing.errors import PackError

LEXICONS = Path(__file__).parent / "lexicons"
Record = TypeVar("Record")
Key = TypeVar("Key")
Value = TypeVar("Value")
ABOUT = ("name", "source")  # keys of a group that are no lists
LARGEST = 5_000_000  # bytes
GENDERS = frozenset(("he", "she", "any"))


def read_toml(
    path: Path, *, problem: str = "not readable as TOML", remedy: str = "Mend that place.", end: str = ""
) -> dict[str, Any]:
    """The table that a TOML file holds, or what of it stands before the first `end`.

    Raises:
        PackError: the file cannot be opened, is not UTF-8 or not TOML; file, line and remedy are named.
    """
    try:
        if path.exists() and not path.is_dir() and (not path.is_file() or path.stat().st_size > LARGEST):
            raise PackError(f"{path.name}: {problem} (it is a device, or far too large). {remedy}")
        text = path.read_text(encoding="utf-8-sig")  # old editors put a mark first
        table = tomli.loads(text.partition(end)[0] if end else text)
        if _holds_odd_number(table):
            raise PackError(f"{path.name}: {problem} (a number in it is endless or none). {remedy}")
        return table
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise PackError(f"{path.name}: {problem} ({error} (at line {line})). {remedy}") from error
    except (OSError, ValueError) as error:  # a fault of TOML, or a number of thousands of digits
        raise PackError(f"{path.name}: {problem} ({error}). {remedy}") from error
    except RecursionError as error:
        raise PackError(f"{path.name}: {problem} (too many brackets inside each other). {remedy}") from error


def _holds_odd_number(value: object) -> bool:
    """Whether a number beyond 2^53, without end, or "nan" stands anywhere in a table."""
    if isinstance(value, Mapping):
        return any(map(_holds_odd_number, value.values()))
    if isinstance(value, list):
        return any(map(_holds_odd_number, value))
    return isinstance(value, int | float) and not abs(value) < 2**53


def toml_text(table: Mapping[str, object]) -> str:
    """The table as lines of TOML, each item of a list on a line of its own; a text may hold any character."""
    from tomli_w import dumps

    return dumps(table)


def index_by_key(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """Key -> all its values, in the order in which they come."""
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def read_word_lists(record: type[Record], *paths: Path) -> Record:
    """The record filled from files of word lists.

    A file holds groups; `source` says where the words of a group come from, its other keys are fields of the record.
    A list is one string: words apart by spaces ("_" joins the words of a phrase) or phrases apart by commas. A table
    of `he`, `she` and `any` gives a gender by word, another table gives lists by word; an array of strings holds
    families, and gives every word all of its family.

    Raises:
        PackError: the file is damaged, a list is missing or unknown, or a group has no source.
    """
    found = {name: value for path in paths for name, value in _lists(read_toml(path), path.name)}
    where = paths[0].name
    wanted = [one.name for one in fields(record) if one.default_factory is MISSING]  # type: ignore[arg-type]
    if missing := [name for name in wanted if name not in found]:
        raise PackError(f"{where}: the list {missing[0]!r} is missing. Add it: words apart by spaces or by commas.")
    if unknown := sorted(found.keys() - set(wanted)):
        raise PackError(f'{where}: nothing reads {unknown[0]!r}. A group of lists needs a line source = "…".')
    return record(**{name: _read(found[name]) for name in wanted})


def _lists(group: Mapping[str, Any], where: str) -> Iterator[tuple[str, Any]]:
    """The lists of a group and of the groups inside it, by name."""
    for name, value in group.items():
        if isinstance(value, dict) and "source" in value:
            yield from _lists(value, where)
        elif name not in ABOUT:
            if isinstance(value, str) and "source" not in group:
                raise PackError(f'{where}: the list {name!r} has no source. Say above it: source = "…".')
            yield name, value


def _read(value: Any) -> Any:
    """A list as a set, a table as a mapping."""
    if isinstance(value, str):
        return _words(value)
    if isinstance(value, list):
        return _families(value)
    if GENDERS.issuperset(value):
        return _by_gender(value)
    return {word: _words(words) for word, words in value.items()}


def _words(text: str) -> frozenset[str]:
    """The words or phrases of a list."""
    if "," in text:
        return frozenset(" ".join(phrase.split()) for phrase in text.split(","))
    return frozenset(word.replace("_", " ") for word in text.split())


def _by_gender(table: Mapping[str, str]) -> dict[str, str]:
    """Word to "he", "she" or "", which also stands for a word of both lists."""
    found = {word: "he" for word in table.get("he", "").split()}
    for word in table.get("she", "").split():
        found[word] = "" if word in found else "she"
    return found | {word: "" for word in table.get("any", "").split()}


def _families(lines: list[str]) -> dict[str, frozenset[str]]:
    """Every word with all words of its family."""
    found: dict[str, frozenset[str]] = {}
    for line in lines:
        family = frozenset(line.split())
        for word in family:
            found[word] = found.get(word, frozenset()) | family
    return found
