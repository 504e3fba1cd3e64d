"""What the parser's columns promise, on every build of the parser."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.ml.parser_model import ParserStepModel

from framing.inference import TreeBuilder
from framing.model import Article
from framing.parse import _break_at_newlines, _engine, parse_article

pytestmark = pytest.mark.engine
DEMO = Path(__file__).parents[1] / "corpus" / "demo"
INFLECTED = "They were hoping and hating, planing and staring; he lies, she tried, the wolves left."
LEMMAS = ["they", "be", "hope", "hate", "plane", "stare", "lie", "try", "wolf", "leave"]


def test_of_two_known_forms_the_first_rule_of_the_model_decides() -> None:
    parsed = parse_article(Article.from_text(INFLECTED, id="a", source="s"))
    changed = [lemma for word, lemma in zip(parsed.words, parsed.lemmas, strict=True) if word != lemma]
    assert changed == LEMMAS


def test_trees_are_those_that_the_library_builds() -> None:
    engine, texts = _engine(), [path.read_text("utf-8") for path in sorted(DEMO.glob("*.txt"))]
    articles = [Article.from_text(text, id=str(number), source="s") for number, text in enumerate(["", " ", *texts])]
    ours = [doc for doc, _ in engine.docs(articles)]
    theirs = [engine._nlp(_break_at_newlines(engine._nlp.make_doc(text))) for text in ["", " ", *texts]]
    columns = ["ORTH", "TAG", "DEP", "HEAD", "SENT_START"]
    assert all(
        (one.to_array(columns) == other.to_array(columns)).all() for one, other in zip(ours, theirs, strict=True)
    )


def test_compiled_trees_are_those_of_numpy() -> None:
    engine, texts = _engine(), [path.read_text("utf-8") for path in sorted(DEMO.glob("*.txt"))]
    if engine._trees._kernel is None:
        pytest.skip("built without a C compiler")
    compiled = [doc for text in [*texts, " ".join(texts)] for doc in engine._nlp.pipe([text], disable=["parser"])]
    plain = [doc.copy() for doc in compiled]
    engine._trees.build(compiled)
    TreeBuilder(engine._nlp.get_pipe("parser"), ParserStepModel.get_token_ids, compiled=False).build(plain)
    columns = ["DEP", "HEAD", "SENT_START"]
    assert all((one.to_array(columns) == two.to_array(columns)).all() for one, two in zip(compiled, plain, strict=True))
    assert any(doc.has_annotation("DEP") for doc in compiled)


def test_parts_of_speech_and_lemmas_are_those_of_the_library() -> None:
    engine, texts = _engine(), [path.read_text("utf-8") for path in sorted(DEMO.glob("*.txt"))]
    article = Article.from_text(
        " ".join(["I saw nothin', gon na doin'; there 's it you had.", *texts]), id="a", source="s"
    )
    doc = next(engine.docs([article]))[0]
    whole = engine._lemmatize(engine._rules(doc.copy()))
    forms = engine.forms(doc, [(token.orth, token.tag, token.dep) for token in doc])
    kept = [(form, token) for form, token in zip(forms, whole, strict=True) if not token.is_space]
    assert [form.pos for form, _ in kept] == [token.pos_ for _, token in kept]
    wrong = {(form.lemma, token.lemma_) for form, token in kept if form.lemma.lower() != token.lemma_.lower()}
    assert wrong <= {("go", "gon"), ("to", "na")}
