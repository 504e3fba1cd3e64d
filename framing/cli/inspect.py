"""Commands that look closer: quotes, null, actors, discover, audit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from framing.cli import console
from framing.cli.options import (
    DEFAULT_SEED,
    OVER_LIMIT,
    PARTIAL,
    Actors,
    Force,
    Json,
    Language,
    NoPacks,
    Only,
    Packs,
    Paths,
    Request,
    Seed,
    Verdicts,
    settle_packs,
)
from framing.errors import UsageError
from framing.evidence.details import read_detail
from framing.model import ActorKind

if TYPE_CHECKING:
    from framing.evidence import Analysis

KINDS_OF_SPEAKERS = get_args(ActorKind)
NAMES_MATTER = 0.05  # mean shift of tone from which an exchange of names is called a fault
ROSTER_SHOWN = 40  # actors printed; the TOML file holds all


def quotes(
    paths: Paths,
    actor: Annotated[str | None, typer.Option("--actor", help="Only this speaker: name or actor id.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="direct, mixed, indirect, or a kind of speaker.")] = None,
    packs: Packs = None,
    no_packs: NoPacks = False,
    actors_file: Actors = None,
    language: Language = "on",
    as_json: Json = False,
    only: Only = None,
) -> int:
    """List every quote by speaker, with its cue and place; PATH is articles, a folder of saved tables, or a store."""
    from framing.cli.inputs import load_or_analyze

    if kind is not None and kind not in (*KINDS_OF_SPEAKERS, "direct", "mixed", "indirect"):
        raise UsageError(
            f"--kind {kind!r}: use direct, mixed, indirect, or a kind of speaker: {', '.join(KINDS_OF_SPEAKERS)}."
        )
    request = Request(paths, settle_packs(packs, no_packs), actors_file, language, only=only or ())
    found = list(_quotes(load_or_analyze(request, "quote"), actor, kind))
    if as_json:
        console.put("".join(json.dumps(quote, ensure_ascii=False) + "\n" for quote in found))
        return 0
    speaker = None
    for quote in sorted(found, key=lambda one: (one["speaker"], one["article"], one["start"])):
        if quote["speaker"] != speaker:
            speaker = quote["speaker"]
            console.put(f"\n{speaker or 'nobody named'} ({quote['speaker_kind']})\n")
        where = f"{quote['source']}, {quote['article']}:{quote['start']}-{quote['end']}"
        console.put(f"  {quote['label']:8s} {quote['cue'] or '–'}: {quote['text']}\n           {where}\n")
    console.put(f"\n{len(found)} quotes\n")
    return 0


def _quotes(analysis: Analysis, actor: str | None, kind: str | None) -> Iterator[dict[str, Any]]:
    """Quotes as plain records, those asked for."""
    rows = analysis.evidence[analysis.evidence["kind"] == "quote"]
    names = dict(zip(analysis.actors["actor"], analysis.actors["name"], strict=True))
    for row in rows.to_dict("records"):
        detail = read_detail(row["detail"])
        known_as = f"{row['actor']} {row['speaker']} {names.get(row['actor'], '')}".casefold()
        wanted = actor is None or actor.casefold() in known_as
        if wanted and kind in (None, row["label"], detail["speaker_kind"]):
            text, cue = analysis.texts.get(row["article"], ""), detail["cue"]
            said = " … ".join(text[slice(*piece)] for piece in detail["content"]) or str(row["text"])
            yield {
                "speaker": row["speaker"], "speaker_kind": detail["speaker_kind"], "actor": row["actor"],
                "confidence": row["confidence"], **detail.get("card", {}),
                "label": row["label"], "cue": text[slice(*cue)] if cue and text else "", "stance": detail["stance"],
                "text": " ".join(said.split()), "source": row["source"], "article": row["article"],
                "start": int(row["start"]), "end": int(row["end"]), "id": row["id"],
            }  # fmt: skip


def null(
    paths: Paths,
    packs: Packs = None,
    draws: Annotated[int, typer.Option("--draws", min=1, help="How often the labels are shuffled.")] = 200,
    seed: Seed = DEFAULT_SEED,
    as_json: Json = False,
) -> int:
    """Shuffle the sources' labels and say how many claims the rules would have made."""
    from framing.cli.inputs import load_or_analyze
    from framing.compare import null_check

    check = null_check(load_or_analyze(Request(paths, packs, events="")), draws=draws, seed=seed)
    figures = {
        "reports": check.reports, "with_false_claim": check.with_false_claim,
        "false_claims": check.false_claims, "tested": check.tested,
    }  # fmt: skip
    console.put(f"{json.dumps(figures) if as_json else check.sentence}\n")
    return 0


