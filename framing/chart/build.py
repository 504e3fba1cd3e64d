"""Tables of a comparison -> charts. Each function fills one record; what it looks like is decided elsewhere."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from statistics import median
from typing import TYPE_CHECKING

from framing.chart.kinds.dot_whisker import DotRow, DotWhisker, Point
from framing.chart.kinds.dumbbell import Dumbbell
from framing.chart.kinds.heat_map import HeatMap
from framing.chart.kinds.mention_matrix import Cell, MatrixRow, MentionMatrix
from framing.chart.kinds.place_map import Place, PlaceMap
from framing.chart.kinds.roles import RoleCell, RoleMatrix, RoleRow
from framing.chart.kinds.small_multiples import SmallMultiples
from framing.chart.kinds.stacked_share import StackedShare
from framing.chart.layout import Axis
from framing.chart.protocol import Head, ValueRow
from framing.evidence.view import EvidenceIndex
from framing.measure.silence import whole_times
from framing.say import TONE_AXIS, fixed, number
from framing.stats import Rate

if TYPE_CHECKING:
    from framing.compare.records import SourceMap
    from framing.measure.agency import AgencyShares
    from framing.measure.loaded import LoadedRates
    from framing.measure.omission import OmissionMatrix
    from framing.measure.roles import ActorRoles, RoleCount
    from framing.measure.tone import ToneCell
    from framing.measure.voices import VoiceShare
    from framing.profile import Profile

MOST_SOURCES = 7  # more markers than this nobody tells apart
MOST_ROWS = 18
FILLED = 4  # cells of a matrix of roles from which it is drawn; fewer are told in sentences
LONGEST_SLUG = 36
GRADES = ("flesch_kincaid_grade", "automated_readability_index", "coleman_liau_index")
NONE_READ = "no statement surely read"
SHARED = "A statement of several speakers counts once in each of their kinds."
SPEAKERS = (
    ("people in politics and office, states", ("official", "state", "place")),
    ("experts", ("expert",)),
    ("ordinary people", ("civilian",)),
    ("other people by name", ("person",)),
    ("organisations, parties and firms", ("organisation", "party", "company", "group")),
    ("media and journalists", ("media", "journalist")),
    ("without a name", ("unnamed",)),
)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """`text` as a short file name: small letters, digits and hyphens; a digest tells long and foreign names apart."""
    whole = _NOT_SLUG.sub("-", text.lower()).strip("-")
    short = whole[:LONGEST_SLUG].strip("-")
    if text.isascii() and short and short == whole:
        return short
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=3).hexdigest()
    return f"{short}-{digest}" if short else digest


def largest(sources: Sequence[str], n: Mapping[str, int], most: int) -> tuple[str, ...]:
    """The sources with most articles, at most `most` of them, in the order given."""
    kept = set(sorted(sources, key=lambda source: (-n.get(source, 0), source))[:most])
    return tuple(source for source in sources if source in kept)


def say_left_out(total: int, shown: int) -> str:
    """A sentence that says how many sources are not drawn, or nothing."""
    return f" Drawn are the {shown} sources with most articles; the tables hold all {total}." if shown < total else ""


def articles_line(n: Mapping[str, int], sources: Sequence[str]) -> str:
    """How many articles stand behind each source, in words."""
    counts = {n.get(source, 0) for source in sources}
    if len(counts) == 1:
        each = counts.pop()
        return f"{each} article{'' if each == 1 else 's'} of each source"
    return "articles: " + ", ".join(f"{source} {n.get(source, 0)}" for source in sources)


def words_chart(voices: Sequence[VoiceShare]) -> StackedShare:
    """Whose words fill each source's articles: its own, reported claims, words in quotation marks."""
    parts = (("the outlet’s own words", "own"), ("reported claims", "attributed"), ("in quotation marks", "quoted"))
    head = Head(
        "voices-words",
        "Whose words fill the articles?",
        "share of all words; n = articles",
        "The first part is the outlet speaking; the other two are people whom it reports or quotes.",
    )
    rows = tuple(
        _rate_row(voice.source, [voice.words.get(key) for _, key in parts], f"n = {voice.n}") for voice in voices
    )
    return StackedShare(head, tuple(name for name, _ in parts), rows[:MOST_ROWS])


