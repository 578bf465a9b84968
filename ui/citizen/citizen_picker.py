"""A field that finds another citizen: type, press Find, choose one of the answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.cases.find import Find, Hit, find_citizens
from ui.danish_dates import full_date
from ui.forms.field import Field
from ui.operation import Road
from ui.theme.tokens import Size, Space

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace


class CitizenPicker(Field):
    """The searching is logged as every search is. A draft keeps who was chosen."""

    def __init__(self, label: str, workplace: Workplace, but: str, purpose: str) -> None:
        """Find anybody but the citizen that the form is about."""
        super().__init__(label, help_text="Navn, fødselsdag eller hele CPR-nummeret.")
        self._workplace, self._but, self._purpose = workplace, but, purpose
        self.edit = QLineEdit()
        self.edit.setAccessibleName(label)
        self.go = QPushButton("Find")
        self.go.setAccessibleName(f"Find: {label}")
        self.hits = QListWidget()
        self.hits.setAccessibleName(f"{label}: fundne borgere")
        self.hits.setFixedHeight(3 * Size.GROUP_ROW)
        self.hits.hide()
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.edit, stretch=1)
        row.addWidget(self.go)
        column.addLayout(row)
        column.addWidget(self.hits)
        self.go.clicked.connect(self.search)
        self.edit.returnPressed.connect(self.search)
        self.hits.currentItemChanged.connect(self._tell)
        self.place(box, self.edit, self.go, self.hits)

    def value(self) -> str | None:
        """The case that was chosen."""
        item = self._chosen()
        return None if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def state(self) -> object:
        """What was typed, and who was chosen."""
        item = self._chosen()
        return [self.edit.text(), self.value(), "" if item is None else item.text()]

    def set_state(self, state: object) -> None:
        """Bring both back."""
        typed, case_id, words = state if isinstance(state, list) and len(state) == 3 else ("", None, "")
        self.edit.setText(str(typed))
        self.hits.clear()
        if isinstance(case_id, str):
            self._add(case_id, str(words))
            self.hits.setCurrentRow(0)
        self.hits.setVisible(self.hits.count() > 0)

    def _chosen(self) -> QListWidgetItem | None:
        # Qt's own types do not say that there may be none.
        return self.hits.currentItem()

    def search(self) -> None:
        """Look for what was typed."""
        typed, purpose = self.edit.text(), self._purpose
        desk = self._workplace.desk
        work = desk.open(lambda work: find_citizens(work, Find(typed, purpose)))
        self._workplace.run(Road.WRITE, work, self._show, self)

    def _show(self, hits: Sequence[Hit]) -> None:
        self.hits.clear()
        others = [hit for hit in hits if hit.case_id != self._but]
        for hit in others:
            state = "afsluttet" if hit.is_closed else ""
            parts = (hit.name, f"født {full_date(hit.born)}", hit.area_name, hit.holder_name, state)
            self._add(hit.case_id, " · ".join(filter(None, parts)))
        self.hits.setVisible(bool(others))
        if others:
            self.clear_error()
        else:
            self.show_error("Ingen anden borger passer.")
        if len(others) == 1:
            self.hits.setCurrentRow(0)

    def _add(self, case_id: str, words: str) -> None:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, case_id)
        item.setSizeHint(QSize(0, Size.FIELD))
        self.hits.addItem(item)
