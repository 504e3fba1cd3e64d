"""Which words do outlets choose for one thing? Pairs of wordings of one referent inside an event, most telling first.

What tells is meaning apart: opposite or unequal colour, a rare word beside a common one, the outlet's own voice, the
headline. A pair stands in the table only if the check of the two where they stand lets it pass and it has grounds that
a reader can check: one fact, one place, one actor. Mere synonyms stand there where an event has nothing better.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import TYPE_CHECKING, Any

from framing.evidence.analysis import TOGETHER, Verdict
from framing.evidence.details import read_detail
from framing.grouping import group_by
from framing.link.units import stem
from framing.measure.ledger import OWN
from framing.measure.rival_pairs import RivalPair, RivalWording, UsedWords, is_other_word, tell_apart
from framing.packs.passages import load_passage_words
from framing.packs.wordings import load_word_tables, load_wording_words
from framing.text import sentence_at

if TYPE_CHECKING:
    import pandas as pd

    from framing.measure.ledger import Ledger

COLUMNS = (
    *("event", "referent", "name", "a", "b", "source_a", "source_b", "words_a", "words_b", "voice_a", "voice_b"),
    *("strength", "sure", "neutral", "grounds", "verdict", "tells", "why", "beside"),
)
READ = ["id", "article", "start", "end", "label", "value", "voice", "speaker", "section", "text", "detail"]
PER_REFERENT = 2  # pairs of one referent in an event, at most
NONE_FOUND = "the program found no two wordings that surely name one thing and colour it otherwise"
WEIGHTS = {  # of what makes a pair telling; they sum to 1
    "colour apart": 0.34, "opposite colours": 0.12, "other word": 0.16, "rare word": 0.14,
    "own voice": 0.06, "headline": 0.04, "described": 0.06, "one outlet only": 0.08,
}  # fmt: skip
LEAST = 0.03  # strength from which a pair is shown


Judged = Mapping[frozenset[str], Verdict]  # by the ids of two wordings
MAIN = 16  # wordings from which on a thing is what the event is about
BRINGS = re.compile(r"\b(\w+) that\b[^.;]*$")  # a word that may report what follows
CONTESTED = frozenset(("contentious", "contested", "controversial", "disputed", "divisive", "embattled", "polarizing"))
RARE = 20_000  # rank of a word from which it is as rare as can be


def measure(ledger: Ledger) -> pd.DataFrame:
    """The rival pairs of every event, events in order, most telling first.

    event, referent, name, a, b (ids of `wording` rows), source_a, source_b, words_a, words_b (the whole phrases),
    voice_a, voice_b: str; strength (for ranking), sure (that both name one thing): in [0, 1]; neutral: a plain wording
    of the same thing, or ""; grounds: what shows that both name one thing, "one fact; same place"; verdict: "keep" of a
    pair that a reader accepted, under the name that the reader gave it. Pairs that readers rejected are left out.
    tells: "yes" where something sets them apart, or a reader accepted them; why: what that is, or ""; the rest is for
    checking: synonyms, and descriptions that are all true. beside: ids of further outlets' words for it, with spaces.
    """
    import pandas as pd

    events = group_by(_read(ledger), lambda one: one.event)
    judged = _read_judged(ledger.analysis.verdicts)
    rows = [row for event in sorted(events) for row in _rows(events[event], judged)]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"strength": "float64", "sure": "float64"})


def _read_judged(verdicts: Iterable[Verdict]) -> Judged:
    """What readers decided of pairs; of two who disagree the one who accepts."""
    found: dict[frozenset[str], Verdict] = {}
    for one in verdicts:
        pair = frozenset(one.id.split(TOGETHER))
        if len(pair) == 2 and (pair not in found or one.verdict == "keep"):
            found[pair] = one
    return found


def _read(ledger: Ledger) -> Iterator[RivalWording]:
    """The wordings of articles that count."""
    rows = ledger.rows("wording")
    evidence = ledger.analysis.evidence[READ].iloc[rows["at"].to_numpy()]
    events = ledger.articles["event"].astype(str).tolist()
    sources = ledger.articles["source"].astype(str).tolist()
    lent = _names_of_packs(ledger)
    for number, at, row in zip(rows["article"], rows["at"], evidence.to_dict("records"), strict=True):
        detail = read_detail(row["detail"])
        if not events[number] or row["voice"] == OWN and brings_a_claim(_before(ledger, row)):
            continue
        yield RivalWording(
            id=str(row["id"]),
            article=str(row["article"]),
            source=sources[number],
            event=events[number],
            start=int(row["start"]),
            end=int(row["end"]),
            referent=str(row["label"]),
            name=str(detail.get("name", row["label"])),
            lent=lent.get(at, ""),
            text=_words(ledger, row, detail),
            head=_cut(ledger, row, detail.get("head")),
            colour=float(row["value"]),
            voice=str(row["voice"]),
            speaker=str(row["speaker"]),
            headline=str(row["section"]) == "headline",
            rivals=tuple(
                (str(a), int(s), int(e), float(p), tuple(map(str, grounds)))
                for a, s, e, p, grounds in detail.get("rivals", ())
            ),
            shades=tuple((str(reason), float(weight)) for reason, weight in detail.get("colour", ())),
        )


def _names_of_packs(ledger: Ledger) -> dict[int, str]:
    """Position in the evidence of a wording -> the name that a pack gives the thing, where one of its cues stands."""
    evidence = ledger.analysis.evidence
    starts, ends = (evidence[edge].astype("int64").tolist() for edge in ("start", "end"))
    places: dict[int, list[tuple[int, str]]] = defaultdict(list)
    cues, rows = ledger.rows("cue"), ledger.rows("wording")
    for number, at, one in zip(cues["article"], cues["at"], cues["referent"].astype(str), strict=True):
        places[number].append((at, ledger.referents[one].name))
    return {
        at: name
        for number, at in zip(rows["article"], rows["at"], strict=True)
        for cue, name in places.get(number, ())
        if starts[cue] < ends[at] and starts[at] < ends[cue]
    }


def _words(ledger: Ledger, row: Mapping[Any, Any], detail: Mapping[str, Any]) -> str:
    """The whole phrase of a wording with one space between its words."""
    return " ".join(_cut(ledger, row, detail.get("phrase")).split())


def _before(ledger: Ledger, row: Mapping[Any, Any]) -> str:
    """What stands before a wording in its sentence; "" without the text."""
    article = str(row["article"])
    text = ledger.analysis.texts.get(article, "")
    return (
        text[sentence_at(text, row["start"], row["end"], ledger.analysis.sentences.get(article, ()))[0] : row["start"]]
        if text
        else ""
    )


def brings_a_claim(before: str) -> bool:
    """Whether somebody's words may follow: behind "claims that" and "arguing that" nothing is surely the outlet's."""
    brought = BRINGS.search(before)
    return brought is not None and stem(brought[1].lower()) in _reporting()


@cache
def _reporting() -> frozenset[str]:
    """Stems of words that report a speech or a claim."""
    words = load_passage_words()
    return frozenset(map(stem, words.reporting | words.claims))


def _cut(ledger: Ledger, row: Mapping[Any, Any], span: Sequence[int] | None) -> str:
    """The words at a span of the row's article; those of the row without the text."""
    text = ledger.analysis.texts.get(str(row["article"]))
    return text[span[0] : span[1]] if text is not None and span else str(row["text"])


