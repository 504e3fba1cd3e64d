"""Proposals -> the draft of a pack, with the sentences filled in, for a person to sort into poles."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from framing.discover.proposals import Proposal
from framing.discover.wordings import Wording

HEAD = """\
# A draft. For each referent: say what it is, rename the poles (which side does each wording take?), move each variant
# to its pole, add the neutral wordings, and write sentences of your own under `yes` and `no`.
# Then run: framing packs check {name}

[pack]
id = {id}
title = "Draft"
about = "Drafted from articles; to be judged by a person."
# anchors = {{ any = ["..."], hits = 3 }}  # words that only articles on your topic hold; without them it reads any text
"""
REFERENT = """
# ---- {thing}{actor}
[[referent]]
id = {id}
name = {name}
axis = ["what -1 means", "what +1 means"]

[referent.poles]
undecided = {{ value = 0, gloss = "sort the variants into poles of your own" }}
plain = {{ value = 0, kind = "neutral", gloss = "the neutral wordings" }}
"""
VARIANT = """
[[referent.variant]]
id = {id}
pole = "undecided"
match = [{match}]
yes = [{yes}]  # {source}, voice: {voice}
no = [{no}]
"""


def write_draft(proposals: Sequence[Proposal], path: str | Path) -> Path:
    """Writes a pack that loads as it is, every wording under a pole that waits for a judgement; gives the path back."""
    target = Path(path)
    target.write_text(draft_text(proposals, target.name), encoding="utf-8", newline="\n")
    return target


def draft_text(proposals: Sequence[Proposal], name: str) -> str:
    """The draft as TOML."""
    parts = [HEAD.format(name=name, id=_quoted(name.removesuffix(".toml") or "draft"))]
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
        id=_quoted(f"{proposal.thing}-{number}"),
        name=_quoted(proposal.thing.replace("-", " ")),
    )


def _variant(pattern: str, wording: Wording, number: int, proposal: Proposal) -> str:
    """One variant; its `no` example is a sentence of another source that words the thing differently."""
    others = [w.sentence for w in proposal.wordings if not set(wording.words) <= set(w.sentence.lower().split())]
    return VARIANT.format(
        id=_quoted(f"{'-'.join(re.findall(r'[a-z]+', ' '.join(wording.words)))}-{number}"),
        match=_quoted(pattern),
        yes=_quoted(wording.sentence),
        no=_quoted(next((s for s in others if s != wording.sentence), "To be written.")),
        source=wording.source,
        voice=wording.voice,
    )


def _pattern(wording: Wording) -> str:
    """The content words in order, with gaps between them."""
    return " .. ".join(re.sub(r"[^\w-]", "", word) for word in wording.words)


def _quoted(text: str) -> str:
    """The text as a TOML string."""
    return json.dumps(text, ensure_ascii=False)
