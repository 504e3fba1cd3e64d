"""The words that report what somebody says or thinks, read from the packaged lists.

Two files: `lexicons/report_verbs.toml` (cues, their stance and the constructions they report in) and
`lexicons/speakers.toml` (nouns that tell what kind of speaker a source is).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from framing.errors import PackError
from framing.packs.people import SPEAKERS, load_speaker_nouns
from framing.packs.sources import SourceWords, load_source_words
from framing.packs.tomlfile import LEXICONS, index_by_key, read_toml, read_word_lists

STANCES = ("neutral", "endorsing", "doubting", "conceding", "attacking", "praising", "demanding", "denying")
NOW_AND_THEN = "cue reports now and then"  # a reason: the verb stands in a list `maybe`
JUDGING = frozenset(("attacking", "praising"))  # stances
VERBS = LEXICONS / "report_verbs.toml"
RULES = LEXICONS / "rules_quotes.toml"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class QuoteRules:
    """Words by which the rules of quotes and voices decide, each named like its list in `rules_quotes.toml`."""

    wh_words: frozenset[str]  # open a clause that asks or relates: "asked whether …"
    contrast_words: frozenset[str]  # with them the next report begins: "…, while noting that …"
    adverbial_openers: frozenset[str]  # a clause set off by commas is no aside of the one who speaks
    complement_prepositions: frozenset[str]  # phrases right behind an object belong to it
    topic_prepositions: frozenset[str]  # behind a noun or adjective, bring what is said: "concern about …"
    link_verbs: frozenset[str]  # hold an adjective that reports: "felt sure that …"
    name_titles: frozenset[str]  # no part of a written name
    sole_offices: frozenset[str]  # "the president" may be the one named before
    varying_nouns: frozenset[str]  # stand for somebody just named, so that a name is not said twice
    determiners: frozenset[str]  # left out at the opening of a description
    speaking_pronouns: frozenset[str]  # stand for a speaker who must be looked for
    personal_pronouns: frozenset[str]  # can speak
    impersonal_pronouns: frozenset[str]  # hardly can
    generic_pronouns: frozenset[str]  # stand for anybody or anything, and say nothing: "whoever", "anything"
    part_words: frozenset[str]  # before a noun for members they mean some of them: "some Democrats"
    several_words: frozenset[str]  # without a plural form they are several people: "the prosecution", "a couple"
    nobody_words: frozenset[str]  # open a source that is nobody: "no minister", "none of them"
    more_than_none: frozenset[str]  # behind "no" or "not" they count somebody all the same: "no fewer than nine"
    abstract_endings: frozenset[str]  # nouns that can be said rather than handled: "-tion"
    false_adverbs: frozenset[str]  # tell that it was not so: "reported wrongly that …"
    doubting_modifiers: frozenset[str]  # beside a word they tell that others see it so: "her perceived arrogance"
    seeing_verbs: frozenset[str]  # their object is worded as their subject sees it: "sees a double standard"
    portrait_nouns: frozenset[str]  # with "of" or "as", how others see somebody: "an image of arrogance"
    guessing_verbs: frozenset[str]  # above a report, only guess that it was made
    negation_raising_verbs: frozenset[str]  # "does not think that …" is what somebody thinks
    refusing_verbs: frozenset[str]  # before a speaking act, tell that it was not done: "declined to say"
    giving_verbs: frozenset[str]  # whoever will not do so stays silent: "declined to provide a list"
    speaking_acts: frozenset[str]  # what somebody refuses who will not speak: "would not say who"
    quoting_verbs: frozenset[str]  # with "as saying" behind them, pass on what somebody else says
    replying_verbs: frozenset[str]  # with a pronoun, whoever was addressed speaks: "she answered"
    back_verbs: frozenset[str]  # with "back" behind them, reply: "he shot back"
    rubrics: frozenset[str]  # before the colon of a headline, nobody who speaks: "Analysis: …"
    telling_verbs: frozenset[str]  # with a passive, tell who was told: "X was warned by Y that …"
    speech_nouns: frozenset[str]  # whose owner said the words beside them: "the verdict of X", "X's reply"
    view_nouns: frozenset[str]  # "in X's view, …" is what X thinks
    plain_verbs: frozenset[str]  # tell of words and of nothing else: "stated that"
    private_verbs: frozenset[str]  # tell a thought rather than words: "voters who think that …"
    act_verbs: frozenset[str]  # with a thing as object, deeds rather than words: "accepted the post"
    deed_verbs: frozenset[str]  # with an infinitive or a thing, deeds and wishes rather than words: "refused to leave"
    knowing_verbs: frozenset[str]  # with "that", what somebody came to know: "has discovered that the firm is poor"
    finding_verbs: frozenset[str]  # with a study, a poll or a film before them, tell what it holds
    depicting_nouns: frozenset[str]  # what they show is seen, not said: "the pictures show her shaking hands"
    things_taken: frozenset[str]  # "the war claimed 200 lives" is no claim
    commenting_verbs: frozenset[str]  # as participles behind a report, tell what it did: "…, drawing laughter"
    said_in_nouns: frozenset[str]  # with "in a" behind a report, tell where it was made: "in a statement"
    summing_nouns: frozenset[str]  # with "a" behind reported words, the outlet sums those up: "…, a fact that …"
    legal_claims: frozenset[str]  # what somebody goes to law with, and what "that" behind it says is claimed
    saying_verbs: frozenset[str]  # before a colon, say that somebody's words follow
    text_nouns: frozenset[str]  # the same: "in a letter:"
    issuing_verbs: frozenset[str]  # whoever does so to a letter or a statement speaks in it
    spreading_verbs: frozenset[str]  # the same with "points" or "lines": "distributed talking points:"


@dataclass(frozen=True, eq=False, repr=False)
class ReportVerbs:
    """The reporting words: which stance each cue shows and which constructions it reports in.

    Lemmas are lower case. `patterns[lemma]` names constructions ("that", "quote", "object" …; described in the file).
    """

    stances: Mapping[str, str]  # verb -> stance
    patterns: Mapping[str, frozenset[str]]  # verb -> constructions; "object?" where it reports now and then
    prepositions: Mapping[str, frozenset[str]]  # verb -> prepositions that bring its content
    nouns: Mapping[str, str]  # cue noun -> stance
    nouns_with: frozenset[str]  # "doubt about", "plan to": cue nouns that report without a clause
    surveys: frozenset[str]  # nouns that report with "in": "in a poll"
    carriers: frozenset[str]  # verbs that carry a cue noun
    adjectives: Mapping[str, str]  # cue adjective -> stance
    phrases: tuple[tuple[tuple[str, ...], str], ...]  # "according to" as words -> stance, longest first
    misread: Mapping[str, str]  # verb form -> lemma, where the parser's lemmatizer is known to err
    speakers: Mapping[str, str]  # noun -> kind of speaker ("evidence" for a study, a poll, a document)
    rules: QuoteRules
    sources: SourceWords  # by which the card of a source is filled in

    @cached_property
    def judging_verbs(self) -> frozenset[str]:
        """Verbs that bring quotes and tell of an attack or of praise."""
        return frozenset(v for v, stance in self.stances.items() if stance in JUDGING and self.takes(v, "quote"))

    @cached_property
    def judging_nouns(self) -> frozenset[str]:
        """Nouns that tell of an attack or of praise and take "about": "criticism"."""
        return frozenset(n for n, stance in self.nouns.items() if stance in JUDGING and f"{n} about" in self.nouns_with)

    def takes(self, lemma: str, pattern: str) -> bool:
        """Whether the verb reports in this construction."""
        known = self.patterns.get(lemma, ())
        return pattern in known or f"{pattern}?" in known

    def tells_words(self, lemma: str) -> bool:
        """Whether the verb reports, and words rather than a thought."""
        return lemma in self.stances and lemma not in self.rules.private_verbs

    def doubtful(self, lemma: str, pattern: str) -> bool:
        """Whether the verb reports in this construction only now and then."""
        return f"{pattern}?" in self.patterns.get(lemma, ())


@cache
def load_report_verbs(verbs_path: Path = VERBS, speakers_path: Path = SPEAKERS) -> ReportVerbs:
    """The packaged reporting words, read once.

    Raises:
        PackError: a file cannot be read, a verb has no stance or two, or a stance is unknown.
    """
    data = read_toml(verbs_path, problem="cannot be read as TOML", remedy="Compare it with the packaged file.")
    name = verbs_path.name
    stances = _one_each({stance: _words(entry) for stance, entry in _sections(data, "stance", name)}, name)
    _known(stances.values(), STANCES, name)
    patterns, prepositions = _constructions(data, name)
    for verb in {*patterns, *prepositions} - {*stances}:
        raise PackError(f"{name}: the verb {verb!r} has no stance. Add it to one list, for example [stance.neutral].")
    phrases = sorted(
        ((tuple(words.split()), stance) for words, stance in _texts(data, "phrase", name)), key=lambda p: -len(p[0])
    )
    return ReportVerbs(
        stances=MappingProxyType(stances),
        patterns=MappingProxyType(patterns),
        prepositions=MappingProxyType(prepositions),
        nouns=MappingProxyType(_one_each({s: w.split() for s, w in _texts(data, "noun", name)}, name)),
        nouns_with=frozenset(f"{noun} {form}" for form in ("about", "to") for noun in _words(data[f"noun_{form}"])),
        surveys=frozenset(_words(data["survey"])),
        carriers=frozenset(_words(data["carrier"])),
        adjectives=MappingProxyType(_one_each({s: w.split() for s, w in _texts(data, "adjective", name)}, name)),
        phrases=tuple(phrases),
        misread=MappingProxyType({form: lemma for form, lemma in _texts(data, "misread", name)}),
        speakers=load_speaker_nouns(speakers_path),
        rules=read_word_lists(QuoteRules, RULES),
        sources=load_source_words(),
    )


def _constructions(data: Mapping[str, Any], name: str) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Verb -> constructions that it reports in, and verb -> prepositions that bring its content."""
    patterns = (
        (word, pattern + doubt)
        for pattern, entry in _sections(data, "pattern", name)
        for key, doubt in (("lemmas", ""), ("maybe", "?"))
        for word in str(entry.get(key, "")).split()
    )
    prepositions = ((word, key) for key, words in _texts(data, "preposition", name) for word in words.split())
    return _grouped(patterns), _grouped(prepositions)