def _rate_row(label: str, rates: Sequence[Rate | None], note: str = "", *, none: float | None = 0.0) -> ValueRow:
    """Rates with the rows behind each; `none` stands where there is no rate."""
    values = tuple(rate.value if rate else none for rate in rates)
    return ValueRow(label, values, tuple(rate.rows if rate else () for rate in rates), note)


def _highest(rows: Sequence[ValueRow], default: float) -> float:
    return max([value for row in rows for value in row.values if value is not None], default=default)


def speakers_chart(voices: Sequence[VoiceShare]) -> StackedShare:
    """Which kinds of people each source lets speak: statements surely read."""
    rows = []
    for voice in voices:
        rates = [[voice.by_kind[kind] for kind in kinds if kind in voice.by_kind] for _, kinds in SPEAKERS]
        counts = [sum(map(whole_times, part)) for part in rates]
        evidence = [tuple(row for rate in part for row in rate.rows) for part in rates]
        rows.append(ValueRow(voice.source, tuple(counts), tuple(evidence), f"n = {voice.total}"))
    shared = f" {SHARED}" if any(one.shared for one in voices) else ""
    head = Head(
        "voices-speakers",
        "Who gets to speak?",
        "statements surely read, quoted or reported, by kind of speaker; n = statements",
        "Politics and office: who holds, seeks, serves or speaks for an office of state, a court, an army, a party or "
        "a campaign for office, and presidents of bodies that the article does not describe; ministries, courts and "
        "the police count with the state, who left an office with other people. Who leads or speaks for a union, "
        "association or firm counts with organisations, as do cited documents; whose kin holds an office, who is "
        "somebody’s lawyer, or who is known as a star or for a fortune, with other people. Ordinary people: of whom "
        f"the article says that they live, work or suffer there, saw it or took part.{shared}",
    )
    return StackedShare(head, tuple(name for name, _ in SPEAKERS), tuple(rows)[:MOST_ROWS], True, NONE_READ)


def tone_chart(cells: Sequence[ToneCell], sources: Sequence[str], *, actors: int = 6) -> DotWhisker | None:
    """Tone toward the most mentioned actors in each source's own words; None where no mean has an interval."""
    own = [cell for cell in own_tones(cells) if cell.is_measured]
    shown = list(sources)[:MOST_SOURCES]
    rows = []
    for actor in list(dict.fromkeys(cell.actor for cell in own))[:actors]:
        these = {cell.source: cell for cell in own if cell.actor == actor}
        points = tuple(_tone_point(place, these[name]) for place, name in enumerate(shown) if name in these)
        if points:
            rows.append(DotRow(next(iter(these.values())).name, points))
    if not rows:
        return None
    head = Head(
        "tone-actors",
        "How is each actor written about, in the outlet’s own words?",
        "mean over articles of the mean tone of their mentions, with 95 % interval",
        "Drawn are sources with at least five articles that mention the actor, and a mean that is plainly not zero or "
        "three sure mentions. Unclear ones count with what they lean to; a clear tone that rests on somebody else’s "
        "words does not count.",
    )
    ticks = (-1.0, -0.5, 0.0, 0.5, 1.0)
    axis = Axis(TONE_AXIS, -1, 1, ticks, 0.0, "negative", "positive")
    return DotWhisker(head, axis, tuple(shown), tuple(rows))


def role_chart(roles: Sequence[ActorRoles], sources: Sequence[str], *, actors: int = 5) -> RoleMatrix | None:
    """How often the main actors have each role, a row an actor and source; None when too few have any to draw them."""
    from framing.measure.roles import ROLES

    shown = list(sources)[:MOST_SOURCES]
    sure = [one for one in roles if one.own or one.others]
    chosen = list(dict.fromkeys(one.actor for one in sure))[:actors]
    ordered = sorted(
        (one for one in sure if one.actor in chosen and one.source in shown),
        key=lambda one: (chosen.index(one.actor), shown.index(one.source)),
    )
    rows = tuple(
        RoleRow(
            one.name if len(shown) == 1 else f"{one.name}, {one.source}",
            tuple(_role_cell(one.own.get(role), one.others.get(role)) for role in ROLES),
        )
        for one in ordered
    )[:MOST_ROWS]
    if sum(bool(cell.own or cell.others) for row in rows for cell in row.cells) < FILLED:
        return None
    head = Head(
        "roles-actors",
        "Which roles do the main actors have?",
        "clear sentences: the outlet’s own words + those of people whom it reports or quotes",
        "Harm is counted from accounts of harm, the other roles from sentences whose tone is sure.",
    )
    return RoleMatrix(head, ROLES, rows)


