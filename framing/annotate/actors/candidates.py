"""What pronouns may stand for: names, groups, pairs of names, and the plain nouns that rival them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from framing.annotate.actors.kinds import Cluster
from framing.annotate.actors.nouns import Noun
from framing.annotate.actors.salience import Antecedent
from framing.model import Mention, Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActors
from framing.syntax.roles import (
    COMPOUNDS,
    CONJUNCTS,
    MODIFIERS,
    PREPOSITION_OBJECTS,
    role_class,
    role_of,
)

MOST = 5  # names beyond this number add no weight


def make_candidates(
    parsed: Parsed,
    clusters: Sequence[Cluster],
    mentions: Sequence[Mention],
    nouns: Sequence[Noun],
    known: KnownActors,
    words: ActorWords,
) -> list[Antecedent]:
    """Candidates in no special order: every name, state, group and role, and every pair of them joined by "and"."""
    found = [
        _candidate(parsed, (name.head, name.first, name.last), cluster, len(cluster.names), words)
        for cluster in clusters
        if cluster.kind in ("person", "agent", "", "organisation")
        for name in cluster.names
        if cluster.kind == "person" or parsed.deps[name.head] not in MODIFIERS - COMPOUNDS
    ]
    by_id = {c.id: c for c in clusters}
    often = Counter([m.actor for m in mentions])
    for mention in mentions:
        entry = known.entries[mention.actor]
        tokens = parsed.tokens_in(mention.span)
        plural = mention.label == "demonym" and parsed.tags[mention.head] in ("NNS", "NNPS")
        gender = "they" if plural or entry.nature == "group" else "it"
        cluster = Cluster(entry.id, entry.name, entry.nature, gender, frozenset(), ())
        found.append(_candidate(parsed, (mention.head, tokens[0], tokens[-1]), cluster, often[mention.actor], words))
    for noun in nouns:
        cluster = by_id.get(noun.actor) or Cluster(
            noun.actor, noun.name, noun.kind, "they" if noun.kind == "group" else "", frozenset(), ()
        )
        found.append(
            _candidate(
                parsed, (noun.last, noun.first, noun.last), cluster, often[noun.actor] or len(cluster.names), words
            )
        )
    return found + _pairs(parsed, found)


def _candidate(
    parsed: Parsed, tokens: tuple[int, int, int], cluster: Cluster, often: int, words: ActorWords
) -> Antecedent:
    """A candidate (head, first and last token) with its place in the sentence filled in."""
    head, first, last = tokens
    _, governor = role_of(parsed, head)
    nested = parsed.pos[governor] == "ADP" and parsed.pos[parsed.heads[governor]] in ("NOUN", "PROPN")
    located = parsed.deps[head] in PREPOSITION_OBJECTS and parsed.lowers[governor] in words.locating_prepositions
    gender = cluster.gender or ("it" if cluster.kind == "organisation" else "")
    return Antecedent(
        head,
        first,
        last,
        (cluster.id,),
        gender,
        cluster.kind,
        min(often, MOST),
        role_class(parsed, head),
        parsed.sentence_of[head],
        sure=cluster.sure,
        nested=nested,
        located=located,
    )


def _pairs(parsed: Parsed, found: Sequence[Antecedent]) -> list[Antecedent]:
    """Coordinated candidates as one, for "they": "Mr Aliyev and Mr Putin"."""
    at = {c.head: c for c in found if c.kind}
    chains: dict[int, list[Antecedent]] = {}
    for candidate in found:
        top = candidate.head
        while parsed.deps[top] in CONJUNCTS and parsed.heads[top] in at:
            top = parsed.heads[top]
        if top != candidate.head and candidate.kind and top in at:
            chains.setdefault(top, [at[top]]).append(candidate)
    pairs = []
    for chain in chains.values():
        actors = tuple(dict.fromkeys(a for c in chain for a in c.actors))
        if len(actors) > 1:
            first = chain[0]
            pairs.append(first._replace(last=chain[-1].last, actors=actors, gender="they", kind="pair", sure=False))
    return pairs
