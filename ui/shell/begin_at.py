"""Where the keyboard begins in a page.

A focus proxy would say it in one line, but Qt (6.12) follows the proxy of a page when Tab comes by the page itself, and
so passes over everything that stands before the proxy.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class _Start(QObject):
    """Hands the keyboard on as soon as the page itself is given it."""

    def __init__(self, page: QWidget, target: QWidget) -> None:
        super().__init__(page)
        self.target = target
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched is self.parent():
            self.target.setFocus()
        return False


def begin_at(page: QWidget, target: QWidget) -> None:
    """Let `page.setFocus()` go to a widget within it; the last call holds."""
    found = page.findChild(_Start, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if found is None:
        _Start(page, target)
    else:
        found.target = target
