"""How long the search takes at each key stroke, with a whole city's 10,000 citizens in an encrypted store.

    python -m tests.bench.bench_search [citizens]

The GUI's thread: from the key to the question asked, and from the answer to the list drawn. The reader: the query.
The bar is one frame, 16 ms, for the GUI's thread. Milliseconds are of one machine and printed only.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from app.clock import FixedClock
from app.ids import seeded_ids
from app.imports.request import ImportRequest
from app.imports.run import import_file
from app.imports.writing import write_table
from app.work import working
from db.rows.organisation import CaseworkerRow
from db.store.store import Store
from db.values.people import Role
from tests.bench.bench_import import TODAY, cpr

if TYPE_CHECKING:
    from ui.operation import Operation, Road

CITIZENS = 10_000
BAR_MS = 16.0
TEXTS = ("an", "han", "hanne so", "hanne soerensen 77", "soeren", "karim", "01.03.1955", "regler", "telefonnotat")
_ROUNDS = 9

_FIRST = ("Hanne", "Anders", "Amina", "Søren", "Mette", "Yusuf", "Kirsten", "Omar", "Åse", "Jørgen", "Nadia", "Bent")
_LAST = ("Sørensen", "Hansen", "Karim", "Lund", "Yildiz", "Ærø", "Nguyen", "Andersen", "Kjær", "Osman", "Bøgh")


def citizens_file(path: Path, count: int) -> None:
    """Write citizens with names that many share."""
    lines = [["cpr", "navn", "adresse", "postnr", "by", "ydelse", "ydelse_fra", "enhed", "tovholder", "tovholder_fra"]]
    for number in range(count):
        name = f"{_FIRST[number % len(_FIRST)]} {_LAST[number % len(_LAST)]} {number}"
        lines.append([
            cpr(number), name, f"Mjølnerparken {number % 90 + 1}", "2200", "København N", "kontanthjælp", "01-02-2006",
            "Nyropsgade", f"V. Holder {number % 50}", "01-02-2006",
        ])  # fmt: skip
    write_table(path, lines)


class HeldRunner:
    """Keeps what is asked until it is measured; the query is done apart from the drawing."""

    def __init__(self) -> None:
        from ui.changes_signal import ChangesSignal

        self.changes = ChangesSignal()
        self.asked: list[tuple[Operation, Callable[[], object]]] = []

    def start(self, operation: Operation, road: Road, work: Callable[[], object]) -> None:
        del road
        self.asked.append((operation, work))

    def stop(self) -> None:
        """Nothing is running."""


def measure(store: Store, author: str) -> None:
    """Print a line for each text: every prefix of it is typed, and the worst key stroke counts."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from ui.desk import Desk
    from ui.operation import outcome_of
    from ui.search.search_room import room_of
    from ui.shell.main_window import MainWindow
    from ui.shell.workplace import Workplace
    from ui.theme.theme import Theme
    from ui.theme.tokens import LIGHT
    from ui.window_start import make_application

    application = QApplication.instance() or make_application()
    assert isinstance(application, QApplication)
    theme = Theme(application, LIGHT)
    theme.apply()
    window = MainWindow(theme)
    window.show()
    runner = HeldRunner()
    workplace = Workplace(Desk(store, author, FixedClock(TODAY), seeded_ids(2), runner), window)
    search = room_of(workplace).search
    search.open()
    palette = search.palette
    assert palette is not None
    palette.grab()

    def milliseconds(do: Callable[[], object]) -> float:
        began = perf_counter()
        do()
        return (perf_counter() - began) * 1000

    sys.stdout.write(f"{'text':<20} {'gui median':>11} {'gui worst':>10} {'reader median':>14} {'worst':>7}  hits\n")
    for text in TEXTS:
        gui: list[float] = []
        reader: list[float] = []
        hits = 0
        for _ in range(_ROUNDS):
            palette.field.setText("")
            for length in range(1, len(text) + 1):
                runner.asked.clear()
                typed = text[:length]
                spent = milliseconds(partial(palette.field.setText, typed))
                if runner.asked:
                    operation, work = runner.asked[-1]
                    began = perf_counter()
                    outcome = outcome_of(work)
                    reader.append((perf_counter() - began) * 1000)
                    hits = len(outcome.value) if isinstance(outcome.value, tuple) else 0
                    spent += milliseconds(partial(operation.deliver, outcome))
                spent += milliseconds(palette.repaint)
                gui.append(spent)
        sys.stdout.write(
            f"{text:<20} {statistics.median(gui):>8.1f} ms {max(gui):>7.1f} ms "
            f"{statistics.median(reader or [0.0]):>11.1f} ms {max(reader or [0.0]):>4.0f} ms  {hits}\n"
        )
    sys.stdout.write(f"bar for the GUI's thread: {BAR_MS:.0f} ms\n")
    palette.reject()
    window.close()
    application.setStyleSheet("")


def main() -> int:
    """Make the store and measure."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else CITIZENS
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "store", os.urandom(32)) as store:
        clock, make_id = FixedClock(TODAY), seeded_ids(1)
        with working(store, author=None, clock=clock, make_id=make_id, use_case="set_up") as work:
            row = CaseworkerRow(name="M. Holm", sort_name="holm m", unit_id=None, role=Role.CASEWORKER)
            author = work.add(row).id
        path = Path(folder) / "borgere.csv"
        citizens_file(path, count)
        report = import_file(
            store, ImportRequest("borgere", path, extract_on=TODAY), author=author, clock=clock, make_id=make_id
        )
        sys.stdout.write(f"\n{report.new} citizens\n")
        measure(store, author)
    return 0


def test_that_the_search_is_measured() -> None:
    main()


if __name__ == "__main__":
    raise SystemExit(main())
