"""Words that one source uses more than the rest in its own voice."""

from __future__ import annotations

from tables import analysis, article, quote

from framing.compare import compare_sources


def words_run(marked: int, events: int = 16):
    """Two sources on the same events; the first writes "carefully" in `marked` of its articles."""
    articles, texts = [], {}
    for event in range(events):
        for source in ("A", "B"):
            id = f"{source}{event:02d}"
            articles.append(article(id, source, event=f"e{event}"))
            word = "carefully" if source == "A" and event < marked else "plainly"
            texts[id] = (
                f"The council {word} chose a plan for roads. Money was found. Others grumbled about taxes {word}."
            )
    return analysis(articles, [], texts=texts)


def test_a_planted_word_is_distinctive_and_a_rare_one_is_not():
    found = {(one.source, one.words): one for one in compare_sources(words_run(16)).words}
    assert found["A", "carefully"].distinctive and found["A", "carefully"].label == "distinctive"
    few = {(one.source, one.words): one for one in compare_sources(words_run(6)).words}
    assert not few["A", "carefully"].distinctive


def test_words_of_others_are_not_the_narrators():
    run = words_run(16)
    spans = [(id, text.index("carefully")) for id, text in run.texts.items() if "carefully" in text]
    rows = []
    for id, start in spans:
        one = quote(id, "X", start=0, end=len(run.texts[id]))
        one["detail"] = one["detail"].replace("[[0, 1]]", f"[[0, {len(run.texts[id])}]]")
        rows.append(one)
        assert start > 0
    silent = analysis(run.articles.to_dict("records"), rows, texts=dict(run.texts))
    assert not any(one.words == "carefully" for one in compare_sources(silent).words)
