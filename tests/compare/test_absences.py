"""Who is missing beside the others: one list of sentences for the screen, the page and the browser."""

from __future__ import annotations

from typing import Any

import pytest
from tables import analysis, article, quote, row

from framing.compare import compare_sources
from framing.compare.absences import missing_by_source

NAMES = [("lund", "Ada Lund", "person", ""), ("orr", "Owen Pell", "person", ""), ("pell", "Gareth Pell", "person", "")]
HERE = (
    "Two senators, Ada Lund and a friend, spoke. Owen Pell, a docker, answered. Gareth Pell, who runs the port, left."
)
THERE = "Ada Lund, the senator, spoke. Gareth Pell, who runs the port, left early."


def run(third: str) -> dict[str, tuple[str, ...]]:
    """Three accounts: the first two name Ada Lund and Gareth Pell, and the first alone quotes Owen Pell by name."""
    texts = {"a1": HERE, "b1": THERE, "c1": third}
    articles = [article(id, source, event="e") for id, source in (("a1", "North"), ("b1", "South"), ("c1", "West"))]
    rows = [_mention(texts, id, name, actor) for id, name, actor in (
        ("a1", "Ada Lund", "lund"), ("b1", "Ada Lund", "lund"), ("a1", "Owen Pell", "orr"),
        ("a1", "Gareth Pell", "pell"), ("b1", "Gareth Pell", "pell"), ("c1", "Gareth Pell", "pell"))]  # fmt: skip
    rows.append(quote("a1", "Owen Pell", actor="orr", kind="civilian", start=60, end=70))
    rows.append(quote("a1", "Ada Lund", actor="lund", kind="official", start=30, end=40))
    return missing_by_source(compare_sources(analysis(articles, rows, NAMES, texts)))


def _mention(texts: dict[str, str], id: str, name: str, actor: str) -> dict[str, Any]:
    start = max(0, texts[id].find(name))
    return row("mention", id, "name", actor=actor, start=start, end=start + len(name))


@pytest.mark.parametrize(
    ("third", "west"),
    [
        ("Gareth Pell left in a hurry.", ("does not name Ada Lund",)),
        ("Gareth Pell met both senators.", None),
        ("Gareth Pell met Senator Ida Holt.", ("does not name Ada Lund",)),
    ],
)
def test_nobody_is_missing_who_may_be_meant_by_an_office(third: str, west: tuple[str, ...] | None) -> None:
    assert run(third).get("West") == west


def test_who_speaks_in_one_account_alone_is_told_also_beside_a_namesake() -> None:
    assert run("Gareth Pell left.")["North"] == ("alone quotes Owen Pell by name",)
    assert "North" not in run("Gareth Pell and Owen left.")


def test_nobody_speaks_in_one_account_alone_whom_another_quotes_on_another_story() -> None:
    articles = [article(f"{source}{event}", source, event=event) for event in "ef" for source in ("North", "South")]
    said = [quote(id, "Ada Lund", actor="lund", start=30, end=40) for id in ("Northe", "Southf")]
    found = missing_by_source(compare_sources(analysis(articles, said, NAMES)))
    assert not any("alone" in line for lines in found.values() for line in lines)


def test_a_side_that_only_others_let_speak_is_told_first() -> None:
    actors = [("AM", "Armenia", "state", ""), ("AZ", "Azerbaijan", "state", "")]
    articles = [article(id, source, event="e") for id, source in (("a1", "North"), ("b1", "South"), ("c1", "West"))]
    said = [quote(id, "Armenia", actor="AM", kind="state") for id in ("a1", "b1")]
    said += [quote(id, "Azerbaijan", actor="AZ", kind="state", start=9, end=12) for id in ("a1", "b1", "c1")]
    mentions = [row("mention", id, "name", actor="AM") for id in ("a1", "b1", "c1") for _ in range(3)]
    found = missing_by_source(compare_sources(analysis(articles, [*said, *mentions], actors)))
    assert found == {"West": ("quotes nobody who speaks for Armenia",)}
    dated = [{**one, "date": "2024-03-01" if one["source"] == "West" else "2024-03-02"} for one in articles]
    for named, told in ((mentions, found), (mentions[:6], {})):
        run = analysis(dated, [*said, *named], actors, {"c1": "The war is lost."})
        assert missing_by_source(compare_sources(run)) == told, "an older account could ask a side of which it writes"


