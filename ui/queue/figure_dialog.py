"""What stands behind a figure: numerator and denominator, the path to the target, and each citizen by name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.cases.words import EXCLUSIONS
from app.queue.counted import Counted
from app.results.labels import INDICATORS
from app.results.results import Result
from ui.danish_dates import full_date
from ui.queue.figure_read import Figure
from ui.queue.indicator_cards import percent
from ui.queue.path_chart import PathChart
from ui.queue.reading_dialog import ReadingDialog
from ui.theme.fonts import font
from ui.theme.labels import caption, frame, stored
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Weight


class FigureDialog(ReadingDialog):
    """`citizen_wanted` carries the case id of the citizen that was pressed."""

    citizen_wanted = Signal(str)

    def __init__(self, theme: Theme, figure: Figure, *, opens_citizens: bool, parent: QWidget | None = None) -> None:
        """Show a figure; `opens_citizens` says whether there is a page of a citizen to go to."""
        super().__init__(parent)
        self._theme, self._opens = theme, opens_citizens
        result = figure.result
        name = INDICATORS[result.measure.indicator]
        self.setWindowTitle(name)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.M)
        column.setSpacing(Space.L)
        head = QVBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(stored(name, "heading", wrap=True))
        about = self.tr("{scope}, pr. {day}").format(
            scope=result.scope.name or self.tr("hele lageret"), day=full_date(result.measure.as_of)
        )
        head.addWidget(stored(about, "muted"))
        column.addLayout(head)
        column.addWidget(self._figures(result))
        if result.target is not None and result.target.value is not None and result.target.reach_on is not None:
            words = path_words(result)
            column.addWidget(stored(words, wrap=True))
            column.addWidget(PathChart(theme, result, words))
        behind = figure.behind
        self._list(column, self.tr("Tæller ikke med endnu"), behind.misses)
        self._list(column, self.tr("Undtaget"), behind.left_out)
        if behind.closed:
            closed = self.tr("{count} i spærrede sager vises ikke.").format(count=behind.closed)
            column.addWidget(stored(closed, "muted", wrap=True))
        column.addStretch()
        self._lay_out(page)

    def _figures(self, result: Result) -> QFrame:
        """The share, what it is a share of, and how many more it takes."""
        measure = result.measure
        box = frame("card")
        row = QHBoxLayout(box)
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        row.setSpacing(Space.XL)
        parts = [
            (percent(measure.value), self.tr("i dag")),
            (self.tr("{held} af {all}").format(held=len(measure.holds), all=measure.denominator), self.tr("opfyldt")),
            (str(len(measure.left_out)), self.tr("undtaget")),
        ]
        if result.target is not None:
            parts.append((percent(result.target.value), self.tr("mål")))
        if result.more_needed is not None:
            parts.append((str(result.more_needed), self.tr("flere skal til")))
        for figure, words in parts:
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(stored(figure, "title"))
            pair.addWidget(caption(words, "fine"))
            row.addLayout(pair)
        row.addStretch()
        return box

    def _list(self, column: QVBoxLayout, heading: str, people: Sequence[Counted]) -> None:
        if not people:
            return
        inside = QGridLayout()
        inside.setHorizontalSpacing(Space.L)
        inside.setVerticalSpacing(Space.XS)
        inside.setColumnStretch(2, 1)
        inside.addWidget(stored(f"{heading} · {len(people)}", "strong"), 0, 0, 1, 3)
        for number, person in enumerate(people, start=1):
            inside.addWidget(self._name(person), number, 0, Qt.AlignmentFlag.AlignLeft)
            inside.addWidget(stored(full_date(person.born), "muted"), number, 1)
            inside.addWidget(stored(self._why_left_out(person), "fine"), number, 2)
        column.addLayout(inside)

    def _name(self, person: Counted) -> QWidget:
        metrics = QFontMetrics(font(weight=Weight.MEDIUM))
        shown = metrics.elidedText(person.name, Qt.TextElideMode.ElideRight, Size.WHY_PANEL)
        made: QWidget
        if self._opens:
            link = made = QPushButton(shown)
            link.setProperty("role", "link")
            link.setAccessibleName(self.tr("Åbn sagen: {name}").format(name=person.name))
            link.clicked.connect(lambda: self._open(person.case_id))
        else:
            made = stored(shown)
        made.setToolTip("" if shown == person.name else person.name)
        return made

    def _why_left_out(self, person: Counted) -> str:
        if person.reason is None or person.until_on is None:
            return ""
        return self.tr("{reason} til {day}").format(reason=EXCLUSIONS[person.reason], day=full_date(person.until_on))

    def _open(self, case_id: str) -> None:
        self.accept()
        self.citizen_wanted.emit(case_id)

    def _lay_out(self, page: QWidget) -> None:
        # A long name must not be cut off.
        self.show_page(page, sideways=True)
        wide, high = Size.DETAIL
        self.resize(wide, min(high, page.sizeHint().height() + Size.FIELD + Size.HEADER))


def path_words(result: Result) -> str:
    """The path to the target in words: where we should be today, what is to come, and how many more it takes."""
    target, measure = result.target, result.measure
    if target is None or target.value is None:
        return "Der er ikke sat noget mål."
    words = f"Målet er {percent(target.value)}"
    if target.reach_on is not None:
        words += f" den {full_date(target.reach_on)}"
    parts = [words + "."]
    if result.path_today is not None and result.path_today != target.value:
        parts.append(
            f"På vejen dertil skal det i dag være {percent(result.path_today)}; det er {percent(measure.value)}."
        )
    if result.projected is not None:
        parts.append(f"Bliver der ikke gjort mere, er det {percent(result.projected)} den dag.")
    if result.more_needed:
        parts.append(f"Der mangler {result.more_needed} for at nå målet i dag.")
    elif result.more_needed == 0:
        parts.append("Målet er nået i dag.")
    return " ".join(parts)
