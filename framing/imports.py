"""Imports without parts that nothing here uses: loading those is a good part of the start of a short command."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any


@contextmanager
def import_without(parts: Mapping[str, Mapping[str, object]]) -> Iterator[None]:
    """While it is open, an import finds a module with only these attributes under each name that is not yet loaded."""
    made = {name: ModuleType(name) for name in parts if name not in sys.modules}
    for name, module in made.items():
        vars(module).update(parts[name])
        _hang(name, module)
    sys.modules.update(made)
    try:
        yield
    finally:
        for name in made:
            sys.modules.pop(name, None)
            _hang(name, None)


def _hang(name: str, module: ModuleType | None) -> None:
    """Makes a module the attribute of its package, as an import does, or takes it away."""
    package, _, last = name.rpartition(".")
    parent = sys.modules.get(package)
    if parent is not None and module is not None:
        setattr(parent, last, module)
    elif parent is not None:
        vars(parent).pop(last, None)


@cache
def import_sparse() -> Any:
    """`scipy.sparse`, without numpy's builder of Fortran modules and its tools for tests, a third of its start-up."""
    import numpy  # noqa: F401  so that its parts have where to hang

    with import_without({"numpy.f2py": {}, "numpy.testing": {}}):
        from scipy import sparse

    return sparse
