"""Runs of capitalised words that may be names, with what holds them together: hyphens, particles, nicknames, "of"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import compress

from framing.annotate.actors.months import find_named_months
from framing.annotate.actors.openings import is_plain_opening
from framing.annotate.actors.syllables import find_syllabled, joins_name
from framing.model import Parsed
from framing.packs.people import ActorWords
from framing.syntax.roles import (
    HEADS_OF_CLAUSES,
    MODIFIERS,
    OPENERS,
)
from framing.syntax.shapes import are_capitalised, is_title_case, is_verb_by_context

_ONWARD = frozenset(("for", "on", "against", "to", "and"))
_INSIDE = _ONWARD - {"and"} | {"of"}
_WITH_THE = frozenset(("of", "for", "on", "against"))
_OPENING_MARKS, _CLOSING_MARKS = frozenset(("“", "``", '"', "‘")), frozenset(("”", "''", '"', "’"))
_MARKS = _OPENING_MARKS | _CLOSING_MARKS
LONGEST_TITLE = 30  # tokens of a title in quotation marks
_QUOTES = frozenset(('"', "“", "”", "‘", "’", "'", "``", "''"))


def find_runs(parsed: Parsed, words: ActorWords) -> list[tuple[int, int]]:
    """Token ranges (inclusive) of capitalised names, in order; particles and "of" inside are kept."""
    flags, headings = _name_tokens(parsed, words)
    runs: list[tuple[int, int]] = []
    free = 0
    for token in compress(range(len(parsed)), flags):
        if token >= free:
            last = _end_of_name(parsed, flags, token, words)
            runs.append((token, last))
            free = last + 1
    runs = _without_verbs(parsed, _split_officers(parsed, _split_pairs(parsed, runs), words), words)
    return _cut_headings(parsed, runs, headings, words) if headings else runs


def _without_verbs(parsed: Parsed, runs: list[tuple[int, int]], words: ActorWords) -> list[tuple[int, int]]:
    """The runs, full names without what a headline says of them: "Ada Lang Wins", where "Ada Lang" stands, too."""
    named = [run for run in runs if run[1] == run[0] + 1 and parsed.lowers[run[0]] in words.first_names]
    whole = {parsed.words[first : last + 1] for first, last in named}
    found: list[tuple[int, int]] = []
    for first, last in runs:
        behind = parsed.lowers[first + 2] if last > first + 1 else ""
        verb = behind.endswith("s") and behind[:-1] in words.takes_actor_subject
        found.append((first, first + 1) if verb and parsed.words[first : first + 2] in whole else (first, last))
    return found


LEAST_WITH_OFFICER = 4  # tokens behind the first of a run: "Center for Trees President Lang"


def _split_officers(parsed: Parsed, runs: list[tuple[int, int]], words: ActorWords) -> list[tuple[int, int]]:
    """The runs, a body whose name holds "for" or "of" apart from its officer: "Center for Trees | President Lang"."""
    found: list[tuple[int, int]] = []
    for first, last in runs:
        if last - first < LEAST_WITH_OFFICER:
            found.append((first, last))
            continue
        lowers = parsed.lowers[first : last + 1]
        linked = next((n for n, word in enumerate(lowers) if n and word in _INSIDE), 0)
        office = next((n for n in range(linked + 2, len(lowers) - 1) if lowers[n] in words.shared_offices), 0)
        body = lowers[linked] == "against" or not words.organisation_heads.isdisjoint(lowers[:linked])
        if not (linked and body and office):
            found.append((first, last))
            continue
        office -= lowers[office - 1] in words.lowering_ranks or lowers[office - 1] == "executive"
        found += [(first, first + office - 1), (first + office, last)]
    return found


def _split_pairs(parsed: Parsed, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs, two surnames before a noun as two: "the Lang-Dale summit", where both stand alone elsewhere, too."""
    alone = {parsed.words[first] for first, last in runs if first == last}
    found: list[tuple[int, int]] = []
    for first, last in runs:
        pair = last == first + 2 and parsed.words[first + 1] == "-"
        if pair and parsed.words[first] in alone and parsed.words[last] in alone:
            found += [(first, first), (last, last)]
        else:
            found.append((first, last))
    return found


