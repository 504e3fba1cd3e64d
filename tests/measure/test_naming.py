"""What each source calls an actor: every count is a count of rows, every wording stands in one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import tried
from recount import named_again
from tables import analysis, article, cue, row

from framing.compare import compare_sources
from framing.measure import naming
from framing.measure.ledger import open_ledger
from framing.measure.naming import NamingRow, NamingTable, bare_name, name_key
from framing.measure.uses import count_voices
from framing.profile import profile_source

ACTORS = [
    ("t", "Ana Toll", "person", "A"),
    ("A", "Aland", "state", ""),
    ("g", "terrorists", "group", ""),
    ("f", "fighters", "group", ""),
]
TEXT = "Hard-line leader Ana Toll spoke. “Toll lied,” said a rival of Toll’s."
ARTICLES = [article("a1", "Bell"), article("b1", "Courier"), article("c1", "Ledger")]


def mention(article: str, text: str, *, actor: str = "t", label: str = "name", phrase: str = "", **more):
    """A mention row; with `phrase`, the whole of what stands there."""
    detail = {"phrase": [0, len(phrase)], "words": phrase} if phrase else {}
    return row("mention", article, label, actor=actor, text=text, detail=detail, **more)


def tables_of(rows, actors=("t",), articles=ARTICLES, texts=None) -> tuple[NamingTable, ...]:
    ledger = open_ledger(analysis(articles, rows, ACTORS, texts))
    return naming.measure(ledger, range(len(ledger.sources)), actors)


def by_wording(table: NamingTable) -> dict[str, NamingRow]:
    return {row.wording: row for row in table.rows}


def test_a_bare_title_that_means_two_persons_of_an_event_names_neither() -> None:
    articles = [
        article("a1", "Bell", event="e"),
        article("b1", "Courier", event="e"),
        article("c1", "Ledger", event="f"),
    ]
    rows = [
        mention("a1", "the president", label="title"),
        mention("a1", "President Toll"),
        mention("b1", "the president", actor="u", label="title"),
        mention("c1", "the president", label="title"),
    ]
    ledger = open_ledger(analysis(articles, rows, [*ACTORS, ("u", "Ida Orr", "person", "A")]))
    first, second = naming.measure(ledger, range(len(ledger.sources)), ("t", "u"))
    assert [cell.count for cell in by_wording(first)["president"].cells] == [0, 0, 1]
    assert [cell.count for cell in first.unnamed] == [1, 0, 0] and not second.rows


@pytest.mark.parametrize(
    ("text", "bare", "key"),
    [
        ("The Armenian prime minister", "Armenian prime minister", "armenian prime minister"),
        ("Mr. Toll", "Mr. Toll", "mr toll"),
        ("Ana\nToll’s", "Ana Toll", "ana toll"),
        ("its many critics", "critics", "critics"),
        ("U.S.", "U.S.", "us"),
        ("the", "the", "the"),
        ("“the Board”", "Board", "board"),
    ],
)
def test_case_determiner_and_possessive_are_dropped(text, bare, key):
    assert bare_name(text) == bare
    assert name_key(bare_name(text)) == key


def test_title_surname_and_full_name_stay_apart():
    rows = [
        mention("a1", "Toll"),
        mention("a1", "Toll", phrase="Mr. Toll"),
        mention("a1", "Toll", phrase="Mr Toll"),
        mention("a1", "Ana Toll"),
        mention("a1", "Ana Toll", phrase="hard-line leader Ana Toll"),
        mention("a1", "The premier", label="title"),
        mention("a1", "the premier", label="title"),
    ]
    (table,) = tables_of(rows)
    counts = {name: row.cells[0].count for name, row in by_wording(table).items()}
    assert counts == {"Mr Toll": 2, "premier": 2, "Ana Toll": 1, "Toll": 1, "hard-line leader Ana Toll": 1}
    assert by_wording(table)["premier"].label == "title"


def test_counts_keep_the_voice_and_say_it():
    said = {"voice": "quoted", "speaker": "a rival"}
    rows = [mention("a1", "Toll"), mention("a1", "Toll", **said), mention("b1", "Toll", voice="attributed")]
    (table,) = tables_of(rows)
    bell, courier, ledger = by_wording(table)["Toll"].cells
    assert (bell.by_voice, bell.speakers) == ({"narrator": 1.0, "quoted": 1.0}, ("a rival",))
    assert [count_voices(cell) for cell in (bell, courier)] == ["2 (1 quoted)", "1 (claimed)"]
    assert (ledger.count, table.silent) == (0.0, ("Ledger",))


def test_pronouns_and_acts_are_counted_apart():
    rows = [
        mention("a1", "Aland", actor="A"),
        mention("a1", "its", actor="A", label="pronoun", share=0.5),
        mention("a1", "Alandic assault", actor="A", label="demonym"),
        mention("a1", "Alandic premier", actor="A", label="demonym"),
        mention("a1", "senior Alandic official", actor="A", label="demonym"),
        mention("a1", "Alandic troops", actor="A", label="demonym"),
    ]
    (table,) = tables_of(rows, ["A"])
    assert set(by_wording(table)) == {"Aland", "Alandic troops"}
    assert table.unnamed[0].count == 3.5


def test_an_excerpt_shows_the_whole_phrase_in_the_outlets_own_voice_where_there_is_one():
    end = len("Hard-line leader Ana Toll")
    quoted = TEXT.index("Toll lied")
    rows = [
        mention("a1", "Toll", start=quoted, end=quoted + 4, voice="quoted", speaker="a rival"),
        mention("a1", "Toll", start=TEXT.rindex("Toll"), end=TEXT.rindex("Toll") + 4),
        mention("a1", "Ana Toll", phrase=TEXT[:end], start=17, end=end),
    ]
    (table,) = tables_of(rows, texts={"a1": TEXT})
    shown = {name: row.excerpts[0] for name, row in by_wording(table).items()}
    assert shown["Toll"].voice == "narrator" and shown["Toll"].row == "mention-1"
    full = shown["Hard-line leader Ana Toll"]
    assert full.text[full.start : full.end] == "Hard-line leader Ana Toll"
    assert by_wording(table)["Toll"].excerpts[1] is None


def test_a_group_named_by_one_side_is_shown_with_neutral_wordings_of_the_run():
    rows = [
        mention("a1", "terrorists", actor="g", start=5, end=15),
        cue("a1", "fighters/criminal", -1.0, start=5, end=15),
        mention("b1", "local fighters", actor="f", start=0, end=14),
        cue("b1", "fighters/plain", 0.0, start=0, end=14),
    ]
    found = tables_of(rows, [])
    assert [(table.name, table.neutral, table.rows[0].sided) for table in found] == [
        ("terrorists", ("local fighters",), 1.0)
    ]


def test_the_neutral_gloss_of_any_pack_stands_in_where_nobody_uses_one():
    detail = {"pack": "my", "variant": "criminal", "neutral": ["fighters, armed group, gunmen", "a nameless thing"]}
    rows = [
        mention("a1", "terrorists", actor="g", start=5, end=15),
        row("cue", "a1", "fighters/criminal", start=5, end=15, value=-1.0, detail=detail),
    ]
    assert tables_of(rows, [])[0].neutral == ("fighters, armed group, gunmen",)


def test_a_wording_that_only_stands_near_does_not_mark_a_name():
    rows = [
        mention("a1", "Aland", actor="A", start=5, end=10),
        cue("a1", "fighters/criminal", -1.0, start=0, end=12),
        mention("a1", "terrorists", actor="g", start=20, end=30),
        cue("a1", "fighters/criminal", -1.0, start=31, end=35),
    ]
    (table,) = tables_of(rows, ["A"])
    assert (table.neutral, table.rows[0].sided) == (("Aland",), 0.0)


NAMES = st.sampled_from(["Toll", "Mr. Toll", "the premier", "The Premier", "Ana Toll", "hard-line leader Toll"])
MENTIONS = st.tuples(
    st.sampled_from(["a1", "b1", "c1"]),
    NAMES,
    st.sampled_from(["name", "title", "demonym", "metonym", "pronoun"]),
    st.sampled_from(["narrator", "attributed", "quoted", "distanced"]),
    st.sampled_from([1.0, 0.5, 0.25]),
)


@given(st.lists(MENTIONS, max_size=25))
@tried(60)
def test_wordings_and_unnamed_sum_to_the_mentions_of_the_actor(drawn):
    rows = [
        mention(where, text, label=label, voice=voice, share=share, start=place)
        for place, (where, text, label, voice, share) in enumerate(drawn)
    ]
    run = analysis(ARTICLES, rows, ACTORS)
    (table,) = tables_of(rows)
    for place, source in enumerate(table.sources):
        mine = run.evidence[run.evidence["source"] == source]
        cells = [*(row.cells[place] for row in table.rows), table.unnamed[place]]
        assert sum(cell.count for cell in cells) == pytest.approx(mine["share"].sum())
        assert sorted(one for cell in cells for one in cell.rows) == sorted(mine["id"])
        assert (source in table.silent) == mine.empty


def test_every_cell_recounts_from_its_rows():
    rows = [
        mention("a1", "Toll"),
        mention("a1", "Toll", phrase="Mr Toll", voice="quoted"),
        mention("b1", "Toll", phrase="Mr. Toll", share=0.5),
        mention("b1", "he", label="pronoun"),
    ]
    run = analysis(ARTICLES, rows, ACTORS)
    for table in tables_of(rows):
        for one in table.rows:
            for cell, source, excerpt in zip(one.cells, table.sources, one.excerpts, strict=True):
                assert (cell.count, dict(cell.by_voice)) == named_again(run, table.actor, source, one.wording)
                assert (excerpt is None) == (not cell.count)
                assert excerpt is None or excerpt.row in cell.rows


def test_comparison_and_profile_name_the_same_main_actors():
    tone = [row("tone", one, "neutral", actor="t") for one in ("a1", "b1")]
    rows = [*tone, mention("a1", "Toll"), mention("b1", "Toll", phrase="Mr Toll")]
    run = analysis(ARTICLES, rows, ACTORS)
    comparison = compare_sources(run)
    (table,) = comparison.naming
    assert (table.actor, table.sources, table.silent) == ("t", ("Bell", "Courier", "Ledger"), ("Ledger",))
    for source in table.sources:
        assert (
            profile_source(run, source).naming
            == (naming.column_of(table, source),)
            == comparison.profiles[source].naming
        )


def test_tables_read_back_without_details_are_counted_by_their_words():
    run = analysis(ARTICLES, [{**mention("a1", "Toll"), "detail": float("nan")}], ACTORS)
    ledger = open_ledger(run)
    (table,) = naming.measure(ledger, [0], ["t"])
    assert by_wording(table)["Toll"].cells[0].count == 1.0
