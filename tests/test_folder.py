"""A folder of results is there whole or not at all, and nothing of the user's is touched."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from framing.errors import InputError, UsageError
from framing.folder import (
    NEW,
    OLD,
    RECORD,
    claim_folder,
    digest_of,
    files_in,
    open_file,
    open_folder,
    open_scratch,
    recorded_files,
    restore_folder,
)
from framing.read import read_corpus


def fill(folder: Path, mark: str, names: tuple[str, ...] = ("report.html", "charts/one.svg", "pages/page-1.png")):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(mark, "utf-8")
    digests = {name: digest_of(folder / name) for name in names}
    (folder / RECORD).write_text(json.dumps({"outputs": list(names), "digests": digests}), "utf-8")


def run(out: Path, mark: str, names: tuple[str, ...] = ("report.html", "charts/one.svg", "pages/page-1.png")) -> None:
    known = claim_folder(out)
    with open_folder(out, drop=known) as folder:
        fill(folder, mark, names)


def content(out: Path) -> dict[str, str]:
    return {name: (out / name).read_text("utf-8") for name in files_in(out, out) if name != RECORD}


def strays(out: Path) -> list[Path]:
    return [path for path in out.parent.iterdir() if path.name.startswith(".")]


def test_a_second_run_replaces_all_of_the_first(tmp_path) -> None:
    out = tmp_path / "out"
    run(out, "old", ("report.html", "pages/page-1.png", "pages/page-2.png"))
    run(out, "new", ("report.html", "pages/page-1.png"))
    assert content(out) == {"report.html": "new", "pages/page-1.png": "new"}
    assert not strays(out)


def test_what_fails_leaves_the_old_results(tmp_path) -> None:
    out = tmp_path / "out"
    run(out, "old")
    with pytest.raises(ZeroDivisionError), open_folder(out) as folder:
        fill(folder, "new")
        raise ZeroDivisionError
    assert set(content(out).values()) == {"old"}
    assert not strays(out)


def test_files_of_the_user_stay_beside_and_inside(tmp_path) -> None:
    out = tmp_path / "out"
    run(out, "old")
    for name in ("verdicts.csv", "charts/mine.png", "notes/deep/er.txt", "pages/mine.txt"):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text("mine", "utf-8")
    (out / "empty").mkdir()
    with pytest.raises(UsageError, match="charts/mine.png"):
        claim_folder(out)
    with open_folder(out, drop=claim_folder(out, force=True)) as folder:
        fill(folder, "new", ("report.html",))
    assert content(out) == {
        "report.html": "new", "verdicts.csv": "mine", "charts/mine.png": "mine", "notes/deep/er.txt": "mine",
        "pages/mine.txt": "mine",
    }  # fmt: skip
    assert (out / "empty").is_dir()


@pytest.mark.parametrize("name", ["../victim.txt", "deep/../../victim.txt", "{outside}/victim.txt"])
def test_a_record_never_leads_out_of_its_folder(tmp_path, name) -> None:
    out, victim = tmp_path / "out", tmp_path / "victim.txt"
    run(out, "old")
    victim.write_text("mine", "utf-8")
    name = name.format(outside=tmp_path)
    record = {"outputs": [name], "digests": {name: digest_of(victim)}}
    (out / RECORD).write_text(json.dumps(record), "utf-8")
    assert recorded_files(out) == set()
    with open_folder(out, drop=claim_folder(out, force=True)) as folder:
        fill(folder, "new")
    assert victim.read_text("utf-8") == "mine"


def test_a_changed_result_is_not_taken_for_the_program_s_own(tmp_path) -> None:
    out = tmp_path / "out"
    run(out, "old")
    (out / "report.html").write_text("corrected by hand", "utf-8")
    with pytest.raises(UsageError, match="changed file"):
        claim_folder(out)


def test_links_are_kept_and_never_followed(tmp_path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "secret.txt").write_text("secret", "utf-8")
    run(out, "old")
    (out / "charts" / "away").symlink_to(elsewhere)
    with open_folder(out, drop=claim_folder(out, force=True)) as folder:
        fill(folder, "new")
    assert (out / "charts" / "away").is_symlink()
    assert (elsewhere / "secret.txt").read_text("utf-8") == "secret"


def test_a_folder_that_is_a_link_is_written_where_it_leads(tmp_path) -> None:
    real, out = tmp_path / "real", tmp_path / "out"
    real.mkdir()
    out.symlink_to(real)
    run(out, "new")
    assert out.is_symlink()
    assert content(real)["report.html"] == "new"


def test_the_folder_one_stands_in_is_filled_in_place(tmp_path, monkeypatch) -> None:
    out = tmp_path / "out"
    run(out, "old", ("report.html", "pages/page-1.png", "pages/page-2.png"))
    monkeypatch.chdir(out)
    run(Path(), "new", ("report.html", "pages/page-1.png"))
    assert content(out) == {"report.html": "new", "pages/page-1.png": "new"}
    assert Path.cwd() == out


def test_inputs_are_never_among_results(tmp_path) -> None:
    articles = tmp_path / "articles.csv"
    articles.write_text("text", "utf-8")
    for place in (tmp_path, articles):
        with pytest.raises(UsageError, match="holds what is to be read"):
            claim_folder(tmp_path, [place], force=True)
    assert claim_folder(tmp_path / "report", [articles]) == set()


def test_results_among_articles_are_no_articles(tmp_path) -> None:
    long = " ".join(["The council met on Monday and heard the harbour master speak of the wall."] * 12)
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(f"Headline {number}\n\n{long} {number}", "utf-8")
    with open_folder(tmp_path / "report") as folder:
        (folder / "texts.txt").write_text(long, "utf-8")
        (folder / RECORD).write_text(json.dumps({"framing": "1", "outputs": ["texts.txt"]}), "utf-8")
    outside = tmp_path.parent / "secret.txt"
    outside.write_text(long, "utf-8")
    (tmp_path / "away.txt").symlink_to(outside)
    (tmp_path / "again.txt").symlink_to(tmp_path / "away.txt")
    (tmp_path / "circle.txt").symlink_to(tmp_path / "circle.txt")
    found = read_corpus([tmp_path])
    assert sorted(one.id for one in found.articles) == ["0", "1"]
    assert {Path(one.path).name for one in found.skipped} >= {"away.txt", "again.txt"}


def test_two_runs_at_once_do_not_meet(tmp_path) -> None:
    code = "import sys\nfrom pathlib import Path\nfrom framing.folder import open_folder\n"
    code += "with open_folder(Path(sys.argv[1])) as f:\n print('in', flush=True)\n sys.stdin.read()"
    first = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "out")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert first.stdout.readline() == "in\n"
    with pytest.raises(InputError, match="Another run is writing"), open_folder(tmp_path / "out"):
        pass
    first.communicate("")
    run(tmp_path / "out", "new") if not (tmp_path / "out").exists() else None
    with open_folder(tmp_path / "out"):
        pass


RUNS_AT_ONCE = """
import sys, tempfile
from pathlib import Path
from framing.errors import InputError
from framing.folder import alone_with
box = Path(sys.argv[1])
tempfile.tempdir = str(box)
met = 0
for _ in range(2000):
    try:
        with alone_with(box / "out"):
            (box / "busy").touch(exist_ok=False)
            met += 1
            (box / "busy").unlink()
    except InputError:
        pass
