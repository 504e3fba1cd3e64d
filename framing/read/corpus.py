"""The story of reading, from paths to articles."""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from framing.errors import InputError
from framing.model import Article
from framing.read.clean import Cleaned, clean_text, keep_text
from framing.read.duplicates import mark_duplicates
from framing.read.encoding import repair_twice_encoded
from framing.read.files import STDIN, Found, find_files, show_path
from framing.read.formats import MAX_CHARACTERS, read_drafts, too_long
from framing.read.language import refuse_foreign
from framing.read.layout import word_count
from framing.read.metadata import COLUMNS, MANIFEST, read_date, shorten, site_of
from framing.read.records import Draft, Metadata, ReadResult, Removed, Skipped, Unusable

FEWEST_WORDS = 5  # of an article
ROWS_LISTED = 20  # problems of one file that are listed one by one
Paths = str | Path | Sequence[str | Path]


class Options(NamedTuple):
    """How to read."""

    language_check: bool
    as_is: bool


class Read(NamedTuple):
    """One text read: the article without its final id, the parts that its id is made of, and what was cut away."""

    article: Article
    parts: tuple[str, ...]
    place: str
    removed: tuple[tuple[str, str], ...]


def read_articles(paths: Paths, **options: Any) -> tuple[Article, ...]:
    """The articles in files and folders: cleaned, de-duplicated, ordered. Options as in `read_corpus`.

    Raises:
        InputError: a path does not exist, or nothing usable is found.
    """
    return read_corpus(paths, **options).articles


def read_corpus(paths: Paths, *, language_check: bool = True, as_is: bool = False) -> ReadResult:
    """The articles in files and folders, with what was skipped, what was cut away, warnings and the files' digests.

    `as_is` keeps texts verbatim (no cleaning, no joining of lines); `language_check=False` takes other languages too.
    `-` is the standard input. The same files give the same result in whatever order the paths are named.

    Raises:
        InputError: a path does not exist, or nothing usable is found.
    """
    named = [paths] if isinstance(paths, str | Path) else list(paths)
    log = _Log()
    texts = list(_read_all(named, Options(language_check, as_is), log))
    if not texts:
        raise InputError(_nothing_usable(named, log.skipped))
    ids = make_ids([text.parts for text in texts])
    removed = [
        Removed(id, reason, words) for id, text in zip(ids, texts, strict=True) for reason, words in text.removed
    ]
    articles = [_with_id(text.article, id) for id, text in zip(ids, texts, strict=True)]
    articles.sort(key=lambda article: (article.event, article.date, article.source, article.id))
    return ReadResult(
        articles=mark_duplicates(articles),
        skipped=tuple(sorted(log.skipped)),
        removed=tuple(sorted(removed, key=lambda cut: cut.article)),
        warnings=tuple(log.warnings),
        inputs=tuple(sorted(log.inputs)),
    )


class _Log:
    """What comes up while files are read."""

    def __init__(self) -> None:
        self.skipped: list[Skipped] = []
        self.warnings: list[str] = []
        self.inputs: list[tuple[str, str]] = []


def _read_all(named: Sequence[str | Path], options: Options, log: _Log) -> Iterator[Read]:
    """Every usable text, in the order of the files."""
    files = [path for path in named if str(path) != STDIN]
    search = find_files(files) if files or not named else None
    guessed: dict[str, list[str]] = defaultdict(list)
    if len(files) < len(named):
        yield from _read_file(_stdin(), sys.stdin.buffer.read(), options, log, guessed)
    if search is not None:
        log.skipped += search.skipped
        log.warnings += search.warnings
        log.inputs += [(show_path(m.path), hashlib.sha256(m.path.read_bytes()).hexdigest()) for m in search.manifests]
        for found in search.files:
            data = _bytes_of(found, log)
            if data is not None:
                yield from _read_file(found, data, options, log, guessed)
    log.warnings += [_say_guessed(how, sources) for how, sources in sorted(guessed.items())]


def _stdin() -> Found:
    return Found(Path("stdin.txt"), "standard input", ("stdin",), "", Metadata(), False)


def _bytes_of(found: Found, log: _Log) -> bytes | None:
    """The bytes of a file, or None after listing why it cannot be had."""
    try:
        if not found.path.is_file():
            raise Unusable("is no ordinary file", "Name a file or a folder.")
        data = found.path.read_bytes()
    except OSError as error:
        log.skipped.append(Skipped(found.shown, f"cannot be opened ({error.strerror})", "Allow reading of this file."))
        return None
    except Unusable as problem:
        log.skipped.append(Skipped(found.shown, problem.reason, problem.remedy))
        return None
    log.inputs.append((found.shown, hashlib.sha256(data).hexdigest()))
    return data


