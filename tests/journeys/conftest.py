"""The real window on a copy of the invented people's store, with threads, as a person meets it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.ids import seeded_ids
from tests.journeys.hand import COUNTS
from tests.ui.conftest import theme
from tests.ui.demo_store import CITIZENS, copy_demo
from tests.ui.items import TODAY
from ui.operation import ThreadRunner
from ui.shell.main_window import MainWindow
from ui.start_flow import StartFlow
from ui.start_options import StartOptions
from ui.theme.theme import Theme

__all__ = ["theme"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """End with what each story took; with several workers each keeps its own counts, and there is no table."""
    if COUNTS:
        terminalreporter.section("clicks")
        terminalreporter.write_line("| Story | Clicks | At most |\n|---|---|---|")
        for story, (count, most) in COUNTS.items():
            terminalreporter.write_line(f"| {story} | {count} | {most} |")


@pytest.fixture
def citizens() -> int:
    """How many citizens the demo has; a story that needs a rare row wants `ALL_KINDS`."""
    return CITIZENS


@pytest.fixture
def demo(tmp_path: Path, qtbot: QtBot, theme: Theme, citizens: int) -> Iterator[StartFlow]:
    """The window of 20 March 2007, open and with a worker at it."""
    folder = copy_demo(tmp_path / "demo", citizens)
    theme.apply()
    window = MainWindow(theme)
    qtbot.addWidget(window)
    made = StartFlow(window, ThreadRunner(window), StartOptions(folder, demo=True), FixedClock(TODAY), seeded_ids(3))
    window.show()
    made.begin()
    qtbot.waitUntil(lambda: made.workplace is not None and bool(made.page().shown_items()), timeout=20_000)
    yield made
    made.close()
    window.close()
