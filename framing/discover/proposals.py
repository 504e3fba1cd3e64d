"""Candidates of several sources -> groups that word one thing differently, the most telling first; drafts of packs.

Inside an event, wordings are linked when they can stand for the same thing (`packs/lexicons/rivals.toml`) and concern
the same actor. They are ranked by how loaded they are, whether one source alone uses them, and how rare they are.
Source: tried on 300 articles whose biased spans are marked (Fan, L. et al. (2019). In plain sight: Media bias through
the lens of factual reporting. EMNLP): loaded x unique touched marked spans nine times as often as chance.
A draft has the sentences filled in, for a person to sort into poles.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import log
from pathlib import Path
from typing import NamedTuple

from framing.discover.wordings import Wording, find_wordings, load_rivals
from framing.folder import open_file
from framing.model import Findings
from framing.packs.tomlfile import index_by_key, toml_text

MOST_SOURCES = 4  # wordings shown side by side
BASE = 0.3  # weight of a wording that no list calls loaded
LINKED, UNLINKED = 1.0, 0.6  # whether an actor links the wordings
MORE = 0.2  # added for each further source that words the thing
SHARED = 0.3  # weight of a wording that other sources use too
HEAD = """\
# A draft. For each referent: say what it is, rename the poles (which side does each wording take?), move each variant
# to its pole, add the neutral wordings, and write sentences of your own under `yes` and `no`.
# Then run: framing packs check {name}

[pack]
{fields}\
# anchors = {{ any = ["..."], hits = 3 }}  # words that only articles on your topic hold; without them it reads any text
"""
REFERENT = """
# ---- {thing}{actor}
[[referent]]
{fields}\
axis = ["what -1 means", "what +1 means"]

[referent.poles]
undecided = {{ value = 0, gloss = "sort the variants into poles of your own" }}
plain = {{ value = 0, kind = "neutral", gloss = "the neutral wordings" }}
"""
VARIANT = """
# {source}, voice: {voice}
[[referent.variant]]
{fields}"""


class Proposal(NamedTuple):
    """Wordings of one thing by different sources, the most telling first. `score` only puts proposals in order."""

    event: str
    thing: str
    actor: str  # id of the actor that links them, or ""
    wordings: tuple[Wording, ...]  # one a source
    score: float


def discover(findings: Iterable[Findings], *, most: int = 20) -> tuple[Proposal, ...]:
    """At most `most` proposals, best first. What the packs in use know is left out; nothing is counted from it."""
    rivals = load_rivals()
    read = list(findings)
    wordings = [w for found in read for w in find_wordings(found, rivals)]
    spread = Counter(words for words, _ in {(w.words, w.article) for w in wordings})
    rarity = {words: 1 + log((len(read) + 1) / (count + 0.5)) for words, count in spread.items()}
    groups = index_by_key(((w.event, w.thing, actor), w) for w in wordings for actor in (*sorted(w.actors), ""))
    proposals = [p for key, group in sorted(groups.items()) if (p := _proposal(key, group, rarity))]
    return _distinct(sorted(proposals, key=lambda p: (-p.score, p.event, p.thing, p.actor)), most)


def _proposal(
    key: tuple[str, str, str], group: Sequence[Wording], rarity: Mapping[tuple[str, ...], float]
) -> Proposal | None:
    """The best wording of each source in a group; None unless at least two sources word the thing differently.

    `rarity` of a wording is at least 1, higher where few articles hold it.
    """
    event, thing, actor = key
    users: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for wording in group:
        users[wording.words].add(wording.source)

    def weight(w: Wording) -> float:
        unique = 1.0 if users[w.words] == {w.source} else SHARED
        return (BASE + w.strength) * unique * rarity[w.words]

    best: dict[str, Wording] = {}
    for wording in sorted(group, key=lambda w: (-weight(w), w.article, w.span)):
        best.setdefault(wording.source, wording)
    chosen = sorted(best.values(), key=lambda w: (-weight(w), w.source))[:MOST_SOURCES]
    apart = max((_apart(a, b) for a, b in combinations(chosen, 2)), default=0.0)
    if not apart:
        return None
    worth = sum(map(weight, chosen[:2])) * (1 + MORE * (len(chosen) - 2))
    return Proposal(event, thing, actor, tuple(chosen), apart * (LINKED if actor else UNLINKED) * worth)


def _apart(one: Wording, other: Wording) -> float:
    """0 for the same words, 0.6 for the same head with other modifiers, 1 for another head."""
    if set(one.words) == set(other.words):
        return 0.0
    return 0.6 if one.head == other.head else 1.0


def _distinct(proposals: Iterable[Proposal], most: int) -> tuple[Proposal, ...]:
    """Proposals whose wordings were not all but shown by a better one; one thing at most twice an event."""
    kept: list[Proposal] = []
    shown: set[tuple[str, int]] = set()
    things: Counter[tuple[str, str]] = Counter()
    for proposal in proposals:
        places = {(w.article, w.span.start) for w in proposal.wordings}
        if len(places & shown) * 2 >= len(places) or things[proposal.event, proposal.thing] >= 2:
            continue
        things[proposal.event, proposal.thing] += 1
        shown |= places
        kept.append(proposal)
        if len(kept) == most:
            break
    return tuple(kept)


def print_proposal(proposal: Proposal) -> str:
    """One line: the thing, and each source's words with their voice when they are not its own."""
    parts = [f"{w.source}: “{w.text}”" + ("" if w.voice == "narrator" else f" ({w.voice})") for w in proposal.wordings]
    where = f"{proposal.event}: " if proposal.event else ""
    return f"{where}{proposal.thing} | " + " | ".join(parts)


