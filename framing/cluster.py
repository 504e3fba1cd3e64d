"""Work spread over processes. The only file that knows Dask: a worker that is killed loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from framing.errors import MissingPartError

Work = TypeVar("Work")
Result = TypeVar("Result")
CHUNK = 25  # articles in one task


def spread(work: Callable[[Work], Result], shares: Sequence[Work], *, jobs: int) -> Iterator[Result]:
    """The result of each share as it is finished, in no fixed order.

    Raises:
        MissingPartError: Dask is not installed.
    """
    try:
        from dask import distributed
    except ImportError as problem:
        raise MissingPartError(
            "Reading with several processes needs Dask. Install it with: pip install 'news-framing[scale]', "
            "or leave --jobs at 1."
        ) from problem
    dask: Any = distributed
    options = {"threads_per_worker": 1, "processes": True, "dashboard_address": None, "silence_logs": 40}
    with dask.LocalCluster(n_workers=jobs, **options) as cluster, dask.Client(cluster) as client:
        futures = client.map(work, shares, pure=False)
        for future in dask.as_completed(futures):
            yield future.result()
            future.release()
