"""What some accounts mention and others leave out: three states."""

from __future__ import annotations

from tables import analysis, article, row

from framing.compare import compare_sources

ACTORS = [("AM", "Armenia", "state", ""), ("AZ", "Azerbaijan", "state", ""), ("pm", "Ana Bek", "person", "AM")]


def test_omission_has_three_states():
    articles = [
        article("a1", "North", event="e"),
        article("b1", "South", event="e"),
        article("c1", "West", event="e", words=60),
    ]
    rows = [row("mention", id, "name", actor="AM") for id in ("a1", "b1")] + [
        row("mention", "a1", "name", actor="pm") for _ in range(2)
    ]
    rows += [row("mention", "c1", "name", actor="pm"), row("mention", "b1", "name", actor="AZ")]
    matrix = compare_sources(analysis(articles, rows, ACTORS)).omissions[0]
    states = {item.name: [cell.state for cell in cells] for item, cells in zip(matrix.items, matrix.cells, strict=True)}
    assert states == {
        "Ana Bek": ["mentioned", "not mentioned", "mentioned"],
        "Armenia": ["mentioned", "mentioned", "cannot tell"],
    }
    cell = matrix.cells[0][0]
    assert cell.excerpt is not None and cell.excerpt.row in cell.rows


def test_what_is_missing_names_its_story_and_no_outlet() -> None:
    articles = [
        article(f"{source}{event}", source, event=event) for event in "ef" for source in ("North", "South", "West")
    ]
    actors = [("b", "The Bell", "media", ""), ("t", "Ana Toll", "person", "")]
    ids = [one["article"] for one in articles]
    rows = [row("mention", id, "name", actor="b") for id in ids if "South" not in id for _ in range(3)]
    rows += [row("mention", id, "name", actor="t") for id in ids if id != "Southf"]
    found = [one for one in compare_sources(analysis(articles, rows, actors)).contrasts if one.kind == "omission"]
    assert [one.sentence for one in found] == ["In the story “F”: South does not name Ana Toll; North and West do."]


def test_a_name_that_stands_in_the_text_is_not_called_missing():
    texts = {"a1": "Ana Bek spoke.", "b1": "Some Bek-like person.", "c1": "Nobody."}
    articles = [
        article(id, source, event="e")
        for id, source in (("a1", "North"), ("b1", "South"), ("c1", "West"), ("d1", "East"))
    ]
    rows = [row("mention", id, "name", actor="pm") for id in ("a1", "d1")]
    named = [("pm", "Ana Bekova", "person", "AM")]
    matrix = compare_sources(analysis(articles, rows, named, {**texts, "b1": "The Bekova affair."})).omissions[0]
    states = dict(zip(matrix.sources, (cell.state for cell in matrix.cells[0]), strict=True))
    assert states == {"North": "mentioned", "East": "mentioned", "South": "cannot tell", "West": "not mentioned"}
