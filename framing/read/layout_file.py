"""A layout file (TOML) -> how the articles of one kind of export stand in a text; what is wrong in it is said.

The layouts that come with the program lie in `layouts/`; its README.md shows how to write one.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from framing.errors import PackError
from framing.packs.tomlfile import read_toml

LAYOUTS = Path(__file__).with_name("layouts")
FOLDER = "layouts"  # beside the articles, with layouts of one's own
OWN_RANK = 0  # before those that come with the program
BORDERS = ("begin", "end", "list", "rule", "label")
CODE_ROLES = ("headline", "source", "date", "text")
LINE_ROLES = {"headline": "headline", "source": "source", "date": "date", "url": "url", "text": "text"} | {
    "drop": "drop",
    "after": "heading",
}
KEYS = ("rank", "name", "about", *BORDERS, "stamps", "needs", "roles", "lines")
GUIDE = "framing/read/layouts/README.md shows one that works"
SAMPLES = ("", "The harbour wall cracked on Monday and the dock was closed, the authority said.")  # no borders


class Layout(NamedTuple):
    """How the articles of one kind of export stand in a text."""

    name: str
    begin: re.Pattern[str] | None = None  # a line before each article
    end: re.Pattern[str] | None = None  # a line after each article
    list: re.Pattern[str] | None = None  # the line above a list of titles
    rule: re.Pattern[str] | None = None  # a line between articles, of one mark throughout
    label: re.Pattern[str] | None = None  # a line with a code and its value
    stamps: bool = False  # each opens with a line of outlet and date, its headline above or below
    roles: Mapping[str, tuple[str, ...]] = {}
    needs: tuple[str, ...] = ()
    lines: tuple[tuple[str, re.Pattern[str]], ...] = ()  # role and pattern of lines around a text
    file: str = ""  # that somebody wrote, "" for those that come with the program


@cache
def load_layouts() -> tuple[Layout, ...]:
    """The layouts that come with the program, in the order in which they are tried."""
    tables = sorted((read_toml(path) for path in LAYOUTS.glob("*.toml")), key=lambda table: int(table["rank"]))
    return tuple(_layout(table, "") for table in tables)


def show_example() -> str:
    """The layout of the guide, which reads the clippings that stand there."""
    return (LAYOUTS / "README.md").read_text("utf-8").split("```toml\n")[1].split("```")[0].strip()


def read_layouts(paths: Iterable[str | Path]) -> tuple[Layout, ...]:
    """Layouts of one's own, in the order in which they are tried: by `rank`, then as they are named.

    Raises:
        PackError: one cannot be used; file, key and remedy are named.
    """
    tables = []
    for path in map(Path, paths):
        table = read_toml(path, problem="is no layout that can be read", remedy=f"Mend that place; {GUIDE}.")
        problem = next(_problems(table), "")
        if problem:
            raise PackError(f"{path.name}: {problem}")
        tables.append((table, path.name))
    ordered = sorted(tables, key=lambda one: one[0].get("rank", OWN_RANK))
    return tuple(_layout(table, name) for table, name in ordered)


def _layout(table: Mapping[str, Any], file: str) -> Layout:
    """The layout of a table without faults."""
    patterns = {key: re.compile(table[key], re.IGNORECASE if key != "label" else 0) for key in BORDERS if key in table}
    roles = {role: tuple(codes) for role, codes in table.get("roles", {}).items()}
    lines = tuple(
        (LINE_ROLES[key], re.compile(pattern, re.IGNORECASE))
        for key, patterns in table.get("lines", {}).items()
        for pattern in _listed(patterns)
    )
    needs, stamps = tuple(table.get("needs", ())), bool(table.get("stamps"))
    return Layout(table["name"], **patterns, stamps=stamps, roles=roles, needs=needs, lines=lines, file=file)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _problems(table: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with a layout: the key, what is wrong, what to do."""
    for key in table:
        if key not in KEYS:
            yield f"`{key}` is no key of a layout. Take it out, or use one of {', '.join(KEYS)}."
    if not isinstance(table.get("name"), str) or not table["name"].strip():
        yield '`name` is missing. Say what the layout is called, such as name = "Clippings of the city library".'
    if not isinstance(table.get("rank", OWN_RANK), int):
        yield "`rank` is no whole number. Write a number, the smallest is tried first, or leave it out."
    for key in BORDERS:
        yield from _pattern_problems(key, table.get(key))
    yield from _line_problems(table.get("lines", {}))
    yield from _code_problems(table)
    if not any(table.get(key) for key in ("begin", "end", "rule", "label", "stamps", "lines")):
        yield (
            "nothing says where an article begins. Add `begin` (the line before each article), `end` (the line after "
            f"each), or a table [lines] with the labels around the text; {GUIDE}."
        )


