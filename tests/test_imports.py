"""Imports without parts: what is spared is there again afterwards."""

from __future__ import annotations

import subprocess
import sys

import pytest

CODE = """
import sys
from framing.imports import import_sparse
sparse = import_sparse()
assert "numpy.testing" not in sys.modules and "numpy.f2py" not in sys.modules
assert sparse.eye(2).sum() == 2
import numpy.testing
numpy.testing.assert_equal(1, 1)
import numpy.f2py
assert numpy.f2py.__file__ and numpy.testing is sys.modules["numpy.testing"]
import scipy.linalg, scipy.special
"""

PICTURES = """
import sys
from framing.chart.canvas import Canvas
from framing.chart.paint import paint
assert "<svg" in paint(Canvas(100).done("blank", 50, ""))
assert not {"matplotlib.widgets", "matplotlib.patches", "matplotlib.text", "matplotlib.dviread"} & set(sys.modules)
import io
from matplotlib.figure import Figure
figure = Figure()
figure.add_subplot().set_title("$x^2$")
figure.savefig(io.BytesIO(), format="svg")
figure.savefig(io.BytesIO(), format="png")
import matplotlib.backend_bases as bases, matplotlib.text, matplotlib.widgets
assert bases.text.Text is matplotlib.text.Text and bases.widgets.LockDraw is matplotlib.widgets.LockDraw
"""


@pytest.mark.parametrize("code", [CODE, PICTURES])
def test_what_is_spared_is_there_when_it_is_asked_for(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)
