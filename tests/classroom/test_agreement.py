"""Krippendorff's alpha against published and hand-made values."""

from __future__ import annotations

import numpy as np
import pytest

from framing.classroom.agreement import alpha_of

NONE = np.nan


def test_the_published_example_for_binary_data() -> None:
    """Krippendorff 2011, part B: two observers, ten units, alpha = 0.095."""
    meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    assert alpha_of(np.array([meg, owen], dtype=float)) == pytest.approx(0.095, abs=0.0005)


def test_full_agreement_is_one_and_units_of_one_coder_do_not_count() -> None:
    assert alpha_of(np.array([[1, 0, 1, NONE], [1, 0, 1, 0], [1, NONE, 1, NONE]], dtype=float)) == pytest.approx(1.0)


def test_systematic_disagreement_is_below_chance() -> None:
    found = alpha_of(np.array([[1, 0, 1, 0], [0, 1, 0, 1]], dtype=float))
    assert found is not None
    assert found < 0


@pytest.mark.parametrize("values", [[[0, 0], [0, 0]], [[1, 1], [1, 1]], [[1, 0]], [[NONE, 1], [0, NONE]]])
def test_nothing_to_tell_from(values: list[list[float]]) -> None:
    assert alpha_of(np.array(values, dtype=float)) is None
