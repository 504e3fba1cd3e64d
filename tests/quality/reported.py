"""Judges a reading against a case of tests/cases/reported.toml; that file's opening lines say what each key asks.

`python tests/quality/reported.py` prints what is wrong with each case, and how many of each class are read right.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import framing
from framing.annotate.actors import find_actors
from framing.annotate.quotes import find_quotes
from framing.annotate.voice import find_voices, voice_at
from framing.model import Span, VoiceSpan
from framing.packs.people import load_actor_words
from framing.packs.roster import load_known
from framing.packs.verbs import load_report_verbs
from framing.parse import parse_article

CASES = Path(__file__).parents[1] / "cases"
FILES = ("reported.toml", "reported_names.toml")
GRADES = ("flesch_kincaid_grade", "automated_readability_index", "coleman_liau_index")
ONE_OR_MORE = ("second-of-two-quotes", "mark-without-space")  # classes in which a row a piece is as right as one row
LEAST_OVERLAP = 0.7  # F1 of the words of a content

Case = dict[str, Any]
Row = dict[str, Any]


@cache
def load_cases() -> tuple[Case, ...]:
    """Every case, in the order of the files."""
    return tuple(case for name in FILES for case in tomllib.loads((CASES / name).read_text("utf-8"))["case"])


def read(text: str, packs: tuple[str, ...] = ()) -> framing.Analysis:
    """The reading of one text alone."""
    return framing.analyze([framing.Article.from_text(text, id="case", source="Daily")], packs=list(packs))


def rows_of(analysis: framing.Analysis, kind: str) -> list[Row]:
    """The rows of a kind, detail decoded."""
    table = analysis.evidence[analysis.evidence["kind"] == kind]
    return [row | {"detail": json.loads(row["detail"] or "{}")} for row in table.to_dict("records")]


def places(text: str, words: str) -> list[tuple[int, int]]:
    """Where "words#n" stands (n-th occurrence as whole words), or every place of "words"."""
    plain, mark, number = words.partition("#")
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text)]
    found = found or [m.span() for m in re.finditer(re.escape(plain), text)]
    return [found[int(number) - 1]] if mark else found


def met(row: Row, spans: list[tuple[int, int]]) -> bool:
    """Whether a row touches one of the places."""
    return any(row["start"] < end and start < row["end"] for start, end in spans)


def complaints(case: Case) -> list[str]:
    """What is wrong with the reading of a case, in words; nothing when it is right."""
    analysis = read(case["text"], tuple(case.get("packs", ())))
    checks = (_quotes, _names, _apart, _tones, _voices, _words, _agency, _grades)
    return [complaint for check in checks for complaint in check(case, analysis)]


def _quotes(case: Case, analysis: framing.Analysis) -> Iterator[str]:
    statements = _statements(analysis, case["text"])
    for one in case.get("not_speaker", ()):
        if any(_is_name(one, said["speaker"]) for said in statements if not said["speaker"].startswith("unnamed ")):
            yield f"{one} speaks"
    if case.get("no_quote") and statements:
        yield f"a quote: {statements[0]['content']!r}"
    if "quotes" not in case:
        return
    left = list(statements)
    for wanted in case["quotes"]:
        found = [said for said in left if _fits(case, wanted, said)]
        if not found:
            yield f"no quote {wanted['content']!r}"
            continue
        best = next((said for said in found if not list(_about(wanted, said))), found[0])
        left = [said for said in left if said not in found or not met(said, [(best["start"], best["end"])])]
        yield from _about(wanted, best)
    if left and case["class"] not in ONE_OR_MORE:
        yield f"also a quote: {left[0]['content']!r}"


def _statements(analysis: framing.Analysis, text: str) -> list[Row]:
    """Each quote once, with its words."""
    found = {}
    for row in rows_of(analysis, "quote"):
        pieces = row["detail"].get("content") or [[row["start"], row["end"]]]
        content = " … ".join(text[start:end] for start, end in pieces)
        found.setdefault((content, row["start"]), row | {"content": content})
    return list(found.values())


def _fits(case: Case, wanted: Row, said: Row) -> bool:
    """Whether two contents share most of their words."""
    one, two = (Counter(re.findall(r"\w+", each["content"].lower())) for each in (wanted, said))
    shared, sizes = (one & two).total(), (one.total(), two.total())
    if case["class"] in ONE_OR_MORE:
        return shared >= LEAST_OVERLAP * min(sizes)
    return 2 * shared >= LEAST_OVERLAP * sum(sizes)


def _about(wanted: Row, said: Row) -> Iterator[str]:
    """What is wrong with the speaker, voice and kind of a quote."""
    speaker = said["speaker"]
    if wanted.get("speaker") == "unnamed":
        bare = wanted.get("speaker_words", "").lower().removeprefix("the ")
        if not speaker.startswith("unnamed") and (not bare or bare not in speaker.lower()):
            yield f"{wanted['content']!r} is said by {speaker or 'nobody'}, not by somebody unnamed"
    elif "speaker" in wanted and not _is_name(wanted["speaker"], speaker):
        yield f"{wanted['content']!r} is said by {speaker or 'nobody'}, not by {wanted['speaker']}"
    if "voice" in wanted and said["voice"] != wanted["voice"]:
        yield f"{wanted['content']!r} is {said['voice']}, not {wanted['voice']}"
    if "kind" in wanted and not _allows(wanted["kind"], said["detail"].get("speaker_kind", "")):
        yield f"{wanted['content']!r} has a speaker of kind {said['detail'].get('speaker_kind')}"


def _is_name(wanted: str, found: str) -> bool:
    """Whether two readable names are one: equal, or the words of one close the other."""
    one, two = (re.sub(r"^(the|unnamed)\s+", "", name.lower()).split() for name in (wanted, found))
    short, long = sorted((one, two), key=len)
    return bool(short) and long[-len(short) :] == short


def _allows(wanted: str, found: str) -> bool:
    """Whether a value is the wanted one, or not the one that "not X" forbids."""
    return found != wanted[4:] if wanted.startswith("not ") else found == wanted


def _names(case: Case, analysis: framing.Analysis) -> Iterator[str]:
    mentions = rows_of(analysis, "mention")
    called = {
        row["actor"]: {row["name"].lower(), *str(row["aliases"]).lower().split("; ")}
        for row in analysis.actors.to_dict("records")
    }
    for words, name in case.get("who", ()):
        found = [row for row in mentions if met(row, places(case["text"], words))]
        if not any(name.lower() in called[row["actor"]] for row in found):
            yield f"{words!r} is {sorted({row['actor'] for row in found}) or 'nobody'}, not {name}"
    for words in case.get("not_mention", ()):
        if found := [row for row in mentions if met(row, places(case["text"], words))]:
            yield f"{words!r} is a mention of {found[0]['actor']}"
    for name in case.get("not_actor", ()):
        if any(name.lower() in names for names in called.values()):
            yield f"{name!r} is an actor"
    kinds = {name: row["kind"] for row in analysis.actors.to_dict("records") for name in called[row["actor"]]}
    for name, wanted in case.get("kind_of", ()):
        if not _allows(wanted, kinds.get(name.lower(), "")):
            yield f"{name} is of kind {kinds.get(name.lower(), 'nobody')}, not {wanted}"


def _apart(case: Case, analysis: framing.Analysis) -> Iterator[str]:
    mentions = rows_of(analysis, "mention")
    for words in case.get("apart", ()):
        one, two = ({r["actor"] for r in mentions if met(r, places(case["text"], each))} for each in words)
        if one & two:
            yield f"{words[0]!r} and {words[1]!r} are both {sorted(one & two)}"


def _tones(case: Case, analysis: framing.Analysis) -> Iterator[str]:
    rows = rows_of(analysis, "tone")
    for words, wanted in case.get("tone", ()):
        found = [row for row in rows if met(row, places(case["text"], words))]
        wrong = [row["label"] for row in found if not _allows(wanted, row["label"])]
        if wrong or (not found and not wanted.startswith("not ")):
            yield f"tone toward {words!r} is {wrong or 'missing'}, not {wanted}"


def _voices(case: Case, analysis: framing.Analysis) -> Iterator[str]:
    """Whose each stretch is, as any finding in it would be told; the row of a statement also spans its attribution."""
    rows = [row for kind in ("loaded", "cue", "agency") for row in rows_of(analysis, kind)]
    for words, wanted in case.get("voice_of", ()):
        spans = places(case["text"], words)
        found = {voice_at(_layers(case["text"]), Span(*span)).voice for span in spans}
        wrong = sorted(
            v for v in (*found, *(row["voice"] for row in rows if met(row, spans))) if not _allows(wanted, v)
        )
        if wrong:
            yield f"the voice of {words!r} is {wrong}, not {wanted}"


@cache
def _layers(text: str) -> tuple[VoiceSpan, ...]:
    """The voices of a text."""
    parsed = parse_article(framing.Article.from_text(text, id="case", source="Daily"))
    verbs, people = load_report_verbs(), load_actor_words()
    mentions, actors = find_actors(parsed, load_known(), people)
    return find_voices(parsed, find_quotes(parsed, mentions, actors, verbs, people), verbs)


def _words(case: Case, analysis: framing.Analysis) -> Iterator[str]:
    for kind in ("loaded", "cue"):
        rows = rows_of(analysis, kind)
        for words in case.get(kind, ()):
            if not any(met(row, places(case["text"], words)) for row in rows):
                yield f"{words!r} is no {kind} word"
        for words in case.get(f"not_{kind}", ()):
            if any(met(row, places(case["text"], words)) for row in rows):
                yield f"{words!r} is a {kind} word"


def _agency(case: Case, analysis: framing.Analysis) -> Iterator[str]:
    rows = rows_of(analysis, "agency")
    for words in case.get("no_agency", ()):
        if any(met(row, places(case["text"], words)) for row in rows):
            yield f"harm is read in {words!r}"
    for wanted in case.get("agency", ()):
        found = [row for row in rows if met(row, places(case["text"], wanted["event"]))]
        if not found:
            yield f"no harm is read in {wanted['event']!r}"
            continue
        for key, part in (("agent", "doer"), ("patient", "sufferer")):
            span = found[0]["detail"].get(key)
            said = case["text"][slice(*span)] if span else ""
            right = (wanted[part] in said or said in wanted[part]) and bool(said) == bool(wanted[part])
            if part in wanted and not right:
                yield f"the {part} of {wanted['event']!r} is {said!r}, not {wanted[part]!r}"


def _grades(case: Case, analysis: framing.Analysis) -> Iterator[str]:
    if "same_grade_as" in case:
        other = read(case["same_grade_as"]).articles.iloc[0]
        mine = analysis.articles.iloc[0]
        for grade in GRADES:
            if abs(mine[grade] - other[grade]) >= 0.5:
                yield f"{grade} is {mine[grade]} with points and {other[grade]} without"


if __name__ == "__main__":
    right: Counter[str] = Counter()
    every = Counter(case["class"] for case in load_cases())
    for case in load_cases():
        wrong = complaints(case)
        right[case["class"]] += not wrong
        print(case["id"], "|", "; ".join(wrong) or "right")
    for name, total in every.items():
        print(f"{right[name]:4d} of {total:3d}  {name}")
    print(f"{right.total():4d} of {every.total():3d}  all")
