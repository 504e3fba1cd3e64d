"""Why names were taken for one actor's, in words."""

from __future__ import annotations

import pytest

from framing.link.joined import say_tie
from framing.model import Actor
from framing.packs.people import load_actor_words

LANG = Actor("ada-lang", "Ada Lang", "official")
UNION = Actor("quayside-workers-union", "Quayside Workers Union", "organisation")


@pytest.mark.parametrize(
    ("actor", "alias", "why"),
    [
        (LANG, "Lang", "surname"),
        (LANG, "Ada", "given name"),
        (LANG, "A. Lang", "initial and surname"),
        (LANG, "Ada B. Lang", "given name and surname"),
        (LANG, "President Lang", "title and surname"),
        (Actor("nsele", "Teo N'Sele", "person"), "Teo Nsele", "the same letters"),
        (Actor("h", "Hwon Dae-rik", "person", family_first=True), "Hwon", "surname"),
        (Actor("t", "Thessaly Orme", "person"), "Thess", "short form of the given name"),
        (Actor("k", "Nils Kirkorian", "person"), "Krikorian", "one letter differs"),
        (UNION, "QWU", "initials"),
    ],
)
def test_a_join_is_said_in_words(actor: Actor, alias: str, why: str) -> None:
    assert say_tie(actor, alias, load_actor_words()) == why