def _name_tokens(parsed: Parsed, words: ActorWords) -> tuple[list[bool], list[tuple[int, int]]]:
    """For each token, whether it can be part of a name; and the headlines in title case (first token, end)."""
    flags = [False] * len(parsed)
    openings = {first for first, _ in parsed.sentences}
    doubtful = []
    people = find_named_months(parsed, words) | find_syllabled(parsed, words)
    for token in [token for token, word in enumerate(parsed.words) if word[0].isupper()]:
        if _is_no_word_of_name(parsed, token, words, people):
            continue
        tag = parsed.pos[token]
        if tag == "PROPN":
            flags[token] = True
        elif tag == "VERB" and parsed.lemmas[token] in words.takes_actor_subject:
            continue  # "Hope for the best"
        elif (
            token in people
            or (tag in _SOFT or _is_taken_for_auxiliary(parsed, token, words))
            and (token not in openings or parsed.lowers[token] in words.first_names)
        ):
            flags[token] = True
        elif token in openings:
            doubtful.append(token)
    _flag_openings(parsed, flags, doubtful)
    for token in openings:
        flags[token] = flags[token] and not is_plain_opening(parsed, token, words)
    headings = _find_headings(parsed)
    if 3 * sum(end - first for first, end in headings) >= 2 * len(parsed):
        return flags, []
    _sift_headings(parsed, flags, headings)
    return flags, headings


def _flag_openings(parsed: Parsed, flags: list[bool], doubtful: Collection[int]) -> None:
    """Flags the names among the `doubtful` words: openings of sentences that the tagger took for common words."""
    if not doubtful:
        return
    sure = set(compress(parsed.words, flags))
    surnames = {word for word, flag, before in zip(parsed.words[1:], flags[1:], flags, strict=False) if flag and before}
    small = set(parsed.words)
    for token in doubtful:
        if (
            parsed.words[token] in surnames
            and parsed.lowers[token] not in small
            and (parsed.deps[token] not in MODIFIERS or _is_followed(parsed, token))
        ):
            flags[token] = True
            continue
        if parsed.words[token + 1 : token + 2] == ("Against",):
            flags[token] = parsed.words[token + 2 : token + 3] != () and flags[token + 2]  # "Parents Against Melvex"
            continue
        goes_on = token + 1 < len(parsed) and parsed.pos[token + 1] == "PROPN" and flags[token + 1]
        flags[token] = parsed.words[token] in sure and (goes_on or _opens_as_name(parsed, token))


def _is_followed(parsed: Parsed, token: int) -> bool:
    """Whether what follows tells that a modifier is a name: a verb taken for a noun, or "junior"."""
    return is_verb_by_context(parsed, token + 1) or parsed.lowers[token + 1] in ("junior", "senior")


def _is_taken_for_auxiliary(parsed: Parsed, token: int, words: ActorWords) -> bool:
    """Whether a name passes for an auxiliary: "Hwon watched", "Will Lang teaches"."""
    if parsed.pos[token] != "AUX":
        return False
    given = parsed.lowers[token] in words.first_names and parsed.words[token + 1 : token + 2] != ()
    finite = _FINITE.intersection((*parsed.tags[token + 2 : token + 3], parsed.tags[parsed.heads[token]]))
    whole = given and parsed.words[token + 1].istitle() and bool(finite)
    return whole or parsed.lowers[token] not in _AUXILIARIES


_FINITE = frozenset(("VBZ", "VBD"))  # tags of verbs that follow no auxiliary


_AUXILIARIES = frozenset(
    (
        *("be", "am", "is", "are", "was", "were", "been", "being", "do", "does", "did", "have", "has", "had", "will"),
        *("would", "shall", "should", "can", "could", "may", "might", "must"),
    )
)


def _opens_as_name(parsed: Parsed, token: int) -> bool:
    """Whether the first word of a sentence can be a name by its place; not "Chase them", "Banks are"."""
    before_noun = parsed.pos[token + 1 : token + 2] == ("NOUN",) and not is_verb_by_context(parsed, token + 1)
    orders = parsed.deps[token] in HEADS_OF_CLAUSES and parsed.pos[token] == "VERB"  # or a headline, "Lang postpones …"
    if parsed.deps[token] in OPENERS or (orders and not before_noun):
        return False
    if parsed.deps[token] in MODIFIERS and before_noun:
        return False  # "Faith schools"
    verb = parsed.heads[token]
    plural = parsed.tags[verb] == "VBP" or any(
        parsed.lowers[c] in ("are", "were", "have") for c in (verb, *parsed.children[verb]) if c > token
    )
    return not (parsed.tags[token] in ("NNS", "NNPS") and plural)


def _find_headings(parsed: Parsed) -> list[tuple[int, int]]:
    """Sentences in title case (first token, end), with the short ones of capitals before them: "Olsen Wins: …"."""
    found: list[tuple[int, int]] = []
    for number, (first, end) in enumerate(parsed.sentences):
        if not is_title_case(parsed, number):
            continue
        before = parsed.sentences[number - 1][0] if number else first
        line = parsed.article.text[parsed.starts[before] : parsed.starts[first]]
        short = all(w[0].isupper() for w in parsed.words[before:first] if len(w) > 3 and w[0].isalpha())
        found.append((before if short and "\n" not in line else first, end))
    return found + [(f, e) for f, e in _find_quoted_titles(parsed) if not any(a <= f < b for a, b in found)]


