"""What was agreed in a talk: what, who, and by when, one line each."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.talks.hold_talk import Agreed
from db.values.talks import StepOwner
from ui.danish_dates import full_date
from ui.forms.danish_day import read_day
from ui.forms.field import Field
from ui.theme.tokens import Size, Space

OWNERS: Final = {
    StepOwner.CITIZEN: "Borgeren",
    StepOwner.JOBCENTRE: "Jobcentret",
    StepOwner.PROVIDER: "Leverandøren",
    StepOwner.OTHER: "Andre",
}

# More are hardly agreed in one talk; the note has room for them.
_MOST: Final = 8


class _Line(NamedTuple):
    text: QLineEdit
    who: QComboBox
    by_date: QLineEdit

    def is_empty(self) -> bool:
        return not self.text.text().strip() and not self.by_date.text().strip()


class AgreementsField(Field):
    """Starts with one line; an empty line is no agreement."""

    def __init__(self, label: str, today: date) -> None:
        """Make one empty line."""
        super().__init__(label)
        self._today = today
        self._lines: list[_Line] = []
        self._shown = 1
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.S)
        column.addLayout(self._rows)
        # Made in the order of Tab, all at once; a hidden line is passed over.
        for _ in range(_MOST):
            self._make_line()
        self._more = QPushButton("Tilføj aftale")
        self._more.setAutoDefault(False)
        self._more.clicked.connect(self._add_and_go)
        under = QHBoxLayout()
        under.addWidget(self._more)
        under.addStretch()
        column.addLayout(under)
        self.place(box, self._lines[0].text)
        self._show_lines()

    def value(self) -> tuple[Agreed, ...]:
        """Every line that is not empty, in its order."""
        return tuple(
            Agreed(line.text.text().strip(), tuple(OWNERS)[line.who.currentIndex()], self._day(line))
            for line in self._lines
            if not line.is_empty()
        )

    def state(self) -> object:
        """The lines as they were typed; a day that can be read is kept as that day."""
        kept = []
        for line in self._lines:
            if not line.is_empty():
                day = self._day(line)
                written = line.by_date.text() if day is None else full_date(day)
                kept.append([line.text.text(), tuple(OWNERS)[line.who.currentIndex()].value, written])
        return kept

    def set_state(self, state: object) -> None:
        """Bring the lines back."""
        rows = [each for each in state if isinstance(each, list) and len(each) == 3] if isinstance(state, list) else []
        self._shown = min(max(1, len(rows)), _MOST)
        self._show_lines()
        owners = [owner.value for owner in OWNERS]
        for number, line in enumerate(self._lines):
            text, who, by_date = rows[number] if number < len(rows) else ("", owners[0], "")
            line.text.setText(str(text))
            line.who.setCurrentIndex(owners.index(who) if who in owners else 0)
            line.by_date.setText(str(by_date))
        self._tell()

    def problem(self) -> str | None:
        """Why a line's day cannot be read."""
        for line in self._lines:
            if line.by_date.text().strip():
                try:
                    read_day(line.by_date.text(), self._today)
                except ValueError as error:
                    return str(error)
        return None

    def _day(self, line: _Line) -> date | None:
        try:
            return read_day(line.by_date.text(), self._today) if line.by_date.text().strip() else None
        except ValueError:
            return None

    def _add_and_go(self) -> None:
        self._shown += 1
        self._show_lines()
        self._lines[self._shown - 1].text.setFocus()

    def _show_lines(self) -> None:
        for number, line in enumerate(self._lines):
            for widget in line:
                widget.setVisible(number < self._shown)
        self._more.setVisible(self._shown < _MOST)

    def _make_line(self) -> None:
        line = _Line(QLineEdit(), QComboBox(), QLineEdit())
        number = len(self._lines) + 1
        line.text.setPlaceholderText("Hvad er aftalt")
        line.by_date.setPlaceholderText("senest dd.mm")
        line.by_date.setFixedWidth(QFontMetrics(line.by_date.font()).horizontalAdvance("00.00.0000") + 2 * Size.FIELD)
        line.who.addItems(list(OWNERS.values()))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for widget, part in ((line.text, "hvad"), (line.who, "hvem"), (line.by_date, "senest")):
            widget.setAccessibleName(f"{self.label} {number}: {part}")
            row.addWidget(widget, stretch=1 if widget is line.text else 0)
        line.text.textChanged.connect(self._tell)
        line.who.currentIndexChanged.connect(self._tell)
        line.by_date.textChanged.connect(self._tell)
        self._rows.addLayout(row)
        self._lines.append(line)
