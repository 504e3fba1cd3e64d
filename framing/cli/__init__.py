"""`framing` and `python -m framing`: each command is a thin wrapper on the function of the same name."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Runs the command line; exits with the codes of DESIGN: 0 ok, 1 internal, 2 usage, 3 over limit, 4 input, …"""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")  # one article is too small to gain from threads, and they cost CPU time
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    gc.set_threshold(1_000_000)  # records point at no cycles: searching for them often only costs time
    from framing.cli.app import run_command

    code = run_command()
    gc.freeze()  # the exit would search all that is loaded for cycles
    sys.exit(code)
