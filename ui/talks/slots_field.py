"""Who is summoned when: one line a citizen, whose time follows from the first until it is written by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from app.talks.summons_form import Candidate
from ui.danish_dates import full_date
from ui.forms.field import Field
from ui.forms.time_field import read_time, written_time
from ui.theme.labels import caption, stored
from ui.theme.tokens import Size, Space


class Slot(NamedTuple):
    """One citizen's time. `starts` None where none can be read."""

    case_id: str
    starts: time | None
    interpreter: bool


class _Line(NamedTuple):
    candidate: Candidate
    wanted: QCheckBox
    starts: QLineEdit
    interpreter: QCheckBox
    warning: QLabel


class SlotsField(Field):
    """The lines in the order of the list. `clash_of` tells what stands in the way of a citizen's time."""

    def __init__(
        self, label: str, candidates: Sequence[Candidate], clash_of: Callable[[str, time], str | None]
    ) -> None:
        """Make a line each, everybody wanted."""
        super().__init__(label)
        self._clash_of = clash_of
        self._first: time | None = None
        self._minutes = 30
        self._by_hand: set[str] = set()
        self._writing = False
        box = QWidget()
        self._grid = QGridLayout(box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(4, 1)
        self._heads = [caption(words, "fine") for words in ("Borger", "Født", "Kl.", "Tolk bestilt", "")]
        for column, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, column)
        self._lines = [self._line(each, number) for number, each in enumerate(candidates, start=1)]
        self.place(box, *(line.wanted for line in self._lines))

    def value(self) -> tuple[Slot, ...]:
        """Everybody who is not left out, with the time."""
        return tuple(
            Slot(line.candidate.case_id, _time(line), line.interpreter.isChecked())
            for line in self._lines
            if line.wanted.isChecked()
        )

    def count_from(self, first: time | None, minutes: int) -> None:
        """Give everybody a time anew, from the first one's; what was written by hand stays."""
        self._first, self._minutes = first, minutes
        self._fill()

    def show_times(self, *, shown: bool) -> None:
        """Show the times, or only who is on the list: all come to a group meeting at once."""
        for widget in (*self._heads[2:4], *(each for line in self._lines for each in (line.starts, line.interpreter))):
            widget.setVisible(shown)
        for line in self._lines:
            line.warning.setVisible(shown)

    def warnings(self) -> tuple[str, ...]:
        """What stands in the way, by line; empty where nothing does."""
        return tuple(line.warning.text() for line in self._lines)

    def warn(self) -> None:
        """Look for clashes again: the day or the worker has become another."""
        for line in self._lines:
            at = _time(line)
            told = self._clash_of(line.candidate.case_id, at) if at and line.wanted.isChecked() else None
            protected = "Adressebeskyttet" if line.candidate.address_protected else None
            line.warning.setText(" · ".join(filter(None, (told, protected))))

    def state(self) -> object:
        """Each line: the case, whether it is wanted, the time where it was written by hand, and the interpreter."""
        return [
            [
                line.candidate.case_id,
                line.wanted.isChecked(),
                line.starts.text() if line.candidate.case_id in self._by_hand else "",
                line.interpreter.isChecked(),
            ]
            for line in self._lines
        ]

    def set_state(self, state: object) -> None:
        """Bring the lines back."""
        kept = {
            each[0]: each
            for each in (state if isinstance(state, list) else [])
            if isinstance(each, list) and len(each) == 4
        }
        for line in self._lines:
            if line.candidate.case_id in kept:
                _, wanted, at, interpreter = kept[line.candidate.case_id]
                line.wanted.setChecked(bool(wanted))
                line.interpreter.setChecked(bool(interpreter))
                if at:
                    self._by_hand.add(line.candidate.case_id)
                    line.starts.setText(str(at))
        self._fill()

    def problem(self) -> str | None:
        """Why a time cannot be read."""
        for line in self._lines:
            if line.wanted.isChecked() and line.starts.isVisibleTo(self) and line.starts.text().strip():
                try:
                    read_time(line.starts.text())
                except ValueError as error:
                    return str(error)
        return None

    def line_widgets(self, number: int) -> tuple[QCheckBox, QLineEdit, QCheckBox]:
        """The tick, the time and the interpreter of a line."""
        line = self._lines[number]
        return line.wanted, line.starts, line.interpreter

    def _fill(self) -> None:
        self._writing = True
        at = None if self._first is None else datetime.combine(date.min, self._first)
        for line in self._lines:
            if not line.wanted.isChecked():
                line.starts.clear()
            elif line.candidate.case_id not in self._by_hand:
                line.starts.setText("" if at is None else written_time(at.time()))
            line.starts.setEnabled(line.wanted.isChecked())
            if line.wanted.isChecked() and at is not None:
                at += timedelta(minutes=self._minutes)
        self._writing = False
        self.warn()
        self._tell()

    def _written(self, case_id: str) -> None:
        if not self._writing:
            self._by_hand.add(case_id)
            self.warn()
            self._tell()

    def _line(self, candidate: Candidate, number: int) -> _Line:
        metrics = QFontMetrics(self.font())
        line = _Line(candidate, QCheckBox(), QLineEdit(), QCheckBox(), stored("", "wrong", wrap=True))
        # Long names are cut at the end; the whole name is told by the tip and to a screen reader.
        line.wanted.setText(metrics.elidedText(candidate.name, Qt.TextElideMode.ElideRight, Size.CASE_COLUMNS[0]))
        line.wanted.setToolTip(candidate.name)
        line.wanted.setAccessibleName(f"Indkald {candidate.name}")
        line.wanted.setChecked(True)
        line.starts.setAccessibleName(f"Tid for {candidate.name}")
        line.starts.setFixedWidth(metrics.horizontalAdvance("00.00") + 2 * Size.FIELD)
        line.interpreter.setAccessibleName(f"Tolk bestilt til {candidate.name}")
        line.interpreter.setText((candidate.language or "") if candidate.interpreter_needed else "")
        line.interpreter.setChecked(candidate.interpreter_needed)
        line.wanted.toggled.connect(lambda _on: self._fill())
        line.starts.textChanged.connect(lambda _text: self._written(candidate.case_id))
        line.interpreter.toggled.connect(self._tell)
        widgets = (line.wanted, stored(full_date(candidate.born), "muted"), line.starts, line.interpreter, line.warning)
        for column, widget in enumerate(widgets):
            self._grid.addWidget(widget, number, column)
        return line


def _time(line: _Line) -> time | None:
    try:
        return read_time(line.starts.text())
    except ValueError:
        return None
