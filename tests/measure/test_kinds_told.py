"""Which kind a speaker counts with, as the article describes her: office, private body, ordinary, or none of these."""

from __future__ import annotations

import pytest

import framing
from framing.measure.ledger import open_ledger

pytestmark = pytest.mark.engine
OFFICE, STATE, BODY, ORDINARY, OTHER = "official", "state", "organisation", "civilian", "person"
LAST = "“The bridge is safe,”"
CASES = (
    # who serves somebody in office, or an office of state, speaks for it
    (f"{LAST} said Jon Hask, director of the Office of Roads and Harbours.", OFFICE),
    (f"{LAST} said Jon Hask, the president's budget director.", OFFICE),
    (f"{LAST} said Jon Hask, the governor’s press director.", OFFICE),
    (f"{LAST} said Elsa Orton, the communications director for Rep. Stig Finch.", OFFICE),
    (f"Rep. Stig Finch stayed away. {LAST} said Elsa Orton, a staffer for Finch.", OFFICE),
    (f"{LAST} said Elsa Orton, who works for Senator Ada Lund.", OFFICE),
    (f"{LAST} said Elsa Orton, a spokeswoman for the Harbour Ministry.", OFFICE),
    (f"{LAST} said Jon Hask, a spokesman for the Democratic National Committee.", OFFICE),
    (f"{LAST} said Jon Hask, chairman of the Election Commission.", OFFICE),
    (f"{LAST} said Jon Hask, leader of the Democratic group in parliament.", OFFICE),
    (f"{LAST} said Jon Hask, the president of Velland.", OFFICE),
    (f"{LAST} said Jon Hask, chairman of the Select Committee to Investigate the Bridge.", OFFICE),
    (f"{LAST} said Jon Hask, president of Velland, a small island republic.", OFFICE),
    ("Senator Ada Lund was away. Her office said that the bridge was safe.", STATE),
    ("Governor Ada Lund’s office said that the bridge was safe.", STATE),
    ("The mayor was away. The mayor's office said that the bridge was safe.", STATE),
    ("The Interior Ministry was calm. The ministry said that the bridge was safe.", STATE),
    ("Police came. The police said that the bridge was safe.", STATE),
    (f"{LAST} said Jon Hask, the director of the C.I.A., at noon.", OFFICE),
    (f"Jon Hask, the director of the C.I.A., asked for it. The C.I.A. was calm. {LAST} Mr. Hask said.", OFFICE),
    (f"The state's two senators, Jon Hask and Ada Lund, met. {LAST} Ms. Lund said.", OFFICE),
    (f"{LAST} said the deputy speaker of parliament, Jon Hask.", OFFICE),
    # who seeks an office of state, whatever else he was
    (f"{LAST} said Jon Hask, a candidate for mayor.", OFFICE),
    (f"{LAST} said presidential hopeful Jon Hask.", OFFICE),
    (f"{LAST} said Jon Hask, the Republican front-runner.", OFFICE),
    (f"{LAST} said Jon Hask, who is running for governor.", OFFICE),
    (f"{LAST} said Jon Hask, a former senator seeking the Republican nomination.", OFFICE),
    (f"Jon Hask plans to run for the Senate. {LAST} Mr. Hask said.", OFFICE),
    (f"One of Mr. Hask’s rivals for the nomination laughed. {LAST} Jon Hask said.", OFFICE),
    (f"Jon Hask's Senate campaign was calm. {LAST} Mr. Hask said. The former judge left.", OFFICE),
    (f"The Hask campaign was calm. {LAST} Jon Hask said.", OFFICE),
    (f"Hask’s running mate stayed away. {LAST} Jon Hask said.", OFFICE),
    (f"Jon Hask's re-election campaign was calm. {LAST} Mr. Hask said.", OFFICE),
    (f"{LAST} said Jon Hask, who ran for governor in 1998.", OTHER),
    (f"{LAST} said Jon Hask, a former candidate for mayor.", OTHER),
    (f"{LAST} said Jon Hask, who is running for cover.", OTHER),
    (f"{LAST} said Jon Hask, who is campaigning for the governor.", OTHER),
    (f"Jon Hask is not running for governor. {LAST} Mr. Hask said.", OTHER),
    (f"Jon Hask's campaign against noise was calm. {LAST} Mr. Hask said.", OTHER),
    (f"Jon Hask's bid for the brewery failed. {LAST} Mr. Hask said.", OTHER),
    (f"Mr. Hask’s rivals in the choir laughed. {LAST} Jon Hask said.", OTHER),
    (f"{LAST} said Jon Hask, who stands for justice.", OTHER),
    (f"Reps. Jon Hask of Velland, Stig Finch and Ada Lund met. {LAST} Mr. Hask said.", OFFICE),
    (f"Reps. Stig Finch of Velland, and Ada Lund and Jon Hask met. {LAST} Mr. Hask said.", OFFICE),
    (f"{LAST} said Jon Hask, the deputy press secretary of the Lund campaign.", OFFICE),
    (f"{LAST} said Lund campaign manager Jon Hask.", OFFICE),
    (f"{LAST} said Jon Hask, a spokesman for the campaign.", OFFICE),
    ("Ada Lund was away. Lund's campaign said that the bridge was safe.", OFFICE),
    (f"{LAST} said Jon Hask, a former Lund campaign manager.", OTHER),
    (f"{LAST} said Jon Hask, director of the campaign against noise.", BODY),
    (f"{LAST} said Jon Hask, president of the Harbour Rights Campaign.", BODY),
    # experts know a subject, but for a side's lawyer
    (f"{LAST} said Nan Orton, an economist.", "expert"),
    (f"{LAST} said Nan Orton, the chief engineer of the harbour board.", "expert"),
    (f"{LAST} said Nan Orton, a tax lawyer.", "expert"),
    (f"Brandt Lines, a shipping company, was sued. {LAST} said Nan Orton, a lawyer for Brandt Lines.", BODY),
    (f"{LAST} said Nan Orton, a lawyer for two of the dockers.", OTHER),
    # who leads or speaks for a private body, as the article calls it or its name says
    (f"{LAST} said Jon Hask, president of the centrist think tank Fourth Road.", BODY),
    (f"Fourth Road, a moderate Democratic group, was pleased. {LAST} said Jon Hask, president of Fourth Road.", BODY),
    (f"{LAST} said Jon Hask, vice president of the National Committee to Protect Bridges, an advocacy group.", BODY),
    (f"{LAST} said Nan Orton, co-chair of Strengthen the Coast, a 300-member coalition of local clubs.", BODY),
    (f"{LAST} said Nan Orton, chairwoman of the National Committee to Save the Coast.", BODY),
    (f"{LAST} said Nan Orton, a spokeswoman for the Harbour Workers Union.", BODY),
    (f"{LAST} said Nan Orton, a spokeswoman for the Coast Alliance, a coalition of fishing clubs.", BODY),
    (f"{LAST} said Nan Orton, a spokeswoman for Brandt Lines, a shipping company.", BODY),
    (f"{LAST} said Nan Orton, the communications director for Brandt Lines.", BODY),
    (f"{LAST} said Nan Orton, the director of the Orlen Design Office.", BODY),
    ("The mine is shut. The mine’s office said that the bridge was safe.", BODY),
    (f"{LAST} said Nan Orton, the director of the National Committee to Save the Coast.", BODY),
    (f"{LAST} said Nan Orton, head of the Harbour Centre and of Strengthen the Coast.", BODY),
    (f"The brewery's two treasurers, Jon Hask and Ada Lund, met. {LAST} Ms. Lund said.", OTHER),
    (f"{LAST} said the treasurer of Orrwell Ltd, Jon Hask.", OTHER),
    ("The Police Federation said that the bridge was safe.", BODY),
    # ordinary people live, work or suffer there, saw it or took part
    (f"{LAST} said Nan Orton, who attended the meeting.", ORDINARY),
    (f"{LAST} said Nan Orton, who marched with her neighbours on Sunday.", ORDINARY),
    (f"{LAST} said Nan Orton, one of the protesters.", ORDINARY),
    (f"{LAST} said Nan Orton, a Norport resident.", ORDINARY),
    (f"{LAST} said Nan Orton, who sells wool on the quay.", ORDINARY),
    (f"{LAST} said Nan Orton, the mother of a boy who drowned.", ORDINARY),
    (f"{LAST} said Nan Orton, a nurse at the hospital.", ORDINARY),
    (f"{LAST} said Nan Orton, a supporter of Senator Ada Lund.", ORDINARY),
    (f"{LAST} said Nan Orton, the sister of a docker who drowned.", ORDINARY),
    # others are known by name alone, or for what they own or whose kin they are
    (f"{LAST} said Nan Orton.", OTHER),
    (f"{LAST} said Nan Orton, who attended Norport College.", OTHER),
    (f"{LAST} said Nan Orton, a property developer.", OTHER),
    (f"{LAST} said Nan Orton, a real estate investor born in Norport.", OTHER),
    (f"President Jon Lund was away. {LAST} said Nan Orton, the daughter of Jon Lund.", OTHER),
    (f"{LAST} said Nan Orton, the president's daughter.", OTHER),
    (f"{LAST} said Nan Orton, a former speaker of the House.", OTHER),
    (f"{LAST} said former Representative Nan Orton, a Marland Republican.", OTHER),
    (f"{LAST} said Representative Nan Orton, a Marland Republican and former mayor.", OFFICE),
    (f"{LAST} said Nan Orton, a Marland Republican.", OFFICE),
    ("The House Ethics Committee said that the bridge was safe.", STATE),
    ("The Democratic National Committee said that the bridge was safe.", BODY),
    (f"{LAST} said Nan Orton, a former spokeswoman for the Harbour Workers Union.", OTHER),
    (f"{LAST} said Nan Orton, a former aide to Senator Ada Lund.", OTHER),
    (f"{LAST} said Nan Orton, the sister of Senator Ada Lund.", OTHER),
    (f"{LAST} said Bishop Mael Orton.", OTHER),
    (f"{LAST} said Archbishop Mael Orton of Norport.", OTHER),
    (f"{LAST} said Jesuit Father Mael Orton, a senior fellow at the Harbour Centre.", "expert"),
    (f"{LAST} said Jesuit Father Mael Orton.", OTHER),
    (f"{LAST} said Rabbi Mael Orton.", OTHER),
    (f"{LAST} said Mael Orton, father of a boy who drowned.", ORDINARY),
)  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), CASES, ids=lambda value: str(value)[:90])
def test_a_speaker_counts_with_the_kind_that_the_article_tells(text: str, kind: str) -> None:
    article = framing.Article.from_text(text, id="a", source="s")
    quotes = open_ledger(framing.analyze([article], packs=[])).rows("quote")
    assert [str(one) for one in quotes["speaker_kind"]][-1:] == [kind]


