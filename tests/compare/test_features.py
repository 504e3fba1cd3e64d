"""The families of features."""

from __future__ import annotations

import pytest

from framing.compare import compare_sources
from framing.errors import UsageError


@pytest.mark.slow
def test_headline_features_can_be_declared(planted):
    claims = compare_sources(planted, headline=["words", "reading/grade"]).claims
    assert set(claims.loc[claims["family"] == "headline", "feature"]) == {"words", "reading/grade"}
    with pytest.raises(UsageError, match="no feature 'bias'"):
        compare_sources(planted, headline=["bias"])
    with pytest.raises(UsageError, match="at most six"):
        compare_sources(planted, headline=list(dict.fromkeys(claims["feature"]))[:7])
