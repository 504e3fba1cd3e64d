"""Loaded words in plain senses, in titles, and under a denial: each kind beside sentences in which they do judge."""

from __future__ import annotations

import pytest

import framing
from framing.annotate.loaded import find_loaded
from framing.model import Article
from framing.packs.loadedwords import load_loaded_words
from framing.parse import parse_articles

# sentence, words of it, whether they are found there
SENSES = [
    ("Workers of sixty may buy into the insurance plan.", "buy into", False),
    ("The team can reel off a few more victories.", "reel off", False),
    ("Sailors were held hostage by pirates for forty days.", "held hostage", False),
    ("The pilot shot down a drone.", "shot down", False),
    ("She fled from her abusive husband.", "abusive", False),
    ("He dressed up in a bear costume.", "dressed up", False),
    ("Graduates of elite colleges applied.", "elite", False),
    ("The panel held the clerk in contempt.", "contempt", False),
    ("They came in spite of the shameful rain.", "spite", False),
    ("It is hard to overstate the effect.", "overstate", False),
    ("She slid along the railing.", "railing", False),
    ("The old banner was quickly ripped away.", "ripped", False),
    ("She lectured on soil at the academy.", "lectured", False),
    ("Her note left no doubt of her aim.", "no doubt", False),
    ("A man rammed a bulldozer into a bus.", "rammed", False),
    ("Her approval has risen above fifty percent.", "risen above", False),
    ("Officers did not have time to shoot back at the gunman.", "shoot back", False),
    ("Clerks opened fake accounts.", "fake", False),
    ("The Communist regime fell decades ago.", "regime", False),
    ("The fascist dictator ruled until the end of the war in the 1940s.", "fascist", False),
    ("Fox hunters appeared by video and pandered to nobody.", "appeared", False),
    ("The trash was overflowing.", "trash", False),
    ("Such bags are used to destroy documents.", "destroy", False),
    ("A devastating flood took the bridge.", "devastating", False),
    ("The army met a devastating counteroffensive.", "devastating", False),
    ("Antipathy to the mayor is old here.", "Antipathy", False),
    ("The mayor regrets the partisanship of the vote.", "partisanship", False),
    ("Students allege that the shameful scheme misled them.", "allege", False),
    ("The shameful plan seems to have failed.", "seems", False),
    ("What drove these shameful machinations?", "?", False),
    ("What caused the shameful delay?", "?", False),
    ("Yet another said that the shameful plan was dead.", "yet another", False),
    ("One clerk wept, another left, yet another of them sang.", "yet another", False),
    ("Yet another told the panel of a flood.", "yet another", False),
    ("They sang, and yet another joined in.", "yet another", False),
    ("Then yet another was elected.", "yet another", False),
    ("They have not spent big money on ads.", "big money", False),
    ("Such farms make big money.", "big money", False),
    ("The club raised big money for a new roof.", "big money", False),
    ("Players earn big money abroad.", "big money", False),
    ("It costs big money to mend a dam.", "big money", False),
    ("Big money runs the town.", "big money", True),
    ("He railed at the power of big money.", "big money", True),
    ("They want to get big money out of politics.", "big money", True),
    ("The mayor broke yet another promise.", "yet another", True),
    ("Yet another delay held up the bridge.", "yet another", True),
    ("It was a devastating verdict on the mayor.", "devastating", True),
    ("Why did the mayor defend this shameful plan?", "?", True),
    ("Is this shameful plan all that he has?", "?", True),
    ("Voters bought into the hoax.", "bought into", True),
    ("He rattled off a talking point.", "rattled off", True),
    ("The vote destroyed the party.", "destroyed", True),
    ("He reeled off insults.", "reeled off", True),
    ("The budget is held hostage by two senators.", "held hostage", True),
    ("The council shot down the plan.", "shot down", True),
    ("He sent her abusive letters.", "abusive", True),
    ("They dressed up the figures.", "dressed up", True),
    ("The elite looks down on the town.", "elite", True),
    ("He spoke of the press with contempt.", "contempt", True),
    ("She did it out of spite.", "spite", True),
    ("They overstated the effect.", "overstated", True),
    ("He railed at the press.", "railed at", True),
    ("The critic ripped the mayor.", "ripped", True),
    ("He lectured the mayor about manners.", "lectured", True),
    ("No doubt the mayor will deny it.", "no doubt", True),
    ("The council rammed the bill through.", "rammed", True),
    ("Lund shot back that the plan was late.", "shot back", True),
    ("They sell a fake reform.", "fake", True),
    ("The regime in the capital fell.", "regime", True),
    ("The fascists want the council to fall.", "fascists", True),
]
TITLES = [
    ("In her new book, ''Doomed to Win,'' she tells it.", "doomed to", False),
    ("His film “A Vile Harvest” opens today.", "vile", False),
    ("They read “The Ruthless Art of Peace” in class.", "ruthless", False),
    ('The song "Shameful Nights" was played.', "shameful", False),
    ("Her essay, “Against the Cowardly Crowd,” is long.", "cowardly", False),
    ("She wrote ‘Brutal Winters’ at home.", "brutal", False),
    ("The novel “Liars and Fools” sold well.", "liars", False),
    ("His play “Look, a Coward!” closed.", "coward", False),
    ("He painted “Despicable Neighbors, Late” in a shed.", "despicable", False),
    ("The programme “Corrupt Towns” ended.", "corrupt", False),
    ("Her vile remark opened the film.", "vile", True),
    ("It was a “shameful” night.", "shameful", True),
    ("The ruthless author of “The Art of Peace” spoke.", "ruthless", True),
    ("The mayor has a “ruthless and vile” plan.", "ruthless", True),
]
DENIED = [
    ("The narrow win was not especially impressive.", "especially", False),
    ("The win was not especially impressive.", "impressive", False),
    ("The speech was not particularly brilliant.", "particularly", False),
    ("His age is hardly a rousing call to arms.", "rousing", False),
    ("The fee, hardly a rousing cause, is low.", "rousing", False),
    ("Lund is no hero.", "hero", False),
    ("She was never a brilliant speaker.", "brilliant", False),
    ("The reply was far from heroic.", "heroic", False),
    ("There was no shameful deal.", "shameful", False),
    ("The plan is neither brilliant nor cheap.", "brilliant", False),
    ("It wasn't an extremely foolish idea.", "extremely", False),
    ("The pipe may be among the least-divisive projects.", "divisive", False),
    ("Hers was the least shameful reply of the day.", "shameful", False),
    ("It was the least-arrogant speech of the week.", "arrogant", False),
    ("The mayor is the least corrupt of the three.", "corrupt", False),
    ("A less-divisive plan lies on the table.", "divisive", False),
    ("The mayor is at least brilliant.", "brilliant", True),
    ("It was the most-divisive plan.", "divisive", True),
    ("At least one shameful reply came.", "shameful", True),
    ("The plan was not only brilliant but cheap.", "brilliant", True),
    ("The brilliant plan did not pass.", "brilliant", True),
    ("Nobody saw how brilliant the plan was.", "brilliant", True),
    ("It is no accident that the brilliant mayor won.", "brilliant", True),
    ("The especially shameful part was not read.", "especially", True),
    ("Lund, a hero, did not come.", "hero", True),
    ("The town made the lake its No. 1 scapegoat.", "scapegoat", True),
    ("No one forgot the shameful deal.", "shameful", True),
    ("The idea was extremely foolish, not new.", "extremely", True),
]


