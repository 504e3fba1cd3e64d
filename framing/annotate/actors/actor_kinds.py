"""The kind of every actor of an article, from what its mentions are called, with the words that say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from framing.annotate.actors.candidacies import tell_candidacy
from framing.annotate.actors.offices import last_noun
from framing.model import BODIES, PEOPLE, Actor, ActorKind, Mention, Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActors
from framing.syntax.callings import is_past, kind_of_calling, opens_past
from framing.syntax.roles import (
    APPOSITIONS,
    COMPOUNDS,
    CONJUNCTS,
    DIRECT_OBJECTS,
    NOUN_MODIFIERS,
    PASSIVE_SUBJECTS,
    PREDICATES,
    PREPOSITION_OBJECTS,
    PREPOSITIONS,
    SUBJECT,
    dependents,
    nouns_beside,
)

MOST_TOLD = 6  # kinds with their words that an article keeps of an actor
NAME_WEIGHT = 3  # a name that tells a kind counts as often as so many descriptions
Told = tuple[ActorKind, str]
ACRONYM = 4  # letters
_OF = frozenset(("of", "at", "for", "with", "in"))
_BE = frozenset(("be", "become", "remain"))


class _Around(NamedTuple):
    """An article with the firms, outlets and associations in it, by token."""

    parsed: Parsed
    words: ActorWords
    firms: frozenset[int]
    public: frozenset[int] = frozenset()  # tokens of bodies of the state


def name_kinds(
    parsed: Parsed, mentions: Sequence[Mention], actors: Sequence[Actor], known: KnownActors, words: ActorWords
) -> tuple[Actor, ...]:
    """The actors with their closer kinds: first of bodies, then of people, whose offices may be a firm's."""
    at: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.label != "pronoun":
            at.setdefault(mention.actor, []).append(mention)
    around = _Around(parsed, words, frozenset())
    bodies = {a.id: _kinded(a, _tell_body(around, a, at.get(a.id, ()))) for a in actors if a.nature == "organisation"}
    collective = [bodies.get(a.id, a) for a in actors if a.nature in ("organisation", "group")]
    public = {a.id for a in collective if _is_public(a, words) and not _is_association(around, a, at)}
    private = {a.id for a in bodies.values() if a.kind != "party" and a.id not in public}
    around = around._replace(firms=_tokens_of(parsed, mentions, private), public=_tokens_of(parsed, mentions, public))
    return tuple(
        bodies.get(a.id)
        or (_kinded(a, _tell_person(around, a, at.get(a.id, ()), known)) if a.nature == "person" else a)
        for a in actors
    )


def _tokens_of(parsed: Parsed, mentions: Sequence[Mention], actors: Collection[str]) -> frozenset[int]:
    """Where these actors are mentioned, also by a pronoun: "its general secretary"."""
    return (
        frozenset(token for m in mentions if m.actor in actors for token in parsed.tokens_in(m.span))
        if actors
        else frozenset()
    )


def _is_public(body: Actor, words: ActorWords) -> bool:
    """Whether a body is the state's or a party's, by one of its names: "FBI", "Treasury", "Election Commission"."""
    names = (name.lower().split() for name in (body.name, *body.aliases))
    return body.kind not in ("company", "media") and any(
        not (words.public_bodies.isdisjoint(name) and words.state_bodies.isdisjoint(name)) for name in names
    )


def _is_association(around: _Around, body: Actor, at: Mapping[str, Sequence[Mention]]) -> bool:
    """Whether a body is called an association, so that who leads it holds no office of a state."""
    if body.known:
        return False
    beside = (around.parsed.lemma_lowers[t] for m in at.get(body.id, ()) for t in _describing(around.parsed, m))
    return not around.words.private_bodies.isdisjoint((*body.name.lower().split(), *beside))


def choose_kind(kind: ActorKind, told: Iterable[Told]) -> ActorKind:
    """The kind that is told most often among those of one nature; the given one when nothing tells more."""
    plain = kind in ("person", "organisation")
    if not plain:
        return kind
    order = PEOPLE if kind == "person" else BODIES
    left = ((one, word) for one, word in told if not (one == "person" and opens_past(word)))  # "former senator"
    count = Counter(one for one, _ in left if one in order)
    return max(count, key=lambda one: (count[one], -order.index(one)), default=kind)


