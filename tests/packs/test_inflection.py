"""Regular forms of words, and back again."""

from __future__ import annotations

import pytest

from framing.packs.inflection import base_forms, inflect


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("rig", {"rigs", "rigged", "rigging"}),
        ("bash", {"bashes", "bashed", "bashing"}),
        ("decry", {"decries", "decried", "decrying"}),
        ("smear", {"smears", "smeared", "smearing"}),
        ("erode", {"erodes", "eroded", "eroding"}),
        ("veto", {"vetoes", "vetoed", "vetoing"}),
    ],
)
def test_a_verb_has_its_forms_and_each_leads_back_to_it(verb: str, forms: set[str]) -> None:
    assert forms <= set(inflect(verb))
    assert all(verb in base_forms(form) for form in forms)


def test_a_short_verb_is_not_found_in_the_forms_of_another() -> None:
    assert set(inflect("wag")) == {"wags", "wagged", "wagging"}  # "waged" is of "wage"


def test_what_only_looks_like_a_form_is_none() -> None:
    assert base_forms("crisis") == ("crisis",)
    assert base_forms("ring") == ("ring",)
    assert "us" not in base_forms("uses")
