"""Mine resultater: what one has done this week, month or quarter, and what the next weeks bring."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.cases.screen_settings import MOST_SLOTS
from app.queue.reading.own_work import OwnWork, Period
from ui.danish_dates import day_and_month
from ui.forms.number_field import NumberField
from ui.queue.figure_read import OwnResults
from ui.queue.forecast_chart import ForecastChart, forecast_words
from ui.theme.labels import caption, frame, stored
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space

_PERIODS = {Period.WEEK: "Denne uge", Period.MONTH: "Denne måned", Period.QUARTER: "Dette kvartal"}
_FIGURES = (
    ("talks", "Samtaler holdt"),
    ("calls", "Telefonnotater"),
    ("matches", "Match vurderet"),
    ("plans", "Jobplaner aftalt"),
    ("offers", "Tilbud begyndt"),
    ("to_work", "Kommet i job eller uddannelse"),
)


class OwnResultsDialog(QDialog):
    """`capacity_chosen` carries how many rows a week there is time for, None to take it away."""

    capacity_chosen = Signal(object)

    def __init__(self, theme: Theme, own: OwnResults, parent: QWidget | None = None) -> None:
        """Show what was counted."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Mine resultater"))
        self._theme, self._own = theme, own
        self._labels: dict[str, QLabel] = {}
        self._span = caption("", "muted")
        self._periods = {period: QPushButton(words) for period, words in _PERIODS.items()}
        self.slots = NumberField(
            self.tr("Opgaver, du har tid til"), unit=self.tr("om ugen"), largest=MOST_SLOTS,
            help_text=self.tr("Kan stå tom. Så vises der ikke, om tiden slår til."),
        )  # fmt: skip
        self.slots.set_value(own.capacity)
        self._save = QPushButton(self.tr("Gem"))
        self._save.setAccessibleName(self.tr("Gem antal om ugen"))
        self._save.clicked.connect(self._choose_capacity)
        self._words = stored("", wrap=True)
        self._chart = QVBoxLayout()
        self._lay_out()
        self.show_period(Period.MONTH)
        self.show_own(own)
        self._periods[Period.MONTH].setFocus()

    def show_period(self, period: Period) -> None:
        """Show what was done in a period."""
        self._periods[period].setChecked(True)
        work: OwnWork = self._own.work[period]
        self._span.setText(f"{day_and_month(work.from_on)} – {day_and_month(work.to_on)} {work.to_on.year}")
        for name, label in self._labels.items():
            label.setText(str(getattr(work, name)))

    def show_own(self, own: OwnResults) -> None:
        """Show the weeks to come anew."""
        self._own = own
        while (old := self._chart.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._chart.addWidget(ForecastChart(self._theme, own.weeks, own.capacity))
        self._words.setText(forecast_words(own.weeks, own.capacity))

    def _choose_capacity(self) -> None:
        problem = self.slots.problem()
        if problem:
            self.slots.show_error(problem)
            return
        self.capacity_chosen.emit(self.slots.whole())

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.L)
        top = QHBoxLayout()
        top.setSpacing(Space.XS)
        group = QButtonGroup(self)
        for period, button in self._periods.items():
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, period=period: self.show_period(period))
            group.addButton(button)
            top.addWidget(button)
        top.addSpacing(Space.S)
        top.addWidget(self._span)
        top.addStretch()
        column.addWidget(caption(self.tr("Det, du har nået"), "heading"))
        column.addLayout(top)
        column.addWidget(self._figures())
        column.addWidget(caption(self.tr("De næste otte uger"), "heading"))
        column.addWidget(self._words)
        column.addLayout(self._chart)
        column.addSpacing(Space.M)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        self.slots.put_beside(self._save)
        foot.addWidget(self.slots)
        column.addLayout(foot)
        close = QPushButton(self.tr("Luk"))
        close.clicked.connect(self.reject)
        for button in (self._save, close):
            button.setAutoDefault(False)
        bar = frame("foot")
        last = QHBoxLayout(bar)
        last.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        last.addWidget(close)
        last.addStretch()
        outer.addLayout(column)
        outer.addStretch()
        outer.addWidget(bar)
        self.setMinimumWidth(Size.DETAIL[0])

    def _figures(self) -> QWidget:
        card = frame("card")
        grid = QGridLayout(card)
        grid.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        grid.setHorizontalSpacing(Space.L)
        for number, (name, words) in enumerate(_FIGURES):
            self._labels[name] = stored("", "title")
            self._labels[name].setAccessibleName(words)
            grid.addWidget(self._labels[name], 0, number)
            grid.addWidget(caption(words, "fine", wrap=True), 1, number, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(number, 1)
        return card