def _kinded(actor: Actor, told: Iterable[Told]) -> Actor:
    """The actor with its kind and with what tells it, the commonest first.

    An office that is once told to be of a private body is so everywhere: "the president of the Orlen Forum".
    """
    count = Counter(told)
    if not count:
        return actor
    for kind, word in [*count]:
        if kind == "official" and ("person", word) in count:
            count["person", word] += count.pop((kind, word))
    kept = tuple(one for one, times in count.most_common(MOST_TOLD) for _ in range(times))
    return replace(actor, kind=choose_kind(actor.kind, kept), told=kept)


def _tell_body(around: _Around, actor: Actor, mentions: Sequence[Mention]) -> Iterator[Told]:
    """What a body's name and the nouns beside its mentions say that it is."""
    words = around.words
    kind = kind_by_name(actor.name, words)
    if kind:
        yield from ((kind, actor.name),) * NAME_WEIGHT
    for mention in mentions:
        for noun in _describing(around.parsed, mention):
            lower = around.parsed.lemma_lowers[noun]
            if told := _kind_of_body_noun(lower, words):
                yield told, lower
        owned = around.parsed.tokens_in(mention.span)[-1] + 1
        if around.parsed.lowers[owned : owned + 1] in (("shares",), ("stock",)):
            yield "company", "shares"


def kind_by_name(name: str, words: ActorWords) -> ActorKind | None:
    """The kind that the words of a body's name tell, or None."""
    lower = name.lower().removeprefix("the ")
    parts = lower.split()
    if lower in words.media_names or name.lower() in words.media_names:
        return "media"
    if parts[-1] in words.party_nouns:
        return "party"
    if parts[-1] in words.company_heads or "&" in parts:
        return "media" if parts[-1] in words.media_heads else "company"
    return "media" if len(parts) > 1 and parts[-1] in words.media_heads else None


def _kind_of_body_noun(noun: str, words: ActorWords) -> ActorKind | None:
    """Media, company or party, as a common noun tells; None for every other noun."""
    if noun in words.media_nouns:
        return "media"
    if noun in words.company_nouns:
        return "company"
    return "party" if noun in words.party_nouns else None


def _tell_person(around: _Around, actor: Actor, mentions: Sequence[Mention], known: KnownActors) -> Iterator[Told]:
    """What titles, descriptions and offices say that a person is."""
    entry = known.entries.get(actor.id)
    for role in entry.roles if entry else ():
        kind: str | None = around.words.callings.get(role.title.lower().split()[-1], "")
        if kind in PEOPLE[:-1] and role.holds(around.parsed.article.date):
            yield from ((kind, role.title),) * NAME_WEIGHT
    for mention in mentions:
        nouns = sorted(_describing(around.parsed, mention), reverse=True)
        told = [(kind, noun) for noun in nouns if (kind := _kind_of_calling(around, noun)) is not None]
        told.sort(key=lambda one: _is_weak(around, *one))
        for kind, noun in told[:1]:  # nearest to the end
            yield kind, f"{'former ' if is_past(around.parsed, noun) else ''}{around.parsed.lowers[noun]}"
        last = around.parsed.tokens_in(mention.span)[-1]
        seeks = tell_candidacy(around.parsed, mention.head, last, around.words)
        given = (around.parsed.lowers[noun] for noun in _appointed(around, mention.head))
        yield from (("official", told) for told in (*given, *seeks))


def _is_weak(around: _Around, kind: ActorKind, noun: int) -> int:
    """How little a calling says beside others, from 0: an office; one that was held; a party; what anybody is.

    A congressman who is "a vocal supporter" is no bystander, a senator who is "a former mayor" is in office, and
    "a former senator, a Republican" is not.
    """
    member = around.parsed.lowers[noun] in around.words.adherents
    return 3 if kind == "civilian" else 2 if member else int(is_past(around.parsed, noun))


def _kind_of_calling(around: _Around, noun: int) -> ActorKind | None:
    """The kind of a person that a noun tells; one who held an office, or holds one of a firm or a club, is a person."""
    kind = kind_of_calling(around.parsed, noun, around.words.callings)
    if kind == "official" and is_past(around.parsed, noun):
        return "person"
    heads = kind in ("person", None) and around.parsed.lemma_lowers[noun] in _HEADS
    if heads and _is_of_public(around, noun) and not _is_of_association(around, noun):
        return "official"  # "the FBI director"
    if kind not in PEOPLE:
        return None
    return "person" if kind == "official" and _is_of_firm(around, noun) else kind


_HEADS = frozenset(("director", "head", "boss", "manager"))


