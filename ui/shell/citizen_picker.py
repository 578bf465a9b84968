"""Whom it is about: a few letters of the name, and Enter. For what is begun without a row."""

from __future__ import annotations

from collections.abc import Callable
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
        # What the citizens that are shown answer to.
        self._answered = ""
        self.setWindowTitle(title)
        self.setMinimumWidth(Size.FORM)
        self.text = QLineEdit()
        self.text.setAccessibleName(self.tr("Borgerens navn, fødselsdag eller CPR-nummer"))
        self.text.setPlaceholderText(self.tr("Navn, fødselsdag eller CPR-nummer"))
        self.hits = QListWidget()
        self.hits.setAccessibleName(self.tr("Borgere, der er fundet"))
        self._said = stored("", "muted", wrap=True)
        self.take = QPushButton(self.tr("Vælg"))
        self.take.setProperty("role", "primary")
        cancel = QPushButton(self.tr("Annuller"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.text.textChanged.connect(self._pause.start)
        self.text.returnPressed.connect(self._take)
        self.hits.itemActivated.connect(lambda _item: self._take())
        self.take.clicked.connect(self._take)
        cancel.clicked.connect(self.reject)
        for button in (self.take, cancel):
            # Enter is the line's own: it asks first, and chooses only what was answered.
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(caption(title, "heading"))
        column.addWidget(self.text)
        column.addWidget(self.hits)
        column.addWidget(self._said)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.take)
        buttons.addWidget(cancel)
        buttons.addStretch()
        column.addLayout(buttons)
        self._show("", ())
        self.text.setFocus()

    def _typed(self) -> str:
        return self.text.text().strip()

    def _ask(self) -> None:
        from app.cases.find import Find, find_citizens

        self._pause.stop()
        asked = self._typed()
        if len(asked) < _FEWEST:
            self._show(asked, ())
            return
        operation = Operation(self)
        operation.succeeded.connect(lambda hits: self._show(asked, hits) if asked == self._typed() else None)
        operation.report_to(self._said.setText, lambda: self._said.setText(BROKEN))
        find = Find(asked, "Valg af borger")
        self._desk.runner.start(operation, Road.WRITE, self._desk.open(lambda work: find_citizens(work, find)))

    def _show(self, answered: str, hits: tuple[Hit, ...]) -> None:
        self._answered = answered
        self.hits.clear()
        for hit in hits:
            holder = hit.holder_name or self.tr("uden tovholder")
            words = " · ".join(filter(None, (hit.name, f"født {full_date(hit.born)}", hit.area_name, holder)))
            entry = QListWidgetItem(words)
            entry.setData(_CASE, hit.case_id)
            self.hits.addItem(entry)
        if hits:
            self.hits.setCurrentRow(0)
        self.take.setEnabled(bool(hits))
        nobody = len(answered) >= _FEWEST and not hits
        self._said.setText(self.tr("Ingen borger svarer til det.") if nobody else "")

    def _take(self) -> None:
        if self._answered != self._typed():
            # Who is shown answers to what stood there before, and may be another.
            self._ask()
            return
        entry = self.hits.currentItem()
        if self.take.isEnabled() and entry is not None:
            self.accept()
            self.case_chosen.emit(str(entry.data(_CASE)))


def pick_citizen(desk: Desk, title: str, parent: QWidget, chosen: Callable[[str], None]) -> CitizenPicker:
    """Open it over a window."""
    picker = CitizenPicker(desk, title, parent)
    picker.case_chosen.connect(chosen)
    picker.finished.connect(picker.deleteLater)
    picker.open()
    return picker
