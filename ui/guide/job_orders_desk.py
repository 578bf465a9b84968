"""Reads the vacancies and the citizen's referrals, and opens their forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.guide.job_orders import JobOrder, Referral, job_orders, referrals
from ui.operation import Road

if TYPE_CHECKING:
    from ui.guide.guide_read import GuideCitizen
    from ui.guide.job_orders_view import JobOrdersView
    from ui.shell.workplace import Workplace


class JobOrdersDesk(QObject):
    """Works for one view."""

    def __init__(self, workplace: Workplace, view: JobOrdersView) -> None:
        """Sit down."""
        super().__init__(view)
        self._workplace, self._desk, self._view = workplace, workplace.desk, view
        self._citizen: GuideCitizen | None = None
        view.referral_wanted.connect(self._refer)
        view.result_wanted.connect(self._note_result)

    def read(self, citizen: GuideCitizen | None) -> None:
        """Read what can be applied for, and where the citizen has been sent."""
        self._citizen = citizen
        today, case_id = self._desk.clock.today(), None if citizen is None else citizen.case_id

        def show(found: tuple[tuple[JobOrder, ...], tuple[Referral, ...]]) -> None:
            self._view.show_orders(found[0])
            self._view.show_citizen(citizen, found[1])

        read = self._desk.read(
            lambda session: (job_orders(session, today), () if case_id is None else referrals(session, case_id))
        )
        self._workplace.run(Road.READ, read, show, self)

    def _refer(self, order: JobOrder) -> None:
        from ui.guide.referral_form import referral_form, vacancy_words

        if self._citizen is not None:
            words = vacancy_words(order.order_ref, order.title, order.company, order.apply_by)
            self._workplace.forms.open(referral_form(words), self._citizen.case_id, order.id)

    def _note_result(self, referral: Referral) -> None:
        from ui.guide.referral_form import referral_result_form, vacancy_words

        words = vacancy_words(referral.order_ref, referral.title, referral.company)
        self._workplace.forms.open(referral_result_form(words), referral.case_id, referral.id)
