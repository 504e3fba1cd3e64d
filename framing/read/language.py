"""Which language a whole text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from framing.packs.tone import load_tone
from framing.read.records import Unusable

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENOUGH_LETTERS = 120  # fewer tell too little
FEW_LETTERS = 20  # of a script that English does not use
CERTAIN = 0.5  # probability from which a language is believed
LAST_LATIN = "\u024f"
SAMPLE = 6_000  # characters looked at, from the beginning, the middle and the end
FUNCTION_WORDS = re.compile(
    r"\b(?:the|of|and|to|in|a|that|is|was|for|on|it|with|as|his|he|be|by|at|from|this|are|have)\b", re.IGNORECASE
)
COMMONEST = frozenset(FUNCTION_WORDS.pattern[5:-3].split("|"))
ENGLISH_SHARE = 0.2  # of function words among all words; English news has a quarter to a third
SMALL_WORD = re.compile(r"\b[^\W\d_A-Z]{2,}\b")
KNOWN_SHARE, FEWEST_KNOWN = 0.45, 15  # of them: English has .45 or more, its neighbours .28 at most
NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "bg": "Bulgarian", "cs": "Czech", "de": "German", "el": "Greek",
    "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew", "hu": "Hungarian", "hy": "Armenian",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def tell_language(text: str) -> str:
    """ISO 639-1 code of the language of a whole text; "en" also when the text is too short or too mixed to tell.

    Source: Lui and Baldwin 2012, "langid.py: An Off-the-shelf Language Identification Tool".
    """
    if _reads_english(text) or not _tells_enough(text) or _knows_words(text):
        return "en"
    language, certainty = _identifier().classify(_sample(text))
    return str(language) if certainty >= CERTAIN else "en"


def refuse_foreign(language: str) -> None:
    """Nothing, when the language is English.

    Raises:
        Unusable: it is another.
    """
    if language != "en":
        name = NAMES.get(language, f"the language {language!r}")
        raise Unusable(
            f"is not in English (it looks like {name})",
            "Leave it out, or force it with --language-check off (language_check=False); the findings will be poor.",
            "Leave it out: only English texts can be compared.",
        )


def _sample(text: str) -> str:
    """The text, or three pieces of it when it is long."""
    if len(text) <= SAMPLE:
        return text
    third, middle = SAMPLE // 3, len(text) // 2
    return f"{text[:third]} {text[middle : middle + third]} {text[-third:]}"


def _reads_english(text: str) -> bool:
    """Whether the text is plainly English: at least one word in five is one of the commonest English words."""
    words = text.count(" ") + 1
    needed = ENGLISH_SHARE * words
    if words < 40 or sum(map(COMMONEST.__contains__, text.lower().split())) >= needed:  # words between spaces alone
        return words >= 40
    return len(FUNCTION_WORDS.findall(text)) >= needed


def _knows_words(text: str) -> bool:
    """Whether half of the words without a capital are known to be English: lists of names have few function words.

    It spares the loading of the identifier, which takes as long as the parse of thirty articles.
    """
    words, known = SMALL_WORD.findall(text), load_tone().model.words
    share = KNOWN_SHARE * max(len(words), FEWEST_KNOWN)
    return sum(word in known or word in COMMONEST for word in words) >= share


def _tells_enough(text: str) -> bool:
    """Whether there are letters enough to decide; of a script that English does not use, fewer will do."""
    letters = [character for character in text[:SAMPLE] if character.isalpha()]
    foreign = sum(character > LAST_LATIN for character in letters)
    return len(letters) >= (FEW_LETTERS if foreign > 0.5 * len(letters) else ENOUGH_LETTERS)