def _describing(parsed: Parsed, mention: Mention) -> list[int]:
    """Nouns that say what a mentioned actor is: in its title, beside its name, behind "is"."""
    head = mention.head
    if mention.label == "title" or (mention.label == "name" and parsed.pos[head] == "NOUN"):
        return [head]
    own = parsed.tokens_in(mention.span)
    found = {noun for noun in nouns_beside(parsed, head) if parsed.pos[noun] in ("NOUN", "PROPN")}
    if mention.phrase is not None:
        found.update(range(parsed.tokens_in(mention.phrase).start, own.start))
    verb = parsed.heads[head]
    if parsed.deps[head] in SUBJECT and parsed.lemmas[verb] in _BE:
        found.update(noun for noun in dependents(parsed, verb, PREDICATES) if parsed.pos[noun] == "NOUN")
    for one in dependents(parsed, head, APPOSITIONS):
        if parsed.lowers[one] == "one":
            found.update(noun for noun in _whose(parsed, one) if parsed.pos[noun] == "NOUN")
    first = parsed.heads[head] if parsed.deps[head] in CONJUNCTS else head
    both = first != head and parsed.deps[first] in APPOSITIONS and parsed.tags[parsed.heads[first]] == "NNS"
    found.update((parsed.heads[first],) if both else ())  # "the two senators, Ada Lund and [Jon Hask]"
    found.update(_shared_titles(parsed, head))
    return [noun for noun in found if noun not in own]


def _shared_titles(parsed: Parsed, head: int) -> list[int]:
    """Titles in the plural before the first of several names: "Senators" of "Senators Ada Lund and Jon Hask"."""
    first = head
    while parsed.deps[first] in CONJUNCTS | APPOSITIONS and parsed.pos[parsed.heads[first]] == "PROPN":
        first = parsed.heads[first]
    titles = dependents(parsed, first, COMPOUNDS) if first != head else []
    return [t for t in titles if parsed.tags[t] in ("NNS", "NNPS") or parsed.lowers[t] in _SHORT]


_SHORT = frozenset(("reps", "sens", "govs", "gens"))  # titles in the plural that the parser takes for names


def _appointed(around: _Around, head: int) -> Iterator[int]:
    """The office that somebody is given: "appointed Ada Lang … to serve as senator", "named her as minister"."""
    parsed, verb = around.parsed, around.parsed.heads[head]
    if parsed.deps[head] not in DIRECT_OBJECTS | PASSIVE_SUBJECTS or parsed.lemmas[verb] not in _GIVING:
        return
    serving = [c for c in (*parsed.children[verb], *parsed.children[head]) if parsed.lemmas[c] == "serve"]
    for preposition in (p for above in (verb, *serving) for p in dependents(parsed, above, PREPOSITIONS)):
        for noun in dependents(parsed, preposition, PREPOSITION_OBJECTS) if parsed.lowers[preposition] == "as" else ():
            if kind_of_calling(parsed, noun, around.words.callings) == "official" and not _is_of_firm(around, noun):
                yield noun


_GIVING = frozenset(("appoint", "name", "elect"))


def _is_of_firm(around: _Around, noun: int) -> bool:
    """Whether an office that firms have, too, is a firm's or an association's: "Orrwell Ltd chairman"."""
    parsed, words = around.parsed, around.words
    if parsed.lemma_lowers[noun] not in words.shared_offices:
        return False
    whose = _whose(parsed, noun)
    beside = [c for t in whose for c in dependents(parsed, t, COMPOUNDS) if parsed.pos[c] == "NOUN"]
    firm = any(_is_firm_noun(parsed, t, words) for t in (*whose, *beside)) or _is_of_association(around, noun)
    firm = firm or any(parsed.lowers[t] == "executive" for t in dependents(parsed, noun, CONJUNCTS))
    firm = firm or (any(_is_acronym(parsed.words[t]) for t in whose) and not _is_of_public(around, noun))
    return firm or _is_of(around, noun, around.firms)


def _is_of_public(around: _Around, noun: int) -> bool:
    """Whether an office is that of a body of the state, also of one named but once: "director of the C.I.A."."""
    owners = (around.parsed.lowers[token] for token in _whose(around.parsed, noun))
    return _is_of(around, noun, around.public) or any(owner in around.words.public_bodies for owner in owners)


