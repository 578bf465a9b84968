"""Starts the window: process, application, first paint, and only then everything that takes time.

2026-11-22: before the first paint nothing is imported but QtCore, QtGui, QtWidgets and thin modules of our
own. What the window is filled with is imported and read by the reader thread after it.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui import window_place
from ui.crash import install_hooks
from ui.crash_notice import CrashNotice
from ui.shell.main_window import MainWindow
from ui.theme.fonts import load_fonts
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.start_flow import StartFlow
    from ui.start_options import StartOptions


# A repaint that takes 2 ms took 91 ms beside a computing Python thread, and 10 ms with this. It is set when there
# is something to use: on the way there it would cost an eighth of the time, because both threads compute.
SWITCH_INTERVAL_SECONDS = 0.0001


def run(options: StartOptions) -> int:
    """Run the window until it is closed and return the exit code."""
    application = make_application()
    install_hooks()
    theme = Theme(application)
    theme.apply()
    window = MainWindow(theme)
    window_place.put_back(window)
    crashes = CrashNotice(window)
    begun: list[StartFlow] = []
    window.painted.connect(lambda: begun.append(begin_work(window, options)))
    window.show()
    code = application.exec()
    crashes.stop()
    window_place.keep(window)
    for flow in begun:
        flow.close()
    return code


def begin_work(window: MainWindow, options: StartOptions) -> StartFlow:
    """Import what works, after the first paint, and look for a way into the store."""
    from app.clock import FixedClock, SystemClock
    from app.ids import system_ids
    from ui.hardening import harden_process
    from ui.operation import ThreadRunner
    from ui.start_flow import StartFlow

    # Before any key is in memory.
    harden_process()
    clock = SystemClock() if options.today is None else FixedClock(options.today)
    runner = ThreadRunner(window)
    flow = StartFlow(window, runner, options, clock, system_ids())
    flow.arrived.connect(settle_down)
    flow.arrived.connect(runner.let_window_go_first)
    flow.not_needed.connect(QApplication.quit)

    def give_way(arguments: list[str] | None) -> None:
        from ui.unlock.restart import start_anew

        window_place.keep(window)
        start_anew(arguments)

    flow.left.connect(give_way)
    flow.begin()
    return flow


def settle_down() -> None:
    """Let the two threads take turns quickly, and collect garbage again, but never among what the start made."""
    sys.setswitchinterval(SWITCH_INTERVAL_SECONDS)
    gc.freeze()
    gc.enable()


def make_application() -> QApplication:
    """Make the application with the fonts it brings along and Danish ways of writing."""
    # Only Fusion draws the same on every system and takes every colour from the palette. Asked for in this way,
    # because `setStyle` gives the style back, and making Python classes for it takes 15 ms.
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName("Tovholder")
    application.setDesktopFileName("tovholder")
    QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
    load_fonts()
    return application
