"""Where a known actor is named: forms of the roster in the text, ambiguous ones weighed by what stands around.

Of a state, a capital or a seat of government, syntax and verb class tell whether it acts or is a mere place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from framing.model import Mention, MentionLabel, Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActor, KnownActors, KnownForm
from framing.syntax.roles import (
    APPOSITIONS,
    MODIFIERS,
    OBJECTS,
    PASSIVE_SUBJECTS,
    POSSESSORS,
    PREPOSITION_OBJECTS,
    SUBJECT,
    dependents,
    direct_object,
    role_of,
)
from framing.syntax.shapes import is_title_case
from framing.syntax.tree import head_of_name


class Hit(NamedTuple):
    """A known form in the text: tokens `first` to `last` inclusive, of which `head` hangs on a word outside."""

    first: int
    last: int
    head: int
    actor: str
    label: MentionLabel


class _Sight(NamedTuple):
    """Where a known actor is meant; with the words beside the form, such as its officials."""

    first: int
    last: int
    head: int
    label: MentionLabel
    confidence: float
    rule: str


def find_known(parsed: Parsed, known: KnownActors) -> list[Hit]:
    """The longest known form at each token, left to right, without overlap; `actor` is "" where the context says no."""
    found = _find_forms(parsed, known)
    fitting = {form.actor for _, form in found if not form.ambiguous}
    doubtful = {form.actor for _, form in found} - fitting
    if doubtful:
        written = set(parsed.lowers)
        fitting |= {a for a in doubtful if not (near := known.entries[a].near) or not written.isdisjoint(near)}
    hits = []
    for first, form in found:
        fits = not form.ambiguous or (form.actor in fitting and _fits(parsed, first, known.entries[form.actor]))
        last = first + len(form.words) - 1
        hits.append(Hit(first, last, head_of_name(parsed, first, last), form.actor if fits else "", form.label))
    return hits


LEAST_CAPITALS = 4  # letters of a name that may be written in capitals throughout


def _find_forms(parsed: Parsed, known: KnownActors) -> list[tuple[int, KnownForm]]:
    """The longest form of the roster at each token, with the token; in capitals, too, when it is long enough."""
    found: list[tuple[int, KnownForm]] = []
    free = 0
    forms = known.forms
    for token in [token for token, word in enumerate(parsed.words) if word in forms or word.isupper()]:
        word = parsed.words[token]
        options = forms.get(word) or (forms.get(word.title()) if len(word) >= LEAST_CAPITALS else None)
        if options and token >= free and (form := _longest(parsed, token, options)) is not None:
            found.append((token, form))
            free = token + len(form.words)
    return found


def _longest(parsed: Parsed, token: int, options: tuple[KnownForm, ...]) -> KnownForm | None:
    """The longest form that stands at `token`."""
    for form in options:
        size = len(form.words)
        if size == 1:
            return form
        found = parsed.words[token : token + size]
        if len(found) == size and all(
            a == b or a.replace("’", "'") == b or (a.isupper() and a.title() == b)
            for a, b in zip(found, form.words, strict=True)
        ):
            return form
    return None


def _fits(parsed: Parsed, token: int, entry: KnownActor) -> bool:
    """Whether no word of the sentence says that an ambiguous name is something else here."""
    first, end = parsed.sentences[parsed.sentence_of[token]]
    return not entry.not_near or not any(word in entry.not_near for word in parsed.lowers[first:end])


def find_state_mentions(parsed: Parsed, hits: Sequence[Hit], known: KnownActors, words: ActorWords) -> list[Mention]:
    """Mentions of known states, capitals and organisations, where they act or are acted upon."""
    mentions = []
    for hit in hits:
        entry = known.entries[hit.actor]
        sight = _demonym(parsed, hit, words) if hit.label == "demonym" else _named(parsed, hit, entry, words)
        if sight is not None:
            span = parsed.span(sight.first, sight.last)
            mentions.append(Mention(span, sight.head, sight.label, hit.actor, sight.confidence, 1.0, sight.rule))
    return mentions


def _named(parsed: Parsed, hit: Hit, entry: KnownActor, words: ActorWords) -> _Sight | None:
    """An actor by name or capital, alone or with the officials that it qualifies."""
    dep, noun = role_of(parsed, hit.head)
    speaking = _RULERS if entry.is_part else words.speaks_for_state
    if dep in MODIFIERS and noun > hit.head and parsed.lowers[noun] in speaking:
        if _introduces(parsed, noun):
            return None  # "Kremlin spokesman Dmitry Peskov"
        return _officials(hit.first, noun, noun)
    above = parsed.heads[noun]
    located = dep in PREPOSITION_OBJECTS and parsed.lowers[noun] in ("in", "from") and noun == above + 1
    if located and parsed.lowers[above] in speaking:
        return _officials(above, hit.last, above)  # "officials in Baku"
    if not _is_actor(parsed, hit, entry, words):
        return None
    return _Sight(hit.first, hit.last, hit.head, hit.label, 0.9, "roster")


_RULERS = frozenset(("officials", "authorities", "government"))  # speak for a part of a state; its senators do not


def _officials(first: int, last: int, head: int) -> _Sight:
    """A state by those who act for it."""
    return _Sight(first, last, head, "demonym", 0.8, "officials")


def _demonym(parsed: Parsed, hit: Hit, words: ActorWords) -> _Sight | None:
    """ "Armenian officials" is Armenia's side, "Armenians" too; "Armenian church" is not."""
    token, head = hit.last, parsed.heads[hit.last]
    modifies = parsed.deps[token] in MODIFIERS
    if modifies and parsed.lowers[head] in words.speaks_for_state and head > token:
        return None if _introduces(parsed, head) else _officials(hit.first, head, head)
    if not modifies and _is_people(parsed, token):
        return _Sight(hit.first, token, token, "demonym", 0.6, "people")
    return None


