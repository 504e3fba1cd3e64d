"""Who is who in one article: `find_actors` gives every mention and every actor that is mentioned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from framing.annotate.actors.groups import Occurrence, group_names, kind_by_words
from framing.annotate.actors.known import Hit, find_known, is_actor
from framing.annotate.actors.names import Name, cut_titles, find_runs
from framing.annotate.actors.pronouns import Seen, resolve_pronouns
from framing.annotate.actors.syntax import SUBJECTS, head_of, quoted_tokens, role_of
from framing.model import Actor, Mention, Parsed, Span
from framing.packs.people import ActorWords, load_actor_words
from framing.packs.roster import KnownActors, make_slug

__all__ = ["find_actors"]


def find_actors(parsed: Parsed, known: KnownActors) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Mentions in text order, and the actors they name, most mentioned first; new actors have ids that open with "~"."""
    words = load_actor_words()
    hits = find_known(parsed, known)
    occurrences, rest = _read_names(parsed, hits, known, words)
    groups = group_names(occurrences, words)
    actors, mentions = _decide(parsed, occurrences, groups, known, words)
    mentions += _place_or_actor(parsed, rest, known, words)
    seen = _candidates(parsed, mentions, actors, occurrences, groups, words)
    quoted = quoted_tokens(parsed)
    for token, ids, confidence in resolve_pronouns(parsed, seen, quoted):
        span = parsed.span(token, token)
        mentions += [Mention(span, token, "pronoun", i, confidence, 1 / len(ids), "pronoun") for i in ids]
    mentions.sort(key=lambda m: (m.span, m.actor))
    count = Counter(m.actor for m in mentions)
    known_used = {i: _known_actor(known, i) for i in count if i in known.entries}
    everyone = [*known_used.values(), *(a for a in actors.values() if a.id in count and a.id not in known_used)]
    everyone.sort(key=lambda a: (-count[a.id], a.id))
    return tuple(mentions), tuple(everyone)


def _read_names(
    parsed: Parsed, hits: Sequence[Hit], known: KnownActors, words: ActorWords
) -> tuple[list[Occurrence], list[Hit]]:
    """Proper names that the roster does not settle as states, and the roster's hits that stand alone."""
    occurrences: list[Occurrence] = []
    taken: set[Hit] = set()
    by_first = {hit.first: hit for hit in hits}
    for first, last in find_runs(parsed, words):
        start = first
        while (hit := by_first.get(start)) is not None and hit.last < last and _is_modifier(parsed, hit, last, words):
            start = hit.last + 1
        name = cut_titles(parsed, start, last, words)
        inner = [h for h in hits if h.first <= last and h.last >= start]
        hit = next((h for h in inner if h.first <= name.first and h.last >= last), None)
        if hit is not None:
            if known.entries[hit.actor].kind == "person":
                occurrences.append(Occurrence(name, hit.actor, "person"))
                taken.update(inner)
            continue
        taken.update(inner)
        occurrences.append(Occurrence(name, "", kind_by_words(name, words)))
    return occurrences, [hit for hit in hits if hit not in taken]


def _is_modifier(parsed: Parsed, hit: Hit, last: int, words: ActorWords) -> bool:
    """Whether a known name opens a run only to say whose officer follows: "Russia President …"."""
    return parsed.lowers[hit.last + 1] in words.titles or parsed.lowers[hit.last + 1] in words.before_titles


def _decide(
    parsed: Parsed, occurrences: Sequence[Occurrence], groups: Sequence[int], known: KnownActors, words: ActorWords
) -> tuple[dict[str, Actor], list[Mention]]:
    """Groups that are persons or organisations become actors with their mentions; mere things and places do not."""
    members: dict[int, list[Occurrence]] = {}
    for occurrence, group in zip(occurrences, groups, strict=True):
        members.setdefault(group, []).append(occurrence)
    actors: dict[str, Actor] = {}
    mentions: list[Mention] = []
    for group in members.values():
        kind = _kind_of_group(parsed, group, words)
        if kind not in ("person", "organisation"):
            continue
        full = max((" ".join(o.name.words) for o in group), key=len)
        identity = next((o.actor for o in group if o.actor), "") or f"~{make_slug(full)}"
        aliases = tuple(sorted({" ".join(o.name.words) for o in group} - {full}))
        actors.setdefault(identity, Actor(identity, full, kind, aliases=aliases))  # type: ignore[arg-type]
        for name, _, _ in group:
            head = head_of(parsed, name.first, name.last)
            mentions.append(Mention(parsed.span(name.first, name.last), head, "name", identity, 0.9, 1.0, "name"))
    return actors, mentions


