"""Place or actor: what a named state, capital or seat of government is where it stands, by syntax and verb class."""

from __future__ import annotations

from collections.abc import Sequence

from framing.annotate.actors.known import Hit
from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.packs.roster import KnownActor
from framing.syntax.roles import OBJECTS, role_of
from framing.syntax.tree import head_of_name


def is_actor(parsed: Parsed, hit: Hit, entry: KnownActor, words: ActorWords) -> bool:
    """Whether a named state, capital or seat acts or is acted upon here; otherwise it is a mere place."""
    if entry.kind in ("person", "organisation", "group") and hit.label == "name":
        return True
    head = head_of_name(parsed, hit.first, hit.last)
    if _is_dateline(parsed, hit):
        return False
    if hit.first and parsed.lemmas[hit.first - 1] in ("say", "warn", "claim", "report") and _ends_sentence(parsed, hit):
        return True
    dep, governor = role_of(parsed, head)
    strict = hit.label == "metonym" or entry.kind == "place"
    lemma = parsed.lemmas[governor]
    if dep == "nsubj":
        return lemma in words.acting or not strict
    if dep == "nsubjpass" or dep in OBJECTS:
        return lemma in words.acted_on if strict else lemma not in words.place_objects
    if dep == "poss":
        return lemma not in words.place_nouns and entry.kind != "place"
    if dep == "pobj":
        return _after_preposition(parsed, governor, strict, words)
    if dep in ("compound", "amod", "nmod"):
        return lemma.lower() in words.officials
    return not strict


def _ends_sentence(parsed: Parsed, hit: Hit) -> bool:
    """Whether nothing but punctuation follows the name in its sentence: "…, Says Azerbaijan"."""
    _, end = parsed.sentences[parsed.sentence_of[hit.last]]
    return all(parsed.pos[t] == "PUNCT" for t in range(hit.last + 1, end))


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
    lemma = parsed.lemma_lowers[above]
    if word in words.place_words:
        return False
    if word in ("with", "against", "between", "by") or (word == "to" and parsed.lowers[preposition - 1] == "according"):
        return True
    if word in ("to", "from"):
        if lemma in words.motion or parsed.pos[above] == "PROPN":
            return lemma in words.giving and parsed.child(above, "dobj") is not None and word == "to"
        return not strict or parsed.pos[above] in ("NOUN", "VERB") and lemma in words.relating
    if word == "of":
        return not strict and lemma not in words.place_nouns
    if word == "on":
        return not strict or lemma in words.relating
    return not strict
