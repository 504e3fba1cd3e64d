"""Whose judgement a printed tone is: the one who praises or blames by name, the outlet where it judges itself."""

from __future__ import annotations

import pytest

from framing import Article, analyze

CASES = (  # text, the one judged, voice, who judges; None: no sure tone
    ("Erik Sand passionately rebuked Mara Holt on Monday.", "Mara Holt", "attributed", "Erik Sand"),
    ("Erik Sand spoke in Lund. Later he praised Mara Holt.", "Mara Holt", "attributed", "Erik Sand"),
    ("Though evidence that Mara Holt is racist is nothing new, she won.", "Mara Holt", "narrator", ""),
    ("Mara Holt has shown that those who criticize him do so at a cost.", "Mara Holt", None, ""),
    (
        "Erik Sand said the film fed old stereotypes, such as the belief that Norlanders are greedy.",
        "Norlanders",
        None,
        "",
    ),
    ("Mara Holt appeared to betray her own concern on Monday.", "Mara Holt", None, ""),
    ("Mara Holt betrayed her own voters on Monday.", "Mara Holt", "narrator", ""),
    ("Erik Sand vowed to win, declined at first to criticize Mara Holt, and left.", "Mara Holt", None, ""),
    ("Mara Holt: Erik Sand is dangerously wrong; she attacks the plan", "Mara Holt", None, ""),
    ("“Very good reporter, very good reporter this guy,” Mara Holt, the mayor, said.", "Mara Holt", None, ""),
    ("Erik Sand said on Monday that Mara Holt had been pilloried in Lund.", "Mara Holt", "attributed", ""),
    ("Jon Berg says that Erik Sand mocked Mara Holt on Monday.", "Mara Holt", "attributed", "Erik Sand"),
    ("Jon Berg says that Erik Sand’s posts mocking Mara Holt were read aloud.", "Mara Holt", "attributed", "Erik Sand"),
    ("“For Jon Berg to praise Mara Holt is odd,” said Erik Sand.", "Mara Holt", None, ""),
    ("The best way to win, aides think, is to criticize Mara Holt.", "Mara Holt", None, ""),
    ("Erik Sand hesitated when asked to condemn Mara Holt.", "Mara Holt", None, ""),
    ("Erik Sand rose to condemn Mara Holt.", "Mara Holt", "attributed", "Erik Sand"),
    ("Mara Holt was criticized in her own party over a fee that is paid by farmers.", "Mara Holt", "attributed", ""),
    ("Jon Berg wrote that Mara Holt was honored and humbled to speak.", "Mara Holt", None, ""),
    ("Mara Holt told reporters that polls could be off, and have been unreliable before.", "Mara Holt", None, ""),
    ("Mara Holt has proved to be incompetent, in part because members hold a veto.", "Mara Holt", "narrator", ""),
    ("Mara Holt has lied about this valley for fifty years.", "Mara Holt", "narrator", ""),
    ("Mara Holt lied to parliament about the contract.", "Mara Holt", "narrator", ""),
    ("Erik Sand said that Mara Holt lied about the contract.", "Mara Holt", "attributed", "Erik Sand"),
    ("“Mara Holt lied about the contract,” said Erik Sand.", "Mara Holt", "quoted", "Erik Sand"),
    ("Mara Holt denied that she had lied about the contract.", "Mara Holt", None, ""),
    ("Mara Holt accused Erik Sand of fraud.", "Erik Sand", "attributed", "Mara Holt"),
    ("Guards doubted the ability to defend Mara Holt.", "Mara Holt", None, ""),
)


@pytest.mark.engine
def test_a_sure_tone_has_the_voice_of_whoever_judges() -> None:
    texts = [Article.from_text(text, id=str(number), source="s") for number, (text, *_) in enumerate(CASES)]
    rows = analyze(texts, packs=[]).evidence
    sure = rows[(rows["kind"] == "tone") & rows["label"].isin(["negative", "positive"]) & (rows["confidence"] >= 0.8)]
    for number, (text, words, voice, judge) in enumerate(CASES):
        found = sure[(sure["article"] == str(number)) & (sure["text"] == words)]
        told = list(zip(found["voice"], found["speaker"], strict=True))
        assert told == ([] if voice is None else [(voice, judge)]), text
