"""What pronouns may stand for: names, groups, pairs of names, and the plain nouns that rival them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from framing.annotate.actors.kinds import Cluster
from framing.annotate.actors.nouns import Noun
from framing.annotate.actors.salience import Antecedent, role_class
from framing.model import Mention, Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActors
from framing.syntax.roles import (
    APPOSITIONS,
    COMPOUNDS,
    CONJUNCTS,
    DEGREES,
    MODIFIERS,
    PREDICATES,
    PREPOSITION_OBJECTS,
    SUBJECT,
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


def list_strangers(parsed: Parsed, words: ActorWords) -> list[Antecedent]:
    """Unnamed people who a "he" or "she" behind them may mean just as well: "nobody", "a man", "her brother"."""
    strangers = []
    for token, lower in enumerate(parsed.lowers):
        if lower not in words.indefinite_pronouns:
            if parsed.tags[token] != "NN" or not (lower in words.titles or lower in words.gendered_nouns):
                continue
            if not any(parsed.lowers[c] in words.introducing_determiners for c in parsed.children[token]):
                continue
        if parsed.deps[token] not in _NO_PHRASE:
            told, role = words.gendered_nouns.get(lower, ""), role_class(parsed, token)
            strangers.append(Antecedent(token, token, token, (), told, "person", 1.0, role, parsed.sentence_of[token]))
    return strangers


_NO_PHRASE = MODIFIERS | APPOSITIONS | PREDICATES | DEGREES


def find_rivals(
    parsed: Parsed, sentences: Iterable[int], token: int, gender: str, heads: set[int], words: ActorWords
) -> list[Antecedent]:
    """Plain nouns before an "it" or a "they" that it may stand for just as well; only people where only people act."""
    dep, governor = role_of(parsed, token)
    acts = dep in SUBJECT and (
        parsed.lemmas[governor] in words.takes_actor_subject or parsed.lemmas[governor] in words.takes_personal_subject
    )
    tags = ("NN", "NNP") if gender == "it" else ("NNS", "NNPS")
    rivals = []
    for sentence in sentences:
        first, end = parsed.sentences[sentence]
        for other in range(first, min(end, token)):
            if parsed.lowers[other] in ("this", "that") and parsed.pos[other] == "PRON" and gender == "it":
                rivals.append(
                    Antecedent(other, other, other, (), gender, "noun", 1.0, role_class(parsed, other), sentence)
                )
                continue
            if parsed.tags[other] not in tags or other in heads or parsed.deps[other] in COMPOUNDS | DEGREES:
                continue
            lower = parsed.lowers[other]
            somebody = lower in words.group_nouns or lower in words.titles or lower in words.body_nouns
            if acts and not somebody:
                continue
            if gender == "it" and (lower in words.titles or lower in words.gendered_nouns):
                continue
            role = role_class(parsed, other)
            rivals.append(Antecedent(other, other, other, (), gender, "noun", 1.0, role, sentence))
    return rivals
