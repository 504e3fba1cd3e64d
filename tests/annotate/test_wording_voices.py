"""Whose a wording is, kind by kind; half of each kind must stay what it is. Unsure is kept from print."""

from __future__ import annotations

import pytest

from framing.annotate.voice import index_voices
from framing.annotate.voice.naming import find_going_on, naming_voices, voice_of_wording
from framing.model import Article, Span
from framing.packs import load_packs
from framing.parse import parse_articles
from framing.pipeline import annotate_article

pytestmark = pytest.mark.engine
OWN, FAR, UNSURE = "own", "kept away", "unsure"
KINDS = {
    "headlines with a colon": (
        ("Safer births for hill families: care [brought together] at Dorn", OWN),
        ("They [stood together]: Brennick's drivers say no to a pay cut", OWN),
        ("New hope for patients: clinic [moved] to the capital", OWN),
        ("They [held the line]: nurses vow to fight on", OWN),
        ("Justice for Ana: court [jails] driver", OWN),
        ("Fishermen: quota will [ruin] us", "attributed unnamed fishermen"),
        ("Mayor: the dam is [safe]", "attributed Mayor"),
        ("Residents of Dorn: We were [never warned]", "attributed unnamed residents of Dorn"),
        ("The dam is [safe], says mayor", "attributed unnamed mayor"),
    ),
    "who is told by what he says, and judgements": (
        ("Ilsa Morrant, the [clerk who told] a city what was in its taps, was jailed.", OWN),
        ("The [nurse who warned] of the leak was dismissed on Monday.", OWN),
        ("The board [voted 4-3 against] a recount on Monday.", OWN),
        ("Riders [want to know] about the dark hour.", OWN),
        ("Ardwen has [blamed Velmora] for the raid.", "attributed Ardwen"),
        ("Ada Holm [accused] the army of looting.", "attributed Ada Holm"),
    ),
    "mere things that a verb brings": (
        ("The drivers want a [bumper] hike and an end to nights.", OWN),
        ("The union is seeking a [modest] pay rise.", OWN),
        ("Harcross has proposed a [generous settlement] with a payment.", UNSURE),
        ("The board confirmed the [outcome] yesterday.", UNSURE),
        ("Anton Reese blasted the [hush-hush trial] on Monday.", UNSURE),
        ("The board rejected a recount, citing [broken seals] on 37 boxes.", UNSURE),
        ("Ada Holm called the [walkout] “blackmail” and left.", OWN),
        ("Ivo Tann slammed the [orderly trial], which lasted nine days, as a “farce”.", OWN),
        ("Peer Holt has promised to examine the [disaster].", UNSURE),
        ("Ada Holm said that the [massacre] must end.", "attributed Ada Holm"),
        ("Ada Holm described the raid as a [massacre].", "attributed Ada Holm"),
        ("Ardwen has accused Velmora of [war crimes].", "attributed Ardwen"),
        ("The raid ended and Ardwen accuses Velmora of [piracy].", "attributed Ardwen"),
        ("Velmora stands accused of [piracy] by Ardwen.", "attributed Ardwen"),
        ("Ada Holm accused the army of [looting] the shops.", "attributed Ada Holm"),
        ("Ada Holm called the raid a “[massacre]”.", "quoted Ada Holm"),
        ("The [massacre] shook the valley.", OWN),
    ),
    "speech and scare quotes": (
        ("“Three years of [filth],” stormed kiosk owner Marit Klee.", "quoted Marit Klee"),
        ("“It was [hell],” croaked the driver.", "quoted unnamed driver"),
        ("“Shame,” stormed Marit Klee, 44. “It is [filth], I tell you.”", "quoted Marit Klee"),
        ("“It was [hell].” The door shut.", "quoted "),
        ("Anton Reese blasted the trial, the third this year, as a “[puppet show]”.", "quoted Anton Reese"),
        ("Opposition politicians were quick to cry [scandal].", "attributed "),
        ("The union's so-called [day of dignity] began.", FAR),
        ("The “[peace mission]” shelled the town.", FAR),
        ("The so-called [experts] stayed away.", FAR),
        ("They paid for “[decent]” beds and a fence.", FAR),
    ),
    "hearsay and denials": (
        ("The office rejected as unfounded reports that a [non-lethal projectile] had hurt her.", "attributed "),
        ("There were rumours that the [thief] had fled.", "attributed "),
        ("The ministry denies that there was a [massacre].", UNSURE),
        ("The union rejected claims that its [mob] had attacked drivers.", UNSURE),
        ("The firm says that its staff kept to the plan and denies any [delay].", UNSURE),
        ("The board said that the [delay] was short.", "attributed board"),
        ("A report on the [delay] is due.", OWN),
    ),
    "what goes on with a statement": (
        ("“They shot her,” Ivo Tann said. He had never seen such a [show trial].", UNSURE),
        ("An appeal was lodged, Ivo Tann said, against the [travesty].", UNSURE),
        ("An act of [nature]: dam held, says operator", "attributed operator"),
        ("“They shot her,” Ivo Tann said. The [show trial] ends on Friday.", OWN),
        ("Ivo Tann left.\n\nShe had seen the [show trial].", OWN),
    ),
    "words of others, and the outlet's we": (
        ("Radek Ollum thanked voters for what he called a “[clear mandate]”.", "quoted Radek Ollum"),
        ("Radek Ollum praised the police for what he called “[restraint]”.", "quoted Radek Ollum"),
        ("Anka Corlett added that the “[ransom]” language of some politicians helped nobody.", FAR),
        ("We report that three thousand [invaders] crossed the border.", OWN),
        ("“We report that the [invaders] crossed,” said Rob Selwick.", "quoted Rob Selwick"),
        ("A shell [hit a school] in the village of Dorsa, Ishmar's health ministry said.", "attributed "),
        ("The court has shown that the law protects the [nation's secrets].", UNSURE),
        ("Rob Selwick rebuked Ada Holm for saying that the [thieves] had won.", "attributed Ada Holm"),
    ),
}


