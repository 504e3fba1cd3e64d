"""Zip files and the XML in them, opened with limits: no bombs, no paths that lead out, nothing fetched."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from framing.read.records import Unusable

MOST_FILES = 5_000
LARGEST = 300_000_000  # bytes of all members together
LARGEST_RATIO = 200  # of a member of some size, packed to unpacked
SOME_SIZE = 1_000_000
UNPACK = "Unpack it yourself and name the folder."
UNPACK_HERE = "Unpack it yourself and choose the files in it."  # in the browser
UNREADABLE = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError)  # Unicode errors are ValueErrors
BROKEN = "Make or download it once more."


def open_zip(data: bytes) -> zipfile.ZipFile:
    """A zip file that is safe to read.

    Raises:
        Unusable: it is broken, too large, or packed suspiciously tight.
    """
    try:
        box = zipfile.ZipFile(io.BytesIO(data))
        members = box.infolist()
    except UNREADABLE as error:
        raise Unusable(f"is a Word, OpenDocument or zip file that cannot be opened ({error})", BROKEN) from error
    size = sum(member.file_size for member in members)
    tight = any(m.file_size > SOME_SIZE and m.file_size > LARGEST_RATIO * max(1, m.compress_size) for m in members)
    if len(members) > MOST_FILES or size > LARGEST or tight:
        told = f"{len(members):,} files, {size / 1e6:,.0f} MB unpacked" + (
            ", packed suspiciously tight" if tight else ""
        )
        raise Unusable(f"is a zip file too large to open ({told})", UNPACK, UNPACK_HERE)
    return box


def read_member(box: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one member.

    Raises:
        Unusable: it is missing, locked or broken, or larger than it says.
    """
    try:
        with box.open(name) as member:
            data = member.read(LARGEST + 1)
    except KeyError as error:
        raise Unusable(f"lacks {name}, so it is not what its ending says", BROKEN) from error
    except RuntimeError as error:
        raise Unusable("is locked with a password", "Unlock it, and save it without one.") from error
    except Exception as error:  # broken packing raises zlib.error, EOFError, NotImplementedError and others
        raise Unusable(f"is broken inside ({type(error).__name__})", BROKEN) from error
    if len(data) > LARGEST:
        raise Unusable("is a zip file too large to open", UNPACK, UNPACK_HERE)
    return data


def parse_xml(data: bytes) -> Any:
    """The root of an XML document; entities are not resolved and nothing is fetched.

    Raises:
        Unusable: it is no XML.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unusable(f"is broken inside ({error})", BROKEN) from error
    if root is None:
        raise Unusable("is broken inside (no XML)", BROKEN)
    return root
