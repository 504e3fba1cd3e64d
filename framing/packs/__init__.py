"""Rules as data: rosters of actors, frame packs and word lists in TOML, each entry with its source and examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from framing.packs.events import HarmWords, load_harm_words
from framing.packs.framepack import load_frame_pack
from framing.packs.loadedwords import LoadedWords, load_loaded_words
from framing.packs.people import ActorWords, load_actor_words
from framing.packs.referent import FramePack
from framing.packs.roster import KnownActors, load_known
from framing.packs.tone import ToneLists, load_tone
from framing.packs.verbs import ReportVerbs, load_report_verbs


@dataclass(frozen=True)
class Packs:
    """Everything a run knows before it reads: actors, frames, report verbs and word lists."""

    actors: KnownActors
    frames: tuple[FramePack, ...]
    verbs: ReportVerbs
    loaded: LoadedWords
    people: ActorWords
    harm: HarmWords
    tone: ToneLists


def load_packs(names: Sequence[str | Path] = (), *, actors_file: Path | None = None) -> Packs:
    """The packs by name or path, the world roster widened by their actors, and the word lists.

    Raises:
        PackError: a pack is unknown or broken; the message names the file, the entry and the remedy.
    """
    frames = tuple(load_frame_pack(name) for name in dict.fromkeys(map(str, names)))
    entries = [entry for pack in frames for entry in pack.actors]
    return Packs(
        actors=load_known(entries, actors_file=actors_file),
        frames=frames,
        verbs=load_report_verbs(),
        loaded=load_loaded_words(),
        people=load_actor_words(),
        harm=load_harm_words(),
        tone=load_tone(),
    )
