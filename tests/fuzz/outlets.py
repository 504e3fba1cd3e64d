"""Names of outlets, known kinds and made-up ones, in every spelling that texts use."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

OUTLETS = [
    "The Guardian", "El País", "Süddeutsche Zeitung", "Gazeta Wyborcza", "France24", "TASS", "The New York Times",
    "Le Monde", "Der Spiegel", "Politico", "Deutsche Welle", "Ardwen Bell", "The Ostrell Courier",
    "Haverin Press Service", "Jyllands-Posten", "Rzeczpospolita", "La Stampa", "Al Jazeera", "Milliyet",
]  # fmt: skip


def plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def joined(name: str) -> str:
    return re.sub(r"[\s-]", "", name)


def inside(name: str, sign: str) -> str:
    """The name with a sign after its second-last letter, or between a letter and its accent."""
    apart = unicodedata.normalize("NFD", name)
    accent = next((n for n, char in enumerate(apart) if unicodedata.combining(char)), len(apart) - 1)
    return apart[:accent] + sign + apart[accent:]


SPELLINGS: Mapping[str, Callable[[str], str]] = {
    "as it is": str,
    "capitals": str.upper,
    "small letters": str.lower,
    "no accents": plain,
    "no accents, small letters": lambda name: plain(name).lower(),
    "no accents, capitals": lambda name: plain(name).upper(),
    "accents apart": lambda name: unicodedata.normalize("NFD", name),
    "in one word": joined,
    "in one word, small letters": lambda name: joined(name).lower(),
    "hyphens": lambda name: name.replace(" ", "-"),
    "underscores": lambda name: name.replace(" ", "_"),
    "full stops": lambda name: name.replace(" ", "."),
    "no-break spaces": lambda name: name.replace(" ", "\u00a0"),
    "narrow spaces": lambda name: name.replace(" ", "\u202f"),
    "line breaks": lambda name: name.replace(" ", "\n"),
    "handle": lambda name: f"@{plain(joined(name))}",
    "hashtag": lambda name: f"#{joined(name)}",
    "hashtag, small letters": lambda name: f"#{plain(joined(name)).lower()}",
    "domain": lambda name: f"{plain(joined(name)).lower()}.com",
    "address": lambda name: f"https://www.{plain(joined(name)).lower()}.com/world/1",
    "possessive": lambda name: f"{name}’s",
    "quotation marks": lambda name: f"“{name}”",
    "zero width": lambda name: inside(name, "\u200b"),
    "soft hyphen": lambda name: inside(name, "\u00ad"),
    "wide letters": lambda name: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in plain(name)),
}


def left(text: str, name: str) -> bool:
    """Whether the name, or its telling word, still stands there in any letters."""
    telling = max(re.findall(r"\w+", plain(name)), key=len).lower()
    shown = plain(unicodedata.normalize("NFKD", text.replace("\u200b", "").replace("\u00ad", ""))).lower()
    return telling in shown


STEMS = (
    "Ostrell", "Málvara", "Kórzin", "Brüggenau", "Želivka", "Čáslovar", "Öldenbo", "Sélmouthe", "Ærdalen",
    "Łukowin",
)  # fmt: skip
SHAPES = (
    "The {} Courier", "{} Herald & Mail", "The Daily {}", "{} 24", "{}24", "{}.press", "Radio {}", "El {}", "La {}",
    "Le {}", "L’{}", "Der {}", "Die {}", "{}er Tageblatt", "{}er Zeitung", "Gazeta {}", "{}-Posten", "{}s Avis",
    "Il {}", "O {}", "{} Haber", "Al {}", "{}", "{} Press Agency", "Agência {}", "News of {}", "{} and {} Times",
    "{}’s Voice",
)  # fmt: skip


def make_names(count: int, seed: int = 7) -> Iterator[str]:
    """Names that no outlet bears, built as outlets of many languages are called."""
    draw = random.Random(seed)
    for _ in range(count):
        shape = draw.choice(SHAPES)
        yield shape.format(*draw.sample(STEMS, 2))
