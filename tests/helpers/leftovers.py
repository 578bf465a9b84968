"""What a test has left behind: threads, sockets, and on Qt's side timers, threads and windows.

Each finding is a short English text, and is cleared away, so that the next test is not blamed for it.
"""

from __future__ import annotations

import contextlib
import gc
import sys
import threading
import time
from collections.abc import Iterable
from typing import Any

from tests.helpers.network import open_sockets

# A thread that has been told to end is on its way out; a machine under load needs a moment for it.
_GRACE_SECONDS = 2.0


def left_threads(before: Iterable[threading.Thread]) -> list[str]:
    """Give the threads that have come since `before` and do not end by themselves."""
    known = set(before)
    until = time.monotonic() + _GRACE_SECONDS
    left: list[str] = []
    for thread in threading.enumerate():
        # A dummy stands for a thread that Qt started and that has run Python; Qt's own are looked at below.
        if thread in known or isinstance(thread, threading._DummyThread):
            continue
        thread.join(max(0.0, until - time.monotonic()))
        if thread.is_alive():
            left.append(f"thread {thread.name}")
    return left


def left_sockets(before: Iterable[Any]) -> list[str]:
    """Give the sockets that have been opened since `before`, and close them."""
    known = {id(one) for one in before}
    left: list[str] = []
    for one in open_sockets():
        if id(one) not in known:
            left.append(f"socket of family {one.family}, descriptor {one.fileno()}")
            with contextlib.suppress(OSError):
                one.close()
    return left


def left_by_qt() -> list[str]:
    """Give active timers, running threads, listening servers and visible windows, and end them.

    Without a running QApplication there is nothing to find, and Qt is not imported for the looking.
    """
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return []
    # Windows that the test has closed and handed to deleteLater() go first, and their timers with them.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()

    left: list[str] = []
    if not QThreadPool.globalInstance().waitForDone(int(_GRACE_SECONDS * 1000)):
        left.append("a task on Qt's thread pool")
    left += _left_objects()
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            left.append(f"window {type(window).__name__} {window.windowTitle()!r}".rstrip())
            window.hide()
            window.deleteLater()
    return left


def _left_objects() -> list[str]:
    import shiboken6
    from PySide6.QtCore import QThread, QThreadPool, QTimer

    network = sys.modules.get("PySide6.QtNetwork")
    servers: tuple[type[Any], ...] = (network.QLocalServer, network.QTcpServer) if network is not None else ()
    left: list[str] = []
    # Every object is asked for its type and nothing else: there are some hundred thousand of them after every test.
    kinds = _with_subclasses(QTimer, QThread, QThreadPool, *servers)
    found: Any
    for found in [each for each in gc.get_objects() if type(each) in kinds]:
        kind: type[Any] = type(found)
        if not shiboken6.isValid(found):
            continue
        if isinstance(found, QTimer) and found.isActive():
            left.append(f"timer {found.objectName() or kind.__name__} of {found.interval()} ms")
            found.stop()
        elif isinstance(found, QThread) and found.isRunning() and found is not QThread.currentThread():
            found.quit()
            if not found.wait(int(_GRACE_SECONDS * 1000)):
                left.append(f"thread {found.objectName() or kind.__name__}")
        elif isinstance(found, QThreadPool) and not found.waitForDone(int(_GRACE_SECONDS * 1000)):
            left.append(f"a task on the thread pool {found.objectName() or kind.__name__}")
        elif isinstance(found, servers) and found.isListening():
            left.append(f"server {found.objectName() or kind.__name__}")
            found.close()
    return left


def _with_subclasses(*kinds: type[Any]) -> set[type[Any]]:
    return set(kinds).union(*(_with_subclasses(*kind.__subclasses__()) for kind in kinds))