def test_of_whom_all_others_quote_it_is_said_when_it_cannot_be_told() -> None:
    articles = [article(id, source, event="e") for id, source in (("a1", "North"), ("b1", "South"), ("c1", "West"))]
    said = [quote(id, "Ada Lund", actor="lund", kind="official") for id in ("a1", "b1")]
    maybe = quote("c1", "Ada Lund", actor="lund", kind="official", confidence=0.7)
    found = missing_by_source(compare_sources(analysis(articles, [*said, maybe], NAMES)))
    assert found == {"West": ("may or may not quote Ada Lund: cannot tell",)}


def test_a_user_of_a_platform_is_not_the_platform() -> None:
    articles = [article("a1", "North", event="e"), article("b1", "South", event="e")]
    texts = {
        "a1": "A Chatter user posted it and Chatter took it down.",
        "b1": "Nobody posted anything about it at all.",
    }
    user = quote("a1", "unnamed user", actor="chatter", kind="unnamed")
    rows = [_mention(texts, "a1", "Chatter", "chatter"), user]
    run = analysis(articles, rows, [("chatter", "Chatter", "company", "")], texts)
    assert missing_by_source(compare_sources(run)) == {}
    named = analysis(
        articles,
        [rows[0], quote("a1", "Chatter", actor="chatter", kind="company")],
        [("chatter", "Chatter", "company", "")],
        texts,
    )
    assert missing_by_source(compare_sources(named)) == {"North": ("alone quotes Chatter by name",)}


def test_an_account_that_is_older_than_what_others_have_lacks_nothing() -> None:
    """Days are compared; of an unknown day an absence is told as ever."""
    texts = {"a1": HERE, "b1": THERE, "c1": "Gareth Pell left in a hurry."}
    rows = [_mention(texts, id, "Ada Lund", "lund") for id in ("a1", "b1")]
    rows += [quote("a1", "Ada Lund", actor="lund", start=30, end=40)]
    rows += [_mention(texts, id, "Gareth Pell", "pell") for id in ("a1", "c1") for _ in range(3)]
    rows += [quote("a1", "Gareth Pell", actor="pell", start=80, end=90)]
    told = ("does not quote Gareth Pell, of whom it writes", "does not name Ada Lund")
    for day, missing in (("2024-03-01", None), ("2024-03-02", told), ("2024-03-03", told), ("", told)):
        days = {"a1": "2024-03-02", "b1": "2024-03-02", "c1": day}
        articles = [article(id, id[0].upper(), event="e", date=date) for id, date in days.items()]
        found = missing_by_source(compare_sources(analysis(articles, rows, NAMES, texts)))
        assert found.get("C") == missing, day
        assert "A" not in found, "the others name whom it quotes"


def test_nobody_stands_alone_for_what_two_do() -> None:
    texts = {id: "Gareth Pell left. Ida Holt stayed." for id in ("a1", "b1", "c1")}
    articles = [article(id, id[0].upper(), event="e") for id in texts]
    rows = [_mention(texts, id, "Gareth Pell", "pell") for id in texts for _ in range(3)]
    rows += [quote("a1", "Gareth Pell", actor="pell")]
    found = missing_by_source(compare_sources(analysis(articles, rows, NAMES, texts)))
    assert found["B"] == ("does not quote Gareth Pell (nor does C), of whom it writes",)
    assert found["C"] == ("does not quote Gareth Pell (nor does B), of whom it writes",)
    days = {"a1": "2024-03-02", "b1": "2024-03-02", "c1": "2024-03-01"}
    dated = [article(id, id[0].upper(), event="e", date=day) for id, day in days.items()]
    found = missing_by_source(compare_sources(analysis(dated, rows, NAMES, texts)))
    assert found == {"B": ("does not quote Gareth Pell (nor did C, on an earlier day), of whom it writes",)}
    maybe = quote("c1", "Gareth Pell", actor="pell", confidence=0.5)
    found = missing_by_source(compare_sources(analysis(articles, [*rows, maybe], NAMES, texts)))
    assert found == {"B": ("does not quote Gareth Pell (nor, less surely, does C), of whom it writes",)}


def test_whom_two_do_not_name_is_told_with_both() -> None:
    texts = {"a1": HERE, "b1": THERE, "c1": "Gareth Pell left in a hurry.", "d1": "Gareth Pell stayed."}
    articles = [article(id, id[0].upper(), event="e") for id in texts]
    rows = [_mention(texts, id, "Ada Lund", "lund") for id in ("a1", "b1")]
    rows += [quote("a1", "Ada Lund", actor="lund", start=30, end=40)]
    found = missing_by_source(compare_sources(analysis(articles, rows, NAMES, texts)))
    assert found["C"] == ("does not name Ada Lund (nor does D)",)
    assert found["D"] == ("does not name Ada Lund (nor does C)",)