def _find_quoted_titles(parsed: Parsed) -> Iterator[tuple[int, int]]:
    """What stands between quotation marks in title case (first token, end): “Lang Puts Lund on Notice”."""
    opened = -1
    for token in [token for token, word in enumerate(parsed.words) if word in _MARKS]:
        word = parsed.words[token]
        if word in _OPENING_MARKS and opened < 0 and _leads(parsed, token):
            opened = token + 1
        elif word in _CLOSING_MARKS and opened >= 0:
            if token - opened <= LONGEST_TITLE and are_capitalised(parsed.words[opened:token], least=5, share=1.0):
                yield opened, token
            opened = -1


def _leads(parsed: Parsed, mark: int) -> bool:
    """Whether a quotation mark belongs to what follows it and not to what stands before."""
    after = mark + 1 < len(parsed) and parsed.starts[mark + 1] == parsed.ends[mark]
    return after and not (mark and parsed.ends[mark - 1] == parsed.starts[mark])


def _is_no_word_of_name(parsed: Parsed, token: int, words: ActorWords, people: Collection[int]) -> bool:
    """Whether a capital is a month's, a state's behind its town, of "R-Calif.", "SECRET" on a paper, "Today" alone.

    `people` are the words that are somebody's name here, though they look like a month or a plain word.
    """
    word, lower = parsed.words[token], parsed.lowers[token]
    if lower in words.no_names or lower in words.name_months:
        return token not in people
    if lower in words.opening_verbs and _opens_speech(parsed, token):
        return token + 1 < len(parsed) and parsed.words[token + 1][0].isupper()  # "Meet Ada Lang"
    if (word[1:2] == "-" and word[0] in "RDI") or (word.isupper() and lower in words.paper_markings):
        return True
    behind_comma = lower in words.post_nominals and token > 0 and parsed.words[token - 1] == ","
    if behind_comma and (sum(c.isupper() for c in word) > 1 or lower.startswith("esq")):
        return True  # "Ada Kolb, PhD"
    if lower in words.time_words:
        return token == 0 or not parsed.words[token - 1][0].isupper()
    return _is_state_after_town(parsed, token, words)


def _opens_speech(parsed: Parsed, token: int) -> bool:
    """Whether a word opens a sentence or what stands in quotation marks."""
    opening = parsed.sentences[parsed.sentence_of[token]][0]
    return token == opening or (parsed.words[token - 1] in _QUOTES and parsed.starts[token] == parsed.ends[token - 1])


def _is_state_after_town(parsed: Parsed, token: int, words: ActorWords) -> bool:
    """Whether a word is the short form of a state behind its town or a party: "Austin, Tex.", "(R-Ohio)"."""
    short = parsed.lowers[token] in words.state_abbreviations or parsed.words[token] in words.postal_codes
    return short and token > 0 and parsed.words[token - 1] in _BEFORE_STATES


_BEFORE_STATES = frozenset((",", "(", "-"))


def _sift_headings(parsed: Parsed, flags: list[bool], headings: list[tuple[int, int]]) -> None:
    """In headlines in title case, only words that are names in the running text stay names."""
    inside = {token for first, end in headings for token in range(first, end)}
    sure = {parsed.words[token] for token, flag in enumerate(flags) if flag and token not in inside}
    for token in inside:
        flags[token] = flags[token] and parsed.words[token] in sure


def _cut_headings(
    parsed: Parsed, runs: list[tuple[int, int]], headings: list[tuple[int, int]], words: ActorWords
) -> list[tuple[int, int]]:
    """Runs of names with those in headlines cut into the names that the running text knows; of people also surnames."""
    inside = {token for first, end in headings for token in range(first, end)}
    body = [parsed.words[first : last + 1] for first, last in runs if first not in inside]
    longer = {run[start:] for run in body for start in range(len(run) - 1)}
    single = {
        run[-1] for run in body if len(run) == 1 or not words.personal_openings.isdisjoint(w.lower() for w in run[:-1])
    }
    single |= {run[0] for run in body if run[0].lower() in words.first_names}
    cut: list[tuple[int, int]] = []
    for first, last in runs:
        if first not in inside:
            cut.append((first, last))
            continue
        while first <= last:
            ends = (end for end in range(last, first, -1) if parsed.words[first : end + 1] in longer)
            end = next(ends, first)
            if end > first or parsed.words[first] in single:
                cut.append((first, end))
            first = end + 1
    return cut


