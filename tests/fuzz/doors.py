"""Every door by which something from outside comes in, with good files for it and what must hold of damaged ones."""

from __future__ import annotations

import json
import random
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from fuzz.mutators import mutate

from framing.errors import FramingError
from framing.folder import RECORD

TESTS = Path(__file__).parents[1]
FILES, STRIKE = TESTS / "data" / "files", TESTS / "data" / "strike"
SOUND = ("common-voice.txt", "harbour-star.txt")  # articles that lie beside the damaged ones
UNFORESEEN = "cannot be read ("  # how the reader names a fault that no rule of its own foresaw
TOGETHER = 16  # damaged files in one folder


class Case(NamedTuple):
    """One damaged file: the name it bears and what it holds."""

    name: str
    data: bytes


class Door(NamedTuple):
    """One way in. `enter` takes damaged files in an empty folder and raises what a user would see as a traceback."""

    name: str
    seeds: Callable[[], Sequence[Case]]
    enter: Callable[[Path, Sequence[Case]], None]
    together: int = 1  # files at once
    weight: int = 1


def draw_case(door: Door, number: int) -> Case:
    """The same damaged file for the same number, on every machine."""
    draw = random.Random(f"{door.name} {number}")
    seeds = door.seeds()
    name, data = draw.choice(seeds)
    ending = name.rpartition(".")[2]
    alike = [one.data for one in seeds if one.name.endswith(ending)]
    if draw.random() < 0.03 and len(seeds) > 9:
        name = f"{name}.{draw.choice(seeds).name.rpartition('.')[2]}"  # one kind of file under the name of another
    return Case(name, mutate(draw, data, alike))


@cache
def articles() -> tuple[Case, ...]:
    """Good files of every format and layout that the program reads."""
    found = [path for path in sorted(FILES.rglob("*")) if path.is_file() and path.suffix not in (".md", ".toml")]
    found += [
        FILES / "formats" / "article.md",
        *sorted((FILES / "layouts").glob("*.md")),
        *sorted(STRIKE.glob("*.txt")),
    ]
    return tuple(Case(path.name, path.read_bytes()) for path in found if path.stat().st_size < 120_000)


def lay_sound(folder: Path) -> None:
    for name in SOUND:
        (folder / name).write_bytes((STRIKE / name).read_bytes())


@cache
def sound_texts() -> frozenset[str]:
    from framing.read import read_corpus

    return frozenset(one.text for one in read_corpus([STRIKE / name for name in SOUND]).articles)


def enter_reading(folder: Path, cases: Sequence[Case]) -> None:
    """Damaged articles beside sound ones: these are read as ever, and nothing that is read can do harm later on."""
    from framing.read import read_corpus

    lay_sound(folder)
    for number, one in enumerate(cases):
        place = folder / (one.name if one.name == "manifest.csv" else f"bad-{number:02d}-{one.name}")
        place.write_bytes(one.data)
    found = read_corpus(folder)
    check_articles(found)
    lost = sound_texts() - {article.text for article in found.articles}
    assert not lost, "an article beside a damaged file is lost or changed"


def check_articles(found: Any) -> None:
    unforeseen = [one for one in found.skipped if one.reason.startswith(UNFORESEEN)]
    assert not unforeseen, f"a fault that no rule foresaw: {unforeseen[0].reason}"
    assert all(one.reason and one.remedy for one in found.skipped)
    ids = [article.id for article in found.articles]
    assert len(set(ids)) == len(ids)
    for article in found.articles:
        assert article.id.isprintable() and not set(article.id) & set('/\\:*?"<>|')
        words = "".join((article.id, article.source, article.event, article.title, article.url, article.text))
        words.encode("utf-8")
        bad = [sign for sign in words if sign < " " and sign not in "\n"]
        assert not bad, f"a control character is kept: {bad[0]!r} in {article.id}"


def enter_with(read: Callable[[Path], object], name: str = "") -> Callable[[Path, Sequence[Case]], None]:
    """A door that takes one file and may refuse it in words."""

    def enter(folder: Path, cases: Sequence[Case]) -> None:
        (one,) = cases
        path = folder / (name or one.name)
        path.write_bytes(one.data)
        try:
            read(path)
        except FramingError as problem:
            said = str(problem)
            assert said.strip().endswith((".", "!", "?")) or ":" in said, f"no sentence: {said!r}"

    return enter


def manifests() -> Sequence[Case]:
    text = (STRIKE / "manifest.csv").read_bytes()
    return (
        Case("manifest.csv", text),
        Case("manifest.csv", b"file;source;date\ncommon-voice.txt;Voice;3.2.2025\nharbour-star.txt;Star;\n"),
    )


