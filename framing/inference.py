"""The layers of the parser's model in numpy: the same trees from the same weights, with less work.

The library works the window layers out through several copies of every vector, and asks for Python's lock at each of
the sixteen sums of a step of the tree: half of the time of a parse. Here a layer is worked out block by block in two
small buffers, and a step is a few matrix operations over all articles that are parsed together, or compiled (`kernel`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.kernel import TransitionKernel, fits_kernel

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

BLOCK = 512  # tokens that a window layer takes at once: its buffers then stay in the processor's cache
TOGETHER = 8_192  # tokens that are parsed side by side, 4 kB each
VARIANCE_FLOOR = 1e-8


class WindowLayer(NamedTuple):
    """Weights of a residual layer over three neighbours: maxout of three pieces, then a norm."""

    weights: Floats  # three vectors of the window, three pieces one after the other
    bias: Floats
    gain: Floats
    shift: Floats


class WindowEncoder:
    """Words -> words in context. `stack` is the model's stack of residual window layers."""

    def __init__(self, stack: Any) -> None:
        self._gap: int = stack.attrs["pad"]  # empty rows around each text
        self._layers = [_window_layer(residual) for residual in stack.layers[0].layers]

    def encode(self, texts: Sequence[Floats]) -> list[Floats]:
        """One row a word of each text, as its neighbours change it."""
        import numpy as np

        gap, width = self._gap, texts[0].shape[1]
        starts = np.cumsum([gap, *(len(text) + gap for text in texts)])
        rows = np.zeros((starts[-1] + 2, width), "f")  # with a neighbour at either end
        for start, text in zip(starts, texts, strict=False):
            rows[start + 1 : start + 1 + len(text)] = text
        target = np.zeros_like(rows)
        buffers = np.empty((2, BLOCK, 3 * width), "f")
        for layer in self._layers:
            _apply_layer(layer, rows, target, buffers)
            rows, target = target, rows
        return [rows[start + 1 : start + 1 + len(text)] for start, text in zip(starts, texts, strict=False)]


def _window_layer(residual: Any) -> WindowLayer:
    """The weights of one layer, so laid out that each piece of the maxout stands together."""
    import numpy as np

    maxout, norm = residual.layers[0].layers[1].layers[0].layers
    weights = maxout.get_param("W").transpose(2, 1, 0)
    return WindowLayer(
        np.ascontiguousarray(weights.reshape(len(weights), -1)),
        np.ascontiguousarray(maxout.get_param("b").T).ravel(),
        norm.get_param("G"),
        norm.get_param("b"),
    )


def _apply_layer(layer: WindowLayer, rows: Floats, target: Floats, buffers: Floats) -> None:
    """Fills `target` with what a layer makes of `rows`; both have one row more at either end."""
    import numpy as np

    count, width = len(rows) - 2, rows.shape[1]
    windows = np.lib.stride_tricks.as_strided(rows, (count, 3 * width), rows.strides)
    mean = np.full(width, 1 / width, "f")
    for first in range(0, count, BLOCK):
        end = min(first + BLOCK, count)
        window, pieces = buffers[:, : end - first]
        np.copyto(window, windows[first:end])
        np.matmul(window, layer.weights, out=pieces)
        pieces += layer.bias
        best = target[first + 1 : end + 1]
        np.maximum(pieces[:, :width], pieces[:, width : 2 * width], out=best)
        np.maximum(best, pieces[:, 2 * width :], out=best)
        best -= (best @ mean)[:, None]
        spread = np.einsum("ij,ij->i", best, best) / width + np.float32(VARIANCE_FLOOR)
        best /= np.sqrt(spread, out=spread)[:, None]
        best *= layer.gain
        best += layer.shift
        best += rows[first + 1 : end + 1]


class TreeBuilder:
    """Words in context -> trees, by the greedy transitions of the library's parser.

    `context` is the library's function that names the words which a state looks at.
    """

    def __init__(self, parser: Any, context: Callable[[Any, Any], Any], *, compiled: bool = True) -> None:
        import numpy as np

        self._parser, self._context = parser, context
        lower, affine, upper = parser.model.layers
        self._lower = (lower.layers[-1].get_param("W").T, lower.layers[-1].get_param("b"))
        self._upper = (np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b"))
        weights = affine.get_param("W").transpose(3, 0, 2, 1)  # input, feature, piece, output
        self._features: int = weights.shape[1]
        self._weights = np.ascontiguousarray(weights.reshape(len(weights), -1))
        self._missing = affine.get_param("pad")[0].transpose(0, 2, 1).reshape(self._features, -1)
        self._bias = np.ascontiguousarray(affine.get_param("b").T).ravel()
        names: Sequence[str] = parser.move_names
        fits = compiled and fits_kernel(names, self._features, len(self._bias))
        self._kernel = TransitionKernel(names, self._bias, *self._upper) if fits else None

    def build(self, docs: Sequence[Any]) -> None:
        """Writes heads, dependencies and sentences into documents that are tagged."""
        if self._kernel:
            for doc in docs:
                self._build_alone(doc, self._kernel)
            return
        waiting = sorted(docs, key=len)
        while waiting:
            chosen, tokens = [waiting.pop()], 0
            while waiting and (tokens := tokens + len(chosen[-1])) + len(waiting[-1]) <= TOGETHER:
                chosen.append(waiting.pop())
            self._parser.set_annotations(chosen, self._states(chosen))

    def _build_alone(self, doc: Any, kernel: TransitionKernel) -> None:
        """The same for one document, by compiled transitions."""
        import numpy as np

        heads, labels = kernel.build_tree(doc.to_array("SENT_START").astype("b"), self._precompute([doc]))
        strings = self._parser.vocab.strings
        ids = np.array([strings[name] for name in kernel.labels], "uint64")
        places = np.arange(len(doc))
        heads = np.where(heads < 0, places, heads)
        named = np.where(heads == places, np.uint64(strings["ROOT"]), ids[labels])
        doc.from_array(["HEAD", "DEP"], np.stack([(heads - places).astype("uint64"), named], axis=1))
        for finish in self._parser.postprocesses:
            finish(doc)

    def _states(self, docs: Sequence[Any]) -> list[Any]:
        """The final states of documents that are parsed side by side."""
        import numpy as np

        states: list[Any] = self._parser.moves.init_batch(docs)
        table, (weights, bias) = self._precompute(docs), self._upper
        count, half = self._features, len(self._bias) // 2
        columns = np.arange(count) + count  # the first rows of the table are those of missing words
        shape = SimpleNamespace(state2vec=SimpleNamespace(nF=count))
        unfinished = [state for state in states if not state.is_final()]
        while unfinished:
            places = self._context(shape, unfinished) * count + columns
            total = table.take(places, axis=0, mode="clip").sum(axis=1)
            total += self._bias
            scores = np.maximum(total[:, :half], total[:, half:]) @ weights
            scores += bias
            unfinished = self._parser.transition_states(unfinished, scores)
        return states

    def _precompute(self, docs: Sequence[Any]) -> Floats:
        """What each word adds to a state in each of the places where a state may hold it, one row a place."""
        import numpy as np

        weights, bias = self._lower
        words = np.concatenate([doc.tensor for doc in docs]) @ weights + bias
        table: Floats = np.empty((self._features * (len(words) + 1), len(self._bias)), "f")
        table[: self._features] = self._missing
        np.matmul(words, self._weights, out=table[self._features :].reshape(len(words), -1))
        return table
