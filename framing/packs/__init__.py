"""Rules as data: rosters of actors, frame packs and word lists in TOML, each entry with its source and examples.

Frame packs, by name or path, are topics as data that a teacher writes without Python: `packfile.py` reads the file,
`pattern.py` its patterns, `referent.py` holds the records; `README.md` is the guide.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from framing.errors import PackError
from framing.folder import open_file
from framing.packs.events import HarmWords, load_harm_words
from framing.packs.loadedwords import LoadedWords, load_loaded_words
from framing.packs.packfile import read_pack, read_pack_head
from framing.packs.passages import PassageWords, load_passage_words
from framing.packs.people import ActorWords, load_actor_words
from framing.packs.prepared import kept
from framing.packs.referent import FramePack, PackHead
from framing.packs.roster import KnownActors, load_known
from framing.packs.tomlfile import read_toml
from framing.packs.tone import ToneLists, load_tone
from framing.packs.verbs import ReportVerbs, load_report_verbs
from framing.packs.wordings import WordingWords, load_wording_words

FOLDER = Path(__file__).parent / "frames"
NEVER_TRIED = frozenset(["demo"])  # its topic is invented
STARTER = Path(__file__).with_name("starter.toml")  # small, complete and sound, to be overwritten line by line


@dataclass(frozen=True)
class FrameChoice:
    """The frame packs of a run and where they speak: packs that a user names everywhere, tried ones in some events."""

    packs: tuple[FramePack, ...] = ()
    events: Mapping[str, tuple[str, ...]] | None = None  # event -> ids of the packs that speak in it; None: all do

    @property
    def asked(self) -> bool:
        """Whether any pack was named or tried."""
        return bool(self.packs) or self.events is not None

    def in_event(self, event: str) -> tuple[FramePack, ...]:
        """The packs that speak in the articles of an event."""
        if self.events is None:
            return self.packs
        return tuple(pack for pack in self.packs if pack.id in self.events.get(event, ()))


@dataclass(frozen=True)
class Packs:
    """Everything a run knows before it reads: actors, frames, report verbs and word lists."""

    actors: KnownActors
    frames: FrameChoice
    verbs: ReportVerbs
    loaded: LoadedWords
    people: ActorWords
    harm: HarmWords
    tone: ToneLists
    passages: PassageWords
    wordings: WordingWords


def load_packs(
    names: Sequence[str | Path] = (),
    *,
    events: Mapping[str, tuple[str, ...]] | None = None,
    actors_file: Path | None = None,
) -> Packs:
    """The packs by name or path, the world roster widened by their actors, and the word lists.

    With `events` (event -> pack ids) each pack speaks only there; otherwise everywhere.

    Raises:
        PackError: a pack is unknown or broken; the message names the file, the entry and the remedy.
    """
    frames = tuple(load_frame_pack(name) for name in dict.fromkeys(map(str, names)))
    entries = [entry for pack in frames for entry in pack.actors]
    return Packs(
        actors=load_known(entries, actors_file=actors_file),
        frames=FrameChoice(frames, events),
        verbs=load_report_verbs(),
        loaded=load_loaded_words(),
        people=load_actor_words(),
        harm=load_harm_words(),
        tone=load_tone(),
        passages=load_passage_words(),
        wordings=load_wording_words(),
    )


def list_frame_packs() -> tuple[str, ...]:
    """Names of the packs that come with the program, in alphabetical order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def load_pack_heads() -> tuple[PackHead, ...]:
    """Heads of the packs that are tried when a user names none: every topic, but an invented one."""
    paths = (FOLDER / f"{name}.toml" for name in list_frame_packs() if name not in NEVER_TRIED)
    heads = (read_pack_head(read_toml(path, end="\n[["), where=path.name) for path in paths)
    return tuple(head for head in heads if head.scope == "topic")


def read_caveats(names: Collection[str]) -> tuple[str, ...]:
    """What must be said beside the counts of packs that read any text: title and what they were measured to be worth.

    Only packs that come with the program are looked up; those of a topic need no such words.
    """
    paths = (FOLDER / f"{name}.toml" for name in sorted(names) if name in list_frame_packs())
    heads = (read_pack_head(_table(path, path.stat().st_mtime_ns), where=path.name) for path in paths)
    return tuple(f"{head.title}. {head.about}" for head in heads if head.scope == "general")


def load_frame_pack(name_or_path: str | Path) -> FramePack:
    """A pack by name, or from a TOML file.

    Raises:
        PackError: there is no such pack, or its file breaks a rule of the format (file, entry and remedy are named).
    """
    path = find_pack_file(name_or_path)
    return _load(path, path.stat().st_mtime_ns)


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
    text = STARTER.read_text(encoding="utf-8").replace("{id}", target.stem).replace("{file}", target.name)
    with open_file(target) as aside:
        aside.write_text(text, encoding="utf-8", newline="\n")
    return target


def find_pack_file(name_or_path: str | Path) -> Path:
    """The file of a pack.

    Raises:
        PackError: there is no such pack.
    """
    bundled = FOLDER / f"{name_or_path}.toml"
    path = Path(name_or_path)
    if str(name_or_path) in list_frame_packs():
        return bundled
    if path.is_file():
        return path.resolve()
    raise PackError(
        f"There is no pack {str(name_or_path)!r}. Known packs: {', '.join(list_frame_packs())}. "
        "Give one of these names, or the path of a .toml file."
    )


@cache
def _load(path: Path, changed: int) -> FramePack:
    """A pack from its file, read once until the file changes."""
    return _load_bundled(path.stem) if path.parent == FOLDER else read_pack(_table(path, changed), where=path.name)


@kept
def _load_bundled(name: str) -> FramePack:
    """A pack that comes with the program."""
    path = FOLDER / f"{name}.toml"
    return read_pack(_table(path, path.stat().st_mtime_ns), where=path.name)


@cache
def _table(path: Path, _changed: int) -> dict[str, Any]:
    """The table of a pack's file, read once until the file changes."""
    return read_toml(path, remedy="Mend that place; see the pack guide.")
