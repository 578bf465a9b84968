"""The queue's facts, read by the bare driver, say what the mapped rows say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.clock import FixedClock
from app.ids import seeded_ids
from app.queue.facts import CaseFacts, QueueFacts
from app.queue.facts_reader import read_facts
from app.work import Work, working
from db.rows import cases, offers, orders, organisation, own, people, plans, talks, visits
from db.store.store import Store
from db.values.cases import (
    ApplicationCaseKind,
    ApplicationCaseState,
    CaseStepKind,
    RiskLevel,
    SanctionState,
    SicknessGroup,
    VisitEntry,
    WaitingFor,
    WarningKind,
)
from db.values.offers import (
    AbsenceKind,
    ChangeKind,
    FeedbackKind,
    OfferKind,
    OrderState,
    OutcomeKind,
    PlacementState,
    ReceivedHow,
)
from db.values.people import (
    BenefitType,
    ClosingReason,
    CprMark,
    ExclusionReason,
    FollowUpModel,
    HouseholdPart,
    OrgUnitKind,
    Role,
)
from db.values.plans import PlanKind, PlanState
from db.values.talks import (
    NoteKind,
    ReportState,
    ReportSubject,
    StepOwner,
    TalkForm,
    TalkPurpose,
)

TODAY = date(2007, 3, 20)
CLOCK = FixedClock(TODAY)
KEY = bytes(range(32))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "store", KEY) as opened:
        yield opened


def citizen(work: Work, name: str, number: str, **more: object) -> people.CitizenRow:
    return work.add(
        people.CitizenRow(
            cpr=number,
            cpr_mark=CprMark.REPLACEMENT,
            name=name,
            sort_name=name.lower(),
            search_text=name.lower(),
            born=date(1969, 5, 7),
            **more,
        )
    )


def write(store: Store, fill: object) -> None:
    with working(store, author=None, clock=CLOCK, make_id=seeded_ids(1), use_case="test") as work:
        fill(work)  # type: ignore[operator]


def facts_of(store: Store) -> QueueFacts:
    with store.raw_reader() as connection:
        return read_facts(connection, TODAY)


def only_case(store: Store) -> CaseFacts:
    (case,) = facts_of(store).cases
    return case


def test_that_a_citizen_with_one_of_everything_is_read_whole(store: Store) -> None:  # noqa: PLR0915 - one of everything.
    def fill(work: Work) -> None:
        unit = work.add(organisation.OrgUnitRow(name="Musvågevej", kind=OrgUnitKind.JOBCENTRE))
        holder = work.add(organisation.CaseworkerRow(name="M. Holm", sort_name="holm", role=Role.CASEWORKER))
        area = work.add(
            organisation.HousingAreaRow(
                name="Lundtoftegade", campaign_from=date(2007, 1, 1), campaign_to=date(2007, 12, 31)
            )
        )
        case = citizen(work, "Amina", "6705690001", housing_area_id=area.id, children_at_home=2).id
        provider = work.add(offers.ProviderRow(name="Køkkenvejen ApS", search_text=""))

        work.add(people.CaseHoldingRow(case_id=case, worker_id=holder.id, unit_id=unit.id, from_on=date(2006, 10, 2)))
        work.add(
            people.BenefitPeriodRow(
                case_id=case,
                benefit=BenefitType.CASH_ASSISTANCE,
                from_on=date(2006, 10, 1),
                enquiry_on=date(2006, 9, 28),
            )
        )
        work.add(people.MatchAssessmentRow(case_id=case, category=4, assessed_on=date(2007, 2, 12), reason="Ønsker"))
        work.add(
            people.ExclusionRow(
                case_id=case, reason=ExclusionReason.IN_HOSPITAL, from_on=date(2007, 3, 1), until_on=date(2007, 3, 31)
            )
        )
        work.add(
            people.ContactOverrideRow(
                case_id=case, model=FollowUpModel.INTENSIVE, interval_days=28, from_on=date(2007, 1, 2), reason="Tæt"
            )
        )
        talk = work.add(
            talks.TalkRow(
                case_id=case, held_on=date(2006, 11, 20), form=TalkForm.INDIVIDUAL, purpose=TalkPurpose.CONTACT
            )
        )
        work.add(
            talks.NoteRow(case_id=case, kind=NoteKind.TALK, noted_on=date(2006, 11, 20), text="Talt", about_id=talk.id)
        )
        work.add(
            talks.TalkRow(
                case_id=case,
                held_on=date(2007, 1, 8),
                form=TalkForm.TELEPHONE,
                purpose=TalkPurpose.SICKNESS_FOLLOW_UP,
                fulfils_duty=False,
            )
        )
        work.add(
            talks.SummonsRow(
                case_id=case,
                purpose=TalkPurpose.CONTACT,
                form=TalkForm.INDIVIDUAL,
                meets_on=date(2007, 3, 28),
                meets_at="10:00",
            )
        )
        work.add(
            talks.PortalReportRow(
                case_id=case,
                subject=ReportSubject.TALK,
                subject_id=talk.id,
                counted_from=date(2006, 11, 20),
                state=ReportState.TO_SEND,
            )
        )
        work.add(
            talks.NoteRow(case_id=case, kind=NoteKind.PHONE, noted_on=date(2007, 3, 19), text="Ringede", call_back=True)
        )
        work.add(talks.WarningRow(case_id=case, kind=WarningKind.CEILING, warned_on=date(2007, 2, 14), in_writing=True))
        plan = work.add(
            plans.JobPlanRow(
                case_id=case,
                plan_no="2007-0412",
                version=1,
                kind=PlanKind.JOBPLAN,
                state=PlanState.AGREED,
                made_on=date(2007, 2, 14),
                valid_from=date(2007, 2, 14),
                agreed_on=date(2007, 2, 14),
            )
        )
        work.add(
            plans.PlanStepRow(
                case_id=case, plan_id=plan.id, text="CV på Jobnet", who=StepOwner.CITIZEN, by_date=date(2007, 2, 23)
            )
        )
        work.add(plans.PlanReviewRow(case_id=case, plan_id=plan.id, reviewed_on=date(2007, 3, 1)))
        placement = work.add(
            orders.PlacementRow(
                case_id=case,
                offer_no="T-1",
                title="Skolekøkken",
                kind=OfferKind.COMPANY_PLACEMENT,
                from_on=date(2006, 6, 1),
                to_on=date(2006, 8, 31),
                ended_on=date(2006, 8, 31),
                state=PlacementState.COMPLETED,
                result=OutcomeKind.BENEFIT,
            )
        )
        work.add(
            orders.OutcomeCheckRow(
                case_id=case,
                placement_id=placement.id,
                months_after=3,
                checked_on=date(2006, 12, 1),
                outcome=OutcomeKind.BENEFIT,
            )
        )
        order = work.add(
            orders.OfferOrderRow(
                case_id=case,
                order_no="2007-1187",
                version=1,
                state=OrderState.SENT,
                provider_id=provider.id,
                sent_on=date(2007, 3, 1),
                midway_on=date(2007, 4, 30),
                final_by=date(2007, 6, 20),
            )
        )
        work.add(
            orders.FeedbackRow(
                case_id=case,
                order_id=order.id,
                kind=FeedbackKind.RECEIPT,
                received_on=date(2007, 3, 6),
                received_how=ReceivedHow.PHONE,
                unanswered_compulsory=2,
            )
        )
        work.add(
            orders.PlacementChangeRequestRow(case_id=case, change=ChangeKind.EXTEND, received_on=date(2007, 3, 16))
        )
        work.add(
            orders.AbsenceReportRow(
                case_id=case, event_on=date(2007, 3, 15), reported_on=date(2007, 3, 16), kind=AbsenceKind.ABSENT
            )
        )
        sickness = work.add(
            cases.SicknessCaseRow(
                case_id=case,
                first_absence_on=date(2007, 1, 2),
                form_sent_on=date(2007, 1, 4),
                group=SicknessGroup.FOUR_WEEKS,
            )
        )
        work.add(
            cases.RiskAssessmentRow(
                case_id=case, sickness_case_id=sickness.id, assessed_on=date(2007, 1, 15), level=RiskLevel.LOW
            )
        )
        work.add(cases.SanctionCaseRow(case_id=case, state=SanctionState.HEARING, opened_on=date(2007, 3, 16)))
        application = work.add(
            cases.ApplicationCaseRow(
                case_id=case,
                case_no="F-1",
                kind=ApplicationCaseKind.EARLY_PENSION,
                applied_on=date(2006, 12, 1),
                state=ApplicationCaseState.IN_PROGRESS,
            )
        )
        work.add(
            cases.CaseStepRow(
                case_id=case,
                application_case_id=application.id,
                step=CaseStepKind.MEDICAL_ASKED,
                starts_on=date(2007, 2, 1),
                waiting_for=WaitingFor.GP,
                sent_on=date(2007, 2, 5),
            )
        )
        work.add(cases.YouthAlertRow(case_id=case, received_on=date(2007, 3, 12)))
        work.add(cases.ComplaintRow(case_id=case, received_on=date(2007, 3, 13)))
        work.add(
            visits.CitizenVisitRow(
                case_id=case, planned_on=date(2007, 2, 14), visited_on=date(2007, 2, 14), entry=VisitEntry.YES
            )
        )
        work.add(
            people.SyncConflictRow(
                case_id=case, table_name="citizen", row_id=case, merge_group="phone", found_on=date(2007, 3, 19)
            )
        )
        work.add(
            own.ReminderRow(worker_id=holder.id, case_ref=case, remind_on=date(2007, 3, 21), text="Husk", consequence=2)
        )

    write(store, fill)
    case = only_case(store)

    assert (case.name, case.born, case.children_at_home) == ("Amina", date(1969, 5, 7), 2)
    assert (case.holder_name, case.unit_name, case.area_name) == ("M. Holm", "Musvågevej", "Lundtoftegade")
    assert case.holder_since == date(2006, 10, 2)
    assert case.campaign is not None
    assert (case.campaign.from_on, case.campaign.to_on) == (date(2007, 1, 1), date(2007, 12, 31))
    assert case.benefits[0].benefit is BenefitType.CASH_ASSISTANCE
    assert case.benefits[0].enquiry_on == date(2006, 9, 28)
    assert case.matches[0].category == 4
    assert case.exclusions[0].reason is ExclusionReason.IN_HOSPITAL
    assert case.overrides[0].interval_days == 28
    assert [(talk.held_on, talk.form, talk.fulfils_duty, talk.has_note) for talk in case.talks] == [
        (date(2006, 11, 20), TalkForm.INDIVIDUAL, None, True),
        (date(2007, 1, 8), TalkForm.TELEPHONE, False, False),
    ]
    assert (case.summonses[0].meets_on, case.summonses[0].meets_at) == (date(2007, 3, 28), "10:00")
    assert case.summonses[0].talk_held is False
    assert (case.reports[0].subject_id, case.reports[0].state) == (case.talks[0].id, ReportState.TO_SEND)
    assert case.calls[0].noted_on == date(2007, 3, 19)
    assert (case.warnings[0].kind, case.warnings[0].in_writing) == (WarningKind.CEILING, True)
    assert (case.plans[0].state, case.plans[0].reviewed_on) == (PlanState.AGREED, date(2007, 3, 1))
    assert (case.steps[0].who, case.steps[0].by_date) == (StepOwner.CITIZEN, date(2007, 2, 23))
    assert case.placements[0].state is PlacementState.COMPLETED
    assert case.placements[0].has_result is True
    assert case.placements[0].outcomes_checked == ((3, OutcomeKind.BENEFIT),)
    assert (case.orders[0].provider, case.orders[0].receipt_on) == ("Køkkenvejen ApS", date(2007, 3, 6))
    assert case.orders[0].settled == (FeedbackKind.RECEIPT,)
    assert case.feedbacks[0].unanswered == 2
    assert case.change_requests[0].received_on == date(2007, 3, 16)
    assert case.absences[0].closed_on is None
    assert case.sicknesses[0].follow_ups == (date(2007, 1, 8),)
    assert case.sicknesses[0].notified_on == date(2007, 1, 4)
    assert case.sicknesses[0].risk_assessed_on == date(2007, 1, 15)
    assert case.sanctions[0].state is SanctionState.HEARING
    assert case.applications[0].steps[0].waiting_for is WaitingFor.GP
    assert case.youth_alerts[0].received_on == date(2007, 3, 12)
    assert case.complaints[0].settled_on is None
    assert case.visits[0].entry is VisitEntry.YES
    assert case.visits[0].has_note is False
    assert case.conflicts[0].found_on == date(2007, 3, 19)
    assert case.reminders[0].text == "Husk"


def couple(store: Store, *, apart: bool = False, protected: bool = False, other_number: str = "42") -> QueueFacts:
    def fill(work: Work) -> None:
        unit = work.new_id()
        household = work.add(people.HouseholdRow(unit_id=unit))
        for name, number, house, hidden in (
            ("Amina", "6705690001", "42", False),
            ("Yusuf", "6705690003", other_number, protected),
        ):
            row = citizen(work, name, number, street="Lundtoftegade", house_number=house, address_protected=hidden)
            work.add(
                people.HouseholdMemberRow(
                    case_id=row.id,
                    household_id=household.id,
                    part=HouseholdPart.SPOUSE,
                    from_on=date(2000, 1, 1),
                    lives_apart=apart,
                )
            )
            work.add(
                people.BenefitPeriodRow(case_id=row.id, benefit=BenefitType.CASH_ASSISTANCE, from_on=date(2006, 10, 1))
            )

    write(store, fill)
    return facts_of(store)


def test_that_a_couple_under_one_roof_shares_a_household_key(store: Store) -> None:
    first, second = couple(store).cases
    assert first.household_key is not None
    assert first.household_key == second.household_key
    assert first.spouse_on_cash_assistance


@pytest.mark.parametrize("why", [{"apart": True}, {"protected": True}, {"other_number": "44"}])
def test_that_joint_functions_are_off_when_a_couple_must_be_kept_apart(store: Store, why: dict[str, object]) -> None:
    for case in couple(store, **why).cases:  # type: ignore[arg-type]
        assert case.household_key is None


def test_that_withdrawn_rows_and_merged_citizens_are_not_among_the_facts(store: Store) -> None:
    def fill(work: Work) -> None:
        kept = citizen(work, "Amina", "6705690001")
        citizen(work, "Amina igen", "6705690003", merged_into=kept.id)
        work.add(
            talks.TalkRow(
                case_id=kept.id,
                held_on=date(2007, 3, 1),
                form=TalkForm.INDIVIDUAL,
                withdrawn_on=date(2007, 3, 2),
                withdrawn_reason="Forkert borger",
            )
        )

    write(store, fill)
    assert only_case(store).talks == ()


def test_that_a_contradiction_in_the_data_is_found_and_may_be_accepted(store: Store) -> None:
    def fill(work: Work) -> None:
        case = citizen(work, "Amina", "6705690001").id
        stay = work.add(
            orders.PlacementRow(
                case_id=case,
                offer_no="T-1",
                from_on=date(2007, 1, 1),
                to_on=date(2007, 3, 1),
                state=PlacementState.RUNNING,
            )
        )
        first = work.add(people.CaseHoldingRow(case_id=case, unit_id=work.new_id(), from_on=date(2007, 1, 1)))
        second = work.add(people.CaseHoldingRow(case_id=case, unit_id=first.unit_id, from_on=date(2007, 2, 1)))
        work.add(
            people.DataQualityAcceptanceRow(
                case_id=case, finding_key=f"two_holders:{second.id}", accepted_on=TODAY, reason="Rettes i KOMMA"
            )
        )
        assert stay.id

    write(store, fill)
    found = {fact.text: (fact.found_on, fact.accepted_on) for fact in only_case(store).quality}
    assert found == {
        "Tilbud står som i gang efter slutdatoen": (date(2007, 3, 2), None),
        "To tovholdere på samme sag": (date(2007, 2, 1), TODAY),
    }


def test_that_a_holding_that_ends_today_has_passed_to_the_next(store: Store) -> None:
    def fill(work: Work) -> None:
        case = citizen(work, "Amina", "6705690001").id
        unit = work.new_id()
        old, new = work.new_id(), work.new_id()
        work.add(
            people.CaseHoldingRow(case_id=case, worker_id=old, unit_id=unit, from_on=date(2007, 1, 1), to_on=TODAY)
        )
        work.add(people.CaseHoldingRow(case_id=case, worker_id=new, unit_id=unit, from_on=TODAY))

    write(store, fill)
    assert only_case(store).holder_since == TODAY


def test_that_snoozes_that_have_run_out_are_no_facts(store: Store) -> None:
    def fill(work: Work) -> None:
        worker = work.new_id()
        work.add(own.SnoozeRow(worker_id=worker, item_key="a", until_on=TODAY))
        work.add(own.SnoozeRow(worker_id=worker, item_key="b", until_on=TODAY + timedelta(days=1)))
        work.add(own.ReminderRow(worker_id=worker, remind_on=TODAY, text="Ring til SOF"))

    write(store, fill)
    facts = facts_of(store)
    assert [snooze.item_key for snooze in facts.snoozes] == ["b"]
    assert [reminder.text for reminder in facts.loose_reminders] == ["Ring til SOF"]


def test_that_a_new_holder_gets_a_case_with_nothing_put_off(store: Store) -> None:
    later = TODAY + timedelta(days=9)

    def fill(work: Work) -> None:
        unit, old, new = work.new_id(), work.new_id(), work.new_id()
        moved, stayed = citizen(work, "Amina", "6705690001").id, citizen(work, "Yusuf", "6705690002").id
        for case in (moved, stayed):
            work.add(people.CaseHoldingRow(case_id=case, worker_id=old, unit_id=unit, from_on=date(2007, 1, 1)))
        work.add(own.SnoozeRow(worker_id=old, case_ref=moved, item_key="moved", until_on=later))
        work.add(own.SnoozeRow(worker_id=old, case_ref=stayed, item_key="stayed", until_on=later))
        # Someone who covers for the holder puts an item off as well.
        work.add(own.SnoozeRow(worker_id=new, case_ref=stayed, item_key="covered", until_on=later))
        work.session.flush()
        for holding in work.session.scalars(select(people.CaseHoldingRow).filter_by(case_id=moved)):
            holding.to_on = TODAY
        work.add(people.CaseHoldingRow(case_id=moved, worker_id=new, unit_id=unit, from_on=TODAY))
        work.add(own.SnoozeRow(worker_id=new, case_ref=moved, item_key="new", until_on=later))

    write(store, fill)
    assert {snooze.item_key for snooze in facts_of(store).snoozes} == {"stayed", "covered", "new"}


def test_that_an_ended_case_keeps_the_holder_it_had_last(store: Store) -> None:
    def fill(work: Work) -> None:
        case = citizen(work, "Amina", "6705690001").id
        unit = work.new_id()
        holder = work.add(organisation.CaseworkerRow(name="M. Holm", sort_name="holm", role=Role.CASEWORKER))
        work.add(
            people.CaseHoldingRow(
                case_id=case, worker_id=holder.id, unit_id=unit, from_on=date(2007, 1, 1), to_on=date(2007, 3, 1)
            )
        )
        work.add(people.CaseClosingRow(case_id=case, closed_on=date(2007, 3, 1), reason=ClosingReason.ORDINARY_JOB))

    write(store, fill)
    assert only_case(store).holder_name == "M. Holm"


def test_that_a_call_on_the_day_is_not_the_talk_one_was_summoned_to(store: Store) -> None:
    def fill(work: Work) -> None:
        case = citizen(work, "Amina", "6705690001").id
        for on, form in ((date(2007, 3, 12), TalkForm.TELEPHONE), (date(2007, 3, 13), TalkForm.INDIVIDUAL)):
            work.add(talks.SummonsRow(case_id=case, purpose=TalkPurpose.CONTACT, form=TalkForm.INDIVIDUAL, meets_on=on))
            work.add(talks.TalkRow(case_id=case, held_on=on, form=form))

    write(store, fill)
    assert [summons.talk_held for summons in only_case(store).summonses] == [False, True]


def test_that_dated_agreements_of_talks_are_steps_beside_those_of_the_plan(store: Store) -> None:
    def fill(work: Work) -> None:
        case = citizen(work, "Amina", "6705690001").id
        held = work.add(talks.TalkRow(case_id=case, held_on=date(2007, 3, 1), form=TalkForm.INDIVIDUAL))
        wrong = work.add(
            talks.TalkRow(case_id=case, held_on=date(2007, 3, 2), form=TalkForm.INDIVIDUAL, withdrawn_on=TODAY)
        )
        agreed = {
            "Sender CV": (held.id, date(2007, 3, 30), None),
            "Ringer": (held.id, date(2007, 3, 12), date(2007, 3, 9)),
            "Uden dag": (held.id, None, None),
            "Trukket tilbage": (wrong.id, date(2007, 3, 30), None),
        }
        for text, (talk_id, by_date, done_on) in agreed.items():
            work.add(
                talks.TalkAgreementRow(
                    case_id=case, talk_id=talk_id, text=text, who=StepOwner.JOBCENTRE, by_date=by_date, done_on=done_on
                )
            )

    write(store, fill)
    assert [
        (each.text, each.by_date, each.agreed_on, each.done_on, each.from_talk) for each in only_case(store).steps
    ] == [
        ("Ringer", date(2007, 3, 12), date(2007, 3, 1), date(2007, 3, 9), True),
        ("Sender CV", date(2007, 3, 30), date(2007, 3, 1), None, True),
    ]
