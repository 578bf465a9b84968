"""What is saved in a form moves the citizen's row to exactly the right day: across month ends, Easter and 1 May.

Every date was taken from an almanac. In 2007 Easter Sunday was 8 April: Maundy Thursday the 5th, Good Friday the 6th
and Easter Monday the 9th are no working days. 2008 was a leap year.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app.clock import FixedClock
from app.queue.engine import upcoming_items
from app.queue.facts_reader import read_facts
from app.queue.item import QueueItem
from app.rules.book import standard_rule_book
from db.rows.cases import SicknessCaseRow
from ui.citizen.benefit_form import Doing
from ui.forms.case_dialog import CaseDialog
from ui.opening import read_queue
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.shell.workplace import Workplace

TUESDAY_BEFORE_EASTER = date(2007, 4, 3)
WEDNESDAY_BEFORE_EASTER = date(2007, 4, 4)
THURSDAY_AFTER_EASTER = date(2007, 4, 12)


@pytest.fixture
def day() -> date:
    return TUESDAY_BEFORE_EASTER


@pytest.fixture
def clock(day: date) -> FixedClock:
    return FixedClock(day)


def on_day(day: date) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("day", [day], ids=str)


def _coming(workplace: Workplace, today: date) -> tuple[QueueItem, ...]:
    """Every row that is to come within a year, as it is computed on a day."""
    with workplace.desk.store.raw_reader() as connection:
        facts = read_facts(connection, today)
    return upcoming_items(facts, standard_rule_book(), today, today + timedelta(days=365))


def due(workplace: Workplace, case_id: str, kind: str, today: date | None = None) -> list[tuple[date, date]]:
    """The legal dates of a citizen's rows of a kind, each with the day it must be acted on by; computed on a day."""
    items = _coming(workplace, today or workplace.desk.clock.today())
    return [(item.due_on, item.act_by) for item in items if (item.case_id, item.kind) == (case_id, kind)]


def a_case(workplace: Workplace) -> str:
    """A matched citizen of the worker's who owes a talk and is not sick."""
    with workplace.desk.store.reading() as session:
        sick = set(session.scalars(select(SicknessCaseRow.case_id)))
    items = read_queue(workplace.desk.store, workplace.desk.clock.today()).items
    return next(
        item.case_id or ""
        for item in items
        if item.kind == "CONTACT_DUE" and item.match and item.benefit == "cash_assistance" and item.case_id not in sick
    )


def save(workplace: Workplace, action: CaseAction, case_id: str, states: Mapping[str, object]) -> None:
    """Open the form, fill it in and save it."""
    workplace.do(action, Subject((case_id,)))
    dialog = workplace.forms.dialog
    assert isinstance(dialog, CaseDialog)
    for name, state in states.items():
        dialog.form.fields[name].set_state(state)
    dialog.submit()
    assert (dialog.form.errors(), dialog.message()) == ({}, "")
    assert workplace.forms.dialog is None


def hold_talk(workplace: Workplace, case_id: str, **more: object) -> None:
    states = {
        "note": "Talte om rengøring.",
        "form": "individual",
        "match_kept": "kept",
        "next_step_towards_work": "Ringer til to",
        "next_contact_on": f"{workplace.desk.clock.today() + timedelta(days=28):%d.%m.%Y}",
    }
    save(workplace, CaseAction.HOLD_TALK, case_id, {**states, **more})


@pytest.mark.parametrize(
    ("day", "due_on", "act_by"),
    [
        # Three months on, less where the month is shorter; acted on before a weekend or a holiday.
        (date(2007, 4, 3), date(2007, 7, 3), date(2007, 7, 3)),
        (date(2007, 11, 30), date(2008, 2, 29), date(2008, 2, 29)),
        (date(2007, 5, 31), date(2007, 8, 31), date(2007, 8, 31)),
        (date(2007, 8, 31), date(2007, 11, 30), date(2007, 11, 30)),
        (date(2007, 9, 24), date(2007, 12, 24), date(2007, 12, 24)),
        (date(2007, 9, 25), date(2007, 12, 25), date(2007, 12, 24)),
        (date(2008, 1, 31), date(2008, 4, 30), date(2008, 4, 30)),
    ],
    ids=str,
)
def test_that_a_talk_is_due_again_in_three_months(workplace: Workplace, due_on: date, act_by: date) -> None:
    case_id = a_case(workplace)
    hold_talk(workplace, case_id)
    assert due(workplace, case_id, "CONTACT_DUE") == [(due_on, act_by)]


def test_that_a_talk_before_easter_is_to_be_reported_the_friday_after(workplace: Workplace) -> None:
    case_id = a_case(workplace)
    hold_talk(workplace, case_id)
    assert due(workplace, case_id, "PORTAL_REPORT")[-1] == (date(2007, 4, 13), date(2007, 4, 13))
    assert due(workplace, case_id, "NOTE_MISSING") == []


