"""What a class proposes: verdicts on the tool's findings, and wordings that the tool should know. A teacher decides."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from framing.classroom.against import MarkedPlace
from framing.classroom.key import Key
from framing.evidence.analysis import Verdict
from framing.grouping import group_by
from framing.packs.tomlfile import toml_text

CLASS = "the class"  # who says so
KEEP_FROM = 0.5  # share of pupils
DROP_UP_TO = 0.05
PUPILS_FROM = 5
DROPPED = ("loaded", "naming")  # a quote that pupils did not mark is still a quote


def propose_verdicts(places: Iterable[MarkedPlace], decisions: Sequence[Verdict] = ()) -> str:
    """verdicts.csv as text: keep what at least half of the pupils marked too, drop wordings that nearly nobody did.

    Of pairs of wordings what most of those decided who decided about them, with the name that most of them gave.
    """
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(Verdict._fields)
    for place in places:
        verdict = _verdict(place)
        if verdict:
            why = f"{place.counted} pupils marked it as {place.tag} (text {place.letter}, line {place.line})"
            table.writerows((row, verdict, CLASS, why, "") for row in place.rows)
    table.writerows(_tally(decisions))
    return out.getvalue()


def _tally(decisions: Sequence[Verdict]) -> Iterator[Verdict]:
    """One verdict a pair, where more than half of its readers agree."""
    for pair, said in group_by(decisions, lambda one: one.id).items():
        verdict, count = Counter(one.verdict for one in said).most_common(1)[0]
        names = Counter(one.name for one in said if one.name and one.verdict == verdict)
        if 2 * count > len(said):
            name = names.most_common(1)[0][0] if names else ""
            yield Verdict(pair, verdict, CLASS, f"{count} of {len(said)} who decided", name)


def _verdict(place: MarkedPlace) -> str:
    if not place.rows or place.pupils < PUPILS_FROM:
        return ""
    if place.share >= KEEP_FROM:
        return "keep"
    return "drop" if place.tag in DROPPED and place.share <= DROP_UP_TO else ""


PATCH_HEAD = """\
# Wordings that at least half of a class marked and the tool did not know. Nothing here is used until a teacher decides.
# For each one that you accept: choose the referent (the thing that is named) and the pole in your pack, paste the entry
# below that referent, add a sentence to `no` in which the words must not be found, and run `framing packs check`.
"""


def propose_patch(places: Sequence[MarkedPlace], key: Key) -> str:
    """A pack patch as TOML text: one entry a wording, loaded words with a note that says so."""
    wanted = [
        one
        for one in places
        if one.who == "only class" and one.tag in DROPPED and one.share >= KEEP_FROM and one.pupils >= PUPILS_FROM
    ]
    seen: dict[str, MarkedPlace] = {}
    for place in wanted:
        seen.setdefault(_plain(place.words).lower(), place)
    entries = [_entry(place, key) for words, place in seen.items() if words]
    if not entries:
        return PATCH_HEAD + "# This time there is none.\n"
    return PATCH_HEAD + '\n[[referent]]\nid = "class-proposals"\n' + "".join(entries)


def _entry(place: MarkedPlace, key: Key) -> str:
    words = _plain(place.words)
    sentence = key.texts[place.letter].sentence(place.span)
    kind = "a loaded word" if place.tag == "loaded" else "a naming"
    id = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:40] or "wording"
    return (
        f"\n# {place.counted} pupils: {kind}; text {place.letter}, line {place.line}\n"
        f"[[referent.variant]]\n{toml_text({'id': id, 'pole': '', 'match': [words], 'yes': [sentence], 'no': []})}"
    )


def _plain(words: str) -> str:
    return words.strip(" .,;:!?“”\"'‘’()[]—–-")
