"""Candidates from verbs: what a verb's complements say, want, deny or judge."""

from __future__ import annotations

from collections.abc import Iterator

from framing.annotate.quotes.asides import of_aside, of_interruption, of_trailing
from framing.annotate.quotes.building import build
from framing.annotate.quotes.channels import said_through
from framing.annotate.quotes.context import Candidate, QuoteContext, can_speak
from framing.annotate.quotes.deeds import cue_of_deed
from framing.annotate.quotes.narrated import (
    before_purpose,
    before_second_cue,
    cue_of_purpose,
    end_of_report,
    is_no_report,
    over_marks,
    with_joined_infinitives,
    with_main,
    without_asides,
)
from framing.annotate.quotes.openings import back_to_start, behind_own_cue, judged_words, start_of_clause
from framing.annotate.quotes.passives import FOR_WHAT, of_passive, of_passive_clause
from framing.model import Parsed
from framing.syntax.roles import (
    ADVERBIAL_CLAUSES,
    COMPLEMENTS,
    CONJUNCTS,
    MARKERS,
    NOUN_MODIFIERS,
    SUBJECTS,
    by_phrase,
    is_passive,
    subject_of,
)
from framing.syntax.shapes import same_line
from framing.syntax.tree import NOMINALS, TENSED

SAID_BEHIND = frozenset({"dobj", "intj", "ccomp", "xcomp", "attr", "acomp", "oprd"})  # what a cue brings behind it
OPENING = frozenset({"because", "since", "when", "while", "as", "if", "though", "although", "before", "until", "once"})
NAMED_BY = {"oprd": "name", "attr": "name", "dobj": "passive_name"}  # "calling X a disgrace" may come as two objects


def verb_candidates(context: QuoteContext) -> Iterator[Candidate]:
    """Every content that a reporting verb of the article may attribute."""
    parsed, verbs = context.parsed, context.verbs
    for token, pos in enumerate(parsed.pos):
        reports = pos in {"VERB", "AUX"} and context.lemmas[token] in verbs.stances
        if reports and not _is_body(context, token) and said_through(parsed, token, verbs.rules.quoting_verbs) is None:
            yield from _of_verb(context, token)


def _is_body(context: QuoteContext, token: int) -> bool:
    """Whether a cue between two names is rather the noun of a body: "the Gulf [states] A, B and C signed"."""
    parsed = context.parsed
    between = parsed.tags[token] == "VBZ" and parsed.pos[max(0, token - 1) : token + 2 : 2] == ("PROPN", "PROPN")
    return between and context.verbs.speakers.get(context.lemmas[token]) == "organisation"


def _of_verb(context: QuoteContext, verb: int) -> Iterator[Candidate]:
    """The candidates of one verb."""
    parsed = context.parsed
    inserted = tuple(of_interruption(context, verb))
    if inserted and parsed.words[verb - 1] == ",":  # "X, said the clerk, had built the bridge"
        yield from inserted
        return
    for child in parsed.children[verb]:
        dep = parsed.deps[child]
        if dep in {"ccomp", "xcomp"} or (dep == "advcl" and _is_bare_report(context, verb, child)):
            yield from _clause(context, verb, child)
        elif dep in {"dobj", "oprd", "attr"} and not _is_open(context, verb, child):
            yield from _object(context, verb, child)
        elif dep in {"prep", "prt"}:
            yield from _prepositional(context, verb, child)
        elif dep == "nsubjpass":
            yield from of_passive(context, verb, child)
    if parsed.deps[verb] == "amod":
        yield from _hidden_participle(context, verb)
    yield from of_aside(context, verb)
    yield from inserted
    yield from of_trailing(context, verb)


def _is_open(context: QuoteContext, verb: int, thing: int) -> bool:
    """Whether a "what" is called nothing: "what she wanted to write about"."""
    parsed = context.parsed
    return parsed.lowers[thing] == "what" and not any(
        parsed.deps[c] == "oprd" or parsed.lowers[c] == "as" for c in parsed.children[verb]
    )