def write_draft(proposals: Sequence[Proposal], path: str | Path) -> Path:
    """Writes a pack that loads as it is, every wording under a pole that waits for a judgement; gives the path back."""
    target = Path(path)
    with open_file(target) as aside:
        aside.write_text(draft_text(proposals, target.name), encoding="utf-8", newline="\n")
    return target


def draft_text(proposals: Sequence[Proposal], name: str) -> str:
    """The draft as TOML."""
    about = "Drafted from articles; to be judged by a person."
    fields = {"id": name.removesuffix(".toml") or "draft", "title": "Draft", "about": about}
    parts = [HEAD.format(name=name, fields=toml_text(fields))]
    for number, proposal in enumerate(proposals, 1):
        variants = {_pattern(w): w for w in reversed(proposal.wordings)}
        parts.append(_referent(proposal, number))
        parts += [_variant(p, w, i, proposal) for i, (p, w) in enumerate(reversed(variants.items()), 1)]
    return "".join(parts)


def _referent(proposal: Proposal, number: int) -> str:
    """The opening of a referent."""
    return REFERENT.format(
        thing=proposal.thing.replace("-", " "),
        actor=f", about {proposal.actor}" if proposal.actor else "",
        fields=toml_text({"id": f"{proposal.thing}-{number}", "name": proposal.thing.replace("-", " ")}),
    )


def _variant(pattern: str, wording: Wording, number: int, proposal: Proposal) -> str:
    """One variant; its `no` example is a sentence of another source that words the thing differently."""
    others = [w.sentence for w in proposal.wordings if not set(wording.words) <= set(w.sentence.lower().split())]
    fields = {
        "id": f"{'-'.join(re.findall(r'[a-z]+', ' '.join(wording.words)))}-{number}",
        "pole": "undecided",
        "match": [pattern],
        "yes": [wording.sentence],
        "no": [next((s for s in others if s != wording.sentence), "To be written.")],
    }
    return VARIANT.format(source=wording.source, voice=wording.voice, fields=toml_text(fields))


def _pattern(wording: Wording) -> str:
    """The content words in order, with gaps between them."""
    return " .. ".join(re.sub(r"[^\w-]", "", word) for word in wording.words)
