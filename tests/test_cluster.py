"""Processes of a run talk to each other alone."""

from __future__ import annotations

from typing import Any

import pytest

from framing.cluster import Workers, _connect

distributed: Any = pytest.importorskip("distributed", reason="dask is not installed")


def test_nobody_without_the_certificate_of_the_run_may_send_work() -> None:
    with _connect(distributed, Workers(processes=0)) as client:
        address = client.scheduler_info()["address"]
        assert address.startswith("tls://127.0.0.1:")
        strangers = ((address.replace("tls", "tcp"), None), (address, distributed.Security.temporary()))
        for where, security in strangers:
            with pytest.raises(OSError):
                distributed.Client(where, security=security, timeout=2)
        assert client.status == "running"