def _hidden_participle(context: QuoteContext, verb: int) -> Iterator[Candidate]:
    """ "…, fearing revenge" where the parser took "fearing" for a quality of "revenge"."""
    parsed = context.parsed
    thing = parsed.heads[verb]
    governor = parsed.heads[thing]
    set_off = verb > 0 and parsed.words[verb - 1] == "," and parsed.tags[verb] == "VBG" and verb == parsed.lefts[thing]
    if set_off and governor < verb and context.verbs.takes(context.lemmas[verb], "object"):
        yield build(context, verb, [(verb + 1, parsed.rights[thing])], "object", head=subject_of(parsed, governor))


def _is_bare_report(context: QuoteContext, verb: int, clause: int) -> bool:
    """Whether a clause behind a cue is what it reports, though the parser takes it for an adverbial.

    "said [after the talks] he would not come": it has a subject, no conjunction opens it, and nothing else is reported.
    """
    parsed = context.parsed
    if context.lemmas[verb] not in context.verbs.rules.plain_verbs or clause < verb or parsed.child(verb, *COMPLEMENTS):
        return False
    subject = parsed.child(clause, *SUBJECTS)
    opened = parsed.child(clause, *MARKERS) is not None or parsed.lowers[parsed.lefts[clause]] in OPENING
    return subject is not None and not opened and parsed.words[subject - 1] != ","


def _clause(context: QuoteContext, verb: int, clause: int) -> Iterator[Candidate]:
    """A clause as content: that, wh-, infinitive, -ing; with the person who is told to do it."""
    parsed, lemma = context.parsed, context.lemmas[verb]
    content = [(start_of_clause(context, verb, clause), parsed.rights[clause])]
    pattern = clause_kind(parsed, verb, clause, context.verbs.rules.wh_words)
    person = parsed.child(verb, "dobj")
    if pattern == "to" and person is not None and person < clause:
        pattern, content = "object_to", [(parsed.lefts[person], parsed.rights[clause])]
    if pattern == "wh" and parsed.lowers[content[0][0]] == "what" and not context.verbs.takes(lemma, pattern):
        pattern = "object"  # "condemned [what he called a breach]"
    if pattern in {"ing", "name"} and not context.verbs.takes(lemma, pattern):
        pattern = _meant(context, verb, clause, pattern)
    if is_passive(parsed, verb):
        yield from of_passive_clause(context, verb, content, pattern)
        return
    if _are_two_statements(context, verb, clause) or is_no_report(context, verb, clause):
        return
    if pattern == "that" and clause < verb and context.verbs.takes(lemma, "quote"):
        content = [(back_to_start(context, *content[0]), _inside_marks(context, *content[0]))]
        pattern = "before" if context.inside[clause] >= 0 or _comma_between(parsed, clause, verb) else "run-on"
    known = pattern == "shown" or context.verbs.takes(lemma, "quote" if pattern in {"before", "run-on"} else pattern)
    if known:
        head = speaker_of_clause(context, verb, clause)
        first, end = content[0]
        end = with_main(context, verb, end) if pattern == "that" else end
        last = before_second_cue(context, verb, first, end_of_report(context, end, clause))
        last = _over_colon(context, last) if last == end else last
        last = before_purpose(context, over_marks(context, last), clause) if clause > verb else last
        if pattern == "before":
            first, last = behind_own_cue(context, first, last, lemma), _with_adverbial(context, verb, last)
        if pattern in {"to", "object_to"}:
            last = with_joined_infinitives(parsed, verb, clause, last)
        own = judged_words(context, clause, head, (first, last)) if pattern == "before" else []
        pattern, content = ("judged", own) if own else (pattern, [(first, last)])
        yield build(context, verb, without_asides(context, content), pattern, head=head)


