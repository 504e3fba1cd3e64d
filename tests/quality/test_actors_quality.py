"""Floors for who is who: the demo corpus, an invented strike without a pack, and public data where it is at hand."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from demo import article_of, demo_articles, load_truth, planted_mentions

from framing.annotate.actors import find_actors
from framing.link import link_actors, write_actors_file
from framing.link.records import Roster, Sighting
from framing.model import Actor, Article, Mention, Parsed
from framing.packs import load_packs
from framing.packs.people import load_actor_words
from framing.packs.roster import KnownActor, KnownActors, load_known, read_actor_file
from framing.parse import parse_articles
from framing.read import read_articles

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
STRIKE = ROOT / "tests" / "data" / "strike"
pytestmark = [pytest.mark.quality, pytest.mark.engine]
needs_data = pytest.mark.skipif(not SHARED.exists(), reason="the public data sets are not beside this checkout")
Found = tuple[Parsed, tuple[Mention, ...], tuple[Actor, ...]]


def read_all(articles: Iterable[Article], known: KnownActors) -> list[Found]:
    return [(parsed, *find_actors(parsed, known, load_actor_words())) for parsed in parse_articles(articles)]


def link_all(found: Iterable[Found], edits: tuple[KnownActor, ...] | None = None) -> Roster:
    sightings = []
    for parsed, mentions, actors in found:
        count: Counter[str] = Counter()
        for m in mentions:
            count[m.actor] += m.share
        a = parsed.article
        sightings += [Sighting(a.id, a.source, a.event, actor, count[actor.id], ()) for actor in actors]
    return link_actors(sightings, load_actor_words(), edits)


def test_mentions_of_the_demo_corpus() -> None:
    entries = [entry for entry in load_truth()["article"] if entry.get("mention")]
    found = read_all([article_of(entry["file"]) for entry in entries], load_packs(["demo"]).actors)
    hits = misses = extras = right = linked = 0
    for entry, (parsed, mentions, actors) in zip(entries, found, strict=True):
        kinds = {actor.id: actor.kind for actor in actors}
        mentions = tuple(m for m in mentions if kinds[m.actor] != "group")
        planted = planted_mentions(entry, parsed.article.text)
        here = {p: [m for m in mentions if m.span.overlaps(p.span)] for p in planted}
        names: dict[str, Counter[str]] = defaultdict(Counter)
        for p, overlapping in here.items():
            names[p.actor].update(m.actor for m in overlapping if m.label != "pronoun")
        for p, overlapping in here.items():
            hits += bool(overlapping) and not p.free
            misses += not overlapping and not p.free
            linked += bool(overlapping)
            right += any(names[p.actor] and m.actor == names[p.actor].most_common(1)[0][0] for m in overlapping)
        extras += sum(not any(m.span.overlaps(p.span) for p in planted) for m in mentions)
    assert hits / (hits + extras) >= 0.96
    assert hits / (hits + misses) >= 0.93
    assert right / linked >= 0.97


def test_a_strike_without_a_pack_yields_its_six_main_actors() -> None:
    roster = link_all(read_all(read_articles([STRIKE]), load_known()))
    assert {actor.name for actor in roster.actors[:6]} == {
        "Orla Brannick",
        "Gareth Pell",
        "Ines Calloway",
        "Harwick Docks",
        "Quayside Workers Union",
        "dockers",
    }
    by_name = {actor.name: actor for actor in roster.actors}
    assert {"Brannick", "Branick"} <= set(by_name["Orla Brannick"].aliases)
    assert "QWU" in by_name["Quayside Workers Union"].aliases
    assert "Owen Pell" in by_name  # never merged with the chief executive
    assert not {"Selmouth", "Tarn Head", "Monday"} & by_name.keys()


def test_the_roster_as_a_file_can_be_edited_and_holds_in_every_article(tmp_path: Path) -> None:
    articles = read_articles([STRIKE])
    before = link_all(read_all(articles, load_known()))
    path = tmp_path / "actors.toml"
    write_actors_file(before, path)
    start, gareth, rest = path.read_text(encoding="utf-8").partition('name = "Gareth Pell"')
    rest = rest.replace("merge = []", 'merge = ["owen-pell"]', 1).replace("order", 'side = "Owners"\norder', 1)
    path.write_text(start + gareth.replace("Gareth", "Sir Gareth") + rest, encoding="utf-8")
    after = link_all(read_all(articles, load_known(actors_file=path)), read_actor_file(path))
    pell = next(actor for actor in after.actors if actor.id == "gareth-pell")
    assert (pell.name, pell.side) == ("Sir Gareth Pell", "Owners")
    assert "owen-pell" not in {actor.id for actor in after.actors}
    both = before.mentions("gareth-pell") + before.mentions("owen-pell")
    assert after.mentions("gareth-pell") == pytest.approx(both, abs=1.5)
    for other in ("ines-calloway", "orla-brannick", "quayside-workers-union", "harwick-docks", "dockers"):
        assert after.mentions(other) == pytest.approx(before.mentions(other), abs=1.5)


PAIRS = (("Brevan Haldis", "Tamsel Ruun"), ("Cadmor Vesk", "Hestan Brool"), ("Maelis Dorrin", "Mirrel Tane"))


def swap_names(text: str, one: str, two: str) -> str:
    """The text with two names exchanged, given name for given name and surname for surname."""
    table = dict(zip((*one.split(), *two.split()), (*two.split(), *one.split()), strict=True))
    return re.sub(r"\b(" + "|".join(table) + r")\b", lambda m: table[m.group()], text)


def rows_of(found: Found) -> Counter[tuple[int, str]]:
    """Token and actor of every mention; the actor by name."""
    _, mentions, actors = found
    names = {actor.id: actor.name for actor in actors}
    return Counter((m.head, names[m.actor]) for m in mentions)


def test_names_do_not_matter() -> None:
    known = load_known()
    changed = total = 0
    for one, two in PAIRS:
        articles = [a for a in demo_articles() if one.split()[1] in a.text or two.split()[1] in a.text]
        swapped = [Article.from_text(swap_names(a.text, one, two), id=a.id, source=a.source) for a in articles]
        exchange = {one: two, two: one}
        for w in range(2):
            exchange |= {one.split()[w]: two.split()[w], two.split()[w]: one.split()[w]}
        for before, after in zip(read_all(articles, known), read_all(swapped, known), strict=True):
            expected = Counter({(t, exchange.get(n, n)): c for (t, n), c in rows_of(before).items()})
            got = rows_of(after)
            changed += sum(((expected - got) + (got - expected)).values()) / 2
            total += sum(expected.values())
    assert changed / total <= 0.02, f"{changed} of {total} rows changed"


@needs_data
def test_pronouns_of_gap() -> None:
    with (SHARED / "data" / "gap" / "gap-development.tsv").open(encoding="utf-8", newline="") as file:
        cases = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_MINIMAL))
    found = read_all([Article.from_text(c["Text"], id=c["ID"], source="x") for c in cases], load_known())
    count = {"he": [0, 0, 0], "she": [0, 0, 0]}
    for case, (_, mentions, _) in zip(cases, found, strict=True):

        def at(column: str, case: dict[str, str] = case, mentions: tuple[Mention, ...] = mentions) -> set[str]:
            start = int(case[f"{column}-offset"])
            end = start + len(case[column])
            return {m.actor for m in mentions if m.span.start < end and start < m.span.end}

        gender = "she" if case["Pronoun"].lower() in {"she", "her", "hers"} else "he"
        for name in "AB":
            gold, linked = case[f"{name}-coref"] == "TRUE", bool(at("Pronoun") & at(name))
            for place, add in enumerate((gold and linked, linked, gold)):
                count[gender][place] += add
    f1 = {g: 200 * hit / (linked + gold) for g, (hit, linked, gold) in count.items()}
    assert min(f1.values()) >= 67
    assert f1["she"] / f1["he"] >= 0.92


@needs_data
def test_main_actors_of_basil() -> None:
    annotated, articles = {}, []
    for file in sorted((SHARED / "data" / "basil" / "articles").glob("*/*.json")):
        path, row = str(file), json.loads(file.read_text(encoding="utf-8"))
        text = "\n\n".join(" ".join(paragraph) for paragraph in row["body-paragraphs"])
        annotated[path] = row["main-entities"]
        articles.append(Article.from_text(text, id=path, source="x"))
    first = third = total = 0
    for parsed, mentions, _ in read_all(articles, load_known()):
        weight: Counter[str] = Counter()
        texts: dict[str, str] = defaultdict(str)
        for m in mentions:
            weight[m.actor] += m.share
            texts[m.actor] += " " + parsed.article.read(m.span).lower()
        ranked = [actor for actor, _ in weight.most_common()]
        for entity in annotated[parsed.article.id]:
            word = [w for w in entity.replace(".", "").split() if w not in {"Jr", "Sr", "II", "III"}][-1].lower()
            if parsed.article.text.lower().count(word) < 2:
                continue
            total += 1
            holders = [actor for actor in ranked if word in texts[actor]]
            first += holders[:1] == ranked[:1]
            third += bool(set(holders) & set(ranked[:3]))
    assert first / total >= 0.48
    assert third / total >= 0.79
