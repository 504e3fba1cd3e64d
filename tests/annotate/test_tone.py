"""Tone toward each mention, on sentences built by hand: masks, relations, sums. No parser is loaded."""

from __future__ import annotations

import math

import pytest
from build import parsed
from sample_tone import CLEARED, LIED, PASSIVE, SHOT, mention

from framing.annotate.tone import BACKED, BASE, find_tones, softmax
from framing.annotate.tone.features import BUILD, features_of, with_sentence
from framing.annotate.tone.masking import mask_names, masked_name
from framing.annotate.tone.reading import NAME, NUMBER, PERSON, read_sentence
from framing.annotate.tone.roles import roles_of
from framing.model import Parsed
from framing.packs.tone import ToneModel, load_tone, load_tone_words, load_vetoes

LISTS = load_tone()
WORDS = load_tone_words()


def names(text: Parsed, name: str) -> set[str]:
    reading = read_sentence(text, 0, WORDS)
    found = with_sentence(features_of(text, mention(text, name), reading), reading)
    return {feature for feature, _, _ in found.items}


def test_conjoined_verbs_share_their_subject() -> None:
    roles = roles_of(parsed(LIED.format("Fisk")), 0)
    assert ("subj", 1) in roles
    assert ("subj", 3) in roles
    assert ("subj.obj", 4) in roles


def test_the_agent_of_a_passive_is_its_subject_and_the_subject_its_object() -> None:
    active, passive = parsed(SHOT.format("Fisk", "Holt")), parsed(PASSIVE.format("Fisk", "Holt"))
    assert {"subj>shoot", "subj>@harm"} <= names(active, "Fisk") & names(passive, "Fisk")
    assert "role:obj" in names(active, "Holt") & names(passive, "Holt")
    assert "role:obj" not in names(active, "Fisk")


def test_two_actors_of_one_sentence_get_different_answers() -> None:
    text = parsed(SHOT.format("Fisk", "Holt"))
    fisk, holt = find_tones(text, [mention(text, "Fisk"), mention(text, "Holt")], LISTS)
    assert fisk.value < holt.value


def test_what_a_shifter_governs_is_turned() -> None:
    reading = read_sentence(parsed(CLEARED), 0, WORDS)
    assert reading.negated == [False, False, False, False, True, False]
    assert reading.valences[4] > 0


def test_no_name_number_or_sex_can_be_seen() -> None:
    text = parsed(
        "She/PRON/nsubj/1 paid|pay/VERB/ROOT/1 Anna/PROPN/dative/1 40/NUM/dobj/1 Russian/ADJ/amod/3 ./PUNCT/punct/1"
    )
    assert read_sentence(text, 0, WORDS).keys == [PERSON, "pay", NAME, NUMBER, NAME, ""]


def test_a_name_changes_nothing_when_the_parse_is_the_same() -> None:
    one, other = parsed(LIED.format("Fisk")), parsed(LIED.format("Pashinyan"))
    (first,), (second,) = (
        find_tones(one, [mention(one, "Fisk")], LISTS),
        find_tones(other, [mention(other, "Pashinyan")], LISTS),
    )
    assert first.probabilities == second.probabilities
    assert first.because == second.because


def test_because_sums_to_the_logit_of_the_likeliest_label() -> None:
    text = parsed(SHOT.format("Fisk", "Holt"))
    for name in ("Fisk", "Holt"):
        who = mention(text, name)
        (tone,) = find_tones(text, [who], LISTS)
        model, reading = LISTS.model, read_sentence(text, 0, WORDS)
        found = with_sentence(features_of(text, who, reading), reading)
        logits = [model.bias[place] + by_hand(model, found, place) for place in range(3)]
        best = max(range(3), key=tone.probabilities.__getitem__)
        scale = BACKED if name == "Fisk" else 1.0  # the verb that he is subject of speaks against him
        assert math.fsum(part for _, part in tone.because) == pytest.approx(scale * logits[best], abs=1e-9)
        assert tone.probabilities == pytest.approx(softmax([scale * logit for logit in logits]))
        assert tone.because[-1] == (BASE, scale * model.bias[best])
        assert len(tone.places) == len(tone.because)
        assert tone.places[-2:] == (BUILD, BUILD)
        assert all(0 <= place < len(text) for place in tone.places[:-2])