def test_who_is_named_or_quoted_by_a_misspelt_surname_is_not_missing() -> None:
    actors = [("cowan", "Ed Cowan", "person", ""), ("lund", "Ada Lund", "person", "")]
    for third, told in (
        ("Ed Mo Cowmen was there.", None),
        ("Ed Cowen was there.", None),
        ("Ed Corrigan was there.", ("does not name Ed Cowan",)),
    ):
        texts = {"a1": "Ed Cowan spoke.", "b1": "Ed Cowan spoke.", "c1": third}
        articles = [article(id, id[0].upper(), event="e") for id in texts]
        rows = [_mention(texts, id, "Ed Cowan", "cowan") for id in ("a1", "b1")]
        rows += [quote("a1", "Ed Cowan", actor="cowan")]
        found = missing_by_source(compare_sources(analysis(articles, rows, actors, texts)))
        assert found.get("C") == told, third
        rows += [_mention(texts, "c1", "Ed", "cowan") for _ in range(3)]
        rows += [quote("c1", third.split()[-3], kind="person")]
        found = missing_by_source(compare_sources(analysis(articles, rows, actors, texts)))
        assert found.get("C", ("",))[0].startswith("does not quote Ed Cowan") == (told is not None), third


def test_speakers_whom_all_others_quote_are_told_to_be_left_out_where_no_statement_can_be_theirs() -> None:
    def of(*doubtful: dict[str, Any]) -> tuple[str, ...]:
        articles = [article(f"{one}1", one, event="e") for one in ("North", "South", "West")]
        said = [
            quote(f"{one}1", name, actor=actor, start=at, end=at + 9)
            for one in ("North", "South")
            for at, (actor, name) in enumerate((("lund", "Ada Lund"), ("pell", "Gareth Pell")))
        ]
        west = quote("West1", "Owen Pell", actor="orr", start=1, end=9)
        return missing_by_source(compare_sources(analysis(articles, [*said, west, *doubtful], NAMES))).get("West", ())

    pell = quote("West1", "Gareth Pell", actor="pell", start=30, end=40, confidence=0.7)
    nobody = quote("West1", "", kind="unnamed", start=30, end=40, confidence=0.7)
    deed = quote("West1", "Gareth Pell", actor="pell", start=30, end=40, confidence=0.5)
    neither = "quotes neither Ada Lund nor Gareth Pell"
    assert (of()[0], of(deed)[0]) == (neither, neither)
    assert of(pell)[:2] == ("does not quote Ada Lund", "may or may not quote Gareth Pell: cannot tell")
    assert of(nobody)[0] == "may or may not quote Ada Lund or Gareth Pell: cannot tell"


LATER = "whom the others name on"
STORY = "abcd"  # one account of each letter


def told_of(rows: list[dict[str, Any]], actors: list[tuple[str, ...]], sources: str = STORY) -> dict[str, Any]:
    """What is missing in accounts of one story by sources of these letters, all of one text."""
    articles = [article(f"{one}1", one.upper(), event="e") for one in sources]
    return missing_by_source(compare_sources(analysis(articles, rows, actors, {f"{one}1": "Rain." for one in sources})))


def of_state(source: str, name: str, **more: Any) -> dict[str, Any]:
    return quote(f"{source}1", name, actor=name.lower(), kind="state", **more)


def test_a_side_is_missing_only_beside_those_who_surely_let_it_speak() -> None:
    actors = [("orlen", "Orlen", "state", ""), ("velland", "Velland", "state", "")]
    every = [of_state(one, "Velland", start=50, end=60) for one in "abc"]
    sure, unsure = ([of_state(one, "Orlen", confidence=level) for one in "ab"] for level in (0.9, 0.7))
    assert told_of([*every, *unsure], actors, "abc") == {}, "in none is anybody surely quoted for it"
    assert told_of([*every, *sure], actors, "abc") == {"C": ("quotes nobody who speaks for Orlen",)}
    own = told_of([*every, *sure, of_state("c", "Orlen", confidence=0.7)], actors, "abc")
    assert own == {"C": ("may or may not quote Orlen: cannot tell",)}
    four = [*every, *sure, of_state("d", "Velland")]
    assert told_of(four, actors)["C"] == ("quotes nobody who speaks for Orlen (nor does D)",)
    maybe = [*four, of_state("d", "Orlen", start=70, end=80, confidence=0.7)]
    assert told_of(maybe, actors)["C"] == ("quotes nobody who speaks for Orlen (nor, less surely, does D)",)


