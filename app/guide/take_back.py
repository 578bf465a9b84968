"""Taking a choice back, with its reason, for as long as nothing of it has left the house."""

from __future__ import annotations

from dataclasses import dataclass

from app.cases.case_rows import live_rows, the_row
from app.cases.checking import required
from app.cases.withdraw import Withdraw, withdraw
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.orders import OfferOrderRow, VisitationDecisionRow
from db.rows.plans import PlanActivityRow
from db.values.offers import OrderState
from db.values.plans import ActivityState

_NOT_SENT = frozenset({OrderState.PROPOSED, OrderState.DRAFT, OrderState.FOR_APPROVAL, OrderState.READY})


@dataclass(frozen=True, slots=True)
class TakeBackDecision:
    """A wrong choice, or the undo of one just made."""

    decision_id: str
    reason: str


def take_back_decision(work: Work, request: TakeBackDecision) -> Done:
    """Withdraw the decision with its order and the activity that is still proposed.

    Refused: `missing` (field `reason`), `unknown_row` and `order_sent` (`decision_id`).
    """
    reason = required(request.reason, "reason", "Skriv, hvorfor valget trækkes tilbage.")
    decision = the_row(work, VisitationDecisionRow, request.decision_id, field="decision_id")
    orders = [row for row in live_rows(work.session, OfferOrderRow, decision.case_id) if row.decision_id == decision.id]
    if any(row.state not in _NOT_SENT for row in orders):
        message = "Bestillingen er sendt. Træk den tilbage hos leverandøren først."
        raise Refused(message, field="decision_id", code="order_sent")
    made = {row.id for row in orders}
    for activity in live_rows(work.session, PlanActivityRow, decision.case_id):
        if activity.order_id in made and activity.state is ActivityState.PROPOSED:
            withdraw(work, Withdraw("plan_activity", activity.id, reason))
    for order in orders:
        withdraw(work, Withdraw("offer_order", order.id, reason))
    withdraw(work, Withdraw("visitation_decision", decision.id, reason))
    return Done(decision.id, work.changes())