def _role_cell(own: RoleCount | None, others: RoleCount | None) -> RoleCell:
    parts = [part for part in (own, others) if part is not None]
    return RoleCell(
        own.times if own else 0.0, others.times if others else 0.0, tuple(row for part in parts for row in part.rows)
    )


def own_tones(cells: Iterable[ToneCell]) -> list[ToneCell]:
    """Those tones that were measured in an outlet's own words, with mentions enough to say anything."""
    return [cell for cell in cells if cell.voice == "narrator" and cell.is_shown]


def _tone_point(place: int, cell: ToneCell) -> Point:
    return Point(place, cell.tone.value, cell.tone.low, cell.tone.high, str(cell), cell.tone.rows)


def ceiling(value: float) -> tuple[float, tuple[float, ...]]:
    """A round upper end at or above `value` and the ticks from zero to it."""
    steps = [step * 10**power for power in range(-2, 5) for step in (1.0, 2.0, 5.0)]
    step = next((step for step in steps if value <= step * 5), steps[-1])
    count = max(int(-(-value // step)), 1)
    return step * count, tuple(step * place for place in range(count + 1))


def loaded_chart(loaded: Sequence[LoadedRates], sources: Sequence[str]) -> Dumbbell:
    """Loaded words per 1,000 words: in the outlet's own words and in what it quotes."""
    rates = {(one.source, one.voice): one.total for one in loaded}
    rows = []
    for source in list(sources)[:MOST_ROWS]:
        own, quoted = rates.get((source, "narrator")), rates.get((source, "quoted"))
        quoted = quoted if quoted and quoted.denominator > 0 else None
        counts = f"n = {number(own.count if own else 0, 0)} and {number(quoted.count if quoted else 0, 0)}"
        rows.append(_rate_row(source, (own, quoted), counts, none=None))
    high, ticks = ceiling(_highest(rows, 1.0) or 1.0)
    head = Head(
        "loaded-rates",
        "How much judging language, and whose?",
        "loaded words per 1,000 words of that voice; n = loaded words found",
        "A circle without a square: no loaded word was found inside the source’s quotation marks.",
    )
    axis = Axis("loaded words per 1,000 words", 0, high, ticks, decimals=1)
    return Dumbbell(head, axis, ("the outlet’s own words", "in quotation marks"), tuple(rows))


def categories_chart(loaded: Sequence[LoadedRates], sources: Sequence[str]) -> HeatMap | None:
    """Categories of loaded words by source, in the outlet's own words; None when there are none."""
    own = {one.source: one for one in loaded if one.voice == "narrator"}
    shown = [source for source in sources if source in own][:MOST_SOURCES]
    names = sorted({name for source in shown for name in own[source].categories})
    rows = tuple(
        _rate_row(name.replace("_", " "), [own[source].categories.get(name) for source in shown]) for name in names
    )
    high = _highest(rows, 0.0)
    if not high:
        return None
    head = Head("loaded-categories", "Which kinds of loaded words?", "per 1,000 words of the outlet’s own voice")
    return HeatMap(head, tuple(shown), rows, high)


def agency_chart(agency: Sequence[AgencyShares]) -> StackedShare | None:
    """How many accounts of harm name somebody who did it; None when there are none."""
    rows = []
    for one in agency:
        deleted = one.deleted.count
        named = max(one.deleted.denominator - deleted, 0.0)
        kept = tuple(row for row in one.deleted.denominator_rows if row not in set(one.deleted.rows))
        note = f"n = {number(one.deleted.denominator, 0)}"
        rows.append(ValueRow(one.source, (named, deleted), (kept, one.deleted.rows), note))
    if not any(any(row.values) for row in rows):
        return None
    head = Head(
        "agency-doers",
        "When harm is told, is somebody named who did it?",
        "share of accounts of harm in the outlet’s own words; n = accounts",
        "An account of harm is a verb or noun such as “killed”, “shelling”, “fled”, with whoever does and suffers it.",
    )
    return StackedShare(head, ("a doer is named", "nobody is named"), tuple(rows)[:MOST_ROWS])


def _whole(count: float) -> int:
    """A count as a whole number; what is shared between actors still counts as mentioned."""
    return max(1, round(count)) if count > 0 else 0


def omission_chart(matrix: OmissionMatrix) -> MentionMatrix:
    """What each source mentions of one event."""
    states = {"mentioned": "mentioned", "not mentioned": "absent", "cannot tell": "unsure"}
    groups = {"actor": "Actors", "referent": "Subjects", "voice": "Sides quoted", "fact": "Facts and numbers"}
    order = list(groups)
    places = sorted(range(len(matrix.items)), key=lambda place: order.index(matrix.items[place].kind))[:MOST_ROWS]
    articles = dict(zip(matrix.sources, matrix.articles, strict=True))
    columns = largest(matrix.sources, articles, MOST_SOURCES)
    rows = tuple(
        MatrixRow(
            matrix.items[place].name,
            tuple(
                Cell(states[cell.state], _whole(cell.count), cell.rows)  # type: ignore[arg-type]
                for source, cell in zip(matrix.sources, matrix.cells[place], strict=True)
                if source in columns
            ),
            groups[matrix.items[place].kind],
        )
        for place in places
    )
    head = Head(
        f"missing-{slug(matrix.event)}",
        f"Who mentions what: {matrix.title}" if matrix.event else "Who mentions what",
        f"number = mentions · {articles_line(articles, columns)}",
        "“Not mentioned” is a fact about these articles, not a judgement: a short article leaves out more."
        + say_left_out(len(matrix.sources), len(columns)),
    )
    return MentionMatrix(head, columns, rows)


def map_chart(found: SourceMap) -> PlaceMap:
    """Sources that write alike stand close together."""
    places = tuple(Place(point.source, point.x, point.y, f"n = {point.n}") for point in found.points)
    fit = "a good picture" if found.stress < 0.1 else "a fair picture"
    head = Head(
        "source-map",
        "Which sources write alike?",
        f"distances between the sources’ measured features; stress {fixed(found.stress, 2)}: {fit} of the distances",
        "Only distances mean something. No direction means left, right, good or bad.",
    )
    return PlaceMap(head, places)


def reading_chart(sources: Sequence[str], index: EvidenceIndex) -> DotWhisker:
    """School years of education needed to read each source: the range of four formulas."""
    rows = []
    for source in list(sources)[:MOST_ROWS]:
        mine = (one for one in index.articles.values() if one["source"] == source and not one["duplicate_of"])
        own = [one for one in mine if all(isfinite(float(one[name] or "nan")) for name in GRADES)]
        grades = sorted(sum(float(one[name]) for one in own) / len(own) for name in GRADES) if own else []
        if grades:
            label = f"grade {number(grades[0], 0)}–{number(grades[-1], 0)} (n = {len(own)})"
            rows.append(DotRow(source, (Point(0, median(grades), grades[0], grades[-1], label),)))
    top = max([point.high or 0.0 for row in rows for point in row.points], default=12.0)
    high, ticks = ceiling(top)
    head = Head(
        "reading-level",
        "How hard is it to read?",
        "years of schooling (US grade); n = articles",
        "The line spans four readability formulas, the marker is their median. The formulas know only the length of "
        "sentences and words: they say nothing about how clear or fair a text is.",
    )
    axis = Axis("US school grade", 0, high, ticks, decimals=0)
    return DotWhisker(head, axis, ("median of the formulas",), tuple(rows))


def periods_chart(profile: Profile) -> SmallMultiples | None:
    """The headline features over time, one panel each; None without periods."""
    if len(profile.periods) < 2:
        return None
    names = list(dict.fromkeys(name for period in profile.periods for name in period.values))[:9]
    panels = tuple(
        _rate_row(name.replace("_", " "), [period.values.get(name) for period in profile.periods], none=None)
        for name in names
    )
    high, _ = ceiling(_highest(panels, 1.0))
    head = Head(f"over-time-{slug(profile.source)}", "How it changes over time", "a gap is a time without articles")
    times = tuple(period.period for period in profile.periods)
    return SmallMultiples(head, times, panels, high, "all panels on one scale")
