"""Articles that hold code, tricks and noise come out as text: in the PDF, in the page, in the pictures."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from printed import pdf_words
from sample_run import TEXTS, sample_analysis

from framing.compare import Comparison, compare_sources
from framing.errors import MissingPartError
from framing.report import write_report
from framing.report.glyphs import spell_glyphs

pytestmark = pytest.mark.slow  # whole reports are typeset

ATTACKS = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(2)></script><!-- ]]>",
    "typst": '#eval("1+1") #import "x.typ" *bold* $5m_2$ `raw` @label <label> \\ #panic()',
    "template": "{{ 7*7 }} {% raw %} {{ config }}",
    "json": '"}]};alert(3);//\\u003c/script>',
    "turned": "\u202egnp.exe\u202c and \u2067right\u2069",
    "emoji": "\U0001f4a5 boom \U0001f469\u200d\U0001f4bb",
    "long": "x" * 10_000,
    "formula": '=HYPERLINK("http://example.invalid","x") +1 -1 @SUM(A1)',
    "controls": "bell\x07 null\x00 escape\x1b[31m",
    "lines": "line\u2028separator\u2029paragraph",
}
NAMES = (
    *("Əliyev Bakıda", "Նիկոլ Փաշինյան", "თბილისი", "Владимир Путин"),
    *("محمود عباس", "ירושלים", "Ευρώπη", "Łódź"),
)


def attacked(words: str) -> Comparison:
    """A run whose texts and titles all hold `words` as well."""
    texts = {article: f"{text}\n\n{words}" for article, text in TEXTS.items()}
    return compare_sources(sample_analysis(texts, dict.fromkeys(TEXTS, f"T {words[:80]}")))


class Elements(HTMLParser):
    """Which elements and attributes a page really has, and its visible words."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("attacked")
    write_report(attacked("\n".join([*ATTACKS.values(), *NAMES])), folder, ["html", "pdf"], full=True)
    return folder


@pytest.fixture(scope="module")
def page(out: Path) -> str:
    return (out / "report.html").read_text("utf-8")


@pytest.fixture(scope="module")
def paper(out: Path) -> str:
    return pdf_words(out / "report.pdf")


def test_page_has_no_element_that_an_article_brought(page: str) -> None:
    seen = Elements()
    seen.feed(page)
    assert seen.names.count("script") == 2 and "img" not in seen.names
    assert not [name for name in seen.attributes if name.startswith("on")] and "style" not in seen.attributes
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert data and json.loads(data[1])["rows"]


@pytest.mark.parametrize("attack", sorted(set(ATTACKS) - {"controls"}))
def test_page_shows_it_as_text(page: str, attack: str) -> None:
    seen = Elements()
    seen.feed(page)
    assert ATTACKS[attack] in "".join(seen.words)


@pytest.mark.parametrize(
    ("attack", "shown"),
    [
        ("markup", "<script>alert(1)</script>"),
        ("typst", '#eval("1+1")'),
        ("template", "{{ 7*7 }}"),
        ("json", "alert(3)"),
        ("emoji", "[collision symbol] boom"),
        ("formula", "=HYPERLINK("),
        ("turned", "gnp.exe"),
        ("controls", "escape[31m"),
    ],
)
def test_paper_shows_it_as_text(paper: str, attack: str, shown: str) -> None:
    assert shown in paper, attack


def test_pictures_survive_too(tmp_path: Path) -> None:
    everything = " ".join(ATTACKS.values())
    assert any(path.name == "share.png" for path in write_report(attacked(everything), tmp_path, ["png"]))


def test_letters_without_a_font_are_refused_by_the_name_of_their_script(tmp_path: Path) -> None:
    with pytest.raises(MissingPartError, match=r"Chinese \(Han\).*北.*--format html"):
        write_report(attacked("北京 and 서울"), tmp_path, ["html", "pdf"])
    assert not list(tmp_path.iterdir())
    with pytest.raises(MissingPartError, match="Hangul"):
        write_report(attacked("북한"), tmp_path, ["png"])
    assert write_report(attacked("北京"), tmp_path, ["html"])


@pytest.mark.parametrize("name", NAMES)
def test_names_of_the_region_print(name: str, paper: str) -> None:
    letters = sorted(set(name) - {" "})
    assert [letter for letter in letters if letter in paper] == letters


def test_signs_without_a_glyph_become_words() -> None:
    assert spell_glyphs("a \U0001f4a5 b") == "a [collision symbol] b"
    assert spell_glyphs({"k": ["\u202ea\u202c", 3, None, True]}) == {"k": ["a", 3, None, True]}
    assert spell_glyphs("\ud800x\ufffe") == "x"


def test_long_words_may_break() -> None:
    broken = spell_glyphs("x" * 1000)
    assert "\u200b" in broken and broken.replace("\u200b", "") == "x" * 1000
