"""Imports without parts that nothing here uses: loading those is a good part of the start of a short command."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any


@contextmanager
def import_without(parts: Mapping[str, Mapping[str, object]]) -> Iterator[None]:
    """While it is open, an import finds a module with only these attributes under each name that is not yet loaded.

    Whoever asks such a module for another attribute, then or later, gets that of the real one, which is loaded then.
    """
    made = {name: _Spared(name) for name in parts if name not in sys.modules}
    for name, module in made.items():
        vars(module).update(parts[name])
        _hang(name, module)
    sys.modules.update(made)
    try:
        yield
    finally:
        for module in made.values():
            module._step_aside()


class _Spared(ModuleType):
    """Stands for a module that was not loaded."""

    def __getattr__(self, attribute: str) -> Any:
        if attribute == "__path__":  # an import asks whether it is a package
            raise AttributeError(attribute)
        self._step_aside()
        return getattr(import_module(self.__name__), attribute)

    def _step_aside(self) -> None:
        """The next import of this name finds the real module."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
            _hang(self.__name__, None)


def _hang(name: str, module: ModuleType | None) -> None:
    """Makes a module the attribute of its package, as an import does, or takes it away."""
    package, _, last = name.rpartition(".")
    parent = sys.modules.get(package)
    if parent is not None and module is not None:
        setattr(parent, last, module)
    elif parent is not None:
        vars(parent).pop(last, None)


def called_later(module: str, name: str) -> Callable[..., Any]:
    """A function or class of a module that is loaded when it is first called."""
    return lambda *values, **named: getattr(import_module(module), name)(*values, **named)


@cache
def import_sparse() -> Any:
    """`scipy.sparse`, without numpy's builder of Fortran modules and its tools for tests, a third of its start-up."""
    import numpy  # noqa: F401  so that its parts have where to hang

    with import_without({"numpy.f2py": {}, "numpy.testing": {}}):
        from scipy import sparse

    return sparse