def _sections(data: Mapping[str, Any], table: str, name: str) -> list[tuple[str, Any]]:
    """The named sub-tables of a table."""
    if not isinstance(data.get(table), dict):
        raise PackError(f"{name}: the table [{table}.…] is missing. Add one, for example [{table}.neutral].")
    return list(data[table].items())


def _texts(data: Mapping[str, Any], table: str, name: str) -> list[tuple[str, str]]:
    """The entries of a table whose values are words, without its notes ("about" may be a preposition)."""
    notes = {"source", "yes", "no"} if table == "preposition" else {"source", "about", "yes", "no"}
    return [(key, value) for key, value in _sections(data, table, name) if key not in notes]


def _words(entry: Mapping[str, Any]) -> list[str]:
    """The lemmas of a list."""
    return str(entry["lemmas"]).split()


def _one_each(groups: Mapping[str, list[str]], name: str) -> dict[str, str]:
    """Word -> its group; a word may stand in one group only."""
    found: dict[str, str] = {}
    for group, words in groups.items():
        for word in words:
            if found.setdefault(word, group) != group:
                raise PackError(
                    f"{name}: {word!r} stands under {found[word]!r} and under {group!r}. Keep one of the two."
                )
    return found


def _known(values: Any, allowed: tuple[str, ...], name: str) -> None:
    """Checks that every value is one of the allowed ones."""
    for value in sorted({*values} - {*allowed}):
        raise PackError(f"{name}: {value!r} is not known here. Use one of: {', '.join(allowed)}.")


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Word -> every group that it stands in."""
    return {word: frozenset(groups) for word, groups in index_by_key(pairs).items()}
