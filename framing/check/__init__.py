"""check_draft(): what an editor may want to look at in one article before it is printed, each with its place."""

from framing.check.draft import check_draft, check_findings
from framing.check.formats import as_records, as_sarif, say_issues
from framing.check.places import PlacedIssue, place_issues
from framing.check.records import ISSUE_KINDS, DraftIssue, IssueKind

__all__ = [
    "ISSUE_KINDS",
    "DraftIssue",
    "IssueKind",
    "PlacedIssue",
    "as_records",
    "as_sarif",
    "check_draft",
    "check_findings",
    "place_issues",
    "say_issues",
]
