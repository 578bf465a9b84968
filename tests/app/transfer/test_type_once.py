"""Written once: what a talk, a match, a plan and a placement open in other systems, and how it is ticked off."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.cases.assess_match import AssessMatch, assess_match
from app.cases.holders import AssignHolder, assign_holder
from app.cases.restrict_case import RestrictCase, restrict_case
from app.cases.withdraw import Withdraw, withdraw
from app.clock import FixedClock
from app.jobplan.agree_plan import AgreeSimplePlan, Goal, RecordPlan, Step, agree_simple_plan, record_plan
from app.orders.placements import PlanPlacement, StartPlacement, plan_placement, start_placement
from app.reference.seed import reference_id
from app.talks.hold_talk import HoldTalk, NewMatch, hold_talk
from app.transfer.choice import Choice, chosen_items, joined, waiting_count
from app.transfer.entry import TransferEntry, open_transfer
from app.transfer.systems import EntryField, Subject
from app.transfer.ticks import (
    GiveUpTick,
    MarkEntered,
    SendBack,
    TakeBackTicks,
    TickRef,
    give_up_tick,
    mark_entered,
    send_back,
    take_back_ticks,
)
from app.transfer.waiting import TickState, TransferItem, names_of_waiting, transfer_items
from app.work import Work, working
from db.errors import Refused
from db.rows.local import UsageLogRow
from db.rows.organisation import OrgUnitRow
from db.rows.people import OutwardEntryRow
from db.rows.talks import PortalReportRow
from db.values.people import ExternalSystem, MatchBasis, OrgUnitKind, UsageKind
from db.values.talks import ReportState, StepOwner, TalkForm
from tests.helpers.desk import TODAY, Desk

NEW_MATCH = NewMatch(3, (MatchBasis.WORK_WISH,), "Har fået job på prøve.")


def a_talk(case_id: str, **more: Any) -> HoldTalk:
    """A talk of today."""
    return HoldTalk(
        case_id,
        TODAY,
        TalkForm.INDIVIDUAL,
        "Talte om rengøring.",
        "Besøger to virksomheder",
        date(2007, 5, 20),
        **more,
    )


@pytest.fixture
def case(desk: Desk) -> str:
    made = desk.citizen()
    desk.do(assign_holder, AssignHolder(made, desk.me, desk.unit, TODAY, "Visitation"))
    return made


def items(desk: Desk, worker: str | None = None) -> tuple[TransferItem, ...]:
    with desk.memory.reading() as session:
        return transfer_items(session, worker_id=worker or desk.me, today=desk.today)


def refs(item: TransferItem) -> tuple[TickRef, ...]:
    return tuple(tick.ref for tick in item.ticks)


def test_that_a_talk_waits_in_komma_and_the_portal_and_leaves_the_list_when_both_are_ticked(
    desk: Desk, case: str
) -> None:
    done = desk.do(hold_talk, a_talk(case, match_kept=True))
    with desk.memory.reading() as session:
        names = names_of_waiting(session, done.changes.rows)
    assert joined(names) == "KOMMA og Arbejdsmarkedsportalen"
    (item,) = items(desk)
    assert (item.title, item.citizen, item.born, item.mine, item.today) == (
        "Individuel samtale",
        "Samira Lund",
        date(1975, 1, 1),
        True,
        True,
    )
    assert [(tick.name, tick.state) for tick in item.ticks] == [
        ("KOMMA", TickState.WAITING),
        ("Arbejdsmarkedsportalen", TickState.WAITING),
    ]
    komma, portal = refs(item)
    desk.do(mark_entered, MarkEntered((komma,), TODAY))
    desk.refuses(mark_entered, MarkEntered((komma,), TODAY), code="wrong_state", field="ticks")
    (item,) = items(desk)
    assert [tick.state for tick in item.ticks] == [TickState.DONE, TickState.WAITING]
    assert desk.row(OutwardEntryRow).entered_by == desk.me
    desk.do(mark_entered, MarkEntered((portal,), TODAY))
    assert desk.row(PortalReportRow).state is ReportState.SENT
    assert waiting_count(items(desk)) == 0
    assert chosen_items(items(desk), Choice()) == ()
    # What was done stays in sight under *Overført*, and can be taken back.
    assert [each.key for each in chosen_items(items(desk), Choice(done=True))] == [item.key]
    desk.do(take_back_ticks, TakeBackTicks((komma, portal)))
    assert [tick.state for tick in items(desk)[0].ticks] == [TickState.WAITING] * 2
    desk.refuses(take_back_ticks, TakeBackTicks((komma,)), code="wrong_state", field="ticks")


def test_that_a_match_made_in_a_talk_is_written_elsewhere_with_the_talk(desk: Desk, case: str) -> None:
    desk.do(hold_talk, a_talk(case, new_match=NEW_MATCH))
    (item,) = items(desk)
    assert [(tick.name, tick.about) for tick in item.ticks] == [
        ("KOMMA", Subject.TALK),
        ("Arbejdsmarkedsportalen", Subject.TALK),
        ("Arbejdsmarkedsportalen", Subject.MATCH),
    ]
    assert desk.count(OutwardEntryRow) == 1
    desk.do(assess_match, AssessMatch(case, 2, TODAY, (MatchBasis.SKILLS,), "Har taget kursus."))
    assert [each.title for each in items(desk)] == ["Individuel samtale", "Match 2"]


def test_that_a_plan_is_opened_once_and_a_draft_not_at_all(desk: Desk, case: str) -> None:
    draft = RecordPlan(case, "2007-1", 1, TODAY)
    desk.do(record_plan, draft)
    assert items(desk) == ()
    signed = RecordPlan(case, "2007-1", 1, TODAY, signed_on=TODAY)
    desk.do(record_plan, signed)
    desk.do(record_plan, signed)
    assert [each.title for each in items(desk)] == ["Jobplan, version 1"]
    assert desk.count(OutwardEntryRow) == 1
    steps = (Step("CV på Jobnet", StepOwner.CITIZEN, date(2007, 3, 30)),)
    other = desk.citizen("Bo Prøve", "620180-1002")
    desk.do(agree_simple_plan, AgreeSimplePlan(other, TODAY, Goal("køkkenmedhjælper"), steps, date(2007, 6, 1)))
    plan = next(each for each in items(desk) if each.case_id == other)
    entry = _opened(desk, desk.me, plan)
    assert entry.values[EntryField.GOAL] == "køkkenmedhjælper"
    assert entry.values[EntryField.STEPS] == "CV på Jobnet (borgeren, senest 30-03-2007)"


def test_that_a_placement_goes_where_its_match_and_unit_say(desk: Desk, case: str) -> None:
    unit = reference_id("org_unit", "cjf")
    with working(
        desk.store, author=desk.me, clock=FixedClock(desk.today), make_id=desk.make_id, use_case="unit"
    ) as work:
        work.add(OrgUnitRow(id=unit, name="CJF", kind=OrgUnitKind.JOB_SEARCH_CENTRE))
    at_cjf = desk.citizen("Bo Prøve", "620180-1002")
    desk.do(assign_holder, AssignHolder(at_cjf, desk.me, unit, TODAY, "Visitation"))
    desk.do(assess_match, AssessMatch(case, 4, TODAY, (MatchBasis.WORK_WISH,), "Langt fra job."))
    for each in (case, at_cjf):
        stay = desk.do(plan_placement, PlanPlacement(each, "T-1", "Dansk og rengøring", TODAY)).id
        assert not [item for item in items(desk) if item.subject is Subject.PLACEMENT and item.case_id == each]
        desk.do(start_placement, StartPlacement(stay, TODAY))
    found = {item.case_id: item for item in items(desk) if item.subject is Subject.PLACEMENT}
    assert [tick.ref.system for tick in found[case].ticks] == [ExternalSystem.TENDER_PORTAL]
    assert [tick.ref.system for tick in found[at_cjf].ticks] == [ExternalSystem.KOMMA, ExternalSystem.WORKBASE]
    assert found[case].title == "Tilbud: Dansk og rengøring"
    assert len(chosen_items(items(desk), Choice(system=ExternalSystem.WORKBASE))) == 1


def test_that_what_is_not_needed_asks_for_a_reason_and_can_be_taken_back(desk: Desk, case: str) -> None:
    desk.do(hold_talk, a_talk(case, match_kept=True))
    komma, portal = refs(items(desk)[0])
    desk.refuses(give_up_tick, GiveUpTick(komma, " "), code="missing", field="reason")
    desk.do(give_up_tick, GiveUpTick(komma, "Skrevet af kollegaen."))
    assert refs(items(desk)[0]) == (portal,)
    assert desk.row(OutwardEntryRow).withdrawn_reason == "Skrevet af kollegaen."
    desk.do(take_back_ticks, TakeBackTicks((komma,)))
    desk.do(give_up_tick, GiveUpTick(portal, "Sendt af en anden kommune."))
    report = desk.row(PortalReportRow)
    assert (report.state, report.withdrawn_reason) == (ReportState.NOT_NEEDED, "Sendt af en anden kommune.")
    assert refs(items(desk)[0]) == (komma,)
    desk.do(take_back_ticks, TakeBackTicks((portal,)))
    assert desk.row(PortalReportRow).state is ReportState.TO_SEND


def test_that_what_the_portal_sends_back_waits_again_and_a_new_tick_corrects_it(desk: Desk, case: str) -> None:
    desk.do(hold_talk, a_talk(case, match_kept=True))
    komma, portal = refs(items(desk)[0])
    desk.refuses(send_back, SendBack(komma, "Forkert"), code="not_the_portal", field="tick")
    desk.refuses(send_back, SendBack(portal, "Forkert"), code="wrong_state", field="report_id")
    desk.do(mark_entered, MarkEntered((portal,), TODAY))
    desk.do(send_back, SendBack(portal, "Matchdato mangler."))
    tick = next(each for each in items(desk)[0].ticks if each.ref == portal)
    assert (tick.state, tick.reason, tick.waits) == (TickState.REJECTED, "Matchdato mangler.", True)
    desk.do(mark_entered, MarkEntered((portal,), TODAY))
    assert desk.row(PortalReportRow).state is ReportState.CORRECTED
    desk.do(take_back_ticks, TakeBackTicks((portal,)))
    assert desk.row(PortalReportRow).state is ReportState.REJECTED
    # And that it had been sent back at all was wrong.
    desk.do(take_back_ticks, TakeBackTicks((portal,)))
    assert desk.row(PortalReportRow).state is ReportState.SENT


def test_that_the_entry_is_told_in_texts_and_logged_without_the_cpr_number(desk: Desk, case: str) -> None:
    desk.do(hold_talk, a_talk(case, new_match=NEW_MATCH))
    (item,) = items(desk)
    entry = _opened(desk, desk.me, item)
    assert entry.values == {
        EntryField.DATE: "20-03-2007",
        EntryField.FORM: "Individuel samtale",
        EntryField.PURPOSE: "Kontaktforløb",
        EntryField.MATCH: "3 Delvis match",
        EntryField.HELD_BY: "M. Holm",
        EntryField.NEXT_STEP: "Besøger to virksomheder",
        EntryField.NEXT_CONTACT: "20-05-2007",
        EntryField.NOTE: "Talte om rengøring.",
    }
    assert "rengøring" not in repr(entry)
    logged = [(row.kind, row.case_id) for row in desk.rows(UsageLogRow, purpose="Overfør")]
    assert logged == [(UsageKind.OPENED, case)]


def test_that_others_cases_are_not_mine_and_a_restricted_one_is_not_shown(desk: Desk, case: str) -> None:
    desk.do(hold_talk, a_talk(case, match_kept=True, held_by=desk.me))
    (seen,) = items(desk, desk.colleague)
    assert not seen.mine
    desk.do(restrict_case, RestrictCase(case, "Kollega", (desk.me,), TODAY))
    assert items(desk, desk.colleague) == ()
    with pytest.raises(Refused) as refused:
        _opened(desk, desk.colleague, seen)
    assert refused.value.code == "restricted"


def test_that_a_withdrawn_talk_takes_its_entries_along_and_says_where_else_to_put_it_right(
    desk: Desk, case: str
) -> None:
    talk = desk.do(hold_talk, a_talk(case, match_kept=True)).id
    desk.do(mark_entered, MarkEntered(refs(items(desk)[0]), TODAY))
    done = desk.do(withdraw, Withdraw("talk", talk, "Forkert borger"))
    assert set(done.notices) == {
        "Det er allerede indberettet. Ret det også i Arbejdsmarkedsportalen.",
        "Det er allerede overført. Ret det også i KOMMA.",
    }
    assert items(desk) == ()


def _opened(desk: Desk, worker: str, item: TransferItem) -> TransferEntry:
    with desk.memory.writing() as session:
        work = Work(session, worker, FixedClock(desk.today), desk.make_id)
        return open_transfer(work, item.case_id, item.subject, item.subject_id)
