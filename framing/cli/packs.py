"""The commands of packs: list, show, check, new."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli import console
from framing.cli.options import OVER_LIMIT


def list_packs() -> int:
    """List the packs that come with the program."""
    from framing.packs import list_frame_packs, load_frame_pack

    for name in list_frame_packs():
        pack = load_frame_pack(name)
        console.put(f"{name:18s} {len(pack.referents):3d} referents  {pack.title}\n")
    return 0


def show_pack(name: Annotated[str, typer.Argument(help="Name of a pack, or a .toml file.")]) -> int:
    """Show a pack's referents, poles and wordings."""
    from framing.packs import load_frame_pack

    pack = load_frame_pack(name)
    console.put(f"{pack.title}: {pack.about}\n")
    for referent in pack.referents:
        console.put(f"\n{referent.id}: {referent.name}\n")
        for variant in referent.variants:
            console.put(f"  {variant.pole:22s} {variant.id}: {' / '.join(variant.yes[:1])}\n")
    return 0


def check_packs(
    names: Annotated[list[str] | None, typer.Argument(help="Packs or .toml files; none: all.")] = None,
) -> int:
    """Run every example of a pack and list what is wrong."""
    from framing.packcheck import check_pack
    from framing.packs import list_frame_packs, load_frame_pack

    errors = 0
    for name in names or list_frame_packs():
        found = check_pack(load_frame_pack(name))
        errors += sum(problem.level == "error" for problem in found)
        for problem in found:
            console.put(f"{name}: {problem.level}: {problem.where or 'whole pack'}: {problem.message}\n")
        console.put(f"{name}: {f'{len(found)} to look at' if found else 'in order'}\n")
    return OVER_LIMIT if errors else 0


def start_pack(path: Annotated[Path, typer.Argument(help="File to write, like harbour-strike.toml.")]) -> int:
    """Write a starter pack to fill in."""
    from framing.cli import outputs
    from framing.packs import new_pack

    outputs.claim_file(path if path.suffix == ".toml" else path.with_name(f"{path.name}.toml"), force=False)
    console.say(f"Starter pack written to {new_pack(path)}. Fill it in, then run: framing packs check {path}")
    return 0
