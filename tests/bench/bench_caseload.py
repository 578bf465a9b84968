"""How long the caseload takes with 10,000 citizens: reading it, and each keystroke in its filter.

    python -m tests.bench.bench_caseload [citizens]

A keystroke has two halves. The reader filters and sorts beside the GUI's thread; the GUI's own part is what the hand
feels and has 16 ms: taking the answer in, laying the table out and drawing it. It is measured as the thread's own time,
since what other programs take of the machine says nothing about it. Milliseconds are of one machine.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.cases.caseload_choice import CaseloadChoice, Scope
from app.cases.caseload_index import CaseloadIndex, load_caseload
from app.cases.caseload_row import CaseColumn, next_deadlines
from app.clock import FixedClock
from app.ids import seeded_ids
from app.work import working
from db.rows.organisation import CaseworkerRow
from db.store.store import Store
from db.values.people import Role
from tests.bench.bench_import import ROWS, TODAY, citizens_file, measure, talks_file
from ui.cases.caseload_view import CaseloadView
from ui.opening import read_queue
from ui.theme.theme import Theme
from ui.theme.tokens import LIGHT, Size
from ui.window_start import make_application

TYPED = ("p", "pe", "per", "pers", "perso", "person", "person 1", "person 12", "person 123", "person 1234")
BAR_MS = 16.0
_ROUNDS = 5


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _milliseconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def _store(folder: Path, citizens: int) -> tuple[Store, str]:
    """A store with so many citizens and one talk for each."""
    store = Store.create(folder / "store", os.urandom(32))
    with working(store, author=None, clock=FixedClock(TODAY), make_id=seeded_ids(1), use_case="set_up") as work:
        row = CaseworkerRow(name="M. Holm", sort_name="holm m", unit_id=None, role=Role.CASEWORKER)
        author = work.add(row).id
    citizens_file(folder / "borgere.csv", citizens)
    talks_file(folder / "samtaler.csv", citizens)
    for kind in ("borgere", "samtaler"):
        measure(store, author, kind, folder / f"{kind}.csv")
    return store, author


def _measure_keystrokes(
    application: QApplication, view: CaseloadView, index: CaseloadIndex, choice: CaseloadChoice
) -> None:
    reader: list[float] = []
    gui: list[float] = []
    for _ in range(_ROUNDS):
        for text in TYPED:
            began = perf_counter()
            shown = index.choose(CaseloadChoice(choice.scope, text, sort_by=choice.sort_by, together=choice.together))
            reader.append((perf_counter() - began) * 1000)

            def show(rows: tuple[int, ...] = shown.rows, together: frozenset[int] = shown.together) -> None:
                view.show_order(rows, together)
                application.processEvents()

            began = thread_time()
            show()
            gui.append((thread_time() - began) * 1000)
    slowest = max(gui)
    name = f"{choice.sort_by.value}{', together' if choice.together else ''}"
    _say(
        f"  by {name:<20} reader {statistics.median(reader):6.1f}   GUI {statistics.median(gui):6.2f}"
        f" ({statistics.median(gui) / BAR_MS:4.2f} of the bar)   the slowest {slowest:6.2f} ({slowest / BAR_MS:4.2f})"
    )


def main() -> int:
    """Print the table."""
    citizens = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else ROWS
    application = QApplication.instance()
    made = application if isinstance(application, QApplication) else make_application()
    with tempfile.TemporaryDirectory() as folder:
        store, author = _store(Path(folder), citizens)
        with store:
            began = perf_counter()
            with store.raw_reader() as connection:
                index = load_caseload(connection, author, TODAY)
            _say(f"\n{citizens} citizens, milliseconds")
            _say(f"  read and made ready            {(perf_counter() - began) * 1000:8.0f}")
            began = perf_counter()
            deadlines = next_deadlines(read_queue(store, TODAY).items)
            _say(f"  the queue reckoned             {(perf_counter() - began) * 1000:8.0f}")
            known = _milliseconds(lambda: index.know_deadlines(deadlines))
            _say(f"  its deadlines known            {known:8.0f}")
            theme = Theme(made, LIGHT)
            theme.apply()
            view = CaseloadView(theme)
            view.resize(Size.WINDOW[0] - Size.NAVIGATION, Size.WINDOW[1])
            view.show()
            view.take_rows(index.rows, TODAY, set())
            view.rows.take_deadlines(deadlines)
            for choice in (
                CaseloadChoice(Scope.ALL),
                CaseloadChoice(Scope.ALL, sort_by=CaseColumn.DEADLINE),
                CaseloadChoice(Scope.ALL, together=True),
            ):
                _measure_keystrokes(made, view, index, choice)
            view.close()
            index.close()
    return 0


def test_caseload() -> None:
    main()


if __name__ == "__main__":
    raise SystemExit(main())
