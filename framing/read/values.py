"""Small truths about names and addresses that reading needs everywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import urlsplit

LONGEST_VALUE = 2_000  # characters of a title, a name or an address
ADDRESS = re.compile(r"<?(?:https?:)?//[^\s<>]+>?$|www\.[^\s<>/]+\.[a-z]{2,}(?:/\S*)?$", re.IGNORECASE)
COPY_OF = re.compile(r".+?/(https?:/{1,2}[^\s]+)$")  # an archive's address holds that of the page
HOST = re.compile(r"(?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)


def one_line(value: object) -> str:
    """One line, composed characters, no control or direction marks."""
    text = unicodedata.normalize("NFC", str(value)[:LONGEST_VALUE])
    kept = (" " if c in "\t\r\n\x0b\x0c\u2028\u2029" else c for c in text)
    return " ".join("".join(c for c in kept if unicodedata.category(c) not in ("Cc", "Cf", "Cs")).split())


def name_first(names: Iterable[str], *, most: int = 5) -> str:
    """The first few names in one line, and how many more there are."""
    listed = list(names)
    return ", ".join(listed[:most]) + (f" and {len(listed) - most} more" if len(listed) > most else "")


def is_address(value: str) -> bool:
    """Whether a value is an address on the web."""
    return ADDRESS.match(value.strip()) is not None


def is_host(value: str) -> bool:
    """Whether a name is a host such as www.paper.com, which a reader would call by another name."""
    return HOST.fullmatch(value) is not None


def own_address(url: str) -> str:
    """The paper's own address: of a copy in a web archive the address inside it; no brackets around it."""
    plain = url.strip().strip("<>")
    copied = COPY_OF.match(plain)
    return re.sub(r"^(https?):/(?=[^/])", r"\1://", copied.group(1)) if copied else plain


def site_of(url: str) -> str:
    """Host name in an address, or of a bare host itself, without `www.`; "" when there is none."""
    plain = own_address(url)
    if is_host(plain):
        return plain.lower().removeprefix("www.")
    try:
        host = urlsplit(plain if "//" in plain else f"//{plain}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host else ""
