"""A name of 120 characters is elided or wrapped everywhere, and pushes nothing out of its window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget
from sqlalchemy import select

from app.cases.details import details_of, write_details
from app.work import Work
from db.rows.organisation import CaseworkerRow
from db.rows.people import CitizenRow
from tests.ui.demo_store import ALL_KINDS
from tests.ui.test_every_screen import HEIGHT, WIDTH, _cut_off, _shown
from ui.imports.preview_view import PreviewView
from ui.opening import read_queue
from ui.queue.columns import Column
from ui.queue.queue_page import QueuePage
from ui.shell.navigation import QUEUE_PAGE
from ui.shell.rooms import ROOMS
from ui.shell.workplace import Workplace

# With places to break it, and without.
LONGEST = 120
LONG = ((" ".join(["Anne-Margrethe"] * 9))[:LONGEST], ("Wolfeschlegelsteinhausen" * 5)[:LONGEST])
# Where the tests have other letters than the program brings along, a row of buttons may be a little wider.
_OTHER_LETTERS = 10


@pytest.fixture
def citizens() -> int:
    return ALL_KINDS


def rename(work: Work) -> None:
    for number, row in enumerate(work.session.scalars(select(CitizenRow).order_by(CitizenRow.cpr))):
        write_details(work, row, replace(details_of(row), name=LONG[number % 2]))
    for number, worker in enumerate(work.session.scalars(select(CaseworkerRow).where(CaseworkerRow.id != work.author))):
        worker.name = LONG[number % 2]


@pytest.fixture
def renamed(workplace: Workplace) -> Workplace:
    """The window at its smallest, after everybody else was given a name of 120 characters."""
    workplace.desk.write("change_citizen", rename)()
    page = workplace.show_page(QUEUE_PAGE)
    assert isinstance(page, QueuePage)
    queue = read_queue(workplace.desk.store, workplace.desk.clock.today())
    page.show_queue(queue.items, queue.today)
    workplace.window.theme.apply()
    workplace.window.resize(WIDTH, HEIGHT)
    return workplace


@pytest.mark.slow
def test_that_no_screen_grows_with_the_longest_name(renamed: Workplace) -> None:
    faults: list[str] = []
    seen: set[str] = set()
    for room in ROOMS:
        if room.scenes is tuple:
            continue
        for scene in room.scenes():
            seen.add(scene.name)
            for widget in _shown(renamed, scene):
                faults += [f"{scene.name}: {fault}" for fault in (*_cut_off(widget), *_pushed_out(widget))]
    assert {"koe-dagen", "sager", "soeg", "borger", "samtale", "ugen", "team-uden-tovholder", "overfoer"} <= seen
    assert not faults, "\n".join(faults)


def test_that_the_queue_says_the_whole_name_where_the_row_has_no_room(renamed: Workplace) -> None:
    page = renamed.show_page(QUEUE_PAGE)
    assert isinstance(page, QueuePage)
    index = next(
        index
        for row in range(page.view.model().rowCount())
        if (index := page.view.model().index(row, Column.CITIZEN)).data() in LONG
    )
    assert str(index.data(Qt.ItemDataRole.ToolTipRole)).startswith(str(index.data()))


def _pushed_out(window: QWidget) -> list[str]:
    """What asks for more room than the window has, and lists that would be scrolled to the side."""
    faults = []
    if window.minimumSizeHint().width() > WIDTH:
        faults.append(f"wants {window.minimumSizeHint().width()} at least")
    for area in window.findChildren(QAbstractScrollArea):
        # A file has as many columns as it has.
        listed = isinstance(area, QAbstractItemView) and not isinstance(area.parentWidget(), PreviewView)
        closed = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        over = area.horizontalScrollBar().maximum()
        if area.isVisible() and area.window() is window and over > _OTHER_LETTERS and (listed or closed):
            faults.append(f"{over} too wide: {type(area).__name__} in {type(area.parentWidget()).__name__}")
    return faults
