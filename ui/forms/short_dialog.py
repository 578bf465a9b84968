"""A small form about one row: its fields, what it saves, and an error where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.errors import Refused
from ui.forms.field import Field
from ui.forms.form import Form
from ui.forms.form_desk import BROKEN
from ui.operation import Operation, Road, Runner
from ui.theme.labels import caption, stored
from ui.theme.tokens import Size, Space


class ShortDialog(QDialog):
    """Stays open until it is saved or given up; `saved` carries what the work returned."""

    saved = Signal(object)

    def __init__(
        self,
        title: str,
        about: str,
        fields: Mapping[str, Field],
        parent: QWidget | None = None,
        save: str | None = None,
    ) -> None:
        """Make the dialog; the fields are named as those of the request, and `save` stands on its button."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(Size.FORM)
        self.form = Form(fields, self)
        self._work: Callable[[], Callable[[], object] | None] = lambda: None
        self._runner: Runner | None = None
        self._message = stored("", "wrong", wrap=True)
        self._message.hide()
        self.save = QPushButton(save or self.tr("Gem"))
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        self.cancel = QPushButton(self.tr("Annuller"))
        self._lay_out(title, about)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        if fields:
            next(iter(fields.values())).take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the wrapped lines are at this width: a name may take three of them."""
        super().showEvent(event)
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))

    def save_with(self, runner: Runner, work: Callable[[], Callable[[], object] | None]) -> None:
        """Say how the fields become work for the writer.

        It gives None when a field was found wrong and says so itself, and may raise Refused for one.
        """
        self._runner, self._work = runner, work

    def show_refused(self, refused: Refused) -> None:
        """Show what a rule says, at its field."""
        if not self.form.show_refused(refused):
            self.show_message(refused.message)

    def show_message(self, message: str) -> None:
        """Show what does not work; what was typed stays."""
        self._message.setText(message)
        self._message.show()

    def message(self) -> str:
        """What is shown above the buttons."""
        return "" if self._message.isHidden() else self._message.text()

    def set_busy(self, *, busy: bool) -> None:
        """Let it not be saved twice."""
        self.save.setEnabled(not busy)

    def _save(self) -> None:
        self._message.hide()
        if not self.form.check() or self._runner is None:
            return
        try:
            work = self._work()
        except Refused as refused:
            self.show_refused(refused)
            return
        if work is None:
            return
        self.set_busy(busy=True)
        operation = Operation(self)
        operation.ended.connect(lambda: self.set_busy(busy=False))
        operation.succeeded.connect(self._close_saved)
        operation.report_to(self.show_message, lambda: self.show_message(BROKEN), self.show_refused)
        self._runner.start(operation, Road.WRITE, work)

    def _close_saved(self, result: object) -> None:
        self.accept()
        self.saved.emit(result)

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
        buttons.addWidget(self.cancel)
        buttons.addStretch()
        column.addLayout(buttons)
