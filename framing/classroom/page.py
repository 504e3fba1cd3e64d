"""Pages for the screen: one file each, no network, a strict content policy; every word is escaped."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from framing.report.page import own_digest, own_markup, page_templates


def render(template: str, *, script: str = "", **data: Any) -> str:
    """A page with the style of the classroom inside; only this style and this script may run in it."""
    css = _asset("classroom.css")
    js = _asset(script) if script else ""
    runs = f"'{own_digest(js)}'" if js else "'none'"
    policy = (
        f"default-src 'none'; style-src '{own_digest(css)}'; script-src {runs}; base-uri 'none'; form-action 'none'"
    )
    page = page_templates("framing.classroom").get_template(template)
    return page.render(css=own_markup(css), js=own_markup(js), policy=policy, **data)


@cache
def _asset(name: str) -> str:
    return resources.files("framing.classroom").joinpath("templates", name).read_text("utf-8").strip()
