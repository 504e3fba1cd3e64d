"""What kind of somebody or some body a common noun describes: "analyst", "attorney general", "ministry"."""

from __future__ import annotations

from collections.abc import Mapping

from framing.model import ActorKind, Parsed


def kind_of_calling(parsed: Parsed, token: int, callings: Mapping[str, str], lemma: str = "") -> ActorKind | None:
    """Kind that a noun itself tells ("analyst"), or the two words that it is one of ("attorney general"); or None.

    `lemma` is that of the token where the parser's is known to err.
    """
    forms = ((lemma or parsed.lemmas[token]).lower(), parsed.lowers[token])
    before = parsed.lowers[token - 1] if token else ""
    after = parsed.lowers[token + 1] if token + 1 < len(parsed) else ""
    pairs = [pair for form in forms for pair in (f"{form}-{after}", f"{before}-{form}")]
    for word in (*pairs, *forms):
        if word in callings:
            kind = callings[word]
            return "organisation" if kind == "evidence" else kind  # type: ignore[return-value]
    return None
