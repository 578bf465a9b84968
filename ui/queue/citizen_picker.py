"""Whom it is about: a few letters of the name, and Enter. For what is begun without a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.danish_dates import full_date
from ui.desk import Desk
from ui.forms.form_desk import BROKEN
from ui.operation import Operation, Road
from ui.theme.labels import caption, stored
from ui.theme.tokens import Size, Space

if TYPE_CHECKING:
    from app.cases.find import Hit

_FEWEST = 2
# Each search is a line in the log, so that not every letter is one.
_PAUSE_MS = 200
_CASE = Qt.ItemDataRole.UserRole


class CitizenPicker(QDialog):
    """`case_chosen` carries the case of the citizen that was chosen. The search is logged."""

    case_chosen = Signal(str)

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        """Ask at a desk."""
        super().__init__(parent)
        self._desk = desk
        self._asked = ""
        self.setWindowTitle(title)
        self.setMinimumWidth(Size.FORM)
        self.text = QLineEdit()
        self.text.setAccessibleName(self.tr("Borgerens navn, fødselsdag eller CPR-nummer"))
        self.text.setPlaceholderText(self.tr("Navn, fødselsdag eller CPR-nummer"))
        self.hits = QListWidget()
        self.hits.setAccessibleName(self.tr("Borgere, der er fundet"))
        self._said = stored("", "muted", wrap=True)
        self._choose = QPushButton(self.tr("Vælg"))
        self._choose.setProperty("role", "primary")
        self._choose.setDefault(True)
        cancel = QPushButton(self.tr("Annuller"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.text.textChanged.connect(self._pause.start)
        self.hits.itemActivated.connect(lambda _item: self._take())
        self._choose.clicked.connect(self._take)
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(caption(title, "heading"))
        column.addWidget(self.text)
        column.addWidget(self.hits)
        column.addWidget(self._said)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._choose)
        buttons.addWidget(cancel)
        buttons.addStretch()
        column.addLayout(buttons)
        self._show(())
        self.text.setFocus()

    def _ask(self) -> None:
        from app.cases.find import Find, find_citizens

        self._asked = asked = self.text.text().strip()
        if len(asked) < _FEWEST:
            self._show(())
            return
        operation = Operation(self)
        operation.succeeded.connect(lambda hits: self._show(hits) if asked == self._asked else None)
        operation.report_to(self._said.setText, lambda: self._said.setText(BROKEN))
        self._desk.runner.start(operation, Road.WRITE, self._desk.open(lambda work: find_citizens(work, Find(asked))))

    def _show(self, hits: tuple[Hit, ...]) -> None:
        self.hits.clear()
        for hit in hits:
            words = " · ".join(filter(None, (hit.name, f"født {full_date(hit.born)}", hit.area_name)))
            entry = QListWidgetItem(words)
            entry.setData(_CASE, hit.case_id)
            self.hits.addItem(entry)
        if hits:
            self.hits.setCurrentRow(0)
        self._choose.setEnabled(bool(hits))
        nobody = len(self._asked) >= _FEWEST and not hits
        self._said.setText(self.tr("Ingen borger svarer til det.") if nobody else "")

    def _take(self) -> None:
        entry = self.hits.currentItem()
        if entry is not None:
            self.accept()
            self.case_chosen.emit(str(entry.data(_CASE)))
