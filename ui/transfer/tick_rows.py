"""The systems one thing goes to, each with a box to tick and what else can be said of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.transfer.systems import Subject
from app.transfer.waiting import Tick, TickState, TransferItem
from db.values.people import ExternalSystem
from ui.danish_dates import near_date
from ui.theme.labels import caption, chip, stored
from ui.theme.tokens import Space, Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

_ABOUT = {Subject.TALK: "samtale", Subject.MATCH: "match", Subject.PLAN: "plan", Subject.PLACEMENT: "tilbud"}


class TickRows(QWidget):
    """`ticked` and `unticked`, `given_up` and `sent_back` carry the tick."""

    ticked = Signal(object)
    unticked = Signal(object)
    given_up = Signal(object)
    sent_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it without systems."""
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._rows: list[QWidget] = []

    def show_item(self, item: TransferItem, today: date) -> None:
        """Show the systems of an item."""
        held = next((row_id for row_id, box in self.boxes.items() if box.hasFocus()), None)
        if held is not None:
            # Otherwise Qt hands it from one box that goes to whatever comes next on the page.
            self.setFocus()
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows, self.boxes = [], {}
        names = [tick.name for tick in item.ticks]
        for tick in item.ticks:
            twice = names.count(tick.name) > 1
            row = self._row(tick, f"{tick.name}, {_ABOUT[tick.about]}" if twice else tick.name, today)
            self._rows.append(row)
            self._column.addWidget(row)
        heir = None if held is None else self.boxes.get(held, next(iter(self.boxes.values()), None))
        if heir is not None:
            self._rows[list(self.boxes.values()).index(heir)].show()
            heir.setFocus()

    def _row(self, tick: Tick, words: str, today: date) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        box = QCheckBox(words)
        box.setChecked(not tick.waits)
        box.setAccessibleName(self.tr("Overført til {system}").format(system=words))
        box.clicked.connect(lambda checked: (self.ticked if checked else self.unticked).emit(tick))
        self.boxes[tick.ref.row_id] = box
        line.addWidget(box)
        # That it waits is said by the empty box.
        if tick.state is not TickState.WAITING:
            line.addWidget(self._state(tick, today), alignment=Qt.AlignmentFlag.AlignVCenter)
        line.addStretch()
        if tick.waits:
            line.addWidget(self._link(self.tr("Ikke nødvendig …"), words, lambda: self.given_up.emit(tick)))
        elif tick.ref.system is ExternalSystem.LABOUR_MARKET_PORTAL:
            line.addWidget(self._link(self.tr("Afvist …"), words, lambda: self.sent_back.emit(tick)))
        column.addLayout(line)
        if tick.state is TickState.REJECTED and tick.reason:
            why = self.tr("Portalen skriver: {reason}").format(reason=tick.reason)
            column.addWidget(stored(why, "wrong", wrap=True))
            again = self.tr("Sæt hak igen, når den er rettet og indberettet på ny.")
            column.addWidget(caption(again, "fine", wrap=True))
        return row

    def _state(self, tick: Tick, today: date) -> QLabel:
        if tick.state is TickState.REJECTED:
            return chip(self.tr("afvist"), Tone.RED)
        day = f" {near_date(tick.done_on, today)}" if tick.done_on else ""
        return chip(self.tr("overført") + day, Tone.GREEN)

    def _link(self, words: str, system: str, do: object) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "link")
        button.setAccessibleName(f"{system}: {words}")
        button.clicked.connect(do)
        return button
