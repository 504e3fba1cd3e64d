"""Rival wordings that no pack knows: proposed side by side for a person to judge, never counted."""

from framing.discover.proposals import Proposal, discover, print_proposal, write_draft
from framing.discover.wordings import Wording

__all__ = ["Proposal", "Wording", "discover", "print_proposal", "write_draft"]
