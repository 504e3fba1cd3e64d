"""Who speaks, by kinds of fault: ten sentences and more of each kind that readers found, and what must stay."""

from __future__ import annotations

import pytest

import framing
from framing.annotate.actors import find_actors
from framing.annotate.quotes import find_quotes
from framing.model import Article, Quote
from framing.packs.people import load_actor_words
from framing.packs.roster import load_known
from framing.packs.verbs import load_report_verbs
from framing.parse import parse_article

pytestmark = pytest.mark.engine

NAME_BEHIND_A_ROLE = (
    ("A lawyer for Ms. Tarnov, Colm Reddy of Hask & Lowe, confirmed that she would pay.", "Colm Reddy"),
    ("An attorney for the Orle family, Petra Lindqvist, said the sale was void.", "Petra Lindqvist"),
    ("A spokesman for Mayor Ada Kolb, Jon Reyes, said the bridge was safe.", "Jon Reyes"),
    ("“We will appeal,” said a lawyer for the miners, Wilma Tarnov.", "Wilma Tarnov"),
    ("An adviser to Mr. Strandal, Edda Frome of the Brisk Institute, told reporters that he would run.", "Edda Frome"),
    ("A doctor at the clinic, Hannes Orle, said the boy would live.", "Hannes Orle"),
    ("One of her lawyers, Rafe Tilbury, said the charge was absurd.", "Rafe Tilbury"),
    ("The lawyer for the two brothers, Ines Calder, who lives in Lund, said they were innocent.", "Ines Calder"),
    ("A deputy to Governor Karin Lode, Bruno Kesler, wrote that the money was gone.", "Bruno Kesler"),
    ("“It is a lie,” a spokeswoman for Mr. Reddy, Karin Lode of Orlen Press, said on Friday.", "Karin Lode"),
    ("A lawyer for Petra Lindqvist said the sale was void.", "unnamed lawyer for Petra Lindqvist"),
    ("A spokesman for Petra Lindqvist, the mayor, said the sale was void.", "unnamed spokesman for Petra Lindqvist"),
)
DOCUMENT_OF_AN_AUTHOR = (
    ("“He is innocent,” said the statement from Mr. Orle's lawyer, Colm Reddy.", "Colm Reddy"),
    ("The sale is void, said a statement from her lawyer, Colm Reddy. The statement said she would sue.", "Colm Reddy"),
    ("Ada Kolb issued a statement on Friday. The statement said the dam was safe.", "Ada Kolb"),
    ("A letter by Petra Lindqvist said the school had closed.", "Petra Lindqvist"),
    ("Petra Lindqvist left in May. Lindqvist's letter said the school had closed.", "Petra Lindqvist"),
    ("Jon Reyes's tweet said the road was open.", "Jon Reyes"),
    ("“The dam is safe,” read a statement from Korvex Mining.", "Korvex Mining"),
    ("Ada Kolb sent an email to the council on Monday. The email said the dam was safe.", "Ada Kolb"),
    ("Ada Kolb posted a message on Monday. “The dam is safe,” the message said.", "Ada Kolb"),
    ("A memo from Jon Reyes, the town's engineer, warned that the dam was cracked.", "Jon Reyes"),
    ("A statement said the dam was safe.", "statement"),
    ("A letter to Ada Kolb said the dam was cracked.", "letter to Ada Kolb"),
    ("A report by Ada Kolb found that the dam was cracked.", "report by Ada Kolb"),
    ("Ada Kolb read a letter on Friday. The letter said the dam was cracked.", "letter"),
)
WHO_GOES_ON = (
    (
        "Wanda Hask votes for Edda Frome. “She is honest,” Hask said. She said the town needed her. She continued, "
        "“When they stop lying about her, people will trust her.”",
        "Wanda Hask",
    ),
    ("Edda Frome will not run. “She is tired,” Tarnov said. She added that Frome slept badly.", "Tarnov"),
    (
        "Frome leads the polls. Her rival is Karin Lode. “Frome is tired,” Lode said. She continued: “She will lose.”",
        "Karin Lode",
    ),
    ("“He is a crook,” Hask said of Colm Reddy. Reddy was out. He continued: “He took the money.”", "Hask"),
    (
        "Colm Reddy met Bruno Kesler. “I like Reddy,” Kesler said. He added: “Reddy pays his bills.”",
        "Bruno Kesler",
    ),
    (
        "Wilma Tarnov is the mayor. “Tarnov never calls,” said Dorit Hask, a nurse. “She never writes,” she added.",
        "Dorit Hask",
    ),
    (
        "“The mayor is late,” the nurse said. Wilma Tarnov is the mayor. “She is always late,” she went on.",
        "unnamed nurse",
    ),
    ("“It rains,” said Ivo Strandal. The mayor, Colm Reddy, was away. He continued, “Reddy is dry.”", "Ivo Strandal"),
    (
        "Hask told the court that Reddy had left early. He added that Reddy took the keys.",
        "Hask",
    ),
    ("“Edda Frome is right,” Ines Calder wrote. She continued: “Frome saw it first.”", "Ines Calder"),
    ("Ada Kolb spoke first. “The dam holds,” said Edda Frome. “It will hold,” Kolb added.", "Ada Kolb"),
)
HE_IS_THE_SUBJECT_BEFORE = (
    (
        "“I sow at dawn,” the tired farmer said. Jan Orle blamed the council for waiting for a week.\n\n"
        "“They blame the Hask/Orle team for the fire,” he said.",
        "Jan Orle",
    ),
    (
        "“I saw smoke,” the clerk said.\n\nWith the host, Mira Lind, opening it, Ivo Strandal mocked the council.\n\n"
        "“It grows worse. Now they want to stop the Strandal campaign,” he said.",
        "Ivo Strandal",
    ),
    ("“I saw smoke,” the clerk said. Ivo Strandal was away. “Strandal never came to the mill,” he said.", ""),
    (
        "“I saw smoke,” the clerk said. Ivo Strandal was away. “Nobody came to the mill,” the clerk said.",
        "unnamed clerk",
    ),
)
NOT_THE_WHOLE_PARTY = (
    ("Some Democrats argued that the rules had helped.", "unnamed Democrats"),
    ("Some Republican senators said the bill was dead.", "unnamed Republican senators"),
    ("Several Republicans said the bill was dead.", "unnamed several Republicans"),
    ("“It is dead,” said one Democrat familiar with the talks.", "unnamed Democrat"),
    ("Two Republicans warned that the bill was dead.", "unnamed two Republicans"),
    ("Many Democrats say the bill is dead.", "unnamed many Democrats"),
    ("A few Republicans complained that the bill was dead.", "unnamed few Republicans"),
    ("Other Democrats said that the bill would pass.", "unnamed other Democrats"),
    ("A Republican said that the bill would pass.", "unnamed Republican"),
    ("Most Democrats believe that the bill will pass, they say.", "unnamed most Democrats"),
    ("The U.S. Senate split. Democrats who lost said that the bill would pass.", "unnamed Democrats"),
    (
        "Some Republican senators who pushed the bill now want a veto, but they cite the cost. They argue it is high.",
        "unnamed Republican senators",
    ),
    (
        "Some Democratic lawmakers who lost said that the bill was dead. They argue it was badly written.",
        "unnamed Democratic lawmakers",
    ),
    ("Several Republican lawmakers argue that the bill is dead.", "unnamed several Republican lawmakers"),
    ("A few Conservative councillors left. They say the plan was weak.", "unnamed few Conservative councillors"),
    ("The Republican Party met. They argue that the bill is dead.", "Republican Party"),
    ("House Democrats said that the bill would pass.", "unnamed House Democrats"),
    ("The Republican Party said that the bill would pass.", "Republican Party"),
)
NAMELESS_IN_WORDS = (
    ("“It broke,” one union official said.", "unnamed union official"),
    ("More than half said they would leave.", "unnamed more than half"),
    ("“It broke,” said the 46-year-old.", ""),
    ("“It broke,” said one of the engineers.", "unnamed one of the engineers"),
    ("Petra Lindqvist took the key, her ex-husband said.", "unnamed ex-husband"),
    ("“He is kind,” said his ex-wife.", "unnamed ex-wife"),
    ("A Republican staffer on Friday said that the vote was near.", "unnamed Republican staffer"),
    ("Sanders's supporters said the vote was near.", "unnamed Sanders's supporters"),
    ("“It broke,” said a second engineer.", "unnamed second engineer"),
    ("“It broke,” one engineer said. A second said it would never hold.", "unnamed second engineer"),
    ("A co-worker of his said the roof leaked.", "unnamed co-worker of his"),
    ("“It broke,” said a vice-president of the bank.", "unnamed vice-president of the bank"),
)
SEVERAL_UNNAMED = (
    ("More than half said they would leave.", "unnamed group"),
    ("A third of independents said they would leave.", "unnamed group"),
    ("Just over a quarter said they would leave.", "unnamed group"),
    ("Half of the voters said they would leave.", "unnamed group"),
    ("Those who stayed said the roof leaked.", "unnamed group"),
    ("A majority of parents said they would leave.", "unnamed group"),
    ("A dozen guests said they would leave.", "unnamed group"),
    ("Hundreds said they would leave.", "unnamed group"),
    ("One of the guests said the roof leaked.", "unnamed person"),
    ("The woman said the roof leaked.", "unnamed person"),
)
HEADS_OF_BODIES = (
    ("Dorit Hask, president of the Orlen Family Forum, a conservative group, said the law was good.", "person"),
    ("Colm Reddy, the president of Citizens for Water, said the dam was cracked.", "person"),
    ("Ines Calder, executive director of Parents for Trees, said the park was lost.", "person"),
    ("Rafe Tilbury, the chairman of the Harbour Workers' Union, said the port would close.", "person"),
    ("Former Rivers Watch president Karin Lode said the dam was cracked.", "person"),
    ("Wilma Tarnov, president of the Lode Street Tenants Association, said the rent was too high.", "person"),
    ("Bruno Kesler, a spokesman for the Orlen Air League, said the smoke was back.", "person"),
    ("Edda Frome, head of the National Organization for Bees, said the hives were empty.", "person"),
    ("Hannes Orle, chief of the Brandt Foundation, said the money was gone.", "person"),
    ("Ivo Strandal, president of Tillmore College, said the term would start.", "person"),
    ("The centre's president, Ada Kolb, said that the law was good.", "person"),
    ("Jon Reyes, president of France, said the term would start.", "official"),
    ("Jon Reyes, chairman of the Senate Budget Committee, said the vote was near.", "official"),
    ("Jon Reyes, head of the National Election Commission, said the vote was near.", "official"),
    ("Jon Reyes, director of the State Police, said the road was shut.", "official"),
    ("Jon Reyes, chairman of the Republican Party, said the vote was near.", "official"),
    ("President Jon Reyes said the vote was near.", "official"),
)
OFFICES_PAST_AND_PRESENT = (
    ("Former Rep. Barry Tarnov (D-Mass.) said the seat was his. Tarnov vowed that he would not run.", "person"),
    ("Barry Tarnov, a former senator, said that the seat was his.", "person"),
    ("The mayor met former Representative Ada Kolb, who said that the seat was hers.", "person"),
    ("Ex-president Ada Kolb said that the seat was hers.", "person"),
    ("Ada Kolb, the former finance minister of Velmark, said that the seat was hers.", "person"),
    ("Former police chief Ada Kolb said that the seat was hers.", "person"),
    ("Former Governor Jon Reyes, now a senator, said that the seat was his.", "official"),
    ("Senator Jon Reyes, a former governor, said that the seat was his.", "official"),
    (
        "The mayor appointed Jon Reyes, a former aide, to serve as sheriff. Reyes said that the seat was his.",
        "official",
    ),
    ("A clerk who sued former Senator Ada Kolb met Senator Jon Reyes, who said he was glad.", "official"),
    ("The Treasury Department said that couples would file together.", "state"),
    ("The U.S. Department of the Treasury announced that couples would file together.", "state"),
    ("The Interior Ministry said that two had died.", "state"),
    ("The Internal Revenue Service said that couples would file together.", "state"),
    ("The ministry said that two had died.", "state"),
    ("The Lund Police Department said that the road was open.", "state"),
    ("The Lund Police Federation said that the road was open.", "organisation"),
    ("The Tillmore University Physics Department said that the road was open.", "organisation"),
    ("The bakers' union said that the road was open.", "organisation"),
    ("Marvin Hask, a tax lawyer at Hask & Lowe, said that the rule was clear.", "expert"),
    ("Marvin Hask, an accountant, said that the rule was clear.", "expert"),
    ("Barry Tarnov, president and chief executive of the Lund Economic Council, said firms would go.", "person"),
)
OFFICER_OF_A_LONG_NAME = (
    ("National Organization for Bees President Terry Hask said the hives were empty.", "Terry Hask"),
    ("The National Organization for Bees President Terry O'Dell said that it was “sexist”.", "Terry O'Dell"),
    ("The Coalition for Clean Water Director Ada Kolb said the hives were empty.", "Ada Kolb"),
    ("The Council on Lund Affairs Chairman Jon Reyes said the hives were empty.", "Jon Reyes"),
    ("Center for Rural Studies Director Ada Kolb said the hives were empty.", "Ada Kolb"),
    ("The Campaign for Better Roads Spokesman Jon Reyes said the hives were empty.", "Jon Reyes"),
    ("The Institute of Marine Science President Jon Reyes said the hives were empty.", "Jon Reyes"),
    ("The Alliance for Trees Executive Director Ada Kolb said the hives were empty.", "Ada Kolb"),
    ("The Department of Homeland Security Secretary Ada Kolb said the hives were empty.", "Ada Kolb"),
    ("The Coalition for Clean Water said the hives were empty.", "Coalition for Clean Water"),
    ("According to Orlen News, Velmark spokesman Jon Reyes said the hives were empty.", "Jon Reyes"),
    ("The Center for Trees is asking President Jon Reyes to say it is late, it said.", "Center for Trees"),
    ("Jon Reyes is urging President Ada Kolb to leave, saying that she is late.", "Jon Reyes"),
    ("President Jon Reyes of the Center for Trees said the hives were empty.", "Jon Reyes"),
)
SOMEBODY_ON_A_SITE = (
    ("A blogger on the Web site Freedom's Lighthouse said, “Can it be so?”", "unnamed blogger on the Web site"),
    ("A blogger on the Web site Freedom’s Lighthouse said, “Can it be so?”", "unnamed blogger on the Web site"),
    ("A blogger at the site Orlen's Beacon wrote that the dam was cracked.", "unnamed blogger at the site"),
    ("A commenter on Harbour Watch said, “It is late.”", "unnamed commenter"),
    ("A user on the forum Miller's Corner wrote, “It is late.”", "unnamed user on the forum Miller's Corner"),
    ("A writer at the blog Gull's Nest wrote that it was late.", "unnamed writer at the blog Gull's Nest"),
    ("A blogger on the site Gull's Nest, Ada Kolb, said, “It is late.”", "Ada Kolb"),
    ("A columnist for the Lund Courier, Ada Kolb, said the dam was cracked.", "Ada Kolb"),
    ("A blogger on the site left early. Ada Kolb said the dam was cracked.", "Ada Kolb"),
    ("Harbour Watch said the dam was cracked.", "Harbour Watch"),
)
DATELINES = (
    (
        "Denver (AP) – The city's top law officer vowed to sue, saying the drug was sold next door.",
        "unnamed city's top law officer",
    ),
    ("Lund (Reuters) - Ada Kolb said that the dam was safe.", "Ada Kolb"),
    ("Orlen (AFP) — The mayor's office said the dam was safe.", "mayor's office"),
    ("LUND (AP) – Ada Kolb warned that the dam was cracked.", "Ada Kolb"),
    ("Lund (AP) – Two nurses said on Monday that the ward was full.", "unnamed two nurses"),
    ("Marn (dpa) - The bakers' union said that the ovens were cold.", "bakers' union"),
    ("Lund (UPI) – Critics said the plan was weak.", "unnamed critics"),
    ("Orlen (AP) – “The dam is safe,” said Ada Kolb.", "Ada Kolb"),
    ("Lund (AP) – Jon Reyes, a clerk, told a court that he was sorry.", "Jon Reyes"),
    ("Orlen said on Monday that the dam was safe.", "Orlen"),
)
BODIES_AND_STATES = (
    ("Pingle, the messaging platform, said it had deleted the posts.", "company"),
    ("Orvo, a dating platform, said that the names were safe.", "company"),
    ("Nestra, the video platform from Lund, said it would pay.", "company"),
    ("The video platform Nestra said it would pay.", "company"),
    ("Hallo, a food delivery platform, said that the riders were free.", "company"),
    ("Castrel, Velmark's northern neighbour, said it would open the border.", "state"),
    ("Dravia, the eastern neighbour of Velmark, said it would close the border.", "state"),
    ("Norrast, a landlocked country, said that the river was its own.", "state"),
    ("Velmark, a small republic in the hills, said that it would vote.", "state"),
    ("Corvala, an island kingdom, said that it would vote.", "state"),
    ("Petra Lindqvist, her northern neighbour, said that the fence was old.", "civilian"),
    ("Ivo Strandal, a neighbour, said that the fence was old.", "civilian"),
)
WHO_LEADS = (
    ("Ada Kolb leads the bakers' union. The union leader said that the ovens were cold.", "Ada Kolb"),
    ("Ada Kolb leads the bakers' union. Jon Reyes came. The union leader said that the ovens were cold.", "Ada Kolb"),
    (
        "Ada Kolb leads the bakers' union. Jon Reyes leads the dockers' union. Reyes was late. The union leader said "
        "that the ovens were cold.",
        "unnamed union leader",
    ),
    ("Ada Kolb climbed onto a box. The union leader said that the ovens were cold.", "Ada Kolb"),
    ("Ada Kolb climbed onto a box. “The ovens are cold,” the union leader said.", "Ada Kolb"),
    ("Ada Kolb met Jon Reyes. The union leader said that the ovens were cold.", "unnamed union leader"),
    ("It rained. The union leader said that the ovens were cold.", "unnamed union leader"),
    ("Ada Kolb waved.\n\nThe union leader said that the ovens were cold.", "unnamed union leader"),
    ("Ada Kolb, the company's head, was late. The company's boss said that the ovens were cold.", "Ada Kolb"),
    ("Ada Kolb heads the agency. Jon Reyes called. “It is cold,” the agency chief said.", "Ada Kolb"),
)
TITLES = (
    ("Orlen's angry mayor rebuffs Hask. Asked about the dam, Ada Hask said that it was safe.", ""),
    (
        "After the death of the ambassador to Velmark in an attack on the port a month ago, Jon Reyes said he was sad.",
        "",
    ),
    ("In a talk with a reporter of the Courier on Friday, Ines Calder said the dam was cracked.", ""),
    ("The party leaders Ada Kolb met in May were angry. Kolb said that the dam was safe.", ""),
    ("His rival, Ada Kolb, was away. Kolb, the mayor of Lund, said that the dam was safe.", "mayor of Lund"),
    ("Colm Reddy thanked his friend Ada Kolb. Judge Ada Kolb said that he was free.", "Judge"),
    ("The husband of Ada Kolb wept. Kolb, a nurse, said that she was well.", "nurse"),
    (
        "Fans of the singer Jan Orle waved. Ada Kolb, an opponent of the dam, said it was cracked.",
        "opponent of the dam",
    ),
    ("The chief executive of Brandt Lines, Ada Kolb, said the ship was safe.", "chief executive of Brandt Lines"),
    ("The bureau's director, Ada Kolb, said on Monday that the dam was safe.", "director"),
    ("Transport Minister Ada Kolb said that the dam was safe.", "Transport Minister"),
)