ROSTER = b"""[[actor]]
id = "berg"
name = "Anna Berg"
kind = "person"
aliases = ["Berg", "Mayor Berg"]
member_of = "town"
order = 3
roles = [{title = "mayor", of = "town", from = "2020-01-01", to = "2024-05-01"}]

[[actor]]
id = "town"
name = "Selmouth"
kind = "place"
demonyms = ["Selmouther"]
"""


def read_roster(path: Path) -> None:
    from framing.packs.roster import load_known

    load_known(actors_file=path)


@cache
def packs() -> Sequence[Case]:
    folder = TESTS.parent / "framing" / "packs"
    paths = (folder / "starter.toml", folder / "starter.toml", folder / "frames" / "demo.toml")
    return tuple(Case("mine.toml", path.read_bytes()) for path in paths)


def read_pack(path: Path) -> None:
    from framing.packs import load_packs

    load_packs([str(path)])


def layouts() -> Sequence[Case]:
    folder = TESTS.parent / "framing" / "read" / "layouts"
    return tuple(Case("mine.toml", path.read_bytes()) for path in sorted(folder.glob("*.toml")))


def enter_layout(folder: Path, cases: Sequence[Case]) -> None:
    """A damaged layout beside articles: refused in words, or all articles are read with it."""
    from framing.read import read_corpus

    lay_sound(folder)
    (folder / "list.txt").write_bytes((FILES / "layouts" / "a1_numbered_copyright_first.txt").read_bytes())
    (folder / "layouts").mkdir()
    (folder / "layouts" / cases[0].name).write_bytes(cases[0].data)
    with suppress(FramingError):
        check_articles(read_corpus(folder))


def verdicts() -> Sequence[Case]:
    rows = b'id,verdict,who,why\ncue-1,drop,Leyla,a name\nquote-3,keep,Tom,\nquote-9,DROP,,"a, b"\n'
    return (Case("verdicts.csv", rows), Case("verdicts.csv", b"\xef\xbb\xbf" + rows.replace(b"\n", b"\r\n")))


def read_verdicts_file(path: Path) -> None:
    from framing.compare.verdicts import apply_verdicts, read_verdicts

    apply_verdicts(small_run(), read_verdicts(path))


@cache
def small_run() -> Any:
    from sample_run import sample_analysis

    return sample_analysis()


def events() -> Sequence[Case]:
    rows = b"article,event,doubt,source,date,title\ncommon-voice,strike,,Voice,2025-02-03,A\nharbour-star,,,Star,,\n"
    return (Case("events.csv", rows),)


def read_events_file(path: Path) -> None:
    from framing.read import read_corpus
    from framing.read.events_file import give_events, read_events

    settled = read_events(path)
    lay_sound(path.parent)
    give_events(read_corpus([path.parent / name for name in SOUND]).articles, settled)


@cache
def saved_run() -> dict[str, bytes]:
    """The files of a small saved run."""
    import tempfile

    from framing.evidence import save_analysis

    with tempfile.TemporaryDirectory() as box:
        save_analysis(small_run(), Path(box) / "run")
        files = {path.name: path.read_bytes() for path in (Path(box) / "run").iterdir()}
    return {name: data for name, data in files.items() if not name.endswith(".parquet")}


def saved_tables() -> Sequence[Case]:
    names = [*saved_run(), *["evidence.csv"] * 3, *["articles.csv"] * 2]
    return tuple(Case(name, saved_run()[name]) for name in sorted(names))


def enter_saved(folder: Path, cases: Sequence[Case]) -> None:
    """Damaged tables: refused, or read and used by what looks at them next."""
    from framing.evidence.saved import read_saved

    for name, data in (saved_run() | {one.name: one.data for one in cases}).items():
        (folder / name).write_bytes(data)
    with suppress(FramingError):
        use_tables(read_saved(folder).analysis, whole=len(cases[0].data) % 8 == 0)


def use_tables(analysis: Any, *, whole: bool) -> None:
    """What the commands do with saved tables: list quotes, show a source, and now and then compare all of them."""
    from framing.cli.inspect import _quotes
    from framing.compare import compare_sources
    from framing.profile import profile_source

    list(_quotes(analysis, None, None))
    for source in sorted(set(analysis.articles["source"]))[:1]:
        profile_source(analysis, source)
    if whole:
        compare_sources(analysis)


def details() -> Sequence[Case]:
    """The detail of every row of a saved run, each with the number of its row."""
    rows = small_run().evidence["detail"]
    return tuple(Case(f"{row}.json", text.encode()) for row, text in enumerate(rows) if text)


