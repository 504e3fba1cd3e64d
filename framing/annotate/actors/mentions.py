"""What has been found, as records: the mentions in text order and the actors, most mentioned first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from framing.annotate.actors.kinds import Cluster
from framing.annotate.actors.names import WrittenName
from framing.annotate.actors.nouns import Noun
from framing.annotate.actors.pronouns import PERSONAL, Resolved
from framing.model import Actor, Mention, Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActors
from framing.syntax.roles import HEADS_OF_CLAUSES, MODIFIERS
from framing.syntax.shapes import is_verb_by_context
from framing.syntax.tree import is_among


class ActorsFound(NamedTuple):
    """Everything in an article that names, describes or stands for an actor."""

    clusters: tuple[Cluster, ...]  # names that the roster does not settle
    known: tuple[Mention, ...]  # of known states and bodies
    taken: Mapping[int, str]  # tokens of names, with their actors
    groups: tuple[Noun, ...] = ()  # "residents"
    bodies: tuple[Noun, ...] = ()  # "the Harker administration"
    roles: tuple[Noun, ...] = ()  # "the premier"
    owned: tuple[Noun, ...] = ()  # "his administration"
    pronouns: tuple[Resolved, ...] = ()

    @property
    def nouns(self) -> tuple[Noun, ...]:
        """Every common noun that stands for an actor."""
        return (*self.groups, *self.bodies, *self.roles, *self.owned)

    @property
    def persons(self) -> dict[str, str]:
        """The names of the persons by id."""
        return {cluster.id: cluster.name for cluster in self.clusters if cluster.kind == "person"}

    @property
    def named(self) -> list[Cluster]:
        """The clusters of actors, those of things and places left out."""
        return named_actors(self.clusters)


def named_actors(clusters: Iterable[Cluster]) -> list[Cluster]:
    """The clusters of people and organisations."""
    return [cluster for cluster in clusters if cluster.kind in ("person", "organisation")]


def tokens_of_names(parsed: Parsed, clusters: Iterable[Cluster], known: Iterable[Mention]) -> dict[int, str]:
    """Tokens that belong to a name, with its actor."""
    taken = {token: m.actor for m in known for token in parsed.tokens_in(m.span)}
    for cluster in named_actors(clusters):
        taken.update({t: cluster.id for name in cluster.names for t in range(name.first, name.last + 1)})
    return taken


def without_titled(parsed: Parsed, mentions: Sequence[Mention], nouns: Sequence[Noun]) -> tuple[Mention, ...]:
    """The mentions without the demonyms inside a title, and without the state whose office stands for it.

    "The Armenian premier" is a person, not a people; "the premier of Armenia" says Armenia once.
    """
    titles = [parsed.span(noun.first, noun.last) for noun in nouns if noun.label == "title"]
    said = {(noun.state, noun.last) for noun in nouns if noun.state and not noun.state.startswith("~")}
    return tuple(
        m
        for m in mentions
        if not (m.label == "demonym" and any(m.span.overlaps(span) for span in titles))
        and said.isdisjoint((m.actor, above) for above in (parsed.heads[m.head], parsed.heads[parsed.heads[m.head]]))
    )


def settle_kinds(parsed: Parsed, clusters: Iterable[Cluster], pronouns: Sequence[Resolved]) -> tuple[Cluster, ...]:
    """Open kinds decided: whom he or she refers to is a person, who else acts is an organisation."""
    persons = {r.actors[0] for r in pronouns if parsed.lowers[r.token] in PERSONAL}
    return tuple(_settle(cluster, persons) for cluster in clusters)


def _settle(cluster: Cluster, persons: set[str]) -> Cluster:
    """One cluster with its kind decided."""
    if cluster.kind not in ("", "agent"):
        return cluster
    kind = "person" if cluster.id in persons else "organisation" if cluster.kind == "agent" else ""
    return cluster._replace(kind=kind)


def list_mentions(parsed: Parsed, found: ActorsFound, words: ActorWords) -> list[Mention]:
    """Every mention: known actors, names, nouns, pronouns."""
    mentions = list(found.known)
    for cluster in found.named:
        mentions += [
            Mention(parsed.span(name.first, name.last), name.head, "name", cluster.id, 0.9, 1.0, "name")
            for name in cluster.names
            if not (_is_label if cluster.kind == "person" else _tells_which)(parsed, name, words)
        ]
    mentions += [
        Mention(parsed.span(n.first, n.last), n.last, n.label, n.actor, n.confidence, n.share, "noun", office=n.office)
        for n in found.nouns
    ]
    for token, ids, confidence in found.pronouns:
        span = parsed.span(token, token)
        mentions += [Mention(span, token, "pronoun", i, confidence, 1 / len(ids), "pronoun") for i in ids]
    return mentions


def _is_label(parsed: Parsed, name: WrittenName, words: ActorWords) -> bool:
    """Whether a person's name only tells whose thing it is: "the Lang memos"; not "the Lang administration"."""
    noun = _noun_behind(parsed, name)
    if name.titles or noun >= len(parsed) or parsed.deps[name.head] not in MODIFIERS:
        return False
    above = parsed.heads[name.head]
    above = parsed.heads[above] if above == noun - 1 > name.last else above  # the other surname
    if above < noun:
        return False
    if (
        parsed.pos[noun] != "NOUN"
        or not parsed.words[noun].islower()
        or (parsed.deps[noun] in HEADS_OF_CLAUSES and parsed.tags[noun] != "NN" and not _is_only_noun(parsed, noun))
    ):
        return False  # "Julia paints", with the verb taken for a noun
    if is_verb_by_context(parsed, noun) or _lacks_verb(parsed, name, noun):
        return False
    if (noun != name.last + 1 or parsed.words[name.first - 1] == "-") and is_among(parsed, noun, words.joint_nouns):
        return False  # "the Lang-Dale summit"
    people = (words.eponymous_nouns, words.group_nouns, words.official_nouns, words.titles)
    return not any(is_among(parsed, noun, each) for each in people)


