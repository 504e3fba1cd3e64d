"""Records become rows: one finding about one actor, shares that sum to one, ids that stay."""

from __future__ import annotations

import json
from dataclasses import replace

import pandas as pd
import pytest
from build import parsed
from hypothesis import given
from hypothesis import strategies as st
from properties import tried

from framing.errors import InputError
from framing.evidence import (
    ACTORS,
    ARTICLES,
    EVIDENCE,
    Analysis,
    build_analysis,
    draft_article,
    load_analysis,
    save_analysis,
)
from framing.evidence.disk import write_csv
from framing.evidence.saved import read_saved_table
from framing.link import link_actors
from framing.model import Actor, Agency, Cue, Findings, Mention, Quote, Span, Tone, VoiceSpan
from framing.packs.people import load_actor_words
from framing.packs.verbs import load_report_verbs

SENTENCE = "Berg/PROPN/nsubj/1 said/VERB/ROOT/1 Adam/PROPN/nsubj/3 lied/VERB/ccomp/1 ./PUNCT/punct/1"


def findings(id: str = "a1") -> Findings:
    tokens = parsed(SENTENCE, id=id)
    berg, adam = Mention(Span(0, 4), 0, "name", "berg"), Mention(Span(10, 14), 2, "name", "adam")
    quote = Quote((Span(10, 19),), "indirect", Span(5, 9), Span(0, 4), "Berg", ("berg",), "official", "neutral")
    return Findings(
        parsed=tokens,
        actors=(Actor("berg", "Anna Berg", "person", known=True), Actor("adam", "Adam", "person", known=True)),
        mentions=(berg, adam),
        quotes=(quote,),
        voices=(VoiceSpan(Span(10, 19), "attributed", "Berg", ("berg",)),),
        cues=(Cue(Span(15, 19), "p", "truth", "denied", "lie", -1.0, actors=("berg", "adam")),),
        loaded=(),
        agency=(Agency(Span(15, 19), "agent_named", "lie", Span(10, 14), None, agents=("adam",)),),
        tones=(Tone(adam, "negative", (0.8, 0.15, 0.05), (("subj>lie", 1.2),)),),
        readability={},
    )


def analysis_of(*ids: str) -> Analysis:
    drafts = [draft_article(findings(id), load_report_verbs()) for id in ids]
    return build_analysis(drafts, link_actors((s for draft in drafts for s in draft.sightings), load_actor_words()))


ANALYSIS = analysis_of("a1")


@pytest.mark.parametrize(("stance", "whose"), [("attacking", ("attributed", "Berg")), ("neutral", ("narrator", ""))])
def test_a_wording_that_holds_the_judgement_itself_is_what_the_speaker_does(stance: str, whose: object) -> None:
    """ "Berg has blamed Adam" is Berg's deed; "Berg said …" only brings words."""
    found = findings()
    told, named = replace(found.cues[0], span=Span(5, 14)), replace(found.cues[0], span=Span(0, 4))
    quotes = (replace(found.quotes[0], stance=stance),)
    draft = draft_article(replace(found, quotes=quotes, cues=(told, named)), load_report_verbs())
    kind, voice, speaker, start = (EVIDENCE.index(name) - 1 for name in ("kind", "voice", "speaker", "start"))
    said = {row[start]: (row[voice], row[speaker]) for row in draft.rows if row[kind] == "cue"}
    assert said == {5: whose, 0: ("narrator", "")}


@pytest.mark.parametrize(
    ("label", "places", "voice", "speaker"),
    [
        ("negative", (3, 1), "attributed", "Berg"),  # "lied" is Berg's word
        ("negative", (1, 3), "narrator", ""),  # "said" is the outlet's
        ("positive", (3, 1), "attributed", "Berg"),
        ("neutral", (3, 1), "narrator", ""),  # no side taken: the voice of the mention
        ("unsure", (3, 1), "narrator", ""),
        ("negative", (-1, -1), "narrator", ""),  # nothing but the build of the sentence
        ("negative", (), "narrator", ""),
    ],
)
def test_a_tone_has_the_voice_of_the_words_that_make_it(
    label: str, places: tuple[int, ...], voice: str, speaker: str
) -> None:
    probabilities = (0.8, 0.15, 0.05)
    found = findings()
    because = (("subj.ccomp>lie", 1.2), ("subj>say", 0.4), ("build", 3.0), ("base", 0.1))
    tone = Tone(found.mentions[0], label, probabilities, because, "r", (*places, *((-1, -1) if places else ())))
    draft = draft_article(replace(found, tones=(tone,)), load_report_verbs())
    (row,) = [row for row in draft.rows if row[2] == "tone"]
    assert (row[10], row[11]) == (voice, speaker)


