"""A small form about one row: its fields, what it saves, and an error where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.changes import Done
from db.errors import Refused
from ui.forms.field import Field
from ui.forms.form import Form
from ui.operation import Operation, Road, Runner
from ui.theme.labels import caption, stored
from ui.theme.tokens import Size, Space

_BROKEN = "Der er en fejl i programmet, og det er ikke gemt. Det, du har skrevet, står her stadig."


class OwnDialog(QDialog):
    """Stays open until it is saved or given up; `saved` carries what the use case answered."""

    saved = Signal(object)

    def __init__(self, title: str, about: str, fields: Mapping[str, Field], parent: QWidget | None = None) -> None:
        """Make the dialog; the fields are named as those of the request."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(Size.FORM)
        self.form = Form(fields, self)
        self._work: Callable[[], Callable[[], Done] | None] = lambda: None
        self._runner: Runner | None = None
        self._message = stored("", "wrong", wrap=True)
        self._message.hide()
        self.save = QPushButton(self.tr("Gem"))
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        self._cancel = QPushButton(self.tr("Annuller"))
        self._lay_out(title, about)
        self.save.clicked.connect(self._save)
        self._cancel.clicked.connect(self.reject)
        next(iter(fields.values())).take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the wrapped lines are at this width: a name may take three of them."""
        super().showEvent(event)
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))

    def save_with(self, runner: Runner, work: Callable[[], Callable[[], Done] | None]) -> None:
        """Say how the fields become work; None when a field was found wrong and says so itself."""
        self._runner, self._work = runner, work

    def _save(self) -> None:
        self._message.hide()
        if not self.form.check() or self._runner is None:
            return
        work = self._work()
        if work is None:
            return
        self.save.setEnabled(False)
        operation = Operation(self)
        operation.succeeded.connect(self._close_saved)
        operation.refused.connect(self._show_refused)
        operation.unavailable.connect(lambda unavailable: self._say(unavailable.message))
        operation.broke.connect(lambda: self._say(_BROKEN))
        operation.ended.connect(lambda: self.save.setEnabled(True))
        self._runner.start(operation, Road.WRITE, work)

    def _close_saved(self, done: Done) -> None:
        self.saved.emit(done)
        self.accept()

    def _show_refused(self, refused: Refused) -> None:
        if not self.form.show_refused(refused):
            self._say(refused.message)

    def _say(self, message: str) -> None:
        self._message.setText(message)
        self._message.show()

    def _lay_out(self, title: str, about: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.L)
        head = QVBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(caption(title, "heading"))
        head.addWidget(stored(about, "muted", wrap=True))
        column.addLayout(head)
        for field in self.form.fields.values():
            column.addWidget(field)
        column.addWidget(self._message)
        column.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.save)
        buttons.addWidget(self._cancel)
        buttons.addStretch()
        column.addLayout(buttons)