def _tells_which(parsed: Parsed, name: WrittenName, words: ActorWords) -> bool:
    """Whether a chamber only tells which bill, seat or leader is meant: "the Senate bill", "House conservatives"."""
    head, above = name.head, parsed.heads[name.head]
    chamber = len(name.words) == 1 and name.parts[0] in words.chambers
    return chamber and parsed.deps[head] in MODIFIERS and above > head and parsed.words[above].islower()


def _lacks_verb(parsed: Parsed, name: WrittenName, noun: int) -> bool:
    """Whether a whole clause has no verb but the supposed noun: "Shin Ha-eun beat Cho Bo-ram at home", "Lang cooks"."""
    first, end = parsed.sentences[parsed.sentence_of[noun]]
    cuts = [t for t in range(first, end) if parsed.words[t] in _STOPS]
    first = max([first, *(t + 1 for t in cuts if t < noun)])
    end = next((t for t in cuts if t > noun), end)
    if end not in cuts or _is_only_noun(parsed, noun) or _has_verb(parsed, first, end):
        return False
    whole = name.first == first and noun == end - 1 and parsed.tags[noun] == "NNS"
    return whole or parsed.pos[noun + 1] in ("PROPN", "DET", "PRON", "ADV")


def _is_only_noun(parsed: Parsed, token: int) -> bool:
    """Whether the ending of a word shows that it is no verb: "applications"."""
    return parsed.lowers[token].endswith(_NOUN_ENDINGS)


def _has_verb(parsed: Parsed, first: int, end: int) -> bool:
    """Whether a verb stands among the tokens from `first` up to `end`."""
    return any(pos in ("VERB", "AUX") for pos in parsed.pos[first:end])


_STOPS = frozenset((".", "!", "?", ";"))
_NOUN_ENDINGS = ("ations", "ities", "nesses", "ors", "ists")


def _noun_behind(parsed: Parsed, name: WrittenName) -> int:
    """The token behind a name, or behind the other surname that a hyphen joins to it: "Lang-Dale summit"."""
    after = name.last + 1
    return after + 2 if parsed.words[after : after + 1] == ("-",) and len(name.words) == 1 else after


def list_actors(mentions: Iterable[Mention], found: ActorsFound, known: KnownActors) -> tuple[Actor, ...]:
    """The actors that are mentioned, most mentioned first."""
    count: Counter[str] = Counter(m.actor for m in mentions)
    groups = [noun for noun in found.nouns if noun.actor.startswith("~")]
    actors: dict[str, Actor] = {n.actor: Actor(n.actor, n.name, n.kind) for n in groups}  # type: ignore[arg-type]
    for noun in found.nouns:
        if noun.state:
            state = known.entries[noun.state]
            actors[noun.actor] = Actor(
                noun.actor, state.name, state.kind, state.id, state.side, state.aliases, office=noun.office
            )
    for cluster in found.named:  # a thing or a place may share its id with a group
        aliases = tuple(sorted({name.written for name in cluster.names} - {cluster.name}))
        actors[cluster.id] = Actor(
            cluster.id, cluster.name, cluster.kind, cluster.member_of, aliases=aliases,  # type: ignore[arg-type]
            gender=cluster.told, offices=tuple(sorted(cluster.offices)), holds=tuple(sorted(cluster.holds)),
            family_first=any(name.surname_first for name in cluster.names),
        )  # fmt: skip
    for identity in count:
        if (entry := known.entries.get(identity)) is not None:
            held = not identity.startswith("~")  # a state that the text itself introduced is not known elsewhere
            actors[identity] = Actor(identity, entry.name, entry.kind, entry.member_of, entry.side, entry.aliases, held)
    for identity, actor in actors.items():
        if actor.member_of and actor.member_of not in count and actor.member_of not in known.entries:
            actors[identity] = replace(actor, member_of="")
    return tuple(sorted((actors[i] for i in count), key=lambda a: (-count[a.id], a.id)))