def by_hand(model: ToneModel, found, place: int) -> float:
    total = sum(model.features[name][place] * value for name, value, _ in found.items if name in model.features)
    for kind in {kind for kind, _, _ in found.likes}:
        known = [model.likeness[k][word] for k, word, _ in found.likes if k == kind and word in model.words]
        total += sum(weights[place] for weights in known) / math.sqrt(len(known) + 1)
    return total


def test_every_feature_stands_at_a_word_or_at_the_build() -> None:
    text = parsed(LIED.format("Fisk"))
    found = features_of(text, mention(text, "Fisk"), read_sentence(text, 0, WORDS))
    assert {place for _, _, place in found.items} <= {BUILD, *range(len(text))}
    assert all(0 <= value <= 8 for _, value, _ in found.items)


def test_a_tone_is_unsure_below_the_limit() -> None:
    text = parsed(LIED.format("Fisk"))
    (sure,) = find_tones(text, [mention(text, "Fisk")], LISTS, unsure_below=0.34)
    (unsure,) = find_tones(text, [mention(text, "Fisk")], LISTS, unsure_below=1.0)
    assert (sure.label, unsure.label) == ("negative", "unsure")
    assert sure.probabilities == unsure.probabilities
    assert sum(sure.probabilities) == pytest.approx(1)


def test_tones_come_in_the_order_of_the_mentions() -> None:
    text = parsed(SHOT.format("Fisk", "Holt"))
    order = [mention(text, "Holt"), mention(text, "Fisk")]
    assert [tone.mention for tone in find_tones(text, order, LISTS)] == order
    assert find_tones(text, [], LISTS) == ()


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("Donald Trump", "John Smith"),
        ("President Xi", "President Smith"),
        ("Mr. O'Reilly", "Mr. Smith"),
        ("Putin’s", "Smith’s"),
        ("İlham Əliyev", "John Smith"),
        ("President", "Smith"),
        ("He", "He"),
        ("the suspect", "the suspect"),
    ],
)
def test_a_mask_has_the_shape_of_the_name(name: str, masked: str) -> None:
    assert masked_name(name, WORDS) == masked


def test_masked_spans_hold_the_placeholders() -> None:
    text, spans = mask_names("Aliyev met Nikol Pashinyan and his aide.", [(11, 26), (0, 6), (31, 34)], WORDS)
    assert text == "Smith met John Smith and his aide."
    assert [text[start:end] for start, end in spans] == ["John Smith", "Smith", "his"]


def test_overlapping_spans_leave_the_text_whole() -> None:
    text, spans = mask_names("Nikol Pashinyan spoke.", [(0, 15), (6, 15)], WORDS)
    assert text == "John Smith spoke."
    assert len(spans) == 2


def test_the_shipped_model_is_small_and_names_no_vetoed_word() -> None:
    from importlib.resources import files

    model = LISTS.model
    assert len((files("framing.packs") / "weights" / "tone.json.gz").read_bytes()) <= 1_000_000
    assert not load_vetoes() & model.words.keys()
    told = {name.split(">", 1)[1].lstrip("!") for name in model.features if ">" in name and ":" not in name}
    assert not load_vetoes() & told - {"’s", "'s"}
    assert {"data", "data_licence", "limits", "command", "cross_validation"} <= model.card.keys()


def test_no_actor_of_the_world_roster_is_a_word_of_the_model() -> None:
    from framing.packs.roster import load_known

    model = LISTS.model
    for name in ("putin", "trump", "aliyev", "pashinyan", "armenia", "armenian", "russia", "russian", "nato", "hamas"):
        assert name not in model.words
        assert not [feature for feature in model.features if feature.endswith((f">{name}", f":{name}"))]
    assert load_known()


def test_classes_and_vetoes_do_not_contradict_each_other() -> None:
    assert not WORDS.classes.keys() & load_vetoes()
    assert not WORDS.negations & WORDS.shifters - {"without"}