def enter_detail(folder: Path, cases: Sequence[Case]) -> None:
    """A damaged detail in an otherwise whole table."""
    import csv

    rows = list(csv.reader(saved_run()["evidence.csv"].decode().splitlines()))
    for one in cases:
        rows[int(one.name.partition(".")[0]) + 1][-1] = one.data.decode("utf-8", "replace").replace("\0", "")
    with (folder / "evidence.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    enter_saved(folder, [Case("evidence.csv", (folder / "evidence.csv").read_bytes())])


def records() -> Sequence[Case]:
    record = {
        "framing": "0.1.0", "outputs": ["evidence.csv", "report.html"], "seed": 7,
        "digests": {"evidence.csv": "0" * 64},
        "inputs": [{"file": "a.txt", "sha256": "0" * 64}], "skipped": [], "command": ["framing", "compare"],
    }  # fmt: skip
    return (Case(RECORD, json.dumps(record).encode()), Case(RECORD, json.dumps(record, indent=1).encode()))


def read_record_file(path: Path) -> None:
    """A record of a run: asked what it wrote, whether it is one, and whether its folder may be written to again."""
    from framing.folder import claim_folder, is_results, recorded_files

    victim = path.parent.parent / "victim.txt"
    (path.parent / "evidence.csv").write_text("mine", "utf-8")
    is_results(path.parent)
    assert all((path.parent / name).is_file() for name in recorded_files(path.parent))
    claim_folder(path.parent, force=True)
    assert not victim.exists()


@cache
def lesson() -> tuple[bytes, bytes]:
    """The key of a small lesson, and one pupil's marks."""
    import tempfile

    from pupils import mark, sheet, words_of

    from framing.classroom import write_handout
    from framing.compare import compare_sources

    with tempfile.TemporaryDirectory() as box:
        write_handout(compare_sources(small_run()), Path(box) / "lesson", event="raid")
        data = (Path(box) / "lesson" / "answer-key.json").read_bytes()
    key = json.loads(data)
    text = key["texts"][0]
    marks = [mark(text, start, end, "loaded") for start, end in words_of(text["text"])[:2]]
    missing = [{"text": text["letter"], "who": "the villagers"}]
    return data, json.dumps(sheet(key, "K2", marks) | {"missing": missing}).encode()


def pupils_files() -> Sequence[Case]:
    rows = b"code,text,line,words,tag,note\nK3,A,2,camp,L,\nK3,A,,dawn,loaded,a note\nK4,B,1,massacre,N,\nK4,B,,no,G,\n"
    return (Case("marks.json", lesson()[1]), Case("marks.json", lesson()[1]), Case("marks.csv", rows))


def enter_marks(folder: Path, cases: Sequence[Case]) -> None:
    """One pupil's damaged file in the folder of a class: the others count."""
    from framing.classroom.key import read_key
    from framing.classroom.marks import read_marks

    key, good = lesson()
    (folder / "lesson").mkdir()
    (folder / "marks").mkdir()
    (folder / "lesson" / "answer-key.json").write_bytes(key)
    (folder / "marks" / "good.json").write_bytes(json.dumps({**json.loads(good), "code": "K1"}).encode())
    (folder / "marks" / f"bad-{cases[0].name}").write_bytes(cases[0].data)
    assert "K1" in read_marks([folder / "marks"], read_key(folder / "lesson")).codes


def keys() -> Sequence[Case]:
    return (Case("answer-key.json", lesson()[0]),)


def enter_key(folder: Path, cases: Sequence[Case]) -> None:
    """A damaged key: refused, or pupils' files are read by it and set against it."""
    from framing.classroom.against import compare_with_tool, find_disputes
    from framing.classroom.agreement import measure_agreement, tabulate
    from framing.classroom.key import read_key
    from framing.classroom.marks import read_marks

    (folder / "answer-key.json").write_bytes(cases[0].data)
    (folder / "marks").mkdir()
    (folder / "marks" / "good.json").write_bytes(lesson()[1])
    with suppress(FramingError):
        key = read_key(folder)
        table = tabulate(read_marks([folder / "marks"], key), key)
        measure_agreement(table)
        compare_with_tool(table, key)
        find_disputes(table, key)


def doors() -> tuple[Door, ...]:
    """All of them, those by which most comes in the heaviest."""
    from fuzz.page import upload_doors

    return (
        Door("articles", articles, enter_reading, TOGETHER, 70),
        Door("manifest", manifests, enter_reading, 1, 6),
        Door("layout", layouts, enter_layout, 1, 3),
        Door("roster", lambda: (Case("mine.toml", ROSTER),), enter_with(read_roster), 1, 8),
        Door("pack", packs, enter_with(read_pack), 1, 5),
        Door("verdicts", verdicts, enter_with(read_verdicts_file), 1, 5),
        Door("events", events, enter_with(read_events_file), 1, 3),
        Door("tables", saved_tables, enter_saved, 2, 2),
        Door("details", details, enter_detail, 6, 4),
        Door("record", records, enter_with(read_record_file), 1, 6),
        Door("marks", pupils_files, enter_marks, 1, 6),
        Door("key", keys, enter_key, 1, 4),
        *upload_doors(),
    )


def door_named(name: str) -> Door:
    return next(door for door in doors() if door.name == name)


warnings.filterwarnings("ignore", module=r"openpyxl|bs4|pypdf")
