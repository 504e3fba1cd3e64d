"""The same actor across articles: what is merged, what is kept apart, and the file that a user edits."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from framing.link import find_side, link_actors, roster_table, write_actors_file
from framing.link.records import Roster, Sighting
from framing.model import Actor, ActorKind
from framing.packs.people import load_actor_words
from framing.packs.roster import KnownActor, load_known, read_actor_file


def seen(
    name: str,
    *,
    article: str = "a1",
    source: str = "Daily",
    event: str = "e",
    kind: ActorKind = "person",
    mentions: float = 1.0,
    known: str = "",
    member_of: str = "",
) -> Sighting:
    identity = known or "~" + name.lower().replace(". ", "-").replace(" ", "-")
    actor = Actor(identity, name, kind, member_of=member_of, known=bool(known))
    return Sighting(article, source, event, actor, mentions, (name,))


def link(sightings: Iterable[Sighting], edits: Sequence[KnownActor] | None = None) -> Roster:
    return link_actors(sightings, load_actor_words(), edits)


def names(roster: Roster) -> list[str]:
    return [actor.name for actor in roster.actors]


def test_one_full_name_in_two_articles_is_one_actor() -> None:
    roster = link([seen("Orla Brannick"), seen("Orla Brannick", article="a2", source="Star", mentions=2)])
    assert names(roster) == ["Orla Brannick"]
    assert roster.ids == {("a1", "~orla-brannick"): "orla-brannick", ("a2", "~orla-brannick"): "orla-brannick"}
    assert roster.sources["orla-brannick"] == {"Daily": 1.0, "Star": 2.0}
    assert roster.mentions("orla-brannick") == 3.0


def test_a_surname_goes_to_its_only_bearer() -> None:
    roster = link([seen("Ilham Aliyev"), seen("Aliyev", article="a2")])
    assert roster.ids["a2", "~aliyev"] == "ilham-aliyev"
    assert roster.actors[0].aliases == ("Aliyev",)
    assert roster.doubts == ()


def test_a_surname_of_two_people_is_left_alone_and_doubted() -> None:
    roster = link([seen("Gareth Pell"), seen("Owen Pell"), seen("Pell", article="a2")])
    assert sorted(names(roster)) == ["Gareth Pell", "Owen Pell", "Pell"]
    assert {d.actor for d in roster.doubts} == {"gareth-pell", "owen-pell"}


def test_the_bearer_in_the_same_event_comes_first() -> None:
    roster = link([seen("Gareth Pell"), seen("Owen Pell", event="f"), seen("Pell", article="a2", event="f")])
    assert roster.ids["a2", "~pell"] == "owen-pell"


@pytest.mark.parametrize(
    ("one", "two", "merged"),
    [
        ("Onnik Krikorian", "Onnik Kirkorian", True),  # two letters exchanged
        ("Onnik J. Krikorian", "Onnik Krikorian", True),
        ("Robert Marlow", "Bob Marlow", True),
        ("R. Marlow", "Robert Marlow", True),
        ("Anna Mallory", "Anna Vallory", False),  # first letters differ
        ("Ben Ray", "Ben Roy", False),  # too short to be a slip
        ("Gareth Pell", "Owen Pell", False),
        ("Walt Marwick", "Walt Marwick Jr.", True),
        ("Walt Marwick", "Walt H. Marwick Jr.", True),
        ("Walt Marwick Sr.", "Walt H. Marwick Jr.", False),
        ("Walt P. Marwick", "Walt H. Marwick", False),  # middle initials differ
        ("T. Christopher Marwick", "Chris Marwick", True),
        ("J. Christopher Marwick", "John Paul Marwick", False),
        ("Walter Lang III", "Walter Pell III", False),
        ("Ada II", "Ada Lang", False),
    ],
)
def test_variants_of_a_name(one: str, two: str, merged: bool) -> None:
    roster = link([seen(one, mentions=3), seen(two, article="a2")])
    assert (len(roster.actors) == 1) is merged


def test_a_merged_misspelling_is_a_doubt() -> None:
    roster = link([seen("Onnik Krikorian"), seen("Kirkorian", article="a2")])
    assert [(d.actor, d.other) for d in roster.doubts] == [("onnik-krikorian", "kirkorian")]


def test_a_misspelling_merged_inside_an_article_is_a_doubt_too() -> None:
    actor = Actor("~orla-brannick", "Orla Brannick", "person", aliases=("Branick",))
    roster = link([Sighting("a1", "Daily", "e", actor, 3.0, ("Orla Brannick", "Branick"))])
    assert [(d.actor, d.other) for d in roster.doubts] == [("orla-brannick", "branick")]


def test_an_acronym_goes_to_its_organisation() -> None:
    union = seen("Quayside Workers Union", kind="organisation")
    roster = link([union, seen("QWU", article="a2", kind="organisation")])
    assert names(roster) == ["Quayside Workers Union"]


@pytest.mark.parametrize(
    ("one", "two", "merged"),
    [
        ("Q.W.U.", "QWU", True),
        ("QWU", "Union for the Quayside Workers of Ulm", False),
        ("UQWU", "Union for the Quayside Workers of Ulm", True),
        ("U.S. Supreme Court", "Supreme Court", True),
        ("United States Senate", "Senate", True),
        ("Senate", "Senate Fisheries Committee", False),
        ("House", "House Fisheries Committee", False),
        ("House", "House of Representatives", True),
        ("U.S. Department of the Treasury", "Treasury Department", True),
        ("House Committee on Kelp and the Sea", "House Kelp and Sea Committee", True),
        ("Bell-Oak", "Bell-Oak Stores Inc.", True),
        ("Tarnfield", "Tarnfield University", True),
        ("National", "National Kelp Board", False),
    ],
)
def test_variants_of_an_organisation(one: str, two: str, merged: bool) -> None:
    found = [seen(one, kind="organisation", mentions=3), seen(two, article="a2", kind="organisation")]
    assert (len(link(found).actors) == 1) is merged


def test_a_father_in_one_article_keeps_his_name_in_all() -> None:
    father, son = "Walt Marwick", "Walt Marwick Jr."
    roster = link([seen(father), seen(son), seen(father, article="a2"), seen(son, article="a3")])
    assert len(roster.actors) == 2
    assert roster.ids["a2", "~walt-marwick"] == "walt-marwick"


def test_a_surname_goes_to_whom_others_call_by_it() -> None:
    called = Actor("~gareth-pell", "Gareth Pell", "person", aliases=("Pell",))
    given = Actor("~anna-pell", "Anna Pell", "person", aliases=("Anna",))
    family = [Sighting("a1", "Daily", "e", actor, 2.0, (actor.name,)) for actor in (called, given)]
    assert link([*family, seen("Pell", article="a2")]).ids["a2", "~pell"] == "gareth-pell"


def test_two_stories_that_call_somebody_so_are_not_three() -> None:
    def ids(events: int) -> str:
        walt = Actor("~walt-marwick", "Walt Marwick", "person", aliases=("Marwick",))
        told = [Sighting(f"e{i}", "Daily", f"e{i}", walt, 2.0, (walt.name, "Marwick")) for i in range(events)]
        beside = [seen("Sasha Marwick", article="a", event="x"), seen("Marwick", article="a", event="x")]
        return link([*told, *beside]).ids["a", "~marwick"]

    assert (ids(2), ids(3)) == ("marwick", "walt-marwick")


def test_a_queen_is_not_named_by_her_given_name() -> None:
    assert len(link([seen("Ada II"), seen("Ada", article="a2")]).actors) == 2


def test_known_actors_keep_their_ids() -> None:
    roster = link([seen("Russia", kind="state", known="RU"), seen("Ru", article="a2")])
    assert {a.id for a in roster.actors} == {"RU", "ru"}


def test_one_slip_in_many_articles_makes_nobody_an_officer() -> None:
    slip = seen("Ada Lang", article="a0", member_of="PL")
    told = [seen("Ada Lang", article=f"b{i}", member_of="FR") for i in range(2)]
    others = [seen("Ada Lang", article=f"c{i}") for i in range(25)]
    assert [link(group).actors[0].member_of for group in ([slip, *others], [slip, *told, *others])] == ["", "FR"]


def test_initials_that_fit_two_people_make_them_no_one() -> None:
    roster = link([seen(f"{given} Marwick", article=given) for given in ("J. J.", "Jeffrey", "Jonah")])
    assert roster.ids["Jeffrey", "~jeffrey-marwick"] != roster.ids["Jonah", "~jonah-marwick"]


def test_a_name_glued_to_its_surroundings_is_no_alias() -> None:
    actor = Actor("~ada-lang", "Ada Lang", "person", aliases=("Year Ada Lang", "Lang"))
    assert link([Sighting("a", "Daily", "e", actor, 9.0, (actor.name,))]).actors[0].aliases == ("Lang",)


def test_what_an_article_keeps_apart_is_no_short_form_there() -> None:
    assert len(link([seen("Hillary Marwick"), seen("Hill")]).actors) == 2


def test_membership_is_translated_with_the_rest() -> None:
    union = seen("Quayside Workers Union", kind="organisation")
    roster = link([union, seen("Orla Brannick", member_of="~quayside-workers-union")])
    assert {a.name: a.member_of for a in roster.actors}["Orla Brannick"] == "quayside-workers-union"


def test_the_order_of_articles_changes_nothing() -> None:
    sightings = [
        seen("Orla Brannick", mentions=2),
        seen("Brannick", article="a2", source="Star"),
        seen("Gareth Pell", article="a2", source="Star"),
        seen("Harwick Docks", article="a3", kind="organisation"),
    ]
    assert link(sightings) == link(reversed(sightings))


def test_more_sources_weigh_more_than_more_mentions() -> None:
    loud = seen("Dale Harker", mentions=4)
    wide = [seen("Orla Brannick", article=f"a{i}", source=f"S{i}", mentions=2) for i in range(3)]
    assert names(link([loud, *wide])) == ["Orla Brannick", "Dale Harker"]


def test_the_users_file_has_the_last_word() -> None:
    edits = (
        KnownActor("gareth-pell", "Sir Gareth Pell", "person", side="Owners", order=1, merge=("the-boss",)),
        KnownActor("orla-brannick", "Orla Brannick", "person", order=2),
    )
    found = [seen("Orla Brannick", mentions=9), seen("Gareth Pell"), seen("The Boss", article="a2")]
    roster = link(found, edits)
    assert names(roster) == ["Sir Gareth Pell", "Orla Brannick"]
    assert roster.actors[0].side == "Owners"
    assert roster.ids["a2", "~the-boss"] == "gareth-pell"


def test_the_written_file_can_be_read_and_changes_nothing(tmp_path: Path) -> None:
    found = [seen('Orla "Red" Brannick', mentions=3), seen("Russia", kind="state", known="RU", mentions=2)]
    roster = link(found)
    path = tmp_path / "actors.toml"
    assert write_actors_file(roster, path) == 2
    assert [e["order"] for e in tomllib.loads(path.read_text(encoding="utf-8"))["actor"]] == [1, 2]
    again = link(found, read_actor_file(path))
    assert [a.id for a in again.actors] == [a.id for a in roster.actors]
    assert load_known(actors_file=path).entries["RU"].demonyms == ("Russian", "Russians")


def test_a_name_with_control_characters_does_not_break_the_file(tmp_path: Path) -> None:
    path = tmp_path / "actors.toml"
    write_actors_file(link([seen("Orla\x07Bran\tnick", mentions=3)]), path)
    assert [entry.name for entry in read_actor_file(path)] == ["Orla\x07Bran\tnick"]


def test_rarely_mentioned_actors_stay_out_of_the_file(tmp_path: Path) -> None:
    roster = link([seen("Orla Brannick", mentions=3), seen("Owen Pell")])
    assert write_actors_file(roster, tmp_path / "actors.toml") == 1


def test_the_table_counts_per_source_and_words_its_doubts() -> None:
    roster = link([seen("Onnik Krikorian"), seen("Kirkorian", article="a2", source="Star", mentions=2)])
    (row,) = roster_table(roster, load_actor_words()).to_dict("records")
    assert (row["Daily"], row["Star"], row["mentions"]) == (1.0, 2.0, 3.0)
    assert row["doubts"] == "kirkorian: the surname differs by one letter"


def test_a_side_comes_with_its_reason() -> None:
    roster = link(
        [
            seen("Russia", kind="state", known="RU"),
            seen("Dmitry Peskov", member_of="RU"),
            seen("Onnik Krikorian"),
            seen("Gareth Pell", member_of="~harwick-docks"),
            seen("Harwick Docks", kind="organisation"),
        ],
        (KnownActor("harwick-docks", "Harwick Docks", "organisation", side="Owners"),),
    )
    assert find_side(roster, "dmitry-peskov") == ("Russia", "acts for Russia")
    assert find_side(roster, "RU") == ("Russia", "a state of its own")
    assert find_side(roster, "gareth-pell") == ("Owners", "acts for Harwick Docks")
    assert find_side(roster, "harwick-docks") == ("Owners", "given")
    assert find_side(roster, "onnik-krikorian") == ("", "")


def test_a_circle_of_members_ends() -> None:
    roster = link([seen("Ann Able", member_of="~bea-baker"), seen("Bea Baker", member_of="~ann-able")])
    assert find_side(roster, "ann-able") == ("", "")


def test_no_sightings_give_an_empty_roster() -> None:
    roster = link([])
    assert roster.actors == ()
    assert list(roster_table(roster, load_actor_words()).columns)[:3] == ["actor", "name", "kind"]


def test_of_two_people_of_a_surname_the_one_named_most_in_the_event_bears_it_and_that_is_said() -> None:
    roster = link([seen("Gareth Pell", mentions=6), seen("Owen Pell", mentions=2), seen("Pell", article="a2")])
    assert roster.ids["a2", "~pell"] == "gareth-pell"
    assert [(d.actor, d.other) for d in roster.doubts] == [("gareth-pell", "pell")]
    assert "most named of 2 people" in roster.doubts[0].why


def test_who_is_named_most_elsewhere_bears_nothing_here() -> None:
    many = [seen("Gareth Pell", mentions=6, event="f"), seen("Owen Pell", event="f")]
    assert link([*many, seen("Pell", article="a2")]).ids["a2", "~pell"] == "pell"


@pytest.mark.parametrize(
    ("one", "two"), [("Lee Han-su", "Lee Hansu"), ("Lee Han-su", "Lee Han Su"), ("Issa N'Sele", "Issa Nsele")]
)
def test_hyphens_and_gaps_make_no_other_name(one: str, two: str) -> None:
    assert len(link([seen(one), seen(two, article="a2")]).actors) == 1
