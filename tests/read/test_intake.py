"""What people have: exports of another order, cut texts, damaged files, stories that nobody named."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from read.texts import STORM, TALKS, write

from framing.errors import PackError
from framing.model import Article
from framing.packs.tomlfile import read_toml
from framing.read import find_stories, group_events, read_corpus
from framing.read.columns import load_columns
from framing.read.cuts import MARKS, split_cut
from framing.read.dates import read_column, read_date
from framing.read.exports import split_export
from framing.read.inventory import describe_folder
from framing.read.layout_file import LAYOUTS, load_layouts, read_layouts

FILES = Path(__file__).parents[1] / "data" / "files"
BODIES = (
    "The harbour wall cracked on Monday and the northern dock was closed at once, the authority said.",
    "Dockers walked out on Tuesday in protest at the closing of the dock, which employs two hundred.",
)
HEADS = (("Wall cracks", "The Norport Herald", "2019-03-04"), ("Dockers walk out", "Daily Coast", "2019-03-05"))
EXPORTS = {
    "numbered": "{n} of 2 DOCUMENTS\n\nLENGTH: 16 words\nPUBLICATION: {1}\nTITLE: {0}\nDATE: {2}\nTEXT:\n{body}\n",
    "numbered, plain head": "{n} of 2 DOCUMENTS\n\n          {1}\n\n{0}\n\n          {2}\n\nBYLINE: A. Roe\n\n{body}\n",
    "end line": "{0}\n\n{1}\n\nBy: A. Roe\n{2}\n\nBody\n\n{body}\n\nLoad-Date: March 9, 2019\n\nEnd of Document\n\n",
    "rules": "________\n\nHeadline: {0}\nNewspaper: {1}\nIssue date: {2}\n\nFull text: {body}\n\nRecord no.: 7\n\n",
    "codes": "HD {0}\nPD {2}\nSN {1}\nWC 16 words\n\nTD {body}\n\nAN Document {n}\n\n",
    "labels": "Outlet: {1}\nDate: {2}\nTitle: {0}\n\n{body}\n\n",
    "stamps": "{1}, {2}\n{0}\n\n{body}\n\n--------\n",
    "numbered, kind first": "Document {n} of 2\n\n{0}\n\n{1}\n{2}\n\n{body}\n\n",
    "numbered, by a stroke": "Article {n}/2\nSource: {1}\nDate: {2}\n\n{0}\n\n{body}\n\n",
    "end line, stamp": "{0}\n{1}, {2}\n\n{body}\n\n--- End of Article ---\n\n",
    "end line, labels below": "{0}\n\n{body}\n\nPublication: {1}\nDate: {2}\n\nEnd of Record\n",
    "rules, other mark": "~~~~~~~~\nOutlet: {1}\nPublished: {2}\nHeadline: {0}\n\n{body}\n\n",
    "rules, labels below": "{body}\n\nTitle: {0}\nNewspaper: {1}\nDate: {2}\n\n#####\n\n",
    "codes on lines of their own": "HD\n{0}\nSN\n{1}\nPD\n{2}\nLP\n{body}\nAN\nDoc {n}\n\n",
    "codes, outlet first": "SN {1}\nPD {2}\nET 10:00\nHD {0}\nWC 20 words\nTD\n{body}\n\n",
    "labels, text on its line": "Date: {2}\nHeadline: {0}\nPublication: {1}\nByline: A. Roe\nText: {body}\n\n",
    "labels in Markdown": "**Source:** {1}\n**Date:** {2}\n**Title:** {0}\n\n{body}\n\n",
    "stamped, headline above": "{0}\n{1}, {2}\n\n{body}\n\n",
    "stamped, headline below": "{1} | {2}\n\n{0}\n\n{body}\n\n",
    "stamped, numbered": "{n}. {0}\n{1}, {2}\n\n{body}\n\n",
    "numbers in brackets": "[{n}]\n{0}\n{1} ({2})\n\n{body}\n\n",
    "labels, place behind the outlet": "Title: {0}\nSource: {1}; Norport\nDate: {2}\n\n{body}\n\n",
    "labels of a letter": "From: {1}\nWhen: {2}\nHeadline: {0}\n\n{body}\n\n",
    "tags": "<DOC>\n<SOURCE>{1}</SOURCE>\n<DATE>\n{2}\n</DATE>\n<TITLE>{0}</TITLE>\n<TEXT>\n{body}\n</TEXT>\n</DOC>\n",
}


@pytest.mark.parametrize("name", EXPORTS)
@pytest.mark.parametrize("cut_end", [False, True])
def test_exports_of_another_order_are_read(name, cut_end):
    pieces = [
        EXPORTS[name].format(*head, n=n, body=body) for n, (head, body) in enumerate(zip(HEADS, BODIES, strict=True), 1)
    ]
    text = "".join(pieces)
    if cut_end and "labels below" not in name:
        text = text[: text.rindex(BODIES[1]) + len(BODIES[1])]
    found = split_export(text)
    assert [(one.known.title, one.known.source, read_date(one.known.date)) for one in found] == list(HEADS)
    assert [" ".join(one.text.split()) for one in found] == list(BODIES)


def test_several_articles_without_a_layout_are_refused(tmp_path):
    text = "".join(f"Article {n}\n\n{body}\n\n" for n, body in enumerate(BODIES * 2, 1))
    write(tmp_path, good__txt=TALKS, several__txt=text)
    (skipped,) = read_corpus(tmp_path).skipped
    assert "several articles" in skipped.reason and "----" in skipped.remedy


RELATED = f"{TALKS}\n\nWall cracks\nThe Norport Herald, 4 March 2019\n\nDock shut\nDaily Coast, 5 March 2019\n"


@pytest.mark.parametrize("text", [TALKS, STORM, BODIES[0], RELATED])
def test_an_article_is_no_export(text):
    assert split_export(text) == ()


@pytest.mark.parametrize("mark", read_toml(MARKS)["cut"], ids=lambda mark: mark["yes"][0])
def test_marks_of_a_cut(mark):
    assert all(split_cut(ending).mark for ending in mark["yes"])
    assert not any(split_cut(ending).mark for ending in mark["no"])


def test_layouts_and_columns_are_whole():
    assert len(load_layouts()) >= 5 and {"text", "source", "date", "title"} <= set(load_columns().fields)


GUIDE = (LAYOUTS / "README.md").read_text(encoding="utf-8")
SHELVES = GUIDE.split("```text\n")[1].split("```")[0]  # the guide's own example
MINE = GUIDE.split("```toml\n")[1].split("```")[0]
CLIPPINGS = [
    ("The Norport Herald", "2019-03-04", "Wall cracks", "The harbour wall", "Nobody was hurt."),
    ("Daily Coast", "2019-03-05", "Dockers walk out", "Dockers walked out", "two hundred people."),
]


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize("without", ["", "begin =", "after ="])
def test_a_layout_of_ones_own_is_read_as_the_guide_says(tmp_path, beside, without):
    corpus = tmp_path / "articles"
    layout = (corpus / "layouts" if beside else tmp_path) / "mine.toml"
    write(corpus, export__txt=SHELVES, other__txt=TALKS)
    layout.parent.mkdir(exist_ok=True)
    layout.write_text("\n".join(line for line in MINE.split("\n") if not without or not line.startswith(without)))
    result = read_corpus(corpus, layouts=() if beside else [layout])
    found = [one for one in result.articles if one.id != "other"]
    assert len(result.articles) == 3 and not any("fitted no" in one.what for one in result.noted)
    for one, (source, date, headline, first, last) in zip(found, CLIPPINGS, strict=True):
        assert (one.source, one.date, one.headline) == (source, date, headline)
        body = one.text.removeprefix(headline).strip()
        assert (
            body.startswith(first)
            and (without or body.endswith(last))
            and "\n" not in body.partition("Shelf")[0].strip()
        )


FAULTY_LAYOUTS = {  # layout -> words of the message
    "name = 'x'\nbegin = 'Clipping ('": ("`begin`", "broken pattern", "Put a \\"),
    "name = 'x'\nbegin = '.*'": ("`begin`", "fits blank lines"),
    "begin = 'Clipping'": ("`name` is missing", "Clippings of"),
    "name = 'x'\nstart = 'Clipping'": ("`start` is no key", "begin"),
    "name = 'x'": ("nothing says where", "`begin`", "README.md"),
    "name = 'x'\nbegin = 3": ("`begin` is no pattern", "quotation marks"),
    "name = 'x'\nrule = '=+'": ("`rule` needs the mark in brackets",),
    "name = 'x'\n[lines]\nday = 'Day: (.+)'": ("`lines.day`", "date"),
    "name = 'x'\n[lines]\ndate = '(.+)'": ("`lines.date` fits", "label"),
    "name = 'x'\nlabel = '[A-Z]{2} .*'": ("`label` needs the groups", "?P<value>"),
    "name = 'x'\nlabel = '(?P<label>[A-Z]{2}) (?P<value>.*)'": ("`roles`", "text ="),
    "name = 'x'\nbegin = 'A'\nneeds = ['date']": ("`needs` names 'date'",),
    "name = 'x'\nbegin = 'A'\nrank = 'first'": ("`rank`", "number"),
    "name = ": ("no layout that can be read", "README.md"),
}


@pytest.mark.parametrize("text", FAULTY_LAYOUTS)
def test_what_is_wrong_in_a_layout_is_said(tmp_path, text):
    (tmp_path / "mine.toml").write_text(text)
    with pytest.raises(PackError) as problem:
        read_layouts([tmp_path / "mine.toml"])
    assert all(words in str(problem.value) for words in ("mine.toml", *FAULTY_LAYOUTS[text]))
    write(tmp_path / "corpus", a__txt=TALKS)
    (tmp_path / "corpus" / "layouts").mkdir()
    (tmp_path / "mine.toml").rename(tmp_path / "corpus" / "layouts" / "mine.toml")
    result = read_corpus(tmp_path / "corpus")
    assert len(result.articles) == 1 and FAULTY_LAYOUTS[text][0] in result.skipped[0].reason


def test_a_layout_that_fits_nothing_is_named(tmp_path):
    (tmp_path / "mine.toml").write_text(MINE)
    write(tmp_path / "corpus", a__txt=TALKS)
    assert (
        "mine.toml fitted no file" in read_corpus(tmp_path / "corpus", layouts=[tmp_path / "mine.toml"]).noted[0].what
    )


SHAPES = {  # what people have besides plain tables, in the order source, title, date, text
    "title above.csv": 'Export of 1 article,,,\nsource,title,date,text\n{1},{0},{2},"{body}"\n',
    "words beside.csv": 'Domain Name,Schlagzeile,Published,Content (full)\n{1},{0},{2},"{body}"\n',
    "table.txt": "source;title;date;text\n{1};{0};{2};{body}\n",
    "days.csv": 'source,title,date,text\n{1},{0},Mon 04/03/2019,"{body}"\nx,y,Wed 13/03/2019,\n',
    "rendered.json": '[{{"site": "{1}", "title": {{"rendered": "{0}"}}, "date": "{2}", '
    '"content": {{"rendered": "{body}"}}}}]',
    "parts.json": '[{{"feed": {{"title": "{1}"}}, "title": "{0}", "date": "{2}", '
    '"paragraphs": [{{"text": "{body}"}}]}}]',
    "alone.txt": "{1}\n4 March 2019, page 5\n\n{0}\n\n{body}\n",
    "imprint.txt": "{0}\n\nPublication info: {1} ; Norport. 4 March 2019: 5.\n\n"
    "Full text: {body}\n\nLast updated: 2019-03-09\n",
    "few labels.txt": "{1}\n\nMarch 4, 2019 Monday\n\n{0}\n\nSECTION: News\nDISTRIBUTION: Main\n\n{body}\n\n"
    "GRAPHIC: A wall",
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_of_tables_and_headers(tmp_path, name):
    (tmp_path / name).write_text(SHAPES[name].format(*HEADS[0], body=BODIES[0]))
    (found,) = read_corpus(tmp_path / name).articles
    assert (found.headline, found.source, found.date) == HEADS[0]
    assert found.text == f"{HEADS[0][0]}\n\n{BODIES[0]}"


TEASERS = "".join(
    f"<article><h3><a href=/{n}>Dock story number {n} is here</a></h3><time datetime=2024-01-0{n}>x</time><p>Short "
    f"teaser number {n} about the dock and the people in it who said rather more than that.</p></article>"
    for n in range(1, 8)
)
LINKS = [f"<a href='/{n}'>The {word} dock was closed</a>" for n, word in enumerate(("old", "new", "dry", "wet"))]
NO_ARTICLES = {  # title, heading, body
    "consent": (
        "Lamp",
        "Before you continue",
        "We use cookies and data to show personalised ads.</p><p>You may accept all or reject all of them.",
    ),
    "an index page": ("News", "News", "".join(f"<h2>{one}</h2><p>{BODIES[0]}</p>" for one in LINKS)),
    "is an index page": ("By A. Roe", "", f"<ul>{''.join(f'<li>{one} <p>{BODIES[0]}</p></li>' for one in LINKS)}</ul>"),
    "error page": (
        "403 Forbidden",
        "403 Forbidden",
        "You do not have permission to access this resource.",
    ),
    "an error": (
        "Page not found | Lamp",
        "Sorry",
        "The page may have moved or been deleted. Try our search.",
    ),
    "error": (
        "Lamp",
        "451: Unavailable due to legal reasons",
        "From the European Economic Area access is denied.",
    ),
    "robots": (
        "Just a moment...",
        "lamp.test",
        "Checking the connection. Enable JavaScript in your browser.",
    ),
    "index page": ("Topic: Dock", "Topic: Dock", TEASERS),
}


@pytest.mark.parametrize("kind", NO_ARTICLES)
def test_pages_that_are_no_articles(tmp_path, kind):
    title, heading, body = NO_ARTICLES[kind]
    page = f"<html><head><title>{title}</title></head><body><h1>{heading}</h1><p>{body}</p></body></html>"
    write(tmp_path, good__txt=TALKS, page__html=page)
    result = read_corpus(tmp_path)
    assert [one.id for one in result.articles] == ["good"] and kind in result.skipped[0].reason


def test_the_manifest_lists_every_file_that_was_read(tmp_path):
    write(tmp_path, a__txt=TALKS, rows__csv=f'text\n"{STORM}"\n"{TALKS} Later."\n', b__pdf=b"%PDF nothing")
    text, _ = describe_folder(tmp_path)
    assert [line.split(",")[0] for line in text.splitlines()] == ["file", "a.txt", "rows.csv"]
    write(tmp_path, manifest__csv=text.replace("rows.csv,", "rows.csv,The Lamp"))
    result = read_corpus(tmp_path)
    assert [one.source for one in result.articles if "rows" in one.id] == ["The Lamp"] * 2
    assert not any("does not list a" in warning or "rows" in warning for warning in result.warnings)


def test_a_headline_in_capitals_above_a_date_is_no_outlet(tmp_path):
    write(tmp_path, a__txt=f"Daily Star Wins Prize\n4 March 2019\n\n{TALKS}")
    (found,) = read_corpus(tmp_path).articles
    assert found.source == "a" and found.date == "2019-03-04" and found.headline == "Daily Star Wins Prize"


def test_what_cannot_be_opened_says_why(tmp_path):
    import io
    import zipfile

    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as box:
        box.writestr("a.txt", TALKS)
    with zipfile.ZipFile(tmp_path / "nested.zip", "w") as box:
        box.writestr("inner.zip", inner.getvalue())
        box.writestr("b.txt", TALKS)
    (tmp_path / "locked.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3000)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    (tmp_path / "really-a-page.pdf").write_bytes(f"<!doctype html><html><body><article><p>{STORM}</p>".encode())
    result = read_corpus(tmp_path)
    told = {Path(one.path).name: one.reason for one in result.skipped}
    assert len(result.articles) == 2 and set(told) == {"inner.zip", "locked.docx", "broken.pdf"}
    assert "inside a zip" in told["inner.zip"] and "locked or old" in told["locked.docx"]
    assert "damaged" in told["broken.pdf"]


def test_a_column_decides_which_number_is_the_day():
    for dates, shown in (
        (["04/03/2019", "13/03/2019"], True), (["04/03/2019", "3/28/2019"], False), (["04/03/2019"], None),
        (["13/03/2019", "3/28/2019"], None),
    ):  # fmt: skip
        assert read_column(dates).day_first is shown


COUNTED = {  # a column: the first of its days
    ("45170", "45202.5", ""): "2023-09-01", ("946684800", "1696291200"): "2000-01-01",
    ("1693526400000", "1696291200000", "-1"): "2023-09-01", ("1693526400.25",): "2023-09-01",
    ("1693526400000000000", "1696291200000000000"): "2023-09-01", ("2019", "2020"): "", ("1", "2"): "",
    ("45170", "2023-09-02"): "", ("45170", "99999"): "", ("20230901", "20231003"): "2023-09-01",
}  # fmt: skip


def test_bare_numbers_are_days_where_the_whole_column_says_so(tmp_path):
    for dates, first in COUNTED.items():
        assert read_date(dates[0], read_column(dates)) == first, dates
    rows = "\n".join(f"Lamp,{day},{body}" for day, body in zip(("45170", "45171"), BODIES, strict=True))
    (tmp_path / "a.csv").write_text(f"source,date,text\n{rows.replace(', ', ' ')}\n", "utf-8")
    result = read_corpus(tmp_path / "a.csv")
    assert [one.date for one in result.articles] == ["2023-09-01", "2023-09-02"]
    assert "days of a spreadsheet" in " ".join(result.warnings)


def article(id: str, text: str, **known: str) -> Article:
    return replace(Article.from_text(text, id=id, source=id), **known)


def test_stories_are_found_whatever_the_order_and_given_ones_stay():
    articles = [
        article("a", TALKS), article("b", TALKS.replace("Ministers", "Envoys")), article("c", STORM),
        article("d", STORM.replace("storm", "gale"), event="gale"),
    ]  # fmt: skip
    events = {one.id: one.event for one in group_events(articles)}
    assert events["a"] == events["b"] != events["c"] and events["d"] == "gale" == events["c"]
    assert {one.id: one.event for one in group_events(articles[::-1])} == events
    assert [one.article for one in find_stories(articles).proposals] == ["a", "b", "c"]


def test_days_keep_two_stories_apart():
    one, other = article("a", TALKS, date="2024-03-01"), article("b", TALKS, date="2024-06-01")
    assert len({one.event for one in group_events([one, other])}) == 2
    seen = article("b", TALKS, not_after="2023-01-01")
    assert len({one.event for one in group_events([one, seen])}) == 2


@pytest.mark.slow
def test_one_article_in_every_format_is_the_same():
    def words(name: str) -> set[str]:
        (found, *_) = read_corpus(FILES / "formats" / name).articles
        assert (found.source, found.date) == ("The Eskmere Courier", "2024-06-11"), name
        return set(found.text.split())

    names = [path.name for path in (FILES / "formats").iterdir() if path.name.startswith("article.")]
    wanted = words("article.txt")
    assert len(names) == 16 and all(len(words(name) & wanted) >= 0.98 * len(wanted) for name in names)


@pytest.mark.slow
def test_damaged_files_cost_no_more_than_themselves(tmp_path):
    dice = random.Random(7)
    paths = [
        path for path in sorted(FILES.rglob("*")) if path.is_file() and path.name not in ("expected.toml", "README.md")
    ]
    write(tmp_path, good__txt=TALKS)
    for number in range(200):
        path = dice.choice(paths)
        data = bytearray(path.read_bytes())
        for _ in range(dice.choice((1, 5, 20))):
            at = dice.randrange(max(1, len(data)))
            data[at : at + dice.choice((0, 1, 30))] = dice.choice((b"\x00", b'"', b"<", b"---\n", b"\xff", b"", b"{"))
        (tmp_path / f"bad{number}{path.suffix}").write_bytes(bytes(data))
    result = read_corpus(tmp_path, language_check=False)
    assert "good" in {one.id for one in result.articles}
    assert not [one for one in result.skipped if "Error:" in one.reason]


def test_a_missing_end_line_loses_no_article(tmp_path):
    """Where one document of three lacks its end line, “Body” comes twice between two of them."""
    heads = [("Bridge to close over cracks", "Norport Herald"), ("Council shuts crossing", "Tarrow Bay Post")]
    body = "Engineers told the council on Tuesday that they had found cracks in two pillars of the old bridge. " * 4
    tail = f"14 May 2024\n\nLength: 80 words\n\nBody\n\n{body}\n\nLoad-Date: May 15, 2024"
    parts = [f"{title}\n{source}\n{tail}" for title, source in heads]
    write(tmp_path, export__txt="\n\n\n".join((*parts, parts[0].replace("Herald", "Echo"))) + "\n\nEnd of Document\n")
    articles = read_corpus(tmp_path).articles
    assert sorted(one.source for one in articles) == ["Norport Echo", "Norport Herald", "Tarrow Bay Post"]
    assert not any("Load-Date" in article.text for article in articles)