@pytest.mark.parametrize(
    ("speaker", "kind", "more", "missing"),
    [
        ("unnamed one of them", "unnamed", {}, False),
        ("unnamed aides", "unnamed", {"confidence": 0.7}, False),
        ("", "unnamed", {}, False),
        ("Ada Lund", "official", {}, False),
        ("unnamed Velland official", "unnamed", {"actor": "velland"}, True),
        ("Ada Lund", "civilian", {}, True),
        ("Ada Lund", "expert", {}, True),
    ],
)
def test_nobody_speaks_for_a_side_only_where_no_speaker_can_be_of_it(
    speaker: str, kind: str, more: dict[str, Any], missing: bool
) -> None:
    actors = [("orlen", "Orlen", "state", ""), ("velland", "Velland", "state", "")]
    rows = [of_state(one, "Velland", start=50, end=60) for one in "abc"]
    rows += [*(of_state(one, "Orlen") for one in "ab"), quote("c1", speaker, kind=kind, start=70, end=80, **more)]
    found = told_of(rows, actors, "abc").get("C", ())
    assert ("quotes nobody who speaks for Orlen" in found) is missing, found


@pytest.mark.parametrize(
    ("body", "kind", "missing"),
    [
        ("House of Representatives", "organisation", False),
        ("Orlen Senate", "organisation", False),
        ("Velland Parliament", "organisation", False),
        ("Harbour Party", "party", False),
        ("Harbour Union", "organisation", True),
        ("Brandt Lines", "company", True),
    ],
)
def test_members_of_a_chamber_or_a_party_speak_for_themselves(body: str, kind: str, missing: bool) -> None:
    actors = [("lund", "Ada Lund", "official", "body"), ("body", body, kind, ""), ("orlen", "Orlen", "state", "")]
    rows = [quote(f"{one}1", "Ada Lund", actor="lund") for one in "ab"]
    rows += [of_state(one, "Orlen", start=50, end=60) for one in "abc"]
    wanted = {"C": (f"quotes nobody who speaks for {body}",)} if missing else {}
    found = told_of(rows, actors, "abc")
    assert {name: lines for name, lines in found.items() if "speaks for" in lines[0]} == wanted


def test_whom_an_account_perhaps_names_it_does_not_surely_name() -> None:
    texts = {"a1": HERE, "b1": THERE, "c1": "Gareth Pell left.", "d1": "Gareth Pell met both senators."}
    articles = [article(id, id[0].upper(), event="e") for id in texts]
    rows = [_mention(texts, id, "Ada Lund", "lund") for id in ("a1", "b1")]
    rows += [quote("a1", "Ada Lund", actor="lund", start=30, end=40)]
    found = missing_by_source(compare_sources(analysis(articles, rows, NAMES, texts)))
    assert found["C"] == ("does not name Ada Lund (nor, less surely, does D)",)
    assert "D" not in found


@pytest.mark.parametrize(
    ("name", "kind", "missing"),
    [
        ("Anchor House", "organisation", False),
        ("Orlen Palace", "organisation", False),
        ("Tarn Castle", "organisation", False),
        ("Orlen Harbour Board", "organisation", True),
        ("Supreme Court", "organisation", True),
        ("Anchor House", "company", True),
    ],
)
def test_a_house_is_nobody_to_be_missed(name: str, kind: str, missing: bool) -> None:
    rows = [row("mention", f"{one}1", "name", actor="seat", start=at) for one in "ab" for at in (0, 9)]
    found = told_of([*rows, quote("a1", name, actor="seat", kind=kind, start=30)], [("seat", name, kind, "")], "abc")
    assert found.get("C") == ((f"does not name {name}",) if missing else None)


@pytest.mark.parametrize(
    ("source", "missing"), [("ntt", ""), ("NPT", ""), ("The Norport Times", ""), ("norti", ""), ("np", "")]
)
def test_an_outlet_is_not_missing_from_itself(source: str, missing: str) -> None:
    names = {"ntt": "North Tarn Times", "norti": "Norport Times"}
    paper = names.get(source, "Norport Post Times" if source == "NPT" else "Norport Times")
    articles = [article(f"{one}1", one, event="e") for one in ("East", "West", source)]
    rows = [row("mention", one["article"], "name", actor="paper", start=at) for one in articles for at in (0, 9, 19)]
    rows += [quote(f"{one}1", paper, actor="paper", kind="media", start=30) for one in ("East", "West")]
    rows += [quote(f"{source}1", "officials", kind="unnamed", start=50, confidence=0.7)]
    found = missing_by_source(compare_sources(analysis(articles, rows, [("paper", paper, "media", "")])))
    assert list(found) == ([missing] if missing else [])


