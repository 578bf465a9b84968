"""How steadily the window beats over a scripted day, with an import going on in another process beside it.

    python -m tests.bench.bench_heartbeat [citizens] [--alone]

`--alone` leaves the import out, for finding what is slow in the window itself.

A timer of the GUI's thread asks to be called every millisecond, and the gaps between its calls are how long the window
did not answer. The bars are 99.9 % of the gaps within 16 ms, none over 100 ms, at most 200 MiB, and no growth over the
day. Milliseconds are of one machine and printed only. A further step of the day is one more line in `STEPS`.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from ui.queue.queue_page import QueuePage

from tests.bench.bench_import import citizens_file
from tests.helpers.repository import ROOT

BARS: Final = {"within_16": 99.9, "longest": 100.0, "memory": 200.0}
_CITIZENS: Final = 120
_IMPORTED: Final = 2_000
_ROWS: Final = 40
_PATIENCE_S: Final = 60.0
# What a person cannot do faster than: the pause between two things one does.
_PAUSE_S: Final = 0.15

_IMPORT: Final = """
import sys, time
from pathlib import Path
from tests.bench.bench_heartbeat import import_beside
import_beside(Path(sys.argv[1]), Path(sys.argv[2]))
"""


class Gap(NamedTuple):
    """Between two beats: how long the window did not answer, and how much of that it computed itself.

    On a machine that others use as well the first also holds the time that they were given.
    """

    waited: float
    worked: float


@dataclass(slots=True)
class Beat:
    """The gaps between the calls of a timer on the GUI's thread: milliseconds by the clock, and at work in them."""

    gaps: list[Gap] = field(default_factory=list)
    last: float = 0.0
    last_work: float = 0.0

    def begin(self) -> list[Gap]:
        self.gaps, self.last, self.last_work = [], time.perf_counter(), time.thread_time()
        return self.gaps

    def beat(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        self.gaps.append(Gap((now - self.last) * 1000, (work - self.last_work) * 1000))
        self.last, self.last_work = now, work


def import_beside(directory: Path, file: Path) -> None:
    """Import a file into a store of its own, again and again until the parent ends this process."""
    from app.clock import FixedClock
    from app.ids import seeded_ids
    from app.imports.request import ImportRequest
    from app.imports.run import import_file
    from app.work import working
    from db.rows.organisation import CaseworkerRow
    from db.store.store import Store
    from db.values.people import Role
    from ui.demo_day import DEMO_DAY

    for number in range(1_000):
        clock, make_id = FixedClock(DEMO_DAY), seeded_ids(number)
        with Store.create(directory / str(number), os.urandom(32)) as store:
            with working(store, author=None, clock=clock, make_id=make_id, use_case="set_up") as work:
                row = CaseworkerRow(name="M. Holm", sort_name="holm m", unit_id=None, role=Role.CASEWORKER)
                author = work.add(row).id
            request = ImportRequest("borgere", file, extract_on=DEMO_DAY)
            import_file(store, request, author=author, clock=clock, make_id=make_id)


def memory() -> float:
    """MiB of this process that lie in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


class Script:
    """A person at the window: does one thing after the other and lets the window answer in between."""

    def __init__(self, directory: Path) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from app.clock import FixedClock
        from app.ids import seeded_ids
        from ui.demo_day import DEMO_DAY
        from ui.operation import ThreadRunner
        from ui.shell.main_window import MainWindow
        from ui.start_flow import StartFlow
        from ui.start_options import StartOptions
        from ui.window_start import make_application

        made = make_application()
        assert isinstance(made, QApplication)
        self.application = made
        from ui.theme.theme import Theme
        from ui.theme.tokens import LIGHT

        theme = Theme(made, LIGHT)
        theme.apply()
        sys.setswitchinterval(0.0001)
        self.window = MainWindow(theme)
        options = StartOptions(directory, demo=True)
        self.flow = StartFlow(self.window, ThreadRunner(self.window), options, FixedClock(DEMO_DAY), seeded_ids(3))
        self.beat = Beat()
        self.timer = QTimer()
        self.timer.setInterval(1)
        self.timer.timeout.connect(self.beat.beat)
        self.window.show()
        self.flow.begin()
        self.wait(lambda: self.flow.workplace is not None and bool(self.page.shown_items()))
        self.rest(1.0)

    @property
    def page(self) -> QueuePage:
        return self.flow.page()

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        ends = time.perf_counter() + _PATIENCE_S
        while not until():
            self.application.processEvents()
            time.sleep(0.0005)
            if time.perf_counter() > ends:
                message = "the window did not come to it"
                raise TimeoutError(message)

    def rest(self, seconds: float = _PAUSE_S) -> None:
        """Let the window work for a while."""
        ends = time.perf_counter() + seconds
        self.wait(lambda: time.perf_counter() >= ends)

    @contextmanager
    def measured(self) -> Iterator[list[Gap]]:
        """Collect the gaps meanwhile."""
        gaps = self.beat.begin()
        self.timer.start()
        yield gaps
        self.timer.stop()


def look_through_rows(script: Script) -> None:
    """Go down the list, row by row, as fast as a key repeats."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    for _ in range(_ROWS):
        QTest.keyClick(script.page.view, Qt.Key.Key_Down)
        script.rest()


def choose_kinds_and_scopes(script: Script) -> None:
    """Look at each kind and each scope."""
    page = script.page
    for button in (*page.kinds._buttons.values(), *page.tools.scopes.values()):
        if button.isVisible():
            button.click()
            script.rest()
    page.kinds.button(None).click()
    script.rest()


def narrow(script: Script) -> None:
    """Fold out the filters, press some, and take them off."""
    page = script.page
    page.tools.filters.click()
    script.rest()
    assert page.panel is not None
    for button in list(page.panel._options.values())[:8]:
        button.click()
        script.rest()
    page.panel.put_away()
    page.use_filters({})
    script.rest()


def fold(script: Script) -> None:
    """Fold and unfold what stands above the list."""
    from ui.queue.day_read import Part

    page = script.page
    script.wait(lambda: page.day is not None)
    assert page.day is not None
    for part in Part:
        for folded in (True, False):
            page.day._fold(part, folded=folded)
            script.rest()


def register_a_talk(script: Script) -> None:
    """Open the form from a row, fill it in and save; the queue is computed anew."""
    from datetime import timedelta

    from app.queue.filters import Chosen, Whose
    from db.values.talks import TalkForm
    from ui.demo_day import DEMO_DAY
    from ui.shell.case_action import CaseAction
    from ui.talks.talk_dialog import TalkDialog
    from ui.talks.talk_fields import MatchAnswer

    page, workplace = script.page, script.flow.workplace
    assert workplace is not None
    page.choose_view(Chosen(Whose.ALL))
    row = next(each for each in page.shown_items() if each.kind == "CONTACT_DUE" and each.match is not None)
    page.action_wanted.emit(CaseAction.HOLD_TALK, row)
    script.wait(lambda: workplace.forms.dialog is not None)
    dialog = workplace.forms.dialog
    assert isinstance(dialog, TalkDialog)
    script.rest(0.3)
    dialog.fields.note.set_value("Talte om praktik i rengøring.")
    dialog.fields.form.button(TalkForm.INDIVIDUAL).click()
    dialog.fields.match.button(MatchAnswer.KEPT).click()
    dialog.form.fields["next_step_towards_work"].set_state("Besøger to virksomheder")
    dialog.form.fields["next_contact_on"].set_state(f"{DEMO_DAY + timedelta(days=60):%d.%m.%Y}")
    script.rest(0.3)
    dialog.submit()
    script.wait(lambda: workplace.forms.dialog is None)
    script.rest(0.5)
    page.choose_view(Chosen(Whose.MINE))


def open_citizens(script: Script) -> None:
    """Open the pages of some citizens, when there is a page of a citizen."""
    workplace = script.flow.workplace
    assert workplace is not None
    if not workplace.shows_citizens():
        return
    cases = [each.case_id for each in script.page.shown_items() if each.case_id]
    for case_id in cases[:5]:
        workplace.show_citizen(case_id)
        script.rest(0.2)
    workplace.show_page("queue")
    script.rest()


def compute_anew(script: Script) -> None:
    """Have the queue computed anew many times, as many saves do."""
    for _ in range(10):
        script.flow._compute_anew()
        script.rest(0.1)


STEPS: Final[dict[str, Callable[[Script], None]]] = {
    "rows": look_through_rows,
    "kinds": choose_kinds_and_scopes,
    "filters": narrow,
    "fold": fold,
    "talk": register_a_talk,
    "citizens": open_citizens,
    "refresh": compute_anew,
}
"""The day, one after the other; it is gone through twice, and the second time is what is held against memory."""


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def report(name: str, gaps: list[Gap]) -> None:
    """One line: the share of the gaps of at most 16 ms and the longest, by the clock and by own work."""
    line = f"{name:<10}{len(gaps):>7} gaps"
    for words, found in (("by the clock", [gap.waited for gap in gaps]), ("own work", [gap.worked for gap in gaps])):
        share = 100.0 * sum(1 for gap in found if gap <= 16.0) / max(len(found), 1)
        over = sum(1 for gap in found if gap > BARS["longest"])
        line += f" | {words}: {share:6.2f} % ≤ 16 ms, longest {max(found, default=0):6.1f} ms, {over} over"
    say(line)


def main() -> int:
    """Go through the day twice, and print a line a step."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.demo.store import make_demo
    from ui.demo_day import DEMO_DAY

    citizens = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdecimal() else _CITIZENS
    with tempfile.TemporaryDirectory() as folder:
        make_demo(Path(folder) / "demo", DEMO_DAY, citizens=citizens)
        citizens_file(Path(folder) / "borgere.csv", _IMPORTED)
        script = Script(Path(folder) / "demo")
        (Path(folder) / "beside").mkdir()
        arguments = [str(Path(folder) / "beside"), str(Path(folder) / "borgere.csv")]
        program = "import time; time.sleep(3600)" if "--alone" in sys.argv else _IMPORT
        beside = subprocess.Popen([sys.executable, "-c", program, *arguments], cwd=ROOT)
        everything: list[Gap] = []
        sizes = [memory()]
        try:
            for turn in ("first", "second"):
                say(f"{turn} time through the day, {len(script.page._items)} rows")
                for name, step in STEPS.items():
                    with script.measured() as gaps:
                        step(script)
                    report(name, gaps)
                    everything += gaps
                gc.collect()
                sizes.append(memory())
        finally:
            beside.terminate()
            beside.wait()
        report("all", everything)
        bar = BARS["memory"]
        begun, once, twice = sizes
        say(f"memory {begun:.0f} MiB at the start, {once:.0f} after one day, {twice:.0f} after two (bar {bar:.0f})")
        script.flow.close()
        script.window.close()
    return 0


def test_heartbeat() -> None:
    # In a process of its own, so that memory and threads are the window's and nobody else's.
    subprocess.run([sys.executable, "-m", "tests.bench.bench_heartbeat"], cwd=ROOT, check=True, timeout=600)


if __name__ == "__main__":
    raise SystemExit(main())
