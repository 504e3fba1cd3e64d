"""Commands that look closer: quotes, actors, packs, discover, audit, null."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.cli import console, jobs, run
from framing.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd

    from framing.evidence import Analysis

SPEAKER_KINDS = ("official", "expert", "journalist", "civilian", "person", "organisation", "country", "unnamed")
NAMES_MATTER = 0.05  # mean shift of tone from which an exchange of names is called a fault
ROSTER_SHOWN = 40  # actors printed; the TOML file holds all


def quotes(request: jobs.Request, *, actor: str | None, kind: str | None, as_json: bool) -> int:
    """Every quote grouped by speaker, with its cue and place."""
    if kind is not None and kind not in (*SPEAKER_KINDS, "direct", "mixed", "indirect"):
        raise UsageError(
            f"--kind {kind!r}: use direct, mixed, indirect, or a kind of speaker: {', '.join(SPEAKER_KINDS)}."
        )
    analysis = jobs.tables_or_articles(request)
    found = list(_quotes(analysis, actor, kind))
    if as_json:
        sys.stdout.writelines(json.dumps(quote, ensure_ascii=False) + "\n" for quote in found)
        return 0
    speaker = None
    for quote in sorted(found, key=lambda one: (one["speaker"], one["article"], one["start"])):
        if quote["speaker"] != speaker:
            speaker = quote["speaker"]
            sys.stdout.write(f"\n{speaker or 'nobody named'} ({quote['speaker_kind']})\n")
        where = f"{quote['source']}, {quote['article']}:{quote['start']}-{quote['end']}"
        sys.stdout.write(f"  {quote['label']:8s} {quote['cue'] or '–'}: {quote['text']}\n           {where}\n")
    sys.stdout.write(f"\n{len(found)} quotes\n")
    return 0


def _quotes(analysis: Analysis, actor: str | None, kind: str | None) -> Iterator[dict[str, Any]]:
    """Quotes as plain records, those asked for."""
    rows = analysis.evidence[analysis.evidence["kind"] == "quote"]
    names = dict(zip(analysis.actors["actor"], analysis.actors["name"], strict=True))
    for row in rows.to_dict("records"):
        detail = json.loads(row["detail"])
        known_as = f"{row['actor']} {row['speaker']} {names.get(row['actor'], '')}".casefold()
        wanted = actor is None or actor.casefold() in known_as
        if wanted and kind in (None, row["label"], detail["speaker_kind"]):
            text, cue = analysis.texts.get(row["article"], ""), detail["cue"]
            yield {
                "speaker": row["speaker"], "speaker_kind": detail["speaker_kind"], "actor": row["actor"],
                "label": row["label"], "cue": text[slice(*cue)] if cue and text else "", "stance": detail["stance"],
                "text": " ".join(str(row["text"]).split()), "source": row["source"], "article": row["article"],
                "start": int(row["start"]), "end": int(row["end"]), "id": row["id"],
            }  # fmt: skip


def actors(request: jobs.Request, *, out: Path | None) -> int:
    """The roster with counts per source, aliases and doubts; with a file named, writes the TOML to edit."""
    from framing.link import roster_table, write_actors_file
    from framing.pipeline import Known, find_roster

    if out:
        run.claim_file(out, force=request.force)
    corpus = jobs.read(request)
    roster = find_roster(corpus.articles, Known(tuple(request.packs), request.actors))
    _print_frame(roster_table(roster).head(ROSTER_SHOWN))
    for doubt in roster.doubts:
        sys.stdout.write(f"? {doubt.actor} / {doubt.other}: {doubt.why}\n")
    if out:
        write_actors_file(roster, out)
        console.say(f"Roster written to {out}. Edit it, then give it to any command with --actors {out}")
    return jobs.PARTIAL if corpus.skipped else 0


def _print_frame(table: pd.DataFrame) -> None:
    """A table of text and numbers, as wide as it needs to be."""
    sys.stdout.write(table.to_string(index=False, max_colwidth=48) + "\n")


def packs_list() -> int:
    """Every pack that comes with the program, with what it is about."""
    from framing.packs.framepack import list_frame_packs, load_frame_pack

    for name in list_frame_packs():
        pack = load_frame_pack(name)
        sys.stdout.write(f"{name:18s} {len(pack.referents):3d} referents  {pack.title}\n")
    return 0


def packs_show(name: str) -> int:
    """One pack: its referents, poles and wordings."""
    from framing.packs.framepack import load_frame_pack

    pack = load_frame_pack(name)
    sys.stdout.write(f"{pack.title}: {pack.about}\n")
    for referent in pack.referents:
        sys.stdout.write(f"\n{referent.id}: {referent.name}\n")
        for variant in referent.variants:
            sys.stdout.write(f"  {variant.pole:22s} {variant.id}: {' / '.join(variant.yes[:1])}\n")
    return 0


def packs_check(names: list[str]) -> int:
    """Runs every example of the packs and lists what is wrong; 3 when a rule is broken."""
    from framing.packcheck import check_pack
    from framing.packs.framepack import list_frame_packs, load_frame_pack

    errors = 0
    for name in names or list_frame_packs():
        found = check_pack(load_frame_pack(name))
        errors += sum(problem.level == "error" for problem in found)
        for problem in found:
            sys.stdout.write(f"{name}: {problem.level}: {problem.where or 'whole pack'}: {problem.message}\n")
        sys.stdout.write(f"{name}: {f'{len(found)} to look at' if found else 'in order'}\n")
    return jobs.OVER_LIMIT if errors else 0


def packs_new(path: Path) -> int:
    """Writes a starter pack to fill in."""
    from framing.packs.framepack import new_pack

    run.claim_file(path if path.suffix == ".toml" else path.with_name(f"{path.name}.toml"), force=False)
    console.say(f"Starter pack written to {new_pack(path)}. Fill it in, then run: framing packs check {path}")
    return 0


def discover(request: jobs.Request, *, most: int, write: Path | None) -> int:
    """Rival wordings that no pack knows, side by side; with a file named, drafts a pack of them."""
    from framing.discover import discover as find
    from framing.discover import print_proposal, write_draft
    from framing.packs import load_packs
    from framing.pipeline import read_findings

    if write:
        run.claim_file(write, force=request.force)
    corpus = jobs.read(request)
    packs = load_packs(request.packs, actors_file=request.actors)
    proposals = find(read_findings(corpus.articles, packs), most=most)
    for number, proposal in enumerate(proposals, 1):
        sys.stdout.write(f"{number}. {print_proposal(proposal)}\n")
    if not proposals:
        console.say("Nothing to propose: it takes two sources on one event that word something differently.")
    if write and proposals:
        console.say(
            f"Draft written to {write_draft(proposals, write)}. Judge each entry, then run: framing packs check {write}"
        )
    return jobs.PARTIAL if corpus.skipped else 0


def audit(request: jobs.Request, *, names: int, sentences: int) -> int:
    """What exchanging names does to the tones, and the words that weighed most; 3 when names matter."""
    from framing.audit import audit_analysis

    found = audit_analysis(jobs.tables_or_articles(request), names=names, per_actor=sentences)
    sys.stdout.writelines(f"{line}\n" for line in found.sentences)
    worst = max((abs(swap.shift) for swap in found.swaps), default=0.0)
    sys.stdout.write(f"Largest mean shift: {worst:.4f} (of 2), over {len(found.swaps)} exchanges of names.\n")
    return jobs.OVER_LIMIT if worst > NAMES_MATTER else 0


def null(request: jobs.Request, *, draws: int, as_json: bool) -> int:
    """How many claims the rules would have made had the labels meant nothing."""
    from framing.compare import null_check

    check = null_check(jobs.tables_or_articles(request), draws=draws, seed=request.seed)
    if as_json:
        figures = {
            "reports": check.reports, "with_false_claim": check.with_false_claim,
            "false_claims": check.false_claims, "tested": check.tested,
        }  # fmt: skip
        sys.stdout.write(json.dumps(figures) + "\n")
    else:
        sys.stdout.write(f"{check.sentence}\n")
    return 0