def _are_two_statements(context: QuoteContext, verb: int, clause: int) -> bool:
    """Whether a mark stands between a clause and a cue that brings its own: "They stood up: drivers say no to cuts"."""
    parsed = context.parsed
    own = any(child > verb and parsed.deps[child] in SAID_BEHIND for child in parsed.children[verb])
    plain = any(parsed.words[t] == ":" and context.inside[t] < 0 for t in range(clause, verb))
    return ";" in parsed.words[clause:verb] or (own and plain)


def _with_adverbial(context: QuoteContext, verb: int, last: int) -> int:
    """Last token of what stands before its cue with a clause that the parser hung on the cue: "…, even if it rains"."""
    parsed = context.parsed
    comma = last if parsed.words[last] == "," else last + 1
    for child in parsed.children[verb]:
        behind = parsed.deps[child] in ADVERBIAL_CLAUSES and parsed.lefts[child] == comma + 1 and child < verb
        if behind and parsed.child(child, *MARKERS) is not None and context.inside[child] < 0:
            return parsed.rights[child]
    return last


def _meant(context: QuoteContext, verb: int, clause: int, pattern: str) -> str:
    """ "that" for "said cutting it was hard", "shown" for "the poll showed her losing"; or the construction as read."""
    if context.lemmas[verb] in context.verbs.rules.plain_verbs:
        return "that"  # the parser took a part of the clause for its head
    shown = clause > verb and _is_shown(context, verb, subject_of(context.parsed, verb))
    return "shown" if shown else pattern


def _over_colon(context: QuoteContext, last: int) -> int:
    """Last token of a content that goes on after a colon: said that it was simple: nobody came."""
    parsed = context.parsed
    if last + 2 >= len(parsed) or parsed.words[last + 1] != ":" or context.inside[last + 2] >= 0:
        return last
    if parsed.sentence_of[last + 2] - parsed.sentence_of[last] > 1 or not same_line(parsed, last + 1, last + 2):
        return last
    return parsed.sentences[parsed.sentence_of[last + 2]][1] - 1


def speaker_of_clause(context: QuoteContext, verb: int, clause: int) -> int | None:
    """Whoever says a clause; the noun phrase beside a finite cue when the parse gives no subject."""
    parsed, above = context.parsed, cue_of_purpose(context, verb)
    if above is None and not any(parsed.tags[c] == "TO" for c in parsed.children[clause]):
        above = cue_of_deed(context, verb)
    head = subject_of(parsed, verb if above is None else above)
    if head is not None or parsed.tags[verb] not in TENSED or is_passive(parsed, verb):
        return head
    start, end = parsed.sentences[parsed.sentence_of[verb]]
    if clause < verb:
        after = 0 if context.lemmas[verb] in context.verbs.rules.telling_verbs else 5  # "told Fox News": whom, not who
        marked = [t for t in range(clause, verb) if context.inside[t] >= 0]
        start = marked[-1] if marked else parsed.rights[clause]
        found = _first_name(context, range(verb + 1, min(end, verb + 1 + after)))
        return found or _first_name(context, range(start + 1, verb)) or _last_name(context, clause, verb)
    return _first_name(context, range(start, verb))


def _first_name(context: QuoteContext, tokens: range) -> int | None:
    """Head of the noun phrase that opens a stretch of tokens, before any verb."""
    parsed = context.parsed
    for token in tokens:
        if context.inside[token] >= 0 or parsed.pos[token] in {"VERB", "AUX", "ADP", "SCONJ"}:
            return None
        own = parsed.pos[parsed.heads[token]] == "VERB"  # "…," Tarnov joked, the name misread as part of the verb
        if parsed.pos[token] in NOMINALS and (own or parsed.deps[token] not in NOUN_MODIFIERS):
            return token
    return None