@pytest.mark.parametrize(
    ("who", "kinds"),
    [
        ("Jon Orle and some Democrats", {"Jon Orle": OTHER, "Democratic Party": "unnamed"}),
        ("Some Democrats and Jon Orle", {"Jon Orle": OTHER, "Democratic Party": "unnamed"}),
        ("Jon Orle and Senator Ada Lund", {"Jon Orle": OTHER, "Ada Lund": OFFICE}),
        ("Senator Ada Lund and Jon Orle", {"Jon Orle": OTHER, "Ada Lund": OFFICE}),
        ("The Red Cross and Senator Ada Lund", {"International Committee of the Red Cross": BODY, "Ada Lund": OFFICE}),
    ],
)
def test_each_of_several_speakers_has_a_kind_of_its_own(who: str, kinds: dict[str, str]) -> None:
    article = framing.Article.from_text(f"President Obama spoke. {who} said that it was safe.", id="a", source="s")
    quotes = open_ledger(framing.analyze([article], packs=[])).rows("quote")
    assert dict(zip(map(str, quotes["speaker"]), map(str, quotes["speaker_kind"]), strict=True)) == kinds


@pytest.mark.parametrize(
    ("who", "words", "why"),
    [
        ("a former judge", "I would ask my friends in Norport to be careful", "its work"),
        ("the mayor", "We have seen the water rise", "holds office"),
        ("an economist", "My father lost the farm", "knows the subject"),
        ("a Norport resident", "My father lost the farm", "resident"),
        ("who was there", "My father lost the farm", "relative"),
    ],
)
def test_who_has_a_title_is_not_asked_for_what_her_own_words_tell(who: str, words: str, why: str) -> None:
    article = framing.Article.from_text(f"“{words},” said Nan Orton, {who}.", id="a", source="s")
    assert list(framing.analyze([article], packs=[]).sources["why"]) == [why]
