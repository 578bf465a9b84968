"""Choosing an offer: what is written, when a leader approves, and what is refused where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.cases.case_rows import live_rows
from app.cases.settings import write_setting
from app.changes import Done
from app.guide.approval import APPROVAL_LIMIT, APPROVAL_SETTING
from app.guide.catalogue import read_catalogue
from app.guide.decide import DecideOffer, DecisionReason, decide_offer, decisions_of, needs_approval
from app.guide.offer_profile import offer_profile
from app.guide.take_back import TakeBackDecision, take_back_decision
from app.jobplan.agree_plan import AgreeSimplePlan, Goal, Step, agree_simple_plan
from app.queue.reading.session import as_connection
from app.work import Work
from db.rows.offers import OfferRow, PartServiceRow, ProviderContractRow, ProviderRow
from db.rows.orders import OfferOrderRow, VisitationDecisionRow
from db.rows.plans import JobPlanRow, PlanActivityRow
from db.values.offers import OfferKind, OrderState
from db.values.plans import ActivityKind, ActivityState, PlanKind, PlanState
from db.values.talks import StepOwner
from tests.helpers.desk import Desk

START = date(2007, 4, 2)


class Shelf:
    """A store with one provider under contract and one offer of 13 weeks at 650 kr."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.provider = self.add(ProviderRow(name="Rengøringsskolen", search_text="rengoringsskolen"))
        self.add(
            ProviderContractRow(
                provider_id=self.provider,
                contract_no="14",
                kind="framework",
                valid_from=date(2006, 1, 1),
                valid_to=date(2007, 12, 31),
            )
        )
        self.offer = self.add_offer("T-103")

    def add(self, row: Any) -> str:
        def write(work: Work, request: Any) -> Done:
            return Done(work.add(request).id, work.changes())

        return self.desk.do(write, row).id

    def add_offer(self, offer_no: str, **fields: Any) -> str:
        usual = {
            "title": "Rengøring med dansk",
            "search_text": "rengoring med dansk",
            "provider_id": self.provider,
            "kind": OfferKind.GUIDANCE_UPSKILLING,
            "price_per_week": 650_00,
            "weeks": 13,
            "weekly_hours": 25,
            "contract_to": date(2007, 12, 31),
            "legal_basis": "LAB kap. 10",
            "purpose": "At lære rengøring",
        }
        return self.add(OfferRow(offer_no=offer_no, **{**usual, **fields}))

    def change(self, row_id: str, **fields: Any) -> None:
        def write(work: Work, request: str) -> Done:
            row = work.session.get_one(OfferRow, request)
            for name, value in fields.items():
                setattr(row, name, value)
            return Done(request, work.changes())

        self.desk.do(write, row_id)

    def asked(self, **fields: Any) -> DecideOffer:
        usual = DecideOffer(self.desk.citizen(), self.offer, DecisionReason.GOAL, "Ønsker arbejde i rengøring", START)
        return replace(usual, **fields)


@pytest.fixture
def shelf(desk: Desk) -> Shelf:
    return Shelf(desk)


def test_that_a_choice_writes_decision_activity_and_order_in_one(desk: Desk, shelf: Shelf) -> None:
    other = shelf.add_offer("T-104")
    asked = shelf.asked(
        considered=(other, shelf.offer, other),
        unmet=("Dansk, modul 3",),
        override_reason=" Begynder på modul 3 i maj ",
        citizen_wish="Vil gerne gøre rent",
        agreed_with_citizen=True,
    )
    done = desk.do(decide_offer, asked)
    decision = desk.row(VisitationDecisionRow, id=done.id)
    assert (decision.chosen_offer_id, decision.considered_offer_ids) == (shelf.offer, other)
    assert (decision.decided_on, decision.decided_by, decision.reason_kind) == (desk.today, desk.me, "goal")
    assert (decision.override_reason, decision.agreed_with_citizen) == ("Begynder på modul 3 i maj", True)
    order = desk.row(OfferOrderRow)
    assert (order.state, order.decision_id, order.contract_no, order.version) == (OrderState.PROPOSED, done.id, "14", 1)
    assert (order.start_wanted, order.ends_on, order.weeks, order.weekly_hours) == (START, date(2007, 7, 1), 13, 25)
    assert order.order_no.startswith("2007-")
    activity = desk.row(PlanActivityRow)
    assert (activity.state, activity.kind, activity.order_id) == (ActivityState.PROPOSED, ActivityKind.OFFER, order.id)
    assert (activity.title, activity.provider_or_company, activity.plan_id) == (
        "Rengøring med dansk",
        "Rengøringsskolen",
        None,
    )
    assert (activity.from_on, activity.to_on, activity.purpose) == (START, date(2007, 7, 1), "At lære rengøring")
    assert not done.notices
    assert {"visitation_decision", "offer_order", "plan_activity"} <= done.changes.kinds


