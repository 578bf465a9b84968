"""Starts the window: process, application, first paint, and only then everything that takes time.

2026-11-22: before the first paint nothing is imported but QtCore, QtGui, QtWidgets and thin modules of our
own. What the window is filled with is imported and read by the reader thread after it.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from app.clock import FixedClock, SystemClock
from app.ids import system_ids
from ui.crash import install_hooks
from ui.hardening import harden_process
from ui.operation import ThreadRunner
from ui.shell.main_window import MainWindow
from ui.start_flow import StartFlow
from ui.start_options import StartOptions
from ui.theme.fonts import load_fonts
from ui.theme.theme import Theme

# A repaint that takes 2 ms took 91 ms beside a computing Python thread, and 10 ms with this.
SWITCH_INTERVAL_SECONDS = 0.0001


def run(options: StartOptions) -> int:
    """Run the window until it is closed and return the exit code."""
    harden_process()
    sys.setswitchinterval(SWITCH_INTERVAL_SECONDS)
    application = make_application()
    install_hooks()
    theme = Theme(application)
    theme.apply()
    window = MainWindow(theme)
    runner = ThreadRunner(window)
    clock = SystemClock() if options.today is None else FixedClock(options.today)
    flow = StartFlow(window, runner, options, clock, system_ids())
    flow.usable.connect(lambda: QTimer.singleShot(0, load_danish))
    window.show()
    code = application.exec()
    runner.stop()
    flow.close()
    return code


def make_application() -> QApplication:
    """Make the application with the fonts it brings along and Danish ways of writing."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Tovholder")
    application.setDesktopFileName("tovholder")
    QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
    load_fonts()
    return application


def load_danish() -> None:
    """Let Qt's own words be Danish: the buttons and menus that it brings itself."""
    from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

    application = QCoreApplication.instance()
    translator = QTranslator(application)
    if translator.load("qtbase_da", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        QCoreApplication.installTranslator(translator)
