"""Which articles are about the same story, when nobody has said so. The only reader that knows scikit-learn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.grouping import group_by
from framing.model import Article
from framing.read.moments import NEAR_WEIGHT, Moment, moment_of, weigh_moments
from framing.read.records import StoryProposal
from framing.titles import name_story

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAD = 300  # words of an article that are compared: the rest is background, which different stories share
SAME = 0.15  # mean likeness from which two groups of articles are one story
DOUBT = 0.02  # on either side of SAME a decision is said to be doubtful
STRANGERS = 0.7  # weight of a pair that shares no name although both name somebody or some place
ACTS = 0.5  # share of a likeness that must stand in words that are no names; else it counts so much less
HIGHEST = 2.0  # likeness that no two articles reach
SHORT, SHORTEST = 0.35, 30  # short openings share fewer words: exponent of the correction, words from which it holds
BLOCK = 500  # rows of the table of likeness that are made at once
WORD = r"(?u)[^\W\d_][\w-]+|\d+(?:[.,]\d+)?"
NAME = re.compile(r"(?<=[a-z,;’'] )[A-Z][\w-]{2,}")  # a capital inside a sentence


class Grouping(NamedTuple):
    """Articles with their events filled in, and a proposal for each that had none."""

    articles: tuple[Article, ...]
    proposals: tuple[StoryProposal, ...]


class _Group(NamedTuple):
    """Articles of one story, by number; `event` is given, or "" and to be made up."""

    members: tuple[int, ...]
    event: str


class _Table(NamedTuple):
    """What is compared, one row an article: TF-IDF of the openings, with and without names; names; times.

    Articles on one region share its names whatever happened; what happened stands in the other words.
    """

    tfidf: Any
    acts: Any
    names: Any
    moments: Sequence[Moment]
    lengths: NDArray[np.float64]  # of the openings, as shares of LEAD

    def likeness(self, rows: Sequence[int], columns: Sequence[int]) -> NDArray[np.float64]:
        """Likeness of articles, in [0, 1.8]."""
        import numpy as np

        names, others = self.names[list(rows)], self.names[list(columns)]
        known = (names.sum(axis=1) > 0).reshape(-1, 1) & (others.sum(axis=1) > 0).reshape(1, -1)
        strangers = np.asarray(known) & ((names @ others.T).toarray() == 0)
        words, acts = ((table[list(rows)] @ table[list(columns)].T).toarray() for table in (self.tfidf, self.acts))
        times = weigh_moments([self.moments[n] for n in rows], [self.moments[n] for n in columns])
        short = np.minimum.outer(self.lengths[list(rows)], self.lengths[list(columns)]) ** -SHORT
        likeness: NDArray[np.float64] = np.minimum(words, acts / ACTS) * times * np.where(strangers, STRANGERS, short)
        return likeness


def group_events(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The same articles in the same order, each with `event` filled in where it was empty.

    Articles are one story when their openings share telling words and their days do not speak against it. An event
    that is given already stays, and articles without one join it where they fit.
    """
    return find_stories(articles).articles


def find_stories(articles: Iterable[Article]) -> Grouping:
    """The articles with their events, and what is proposed for those that had none, doubts included.

    TF-IDF over the openings, weighed by names and days; groups are joined by average link while their mean likeness is
    at least `SAME`. The order of the articles changes nothing.
    Source: Yang, Pierce and Carbonell 1998, "A study of retrospective and on-line event detection".
    """
    given = tuple(articles)
    ordered = sorted(given, key=lambda article: (article.id, article.source, article.text))
    if all(article.event for article in ordered):
        return Grouping(given, ())
    table = _tabulate(ordered)
    groups = list(_groups(ordered, table))
    events = dict(zip(groups, _name_groups(ordered, groups), strict=True))
    doubts = _doubts(len(ordered), groups, events, table)
    proposals, event_of = [], {}
    for group in groups:
        for number in group.members:
            article = ordered[number]
            event_of[id(article)] = article.event or events[group]
            if not article.event:
                proposals.append(StoryProposal(article.id, events[group], doubts[number]))
    filled = tuple(replace(article, event=event_of[id(article)]) for article in given)
    return Grouping(filled, tuple(sorted(proposals)))


def _tabulate(articles: Sequence[Article]) -> _Table:
    import numpy as np
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, CountVectorizer, TfidfVectorizer

    leads = [re.sub(r"[’']s\b", "", " ".join(article.text.split()[:LEAD])) for article in articles]
    stop = [*ENGLISH_STOP_WORDS, "said", "says"]
    words = TfidfVectorizer(sublinear_tf=True, stop_words=stop, token_pattern=WORD)
    names = CountVectorizer(analyzer=lambda lead: NAME.findall(lead) or ["?"], binary=True)
    counted = names.fit_transform(leads)
    unnamed = names.vocabulary_.get("?")
    if unnamed is not None:
        counted = counted.multiply(np.arange(counted.shape[1]) != unnamed)
    acts = TfidfVectorizer(sublinear_tf=True, stop_words=stop, token_pattern=WORD)
    return _Table(
        words.fit_transform(lead or "0" for lead in leads),
        acts.fit_transform(_without_names(lead) or "0" for lead in leads),
        counted.tocsr(),
        [moment_of(article) for article in articles],
        np.array([max(SHORTEST, lead.count(" ") + 1) / LEAD for lead in leads]).clip(max=1.0),
    )