def test_that_the_activity_stands_on_a_draft_and_waits_beside_an_agreed_plan(desk: Desk, shelf: Shelf) -> None:
    asked = shelf.asked()
    steps = (Step("CV", StepOwner.CITIZEN),)
    desk.do(agree_simple_plan, AgreeSimplePlan(asked.case_id, desk.today, Goal("Rengøring"), steps, date(2007, 6, 1)))
    desk.do(decide_offer, asked)
    draft = shelf.add(
        JobPlanRow(
            case_id=asked.case_id,
            plan_no="2007-AAAAA",
            version=2,
            kind=PlanKind.JOBPLAN,
            state=PlanState.DRAFT,
            made_on=desk.today,
            valid_from=desk.today,
        )
    )
    desk.do(decide_offer, asked)
    assert [(row.plan_id, row.no) for row in desk.rows(PlanActivityRow)] == [(None, 1), (draft, 1)]
    assert [row.plan_id for row in desk.rows(OfferOrderRow)] == [None, draft]


def test_that_a_leader_approves_what_is_over_the_limit(desk: Desk, shelf: Shelf) -> None:
    asked = shelf.asked()
    assert APPROVAL_LIMIT == 10_000_00
    dear = replace(asked, weeks=16)
    done = desk.do(decide_offer, dear)
    (notice,) = done.notices
    assert notice == "Bestillingen koster 10.400 kr. og skal godkendes af en leder: grænsen er 10.000 kr."
    order = desk.row(OfferOrderRow)
    assert (order.state, order.state_reason, order.weeks) == (OrderState.FOR_APPROVAL, notice, 16)

    def ask(work: Work, request: DecideOffer) -> Done:
        return Done(needs_approval(work, request) or "")

    def raise_limit(work: Work, limit: str) -> Done:
        write_setting(work, APPROVAL_SETTING, limit)
        return Done("")

    assert desk.do(ask, dear).id == notice
    desk.do(raise_limit, "1040000")
    assert desk.do(ask, dear).id == ""


@pytest.mark.parametrize("fields", [
    {"provider_id": None},
    {"provider_id": "somebody-without-contract", "contract_to": None},
])  # fmt: skip
def test_that_a_leader_approves_without_a_framework_contract(desk: Desk, shelf: Shelf, fields: dict[str, Any]) -> None:
    bare = shelf.add_offer("T-200", **fields)
    done = desk.do(decide_offer, shelf.asked(offer_id=bare))
    assert "rammekontrakt" in done.notices[0]
    assert desk.row(OfferOrderRow).state is OrderState.FOR_APPROVAL
    assert desk.row(PlanActivityRow).provider_or_company is None


def test_that_the_contract_must_cover_the_start_and_no_price_is_no_reason_to_ask(desk: Desk, shelf: Shelf) -> None:
    free = shelf.add_offer("T-201", price_per_week=None, contract_to=None)
    case = shelf.asked(offer_id=free)
    assert not desk.do(decide_offer, case).notices
    assert desk.do(decide_offer, replace(case, proposed_start=date(2008, 1, 7))).notices


def test_that_the_date_an_imported_catalogue_tells_is_a_contract_until_contracts_are_kept(
    desk: Desk, shelf: Shelf
) -> None:
    imported = shelf.add_offer("T-202", provider_id="somebody")
    asked = shelf.asked(offer_id=imported)
    assert not desk.do(decide_offer, asked).notices
    shelf.add(
        ProviderContractRow(provider_id="somebody", contract_no="9", kind="framework", valid_to=date(2007, 3, 31))
    )
    assert desk.do(decide_offer, asked).notices


def test_that_parts_of_an_offer_may_be_ordered_alone(desk: Desk, shelf: Shelf) -> None:
    part = shelf.add(PartServiceRow(offer_id=shelf.offer, title="Fire ugers afprøvning", weeks=4, price=2_600_00))
    foreign = shelf.add(PartServiceRow(offer_id=shelf.add_offer("T-104"), title="Andet", weeks=4, price=1))
    asked = shelf.asked(part_service_ids=(part,))
    desk.do(decide_offer, asked)
    order = desk.row(OfferOrderRow)
    assert (order.part_services, order.weeks, order.ends_on) == ("Fire ugers afprøvning", 4, date(2007, 4, 29))
    desk.refuses(
        decide_offer, replace(asked, part_service_ids=(foreign,)), code="unknown_part", field="part_service_ids"
    )


