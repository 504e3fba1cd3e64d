"""The lists of loaded words: big enough, explained, refused when broken, and found by the forms of their verbs."""

from __future__ import annotations

import pytest

from framing.errors import PackError
from framing.packs.loadedwords import CONDITIONS, LoadedEntry, load_loaded_words, read_loaded_words

GROUP = """
[categories]
epithet = "judges"
[contexts]
weather = "rain, wind"
[[group]]
name = "tried"
category = "epithet"
strength = 0.5
why = "‘{word}’ judges"
source = "Own"
words = "vile, two-faced"
yes = ["A vile act."]
no = ["An act."]
"""


def entries() -> list[LoadedEntry]:
    words = load_loaded_words()
    phrases = [entry for seconds in words.phrases.values() for found in seconds.values() for entry in found]
    return [entry for found in words.singles.values() for entry in found] + phrases


def test_every_category_has_entries_and_the_list_is_long():
    words = load_loaded_words()
    assert {entry.category for entry in entries()} == set(words.categories) - {"emphasis"}
    assert len({(entry.words, entry.group) for entry in entries()}) >= 1200


def test_every_entry_says_why_and_has_a_strength():
    for entry in entries():
        assert "{word}" in entry.why, entry
        assert 0 < entry.strength <= 1, entry
        assert set(entry.when) <= CONDITIONS, entry


def test_no_word_stands_twice_without_a_condition():
    plain = {}
    for entry in {(e.words, e.group, e.pos) for e in entries() if not (e.when or e.near or e.not_near)}:
        for pos in entry[2] or {""}:
            plain.setdefault((entry[0], pos), set()).add(entry[1])
    doubled = sorted(
        (" ".join(words), pos, sorted(groups)) for (words, pos), groups in plain.items() if len(groups) > 1
    )
    assert not doubled


def test_every_plain_phrase_holds_a_word_of_the_lists():
    words = load_loaded_words()
    listed = {" ".join(entry.words) for entry in entries()}
    for phrase in (phrase for found in words.plain.values() for phrase in found):
        text = " ".join(phrase)
        assert len(phrase) > 1
        assert any(word in words.singles for word in phrase) or any(f" {one} " in f" {text} " for one in listed), phrase


def test_facts_of_harm_are_no_loaded_words():
    singles = load_loaded_words().singles
    for fact in ("kill", "killed", "die", "died", "attack", "attacked", "war", "wound", "shoot", "arrest"):
        assert fact not in singles


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('category = "epithet"', 'category = "slur"', "not explained under"),
        ('why = "', 'because = 1\nwhy = "', "unknown key 'because'"),
        ('yes = ["A vile act."]', "yes = []", "`yes` and a `no` example"),
        ('source = "Own"', "", "`source`"),
        ('why = "', 'when = ["at_night"]\nwhy = "', "'at_night', which is neither a condition"),
        ('why = "', 'not_near = ["arms"]\nwhy = "', "'arms', which is neither a condition"),
        ("strength = 0.5", "strength = 5", "between 0 and 1"),
        ("strength = 0.5", "strength = ", "not readable as TOML"),
    ],
)
def test_a_broken_list_is_refused_with_advice(tmp_path, old, new, message):
    (tmp_path / "loaded_x.toml").write_text(GROUP.replace(old, new), encoding="utf-8")
    with pytest.raises(PackError, match="loaded_x.toml") as caught:
        read_loaded_words(tmp_path)
    assert message in str(caught.value)


def test_plain_phrases_are_written_out_and_a_broken_group_is_refused(tmp_path):
    plain = (
        GROUP
        + """
[[plain]]
name = "set"
why = "plain"
source = "Own"
words = "vile|foul ball|balls, two-faced coin"
yes = ["A foul ball."]
no = ["A vile act."]
"""
    )
    (tmp_path / "loaded_x.toml").write_text(plain, encoding="utf-8")
    words = read_loaded_words(tmp_path)
    assert words.plain["vile"] == (("vile", "ball"), ("vile", "balls"))
    assert words.plain["two"] == (("two", "-", "faced", "coin"),)
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "loaded_x.toml").write_text(plain.replace('why = "plain"', "strength = 1"), encoding="utf-8")
    with pytest.raises(PackError, match="unknown key 'strength'"):
        read_loaded_words(broken)


def test_hyphens_are_words_of_their_own_as_the_parser_has_them(tmp_path):
    (tmp_path / "loaded_x.toml").write_text(GROUP, encoding="utf-8")
    words = read_loaded_words(tmp_path)
    assert words.phrases["two"]["-"][0].words == ("two", "-", "faced")
    assert words.judging == {"vile"}
