"""The network is shut for the whole suite; only sockets on this machine (a browser under test) may be opened.

Properties are tried on 25 examples each, on 100 where CI says so: `HYPOTHESIS_PROFILE=thorough pytest` does the same.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import settings
from pytest_socket import socket_allow_hosts

settings.register_profile("quick", max_examples=25, deadline=None)
settings.register_profile("thorough", max_examples=100, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("thorough" if os.environ.get("CI") else "quick"))


@pytest.fixture(autouse=True)
def no_network() -> None:
    socket_allow_hosts(["127.0.0.1", "localhost", "::1"], allow_unix_socket=True)
