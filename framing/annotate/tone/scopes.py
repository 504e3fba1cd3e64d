"""Words of a sentence that tell nothing about a mention: what it opposes, looks into, mends, endures or suffers.

A scope hides words from the reading of one mention ("condemned the [attack]", "was [robbed by two thugs]", "[It is
untrue that] she [is dishonest]"); of what is hidden only the kind of scope is read. Words elsewhere keep their weight.
Source: the literature on each kind of scope stands in `tone_scopes.toml`.
"""

from __future__ import annotations

from framing.annotate.tone.deeds import BEHIND, note_announced, note_dealing, note_intents, worth_of
from framing.annotate.tone.finder import Finder, Scopes
from framing.annotate.tone.reading import NONE, PARTS_OF_VERBS, Reading
from framing.annotate.tone.roles import OWNING, Roles, never_was
from framing.model import Parsed
from framing.syntax import roles as syntax
from framing.syntax.roles import dependents, is_passive

OWNED = ("poss.", "part.")  # what belongs to a mention acts for it
DOER, SUFFERER, CALLED = frozenset({"subj", "subj.advcl"}), frozenset({"obj", "mod"}), frozenset({"is", "subj.is"})
STANCES = frozenset({"subj.obj", OWNING, "poss.subj"})  # where a noun of a stance belongs to the mention
INTENDING = frozenset(
    {OWNING, "part", "by", "subj.obj", "subj.on", "subj.with"}
)  # where a noun tells what the mention does
TARGETS = frozenset(
    {"to", "against", "on", "upon", "for", "at", "in", "of", "from", "toward", "towards", "across", "near", "over"}
)
OTHERS = frozenset({OWNING, "part"})  # where a noun is a relative or rival of the mention
SOURCES = frozenset({"of", "from"})  # "the threat of X" is X's, "the destruction of X" is not
PUT_INTO = frozenset(
    {"obj.at", "obj.in", "obj.under", "obj.to", "obj.with", "subj.at"}
)  # "put X at risk", "threaten X with death", "X is at risk"
AROUND = BEHIND | syntax.SUBJECTS | syntax.DEGREES | syntax.ADVERBIAL_CLAUSES | syntax.AGENTS
BELOW_NOUN = syntax.MODIFIERS | syntax.PREPOSITIONS | syntax.DEGREES
DEPENDENT_CLAUSES = syntax.COMPLEMENTS | syntax.CLAUSE_SUBJECTS | syntax.ADVERBIAL_CLAUSES | syntax.CLAUSES_OF_NOUNS
DOINGS = ("opposes", "probes", "mends", "endures")
HARMING = frozenset({"harms", "protects"})  # whoever is protected is in danger
THREATENING = frozenset({"threats", "shields"})
BEFALLING = frozenset({"part", "of", "part.of"})
HOSTING = frozenset({"with", "on", "to", "part.on", "poss.on", "part.to", "poss.to"})
HELD_IN = frozenset({"subj.in", "subj.behind", "subj.obj.in", "obj.in", "obj.behind"})  # "X was in jail"
ASIDE = frozenset({"with", "by", "behind", "around"})  # whose side somebody takes
JOINING = syntax.OPEN_COMPLEMENTS | syntax.ADVERBIAL_CLAUSES  # "joined them to protest"
DOUBTED = frozenset({"about", "over", "poss.subj.obj"})
HAVING = frozenset({"face", "feel", "have", "know"})
STOPPING = frozenset({"ban", "block", "halt", "prevent", "prohibit", "stop"})  # not to be stopped is no suffering
STATEMENTS = frozenset({"charges", "claims"})
DENYING = frozenset({"drops", "doubts", "thinks"})
NOTHING = frozenset({"nothing", "nobody", "none"})
SUFFERED = frozenset({"hurt", "undone"})
OPENING = 6  # tokens from a name that opens a line to the colon behind which it speaks
BEFORE_NAMES = frozenset({"ADJ", "DET", "NOUN", "PROPN"})
TOPIC_OF = frozenset({"about", "on", "over", "to"})  # "Brown on Trump: …"
STEPS = 8  # words above a mention that may deny what it stands in


def find_scopes(parsed: Parsed, head: int, roles: Roles, reading: Reading) -> Scopes:
    """What the sentence hides from the mention whose head is `head`; `roles` without repetition."""
    found = Finder(parsed, head, reading)
    for role, token in roles:
        if not reading.first <= token < reading.end:
            continue
        _relating(found, role, token)
        if role in OTHERS and parsed.lemma_lowers[token] in reading.words.others:
            _others(found, roles)
    for owner, places in reading.theirs:
        if owner != head:
            found.hidden.update(places)
    _denying(found)
    _opening(found)
    if not found.kinds:
        return Scopes(frozenset(found.hidden), ())
    if any(kind in SUFFERED or kind == "hosts" for kind, _ in found.kinds):
        _unrelated(found, roles)
    doubted = {place for kind, place in found.kinds if kind == "doubted"}  # what "raised questions" is no stance
    kinds = dict.fromkeys((kind, place) for kind, place in found.kinds if kind != "stance" or place not in doubted)
    return Scopes(frozenset(found.hidden), tuple(kinds))


