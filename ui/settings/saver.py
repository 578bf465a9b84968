"""Saves settings a moment after they were changed, so that there is nothing to press and nothing to forget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from db.errors import Refused
from ui.operation import Road

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from app.changes import Done
    from app.work import Work
    from ui.forms.field import Field
    from ui.shell.workplace import Workplace

_WAIT_MS: Final = 900


class Saver(QObject):
    """Watches fields and hands what they say to one use case; what is wrong is shown at its field.

    `saved` comes when it is in the store. The fields are named as the refusals name them.
    """

    saved = Signal()

    def __init__(
        self,
        workplace: Workplace,
        fields: Mapping[str, Field],
        use_case: Callable[[Work, Any], Done],
        request: Callable[[], object],
        status: QLabel,
    ) -> None:
        """Watch; `request` is asked for only when every field can be read."""
        super().__init__(status)
        self._workplace, self._fields, self._status = workplace, dict(fields), status
        self._use_case, self._request = use_case, request
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._save)
        for field in self._fields.values():
            field.changed.connect(self._begin)
        workplace.before_lock.connect(self.flush)

    def rest(self) -> None:
        """Save nothing of what waits: the fields were filled in from the store."""
        self._timer.stop()
        self._status.setText("")

    def flush(self) -> None:
        """Save at once what waits."""
        if self._timer.isActive():
            self._timer.stop()
            self._save()

    def _begin(self) -> None:
        self._status.setText("")
        self._timer.start()

    def _save(self) -> None:
        for field in self._fields.values():
            if problem := field.problem():
                field.show_error(problem)
                return
        desk = self._workplace.desk
        work = desk.use(self._use_case, self._request())
        self._workplace.run(Road.WRITE, work, self._say_saved, self, refused=self._show_refused)

    def _say_saved(self, _done: object) -> None:
        self._status.setText(self.tr("Gemt"))
        self.saved.emit()

    def _show_refused(self, refused: Refused) -> None:
        field = self._fields.get(refused.field or "")
        if field is None:
            self._workplace.warn(refused.message)
        else:
            field.show_error(refused.message)
