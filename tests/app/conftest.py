"""The desk at which the use cases are tried."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.helpers.desk import Desk, make_desk


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = make_desk()
    yield desk
    desk.memory.close()
