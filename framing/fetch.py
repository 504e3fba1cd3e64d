"""Pages behind addresses -> a folder of raw pages with a manifest. The one file that opens a connection, when asked to.

Polite: robots.txt is obeyed, one page at a time, a pause between two pages of a host, a name of its own.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from http.client import HTTPException
from pathlib import Path
from typing import Any, NamedTuple
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from framing.errors import InputError
from framing.folder import open_file
from framing.read.encoding import decode
from framing.read.feed import feed_links
from framing.read.metadata import MANIFEST
from framing.read.records import Unusable
from framing.read.values import is_address, one_line, site_of

AGENT = "news-framing/0.1 (reads single pages on request)"
PAUSE = 2.0  # seconds between two pages of one host
PATIENCE = 20.0  # seconds until a server must answer
LONGEST = 90.0  # seconds until a page must be there, however slowly it drips
PIECE = 65_536  # bytes that are read at once
LARGEST = 8_000_000  # bytes of a page
FAULTS = (OSError, ValueError, HTTPException)  # of a connection, an address, an answer
COLUMNS = ("file", "source", "title", "date", "event", "url")
ENDINGS = {"application/pdf": ".pdf", "text/plain": ".txt"}
OFFLINE = "Check the connection. Saved pages can be read without one: name their folder to `framing compare`."
Wait = Callable[[float], None]


class Fetched(NamedTuple):
    """What became of one address: the file, or why there is none."""

    url: str
    file: Path | None
    problem: str = ""


def fetch_pages(
    urls: Sequence[str], out: str | Path, *, pause: float = PAUSE, wait: Wait = time.sleep
) -> list[Fetched]:
    """Saves the page behind each address in `out` and adds a row for it to the manifest there.

    A page that cannot be had costs only itself.

    Raises:
        InputError: no page could be had, or an address is none.
    """
    strange = [url for url in urls if not is_address(url) or urlsplit(url).scheme not in ("http", "https")]
    if strange or not urls:
        told = f"{strange[0]!r} is no address" if strange else "no address was named"
        raise InputError(f"{told}. Write it in full, such as https://www.paper.com/news/1.html.")
    folder = Path(out)
    _read_manifest(folder / MANIFEST)
    found = list(_fetch_each(list(dict.fromkeys(urls)), folder, pause, wait))
    saved = [one for one in found if one.file is not None]
    if not saved:
        raise InputError(f"no page could be fetched ({found[0].url}: {found[0].problem}). {OFFLINE}")
    _add_to_manifest(folder, saved)
    return found


def links_of_feed(url: str) -> list[str]:
    """The addresses of a feed's entries, newest first as the feed has them.

    Raises:
        InputError: the feed cannot be had, or holds no addresses.
    """
    try:
        data, _ = _get(url)
    except FAULTS as problem:
        raise InputError(f"the feed {url} cannot be fetched ({_reason(problem)}). {OFFLINE}") from problem
    links = feed_links(data)
    if not links:
        raise InputError(f"{url} is no feed with addresses in it. Name the address of its RSS or Atom feed.")
    return links


def _fetch_each(urls: Iterable[str], folder: Path, pause: float, wait: Wait) -> Iterator[Fetched]:
    """Each page in turn, with a pause before the next one of the same host."""
    rules: dict[str, RobotFileParser] = {}
    for url in urls:
        host = urlsplit(url).netloc
        if host in rules:
            wait(pause)
        else:
            rules[host] = _rules_of(url)
        yield _fetch(url, folder, rules[host])


def _fetch(url: str, folder: Path, rules: RobotFileParser) -> Fetched:
    if not rules.can_fetch(AGENT, url):
        return Fetched(url, None, "its robots.txt asks programs to stay away")
    try:
        data, kind = _get(url)
    except FAULTS as problem:
        return Fetched(url, None, _reason(problem))
    file = folder / _name(url, kind)
    folder.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return Fetched(url, file)


@cache
def _opener() -> request.OpenerDirector:
    """What opens addresses on the web and follows a server's redirection to no other kind (files, FTP)."""
    opener = request.OpenerDirector()
    for kind in ("Proxy", "Unknown", "HTTP", "HTTPS", "HTTPDefaultError", "HTTPRedirect"):
        opener.add_handler(getattr(request, f"{kind}Handler")())
    opener.add_handler(request.HTTPErrorProcessor())
    return opener


