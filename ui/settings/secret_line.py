"""A line for a passphrase: its letters are not shown and never kept in a draft."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from ui.forms.text_fields import TextLine


class SecretLine(TextLine):
    """Its value is what was typed, white space and all: that may be part of a passphrase."""

    def __init__(self, label: str, *, help_text: str = "") -> None:
        """Make an empty line."""
        super().__init__(label, help_text=help_text)
        self._edit.setEchoMode(QLineEdit.EchoMode.Password)

    def value(self) -> str:
        """What was typed."""
        return self._edit.text()

    def state(self) -> object:
        """Nothing: a passphrase is kept nowhere."""
        return None