def actors(
    paths: Paths,
    packs: Packs = None,
    no_packs: NoPacks = False,
    out: Annotated[
        Path | None, typer.Option("--out", help="Write the roster as TOML, to edit and give to --actors.")
    ] = None,
    actors_file: Actors = None,
    language: Language = "on",
    force: Force = False,
) -> int:
    """Show who is written about: counts per source, aliases and doubts; PATH is articles or a store."""
    from framing.cli import inputs, outputs, tables
    from framing.link import roster_table, write_actors_file
    from framing.packs.people import load_actor_words
    from framing.pipeline import choose_known, find_roster
    from framing.store import read_store_roster

    if out:
        outputs.claim_file(out, force=force)
    request = Request(paths, packs, actors_file, language)
    skipped = False
    if store := inputs.find_store(request):
        roster = read_store_roster(store)
    else:
        corpus, slow = inputs.read_asked(request), list[str]()
        known = choose_known(corpus.articles, settle_packs(packs, no_packs), actors_file)
        roster = find_roster(corpus.articles, known, slow.append)
        skipped = bool(inputs.leave_out(corpus, slow).skipped)
    tables.print_roster(roster_table(roster, load_actor_words()).head(ROSTER_SHOWN))
    for doubt in roster.doubts:
        console.put(f"? {doubt.actor} / {doubt.other}: {doubt.why}\n")
    if out:
        write_actors_file(roster, out)
        console.say(f"Roster written to {out}. Edit it, then give it to any command with --actors {out}")
    return PARTIAL if skipped else 0


def discover(
    paths: Paths,
    packs: Packs = None,
    most: Annotated[int, typer.Option("--most", min=1, help="How many proposals.")] = 20,
    write: Annotated[
        Path | None,
        typer.Option(
            "--write", help="Write a pack of the pairs that readers accepted; without verdicts a draft of all."
        ),
    ] = None,
    verdicts: Verdicts = None,
    actors_file: Actors = None,
    language: Language = "on",
    force: Force = False,
) -> int:
    """Propose rival wordings that no pack knows, side by side; PATH is articles or a folder of saved tables."""
    from framing import compare_sources
    from framing.cli import inputs, outputs
    from framing.compare.drafts import print_pair, propose_pairs, write_draft

    inputs.check_verdicts(verdicts)
    if write:
        outputs.claim_file(write, force=force)
    corpus, analysis = inputs.load_or_read(Request(paths, packs or [], actors_file, language))
    comparison = compare_sources(inputs.drop_rows(analysis, verdicts))
    pairs = propose_pairs(comparison, most)
    for number, pair in enumerate(pairs, 1):
        console.put(f"{number}. {print_pair(pair)}\n")
    if not pairs:
        console.say("Nothing to propose: it takes two sources on one event that surely name one thing in other words.")
    if write and pairs:
        draft = write_draft(comparison, pairs, write)
        console.say(f"Draft written to {draft}. Judge each entry, then run: framing packs check {draft}")
    return PARTIAL if corpus and corpus.skipped else 0


def audit(
    paths: Paths,
    packs: Packs = None,
    names: Annotated[int, typer.Option("--names", min=2, help="How many actors exchange names.")] = 6,
    sentences: Annotated[int, typer.Option("--sentences", min=1, help="Sentences of each actor.")] = 20,
) -> int:
    """Exchange actors' names and say how far their tones move; exit 3 when names matter."""
    from framing.audit import audit_analysis
    from framing.cli.inputs import load_or_analyze

    found = audit_analysis(load_or_analyze(Request(paths, packs)), names=names, per_actor=sentences)
    console.put("".join(f"{line}\n" for line in found.sentences))
    worst = max((abs(swap.shift) for swap in found.swaps), default=0.0)
    console.put(f"Largest mean shift: {worst:.4f} (of 2), over {len(found.swaps)} exchanges of names.\n")
    return OVER_LIMIT if worst > NAMES_MATTER else 0
