"""The page's server: who may ask, what it takes in, what it shows, what it leaves behind. No browser is needed."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from framing.errors import MissingPartError, UsageError
from framing.serve import server, uploads, write_shortcut
from framing.serve.comparing import zip_files
from framing.serve.server import open_visit
from framing.serve.uploads import Upload, safe_name, store_files
from framing.serve.work import Worker

pytest.importorskip("starlette", reason="starlette is not installed")
pytest.importorskip("httpx2", reason="httpx2 is not installed")
from visit import HOME, HOSTILE, PORT, STORY, TOKEN, Visit

ROOT = Path(__file__).parents[2]
STRIKE = ROOT / "tests" / "data" / "strike"
VOTE = ROOT / "tests" / "data" / "stories" / "04-kessary-vote"  # its rival wordings are printed to be judged


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    return Visit(tmp_path)


def strike() -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in sorted(STRIKE.glob("*.txt"))]


ROUTES = ("", "page.js", "page.css", "state", "runs/1/report", "runs/1/pdf", "runs/1/lessons/1")
CHANGES = ("add", "clear", "correct", "compare", "stop", "runs/1/lesson")


@pytest.mark.parametrize("where", ROUTES)
@pytest.mark.parametrize("token", ["", "secret", f"{TOKEN}x", "é", "%2e%2e", f"x/{TOKEN}"])
def test_without_the_token_there_is_nothing(visit: Visit, where: str, token: str) -> None:
    answer = visit.client.get(f"{HOME}/{token}/{where}")
    assert answer.status_code == 404 and answer.text == "Not found."


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:80", f"evil.example:{PORT}", ""])
def test_another_host_is_refused(visit: Visit, host: str) -> None:
    assert visit.get("", host=host).status_code == 400
    assert visit.post("stop", headers={"host": host, "Origin": f"http://{host}"}).status_code == 400
    assert not visit.stopped


@pytest.mark.parametrize("where", CHANGES)
@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", f"https://127.0.0.1:{PORT}", f"{HOME}.evil"])
def test_another_origin_changes_nothing(visit: Visit, where: str, origin: str | None) -> None:
    headers = {} if origin is None else {"Origin": origin}
    assert visit.client.post(f"/{TOKEN}/{where}", headers=headers, json={}).status_code == 403
    assert not visit.stopped and visit.session.edition == 0


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_reads_nothing(visit: Visit, site: str) -> None:
    assert visit.get("state", **{"sec-fetch-site": site}).status_code == 403


def test_our_own_page_may_ask(visit: Visit) -> None:
    for where in ("", "page.js", "page.css", "state"):
        assert visit.get(where, **{"sec-fetch-site": "same-origin"}).status_code == 200
    assert visit.get("state", host=f"localhost:{PORT}").status_code == 200
    assert visit.post("stop").json() == {"stopped": True} and visit.stopped


@pytest.mark.parametrize("where", ["", "state", "page.js", "no-such-place"])
def test_every_answer_has_a_strict_policy(visit: Visit, where: str) -> None:
    headers = visit.get(where).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store" and "server" not in headers


def test_a_refusal_has_the_policy_too(visit: Visit) -> None:
    answer = visit.client.get("/wrong/")
    assert answer.status_code == 404 and "default-src 'none'" in answer.headers["content-security-policy"]


def test_the_page_names_nothing_outside(visit: Visit) -> None:
    for where in ("", "page.js", "page.css"):
        assert not re.search(r"https?:|//[a-z]", visit.get(where).text.replace("http-equiv", ""))


def test_a_body_that_is_too_long_or_of_no_length_is_refused(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    assert visit.post("correct", content=b" " * 200_001).status_code == 413
    assert visit.post("add", content=b"x", headers={"content-length": "99999999999999999999"}).status_code == 413
    assert visit.post("add", content=iter([b"x"])).status_code == 411


def test_too_many_files_and_bytes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_FILES", 3)
    store_files(tmp_path, [Upload(f"{number}.txt", b"%d" % number) for number in range(3)])
    with pytest.raises(UsageError, match="More than 3 files"):
        store_files(tmp_path, [Upload("4.txt", b"4")])
    monkeypatch.setattr(uploads, "MOST_FILES", 9)
    monkeypatch.setattr(uploads, "MOST_ALL", 5)
    with pytest.raises(UsageError, match="MB in one visit"):
        store_files(tmp_path, [Upload("5.txt", b"too long")])


def test_a_form_with_too_many_files_is_refused(visit: Visit) -> None:
    files = [("files", (f"{number}.txt", b"x")) for number in range(uploads.MOST_FILES + 1)]
    assert visit.post("add", files=files).status_code == 400


NAMES = (
    *("../../etc/passwd", "..\\..\\win.ini", "/etc/passwd", "C:\\a\\b.txt", ".hidden", "..", ".", "", "a/.."),
    *("x\x00y.txt", "CON", "nul.txt", "COM1.html", "a" * 500 + ".txt", "ends in dot.", " space .txt"),
    *("\u202egpj.exe", "<b>.html", "a\nb.txt", "a." + "b" * 300),
)


@pytest.mark.parametrize("name", NAMES)
def test_no_name_leads_anywhere(tmp_path: Path, name: str) -> None:
    box = tmp_path / "box"
    box.mkdir()
    (stored,) = store_files(box, [Upload(name, b"words")])
    assert stored.parent == box and stored.read_bytes() == b"words"
    assert stored.resolve().parent == box.resolve() and not stored.name.startswith(".")
    assert not re.search(r'[/\\<>:"|?*\x00-\x1f\u202e]|[. ]$', stored.name) and len(stored.name) < 120
    assert stored.name.split(".")[0].lower() not in ("con", "nul", "com1")
    assert [path.name for path in tmp_path.iterdir()] == ["box"]


def test_a_name_stays_as_its_owner_knows_it() -> None:
    for name in ("The Ostrell Courier.html", "Größe (2).txt", "l’écho.md", "manifest.csv"):
        assert safe_name(name) == name


def test_files_of_one_name_are_kept_apart_and_none_is_kept_twice(tmp_path: Path) -> None:
    stored = store_files(
        tmp_path, [Upload("a.txt", b"1"), Upload("A.txt", b"2"), Upload("a.txt", b"3"), Upload("b", b"1")]
    )
    assert [path.name for path in stored] == ["a.txt", "A 2.txt", "a 3.txt"]


@pytest.mark.parametrize(
    "where",
    ["runs/0/report", "runs/1/report", "runs/-1/report", "runs/99999999999999999999/pdf", "runs/1/lessons/1",
     "runs/..%2f..%2fetc/pdf", "runs/1/..%2f..%2f..%2fetc%2fpasswd", "..%2fpage.js", "page.js/../state.py"],
)  # fmt: skip
def test_no_address_leads_to_a_file(visit: Visit, where: str) -> None:
    answer = visit.get(where)
    assert answer.status_code in (400, 404)
    assert "root:" not in answer.text and "passwd" not in answer.text


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'"x"', b"\xff", b"[" * 100_000])
@pytest.mark.parametrize("where", ["correct", "compare", "runs/1/lesson"])
def test_nonsense_is_refused_in_words(visit: Visit, where: str, body: bytes) -> None:
    answer = visit.post(where, content=body)
    assert answer.status_code == 400 and answer.json() == {"problem": "The request cannot be read."}


def test_reading_lists_what_is_good_and_what_is_not(visit: Visit) -> None:
    state = visit.add(*strike(), ("broken.html", b"\x00\x01\xff" * 400), ("empty.txt", b""))
    assert len(state["rows"]) == 4 and {row["event"] for row in state["rows"]} == {state["rows"][0]["event"]} != {""}
    assert [name for name, _, _ in state["skipped"]] == ["broken.html", "empty.txt"]
    assert all(reason and remedy for _, reason, remedy in state["skipped"])
    assert str(visit.session.folder) not in str(state)
    assert state["warnings"] and "manifest" not in str(state["warnings"]) and "table" in str(state["warnings"])
    assert [pack["id"] for pack in state["packs"] if pack["proposed"]] == ["economy-labour"]


def test_only_broken_files_are_each_named(visit: Visit) -> None:
    state = visit.add(("a.html", b"\x00\x01\xff" * 400), ("b.txt", b""))
    assert state["rows"] == [] and [name for name, _, _ in state["skipped"]] == ["a.html", "b.txt"]
    assert str(visit.session.folder) not in str(state) and state["problem"] == ""


def test_a_file_that_breaks_the_reader_sinks_no_other(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    import framing.read as room

    true = room.read_files

    def explode(paths: list[Path], **more: Any) -> Any:
        if any(path.name == "evil.txt" for path in paths):
            raise RuntimeError("a reader fell over")
        return true(paths, **more)

    monkeypatch.setattr(room, "read_files", explode)
    state = visit.add(*strike(), ("evil.txt", STORY.encode()))
    assert len(state["rows"]) == 4
    assert state["skipped"] == [["evil.txt", "could not be read: the program failed on it", "Paste its text instead."]]


CLIPPINGS = "\n".join(
    f"== piece {n} ==\nPAPER {name}\nSEEN {n} May 2024\nABOUT {about}\n{STORY} It was day {n}.\n"
    for n, (name, about) in enumerate((("The Bell", "Port shut"), ("Coast Mail", "Dockers walk out")), 1)
)
LINES = "[lines]\nsource = 'PAPER (.+)'\ndate = 'SEEN (.+)'\nheadline = 'ABOUT (.+)'\n"
LAYOUT = f"name = 'Pieces'\nbegin = '== piece \\d+ =='\n{LINES}"


def test_a_layout_of_ones_own_is_added_like_a_file_and_mended(visit: Visit) -> None:
    state = visit.add(("mine.toml", b"name = 'x'\nbegin = '('"), ("clippings.txt", CLIPPINGS.encode()))
    assert state["layouts"] == [] and state["skipped"][-1][0] == "mine.toml" and "`begin`" in state["skipped"][-1][1]
    assert str(visit.session.folder) not in str(state)
    state = visit.add(("mine.toml", LAYOUT.encode()))
    assert state["layouts"] == ["mine.toml"] and not state["skipped"]
    assert [(row["source"], row["title"], row["date"]) for row in state["rows"]] == [
        ("The Bell", "Port shut", "2024-05-01"),
        ("Coast Mail", "Dockers walk out", "2024-05-02"),
    ]
    unfit = visit.add(("other.toml", LAYOUT.replace("piece", "part").encode()))["warnings"]
    assert any("other.toml fitted no file" in one and "add it once more" in one for one in unfit)
    assert "Clippings of the city library" in visit.get("").text and visit.post("clear").status_code == 200
    assert visit.get().json()["layouts"] == []


def test_a_manifest_speaks_of_the_files(visit: Visit) -> None:
    state = visit.add(*strike(), ("manifest.csv", (STRIKE / "manifest.csv").read_bytes()))
    assert {row["source"] for row in state["rows"]} >= {"Harbour Star", "Common Voice"} and not state["skipped"]
    assert {row["date"] for row in state["rows"]} == {"2025-02-03", "2025-02-04", "2025-02-05"}


def test_pasted_texts_keep_their_source(visit: Visit) -> None:
    visit.add(text=STORY, source="The\nBell", title="Port shut")
    state = visit.add(text=f"{STORY} Talks go on.", source="", title="")
    assert ("The Bell", "Port shut") in [(row["source"], row["title"]) for row in state["rows"]]
    assert len(state["rows"]) == 2 and visit.post("add", data={"text": "  "}).status_code == 400


def test_corrections_hold_and_are_clean(visit: Visit) -> None:
    visit.add(*strike())
    assert (
        visit.post(
            "correct", {"id": "harbour-star", "source": "Harbour\n Star\x07 ", "event": "the strike"}
        ).status_code
        == 200
    )
    visit.post("correct", {"id": "common-voice", "used": False, "source": 7, "event": None, "id2": "x"})
    state = visit.add(("more.txt", f"{STORY} More.".encode()))  # a second reading loses none of them
    rows = {row["id"]: row for row in state["rows"]}
    assert (rows["harbour-star"]["source"], rows["harbour-star"]["event"]) == ("Harbour Star", "the strike")
    assert rows["common-voice"]["used"] is False and rows["common-voice"]["source"] == "common-voice"
    assert "source" not in " ".join(rows["harbour-star"]["warnings"])
    assert visit.post("correct", {"id": "nobody", "source": "x"}).status_code == 400
    visit.post("correct", {"id": "harbour-star", "source": " "})
    assert {row["source"] for row in visit.get().json()["rows"]} >= {"harbour-star"}


def test_markup_is_never_reflected(visit: Visit) -> None:
    visit.add((f"{HOSTILE}.txt", STORY.encode()), text=f"{HOSTILE} {STORY}", source=HOSTILE, title=HOSTILE)
    for where in ("", "page.js", "page.css", "runs/<b>/report", "<script>"):
        answer = visit.get(where)
        assert HOSTILE not in answer.text and "<script>" not in answer.text and "<b>/" not in answer.text
    state = visit.get()
    assert state.headers["content-type"] == "application/json" and state.headers["x-content-type-options"] == "nosniff"


def test_nothing_can_be_compared_without_articles(visit: Visit) -> None:
    visit.post("compare", {"packs": None})
    assert "No article is ticked" in visit.get().json()["problem"]
    visit.add(*strike())
    assert visit.post("compare", {"packs": ["../evil.toml"]}).status_code == 400


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    visit = Visit(tmp_path_factory.mktemp("visit"))
    visit.add(*strike(), ("broken.html", b"\x00\x01\xff" * 400))
    visit.post("correct", {"id": "harbour-star", "source": f"Star {HOSTILE}"})
    assert visit.post("compare", {"packs": None}).status_code == 200
    yield visit


@pytest.mark.engine
def test_a_comparison_gives_report_and_files(compared: Visit) -> None:
    state = compared.get().json()
    assert state["problem"] == "" and [run["title"] for run in state["runs"]] == ["4 articles, 4 sources"]
    report = compared.get("runs/1/report")
    assert "Star &lt;img" in report.text and HOSTILE not in report.text
    assert "Left out, because it could not be read: broken.html." in report.text
    policy = report.headers["content-security-policy"]
    assert "sandbox allow-scripts" in policy and "allow-same-origin" not in policy and "default-src 'none'" in policy
    assert compared.get("runs/1/pdf").content.startswith(b"%PDF")
    for kind, expected in (("pictures", "pages/page-1.png"), ("tables", "evidence.csv")):
        answer = compared.get(f"runs/1/{kind}")
        assert f'filename="framing-1-{kind}.zip"' in answer.headers["content-disposition"]
        assert expected in zipfile.ZipFile(BytesIO(answer.content)).namelist()


@pytest.mark.engine
def test_a_readers_decisions_are_added_like_a_file_and_hold_in_the_next_comparison(visit: Visit) -> None:
    visit.add(*((path.name, path.read_bytes()) for path in sorted(VOTE.glob("*.txt"))))
    assert visit.post("compare", {"packs": None}).status_code == 200
    report = visit.get("runs/1/report").text
    pair = re.findall(r'data-pair="([^"]+)"', report)[0]
    assert visit.add(("verdicts.csv", b"id,verdict\nx,perhaps\n"))["verdicts"] == []
    state = visit.add(("verdicts (1).csv", f"id,verdict,who,why,name\n{pair},drop,,,\n".encode()))
    assert (state["verdicts"], len(state["rows"])) == (["verdicts (1).csv"], 4)
    assert "verdicts.csv" in [name for name, *_ in state["skipped"]]
    assert visit.post("compare", {"packs": None}).status_code == 200
    again = visit.get("runs/2/report").text
    assert "rejected 1" in again and f'data-pair="{pair}"' not in again


@pytest.mark.engine
def test_lessons_are_made_blind_or_not(compared: Visit) -> None:
    asked = {"story": 0, "minutes": 45, "paper": "letter", "blind": True}
    assert compared.post("runs/1/lesson", asked).status_code == 200
    compared.post("runs/1/lesson", asked | {"blind": False})
    run = compared.get().json()["runs"][0]
    assert run["lessons"] == [f"{run['stories'][0]['title']}, blind", run["stories"][0]["title"]]
    blind, plain = (
        zipfile.ZipFile(BytesIO(compared.get(f"runs/1/lessons/{number}").content)).namelist() for number in (1, 2)
    )
    assert "answer-key.pdf" in plain and set(blind) - set(plain) == {"guess-sheet.pdf"}
    for wrong in ({"story": 9}, {"minutes": 1}, {"paper": "../x"}, {"story": "0"}, {"minutes": None}):
        assert compared.post("runs/1/lesson", asked | wrong).status_code == 400
    assert compared.post("runs/9/lesson", asked).status_code == 400


def test_one_job_at_a_time() -> None:
    worker = Worker()
    worker.start("waits", lambda: time.sleep(0.5))
    with pytest.raises(UsageError, match="still at work"):
        worker.start("comes too early", lambda: None)
    worker.wait(5)
    assert not worker.busy and worker.finished == 1


def test_a_fault_ends_a_job_and_not_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    worker = Worker()
    worker.start("fails", lambda: 1 // 0)  # type: ignore[arg-type,return-value]
    worker.wait(5)
    assert "fault of the program" in worker.problem and "ZeroDivisionError" in capsys.readouterr().err
    worker.start("goes on", lambda: None)
    worker.wait(5)
    assert worker.problem == "" and worker.finished == 2


def test_the_folder_is_private_and_goes(tmp_path: Path) -> None:
    with open_visit() as folder:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700 or os.name == "nt"
        (folder / "deep").mkdir()
        (folder / "deep" / "file").write_text("x")
    assert not folder.exists()


def test_the_parts_that_are_missing_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PARTS", ("starlette", "no_such_part"))
    with pytest.raises(MissingPartError, match=r"needs no_such_part\. Install it with: .*news-framing\[serve\]"):
        server.check_parts()
    assert MissingPartError.exit_code == 5


def test_zip_files_hold_what_is_below_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_text("x")
    zip_files(tmp_path / "z.zip", tmp_path, [tmp_path / "a" / "b.txt", tmp_path / "a"])
    assert zipfile.ZipFile(tmp_path / "z.zip").namelist() == ["a/b.txt"]


@pytest.mark.parametrize(
    ("system", "name", "line"),
    [
        ("linux", "framing.desktop", 'Exec="/a b/100%%/\\\\$x/python" -m framing serve'),
        ("darwin", "framing.command", "exec '/a b/100%/$x/python' -m framing serve"),
        ("win32", "framing.bat", '"/a b/100%%/$x/python" -m framing serve'),
    ],
)
def test_a_shortcut_for_every_system(tmp_path: Path, system: str, name: str, line: str) -> None:
    path = write_shortcut(tmp_path, system=system, python="/a b/100%/$x/python")
    assert path.name == name and line in path.read_text().splitlines()
    assert path.stat().st_mode & stat.S_IXUSR or os.name == "nt"
    assert write_shortcut(tmp_path, system=system) == path  # ours may be written anew
    path.write_text("mine")
    with pytest.raises(UsageError, match="none of ours"):
        write_shortcut(tmp_path, system=system)


def start(*more: str) -> tuple[subprocess.Popen[str], str]:
    code = f"from framing.serve.server import run_server; run_server(browser=False{''.join(more)})"
    run = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE, text=True)
    line = run.stderr.readline() if run.stderr else ""
    found = re.search(r"http://127\.0\.0\.1:\d+/\S{32}/", line)
    assert found, line
    return run, found.group()


@pytest.mark.engine
@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)])
def test_it_starts_answers_and_ends_in_order(
    sign: signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    run, address = start()
    with urllib.request.urlopen(address) as answer:
        assert answer.status == 200 and b"Add articles" in answer.read()
    assert [path.is_dir() for path in tmp_path.iterdir()] == [True]
    run.send_signal(sign)
    assert "Nothing is kept" in run.communicate(timeout=20)[1] and run.returncode == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.engine
def test_it_ends_by_itself_when_the_page_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    run, _ = start(", absence=1.0")
    assert run.wait(timeout=20) == 0 and list(tmp_path.iterdir()) == []


def test_it_stays_while_a_job_runs(visit: Visit) -> None:
    visit.session.last_seen -= 10_000
    assert visit.session.left_alone() > 9_000
    visit.session.worker.start("works", lambda: time.sleep(0.3))
    assert visit.session.left_alone() == 0
    visit.session.worker.wait(5)
    visit.get()
    assert visit.session.left_alone() < 5
