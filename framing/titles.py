"""What a story is called: the headline nearest the middle of those that tell it, shortened where a phrase ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import sqrt

from framing.packs.grammar import function_words
from framing.packs.inflection import base_forms
from framing.packs.passages import load_passage_words
from framing.packs.verbs import load_report_verbs
from framing.packs.wordings import load_word_tables
from framing.text import clip

LONGEST = 72  # characters of a name
FEWEST = 3  # words of a beginning that may stand alone
SPEAKING = frozenset(("14", "18"))  # classes of WordNet: groups and persons
FAMILY = 6  # letters in which words of one family are alike
WORD = re.compile(r"[^\W\d_](?:[\w&'-]|\.(?=\w))*")
BORDER = re.compile(  # where a phrase ends that says the same without what follows: not "if" or "until"
    r"[;,]?\s(?=(?:after|although|amid|as|but|despite|during|following|over|though|while)\s)|[;?!]\s|,\s(?=(?:\S+\s){2})"
    r"|\s[-–—|]\s",
    re.IGNORECASE,
)
CLAIMED = re.compile(r",\s([^,:]+?)\s(?:says?|said|warns?|warned|claims?|claimed)\s*$", re.IGNORECASE)
COLON = re.compile(r":\s")
SIDES = ("anti-", "pro-")
VOUCHING = frozenset(("doubting", "endorsing"))  # stances
MARKS = re.compile(r"[“”\"]|(?<!\w)[‘']|[’'](?!\w)")  # of quotations; an apostrophe stands between letters


def name_story(headlines: Sequence[str]) -> str:
    """The phrase of a headline whose words most others share, one that neither judges nor claims; "" for none.

    A claim keeps its speaker, a quotation its end. The order of the headlines changes nothing.
    Source: after Radev et al. 2004, "Centroid-based summarization".
    """
    every = sorted({" ".join(one.split()) for one in headlines if one.strip()})
    words = [_families(one) for one in every]
    others = [[*words[:place], *words[place + 1 :]] for place in range(len(every))]
    found = [
        (_colours(phrase, others[place]), -_likeness(_families(phrase), others[place]), len(phrase), phrase)
        for place, headline in enumerate(every)
        for phrase in _phrases(headline)
    ]
    short = [one for one in found if one[2] <= LONGEST]
    return clip(min(short or found, default=(0, 0.0, 0, ""))[3], LONGEST)


def _colours(phrase: str, others: Sequence[frozenset[str]]) -> int:
    """How many words of a phrase are one outlet's colour and no story's name, and whether it is somebody's claim.

    What colours are forceful words that no other headline has, those that doubt or vouch for what is said, and
    sides: "anti-toll".
    """
    told, verbs = load_passage_words(), load_report_verbs()
    listed = told.forceful_verbs | told.forceful_nouns
    fresh = (word for word in map(str.lower, WORD.findall(phrase)) if not any(word[:FAMILY] in one for one in others))

    def colours(lemma: str) -> bool:
        vouches = verbs.stances.get(lemma) in VOUCHING and verbs.takes(lemma, "that")
        return lemma in listed or vouches or lemma.startswith(SIDES) or verbs.nouns.get(lemma) in VOUCHING

    return sum(any(map(colours, base_forms(word))) for word in fresh) + (
        COLON.search(phrase) is not None or CLAIMED.search(phrase) is not None
    )


def _phrases(headline: str) -> Iterator[str]:
    """A headline and its beginnings that may stand alone."""
    yield headline
    for mark in () if CLAIMED.search(headline) else BORDER.finditer(headline):
        words = headline[: mark.start()].split()
        phrase = " ".join(words)
        whole = len(words) >= FEWEST and words[-1].lower() not in function_words()
        about = headline[mark.end() :].lower().startswith("over ")
        cuts = about and f"{words[-1].lower()} about" in load_report_verbs().nouns_with  # "concern over"
        if whole and not cuts and len(MARKS.findall(phrase)) % 2 == 0:
            yield phrase
    topic = headline.partition(": ")[0]
    if topic != headline and _is_topic(topic):
        yield topic


def _is_topic(words: str) -> bool:
    """Whether words before a colon name a matter rather than whoever speaks: "Vale-Lund Debate: …"."""
    parts = WORD.findall(words.replace("-", " "))
    known = [load_word_tables().relations.get((form, "n")) for form in base_forms(parts[-1].lower())] if parts else []
    return (
        len(parts) >= FEWEST
        and not parts[0].endswith("ing")
        and any(one is not None for one in known)
        and all(one is None or one.group not in SPEAKING for one in known)
    )


def _families(phrase: str) -> frozenset[str]:
    """The words of a phrase by family, without small ones."""
    words = (word.lower().removesuffix("'s") for word in WORD.findall(phrase.replace("’", "'").replace("-", " ")))
    return frozenset(word[:FAMILY] for word in words if word not in function_words())


def _likeness(words: frozenset[str], others: Sequence[frozenset[str]]) -> float:
    """Mean cosine of a phrase with other headlines, in [0, 1]."""
    if not words or not others:
        return 0.0
    return sum(len(words & one) / sqrt(len(words) * max(1, len(one))) for one in others) / len(others)
