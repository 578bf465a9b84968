"""Files that are dropped anywhere on the window go to the page for files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """Watches a window, and hands over the files of this machine."""

    def __init__(self, window: QWidget, take: Callable[[list[Path]], None]) -> None:
        """Let the window take files."""
        super().__init__(window)
        self._take = take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files, and leave everything else alone."""
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent) and _files(event):
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            files = _files(event)
            if files:
                event.acceptProposedAction()
                self._take(files)
                return True
        return super().eventFilter(watched, event)


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
