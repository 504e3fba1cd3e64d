"""Compiles `transitions.c` when the package is built; without a C compiler the wheel is the same, but for it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCE = Path(__file__).with_name("transitions.c")
LIBRARY = SOURCE.with_suffix(".so")
FLAGS = ("-std=c99", "-O3", "-ffp-contract=off", "-fPIC", "-shared")  # no flag of one processor


class KernelHook(BuildHookInterface):  # type: ignore[misc]
    """Adds the compiled transitions to a wheel or to the checkout that it installs."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by the build backend before it gathers the files."""
        LIBRARY.unlink(missing_ok=True)
        command = [*shlex.split(os.environ.get("CC", "cc")), *FLAGS, "-o", str(LIBRARY), str(SOURCE)]
        try:
            subprocess.run(command, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            return
        platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
        build_data["artifacts"].append(LIBRARY.relative_to(self.root).as_posix())
        build_data.update(pure_python=False, tag=f"py3-none-{platform}")