KINDS["marks inside speech are the speaker's"] = (
    ("“They call it ‘[bringing care together]’,” said Rob Selwick.", UNSURE),
    ("“If this was an ‘[invasion]’, what was the smuggling?” the judge asked.", UNSURE),
    ("Judge Ada Holm wrote: \"Nobody proved an '[invasion]' of the harbour.\"", UNSURE),
    ("“Tell nobody that it was a ‘[rescue]’,” said Ada Holm. “It was a raid.”", UNSURE),
    ("“It was no ‘rescue’, it was a [raid],” said Ada Holm.", "quoted Ada Holm"),
    ("“The [invasion] must end,” the judge wrote.", "quoted unnamed judge"),
    ("The judge wrote that the [invasion] must end.", "attributed unnamed judge"),
    ("The “[invasion]” of the harbour lasted an hour.", FAR),
    ("The so-called “[invasion]” of the harbour lasted an hour.", FAR),
    ("The plan went ahead. It would “open the door to an [invasion]”, the order has it.", "quoted "),
    ("Aides were told to “fear and fight the [invasion]” at home.", "quoted "),
    ("The guards gave the town “an important layer of [security] at night”.", "quoted "),
    ("The “enhanced [harbour search]” lasted an hour.", FAR),
    ("His so-called “operation to restore [order]” failed.", FAR),
    ("The “[invasion]” slogan came from the ministry.", FAR),
)


def test_whose_a_wording_is() -> None:
    packs = load_packs(())
    marked = [(kind, text, told) for kind, cases in KINDS.items() for text, told in cases]
    texts = [text.replace("[", "").replace("]", "") for _, text, _ in marked]
    made = [
        Article.from_text(
            text, id=str(number), source="Daily", headline="" if text.endswith((".", "”")) or "\n" in text else text
        )
        for number, text in enumerate(texts)
    ]
    wrong = []
    for parsed, (kind, text, told) in zip(parse_articles(made), marked, strict=True):
        found = annotate_article(parsed, packs)
        span = Span(text.index("["), text.index("]") - 1)
        named = index_voices(naming_voices(parsed, found.voices, found.quotes))
        whose, sure = voice_of_wording(parsed.article.text, index_voices(found.voices), named, found.quotes, span)
        sure = sure and not any(one.overlaps(span) for one in find_going_on(parsed, found.quotes))
        said = {"narrator": OWN, "distanced": FAR}.get(whose.voice, f"{whose.voice} {whose.speaker}")
        if told not in (said, said.split(" ")[0] + " ") or not sure:
            wrong += [(kind, text, told, said, sure)] if sure or told != UNSURE else []
    assert not wrong, "\n".join(map(str, wrong))