def _is_of(around: _Around, noun: int, bodies: frozenset[int]) -> bool:
    """Whether an office is that of one of these bodies (tokens)."""
    return noun - 1 in bodies or not bodies.isdisjoint(_whose(around.parsed, noun))


def _whose(parsed: Parsed, noun: int) -> list[int]:
    """The nouns that tell whose an office is: before it, and behind "of" and the like."""
    inside = dependents(parsed, noun, NOUN_MODIFIERS)
    for preposition in dependents(parsed, noun, PREPOSITIONS):
        if parsed.lowers[preposition] in _OF:
            inside += dependents(parsed, preposition, PREPOSITION_OBJECTS)
    return inside


def _is_of_association(around: _Around, noun: int) -> bool:
    """Whether an office is that of an association: by its name, or as the article calls it somewhere."""
    parsed = around.parsed
    if any(_opens_association(parsed, token) for token in _whose(parsed, noun)):
        return True
    name = _name_behind(parsed, noun)
    aims = any(parsed.lowers[t] == "to" for t in name) and _OFFICIAL.isdisjoint(parsed.lowers[t] for t in name)
    return aims or (len(name) > 0 and _is_called_private(around, tuple(parsed.lowers[t] for t in name)))


_OFFICIAL = frozenset(("commission", "select", "joint", "house", "senate", "investigate", "study", "examine"))


def _name_behind(parsed: Parsed, noun: int) -> range:
    """The words with capitals behind the "of" or "for" of an office, and the small ones between them."""
    first = noun + 2 + (parsed.lowers[noun + 2 : noun + 3] == ("the",))
    end = first
    while parsed.lowers[noun + 1 : noun + 2] in (("of",), ("for",)) and end < len(parsed):
        if parsed.words[end][:1].isupper():
            end += 1
        elif (
            parsed.lowers[end] in _INSIDE
            and first < end
            and parsed.words[end + 1 : end + 2]
            and (parsed.words[end + 1][:1].isupper())
        ):
            end += 2
        else:
            break
    return range(first, end)


_INSIDE = frozenset(("of", "for", "to", "the", "and"))


def _is_called_private(around: _Around, name: tuple[str, ...]) -> bool:
    """Whether the article somewhere calls what bears a name a private body: "…, a moderate Democratic group"."""
    parsed, words = around.parsed, around.words
    private = words.association_nouns | words.private_bodies | words.company_nouns | words.media_nouns
    for at in range(len(parsed) - len(name)):
        if parsed.lowers[at] != name[0] or parsed.lowers[at : at + len(name)] != name:
            continue
        end = at + len(name)
        noun = last_noun(parsed, end + 2) if parsed.lowers[end : end + 2] in _WITH_A else None
        if noun is not None and parsed.lemma_lowers[noun] in private:
            return (words.state_bodies - words.adherents).isdisjoint(parsed.lowers[end + 2 : noun])
    return False


_WITH_A = ((",", "a"), (",", "an"))


def _is_acronym(word: str) -> bool:
    """Whether a word is the initials of a body, four at least: "A.F.L.-C.I.O."; states have fewer."""
    return word.isupper() and sum(map(str.isalpha, word)) >= ACRONYM


def _opens_association(parsed: Parsed, token: int) -> bool:
    """Whether a plural with a capital opens the name of an association: "president of [Citizens] for Water"."""
    plural = parsed.tags[token] in ("NNS", "NNPS") and parsed.words[token][:1].isupper()
    return plural and parsed.lowers[token + 1 : token + 2] in (("for",), ("against",))


_AIMS = (("against",), ("to",), ("on",), ("for",))


def _is_firm_noun(parsed: Parsed, token: int, words: ActorWords) -> bool:
    """Whether a noun is a firm or an association: "company", "brewery", "advertising agency", "union"."""
    lemma = parsed.lemma_lowers[token]
    if parsed.pos[token] not in ("NOUN", "PROPN"):
        return False
    if any(parsed.lowers[child] in words.state_bodies for child in parsed.children[token]):
        return False  # "the Orlen GOP's organization"
    if parsed.words[token] == "campaign" and parsed.lowers[token + 1 : token + 2] not in _AIMS:
        return False  # of who runs for an office
    if lemma in words.company_nouns or lemma in words.media_nouns or lemma in words.private_bodies:
        return True
    trade = (parsed.lowers[c] for c in dependents(parsed, token, COMPOUNDS | NOUN_MODIFIERS | APPOSITIONS))
    return lemma in words.trade_heads and any(word in words.trades for word in trade)
