"""Offers that the last full extract did not name; many can be marked and settled at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.imports.missing_offers import MissingOffer
from ui.danish_dates import full_date
from ui.imports.findings_desk import FindingsDesk
from ui.lists.row_list import RowList
from ui.lists.row_model import ListColumn
from ui.theme.labels import caption, frame, stored
from ui.theme.tokens import Size, Space

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace


class MissingOffersView(QWidget):
    """Nothing is withdrawn unless it is marked and said so."""

    def __init__(self, workplace: Workplace, desk: FindingsDesk) -> None:
        """Make it empty."""
        super().__init__()
        self.list = RowList(
            workplace.theme, self.tr("Tilbud, der mangler"), _columns(), lambda offer: offer.id, many=True
        )
        self.list.say_when_empty(self.tr("Alle tilbud stod i det seneste fulde udtræk."))
        self.keep = QPushButton(self.tr("Behold"))
        self.keep.setProperty("role", "primary")
        self.withdraw = QPushButton(self.tr("Træk tilbage"))
        self.mark_all = QPushButton(self.tr("Markér alle"))
        self._marked = stored("", "muted")
        self.keep.clicked.connect(lambda: desk.keep(self._ids()))
        self.withdraw.clicked.connect(lambda: desk.withdraw(self._ids()))
        self.mark_all.clicked.connect(self.list.selectAll)
        self.list.selection_moved.connect(self._show_marked)
        self._lay_out()
        self.setFocusProxy(self.list)
        self._show_marked()

    def show_offers(self, offers: Sequence[MissingOffer]) -> None:
        """Show those that nobody has settled."""
        self.list.show_rows(offers)
        self._show_marked()

    def _ids(self) -> tuple[str, ...]:
        return tuple(offer.id for offer in self.list.marked())

    def _show_marked(self) -> None:
        count, there = len(self.list.marked()), self.list.rows.rowCount()
        words = self.tr("1 valgt") if count == 1 else self.tr("{count} valgt").format(count=count)
        self._marked.setText(words if there else "")
        for button in (self.keep, self.withdraw):
            button.setEnabled(count > 0)
        self.mark_all.setEnabled(there > 0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        help_text = self.tr(
            "Tilbuddene stod ikke i det fulde udtræk. Intet er trukket tilbage. Et tilbud, der trækkes tilbage, kan "
            "ikke længere vælges; dets resultater og borgernes forløb bliver stående."
        )
        column.addWidget(caption(help_text, "muted", wrap=True))
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, Space.S)
        inside.addWidget(self.list)
        column.addWidget(card, stretch=1)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for button in (self.keep, self.withdraw, self.mark_all):
            row.addWidget(button)
        row.addWidget(self._marked)
        row.addStretch()
        column.addLayout(row)


def _columns() -> tuple[ListColumn, ...]:
    number, title, provider, day = Size.MISSING_OFFER_COLUMNS
    return (
        ListColumn("Nummer", lambda each: each.offer_no, number),
        ListColumn("Tilbud", lambda each: each.title, title),
        ListColumn("Leverandør", lambda each: each.provider or "Uden leverandør", provider),
        ListColumn("Bestillinger i kladde", lambda each: str(each.drafts) if each.drafts else "–"),
        ListColumn("Udtræk pr.", lambda each: full_date(each.extract_on) if each.extract_on else "–", day),
    )