def _relating(found: Finder, role: str, token: int) -> None:
    """What one relation opens: a deed, an ordeal, a threat, trouble of mind, a stance."""
    kinds, core = found.of(token), role
    while core.startswith(OWNED):
        core = core[5:]
    if core in DOER:
        if core == role or "befalls" not in found.of(found.parsed.heads[found.head]):  # "the Lund [fires] destroyed …"
            _doing(found, token)
    elif core in SUFFERER:
        _suffering(found, token, core)
    elif not kinds:
        return
    elif core not in CALLED:
        _befalling(found, token, role)
    elif "troubled" in kinds:
        found.note("troubled", token)
        found.hide(dependents(found.parsed, token, BEHIND))
    _judging(found, role, token)
    if kinds and core in STANCES:
        _stance(found, token, core)
    if kinds and core in INTENDING:
        note_intents(found, token, as_object=core == "subj.obj")


def _judging(found: Finder, role: str, token: int) -> None:
    """Doubt that is cast on an actor, and whoever takes its side: "questions about X's fitness", "stand with X"."""
    parsed, kinds, above = found.parsed, found.of(token), found.parsed.heads[token]
    aside = role in ASIDE and "sides" in kinds and not found.is_negated(token)
    if aside or (role == "obj" and parsed.lemma_lowers[token] == "join" and dependents(parsed, token, JOINING)):
        found.note("sided", token)
    if "doubtings" in kinds and role in DOUBTED:
        if "raises" in found.of(above) and not found.is_negated(above):
            found.note("doubted", token)
    elif role == OWNING and "qualities" in kinds:
        of_noun = parsed.deps[token] in syntax.PREPOSITION_OBJECTS
        doubter = parsed.heads[above] if of_noun else above
        if ("doubtings" if of_noun else "doubts") in found.of(doubter):
            denied = found.is_negated(doubter) or found.is_negated(parsed.heads[doubter])
            found.note("cleared" if denied else "doubted", token)
            if denied:
                found.hide_word(doubter)


def _others(found: Finder, roles: Roles) -> None:
    """What is said of a relative or rival is not said of the mention: "X, whose [uncle was a crook]"."""
    for role, token in roles:
        if role.startswith(OWNED) and found.reading.first <= token < found.reading.end:
            found.hide_word(token)
            found.hide(found.parsed.children[token])


def _opening(found: Finder) -> None:
    """What a name says that opens a line with a colon: "[Clinton]: Trump's view is wrong", "[Brown] on Trump: …"."""
    parsed, first, end = found.parsed, found.reading.first, found.reading.end
    behind = parsed.words[found.head + 1 : min(found.head + OPENING, end)]
    if ":" not in behind or not BEFORE_NAMES.issuperset(parsed.pos[first : found.head]):
        return
    colon = found.head + 1 + behind.index(":")
    if colon < end - 2 and (colon == found.head + 1 or parsed.lowers[found.head + 1] in TOPIC_OF):
        found.note("told", found.head)
        found.hidden.update(range(colon - first, end - first))


def _unrelated(found: Finder, roles: Roles) -> None:
    """Of a sufferer only what it does itself and what it is called counts."""
    own = {token - found.reading.first for role, token in roles if role.startswith(("subj", "is", "mod"))}
    found.hidden.update(place for place in range(len(found.reading.keys)) if place not in own)


def _doing(found: Finder, verb: int) -> None:
    """What an actor does, and what stands behind it."""
    parsed, kinds = found.parsed, found.of(verb)
    if never_was(parsed, verb):
        found.note("unreal", verb)
        found.hide(parsed.children[verb])
        found.hide_word(verb)
        return
    behind = dependents(parsed, verb, BEHIND)
    if "troubled" in kinds and (is_passive(parsed, verb) or "stirs" not in kinds):
        found.note("troubled", verb)
        found.hide(dependents(parsed, verb, BEHIND | syntax.AGENTS))
    if is_passive(parsed, verb):
        return
    if kinds:
        _dealing(found, verb, kinds, behind)
    _having(found, verb, behind)


