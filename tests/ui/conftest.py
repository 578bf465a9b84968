"""The theme, a runner without threads, and stores whose key is at hand."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.clock import FixedClock
from app.ids import NewId, seeded_ids
from db.store.store import Store
from tests.ui.items import TODAY
from ui.crash import write_crashes_to
from ui.operation import SynchronousRunner
from ui.theme.theme import Theme
from ui.theme.tokens import LIGHT


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, LIGHT)
    yield made
    # The application is shared by all tests, and a style sheet makes every later window dearer.
    qapp.setStyleSheet("")
    made.deleteLater()


@pytest.fixture
def runner(qapp: QApplication) -> SynchronousRunner:
    return SynchronousRunner()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def make_id() -> NewId:
    return seeded_ids(1)


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "lager"


@pytest.fixture
def empty_store(directory: Path) -> Iterator[Store]:
    with Store.create(directory, secrets.token_bytes(32)) as store:
        yield store


@pytest.fixture(autouse=True)
def crash_files(tmp_path: Path) -> Path:
    folder = tmp_path / "crashes"
    write_crashes_to(folder)
    return folder
