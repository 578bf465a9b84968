"""Emitting signals must not use up the references to `True`."""

from __future__ import annotations

import sys

import pytest

from ui.forms.true_count import keep_true


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal there")
def test_that_the_count_is_raised_out_of_reach_once_and_no_more() -> None:
    keep_true()
    raised = sys.getrefcount(True)
    keep_true()
    assert raised > 1 << 38
    assert abs(sys.getrefcount(True) - raised) < 1 << 20
