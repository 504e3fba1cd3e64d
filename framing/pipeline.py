"""analyze(): the whole chain on one page. Texts in, two tables and a roster out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from framing.annotate.actors import find_actors
from framing.annotate.agency import find_agency
from framing.annotate.frames import find_cues
from framing.annotate.loaded import find_loaded
from framing.annotate.quotes import find_quotes
from framing.annotate.readability import readability_of
from framing.annotate.tone import find_tones
from framing.annotate.voice import layers_of
from framing.errors import InputError
from framing.evidence import Analysis, Draft, build_analysis, draft_article
from framing.link import link_actors
from framing.model import Article, Findings, Parsed
from framing.packs import Packs, load_packs
from framing.parse import parse_articles

Progress = Callable[[], None]


def annotate_article(parsed: Parsed, packs: Packs) -> Findings:
    """Everything one article says, in the only order that works."""
    mentions, actors = find_actors(parsed, packs.actors)
    quotes = find_quotes(parsed, mentions, actors, packs.verbs)
    return Findings(
        parsed=parsed,
        actors=actors,
        mentions=mentions,
        quotes=quotes,
        layers=layers_of(parsed, quotes),
        cues=find_cues(parsed, mentions, packs.frames),
        loaded=find_loaded(parsed, packs.loaded, mentions),
        agency=find_agency(parsed, mentions, actors),
        tones=find_tones(parsed, mentions),
        readability=readability_of(parsed.article.text, words=len(parsed), sentences=len(parsed.sentences)),
    )


def analyze(
    articles: Iterable[Article],
    packs: Sequence[str | Path] = (),
    *,
    jobs: int = 1,
    actors_file: str | Path | None = None,
    progress: Progress | None = None,
) -> Analysis:
    """Reads every article and links its actors across articles; every number of a report comes from these tables.

    The order of `articles` changes nothing. `packs` are names or paths, none is fine. `jobs` > 1 spreads the reading
    over processes. `progress` is called once an article.

    Raises:
        InputError: two articles bear one id.
        PackError: a pack is unknown or broken.
        MissingPartError: the parser model, or what `jobs` > 1 needs, is not installed.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    _check_ids(ordered)
    actors_path = Path(actors_file) if actors_file else None
    loaded = load_packs(packs, actors_file=actors_path)
    drafts = list(_drafts(ordered, loaded, progress))
    roster = link_actors(sighting for draft in drafts for sighting in draft.sightings)
    return build_analysis(drafts, roster)


def _drafts(articles: Sequence[Article], packs: Packs, progress: Progress | None) -> Iterator[Draft]:
    """One flat draft an article; the parse is dropped as soon as it is read."""
    for parsed in parse_articles(articles):
        yield draft_article(annotate_article(parsed, packs))
        if progress:
            progress()


def _check_ids(articles: Sequence[Article]) -> None:
    """Refuses two articles with one id: their findings could not be told apart."""
    doubled = sorted(name for name, count in Counter(article.id for article in articles).items() if count > 1)
    if doubled:
        raise InputError(
            f"{len(doubled)} article ids occur twice, the first is {doubled[0]!r}. Give every article its own id."
        )
