"""The reporting words: enough of them, each with one stance, and mistakes in the lists that explain themselves."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from framing.errors import PackError
from framing.packs.verbs import SPEAKERS, STANCES, VERBS, load_report_verbs


def test_three_hundred_verbs_with_a_known_stance() -> None:
    stances = load_report_verbs().stances
    assert len(stances) >= 300
    assert set(stances.values()) == set(STANCES)


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("say", "neutral"),
        ("tell", "neutral"),
        ("note", "endorsing"),
        ("reveal", "endorsing"),
        ("highlight", "endorsing"),
        ("claim", "doubting"),
        ("allege", "doubting"),
        ("admit", "conceding"),
        ("accuse", "attacking"),
        ("slam", "attacking"),
        ("praise", "praising"),
        ("demand", "demanding"),
        ("deny", "denying"),
    ],
)
def test_stance(verb: str, stance: str) -> None:
    assert load_report_verbs().stances[verb] == stance


def test_every_list_names_its_source_and_gives_examples() -> None:
    data = tomllib.loads(VERBS.read_text(encoding="utf-8"))
    lists = [*data["stance"].values(), *data["pattern"].values(), data["noun"], data["adjective"], data["phrase"]]
    assert all(entry["source"] and entry["yes"] for entry in lists)
    assert all(entry["no"] for entry in data["pattern"].values() if "agentless" not in entry)


def test_every_verb_of_a_construction_has_a_stance() -> None:
    verbs = load_report_verbs()
    assert set(verbs.patterns) | set(verbs.prepositions) <= set(verbs.stances)


def test_doubtful_constructions_are_told_from_sure_ones() -> None:
    verbs = load_report_verbs()
    assert verbs.takes("say", "that")
    assert not verbs.doubtful("say", "that")
    assert verbs.takes("show", "object")
    assert verbs.doubtful("show", "object")
    assert not verbs.takes("open", "that")


def test_prepositions_hold_about() -> None:
    assert "about" in load_report_verbs().prepositions["complain"]


def test_speakers_have_kinds() -> None:
    speakers = load_report_verbs().speakers
    assert (speakers["minister"], speakers["analyst"], speakers["poll"]) == ("official", "expert", "evidence")


def test_a_verb_in_two_stances_is_refused(tmp_path: Path) -> None:
    damaged = tmp_path / "verbs.toml"
    text = VERBS.read_text(encoding="utf-8")
    start = text.index('lemmas = """', text.index("[stance.doubting]")) + len('lemmas = """')
    damaged.write_text(text[:start] + "\nsay " + text[start:], encoding="utf-8")
    with pytest.raises(PackError, match=r"verbs\.toml: 'say' stands under 'neutral' and under 'doubting'"):
        load_report_verbs(damaged, SPEAKERS)


def test_a_verb_without_stance_is_refused(tmp_path: Path) -> None:
    damaged = tmp_path / "verbs.toml"
    text = VERBS.read_text(encoding="utf-8")
    start = text.index('lemmas = """', text.index("[pattern.that]")) + len('lemmas = """')
    damaged.write_text(text[:start] + "\nyodel " + text[start:], encoding="utf-8")
    with pytest.raises(PackError, match="'yodel' has no stance"):
        load_report_verbs(damaged, SPEAKERS)


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    damaged = tmp_path / "verbs.toml"
    damaged.write_text("[stance", encoding="utf-8")
    with pytest.raises(PackError, match=r"verbs\.toml: cannot be read as TOML"):
        load_report_verbs(damaged, SPEAKERS)


def test_an_unknown_kind_of_speaker_is_refused(tmp_path: Path) -> None:
    damaged = tmp_path / "people.toml"
    damaged.write_text('[wizard]\nnouns = "merlin"\n', encoding="utf-8")
    with pytest.raises(PackError, match="'wizard' is not known here"):
        load_report_verbs(VERBS, damaged)
