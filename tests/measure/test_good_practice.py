"""What counts as good practice, and what does not."""

from __future__ import annotations

from tables import analysis, article, cue, quote

from framing.profile import profile_source

ACTORS = [("AM", "Armenia", "state", ""), ("AZ", "Azerbaijan", "state", ""), ("pm", "Ana Bek", "person", "AM")]


def test_good_practice_is_found():
    rows = [
        cue("a1", "raid/crime", -1.0, text="massacre", variant="m"),
        cue("a1", "raid/duty", 1.0, text="rescue", variant="r", voice="quoted", speaker="Ana Bek"),
        cue("a1", "raid/crime", -1.0, text="raid", variant="m", state="denied", voice="attributed", speaker="Ana Bek"),
        *[quote("a1", "Ana Bek", actor="pm", stance="denying") for _ in range(5)],
    ]
    good = {one.kind: one for one in profile_source(analysis([article("a1", "North")], rows, ACTORS), "North").good}
    assert set(good) == {"both labels", "denial included", "named speakers"}
    assert len(good["both labels"].rows) == 2


def test_a_mere_not_is_no_denial_and_mockery_gives_nobody_a_say():
    rows = [
        cue("a1", "raid/crime", -1.0, text="massacre", variant="m", state="denied", voice="quoted", speaker="Ana Bek"),
        cue("a1", "raid/duty", 1.0, text="rescue", variant="r", voice="distanced"),
        quote("a1", "Ana Bek", actor="pm", stance="neutral"),
    ]
    assert profile_source(analysis([article("a1", "North")], rows, ACTORS), "North").good == ()
