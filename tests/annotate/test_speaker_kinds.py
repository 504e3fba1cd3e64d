"""Kinds of speakers (tests/cases/speakers.toml): whose words the last statement of a text are."""

from __future__ import annotations

import pytest
from case_files import load_cases, parse_cases

from framing.annotate.actors import find_actors
from framing.annotate.quotes import find_quotes
from framing.packs.people import load_actor_words
from framing.packs.roster import load_known
from framing.packs.verbs import load_report_verbs

pytestmark = pytest.mark.engine
KINDS = load_cases("speakers.toml", "kind")
SURE = 0.8


def is_right(wanted: str, speaker: str, sure: float) -> bool:
    """Whether the row may be printed: the name, or too little confidence where the case allows it."""
    name = wanted.removeprefix("? ")
    return (wanted[0] in "?-" and sure < SURE) or speaker == name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind["name"])
def test_the_speaker_of_a_kind_is_read_right(kind: dict) -> None:
    wrong = []
    texts = [{"text": text} for text, _ in kind["cases"]]
    for (text, wanted), parsed in zip(kind["cases"], parse_cases(texts), strict=True):
        mentions, actors = find_actors(parsed, load_known(), load_actor_words())
        quotes = find_quotes(parsed, mentions, actors, load_report_verbs(), load_actor_words())
        rows = [(one.speaker, one.confidence) for one in quotes]
        if not is_right(wanted, *(rows[-1] if rows else ("", 0.0))):
            wrong.append(f"{text}\n  wanted {wanted}\n  found {rows}")
    assert not wrong, "\n".join(wrong)
