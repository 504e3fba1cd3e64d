"""Whose words the stretches of a headline are, as far as that is sure.

Behind a speaker and a colon, and before "she says", stands a claim; so does what somebody expects, vows or demands in a
clause; in quotation marks somebody's words; what another verb of speech brings is the reporter's own only where it
merely names a thing: "defends [the project]".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from framing.compare.headline_claims import find_verb_claim
from framing.evidence.details import read_detail
from framing.link.units import names_people
from framing.measure.ledger import OWN
from framing.model import NOBODY_NAMED, Span
from framing.packs.grammar import function_words
from framing.packs.inflection import base_forms
from framing.packs.passages import load_passage_words
from framing.packs.verbs import load_report_verbs
from framing.packs.wordings import load_word_tables
from framing.titles import CLAIMED

PAIRS = {"‘": "’'", "'": "'’", "“": '”"', '"': '"”'}  # a mark that opens, and those that close it
CLAUSE = re.compile(
    r"^(?:he|she|it|they|we|I|you)\b|\b(?:to|not|is|are|was|were|be|been|will|would|could|can|should|has|have|had|\w+ing)\b"
    r"|['\"‘“,]",
    re.IGNORECASE,
)
REPORTS = re.compile(r"(?<!n['’]t )(?<!not )\b(?:says?|said|tells?|told|claims that|insists?)\b", re.IGNORECASE)
SURE = 0.75  # confidence of a quote whose words open a headline: "…, Says Lund"
COLON = re.compile(r":\s")
FIRST = re.compile(r"\w+")


class HeadlineVoices:
    """Answers whose words a stretch of one headline is; `said` and `named` are its rows of quotes and of mentions.

    `actors` gives the name of each that is mentioned.
    """

    def __init__(
        self,
        text: str,
        span: Span,
        said: Sequence[Mapping[Any, Any]],
        named: Sequence[Mapping[Any, Any]],
        actors: Mapping[str, str],
    ) -> None:
        self._text, self._span = text, span
        self.quoted, self.indirect, self.demanded = quoted_spans(text, span), False, False
        self._claims: list[tuple[Span, str]] = []
        self._unsure: list[Span] = []
        for row in said:
            detail = read_detail(row["detail"])
            for content in detail.get("content", ()):
                said_before = Span(*detail["cue"]).start >= content[1] and row["confidence"] >= SURE
                self._add(Span(*content), str(row["speaker"]), said_before)
        self._add_behind_colon(named)
        self._add_before_says()
        self._add_behind_verb(said, named, actors)
        report = REPORTS.search(text, *span)
        if report and not self._claims:
            self._unsure.append(Span(report.end(), span.end))

    def _add(self, content: Span, speaker: str, said_before: bool) -> None:
        """What a row says that somebody says: a claim where it opens the headline or follows a colon, else unsure."""
        before = self._text[self._span.start : content.start].rstrip(" \"'“‘")
        if speaker and (before.endswith(":") or (not before and said_before)):
            self._claims.append((content, speaker))
        elif CLAUSE.search(self._text, *content):
            stance = FIRST.match(self._text, *content)  # its name is the reporter's: "reaffirms [belief] in …"
            named = stance is not None and stance[0].lower() in load_report_verbs().nouns
            self._unsure.append(Span(stance.end(), content.end) if stance is not None and named else content)

    def _add_behind_colon(self, named: Sequence[Mapping[Any, Any]]) -> None:
        """Behind a colon, where no row knows better: the claim of whom the words before it name, else unsure.

        What stands behind the name of a thing that nobody says is the outlet's own: "Harbour Fee Scandal: …".
        """
        colon = COLON.search(self._text, *self._span)
        if colon is None or any(one.end > colon.end() for one, _ in self._claims):
            return
        rest, whole = Span(colon.end(), self._span.end), (self._span.start, colon.start())
        names = {self._text[row["start"] : row["end"]] for row in named}
        speaker, _, addressed = self._text[slice(*whole)].replace(" To ", " to ").partition(" to ")
        who = [speaker] if {speaker, addressed or speaker} <= names else []  # "Lund to Dockers: …"
        if who:
            self._claims.append((rest, who[0]))
        elif not _is_topic(self._text[slice(*whole)]):
            self._unsure.append(rest)

    def _add_before_says(self) -> None:
        """Before "an aide says", where no row knows better."""
        says = CLAIMED.search(self._text, *self._span)
        if says and not self._claims:
            self._claims.append((Span(self._span.start, says.start()), says[1]))
            self._unsure.append(Span(says.start(), self._span.end))

    def _add_behind_verb(
        self, said: Sequence[Mapping[Any, Any]], named: Sequence[Mapping[Any, Any]], actors: Mapping[str, str]
    ) -> None:
        """What somebody expects, vows or demands, where nothing else is claimed; behind it nothing is sure."""
        names = {Span(row["start"], row["end"]): str(row["actor"]) for row in named if row["label"] == "name"}
        found = None if self._claims else find_verb_claim(self._text, self._span, names)
        if found is None:
            return
        who = self._text[slice(*found.speaker)]
        rows = (str(row["speaker"]) for row in said if Span(*read_detail(row["detail"])["cue"]).overlaps(found.verb))
        known = (actors.get(actor, "") for name, actor in names.items() if name == found.speaker)
        fuller = (name for name in (*rows, *known) if name.removeprefix(NOBODY_NAMED).lower() not in who.lower())
        speaker = next(filter(None, fuller), who)
        self.indirect, self.demanded = True, _demands(self._text[slice(*found.verb)].lower())
        self._claims.append((found.content, speaker))
        self._unsure.append(Span(found.content.end, self._span.end))

    def at(self, span: Span) -> tuple[str, str]:
        """Voice and speaker of a word; ("", "") where they are unsure."""
        speaker = next((who for one, who in self._claims if one.overlaps(span)), "")
        if any(one.overlaps(span) for one in self.quoted):
            return "quoted", "" if self.indirect else speaker
        if speaker:
            return "attributed", speaker
        return ("", "") if any(one.overlaps(span) for one in self._unsure) else (OWN, "")

    @property
    def claim(self) -> tuple[Span, str] | None:
        """What most of the headline claims, and who."""
        return self._claims[0] if self._claims else None


def _demands(verb: str) -> bool:
    """Whether a verb brings what others are to do, rather than what whoever speaks will: "calls for", not "vows"."""
    verbs = load_report_verbs()
    known = [one for one in base_forms(verb) if one in verbs.stances and not verbs.takes(one, "to")]
    return any(verbs.takes(one, "object_to") or "for" in verbs.prepositions.get(one, ()) for one in known) or any(
        verbs.stances[one] == "demanding" for one in known
    )


def _is_topic(words: str) -> bool:
    """Whether words only name what happened or a thing, none that speaks and nobody's deed."""
    every = [word.lower() for word in FIRST.findall(words)]
    known = load_word_tables().relations
    deeds = any(
        word.endswith(("s", "ed", "ing")) and any((form, "v") in known for form in base_forms(word)) for word in every
    )
    if not every or deeds or not function_words().isdisjoint(every):
        return False
    noun = known.get((every[-1], "n"))
    thing = noun is not None and not names_people(noun) and every[-1] not in load_report_verbs().speakers
    return thing or every[-1] in load_passage_words().forceful_nouns


def quoted_spans(text: str, span: Span) -> list[Span]:
    """What stands in quotation marks inside a stretch of a text; an open mark quotes up to the end of it."""
    found, at = [], span.start
    while at < span.end:
        opens = text[at] in PAIRS and (at == span.start or not text[at - 1].isalnum())
        if opens:
            close = next((n for n in range(at + 1, span.end) if _closes(text, at, n)), span.end)
            found.append(Span(at + 1, close))
            at = close
        at += 1
    return found


def _closes(text: str, opened: int, at: int) -> bool:
    """Whether a mark closes what another opened; in "Obama's" it stands between letters."""
    return text[at] in PAIRS[text[opened]] and not text[at + 1 : at + 2].isalnum()
