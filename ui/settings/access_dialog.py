"""A small form about a way into the store. Every try derives the passphrase in full, so that it takes a moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.forms.short_dialog import ShortDialog
from ui.operation import Runner
from ui.theme.tokens import Size

if TYPE_CHECKING:
    from db.errors import Refused
    from ui.forms.field import Field


class AccessDialog(ShortDialog):
    """Cannot be changed or closed while a try is under way; what was typed stays when it was wrong.

    `work` reads the fields and returns what the writer does; the fields are named as refusals name them.
    """

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
        """Make the dialog."""
        super().__init__(title, about, fields, parent, save=save)
        self.setFixedWidth(Size.FORM)
        self._save_words = save
        self.cancel.setAutoDefault(False)
        # What is wrong at a field takes room as well.
        self.save.clicked.connect(self._fit)
        self.save_with(runner, work)

    def show_refused(self, refused: Refused) -> None:
        """Show it at its field, or above the buttons, with room for its lines."""
        super().show_refused(refused)
        self._fit()

    def show_message(self, message: str) -> None:
        """Show what does not work, with room for its lines."""
        super().show_message(message)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the wrapped lines need; they have their font only now."""
        super().showEvent(event)
        self._fit()

    def set_busy(self, *, busy: bool) -> None:
        """Leave nothing to press while it is tried."""
        super().set_busy(busy=busy)
        for field in self.form.fields.values():
            field.setEnabled(not busy)
        self.cancel.setEnabled(not busy)
        self.save.setText(self.tr("Et øjeblik …") if busy else self._save_words)
        self._fit()

    def reject(self) -> None:
        """Close, unless it is being done."""
        if self.cancel.isEnabled():
            super().reject()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))