def _dealing(found: Finder, verb: int, kinds: frozenset[str], behind: list[int]) -> None:
    """What a verb tells of its doer by the kind of deed that it is."""
    _opposing(found, verb, kinds, behind)
    if "outrages" in kinds and _has_object(found, verb):
        place = verb - found.reading.first
        if place not in found.hidden and not found.reading.negated[place] and worth_of(found, behind) != ".bad":
            found.note("outrages", verb)
    elif "endures" in kinds:
        found.hide_word(verb)
        found.hide(dependents(found.parsed, verb, syntax.DEGREES))
    note_dealing(found, verb, behind)
    if "feigns" in kinds:
        found.note("unreal", verb)
        found.hide(dependents(found.parsed, verb, syntax.OPEN_COMPLEMENTS | syntax.PREDICATES))
    if not note_announced(found, verb):
        _saying(found, verb, kinds)


def _opposing(found: Finder, verb: int, kinds: frozenset[str], behind: list[int]) -> None:
    """What an actor denies, opposes, looks into, mends or endures."""
    if "doubts" in kinds and behind and worth_of(found, behind) != ".good":
        found.note("denied", verb)
        found.hide(behind)
        found.hide_word(verb)
    for kind in DOINGS:
        if kind not in kinds or (kind == "endures" and "outrages" in kinds):
            continue
        if (kind != "mends" or not found.is_negated(verb)) and (kind != "opposes" or _has_object(found, verb)):
            worth = worth_of(found, behind)
            found.note(kind + worth, verb)
            found.hide(behind)
            if kind == "mends" and worth == ".bad":
                found.hide_word(verb)


def _has_object(found: Finder, verb: int) -> bool:
    """Whether something stands behind a verb that is against something; "Fisk slammed for his tweet" is passive."""
    parsed = found.parsed
    index, lemma = found.reading.words.scopes, parsed.lemma_lowers[verb]
    joined = (index.get(f"{lemma}_{parsed.lowers[one]}", NONE) for one in dependents(parsed, verb, PARTS_OF_VERBS))
    return any("opposes" in kinds for kinds in joined) or bool(
        dependents(parsed, verb, BEHIND - syntax.PREPOSITIONS - syntax.PREPOSITION_COMPLEMENTS)
    )


def _having(found: Finder, verb: int, behind: list[int]) -> None:
    """A stance that an actor takes ("voiced disgust at …"), and what it loses."""
    for thing in dependents(found.parsed, verb, syntax.DIRECT_OBJECTS):
        kinds = found.of(thing)
        if "stances" in kinds:
            found.note("stance", thing)
            found.hide([thing])
        if found.parsed.lemma_lowers[verb] == "lose" and "belongings" in kinds:
            found.note("hurt", verb)
            found.hide(behind)
            found.hide_word(verb)


def _saying(found: Finder, verb: int, kinds: frozenset[str]) -> None:
    """Notes that an actor says something: in a clause, or in quotation marks that it does not stand in itself."""
    quoted, place = found.reading.quoted, found.head - found.reading.first
    if "says" in kinds:
        clause = dependents(found.parsed, verb, syntax.CONTENT_CLAUSES)
        if clause or (any(quoted) and not quoted[place]):
            found.note("told", verb)


def _suffering(found: Finder, verb: int, core: str) -> None:
    """What is done to an actor: harm, being cleared, being troubled, being wrongly punished, not being helped."""
    parsed, kinds, place = found.parsed, found.of(verb), verb - found.reading.first
    if core == "mod" and parsed.tags[verb] not in {"VBN", "VBD"}:
        if "troubled" in kinds:
            found.hide_word(verb)
        return
    if "troubled" in kinds:
        found.note("troubled", verb)
        found.hide(dependents(parsed, verb, AROUND))
        return
    if "informed" in kinds and core == "obj":
        found.hide(dependents(parsed, verb, syntax.CONTENT_CLAUSES | syntax.PREPOSITIONS))
    negated = found.reading.negated[place]
    if "clears" in kinds:
        found.note("condemned" if negated or _is_withheld(found, verb) else "cleared", verb)
    elif "undone" in kinds and core == "obj" and not negated:
        found.note("undone", verb)
    elif (
        not kinds.isdisjoint(HARMING)
        or (negated and "mends" in kinds and parsed.lemma_lowers[verb] not in STOPPING)
        or _wrongly(found, verb)
    ):
        found.note("hurt", verb)
    else:
        return
    found.hide_word(verb)
    found.hide(dependents(parsed, verb, AROUND))


def _is_withheld(found: Finder, verb: int) -> bool:
    """Whether a verb is not done: "[refused] to clear", "[would not] clear"."""
    above = found.parsed.heads[verb]
    held = "withheld" in found.reading.words.verdicts.get(found.parsed.lemma_lowers[above], ())
    return held and found.parsed.deps[verb] in syntax.OPEN_COMPLEMENTS


def _wrongly(found: Finder, token: int) -> bool:
    """Whether something is done or said wrongly: "wrongly accused", "bogus claims"."""
    stated = not STATEMENTS.isdisjoint(found.of(token))
    return any(
        "wrongly" in kinds or (stated and "untrue" in kinds) for kinds in map(found.of, found.parsed.children[token])
    )


