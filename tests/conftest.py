"""The network is shut for the whole suite, the parser to tests that do not ask for it by a marker."""

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
    """Only sockets on this machine may be opened (a browser under test)."""
    socket_allow_hosts(["127.0.0.1", "localhost", "::1"], allow_unix_socket=True)


@pytest.fixture(autouse=True)
def no_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The quick tests stay quick: whoever needs the parser says so with a marker."""
    if not any(request.node.get_closest_marker(name) for name in ("engine", "quality", "browser", "slow", "fuzz")):
        monkeypatch.setattr("framing.parse._engine", _refuse)


def _refuse() -> None:
    pytest.fail("This test loads the parser: mark it `engine`.")
