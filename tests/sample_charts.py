"""One chart of every kind, with the values and names that break charts: long, equal, empty, far out, other scripts."""

from __future__ import annotations

from framing.chart.kinds.diverging_bars import DivergingBars
from framing.chart.kinds.dot_whisker import DotRow, DotWhisker, Point
from framing.chart.kinds.dumbbell import Dumbbell
from framing.chart.kinds.heat_map import HeatMap
from framing.chart.kinds.mention_matrix import Cell, MatrixRow, MentionMatrix
from framing.chart.kinds.place_map import Place, PlaceMap
from framing.chart.kinds.roles import RoleCell, RoleMatrix, RoleRow
from framing.chart.kinds.small_multiples import SmallMultiples
from framing.chart.kinds.stacked_share import StackedShare
from framing.chart.kinds.unit_matrix import UnitMark, UnitMatrix, UnitRow
from framing.chart.kinds.word_matrix import CalledWords, WordMatrix, WordRow
from framing.chart.layout import Axis
from framing.chart.protocol import Head, ValueRow

SOURCES = ("The Haverin Press Service", "Bell", "Corrin Ledger", "Ostrell Courier", "Wire")
LONG = "Organisation for Security, Co-operation and the Recovery of Border Villages in the Upper Valley"
ROWS = ("e1", "e2")


def head(id: str) -> Head:
    """A head with everything in it."""
    return Head(id, f"What does {id} show?", "per 1,000 own words · n = 5", "How to read this chart, in a sentence.")


def _points(row: int) -> tuple[Point, ...]:
    values = [((place * 7 + row * 3) % 11 - 5) / 5 for place in range(len(SOURCES))]
    return tuple(
        Point(
            place,
            value,
            value - 0.1 if place % 2 else None,
            value + 0.1 if place % 2 else None,
            f"{value:+.2f} (n = {place})",
            ROWS,
        )
        for place, value in enumerate(values)
    )


AXIS = Axis("mean tone", -1, 1, (-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1), 0.0, "negative", "positive", 2)
DOTS = DotWhisker(
    head("dots"),
    AXIS,
    SOURCES,
    tuple(DotRow(name, _points(place)) for place, name in enumerate(("Armenia", LONG, "Նիկոլ Փաշինյան", "تهران"))),
)
SHARES = StackedShare(
    head("shares"),
    ("office holders and states", "experts", "ordinary people", "organisations and media", "unnamed"),
    tuple(
        ValueRow(name, (place, 3.0, 0.05, 1.0, 0.9), (ROWS,) * 5, f"n = {place}") for place, name in enumerate(SOURCES)
    )
    + (ValueRow(LONG, (0.0,) * 5, ((),) * 5, "n = 0"),),
)
RIVALS = DivergingBars(
    head("rivals"),
    ("“ethnic cleansing”, “forced departure of the whole population”", "“anti-terrorist campaign”"),
    "uses per 1,000 words",
    tuple(ValueRow(name, (place * 1.3, 1000 - place), (ROWS, ROWS), "n = 3") for place, name in enumerate(SOURCES)),
)
PAIRS = Dumbbell(
    head("pairs"),
    Axis("loaded words", 0, 20, (0, 5, 10, 15, 20)),
    ("own words", "in quotation marks"),
    (
        ValueRow("far", (2.0, 19.0), (ROWS, ROWS), "n = 1"),
        ValueRow("equal", (7.0, 7.0), (ROWS, ROWS), "n = 2"),
        ValueRow("near", (7.0, 7.1), (ROWS, ROWS), "n = 2"),
        ValueRow(LONG, (None, 3.0), ((), ROWS), "n = 3"),
        ValueRow("none", (None, None), ((), ())),
    ),
)
MENTIONS = MentionMatrix(
    head("mentions"),
    SOURCES,
    tuple(
        MatrixRow(
            name,
            (
                Cell("mentioned", 120, ROWS),
                Cell("absent"),
                Cell("unsure"),
                Cell("mentioned", 1, ROWS),
                Cell("absent"),
            ),
            group,
        )
        for name, group in (("UN", "Actors"), (LONG, "Actors"), ("120,000 people", "Facts"))
    ),
)
HEAT = HeatMap(
    head("heat"),
    SOURCES,
    tuple(
        ValueRow(name, (0.0, 2.5, None, 7.5 - place, 10.0), (ROWS,) * 5) for place, name in enumerate(("verb", LONG))
    ),
    10.0,
)
TIMES = SmallMultiples(
    head("times"),
    ("2024-01", "2024-02", "2024-03", "2024-04"),
    tuple(ValueRow(name, (1.0, None, 4.0, 0.0), (ROWS, (), ROWS, ROWS)) for name in (*SOURCES, LONG)),
    4.0,
    "per 1,000 own words",
)
_MARKS = tuple(
    UnitMark(voice, state, "e1", "Somebody")
    for voice in ("narrator", "attributed", "quoted", "distanced")
    for state in ("asserted", "denied")
)
UNITS = UnitMatrix(
    head("units"),
    ("“crackdown on the movement and its supporters”, “raid”", "“operation” (neutral)", LONG),
    tuple(UnitRow(name, (_MARKS * place, (), _MARKS)) for place, name in enumerate(SOURCES)),
)
MAP = PlaceMap(
    head("map"),
    tuple(Place(f"{name} {n}", n % 5 * 0.11, n % 3 * 0.07, "n = 5") for n in range(4) for name in (*SOURCES, LONG)),
)
COUNTS = ((3, 1), (0, 0), (0, 12), (120, 0.5), (1, 0))  # own words, others'
DEEDS = RoleMatrix(
    head("roles"),
    ("does harm", "is harmed", "helps", "is accused or criticised", "is praised or defended"),
    tuple(
        RoleRow(name, tuple(RoleCell(own, others, ROWS if own + others else ()) for own, others in COUNTS))
        for name in ("UN, Courier", LONG)
    ),
)
WORDS = WordMatrix(
    head("words"),
    SOURCES[:4],
    tuple(
        WordRow(name, (CalledWords(LONG, "narrator", "e1"), None, CalledWords("raid", voice, "e2"), None))
        for name, voice in (("the operation", "attributed"), (LONG, "quoted"), ("", "distanced"))
    ),
)
CHARTS = (DOTS, SHARES, RIVALS, PAIRS, MENTIONS, HEAT, TIMES, UNITS, DEEDS, WORDS, MAP)
OPENED = CHARTS[:-1]  # charts whose marks stand for rows