def test_tables_bear_the_columns_of_the_contract() -> None:
    analysis = analysis_of("a1")
    assert tuple(analysis.evidence.columns) == EVIDENCE
    assert tuple(analysis.articles.columns) == ARTICLES
    assert tuple(analysis.actors.columns) == ACTORS


def test_every_row_quotes_its_article() -> None:
    analysis = analysis_of("a1", "a2")
    for row in analysis.evidence.itertuples():
        assert analysis.texts[row.article][row.start : row.end] == row.text


def test_a_finding_about_two_actors_is_two_rows_of_half_a_share() -> None:
    cues = analysis_of("a1").evidence.query("kind == 'cue'")
    assert sorted(cues["actor"]) == ["adam", "berg"]
    assert cues["share"].tolist() == [0.5, 0.5]


def test_voice_and_full_name_of_the_speaker_reach_the_rows() -> None:
    rows = analysis_of("a1").evidence
    cue = rows[rows["kind"] == "cue"].iloc[0]
    assert (cue["voice"], cue["speaker"]) == ("attributed", "Anna Berg")
    mention = rows[(rows["kind"] == "mention") & (rows["actor"] == "berg")].iloc[0]
    assert (mention["voice"], mention["speaker"]) == ("narrator", "")


def test_details_are_json_that_reads_back() -> None:
    rows = analysis_of("a1").evidence.set_index("kind")
    assert json.loads(rows.loc["quote", "detail"])["content"] == [[10, 19]]
    assert json.loads(rows.loc["agency", "detail"])["agents"] == ["adam"]
    assert json.loads(rows.loc["tone", "detail"])["because"] == [["subj>lie", 1.2]]


def test_ids_are_unique_and_do_not_depend_on_other_articles() -> None:
    one, two = analysis_of("a1").evidence, analysis_of("a1", "a2").evidence
    assert two["id"].is_unique
    assert set(one["id"]) <= set(two["id"])


def test_words_are_counted_by_voice() -> None:
    row = analysis_of("a1").articles.iloc[0]
    assert (row["own_words"], row["attributed_words"], row["quoted_words"]) == (2, 2, 0)
    assert row["words"] == 4


def test_tables_round_trip_and_files_are_the_same_bytes_twice(tmp_path) -> None:
    analysis = analysis_of("a1", "a2")
    first = {path.name: path.read_bytes() for path in save_analysis(analysis, tmp_path / "one")}
    second = {path.name: path.read_bytes() for path in save_analysis(analysis, tmp_path / "two")}
    assert first == second
    again = load_analysis(tmp_path / "one")
    for name in ("evidence", "articles", "actors"):
        pd.testing.assert_frame_equal(getattr(again, name), getattr(analysis, name))
    assert again.texts == analysis.texts


@tried(60)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12),
        min_size=1,
        max_size=5,
    )
)
def test_any_words_survive_the_spreadsheet(tmp_path_factory, words: list[str]) -> None:
    rows = pd.concat([ANALYSIS.evidence.iloc[[0]]] * len(words), ignore_index=True)
    rows["speaker"] = [f"={word}" if i % 2 else word for i, word in enumerate(words)]
    folder = tmp_path_factory.mktemp("csv")
    write_csv(rows, folder / "evidence.csv")
    assert read_saved_table(folder, "evidence")["speaker"].tolist() == rows["speaker"].tolist()


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "\tx"])
def test_formulas_are_written_as_text(tmp_path, cell: str) -> None:
    write_csv(ANALYSIS.evidence.assign(speaker=cell), tmp_path / "evidence.csv")
    assert f"'{cell}" in (tmp_path / "evidence.csv").read_text("utf-8")
    assert set(read_saved_table(tmp_path, "evidence")["speaker"]) == {cell}


def test_a_folder_without_tables_says_what_to_do(tmp_path) -> None:
    with pytest.raises(InputError, match=r"holds no evidence\.csv.*framing compare"):
        load_analysis(tmp_path)
