"""check_draft(): one article through the annotators that a check needs, then every kind of issue."""

from __future__ import annotations

from framing.annotate.actors import find_actors
from framing.annotate.agency import find_agency
from framing.annotate.loaded import find_loaded
from framing.annotate.quotes import find_quotes
from framing.annotate.voice import find_voices
from framing.check.headline import Overstated, find_overstated_headline, tell_overstated
from framing.check.records import DraftFindings, DraftIssue
from framing.check.speakers import find_speakerless_quotes, find_unasked, find_unnamed_sources
from framing.check.wording import find_loaded_words, find_nameless_violence
from framing.model import Article, Findings
from framing.packs.check import load_check_words
from framing.packs.events import load_harm_words
from framing.packs.loadedwords import load_loaded_words
from framing.packs.people import load_actor_words
from framing.packs.roster import load_known
from framing.packs.verbs import load_report_verbs
from framing.parse import parse_article

CHECKS = (
    find_loaded_words,
    find_unnamed_sources,
    find_unasked,
    find_overstated_headline,
    find_speakerless_quotes,
    find_nameless_violence,
)


def check_draft(article: Article) -> tuple[DraftIssue, ...]:
    """Everything in one article that an editor may want to look at, in the order of the text."""
    return check_findings(read_draft(article))


def check_findings(draft: DraftFindings) -> tuple[DraftIssue, ...]:
    """The issues of a draft that is read already; each stretch once a kind."""
    found = {(issue.span, issue.kind): issue for check in CHECKS for issue in check(draft)}
    return tuple(found[key] for key in sorted(found))


def read_draft(article: Article) -> DraftFindings:
    """What the checks ask for: no tone, no topics, no comparison."""
    people, verbs = load_actor_words(), load_report_verbs()
    parsed = parse_article(article)
    mentions, actors = find_actors(parsed, load_known([]), people)
    quotes = find_quotes(parsed, mentions, actors, verbs, people)
    return DraftFindings(
        parsed,
        actors,
        mentions,
        quotes,
        find_voices(parsed, quotes, verbs),
        find_loaded(parsed, load_loaded_words(), mentions),
        find_agency(parsed, mentions, actors, load_harm_words()),
        load_check_words(),
        verbs,
    )


def check_headline(findings: Findings) -> Overstated | None:
    """The headline of an article that is read already, where it states what the body only reports."""
    found, lists = findings, (load_check_words(), load_report_verbs())
    read = (found.parsed, found.actors, found.mentions, found.quotes, found.voices, found.loaded, found.agency)
    return tell_overstated(DraftFindings(*read, *lists))
