"""Rows of tables and objects of JSON -> drafts, whatever their columns are called; names are data (`columns.toml`)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from framing.packs.tomlfile import read_toml
from framing.read.cuts import split_cut
from framing.read.dates import NO_COLUMN, DateColumn, read_column, read_date
from framing.read.encoding import MAX_CHARACTERS
from framing.read.layout import word_count
from framing.read.records import Draft, Drafts, Found, Metadata, Note, Skipped, Unusable
from framing.read.values import is_address, is_host, name_first, one_line, own_address, site_of

NAMES = Path(__file__).with_name("columns.toml")
ABOVE, LABEL = 6, 60  # rows in which the names of columns stand, characters of a name
DEEPEST = 4  # objects inside objects that are looked into
FEWEST_WORDS = 5  # of a text; what is shorter is no more than a mark
LONGEST_EMPTY = 40  # characters of a cell that says that it is empty
PROSE_WORDS = 40  # mean words of a column that nobody knows by name and that holds the texts all the same
NEEDED = "Name the column of the articles `text`, and, where you have them, others `source`, `title`, `date`, `url`."

Row = Mapping[str, Any]


class Columns(NamedTuple):
    """Names of columns by field, in the order in which they are tried, and what empty cells hold."""

    fields: Mapping[str, tuple[str, ...]]
    empty: frozenset[str]


@cache
def load_columns() -> Columns:
    """The names that are known."""
    table = read_toml(NAMES)
    fields = {field: tuple(map(fold_key, names)) for field, names in table["fields"].items()}
    return Columns(fields, frozenset(table["empty"]["values"]))


def find_header(rows: Iterable[Sequence[str]]) -> int:
    """The number of the row that names the columns: a program may write a title above it.

    It is the first with a name that is known for texts, else the first with two cells.
    """
    held = list(rows)
    known = set(load_columns().fields["text"])
    named = [number for number, row in enumerate(held) if known & {fold_key(cell) for cell in row if len(cell) < LABEL}]
    wide = [number for number, row in enumerate(held) if sum(map(bool, row)) > 1]
    return next(iter((*named, *wide)), 0)


@lru_cache(maxsize=10_000)
def fold_key(key: object) -> str:
    """A column's name without capitals, accents, blanks and marks: "Full Text" -> fulltext."""
    plain = unicodedata.normalize("NFKD", str(key)).casefold()
    return re.sub(r"[^a-z0-9]+", "", "".join(c for c in plain if not unicodedata.combining(c)))


def drafts_of_rows(found: Found, rows: Iterable[Row | Unusable], note: Note) -> Drafts:
    """Rows as drafts, numbered from 1; what stands in no row is taken from what is known of the file.

    Raises:
        Unusable: there is no row, or no column of texts.
    """
    flat = [row if isinstance(row, Unusable) else _flatten(row) for row in rows]
    sound = [row for row in flat if not isinstance(row, Unusable)]
    if not flat:
        raise Unusable("is empty: it has no row", f"Put one article a row into it. {NEEDED}")
    prose = _text_keys(sound, note) if sound else ()
    dates = read_column(_date_of(row) for row in sound)
    if dates.counts:
        unit = "days of a spreadsheet" if dates.counts[1] == 1 else "time since 1970"
        note(f"counts its dates in bare numbers; they were read as {unit}")
    for number, row in enumerate(flat, start=1):
        at = found.part(number, "row")
        yield row.at(at.shown) if isinstance(row, Unusable) else _draft(row, prose, found, at, dates)


def _draft(row: Row, prose: Sequence[str], found: Found, at: Found, dates: DateColumn) -> Draft | Skipped:
    """One row as a draft, or what is missing in it."""
    known = _metadata(row, dates).or_else(found.known)
    text, cut = _text_in(row, prose)
    if not text:
        told = f" of “{one_line(known.title)[:60]}”" if known.title else ""
        return Skipped(at.shown, f"holds no article text{told}", "Add its text, or take the row out.")
    parts = (*found.parts, known.id) if known.id else at.parts
    return Draft(at.shown, parts, text, known._replace(partial=known.partial or cut))


