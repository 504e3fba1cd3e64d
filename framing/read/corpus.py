"""The story of reading, from paths to articles."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from framing.errors import InputError, MissingPartError
from framing.model import Article
from framing.read.clean import Cleaned, clean_text, keep_text
from framing.read.cuts import split_cut
from framing.read.dates import read_date
from framing.read.duplicates import mark_duplicates
from framing.read.encoding import foresee_nothing, refuse_long, repair_misread
from framing.read.files import find_files, show_path
from framing.read.formats import FORMATS, MAX_BYTES, read_drafts, refuse_file
from framing.read.journal import Journal
from framing.read.language import refuse_foreign, tell_language
from framing.read.layout import word_count
from framing.read.layout_file import read_layouts
from framing.read.metadata import guess_event, make_ids
from framing.read.parts import MissingLibrary
from framing.read.publisher import identify, unite_sources
from framing.read.records import (
    Draft,
    Drafts,
    Found,
    Metadata,
    Noted,
    ReadingStep,
    ReadResult,
    Removed,
    Skipped,
    Unusable,
)
from framing.read.values import name_first, one_line
from framing.watchdog import LIMIT, REMEDY, TOO_SLOW, in_time

Result = TypeVar("Result")
END = Skipped("", "", "")  # behind the last text of a file
FEWEST_WORDS = 5  # of an article
ROWS_LISTED = 20  # problems of one file that are listed one by one
Paths = str | Path | Sequence[str | Path]


Watch = Callable[[ReadingStep], None]


class Options(NamedTuple):
    """How to read; as in `read_corpus`."""

    language_check: bool = True
    as_is: bool = False
    layouts: Sequence[str | Path] = ()
    watch: Watch | None = None


class Read(NamedTuple):
    """One text read: the article without its final id, the parts that its id is made of, and what was cut away."""

    article: Article
    parts: tuple[str, ...]
    removed: tuple[tuple[str, str], ...]
    file: Path | None  # that holds this article and no other


def read_articles(
    paths: Paths, *, language_check: bool = True, as_is: bool = False, layouts: Sequence[str | Path] = ()
) -> tuple[Article, ...]:
    """The articles in files and folders: cleaned, de-duplicated, ordered. Options as in `read_corpus`.

    Raises:
        InputError: a path does not exist, or nothing usable is found.
        PackError: a layout cannot be used.
    """
    return read_corpus(paths, language_check=language_check, as_is=as_is, layouts=layouts).articles


def read_corpus(
    paths: Paths,
    *,
    language_check: bool = True,
    as_is: bool = False,
    layouts: Sequence[str | Path] = (),
    watch: Watch | None = None,
) -> ReadResult:
    """The articles in files and folders, with what was skipped, what was cut away, warnings and the files' digests.

    `as_is` keeps texts verbatim (no cleaning, no joining of lines); `language_check=False` takes other languages too;
    `layouts` are files that say how exports are laid out (`read/layouts/README.md`), tried before those that come with
    the program; `watch` is told after every article how far reading is.
    The same files give the same result in whatever order the paths are named.

    Raises:
        InputError: a path does not exist, or nothing usable is found.
        PackError: a layout cannot be used.
    """
    named = _named(paths)
    result, missing = _read_whole(named, Options(language_check, as_is, layouts, watch))
    if not result.articles and missing:
        raise MissingPartError(str(missing))
    if not result.articles:
        raise InputError(_nothing_usable(named, result.skipped))
    return result


def read_files(paths: Paths, *, layouts: Sequence[str | Path] = ()) -> ReadResult:
    """As `read_corpus`, but when nothing is usable there are no articles, and `skipped` says why.

    Raises:
        InputError: a path does not exist.
        PackError: a layout cannot be used.
    """
    return _read_whole(_named(paths), Options(layouts=layouts))[0]


def _named(paths: Paths) -> list[str | Path]:
    return [paths] if isinstance(paths, str | Path) else list(paths)


def _read_whole(named: list[str | Path], options: Options) -> tuple[ReadResult, MissingLibrary | None]:
    """What reading gives, and the first library that a file would have needed."""
    log = Journal()
    texts = list(_read_all(named, options, log))
    ids = make_ids([text.parts for text in texts])
    removed = [
        Removed(id, reason, words) for id, text in zip(ids, texts, strict=True) for reason, words in text.removed
    ]
    articles = _unite([replace(text.article, id=id) for id, text in zip(ids, texts, strict=True)], log)
    articles.sort(key=lambda article: (article.event, article.date, article.source, article.id))
    result = ReadResult(
        articles=mark_duplicates(articles),
        skipped=tuple(log.skipped),
        removed=tuple(sorted(removed, key=lambda cut: cut.article)),
        noted=tuple(log.say()),
        inputs=tuple(sorted(log.inputs)),
        files=tuple((id, text.file) for id, text in zip(ids, texts, strict=True) if text.file),
    )
    return result, next(iter(log.missing), None)


def _unite(articles: list[Article], log: Journal) -> list[Article]:
    """The articles with one name for an outlet that is written in several ways; says so, and counts beginnings."""
    names = unite_sources([article.source for article in articles])
    for name, other in sorted(names.items()):
        if name != other:
            log.noted.append(Noted(f"“{name}” and “{other}” were taken for one source, “{other}”."))
    beginnings = [article.id for article in articles if article.partial]
    if beginnings:
        reasons = name_first(dict.fromkeys(article.partial for article in articles if article.partial))
        many = f"{len(beginnings)} articles are beginnings" if len(beginnings) > 1 else "1 article is a beginning"
        log.noted.append(Noted(f"{many} only ({reasons}): {name_first(beginnings)}.", "Look for the whole texts."))
    return [replace(article, source=names[article.source]) for article in articles]


def _read_all(named: Sequence[str | Path], options: Options, log: Journal) -> Iterator[Read]:
    """Every usable text, in the order of the files."""
    layouts = read_layouts(options.layouts)
    search = find_files(named)
    log.skipped += search.skipped
    log.noted += [Noted(words) for words in search.warnings]
    log.inputs += [(show_path(m.path), hashlib.sha256(m.path.read_bytes()).hexdigest()) for m in search.manifests]
    count = 0
    for number, found in enumerate(search.files, start=1):
        data = _bytes_of(found, log)
        if data is None:
            continue
        for text in _read_file(found._replace(layouts=(*layouts, *found.layouts)), data, options, log):
            yield text
            count += 1
            if options.watch:
                options.watch(ReadingStep(number, len(search.files), count))
    unfit = [layout.file for layout in layouts if layout.file not in log.layouts]
    if unfit:
        told = f"the layout {name_first(unfit)} fitted no file."
        again = "Compare its patterns with the export, and add it once more."
        log.noted.append(Noted(told, "Compare its patterns with the export.", again))


def _bytes_of(found: Found, log: Journal) -> bytes | None:
    """The bytes of a file, or None after listing why it cannot be had."""
    try:
        refuse_file(found.path)
        data = found.path.read_bytes()
    except OSError as error:
        log.skipped.append(Skipped(found.shown, f"cannot be opened ({error.strerror})", "Allow reading of this file."))
        return None
    except Unusable as problem:
        log.skipped.append(problem.at(found.shown))
        return None
    log.inputs.append((found.shown, hashlib.sha256(data).hexdigest()))
    return data


def _read_file(found: Found, data: bytes, options: Options, log: Journal) -> Iterator[Read]:
    """The usable texts of one file; what cannot be used is listed."""
    problems: list[Skipped] = []
    try:
        for item in _drafts_in_time(found, data, log):
            if isinstance(item, Skipped):
                problems.append(item)
                continue
            try:
                yield _or_too_slow(in_time(partial(_finish, item, found, options, log)))
            except Unusable as problem:
                problems.append(problem.at(item.place))
    except MissingLibrary as problem:
        log.missing.append(problem)
        problems.append(problem.at(found.shown))
    except Unusable as problem:
        problems.append(problem.at(found.shown))
    except Exception as error:  # whatever a file holds, it costs only itself
        problems.append(foresee_nothing(error).at(found.shown))
    log.skipped += problems[:ROWS_LISTED]
    if len(problems) > ROWS_LISTED:
        more = len(problems) - ROWS_LISTED
        log.skipped.append(
            Skipped(found.shown, f"has {more} more rows that cannot be used", "Mend them as those listed.")
        )


def _drafts_in_time(found: Found, data: bytes, log: Journal) -> Drafts:
    """The texts of a file, and the rows that cannot be used.

    Raises:
        Unusable: the whole file cannot be used, or its next text takes too long.
    """
    seconds = LIMIT * max(1, len(data) / MAX_BYTES)
    read = partial(read_drafts, found, data, lambda words: log.noted.append(Noted(f"{found.shown} {words}.")))
    drafts = _or_too_slow(in_time(read, seconds))
    while (item := _or_too_slow(in_time(partial(next, drafts, END), seconds))) is not END:
        yield item


def _or_too_slow(result: Result | None) -> Result:
    """What came in time.

    Raises:
        Unusable: nothing did.
    """
    if result is None:
        raise Unusable(TOO_SLOW, REMEDY)
    return result


def _finish(draft: Draft, found: Found, options: Options, log: Journal) -> Read:
    """An article, still without id.

    Raises:
        Unusable: the text is empty, too long, too short or in another language.
    """
    refuse_long(draft.text)
    identified = identify(draft, found)
    known, cut = Metadata(*map(one_line, identified.known)), split_cut(identified.text)
    cleaned = _clean(replace(draft, text=draft.text if options.as_is else cut.text), known.source, as_is=options.as_is)
    text = cleaned.body[0] if options.as_is else cleaned.text
    language = tell_language(text)
    _refuse_unusable(cleaned, language if options.language_check else "en")
    log.note(draft, known)
    removed = [("line with outlet and date", identified.line)] if identified.line and not options.as_is else []
    article = Article(
        id="",
        source=known.source,
        text=text,
        headline=cleaned.headline,
        event=known.event or guess_event(found),
        date=read_date(known.date),
        title=cleaned.headline or known.title,
        url=known.url,
        language=language,
        source_from=known.source_from,
        partial=known.partial or (f"ends in “{cut.mark}”" if cut.mark else ""),
        not_after=known.not_after,
    )
    alone = found.path if draft.place == found.shown else None
    return Read(article, draft.parts, (*removed, *draft.removed, *cleaned.removed), alone)


def _clean(draft: Draft, source: str, *, as_is: bool) -> Cleaned:
    if as_is:
        return keep_text(draft.text, title=draft.known.title)
    text = repair_misread(draft.text)
    return clean_text(text, title=draft.known.title, source=source, paragraphs=draft.paragraphs)


def _refuse_unusable(cleaned: Cleaned, language: str) -> None:
    count = word_count(" ".join(cleaned.body))
    if not count:
        raise Unusable("holds no article text", "Put the article's text into it, or take it out.")
    refuse_foreign(language)
    if count < FEWEST_WORDS:
        reason = f"holds only {count} word{'s' * (count > 1)} of text"
        raise Unusable(reason, f"An article needs at least {FEWEST_WORDS}; add its text or take it out.")


def _nothing_usable(named: Sequence[str | Path], skipped: Sequence[Skipped]) -> str:
    where = name_first((show_path(path) for path in named), most=3)
    if not skipped:
        *endings, last = (format.endings[0] for format in FORMATS)
        return f"{where}: no article found. Put files ending in {', '.join(endings)} or {last} there."
    told = " ".join(f"{one.path} {one.reason}: {one.remedy}" for one in skipped[:5])
    more = f" … and {len(skipped) - 5} more." if len(skipped) > 5 else ""
    return f"{where}: no usable article. {told}{more}"
