"""Which wording of a referent the article chose: the variants of frame packs, found in the parsed text."""

from framing.annotate.frames.cues import find_cues, pack_is_on, pattern_occurs

__all__ = ["find_cues", "pack_is_on", "pattern_occurs"]
