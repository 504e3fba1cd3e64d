"""Every command stands in the README, and the README promises no command that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import framing
from framing.cli.app import app, pack_app
from framing.evidence.analysis import ACTORS, ARTICLES, EVIDENCE

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def names(typer_app) -> set[str]:
    return {command.name or command.callback.__name__ for command in typer_app.registered_commands}


def test_every_command_is_in_the_readme() -> None:
    groups = {group.typer_instance.info.name for group in app.registered_groups}
    for name in names(app) | groups:
        assert f"`framing {name}" in README, f"framing {name} is not in the README"
    for name in names(pack_app):
        assert f"framing packs {name}" in README


def test_the_readme_promises_only_commands_that_exist() -> None:
    promised = set(re.findall(r"`framing ([a-z]+)", README))
    groups = {group.typer_instance.info.name for group in app.registered_groups}
    assert promised <= names(app) | groups


def test_the_public_surface_is_small_and_there() -> None:
    assert len(framing.__all__) <= 20
    for name in framing.__all__:
        assert getattr(framing, name) is not None


@pytest.mark.parametrize("text", [README, framing.Analysis.__doc__], ids=["README", "help"])
def test_every_column_of_the_tables_is_explained(text: str) -> None:
    for column in (*EVIDENCE, *ARTICLES, *ACTORS):
        assert re.search(rf"\b{column}\b", text), f"{column} is explained nowhere"


@pytest.mark.engine
@pytest.mark.slow
def test_the_example_of_the_package_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[1])
    example = "\n".join(line[4:] for line in (framing.__doc__ or "").splitlines() if line.startswith("    "))
    code = example.replace("reports/demo", tmp_path.as_posix()).replace('"pdf", "png", ', "")
    exec(code, {"framing": framing})
    assert (tmp_path / "report.html").exists()