def _text_in(row: Row, prose: Sequence[str]) -> tuple[str, str]:
    """The text of a row with its lead, and why it is a beginning only, or ""."""
    columns = load_columns().fields
    text = next((text for key in prose if (text := show_prose(row.get(key)))), "")
    if len(text) > MAX_CHARACTERS:
        return text, ""
    if word_count(split_cut(text).text) < FEWEST_WORDS:
        lead = show_prose(_find(row, columns["beginning"])) or show_prose(_find(row, columns["lead"]))
        return (lead, "only its opening is given") if lead else (text, "")
    lead = show_prose(_find(row, columns["lead"]))
    same = " ".join(text.split()).startswith(" ".join(lead.split())[:60])
    return (text, "") if not lead or same else (f"{lead}\n\n{text}", "")


def _text_keys(rows: Sequence[Row], note: Note) -> tuple[str, ...]:
    """Keys of the columns that may hold texts, best first.

    Raises:
        Unusable: there is none.
    """
    held = {key for row in rows for key, value in row.items() if isinstance(value, (str, list, Mapping))}
    columns = load_columns().fields
    keys = tuple(key for name in columns["text"] for key in _keys(held, name))
    if keys or any(_keys(held, name) for name in (*columns["beginning"], *columns["lead"])):
        return keys
    words = {
        key: sum(word_count(value) for row in rows if isinstance(value := row.get(key), str)) / len(rows)
        for key in held
    }
    best = max(words, key=lambda key: (words[key], key), default="")
    if best and words[best] >= PROSE_WORDS:
        note(f"has no column of a name that is known for texts; the column {best!r} was taken for it")
        return (best,)
    raise _refuse(rows, held)


def names_texts(keys: Iterable[str]) -> bool:
    """Whether one of the columns bears a name that is known for texts."""
    held = frozenset(keys)
    return any(_keys(held, name) for name in load_columns().fields["text"])


def _refuse(rows: Sequence[Row], held: set[str]) -> Unusable:
    """What to say of rows without texts: what was found, what is needed, what they are good for."""
    names = name_first(dict.fromkeys(key for row in rows for key in row if key), most=12)
    columns = load_columns().fields
    addresses = any(_keys(held, name) for name in columns["url"])
    if not held or all(not _keys(held, name) for name in (*columns["title"], *columns["url"])):
        return Unusable(f"has no column of texts (it has {names})", NEEDED)
    reason = f"has no column of texts (it has {names})"
    if not addresses:
        return Unusable(reason, "It holds titles only: save the articles themselves.")
    good = "It holds titles and addresses: "
    return Unusable(
        reason,
        f"{good}`framing fetch` saves the pages behind the addresses, which can then be read.",
        f"{good}open the pages behind the addresses and save them.",
    )


def _flatten(row: Row, prefix: str = "", depth: int = 0) -> dict[str, Any]:
    """A row with the fields of inner objects beside its own, under dotted names; empty cells are left out."""
    flat: dict[str, Any] = {}
    for key, value in row.items():
        name = f"{prefix}{key}".strip() if key else ""
        if is_empty(value) or not name:
            continue
        flat[name] = value
        if isinstance(value, Mapping) and depth < DEEPEST:
            flat.update({k: v for k, v in _flatten(value, f"{name}.", depth + 1).items() if k not in flat})
    return flat


def is_empty(value: object) -> bool:
    """Whether a cell holds nothing: blank, nan, None, null, N/A, an empty list."""
    if isinstance(value, (Mapping, list)):
        return not value
    if isinstance(value, str) and len(value) > LONGEST_EMPTY:
        return not value.strip()
    return value is None or str(value).strip().casefold() in load_columns().empty


def _keys(held: Iterable[str], name: str) -> tuple[str, ...]:
    """The keys that are a name: whole, else by the last part of a dotted key; the shortest first."""
    return _index_keys(frozenset(held)).get(name, ())


