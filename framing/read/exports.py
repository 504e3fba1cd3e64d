"""A text that holds several articles, or one with an export's lines around it -> each article with what is known of it.

How articles begin and end is data (`layouts/*.toml`); a new layout is a file there and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from framing.read.furniture import is_body, same_words
from framing.read.headed import split_headed
from framing.read.heads import GIVEN, ExportedArticle, LabelledLine, end_of_text, read_head, read_line
from framing.read.layout import ends_sentence, word_count
from framing.read.layout_file import Layout, load_layouts
from framing.read.records import Metadata, Unusable
from framing.read.repeats import find_headline
from framing.read.stamps import read_stamp

FEWEST_WORDS = 12  # of a piece that is an article
HEAD_LINES = 12  # lines that hold something, in which a piece names itself
LONGEST_TEXT = 4_000  # lines of an article in which the line below its text is looked for
COUNTED = re.compile(
    r"\s*(?:document|article|item|record|result|story|text|doc)?\.?\s*#?(\d{1,4})\s*(?:of|/|von|de)\s*\d{1,4}\b.{0,20}",
    re.I,
)
NUMBERED = re.compile(
    r"\s*(?:document|article|item|record|result|story|text|doc)\.?\s*#?\s*(\d{1,4})(?:\s*(?:of|/)\s*\d+)?\s*:?\s*", re.I
)
LISTED = re.compile(r"\s*\d+\.\s+(\S.*)")
NO_LABEL = LabelledLine("", "")
SPLIT_THEM = (
    "Save each article as a file of its own, or set a line of ---- between them and lines "
    "`Source:`, `Date:`, `Title:` above each."
)
SPLIT_OR_ADD = f"{SPLIT_THEM} Or add a layout (below “Choose files”) that says where each begins."


def split_export(text: str, layouts: Sequence[Layout] = ()) -> tuple[ExportedArticle, ...]:
    """The articles of an export with what is known of each; none when the text is an article without such lines.

    `layouts` are of one's own; they are tried before those that come with the program.

    Raises:
        Unusable: the text seems to hold several articles, and no layout says where they begin.
    """
    lines = list_lines(text)
    if heads := split_by((*layouts, *load_layouts()), lines):
        return heads
    _refuse_several(lines)
    return _read_single(lines)


def split_shown(text: str) -> tuple[ExportedArticle, ...]:
    """The articles in what a page shows that open with lines about them, or the one that does; else none."""
    borderless = [one for one in load_layouts() if not (one.begin or one.end or one.rule or one.label)]
    lines = list_lines(text)
    return split_by(borderless, lines) or _read_single(lines)


def _read_single(lines: Sequence[str]) -> tuple[ExportedArticle, ...]:
    """The article below lines of an export, with what they say; none when the lines are an article without such."""
    head = read_head(lines)
    labelled = head.roles - {"rights", "heading", ""}
    named = sum(bool(one) for one in (head.known.source, head.known.title, head.known.date))
    if word_count(head.text) >= FEWEST_WORDS and _is_labelled(lines) and len(labelled) > 0 and named > 0:
        return (head,)
    return ()


def split_by(layouts: Sequence[Layout], lines: Sequence[str]) -> tuple[ExportedArticle, ...]:
    """The articles that the first layout that fits finds in the lines of a text; none when none fits."""
    for layout in layouts:
        heads = tuple(_apply(layout, lines))
        if len(heads) > 1 or (heads and (layout.begin or layout.end or layout.label or layout.lines)):
            return tuple(head._replace(layout=layout.file) for head in _without_numbers(heads))
    return ()


def _without_numbers(heads: Sequence[ExportedArticle]) -> Iterator[ExportedArticle]:
    """The articles, their titles without the numbers by which the export counts them: "2. Dockers walk out"."""
    counted = [re.match(rf"{number}\.\s+(?=\S)", head.known.title) for number, head in enumerate(heads, start=1)]
    for head, found in zip(heads, counted, strict=True):
        title = head.known.title[found.end() :] if found and len(heads) > 1 and all(counted) else head.known.title
        yield head._replace(known=head.known._replace(title=title))


def list_lines(text: str) -> list[str]:
    """The lines of a text, however they end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _apply(layout: Layout, lines: Sequence[str]) -> Iterator[ExportedArticle]:
    """The articles that a layout finds; pieces without a text are covers and lists."""
    if layout.label or layout.stamps:
        yield from _coded(layout, lines) if layout.label else split_headed(lines)
        return
    for piece in _pieces(layout, lines):
        head = read_head(piece, dict(enumerate(_read_lines(layout, piece))))
        if word_count(head.text) >= FEWEST_WORDS:
            yield head


def _read_lines(layout: Layout, lines: Sequence[str], *, labelled: bool = False) -> list[LabelledLine]:
    """Each line with its role: that which the layout gives it, else its label's; `labelled` passes over other lines."""
    return [_own_line(layout, line) or (read_line(line) if not labelled or ":" in line else NO_LABEL) for line in lines]


