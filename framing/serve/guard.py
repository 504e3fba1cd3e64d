"""Who may ask: only the page that this program opened. Everything else is answered before any of our code sees it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

READING = ("GET", "HEAD")
SMALL_BODY = 200_000  # bytes of a request that brings no files
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Gate(NamedTuple):
    """What a request must bring: the secret in its path, our own address as its host, a body of at most so many bytes.

    `files` is where files may be sent to, the only place that takes more than `SMALL_BODY`.
    """

    token: str
    port: int
    files: str
    most_bytes: int

    @property
    def hosts(self) -> tuple[str, ...]:
        """Names under which this computer may be asked."""
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")


class Guard:
    """The application behind the gate: answers 400, 403, 404, 411 or 413 itself, and adds the headers of safety."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self.app = app
        self.gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        from starlette.datastructures import MutableHeaders
        from starlette.responses import PlainTextResponse

        if scope["type"] != "http":
            return

        async def send_safely(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("content-security-policy", PAGE_POLICY)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refusal = refuse_request(self.gate, scope)
        answer = PlainTextResponse(refusal[1], refusal[0]) if refusal else self.app
        await answer(scope, receive, send_safely)  # type: ignore[arg-type]


def refuse_request(gate: Gate, scope: Scope) -> tuple[int, str] | None:
    """Status and words of a refusal, None when the request may pass. Nothing of the request is repeated in them."""
    named: dict[str, list[str]] = {}
    for name, value in scope["headers"]:
        named.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    if len(named.get("host", [])) != 1 or named["host"][0] not in gate.hosts:
        return 400, "This page answers on this computer only."
    secret = scope["path"].split("/")[1] if scope["path"].startswith("/") else ""
    if not secrets.compare_digest(secret.encode(), gate.token.encode()):
        return 404, "Not found."
    if not _from_our_page(named, scope["method"]):
        return 403, "Only the page of this program may ask."
    return _refuse_body(gate, scope, named)


def _from_our_page(named: dict[str, list[str]], method: str) -> bool:
    """Whether a browser says that our own page asks; what changes something must say so."""
    own = f"http://{named['host'][0]}"
    if any(site not in ("same-origin", "none") for site in named.get("sec-fetch-site", [])):
        return False
    origins = named.get("origin", [])
    return all(origin == own for origin in origins) and (method in READING or len(origins) == 1)


def _refuse_body(gate: Gate, scope: Scope, named: dict[str, list[str]]) -> tuple[int, str] | None:
    if scope["method"] in READING:
        return None
    lengths = named.get("content-length", [])
    if len(lengths) != 1 or not lengths[0].isascii() or not lengths[0].isdigit():
        return 411, "The request does not say how long it is."
    most = gate.most_bytes if scope["path"] == gate.files else SMALL_BODY
    if int(lengths[0][:18]) > most:
        return 413, f"This is more than {most / 1e6:g} MB at once. Add fewer files at a time."
    return None