def _stance(found: Finder, noun: int, role: str) -> None:
    """What an actor's stance, fight or report is about; what befalls it."""
    kinds = found.of(noun)
    if "stances" in kinds:
        found.note("stance", noun)
        found.hide_word(noun)
        found.hide(dependents(found.parsed, noun, syntax.PREPOSITIONS | syntax.CLAUSES_OF_NOUNS))
    verb = found.parsed.heads[noun]
    if "befalls" in kinds and (
        role != "subj.obj" or "endures" in found.of(verb) or found.parsed.lemma_lowers[verb] in HAVING
    ):
        found.note("hurt", noun)
        found.hide_word(noun)
        found.hide(dependents(found.parsed, noun, syntax.MODIFIERS | syntax.PREPOSITIONS))


def _befalling(found: Finder, token: int, role: str) -> None:
    """Threat and harm that a preposition brings to an actor: "a threat to X", "the fire in X", "put X at risk"."""
    head, kinds, parsed = role.split(".")[0], found.of(token), found.parsed
    if role in SOURCES and "sources" in kinds:
        found.note("sources", token)
        return
    if role in HOSTING and "venues" in kinds and parsed.pos[token] == "NOUN":
        found.note("hosts", token)
        return
    undoing = "undoes" in kinds if parsed.pos[token] == "VERB" else "undoings" in kinds
    if undoing and (head in {"of", "from", "of^x"} or (head in {"to", "on"} and parsed.pos[token] == "NOUN")):
        found.note("undone", token)
        found.hide_word(token)
    if role in {"to", "obj.obj"} and "amends" in kinds:
        found.note("cleared", token)
        found.hide_word(token)
        found.hide(dependents(parsed, parsed.heads[token], syntax.PREPOSITIONS))
        found.hide(dependents(parsed, token, syntax.PREPOSITIONS))
    befallen = role in BEFALLING and "befalls" in kinds  # "the California wildfires", "the death of X"
    if role in HELD_IN and "prisons" in kinds:
        found.note("hurt", token)
        found.hide_word(token)
    if role in {"subj.in", "subj.on"}:  # "X is on fire"
        befallen = "threats" in kinds and parsed.lemmas[parsed.heads[parsed.heads[token]]] == "be"
    if befallen or ((role in PUT_INTO or (head in TARGETS and "^" not in role)) and not kinds.isdisjoint(THREATENING)):
        found.note("hurt", token)
        found.hide_word(token)
        found.hide(dependents(found.parsed, token, BELOW_NOUN))
    if (
        (head in {"against", "of", "for"} or role in {OWNING, "obj.for"})
        and not STATEMENTS.isdisjoint(kinds)
        and _wrongly(found, token)
    ):
        found.note("cleared", token)
        found.hide_word(token)
        found.hide(dependents(found.parsed, token, syntax.MODIFIERS))


def _denying(found: Finder) -> None:
    """Whether a word above the mention denies the clause that it stands in, or undoes a charge against it."""
    parsed, first, end, denials = found.parsed, found.reading.first, found.reading.end, found.reading.denials
    below, token = found.head, parsed.heads[found.head]
    for _ in range(STEPS):
        if below == token:
            return
        kind = denials.get(below)
        if kind is None:
            kind = denials[below] = _denial(found, token, below)
        if kind:
            found.note(kind, token)
            low, high = max(parsed.lefts[token], first), min(parsed.rights[token] + 1, end)
            found.hidden.update(place - first for place in range(low, high) if place != found.head)
            return
        below, token = token, parsed.heads[token]


def _denial(found: Finder, token: int, below: int) -> str:
    """What `token` does to what stands below it: "cleared", "denied" or ""."""
    parsed, kinds, stated = found.parsed, found.of(token), not STATEMENTS.isdisjoint(found.of(below))
    dep = parsed.deps[below]
    if dep in syntax.SUBJECTS and not stated:
        return ""
    said_of = dependents(parsed, token, syntax.PREDICATES)
    untrue = "untrue" in kinds or any("untrue" in found.of(one) for one in said_of if one != below)
    if not untrue and DENYING.isdisjoint(kinds):
        return ""
    above = parsed.lowers[parsed.heads[token]] if parsed.deps[token] in syntax.CLAUSES_OF_NOUNS else ""
    negated = found.is_negated(token) or above in NOTHING
    clause = dep in DEPENDENT_CLAUSES or dep in syntax.CLAUSES_AFTER
    if stated and "drops" in kinds and not negated:
        return "cleared"
    if (clause or stated) and not negated and untrue:
        return "denied"
    if "doubts" in kinds and clause:
        return "" if negated else "denied"
    thought = clause or dep in syntax.OBJECTS or dep in syntax.PREPOSITIONS
    return "denied" if "thinks" in kinds and negated and thought else ""
