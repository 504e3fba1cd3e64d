"""Whose words the stretches of a headline are, as far as that is sure.

Behind a speaker and a colon, and before "she says", stands a claim; in quotation marks somebody's words; what a verb of
speech brings is the reporter's own only where it merely names a thing: "defends [the project]".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from framing.evidence.details import read_detail
from framing.measure.ledger import OWN
from framing.model import Span
from framing.titles import CLAIMED

PAIRS = {"‘": "’'", "'": "'’", "“": '”"', '"': '"”'}  # a mark that opens, and those that close it
CLAUSE = re.compile(
    r"^(?:he|she|it|they|we|I|you)\b|\b(?:to|not|is|are|was|were|be|been|will|would|could|can|should|has|have|had|\w+ing)\b"
    r"|['\"‘“,]",
    re.IGNORECASE,
)
REPORTS = re.compile(r"\b(?:says?|said|tells?|told|claims that|insists?)\b", re.IGNORECASE)
COLON = re.compile(r":\s")


class HeadlineVoices:
    """Answers whose words a stretch of one headline is; `said` and `named` are its rows of quotes and of mentions."""

    def __init__(
        self, text: str, span: Span, said: Sequence[Mapping[Any, Any]], named: Sequence[Mapping[Any, Any]]
    ) -> None:
        self._text, self._span = text, span
        self.quoted = quoted_spans(text, span)
        self._claims: list[tuple[Span, str]] = []
        self._unsure: list[Span] = []
        for row in said:
            for content in read_detail(row["detail"]).get("content", ()):
                self._add(Span(*content), str(row["speaker"]))
        self._add_behind_colon(named)
        self._add_before_says()
        report = REPORTS.search(text, *span)
        if report and not self._claims:
            self._unsure.append(Span(report.end(), span.end))

    def _add(self, content: Span, speaker: str) -> None:
        """What a row says that somebody says: a claim where it is most of the headline, else no sure words."""
        before = self._text[self._span.start : content.start].rstrip(" \"'“‘")
        if speaker and (before.endswith(":") or (not before and CLAIMED.search(self._text, *self._span))):
            self._claims.append((content, speaker))
        elif CLAUSE.search(self._text, *content):
            self._unsure.append(content)

    def _add_behind_colon(self, named: Sequence[Mapping[Any, Any]]) -> None:
        """Behind a colon, where no row knows better: the claim of whom the words before it name, else unsure."""
        colon = COLON.search(self._text, *self._span)
        if colon is None or any(one.end > colon.end() for one, _ in self._claims):
            return
        rest, whole = Span(colon.end(), self._span.end), (self._span.start, colon.start())
        who = [self._text[slice(*whole)] for row in named if (row["start"], row["end"]) == whole]
        if who:
            self._claims.append((rest, who[0]))
        else:
            self._unsure.append(rest)

    def _add_before_says(self) -> None:
        """Before "an aide says", where no row knows better."""
        says = CLAIMED.search(self._text, *self._span)
        if says and not self._claims:
            self._claims.append((Span(self._span.start, says.start()), says[1]))
            self._unsure.append(Span(says.start(), self._span.end))

    def at(self, span: Span) -> tuple[str, str]:
        """Voice and speaker of a word; ("", "") where they are unsure."""
        speaker = next((who for one, who in self._claims if one.overlaps(span)), "")
        if any(one.overlaps(span) for one in self.quoted):
            return "quoted", speaker
        if speaker:
            return "attributed", speaker
        return ("", "") if any(one.overlaps(span) for one in self._unsure) else (OWN, "")

    @property
    def claim(self) -> tuple[Span, str] | None:
        """What most of the headline claims, and who."""
        return self._claims[0] if self._claims else None


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