_SOFT = frozenset(("NOUN", "X", "VERB", "ADJ", "INTJ", "ADV"))  # what the tagger makes of names that it does not know


def _end_of_name(parsed: Parsed, flags: list[bool], first: int, words: ActorWords) -> int:
    """The last token of the name that starts at `first`; `flags` tell which tokens may be part of a name."""
    count, last, token = len(parsed), first, first + 1
    text = parsed.article.text
    has_head = parsed.lowers[first] in words.organisation_heads
    while token < count and "\n" not in text[parsed.ends[token - 1] : parsed.starts[token]]:
        word = parsed.lowers[token]
        if flags[token]:
            given = word in words.first_names and parsed.lowers[token - 1] in words.titles
            has_head = not given and (has_head or word in words.organisation_heads)  # "House Speaker Ada Lang of Lund"
            last = token
        elif word == "-" and parsed.starts[token] == parsed.ends[token - 1]:
            if not joins_name(parsed, flags, token, words):
                break
            last = token + 1
            token += 1
        elif word == "." and token + 1 < count and flags[token + 1] and _is_shortened(parsed, token, words):
            pass  # "Maj . Leo Marshall"
        elif _is_nickname(parsed, flags, token):
            last = token + 3
            token += 3
        elif parsed.words[token] == "Against" and token + 1 < count and flags[token + 1]:
            last, has_head = token + 1, True  # "Mothers Against Lumvex"
            token += 1
        elif has_head and word in _ONWARD and _leads_on(parsed, flags, token, words):
            last = token + 1
            token += 1
        elif not _bridges(parsed, flags, token, has_head or _ends_in_office(parsed, first, last, words), words):
            break
        token += 1
    return last


def _ends_in_office(parsed: Parsed, first: int, last: int, words: ActorWords) -> bool:
    """Whether what is read so far closes with an office ("Secretary of …") that is nobody's surname: "Ada Boxer"."""
    return parsed.lowers[last] in words.titles and not (last > first and parsed.lowers[last - 1] in words.first_names)


def _is_shortened(parsed: Parsed, point: int, words: ActorWords) -> bool:
    """Whether a full stop belongs to the title before it: "Lt.", "Col."."""
    before = parsed.lowers[point - 1]
    return parsed.starts[point] == parsed.ends[point - 1] and (
        before in words.titles or before in words.honorifics or f"{before}." in words.titles
    )


def _is_nickname(parsed: Parsed, flags: list[bool], quote: int) -> bool:
    """Whether a nickname in quotation marks and the surname follow: William “Mo” Cowan."""
    if parsed.words[quote] not in _QUOTES or quote + 3 >= len(parsed):
        return False
    return flags[quote + 1] and parsed.words[quote + 2] in _QUOTES and flags[quote + 3]


def _leads_on(parsed: Parsed, flags: list[bool], token: int, words: ActorWords) -> bool:
    """Whether a small word continues the name of a body: "Centers for Disease Control", "Coalition to Stop Noise"."""
    word, after = parsed.lowers[token], token + 1
    if after >= len(parsed) or not parsed.words[after][0].isupper():
        return False
    before, following = parsed.lowers[token - 1], parsed.lowers[after]
    if word == "and":
        return flags[after] and before in words.policy_fields and following in words.policy_fields
    if before not in words.leading_heads or following in words.no_names:
        return False
    if word == "to":
        return parsed.tags[after] == "VB"
    return flags[after] and following not in words.titles and following not in words.first_names


_ARTICLES = frozenset(("al", "el", "ul", "as", "ad", "ar", "at", "an", "ash"))  # Arabic, before a hyphen


def _bridges(parsed: Parsed, flags: list[bool], token: int, has_head: bool, words: ActorWords) -> bool:
    """Whether a small word inside a name links two parts: "de la", "&", and "of" or "for the" in names of bodies."""
    word, following = parsed.lowers[token], token + 1
    if following + 1 >= len(parsed):
        return False
    if word == "&":
        return flags[following]
    if word in words.name_particles:
        if parsed.words[following] == "-" and word in _ARTICLES:
            return flags[following + 1]  # "al-Tamar"
        return flags[following] or (parsed.lowers[following] in words.name_particles and flags[following + 1])
    if not has_head:
        return False
    the = parsed.lowers[following] == "the" and flags[following + 1]
    if word == "of":
        return flags[following] or the
    if word == "the":
        return parsed.lowers[token - 1] in _WITH_THE and flags[following]
    return the and word in _WITH_THE and parsed.lowers[token - 1] in words.leading_heads
