"""How steadily the window beats over a scripted day, with an import going on in another process beside it.

    python -m tests.bench.bench_heartbeat [citizens] [--alone] [--days N] [--only STEP,STEP]

`--alone` leaves the import of the other process out, for finding what is slow in the window itself; the day's own
import, in the program's own threads as the page does it, is a step of the day either way.

A timer of the GUI's thread asks to be called every millisecond, and the gaps between its calls are how long the window
did not answer. The bars are 99.9 % of the gaps within 16 ms, none over 100 ms, at most 200 MiB, and no growth over the
day. Milliseconds are of one machine and printed only. The steps stand in `day_script`.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.bench.bench_import import citizens_file
from tests.bench.bench_start import compile_program
from tests.bench.day_script import STEPS, Gap, Script, settle
from tests.helpers.repository import ROOT

BARS: Final = {"within_16": 99.9, "longest": 100.0, "memory": 200.0}
_CITIZENS: Final = 120
_IMPORTED: Final = 2_000
# What the window itself takes in: with the citizens of the demo 300 cases, for which the bars are set. A workbook is
# read by a process of its own, however small.
_TAKEN_IN: Final = 180
_WORST: Final = 12

_IMPORT: Final = """
import sys, time
from pathlib import Path
from tests.bench.bench_heartbeat import import_beside
import_beside(Path(sys.argv[1]), Path(sys.argv[2]))
"""

_DEMO: Final = """
import sys
from pathlib import Path
from app.demo.store import make_demo
from ui.demo_day import DEMO_DAY
make_demo(Path(sys.argv[1]), DEMO_DAY, citizens=int(sys.argv[2]))
"""


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


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def report(name: str, gaps: list[Gap]) -> None:
    """One line: the share of the gaps of at most 16 ms and the longest, by the clock and by own work."""
    line = f"{name:<10}{len(gaps):>7} gaps"
    for words, found in (("by the clock", [gap.waited for gap in gaps]), ("own work", [gap.worked for gap in gaps])):
        share = 100.0 * sum(1 for gap in found if gap <= 16.0) / max(len(found), 1)
        over = sum(1 for gap in found if gap > BARS["longest"])
        slow = sum(1 for gap in found if gap > 16.0)
        line += f" | {words}: {share:6.2f} % ≤ 16 ms ({slow} not), longest {max(found, default=0):6.1f} ms, {over} over"
    say(line)


def widgets() -> int:
    """How many widgets there are in the window's process."""
    from PySide6.QtWidgets import QApplication

    return len(QApplication.allWidgets())


def main() -> int:
    """Go through the day as often as asked, twice by itself, and print a line a step."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser()
    parser.add_argument("citizens", nargs="?", type=int, default=_CITIZENS)
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--days", type=int, default=2)
    parser.add_argument("--only", default=",".join(STEPS))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # In a process of its own: what making it leaves in memory is not the window's.
        subprocess.run([sys.executable, "-c", _DEMO, str(folder / "demo"), str(asked.citizens)], cwd=ROOT, check=True)
        compile_program()
        citizens_file(folder / "borgere.csv", _IMPORTED)
        citizens_file(folder / "borgere-til-vinduet.xlsx", _TAKEN_IN)
        script = Script(folder / "demo", folder / "borgere-til-vinduet.xlsx")
        (folder / "beside").mkdir()
        arguments = [str(folder / "beside"), str(folder / "borgere.csv")]
        program = "import time; time.sleep(3600)" if asked.alone else _IMPORT
        beside = subprocess.Popen([sys.executable, "-c", program, *arguments], cwd=ROOT)
        by_step: dict[str, list[Gap]] = {}
        say(f"memory {memory():.0f} MiB and {widgets()} widgets at the start")
        try:
            for day in range(1, asked.days + 1):
                say(f"day {day}, {len(script.page._items)} rows")
                for step in asked.only.split(","):
                    with script.measured() as gaps:
                        STEPS[step](script)
                    report(step, gaps)
                    by_step.setdefault(step, []).extend(gaps)
                settle(script)
                gc.collect()
                say(f"memory {memory():.0f} MiB and {widgets()} widgets after day {day} (bar {BARS['memory']:.0f} MiB)")
        finally:
            beside.terminate()
            beside.wait()
        everything = [gap for gaps in by_step.values() for gap in gaps]
        report("all", everything)
        worst = sorted(
            ((gap, step) for step, gaps in by_step.items() for gap in gaps), key=lambda each: -each[0].worked
        )
        say("worst by own work: " + ", ".join(f"{step} {gap.worked:.0f} ms" for gap, step in worst[:_WORST]))
        script.flow.close()
        script.window.close()
    return 0


def test_heartbeat() -> None:
    # In a process of its own, so that memory and threads are the window's and nobody else's.
    subprocess.run([sys.executable, "-m", "tests.bench.bench_heartbeat"], cwd=ROOT, check=True, timeout=900)


if __name__ == "__main__":
    raise SystemExit(main())