def _without_names(lead: str) -> str:
    """The words of an opening that it also writes small, or that never have a capital."""
    small = set(re.findall(r"\b[a-z][\w-]+", lead))
    return re.sub(r"\b[A-Z][\w-]+", lambda word: word.group() if word.group().lower() in small else " ", lead)


def _groups(articles: Sequence[Article], table: _Table) -> Iterator[_Group]:
    """The stories: those that are given, with what fits them, then those that were found."""
    given = group_by((n for n, article in enumerate(articles) if article.event), lambda n: articles[n].event)
    joined = {event: list(members) for event, members in given.items()}
    found = []
    for part in _components(table, [n for n, article in enumerate(articles) if not article.event]):
        for members in _link(part, table):
            fits = {event: table.likeness(members, known).mean() for event, known in given.items()}
            best = max(fits, key=lambda event: (fits[event], event), default="")
            if best and fits[best] >= SAME:
                joined[best] += members
            else:
                found.append(_Group(tuple(members), ""))
    yield from (_Group(tuple(members), event) for event, members in joined.items())
    yield from found


def _components(table: _Table, numbers: Sequence[int]) -> list[list[int]]:
    """Articles that may hang together: groups whose mean likeness is high enough hold a pair that is as like."""
    import numpy as np
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    rows, columns = [np.empty(0, int)], [np.empty(0, int)]
    tfidf, acts = table.tfidf[numbers], table.acts[numbers]
    for start in range(0, len(numbers), BLOCK):
        part = slice(start, start + BLOCK)
        likeness = (tfidf[part] @ tfidf.T).minimum((acts[part] @ acts.T) / ACTS).tocoo()
        near = likeness.data * NEAR_WEIGHT * (SHORTEST / LEAD) ** -SHORT >= SAME
        rows.append(likeness.row[near] + start)
        columns.append(likeness.col[near])
    row, column = np.concatenate(rows), np.concatenate(columns)
    graph = coo_matrix((np.ones(len(row)), (row, column)), shape=(len(numbers), len(numbers)))
    labels = connected_components(graph, directed=False)[1]
    return _by_label(numbers, labels)


def _by_label(numbers: Sequence[int], labels: Iterable[int]) -> list[list[int]]:
    """Numbers that bear one label together."""
    pairs = group_by(zip(numbers, labels, strict=True), lambda pair: int(pair[1]))
    return [[number for number, _ in group] for group in pairs.values()]


def _link(members: list[int], table: _Table) -> list[list[int]]:
    """The members in groups, joined while their mean likeness is at least SAME."""
    if len(members) < 2:
        return [members]
    from sklearn.cluster import AgglomerativeClustering

    distance = HIGHEST - table.likeness(members, members)
    linking = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=HIGHEST - SAME
    )
    return _by_label(members, linking.fit(distance).labels_)


def _name_groups(articles: Sequence[Article], groups: Sequence[_Group]) -> Iterator[str]:
    """A name for each group, each another: the given one, or the headline in the middle of its articles."""
    taken = Counter(group.event for group in groups if group.event)
    for group in groups:
        name = group.event or name_story([_headline(articles[n]) for n in group.members]) or "untitled story"
        if not group.event:
            taken[name] += 1
            name = f"{name} ({taken[name]})" if taken[name] > 1 else name
        yield name


def _headline(article: Article) -> str:
    """The title of an article, or the line with which it opens."""
    return article.title or next(filter(None, map(str.strip, article.text.splitlines())), "")


def _doubts(count: int, groups: Sequence[_Group], events: Mapping[_Group, str], table: _Table) -> list[str]:
    """What may be otherwise, article by article: it may stand apart, or belong to another story."""
    import numpy as np
    from scipy.sparse import csr_matrix

    own = np.empty(count, int)
    for place, group in enumerate(groups):
        own[list(group.members)] = place
    sizes = np.array([len(group.members) for group in groups])
    belongs = csr_matrix((np.ones(count), (np.arange(count), own)), shape=(count, len(groups)))
    doubts = []
    for start in range(0, count, BLOCK):
        rows = range(start, min(count, start + BLOCK))
        likeness = table.likeness(rows, range(count))
        mine = likeness[np.arange(len(rows)), rows]
        means = likeness @ belongs / sizes
        for row, number in enumerate(rows):
            others = sizes[own[number]] - 1
            apart = others and (means[row, own[number]] * (others + 1) - mine[row]) / others < SAME + DOUBT
            means[row, own[number]] = 0
            best = int(means[row].argmax())
            near = means[row, best] >= SAME - DOUBT
            doubts.append(
                "may be a story of its own" if apart else f"may belong to “{events[groups[best]]}”" if near else ""
            )
    return doubts
