"""The offers: entrances, chips, the list, and what dot and line mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.guide.filters import Chip, GuideFilters, chips, without_chip
from app.guide.question_topics import topic_of
from app.guide.ranking import PreparedGuide
from app.guide.sieve import Sieve, Sifted
from app.guide.target_group import CitizenProfile
from ui.guide.filter_chips import FilterChips
from ui.guide.guide_words import offer_line
from ui.guide.offer_line import Column
from ui.guide.offer_view import OfferView
from ui.guide.shown_rows import ShownRows
from ui.guide.ways_in import WaysIn
from ui.theme.labels import caption, frame, stored
from ui.theme.theme import Theme
from ui.theme.tokens import Space

if TYPE_CHECKING:
    from datetime import date

    from app.guide.catalogue import Catalogue


class OffersArea(QWidget):
    """Filters what was prepared, at every keystroke. `filters_changed` carries what a person changed."""

    filters_changed = Signal(object)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        """Make it without offers."""
        super().__init__(parent)
        self._sieve: Sieve | None = None
        self._catalogue: Catalogue | None = None
        self._unfolded: set[str] = set()
        self.filters = GuideFilters()
        self.shown: Sifted | None = None
        self.ways = WaysIn(today)
        self.view = OfferView(theme)
        self.count = stored("", "muted")
        self.chips = FilterChips(theme, self.count)
        self._sorted = caption("", "muted")
        self._lay_out()
        self.ways.filters_changed.connect(self.filters_changed)
        self.chips.removed.connect(self._take_off)
        self.chips.cleared.connect(lambda: self.filters_changed.emit(GuideFilters(text=self.filters.text)))
        self.view.fold_wanted.connect(self._fold)

    def show_guide(self, prepared: PreparedGuide, catalogue: Catalogue, filters: GuideFilters) -> None:
        """Show what was prepared for a citizen or a group."""
        self._sieve, self._catalogue = Sieve(prepared), catalogue
        for_citizen = prepared.profile.case_id is not None
        today = prepared.today
        self.view.rows.speak_by(lambda shown: offer_line(shown, today, with_criteria=for_citizen))
        self.view.hide_column(Column.CRITERIA, hidden=not for_citizen)
        self._sorted.setText(
            self.tr("Sorteret efter resultater for alle (skøn)")
            if prepared.profile == CitizenProfile()
            else self.tr("Sorteret efter resultater for målgruppen (skøn)")
        )
        self.show_filters(filters)

    def show_filters(self, filters: GuideFilters) -> None:
        """Filter anew."""
        self.filters = filters
        if self._sieve is None or self._catalogue is None:
            return
        found = self.shown = self._sieve.sift(filters)
        self.view.show_rows(ShownRows(found.rows, self._unfolded), self._empty_words(found))
        self.count.setText(self._count_words(found))
        self.chips.show_chips([_in_words(chip) for chip in chips(filters, self._catalogue)])
        self.ways.show_choices(filters, found.entrances, self._catalogue)

    def _take_off(self, chip: Chip) -> None:
        self.filters_changed.emit(without_chip(self.filters, chip))

    def _fold(self, family: str, out: bool) -> None:  # noqa: FBT001 - the signal says it.
        (self._unfolded.add if out else self._unfolded.discard)(family)
        self.show_filters(self.filters)

    def _count_words(self, found: Sifted) -> str:
        if len(found.rows) == found.total:
            return self.tr("{count} tilbud.").format(count=found.total)
        return self.tr("{count} af {total} tilbud passer.").format(count=len(found.rows), total=found.total)

    def _empty_words(self, found: Sifted) -> str:
        if not found.total:
            return self.tr("Kataloget er tomt. Indlæs en fil med tilbud under Indlæs filer.")
        return self.tr("Ingen tilbud passer. Tag et filter af, eller søg efter et andet ord.")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.ways)
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        line.addWidget(self.chips, stretch=1)
        line.addWidget(self._sorted, alignment=Qt.AlignmentFlag.AlignTop)
        self.count.setMinimumHeight(self.count.fontMetrics().lineSpacing() + Space.S)
        self._sorted.setMinimumHeight(self.count.minimumHeight())
        column.addLayout(line)
        card = frame("card")
        inside = QVBoxLayout(card)
        # The card's border and round corners stay free of the table's own ground.
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        column.addWidget(card, stretch=1)
        words = self.tr(
            "Prikken er det bedste skøn, stregen usikkerheden (90 %). Få borgere giver en lang streg. "
            "Guiden rangordner tilbud, aldrig borgere."
        )
        column.addWidget(caption(words, "muted", wrap=True))


def _in_words(chip: Chip) -> Chip:
    """A question is called by what it is about."""
    if chip.field != "questions" or chip.value is None:
        return chip
    return chip._replace(words=f"Kan afklare: {topic_of(chip.value)}")