def _rows(wordings: Sequence[RivalWording], judged: Judged) -> Iterator[tuple[object, ...]]:
    """The pairs of one event as rows of the table."""
    plain = _plain(wordings)
    texts = {one.id: one.text for one in wordings}
    rejected = {
        frozenset(_bare(texts[id]) for id in ids)
        for ids, said in judged.items()
        if said.verdict == "drop" and ids <= texts.keys()
    }
    every = list(_pairs(wordings))
    chosen = _choose(every, wordings, rejected)
    shown: dict[str, set[str]] = defaultdict(set)  # by referent the sources in pairs that tell
    for pair in chosen:
        one, two = pair.one, pair.two
        said = judged.get(frozenset((one.id, two.id)), Verdict("", ""))
        neutral = next((other.text for other in plain[one.referent] if _is_plainer(other, pair)), "")
        beside = _beside(pair, every)
        tells = said.verdict or pair.why and not {one.source, two.source} <= shown[one.referent]
        shown[one.referent] |= {word.source for word in (one, two, *beside) if tells}
        yield (
            one.event, one.referent, said.name or one.lent or two.lent or _name(pair), one.id, two.id,
            one.source, two.source, one.text, two.text, one.voice, two.voice,
            round(pair.strength, 6), pair.sure, neutral, "; ".join(pair.grounds), said.verdict,
            "yes" if tells else "", pair.why, " ".join(word.id for word in beside),
        )  # fmt: skip


