"""Look-ups through the index give what comparing every name with every other gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from properties import tried

from framing.link.compare import body_name, initials_of, one_person, person_name, stands_for
from framing.link.index import NameIndex, slip_keys
from framing.names import is_slipped
from framing.packs.people import load_actor_words

WORDS = load_actor_words()
GIVEN = st.sampled_from(["anna", "ann", "bob", "robert", "j", "walt", "kim"])
LAST = st.sampled_from(["krikorian", "kirkorian", "krikoryan", "marlow", "pell", "marlows", "un"])
PERSON = st.builds(lambda given, last, end: f"{given}-{last}{end}", GIVEN, LAST, st.sampled_from(["", "-jr", "-sr"]))
PART = st.sampled_from(["harbour", "dock", "union", "of", "workers", "department", "inc", "treasury", "the", "apple"])
BODY = st.lists(PART, min_size=2, max_size=4).map("-".join)
LETTERS = st.text("abkr", min_size=6, max_size=9)


def filled(persons: list[str], bodies: list[str]) -> NameIndex:
    forms = {slug: body_name(slug, WORDS) for slug in bodies}
    index = NameIndex({slug: person_name(slug) for slug in persons}, forms, WORDS.acronym_skips)
    for slug in [*persons, *bodies]:
        index.add(slug)
    return index


@given(st.lists(PERSON, unique=True, max_size=12), PERSON)
@tried(200)
def test_every_person_that_the_rule_ties_is_a_candidate_in_the_same_order(persons: list[str], new: str) -> None:
    index = filled(list(dict.fromkeys([*persons, new])), [])

    def ties(slugs: list[str]) -> list[str]:
        mine = person_name(new)
        return [s for s in slugs if one_person(mine, person_name(s), WORDS.nicknames) is not None]

    assert ties(list(index.namesakes(new))) == ties([*persons, *([] if new in persons else [new])])


@given(st.lists(BODY, unique=True, max_size=12), PART)
@tried(200)
def test_every_body_that_a_word_stands_for_is_a_candidate(bodies: list[str], word: str) -> None:
    index = filled([], bodies)
    for short in (word, *(one for slug in bodies for one in initials_of(body_name(slug, WORDS), WORDS.acronym_skips))):
        plain = [slug for slug in bodies if stands_for(short, body_name(slug, WORDS), WORDS)]
        assert [slug for slug in bodies if slug in index.shortened(short) and slug in plain] == plain


@given(LETTERS, LETTERS)
@tried(300)
def test_two_words_one_slip_apart_share_a_key(one: str, two: str) -> None:
    if is_slipped(one, two):
        assert slip_keys(one) & slip_keys(two)
