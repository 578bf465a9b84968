"""Up to four of the worker's own figures, each beside its target and the path toward it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.results.labels import INDICATORS
from app.results.measure import Indicator, Shape
from app.results.results import Result
from ui.theme.labels import caption, stored
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Tone

_AT_MOST: Final = 4
_NARROWEST: Final = 180
# In one line there is room for a word or two.
_SHORT: Final = {
    Indicator.CONTACT_RATE: "Kontaktforløbsgrad",
    Indicator.PLAN_COVERAGE: "Jobplaner",
    Indicator.OFFER_STARTED: "Tilbud",
    Indicator.OFFER_TO_WORK: "Job eller uddannelse",
    Indicator.YEARLY_OFFER: "Tilbud seneste år",
    Indicator.COUPLES_OFFERED: "Ægtepar",
    Indicator.SUMMONED_TO_WARNING: "Varslet om loftet",
    Indicator.YOUTH_TALK_OFFERED: "Varslede unge",
    Indicator.SICK_FOLLOWUP_RATE: "Sygeopfølgning",
    Indicator.UP_TO_DATE_EARLY_PENSION: "Førtidspension",
    Indicator.UP_TO_DATE_REHABILITATION: "Revalidering",
    Indicator.UP_TO_DATE_FLEXJOB: "Fleksjob",
}
_FIRST: Final = (Indicator.CONTACT_RATE, Indicator.PLAN_COVERAGE, Indicator.OFFER_STARTED)


def chosen_results(results: Sequence[Result]) -> tuple[Result, ...]:
    """The shares that concern anybody, the three that everybody is measured by first, those with a target next."""
    shares = [
        result
        for result in results
        if result.measure.shape is Shape.SHARE
        and result.measure.denominator
        and result.measure.indicator is not Indicator.CONTACT_REPORTED_RATE
    ]

    def order(result: Result) -> tuple[int, bool]:
        indicator = result.measure.indicator
        return (_FIRST.index(indicator) if indicator in _FIRST else len(_FIRST), result.target is None)

    return tuple(sorted(shares, key=order)[:_AT_MOST])


def percent(value: float | None) -> str:
    """As in `84 %`."""
    return "–" if value is None else f"{value:.0f} %"


class Bar(QWidget):
    """A figure as a bar; the tick is where the path to the target should be today."""

    def __init__(self, theme: Theme, value: float, path: float | None) -> None:
        """Make the bar for a share in per cent."""
        super().__init__()
        self._theme, self._value, self._path = theme, value, path
        self.setFixedHeight(Space.M)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, bar and tick."""
        del event
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top, height = Space.XS - 1, Space.XS + 2
        behind = self._path is not None and self._value < self._path
        for share, colour in ((100.0, colours.line), (self._value, self._ink(behind=behind))):
            painter.setBrush(QColor(colour))
            width = self.width() * min(max(share, 0.0), 100.0) / 100
            painter.drawRoundedRect(QRectF(0, top, width, height), height / 2, height / 2)
        if self._path is not None:
            at = min(self.width() * self._path / 100, float(self.width() - Size.FOCUS))
            painter.fillRect(QRectF(at, 0, Size.FOCUS, self.height()), QColor(colours.ink))
        painter.end()

    def _ink(self, *, behind: bool) -> str:
        return self._theme.colours.chips[Tone.AMBER if behind else Tone.GREEN].ink


class FigureCard(QPushButton):
    """A card that opens what stands behind its figure. It is as high as what is in it."""

    def __init__(self) -> None:
        """Make an empty card."""
        super().__init__()
        self.setProperty("role", "figure")
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self.inside.setSpacing(2)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Go by what is in it; a button knows of its own text only."""
        return self.inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Go by what is in it."""
        return self.inside.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Its texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high its texts are at a width."""
        return self.inside.heightForWidth(width)


class IndicatorCards(QWidget):
    """As many cards side by side as have room. `result_wanted` carries the result of the card that was pressed."""

    result_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty, hidden strip."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Resultater for mine borgere"))
        self._theme = theme
        self._cards: list[FigureCard] = []
        self._shown: tuple[Result, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.M)
        self.hide()

    def show_results(self, results: Sequence[Result]) -> None:
        """Replace the cards, where a figure has changed."""
        if tuple(results) == self._shown:
            return
        self._shown = tuple(results)
        for card in self._cards:
            card.hide()
            self._row.removeWidget(card)
            card.deleteLater()
        reported = next((each for each in results if each.measure.indicator is Indicator.CONTACT_REPORTED_RATE), None)
        self._cards = [self._card(result, reported) for result in chosen_results(results)]
        for card in self._cards:
            self._row.addWidget(card, stretch=1)
        self._fit()

    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self._cards

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the last cards where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(1, (self.width() + Space.M) // (_NARROWEST + Space.M))
        for number, card in enumerate(self._cards):
            card.setVisible(number < room)

    def _card(self, result: Result, reported: Result | None) -> FigureCard:
        measure, target = result.measure, result.target
        lines = [self.tr("{held} af {all}").format(held=len(measure.holds), all=measure.denominator)]
        if measure.left_out:
            lines[0] += self.tr(" · {count} undtaget").format(count=len(measure.left_out))
        if measure.indicator is Indicator.CONTACT_RATE and reported is not None:
            lines[0] += self.tr(" · {rate} indberettet").format(rate=percent(reported.measure.value))
        lines.append(target_words(result) if target is not None else self.tr("intet mål"))
        name = INDICATORS[measure.indicator]
        card = FigureCard()
        card.setAccessibleName(f"{name}: {percent(measure.value)}, {', '.join(lines)}, pr. {measure.as_of:%d.%m}")
        card.setToolTip(self.tr("Vis, hvem der tæller med, og vejen til målet"))
        card.clicked.connect(lambda: self.result_wanted.emit(result))
        top = QHBoxLayout()
        top.addWidget(stored(percent(measure.value), "title"))
        top.addStretch()
        top.addWidget(caption(self.tr("mine, pr. {day}").format(day=f"{measure.as_of:%d.%m}"), "fine"))
        # The figure stands first, so that all four are on one line however their names wrap.
        card.inside.addLayout(top)
        card.inside.addWidget(stored(name, "label", wrap=True))
        for line in lines:
            card.inside.addWidget(stored(line, "fine", wrap=True))
        card.inside.addStretch()
        card.inside.addWidget(Bar(self._theme, measure.value or 0.0, result.path_today))
        return card


def target_words(result: Result) -> str:
    """As in `mål 90 % 31.12.07, i dag 71 %`."""
    target = result.target
    if target is None or target.value is None:
        return "målet er ikke sat"
    words = f"mål {percent(target.value)}"
    if target.reach_on is not None:
        words += f" {target.reach_on:%d.%m.%y}"
    if result.path_today is not None and result.path_today != target.value:
        words += f", i dag {percent(result.path_today)}"
    return words


def in_one_line(results: Sequence[Result]) -> str:
    """The same figures in one line: `Kontaktforløbsgrad 84 % · Jobplaner 71 %`."""
    shown = chosen_results(results)
    names = (_SHORT.get(each.measure.indicator, INDICATORS[each.measure.indicator]) for each in shown)
    return " · ".join(f"{name} {percent(each.measure.value)}" for name, each in zip(names, shown, strict=True))
