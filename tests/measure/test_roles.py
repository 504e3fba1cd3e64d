"""Roles of actors: harm from accounts of harm, the others from sure tones whose reasons show them."""

from __future__ import annotations

from tables import analysis, article, row

from framing.measure.roles import ActorRoles, lines
from framing.profile import profile_source
from framing.report.sections.roles import say_roles

ACTORS = [("A", "Holt", "person", ""), ("B", "Fisk", "person", "")]


def tone(label: str, reason: str, **more):
    detail = {"probabilities": [0, 0, 1], "because": [[reason, 1.0], ["sent:say", 0.2]]}
    return row("tone", "a1", label, detail=detail, value=0.9 if label == "positive" else -0.9, **more)


def harm(agents: list[str], patients: list[str], **more):
    detail = {"event": "shoot", "agents": agents, "patients": patients}
    return row("agency", "a1", "agent_named", detail=detail, **more)


def roles_of(rows) -> dict[str, ActorRoles]:
    rows = [
        *rows,
        row("tone", "a1", "neutral", actor="A", value=0.0),
        row("tone", "a1", "neutral", actor="B", value=0.0),
    ]
    profile = profile_source(analysis([article("a1", "North")], rows, ACTORS), "North")
    return {one.name: one for one in profile.roles if one.own or one.others}


def test_doer_and_sufferer_come_from_accounts_of_harm():
    roles = roles_of([harm(["B"], ["A"], actor="B")])
    assert roles["Fisk"].own["does harm"].times == 1
    assert roles["Holt"].own["is harmed"].rows == ("agency-0",)
    assert not roles["Holt"].others


def test_an_unsure_doer_has_no_role():
    assert "Fisk" not in roles_of([harm(["B"], [], actor="B", confidence=0.7)])


def test_what_others_say_stands_apart_and_names_them():
    roles = roles_of([harm(["B"], [], actor="B", voice="attributed", speaker="Mara Lenz")])
    assert not roles["Fisk"].own
    assert roles["Fisk"].others["does harm"].by == ("Mara Lenz",)


def test_help_accusation_and_defence_come_from_the_reasons_of_sure_tones():
    roles = roles_of(
        [
            tone("positive", "subj>rescue", actor="A"),
            tone("negative", "obj>accuse", actor="B"),
            tone("positive", "obj>praise", actor="A", voice="quoted", speaker="Mara Lenz"),
            tone("positive", "subj>!rescue", actor="B"),
            tone("positive", "obj>rescue", actor="B", confidence=0.7),
            tone("positive", "obj>praise", actor="B", voice="quoted", speaker="Fisk"),
        ]
    )
    assert list(roles["Holt"].own) == ["helps"]
    assert list(roles["Holt"].others) == ["is praised or defended"]
    assert (list(roles["Fisk"].own), roles["Fisk"].others) == (["is accused or criticised"], {})


def test_rare_roles_are_not_said_in_a_sentence():
    few = roles_of([harm(["B"], ["A"], actor="B", sentence=n) for n in range(2)])
    many = roles_of([harm(["B"], ["A"], actor="B", sentence=n) for n in range(3)])
    assert list(lines(list(few.values()))) == []
    assert "In its own voice Fisk does harm 3 times." in list(lines(list(many.values())))


def test_what_is_told_of_anothers_claim_is_in_nobodys_words() -> None:
    """ "Orr said that rivals blame Fisk": no words of theirs; nor is it others' words where nobody says it."""
    told = {"start": 20, "end": 24, "actor": "B", "voice": "quoted"}
    around = row("quote", "a1", "direct", start=10, end=60, speaker="Owen Orr", voice="quoted")
    assert "Fisk" not in roles_of([around, tone("negative", "obj>blame", speaker="rivals", **told)])
    assert "Fisk" not in roles_of([tone("negative", "obj>blame", **told)])
    said = roles_of([around, tone("negative", "obj>blame", speaker="Owen Orr", **told)])
    assert said["Fisk"].others["is accused or criticised"].by == ("Owen Orr",)


def test_whoever_calls_somebody_bad_accuses_him() -> None:
    said = {"voice": "quoted", "speaker": "Mara Lenz"}
    found = roles_of([tone("negative", "poss.is>irresponsible", actor="B", **said)])
    assert found["Fisk"].others["is accused or criticised"].by == ("Mara Lenz",)
    for reason in ("is>irresponsible", "subj>lie", "poss>hypocrisy"):
        assert list(roles_of([tone("negative", reason, actor="B")])["Fisk"].own) == ["is accused or criticised"]
        assert "Fisk" not in roles_of([tone("negative", reason, actor="B", confidence=0.7)])
    assert "Fisk" not in roles_of([tone("negative", "obj>lie", actor="B")])
    assert list(roles_of([tone("positive", "is>heroic", actor="A")])["Holt"].own) == ["is praised or defended"]
    assert "Fisk" not in roles_of([tone("negative", "subj.obj>liar", actor="B", **said)])


def test_a_sentence_counts_once() -> None:
    twice = roles_of([tone("negative", "obj>accuse", actor="B", sentence=4) for _ in range(2)])
    assert twice["Fisk"].own["is accused or criticised"].times == 1


def both(*told: tuple[str, int, float]) -> str:
    """What is printed of sentences of a source, so many, of this confidence, in which Mara Lenz accuses Fisk."""
    articles = [article("a1", "North", event="e"), article("a2", "South", event="e")]
    rows = [row("tone", one, "neutral", actor="B", value=0.0, voice="narrator") for one in ("a1", "a2")]
    for where, count, confidence in told:
        said = {"voice": "quoted", "speaker": "Mara Lenz", "confidence": confidence, "actor": "B"}
        rows += [{**tone("negative", "obj>accuse", sentence=n, **said), "article": where} for n in range(count)]
    table = analysis(articles, rows, ACTORS)
    return str(say_roles([one for name in ("North", "South") for one in profile_source(table, name).roles]))


def test_what_one_outlet_alone_carries_once_is_not_printed_as_its_own() -> None:
    assert "no two sentences" in both(("a1", 1, 1.0))
    assert "North (once, in Mara Lenz’s words) and South (once, in Mara Lenz’s words)" in both(
        ("a1", 1, 1.0), ("a2", 1, 1.0)
    )
    assert "North (twice, in Mara Lenz’s words)" in both(("a1", 2, 1.0))


def test_where_another_outlet_may_carry_it_is_said() -> None:
    told = both(("a1", 2, 1.0), ("a2", 1, 0.5))
    assert (
        "Fisk is accused or criticised in North (twice, in Mara Lenz’s words); whether in South, too, cannot be told"
        in told
    )
    assert "whether" not in both(("a1", 2, 1.0))