def _kind_of_group(parsed: Parsed, group: Sequence[Occurrence], words: ActorWords) -> str:
    """person, organisation, thing, or "" when nothing tells."""
    votes = Counter(o.kind for o in group if o.kind)
    if votes:
        return votes.most_common(1)[0][0]
    if len({len(o.name.words) for o in group}) > 1:
        return "person"
    acts = humans = 0
    for name, _, _ in group:
        dep, governor = role_of(parsed, head_of(parsed, name.first, name.last))
        if dep in SUBJECTS:
            humans += parsed.lemmas[governor] in words.human
            acts += parsed.lemmas[governor] in words.acting
    return "person" if humans else "organisation" if acts else ""


def _place_or_actor(parsed: Parsed, hits: Sequence[Hit], known: KnownActors, words: ActorWords) -> list[Mention]:
    """Mentions of known states, capitals and organisations, where they act or are acted upon."""
    found = []
    for hit in hits:
        entry = known.entries[hit.actor]
        if hit.label == "demonym":
            mention = _demonym(parsed, hit, words)
        elif is_actor(parsed, hit, entry, words):
            mention = Mention(
                parsed.span(hit.first, hit.last),
                head_of(parsed, hit.first, hit.last),
                hit.label,
                hit.actor,
                0.9,
                1.0,
                "roster",
            )
        else:
            mention = None
        if mention is not None:
            found.append(mention)
    return found


def _demonym(parsed: Parsed, hit: Hit, words: ActorWords) -> Mention | None:
    """ "Armenian officials" is Armenia's side, "Armenians" too; "Armenian church" is not."""
    head = parsed.heads[hit.last]
    if parsed.pos[hit.last] in ("NOUN", "PROPN") and parsed.deps[hit.last] not in ("amod", "compound", "nmod"):
        if parsed.lowers[hit.last - 1] == "ethnic":
            return None
        return Mention(parsed.span(hit.first, hit.last), hit.last, "demonym", hit.actor, 0.6, 1.0, "people")
    if (
        parsed.deps[hit.last] in ("amod", "compound", "nmod")
        and parsed.lowers[head] in words.officials
        and head > hit.last
    ):
        return Mention(
            Span(parsed.starts[hit.first], parsed.ends[head]), head, "demonym", hit.actor, 0.8, 1.0, "officials"
        )
    return None


def _candidates(
    parsed: Parsed,
    mentions: Sequence[Mention],
    actors: dict[str, Actor],
    occurrences: Sequence[Occurrence],
    groups: Sequence[int],
    words: ActorWords,
) -> list[Seen]:
    """What he and she may stand for: persons, with the gender that names and titles tell."""
    genders: dict[str, str] = {}
    counts = Counter(m.actor for m in mentions)
    at = {o.name.first: o.name for o in occurrences}
    for mention in mentions:
        tokens = parsed.tokens_in(mention.span)
        name = at.get(tokens[0]) if tokens else None
        if name is not None and not genders.get(mention.actor):
            genders[mention.actor] = _gender(name, words)
    return [
        Seen(
            m.head,
            parsed.tokens_in(m.span)[0],
            parsed.tokens_in(m.span)[-1],
            m.actor,
            genders.get(m.actor, ""),
            "person",
            min(counts[m.actor], 5) * 1.0,
        )
        for m in mentions
        if m.actor in actors and actors[m.actor].kind == "person"
    ]


def _gender(name: Name, words: ActorWords) -> str:
    """he, she or "" from honorifics, titles and the given name."""
    for title in name.titles:
        if told := words.honorifics.get(title) or words.gendered.get(title):
            return told
    return words.first_names.get(name.words[0].lower(), "") if len(name.words) > 1 or not name.titles else ""


def _known_actor(known: KnownActors, identity: str) -> Actor:
    """The model's actor for a roster entry."""
    entry = known.entries[identity]
    return Actor(identity, entry.name, entry.kind, entry.member_of, entry.side, entry.aliases, known=True)
