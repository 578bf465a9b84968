"""The office at which files are taken in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.import_office import ImportOffice


@pytest.fixture
def office(tmp_path: Path) -> Iterator[ImportOffice]:
    office = ImportOffice(tmp_path)
    yield office
    office.desk.memory.close()
