"""Files that somebody or something has damaged: small changes to good ones, drawn from a seed."""

from __future__ import annotations

import io
import json
import random
import re
import warnings
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

TOKENS = (
    b"<", b">", b"</p>", b"<!--", b"-->", b"]]>", b"<![CDATA[", b"<!DOCTYPE x [<!ENTITY a '&a;&a;'>]>", b"&a;",
    b"&#0;", b"&#x110000;", b"<script>", b"<title>", b"</body>", b"<?xml version='1.0' encoding='x'?>",
    b"xmlns:a='b'", b"a:b", b'"', b"'", b",", b";", b"\t", b"|", b"=1+1", b"@SUM(A1)", b'"""', b"\\", b"\\u",
    b"\\ud800", b"\\u0000", b"\\'9", b"{", b"}", b"[", b"]", b"[[", b"[/x]", b"[red]", b"{{7*7}}", b"{%", b"null",
    b"true", b"NaN", b"Infinity", b"1e309", b"-1", b"0", b"9" * 40, b"9" * 5_000, b"0x", b"1970-01-01",
    b"9999-99-99", b"0000-00-00T99:99", b"-9" * 9, b".", b"..", b"../", b"/etc/passwd", b"C:\\x", b"~", b"#",
    b"---\n", b"\n---\n", b"source: ", b"id =", b"[[actor]]\n", b"\n\n\n", b"\r", b"\x00", b"\x07", b"\x1b[31m",
    b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xc3", b"\x80", b"\xa0",
    "\u202e".encode(), "\u200b".encode(), "“".encode(), "e\u0301".encode(), "ß".encode(), "漢".encode(),
    "\u2028".encode(), b"Content-Type: multipart/mixed; boundary=", b"Content-Transfer-Encoding: base64\n",
    b"charset=utf-7", b"=?utf-8?b?/w==?=", b"Date: ", b"\n\nFrom: ", b"endobj", b"/Type", b"stream\n", b"<< >>",
    b"xref", b"\\par", b"{\\rtf1", b"{\\*", b"\\bin999 ",
)  # fmt: skip
ODD: Sequence[Any] = (
    None, True, False, 0, -1, 1.5, 10**30, 10**400, float("nan"), float("inf"), "", " ", "\0", "\x1b[31m", "\ud800",
    "=1+1", "[/x]", "../x", "/etc/passwd", "9" * 5_000, "a" * 3_000, "\u202e", "NaN", "0000-00-00",
    "9999-12-31T99:99:99Z", [], {}, [[]], [None], {"": None}, {"a": {"b": {"c": [1]}}}, ["x", 5], [{}], [0, 10**9],
    "\u2028\n\r\t", "“’”", "1,5", "٣", "²",
)  # fmt: skip
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "utf-7", "cp1252", "latin-1", "mac_roman", "cp037", "utf-8-sig", "koi8-r")
LONGEST = 200_000  # bytes of a mutated file
Mutator = Callable[[random.Random, bytes], bytes]


def mutate(draw: random.Random, data: bytes, others: Sequence[bytes] = ()) -> bytes:
    """A file after one to five changes that fit what it holds."""
    for _ in range(draw.choice((1, 1, 1, 2, 3, 5))):
        if data[:2] == b"PK" and draw.random() < 0.85:
            data = in_zip(draw, data)
        elif data[:1] in b"{[" and draw.random() < 0.6:
            data = in_json(draw, data)
        elif others and draw.random() < 0.05:
            data = splice(draw, data, draw.choice(others))
        else:
            data = draw.choice(ANYWHERE)(draw, data)
    return data[:LONGEST]


def spot(draw: random.Random, data: bytes) -> int:
    """A place in a file; every other one stands beside a sign that means something."""
    if data and draw.random() < 0.5:
        signs = [hit.start() for hit in re.finditer(rb"[<>\"'{}\[\],;:=\n|]", data[:LONGEST])]
        if signs:
            return draw.choice(signs)
    return draw.randint(0, len(data))


def flip(draw: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(min(len(changed), draw.choice((1, 1, 3, 20)))):
        changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)


def cut(draw: random.Random, data: bytes) -> bytes:
    start = spot(draw, data)
    return data[:start] + data[start + draw.choice((1, 2, 10, 300)) :]


def end_early(draw: random.Random, data: bytes) -> bytes:
    return data[: spot(draw, data)]


def insert(draw: random.Random, data: bytes) -> bytes:
    place = spot(draw, data)
    return data[:place] + draw.choice(TOKENS) + data[place:]


def repeat(draw: random.Random, data: bytes) -> bytes:
    """A piece of the file or a sign, many times over."""
    place = spot(draw, data)
    piece = data[place : place + draw.choice((1, 2, 8, 60))] if draw.random() < 0.5 else draw.choice(TOKENS)
    return data[:place] + piece[:60] * draw.choice((2, 20, 300)) + data[place:]


