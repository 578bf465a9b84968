"""How long the start takes: medians over runs in turn, as ratios to an empty PySide6 window.

    python -m tests.bench.bench_start

The bars are 1.3 for the first paint and 3.5 for the usable queue, from the key being at hand. Milliseconds
are of one machine and printed only.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.helpers.repository import ROOT

RUNS = 9
BARS = {"paint": 1.3, "usable": 3.5}

_TOLD = "painted "

# What every child says when it is done: the clock is the machine's, so that it can be held against the parent's.
_SAY = f"""
import os, sys, time
def say():
    sys.stdout.write("{_TOLD}%d\\n" % time.monotonic_ns()); sys.stdout.flush(); os._exit(0)
"""

_EMPTY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, say)
application = QApplication([])
window = Window(); window.resize(1440, 860); window.show()
application.exec()
"""

_PAINT = """
from ui.main import main
from ui import window_start
window_start.begin_work = lambda window, options: say()
main([])
"""

_USABLE = """
from ui.main import main
from ui import opening, start_flow
from PySide6.QtWidgets import QApplication
key = bytes.fromhex(os.environ["BENCH_KEY"])
opening.find_way_in = lambda directory, clock: opening.open_with_key(directory, key, clock)
def shown(self, opened):
    self.page().show_queue(opened.queue.items, opened.queue.today)
    self._window.show_work()
    QApplication.processEvents()
    say()
start_flow.StartFlow._show_opened = shown
main(["--store", os.environ["BENCH_STORE"], "--today", "2007-03-20"])
"""

_PROGRAMS = {"empty": _EMPTY, "paint": _PAINT, "usable": _USABLE}


def compile_program() -> None:
    """Compile what is measured: where Python may write no bytecode, each start would compile the program anew."""
    command = [sys.executable, "-m", "compileall", "-q", "app", "db", "resources", "ui"]
    subprocess.run(command, cwd=ROOT, check=True)


def milliseconds(program: str, environment: dict[str, str]) -> float:
    """From the start of the process to what it says."""
    began = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-c", _SAY + program],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        check=True,
        timeout=60,
    )
    told = next(line for line in done.stdout.splitlines() if line.startswith(_TOLD))
    return (int(told.removeprefix(_TOLD)) - began) / 1e6


def measure(directory: Path, key: bytes) -> dict[str, float]:
    """Medians of each program; they take turns, so that a busy moment of the machine hits all of them."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "BENCH_STORE": str(directory),
        "BENCH_KEY": key.hex(),
    }
    taken: dict[str, list[float]] = {name: [] for name in _PROGRAMS}
    for run in range(RUNS + 1):
        for name, program in _PROGRAMS.items():
            found = milliseconds(program, environment)
            # The first round only fills the caches.
            if run:
                taken[name].append(found)
    return {name: statistics.median(each) for name, each in taken.items()}


def main() -> int:
    """Print milliseconds and ratios."""
    from app.demo.store import DEMO_PASSPHRASE, make_demo
    from db.keys import unlock_with_passphrase
    from ui.demo_day import DEMO_DAY

    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder) / "demo"
        make_demo(directory, DEMO_DAY)
        compile_program()
        medians = measure(directory, unlock_with_passphrase(directory, DEMO_PASSPHRASE))
    lines = [f"start, median of {RUNS} runs in turn"]
    for name, median in medians.items():
        bar = f"   bar {BARS[name]:.1f}" if name in BARS else ""
        lines.append(f"  {name:<8}{median:8.0f} ms{median / medians['empty']:8.2f} x{bar}")
    sys.stdout.write("\n" + "\n".join(lines) + "\n")
    return 0


def test_start() -> None:
    main()


if __name__ == "__main__":
    raise SystemExit(main())
