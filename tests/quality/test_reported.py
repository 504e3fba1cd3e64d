"""Kinds of fault that people reported: each case is read right, or stands in reported_open.txt and must fail.

When readings improve, `OPEN=write pytest THIS_FILE` shortens the list of open cases; it never grows.
"""

from __future__ import annotations

import os

import pytest
from case_files import as_parameters
from quality.reported import CASES, complaints, load_cases

OPEN = CASES / "reported_open.txt"
pytestmark = [pytest.mark.engine, pytest.mark.quality]


def open_ids() -> list[str]:
    """Ids of the cases that are known to fail."""
    return OPEN.read_text("utf-8").split()


def expected() -> list[dict]:
    """The cases, those that are open as known failures."""
    return [case | ({"fails": "open"} if case["id"] in open_ids() else {}) for case in load_cases()]


@pytest.mark.skipif(os.environ.get("OPEN") == "write", reason="the list is written anew")
@pytest.mark.parametrize("case", as_parameters(expected(), lambda case: case["id"]))
def test_a_reported_kind_of_fault_is_read_right(case: dict) -> None:
    assert not complaints(case), f"{case['text']}\n{case['why']}"


@pytest.mark.skipif(os.environ.get("OPEN") != "write", reason="only when the list is written anew")
def test_the_list_of_open_cases_only_shrinks() -> None:
    failing = [case["id"] for case in load_cases() if complaints(case)]
    fresh = sorted(set(failing) - set(open_ids()))
    assert not fresh, f"cases that were read right before: {fresh}"
    OPEN.write_text("\n".join(failing) + "\n", "utf-8", newline="\n")


def test_every_open_case_exists_and_every_kind_has_its_counter_cases() -> None:
    ids = [case["id"] for case in load_cases()]
    assert len(set(ids)) == len(ids) and set(open_ids()) <= set(ids)
    for name in {case["class"] for case in load_cases()}:
        assert sum(case["class"] == name for case in load_cases()) >= 11
        assert any(case["class"] == name and case["why"].startswith("Counter") for case in load_cases()), name
