"""What makes a source a source here, and why it is not named: with the words of the article that say so.

The closest reason counts: what the source lived through, whom it is related to, its side, its knowledge, its office.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from framing.annotate.quotes.context import Candidate, QuoteContext, Title
from framing.annotate.quotes.descriptions import kind_now, kind_of_noun
from framing.annotate.quotes.naming import Speaker
from framing.model import NOT_SAID
from framing.packs.sources import SourceWords
from framing.syntax import roles
from framing.syntax.callings import is_past
from framing.syntax.roles import dependents, possessor_of
from framing.syntax.shapes import same_line
from framing.syntax.tree import Range

Reason = tuple[str, str]  # why, and the words that say so
FIRST = frozenset({"my", "our"})
SELF = frozenset({"i", "we"})
THIRD = frozenset({"he", "she", "they"})
LONGEST = 14  # tokens of a clause that is quoted as a reason
MOST_HEADS = 6  # mentions of a source whose surroundings are read
KNOWING: dict[str, str] = {"expert": "knows the subject", "journalist": "reporter"}
REASON = 20  # tokens of a reason for not being named


def why_asked(
    context: QuoteContext, candidate: Candidate, speaker: Speaker, title: Title, words: SourceWords
) -> Reason:
    """Why this source is asked: the first reason of the closest sort, or "not said"."""
    heads = _heads(context, candidate, speaker)
    steps = (
        _of_clauses(context, heads, words),
        _of_nouns(context, heads, title, words),
        _of_insight(context, heads, words),
        () if _is_of_standing(context, title) else _of_content(context, candidate, words),
        _of_office(context, heads, speaker, title, words),
    )
    found = next((reason for step in steps for reason in step), None)
    return (NOT_SAID, "") if found is None else found


def _heads(context: QuoteContext, candidate: Candidate, speaker: Speaker) -> list[int]:
    """Tokens that name or describe the source, those of names and descriptions first."""
    own = [] if candidate.head is None else [candidate.head]
    mentioned = [head for actor in speaker.actors for head in context.heads.get(actor, ())]
    heads = dict.fromkeys([*([speaker.head] if speaker.head >= 0 else []), *own, *sorted(mentioned)])
    named = [head for head in heads if context.parsed.pos[head] != "PRON"]
    return (named or list(heads))[:MOST_HEADS]


def _of_clauses(context: QuoteContext, heads: Iterable[int], words: SourceWords) -> Iterator[Reason]:
    """Reasons in clauses behind the source: "who is leading the search", "whose ceiling fell", "travelling with X"."""
    parsed = context.parsed
    labels = (
        ("victim", words.victim_verbs), ("survivor", words.survivor_verbs), ("leads it", words.leading_verbs),
        ("studied it", words.study_verbs), ("witness", words.witness_verbs),
        ("resident", frozenset({"live"})), ("works there", frozenset({"work"})),
    )  # fmt: skip
    for head in heads:
        for clause in dependents(parsed, head, roles.CLAUSES_OF_NOUNS):
            if clause < head:
                continue
            first, last = parsed.lefts[clause], parsed.rights[clause]
            verbs = [t for t in range(first, last + 1) if parsed.pos[t] == "VERB"]
            done = {context.lemmas[verb] for verb in verbs}
            told = [] if words.relatives.isdisjoint(context.lemmas[first:clause]) else ["relative"]
            told += [label for label, known in labels if not known.isdisjoint(done)]
            told += ["witness"] if any(_takes_part(context, verb, words) for verb in verbs) else []
            working = (context.lemmas[t] in words.working_verbs and parsed.tags[t] == "VBZ" for t in verbs)
            told += ["worker"] if any(working) else []
            for label in told[:1]:
                yield label, _read(context, (first, min(last, first + LONGEST)))


def _takes_part(context: QuoteContext, verb: int, words: SourceWords) -> bool:
    """Whether somebody takes part in something: "attended the meeting", "marched"; not "attended Norport College"."""
    if context.lemmas[verb] not in words.joining_verbs:
        return False
    things = dependents(context.parsed, verb, roles.DIRECT_OBJECTS)
    return not any(context.parsed.pos[t] == "PROPN" or context.lemmas[t] in _SCHOOLS for t in things)


_SCHOOLS = frozenset(("school", "college", "university", "academy", "class"))


def _of_insight(context: QuoteContext, heads: Iterable[int], words: SourceWords) -> Iterator[Reason]:
    """Insiders: "a person [familiar with the inquiry]", "people [close to Gannet]", "people [with knowledge of it]"."""
    parsed = context.parsed
    for head in heads:
        for child in parsed.children[head]:
            if child < head:
                continue
            known = context.lemmas[child].lower() in words.insights and bool(parsed.children[child])
            inside = roles.object_of(parsed, child) if parsed.lowers[child] == "with" else None
            known = known or (inside is not None and context.lemmas[inside] in words.insights)
            if known:
                yield KNOWING["expert"], _read(context, (child, min(parsed.rights[child], child + LONGEST)))


def _of_nouns(context: QuoteContext, heads: Iterable[int], title: Title, words: SourceWords) -> Iterator[Reason]:
    """Reasons in the nouns that describe the source: survivor, victim, relative, party, resident, scholar."""
    nouns = _nouns(context, heads, title)
    forms = [(noun, {context.lemmas[noun].lower(), context.parsed.lowers[noun]}) for noun in nouns]
    labels = (
        ("survivor", words.survivor_nouns), ("victim", words.victim_nouns), ("witness", words.witness_nouns),
        ("relative", words.relatives), ("party to the dispute", words.parties), ("resident", words.residents),
        ("worker", words.workers), ("spokesperson", words.spokespeople | words.spoken_for),
        ("studied it", words.study_nouns),
    )  # fmt: skip
    for label, known in labels:
        for noun, own in forms:
            if known.isdisjoint(own):
                continue
            apart = label == "spokesperson" and (_is_member(context, noun, own) or _explains(context, noun, own, words))
            apart = apart or (label == "relative" and _is_religious(context, noun, own))
            if not apart:
                yield label, _phrase(context, noun)


def _is_member(context: QuoteContext, noun: int, forms: set[str]) -> bool:
    """Whether "representative" or "speaker" is an office of a parliament: a title before a name, "House Speaker"."""
    parsed = context.parsed
    titled = parsed.deps[noun] in roles.MODIFIERS or any(
        parsed.words[c][:1].isupper() for c in parsed.children[noun] if c < noun
    )
    return not forms.isdisjoint({"representative", "speaker"}) and (parsed.words[noun][:1].isupper() or titled)


def _is_religious(context: QuoteContext, noun: int, forms: set[str]) -> bool:
    """Whether "father" or "sister" is the title of somebody in an order: "Father Mael Orsan"."""
    named = context.parsed.deps[noun] in roles.MODIFIERS and context.parsed.words[noun][:1].isupper()
    return named and not forms.isdisjoint({"father", "mother", "brother", "sister"})


def _explains(context: QuoteContext, noun: int, forms: set[str], words: SourceWords) -> bool:
    """Whether a lawyer is told by a field of the law and by nobody's side: "a tax lawyer at Hask & Lowe"."""
    parsed = context.parsed
    fields = any(parsed.lowers[c] in words.fields_of_law for c in dependents(parsed, noun, roles.MODIFIERS) if c < noun)
    sided = possessor_of(parsed, noun) is not None or bool(roles.prepositions(parsed, noun, ("for", "of")))
    return fields and not sided and not forms.isdisjoint({"lawyer", "attorney", "solicitor", "barrister"})


