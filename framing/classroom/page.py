"""Pages for the screen: one file each, no network, a strict content policy; every word is escaped."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


def render(template: str, *, script: str = "", **data: Any) -> str:
    """A page with the style of the classroom inside; only this style and this script may run in it."""
    css = _asset("classroom.css")
    js = _asset(script) if script else ""
    runs = f"'{_digest(js)}'" if js else "'none'"
    policy = f"default-src 'none'; style-src '{_digest(css)}'; script-src {runs}; base-uri 'none'; form-action 'none'"
    page = _environment().get_template(template)
    return page.render(css=_markup(css), js=_markup(js), policy=policy, **data)


def as_json(data: Any) -> Any:
    """Data as JSON that may stand inside a page."""
    return _markup(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"))


def _digest(text: str) -> str:
    """The hash by which the content policy knows the page's own style and script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return resources.files("framing.classroom").joinpath("templates", name).read_text("utf-8").strip()


def _markup(text: str) -> Any:
    """Text made by this package, not by an article, which is already safe to put into the page."""
    from markupsafe import Markup

    return Markup(text)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("framing.classroom", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
