"""What is done with an offer of the list: look closer, compare, and choose. What was looked at records itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.guide.criteria import CriterionState
from app.guide.opened_offer import read_in_full, read_offer
from app.guide.ranking import GuideRow, compared
from ui.guide.comparison import comparison
from ui.guide.guide_read import Counted
from ui.guide.looked_at import LookedAt
from ui.operation import Road

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.guide.offer_profile import OfferProfile
    from app.guide.opened_offer import OpenedProfile
    from app.guide.ranking import PreparedGuide
    from ui.guide.guide_read import GuideCitizen
    from ui.shell.workplace import Workplace


class GuideDoings(QObject):
    """Works on what the page has prepared, for the citizen it is opened for."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        """Work at a desk."""
        super().__init__(parent)
        self._workplace, self._desk = workplace, workplace.desk
        self._prepared: PreparedGuide | None = None
        self._counted: Counted | None = None
        self.citizen: GuideCitizen | None = None
        self.looked = LookedAt()

    def know(self, counted: Counted, prepared: PreparedGuide) -> None:
        """Work on this from now on."""
        self._counted, self._prepared = counted, prepared

    def know_citizen(self, citizen: GuideCitizen | None) -> None:
        """Choose for this citizen from now on."""
        self.citizen = citizen
        self.looked.begin(None if citizen is None else citizen.case_id)

    def show_profile(self, row: GuideRow) -> None:
        """Show everything that is told of an offer."""
        if self._counted is None or self._prepared is None:
            return
        counted, person, offer_id = self._counted, self._prepared.profile, row.offer.id
        figures, catalogue = counted.figures, counted.catalogue

        def show(opened: OpenedProfile) -> None:
            from ui.guide.profile_dialog import ProfileDialog

            self.looked.add(offer_id, row.offer.title)
            as_of = None if self._prepared is None else self._prepared.as_of
            dialog = ProfileDialog(self._workplace.theme, row, opened, as_of, self._workplace.window)
            dialog.show_citizen(known=self.citizen is not None)
            dialog.order_wanted.connect(self.order)
            dialog.plan_wanted.connect(self.plan)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        read = self._desk.read(lambda session: read_in_full(session, figures, catalogue, person, offer_id))
        self._workplace.run(Road.READ, read, show, self)

    def compare(self, offer_ids: Sequence[str]) -> None:
        """Show up to four offers side by side."""
        if self._prepared is None:
            return
        rows = compared(self._prepared, offer_ids)
        today, for_citizen = self._prepared.today, self.citizen is not None

        def show(profiles: tuple[OfferProfile, ...]) -> None:
            from ui.guide.compare_dialog import CompareDialog

            for row in rows:
                self.looked.add(row.offer.id, row.offer.title)
            pairs = tuple(zip(rows, profiles, strict=True))
            properties = comparison(pairs, today, for_citizen=for_citizen)
            dialog = CompareDialog(self._workplace.theme, rows, properties, self._workplace.window)
            dialog.show_citizen(known=for_citizen)
            dialog.order_wanted.connect(self.order)
            dialog.plan_wanted.connect(self.plan)
            dialog.profile_wanted.connect(self.show_profile)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        read = self._desk.read(lambda session: tuple(read_offer(session, row.offer.id) for row in rows))
        self._workplace.run(Road.READ, read, show, self)

    def order(self, row: GuideRow) -> None:
        """Choose the offer, to order it."""
        self._decide(row, self.tr("Opret bestilling"))

    def plan(self, row: GuideRow) -> None:
        """Choose the offer, for the jobplan."""
        self._decide(row, self.tr("Tilføj til jobplan"))

    def _decide(self, row: GuideRow, title: str) -> None:
        from ui.guide.decide_form import Choosing, decide_form

        if self.citizen is None:
            return
        unmet = tuple(each.text for each in row.criteria if each.state is CriterionState.UNMET)
        choosing = Choosing(self.looked.besides(row.offer.id), unmet, title)
        self._workplace.forms.open(decide_form(choosing), self.citizen.case_id, row.offer.id)
