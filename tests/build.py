"""Hand-made sentences for unit tests: no parser is loaded."""

from __future__ import annotations

from framing.model import Article, Parsed


def parsed(*sentences: str, headline: str = "", source: str = "Daily", id: str = "a1") -> Parsed:
    """Sentences written as "word/POS/dep/head", head counted from 0 inside the sentence, one space between tokens.

    `word|lemma` sets a lemma; a "/" inside the word is not supported; punctuation is set without a space before it.
    >>> parsed("Putin/PROPN/nsubj/1 left/VERB/ROOT/1 ./PUNCT/punct/1").article.text
    'Putin left.'
    """
    text, columns, ranges = "", {name: [] for name in ("start", "end", "word", "lemma", "pos", "dep", "head")}, []
    for sentence in sentences:
        first = len(columns["word"])
        for token in sentence.split():
            form, pos, dep, head = token.rsplit("/", 3)
            word, _, lemma = form.partition("|")
            glued = (
                not text
                or text.endswith(("“", "(", "‘"))
                or (pos == "PUNCT" and word not in "“(‘–—")
                or word in {"’s", "'s", "n't"}
            )
            text += word if glued else f" {word}"
            columns["start"].append(len(text) - len(word))
            columns["end"].append(len(text))
            columns["word"].append(word)
            columns["lemma"].append(lemma or (word if pos == "PROPN" else word.lower()))
            columns["pos"].append(pos)
            columns["dep"].append(dep)
            columns["head"].append(first + int(head))
        ranges.append((first, len(columns["word"])))
    article = Article.from_text(text, id=id, source=source, headline=headline)
    tags = tuple(
        {"PROPN": "NNP", "VERB": "VBD", "NOUN": "NN", "PRON": "PRP", "ADJ": "JJ"}.get(p, p) for p in columns["pos"]
    )
    return Parsed(
        article=article,
        starts=tuple(columns["start"]),
        ends=tuple(columns["end"]),
        words=tuple(columns["word"]),
        lowers=tuple(word.lower() for word in columns["word"]),
        lemmas=tuple(columns["lemma"]),
        pos=tuple(columns["pos"]),
        tags=tags,
        deps=tuple(columns["dep"]),
        heads=tuple(columns["head"]),
        sentences=tuple(ranges),
    )
