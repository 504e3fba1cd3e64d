"""check_pack: runs every example of a frame pack and names what breaks, what never fires and what fires everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from framing.annotate.actors import find_actors
from framing.annotate.frames import find_cues, pattern_occurs
from framing.annotate.frames.anchors import choose_packs, event_of
from framing.model import Article, Cue, Mention, Parsed
from framing.packs.people import load_actor_words
from framing.packs.referent import FramePack, Pattern, Referent, Variant
from framing.packs.roster import load_known
from framing.parse import parse_articles

NEUTRAL = Path(__file__).parent / "packs" / "neutral.txt"  # calm prose on many topics, written for this check
CLAIMS = frozenset(  # verbs by which somebody takes a stand
    ("accuse", "blame", "call", "criticise", "criticize", "demand", "urge", "want", "ask", "insist")
    + ("argue", "believe", "think", "hope", "fear", "warn")
)
PROCEDURES = frozenset(  # what is done about a deed that nobody has shown yet
    ("inquiry", "investigation", "probe", "audit", "lawsuit", "complaint", "charge", "indictment", "subpoena")
)
PROCEEDINGS = frozenset(("proceedings", "trial", "court", "inquiry", "verdict"))  # in the name of a referent of these
SMALL_WORDS = frozenset(("a", "an", "the", "of", "by", "into", "on", "over"))
MOST_PER_1000 = 0.2  # cues per 1,000 words of neutral text that a pack may show


class Problem(NamedTuple):
    """What is wrong with a pack, where, and what to do. An `error` breaks a rule; a `warning` deserves a look."""

    level: Literal["error", "warning"]
    where: str  # "referent/variant", or "" for the whole pack
    message: str


class _Example(NamedTuple):
    """One example sentence, parsed and read."""

    parsed: Parsed
    mentions: tuple[Mention, ...]
    cues: tuple[Cue, ...]


def check_pack(pack: FramePack) -> list[Problem]:
    """Everything that is wrong with a pack, errors first; an empty list is a sound pack. Loads the parser.

    Examples are read without the pack's anchors; `near` and `agent` must hold in the example itself.
    """
    problems: list[Problem] = []
    read = _read_examples(pack)
    for referent in pack.referents:
        for variant in referent.variants:
            where = f"{referent.id}/{variant.id}"
            problems += _check_yes(referent, variant, [read[t] for t in variant.yes], where)
            problems += _check_no(referent, variant, [read[t] for t in variant.no], where)
            problems += _check_bare(referent, variant, where)
        problems += _check_neutral_pole(referent)
        problems += _check_argument(referent)
    problems += _check_dead(pack, read)
    problems += _check_actors(pack)
    problems += _check_rate(pack)
    return sorted(problems, key=lambda p: p.level != "error")


def _read_examples(pack: FramePack) -> dict[str, _Example]:
    """Example sentence -> what the pack finds in it; each sentence is read once."""
    texts = dict.fromkeys(t for r in pack.referents for v in r.variants for t in (*v.yes, *v.no))
    known = load_known(pack.actors)
    read = {}
    for parsed in _parse(texts):
        mentions, _ = find_actors(parsed, known, load_actor_words())
        read[parsed.article.text] = _Example(parsed, mentions, find_cues(parsed, mentions, (pack,)))
    return read


def _parse(texts: Iterable[str]) -> Iterable[Parsed]:
    """The sentences, parsed."""
    return parse_articles(Article.from_text(text, id=text[:40], source="example") for text in texts)


def _check_yes(referent: Referent, variant: Variant, examples: list[_Example], where: str) -> Iterable[Problem]:
    """Examples that the variant should find and does not."""
    for parsed, _, cues in examples:
        text = parsed.article.text
        same = [c for c in cues if c.referent == referent.id]
        if any(c.pole == variant.pole for c in same):
            continue
        rival = f" It found {same[0].referent}/{same[0].pole} ({same[0].variant}) instead." if same else ""
        yield Problem("error", where, f"does not find its own example {text!r}.{rival} Mend `match` or the example.")


def _check_no(referent: Referent, variant: Variant, examples: list[_Example], where: str) -> Iterable[Problem]:
    """Examples that the variant must leave alone and finds."""
    for parsed, _, cues in examples:
        text = parsed.article.text
        for cue in cues:
            if cue.referent == referent.id and cue.variant == variant.id:
                yield Problem(
                    "error", where, f"finds {text!r}, which it must leave alone. Narrow `match` or add `near`."
                )


def _check_bare(referent: Referent, variant: Variant, where: str) -> Iterable[Problem]:
    """Single words without a condition and without a note that says why they are safe."""
    bound = variant.context.near or referent.context.near or variant.agent or variant.patient or variant.note
    for pattern in variant.match:
        if not bound and any(len(sequence) == 1 for sequence in pattern.sequences):
            message = (
                f"{pattern.text!r} is a single word that may fire anywhere. Add a word, `near`, `agent` or a `note`."
            )
            yield Problem("warning", where, message)


def _check_neutral_pole(referent: Referent) -> Iterable[Problem]:
    """Referents without a neutral wording have no denominator."""
    kinds = {pole.kind for pole in referent.poles}
    used = {variant.pole for variant in referent.variants}
    if "neutral" not in kinds:
        yield Problem(
            "warning", referent.id, "has no pole of kind neutral, so nobody can say how often the choice was open."
        )
    for pole in referent.poles:
        if pole.id not in used:
            yield Problem("warning", referent.id, f"pole {pole.id!r} has no variant. Write one or drop the pole.")


def _check_argument(referent: Referent) -> Iterable[Problem]:
    """Wordings that pass for names of a thing: a referent of claims, a variant that names an inquiry into the thing."""
    names = [variant for variant in referent.variants if variant.kind == "naming"]
    patterns = [pattern for variant in names for pattern in variant.match]
    claims = [pattern.text for pattern in patterns if not pattern.words.isdisjoint(CLAIMS)]
    if 2 * len(claims) > len(patterns):
        message = (
            f'names claims, as {claims[0]!r}, not one thing. Mark it kind = "argument", or give names, deeds, outcomes.'
        )
        yield Problem("warning", referent.id, message)
    if not PROCEEDINGS.isdisjoint(referent.name.lower().split()):
        return
    for variant in names:
        for word in sorted({word for pattern in variant.match for word in _procedures_in(pattern)}):
            message = f'{word!r} is an inquiry into the thing, no name of it. Give it a variant with kind = "argument".'
            yield Problem("warning", f"{referent.id}/{variant.id}", message)


def _procedures_in(pattern: Pattern) -> Iterable[str]:
    """Words for an inquiry or a charge that stand in a pattern by themselves, small words apart."""
    for sequence in pattern.sequences:
        words = [element.words for element in sequence if not element.words & SMALL_WORDS]
        if len(words) == 1:
            yield from words[0] & PROCEDURES


def _check_dead(pack: FramePack, read: dict[str, _Example]) -> Iterable[Problem]:
    """Patterns that none of their variant's examples shows."""
    for referent in pack.referents:
        for variant in referent.variants:
            examples = [read[text] for text in variant.yes]
            for pattern in variant.match:
                if not any(pattern_occurs(e.parsed, e.mentions, pack, pattern) for e in examples):
                    message = f"pattern {pattern.text!r} occurs in none of its `yes` examples. Add one, or drop it."
                    yield Problem("warning", f"{referent.id}/{variant.id}", message)