def test_of_whom_one_source_alone_quotes_the_most_quoted_stand_first_whatever_the_story() -> None:
    people = {"hask": ("Jon Hask", "e", 2), "orton": ("Nan Orton", "f", 4), "tarn": ("Bo Tarn", "e", 3)}
    people |= {"lode": ("Petra Lode", "f", 1), "reyes": ("Ida Reyes", "e", 1)}
    articles = [article(f"{one}{event}", one, event=event) for one in ("North", "South") for event in "ef"]
    rows = [
        quote(f"North{event}", name, actor=actor, start=100 * place + at, end=100 * place + at + 1)
        for place, (actor, (name, event, times)) in enumerate(people.items())
        for at in range(times)
    ]
    rows += [row("mention", f"North{event}", "name", actor=actor) for actor, (_, event, _) in people.items()]
    texts = {one["article"]: "Rain fell on the quay." for one in articles}
    actors = [(actor, name, "person", "") for actor, (name, *_) in people.items()]

    def told(*more: dict[str, Any]) -> tuple[str, ...]:
        return missing_by_source(compare_sources(analysis(articles, [*rows, *more], actors, texts)))["North"]

    assert told() == ("alone quotes Nan Orton (F), Bo Tarn and Jon Hask (E) and others by name",)
    second = quote("Northf", "Petra Lode", actor="lode", start=900, end=901)
    assert told(second) == ("alone quotes Nan Orton (F), Bo Tarn (E) and others by name",), "of equals none is picked"
    named, quoted = row("mention", "Southf", "name", actor="tarn"), quote("Southe", "Nan Orton", actor="orton")
    assert told(named) == told(), "another may name him on another story"
    assert told(quoted) == ("alone quotes Bo Tarn and Jon Hask (E) and others by name",)


def _named(times: dict[str, dict[str, int]], texts: dict[str, str], **more: str) -> dict[str, tuple[str, ...]]:
    """What is missing where accounts mention actors so often; `more`: the day of each account."""
    actors = [("lund", "Ada Lund", "official", ""), ("pell", "Gareth Pell", "official", ""),
              ("orr", "Owen Pell", "person", ""), ("orlen", "Orlen", "state", "")]  # fmt: skip
    articles = [article(id, id[0].upper(), event="e", date=more.get(id, "")) for id in texts]
    rows = [
        row("mention", id, "name", actor=one) for id, by in times.items() for one, n in by.items() for _ in range(n)
    ]
    return missing_by_source(compare_sources(analysis(articles, rows, actors, texts)))


def test_whom_the_others_name_most_often_is_told_first_and_no_country() -> None:
    texts = dict.fromkeys(("a1", "b1", "c1"), "Nothing was said about it.")
    everybody = {"lund": 2, "pell": 5, "orlen": 9}
    found = _named({"a1": everybody, "b1": everybody}, texts)
    assert found == {"C": ("does not name Gareth Pell or Ada Lund",)}


@pytest.mark.parametrize(
    ("names", "day", "third", "told"),
    [
        (("lund", "pell"), "2024-03-01", "Rain.", (f"does not name Ada Lund or Gareth Pell, {LATER} later days",)),
        (("lund",), "2024-03-01", "Rain.", (f"does not name Ada Lund, {LATER} a later day",)),
        (("lund",), "2024-03-01", "Rain fell on Lund.", None),
        (("orr",), "2024-03-01", "Rain.", None),
        (("orlen",), "2024-03-01", "Rain.", None),
        (("lund",), "2024-03-02", "Rain.", ("does not name Ada Lund",)),
    ],
)  # fmt: skip
def test_an_older_account_lacks_only_who_is_in_office_and_stands_in_all_others(
    names: tuple[str, ...], day: str, third: str, told: tuple[str, ...] | None
) -> None:
    texts = {"a1": "Nothing.", "b1": "Nothing.", "c1": third}
    every = dict.fromkeys(names, 2)
    found = _named({"a1": every, "b1": every}, texts, a1="2024-03-02", b1="2024-03-02", c1=day)
    assert found.get("C") == told
    assert _named({"a1": every}, texts, a1="2024-03-02", b1="2024-03-02", c1="2024-03-01") == {}, "of one alone"
