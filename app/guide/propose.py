"""The order and the activity that a decision leads to: proposed, until the order and the jobplan take them up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from app.cases.case_rows import live_rows
from app.guide.approval import contract_no
from app.jobplan.numbers import number_of
from app.work import Work
from db.rows.offers import OfferRow, PartServiceRow, ProviderRow
from db.rows.orders import OfferOrderRow, VisitationDecisionRow
from db.rows.plans import JobPlanRow, PlanActivityRow
from db.values.offers import OfferKind, OrderState
from db.values.plans import ActivityKind, ActivityState, PlanState


def propose_order(
    work: Work,
    offer: OfferRow,
    decision: VisitationDecisionRow,
    *,
    weeks: int | None,
    weekly_hours: int | None,
    parts: Sequence[PartServiceRow],
) -> OfferOrderRow:
    """The order as it is proposed; whoever takes it up writes questions, purpose and the rest."""
    start = decision.proposed_start
    weeks = _weeks(offer, weeks, parts)
    order = work.add(
        OfferOrderRow(
            case_id=decision.case_id,
            order_no="",
            version=1,
            state=OrderState.PROPOSED,
            ordered_by=work.author,
            provider_id=offer.provider_id,
            contract_no=contract_no(work, offer, start) if start and offer.provider_id else None,
            offer_id=offer.id,
            part_services=", ".join(part.title for part in parts) or None,
            legal_basis=offer.legal_basis,
            plan_id=_plan_id(work, decision.case_id),
            decision_id=decision.id,
            start_wanted=start,
            weeks=weeks,
            ends_on=start + timedelta(weeks=weeks, days=-1) if start and weeks else None,
            weekly_hours=weekly_hours or offer.weekly_hours,
        )
    )
    order.order_no = number_of(order.id, work.today.year)
    return order


def _weeks(offer: OfferRow, asked: int | None, parts: Sequence[PartServiceRow]) -> int | None:
    """The weeks asked for, else those of the longest part that is ordered, else the offer's."""
    if asked is not None or not parts:
        return asked or offer.weeks
    return max((part.weeks for part in parts if part.weeks), default=None)


def _plan_id(work: Work, case_id: str) -> str | None:
    """A draft that is being written; an agreed version is frozen, so the activity then waits for the next one."""
    drafts = [row for row in live_rows(work.session, JobPlanRow, case_id) if row.state is PlanState.DRAFT]
    return max(drafts, key=lambda row: (row.version, row.id)).id if drafts else None


def propose_activity(work: Work, offer: OfferRow, order: OfferOrderRow) -> PlanActivityRow:
    provider = work.session.get(ProviderRow, offer.provider_id) if offer.provider_id else None
    others = live_rows(work.session, PlanActivityRow, order.case_id)
    return work.add(
        PlanActivityRow(
            case_id=order.case_id,
            plan_id=order.plan_id,
            no=max((row.no for row in others if row.plan_id == order.plan_id), default=0) + 1,
            kind=_ACTIVITIES.get(offer.kind, ActivityKind.OFFER),
            legal_basis=offer.legal_basis,
            title=offer.title,
            offer_id=offer.id,
            order_id=order.id,
            provider_or_company=provider.name if provider else None,
            purpose=offer.purpose,
            from_on=order.start_wanted,
            to_on=order.ends_on,
            weekly_hours=order.weekly_hours,
            place=offer.place,
            state=ActivityState.PROPOSED,
        )
    )


_ACTIVITIES = {OfferKind.MENTOR: ActivityKind.MENTOR, OfferKind.EDUCATION_PREPARING: ActivityKind.EDUCATION}
