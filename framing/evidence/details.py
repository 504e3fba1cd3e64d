"""What the detail of a row must hold, so that whoever reads a saved one need not ask: names of fields, and shapes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

Shape = Callable[[Any], bool]
UNSURE = "unsure"  # whose word a wording is: the outlet may have chosen it, or whoever is reported


def read_detail(text: object) -> Mapping[str, Any]:
    """The detail of a row as a dictionary; nothing for an empty one."""
    return dict(json.loads(text)) if isinstance(text, str) and text else {}


def _words(value: Any) -> bool:
    return isinstance(value, str)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 2**53


def _whole(value: Any) -> bool:
    return isinstance(value, int) and _number(value) and value >= 0


def _row(*shapes: Shape) -> Shape:
    """A list of these, in this order."""
    return lambda value: (
        isinstance(value, list)
        and len(value) == len(shapes)
        and all(shape(one) for shape, one in zip(shapes, value, strict=True))
    )


def _every(shape: Shape) -> Shape:
    """A list of any length of the same."""
    return lambda value: isinstance(value, list) and all(map(shape, value))


def _maybe(shape: Shape) -> Shape:
    return lambda value: value is None or shape(value)


def _fields(shapes: Mapping[str, Shape], needed: tuple[str, ...], value: Any) -> bool:
    """An object whose needed fields are there and whose known fields have their shapes."""
    return (
        isinstance(value, dict)
        and all(name in value for name in needed)
        and all(shape(value[name]) for name, shape in shapes.items() if name in value)
    )


PLACE, WORDS, REASONS = _row(_whole, _whole), _every(_words), _every(_row(_words, _number))
TOLD = _row(_whole, _whole, _words, _words)  # words on one side of a difference, and whose they are
DIFFERENCE = partial(
    _fields,
    {"kind": _words, "a": TOLD, "b": TOLD, "weight": _number, "only": _words},
    ("kind", "a", "b", "weight", "only"),
)
SHAPES: Mapping[str, Shape] = {
    "phrase": _maybe(PLACE), "words": _words, "content": _every(PLACE), "cue": _maybe(PLACE), "source": _maybe(PLACE),
    "stance": _words, "speaker_kind": _words, "card": lambda value: isinstance(value, dict), "pack": _words,
    "variant": _words, "state": _words, "whose": _words, "name": _words, "neutral": WORDS, "because": REASONS,
    "probabilities": _row(_number, _number, _number), "why": _words, "event": _words, "agent": _maybe(PLACE),
    "patient": _maybe(PLACE), "agents": WORDS, "patients": WORDS, "head": _maybe(PLACE), "colour": REASONS,
    "rivals": _every(_row(_words, _whole, _whole, _number, WORDS)), "differences": _every(DIFFERENCE),
    "marks": _every(_row(_words, _whole, _whole, _words, _words)),
}  # fmt: skip
NEEDED: Mapping[str, tuple[str, ...]] = {
    "quote": ("content", "cue", "stance", "speaker_kind"),
    "tone": ("probabilities", "because"),
    "cue": ("state",),
    "agency": ("event",),
    "wording": ("name",),
    "passages": (),
    "openings": (),
}  # by kind of row or, of other tables, by table; fmt: skip


def is_whole_detail(kind: str, detail: str) -> bool:
    """Whether the JSON of a detail can be read and written and holds what its kind needs, each field in its shape."""
    needed = NEEDED.get(kind, ())
    if not detail:
        return not needed
    try:
        read = json.loads(detail)
        if "\\u" in detail:
            json.dumps(read, ensure_ascii=False).encode("utf-8")  # half a character cannot be written
        return _fields(SHAPES, needed, read)
    except (ValueError, RecursionError):
        return False