def _name(pair: RivalPair) -> str:
    """What a thing is called: as its group, or by the plainer verb: no third deed lends it a name."""
    one, two = sorted((pair.one, pair.two), key=lambda side: (abs(side.colour), side.text, side.id))
    heads = [side.head.lower() for side in (one, two)]
    deeds = all(not head.endswith("s") and head.endswith(("ed", "ing")) for head in heads)
    return one.name if not deeds or stem(one.name) in map(stem, heads) else heads[0]


def _beside(pair: RivalPair, every: Iterable[RivalPair]) -> list[RivalWording]:
    """What further outlets call a thing in their own voice, tied by a pair to one of the two: the most coloured."""
    sides = {(side.source, stem(side.head.lower())) for side in (pair.one, pair.two)}
    told, choosing = {source for source, _ in sides}, load_wording_words().choosing  # "latest": one of several
    found = {
        word
        for other in every
        if other.one.referent == pair.one.referent
        for mine, word in ((other.one, other.two), (other.two, other.one))
        if word.source not in told and word.voice == OWN and (mine.source, stem(mine.head.lower())) in sides
        if choosing.isdisjoint(word.text.lower().split())
    }
    ranked = sorted(found, key=lambda word: (-abs(word.colour), len(word.text), word.text, word.id))
    return [words[0] for _, words in sorted(group_by(ranked, lambda word: word.source).items())]


def _is_plainer(other: RivalWording, pair: RivalPair) -> bool:
    """Whether a wording linked to a pair says what one of them says, with nothing added: "attack", "deadly attack"."""
    mine, sides = set(_bare(other.text).split()), (pair.one, pair.two)
    said = [side for side in sides if stem(side.head.lower()) in mine and mine <= set(_bare(side.text).split())]
    new = other.text.lower() not in [side.text.lower() for side in sides]
    return new and bool(said) and any(_is_linked(other, side) or _is_linked(side, other) for side in sides)


def _is_linked(one: RivalWording, two: RivalWording) -> bool:
    """Whether the check of two wordings let the first pass as a rival of the second."""
    return any(rival[:3] == (two.article, two.start, two.end) for rival in one.rivals)


def _plain(wordings: Iterable[RivalWording]) -> dict[str, list[RivalWording]]:
    """For each referent its plain wordings, those of most sources first, then the shortest."""
    plain = [one for one in wordings if not one.colour]
    users = {words: {one.source for one in same} for words, same in group_by(plain, _told).items()}
    plain.sort(key=lambda one: (-len(users[_told(one)]), len(one.text), one.text, one.article, one.start))
    return defaultdict(list, group_by(plain, lambda one: one.referent))


def _told(one: RivalWording) -> tuple[str, str]:
    return one.referent, one.text


def choose_pairs(wordings: Sequence[RivalWording], rejected: Set[frozenset[str]] = frozenset()) -> list[RivalPair]:
    """The pairs of one event, most telling first: two wordings once, a referent twice and once for two articles.

    `rejected` are pairs of words of which a reader said that they do not name one thing, wherever they stand.

    Reports that put contrasts of all kinds into one order take them from `compare.telling.find_telling`, which reads
    the table made of these.
    """
    return _choose(_pairs(wordings), wordings, rejected)


