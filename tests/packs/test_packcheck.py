"""check_pack names what a writer of packs gets wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.packcheck import check_pack
from framing.packs import load_frame_pack

pytestmark = pytest.mark.engine

PACK = """
[pack]
id = "p"
title = "P"
anchors = {{ any = ["docker"], hits = 3 }}
[[referent]]
id = "stop"
name = "the stoppage"
axis = ["harm", "right"]
[referent.poles]
harm = {{ value = -1 }}
{pole}
[[referent.variant]]
id = "chaos"
pole = {pole_of}
match = {match}
yes = {yes}
no = {no}
"""


def problems(tmp_path: Path, **changes: str) -> list[tuple[str, str]]:
    parts = {
        "match": '["port chaos"]',
        "pole_of": '"harm"',
        "yes": '["Port chaos goes on."]',
        "no": '["Chaos reigns."]',
        "pole": 'plain = { value = 0, kind = "neutral" }\n[[referent.variant]]\nid = "s"\npole = "plain"\n'
        'match = ["dock strike"]\nyes = ["The dock strike goes on."]\nno = ["Clocks strike."]',
    } | changes
    path = tmp_path / "p.toml"
    path.write_text(PACK.format(**parts), encoding="utf-8")
    return [(p.level, p.message) for p in check_pack(load_frame_pack(path))]


def test_a_sound_pack_has_no_problems(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("changes", "level", "message"),
    [
        ({"yes": '["Chaos in the port."]'}, "error", "does not find its own example 'Chaos in the port.'"),
        ({"no": '["Port chaos again."]'}, "error", "finds 'Port chaos again.', which it must leave alone"),
        ({"match": '["port chaos", "quay mess"]'}, "warning", "'quay mess' occurs in none of its `yes` examples"),
        ({"match": '["port"]', "no": '["Chaos."]'}, "warning", "'port' is a single word that may fire anywhere"),
        (
            {"match": '["probe/noun into"]', "yes": '["A probe into it ended."]'},
            "warning",
            "'probe' is an inquiry into",
        ),
        (
            {"match": '["blame .. docker", "ask .. docker"]', "yes": '["They blame the dockers."]'},
            "warning",
            "names claims, as 'blame",
        ),
        ({"pole": ""}, "warning", "has no pole of kind neutral"),
        ({"pole": 'plain = { value = 0, kind = "neutral" }'}, "warning", "pole 'plain' has no variant"),
    ],
)
def test_a_problem_is_named(tmp_path: Path, changes: dict[str, str], level: str, message: str) -> None:
    found = problems(tmp_path, **changes)
    assert any(kind == level and message in text for kind, text in found), found


def test_what_is_said_of_a_thing_is_no_name_of_it(tmp_path: Path) -> None:
    claim = {
        "match": '["probe/noun into"]',
        "yes": '["A probe into it ended."]',
        "pole_of": '"harm"\nkind = "argument"',
    }
    assert problems(tmp_path, **claim) == []


def test_a_pack_that_fires_on_neutral_prose_is_named(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    text = PACK.format(
        pole_of='"harm"', match='["the town"]', yes='["The town sleeps."]', no='["A town sleeps."]', pole=""
    )
    path.write_text(text.replace('anchors = { any = ["docker"], hits = 3 }\n', ""), encoding="utf-8")
    found = check_pack(load_frame_pack(path))
    assert any("of neutral text (stop/chaos)" in problem.message for problem in found)
