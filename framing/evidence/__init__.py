"""Records -> the two tables and the roster; CSV and Parquet in and out. The only place that flattens records."""

from framing.evidence.analysis import ACTORS, ARTICLES, EVIDENCE, KINDS, Analysis, build_analysis
from framing.evidence.disk import load_analysis, save_analysis
from framing.evidence.flatten import FlatArticle, draft_article

__all__ = [
    "ACTORS",
    "ARTICLES",
    "EVIDENCE",
    "KINDS",
    "Analysis",
    "FlatArticle",
    "build_analysis",
    "draft_article",
    "load_analysis",
    "save_analysis",
]
