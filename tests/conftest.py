"""The network is shut for the whole suite; only sockets on this machine (a browser under test) may be opened."""

from __future__ import annotations

import pytest
from hypothesis import settings
from properties import tried
from pytest_socket import socket_allow_hosts

settings.register_profile("framing", tried())
settings.load_profile("framing")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="tests/fuzz: 200,000 damaged files, and commands killed")


@pytest.fixture(autouse=True)
def no_network() -> None:
    socket_allow_hosts(["127.0.0.1", "localhost", "::1"], allow_unix_socket=True)
