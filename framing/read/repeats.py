"""Title, lead and passages that a page prints twice: found, so that each stands once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.read.furniture import is_body, letters, same_words
from framing.read.layout import ends_sentence, word_count

CUT_SHORT = re.compile(
    r"[\s(\[]*(?:\.{2,}|…|\[?…\]?)[\s)\]]*(?:(?:read|see|show|continue|learn)\b[\w ]{0,20})?[\s.…»→>]*$", re.IGNORECASE
)
INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$")  # a full stop that ends no sentence: "the G.O.P."
TAIL = re.compile(r"\s+(?:\||::|»|·|•|/)\s+(?P<site>[^|]{2,60})$|\s+[-–—]\s+(?P<dashed>[^|]{2,40})$")
AGENCIES = r"AP|AFP|Reuters|REUTERS|UPI|TASS|dpa|DPA|Xinhua|ANSA|EFE|PTI|IANS|Interfax|Bloomberg|CNN|Sputnik|Anadolu|AA"
CAPITALS = r"[A-Z][A-Z.’'-]{2,30}[A-Z.’'/ 0-9,-]{0,40}(?:, [A-Z][\w. ]{2,30})?"  # PORT SAND, Ruvia
LONG_CAPITALS = r"[A-Z][A-Z.’'-]{3,30}[A-Z.’' /-]{0,30}"  # without an agency a town of four letters at least
DAY = r"(?:[,.]? ?[A-Z][A-Za-z]{2,8}\.? \d{1,2}(?:,? \d{4})?)"
DASH = r"(?: ?(?:--?|–|—)\s*)"
DATELINES = (
    rf"(?:[A-Z][\w.’' ,/-]{{1,60}} ?)?\((?:{AGENCIES})\){DASH}",  # Port Sand (AP) —
    rf"{CAPITALS}{DAY}?,? ?\((?!R-|D-|I-)[A-Z][^()]{{1,40}}\){DASH}",  # PORT SAND, Ruvia, May 3 (Lamp Press) —
    rf"{LONG_CAPITALS}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?{DAY}?\.?{DASH}",  # PORT SAND, Ruvia, May 3 —
    rf"{CAPITALS}{DAY}\. ?(?:/[A-Z][\w -]{{1,20}}/[.:]? ?{DASH}?)?",  # PORT SAND, May 3. /LAMP/.
    rf"{CAPITALS}{DAY}, [A-Z]{{3,15}}(?:\.|:|{DASH})\s*",  # PORT SAND, MAY 3, LAMPPRESS.
)
DATELINE = re.compile(rf"(?:{'|'.join(DATELINES)})\s*(?=[A-Z0-9“\"‘'])")
LEADING_LINES = 6  # where a title or a lead may be printed a second time
MAX_HEADLINE_WORDS = 28
CUT_WITHIN = 60  # characters at the end of a lead where the page may have cut it short
FEWEST_WORDS_TWICE = 12  # of a paragraph that goes when it is printed again


def strip_site(title: str, *, source: str = "", others: Sequence[str] = ()) -> tuple[str, str]:
    """A title without the name of the site at its end, and that end ("" when there is none).

    After a bar any short name goes; after a dash only the source's, or when the rest stands alone in `others`.
    """
    rest, gone = title.strip(), ""
    while match := TAIL.search(rest):
        head, name = rest[: match.start()].rstrip(), match.group("site") or match.group("dashed")
        sure = bool(source and same_words(name, source)) or any(same_words(head, other) for other in others)
        barred = match.group("site") is not None and "/" not in match.group()
        if word_count(head) < 3 or not (sure or (barred and word_count(name) <= 5)):
            break
        rest, gone = head, title.strip()[len(head) :]
    return rest, gone.strip()


def find_headline(lines: Sequence[str], *, set_apart: bool) -> str:
    """The first line when it reads as a headline: short, no full stop, followed by prose; else ""."""
    if len(lines) < 2 or not 2 <= word_count(lines[0]) <= MAX_HEADLINE_WORDS:
        return ""
    ended = lines[0].endswith((".", ",", ";", ":", ".”", '."', "…")) and not INITIALS.search(lines[0])
    unfinished = not ended and not lines[0].startswith(("“", '"'))
    return lines[0] if unfinished and (set_apart or is_body(lines[1])) else ""


def find_repeats(lines: Sequence[str], title: str) -> dict[int, str]:
    """The lines, by number, that say again what stands elsewhere, and why: title, lead, pull quote.

    No words are lost: the title stands as headline, and of two equal passages one stays.
    """
    words = [letters(line) for line in lines]
    cuts = dict.fromkeys(_titles(lines, words, title), "repeated title")
    for number in range(min(LEADING_LINES, len(lines))):
        if number not in cuts and _is_lead(number, lines, words, cuts):
            cuts[number] = "repeated lead"
    cuts.update(dict.fromkeys(_passages(lines, words, cuts), "repeated passage"))
    return dict(sorted(cuts.items()))


def _titles(lines: Sequence[str], words: Sequence[str], title: str) -> list[int]:
    """Lines near the top that are the title, with or without the site's name; never a full sentence further down."""
    wanted = letters(title)
    near = range(min(LEADING_LINES, len(lines))) if wanted else ()
    found = [n for n in near if wanted in (words[n], letters(strip_site(lines[n], others=[title])[0]))]
    return [n for n in found if n == 0 or title.endswith(".") or not lines[n].endswith(".")]


def _is_lead(number: int, lines: Sequence[str], words: Sequence[str], cuts: dict[int, str]) -> bool:
    """Whether a paragraph opens again, word for word, a little further down."""
    line = lines[number]
    short = line[:-CUT_WITHIN] + CUT_SHORT.sub("", line[-CUT_WITHIN:])
    wanted = letters(short)
    if word_count(short) < 5:
        return False
    later = [words[n] for n in range(number + 1, min(len(lines), number + LEADING_LINES)) if n not in cuts]
    if short != line:  # cut off by the page, perhaps in the middle of a word
        return any(text.startswith(wanted) for text in later)
    return any(text == wanted or text.startswith(f"{wanted} ") for text in later)


def _passages(lines: Sequence[str], words: Sequence[str], cuts: dict[int, str]) -> list[int]:
    """Paragraphs printed a second time, and pull quotes: lines that stand again inside a longer paragraph."""
    left = [n for n in range(len(lines)) if n not in cuts]
    whole = "\n".join(f" {words[n]} " for n in left)
    seen: set[str] = set()
    repeated = []
    for number in left:
        text = words[number]
        count = text.count(" ") + 1
        pulled = not ends_sentence(lines[number]) or lines[number][0] in '“"‘'
        if text in seen and count >= FEWEST_WORDS_TWICE or pulled and 8 <= count <= 60 and _inside_another(text, whole):
            repeated.append(number)
        seen.add(text)
    return repeated


def _inside_another(text: str, whole: str) -> bool:
    """Whether the words stand also inside a paragraph that holds more than they."""
    return whole.count(f" {text} ") > f"\n{whole}\n".count(f"\n {text} \n")


def split_dateline(line: str) -> tuple[str, str]:
    """Place, date and agency before the first sentence ("PORT SAND, May 3 (AP) — "), and the line without them.

    The dateline is "" when there is none; an acronym followed by a dash and a small letter is no dateline.
    """
    match = DATELINE.match(line)
    return (match.group(), line[match.end() :]) if match and match.end() < len(line) else ("", line)
