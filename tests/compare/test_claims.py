"""Which differences are claimed of an outlet, in which words."""

from __future__ import annotations

from tables import analysis, article, claims_of, random_run, row

from framing.compare.claims import COLUMNS


def test_claims_are_one_row_a_difference(compared):
    claims = compared.claims
    assert list(claims.columns[: len(COLUMNS)]) == COLUMNS
    assert not claims.duplicated(["source", "against", "feature"]).any()
    assert claims["holds"].dtype == bool
    assert set(claims["family"]) == {"headline", "exploratory"}
    assert claims.loc[claims["family"] == "headline", "feature"].nunique() <= 6


def test_a_planted_difference_is_claimed_in_words(compared):
    claims = compared.claims
    first = claims.iloc[0]
    assert first["holds"] and first["feature"] == "loaded/narrator" and first["source"] == "S0"
    assert first["sentence"].startswith("S0 tends to use more loaded words in its own voice than S")
    assert first["q"] <= 0.05 and first["low"] > 0 and first["n"] == 20
    rest = claims[~claims["holds"]]
    assert rest["sentence"].str.startswith("Cannot tell").sum() > 0.8 * len(rest)
    assert not rest["sentence"].str.contains("tends to").any()


def test_holding_needs_every_rule(compared):
    claims = compared.claims
    assert (claims.loc[claims["holds"], "q"] <= 0.05).all()
    assert (claims.loc[claims["holds"], "reason"] == "").all()
    assert (claims.loc[~claims["holds"], "reason"] != "").all()


def test_below_three_articles_there_are_no_claim_words():
    claims = claims_of(random_run(1, events=2, planted=9.0))
    assert claims["sentence"].str.contains("description only|nothing to count").all()
    assert not claims["sentence"].str.contains("tends to|Cannot tell from").any()


def test_one_article_cannot_carry_a_claim():
    """Twelve matched events; one source has twenty times the hits in one article and a few elsewhere."""
    articles, rows = [], []
    for event in range(12):
        own = 20_000 if event == 0 else 200
        articles += [article(f"{source}{event}", source, event=f"e{event}", own_words=own) for source in ("A", "B")]
        rows += [row("loaded", f"A{event}", "epithet") for _ in range(60 if event == 0 else 1)]
    claims = claims_of(analysis(articles, rows))
    first = claims[claims["feature"] == "loaded/narrator"].iloc[0]
    assert first["q"] <= 0.01 and not first["holds"]
    assert first["reason"] == "one article holds more than half of the evidence"
    assert "not about the outlet" in first["sentence"]
