"""Rival pairs that no pack knows -> a pack: of pairs that a reader accepted, each wording on the side of its colour.

Without a reader's verdicts it is a draft, for a person to judge: sentences filled in, poles left open.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.folder import open_file
from framing.packs.tomlfile import toml_text
from framing.text import around

if TYPE_CHECKING:
    from framing.compare.records import Comparison

Pair = Mapping[Hashable, Any]
HEAD = """\
# A draft. For each referent: say what it is, rename the poles (which side does each wording take?), move each variant
# to its pole, add the neutral wordings, and write sentences of your own under `yes` and `no`.
# Then run: framing packs check {name}

[pack]
{fields}\
# anchors = {{ any = ["..."], hits = 3 }}  # words that only articles on your topic hold; without them it reads any text
"""
REFERENT = """
# ---- {thing}
[[referent]]
{fields}\
axis = ["what -1 means", "what +1 means"]

[referent.poles]
{poles}plain = {{ value = 0, kind = "neutral", gloss = "the neutral wordings" }}
"""
UNDECIDED = 'undecided = { value = 0, gloss = "sort the variants into poles of your own" }\n'
COLOURED = '{name} = {{ value = {value}, gloss = "words of {side}; judge whether it takes this side" }}\n'
VARIANT = """
# {source}, voice: {voice}
[[referent.variant]]
{fields}"""


def propose_pairs(comparison: Comparison, most: int = 20) -> list[Pair]:
    """The strongest rival pairs of all events, at most `most`; what a pack of the run already names is left out.

    Where readers accepted some pairs, only these.
    """
    if comparison.wordings is None:
        return []
    evidence = comparison.analysis.evidence
    cues = evidence[evidence["kind"] == "cue"]
    known = {(article, start) for article, start in zip(cues["article"], cues["start"], strict=True)}
    places = evidence.set_index("id")[["article", "start"]]
    table = comparison.wordings.sort_values(["strength", "event", "a"], ascending=[False, True, True])
    accepted = table["verdict"] == "keep"
    table = table[accepted] if accepted.any() else table
    rows: list[Pair] = [
        row
        for row in table.to_dict("records")
        if not any((places.at[row[side], "article"], places.at[row[side], "start"]) in known for side in ("a", "b"))
    ]
    return rows[:most]


def print_pair(pair: Pair) -> str:
    """One line: the thing, and each source's words with their voice when they are not its own."""
    parts = []
    for side in ("a", "b"):
        voice = "" if pair[f"voice_{side}"] == "narrator" else f" ({pair[f'voice_{side}']})"
        parts.append(f"{pair[f'source_{side}']}: “{pair[f'words_{side}']}”{voice}")
    return f"{pair['event']}: {pair['name']} | {' | '.join(parts)}"


def write_draft(comparison: Comparison, pairs: Sequence[Pair], path: str | Path) -> Path:
    """Writes a pack that loads as it is, every wording under a pole that waits for a judgement; gives the path back."""
    target = Path(path)
    about = {
        "id": target.stem or "draft",
        "title": "Draft",
        "about": "Drafted from articles; to be judged by a person.",
    }
    parts = [HEAD.format(name=target.name, fields=toml_text(about))]
    for number, pair in enumerate(pairs, 1):
        parts += _referent(comparison, pair, number)
    with open_file(target) as aside:
        aside.write_text("".join(parts), encoding="utf-8", newline="\n")
    return target


def _referent(comparison: Comparison, pair: Pair, number: int) -> Iterator[str]:
    """A referent with the two wordings of a pair; each one's `no` example is the sentence of the other."""
    name = str(pair["name"])
    slug = "-".join(re.findall(r"[a-z0-9]+", name.lower())) or "thing"
    poles = {side: _pole(comparison, pair, side) for side in ("a", "b")}
    lines = "".join(dict.fromkeys(line for _, line in poles.values()))
    yield REFERENT.format(thing=name, fields=toml_text({"id": f"{slug}-{number}", "name": name}), poles=lines)
    sentences = {side: _sentence(comparison, str(pair[side])) for side in ("a", "b")}
    patterns = {side: _pattern(str(pair[f"words_{side}"])) for side in ("a", "b")}
    for place, (side, other) in enumerate((("a", "b"), ("b", "a")), 1):
        if place == 2 and patterns["a"] == patterns["b"]:
            return
        clear = patterns[side] not in sentences[other].lower()
        fields = {
            "id": f"{slug}-{number}-{place}",
            "pole": poles[side][0],
            "match": [patterns[side]],
            "yes": [sentences[side]],
            "no": [sentences[other] if clear else "To be written."],
        }
        yield VARIANT.format(source=pair[f"source_{side}"], voice=pair[f"voice_{side}"], fields=toml_text(fields))


def _pole(comparison: Comparison, pair: Pair, side: str) -> tuple[str, str]:
    """The pole of a wording and the line that defines it: of an accepted pair by its colour, else undecided."""
    evidence = comparison.analysis.evidence
    value = round(float(evidence.loc[evidence["id"] == pair[side], "value"].iloc[0]), 1)
    if pair["verdict"] != "keep":
        return "undecided", UNDECIDED
    if not value:
        return "plain", ""
    tone = "praise" if value > 0 else "blame"
    name = tone if pair["words_a"] == pair["words_b"] or side == "a" else f"other-{tone}"
    return name, COLOURED.format(name=name, value=value, side=tone)


def _pattern(words: str) -> str:
    """The words in small letters, without marks."""
    return " ".join(re.findall(r"[\w'’-]+", words.lower()))


def _sentence(comparison: Comparison, row: str) -> str:
    """The sentence of a row."""
    analysis = comparison.analysis
    found = analysis.evidence[analysis.evidence["id"] == row].iloc[0]
    text = analysis.texts.get(str(found["article"]))
    if text is None:
        return str(found["text"])
    parts = around(text, int(found["start"]), int(found["end"]), analysis.sentences.get(str(found["article"]), ()))
    return " ".join("".join(parts).split())
