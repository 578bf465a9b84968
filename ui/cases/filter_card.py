"""The filters in one card: everything works at once, so that nothing has to be confirmed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from app.cases.caseload_choice import Filters
from app.cases.words import BENEFITS
from ui.forms.choice_fields import Choice, MultiChoice
from ui.forms.number_field import NumberField
from ui.lists.popover import Popover

_LONGEST = 3650


class FilterCard(Popover):
    """`filters_changed` carries the filters whenever one was changed by hand."""

    filters_changed = Signal(object)

    def __init__(self, button: QPushButton, page: QWidget) -> None:
        """Make the card without housing areas."""
        super().__init__(button, page)
        self._silent = False
        self.match: MultiChoice[int] = MultiChoice(self.tr("Match"), {no: str(no) for no in range(1, 6)}, columns=5)
        self.without_match = QCheckBox(self.tr("Uden match"))
        benefits = {str(benefit.value): words for benefit, words in BENEFITS.items()}
        self.benefit: Choice[str] = Choice(self.tr("Ydelse"), benefits, empty=self.tr("Alle ydelser"))
        self.area: Choice[str] = Choice(self.tr("Boligområde"), {}, empty=self.tr("Hele byen"))
        self.idle = NumberField(
            self.tr("Uden aktivitet i mere end"),
            unit=self.tr("dage"),
            largest=_LONGEST,
            help_text=self.tr("Også sager, hvor der ikke er gjort noget endnu."),
        )
        self.without_plan = QCheckBox(self.tr("Uden jobplan"))
        self.couples = QCheckBox(self.tr("Kun husstande med flere sager"))
        self._clear = QPushButton(self.tr("Ryd filtre"))
        for widget in (self.match, self.without_match, self.benefit, self.area, self.idle):
            self.column.addWidget(widget)
        for box in (self.without_plan, self.couples):
            self.column.addWidget(box)
        self.column.addWidget(self._clear)
        for field in (self.match, self.benefit, self.area, self.idle):
            field.changed.connect(self._tell)
        for box in (self.without_match, self.without_plan, self.couples):
            box.toggled.connect(self._tell)
        self._clear.clicked.connect(lambda: self.filters_changed.emit(Filters()))

    def know_areas(self, areas: Mapping[str, str]) -> None:
        """Offer these housing areas, by id."""
        self.area.offer(areas)

    def show_filters(self, filters: Filters) -> None:
        """Show what is chosen, without telling anybody."""
        self._silent = True
        self.match.set_value(filters.matches)
        self.without_match.setChecked(filters.without_match)
        self.benefit.set_state(filters.benefit)
        self.area.set_state(filters.area_id)
        if self._idle_value() != filters.idle_over:
            self.idle.set_state("" if filters.idle_over is None else str(filters.idle_over))
        self.without_plan.setChecked(filters.without_plan)
        self.couples.setChecked(filters.couples)
        self._silent = False

    def _idle_value(self) -> int | None:
        value = self.idle.value()
        return None if value is None else int(value)

    def _tell(self) -> None:
        if self._silent:
            return
        self.filters_changed.emit(
            Filters(
                matches=self.match.value(),
                benefit=self.benefit.value(),
                area_id=self.area.value(),
                idle_over=self._idle_value(),
                without_plan=self.without_plan.isChecked(),
                without_match=self.without_match.isChecked(),
                couples=self.couples.isChecked(),
            )
        )
