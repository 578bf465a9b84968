"""A small form about a way into the store. Every try derives the passphrase in full, so that it takes a moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.errors import Refused
from ui.forms.form import Form
from ui.operation import Operation, Road, Runner
from ui.theme.labels import caption, stored
from ui.theme.tokens import Size, Space

if TYPE_CHECKING:
    from ui.forms.field import Field

_BROKEN = "Der er en fejl i programmet, og intet er ændret."


class AccessDialog(QDialog):
    """Stays open until it is done or given up; `done_with` carries what the work returned.

    `work` reads the fields and returns what the writer does. What was typed stays when it was wrong.
    """

    done_with = Signal(object)

    def __init__(
        self,
        title: str,
        about: str,
        save: str,
        fields: Mapping[str, Field],
        runner: Runner,
        work: Callable[[], Callable[[], object]],
        parent: QWidget,
    ) -> None:
        """Make the dialog; the fields are named as refusals name them."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(Size.FORM)
        self.form = Form(fields, self)
        self._runner, self._work, self._save_words = runner, work, save
        self._message = stored("", "wrong", wrap=True)
        self._message.hide()
        self._save = QPushButton(save)
        self._save.setProperty("role", "primary")
        self._save.setDefault(True)
        self._cancel = QPushButton(self.tr("Annuller"))
        self._cancel.setAutoDefault(False)
        self._lay_out(title, about)
        self._save.clicked.connect(self._begin)
        self._cancel.clicked.connect(self.reject)
        if fields:
            next(iter(fields.values())).take_focus()

    def message(self) -> str:
        """What is shown above the buttons."""
        return "" if self._message.isHidden() else self._message.text()

    def _begin(self) -> None:
        self._message.hide()
        if not self.form.check():
            self._fit()
            return
        try:
            work = self._work()
        except Refused as refused:
            self._show_refused(refused)
            return
        self._set_busy(busy=True)
        operation = Operation(self)
        operation.ended.connect(operation.deleteLater)
        operation.succeeded.connect(self._end)
        operation.refused.connect(self._show_refused)
        operation.unavailable.connect(lambda outcome: self._say(outcome.message))
        operation.broke.connect(lambda: self._say(_BROKEN))
        self._runner.start(operation, Road.WRITE, work)

    def _end(self, result: object) -> None:
        self.accept()
        self.done_with.emit(result)

    def _show_refused(self, refused: Refused) -> None:
        self._set_busy(busy=False)
        if self.form.show_refused(refused):
            self._fit()
        else:
            self._say(refused.message)

    def _say(self, message: str) -> None:
        self._set_busy(busy=False)
        self._message.setText(message)
        self._message.show()
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the wrapped lines need; they have their font only now."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def _set_busy(self, *, busy: bool) -> None:
        for field in self.form.fields.values():
            field.setEnabled(not busy)
        self._save.setEnabled(not busy)
        self._cancel.setEnabled(not busy)
        self._save.setText(self.tr("Et øjeblik …") if busy else self._save_words)

    def reject(self) -> None:
        """Close, unless it is being done."""
        if self._cancel.isEnabled():
            super().reject()

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
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._save)
        buttons.addWidget(self._cancel)
        buttons.addStretch()
        column.addLayout(buttons)