def quotes_of(text: str) -> tuple[Quote, ...]:
    """The quotes of a text, its actors found as in a run."""
    parsed = parse_article(Article.from_text(text, id="a", source="s"))
    mentions, actors = find_actors(parsed, load_known(), load_actor_words())
    return find_quotes(parsed, mentions, actors, load_report_verbs(), load_actor_words())


JUDGES = (
    ("Democrats accused Colm Reddy of lying on Monday.", "Colm Reddy", "unnamed Democrats"),
    ("Colm Reddy largely ran on his record in Lund and accused Ada Kolb of hypocrisy.", "Ada Kolb", "Colm Reddy"),
    ("Black members of the council accused Ada Kolb of racism.", "Ada Kolb", "unnamed black members of the council"),
    ("Ines Calder has mounted a campaign to condemn Jon Reyes.", "Jon Reyes", "Ines Calder"),
    ("Karin Lode started a drive to denounce Jon Reyes as a liar.", "Jon Reyes", "Karin Lode"),
    ("The book and the film blame Ada Kolb for the flood.", "Ada Kolb", "book and film"),
    ("Ada Kolb was praised by Jon Reyes for her courage.", "Ada Kolb", "Jon Reyes"),
    ("Jon Reyes's criticism of Ada Kolb was scathing.", "Ada Kolb", "Jon Reyes"),
    ("Critics ridiculed Ada Kolb as a fool.", "Ada Kolb", "critics"),
    ("Petra Hask met reporters, mocked Jon Reyes as a coward and left.", "Jon Reyes", "Petra Hask"),
    ("Speaking in Lund, Karin Lode, without naming him, also accused Jon Reyes of fraud.", "Jon Reyes", "Karin Lode"),
)


