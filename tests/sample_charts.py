"""One chart of every kind, with the values and names that break charts: long, equal, empty, far out, other scripts."""

from __future__ import annotations

from framing.chart import specs as s

SOURCES = ("The Haverin Press Service", "Bell", "Corrin Ledger", "Ostrell Courier", "Wire")
LONG = "Organisation for Security, Co-operation and the Recovery of Border Villages in the Upper Valley"
ROWS = ("e1", "e2")


def head(id: str) -> s.Head:
    """A head with everything in it."""
    return s.Head(id, f"What does {id} show?", "per 1,000 own words · n = 5", "How to read this chart, in a sentence.")


def _points(row: int) -> tuple[s.Point, ...]:
    values = [((place * 7 + row * 3) % 11 - 5) / 5 for place in range(len(SOURCES))]
    return tuple(
        s.Point(
            place,
            value,
            value - 0.1 if place % 2 else None,
            value + 0.1 if place % 2 else None,
            () if place % 2 else (-1.0, value, 0.3),
            f"{value:+.2f} (n = {place})",
            ROWS,
        )
        for place, value in enumerate(values)
    )


AXIS = s.Axis("mean tone", -1, 1, (-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1), 0.0, "negative", "positive", 2)
DOTS = s.DotWhisker(
    head("dots"),
    AXIS,
    SOURCES,
    tuple(s.DotRow(name, _points(place)) for place, name in enumerate(("Armenia", LONG, "Նիկոլ Փաշինյան", "تهران"))),
)
SHARES = s.StackedShare(
    head("shares"),
    ("officials and states", "experts", "ordinary people", "organisations and media", "unnamed"),
    tuple(
        s.ShareRow(name, (place, 3.0, 0.05, 1.0, 0.9), (ROWS,) * 5, f"n = {place}")
        for place, name in enumerate(SOURCES)
    )
    + (s.ShareRow(LONG, (0.0,) * 5, ((),) * 5, "n = 0"),),
)
RIVALS = s.DivergingBars(
    head("rivals"),
    "“ethnic cleansing”, “forced departure of the whole population”",
    "“anti-terrorist campaign”",
    "uses per 1,000 words",
    tuple(s.DivergingRow(name, place * 1.3, 1000 - place, ROWS, ROWS, "n = 3") for place, name in enumerate(SOURCES)),
)
PAIRS = s.Dumbbell(
    head("pairs"),
    s.Axis("loaded words", 0, 20, (0, 5, 10, 15, 20)),
    "own words",
    "in quotation marks",
    (
        s.DumbbellRow("far", 2.0, 19.0, ROWS, ROWS, "n = 1"),
        s.DumbbellRow("equal", 7.0, 7.0, ROWS, ROWS, "n = 2"),
        s.DumbbellRow("near", 7.0, 7.1, ROWS, ROWS, "n = 2"),
        s.DumbbellRow(LONG, None, 3.0, (), ROWS, "n = 3"),
        s.DumbbellRow("none", None, None),
    ),
)
MENTIONS = s.OmissionMatrix(
    head("mentions"),
    SOURCES,
    tuple(
        s.MatrixRow(
            name,
            (
                s.Cell("mentioned", 120, ROWS),
                s.Cell("absent"),
                s.Cell("unsure"),
                s.Cell("mentioned", 1, ROWS),
                s.Cell("absent"),
            ),
            group,
        )
        for name, group in (("UN", "Actors"), (LONG, "Actors"), ("120,000 people", "Facts"))
    ),
)
HEAT = s.HeatMap(
    head("heat"),
    SOURCES,
    tuple(
        s.HeatRow(name, (0.0, 2.5, None, 7.5 - place, 10.0), (ROWS,) * 5) for place, name in enumerate(("verb", LONG))
    ),
    10.0,
)
TIMES = s.SmallMultiples(
    head("times"),
    ("2024-01", "2024-02", "2024-03", "2024-04"),
    tuple(s.Panel(name, (1.0, None, 4.0, 0.0), (ROWS, (), ROWS, ROWS)) for name in (*SOURCES, LONG)),
    4.0,
    "per 1,000 own words",
)
_MARKS = tuple(
    s.UnitMark(voice, state, "e1", "Somebody")
    for voice in ("narrator", "attributed", "quoted", "distanced")
    for state in ("asserted", "denied")
)
UNITS = s.UnitMatrix(
    head("units"),
    ("“crackdown on the movement and its supporters”, “raid”", "“operation” (neutral)", LONG),
    tuple(
        s.UnitRow(name, (s.UnitCell(_MARKS * place), s.UnitCell(()), s.UnitCell(_MARKS)))
        for place, name in enumerate(SOURCES)
    ),
)
MAP = s.PlaceMap(
    head("map"),
    tuple(s.Place(f"{name} {n}", n % 5 * 0.11, n % 3 * 0.07, "n = 5") for n in range(4) for name in (*SOURCES, LONG)),
)
CHARTS = (DOTS, SHARES, RIVALS, PAIRS, MENTIONS, HEAT, TIMES, UNITS, MAP)
OPENED = CHARTS[:-1]  # charts whose marks stand for rows