def _last_name(context: QuoteContext, clause: int, verb: int) -> int | None:
    """Who speaks at the end of a sentence, taken for a part of the clause: "…in Dorn, [the state's army] said."""
    parsed, head = context.parsed, verb - 1
    comma = next((t for t in range(head, clause, -1) if parsed.words[t] == ","), verb)
    ends = verb + 1 == parsed.sentences[parsed.sentence_of[verb]][1] - 1 and parsed.pos[verb + 1] == "PUNCT"
    plain = not any(parsed.pos[t] in {"VERB", "AUX", "ADP", "SCONJ"} for t in range(comma + 1, verb))
    return head if ends and plain and comma < head and can_speak(context, head) else None


def clause_kind(parsed: Parsed, verb: int, clause: int, wh_words: frozenset[str]) -> str:
    """Which construction a complement clause is: that, wh, to, object_to, ing or name."""
    first = parsed.lowers[parsed.lefts[clause]]
    subject = parsed.child(clause, "nsubj", "nsubjpass", "expl", "csubj")
    if any(parsed.tags[c] == "TO" for c in parsed.children[clause] if c < clause):
        if first in wh_words:
            return "wh"
        return "object_to" if subject is not None else "to"
    if first in wh_words and clause > verb:
        return "wh"
    if parsed.tags[clause] == "VBG" and parsed.child(clause, "aux") is None and clause > verb:
        return "ing"
    if subject is not None and parsed.pos[clause] not in {"VERB", "AUX"} and parsed.child(clause, "cop") is None:
        return "name"
    return "that" if parsed.deps[clause] == "ccomp" else "name"


def _inside_marks(context: QuoteContext, first: int, last: int) -> int:
    """Last token of a content before its cue: when it ends with marks, nothing behind them belongs to it."""
    within = [token for token in range(first, last + 1) if context.inside[token] >= 0]
    return within[-1] if within and last - within[-1] <= 3 else last


def _comma_between(parsed: Parsed, clause: int, verb: int) -> bool:
    """Whether punctuation closes a clause that stands before its cue."""
    last = parsed.rights[clause]
    return any(parsed.pos[t] == "PUNCT" for t in range(last, min(last + 2, verb)))


def _object(context: QuoteContext, verb: int, thing: int) -> Iterator[Candidate]:
    """A noun phrase as content, with what it is blamed for or described as."""
    parsed, verbs, lemma = context.parsed, context.verbs, context.lemmas[verb]
    first, last, pattern = parsed.lefts[thing], parsed.rights[thing], _bare_pattern(context, verb, thing)
    for child in parsed.children[verb]:
        if child <= thing:
            continue
        if parsed.deps[child] == "prep" and parsed.lowers[child] in FOR_WHAT:
            wanted = FOR_WHAT[parsed.lowers[child]]
            if verbs.takes(lemma, wanted):
                last, pattern = max(last, parsed.rights[child]), wanted
        elif verbs.takes(lemma, NAMED_BY.get(parsed.deps[child], "")):
            last, pattern = max(last, parsed.rights[child]), "name"
        elif parsed.deps[child] in {"xcomp", "ccomp"} and verbs.takes(lemma, "object_to"):
            return
    if pattern == "object" and context.lemmas[thing] in verbs.nouns:
        last = _with_phrases(parsed, verb, last, context.verbs.rules.complement_prepositions)
    last = _with_purpose(parsed, verb, thing, last)
    head = subject_of(parsed, verb)
    pattern = "shown" if _is_shown(context, verb, head) else pattern
    if (pattern == "shown" or verbs.takes(lemma, pattern)) and not is_passive(parsed, verb):
        content = [(first, _before_but(parsed, thing, end_of_report(context, last, thing)))]
        if thing < verb < last:  # "which the court has called illegal"
            whom = [] if parsed.lowers[thing] == "what" else [(first, parsed.rights[thing])]
            content = [*whom, (verb, last)]
        yield build(context, verb, content, pattern, head=head)


def _is_shown(context: QuoteContext, verb: int, head: int | None) -> bool:
    """Whether a study or a poll tells what it holds: "the poll shows her ahead"; what a picture shows is seen."""
    noun = "" if head is None else context.lemmas[head]
    evidence = context.verbs.speakers.get(noun) == "evidence" and noun not in context.verbs.rules.depicting_nouns
    return evidence and context.lemmas[verb] in context.verbs.rules.finding_verbs


