"""Up to four offers side by side, over the page; one of them can be taken further from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.guide.ranking import GuideRow
from ui.guide.compare_table import CompareRow, CompareTable
from ui.theme.labels import caption, frame, stored
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space


class CompareDialog(QDialog):
    """`order_wanted` and `plan_wanted` carry the offer whose column one stands in, `profile_wanted` too."""

    order_wanted = Signal(object)
    plan_wanted = Signal(object)
    profile_wanted = Signal(object)

    def __init__(
        self, theme: Theme, rows: Sequence[GuideRow], properties: Sequence[CompareRow], parent: QWidget | None = None
    ) -> None:
        """Show these."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sammenlign tilbud"))
        self._rows = tuple(rows)
        self.table = CompareTable(theme, [row.offer.title for row in rows], properties)
        self._chosen = stored("", "muted")
        self.order = QPushButton(self.tr("Opret bestilling"))
        self.order.setProperty("role", "primary")
        self.plan = QPushButton(self.tr("Tilføj til jobplan"))
        self.profile = QPushButton(self.tr("Se profilen"))
        close = QPushButton(self.tr("Luk"))
        self.resize(*Size.COMPARE)
        for button in (self.order, self.plan, self.profile, close):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        middle = QVBoxLayout()
        middle.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        middle.setSpacing(Space.M)
        middle.addWidget(caption(self.tr("Sammenlign tilbud"), "title"))
        middle.addWidget(card, stretch=1)
        column.addLayout(middle, stretch=1)
        foot = frame("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        row.setSpacing(Space.S)
        for button in (self.order, self.plan, self.profile, close):
            row.addWidget(button)
        row.addSpacing(Space.S)
        row.addWidget(self._chosen, stretch=1)
        column.addWidget(foot)
        self.table.offer_chosen.connect(self._say)
        self.order.clicked.connect(lambda: self._take(self.order_wanted.emit))
        self.plan.clicked.connect(lambda: self._take(self.plan_wanted.emit))
        self.profile.clicked.connect(lambda: self.profile_wanted.emit(self._rows[max(self.table.offer(), 0)]))
        close.clicked.connect(self.reject)
        self.table.go_to_offer(0)
        self._say(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_citizen(self, *, known: bool) -> None:
        """Only for a citizen something can be decided."""
        self.order.setVisible(known)
        self.plan.setVisible(known)

    def _take(self, tell: Callable[[GuideRow], None]) -> None:
        row = self._rows[max(self.table.offer(), 0)]
        self.accept()
        tell(row)

    def _say(self, number: int) -> None:
        title = self._rows[number].offer.title
        fitting = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, Size.COMPARE_CAPTION * 2)
        self._chosen.setText(self.tr("om »{title}«").format(title=fitting))
        self._chosen.setToolTip(title)
        for button in (self.order, self.plan, self.profile):
            button.setAccessibleName(f"{button.text()}: {title}")