def double(draw: random.Random, data: bytes) -> bytes:
    start = spot(draw, data)
    return data + data[start : start + draw.choice((50, 2_000))]


def shuffle(draw: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    draw.shuffle(lines)
    return b"\n".join(lines)


def odd_number(draw: random.Random, data: bytes) -> bytes:
    """Another number, or another word, in the place of one."""
    found = [hit.span() for hit in re.finditer(rb"\d+" if draw.random() < 0.5 else rb"\w+", data[:LONGEST])]
    if not found:
        return data
    start, end = draw.choice(found)
    return data[:start] + as_text(draw.choice(ODD)) + data[end:]


def as_text(value: object) -> bytes:
    text = value if isinstance(value, str) else json.dumps(value)
    return text.encode("utf-8", "surrogatepass")


def odd_cell(draw: random.Random, data: bytes) -> bytes:
    """An odd value in the place of a cell, in or out of quotation marks."""
    lines = data.split(b"\n")
    row = draw.randrange(len(lines))
    cells = lines[row].split(draw.choice((b",", b";", b"\t")))
    value = as_text(draw.choice(ODD)).replace(b'"', b'""')
    cells[draw.randrange(len(cells))] = value if draw.random() < 0.3 else b'"' + value + b'"'
    lines[row] = b",".join(cells)
    return b"\n".join(lines)


def nest(draw: random.Random, data: bytes) -> bytes:
    """Brackets in brackets, as deep as nobody means it."""
    opens, closes = draw.choice(((b"[", b"]"), (b'{"a":', b"}"), (b"<div>", b"</div>"), (b"(", b")"), (b"> ", b"")))
    place, deep = spot(draw, data), draw.choice((3, 100, 3_000))
    return data[:place] + opens * deep + (closes * deep if draw.random() < 0.5 else b"") + data[place:]


def recode(draw: random.Random, data: bytes) -> bytes:
    """The same words in another encoding, which may say that it is UTF-8."""
    return data.decode("utf-8", "replace").encode(draw.choice(ENCODINGS), "replace")


def other_lines(draw: random.Random, data: bytes) -> bytes:
    return data.replace(b"\n", draw.choice((b"\r\n", b"\r", b"", b"\n\n", b" ", b"\\n")))


ANYWHERE: Sequence[Mutator] = (
    *(flip, cut, end_early, insert, insert, insert, repeat, double, shuffle, odd_number, odd_number, odd_cell, nest),
    *(recode, other_lines),
)  # fmt: skip


def splice(draw: random.Random, data: bytes, other: bytes) -> bytes:
    """The beginning of one file and the end of another."""
    return data[: spot(draw, data)] + other[spot(draw, other) :]


def in_json(draw: random.Random, data: bytes) -> bytes:
    """An odd value somewhere in JSON, a key gone, or one too many."""
    lines = data.split(b"\n") if data[:1] == b"{" and b"\n{" in data else [data]
    number = draw.randrange(len(lines))
    try:
        whole = json.loads(lines[number])
    except (ValueError, RecursionError):
        return insert(draw, data)
    lines[number] = json.dumps(change_value(draw, whole)).encode()
    return b"\n".join(lines)


def change_value(draw: random.Random, value: Any) -> Any:
    """The value with something odd in it, deep down rather than at the top."""
    if not value or not isinstance(value, dict | list) or draw.random() < 0.15:
        return draw.choice(ODD)
    if isinstance(value, list):
        place = draw.randrange(len(value))
        return [*value[:place], change_value(draw, value[place]), *value[place + 1 :]]
    key = draw.choice(sorted(value))
    if draw.random() < 0.15:
        return {name: one for name, one in value.items() if name != key}
    return value | {key: change_value(draw, value[key])}


def in_zip(draw: random.Random, data: bytes) -> bytes:
    """The zip file with one member changed, renamed, doubled or gone, and packed anew."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            members = [(one.filename, box.read(one)) for one in box.infolist() if one.file_size < LONGEST]
    except Exception:  # it is no zip file any more
        return flip(draw, data)
    if not members:
        return flip(draw, data)
    number = draw.randrange(len(members))
    name, content = members[number]
    what = draw.random()
    if what < 0.75:
        members[number] = (name, draw.choice(ANYWHERE)(draw, content))
    elif what < 0.85:
        members[number] = (
            draw.choice(("../x.txt", "/x.txt", "a\\b.txt", "x" * 300, "é\u202e.txt", "a.zip", "")),
            content,
        )
    elif what < 0.93:
        members.append((draw.choice((name, name.upper(), f"more/{name}")), content))
    else:
        members.pop(number)
    packed = io.BytesIO()
    with (
        warnings.catch_warnings(action="ignore"),
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as box,
    ):
        for name, content in members:
            box.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()
