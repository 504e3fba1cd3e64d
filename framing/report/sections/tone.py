"""How each actor is treated: tone in the outlet's own words, with the sentences behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from framing.chart.build import MOST_SOURCES, own_tones, tone_chart
from framing.evidence.view import EvidenceIndex
from framing.grouping import group_by
from framing.measure.tone import ToneCell
from framing.report.blocks import (
    Block,
    Bullets,
    Excerpt,
    Heading,
    Line,
    Paragraph,
    Section,
    cells,
    chart_block,
    evidence_table,
    plain,
)
from framing.report.context import ReportContext, excerpt_of
from framing.say import listed

WEIGHS = 0.12  # a word's part in the result from which it is named; twice that when it only stands in the sentence
ACTORS = 6
SHOWN = 2  # sentences of each side
SAYS = (
    "A value near zero means that most sentences state facts without judging. Read the sentences before you believe "
    "the dot."
)
SURE_ONLY = (
    "Mentions surely negative or positive, at least two, of all in the outlet’s own words; a mean where three are sure "
    "or it is plainly not zero; “cannot tell” where too many cannot be read. Sad news is not unkindness."
)
NONE_SURE = (
    "Whether the outlets are kind or unkind to those whom they mention most cannot be told: none has two sentences "
    "about one of them, in its own words, that are surely read as one or the other. That is no praise: open "
    "judgement in words that the program does not know, irony, hints and the choice of facts are not seen. For single "
    "words that judge see “Listed words in the outlet’s own voice”. Looked at, with their mentions in the outlets’ own "
    "words (names, descriptions, pronouns; what an outlet reports or quotes is left out):"
)
NOBODY = "No actor is mentioned often enough in the outlets’ own words to say how it is treated: cannot tell."

TOO_FEW = (
    "Too few sure sentences to show any: none says of one of these actors in plain words, in the outlet’s own voice, "
    "that it did badly or well."
)
HOW_SURE = (
    "Read each for yourself: of such sentences, taken from other articles and read strictly by those who wrote the "
    "rules, 75 of 80 treat the actor as the program says. A stranger may find fewer."
)


def tone_section(context: ReportContext) -> Section:
    """Counts of sure mentions, the means that have an interval, and the most telling sentences."""
    tones, shown = context.comparison.tones, context.largest(MOST_SOURCES)
    blocks: list[Block] = [tone_table(tones, shown, most=ACTORS)]
    chart = tone_chart(tones, shown, actors=ACTORS)
    if chart is not None:
        blocks += [chart_block(context.noted(chart, MOST_SOURCES), SAYS), _told_apart(tones)]
    excerpts = tone_excerpts(context.index, own_tones(tones))
    if excerpts:
        blocks += [Heading("Sentences behind the counts"), Paragraph(plain(HOW_SURE)), *excerpts]
    else:
        blocks.append(Paragraph(plain(TOO_FEW)))
    return Section("tone", "How is each actor treated?", tuple(blocks))


def tone_table(tones: Sequence[ToneCell], sources: Sequence[str], *, most: int) -> Block:
    """For the most mentioned actors, how many mentions in each outlet's own words are surely negative or positive.

    Who is mentioned too seldom to say anything in any source is named below.
    """
    own = [cell for cell in tones if cell.voice == "narrator" and cell.source in sources]
    counts: Counter[str] = Counter()
    for cell in own:
        counts[cell.actor] += cell.mentions
    names, enough = {cell.actor: cell.name for cell in own}, {cell.actor for cell in own if cell.is_shown}
    ranked = [actor for actor, _ in counts.most_common()]
    shown = [one for one in ranked if one in enough][:most]
    if shown and not any(cell.has_verdict for cell in own if cell.actor in shown):
        return Paragraph(plain(f"{NONE_SURE} {listed([f'{names[one]} {counts[one]}' for one in shown])}."))
    lines: list[Line] = []
    for actor in shown:
        these = {cell.source: cell for cell in own if cell.actor == actor}
        row = (str(these[source]) if source in these else "–" for source in sources)
        lines.append((cells(names[actor], *row), tuple(id for one in these.values() for id in one.tone.rows)))
    if not lines:
        return Paragraph(plain(NOBODY), "lead")
    few = [names[actor] for actor in ranked if actor not in enough]
    note = f"{SURE_ONLY} Too few mentions to say anything: {listed(few, most=most)}." if few else SURE_ONLY
    columns = {"actor": 0.22} | {source: 0.78 / len(sources) for source in sources}
    return evidence_table("How each actor is written about, in the outlet’s own words", columns, lines, note)


def _told_apart(tones: Sequence[ToneCell]) -> Bullets:
    """For each of the first actors that are drawn, the two ends or that the sources cannot be told apart."""
    drawn = group_by((cell for cell in own_tones(tones) if cell.is_measured), lambda cell: cell.actor)
    return Bullets(tuple(plain(_ends(these)) for these in list(drawn.values())[:ACTORS]))


def _ends(drawn: list[ToneCell]) -> str:
    ranked = sorted(drawn, key=lambda cell: cell.tone.value)
    low, high = ranked[0], ranked[-1]
    if len(ranked) == 1:
        return f"{low.name}: measured in the words of {low.source} only ({low})."
    if (low.tone.high or 0.0) >= (high.tone.low or 0.0):
        return f"{low.name}: the sources cannot be told apart."
    return f"{low.name}: lowest in {low.source} ({low}), highest in {high.source} ({high})."


def tone_excerpts(index: EvidenceIndex, cells: list[ToneCell]) -> list[Excerpt]:
    """Negative and positive sentences, typical of their source, from different sources where there are any."""
    negative = [row for cell in sorted(cells, key=lambda cell: cell.tone.value) for row in cell.negative[:1]]
    positive = [row for cell in sorted(cells, key=lambda cell: -cell.tone.value) for row in cell.positive[:1]]
    rows = [*_clear(index, negative, sign=-1)[:SHOWN], *_clear(index, positive, sign=1)[:SHOWN]]
    shown = [excerpt_of(index, row, extra=_reads(index, row)) for row in rows]
    return [one for one in shown if one is not None]


def _clear(index: EvidenceIndex, rows: list[str], *, sign: int) -> list[str]:
    """Rows that lean clearly to one side, one a sentence."""
    kept: dict[tuple[str, int], str] = {}
    for finding in index.rows(rows):
        if finding.value * sign > 0.25:
            kept.setdefault((finding.article, finding.start // 200), finding.id)
    return list(kept.values())


def _reads(index: EvidenceIndex, row: str) -> str:
    """How the tool reads the sentence, and which words weigh in."""
    finding = index.findings[row]
    name = index.actors.get(finding.actor, finding.text)
    because = finding.facts.get("because", [])
    return f"reads as {finding.label} toward {name}{weighing(because)}"


def weighing(because: object) -> str:
    """The words that speak most for the result, words bound to the mention before words of its sentence."""
    words: list[str] = []
    if isinstance(because, list):
        for feature, weight in sorted(because, key=lambda pair: -pair[1]):
            relation, mark, word = str(feature).partition(">")
            word = (word if mark else relation.removeprefix("sent:")).lstrip("!")
            strong = weight >= (WEIGHS if mark else 2 * WEIGHS)
            if (
                strong
                and (mark or feature.startswith("sent:"))
                and word.islower()
                and len(word) > 3
                and word not in words
            ):
                words.append(word)
    return f", because of “{'”, “'.join(words[:3])}”" if words else ""
