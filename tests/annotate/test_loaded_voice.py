"""Whose a loaded word is, in whole articles: words of others never count as the outlet's own."""

from __future__ import annotations

import pytest

import framing
from framing.syntax.copied import find_copied

FILLER = "The lake freezes in most winters. Skaters cross it in an hour."
# text, loaded words, whose they are: "narrator", or anything else
CASES = [
    ("These were not slips, Brandt noted; the office had brazenly slanted its notes.", "brazenly", False),
    ("“Only you, Denis,” she said, would use a harsh sentence as an excuse.", "harsh", False),
    ("Orel repeated his contention that the talks serve an extremist cause.", "extremist", False),
    ("To many, Stark is a mouthpiece of the oil firms.", "mouthpiece", False),
    ("The mayor is being caricatured as a ruthless schemer.", "ruthless", False),
    ("Experts would call it wishful thinking.", "wishful thinking", False),
    ("They faced accusations of cronyism, and the fear of a disastrous winter grew.", "disastrous", False),
    ("On the other side is this view: A ruinous quarrel helps nobody.", "ruinous", False),
    ("Orel sees the mayor as captured by a hard-line clique.", "hard-line", False),
    ("She answered critics of her alleged cozy ties.", "cozy", False),
    ("The batch of columns alleging shameful waste hurt.", "shameful", False),
    ("Pamphlets alleging shameful waste and cronyism hurt her, in part.", "cronyism", False),
    ("The mayor castigated her rivals.", "castigated", True),
    ("The deal, which she claims to like, is shameful.", "shameful", True),
    ("Fears of a defeat by Orel, the feisty mayor, grew.", "feisty", True),
    ("The ruthless schemer left.", "ruthless", True),
    # what colours a thought, a charge or a headline's quotation is its owner's as well as what judges
    ("Orel: Lund’s ‘Blistering Rhetoric’ Hurts Town.", "blistering", False),
    ("Many fear that the mayor will unravel the pact.", "unravel", False),
    ("The council condemned the searches as a failed effort.", "failed", False),
    ("They cite concerns that the valley is rife with extremists.", "extremists", False),
    ("It undercut her argument that she was merely the victim of a bureaucratic squabble.", "squabble", False),
    ("Orel attacked the mayor as being too dependent on big money.", "big money", False),
    ("Scholars pointed to the devastating effect of the cuts.", "devastating", False),
    ("Engineers agreed that the board has little power to stop tax dodging.", "dodging", False),
    ("Some view the sale as a sort of embarrassing retreat.", "embarrassing", False),
    ("For all the talk of a disastrous winter, the town has coal.", "disastrous", False),
    ("The mayor blasted the council.", "blasted", True),
    ("Orel, who fears a strike, delivered a blistering speech.", "blistering", True),
    ("The blistering debate showed that the council is split.", "blistering", True),
    ("The mayor condemned the plan in a blistering speech.", "blistering", True),
    ("He met her as an adviser of the embattled board.", "embattled", True),
    # what somebody feels, how it looks or sounds to some, and what has yet to be decided
    ("Many residents felt betrayed when the bridge closed.", "betrayed", False),
    ("Voters for whom a tax is anathema would stay at home.", "anathema", False),
    ("Farmers, for whom the ban was madness, left the hall.", "madness", False),
    ("Residents to whom the plan looked shameful stayed away.", "shameful", False),
    ("The mayor, for whom aides wrote a shameful speech, left.", "shameful", True),
    ("The lobby fears a vengeful mayor.", "vengeful", False),
    ("It was a reply to criticism that the plan fails because it appeases thugs.", "thugs", False),
    ("Few heeded warnings that the dam leaks because a bumbling clerk signed for it.", "bumbling", False),
    ("The mayor left the hall, because a bumbling clerk had signed for it.", "bumbling", True),
    ("The plan was a charge on the town because a bumbling clerk signed for it.", "bumbling", True),
    ("Gruesome as this might sound to bakers, the price must rise.", "gruesome", False),
    ("The visit seemed, to some, a selfish act.", "selfish", False),
    ("He does not portray her followers as bigots.", "bigots", False),
    ("Judges will decide whether the mayor overstepped her powers.", "overstepped", False),
    ("A ruling on whether the mayor had bungled the sale is due.", "bungled", False),
    ("She wrote letters that called him a “scholar,” inexperienced and out of touch.", "out of touch", False),
    ("Many bakers would call that wishful thinking or a trick.", "wishful thinking", False),
    ("Everyone I met criticized as crude and shameful what is her best plan.", "shameful", False),
    # what somebody denies is what others say
    ("Bakers deny profiteering.", "profiteering", False),
    ("The growers denied any hypocrisy.", "hypocrisy", False),
    ("The growers did not deny hoarding or profiteering.", "profiteering", False),
    ("Profiteering was denied by the bakers.", "profiteering", False),
    ("The bakers dispute rumours of cronyism.", "cronyism", False),
    ("Orel dismissed talk of a shameful deal.", "shameful", False),
    ("The growers denied the shameful deal.", "shameful", True),
    ("The growers denied their disgraceful part in it.", "disgraceful", True),
    ("The shameless bakers deny it.", "shameless", True),
    ("The bakers shamelessly denied it.", "shamelessly", True),
    # what somebody is seen as or called, and what he is punished for, are words of those who see, call and punish
    ("The board that had once seen Orel as the firm’s saviour turned on her.", "saviour", False),
    ("Lund called her fallen son her hero before the rain came.", "hero", False),
    ("The bakers who describe the mayor as an inept bully left.", "bully", False),
    ("Orel, the mayor and hero of Lund, left.", "hero", True),
    ("The bakers left as bullies took the hall.", "bullies", True),
    ("The mayor used the fund, as an inept bully does.", "bully", True),
    ("The clerk was suspended over his disgraceful speech.", "disgraceful", True),
    ("The shameful clerk was charged on Monday.", "shameful", True),
    ("The board investigated the shameful deal.", "shameful", True),
    (
        "To adviser Lund, the party line on Orel, from the idea that he wins to the hope that it rains, is silly.",
        "silly",
        False,
    ),
    ("Mayor’s Visit Brings Allegations Of Pandering.", "pandering", False),
    ("Half of the people in the poll held heated rhetoric responsible.", "heated", False),
    ("It is unclear whether the brash mayor will come.", "brash", True),
    ("She felt ill while the brash mayor spoke.", "brash", True),
    ("The bungled sale will decide whether the mayor stays.", "bungled", True),
    ("The speech sounded brash to the end.", "brash", True),
    ("The mayor met a vengeful schemer whom the lobby fears.", "vengeful", True),
]


