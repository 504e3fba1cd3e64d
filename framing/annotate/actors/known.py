"""Where a known actor is named: the forms of the roster in the text, ambiguous names weighed by what stands around."""

from __future__ import annotations

from typing import NamedTuple

from framing.model import MentionLabel, Parsed
from framing.packs.roster import Form, KnownActor, KnownActors


class Hit(NamedTuple):
    """A known form in the text: tokens `first` to `last` inclusive."""

    first: int
    last: int
    actor: str
    label: MentionLabel


def find_known(parsed: Parsed, known: KnownActors) -> list[Hit]:
    """The longest known form at each token, left to right, without overlap; `actor` is "" where the context says no."""
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
    fitting = {form.actor for _, form in found if not form.ambiguous}
    doubtful = {form.actor for _, form in found} - fitting
    if doubtful:
        written = set(parsed.lowers)
        fitting |= {a for a in doubtful if not (near := known.entries[a].near) or not written.isdisjoint(near)}
    hits = []
    for token, form in found:
        fits = not form.ambiguous or (form.actor in fitting and _fits(parsed, token, known.entries[form.actor]))
        hits.append(Hit(token, token + len(form.words) - 1, form.actor if fits else "", form.label))
    return hits


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


def _fits(parsed: Parsed, token: int, entry: KnownActor) -> bool:
    """Whether no word of the sentence says that an ambiguous name is something else here."""
    first, end = parsed.sentences[parsed.sentence_of[token]]
    return not entry.not_near or not any(word in entry.not_near for word in parsed.lowers[first:end])