print(met)
"""


def test_locks_keep_many_runs_apart_and_leave_nothing(tmp_path) -> None:
    command = [sys.executable, "-c", RUNS_AT_ONCE, str(tmp_path)]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    told = [one.communicate() for one in runs]
    assert all(one.returncode == 0 for one in runs), told  # two at once: FileExistsError
    assert all(int(words) > 0 for words, _ in told)
    assert list(tmp_path.iterdir()) == []


SCRATCHES = """
import sys, tempfile
tempfile.tempdir = sys.argv[1]
from framing.folder import open_scratch
for _ in range(200):
    with open_scratch() as folder:
        (folder / "mine.txt").write_text("mine")
        assert (folder / "mine.txt").exists()
print("in", flush=True)
with open_scratch() as folder:
    print("in", flush=True)
    sys.stdin.read()
"""


def test_scratch_folders_of_killed_runs_go_and_those_of_others_stay(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    command = [sys.executable, "-c", SCRATCHES, str(tmp_path)]
    runs = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [[one.stdout.readline() for _ in range(2)] for one in runs] == [["in\n", "in\n"]] * 2  # none took another's
    assert len(list(tmp_path.iterdir())) == 2
    runs[0].kill()
    runs[0].wait()
    (tmp_path / "framing-scratch-half-gone").mkdir()  # of a run that was killed while it took its folder away
    (tmp_path / "framing-scratch-half-gone" / "text.json").write_text("words", "utf-8")
    with open_scratch() as mine:
        assert mine.stat().st_mode & 0o077 == 0
        assert len(list(tmp_path.iterdir())) == 2
    runs[1].communicate("")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_closed_folder_is_noticed_before_the_work(tmp_path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(InputError, match="closed to you"), open_folder(tmp_path / "out"):
        pytest.fail("the work began")
    tmp_path.chmod(0o700)


@pytest.mark.parametrize("out", ["x" * 300, "file.txt/inside", "/proc/none"])
def test_an_impossible_folder_is_noticed_before_the_work(tmp_path, out) -> None:
    (tmp_path / "file.txt").write_text("x", "utf-8")
    with pytest.raises((InputError, UsageError), match="cannot be used|is a file"), open_folder(tmp_path / out):
        pytest.fail("the work began")


@pytest.mark.parametrize("record", ['{"outputs": 5}', "[{}]", "{", '{"outputs": ["a"], "digests": []}', "[" * 100_000])
def test_a_broken_record_is_named(tmp_path, record) -> None:
    (tmp_path / RECORD).write_text(record, "utf-8")
    with pytest.raises(InputError, match=RECORD):
        claim_folder(tmp_path)


def test_a_single_file_is_there_whole_or_not_at_all(tmp_path) -> None:
    path = tmp_path / "roster.toml"
    path.write_text("old", "utf-8")
    with pytest.raises(ZeroDivisionError), open_file(path) as aside:
        aside.write_text("ne", "utf-8")
        raise ZeroDivisionError
    assert path.read_text("utf-8") == "old"
    with pytest.raises(InputError, match="no such file or folder"), open_file(tmp_path / "none" / "x.toml") as aside:
        aside.write_text("new", "utf-8")
    assert [one.name for one in tmp_path.iterdir()] == ["roster.toml"]


WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from test_folder import run
names = tuple(f"pages/page-{{i}}.png" for i in range(60)) + ("report.html",)
for number in range(10_000):
    run(Path(sys.argv[1]), str(number), names)
    print(number, flush=True)
"""


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_one_whole_run(tmp_path) -> None:
    draw = random.Random(7)
    out = tmp_path / "out"
    for _ in range(30):
        code = WRITER.format(tests=str(Path(__file__).parent))
        child = subprocess.Popen([sys.executable, "-c", code, str(out)], stdout=subprocess.PIPE, text=True)
        child.stdout.readline()
        time.sleep(draw.uniform(0, 0.05))
        child.send_signal(signal.SIGKILL)
        child.communicate()
        restore_folder(out)
        assert len(set(content(out).values())) == 1, "a mixture of two runs"
        assert recorded_files(out) == files_in(out, out) - {RECORD}
    run(out, "last")
    assert not strays(out)


@pytest.mark.parametrize("left", ["old only", "both", "new only", "new is a link"])
def test_what_a_kill_left_beside_is_put_in_order(tmp_path, left) -> None:
    out, new, old = tmp_path / "out", tmp_path / f".out.{NEW}", tmp_path / f".out.{OLD}"
    other = tmp_path / "other"
    if left in ("old only", "both"):
        fill(old, "before")
    if left == "both":
        fill(out, "after")
    if left == "new only":
        fill(new, "half")
    if left == "new is a link":
        fill(other, "mine")
        new.symlink_to(other)
    restore_folder(out)
    assert content(out).get("report.html") == {"old only": "before", "both": "after"}.get(left)
    assert not strays(out)
    assert left != "new is a link" or content(other)["report.html"] == "mine"


def test_a_run_stopped_before_its_first_file_leaves_nothing_beside(tmp_path: Path, monkeypatch) -> None:
    out = tmp_path / "out"
    fill(out, "old")
    before = files_in(tmp_path, tmp_path)

    def stop(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "access", stop)
    with pytest.raises(KeyboardInterrupt), open_folder(out):
        pass
    assert files_in(tmp_path, tmp_path) == before and not (tmp_path / ".out.framing-new").exists()
