"""The roster's loader and linter, and every example of the world roster."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.annotate.actors import find_actors
from framing.errors import PackError
from framing.model import Article
from framing.packs.people import load_actor_words
from framing.packs.roster import (
    KnownActor,
    Role,
    load_known,
    load_world,
    parse_actor_entries,
    read_actor_file,
    split_words,
)

DALE = {"id": "dale", "name": "Dale Harker", "kind": "person", "member_of": "AM"}


def test_an_entry_gets_its_defaults() -> None:
    (state,) = parse_actor_entries({"actor": [{"id": "XX", "name": "Xland", "kind": "state"}]}, "x.toml")
    assert (state.gender, state.where, state.aliases) == ("it", "x.toml", ())


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"name": "X", "kind": "state"}, "lacks 'id'"),
        ({"id": "x", "name": "X", "kind": "nation"}, "is none of official, expert"),
        ({"id": "~x", "name": "X", "kind": "state"}, "kept for actors found in a text"),
        ({"id": "x", "name": "X", "kind": "state", "alias": ["Y"]}, "unknown keys alias"),
        ({"id": "x", "name": "X", "kind": "state", "aliases": "Y"}, "must be a list of texts"),
        ({"id": "x", "name": "X", "kind": "person", "gender": "male"}, "is none of he, she, they, it"),
        ({"id": "x", "name": "X", "kind": "person", "roles": [{"title": "king", "from": "May 2020"}]}, "not ISO"),
        ({"id": "x", "name": "X", "kind": "person", "order": "first"}, "whole number"),
    ],
)
def test_a_faulty_entry_is_refused_with_its_place(row: dict[str, object], words: str) -> None:
    with pytest.raises(PackError, match="x.toml") as caught:
        parse_actor_entries([row], "x.toml")
    assert words in str(caught.value)


def test_an_id_given_twice_is_refused() -> None:
    with pytest.raises(PackError, match="given twice"):
        parse_actor_entries([DALE, DALE], "x.toml")


def test_a_missing_or_broken_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no such actors file"):
        read_actor_file(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_text("[[actor", encoding="utf-8")
    with pytest.raises(PackError, match="bad.toml"):
        read_actor_file(tmp_path / "bad.toml")


def test_an_office_is_held_between_its_dates() -> None:
    role = Role("premier", since="2020-01-01", until="2022-06-30")
    assert role.holds("2021-05-05")
    assert not role.holds("2022-07-01")
    assert not role.holds("")  # an article without a date counts as today
    assert Role("premier", since="2020-01-01").holds("")


def test_the_holder_of_an_office_depends_on_the_date() -> None:
    first = KnownActor("a", "Ann Able", "person", member_of="AM", roles=(Role("premier", until="2020-12-31"),))
    second = KnownActor("b", "Bea Baker", "person", member_of="AM", roles=(Role("premier", since="2021-01-01"),))
    known = load_known([first, second])
    assert known.holder("premier", "AM", "2019-01-01") == "a"
    assert known.holder("premier", "AM", "2023-01-01") == "b"
    assert known.holder("premier", "AZ", "2023-01-01") == ""


def test_later_entries_fill_in_and_overrule_earlier_ones() -> None:
    known = load_known([KnownActor("RU", "Russia", "state", side="East")])
    assert known.entries["RU"].side == "East"
    assert "Moscow" in known.entries["RU"].metonyms


def test_a_renamed_actor_is_still_found_by_its_old_name() -> None:
    known = load_known([KnownActor("RU", "Russian Federation (Russia)", "state")])
    assert known.entries["RU"].name == "Russian Federation (Russia)"
    assert "Russia" in known.entries["RU"].aliases


def test_merge_gives_names_away_and_split_takes_them(tmp_path: Path) -> None:
    path = tmp_path / "actors.toml"
    path.write_text(
        '[[actor]]\nid = "dale-harker"\nname = "Dale Harker"\nkind = "person"\naliases = ["Harker", "Dale"]\n'
        'merge = ["d-harker"]\nsplit = ["Dale"]\n'
        '[[actor]]\nid = "d-harker"\nname = "D. Harker"\nkind = "person"\n',
        encoding="utf-8",
    )
    known = load_known(actors_file=path)
    assert known.entries["dale-harker"].aliases == ("Harker", "D. Harker")
    assert "d-harker" not in known.entries
    assert known.entries["dale"].name == "Dale"


def test_names_are_split_as_the_parser_splits_them() -> None:
    assert split_words("Guinea-Bissau") == ("Guinea", "-", "Bissau")
    assert split_words("People’s Republic") == ("People", "'s", "Republic")


def test_every_example_of_the_world_roster_holds_a_name_of_its_entry() -> None:
    for entry in load_world():
        names = (entry.name, *entry.aliases, *entry.demonyms, *entry.metonyms, *(r.title for r in entry.roles))
        assert entry.yes and all(any(name in text for name in names) for text in entry.yes), entry.id
        assert set(entry.ambiguous) <= set(names), entry.id


def test_no_name_of_the_world_roster_is_claimed_twice() -> None:
    owners: dict[str, str] = {}
    for entry in load_world():
        for name in (entry.name, *entry.aliases, *entry.demonyms, *entry.metonyms):
            assert owners.setdefault(name, entry.id) == entry.id, name


def test_the_world_roster_holds_every_state_and_observer() -> None:
    states = [e for e in load_world() if e.where == "un_members.toml"]
    assert len(states) == 195
    assert {"TW", "XK", "XA", "eu", "nato", "un"} <= {e.id for e in load_world()}


@pytest.mark.engine
@pytest.mark.slow
def test_every_example_of_the_world_roster_holds() -> None:
    from framing.parse import parse_articles

    wanted = [(e.id, kind, text) for e in load_world() for kind in ("yes", "no") for text in getattr(e, kind)]
    articles = (Article.from_text(text, id=str(i), source="x") for i, (_, _, text) in enumerate(wanted))
    known = load_known()
    wrong = []
    for (actor, kind, text), parsed in zip(wanted, parse_articles(articles), strict=True):
        mentions, _ = find_actors(parsed, known, load_actor_words())
        if any(m.actor == actor for m in mentions) != (kind == "yes"):
            wrong.append(f"{actor} {kind}: {text}")
    assert wrong == []
