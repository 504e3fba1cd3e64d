"""Collections too large for one run: articles are read into shards on disk, linked afterwards, and looked at in parts.

A shard is one file of some hundred articles as drafts, with actors under the ids of their article; it is there whole or
not at all. Joining makes the tables of the whole collection of all shards. The tables are those of `analyze`.
"""

from framing.store.joining import join_shards
from framing.store.reading import Selection, describe_store, read_selection, read_store, read_store_roster
from framing.store.scoring import ScoringPlan, StoreOptions, plan_scoring, score_into

__all__ = [
    "ScoringPlan",
    "Selection",
    "StoreOptions",
    "describe_store",
    "join_shards",
    "plan_scoring",
    "read_selection",
    "read_store",
    "read_store_roster",
    "score_into",
]