@pytest.mark.engine
def test_words_of_others_are_not_the_outlets():
    articles = [
        framing.Article.from_text(f"{text} {FILLER}", id=str(i), source="x") for i, (text, *_) in enumerate(CASES)
    ]
    rows = framing.analyze(articles, packs=[]).evidence
    rows = rows[rows["kind"] == "loaded"]
    found = {
        (int(row["article"]), str(row["text"]).lower()): row["voice"] == "narrator" for row in rows.to_dict("records")
    }
    wrong = [text for i, (text, word, own) in enumerate(CASES) if found.get((i, word)) is not own]
    assert not wrong, wrong


@pytest.mark.parametrize(
    ("text", "copied", "speaker"),
    [
        ('Reaction came.\n\n<tweet author="orel" id="1">A vile plan!</tweet>\n\nThe end.', "<tweet", "orel"),
        (
            "Orel lost.\n\nFrom Norport Wire:\n\nOrel struggled mightily.\n\nHe left.",
            "\n\nOrel struggled",
            "Norport Wire",
        ),
        (
            "A speech.\n\nHere is the version of it that we would like to hear.\n\nI stand here, humbly.",
            "\n\nI stand",
            "",
        ),
        ("A plan.\n\nHere is the text of the plan.\n\nThe fee rises by 9 %.", "", ""),
        ("Wire, too, writes:\n\n“Orel is a jerk.\n\nHe lost “it”.\n\nOddly.”\n\nHe left.", "“Orel is", "Wire"),
        ("Wire writes:\n\n“Orel lost.”\n\nHe is a “jerk”.", "", ""),
        ("From here: The road climbs.\n\nFrom Lund to Oslo:\n\nTwo days.", "", ""),
    ],
)
def test_blocks_that_are_copied_or_made_up(text, copied, speaker):
    found = [(text[one.span.start :].startswith(copied), one.speaker) for one in find_copied(text)]
    assert found == ([(True, speaker)] if copied else [])
