"""The window at an empty store of one's own, where files may be taken in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from app.cases.workers import CreateWorker, SetMe, create_worker, set_me
from app.clock import FixedClock
from app.ids import NewId
from app.reference.seed import reference_id, seed_reference
from app.work import working
from db.rows.people import CitizenRow
from db.store.store import Store
from db.values.people import Role
from ui import opening
from ui.desk import Desk
from ui.imports.import_file import ImportFile
from ui.imports.import_page import ImportPage
from ui.operation import Runner, SynchronousRunner, ThreadRunner
from ui.queue.queue_page import QueuePage
from ui.shell.main_window import MainWindow
from ui.shell.workplace import Workplace
from ui.theme.theme import Theme

HEADINGS = "cpr;navn;ydelse;ydelse_fra;enhed;tovholder"
# Replacement numbers: the day is 60 too high, so that they are nobody's.
AMINA = "740372-1234;Amina Yusuf;kontanthjælp;01-01-2007;Jobcenter Musvågevej;M. Holm"
BENT = "630559-1011;Bent Sørensen;kontanthjælp;01-02-2007;Jobcenter Musvågevej;M. Holm"


@dataclass
class Bench:
    """The page, and a folder with files for it."""

    workplace: Workplace
    page: ImportPage
    folder: Path

    def write(self, *rows: str, name: str = "borgere-marts.csv", headings: str = HEADINGS) -> Path:
        """Write a file."""
        path = self.folder / name
        path.write_text("\n".join((headings, *rows)) + "\n", encoding="utf-8")
        return path

    def add(self, *rows: str, name: str = "borgere-marts.csv", headings: str = HEADINGS) -> ImportFile:
        """Write a file and put it on the table."""
        path = self.write(*rows, name=name, headings=headings)
        self.page.add([path])
        return self.file(path)

    def file(self, path: Path) -> ImportFile:
        """The file of that path."""
        return next(file for file in self.page.files.bench.files if file.path == path)

    def citizens(self) -> int:
        """How many the store has."""
        with self.workplace.desk.store.reading() as session:
            return session.scalar(select(func.count()).select_from(CitizenRow)) or 0


def make_bench(store: Store, runner: Runner, clock: FixedClock, make_id: NewId, theme: Theme, folder: Path) -> Bench:
    """Sit down at an empty store as M. Holm."""
    with working(store, author=None, clock=clock, make_id=make_id, use_case="test") as work:
        seed_reference(work)
        work.session.flush()
        unit = reference_id("org_unit", "musvaagevej")
        worker = create_worker(work, CreateWorker("M. Holm", unit, Role.CASEWORKER)).id
        set_me(work, SetMe(worker))
    window = MainWindow(theme)
    page = QueuePage(theme)
    window.show_page(page)
    window.show()
    workplace = Workplace(Desk(store, worker, clock, make_id, runner), window)
    page.show_queue(opening.read_queue(store, clock.today()).items, clock.today())
    workplace.take_in(page)
    imports = workplace.show_page("imports")
    assert isinstance(imports, ImportPage)
    return Bench(workplace, imports, folder)


@pytest.fixture
def bench(
    qtbot: QtBot, empty_store: Store, clock: FixedClock, make_id: NewId, theme: Theme, tmp_path: Path
) -> Iterator[Bench]:
    """Work is done on the spot."""
    made = make_bench(empty_store, SynchronousRunner(), clock, make_id, theme, tmp_path)
    qtbot.addWidget(made.workplace.window)
    yield made
    made.workplace.window.close()


@pytest.fixture
def threaded(
    qtbot: QtBot, empty_store: Store, clock: FixedClock, make_id: NewId, theme: Theme, tmp_path: Path
) -> Iterator[Bench]:
    """Work is done beside the window."""
    runner = ThreadRunner()
    made = make_bench(empty_store, runner, clock, make_id, theme, tmp_path)
    qtbot.addWidget(made.workplace.window)
    yield made
    runner.stop()
    made.workplace.window.close()
