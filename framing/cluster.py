"""Work spread over processes. The only file that knows Dask: a worker that is killed loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from threading import Lock
from typing import Any, NamedTuple, TypeVar

from framing.errors import InputError, MissingPartError

Work = TypeVar("Work")
Result = TypeVar("Result")
CHUNK = 25  # articles in one task
AHEAD = 2  # tasks that wait for each process: more would only fill the memory
PATIENCE = 20  # seconds that a scheduler has to answer
ALONE = Lock()  # the parser serves one task at a time, however many threads a worker has


class Workers(NamedTuple):
    """Who does the work: so many processes on this computer, or the workers of a Dask scheduler at an address."""

    processes: int = 1
    address: str = ""  # tcp://… or tls://…


def spread(work: Callable[[Work], Result], shares: Iterable[Work], cluster: Workers) -> Iterator[tuple[Work, Result]]:
    """Each share with its result as it is finished, in no fixed order.

    Raises:
        MissingPartError: Dask is not installed.
        InputError: no scheduler answers at the address.
    """
    try:
        import distributed
    except ImportError as problem:
        raise MissingPartError(
            "Reading with several processes needs Dask. Install it with: pip install 'news-framing[scale]', "
            "or leave --jobs at 1."
        ) from problem
    dask: Any = distributed
    with _connect(dask, cluster) as client:
        waiting, running = iter(shares), {}
        finished = dask.as_completed()

        def send(most: int) -> None:
            for share in islice(waiting, most):
                future = client.submit(_work_alone, work, share, pure=False)
                running[future.key] = share
                finished.add(future)

        send(AHEAD * max(1, cluster.processes, sum(client.nthreads().values())))
        for future in finished:
            yield running.pop(future.key), future.result()
            future.release()
            send(1)


def _work_alone(work: Callable[[Work], Result], share: Work) -> Result:
    """The work on one share, in a worker."""
    with ALONE:
        return work(share)


@contextmanager
def _connect(dask: Any, cluster: Workers) -> Iterator[Any]:
    """A client of the scheduler at the address, or of one of our own that listens to this computer only."""
    if cluster.address:
        try:
            client = dask.Client(cluster.address, timeout=PATIENCE)
        except (OSError, ValueError) as problem:
            raise InputError(f"No Dask scheduler answers at {cluster.address} ({problem}).") from problem
        with client:
            yield client
        return
    options = {"threads_per_worker": 1, "processes": True, "dashboard_address": None, "silence_logs": 40}
    security = dask.Security.temporary()  # a certificate of this run: nobody else may send work to it
    own = dask.LocalCluster(
        n_workers=cluster.processes, host="127.0.0.1", protocol="tls://", security=security, **options
    )
    with own, dask.Client(own) as client:
        yield client
