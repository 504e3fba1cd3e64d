"""Records as bytes and back. The only file that knows msgspec: what is read must have the types asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from framing.errors import InputError


def pack(record: Any) -> bytes:
    """A record of tuples, data classes and sets as bytes (MessagePack); equal records give equal bytes."""
    import msgspec

    return msgspec.msgpack.Encoder(order="deterministic", enc_hook=list).encode(record)


def unpack(data: bytes, kind: Any) -> Any:
    """The record of a type from its bytes.

    Raises:
        InputError: they hold none.
    """
    import msgspec

    try:
        return msgspec.msgpack.decode(data, type=kind)
    except msgspec.DecodeError as problem:
        raise InputError(
            f"The store holds a record that cannot be read ({problem}). Score the articles anew."
        ) from problem


def write_json(record: Any) -> bytes:
    """A record as JSON that a person can read."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(record, order="sorted"), indent=1) + b"\n"


def decode_json(data: bytes, kind: Any, path: Path) -> Any:
    """The record of a type from JSON; `path` is named where it cannot be read.

    Raises:
        InputError: it holds none.
    """
    import msgspec

    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.DecodeError as problem:
        raise InputError(f"{path} is damaged ({problem}). Delete it and run `framing score` again.") from problem
