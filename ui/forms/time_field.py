"""A clock time that is typed as one says it: `9`, `9.30`, `930`, `kl. 13`."""

from __future__ import annotations

import re
from datetime import time
from typing import Final

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.forms.field import Field
from ui.theme.tokens import Size

_TYPED: Final = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{1,2}))?|(?:kl\.?\s*)?(\d{1,2})(\d{2})")
_WRONG: Final = "Tiden kan ikke læses. Skriv den som 9, 9.30 eller 13.15."


def read_time(text: str) -> time:
    """The time that is meant. Raises ValueError, in Danish."""
    match = _TYPED.fullmatch(text.strip().lower())
    if match is None:
        raise ValueError(_WRONG)
    try:
        return time(int(match[1] or match[3]), int(match[2] or match[4] or 0))
    except ValueError as error:
        raise ValueError(_WRONG) from error


def written_time(at: time) -> str:
    """As in `9.30`."""
    return f"{at.hour}.{at:%M}"


class TimeField(Field):
    """A clock time; empty is none."""

    def __init__(self, label: str, *, help_text: str = "") -> None:
        """Make an empty field."""
        super().__init__(label, help_text=help_text)
        self._edit = QLineEdit()
        self._edit.setAccessibleName(label)
        self._edit.setPlaceholderText("tt.mm")
        self._edit.setFixedWidth(QFontMetrics(self._edit.font()).horizontalAdvance("00.00") + 2 * Size.FIELD)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._edit)
        row.addStretch()
        self._edit.textChanged.connect(self._tell)
        self._edit.editingFinished.connect(self._write_out)
        self.place(box, self._edit)

    def value(self) -> time | None:
        """The time; None when there is none, or none that can be read."""
        try:
            return read_time(self._edit.text()) if self._edit.text().strip() else None
        except ValueError:
            return None

    def set_value(self, value: time | None) -> None:
        """Write the time."""
        self._edit.setText("" if value is None else written_time(value))

    def state(self) -> object:
        """What was typed."""
        return self._edit.text()

    def set_state(self, state: object) -> None:
        """Bring back what was typed."""
        self._edit.setText(state if isinstance(state, str) else "")

    def problem(self) -> str | None:
        """Why what was typed is no time."""
        return _WRONG if self._edit.text().strip() and self.value() is None else None

    def _write_out(self) -> None:
        at = self.value()
        if at is not None and self._edit.text() != written_time(at):
            self.set_value(at)
