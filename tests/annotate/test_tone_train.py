"""Training: the same folder gives the same bytes, and a run never imports scikit-learn."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from framing.annotate.tone.train import train
from framing.errors import InputError
from framing.packs.tone import parse_model

GOOD = ("praised", "thanked", "admired", "applauded")
BAD = ("insulted", "cheated", "betrayed", "attacked")


def folder(place: Path) -> Path:
    rows = []
    for number in range(24):
        for verbs, polarity in ((GOOD, 6), (BAD, 2), (("met",), 4)):
            text = f"The crowd {verbs[number % len(verbs)]} Holt at noon."
            target = {"from": text.index("Holt"), "to": text.index("Holt") + 4, "polarity": polarity}
            rows.append({"sentence_normalized": text, "primary_gid": f"a_{number}_b", "targets": [target]})
    (place / "train.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    words = ("praise", "thank", "admire", "applaud", "insult", "cheat", "betray", "attack", "meet", "crowd", "noon")
    lines = [
        f"{word} " + " ".join(str((number * 7 + step * 3) % 11 - 5) for step in range(50))
        for number, word in enumerate(words)
    ]
    (place / "glove.6B.50d.txt").write_text("\n".join(lines), "utf-8")
    return place


@pytest.mark.engine
def test_the_same_folder_gives_the_same_bytes(tmp_path: Path) -> None:
    where = folder(tmp_path)
    figures = train(where, tmp_path / "one.json.gz")
    assert train(where, tmp_path / "two.json.gz") == figures
    stored = (tmp_path / "one.json.gz").read_bytes()
    assert stored == (tmp_path / "two.json.gz").read_bytes()
    model = parse_model(gzip.decompress(stored))
    assert model.features["obj>@praise"][2] > 0 > model.features["obj>@praise"][0]
    assert figures["f1m"] > 60


def test_a_folder_without_data_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"train\.jsonl is missing"):
        train(tmp_path, tmp_path / "out.json.gz")


@pytest.mark.engine
def test_a_run_imports_no_learning_library() -> None:
    code = (
        "import sys; from framing import read_tone; read_tone('Holt lied.', [(0, 4)]); "
        "sys.exit(any(name.split('.')[0] == 'sklearn' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
