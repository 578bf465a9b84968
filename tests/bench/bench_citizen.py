"""How long it takes to open a citizen's page: read and logged, and put on the screen; and its deadlines after it."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from app.cases.dossier import open_dossier
from app.clock import FixedClock
from app.demo.store import DEMO_PASSPHRASE, make_demo
from app.ids import system_ids
from db.keys import unlock_with_passphrase
from db.store.store import Store

TODAY = date(2007, 3, 20)
BAR = 50.0
_MOST = 120


@contextmanager
def _demo() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder) / "demo"
        make_demo(directory, TODAY)
        with Store.open(directory, unlock_with_passphrase(directory, DEMO_PASSPHRASE)) as store:
            yield store


def _cases(store: Store) -> list[str]:
    with store.raw_reader() as connection:
        rows = connection.execute("select id from citizen where gone = 0 order by id").fetchall()
    return [str(row[0]) for row in rows][:_MOST]


def _say(name: str, times: list[float], bar: float | None = None) -> None:
    bars = f"   bar {bar:.0f}" if bar else ""
    sys.stdout.write(
        f"{name:<34} first {times[0]:7.1f}   median {median(times[1:]):6.1f}   worst {max(times[1:]):6.1f} ms{bars}\n"
    )


def main() -> None:
    """Print one line each, over the first cases of the demo with its 300 citizens."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui import opening
    from ui.citizen.citizen_view import CitizenView
    from ui.desk import Desk
    from ui.operation import SynchronousRunner
    from ui.queue.queue_page import QueuePage
    from ui.shell.main_window import MainWindow
    from ui.shell.workplace import Workplace
    from ui.theme.theme import Theme
    from ui.theme.tokens import LIGHT
    from ui.window_start import make_application

    application = make_application()
    with _demo() as store:
        theme = Theme(application, LIGHT)
        theme.apply()
        window = MainWindow(theme)
        page = QueuePage(theme)
        window.show_page(page)
        window.show()
        worker = opening.settle(store).worker_id or ""
        desk = Desk(store, worker, FixedClock(TODAY), system_ids(), SynchronousRunner())
        workplace = Workplace(desk, window, demo=True)
        workplace.take_in(page)
        view = workplace.show_page("citizen")
        assert isinstance(view, CitizenView)
        # The deadlines are computed on the other thread and not waited for; here there is one.
        view._read_items = lambda: None  # type: ignore[method-assign] # as said
        reading: list[float] = []
        drawing: list[float] = []
        queue: list[float] = []
        for case_id in _cases(store):
            began = perf_counter()
            dossier = desk.open(lambda work, case_id=case_id: open_dossier(work, case_id))()  # type: ignore[misc] # bound now
            read = perf_counter()
            view._case_id, view._dossier, view._items = case_id, None, None
            view._show(case_id, dossier, fresh=True)
            application.processEvents()
            drawn = perf_counter()
            opening.read_queue(store, TODAY)
            reading.append((read - began) * 1000)
            drawing.append((drawn - read) * 1000)
            queue.append((perf_counter() - drawn) * 1000)
        _say("read and logged", reading)
        _say("on the screen", drawing)
        _say("read, logged and on the screen", [sum(each) for each in zip(reading, drawing, strict=True)], BAR)
        _say("deadlines of the whole queue", queue)
        window.close()


def test_that_the_citizens_page_is_measured() -> None:
    main()


if __name__ == "__main__":
    main()
