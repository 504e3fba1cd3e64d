"""The pattern language: what a pattern is written out into."""

from __future__ import annotations

import pytest

from framing.errors import PackError
from framing.packs.pattern import Sequence, plan_sequence, read_pattern, write_out


def shown(sequence: Sequence) -> str:
    marks = {
        "gap": lambda e: f"..{e.most}",
        "slot": lambda e: f"<{'|'.join(sorted(e.actors))}>",
        "number": lambda e: "#",
    }
    return " ".join(
        marks.get(e.kind, lambda e: "|".join(sorted(e.keys)))(e) + ("?" if e.optional else "") for e in sequence
    )


CASES = [
    ("recapture", ["recapture"]),
    ("Recapture", ["recapture"]),
    ("=left", ["=left"]),
    ("attack/verb", ["attack/verb"]),
    ("[a|b] c", ["a|b c"]),
    ("[a|b c]", ["a", "b c"]),
    ("a? b", ["a? b"]),
    ("(a b)? c", ["c", "a b c"]),
    ("a .. b", ["a ..3 b"]),
    ("a ..6 b", ["a ..6 b"]),
    ("a? .. b", ["a ..3 b", "b"]),
    ("a .. [b|c]?", ["a ..3 b|c", "a"]),
    ("<AZ> fire", ["<AZ> fire"]),
    ("<AZ|RU> fire", ["<AZ|RU> fire"]),
    ("# dead", ["# dead"]),
    ("anti-terror", ["anti -? terror"]),
    ("Russia's war", ["russia 's war"]),
    ("[[a|b] c|d] e", ["d e", "a|b c e"]),
    ("[=a|b/verb|c-d] e", ["=a|b/verb e", "c -? d e"]),
    ("[a|b|<AZ>]? c", ["c", "a|b c", "<AZ> c"]),
    ("[a (b c)?|d] e", ["a|d e", "a b c e"]),
]


@pytest.mark.parametrize(("pattern", "sequences"), CASES)
def test_a_pattern_is_written_out(pattern: str, sequences: list[str]) -> None:
    assert sorted(map(shown, write_out(read_pattern(pattern, "here")))) == sorted(sequences)


BROKEN = ["[a|]", "[|a b]", "[a|b)", "a ]", "[a", "a|b", "?a", "<A", "[a|b/x]", "[]", " ", "a? b?", "a ..99 b"]


@pytest.mark.parametrize("pattern", BROKEN)
def test_a_broken_pattern_is_shown_to_its_writer(pattern: str) -> None:
    with pytest.raises(PackError, match="here: pattern") as caught:
        read_pattern(pattern, "here")
    assert repr(pattern) in str(caught.value)


def test_the_rare_word_is_looked_up() -> None:
    (sequence,) = write_out(read_pattern("control of the enclave", "here"))
    plan = plan_sequence(sequence)
    assert plan is not None
    assert plan.words == ("enclave",)
    assert shown(plan.before) == "the of control"
    assert plan.after == ()


def test_a_word_that_many_patterns_use_is_not_the_one_to_look_up() -> None:
    (sequence,) = write_out(read_pattern("harbour strike", "here"))
    plan = plan_sequence(sequence, {"harbour": 40, "strike": 2})
    assert plan is not None
    assert plan.words == ("strike",)
