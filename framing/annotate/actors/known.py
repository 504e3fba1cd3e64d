"""Where a known actor is named: forms of the roster in the text, ambiguous names weighed, places told from actors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from framing.annotate.actors.syntax import OBJECTS, head_of, role_of
from framing.model import Mention, MentionLabel, Parsed, Span
from framing.packs.people import ActorWords
from framing.packs.roster import Form, KnownActor, KnownActors


class Hit(NamedTuple):
    """A known form in the text: tokens `first` to `last` inclusive."""

    first: int
    last: int
    actor: str
    label: MentionLabel


def find_known(parsed: Parsed, known: KnownActors) -> list[Hit]:
    """The longest known form at each token, left to right, without overlap; forms excluded by context are left out."""
    found: list[tuple[int, Form]] = []
    free = 0
    forms = known.forms
    for token, word in enumerate(parsed.words):
        options = forms.get(word)
        if options is None:
            if len(word) < 4 or not word.isupper() or word.title() not in forms:
                continue
            options = forms[word.title()]
        if token >= free and (form := _longest(parsed, token, options)) is not None:
            found.append((token, form))
            free = token + len(form.words)
    sure = {form.actor for _, form in found if not form.ambiguous}
    return [
        Hit(token, token + len(form.words) - 1, form.actor, form.label)
        for token, form in found
        if not form.ambiguous or _fits(parsed, token, known.entries[form.actor], form.actor in sure)
    ]


def _longest(parsed: Parsed, token: int, options: tuple[Form, ...]) -> Form | None:
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


def _fits(parsed: Parsed, token: int, entry: KnownActor, sure: bool) -> bool:
    """Whether the words around let an ambiguous name be this actor; `sure`: the article names it otherwise too."""
    first, end = parsed.sentences[parsed.sentence_of[token]]
    if any(word in entry.not_near for word in parsed.lowers[first:end]):
        return False
    return sure or not entry.near or any(word in parsed.lowers for word in entry.near)


def find_state_mentions(parsed: Parsed, hits: Sequence[Hit], known: KnownActors, words: ActorWords) -> list[Mention]:
    """Mentions of known states, capitals and organisations, where they act or are acted upon."""
    found = []
    for hit in hits:
        if hit.label == "demonym":
            mention = _demonym(parsed, hit, words)
        elif is_actor(parsed, hit, known.entries[hit.actor], words):
            head = head_of(parsed, hit.first, hit.last)
            if hit.label != "demonym" and _modifies_official(parsed, head, words):
                span = Span(parsed.starts[hit.first], parsed.ends[parsed.heads[head]])
                found.append(Mention(span, parsed.heads[head], "demonym", hit.actor, 0.8, 1.0, "officials"))
                continue
            mention = Mention(parsed.span(hit.first, hit.last), head, hit.label, hit.actor, 0.9, 1.0, "roster")
        else:
            mention = None
        if mention is not None:
            found.append(mention)
    return found


def _modifies_official(parsed: Parsed, head: int, words: ActorWords) -> bool:
    """Whether a name stands directly before its officials: "Kremlin officials", not "Kremlin spokesman Dmitry Peskov"."""
    noun = parsed.heads[head]
    return parsed.deps[head] in ("compound", "nmod", "amod") and noun > head and parsed.lowers[noun] in words.officials


def _demonym(parsed: Parsed, hit: Hit, words: ActorWords) -> Mention | None:
    """ "Armenian officials" is Armenia's side, "Armenians" too; "Armenian church" is not."""
    token, head = hit.last, parsed.heads[hit.last]
    modifies = parsed.deps[token] in ("amod", "compound", "nmod")
    if modifies and parsed.lowers[head] in words.officials and head > token:
        span = Span(parsed.starts[hit.first], parsed.ends[head])
        return Mention(span, head, "demonym", hit.actor, 0.8, 1.0, "officials")
    if not modifies and parsed.pos[token] in ("NOUN", "PROPN") and parsed.lowers[token - 1] != "ethnic":
        return Mention(parsed.span(hit.first, token), token, "demonym", hit.actor, 0.6, 1.0, "people")
    return None


