"""Files and folders in, articles out: names, order, manifests, formats."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata

import pytest
from read.texts import MANIFEST, STORM, TALKS, write

from framing.read import read_articles, read_corpus


def test_text_is_headline_blank_line_body(tmp_path):
    write(tmp_path, a__txt=f"Talks end in smiles\n\n{TALKS}\n")
    (article,) = read_articles(tmp_path)
    assert article.text == f"Talks end in smiles\n\n{TALKS}"
    assert (article.headline, article.title, article.id) == ("Talks end in smiles", "Talks end in smiles", "a")


def test_manifest_names_everything(tmp_path):
    write(
        tmp_path,
        a__txt=TALKS,
        manifest__csv=MANIFEST + "a.txt,Daily Lamp,Talks end,3 May 2024,talks,https://lamp.example/1\n",
    )
    (article,) = read_articles(tmp_path)
    assert (article.source, article.headline, article.date, article.event) == (
        "Daily Lamp",
        "Talks end",
        "2024-05-03",
        "talks",
    )
    assert article.url == "https://lamp.example/1"
    assert article.text == f"Talks end\n\n{TALKS}"


@pytest.mark.parametrize("mark", [";", "\t"])
def test_manifest_from_a_spreadsheet_of_another_country(tmp_path, mark):
    rows = "\ufefffile,source,title,date,event,url\r\na.txt,Lamp,,,,\r\n".replace(",", mark)
    write(tmp_path, a__txt=TALKS, manifest__csv=rows.encode("utf-8"))
    assert read_articles(tmp_path)[0].source == "Lamp"


def test_file_named_alone_finds_the_manifest_beside_it(tmp_path):
    write(tmp_path, a__txt=TALKS, b__txt=STORM, manifest__csv=MANIFEST + "a.txt,Lamp,,,,\nb.txt,Bell,,,,\n")
    result = read_corpus(tmp_path / "a.txt")
    assert [article.source for article in result.articles] == ["Lamp"]


@pytest.mark.parametrize("name", ["manifest.csv", "my list.csv"])
def test_manifest_named_alone_stands_for_the_files_that_it_names(tmp_path, name):
    rows = MANIFEST + "talks/a.txt,Lamp,,,peace,\ngone.txt,Bell,,,,\n../out.txt,Wire,,,,\n"
    write(tmp_path / "in", talks___a__txt=TALKS, b__txt=STORM)
    write(tmp_path, out__txt=STORM)
    (tmp_path / "in" / name).write_text(rows)
    result = read_corpus(tmp_path / "in" / name)
    assert [(article.source, article.event) for article in result.articles] == [("Lamp", "peace")]
    assert [path.rsplit("/")[-1] for path, _ in result.inputs] == [name, "a.txt"]
    assert [one.path.rsplit("/")[-1] for one in result.skipped] == ["gone.txt", "out.txt"]


def test_table_of_texts_with_a_column_of_files_is_read_as_such(tmp_path):
    write(tmp_path, a__txt=STORM, manifest__csv=f'file,source,text\na.txt,Lamp,"{TALKS}"\n')
    (article,) = read_articles(tmp_path / "manifest.csv")
    assert article.text == TALKS


def test_manifest_above_a_sub_folder_is_used(tmp_path):
    write(tmp_path, talks___a__txt=TALKS, manifest__csv=MANIFEST + "talks/a.txt,Lamp,,,peace,\n")
    assert read_articles(tmp_path)[0].event == "peace"
    assert read_articles(tmp_path / "talks")[0].source == "Lamp"


def test_manifest_above_that_has_nothing_to_say_is_left_alone(tmp_path):
    write(tmp_path, in___a__txt=TALKS, manifest__csv="name,outlet\nx,Lamp\n")
    result = read_corpus(tmp_path / "in")
    assert not result.skipped
    assert [path.rsplit("/")[-1] for path, _ in result.inputs] == ["a.txt"]


def test_missing_and_unlisted_files_are_told(tmp_path):
    write(tmp_path, a__txt=TALKS, b__txt=STORM, manifest__csv=MANIFEST + "a.txt,Lamp,,,,\ngone.txt,Bell,,,,\n")
    result = read_corpus(tmp_path)
    assert {article.id for article in result.articles} == {"a", "b"}
    (skipped,) = result.skipped
    assert (
        skipped.path.endswith("gone.txt")
        and "does not exist" in skipped.reason
        and "take its row out" in skipped.remedy
    )
    assert any("does not list b.txt" in warning for warning in result.warnings)


def test_front_matter_and_manifest(tmp_path):
    write(
        tmp_path, a__md=f"---\nsource: Lamp\ndate: 2024-05-03\nevent: talks\nauthor: X\n---\n# Talks *end*\n\n{TALKS}"
    )
    (article,) = read_articles(tmp_path)
    assert (article.source, article.date, article.event, article.headline) == (
        "Lamp",
        "2024-05-03",
        "talks",
        "Talks end",
    )
    assert article.text.startswith("Talks end\n\nMinisters from")


def test_rule_of_dashes_is_no_front_matter(tmp_path):
    write(tmp_path, a__txt=f"---\nnothing here\n---\n{TALKS}")
    assert "nothing here" in read_articles(tmp_path)[0].text


def test_markdown_marks_go_and_wrapped_lines_join(tmp_path):
    write(
        tmp_path,
        a__md="# Talks\n\n**Ministers** met [in Port Sand](https://x.example)\non _Friday_, for 2 * 3 hours.\n\n"
        "> “No,” they said.\n",
    )
    (article,) = read_articles(tmp_path)
    assert article.text == "Talks\n\nMinisters met in Port Sand on Friday, for 2 * 3 hours.\n\n“No,” they said."


def test_saved_page_gives_text_title_date_and_site(tmp_path):
    paragraphs = "".join(f"<p>{part}</p>" for part in (TALKS + "\n\n" + STORM).split("\n\n"))
    page = (
        '<html><head><meta charset="windows-1252"><title>Talks end | Daily Lamp</title>'
        '<meta property="og:site_name" content="Daily Lamp">'
        '<meta property="article:published_time" content="2024-05-03">'
        "</head><body><nav><a href=/>Home</a><a href=/w>World</a></nav><article><h1>Talks end in “smiles”</h1>"
        f"{paragraphs}</article><footer>© Daily Lamp. All rights reserved.</footer></body></html>"
    )
    write(tmp_path, a__html=page.encode("cp1252"), a_files___frame__html="<html><body>Buy now</body></html>")
    result = read_corpus(tmp_path)
    (article,) = result.articles
    assert article.headline in ("Talks end in “smiles”", "Talks end")
    left = [cut.text for cut in result.removed if cut.reason == "page around the article"]
    assert left == ["Home World", "© Daily Lamp. All rights reserved."]
    assert (article.source, article.date) == ("Daily Lamp", "2024-05-03")
    assert "Home" not in article.text and "rights" not in article.text
    assert STORM.split("\n\n")[1] in article.text


def test_json_lines(tmp_path):
    rows = [
        {"id": "x1", "outlet": "Lamp", "body": TALKS, "headline": "Talks end", "date": "2024-05-03", "event": "talks"},
        {"text": STORM, "url": "https://www.bell.example/2"},
    ]
    write(tmp_path, a__jsonl="\n".join(json.dumps(row) for row in rows))
    by_id = {article.id: article for article in read_articles(tmp_path)}
    assert set(by_id) == {"x1", "a-2"}
    assert (by_id["x1"].source, by_id["x1"].headline) == ("Lamp", "Talks end")
    assert by_id["a-2"].source == "bell.example"


def test_table_with_quoted_newlines(tmp_path):
    write(tmp_path, a__csv=f'id;source;text\n1;Lamp;"{TALKS}"\n2;Bell;"{STORM}"\n')
    articles = read_articles(tmp_path)
    assert [(article.id, article.source) for article in articles] == [("2", "Bell"), ("1", "Lamp")]
    assert articles[1].text == TALKS


def test_sub_folder_is_the_event_and_file_name_the_source(tmp_path):
    write(tmp_path, talks___lamp__txt=TALKS, storm___lamp__txt=STORM)
    result = read_corpus(tmp_path)
    assert [(a.event, a.source, a.id) for a in result.articles] == [
        ("storm", "lamp", "storm-lamp"),
        ("talks", "lamp", "talks-lamp"),
    ]
    assert any("no source is given" in warning and "manifest.csv" in warning for warning in result.warnings)


def test_several_folders_are_sources(tmp_path):
    write(tmp_path, lamp___a__txt=TALKS, bell___b__txt=STORM)
    assert {a.source for a in read_articles([tmp_path / "lamp", tmp_path / "bell"])} == {"lamp", "bell"}


def test_order_of_paths_changes_nothing(tmp_path):
    write(tmp_path, x___a__txt=TALKS, y___a__txt=STORM, c__txt=STORM + " The end.")
    paths = [tmp_path / "x", tmp_path / "y", tmp_path / "c.txt", tmp_path / "x" / "a.txt"]
    assert read_corpus(paths) == read_corpus(paths[::-1])
    assert len(read_articles(paths)) == 3


def test_ids_do_not_depend_on_where_the_folder_lies(tmp_path):
    for place in ("one", "two/three"):
        write(tmp_path / place, e___a__txt=TALKS, f___a__txt=STORM)
    assert [a.id for a in read_articles(tmp_path / "one")] == [a.id for a in read_articles(tmp_path / "two/three")]


def test_readme_hidden_and_foreign_files_are_left_out(tmp_path):
    write(tmp_path, a__txt=TALKS, README__md=STORM, truth__toml="x = 1", notes__xyz="?", paper__docx=b"PK\x03\x04")
    write(tmp_path / ".hidden", b__txt=STORM)
    result = read_corpus(tmp_path)
    assert [article.id for article in result.articles] == ["a"]
    assert any("notes.xyz" in warning for warning in result.warnings)
    assert not any("truth.toml" in warning for warning in result.warnings)
    assert [skipped.path.rsplit("/")[-1] for skipped in result.skipped] == ["paper.docx"]


def test_as_is_keeps_every_character(tmp_path):
    text = (
        "Talks end\r\n\r\nShare on Facebook\r\n\r\n"
        + unicodedata.normalize("NFD", "Café talks went on for hours.")
        + "  \n"
    )
    write(tmp_path, a__txt=text)
    (article,) = read_articles(tmp_path, as_is=True)
    assert article.text == text
    assert article.headline == "Talks end"
    assert "Share on" not in read_articles(tmp_path)[0].text


def test_removed_words_are_kept_with_article_and_reason(tmp_path):
    write(tmp_path, a__txt=f"Talks end\n\nBy Ana Brook\n\n{TALKS}\n\nShare this article\n")
    removed = read_corpus(tmp_path).removed
    assert [(cut.article, cut.reason, cut.text) for cut in removed] == [
        ("a", "byline", "By Ana Brook"),
        ("a", "share and follow", "Share this article"),
    ]


def test_dates_that_can_be_read_in_two_ways_are_told(tmp_path):
    write(tmp_path, a__txt=TALKS, manifest__csv=MANIFEST + "a.txt,Lamp,,03/04/2024,,\n")
    result = read_corpus(tmp_path)
    assert result.articles[0].date == ""
    assert any("03/04/2024" in warning and "2024-04-03" in warning for warning in result.warnings)


def test_inputs_hold_a_digest_of_every_file(tmp_path):
    write(tmp_path, a__txt=TALKS, manifest__csv=MANIFEST + "a.txt,Lamp,,,,\n")
    inputs = dict(read_corpus(tmp_path).inputs)
    assert sorted(path.rsplit("/")[-1] for path in inputs) == ["a.txt", "manifest.csv"]
    assert all(len(digest) == 64 for digest in inputs.values())


def test_reading_plain_text_loads_no_heavy_library(tmp_path):
    write(tmp_path, a__txt=TALKS, b__txt=STORM)
    code = (
        "import sys; from framing.read import read_articles; read_articles(sys.argv[1]); "
        "heavy = 'trafilatura datasketch numpy scipy charset_normalizer markdown_it ftfy'.split(); "
        "print([m for m in heavy if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
