"""analyze(): the whole chain on one page. Texts in, two tables and a roster out."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from framing.annotate.actors import find_actors
from framing.annotate.agency import find_agency
from framing.annotate.frames import find_cues
from framing.annotate.frames.anchors import choose_packs, event_of
from framing.annotate.loaded import find_loaded
from framing.annotate.quotes import find_quotes, refer_inside
from framing.annotate.readability import readability_of
from framing.annotate.tone import find_tones, mention_at
from framing.annotate.tone.masking import mask_names
from framing.annotate.voice import find_voices
from framing.annotate.wordings import find_candidates
from framing.cluster import CHUNK, Workers, spread
from framing.errors import InputError
from framing.evidence import Analysis, FlatArticle, build_analysis, draft_article
from framing.link import link_actors
from framing.link.passages import align_sentences, evidence_by_place
from framing.link.records import Roster
from framing.link.referents import link_referents
from framing.link.sketches import sketch_sentences
from framing.model import Actor, Article, Cue, Findings, Parsed, Span
from framing.packs import Packs, load_pack_heads, load_packs
from framing.packs.people import load_actor_words
from framing.packs.roster import KnownActors, read_actor_file
from framing.packs.tone import load_tone
from framing.packs.wordings import load_link_words
from framing.parse import BATCH, parse_article, parse_articles
from framing.watchdog import LIMIT, TOO_SLOW, in_time

Progress = Callable[[int], None]
Read = FlatArticle | str  # an article, or the id of one that takes too long
UNCOLLECTED = 100_000  # new objects between two searches for cycles; the records of a run hold none


class Known(NamedTuple):
    """What a run knows beforehand: packs by name or path, where those that are tried speak, a user's actors file."""

    packs: tuple[str, ...] = ()
    actors_file: Path | None = None
    events: Mapping[str, tuple[str, ...]] | None = None  # event -> packs that speak in it; None: all everywhere


def annotate_article(parsed: Parsed, packs: Packs) -> Findings:
    """Runs every annotator on one parsed article: quotes need mentions, voice needs quotes, tone and loaded mentions.

    Returns `Findings`: everything the article says, before actors are linked across articles.
    """
    frames = packs.frames.in_event(event_of(parsed.article))
    mentions, actors = find_actors(parsed, packs.actors, packs.people)
    quotes = find_quotes(parsed, mentions, actors, packs.verbs, packs.people)
    mentions = refer_inside(parsed, mentions, actors, quotes, packs.people)
    loaded = find_loaded(parsed, packs.loaded, mentions)
    cues = find_cues(parsed, mentions, frames)
    return Findings(
        parsed=parsed,
        actors=(*actors, *_concerned(cues, actors, packs.actors)),
        mentions=mentions,
        quotes=quotes,
        voices=find_voices(parsed, quotes, packs.verbs),
        cues=cues,
        packs=tuple(pack.id for pack in frames) if packs.frames.asked else None,
        loaded=loaded,
        agency=find_agency(parsed, mentions, actors, packs.harm),
        tones=find_tones(parsed, mentions, packs.tone),
        readability=readability_of(
            parsed.article.text, [parsed.starts[first] for first, _ in parsed.sentences], words=len(parsed)
        ),
        candidates=find_candidates(parsed, mentions, loaded, packs.wordings),
    )


def _concerned(cues: Iterable[Cue], actors: Iterable[Actor], known: KnownActors) -> Iterator[Actor]:
    """Whom a wording of a pack concerns though the article does not mention them."""
    named = {id for cue in cues for id in cue.actors} - {actor.id for actor in actors}
    for one in (known.entries[id] for id in sorted(named) if id in known.entries):
        yield Actor(one.id, one.name, one.kind, one.member_of, one.side, one.aliases, known=True)


def analyze(
    articles: Iterable[Article],
    packs: Sequence[str | Path] | None = None,
    *,
    jobs: int = 1,
    actors_file: str | Path | None = None,
    progress: Progress | None = None,
) -> Analysis:
    """Reads every article and links its actors across articles; every number of a report comes from these tables.

    The order of `articles` changes nothing. `packs` are names or paths: these speak in every article. None tries every
    topic that comes with the program, and each speaks in the events that are about it; [] asks for no pack. `jobs` > 1
    spreads the reading over processes and changes nothing else. `progress` is called with the number of
    articles just finished. An article that takes longer than a minute is left out (`analysis.left_out`).

    Raises:
        InputError: two articles bear one id, or every article takes too long.
        PackError: a pack or the actors file is unknown or broken.
        MissingPartError: the parser model, or what `jobs` > 1 needs, is not installed.
    """
    ordered = order_articles(articles)
    with rare_collections():
        known = choose_known(ordered, packs, actors_file)
        drafts: list[FlatArticle] = []
        left_out: list[str] = []
        for done in _read_all(ordered, known, jobs):
            for one in done:
                left_out.append(one) if isinstance(one, str) else drafts.append(one)
            if progress:
                progress(len(done))
        if left_out and not drafts:
            raise InputError(f"{left_out[0]} {TOO_SLOW}, as does every article here. Look whether they are articles.")
        roster = link_drafts(drafts, known)
        aligned = align_sentences((sketch for one in drafts for sketch in one.sketches), roster.ids)
        same = evidence_by_place(aligned)
        linked = link_referents((one.wordings for one in drafts), roster, load_link_words(), same)
        analysis = build_analysis(drafts, roster, linked, aligned)
        return replace(analysis, left_out=tuple(sorted(left_out))) if left_out else analysis


