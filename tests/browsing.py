"""A real browser for the tests of pages, and pages whose console stays empty and that ask for nothing of others."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = "/usr/bin/chromium"
OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
IN_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which(CHROMIUM), reason=f"there is no {CHROMIUM}"),
]


@contextmanager
def open_browser(profile: Path, *, width: int = 1100) -> Iterator[Any]:
    """A browser with a profile of its own; pages come from its `new_page`."""
    with sync_api.sync_playwright() as play:
        context = play.chromium.launch_persistent_context(
            str(profile),
            executable_path=CHROMIUM,
            args=list(OPTIONS),
            headless=True,
            viewport={"width": width, "height": 900},
        )
        yield context
        context.close()


@contextmanager
def watched_page(browser: Any, own: Callable[[str], bool]) -> Iterator[Any]:
    """A new page; at its end nothing was said on the console, and no address was asked for that is not its own."""
    page = browser.new_page()
    page.said, page.asked = [], []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("request", lambda request: page.asked.append(request.url))
    yield page
    assert page.said == [], "the console must stay empty"
    assert [url for url in page.asked if not own(url)] == [], "nothing outside may be asked"
    page.close()
