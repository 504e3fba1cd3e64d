"""Plain text of whatever format -> the articles in it. Front matter and exports are told apart here."""

from __future__ import annotations

from framing.read.encoding import MAX_CHARACTERS, decode_text, refuse_long
from framing.read.exports import split_export
from framing.read.metadata import split_front_matters
from framing.read.records import Draft, Drafts, Found, Metadata, Note

NOTHING = Metadata()


def read_plain(found: Found, data: bytes, note: Note) -> Drafts:
    """The texts of a file: one article, several behind front matters, or those of an export."""
    yield from drafts_of_text(found, decode_text(data, note))


def drafts_of_text(found: Found, text: str, known: Metadata = NOTHING, *, paragraphs: bool = False) -> Drafts:
    """The articles in a text. `known` is what its format says of it; with `paragraphs` every line is a paragraph.

    Raises:
        Unusable: it seems to hold several articles and no layout fits, or is too long for one.
    """
    _refuse_endless(text)
    pieces, layout = split_front_matters(text), ""
    if len(pieces) == 1:
        front, body = pieces[0]
        heads = split_export(body, found.layouts)
        pieces = [(head.known.or_else(front), head.text) for head in heads] or pieces
        layout = heads[0].layout if heads else ""
    if len(pieces) == 1:
        front, body = pieces[0]
        refuse_long(body)
        told = found.known.or_else(front).or_else(known)
        yield Draft(found.shown, found.parts, body, told, paragraphs, layout=layout)
        return
    for number, (front, body) in enumerate(pieces, start=1):
        at, told = found.part(number), front.or_else(found.known).or_else(known)
        yield Draft(at.shown, at.parts, body, told, paragraphs, layout=layout)


def _refuse_endless(text: str) -> None:
    """Nothing, when a long text may hold articles: none of its lines is longer than any article.

    Raises:
        Unusable: one is.
    """
    if len(text) > MAX_CHARACTERS and max(map(len, text.splitlines() or [""])) > MAX_CHARACTERS:
        refuse_long(text)
