"""write_class_report(): the class against itself and against the tool, on paper and on screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from framing.classroom.against import Dispute, MarkedPlace, compare_with_tool, find_disputes
from framing.classroom.agreement import Agreement, measure_agreement, say_alpha, tabulate
from framing.classroom.class_voices import compare_speakers, compare_voices
from framing.classroom.findings import quoted, say_line, say_lines
from framing.classroom.key import Key, find_key
from framing.classroom.marks import LeftOut, Marks, read_marks
from framing.classroom.pages import write_class_page
from framing.classroom.paper import Paper, SheetBlock, check_options, typeset
from framing.classroom.proposals import propose_patch, propose_verdicts
from framing.classroom.records import TAGS, WORD_TAGS, LessonOptions
from framing.classroom.texts import load_texts
from framing.report.blocks import Heading, Note, Paragraph, Run, Table, Words, cells, plain
from framing.report.pdf import open_typesetter
from framing.report.write import write_whole
from framing.say import fixed, plural

SHOWN = 8
LONGEST = 90  # characters of marked words


class ClassResult(NamedTuple):
    """What a class report wrote, and what it could not use."""

    files: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]
    pupils: int
    agreement: tuple[Agreement, ...]
    disputes: tuple[Dispute, ...]


def write_class_report(
    marks: Sequence[str | Path], out: str | Path, *, articles: str | Path | None = None, paper: str = "a4"
) -> ClassResult:
    """Writes class-report.pdf, class-report.html, verdicts.csv and pack-patch.toml into `out`.

    `marks` are pupils' files, marks.csv, or folders of them; `articles` is the folder that `write_handout` wrote (by
    default the one beside the marks). Codes of pupils are printed nowhere.

    Raises:
        InputError: no marks can be used, or there is no answer key.
        UsageError: an unknown paper.
    """
    options = LessonOptions(paper=paper.lower())
    check_options(options)
    paths = [Path(one) for one in marks]
    key = find_key(paths, Path(articles) if articles else None)
    read = read_marks(paths, key)
    table = tabulate(read, key)
    agreement, places, disputes = measure_agreement(table), compare_with_tool(table, key), find_disputes(table, key)
    page = Paper(
        "class-report.pdf",
        "The class and the tool",
        f"{plural(len(read.codes), 'worksheet')}, {plural(len(read.marks), 'mark')}",
        _blocks(read, key, agreement, (places, disputes)),
        pupil=False,
    )
    with open_typesetter() as typesetter:
        pdf = typeset(typesetter, page, options)
    files = {
        "class-report.pdf": pdf,
        "class-report.html": write_class_page(page).encode(),
        "verdicts.csv": propose_verdicts(places, read.decisions).encode(),
        "pack-patch.toml": propose_patch(places, key).encode(),
    }
    written = write_whole(Path(out), files.items())
    return ClassResult(written, read.left_out, len(read.codes), agreement, disputes)


def _blocks(
    read: Marks, key: Key, agreement: Sequence[Agreement], found: tuple[Sequence[MarkedPlace], Sequence[Dispute]]
) -> tuple[SheetBlock, ...]:
    (places, disputes), words = found, load_texts("class_report.toml")
    return (
        *_left_out(read.left_out),
        Heading("For the next lesson: three good disagreements"),
        *_disputes(disputes, words["prompts"]),
        Heading("Do pupils agree with one another?"),
        Paragraph(plain(words["alpha"])),
        _agreement(agreement),
        Heading("The class and the tool"),
        Paragraph(plain(words["against"])),
        _counts(places),
        *(_list(places, who, title) for who, title in words["lists"].items()),
        Heading("Whose words, and who speaks"),
        Paragraph(plain(words["voices"])),
        compare_voices(places, key),
        compare_speakers(read, key),
        Heading("Voices that the class misses"),
        _missing(read),
        Heading("What you may do with it"),
        Paragraph(plain(words["proposals"])),
    )


def _left_out(left_out: Sequence[LeftOut]) -> list[Note]:
    if not left_out:
        return []
    items: list[Words] = [(Run(one.place, "strong"), Run(f" {one.why}.")) for one in left_out]
    return [Note("warning", "Not used", tuple(items))]


def _disputes(disputes: Sequence[Dispute], prompts: Mapping[str, str]) -> list[SheetBlock]:
    if not disputes:
        return [Paragraph(plain("The class was nowhere split: too few marks, or everybody marked the same."))]
    return [
        Note(
            "how",
            f"{number}. {quoted(one.place.words, LONGEST)} (text {one.place.letter}, {say_lines([one.place.line])})",
            (plain(one.sentence), plain(_split(one)), (Run("Ask: ", "strong"), Run(prompts[one.place.tag]))),
        )
        for number, one in enumerate(disputes, 1)
    ]


def _split(one: Dispute) -> str:
    """How the class is split on some words, and where the tool stands."""
    place, rival = one.place, f" Others marked the same words as {TAGS[one.rival]}." if one.rival in TAGS else ""
    tool = "The tool marks it too." if one.tool else "The tool does not mark it."
    return f"{place.counted} marked it as {TAGS[place.tag]}, {place.pupils - place.hits} did not.{rival} {tool}"


def _agreement(agreement: Sequence[Agreement]) -> Table:
    rows = tuple(
        cells(
            (Run(TAGS[one.tag], "strong"),), fixed(one.alpha, 2), say_alpha(one), str(one.pupils),
            f"{one.marked} of {one.units}" if one.units else "no text was read by two",
        )
        for one in agreement
    )  # fmt: skip
    columns = ("Kind of mark", "Alpha", "In words", "Pupils", "Words marked by anybody (missing voice: texts)")
    return Table("Agreement among pupils", columns, rows, numeric=(1, 3), widths=(1.4, 0.6, 1.8, 0.6, 1.5))


def _counts(places: Sequence[MarkedPlace]) -> Table:
    count = Counter((one.tag, one.who) for one in places)
    rows = tuple(
        cells((Run(TAGS[tag], "strong"),), *(str(count[tag, who]) for who in ("both", "only class", "only tool")))
        for tag in WORD_TAGS
    )
    return Table("Places marked", ("Kind of mark", "Both", "Only the class", "Only the tool"), rows, numeric=(1, 2, 3))


def _list(places: Sequence[MarkedPlace], who: str, title: str) -> Table:
    mine = sorted((one for one in places if one.who == who), key=lambda one: (-one.share, one.letter, one.span))
    if who == "only tool":
        mine.sort(key=lambda one: (one.tag == "speaker", one.unsure, one.share))
    rows = tuple(
        cells(
            quoted(one.words, LONGEST), TAGS[one.tag], f"{one.letter}, {say_line(one.line)}", one.counted,
            (one.rows[0] if one.rows else "") + (" · may be wrong" if one.unsure else ""),
        )
        for one in mine[:SHOWN]
    )  # fmt: skip
    rows = rows or (cells("nothing", "", "", "", ""),)
    columns = ("Words", "Kind of mark", "Text, line", "Pupils", "Evidence")
    note = f"The first {SHOWN} of {len(mine)}." if len(mine) > SHOWN else ""
    return Table(title, columns, rows, note=note, widths=(2.2, 1.1, 0.8, 0.8, 1.2))


def _missing(read: Marks) -> Table:
    """Whom pupils missed, by text; the same name in other letters counts as one."""
    count: Counter[tuple[str, str]] = Counter()
    named: dict[tuple[str, str], str] = {}
    for one in read.missing:
        place = (one.letter, " ".join(one.who.casefold().split()))
        count[place] += 1
        named.setdefault(place, one.who)
    ordered = sorted(count, key=lambda place: (-count[place], place))
    rows = tuple(cells(place[0], named[place], str(count[place])) for place in ordered[:20])
    rows = rows or (cells("–", "nobody was named", "0"),)
    return Table("", ("Text", "Who should speak", "Pupils"), rows, numeric=(2,), widths=(0.4, 3.0, 0.6))