def _is_people(parsed: Parsed, token: int) -> bool:
    """Whether a demonym names a people: "Armenians", "the French"; not "an Armenian", not "ethnic Armenians"."""
    before = parsed.lowers[token - 1] if token else ""
    if parsed.tags[token] in ("NNS", "NNPS") or parsed.lowers[token].endswith("s"):
        return before != "ethnic"
    return before == "the" and parsed.lowers[token].endswith(("ese", "ch", "sh", "ss"))


def _introduces(parsed: Parsed, head: int) -> bool:
    """Whether an office only introduces a name: "Russian President Putin", "Putin, the Russian president"."""
    if parsed.deps[head] in MODIFIERS | APPOSITIONS and parsed.pos[parsed.heads[head]] == "PROPN":
        return True
    return any(parsed.pos[c] == "PROPN" for c in dependents(parsed, head, APPOSITIONS))


def _is_actor(parsed: Parsed, hit: Hit, entry: KnownActor, words: ActorWords) -> bool:
    """Whether a named state, capital or seat acts or is acted upon here; otherwise it is a mere place."""
    if entry.nature in ("person", "organisation", "group") and hit.label == "name":
        return True
    if _is_dateline(parsed, hit, words):
        return False
    sentence = parsed.sentence_of[hit.first]
    strict = hit.label == "metonym" or entry.kind == "place" or entry.is_part  # mostly a place
    if (
        hit.label == "name"
        and not entry.is_part
        and hit.first == parsed.sentences[sentence][0]
        and is_title_case(parsed, sentence)
    ):
        return True  # "Norrast Bombs Convoy"
    if hit.first and parsed.lemmas[hit.first - 1] in ("say", "warn", "claim", "report") and _ends_sentence(parsed, hit):
        return True
    dep, governor = role_of(parsed, hit.head)
    lemma = parsed.lemmas[governor]
    if dep in SUBJECT:
        return lemma in words.takes_actor_subject or not strict
    if dep in PASSIVE_SUBJECTS | OBJECTS:
        return lemma in words.takes_actor_object if strict else lemma not in words.takes_place_object
    if dep in POSSESSORS:
        return lemma not in words.place_nouns and entry.kind != "place" and not entry.is_part
    if dep in PREPOSITION_OBJECTS:
        moved = entry.is_part and parsed.lowers[governor] in ("to", "from")  # "sent investigators to Hawaii"
        return not moved and _after_preposition(parsed, governor, strict, words)
    if dep in MODIFIERS:
        return not entry.is_part and lemma.lower() in words.speaks_for_state
    return not strict


def _ends_sentence(parsed: Parsed, hit: Hit) -> bool:
    """Whether nothing but punctuation follows the name in its sentence: "…, Says Azerbaijan"."""
    _, end = parsed.sentences[parsed.sentence_of[hit.last]]
    return all(parsed.pos[t] == "PUNCT" for t in range(hit.last + 1, end))


def _is_dateline(parsed: Parsed, hit: Hit, words: ActorWords) -> bool:
    """Whether the name opens a paragraph as the place of the report: "BAKU, May 3 (Agency) -"."""
    after = parsed.words[hit.last + 1 : hit.last + 3]
    if (
        not after
        or after[0] not in _DATELINE
        or (after[0] == "," and not _dated(parsed.words[hit.first], after, words))
    ):
        return False
    before = parsed.article.text[parsed.ends[hit.first - 1] : parsed.starts[hit.first]] if hit.first else "\n"
    return "\n" in before


_DATELINE = frozenset((",", "(", "-", "–", "—", "--", "/", ":"))


def _dated(word: str, after: Sequence[str], words: ActorWords) -> bool:
    """Whether the comma after a place opens a date: the place is in capitals, or a number or a month follows."""
    return word.isupper() or (
        len(after) > 1 and (after[1][0].isdigit() or after[1][:3].lower() in words.month_openings)
    )


def _after_preposition(parsed: Parsed, preposition: int, strict: bool, words: ActorWords) -> bool:
    """Actor or place after a preposition."""
    word = parsed.lowers[preposition]
    above = parsed.heads[preposition]
    lemma = parsed.lemma_lowers[above]
    if word in words.place_prepositions:
        return False
    if word in ("with", "against", "between", "by") or (word == "to" and parsed.lowers[preposition - 1] == "according"):
        return True
    if word in ("to", "from"):
        if lemma in words.motion_verbs or parsed.pos[above] == "PROPN":
            return lemma in words.giving_verbs and direct_object(parsed, above) is not None and word == "to"
        return not strict or parsed.pos[above] in ("NOUN", "VERB") and lemma in words.relating_words
    if word == "of":
        if lemma in ("state", "commonwealth") and strict:
            return True  # "the states of Nebraska and Oklahoma"
        return not strict and lemma not in words.place_nouns
    if word == "on":
        return not strict or lemma in words.relating_words
    return not strict
