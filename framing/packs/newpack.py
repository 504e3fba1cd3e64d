"""A first pack for a new topic: small, complete and sound, to be overwritten line by line."""

from __future__ import annotations

import re
from pathlib import Path

from framing.errors import PackError

STARTER = """\
# A frame pack: which rival wordings of your topic to look for. The guide (framing/packs/README.md) explains every line.
# Change the examples below to your own, then run: framing packs check {file}

[pack]
id = "{id}"
title = "The harbour strike (an example)"
about = "How outlets word the dockers' strike and its end."
sources = ["Glasgow University Media Group (1976). Bad News. Routledge."]
# The pack is silent unless an article is about its topic: three of these words in all.
anchors = {{ any = ["docker", "harbour strike", "dock worker"], hits = 3 }}

# Who is written about, beyond the states and organisations that the program knows already.
[[actor]]
id = "dock-union"
name = "Dock Workers Union"
kind = "organisation"
aliases = ["the dockers' union"]
yes = ["The Dock Workers Union met on Monday."]
no = ["The European Union met on Monday."]

# A referent is a thing that can be named in rival ways. `axis` says what -1 and +1 mean.
[[referent]]
id = "walkout"
name = "the stoppage of work"
axis = ["harm to the public", "a right exercised"]

# The sides that a wording can take. Neutral wordings are counted too: they show how often the choice was open.
[referent.poles]
harm = {{ value = -1, gloss = "chaos, hostage-taking", against = ["dock-union"] }}
right = {{ value = 1, gloss = "industrial action, standing up", favours = ["dock-union"] }}
plain = {{ value = 0, kind = "neutral", gloss = "strike, walkout" }}

# Each wording with at least one sentence that it should find and one that it must leave alone.
[[referent.variant]]
id = "chaos"
pole = "harm"
match = ["[port|harbour|travel] chaos", "hold .. [port|city|public] to ransom"]
yes = ["Port chaos enters its third day.", "The dockers hold the city to ransom."]
no = ["The pilot described the chaos of his youth."]

[[referent.variant]]
id = "rights"
pole = "right"
match = ["[industrial|collective] action", "stand up for .. [right|pay|job]"]
yes = ["The dockers took industrial action.", "They stand up for their jobs."]
no = ["The film is full of action."]

[[referent.variant]]
id = "strike"
pole = "plain"
match = ["[harbour|dock|dockers ']? [strike/noun|walkout]", "go on strike"]
near = ["[docker|harbour|port|union|work]"]
yes = ["The harbour strike began on Monday.", "Workers at the port went on strike."]
no = ["A strike of lightning hit the tower."]
"""


def new_pack(path: str | Path) -> Path:
    """Writes a starter pack to `path` (its name becomes the pack's id) and gives the path back.

    Raises:
        PackError: the file exists already, or its name cannot serve as an id.
    """
    target = Path(path)
    if target.suffix != ".toml":
        target = target.with_name(target.name + ".toml")
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", target.stem):
        raise PackError(
            f"{target.name}: a pack's name has small letters, digits and hyphens only, like harbour-strike.toml."
        )
    if target.exists():
        raise PackError(f"{target}: this file exists already. Choose another name, or remove the file first.")
    target.write_text(STARTER.format(id=target.stem, file=target.name), encoding="utf-8", newline="\n")
    return target
