"""Pages are fetched politely, from a server of this machine; nothing else is reached."""

from __future__ import annotations

import csv
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from framing import fetch
from framing.errors import InputError
from framing.fetch import AGENT, fetch_pages, links_of_feed

PAGE = "<html><head><title>Dock shut</title></head><body><article><h1>Dock shut</h1><p>{}</p></article></body></html>"
FEED = (
    '<rss version="2.0"><channel><title>Lamp</title><item><title>a</title><link>{0}/a.html</link></item>'
    "<item><title>b</title><link>{0}/private/b.html</link></item></channel></rss>"
)


OK = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n"
ODD = {  # what comes back
    "/cut.html": OK + b"Content-Length: 900\r\n\r\n<html>",
    "/nonsense.html": b"\x00\x01 no answer\r\n\r\n",
    "/chunks.html": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
    "/file.html": b"HTTP/1.0 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n",
    "/ftp.html": b"HTTP/1.0 302 Found\r\nLocation: ftp://127.0.0.1:1/a\r\n\r\n",
    "/loop.html": b"HTTP/1.0 302 Found\r\nLocation: /loop.html\r\n\r\n",
    "/big.html": OK + b"\r\n" + b"a" * 3000,
    "/slow.html": OK + b"\r\n",
    "/colour.html": b"HTTP/1.0 404 \x1b[31mgone\r\n\r\n",
    "/headers.html": b"HTTP/1.0 200 OK\r\n" + b"X: y\r\n" * 300 + b"\r\n",
}


class Site(BaseHTTPRequestHandler):
    """A small news site; every request is put down with the program's name."""

    seen: list[tuple[str, str]] = []

    def do_GET(self):
        self.seen.append((self.path, self.headers["User-Agent"]))
        if self.path in ODD:
            self.wfile.write(ODD[self.path])
            while self.path == "/slow.html":
                self.wfile.write(b"a ")
                self.wfile.flush()
                time.sleep(0.02)
            return
        home = f"http://127.0.0.1:{self.server.server_port}"
        pages = {
            "/robots.txt": "User-agent: *\nDisallow: /private/\n",
            "/a.html": PAGE.format("The dock was shut. " * 20),
            "/b.html": PAGE.format("The dock stays shut. " * 20),
            "/feed.xml": FEED.format(home),
        }
        body = pages.get(self.path)
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write((body or "gone").encode())

    def log_message(self, *_):
        """Says nothing."""


@pytest.fixture
def site():
    Site.seen = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_pages_are_saved_with_a_manifest_and_pauses(site, tmp_path):
    pauses = []
    found = fetch_pages(
        [f"{site}/a.html", f"{site}/b.html", f"{site}/none.html"], tmp_path, pause=3, wait=pauses.append
    )
    assert [one.file is not None for one in found] == [True, True, False] and "404" in found[2].problem
    assert pauses == [3, 3] and {agent for _, agent in Site.seen} == {AGENT}
    with (tmp_path / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["url"] for row in rows] == [f"{site}/a.html", f"{site}/b.html"]
    assert all("dock" in (tmp_path / row["file"]).read_text("utf-8") for row in rows)


def test_robots_are_obeyed_and_rows_of_a_person_stay(site, tmp_path):
    fetch_pages([f"{site}/a.html"], tmp_path, wait=lambda _: None)
    manifest = tmp_path / "manifest.csv"
    manifest.write_text(manifest.read_text("utf-8").replace("html,,", "html,The Lamp,", 1), "utf-8")
    found = fetch_pages([f"{site}/a.html", f"{site}/private/b.html"], tmp_path, wait=lambda _: None)
    assert found[1].file is None and "robots.txt" in found[1].problem
    assert manifest.read_text("utf-8").count("The Lamp") == 1 and len(manifest.read_text("utf-8").splitlines()) == 2
    assert "/private/b.html" not in [path for path, _ in Site.seen]


def test_a_server_that_does_odd_things_costs_its_own_pages_only(site, tmp_path, monkeypatch):
    for name, value in (("LARGEST", 2000), ("LONGEST", 0.3)):
        monkeypatch.setattr(fetch, name, value)
    found = fetch_pages([*(f"{site}{path}" for path in ODD), f"{site}/a.html"], tmp_path, wait=lambda _: None)
    assert [one.file is not None for one in found] == [False] * len(ODD) + [True]
    assert all(one.problem and one.problem.isprintable() for one in found[:-1])
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".html"] == [found[-1].file.name]


def test_a_manifest_that_cannot_be_read_stays_as_it_is_and_nothing_is_fetched(site, tmp_path):
    (tmp_path / "manifest.csv").write_bytes(b"\x00\x01\xff\xfe\x00" * 900)
    with pytest.raises(InputError, match="cannot be read"):
        fetch_pages([f"{site}/a.html"], tmp_path)
    assert not Site.seen and (tmp_path / "manifest.csv").read_bytes().startswith(b"\x00\x01")


def test_a_feed_gives_addresses(site):
    assert links_of_feed(f"{site}/feed.xml") == [f"{site}/a.html", f"{site}/private/b.html"]
    with pytest.raises(InputError, match="no feed"):
        links_of_feed(f"{site}/a.html")


def test_without_a_connection_the_message_says_what_to_do(tmp_path):
    with pytest.raises(InputError, match="no page could be fetched") as caught:
        fetch_pages(["http://127.0.0.1:9/a.html"], tmp_path)
    assert caught.value.exit_code == 4 and "Saved pages can be read" in str(caught.value)
    with pytest.raises(InputError, match="no address"):
        fetch_pages(["paper"], tmp_path)
