"""Loaded words: where the text judges, in which way, and why it counts, one line a hit; `targets.py` adds whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.annotate.loaded.conditions import fits, follow
from framing.annotate.loaded.literal import quoted_headline, quoted_titles
from framing.annotate.loaded.surface_rules import find_by_surface
from framing.annotate.loaded.targets import assign_actors
from framing.model import Loaded, Mention, Parsed
from framing.packs.loadedwords import LoadedEntry, LoadedWords
from framing.syntax.mentions import MentionIndex


def find_loaded(parsed: Parsed, words: LoadedWords, mentions: Sequence[Mention]) -> tuple[Loaded, ...]:
    """Every loaded wording in the order of the text, with the actors it concerns; hits never overlap.

    At one place the longest entry of the lists wins, then the strongest; the rules beyond the lists come last. Words
    inside the name of an actor or inside a plain phrase ("hammer out") are never marked.
    """
    index = MentionIndex(parsed, mentions)
    named = index.tokens_of("name").union(_plain(parsed, words), quoted_headline(parsed), quoted_titles(parsed, words))
    found = [*_listed(parsed, words, named), *find_by_surface(parsed, words)]
    taken = -1
    kept = []
    for loaded in sorted(found, key=lambda one: one.span.start):  # stable: lists before rules
        if loaded.span.start >= taken and named.isdisjoint(parsed.tokens_in(loaded.span)):
            kept.append(loaded)
            taken = loaded.span.end
    return assign_actors(parsed, kept, index, words)


def _listed(parsed: Parsed, words: LoadedWords, named: frozenset[int]) -> list[Loaded]:
    """Hits of the lists, left to right."""
    found, free = [], 0
    for token in sorted(_openers(parsed, words) - named):
        if token >= free and (entry := _best(parsed, token, words)):
            found.append(_hit(parsed, token, entry))
            free = token + len(entry.words)
    return found


def _openers(parsed: Parsed, words: LoadedWords) -> set[int]:
    """Tokens that are listed, or open a phrase whose second word follows."""
    singles, phrases, lowers, lemmas = words.singles, words.phrases, parsed.lowers, parsed.lemmas
    found = {
        token for token, (one, two) in enumerate(zip(lowers, lemmas, strict=True)) if one in singles or two in singles
    }
    for forms in (lowers, lemmas):
        for token in [token for token, form in enumerate(forms[:-1]) if form in phrases]:
            seconds = phrases[forms[token]]
            if lowers[token + 1] in seconds or lemmas[token + 1] in seconds:
                found.add(token)
    return found


def _plain(parsed: Parsed, words: LoadedWords) -> Iterator[int]:
    """Tokens of set phrases in which listed words do not judge."""
    plain, lowers, lemmas = words.plain, parsed.lowers, parsed.lemma_lowers
    for forms in (lowers, parsed.lemmas):
        for token in [token for token, form in enumerate(forms[:-1]) if form in plain]:
            after = (lowers[token + 1], lemmas[token + 1])
            for phrase in plain[forms[token]]:
                if phrase[1] in after and follow(parsed, token, phrase):
                    yield from range(token, token + len(phrase))


def _best(parsed: Parsed, token: int, words: LoadedWords) -> LoadedEntry | None:
    """The longest entry that holds at `token`; among equals the one listed in this very form, then the strongest."""
    here = _forms(parsed, token)
    after = _forms(parsed, token + 1) if token + 1 < len(parsed.words) else ()
    entries = [entry for form in here for entry in words.singles.get(form, ())]
    for seconds in (words.phrases[form] for form in here if form in words.phrases):
        entries += [entry for form in after for entry in seconds.get(form, ())]
    fitting = [entry for entry in entries if fits(parsed, token, entry, words)]
    form = here[0]
    return max(fitting, key=lambda entry: (len(entry.words), entry.words[0] == form, entry.strength), default=None)


def _forms(parsed: Parsed, token: int) -> tuple[str, ...]:
    """The word as it stands, and its lemma."""
    lower, lemma = parsed.lowers[token], parsed.lemma_lowers[token]
    return (lower,) if lower == lemma else (lower, lemma)


def _hit(parsed: Parsed, token: int, entry: LoadedEntry) -> Loaded:
    """The finding, with its reason in words."""
    span = parsed.span(token, token + len(entry.words) - 1)
    why = entry.why.replace("{word}", parsed.article.read(span))
    words = " ".join(entry.words).replace(" - ", "-")
    return Loaded(span, entry.category, entry.strength, f"loaded/{entry.group}/{words}", why)