@pytest.mark.engine
@pytest.mark.parametrize("table", [SENSES, TITLES, DENIED], ids=["senses", "titles", "denied"])
def test_words_judge_only_in_their_judging_sense(table):
    articles = [Article.from_text(text, id=str(i), source="x") for i, (text, *_) in enumerate(table)]
    words, wrong = load_loaded_words(), []
    for parsed, (text, expected, found) in zip(parse_articles(articles), table, strict=True):
        hits = {parsed.article.read(one.span).lower() for one in find_loaded(parsed, words, ())}
        if (expected in hits) is not found:
            wrong.append(text)
    assert not wrong, wrong


# sentence, loaded word, whom it concerns
CONCERNED = [
    ("Marta Orel slammed Denis Lund.", "slammed", "lund"),
    ("Denis Lund was slammed by Marta Orel.", "slammed", "lund"),
    ("Marta Orel slammed the media.", "slammed", ""),
    ("Marta Orel fumed in the hall.", "fumed", "orel"),
    ("Marta Orel lashed out at Denis Lund.", "lashed out", "lund"),
    ("Marta Orel betrayed Denis Lund.", "betrayed", "orel"),
    ("Marta Orel met the board and misled Denis Lund.", "misled", "orel"),
    ("Denis Lund was betrayed by Marta Orel.", "betrayed", "orel"),
    ("Denis Lund was betrayed.", "betrayed", "lund"),
    ("The ruthless Marta Orel met Denis Lund.", "ruthless", "orel"),
    ("Marta Orel is ruthless, Denis Lund wrote.", "ruthless", "orel"),
    ("Marta Orel boasted.", "boasted", "orel"),
]


@pytest.mark.engine
def test_a_word_concerns_whom_it_judges_and_never_who_strikes_another():
    articles = [framing.Article.from_text(text, id=str(i), source="x") for i, (text, *_) in enumerate(CONCERNED)]
    rows = framing.analyze(articles, packs=[]).evidence
    rows = rows[rows["kind"] == "loaded"].to_dict("records")
    found = {(int(row["article"]), row["text"].lower()): str(row["actor"]) for row in rows}
    wrong = [(t, found.get((i, w))) for i, (t, w, who) in enumerate(CONCERNED) if not _is(found.get((i, w)), who)]
    assert not wrong, wrong


def _is(actor: str | None, surname: str) -> bool:
    return actor is not None and (actor.endswith(surname) if surname else not actor)
