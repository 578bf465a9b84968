"""The clipboard for what is secret: marked so that histories leave it out, and emptied after half a minute."""

from __future__ import annotations

import hashlib
import secrets
from typing import Final

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtWidgets import QApplication

SECONDS: Final = 30

# What asks the histories of KDE, and those of Windows and its cloud, to leave it out.
_MARKS: Final[dict[str, bytes]] = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
}


class SecretClipboard(QObject):
    """Takes back only what it put there itself: what somebody copied since is theirs."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing."""
        super().__init__(parent)
        # Not the text itself: it would be one more copy of it in memory.
        self._salt = secrets.token_bytes(16)
        self._held: bytes | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SECONDS * 1000)
        self.timer.timeout.connect(self.clear)

    def copy(self, text: str) -> None:
        """Put a text there and begin to count."""
        data = QMimeData()
        data.setText(text)
        for kind, value in _MARKS.items():
            data.setData(kind, QByteArray(value))
        QApplication.clipboard().setMimeData(data)
        self._held = self._digest(text)
        self.timer.start()

    def clear(self) -> None:
        """Empty it, if it still holds what was put there."""
        self.timer.stop()
        held, self._held = self._held, None
        if held is not None and self._digest(QApplication.clipboard().text()) == held:
            QApplication.clipboard().clear()

    def _digest(self, text: str) -> bytes:
        return hashlib.sha256(self._salt + text.encode()).digest()
