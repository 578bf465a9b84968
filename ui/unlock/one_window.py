"""One window at a store: a second program brings the first one's window to the front and ends.

The windows find each other by a local socket whose name is made from the user and the store's folder. On Linux it
has no file, so that nothing is left after a crash and two programs started at once cannot both have it. It carries
one word and no data; what protects the store is the store's own lock.
"""

from __future__ import annotations

import getpass
import hashlib
import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_SHOW: Final = b"show\n"
_SHOWN: Final = b"shown\n"
_CONNECT_MS: Final = 300

# A window that does not answer for so long hangs, and another one is better than none.
_ANSWER_MS: Final = 2000


class OneWindow(QObject):
    """`asked_for` comes when another program wanted the same store."""

    asked_for = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Listen to nothing yet."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._answer)

    def is_first(self, directory: Path) -> bool:
        """Become the store's window, or let the one that is there come to the front and return False."""
        self._server.close()
        name = _name(directory)
        if _ask(name):
            return False
        if sys.platform == "linux":
            self._server.setSocketOptions(QLocalServer.SocketOption.AbstractNamespaceOption)
        else:
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            # A file that a crash has left; nobody answered at it.
            QLocalServer.removeServer(name)
        # Where it cannot listen, another program came in between; or there are no sockets, and there is no harm done.
        return self._server.listen(name) or not _ask(name)

    def close(self) -> None:
        """Let another program have the store."""
        self._server.close()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._show(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._show(socket)

    def _show(self, socket: QLocalSocket) -> None:
        if socket.canReadLine() and bytes(socket.readLine().data()) == _SHOW:
            socket.write(_SHOWN)
            socket.flush()
            self.asked_for.emit()


def _ask(name: str) -> bool:
    """Whether a window was there, and has come to the front."""
    socket = QLocalSocket()
    if sys.platform == "linux":
        socket.setSocketOptions(QLocalSocket.SocketOption.AbstractNamespaceOption)
    socket.connectToServer(name)
    if not socket.waitForConnected(_CONNECT_MS):
        return False
    socket.write(_SHOW)
    socket.waitForBytesWritten(_CONNECT_MS)
    answered = socket.waitForReadyRead(_ANSWER_MS) and bytes(socket.readLine().data()) == _SHOWN
    socket.disconnectFromServer()
    return answered


def _name(directory: Path) -> str:
    place = f"{getpass.getuser()}\n{os.path.abspath(directory)}"  # noqa: PTH100 - `resolve` would ask the disk.
    return f"tovholder-{hashlib.sha256(place.encode()).hexdigest()[:24]}"