def _own_line(layout: Layout, line: str) -> LabelledLine | None:
    """A line with the role and value that the layout's own patterns give it; None when none of them fits."""
    bare = line.strip()
    for role, pattern in layout.lines:
        if found := pattern.fullmatch(bare):
            value = found.group(1) if found.groups() else bare if role in GIVEN else ""
            return LabelledLine(role, (value or "").strip())
    return None


def _pieces(layout: Layout, lines: Sequence[str]) -> list[list[str]]:
    """The lines of each article."""
    if layout.begin:
        return [part for piece in _cut_at(lines, layout.begin)[1:] for part in _at_repeats(piece, layout)]
    if layout.end:
        pieces = _cut_at(lines, layout.end)
        if len(pieces) < 2:
            return []
        ended = [_without_list(pieces[0], layout), *pieces[1:]]
        whole = [part for piece in ended for part in _at_texts(piece, layout)]
        return [part for piece in whole for part in _at_repeats(piece, layout)]
    if layout.rule:
        return _between_rules(layout.rule, layout, lines)
    own = {line.role for line in map(lambda line: _own_line(layout, line), lines) if line} & {*GIVEN, "text"}
    return pieces if len(pieces := _at_repeats(lines, layout)) > 1 or len(own) > 1 else []


def _cut_at(lines: Sequence[str], border: re.Pattern[str]) -> list[list[str]]:
    pieces: list[list[str]] = [[]]
    for line in lines:
        if len(line) < 200 and border.fullmatch(line):
            pieces.append([])
        else:
            pieces[-1].append(line)
    return pieces


def _without_list(piece: list[str], layout: Layout) -> list[str]:
    """A first piece without the list of titles above its article: it begins where the first title stands again."""
    if layout.list is None or not any(layout.list.fullmatch(line) for line in piece):
        return piece
    title = next((found.group(1) for line in piece if (found := LISTED.fullmatch(line))), "")
    again = [number for number, line in enumerate(piece) if title and same_words(line, title)]
    last = max((number for number, line in enumerate(piece) if LISTED.fullmatch(line)), default=-1)
    return piece[again[-1] if again else last + 1 :]


def _between_rules(rule: re.Pattern[str], layout: Layout, lines: Sequence[str]) -> list[list[str]]:
    """The articles between lines of one mark; a piece that does not name itself belongs to the one before it."""
    marks = sorted({found.group(1) for line in lines if len(line) < 200 and (found := rule.fullmatch(line))})
    best: list[list[str]] = []
    for mark in marks:
        raw = _cut_at(lines, re.compile(rf"\s*{re.escape(mark)}(?:\s?{re.escape(mark)}){{2,}}\s*"))
        pieces: list[list[str]] = []
        for piece in filter(lambda one: any(line.strip() for line in one), raw):
            if pieces and not _names_itself(piece):
                pieces[-1] += ["", *piece]
            else:
                pieces.append(piece)
        pieces = [part for piece in pieces for part in _at_repeats(piece, layout)]
        best = pieces if len(pieces) > max(1, len(best)) else best
    return best or _headed(rule, lines)


def _headed(rule: re.Pattern[str], lines: Sequence[str]) -> list[list[str]]:
    """The texts between long rules when each of them opens with a headline and goes on with prose."""
    raw = _cut_at(lines, re.compile(r"\s*([_=\-*])\1{4,}\s*"))
    pieces = [piece for piece in raw if any(line.strip() for line in piece)]
    headed = all(
        find_headline([line.strip() for line in piece if line.strip()], set_apart=True)
        and word_count(" ".join(piece)) >= 3 * FEWEST_WORDS
        for piece in pieces
    )
    return pieces if headed and len(pieces) > 1 else []


def _names_itself(piece: Sequence[str]) -> bool:
    """Whether a piece tells, in its first lines or by labels below its text, which article it is."""
    held = [line for line in piece if line.strip()]
    head = held[:HEAD_LINES]
    roles = {read_line(line).role for line in held} & set(GIVEN) | {
        "imprint" for line in held if read_line(line).role == "imprint"
    }
    return len(roles) > 1 or any((stamp := read_stamp(line)) and stamp.source for line in head[:4])


def _at_texts(lines: list[str], layout: Layout) -> list[list[str]]:
    """The lines cut below each text that other text follows: an end line is missing between the two."""
    told = _read_lines(layout, lines)
    pieces: list[list[str]] = []
    start = 0
    while True:
        near = slice(start, start + LONGEST_TEXT)
        cut = start + end_of_text(lines[near], dict(enumerate(told[near])))
        while cut < len(lines) and (told[cut].role or not lines[cut].strip()):  # what closes the text
            cut += 1
        if cut >= near.stop or not any(is_body(lines[n].strip()) for n in range(cut, len(lines))):
            return [*pieces, lines[start:]]
        pieces.append(lines[start:cut])
        start = cut


