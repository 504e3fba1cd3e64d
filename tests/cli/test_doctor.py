"""`framing doctor` says what is missing and which command mends it."""

from __future__ import annotations

import sys
from importlib import metadata

import pytest

from framing.cli import doctor


def test_a_missing_library_comes_with_the_command_that_installs_the_wanted_version(monkeypatch) -> None:
    def version(name: str) -> str:
        if name == "duckdb":
            raise metadata.PackageNotFoundError(name)
        return "1.0"

    monkeypatch.setattr(doctor.metadata, "version", version)
    ok, found = doctor._try(dict(doctor._checks())["duckdb"])
    assert not ok
    assert found == f'duckdb is not installed. Install it with: {sys.executable} -m pip install "duckdb>=1.1"'


def test_the_command_keeps_the_bound_of_the_parser() -> None:
    command = doctor.mending("spacy")
    assert ">=3.8.11" in command and "<3.9" in command


def test_an_optional_library_has_a_command_too() -> None:
    assert "dask>=" in doctor.mending("dask")


@pytest.mark.parametrize(("version", "ok", "words"), [((3, 10, 9), False, "too old"), ((3, 15, 0), True, "not tried")])
def test_a_python_outside_the_tried_ones_is_named(monkeypatch, version, ok, words) -> None:
    monkeypatch.setattr(doctor.sys, "version_info", version)
    passed, found = doctor._try(doctor._python)
    assert (passed, words in found) == (ok, True)


def test_a_model_whose_files_were_changed_is_named(monkeypatch) -> None:
    assert doctor._try(doctor._model)[0]
    monkeypatch.setattr("framing.parse.digest_model", lambda: "0" * 64)
    ok, found = doctor._try(doctor._model)
    assert not ok
    assert "changed" in found and "--force-reinstall" in found


def test_everything_that_is_needed_is_listed_with_its_version() -> None:
    names = {one["name"].lower() for one in doctor.list_components()}
    assert {"news-framing", "spacy", "thinc", "pandas", "numpy", "jinja2", "markupsafe"} <= names
    assert "pytest" not in names
