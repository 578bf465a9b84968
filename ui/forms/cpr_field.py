"""A CPR number, checked as it is typed: its birth date beside it, a warning where the number is worth a second look."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.cases.cpr import Cpr
from app.cases.register_citizen import MARK_NOTICES
from db.errors import Refused
from ui.danish_dates import age, full_date
from ui.forms.field import Field
from ui.theme.labels import stored
from ui.theme.tokens import Size, Space

# With fewer digits one is still typing, and an error would only be in the way.
_WHOLE = 10


class CprField(Field):
    """Ten digits with or without a hyphen. A number that only warns can be saved."""

    def __init__(self, label: str, today: date, *, help_text: str = "") -> None:
        """Make an empty field; `today` is what the age counts to."""
        super().__init__(label, help_text=help_text)
        self._today = today
        self._edit = QLineEdit()
        self._edit.setAccessibleName(label)
        self._edit.setPlaceholderText("ddmmåå-xxxx")
        self._edit.setFixedWidth(QFontMetrics(self._edit.font()).horizontalAdvance("000000-0000") + 3 * Size.FIELD)
        self._born = stored("", "muted")
        self._mark = stored("", "fine", wrap=True)
        self._mark.hide()
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._edit)
        row.addWidget(self._born)
        row.addStretch()
        self._edit.textChanged.connect(self._show_meaning)
        self._edit.editingFinished.connect(self._show_problem)
        self.place(box, self._edit)
        self._column.addWidget(self._mark)

    def value(self) -> Cpr | None:
        """The number; None when there is none, or none that can be read."""
        if not self._edit.text().strip():
            return None
        try:
            return Cpr.parse(self._edit.text())
        except Refused:
            return None

    def set_value(self, value: Cpr | None) -> None:
        """Write the number."""
        self._edit.setText("" if value is None else value.written)

    def state(self) -> object:
        """What was typed."""
        return self._edit.text()

    def set_state(self, state: object) -> None:
        """Bring back what was typed."""
        self._edit.setText(state if isinstance(state, str) else "")

    def problem(self) -> str | None:
        """Why what was typed is no CPR number."""
        if not self._edit.text().strip():
            return None
        try:
            Cpr.parse(self._edit.text())
        except Refused as refused:
            return refused.message
        return None

    def warning(self) -> str:
        """What is worth knowing about the number, empty where it is an ordinary one."""
        return self._mark.text()

    def is_whole(self) -> bool:
        """Whether ten digits have been typed."""
        return self._digits() >= _WHOLE

    def _show_meaning(self) -> None:
        found = self.value() if self.is_whole() else None
        born = "" if found is None else f"født {full_date(found.born)} · {age(found.born, self._today)} år"
        self._born.setText(born)
        self._mark.setText("" if found is None else MARK_NOTICES.get(found.mark, ""))
        self._mark.setVisible(bool(self._mark.text()))
        self._tell()
        if self.is_whole():
            self._show_problem()

    def _show_problem(self) -> None:
        if problem := self.problem():
            self.show_error(problem)

    def _digits(self) -> int:
        return sum(sign.isdigit() for sign in self._edit.text())
