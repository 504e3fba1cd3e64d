"""What every HTML page of the package is made with: templates that escape, own markup, and the hashes of its policy."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


def own_digest(text: str) -> str:
    """The hash by which the content policy knows the page's own style and script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def own_markup(text: str) -> Any:
    """Text made by this package, not by an article, which is already safe to put into the page."""
    from markupsafe import Markup

    return Markup(text)


@cache
def page_asset(package: str, name: str) -> str:
    """The text of a style or a script that stands beside the templates of a package."""
    return resources.files(package).joinpath("templates", name).read_text("utf-8").strip()


@cache
def page_templates(package: str) -> Environment:
    """The templates of a package; whatever is put into them is escaped, and a missing value is an error.

    Data goes in by `tojson`, which also escapes what could end a script; letters stay as they are.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader(package, "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return made
