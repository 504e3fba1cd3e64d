"""The whole job as one page in the browser, for people without a terminal. Serves this computer only, and nothing else.

`guard` lets nobody in but the page itself; `session` holds one visit, `work` does its long jobs one at a time,
`reading` and `comparing` call the same functions as the command line; `routes` joins them, `server` starts and ends it.
"""

from __future__ import annotations

from framing.serve.server import run_server
from framing.serve.shortcut import write_shortcut

__all__ = ["run_server", "write_shortcut"]
