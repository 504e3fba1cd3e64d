"""The day on a saved page: taken where the page gives it, never guessed from other days on it."""

from __future__ import annotations

import pytest
from read.texts import TALKS, write

from framing.read import read_corpus
from framing.read.dates import day_in_address
from framing.read.stamps import read_stamp

BODY = "".join(f"<p>{line}</p>" for line in TALKS.split("\n") if line.strip())
PAGE = (
    "<html><head><title>Talks</title>{0}</head><body>{1}<article><h1>Talks in Port Sand</h1>"
    "{2}{body}{3}</article>{4}</body></html>"
)
LD = '<script type="application/ld+json">{}</script>'
TELLING = {  # pieces of a page -> its day
    ("<meta property='article:published_time' content='2019-11-18T10:00:00Z'>", "", "", "", ""): "2019-11-18",
    ("<meta itemprop='datePublished dateCreated' content='2019-11-18'>", "", "", "", ""): "2019-11-18",
    (LD.format('{"@graph": [{"@type": "NewsArticle", "datePublished": "2019-11-18"}]}'), "", "", "", ""): "2019-11-18",
    (LD.format('[{"@type":"Event","datePublished":"2001-01-02"},{"@type":"Article","datePublished":"2019-11-18"}]'),)
    + ("",) * 4: "2019-11-18",
    ("<link rel='canonical' href='https://lamp.test/2019/11/18/talks.html'>", "", "", "", ""): "2019-11-18",
    ("<link rel='canonical' href='https://lamp.test/world/2019/nov/18/talks'>", "", "", "", ""): "2019-11-18",
    ("", "", "<time datetime='2019-11-18T10:00'>Monday</time>", "", ""): "2019-11-18",
    ("", "", "<p class='pub'><time class='published'>18 November 2019</time></p>", "", ""): "2019-11-18",
    ("", "", "<!-- head --><time datetime='2019-11-18T10:00'>Monday</time>", "", ""): "2019-11-18",
    ("", "", "<div>The Lamp, Ann Roe, 18 November 2019, 17:40</div>", "", ""): "2019-11-18",
    ("", "", "<div class='date-box'><div>November 18, 2019</div></div>", "", ""): "2019-11-18",
    ("", "", "", "<div>First Published on Nov 18, 2019 01:38 pm</div>", ""): "2019-11-18",
    (LD.format('{"@type":"NewsArticle","datePublished":"0001-01-01T00:00:00Z"}'), "", "<p>18 Nov 2019</p>", "", ""): (
        "2019-11-18"
    ),
}
SILENT = (  # days of other things
    ("", "", "", "", "<footer>© 2009 The Lamp. Since January 1, 2009</footer>"),
    ("<meta name='last-modified' content='2009-01-01'>", "", "", "", ""),
    ("", "", "<p class='modified-date'>Last updated: January 1, 2009</p>", "", ""),
    ("", "", "<figure><img src='/uploads/2009/01/01/sea.jpg'><figcaption>1 January 2009</figcaption></figure>", "", ""),
    ("", "", "", "", "<div class='comments'><p>Ann</p><time datetime='2009-01-01'>1 January 2009</time></div>"),
    ("", "<aside class='related'><time class='published' datetime='2009-01-01'>x</time></aside>", "", "", ""),
    ("", "<nav><span class='date'>Thursday, January 1, 2009</span></nav>", "", "", ""),
    ("", "", "", "<p>The first talks were held on January 1, 2009.</p>", ""),
    ("<script>var launched = '2009-01-01';</script>", "", "", "", ""),
    ("", "", "<time datetime='2009-01-01'>a</time><time datetime='2009-02-01'>b</time>", "", ""),
    ("<link rel='canonical' href='https://lamp.test/2009/01/'>", "", "", "", ""),
)


def read(folder, pieces):
    page = PAGE.format(*pieces, body=BODY)
    return read_corpus(write(folder, a__html=page))


@pytest.mark.parametrize("pieces", TELLING)
def test_the_day_that_a_page_gives(tmp_path, pieces):
    result = read(tmp_path, pieces)
    assert result.articles[0].date == TELLING[pieces]
    assert not any("no day of publication" in warning for warning in result.warnings)


@pytest.mark.parametrize("pieces", SILENT)
def test_no_day_is_guessed_and_that_is_said(tmp_path, pieces):
    result = read(tmp_path, pieces)
    assert result.articles[0].date == ""
    assert any("no day of publication stands on" in warning and "a.html" in warning for warning in result.warnings)


def test_days_in_addresses():
    addresses = {
        "https://a.test/2019/11/18/x": "2019-11-18",
        "https://a.test/story/2019-11-18/x?d=2001-01-01": "2019-11-18",
        "https://a.test/20191118/x": "2019-11-18",
        "https://a.test/2019/11/x": "",
        "https://a.test/2019/13/45/x": "",
        "https://a.test/news/4082679002/": "",
        "https://a.test/x?date=2019-11-18": "",
    }
    assert {url: day_in_address(url) for url in addresses} == addresses


@pytest.mark.parametrize(
    "line",
    [
        "The first talks were held on January 1, 2009.",
        "On 14 May 2024 talks began.",
        "It was 3 June 2019 when he left.",
    ],
)
def test_a_sentence_with_a_day_is_no_line_beside_the_text(tmp_path, line):
    assert read_stamp(line) is None
    (found,) = read_corpus(write(tmp_path, a__txt=f"Talks in Port Sand\n\n{line}\n\n{TALKS}")).articles
    assert line in found.text and not found.date
