"""The values of an entry under each other, each with a button that copies it; the arrow keys walk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from app.transfer.entry import LABELS, LONG
from app.transfer.systems import EntryField
from ui.theme.labels import frame, stored
from ui.theme.tokens import Size, Space

_KEYS = {EntryField.CPR: "F2", EntryField.NOTE: "F3", EntryField.REASON: "F3"}
_NEXT = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ValueRows(QWidget):
    """`copy_wanted` carries the field that is to be copied. Enter copies and goes on."""

    copy_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it without values."""
        super().__init__(parent)
        self._buttons: dict[EntryField, QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, Size.TRANSFER_LABEL)

    def show_values(self, values: Sequence[tuple[EntryField, str]]) -> None:
        """Show these, in their order; the focus stays on the value it was on."""
        held = next((key for key, button in self._buttons.items() if button.hasFocus()), None)
        if held is not None:
            # Otherwise Qt hands it from one button that goes to whatever comes next on the page.
            self.setFocus()
        while (place := self._grid.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons.clear()
        line = 0
        for key, text in values:
            line = self._add(key, text, line)
        heir = None if held is None else self._buttons.get(held, next(iter(self._buttons.values()), None))
        if heir is not None:
            heir.show()
            heir.setFocus()

    def button(self, key: EntryField) -> QPushButton | None:
        """The button that copies a value."""
        return self._buttons.get(key)

    def take_focus(self) -> None:
        """Go to the first value."""
        for button in self._buttons.values():
            button.setFocus()
            return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys walk; Enter copies and walks on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            buttons = list(self._buttons.values())
            place = next((number for number, button in enumerate(buttons) if button is watched), None)
            if place is not None and event.key() in {*_NEXT, Qt.Key.Key_Up}:
                if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                    buttons[place].click()
                step = -1 if event.key() == Qt.Key.Key_Up else 1
                buttons[max(0, min(place + step, len(buttons) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _add(self, key: EntryField, text: str, line: int) -> int:
        label = stored(LABELS[key], "fine")
        words = self.tr("Kopiér notat") if key is EntryField.NOTE else self.tr("Kopiér")
        button = QPushButton(words)
        button.setProperty("role", "link")
        name = LABELS[key]
        button.setAccessibleName(self.tr("Kopiér: {name}").format(name=name))
        if key in _KEYS:
            button.setText(f"{words}  {_KEYS[key]}")
        button.clicked.connect(lambda: self.copy_wanted.emit(key))
        button.installEventFilter(self)
        self._buttons[key] = button
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        value = stored(text, wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if key not in LONG:
            for place, widget in enumerate((label, value)):
                self._grid.addWidget(widget, line, place, middle)
            self._grid.addWidget(button, line, 2, middle | right)
            return line + 1
        box = frame("reason")
        inside = QGridLayout(box)
        inside.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        inside.addWidget(value, 0, 0)
        self._grid.addWidget(label, line, 0, middle)
        self._grid.addWidget(button, line, 1, 1, 2, middle | right)
        self._grid.addWidget(box, line + 1, 0, 1, 3)
        return line + 2
