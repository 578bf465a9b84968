"""Says when a form's unsaved input must be kept: within two seconds of a change, and when it is closed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ui.forms.form import Form

# The bar is two seconds until it is in the store; the writer may be busy.
_WAIT_MS: Final = 1200


class DraftKeeper(QObject):
    """`keep_wanted` carries the form's JSON. The wait begins with the first change, however long one types."""

    keep_wanted = Signal(str)

    def __init__(self, form: Form, parent: QObject) -> None:
        """Watch a form."""
        super().__init__(parent)
        self._form = form
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._keep)
        form.changed.connect(self.begin)

    def begin(self) -> None:
        """Keep it soon."""
        if not self._timer.isActive():
            self._timer.start()

    def is_waiting(self) -> bool:
        """Whether there is something that has not been kept yet."""
        return self._timer.isActive()

    def flush(self) -> None:
        """Keep at once what still waits."""
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    def stop(self) -> None:
        """Keep nothing of what waits: it has been saved, or given up."""
        self._timer.stop()

    def _keep(self) -> None:
        self.keep_wanted.emit(self._form.to_json())