def is_actor(parsed: Parsed, hit: Hit, entry: KnownActor, words: ActorWords) -> bool:
    """Whether a named state, capital or seat acts or is acted upon here; otherwise it is a mere place."""
    if entry.kind in ("person", "organisation", "group") and hit.label == "name":
        return True
    head = head_of(parsed, hit.first, hit.last)
    if _is_dateline(parsed, hit):
        return False
    dep, governor = role_of(parsed, head)
    strict = hit.label == "metonym" or entry.kind == "place"
    lemma = parsed.lemmas[governor]
    if dep == "nsubj":
        return lemma in words.acting or not strict
    if dep == "nsubjpass" or dep in OBJECTS:
        return lemma in ACTED_ON if strict else lemma not in PLACE_OBJECTS
    if dep == "poss":
        return lemma not in words.place_nouns and not (entry.kind == "place")
    if dep == "pobj":
        return _after_preposition(parsed, governor, strict, words)
    if dep in ("compound", "amod", "nmod"):
        return lemma.lower() in words.officials
    return not strict


def _is_dateline(parsed: Parsed, hit: Hit) -> bool:
    """Whether the name opens a paragraph as the place of the report: "BAKU, May 3 (Agency) -"."""
    after = parsed.words[hit.last + 1 : hit.last + 3]
    if not after or after[0] not in _DATELINE or (after[0] == "," and not _dated(parsed.words[hit.first], after)):
        return False
    before = parsed.article.text[parsed.ends[hit.first - 1] : parsed.starts[hit.first]] if hit.first else "\n"
    return "\n" in before


_DATELINE = frozenset((",", "(", "-", "–", "—", "--", "/", ":"))


def _dated(word: str, after: Sequence[str]) -> bool:
    """Whether the comma after a place opens a date: the place is in capitals, or a number or a month follows."""
    return word.isupper() or (len(after) > 1 and (after[1][0].isdigit() or after[1][:3].lower() in _MONTHS))


_MONTHS = frozenset(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"))


def _after_preposition(parsed: Parsed, preposition: int, strict: bool, words: ActorWords) -> bool:
    """Actor or place after a preposition."""
    word = parsed.lowers[preposition]
    above = parsed.heads[preposition]
    lemma = parsed.lemmas[above].lower()
    if word in words.place_words:
        return False
    if word in ("with", "against", "between", "by"):
        return True
    if word in ("to", "from"):
        if lemma in words.motion or parsed.pos[above] == "PROPN":
            return lemma in GIVING and parsed.child(above, "dobj") is not None and word == "to"
        return not strict or parsed.pos[above] in ("NOUN", "VERB") and lemma in RELATING
    if word == "of":
        return not strict and lemma not in words.place_nouns
    if word == "on":
        return not strict or lemma in RELATING
    return not strict


ACTED_ON = frozenset(
    """accuse blame criticise criticize condemn denounce praise warn urge tell ask pressure sanction thank support back
    oppose press persuade assure inform accept anger infuriate irritate embarrass isolate alienate reassure threaten
    antagonise antagonize defy challenge help aid arm trust punish confront provoke""".split()
)
PLACE_OBJECTS = frozenset("visit leave reach enter tour cross flee hit strike exit approach lie border".split())
GIVING = frozenset("return hand give cede transfer send sell deliver surrender supply".split())
RELATING = frozenset(
    """relation relationship tie talk negotiation message letter call pressure sanction threat war loyal loyalty close hostile
    aid loan support answer response reply concession demand request appeal opposition help assurance guarantee signal
    permission approval order instruction weapon speak talk say complain appeal reply respond belong owe matter ally
    alliance dependence reliance attack warning gift handover""".split()
)