def _choose(
    pairs: Iterable[RivalPair], wordings: Sequence[RivalWording], rejected: Set[frozenset[str]]
) -> list[RivalPair]:
    """Those of all pairs of an event that `choose_pairs` gives."""
    used = UsedWords(wordings)
    found = sorted(
        (pair._replace(why=tell_apart(pair, used)) for pair in pairs),
        key=lambda pair: (not pair.why, -pair.strength, pair.one.text, pair.two.text, pair.one.id),
    )
    kept: list[RivalPair] = []
    seen: set[tuple[str, frozenset[str]]] = set()
    said, met = set(rejected), set[frozenset[tuple[str, str]]]()
    shown: Counter[str] = Counter()
    for pair in found:
        key = (pair.one.referent, frozenset((pair.one.article, pair.two.article)))
        words = frozenset((_bare(pair.one.text), _bare(pair.two.text)))
        heads = frozenset((pair.one.referent, stem(side.head.lower())) for side in (pair.one, pair.two))
        new = key not in seen and words not in said and len(words) > 1 and heads not in met
        if pair.strength >= LEAST and new and shown[pair.one.referent] < PER_REFERENT:
            seen.add(key)
            said.add(words)
            if len(heads) > 1:
                met.add(heads)
            shown[pair.one.referent] += 1
            kept.append(pair)
    return kept


def _bare(text: str) -> str:
    """The words without their endings: "Racist Elements" is no other wording than "racist element"."""
    return " ".join(map(stem, text.lower().split()))


def _pairs(wordings: Sequence[RivalWording]) -> Iterator[RivalPair]:
    """Every pair that passed the check, of two sources."""
    spots = {(one.article, one.start, one.end): one for one in wordings}
    users: dict[str, set[str]] = defaultdict(set)
    often: Counter[str] = Counter()
    for one in wordings:
        users[one.text.lower()].add(one.source)
        often[one.referent] += 1
    for one in wordings:
        for article, start, end, sure, grounds in one.rivals:
            two = spots.get((article, start, end))
            if (
                two is not None
                and two.source != one.source
                and not (by_two_speakers((one.voice, one.speaker), (two.voice, two.speaker)) or _is_unsure(one, two))
            ):
                alone = sum(len(users[side.text.lower()]) == 1 for side in (one, two)) / 2
                weight = min(1.0, often[one.referent] / MAIN) ** 0.5
                yield RivalPair(one, two, sure, round(sure**2 * weight * telling(one, two, alone), 6), grounds)


def by_two_speakers(one: tuple[str, str], two: tuple[str, str]) -> bool:
    """Whether words, given by voice and speaker, are those of two speakers: that tells of them, not of the outlets."""
    return OWN not in (one[0], two[0]) and one[1] != two[1] and bool(one[1] and two[1])


def _is_unsure(one: RivalWording, two: RivalWording) -> bool:
    """Whether a report on either side holds a word for a thing on which people differ: it is the reporter's."""
    return any(
        side.voice == "attributed" and not CONTESTED.isdisjoint(side.text.lower().split()) for side in (one, two)
    )


def telling(one: RivalWording, two: RivalWording, alone: float) -> float:
    """How far two wordings are apart in meaning and how much the outlets own them, in [0, 1]; for ranking only.

    `alone` is the share of the two that one source alone uses.
    """
    apart = abs(one.colour - two.colour) / 2
    parts = {
        "colour apart": min(1.0, 1.5 * apart),
        "opposite colours": float(one.colour * two.colour < 0),
        "other word": float(is_other_word(one.head, two.head)),
        "rare word": max(_rarity(one), _rarity(two)),
        "own voice": ((one.voice == OWN) + (two.voice == OWN)) / 2,
        "headline": float(one.headline or two.headline),
        "described": float(" " in one.text and " " in two.text),
        "one outlet only": alone,
    }
    return sum(WEIGHTS[name] * value for name, value in parts.items())


def _rarity(one: RivalWording) -> float:
    """How rare the rarest word of a wording is among the commonest English words, in [0, 1]."""
    tables = load_word_tables()
    ranks = [tables.rank(word) for word in re.findall(r"[a-z]{3,}", one.text.lower())]
    return max((min(1.0, rank / RARE) for rank in ranks), default=0.0)
