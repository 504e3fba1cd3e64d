"""What two openings call one thing, where they describe it otherwise."""

from __future__ import annotations

import pytest

from framing.compare.headline_names import CHARACTER, describes, read_naming, rival_names
from framing.compare.records import ToldWords
from framing.model import Span

# two openings with the head of what was linked, and by source what is marked; the first is a headline
RIVALS = (
    ("Mayor Signs Anti-Toll Bill", "bill", "Bill letting drivers refuse to pay", "bill",
     {"Bell": "Anti-Toll Bill", "Wire": "Bill letting drivers refuse to pay"}),
    ("Lund was offered a prominent, but unpaid, advisory position.", "position",
     "Lund was offered a senior position.", "position",
     {"Bell": "prominent, but unpaid, advisory position", "Wire": "senior position"}),
    ("Lund Scolded by Older Sister", "sister", "Lund Scolded by Younger Sister", "sister",
     {"Bell": "Older Sister", "Wire": "Younger Sister"}),
    ("Mayor Picks Former Clerk", "clerk", "Mayor Names Former Chief", "chief", {}),  # two offices of one person
    ("Lund Leaves Senate Race", "race", "Lund Leaves Race", "race", {}),  # plain nouns
    ("Lund Leaves New Office", "office", "Lund Leaves Office", "office", {}),  # "new" only chooses
    ("Lund Praises Tax Deal", "deal", "Lund Praises Tax Compromise", "compromise", {}),
    ("Mayor Meets Congressional Aide", "aide", "Mayor Meets Aide", "aide", {}),  # of which kind
    ("Mayor Meets Aide", "aide", "Mayor Meets Assistant", "assistant", {}),  # one office
    ("Vale Cites Fifth Rule", "rule", "Vale Cites 5th Rule", "rule", {}),
    ("Vale Praises Unpaid Post", "post", "Vale Praises Unpaid Post", "post", {}),
)  # fmt: skip


def _named(text: str, head: str, source: str) -> ToldWords:
    end = text.lower().rindex(head) + len(head)
    start = text[: end - len(head)].rstrip().rfind(" ") + 1
    return ToldWords(source, source, start, end, "narrator", "", headline=not text.endswith("."))


@pytest.mark.parametrize(("one", "head", "other", "head_of_other", "marked"), RIVALS)
def test_names_that_describe_one_thing_otherwise(
    one: str, head: str, other: str, head_of_other: str, marked: dict[str, str]
) -> None:
    texts, names = {"Bell": one, "Wire": other}, []
    for (source, text), noun in zip(texts.items(), (head, head_of_other), strict=True):
        words = _named(text, noun, source)
        about = {"head": [words.end - len(noun), words.end], "label": "thing", "colour": []}
        names.append(read_naming(words, about, text, Span(0, len(text))))
    found = rival_names(filter(None, names))
    shown = {source: texts[source][words[0].start : words[0].end] for source, words in found.items()}
    assert shown == marked
    assert {words[0].beside for words in found.values()} <= {CHARACTER}


@pytest.mark.parametrize(
    ("word", "told"),
    [("unpaid", True), ("proposed", True), ("unarmed", True), ("former", False), ("fifth", False), ("5th", False)],
)
def test_what_a_word_before_a_noun_tells(word: str, told: bool) -> None:
    assert describes(word) is told
