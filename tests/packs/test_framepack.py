"""The pack format: what loads, and what every broken rule says to its writer."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.errors import PackError
from framing.packs import list_frame_packs, load_frame_pack

GOOD = """
[pack]
id = "dock"
title = "The dock"
anchors = { any = ["docker"], hits = 2 }

[[actor]]
id = "UNION"
name = "Dock Union"
kind = "organisation"
yes = ["The Dock Union met."]
no = ["The European Union met."]

[[referent]]
id = "stop"
name = "the stoppage"
axis = ["harm", "right"]

[referent.poles]
harm = { value = -1, gloss = "chaos", against = ["UNION"] }
plain = { value = 0, kind = "neutral" }

[[referent.variant]]
id = "chaos"
pole = "harm"
match = ["[port|harbour] chaos", "<UNION> .. ransom"]
yes = ["Port chaos goes on."]
no = ["Chaos theory is hard."]

[[referent.variant]]
id = "strike"
pole = "plain"
match = ["strike"]
near = ["<UNION>"]
yes = ["The Dock Union is on strike."]
no = ["Lightning may strike."]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "dock.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_pack_loads_from_a_path(tmp_path: Path) -> None:
    pack = load_frame_pack(write(tmp_path, GOOD))
    assert pack.id == "dock"
    assert [actor.id for actor in pack.actors] == ["UNION"]
    (stop,) = pack.referents
    assert stop.pole("harm").value == -1
    assert stop.pole("harm").against == ("UNION",)
    assert stop.pole("plain").kind == "neutral"
    assert [variant.id for variant in stop.variants] == ["chaos", "strike"]
    assert pack.anchors.hits == 2
    assert pack.anchors.lead == 0


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    load_frame_pack(path)
    path.write_text(GOOD.replace('title = "The dock"', 'title = "The docks of the north"'), encoding="utf-8")
    assert load_frame_pack(path).title == "The docks of the north"


def test_every_bundled_pack_loads_under_its_own_name() -> None:
    names = list_frame_packs()
    assert names == tuple(sorted(names))
    assert {"south-caucasus", "conflict", "generic-frames"} <= set(names)
    assert [load_frame_pack(name).id for name in names] == list(names)


def test_an_unknown_pack_names_the_known_ones() -> None:
    with pytest.raises(PackError, match=r"no pack 'atlantis'.*south-caucasus"):
        load_frame_pack("atlantis")


BROKEN = [
    ("axis = [", "axes = [", r"dock\.toml: referent 'stop'.*unknown key 'axes'"),
    ('pole = "harm"', 'pole = "harmful"', r"variant 'chaos': unknown pole 'harmful'\. Known: harm, plain"),
    ('yes = ["Port chaos goes on."]', "", r"variant 'chaos': no `yes` example"),
    ('no = ["Chaos theory is hard."]', "", r"variant 'chaos': no `no` example"),
    ('against = ["UNION"]', 'against = ["ONION"]', r"pole 'harm': unknown actor 'ONION'"),
    ("<UNION> .. ransom", "<ONION> .. ransom", r"variant 'chaos': unknown actor 'ONION'"),
    ('"[port|harbour] chaos"', '"[port|harbour chaos"', r"opens a bracket and never closes it"),
    ('"[port|harbour] chaos"', '".. chaos"', r"starts or ends with a gap"),
    ('"[port|harbour] chaos"', '"chaos?"', r"can match nothing at all"),
    ('"[port|harbour] chaos"', '"chaos/verbs"', r"'verbs' is no part of speech"),
    ('"[port|harbour] chaos"', '"<UNION>"', r"a pattern of actors only"),
    ('match = ["strike"]\nnear = ["<UNION>"]', 'match = ["port chaos", "strike"]', r"harbour chaos|under two poles"),
    ("value = -1", "value = -2", r"value must be a number from -1 to 1"),
    ('kind = "neutral"', 'kind = "dull"', r"kind must be one of side, neutral, evasive"),
    ('id = "strike"', 'id = "chaos"', r"variant id 'chaos' is used twice"),
    ("hits = 2", "hits = 0", r"hits must be a whole number from 1 on"),
    ("hits = 2", 'hits = 2, lead = "all"', r"lead must be a number of words"),
    ('near = ["<UNION>"]', 'near = ["<UNION>"]\nwithin = "page"', r"within must be one of sentence"),
    ('axis = ["harm", "right"]', 'axis = ["harm"]', r"axis needs two texts"),
    ("[pack]", "[pack", r"not readable as TOML"),
    ('near = ["<UNION>"]', 'after = "last May"', r"`after` must be a day like"),
    ('title = "The dock"', "", r"needs `title`"),
]


@pytest.mark.parametrize(("old", "new", "message"), BROKEN)
def test_a_broken_rule_is_named_with_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    with pytest.raises(PackError, match=message) as caught:
        load_frame_pack(write(tmp_path, GOOD.replace(old, new, 1)))
    assert "dock.toml" in str(caught.value)


def test_one_wording_under_two_poles_is_refused(tmp_path: Path) -> None:
    text = GOOD.replace('match = ["strike"]\nnear = ["<UNION>"]', 'match = ["[port|harbour] chaos"]')
    with pytest.raises(PackError, match=r"stands under two poles, 'harm' \(variant 'chaos'\) and 'plain'"):
        load_frame_pack(write(tmp_path, text))


def test_one_wording_under_two_poles_is_fine_when_a_condition_tells_them_apart(tmp_path: Path) -> None:
    text = GOOD.replace('match = ["strike"]', 'match = ["[port|harbour] chaos"]')
    assert load_frame_pack(write(tmp_path, text)).id == "dock"
