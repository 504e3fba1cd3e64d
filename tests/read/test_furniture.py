"""Furniture goes, the body stays: every rule's own examples, and whole pages."""

from __future__ import annotations

import pytest
from case_files import as_parameters, load_cases

from framing.read.clean import clean_text
from framing.read.furniture import load_rules, match_rule

PAGES = load_cases("furniture.toml", "page")
RULES = load_rules()


@pytest.mark.parametrize("page", as_parameters(PAGES, lambda page: page["name"]))
def test_page_keeps_its_body_and_nothing_else(page):
    cleaned = clean_text(page["text"], title=page["title"], source=page["source"])
    assert cleaned.headline == page["headline"]
    assert list(cleaned.body) == page["body"]


@pytest.mark.parametrize("page", PAGES, ids=[page["name"] for page in PAGES])
def test_every_line_is_kept_or_accounted_for(page):
    cleaned = clean_text(page["text"], title=page["title"], source=page["source"])
    words = lambda text: sum(len(part.split()) for part in text)  # noqa: E731
    removed = [text for _, text in cleaned.removed]
    again = clean_text(cleaned.text, title=cleaned.headline, source=page["source"])
    assert again.text == cleaned.text, "cleaning a clean text changes nothing"
    if "<" not in page["text"]:
        title_added = bool(page["title"]) and not any(
            line.strip().startswith(page["title"]) for line in page["text"].split("\n")
        )
        kept = words([*cleaned.body, "" if title_added else cleaned.headline])
        assert kept + words(removed) == words([page["text"]])


@pytest.mark.parametrize("rule", RULES, ids=[f"{n}-{rule.reason}" for n, rule in enumerate(RULES)])
def test_rule_finds_its_examples(rule):
    for line in rule.yes:
        assert match_rule(line, edge=True), line
    for line in rule.no:
        assert match_rule(line, edge=True) is None, line


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.anywhere], ids=lambda rule: rule.reason)
def test_rule_for_anywhere_works_between_paragraphs(rule):
    for line in rule.yes:
        found = match_rule(line, edge=False)
        assert found is not None, line


def test_date_between_paragraphs_is_a_heading_of_the_body():
    assert match_rule("September 27, 2020", edge=False) is None
    assert match_rule("September 27, 2020", edge=True).reason == "page date"


def test_a_long_sentence_is_never_furniture():
    line = "Share this article with the people who wrote it, she said, and ask them who had paid for all the ships."
    assert match_rule(line, edge=True) is None