@on_day(WEDNESDAY_BEFORE_EASTER)
def test_that_a_promised_call_is_due_the_tuesday_after_easter_and_gone_once_it_is_made(workplace: Workplace) -> None:
    case_id = a_case(workplace)
    save(workplace, CaseAction.PHONE_NOTE, case_id, {"text": "Ring mig op.", "call_back": "yes"})
    assert due(workplace, case_id, "CALLBACK") == [(date(2007, 4, 10), date(2007, 4, 10))]
    (row,) = [
        each
        for each in _coming(workplace, WEDNESDAY_BEFORE_EASTER)
        if each.kind == "CALLBACK" and each.case_id == case_id
    ]
    workplace.do(CaseAction.PHONE_NOTE, Subject((case_id,), row, row.event_id))
    dialog = workplace.forms.dialog
    assert dialog is not None
    dialog.form.fields["text"].set_state("Ringede op.")
    dialog.submit()
    assert workplace.forms.dialog is None
    assert due(workplace, case_id, "CALLBACK") == []


def test_that_a_summons_before_easter_is_answered_for_the_tuesday_after(workplace: Workplace) -> None:
    case_id = a_case(workplace)
    save(workplace, CaseAction.SUMMON, case_id, {"meets_on": "04.04.2007", "meets_at": "10.00"})
    assert due(workplace, case_id, "SUMMONS_OUTCOME", date(2007, 4, 4)) == [(date(2007, 4, 10), date(2007, 4, 10))]


def test_that_an_application_is_confirmed_in_five_working_days(workplace: Workplace) -> None:
    case_id = a_case(workplace)
    save(workplace, CaseAction.OPEN_APPLICATION, case_id, {"kind": "flexjob"})
    assert due(workplace, case_id, "CASE_STEP_DUE") == [(date(2007, 4, 13), date(2007, 4, 13))]


def test_that_a_complaint_is_answered_within_four_weeks_and_before_the_first_of_may(workplace: Workplace) -> None:
    case_id = a_case(workplace)
    save(workplace, CaseAction.RECEIVE_COMPLAINT, case_id, {"subject": "Over tilbuddet"})
    assert due(workplace, case_id, "COMPLAINT")[-1] == (date(2007, 5, 1), date(2007, 4, 30))


def test_that_an_enquiry_about_benefit_is_answered_within_ten_days(workplace: Workplace) -> None:
    case_id = a_case(workplace)
    states = {"doing": Doing.ENTITLEMENT.value, "asked_on": "03.04.2007"}
    save(workplace, CaseAction.REGISTER_BENEFIT, case_id, states)
    assert due(workplace, case_id, "ENTITLEMENT_NOTICE") == [(date(2007, 4, 13), date(2007, 4, 13))]
    save(workplace, CaseAction.REGISTER_BENEFIT, case_id, {**states, "answered_on": "03.04.2007"})
    assert due(workplace, case_id, "ENTITLEMENT_NOTICE") == []


@on_day(THURSDAY_AFTER_EASTER)
def test_that_a_sickness_that_began_before_easter_counts_every_day(workplace: Workplace) -> None:
    case_id = a_case(workplace)
    first = {"first_absence_on": "03.04.2007", "notified_on": "05.04.2007", "form_sent_on": "10.04.2007"}
    save(workplace, CaseAction.FOLLOW_UP_SICKNESS, case_id, {**first, "group": "four_weeks"})
    assert due(workplace, case_id, "SICK_FIRST") == [(date(2007, 5, 29), date(2007, 5, 29))]
    assert due(workplace, case_id, "RISK_MISSING") == [(date(2007, 4, 19), date(2007, 4, 19))]
    assert due(workplace, case_id, "SICK_FORM_RETURN") == [(date(2007, 4, 18), date(2007, 4, 18))]
    follow_up = {
        "form": "telephone",
        "note": "Det går fremad.",
        "next_step_towards_work": "Fire timer om dagen",
        "next_contact_on": "10.05.2007",
    }
    save(workplace, CaseAction.FOLLOW_UP_SICKNESS, case_id, follow_up)
    assert due(workplace, case_id, "SICK_FIRST") == []
    # Twenty-eight days from Thursday 12 April.
    assert due(workplace, case_id, "SICK_FOLLOWUP_4W") == [(date(2007, 5, 10), date(2007, 5, 10))]


def test_that_closer_contact_is_due_by_its_own_days(workplace: Workplace) -> None:
    case_id = a_case(workplace)
    hold_talk(workplace, case_id)
    save(
        workplace,
        CaseAction.SET_CONTACT,
        case_id,
        {"model": "intensive", "interval_days": "14", "from_on": "03.04.2007", "reason": "Vil i gang"},
    )
    assert due(workplace, case_id, "CONTACT_INTENSIVE") == [(date(2007, 4, 17), date(2007, 4, 17))]


def test_that_a_closed_case_has_no_deadline_left_and_a_reopened_one_has_them_again(workplace: Workplace) -> None:
    case_id = a_case(workplace)
    before = due(workplace, case_id, "CONTACT_DUE")
    save(workplace, CaseAction.CLOSE_CASE, case_id, {"reason": "education", "ends_benefit": "no"})
    assert {item.kind for item in _coming(workplace, TUESDAY_BEFORE_EASTER) if item.case_id == case_id} <= {
        "OUTCOME_CHECK"
    }
    save(workplace, CaseAction.REOPEN_CASE, case_id, {})
    assert due(workplace, case_id, "CONTACT_DUE") == before
