"""Who is who in one article: `find_actors` gives every mention and every actor that is mentioned."""

from __future__ import annotations

from framing.annotate.actors.actor_kinds import name_kinds
from framing.annotate.actors.candidates import make_candidates
from framing.annotate.actors.eponymous_organisations import find_eponymous, find_owned
from framing.annotate.actors.groups import group_names
from framing.annotate.actors.kinds import describe_clusters
from framing.annotate.actors.known import find_known, find_state_mentions
from framing.annotate.actors.mentions import (
    ActorsFound,
    list_actors,
    list_mentions,
    settle_kinds,
    tokens_of_names,
    without_titled,
)
from framing.annotate.actors.name_runs import find_runs
from framing.annotate.actors.new_states import add_new_states
from framing.annotate.actors.nouns import find_groups
from framing.annotate.actors.occurrences import ArticleNames, read_names
from framing.annotate.actors.phrases import add_phrases
from framing.annotate.actors.pronouns import resolve_pronouns
from framing.annotate.actors.roles import find_roles
from framing.annotate.actors.teams import name_teams
from framing.model import Actor, Mention, Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActors

__all__ = ["find_actors"]


def find_actors(parsed: Parsed, known: KnownActors, words: ActorWords) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Mentions in text order, and the actors they name, most mentioned first; new actors' ids open with "~".

    Names come first, then the nouns that stand for the named, then pronouns, which may tell that a name is a person's.
    """
    names = read_names(parsed, find_runs(parsed, words), find_known(parsed, known), known, words)
    names, known = add_new_states(parsed, names, known, words)
    names = name_teams(parsed, names, known, words)
    found = _find_named(parsed, names, known, words)
    found = _add_nouns(parsed, found, names, known, words)
    found = _add_pronouns(parsed, found, known, words)
    mentions = sorted(add_phrases(parsed, list_mentions(parsed, found, words), words), key=lambda m: (m.span, m.actor))
    return tuple(mentions), name_kinds(parsed, mentions, list_actors(mentions, found, known), known, words)


def _find_named(parsed: Parsed, names: ArticleNames, known: KnownActors, words: ActorWords) -> ActorsFound:
    """Who is named: people and organisations by their names together, known states and bodies where they act."""
    groups = group_names(parsed, names.occurrences, words)
    clusters = tuple(describe_clusters(parsed, groups, names.hits, known, words))
    mentions = tuple(find_state_mentions(parsed, names.alone, known, words))
    return ActorsFound(clusters, mentions, taken=tokens_of_names(parsed, clusters, mentions))


def _add_nouns(
    parsed: Parsed, found: ActorsFound, names: ArticleNames, known: KnownActors, words: ActorWords
) -> ActorsFound:
    """With groups of people ("residents"), bodies ("the Harker administration") and roles ("the premier")."""
    found = found._replace(
        groups=tuple(find_groups(parsed, found.taken, words)),
        bodies=tuple(find_eponymous(parsed, found.taken, found.persons, words)),
        roles=tuple(find_roles(parsed, found, names.hits, known, words)),
    )
    return found._replace(known=without_titled(parsed, found.known, found.nouns))


def _add_pronouns(parsed: Parsed, found: ActorsFound, known: KnownActors, words: ActorWords) -> ActorsFound:
    """With pronouns, the kinds of names that they settle, and bodies that belong to somebody ("his administration")."""
    candidates = make_candidates(parsed, found.clusters, found.known, found.nouns, known, words)
    found = found._replace(pronouns=tuple(resolve_pronouns(parsed, candidates, words)))
    owned = tuple(find_owned(parsed, found, words))
    return found._replace(clusters=settle_kinds(parsed, found.clusters, found.pronouns), owned=owned)
