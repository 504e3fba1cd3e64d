"""What a story is called: by the names and things that its headlines share, else by a phrase of the likest of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

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
PART, MOST = 3, 3  # one of so many headlines has a shared word; phrases of a name
ENOUGH = 2  # twice the shared words of a name less its phrases, from which it tells enough
OWNERS = ("'s", "’s", "s'", "s’")
INFINITIVE = frozenset(("can", "could", "may", "must", "not", "should", "to", "will", "would"))  # a verb follows
POSSESSIVE = re.compile(r"['’]s?$")
QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|(?<!\w)[‘'][^‘']*(?:'(?!\w)|$)")
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


class TitleWord(NamedTuple):
    """A word of a headline: code points from `start` to `end`, as it is written there."""

    start: int
    end: int
    text: str

    @property
    def plain(self) -> str:
        """In small letters, without the ending of an owner and the dots of a short form."""
        return self.text.lower().replace("’", "'").removesuffix("'s").replace(".", "")

    @property
    def kinds(self) -> frozenset[str]:
        """What the dictionary has it as in any form: noun, verb, adjective; nothing for a name."""
        known = load_word_tables().relations
        return frozenset(kind for form in base_forms(self.plain) for kind in "nva" if (form, kind) in known)


def name_story(headlines: Sequence[str]) -> str:
    """Names and things that several headlines share: "Ada Lund, Toll Letters"; else a phrase of one; "" for none.

    No verb, nothing in quotation marks and no word of one headline alone: a story is called by nobody's claim. Where
    too little is shared it is the phrase of a headline whose words most others have, one that neither judges nor
    claims. The order of the headlines changes nothing.
    Source: after Radev et al. 2004, "Centroid-based summarization".
    """
    every = sorted({" ".join(one.split()) for one in headlines if one.strip()})
    words = [_families(one) for one in every]
    least = max(2, len(every) / PART)
    often = Counter(word for one in every for word in {*_families(one), *_forms(one)})
    shared = {word: count for word, count in often.items() if count >= least}
    named = min((_named(one, shared) for one in every), default=(0, 0, ""))
    colours, phrase = _phrase_in_the_middle(every, words)
    alone = named[0] > -ENOUGH and (not colours or not named[2])
    return phrase if alone or named[1] > LONGEST else named[2][0].upper() + named[2][1:]


def _named(headline: str, shared: Mapping[str, int]) -> tuple[int, int, str]:
    """What a headline calls by shared words: how little that tells, below 0, its length, and the name itself."""
    runs = [run for run in map(_noun_phrase, _runs(headline, shared)) if run]
    often = sorted(runs, key=lambda run: -sum(max(shared[one] for one in _families(word.text)) for word in run))[:MOST]
    told: set[str] = set()
    phrases = []
    for run in sorted(often, key=runs.index):
        families = {one for word in run for one in _families(word.text)}
        if not families <= told:
            phrases.append(POSSESSIVE.sub("", headline[run[0].start : run[-1].end]))
            told |= families
    name = ", ".join(phrases)
    return len(phrases) - 2 * len(told), len(name), name


def _runs(headline: str, shared: Mapping[str, int]) -> Iterator[list[TitleWord]]:
    """Neighbouring words of a headline that are shared and no verbs, none of them quoted."""
    run: list[TitleWord] = []
    before = ""
    marked = [one.span() for one in QUOTED.finditer(headline)]
    for word in _words(headline):
        quoted = any(start <= word.start < end for start, end in marked)
        known = _families(word.text) and _families(word.text) <= shared.keys()
        fits = known and not quoted and before not in INFINITIVE and (word.kinds or word.plain in shared)
        if run and not (fits and _pair(run[-1], word) in shared and headline[run[-1].end : word.start].isspace()):
            yield run
            run = []
        run += [word] * bool(fits)
        before = word.plain
    yield run


def _forms(headline: str) -> Iterator[str]:
    """The words of a headline as they are, and its pairs of neighbours: “party racism” of one is no name of all."""
    words = list(_words(headline))
    yield from (word.plain for word in words)
    yield from map(_pair, words, words[1:])


def _pair(one: TitleWord, two: TitleWord) -> str:
    return f"{one.plain[:FAMILY]} {two.plain[:FAMILY]}"


def _noun_phrase(run: list[TitleWord]) -> list[TitleWord]:
    """The first words of a run up to its noun or name, without a verb."""
    verb = next((place for place, word in enumerate(run) if _is_verb(word, run[place + 1 :], first=place == 0)), None)
    if verb is not None:
        return _noun_phrase(run[:verb]) or _noun_phrase(run[verb + 1 :])
    while run and (
        (run[-1].plain.endswith("ed") and "v" in run[-1].kinds)
        or ("a" in run[-1].kinds and ("n" not in run[-1].kinds or len(run) == 1))
    ):
        run = run[:-1]
    return run


def _is_verb(word: TitleWord, behind: Sequence[TitleWord], *, first: bool) -> bool:
    """Whether a word is a verb: by itself, as what looks like a plural before others ("Sues Port")."""
    if not word.kinds:
        return any(form in load_report_verbs().stances for form in base_forms(word.plain))  # "reaffirms"
    third = word.plain.endswith("s") and bool(behind) and not word.text.endswith(OWNERS)
    acts = "n" not in word.kinds or third or (first and word.plain.endswith("ing"))
    return "v" in word.kinds and acts and (word.plain, "a") not in load_word_tables().relations


def _phrase_in_the_middle(every: Sequence[str], words: Sequence[frozenset[str]]) -> tuple[int, str]:
    """How much the phrase of a headline that is likest to the others judges or claims, as little as can be, and it."""
    others = [[*words[:place], *words[place + 1 :]] for place in range(len(every))]
    found = [
        (_colours(phrase, others[place]), -_likeness(_families(phrase), others[place]), len(phrase), phrase)
        for place, headline in enumerate(every)
        for phrase in _phrases(headline)
    ]
    short = [one for one in found if one[2] <= LONGEST]
    colours, *_, phrase = min(short or found, default=(0, 0.0, 0, ""))
    return colours, clip(phrase, LONGEST)


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

    return (
        sum(any(map(colours, base_forms(word))) for word in fresh)
        + (COLON.search(phrase) is not None or CLAIMED.search(phrase) is not None)
        + (MARKS.search(phrase) is not None)
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


def _words(phrase: str) -> Iterator[TitleWord]:
    """The words of a phrase; a dot behind one that is no end of it belongs to it: "Jr."."""
    for found in WORD.finditer(phrase):
        end = found.end() + (phrase[found.end() :][:2] == ". ")
        yield TitleWord(found.start(), end, phrase[found.start() : end])


def _families(phrase: str) -> frozenset[str]:
    """The words of a phrase by family, without small ones."""
    words = (word.plain for word in _words(phrase.replace("-", " ")))
    return frozenset(word[:FAMILY] for word in words if word not in function_words())


def _likeness(words: frozenset[str], others: Sequence[frozenset[str]]) -> float:
    """Mean cosine of a phrase with other headlines, in [0, 1]."""
    if not words or not others:
        return 0.0
    return sum(len(words & one) / sqrt(len(words) * max(1, len(one))) for one in others) / len(others)
