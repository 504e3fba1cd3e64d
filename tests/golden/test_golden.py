"""What the program prints and writes for two corpora, word for word.

A difference here is either a repair that the commit names, or a mistake. After a wanted change:
`GOLDEN=write pytest tests/golden`, then read `git diff tests/golden`.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CORPORA = {
    "demo": (ROOT / "corpus" / "demo", ["--pack", "demo"], "The Ostrell Courier", "Fellock Dam"),
    "strike": (ROOT / "tests" / "data" / "strike", ["--pack", "economy-labour"], "Common Voice", "Selmouth strike"),
}
TABLES = ("articles.csv", "actors.csv", "evidence.csv")
KEPT = ("*.csv", "*.html", "*.json", "*.jsonl", "*.svg", "*.txt", "*.toml", "*.md")
OPENING = re.compile(r"(?<=>)(?=<(?:g|path|text|rect|use|section|article|table|tr|p|li|h\d|script|style|div)\b)")
VARYING = ("run.json",)  # versions, digests and the day
pytestmark = [pytest.mark.engine, pytest.mark.slow]


def commands(corpus: Path, packs: list[str], source: str, story: str) -> dict[str, list[str]]:
    """The commands recorded for a corpus; {out} is the folder of each."""
    read = [str(corpus.relative_to(ROOT)), *packs]
    lesson = ["handout", *read, "--event", story]
    return {
        "compare": ["compare", *read, "--out", "{out}", "--format", "pdf,png,html", "--tables"],
        "full": ["report", "{compare}", "--full", "--format", "pdf"],
        "profile": ["profile", source, *read, "--out", "{out}", "--format", "pdf,html"],
        "handout": [*lesson, "--out", "{out}"],
        "blind": [*lesson, "--blind", "--out", "{out}"],
        "quotes": ["quotes", *read],
        "actors": ["actors", *read],
        "discover": ["discover", *read],
        "null": ["null", *read, "--draws", "20"],
        "audit": ["audit", *read],
    }


def record(corpus: str, box: Path) -> dict[str, str]:
    """Every text that the commands print or write, by name."""
    texts: dict[str, str] = {}
    for name, arguments in commands(*CORPORA[corpus]).items():
        places = {"{out}": str(box / name), "{compare}": str(box / "compare")}
        command = [places.get(one, one) for one in arguments]
        done = subprocess.run(
            [sys.executable, str(HERE / "recorded.py"), str(box / f"{name}-typeset"), *command],
            capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "CI": "1", "COLUMNS": "120"},
        )  # fmt: skip
        assert done.returncode in (0, 3), done.stderr
        texts[f"{name}/stdout.txt"] = settled(done.stdout + done.stderr, box)
        for folder in (box / name, box / f"{name}-typeset"):
            texts |= {f"{name}/{where}": settled(text, box) for where, text in files_in(folder).items()}
    return texts


def files_in(folder: Path) -> dict[str, str]:
    """The texts of a folder by their place in it, less what varies from day to day."""
    found = sorted(path for pattern in KEPT for path in folder.rglob(pattern) if path.name not in VARYING)
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in found}


def settled(text: str, box: Path) -> str:
    """The text without what differs from machine to machine; one statement a line in pages and pictures."""
    text = text.replace(str(box), "BOX").replace(str(ROOT), "ROOT")
    return re.sub(
        r"(?<=>)(?=<(?:g|path|text|rect|use|section|article|table|tr|p|li|h\d|script|style|div)\b)", "\n", text
    )


@pytest.mark.parametrize("corpus", list(CORPORA))
def test_nothing_that_is_printed_or_written_has_changed(corpus: str, tmp_path: Path) -> None:
    found, folder = record(corpus, tmp_path), HERE / corpus
    if os.environ.get("GOLDEN") == "write":
        shutil.rmtree(folder, ignore_errors=True)
        for name, text in found.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8", newline="\n")
    kept = {str(p.relative_to(folder)): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}
    assert sorted(found) == sorted(kept)
    changed = {name: text for name, text in found.items() if text != kept[name]}
    assert not changed, "\n".join(first_differences(name, kept[name], text) for name, text in changed.items())


def first_differences(name: str, kept: str, found: str, most: int = 12) -> str:
    """The first lines that differ, shortened."""
    lines = difflib.unified_diff(kept.splitlines(), found.splitlines(), f"golden/{name}", "now", n=0, lineterm="")
    return "\n".join(line[:300] for line, _ in zip(lines, range(most), strict=False))
