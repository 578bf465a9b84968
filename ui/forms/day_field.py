"""A date that is typed as one says it, with quick choices where there are usual ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.danish_dates import WEEKDAYS, full_date
from ui.forms.danish_day import read_day
from ui.forms.field import Field
from ui.theme.labels import stored
from ui.theme.tokens import Size, Space


class DayField(Field):
    """A day; empty is no day. `quick` holds words for a button and what it would have one type."""

    def __init__(self, label: str, today: date, *, help_text: str = "", quick: Sequence[tuple[str, str]] = ()) -> None:
        """Make an empty field; `today` is what `i dag` and `+14` count from."""
        super().__init__(label, help_text=help_text)
        self._today = today
        self._edit = QLineEdit()
        self._edit.setAccessibleName(label)
        self._edit.setPlaceholderText("dd.mm.åååå")
        self._edit.setFixedWidth(QFontMetrics(self._edit.font()).horizontalAdvance("00.00.0000") + 3 * Size.FIELD)
        self._weekday = stored("", "muted")
        self._buttons = [self._quick(words, meant) for words, meant in quick]
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._edit)
        for button in self._buttons:
            row.addWidget(button)
        row.addWidget(self._weekday)
        row.addStretch()
        self._edit.textChanged.connect(self._show_weekday)
        self._edit.editingFinished.connect(self._write_out)
        self.place(box, self._edit)

    def value(self) -> date | None:
        """The day; None when there is none, or none that can be read."""
        try:
            return read_day(self._edit.text(), self._today) if self._edit.text().strip() else None
        except ValueError:
            return None

    def set_value(self, value: date | None) -> None:
        """Write the day."""
        self._edit.setText("" if value is None else full_date(value))

    def state(self) -> object:
        """The day as a full date, or what was typed: `+14` would mean another day tomorrow."""
        day = self.value()
        return self._edit.text() if day is None else full_date(day)

    def set_state(self, state: object) -> None:
        """Bring back what was typed."""
        self._edit.setText(state if isinstance(state, str) else "")

    def problem(self) -> str | None:
        """Why what was typed is no day."""
        if not self._edit.text().strip():
            return None
        try:
            read_day(self._edit.text(), self._today)
        except ValueError as error:
            return str(error)
        return None

    def _quick(self, words: str, meant: str) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{self.label}: {words}")
        button.clicked.connect(lambda: self.set_value(read_day(meant, self._today)))
        return button

    def _show_weekday(self) -> None:
        day = self.value()
        self._weekday.setText("" if day is None else WEEKDAYS[day.weekday()])
        self._tell()

    def _write_out(self) -> None:
        """Say how the typed day was understood, once the field is left."""
        day = self.value()
        if day is not None and self._edit.text() != full_date(day):
            self.set_value(day)
        elif self.problem():
            self.show_error(self.problem() or "")
