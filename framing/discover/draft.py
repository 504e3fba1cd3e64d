"""Proposals -> the draft of a pack, with the sentences filled in, for a person to sort into poles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from framing.discover.proposals import Proposal
from framing.discover.wordings import Wording
from framing.packs.tomlfile import toml_text

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


def write_draft(proposals: Sequence[Proposal], path: str | Path) -> Path:
    """Writes a pack that loads as it is, every wording under a pole that waits for a judgement; gives the path back."""
    target = Path(path)
    target.write_text(draft_text(proposals, target.name), encoding="utf-8", newline="\n")
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
