"""A visit to the page in the browser without a browser: a client as the page is one, and the session behind it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

TOKEN, PORT = "secret-of-this-visit", 4321
HOME = f"http://127.0.0.1:{PORT}"
HOSTILE = "<img src=x onerror=alert(1)>"
STORY = "Dockers at the port of Selmouth walked out on Monday, the union said. The company called the strike reckless."


class Visit:
    """A client as the page is one, and the session behind it."""

    def __init__(self, folder: Path) -> None:
        from starlette.testclient import TestClient

        from framing.serve.routes import make_app
        from framing.serve.session import Session

        self.session = Session(folder)
        self.stopped = False
        app = make_app(self.session, TOKEN, PORT, self.stop)
        self.client = TestClient(app, base_url=HOME, raise_server_exceptions=True)

    def stop(self) -> None:
        self.stopped = True

    def get(self, where: str = "state", **headers: str) -> Any:
        return self.client.get(f"/{TOKEN}/{where}", headers=headers)

    def post(self, where: str, values: Any = None, **more: Any) -> Any:
        headers = {"Origin": HOME} | more.pop("headers", {})
        sent = more if more else {"json": {} if values is None else values}
        answer = self.client.post(f"/{TOKEN}/{where}", headers=headers, **sent)
        self.session.worker.wait(120)
        return answer

    def add(self, *files: tuple[str, bytes], **fields: str) -> dict[str, Any]:
        answer = self.post("add", files=[("files", file) for file in files] or None, data=fields or None)
        assert answer.status_code == 200, answer.text
        return self.get().json()
