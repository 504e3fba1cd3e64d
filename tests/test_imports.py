"""Imports without parts: what is spared is there again afterwards."""

from __future__ import annotations

import subprocess
import sys

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


def test_what_is_spared_is_there_when_it_is_asked_for() -> None:
    subprocess.run([sys.executable, "-c", CODE], check=True)
