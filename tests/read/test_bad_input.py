"""Bad files are listed with what is wrong and what to do; the others are still read."""

from __future__ import annotations

import os
import time

import pytest
from read.texts import GERMAN, MANIFEST, STORM, TALKS, write

from framing.errors import InputError
from framing.read import read_articles, read_corpus

ENDS = 30  # seconds: what grows with the square of its length takes minutes at these lengths
BAD = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\t\n ", "is empty"),
    "short": (b"Two words", "only 2 words"),
    "binary": (bytes(range(256)) * 20, "binary"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF document"),
    "word": (b"PK\x03\x04" + b"x" * 100, "Word"),
    "long": (b"word " * 4_000_000, "too long"),
    "longer": (b"word " * 40_000, "too long"),
    "german": (GERMAN.encode(), "German"),
    "furniture": (b"Share on Facebook\n\nLeave a Reply\n\nAdvertisement\n", "no article text"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_listed_and_the_others_are_read(tmp_path, name):
    content, reason = BAD[name]
    write(tmp_path, good__txt=TALKS, bad__txt=content)
    result = read_corpus(tmp_path)
    assert [article.id for article in result.articles] == ["good"]
    (skipped,) = result.skipped
    assert skipped.path.endswith("bad.txt") and reason in skipped.reason
    assert skipped.remedy.endswith(".") and len(skipped.remedy) > 15


@pytest.mark.parametrize("name", BAD)
def test_nothing_usable_is_an_error_that_says_why(tmp_path, name):
    content, reason = BAD[name]
    write(tmp_path, bad__txt=content)
    with pytest.raises(InputError, match=reason) as caught:
        read_corpus(tmp_path)
    assert caught.value.exit_code == 4
    assert "bad.txt" in str(caught.value)


def test_a_huge_line_is_refused_quickly(tmp_path):
    write(
        tmp_path,
        good__txt=TALKS,
        bad__txt=b"word " * 4_000_000,
        rows__jsonl=b'{"text": "' + b"word " * 4_000_000 + b'"}\n',
    )
    start = time.process_time()
    result = read_corpus(tmp_path)
    assert time.process_time() - start < ENDS
    assert {skipped.path.rsplit("/")[-1] for skipped in result.skipped} == {"bad.txt", "rows.jsonl, row 1"}
    assert all("120,000 characters" in skipped.reason for skipped in result.skipped)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("a.md", "["), ("a.md", "**a "), ("a.md", "<!--"), ("a.md", "# "), ("a.md", "![a]("),
        ("a.txt", "."), ("a.txt", "A"), ("a.txt", "Ana, "), ("a.txt", "May 3, "), ("a.txt", "---\n"), ("a.txt", "<p "),
        ("a.txt", "share "), ("a.txt", "…\n"), ("a.html", "<script "), ("a.html", "<script>"), ("a.html", "<!--"),
        ("a.html", "<div>"), ("a.csv", '"text",'), ("a.jsonl", "["),
    ],
)  # fmt: skip
def test_no_text_makes_reading_slow(tmp_path, name, piece):
    (tmp_path / name).write_text(piece * (100_000 // len(piece)) + "x", encoding="utf-8")
    write(tmp_path, good__txt=TALKS)
    start = time.process_time()
    assert "good" in {article.id for article in read_corpus(tmp_path).articles}
    assert time.process_time() - start < ENDS


def test_missing_path(tmp_path):
    with pytest.raises(InputError, match="nowhere does not exist"):
        read_corpus([tmp_path / "nowhere"])


def test_no_path():
    with pytest.raises(InputError, match="no file or folder was named"):
        read_corpus([])


def test_empty_folder(tmp_path):
    with pytest.raises(InputError, match=r"holds no article.*\.txt"):
        read_corpus(tmp_path)


def test_folder_with_nothing_but_a_manifest(tmp_path):
    write(tmp_path, manifest__csv=MANIFEST + "gone.txt,Lamp,,,,\n")
    for path in (tmp_path, tmp_path / "manifest.csv"):
        with pytest.raises(InputError, match="gone.txt is named in"):
            read_corpus(path)


def test_manifest_without_the_column_file(tmp_path):
    write(tmp_path, a__txt=TALKS, manifest__csv="name,outlet\na.txt,Lamp\n")
    result = read_corpus(tmp_path)
    assert result.articles[0].source == "a"
    assert any("no column `file`" in s.reason and "file,source,title" in s.remedy for s in result.skipped)


def test_manifest_that_reaches_outside_its_folder(tmp_path):
    write(tmp_path / "in", a__txt=TALKS, manifest__csv=MANIFEST + "../out.txt,Lamp,,,,\na.txt,Lamp,,,,\n")
    write(tmp_path, out__txt=STORM)
    result = read_corpus(tmp_path / "in")
    assert [article.id for article in result.articles] == ["a"]
    assert any("out.txt" in skipped.path and "outside" in skipped.reason for skipped in result.skipped)


def test_broken_rows_are_numbered(tmp_path):
    good = '{"source": "Lamp", "text": "' + STORM.replace("\n", "\\n") + '"}'
    write(tmp_path, a__jsonl="\n".join([good, '{"text": ', "[1]", '{"body": ""}', '{"title": "x"}']))
    result = read_corpus(tmp_path)
    assert len(result.articles) == 1
    told = [(skipped.path[-5:], skipped.reason) for skipped in result.skipped]
    assert [place for place, _ in told] == ["row 2", "row 3", "row 4", "row 5"]
    assert (
        "not a JSON object" in told[0][1] and "no article text" in told[2][1] and "no article text of “x”" in told[3][1]
    )


def test_many_broken_rows_are_summed_up(tmp_path):
    write(tmp_path, good__txt=TALKS, a__jsonl="{\n" * 500)
    result = read_corpus(tmp_path)
    assert len(result.skipped) == 21
    assert any("480 more rows" in skipped.reason for skipped in result.skipped)


def test_table_without_texts(tmp_path):
    write(
        tmp_path,
        good__txt=TALKS,
        a__csv="name,age\nAna,3\n",
        evidence__csv="id,kind,voice,speaker,text\n1,cue,narrator,,x\n",
    )
    reasons = [skipped.reason for skipped in read_corpus(tmp_path).skipped]
    assert any("no column of texts (it has name, age)" in reason for reason in reasons)
    assert any("table of findings" in reason for reason in reasons)


def test_page_without_text(tmp_path):
    write(tmp_path, good__txt=TALKS, a__html="<html><head><title>x</title></head><body></body></html>")
    (skipped,) = read_corpus(tmp_path).skipped
    assert "web page without article text" in skipped.reason


def test_language_check_can_be_turned_off(tmp_path):
    write(tmp_path, a__txt=GERMAN)
    (article,) = read_articles(tmp_path, language_check=False)
    assert (article.text, article.language) == (GERMAN, "de")


def test_hostile_names_and_texts(tmp_path):
    text = f"Talks\u202e end\x00\n\n{TALKS}\x07\u200b\ufeff \ud800".encode("utf-8", "surrogatepass")
    write(tmp_path, good__txt=STORM)
    (tmp_path / "a\u202etxt.exe\n\x1b[31m.txt").write_bytes(text)
    (tmp_path / "=cmd|'x'!A1.txt").write_text(TALKS + " And more.", encoding="utf-8")
    (tmp_path / os.fsdecode(b"bad\xffname.txt")).write_text(STORM + " And more of it.", encoding="utf-8")
    result = read_corpus(tmp_path)
    assert len(result.articles) == 4
    for article in result.articles:
        assert article.id.replace("-", "").replace(".", "").replace("_", "").isalnum()
        assert not any(bad in article.text for bad in "\x00\x07\u202e\u200b\ufeff\ud800")
        (article.source + article.text).encode("utf-8")
    for path, _ in result.inputs:
        assert path.isprintable()


def test_as_is_holds_nothing_that_cannot_be_written(tmp_path):
    write(tmp_path, a__jsonl='{"text": "Ministers met \\u0000 in Port Sand \\ud800 on Friday again."}')
    (article,) = read_articles(tmp_path, as_is=True)
    article.text.encode("utf-8")
    assert "\0" not in article.text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_pipe_is_no_article(tmp_path):
    write(tmp_path, good__txt=TALKS)
    os.mkfifo(tmp_path / "pipe.txt")
    (skipped,) = read_corpus(tmp_path).skipped
    assert "no ordinary file" in skipped.reason


def test_link_in_a_circle(tmp_path):
    write(tmp_path, a___good__txt=TALKS)
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "broken.txt").symlink_to(tmp_path / "gone")
    result = read_corpus(tmp_path)
    assert [article.id for article in result.articles] == ["good"]
    assert [skipped.path.rsplit("/")[-1] for skipped in result.skipped] == ["broken.txt"]


def test_links_out_of_a_folder(tmp_path):
    """One among articles, or under another name, may lead to anything; a folder of nothing but links is a choice."""
    write(tmp_path, kept___talks__txt=TALKS, kept___secret__txt=TALKS, mixed___good__txt=TALKS)
    kept = tmp_path / "kept"
    for folder, names in {"mixed": ["talks.txt"], "chosen": ["talks.txt", "secret.txt"], "renamed": []}.items():
        (tmp_path / folder).mkdir(exist_ok=True)
        for name in names:
            (tmp_path / folder / name).symlink_to(kept / name)
    (tmp_path / "renamed" / "talks.txt").symlink_to(kept / "secret.txt")
    mixed, chosen = read_corpus(tmp_path / "mixed"), read_corpus(tmp_path / "chosen")
    assert [article.id for article in mixed.articles] == ["good"]
    assert [skipped.reason for skipped in mixed.skipped] == ["is a link out of the folder"]
    assert len(chosen.articles) == 2 and "nothing but links" in " ".join(chosen.warnings)
    with pytest.raises(InputError, match="link out of the folder"):
        read_corpus(tmp_path / "renamed")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_of_blanks_still_names_a_source(tmp_path):
    (tmp_path / " .txt").write_text(TALKS, "utf-8")
    (article,) = read_articles(tmp_path)
    assert article.source == "article" and article.id