def _nouns(context: QuoteContext, heads: Iterable[int], title: Title) -> Iterator[int]:
    """Nouns that tell who a source is: the head itself, its title, appositions and what it is said to be."""
    parsed = context.parsed
    for head in heads:
        if parsed.pos[head] == "NOUN":
            yield head
        for child in dependents(parsed, head, roles.APPOSITIONS | roles.MODIFIERS):
            if parsed.pos[child] in {"NOUN", "PROPN"}:
                yield child
        governor = parsed.heads[head]
        if parsed.deps[head] in roles.APPOSITIONS:
            yield governor
        if parsed.deps[head] in roles.SUBJECT and context.lemmas[governor] == "be":
            yield from dependents(parsed, governor, roles.PREDICATES)
    if title.noun >= 0:
        yield title.noun


def _is_of_standing(context: QuoteContext, title: Title) -> bool:
    """Whether a title tells an office, held or left, or knowledge: for that its bearer is asked, not for "my son"."""
    return title.noun >= 0 and kind_of_noun(context, title.noun) in {"official", *KNOWING}


def _of_content(context: QuoteContext, candidate: Candidate, words: SourceWords) -> Iterator[Reason]:
    """Reasons in what is said: "My sister …", "I saw …", "she had filmed …"."""
    parsed = context.parsed
    for token in candidate.tokens:
        if parsed.lowers[token] in FIRST and context.inside[token] >= 0:
            owned = parsed.heads[token]
            if context.lemmas[owned] in words.relatives:
                yield "relative", _read(context, (token, owned))
    for token in candidate.tokens:
        if parsed.tags[token] not in {"VBD", "VBN", "VBG"}:
            continue
        whom = SELF if context.inside[token] >= 0 else THIRD
        subject = parsed.child(token, *roles.SUBJECT)
        if subject is None or parsed.lowers[subject] not in whom:
            continue
        if context.lemmas[token] in words.witness_verbs:
            yield "witness", _read(context, (subject, token))
        if context.lemmas[token] in words.victim_verbs:
            yield "victim", _read(context, (subject, token))


