"""The page in the browser as a door: files and forms that it is sent, and requests that no page of ours would make."""

from __future__ import annotations

import json
import random
import tempfile
import zipfile
from collections.abc import Sequence
from functools import cache
from importlib import util
from io import BytesIO
from pathlib import Path
from typing import Any

from visit import HOME, HOSTILE, PORT, STORY, TOKEN, Visit

NAMES = (
    "../../etc/passwd", "..\\win.ini", "/etc/passwd.txt", "C:\\a\\b.txt", ".hidden.txt", "..", "", "CON", "nul.txt",
    "a" * 500, f"{HOSTILE}.txt", "x\x00y.txt", "a\nb.txt", "\u202egpj.exe", "é.html", "manifest.csv", "a.zip",
    "a.pdf", "a.exe", "x.", 'a";b="c.txt', "a.txt; filename=../b.txt", "%2e%2e%2fa.txt", " ",
)  # fmt: skip
PLACES = (
    "", "page.js", "state", "add", "clear", "correct", "compare", "stop", "runs/1/report", "runs/1/lesson",
    "runs/1/pdf", "runs/1/lessons/1", "runs/-1/pdf", f"runs/{'9' * 30}/report", "..%2f..%2fetc%2fpasswd",
    "../state", HOSTILE, "%00", "%C3%A9", "%ff",
)  # fmt: skip
SITES = ("same-origin", "none", "cross-site", "same-site")
TYPES = ("application/json", "multipart/form-data; boundary=x", "multipart/form-data", "text/plain")
METHODS = ("GET", "POST", "POST", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH")
HOSTS = (
    f"127.0.0.1:{PORT}",
    f"localhost:{PORT}",
    "evil.example",
    "127.0.0.1",
    f"127.0.0.1:{PORT}.evil",
    "",
    f"[::1]:{PORT}",
)
ORIGINS = (
    HOME,
    f"http://localhost:{PORT}",
    "null",
    "http://evil.example",
    f"{HOME}.evil",
    f"https://127.0.0.1:{PORT}",
    "",
)
TOKENS = (TOKEN, TOKEN, "", "secret", f"{TOKEN}x", TOKEN.upper(), "%2e%2e", f"x/{TOKEN}", "%C3%A9")


def bomb(size: int, *, deep: bool = False) -> bytes:
    """A zip file that unpacks to far more than it holds."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as box:
        if deep:
            box.writestr("inner.zip", bomb(size))
        for number in range(3):
            box.writestr(f"{number}.txt", b"0 " * (size // 2))
    return packed.getvalue()


class WatchedVisit(Visit):
    """A visit whose every answer is looked at."""

    def ask(self, method: str, address: str, **more: Any) -> Any:
        answer = self.client.request(method, address, **more)
        self.session.worker.wait(60)
        assert answer.status_code < 500, answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        shown = answer.text if answer.headers.get("content-type", "text/").startswith("text/") else ""
        assert HOSTILE not in shown and "root:" not in answer.text, "what was sent comes back as markup"
        problem = self.session.worker.problem
        assert "fault of the program" not in problem, problem
        return answer


@cache
def visit() -> WatchedVisit:
    folder = Path(tempfile.mkdtemp(prefix="framing-fuzz-"))
    return WatchedVisit(folder)


def send_files(folder: Path, cases: Sequence[Any]) -> None:
    """Damaged files under odd names: each is read or named, a sound one beside them is read, none leaves its folder."""
    here = visit()
    here.ask("POST", f"/{TOKEN}/clear", headers={"Origin": HOME}, json={})
    files = [("files", (one.name, one.data)) for one in cases]
    body = {"text": f"{STORY} {HOSTILE}", "source": HOSTILE, "title": "Port shut"}
    answer = here.ask("POST", f"/{TOKEN}/add", headers={"Origin": HOME}, files=files, data=body)
    if answer.status_code != 200:
        return
    state = here.ask("GET", f"/{TOKEN}/state").json()
    assert any(row["title"] == "Port shut" for row in state["rows"]), "a text beside a damaged file is lost"
    assert all(len(one) == 3 and all(one) for one in state["skipped"]), state["skipped"]
    failed = [one for one in state["skipped"] if "the program failed" in one[1] or "cannot be read (" in one[1]]
    assert not failed, failed
    assert str(here.session.folder) not in json.dumps(state)
    inside = {path.parent for path in here.session.files.rglob("*")}
    assert inside <= {here.session.files} and {path.name for path in here.session.folder.iterdir()} == {"files"}


def send_request(folder: Path, cases: Sequence[Any]) -> None:
    """A request made of odd parts: what lacks the token, our address or our origin sees and changes nothing."""
    here, (one,) = visit(), cases
    draw = random.Random(one.data)
    sure = draw.random() < 0.4  # a request as our own page makes it, but for what it holds
    method, token = draw.choice(METHODS), TOKEN if sure else draw.choice(TOKENS)
    place, host = draw.choice(PLACES), HOSTS[0] if sure else draw.choice(HOSTS)
    origin, site = (HOME, "same-origin") if sure else (draw.choice(ORIGINS), draw.choice(SITES))
    headers = {"host": host, "origin": origin, "sec-fetch-site": site, "content-type": draw.choice(TYPES)}
    if draw.random() < 0.1:
        headers["content-length"] = draw.choice(("-1", "9" * 30, "x", "0"))
    before = (here.session.edition, here.stopped, here.session.pasted)
    answer = here.ask(method, f"{HOME}/{token}/{place}", headers=headers, content=one.data)
    ours = token == TOKEN and host in HOSTS[:2] and origin == f"http://{host}" and site in ("same-origin", "none")
    if not ours:
        assert (here.session.edition, here.stopped, here.session.pasted) == before, "a stranger changed something"
        own = origin in ("", f"http://{host}") and method in ("GET", "HEAD") and site in ("same-origin", "none")
        assert answer.status_code >= 400 or (token == TOKEN and host in HOSTS[:2] and own), answer.status_code


def uploads() -> Sequence[Any]:
    from fuzz.doors import Case, articles

    odd = [Case(name, f"{name!r} {STORY}".encode()) for name in NAMES]
    bombs = [
        Case("bomb.zip", bomb(3_000_000)),
        Case("deep.docx", bomb(300_000, deep=True)),
        Case("huge.txt", b"word " * 400_000),
    ]
    return (*odd, *bombs, *articles()[::5])


def bodies() -> Sequence[Any]:
    from fuzz.doors import Case

    texts = (
        b'{"id": "a", "source": "x", "event": "y", "used": true}', b'{"packs": ["demo"]}', b'{"packs": null}',
        b'{"story": 0, "minutes": 45, "paper": "a4", "blind": true}',
        b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nwords\r\n--x--\r\n',
    )  # fmt: skip
    return tuple(Case("body", text) for text in texts)


def upload_doors() -> tuple[Any, ...]:
    from fuzz.doors import Door

    if not all(util.find_spec(name) for name in ("starlette", "httpx2", "python_multipart")):
        return ()
    return (Door("upload", uploads, send_files, 4, 1), Door("request", bodies, send_request, 1, 10))