def test_who_judges_is_told_where_the_sentence_names_somebody() -> None:
    articles = [framing.Article.from_text(text, id=str(n), source="s") for n, (text, *_) in enumerate(JUDGES)]
    run = framing.analyze(articles, packs=[])
    names = dict(zip(run.actors["actor"], run.actors["name"], strict=True))
    tones = run.evidence[run.evidence["kind"] == "tone"].to_dict("records")
    for number, (text, judged, judge) in enumerate(JUDGES):
        told = {row["speaker"] for row in tones if row["article"] == str(number) and names[row["actor"]] == judged}
        assert told == {judge}, text


def wrong(cases: tuple[tuple[str, str], ...], field: str) -> list[str]:
    """The sentences of which the last statement is read otherwise, with what is read."""
    found = []
    for text, wanted in cases:
        quote = next(iter(reversed(quotes_of(text))), None)
        card = quote.card if quote else None
        read = (
            {"type": card.type, "title": card.title, "kind": quote.speaker_kind, "name": quote.speaker} if card else {}
        )
        if read.get(field) != wanted:
            found.append(f"{text}: {read.get(field, 'no statement')!r}, not {wanted!r}")
    return found


@pytest.mark.parametrize(
    ("cases", "field"),
    [
        pytest.param(NAME_BEHIND_A_ROLE, "name", id="name behind a role"),
        pytest.param(DOCUMENT_OF_AN_AUTHOR, "name", id="document of an author"),
        pytest.param(WHO_GOES_ON, "name", id="who goes on"),
        pytest.param(HE_IS_THE_SUBJECT_BEFORE, "name", id="he is the subject before"),
        pytest.param(NOT_THE_WHOLE_PARTY, "name", id="not the whole party"),
        pytest.param(NAMELESS_IN_WORDS, "name", id="nameless in words"),
        pytest.param(SEVERAL_UNNAMED, "type", id="several unnamed"),
        pytest.param(HEADS_OF_BODIES, "kind", id="heads of bodies"),
        pytest.param(OFFICES_PAST_AND_PRESENT, "kind", id="offices past and present"),
        pytest.param(OFFICER_OF_A_LONG_NAME, "name", id="officer of a long name"),
        pytest.param(SOMEBODY_ON_A_SITE, "name", id="somebody on a site"),
        pytest.param(BODIES_AND_STATES, "kind", id="bodies and states"),
        pytest.param(DATELINES, "name", id="datelines"),
        pytest.param(WHO_LEADS, "name", id="who leads"),
        pytest.param(TITLES, "title", id="titles"),
    ],
)
def test_whoever_speaks_is_told(cases: tuple[tuple[str, str], ...], field: str) -> None:
    assert wrong(cases, field) == []