def _read_file(found: Found, data: bytes, options: Options, log: _Log, guessed: dict[str, list[str]]) -> Iterator[Read]:
    """The usable texts of one file; what cannot be used is listed."""
    problems: list[Skipped] = []
    try:
        for item in read_drafts(found, data, lambda words: log.warnings.append(f"{found.shown} {words}.")):
            try:
                if isinstance(item, tuple):
                    raise item[1]
                yield _finish(item, found, options, guessed)
            except Unusable as problem:
                number = item[0] if isinstance(item, tuple) else item.row
                place = f"{found.shown}, row {number}" if number else found.shown
                problems.append(Skipped(place, problem.reason, problem.remedy))
    except Unusable as problem:
        problems.append(Skipped(found.shown, problem.reason, problem.remedy))
    log.skipped += problems[:ROWS_LISTED]
    if len(problems) > ROWS_LISTED:
        more = len(problems) - ROWS_LISTED
        log.skipped.append(
            Skipped(found.shown, f"has {more} more rows that cannot be used", "Mend them as those listed.")
        )


def _finish(draft: Draft, found: Found, options: Options, guessed: dict[str, list[str]]) -> Read:
    """An article, still without id.

    Raises:
        Unusable: the text is empty, too long, too short or in another language.
    """
    if len(draft.text) > MAX_CHARACTERS:
        raise Unusable(*too_long(f"{len(draft.text):,} characters"))
    source = draft.known.source or _guess_source(draft, found, guessed)
    if options.as_is:
        cleaned = keep_text(draft.text, title=draft.known.title)
        text = cleaned.body[0]
    else:
        mended = repair_twice_encoded(draft.text)
        cleaned = clean_text(mended, title=draft.known.title, source=source, paragraphs=draft.paragraphs)
        text = cleaned.text
    _refuse_unusable(cleaned, text, options)
    article = Article(
        id="",
        source=source,
        text=text,
        headline=cleaned.headline,
        event=draft.known.event or _guess_event(draft, found),
        date=read_date(draft.known.date),
        title=cleaned.headline or draft.known.title,
        url=draft.known.url,
    )
    return Read(article, draft.parts, draft.place, cleaned.removed)


def _refuse_unusable(cleaned: Cleaned, text: str, options: Options) -> None:
    body = " ".join(cleaned.body)
    count = word_count(body)
    if not count:
        raise Unusable("holds no article text", "Put the article's text into it, or take it out.")
    if options.language_check:
        refuse_foreign(text)
    if count < FEWEST_WORDS:
        words = f"only {count} word{'s' * (count > 1)}"
        raise Unusable(
            f"holds {words} of text", f"An article needs at least {FEWEST_WORDS}; add its text or take it out."
        )


def _guess_source(draft: Draft, found: Found, guessed: dict[str, list[str]]) -> str:
    """The source of an article that nothing names: site, folder or file; noted for the warning."""
    site = site_of(draft.known.url)
    name = site or found.folder or (found.parts[-1] if draft.row or len(found.parts) < 3 else found.parts[-2])
    how = "the address" if site else "the folder's name" if name != found.parts[-1] else "the file's name"
    if name not in guessed[how]:
        guessed[how].append(name)
    return name


def _guess_event(draft: Draft, found: Found) -> str:
    """The first folder below the one that was given, or ""."""
    return found.parts[0] if len(found.parts) > 1 else ""


def _say_guessed(how: str, sources: Iterable[str]) -> str:
    told = shorten(sorted(sources))
    return (
        f"no source is given, so {how} stands for it ({told}). "
        f"To name sources, put a {MANIFEST} beside the files ({COLUMNS}), "
        "or a line `source: …` between --- lines at the top of each."
    )


def make_ids(places: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Short distinct ids: the last part of each place, with the parts before it where that is not enough.

    Letters, digits, `.`, `_` and `-` only; the same places give the same ids, wherever they lie.
    """
    safe = [
        tuple(filter(None, (re.sub(r"[^\w.-]+", "-", part).strip("-.") for part in parts))) or ("article",)
        for parts in places
    ]
    depth = [1 if len(parts) else 1 for parts in safe]
    for _ in range(max(map(len, safe))):
        short = ["-".join(parts[-n:]) for parts, n in zip(safe, depth, strict=True)]
        count = Counter(short)
        depth = [
            n + 1 if count[id] > 1 and n < len(parts) else n for id, parts, n in zip(short, safe, depth, strict=True)
        ]
    short = ["-".join(parts[-n:]) for parts, n in zip(safe, depth, strict=True)]
    seen: Counter[str] = Counter()
    taken = set(short)
    ids = []
    for id in short:
        seen[id] += 1
        number = seen[id]
        while number > 1 and f"{id}-{number}" in taken:
            number += 1
        ids.append(id if number == 1 else f"{id}-{number}")
        taken.add(ids[-1])
    return tuple(ids)


def _with_id(article: Article, id: str) -> Article:
    return replace(article, id=id)


def _nothing_usable(named: Sequence[str | Path], skipped: Sequence[Skipped]) -> str:
    where = shorten((show_path(path) for path in named), most=3)
    if not skipped:
        return f"{where}: no article found. Put files ending in .txt, .md, .html, .jsonl or .csv there."
    told = " ".join(f"{place} {reason}: {remedy}" for place, reason, remedy in skipped[:5])
    more = f" … and {len(skipped) - 5} more." if len(skipped) > 5 else ""
    return f"{where}: no usable article. {told}{more}"