@contextmanager
def rare_collections() -> Iterator[None]:
    """Lets Python look for cycles seldom while many records live: it would walk through all of them each time."""
    before = gc.get_threshold()
    gc.set_threshold(max(UNCOLLECTED, before[0]) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def choose_known(
    articles: Iterable[Article], packs: Sequence[str | Path] | None = None, actors_file: str | Path | None = None
) -> Known:
    """What a run over the articles knows beforehand; without `packs` (None), which of those tried speak where."""
    file = Path(actors_file) if actors_file else None
    if packs is not None:
        return Known(tuple(map(str, packs)), file)
    events = choose_packs(articles, load_pack_heads())
    return Known(tuple(sorted({id for ids in events.values() for id in ids})), file, events)


def read_tone(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[float, float, float]]:
    """p(negative), p(neutral), p(positive) of the tone toward the words at each span of `text`.

    The text is parsed once, from a copy in which the names at `spans` are replaced by placeholders, so that not even
    the parser knows whom it is about. Offsets are code points, half-open.

    Raises:
        InputError: a span is empty or lies outside the text.
    """
    if not spans:
        return []
    lists = load_tone()
    whole = Article.from_text(text, id="text", source="")
    for span in spans:
        whole.read(Span(*span))
    masked, moved = mask_names(text, spans, lists.words)
    parsed = parse_article(Article.from_text(masked, id="text", source=""))
    mentions = [mention_at(parsed, Span(*span)) for span in moved]
    return [tone.probabilities for tone in find_tones(parsed, mentions, lists)]


def find_roster(articles: Iterable[Article], known: Known, skip: Callable[[str], None] | None = None) -> Roster:
    """Who is written about in these articles, with variants merged and doubts listed; `skip` hears ids left out."""

    def usable() -> Iterator[FlatArticle]:
        for one in draft_articles(order_articles(articles), known):
            if not isinstance(one, str):
                yield one
            elif skip:
                skip(one)

    return link_drafts(usable(), known)


def link_drafts(drafts: Iterable[FlatArticle], known: Known) -> Roster:
    """One roster for the run: the same actor under the same id in every article."""
    edits = read_actor_file(known.actors_file) if known.actors_file else None
    return link_actors((sighting for draft in drafts for sighting in draft.sightings), load_actor_words(), edits)


def _read_all(articles: Sequence[Article], known: Known, jobs: int) -> Iterator[list[Read]]:
    """Drafts as they are finished: one by one, or a share at a time from several processes."""
    if jobs == 1 or len(articles) <= CHUNK:
        yield from ([draft] for draft in draft_articles(articles, known))
    else:
        shares = [(tuple(articles[i : i + CHUNK]), known) for i in range(0, len(articles), CHUNK)]
        yield from (drafts for _, drafts in spread(_read_share, shares, Workers(jobs)))


def _read_share(share: tuple[tuple[Article, ...], Known]) -> list[Read]:
    """The drafts of one share, in a process of its own."""
    return list(draft_articles(*share))


def draft_articles(articles: Iterable[Article], known: Known) -> Iterator[Read]:
    """One flat draft an article, in order; the parse is dropped as soon as it is read."""
    packs = load_packs(known.packs, events=known.events, actors_file=known.actors_file)
    for article, parsed in _parse_in_time(articles):
        draft = None if parsed is None else in_time(partial(_draft, parsed, packs))
        yield article.id if draft is None else draft


def _draft(parsed: Parsed, packs: Packs) -> FlatArticle:
    """Everything one article says, flattened."""
    findings = annotate_article(parsed, packs)
    sketches = sketch_sentences(findings, packs.passages, packs.tone.words.valences)
    return draft_article(findings, packs.verbs, sketches)


def _parse_in_time(articles: Iterable[Article]) -> Iterator[tuple[Article, Parsed | None]]:
    """Each article with its parse, None where that takes too long: batch by batch, where one is too slow each alone."""
    waiting = iter(articles)
    while batch := tuple(islice(waiting, BATCH)):
        parsed: list[Parsed] | None = in_time(partial(list, parse_articles(batch)), LIMIT * len(batch))
        yield from zip(batch, parsed or (in_time(partial(parse_article, one)) for one in batch), strict=True)


def order_articles(articles: Iterable[Article]) -> list[Article]:
    """The articles in the order of their ids; refuses two with one id, whose findings could not be told apart."""
    ordered = sorted(articles, key=lambda article: article.id)
    doubled = sorted(name for name, count in Counter(article.id for article in ordered).items() if count > 1)
    if doubled:
        raise InputError(
            f"{len(doubled)} article ids occur twice, the first is {doubled[0]!r}. Give every article its own id."
        )
    return ordered