def _of_office(
    context: QuoteContext, heads: Iterable[int], speaker: Speaker, title: Title, words: SourceWords
) -> Iterator[Reason]:
    """Reasons in an office, a post, a body's name: holds office, leads the body, represents members, has authority."""
    if title.noun >= 0:
        yield _of_title(context, speaker, title, words), title.words
    for noun in (*_nouns(context, heads, title), *heads):
        told = _of_body(context, noun, words)
        if told:
            yield told, _phrase(context, noun)
    if speaker.kind in {"state", "party"}:
        yield f"a {speaker.kind} concerned", speaker.name


def _of_title(context: QuoteContext, speaker: Speaker, title: Title, words: SourceWords) -> str:
    """What a title says: knows the subject, reports, holds office, leads, or works as it says."""
    lemma, kind = context.lemmas[title.noun].lower(), kind_now(context, title.noun)
    leads = lemma in words.leaders or any(leader in title.words.lower() for leader in words.leaders)
    leads = leads or (speaker.kind == "person" and lemma in words.association_leaders)
    if kind in KNOWING:
        return KNOWING[kind]
    if is_past(context.parsed, title.noun):
        return "its work"
    if speaker.kind == "official" or (kind == "official" and not leads):
        return "holds office"
    return "leads the organisation" if leads else "its work"


def _of_body(context: QuoteContext, noun: int, words: SourceWords) -> str:
    """What the noun of a body or of people says: represents members, has authority, knows the subject, holds office."""
    lemma = context.lemmas[noun].lower()
    if lemma in words.members_bodies:
        return "represents members"
    if lemma in words.authorities:
        return "competent authority"
    if context.parsed.pos[noun] != "NOUN":
        return ""
    kind = kind_now(context, noun)
    return KNOWING.get(kind, "holds office" if kind == "official" else "") if kind else ""


def _phrase(context: QuoteContext, noun: int) -> str:
    """A noun with what describes it, owner included."""
    parsed = context.parsed
    first = noun
    for child in parsed.children[noun]:
        if child < noun and parsed.pos[child] != "PUNCT" and noun - parsed.lefts[child] < LONGEST:
            first = min(first, parsed.lefts[child])
    owner = possessor_of(parsed, noun)
    return _read(context, (min(first, noun if owner is None else parsed.lefts[owner]), noun))


def why_unnamed(context: QuoteContext, candidate: Candidate, words: SourceWords) -> str:
    """The reason that the article gives for not naming a source, or ""; looked for in its sentence and beside it."""
    parsed = context.parsed
    place = candidate.head if candidate.head is not None else candidate.first
    here = parsed.sentence_of[place]
    for number in (here, here - 1, here + 1):
        if not 0 <= number < len(parsed.sentences) or not same_line(parsed, place, parsed.sentences[number][0]):
            continue
        found = _reason_in(context, parsed.sentences[number], words)
        if found:
            return found
    return ""


def _reason_in(context: QuoteContext, sentence: tuple[int, int], words: SourceWords) -> str:
    """The reason in one sentence, when it says that somebody is not named."""
    parsed = context.parsed
    first, end = sentence
    lower = " ".join(parsed.lowers[first:end])
    if not any(phrase in lower for phrase in words.anonymity):
        return ""
    for token in range(first, end):
        for opener in words.because:
            size = len(opener.split())
            if " ".join(parsed.lowers[token : token + size]) == opener and context.inside[token] < 0:
                return _read(context, (token, _end_of_reason(context, token, end)))
    return ""


def _end_of_reason(context: QuoteContext, first: int, end: int) -> int:
    """Last token of a reason: before the next comma, or at the end of the sentence."""
    parsed = context.parsed
    for token in range(first + 3, min(end, first + REASON)):
        if parsed.words[token] in {",", ";", "–", "—", "."}:
            return token - 1
    return min(end, first + REASON) - 1


def _read(context: QuoteContext, tokens: Range) -> str:
    """The words of a stretch, on one line, without punctuation at its edges."""
    return " ".join(context.parsed.article.read(context.parsed.span(*tokens)).split()).strip(" ,;:")