def _at_repeats(lines: Sequence[str], layout: Layout) -> list[list[str]]:
    """The lines cut where a label that opened them comes again, with others beside it."""
    told = _read_lines(layout, lines, labelled=True)
    given = [number for number, line in enumerate(told) if line.role in GIVEN and line.value]
    if not given:
        return [list(lines)]
    keys = {n: told[n].role if layout.lines else lines[n].split(":", 1)[0].strip().casefold() for n in given}
    starts = [n for n in given if keys[n] == keys[given[0]] and (n == given[0] or _opens_block(lines, told, n))]
    cuts = [0, *(_block_start(lines, told, number) for number in starts[1:]), len(lines)]
    return [list(lines[a:b]) for a, b in zip(cuts, cuts[1:], strict=False)]


def _opens_block(lines: Sequence[str], told: Sequence[LabelledLine], number: int) -> bool:
    """Whether other labelled lines stand right beside a labelled line."""
    beside = [told[n] for n in (number - 1, number + 1, number + 2) if 0 <= n < len(lines)]
    return any(line.role for line in beside)


def _block_start(lines: Sequence[str], told: Sequence[LabelledLine], number: int) -> int:
    while number and told[number - 1].role and lines[number - 1].strip():
        number -= 1
    return number


def _coded(layout: Layout, lines: Sequence[str]) -> Iterator[ExportedArticle]:
    """The articles of an export whose lines open with codes; the code that comes first begins each article."""
    assert layout.label is not None
    role_of = {code: role for role, codes in layout.roles.items() for code in codes}
    first, current = "", ""
    entries: list[dict[str, list[str]]] = [{}]
    for line in lines:
        found = layout.label.fullmatch(line.rstrip())
        code = found.group("label") if found else ""
        if found and role_of.get(current) == "text" and code not in role_of and _reads_on(found.group("value") or ""):
            code = ""
        if code:
            first = first or code
            if code == first and entries[-1].get(first) is not None:
                entries.append({})
            current = code
            entries[-1].setdefault(code, []).append((found.group("value") or "").strip() if found else "")
        elif current:
            entries[-1][current].append(line)
    for entry in entries:
        held = {
            role: [line for code in codes for line in (*entry.get(code, ()), "")]
            for role, codes in layout.roles.items()
        }
        if all(any(line.strip() for line in held.get(role, ())) for role in layout.needs):
            yield _coded_head(held)


def _reads_on(value: str) -> bool:
    """Whether what follows two capitals is a sentence ("LA police said …") and no value."""
    return ends_sentence(value) and word_count(value) > 6


def _coded_head(held: Mapping[str, list[str]]) -> ExportedArticle:
    source, date, headline = (" ".join(" ".join(held.get(role, ())).split()) for role in ("source", "date", "headline"))
    known = Metadata(source=source, title=headline, date=date, source_from="header of the export" if source else "")
    return ExportedArticle("\n".join(held["text"]).strip("\n"), known, frozenset(held))


def _is_labelled(lines: Sequence[str]) -> bool:
    """Whether two labelled lines, or one and a rights line far below, stand above the text of an article."""
    told = []
    for line in (line for line in lines if line.strip()):
        told.append(read_line(line))
        if not told[-1].role and is_body(line.strip()) or len(told) >= HEAD_LINES:
            break
    labelled = [line for line in told if line.role and line.role not in ("rights", "heading")]
    return len(labelled) > 1 or any(line.role in GIVEN and line.value for line in labelled[:1]) and len(labelled) > 0


def _refuse_several(lines: Sequence[str]) -> None:
    """Nothing, when the text may be one article.

    Raises:
        Unusable: it shows signs of several.
    """
    counted = {found.group(1) for line in lines if len(line) < 80 and (found := COUNTED.fullmatch(line))}
    numbered = {found.group(1) for line in lines if len(line) < 60 and (found := NUMBERED.fullmatch(line))}
    rights = [
        line for line in lines if len(line) < 200 and re.match(r"\s*(?:\(c\)|©|copyright) .*\d{4}", line, re.IGNORECASE)
    ]
    stamps = {stamp for line in lines if len(line) < 160 and (stamp := read_stamp(line)) and stamp.source}
    signs = {
        "lines that count documents": len(counted) > 1,
        "numbered headings": len(numbered) > 1,
        "several copyright lines": len(rights) > 2,
        "several lines with an outlet and a date": len(stamps) > 2,
    }
    sign = next((name for name, shown in signs.items() if shown), "")
    if sign:
        raise Unusable(
            f"seems to hold several articles ({sign}), and where each begins cannot be told", SPLIT_THEM, SPLIT_OR_ADD
        )
