"""What every field of a form has: a label, help, a place for its error, and a state that can be kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme.labels import restyle, stored
from ui.theme.tokens import Space


class Field(QWidget):
    """A field under its label. Each kind has its own typed `value` and `set_value`.

    `changed` comes whenever the value may have become another. `state` is the value as JSON knows it, also
    when it cannot be read yet, so that a draft keeps a half written date.
    """

    changed = Signal()

    def __init__(self, label: str, *, help_text: str = "", parent: QWidget | None = None) -> None:
        """Make the frame of the field; the kind puts its widgets in by `place`."""
        super().__init__(parent)
        self.label = label
        self._help_text = help_text
        self._widgets: list[QWidget] = []
        self._caption = stored(label, "label")
        # Made when there is an error to show: a form of forty fields opens with none.
        self._error: QLabel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._column.addWidget(self._caption)

    def place(self, inside: QWidget, *focusable: QWidget) -> None:
        """Put the kind's widgets under the label; the first that takes the focus is the label's buddy."""
        self._widgets = list(focusable) or [inside]
        self._caption.setBuddy(self._widgets[0])
        for widget in self._widgets:
            widget.setAccessibleDescription(self._help_text)
        self._column.addWidget(inside)
        if self._help_text:
            self._column.addWidget(stored(self._help_text, "fine", wrap=True))
        self.setFocusProxy(self._widgets[0])

    def state(self) -> object:
        """What a draft keeps."""
        raise NotImplementedError

    def set_state(self, state: object) -> None:
        """Bring back what a draft kept; what is not of this kind leaves the field empty."""
        raise NotImplementedError

    def problem(self) -> str | None:
        """Why what is written cannot be read; None when it can."""
        return None

    def show_error(self, text: str) -> None:
        """Show what is wrong under the field, and tell a screen reader."""
        if self._error is None:
            self._error = stored("", "wrong", wrap=True)
            self._column.addWidget(self._error)
        self._error.setText(text)
        self._error.setVisible(bool(text))
        for widget in self._widgets:
            widget.setProperty("wrong", "true" if text else "false")
            widget.setAccessibleDescription(text or self._help_text)
            restyle(widget)

    def clear_error(self) -> None:
        """Take the error away."""
        if self.error():
            self.show_error("")

    def error(self) -> str:
        """The error that is shown."""
        return "" if self._error is None else self._error.text()

    def focus_widget(self) -> QWidget:
        """Where the focus goes."""
        return self._widgets[0]

    def take_focus(self) -> None:
        """Go to the field."""
        self.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def has_focus(self) -> bool:
        """Whether one of the field's widgets has the focus of its window, which need not be the active one."""
        return self.window().focusWidget() in self._widgets

    def cursor_place(self) -> int | None:
        """The place of the cursor in a field that is typed in."""
        widget = self.focus_widget()
        if isinstance(widget, QLineEdit):
            return widget.cursorPosition()
        return widget.textCursor().position() if isinstance(widget, QPlainTextEdit) else None

    def put_cursor(self, place: int) -> None:
        """Put the cursor where it was."""
        widget = self.focus_widget()
        if isinstance(widget, QLineEdit):
            widget.setCursorPosition(place)
        elif isinstance(widget, QPlainTextEdit):
            cursor = widget.textCursor()
            cursor.setPosition(max(0, min(place, len(widget.toPlainText()))))
            widget.setTextCursor(cursor)

    def _tell(self) -> None:
        self.clear_error()
        self.changed.emit()