def _pattern_problems(key: str, pattern: Any) -> Iterator[str]:
    """What is wrong with the pattern of a border."""
    if pattern is None:
        return
    compiled, problem = _compile(pattern)
    if compiled is None:
        yield f"`{key}` {problem}"
    elif key != "label" and any(compiled.fullmatch(sample) for sample in SAMPLES):
        yield f"`{key}` fits blank lines or any sentence. Write what is special in that line, such as 'Article \\d+'."
    elif key == "rule" and not compiled.groups:
        yield "`rule` needs the mark in brackets, such as '([=*])\\1{3,}'. For a line of words use `begin` or `end`."
    elif key == "label" and not {"label", "value"} <= set(compiled.groupindex):
        yield "`label` needs the groups (?P<label>…) for the code and (?P<value>…) for what follows it."


def _compile(pattern: Any) -> tuple[re.Pattern[str] | None, str]:
    """The pattern, or None and what is wrong."""
    if not isinstance(pattern, str) or not pattern:
        return None, "is no pattern. Write it between single quotation marks, such as 'Article \\d+ of \\d+'."
    try:
        with warnings.catch_warnings(action="ignore"):  # of what a later Python may read in another way
            return re.compile(pattern, re.IGNORECASE), ""
    except (re.error, RecursionError, ValueError, OverflowError) as error:
        return None, f"has a broken pattern ({error}). Put a \\ before ( ) [ ] . * + ? that are meant as they stand."


def _line_problems(lines: Any) -> Iterator[str]:
    """What is wrong with the table of lines around a text."""
    if not isinstance(lines, Mapping):
        yield "`lines` is no table. Write a line [lines], and under it the kinds of lines, such as date = 'Date: (.+)'."
        return
    for key, patterns in lines.items():
        if key not in LINE_ROLES:
            yield f"`lines.{key}` is no kind of line. Use {', '.join(LINE_ROLES)}; `drop` is for all that is left out."
        for pattern in _listed(patterns):
            compiled, problem = _compile(pattern)
            if compiled is None:
                yield f"`lines.{key}` {problem}"
            elif any(compiled.fullmatch(sample) for sample in SAMPLES):
                yield f"`lines.{key}` fits blank lines or any sentence. Write the label that stands before the value."


def _code_problems(table: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the codes of a layout with `label`."""
    roles, needs = table.get("roles", {}), table.get("needs", [])
    if not isinstance(roles, Mapping) or not isinstance(needs, list):
        yield '`roles` is a table of lists and `needs` a list, such as needs = ["text"].'
        return
    for role, codes in roles.items():
        if role not in CODE_ROLES or not isinstance(codes, list):
            yield f'`roles.{role}` must be one of {", ".join(CODE_ROLES)}, with a list of codes, such as ["HD"].'
    if table.get("label") and "text" not in roles:
        yield '`roles` does not say which code opens the text. Add text = ["TD"] with your code under [roles].'
    if unknown := [role for role in needs if role not in roles]:
        yield f"`needs` names {unknown[0]!r}, which `roles` does not. Add it there, or take it out of `needs`."