@lru_cache(maxsize=1_000)
def _index_keys(held: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Keys by the name that they are; rows of one table share their keys."""
    named: dict[str, list[tuple[int, str]]] = {}
    for key in sorted(held):
        named.setdefault(fold_key(key), []).append((0, key))
        if "(" in key:  # "Content (full)"
            named.setdefault(fold_key(key.split("(")[0]), []).append((1, key))
        if "." in key:
            named.setdefault(fold_key(key.rsplit(".", 1)[1]), []).append((1 + key.count("."), key))
    return {name: tuple(dict.fromkeys(key for _, key in sorted(keys))) for name, keys in named.items()}


def _find(row: Row, names: Sequence[str], *, deep: bool = True) -> Any:
    """The value under the first of the names that is there, or None."""
    for name in names:
        for key in _keys(row, name):
            if deep or "." not in key:
                return row[key]
    return None


def metadata_of(row: Row) -> Metadata:
    """What a row or front matter says, whichever of the usual names it uses (`outlet` for `source`, …)."""
    return _metadata(_flatten(row), NO_COLUMN)


def _metadata(row: Row, dates: DateColumn) -> Metadata:
    """What a flat row says about its article."""
    columns = load_columns().fields
    hosts = list(_values(row, columns["host"]))
    named = [*_values(row, columns["source"]), *(one for one in hosts if not (is_host(one) or is_address(one)))]
    addresses = [value for value in named if is_address(value)]
    pages = [value for value in addresses if "/" in value.split("://")[-1].rstrip("/")]
    url = next((value for value in (*_values(row, columns["url"]), *pages) if is_address(value)), "")
    outlet, host = _outlet(named, [*hosts, *addresses])
    raw = _date_of(row)
    return Metadata(
        id=show_name(_find(row, columns["id"], deep=False)),
        source=outlet or host,
        title=next(_values(row, columns["title"], beside=(*columns["source"], *columns["host"])), ""),
        date=read_date(raw, dates) or raw,
        event=next(iter(_values(row, columns["event"])), ""),
        url=own_address(url),
        source_from="given in the file" if outlet else "site named in the file" if host else "",
    )


def _outlet(named: Sequence[str], hosts: Sequence[str]) -> tuple[str, str]:
    """The outlet's name and the host that may stand for it, each "" when it is not known."""
    names = [value for value in named if not is_address(value)]
    outlet = next((value for value in names if not is_host(value)), "")
    written = (value.removeprefix("www.") for value in names if is_host(value))
    sites = [*written, *filter(None, map(site_of, hosts))]
    return outlet, next(iter(sites), "")


def _values(row: Row, names: Sequence[str], *, beside: Sequence[str] = ()) -> Iterator[str]:
    """The names that stand under the keys, in order; objects give the name in them, unless called `beside`."""
    for name in names:
        for key in _keys(row, name):
            inside = "." in key and fold_key(key.split(".")[-2]) in beside
            if not inside and (shown := show_name(row[key])):
                yield shown


def _date_of(row: Row) -> str:
    """The date of a row as it stands there; year, month and day of three columns as one."""
    raw = _find(row, load_columns().fields["date"])
    if raw is None or (str(raw).isdigit() and len(str(raw)) <= 2):
        pieces = [str(_find(row, (name,)) or "").removesuffix(".0") for name in ("year", "month", "day")]
        return "-".join(pieces) if all(piece.isdigit() for piece in pieces) else ""
    return show_name(raw)


def show_name(value: object) -> str:
    """A name in one line: of an object its `name`, of a list what stands in it; "" when there is none."""
    if isinstance(value, Mapping):
        flat = {fold_key(key): item for key, item in value.items() if not is_empty(item)}
        found = next((flat[name] for name in load_columns().fields["name"] if name in flat), None)
        return show_name(found) if not isinstance(found, Mapping) else ""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(name for item in value if (name := show_name(item))))
    return "" if is_empty(value) or isinstance(value, bool) else one_line(value)


def show_prose(value: object, depth: int = 0) -> str:
    """A text: of a list its paragraphs, of an object the text in it once, escaped line breaks as breaks."""
    if isinstance(value, str):
        return "" if is_empty(value) else _unescape(value)
    if depth > DEEPEST:
        return ""
    if isinstance(value, list):
        return "\n\n".join(text for item in value if (text := show_prose(item, depth + 1)))
    if isinstance(value, Mapping):
        flat = {fold_key(key): item for key, item in value.items()}
        names = load_columns().fields["prose"]
        return next((text for name in names if name in flat and (text := show_prose(flat[name], depth + 1))), "")
    return ""


def _unescape(text: str) -> str:
    """The text with the two characters \\n read as a line break, when it holds no other."""
    return text.replace("\\r", "").replace("\\n", "\n") if "\\n" in text and "\n" not in text.strip() else text
