"""Everything that is told of one offer, under five tabs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.guide.ranking import GuideRow
from ui.danish_dates import full_date
from ui.guide.guide_words import about_words
from ui.guide.profile_parts import contact_part, demands_part, purpose_part, results_part, starts_part
from ui.theme.labels import frame, stored
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space

if TYPE_CHECKING:
    from app.guide.opened_offer import OpenedProfile


class ProfileDialog(QDialog):
    """`order_wanted` and `plan_wanted` carry the offer."""

    order_wanted = Signal(object)
    plan_wanted = Signal(object)

    def __init__(
        self, theme: Theme, row: GuideRow, opened: OpenedProfile, as_of: date | None, parent: QWidget | None = None
    ) -> None:
        """Show one offer."""
        super().__init__(parent)
        self.row = row
        self.setWindowTitle(self.tr("Tilbuddets profil"))
        self.resize(*Size.OFFER_PROFILE)
        self.pages = QStackedWidget()
        self.tabs: list[QPushButton] = []
        parts: Sequence[tuple[str, QWidget]] = (
            (self.tr("Formål og indhold"), purpose_part(row, opened.profile)),
            (self.tr("Krav"), demands_part(row, opened.profile)),
            (self.tr("Resultater"), results_part(theme, row, opened.measures, as_of)),
            (self.tr("Starter og pladser"), starts_part(row, opened.profile)),
            (self.tr("Kontakt"), contact_part(row, opened.profile)),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(row, opened.profile.updated_on))
        column.addLayout(self._tabs([words for words, _ in parts]))
        for words, part in parts:
            self.pages.addWidget(_scrolled(part, words))
        column.addWidget(self.pages, stretch=1)
        column.addWidget(self._foot())
        self.tabs[0].setChecked(True)
        self.tabs[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_tab(self, number: int) -> None:
        """Go to a tab."""
        self.tabs[number].setChecked(True)
        self.pages.setCurrentIndex(number)

    def show_citizen(self, *, known: bool) -> None:
        """Only for a citizen something can be decided."""
        self.order.setVisible(known)
        self.plan.setVisible(known)

    def _head(self, row: GuideRow, updated_on: date | None) -> QFrame:
        head = frame("header")
        column = QVBoxLayout(head)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        column.setSpacing(Space.XS)
        column.addWidget(stored(row.offer.title, "title", wrap=True))
        updated = "" if updated_on is None else self.tr(" · opdateret {day}").format(day=full_date(updated_on))
        column.addWidget(stored(f"{about_words(row.offer)} · nr. {row.offer.offer_no}{updated}", "muted", wrap=True))
        return head

    def _tabs(self, words: Sequence[str]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(Space.XL, Space.M, Space.XL, Space.S)
        line.setSpacing(Space.XS)
        group = QButtonGroup(self)
        for number, each in enumerate(words):
            button = QPushButton(each)
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(self.tr("Fane: {name}").format(name=each))
            group.addButton(button, number)
            self.tabs.append(button)
            line.addWidget(button)
        line.addStretch()
        group.idToggled.connect(lambda number, on: self.pages.setCurrentIndex(number) if on else None)
        return line

    def _foot(self) -> QFrame:
        self.order = QPushButton(self.tr("Opret bestilling"))
        self.order.setProperty("role", "primary")
        self.plan = QPushButton(self.tr("Tilføj til jobplan"))
        close = QPushButton(self.tr("Luk"))
        foot = frame("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        row.setSpacing(Space.S)
        for button in (self.order, self.plan, close):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        self.order.clicked.connect(self._order)
        self.plan.clicked.connect(self._plan)
        close.clicked.connect(self.reject)
        return foot

    def _order(self) -> None:
        self.accept()
        self.order_wanted.emit(self.row)

    def _plan(self) -> None:
        self.accept()
        self.plan_wanted.emit(self.row)


def _scrolled(part: QWidget, words: str) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # A long text is read by the arrow keys too.
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName(words)
    area.setWidget(part)
    return area