def _get(url: str) -> tuple[bytes, str]:
    """The bytes behind an address and their kind."""
    begun, data = time.monotonic(), bytearray()
    with _opener().open(request.Request(url, headers={"User-Agent": AGENT}), timeout=PATIENCE) as answer:
        while piece := answer.read1(PIECE):
            data += piece
            if len(data) > LARGEST:
                raise ValueError(f"larger than {LARGEST / 1e6:.0f} MB")
            if time.monotonic() - begun > LONGEST:
                raise ValueError(f"not there after {LONGEST:.0f} seconds")
        promised = answer.headers.get("Content-Length", "")
        if promised.isdigit() and len(data) < int(promised):
            raise ValueError("the server breaks off in the middle")
        return bytes(data), answer.headers.get_content_type()


def _rules_of(url: str) -> RobotFileParser:
    """What a host asks of programs; without robots.txt everything is allowed."""
    parts = urlsplit(url)
    rules = RobotFileParser()
    try:
        data, _ = _get(f"{parts.scheme}://{parts.netloc}/robots.txt")
        rules.parse(data.decode("utf-8", errors="replace").splitlines())
    except HTTPError as problem:
        rules.parse(["User-agent: *", "Disallow: /"] if problem.code in (401, 403) else [])
    except FAULTS:
        rules.parse([])
    return rules


def _reason(problem: Exception) -> str:
    """Why a page could not be had, in words."""
    if isinstance(problem, HTTPError):
        return one_line(f"the server answers {problem.code} {problem.reason}")
    if isinstance(problem, URLError):
        return one_line(f"no connection to the server ({problem.reason})")
    if isinstance(problem, HTTPException):
        return f"the server breaks off or answers nonsense ({type(problem).__name__})"
    return one_line(problem) or type(problem).__name__


def _name(url: str, kind: str) -> str:
    """A file name from an address: host, last part of the path, a few letters that tell two of one name apart."""
    parts = urlsplit(url)
    last = parts.path.rstrip("/").rsplit("/", 1)[-1].removesuffix(".html")
    words = re.sub(r"[^A-Za-z0-9]+", "-", f"{site_of(url) or parts.netloc}-{last}").strip("-").lower()[:80]
    return f"{words}-{hashlib.sha256(url.encode()).hexdigest()[:6]}{ENDINGS.get(kind, '.html')}"


def _read_manifest(path: Path) -> list[dict[str, Any]]:
    """The rows of the manifest, none where there is no such file.

    Raises:
        InputError: it cannot be read.
    """
    try:
        return list(csv.DictReader(io.StringIO(decode(path.read_bytes()).text, newline=""))) if path.exists() else []
    except (OSError, csv.Error, Unusable) as problem:
        raise InputError(f"{path} cannot be read ({problem}). Mend it, or name another folder.") from problem


def _add_to_manifest(folder: Path, saved: Sequence[Fetched]) -> None:
    """One row a page; rows that are there stay as they are, a page fetched again keeps its row."""
    path = folder / MANIFEST
    rows = _read_manifest(path)
    known = {row.get("file") for row in rows}
    names = list(dict.fromkeys([*COLUMNS, *(key for row in rows for key in row if key)]))
    rows += [{"file": one.file.name, "url": one.url} for one in saved if one.file and one.file.name not in known]
    with open_file(path) as aside, aside.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, names, restval="", extrasaction="ignore", lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
