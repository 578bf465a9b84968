"""The store with every kind of row."""

from __future__ import annotations

import pytest

from tests.ui.demo_store import ALL_KINDS


@pytest.fixture
def citizens() -> int:
    return ALL_KINDS
