"""What kind of speaker somebody is, told by the nouns that stand for her or beside her name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from framing.annotate.quotes.scene import Scene
from framing.model import Actor, SpeakerKind

SPEAKER_KINDS: Mapping[str, SpeakerKind] = {
    "official": "official",
    "expert": "expert",
    "journalist": "journalist",
    "civilian": "civilian",
    "person": "person",
    "organisation": "organisation",
    "evidence": "organisation",
    "unnamed": "unnamed",
}
PERSONS: tuple[SpeakerKind, ...] = ("official", "expert", "journalist", "civilian")  # of equals the first one counts


def kind_of_person(scene: Scene, actor: Actor) -> SpeakerKind:
    """What kind of speaker a person is, after the nouns that stand with her mentions: the most frequent kind."""
    told: Counter[SpeakerKind] = Counter()
    for head in scene.heads.get(actor.id, ()):
        kind = kind_of_noun(scene, head) if scene.parsed.pos[head] == "NOUN" else kind_beside(scene, head)
        if kind in PERSONS:
            told[kind] += 1
    return max(told, key=lambda kind: (told[kind], -PERSONS.index(kind)), default="person")


def kind_beside(scene: Scene, head: int) -> SpeakerKind | None:
    """Kind after the title before a name or the description behind it; the noun nearest to the end tells."""
    for token in sorted(nouns_beside(scene, head), reverse=True):
        kind = kind_of_noun(scene, token)
        if kind in PERSONS:
            return kind
    return None


def nouns_beside(scene: Scene, head: int) -> list[int]:
    """Tokens that tell beside a name who somebody is: titles before it and the apposition behind it."""
    parsed = scene.parsed
    beside = [c for c in parsed.children[head] if parsed.deps[c] in {"compound", "appos", "nmod", "amod"}]
    if parsed.deps[head] in {"appos", "compound"}:
        beside.append(parsed.heads[head])
    return beside + ([head - 1] if head > 0 and parsed.deps[head - 1] in {"nsubj", "nmod", "compound"} else [])


def kind_of_noun(scene: Scene, token: int) -> SpeakerKind | None:
    """Kind that a noun itself tells ("analyst"), or the two words that it is one of ("attorney general"); or None."""
    parsed, speakers = scene.parsed, scene.verbs.speakers
    forms = (scene.lemmas[token].lower(), parsed.lowers[token])
    before = parsed.lowers[token - 1] if token else ""
    after = parsed.lowers[token + 1] if token + 1 < len(parsed) else ""
    pairs = [pair for form in forms for pair in (f"{form}-{after}", f"{before}-{form}")]
    for word in (*pairs, *forms):
        if word in speakers:
            return SPEAKER_KINDS[speakers[word]]
    return None