def _before_but(parsed: Parsed, thing: int, last: int) -> int:
    """Last token before ", but …", which the outlet adds: "complimented the host, but with an edge"."""
    for token in range(thing + 2, last + 1):
        if parsed.lowers[token] == "but" and parsed.words[token - 1] == ",":
            return token - 2
    return last


def _bare_pattern(context: QuoteContext, verb: int, thing: int) -> str:
    """ "name" for a complement that holds whoever is called so ("calling [her evasive]", misread), or "object"."""
    parsed = context.parsed
    alone = parsed.child(verb, "dobj", "nsubjpass") is None and parsed.lefts[thing] < thing
    called = parsed.deps[thing] == "oprd" and alone and parsed.pos[thing] != "PROPN"
    return "name" if called and context.verbs.takes(context.lemmas[verb], "name") else "object"


def _with_purpose(parsed: Parsed, verb: int, thing: int, last: int) -> int:
    """Last token of what something is called with the purpose right behind it ("as a mission to restore order")."""
    called = any(parsed.lowers[c] == "as" for head in (verb, thing) for c in parsed.children[head] if c > thing)
    for child in parsed.children[verb] if called else ():
        begins = parsed.lefts[child] == last + 1 and parsed.lowers[last + 1] == "to"
        if begins and parsed.deps[child] in {"advcl", "xcomp"}:
            return parsed.rights[child]
    return last


def _with_phrases(parsed: Parsed, verb: int, last: int, prepositions: frozenset[str]) -> int:
    """Last token of an object with the phrases right behind it ("highlighted the threats against the town")."""
    for child in parsed.children[verb]:
        if child == last + 1 and parsed.lowers[child] in prepositions:
            last = parsed.rights[child]
    return last


def _prepositional(context: QuoteContext, verb: int, preposition: int) -> Iterator[Candidate]:
    """A prepositional phrase as content: "warned of a flood", "called on the mayor to resign", "described as"."""
    parsed, verbs, lemma = context.parsed, context.verbs, context.lemmas[verb]
    word = parsed.lowers[preposition]
    inner = parsed.child(preposition, "pobj", "pcomp", "prep")
    after = parsed.child(verb, "xcomp", "advcl")
    known = verbs.prepositions.get(lemma, ())
    urged = inner is None and after is not None and f"{word}_to" in known
    if urged:
        inner = preposition + 1  # "called on Ada Kolb (R) to resign": the parser hung whoever is urged on the verb
    if inner is None or preposition < verb:  # "[on Radio Nine] she called for a vote"
        return
    has_object = parsed.child(verb, "dobj", "nsubjpass") is not None
    if (word in known or (after is not None and f"{word}_to" in known)) and not has_object:
        content = [(parsed.lefts[inner], parsed.rights[preposition])]
        if after is not None and after > inner and any(parsed.tags[c] == "TO" for c in parsed.children[after]):
            content = [(content[0][0], parsed.rights[after])]
        named = next((c for c in parsed.children[verb] if c > preposition and parsed.lowers[c] == "as"), None)
        if named is not None:
            content = [(content[0][0], parsed.rights[named])]
        head = parsed.child(verb, *SUBJECTS) if urged else subject_of(parsed, verb)
        yield build(context, verb, content, f"prep {word}", head=head)
    elif word == "as" and verbs.takes(lemma, "as") and parsed.deps[verb] == "acl":
        content = [(preposition, parsed.rights[preposition])]
        yield build(context, verb, content, "passive as", head=by_phrase(parsed, verb))
    elif word == "as" and verbs.takes(lemma, "as") and parsed.deps[verb] in CONJUNCTS and not has_object:
        own = parsed.child(verb, "nsubj")  # "what it called a repair and the town denounced as a blockade"
        if own is not None:
            yield build(context, verb, [(preposition, parsed.rights[preposition])], "as", head=own)
