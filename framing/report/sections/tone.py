"""How each actor is treated: tone in the outlet's own words, with the sentences behind it."""

from __future__ import annotations

from framing.chart.build import MOST_SOURCES, own_tones, tone_chart
from framing.evidence.view import EvidenceIndex
from framing.measure.tone import ToneCell
from framing.report.blocks import Block, Bullets, Excerpt, Heading, Paragraph, Section, chart_block, plain
from framing.report.context import ReportContext, excerpt_of
from framing.say import percent, plural, tone

WEIGHS = 0.12  # a word's part in the result from which it is named; twice that when it only stands in the sentence
ACTORS = 6
SHOWN = 2  # sentences of each side
SAYS = (
    "A value near zero means that most sentences state facts without judging. One article is little: read the "
    "sentences before you believe the dot."
)

TOO_FEW = (
    "Too few sure sentences to show any: none says of one of these actors in plain words, in the outlet’s own voice, "
    "that it did badly or well."
)
HOW_SURE = (
    "Read each for yourself: of such sentences, taken from other articles and read strictly by those who wrote the "
    "rules, 75 of 80 treat the actor as the program says. A stranger may find fewer."
)


def tone_section(context: ReportContext) -> Section:
    """The dots, what they say in words, and the most telling sentences."""
    cells = context.comparison.tones
    shown = context.largest(MOST_SOURCES)
    chart = tone_chart(cells, shown, context.index, actors=ACTORS)
    if chart is None:
        words = "No sentence in the outlets’ own words treats an actor in a way that could be measured: cannot tell."
        return Section("tone", "How is each actor treated?", (Paragraph(plain(words), "lead"),))
    blocks: list[Block] = [chart_block(context.noted(chart, MOST_SOURCES), SAYS)]
    own = own_tones(cells)
    blocks.append(Bullets(tuple(plain(line) for line in _lines(own))))
    excerpts = tone_excerpts(context.index, own)
    if excerpts:
        blocks += [Heading("Sentences behind the dots"), Paragraph(plain(HOW_SURE)), *excerpts]
    else:
        blocks.append(Paragraph(plain(TOO_FEW)))
    return Section("tone", "How is each actor treated?", tuple(blocks))


def _lines(cells: list[ToneCell]) -> list[str]:
    """For each of the first actors, the two ends or that the sources cannot be told apart."""
    lines = []
    for actor in list(dict.fromkeys(cell.actor for cell in cells))[:ACTORS]:
        these = sorted((cell for cell in cells if cell.actor == actor), key=lambda cell: cell.tone.value)
        low, high = these[0], these[-1]
        if len(these) == 1:
            lines.append(f"{low.name}: measured in the words of {low.source} only ({_measured(low)}).")
        elif high.tone.value - low.tone.value < 0.15 or _overlap(low, high):
            lines.append(f"{low.name}: the sources cannot be told apart.")
        else:
            lines.append(f"{low.name}: {_end(low, 'lowest')}, {_end(high, 'highest')}.")
    return lines


def _overlap(low: ToneCell, high: ToneCell) -> bool:
    """Whether both have intervals and these overlap."""
    return low.tone.high is not None and high.tone.low is not None and low.tone.high >= high.tone.low


def _end(cell: ToneCell, which: str) -> str:
    return f"{which} in {cell.source} ({_measured(cell)})"


def _measured(cell: ToneCell) -> str:
    few = " — too few to say more" if cell.tone.count < 5 else ""
    return f"{tone(cell.tone.value)} from {plural(cell.tone.count, 'mention')}, {percent(cell.coverage)} clear{few}"


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
    return f"reads as {finding.label} toward {name} ({tone(finding.value)}){weighing(because)}"


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
