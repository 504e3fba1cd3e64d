"""Word, OpenDocument and rich text documents -> their text; headers, footers and comments are no text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from framing.read.parts import need_library
from framing.read.plain import drafts_of_text
from framing.read.records import Drafts, Found, Metadata, Note, Unusable
from framing.read.values import one_line
from framing.read.zips import UNREADABLE, open_zip, parse_xml, read_member

SAVE_AGAIN = "Open it in the program that made it and save it again, or save the article as plain text."
OLD = (".doc", ".xls", ".ppt")  # endings
TITLE_STYLES = ("title", "heading 1")
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
NO_TEXT = (
    f"{TEXT}note",
    f"{OFFICE}annotation",
    f"{TEXT}tracked-changes",
    f"{TEXT}table-of-content",
    f"{TEXT}index-body",
)


def read_docx(found: Found, data: bytes, note: Note) -> Drafts:
    """The text of a Word document, paragraph by paragraph, cells of tables too.

    Raises:
        Unusable: it cannot be opened.
    """
    docx = need_library("docx", "Word documents")
    try:
        document = docx.Document(io.BytesIO(data))
        paragraphs = list(_docx_paragraphs(document))
        title = next((text for style, text in paragraphs if style in TITLE_STYLES), "")
        created = document.core_properties.created
    except Exception as error:  # the library raises whatever its parser raises
        raise Unusable(f"is a Word document that cannot be opened ({type(error).__name__})", SAVE_AGAIN) from error
    known = Metadata(title=title, not_after=created.date().isoformat() if created else "")
    yield from drafts_of_text(found, "\n\n".join(text for _, text in paragraphs), known, paragraphs=True)


def _docx_paragraphs(document: Any) -> Iterator[tuple[str, str]]:
    """Style in small letters and words of each paragraph that holds something."""
    for part in document.iter_inner_content():
        rows = part.rows if hasattr(part, "rows") else ()
        cells = [paragraph for row in rows for cell in row.cells for paragraph in cell.paragraphs]
        for paragraph in cells if rows else [part]:
            if text := paragraph.text.strip():
                yield str(getattr(paragraph.style, "name", "") or "").lower(), text


def read_odt(found: Found, data: bytes, note: Note) -> Drafts:
    """The text of an OpenDocument text.

    Raises:
        Unusable: it cannot be opened.
    """
    box = open_zip(data)
    body = parse_xml(read_member(box, "content.xml"))
    meta = parse_xml(read_member(box, "meta.xml")) if "meta.xml" in box.namelist() else None
    paragraphs = [
        text for element in body.iter(f"{TEXT}h", f"{TEXT}p") if not _inside(element) and (text := _words(element))
    ]
    heading = next((_words(one) for one in body.iter(f"{TEXT}h")), "")
    known = Metadata(title=one_line(heading)).or_else(_odt_metadata(meta))
    yield from drafts_of_text(found, "\n\n".join(paragraphs), known, paragraphs=True)


def _odt_metadata(meta: Any) -> Metadata:
    if meta is None:
        return Metadata()
    fields = {
        str(one.get(f"{META}name", "")).lower(): one_line(one.text or "") for one in meta.iter(f"{META}user-defined")
    }
    source = next((fields[name] for name in ("publisher", "source", "outlet") if fields.get(name)), "")
    made = next((one.text or "" for one in meta.iter(f"{META}creation-date")), "")
    return Metadata(source=source, source_from="given in the file" if source else "", not_after=made[:10])


def _inside(element: Any) -> bool:
    """Whether a paragraph stands in a note, a comment or a list of contents."""
    return any(parent.tag in NO_TEXT for parent in element.iterancestors())


def _words(element: Any) -> str:
    """The words of a paragraph; blanks, tabs and line breaks are elements of their own."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag in (f"{TEXT}s", f"{TEXT}tab"):
            pieces.append(" ")
        elif child.tag == f"{TEXT}line-break":
            pieces.append("\n")
        elif child.tag not in NO_TEXT:
            pieces.append(_words(child))
        pieces.append(child.tail or "")
    return "".join(pieces).strip("\n")


def read_rtf(found: Found, data: bytes, note: Note) -> Drafts:
    """The text of a rich text document.

    Raises:
        Unusable: it cannot be read.
    """
    striprtf = need_library("striprtf.striprtf", "rich text documents")
    try:
        text = striprtf.rtf_to_text(data.decode("latin-1"), encoding="cp1252", errors="replace")
    except Exception as error:  # the library raises whatever its parser raises
        raise Unusable(
            f"is a rich text (RTF) document that cannot be read ({type(error).__name__})", SAVE_AGAIN
        ) from error
    made = re.search(rb"\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})", data)
    day = f"{int(made[1])}-{int(made[2]):02}-{int(made[3]):02}" if made else ""
    yield from drafts_of_text(found, text, Metadata(not_after=day), paragraphs=True)


def refuse_old(found: Found, data: bytes, note: Note) -> Drafts:
    """Nothing: an old office document, or one that is locked with a password, is refused with the remedy.

    Raises:
        Unusable: always.
    """
    kind = "an old Office document" if found.path.suffix.lower() in OLD else "an Office document that is locked or old"
    raise Unusable(
        f"is {kind}", "Open it, save it without a password as .docx, .xlsx or plain text, and use that file."
    )
    yield


def is_zip_of(data: bytes, name: str) -> bool:
    """Whether some bytes are a zip file that holds a member of that name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            return name in box.namelist()
    except UNREADABLE:
        return False
