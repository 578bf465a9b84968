"""A line of text and a note."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from ui.forms.field import Field
from ui.theme.tokens import Size, Space


class TextLine(Field):
    """One line."""

    def __init__(self, label: str, *, help_text: str = "") -> None:
        """Make an empty line."""
        super().__init__(label, help_text=help_text)
        self._edit = QLineEdit()
        self._edit.setAccessibleName(label)
        self._edit.textChanged.connect(self._tell)
        self.place(self._edit)

    def value(self) -> str:
        """The text without white space around it."""
        return self._edit.text().strip()

    def set_value(self, value: str) -> None:
        """Write the text."""
        self._edit.setText(value)

    def state(self) -> object:
        """The text as it was typed."""
        return self._edit.text()

    def set_state(self, state: object) -> None:
        """Bring the text back."""
        self._edit.setText(state if isinstance(state, str) else "")


class Note(Field):
    """Several lines. Tab leaves the field."""

    def __init__(self, label: str, *, help_text: str = "", lines: int = 3) -> None:
        """Make an empty note that shows so many lines."""
        super().__init__(label, help_text=help_text)
        self._edit = QPlainTextEdit()
        self._edit.setAccessibleName(label)
        self._edit.setTabChangesFocus(True)
        around = 2 * (Space.S + Size.FOCUS) + Space.S
        self._edit.setFixedHeight(lines * QFontMetrics(self._edit.font()).lineSpacing() + around)
        self._edit.textChanged.connect(self._tell)
        self.place(self._edit)

    def value(self) -> str:
        """The text without white space around it."""
        return self._edit.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Write the text."""
        self._edit.setPlainText(value)

    def state(self) -> object:
        """The text as it was typed."""
        return self._edit.toPlainText()

    def set_state(self, state: object) -> None:
        """Bring the text back."""
        self._edit.setPlainText(state if isinstance(state, str) else "")
