"""Compares how news outlets word the same events, whom they let speak and how they treat each actor.

    articles   = framing.read_articles("corpus/demo")
    analysis   = framing.analyze(articles, packs=["demo"])        # two tables and a roster
    profile    = framing.profile_source(analysis, "The Ostrell Courier")
    comparison = framing.compare_sources(analysis)
    framing.write_report(comparison, "reports/demo", formats=["pdf", "png", "html"])

Every finding is a row of `analysis.evidence` with its words, its voice and the rule that produced it; every number
leads back to its rows. Nothing heavy is loaded before it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framing.compare import Comparison, compare_sources
    from framing.errors import FramingError
    from framing.evidence import Analysis, load_analysis, save_analysis
    from framing.model import Article, Span
    from framing.parse import parse_article
    from framing.pipeline import analyze, annotate_article, read_tone
    from framing.profile import Profile, profile_source
    from framing.read import group_events, read_articles
    from framing.report import write_report

__version__ = "0.1.0"

_HOMES = {
    "Analysis": "evidence",
    "Article": "model",
    "Comparison": "compare",
    "FramingError": "errors",
    "Profile": "profile",
    "Span": "model",
    "analyze": "pipeline",
    "annotate_article": "pipeline",
    "compare_sources": "compare",
    "group_events": "read",
    "load_analysis": "evidence",
    "parse_article": "parse",
    "profile_source": "profile",
    "read_articles": "read",
    "read_tone": "pipeline",
    "save_analysis": "evidence",
    "write_report": "report",
}

__all__ = [
    "Analysis",
    "Article",
    "Comparison",
    "FramingError",
    "Profile",
    "Span",
    "analyze",
    "annotate_article",
    "compare_sources",
    "group_events",
    "load_analysis",
    "parse_article",
    "profile_source",
    "read_articles",
    "read_tone",
    "save_analysis",
    "write_report",
]


def __getattr__(name: str) -> Any:
    """Loads a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'framing' has no attribute {name!r}; it offers {', '.join(__all__)}")
    return getattr(import_module(f"framing.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return [*__all__, "__version__"]
