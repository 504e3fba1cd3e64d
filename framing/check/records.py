"""What a check of a draft finds: a kind, a place, the reason, and whose words they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from framing.annotate.reported import Judgements, index_judgements
from framing.annotate.voice import voice_at
from framing.model import AUTHOR, Actor, Agency, Loaded, Mention, Parsed, Quote, Span, Voice, VoiceSpan
from framing.packs.check import CheckWords
from framing.packs.verbs import ReportVerbs

IssueKind = Literal["loaded", "unnamed", "unasked", "headline", "speakerless", "violence"]
ISSUE_KINDS: Mapping[IssueKind, str] = {
    "loaded": "a word that judges, in the outlet’s own voice",
    "unnamed": "a source without a name",
    "unasked": "somebody who is written about and does not speak",
    "headline": "a headline that says as a fact what the body only reports",
    "speakerless": "a quotation without a speaker",
    "violence": "harm or force, with nobody named who did it",
}
OWN = "own voice"
VOICE_NAMES: Mapping[Voice, str] = {
    "narrator": OWN,
    "quoted": "quoted",
    "attributed": "reported",
    "distanced": "kept at a distance",
}


def is_outlets(stretch: VoiceSpan) -> bool:
    """Whether a stretch is the outlet's own words, or those of the writer who speaks for it."""
    return stretch.voice == "narrator" or stretch.speaker == AUTHOR


@dataclass(frozen=True, slots=True)
class DraftIssue:
    """One thing to look at: where, which words, why, and in whose voice they stand."""

    kind: IssueKind
    span: Span  # in the article's text
    words: str
    why: str
    voice: str


class DraftFindings(NamedTuple):
    """What was read in a draft: the findings that the checks ask for."""

    parsed: Parsed
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    voices: tuple[VoiceSpan, ...]
    loaded: tuple[Loaded, ...]
    agency: tuple[Agency, ...]
    words: CheckWords
    verbs: ReportVerbs

    def voice(self, span: Span) -> VoiceSpan:
        """The innermost voice at some words."""
        return voice_at(self.voices, span)

    def is_own(self, span: Span) -> bool:
        """Whether words are the outlet's own."""
        return is_outlets(self.voice(span))

    def judgements(self) -> Judgements:
        """The draft ready to say whose its judging words are."""
        return index_judgements(self.parsed, self.voice, self.quotes, self.verbs)

    def say_voice(self, span: Span) -> str:
        """In whose voice some words stand: own voice, quoted, reported or kept at a distance, with the speaker."""
        stretch = self.voice(span)
        speaker = f": {stretch.speaker}" if stretch.speaker and stretch.speaker != AUTHOR else ""
        return OWN if self.is_own(span) else f"{VOICE_NAMES[stretch.voice]}{speaker}"

    def issue(self, kind: IssueKind, span: Span, why: str, voice: str = OWN) -> DraftIssue:
        """An issue at some words of the draft."""
        words = " ".join(self.parsed.article.read(span).split())
        return DraftIssue(kind, span, words, why, voice)
