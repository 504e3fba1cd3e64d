"""Harm that nobody did."""

from __future__ import annotations

from tables import analysis, article, row

from framing.profile import profile_source

ACTORS = [("AM", "Armenia", "state", ""), ("AZ", "Azerbaijan", "state", ""), ("pm", "Ana Bek", "person", "AM")]


def test_agency_counts_what_nobody_did():
    detail = {"event": "kill", "agents": [], "patients": ["AM"]}
    named = {"event": "attack", "agents": ["AZ"], "patients": ["AM"]}
    rows = [row("agency", "a1", "agent_deleted", detail=detail), row("agency", "a1", "agent_named", detail=named)]
    agency = profile_source(analysis([article("a1", "North")], rows, ACTORS), "North").agency
    assert agency.deleted.value == 0.5
    assert agency.agents[0][:3] == ("AZ", "Azerbaijan", 1.0)
    assert agency.patients[0][2] == 2.0
