"""The further filters in one card: everything works at once, so that nothing has to be confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QPushButton, QWidget

from app.guide.filters import GuideFilters
from app.guide.words import OFFER_KINDS
from ui.forms.choice_fields import Choice, MultiChoice
from ui.forms.field import Field
from ui.forms.number_field import NumberField
from ui.forms.text_fields import TextLine
from ui.lists.popover import Popover
from ui.theme.tokens import Size, Space

_MODULES: Final = range(1, 7)
_ORE: Final = 100
_MOST_HOURS: Final = 60
_FEWEST_LETTERS: Final = 12
# Whole words of the catalogue: what is looked for is a part of what the offer says.
_DAYTIMES: Final = {"dag": "Dag", "aften": "Aften"}


class FilterCard(Popover):
    """`filters_changed` carries all filters whenever one was changed by hand."""

    filters_changed = Signal(object)

    def __init__(self, button: QPushButton, page: QWidget) -> None:
        """Make the card without providers."""
        super().__init__(button, page)
        self.setFixedWidth(Size.FILTER_PANEL)
        self._silent = False
        self._filters = GuideFilters()
        self.kinds = MultiChoice(
            self.tr("Tilbudsart"), {kind.value: words for kind, words in OFFER_KINDS.items()}, columns=3
        )
        self.question: Choice[str] = Choice(self.tr("Kan afklare"), {}, empty=self.tr("Alle spørgsmål"))
        self.language: Choice[int] = Choice(
            self.tr("Krav om dansk højst"), {no: f"Modul {no}" for no in _MODULES}, empty=self.tr("Alle niveauer")
        )
        self.provider: Choice[str] = Choice(self.tr("Leverandør"), {}, empty=self.tr("Alle leverandører"))
        self.daytime: Choice[str] = Choice(self.tr("Tidspunkt"), _DAYTIMES, empty=self.tr("Hele døgnet"))
        self.hours_from = NumberField(self.tr("Timer om ugen, mindst"), unit=self.tr("timer"), largest=_MOST_HOURS)
        self.hours_to = NumberField(self.tr("Timer om ugen, højst"), unit=self.tr("timer"), largest=_MOST_HOURS)
        self.price = NumberField(self.tr("Pris om ugen, højst"), unit=self.tr("kr."))
        self.place = TextLine(self.tr("Sted"))
        self.combines = TextLine(self.tr("Kan kombineres med"))
        self.free_places = QCheckBox(self.tr("Kun ledige pladser"))
        self.contract = QCheckBox(self.tr("Kontrakt gælder ved start"))
        self.part_services = QCheckBox(self.tr("Kun tilbud med delydelser"))
        self._boxes = (self.free_places, self.contract, self.part_services)
        self._fields: tuple[Field, ...] = (
            self.kinds, self.question, self.language, self.provider, self.daytime, self.hours_from, self.hours_to,
            self.price, self.place, self.combines,
        )  # fmt: skip
        self._clear = QPushButton(self.tr("Fjern alle filtre"))
        for choice in (self.question, self.provider):
            _let_be_narrow(choice)
        self._lay_out()
        for field in self._fields:
            field.changed.connect(self._tell)
        for box in self._boxes:
            box.toggled.connect(self._tell)
        self._clear.clicked.connect(lambda: self.filters_changed.emit(GuideFilters(text=self._filters.text)))

    def know(self, providers: Mapping[str, str], questions: Mapping[str, str]) -> None:
        """Offer these providers by id, and these questions by code."""
        self.provider.offer(providers)
        self.question.offer(questions)

    def show_filters(self, filters: GuideFilters) -> None:
        """Show what is chosen, without telling anybody."""
        self._silent, self._filters = True, filters
        self.kinds.set_value([kind.value for kind in filters.kinds])
        self.question.set_state(next(iter(sorted(filters.questions)), None))
        self.language.set_state(None if filters.language_level is None else str(filters.language_level))
        self.provider.set_state(filters.provider_id)
        self.daytime.set_state(filters.daytime)
        price = None if filters.max_price is None else filters.max_price // _ORE
        for field, number in (
            (self.hours_from, filters.hours_from),
            (self.hours_to, filters.hours_to),
            (self.price, price),
        ):
            if field.whole() != number:
                field.set_value(number)
        for line, text in ((self.place, filters.place), (self.combines, filters.combines_with)):
            if (line.value() or None) != text:
                line.set_value(text or "")
        self.free_places.setChecked(filters.free_places_only)
        self.contract.setChecked(filters.contract_covers_start)
        self.part_services.setChecked(filters.part_services_only)
        self._silent = False

    def _tell(self) -> None:
        if self._silent:
            return
        kinds = {kind.value: kind for kind in OFFER_KINDS}
        question, price = self.question.value(), self.price.value()
        self._filters = replace(
            self._filters,
            kinds=frozenset(kinds[value] for value in self.kinds.value()),
            questions=frozenset() if question is None else frozenset({question}),
            language_level=self.language.value(),
            provider_id=self.provider.value(),
            daytime=self.daytime.value(),
            hours_from=self.hours_from.whole(),
            hours_to=self.hours_to.whole(),
            max_price=None if price is None else int(price * Decimal(_ORE)),
            place=self.place.value() or None,
            combines_with=self.combines.value() or None,
            free_places_only=self.free_places.isChecked(),
            contract_covers_start=self.contract.isChecked(),
            part_services_only=self.part_services.isChecked(),
        )
        self.filters_changed.emit(self._filters)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        pairs: tuple[tuple[Field, Field], ...] = (
            (self.question, self.provider),
            (self.language, self.daytime),
            (self.hours_from, self.hours_to),
            (self.place, self.combines),
        )
        top = Qt.AlignmentFlag.AlignTop
        for number, pair in enumerate(pairs):
            for column, field in enumerate(pair):
                grid.addWidget(field, number, column, top)
        last = QWidget()
        under = QGridLayout(last)
        under.setContentsMargins(0, 0, 0, 0)
        for number, box in enumerate(self._boxes):
            under.addWidget(box, number, 0)
        grid.addWidget(self.price, len(pairs), 0, top)
        grid.addWidget(last, len(pairs), 1, top)
        self.column.addWidget(self.kinds)
        self.column.addLayout(grid)
        self.column.addWidget(self._clear, alignment=Qt.AlignmentFlag.AlignLeft)


def _let_be_narrow(choice: Choice[str]) -> None:
    """Let a box be narrower than its longest name, which would push the card off the page."""
    box = choice.focus_widget()
    if isinstance(box, QComboBox):
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_FEWEST_LETTERS)
