"""Everyone at a group meeting on one screen: who came, each one's own time, and the way to register that talk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QPushButton, QWidget

from app.cases.words import ATTENDANCE
from app.talks.group_view import Invited
from db.values.talks import AttendanceKind
from ui.danish_dates import full_date
from ui.forms.time_field import written_time
from ui.theme.labels import caption, stored
from ui.theme.tokens import Size, Space

_HEADS = ("Borger", "Født", "Fremmøde", "Egen tid", "")


class MarksTable(QWidget):
    """Ticks are kept here until they are saved at once. `talk_wanted` carries whose talk is to be registered."""

    talk_wanted = Signal(object)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(4, 1)
        self._invited: tuple[Invited, ...] = ()
        self._groups: dict[str, QButtonGroup] = {}
        self._buttons: dict[tuple[str, AttendanceKind], QPushButton] = {}

    def show_invited(self, invited: tuple[Invited, ...], *, keep_ticks: bool = False) -> None:
        """Show them anew, as they stand in the store; with `keep_ticks` what is ticked and not saved stays ticked."""
        kept = self.marks() if keep_ticks else ()
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._invited, self._groups, self._buttons = invited, {}, {}
        for column, words in enumerate(_HEADS):
            self._grid.addWidget(caption(words, "fine"), 0, column)
        for number, each in enumerate(invited, start=1):
            self._line(each, number)
        for key in kept:
            if key in self._buttons:
                self._buttons[key].setChecked(True)

    def marks(self) -> tuple[tuple[str, AttendanceKind], ...]:
        """What is ticked, in the order of the list."""
        return tuple(key for key, button in self._buttons.items() if button.isChecked())

    def is_changed(self) -> bool:
        """Whether the ticks differ from what is saved."""
        return dict(self.marks()) != {each.case_id: each.kind for each in self._invited if each.kind is not None}

    def tick_rest(self) -> None:
        """Tick everyone who has no tick yet as having come."""
        ticked = {case_id for case_id, _ in self.marks()}
        for each in self._invited:
            if each.case_id not in ticked:
                self._buttons[each.case_id, AttendanceKind.CAME].setChecked(True)
        self.changed.emit()

    def button(self, case_id: str, kind: AttendanceKind) -> QPushButton:
        """The tick of a citizen."""
        return self._buttons[case_id, kind]

    def _line(self, each: Invited, number: int) -> None:
        metrics = QFontMetrics(self.font())
        name = stored(metrics.elidedText(each.citizen, Qt.TextElideMode.ElideRight, Size.QUEUE_COLUMNS[1]), "strong")
        name.setToolTip(each.citizen)
        self._grid.addWidget(name, number, 0)
        self._grid.addWidget(stored(full_date(each.born), "muted"), number, 1)
        self._grid.addWidget(self._ticks(each), number, 2)
        slot = "" if each.slot is None else f"{each.slot:%d.%m} kl. {written_time(each.slot.time())}"
        self._grid.addWidget(stored(slot), number, 3)
        if each.talk_held:
            self._grid.addWidget(stored(self.tr("Samtale registreret"), "fine"), number, 4)
        elif each.summons_id is not None:
            button = QPushButton(self.tr("Registrér samtale"))
            button.setAccessibleName(self.tr("Registrér samtale med {name}").format(name=each.citizen))
            button.clicked.connect(lambda: self.talk_wanted.emit(each))
            self._grid.addWidget(button, number, 4, alignment=Qt.AlignmentFlag.AlignLeft)

    def _ticks(self, each: Invited) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        group = self._groups[each.case_id] = QButtonGroup(box)
        for kind, words in ATTENDANCE.items():
            button = self._buttons[each.case_id, kind] = QPushButton(words.capitalize())
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setChecked(each.kind is kind)
            button.setAccessibleName(f"{each.citizen}: {words}")
            button.clicked.connect(lambda _on=False: self.changed.emit())
            group.addButton(button)
            row.addWidget(button)
        return box
