"""The parser's transitions compiled, where the package was built with a C compiler at hand; else numpy makes them.

`transitions.c` is plain C without Python in it; `build.py` compiles it when the package is built. The trees are the
same either way.
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import CDLL, POINTER, Structure, byref, c_float, c_int, c_void_p
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LIBRARY = Path(__file__).with_name("transitions.so")
KINDS = "SDLRB"  # first letters of the names of moves, in the order of transitions.c
FEATURES, WIDTH, MOVES = 8, 128, 128  # shapes that transitions.c is compiled for


class KernelModel(Structure):
    """`Model` of transitions.c."""

    _fields_ = (
        *((name, POINTER(c_float)) for name in ("bias", "weights", "offsets")),
        *((name, POINTER(c_int)) for name in ("kinds", "labels")),
        ("moves", c_int),
    )


@cache
def load_kernel() -> Any:
    """The compiled library, None where there is none or it is of another machine."""
    try:
        return CDLL(str(LIBRARY))
    except OSError:
        return None


class TransitionKernel:
    """The transitions of one model, compiled."""

    def __init__(self, names: Sequence[str], bias: Floats, weights: Floats, offsets: Floats) -> None:
        """`names` of the moves; `bias` of the hidden layer, `weights` and `offsets` of the moves."""
        import numpy as np

        moves = [name.partition("-") for name in names]
        self.labels = list(dict.fromkeys(label for *_, label in moves))
        padded = np.zeros((len(weights), MOVES), "f")
        padded[:, : len(names)] = weights
        floats = [np.ascontiguousarray(one, "f") for one in (bias, padded, offsets)]
        kinds = np.array([KINDS.index(kind) for kind, *_ in moves], "i")
        numbers = np.array([self.labels.index(label) for *_, label in moves], "i")
        self._kept = (*floats, kinds, numbers)  # the library holds their addresses
        types = [c_float] * len(floats) + [c_int] * 2
        pointers = [one.ctypes.data_as(POINTER(kind)) for one, kind in zip(self._kept, types, strict=True)]
        self._model = KernelModel(*pointers, len(names))

    def build_tree(self, starts: Any, table: Floats) -> tuple[Any, Any]:
        """Heads of the words (-1 for none), and numbers of their labels in `labels`.

        `starts`: 1 where a sentence starts, -1 where none may. `table`: what each word adds to a state in each place.
        """
        import numpy as np

        starts = np.ascontiguousarray(starts, "b")
        heads, labels = np.empty((2, len(starts)), "i")
        places = [c_void_p(one.ctypes.data) for one in (starts, table, heads, labels)]
        if load_kernel().build_tree(byref(self._model), len(starts), *places):
            raise MemoryError
        return heads, labels


def fits_kernel(names: Sequence[str], features: int, width: int) -> bool:
    """Whether there is a compiled library, and it can make the moves of such a model."""
    known = all(name[0] in KINDS and name[2:] != "subtok" for name in names)
    return known and (features, width) == (FEATURES, WIDTH) and len(names) <= MOVES and load_kernel() is not None
