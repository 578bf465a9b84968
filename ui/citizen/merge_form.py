"""Sammenlæg dubletter: find the other case, see both side by side, and say why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.cases.merge_citizens import MergeCitizens, merge_citizens
from app.cases.merge_preview import MergePreview, MergeSide, merge_preview
from ui.citizen.citizen_picker import CitizenPicker
from ui.citizen.plain_dialog import Opened, PlainDialog, Words, needed, read_plain
from ui.citizen.workplace_of import workplace_of
from ui.danish_dates import full_date
from ui.forms.case_form import CaseForm
from ui.forms.form_desk import BROKEN
from ui.forms.text_fields import Note
from ui.operation import Operation, Road
from ui.theme.labels import chip, frame, stored
from ui.theme.tokens import Space, Tone

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace

MERGE_FORM: Final = "merge"


def merge_form() -> CaseForm[Opened[None]]:
    """Return the form; the case it is opened from is the one that stays."""
    return CaseForm(MERGE_FORM, read_plain("Sammenlægning af dubletter"), _make, merge_citizens)


class MergeDialog(PlainDialog):
    """Shows both sides as soon as the other one is chosen."""

    def __init__(self, opened: Opened[None], today: date, window: QWidget) -> None:
        """Make the form without the other case."""
        self._workplace: Workplace = workplace_of(window)
        self._keep_id = opened.case.case_id
        self.other = CitizenPicker("Dubletten", self._workplace, self._keep_id, "Sammenlægning af dubletter")
        self.reason = Note("Hvorfor er det samme borger?", lines=2)
        self._sides = QWidget()
        self._row = QHBoxLayout(self._sides)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.L)
        words = Words("Sammenlæg dubletter", "Sammenlæg sagerne", "Sagerne er lagt sammen.")
        fields = {"duplicate_id": self.other, "reason": self.reason}
        super().__init__(words, opened.case, fields, self._request, today, window)
        self.body.insertWidget(1, self._sides)
        warning = chip("Sammenlægningen kan ikke fortrydes.", Tone.AMBER)
        self.body.insertWidget(2, warning, alignment=Qt.AlignmentFlag.AlignLeft)
        self.other.changed.connect(self._preview)
        self._preview()

    def _request(self) -> MergeCitizens:
        duplicate = needed(self.other.value(), "duplicate_id", "Find dubletten, og vælg den på listen.")
        return MergeCitizens(self._keep_id, duplicate, self.reason.value())

    def _preview(self) -> None:
        other, keep_id = self.other.value(), self._keep_id
        self._clear()
        if other is None:
            return
        desk = self._workplace.desk
        operation = Operation(self)
        operation.succeeded.connect(lambda preview: self._show_sides(other, preview))
        operation.report_to(self.other.show_error, lambda: self.other.show_error(BROKEN))
        desk.runner.start(operation, Road.WRITE, desk.open(lambda work: merge_preview(work, keep_id, other)))

    def _show_sides(self, other: str, preview: MergePreview) -> None:
        if other != self.other.value():
            return
        self._clear()
        for title, side in (("Sagen, der består", preview.keep), ("Flyttes herind", preview.duplicate)):
            self._row.addWidget(_side(title, side), stretch=1)

    def _clear(self) -> None:
        while (place := self._row.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _make(opened: Opened[None], today: date, window: QWidget) -> MergeDialog:
    return MergeDialog(opened, today, window)


def _side(title: str, side: MergeSide) -> QFrame:
    card = frame("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
    column.setSpacing(Space.XS)
    column.addWidget(stored(title, "fine"))
    column.addWidget(stored(side.name, "strong", wrap=True))
    column.addWidget(stored(f"født {full_date(side.born)}", "muted"))
    state = " · ".join(filter(None, (side.benefit, side.holder, "afsluttet" if side.is_closed else None)))
    for text in (side.address, side.phone, state):
        if text:
            column.addWidget(stored(text, wrap=True))
    column.addSpacing(Space.XS)
    column.addWidget(stored(", ".join(side.counts) or "Intet registreret", "muted", wrap=True))
    column.addStretch()
    return card