@pytest.mark.parametrize(("changes", "code", "field"), [
    ({"offer_id": "nobody"}, "unknown_offer", "offer_id"),
    ({"reason": None}, "missing", "reason"),
    ({"reason_text": "  "}, "missing", "reason_text"),
    ({"proposed_start": None}, "missing", "proposed_start"),
    ({"proposed_start": date(2007, 3, 19)}, "in_the_past", "proposed_start"),
    ({"proposed_start": date(2008, 1, 1)}, "contract_ended", "proposed_start"),
    ({"unmet": ("Match 3",)}, "missing", "override_reason"),
    ({"unmet": ("Match 3",), "override_reason": " "}, "missing", "override_reason"),
    ({"weeks": 0}, "not_positive", "weeks"),
    ({"weekly_hours": -5}, "not_positive", "weekly_hours"),
    ({"case_id": "nobody"}, "unknown_case", "case_id"),
])  # fmt: skip
def test_that_a_choice_which_cannot_be_is_refused_at_its_field(
    desk: Desk, shelf: Shelf, changes: dict[str, Any], code: str, field: str
) -> None:
    desk.refuses(decide_offer, shelf.asked(**changes), code=code, field=field)


def test_that_a_withdrawn_or_negative_offer_cannot_be_chosen(desk: Desk, shelf: Shelf) -> None:
    asked = shelf.asked()
    shelf.change(shelf.offer, price_per_week=-1)
    desk.refuses(decide_offer, asked, code="negative_price", field="offer_id")
    shelf.change(shelf.offer, price_per_week=1, withdrawn_on=date(2007, 3, 1))
    refused = desk.refuses(decide_offer, asked, code="offer_withdrawn", field="offer_id")
    assert "01.03.2007" in refused.message


def test_that_an_offer_withdrawn_under_a_draft_order_is_told_and_its_profile_stays(desk: Desk, shelf: Shelf) -> None:
    asked = shelf.asked()
    first = desk.do(decide_offer, asked).id
    shelf.change(shelf.offer, withdrawn_on=desk.today)
    with desk.memory.reading() as session:
        (decided,) = decisions_of(session, asked.case_id)
        order, activity = (
            live_rows(session, OfferOrderRow, asked.case_id),
            live_rows(session, PlanActivityRow, asked.case_id),
        )
        assert (decided.decision_id, decided.title, decided.offer_withdrawn) == (first, "Rengøring med dansk", True)
        assert (decided.order_id, decided.activity_id) == (order[0].id, activity[0].id)
        assert (decided.order_no, decided.order_state) == (order[0].order_no, OrderState.PROPOSED)
        profile = offer_profile(session, shelf.offer)
        assert profile is not None
        assert profile.withdrawn_on == desk.today
        made = read_catalogue(as_connection(session))
        assert (made.offer(shelf.offer), made.withdrawn) == (None, frozenset({"T-103"}))


def test_that_a_choice_is_taken_back_with_all_that_it_wrote_until_the_order_is_sent(desk: Desk, shelf: Shelf) -> None:
    asked = shelf.asked()
    first = desk.do(decide_offer, asked).id
    desk.refuses(take_back_decision, TakeBackDecision(first, " "), code="missing", field="reason")
    desk.do(take_back_decision, TakeBackDecision(first, "Forkert borger"))
    desk.refuses(take_back_decision, TakeBackDecision(first, "Igen"), code="unknown_row", field="decision_id")
    for row in (desk.row(VisitationDecisionRow), desk.row(OfferOrderRow), desk.row(PlanActivityRow)):
        assert (row.withdrawn_on, row.withdrawn_reason) == (desk.today, "Forkert borger")
    with desk.memory.reading() as session:
        assert decisions_of(session, asked.case_id) == ()
    second = desk.do(decide_offer, asked).id

    def send(work: Work, request: str) -> Done:
        (order,) = live_rows(work.session, OfferOrderRow, request)
        order.state = OrderState.SENT
        return Done(order.id, work.changes())

    desk.do(send, asked.case_id)
    desk.refuses(take_back_decision, TakeBackDecision(second, "Fortrudt"), code="order_sent", field="decision_id")
