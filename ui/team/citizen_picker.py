"""Finds the one citizen that something is about: a part of the name, the birth date or the CPR number, then Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QPushButton, QVBoxLayout

from app.cases.find import Find, Hit, find_citizens
from ui.danish_dates import full_date
from ui.operation import Road
from ui.theme.labels import caption
from ui.theme.tokens import Size, Space

if TYPE_CHECKING:
    from app.work import Work
    from ui.shell.workplace import Workplace


class CitizenPicker(QDialog):
    """`chosen` carries the case."""

    chosen = Signal(str)

    def __init__(self, workplace: Workplace, title: str) -> None:
        """Make the dialog without hits."""
        super().__init__(workplace.window)
        self.setWindowTitle(title)
        self.setMinimumWidth(Size.FORM)
        self._workplace = workplace
        self._hits: Sequence[Hit] = ()
        self.text = QLineEdit()
        self.text.setAccessibleName(self.tr("Borger"))
        self.text.setPlaceholderText(self.tr("Navn, fødselsdag eller CPR-nummer"))
        self.search = QPushButton(self.tr("Find"))
        self.hits = QListWidget()
        self.hits.setAccessibleName(self.tr("Fundne borgere"))
        self._told = caption(self.tr("Skriv, og tryk Enter."), "muted")
        self.take = QPushButton(self.tr("Vælg"))
        self.take.setProperty("role", "primary")
        self._cancel = QPushButton(self.tr("Annuller"))
        self._lay_out(title)
        self.search.clicked.connect(self._find)
        self.text.returnPressed.connect(self._find)
        self.hits.itemActivated.connect(lambda _item: self._take())
        self.hits.currentRowChanged.connect(lambda row: self.take.setEnabled(row >= 0))
        self.take.clicked.connect(self._take)
        self._cancel.clicked.connect(self.reject)
        self.take.setEnabled(False)
        self.text.setFocus()

    def _find(self) -> None:
        request = Find(self.text.text(), "Valg af borger")

        def search(work: Work) -> tuple[Hit, ...]:
            return find_citizens(work, request)

        self._workplace.run(Road.WRITE, self._workplace.desk.open(search), self._show, self)

    def _show(self, hits: Sequence[Hit]) -> None:
        self._hits = hits
        self.hits.clear()
        for hit in hits:
            holder = hit.holder_name or self.tr("uden tovholder")
            self.hits.addItem(f"{hit.name}, født {full_date(hit.born)} · {holder}")
        self._told.setText("" if hits else self.tr("Ingen fundet. Prøv en del af navnet eller fødselsdagen."))
        if hits:
            self.hits.setCurrentRow(0)
            self.hits.setFocus()

    def _take(self) -> None:
        place = self.hits.currentRow()
        if 0 <= place < len(self._hits):
            self.accept()
            self.chosen.emit(self._hits[place].case_id)

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addWidget(caption(title, "heading"))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.text, stretch=1)
        row.addWidget(self.search)
        column.addLayout(row)
        column.addWidget(self.hits)
        column.addWidget(self._told)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        for button in (self.take, self._cancel):
            buttons.addWidget(button)
        buttons.addStretch()
        column.addLayout(buttons)
        for button in (self.search, self.take, self._cancel):
            button.setAutoDefault(False)


def pick_citizen(workplace: Workplace, title: str, chosen: Callable[[str], None]) -> CitizenPicker:
    """Open the picker over the window."""
    picker = CitizenPicker(workplace, title)
    picker.chosen.connect(chosen)
    picker.finished.connect(picker.deleteLater)
    picker.open()
    return picker