def _check_actors(pack: FramePack) -> Iterable[Problem]:
    """Examples of the pack's own actors: who is not found, and who is found where nobody should be."""
    known = load_known(pack.actors)
    texts = dict.fromkeys(text for actor in pack.actors for text in (*actor.yes, *actor.no))
    named = {p.article.text: {m.actor for m in find_actors(p, known, load_actor_words())[0]} for p in _parse(texts)}
    for actor in pack.actors:
        for text in actor.yes:
            if actor.id not in named[text]:
                yield Problem(
                    "error", actor.id, f"the actor is not found in {text!r}. Add an alias or mend the example."
                )
        for text in actor.no:
            if actor.id in named[text]:
                yield Problem(
                    "error", actor.id, f"the actor is found in {text!r}, wrongly. Narrow its names or add not_near."
                )


def _check_rate(pack: FramePack) -> Iterable[Problem]:
    """Cues in calm prose on other topics, where its anchors let it speak; packs that read any text are excused."""
    if pack.scope == "general":
        return
    known = load_known(pack.actors)
    events = choose_packs((parsed.article for parsed in _neutral()), (pack,))
    heard = [parsed for parsed in _neutral() if event_of(parsed.article) in events]
    found = [cue for p in heard for cue in find_cues(p, find_actors(p, known, load_actor_words())[0], (pack,))]
    words = sum(len(parsed) for parsed in _neutral())
    if 1000 * len(found) / words > MOST_PER_1000:
        named = ", ".join(sorted({f"{c.referent}/{c.variant}" for c in found}))
        yield Problem(
            "error", "", f"fires {len(found)} times in {words} words of neutral text ({named}). Raise `anchors`."
        )


@cache
def _neutral() -> tuple[Parsed, ...]:
    """The neutral texts, one a paragraph, parsed once."""
    return tuple(_parse(NEUTRAL.read_text(encoding="utf-8").split("\n\n")))
