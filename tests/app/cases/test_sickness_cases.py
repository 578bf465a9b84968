"""Sickness cases from the first day of absence to the return."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.cases.sickness_cases import (
    AssessRisk,
    DecideExtension,
    OpenSicknessCase,
    Recover,
    ReturnForm,
    SendForm,
    SetSicknessGroup,
    assess_risk,
    decide_extension,
    open_sickness_case,
    recover,
    return_form,
    send_form,
    set_sickness_group,
)
from app.changes import Done
from app.work import Work
from db.rows.cases import RiskAssessmentRow, SicknessCaseRow
from db.values.cases import ReturnedTo, RiskLevel, SicknessGroup
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)


@pytest.fixture
def opening(desk: Desk) -> OpenSicknessCase:
    return OpenSicknessCase(desk.citizen(), date(2007, 2, 1), date(2007, 2, 8), employer=" Bageriet ")


@pytest.fixture
def sick(desk: Desk, opening: OpenSicknessCase) -> str:
    return desk.do(open_sickness_case, opening).id


def test_that_a_case_begins_with_the_first_day_of_absence(desk: Desk, sick: str) -> None:
    row = desk.row(SicknessCaseRow)
    assert (row.id, row.first_absence_on, row.employer, row.earlier_weeks_used) == (
        sick,
        date(2007, 2, 1),
        "Bageriet",
        0,
    )


@pytest.mark.parametrize(("changes", "code", "field"), [
    ({"first_absence_on": date(2007, 3, 21)}, "in_the_future", "first_absence_on"),
    ({"notified_on": date(2007, 1, 31)}, "wrong_order", "notified_on"),
    ({"earlier_weeks_used": 53}, "out_of_range", "earlier_weeks_used"),
    ({"form_sent_on": TODAY, "form_due_on": date(2007, 3, 1)}, "wrong_order", "form_due_on"),
])  # fmt: skip
def test_that_a_case_which_cannot_be_is_refused(
    desk: Desk, opening: OpenSicknessCase, changes: dict[str, object], code: str, field: str
) -> None:
    desk.refuses(open_sickness_case, replace(opening, **changes), code=code, field=field)  # type: ignore[arg-type] # fields by name


def test_that_one_is_sick_once_at_a_time(desk: Desk, opening: OpenSicknessCase, sick: str) -> None:
    again = replace(opening, first_absence_on=date(2007, 3, 1), notified_on=None)
    desk.refuses(open_sickness_case, again, code="already_sick", field="first_absence_on")
    desk.do(recover, Recover(sick, date(2007, 2, 20), ReturnedTo.SAME_JOB))
    desk.do(open_sickness_case, again)


def test_that_the_form_goes_out_and_comes_back(desk: Desk, sick: str) -> None:
    desk.do(send_form, SendForm(sick, date(2007, 2, 10), date(2007, 2, 18)))
    early = ReturnForm(sick, date(2007, 2, 9))
    desk.refuses(return_form, early, code="wrong_order", field="returned_on")
    desk.do(return_form, ReturnForm(sick, date(2007, 2, 17), expected_recovery_on=date(2007, 5, 1)))
    row = desk.row(SicknessCaseRow)
    assert (row.form_returned_on, row.expected_recovery_on) == (date(2007, 2, 17), date(2007, 5, 1))
    desk.do(send_form, SendForm(sick, date(2007, 3, 1)))
    assert desk.row(SicknessCaseRow).form_returned_on is None


def test_that_the_group_has_its_first_day(desk: Desk, sick: str) -> None:
    early = SetSicknessGroup(sick, SicknessGroup.FOUR_WEEKS, date(2007, 1, 1))
    desk.refuses(set_sickness_group, early, code="wrong_order", field="from_on")
    desk.do(set_sickness_group, replace(early, from_on=TODAY))
    assert (desk.row(SicknessCaseRow).group, desk.row(SicknessCaseRow).group_from) == (
        SicknessGroup.FOUR_WEEKS,
        TODAY,
    )


def test_that_a_risk_rests_on_facts_and_may_be_judged_otherwise_with_a_reason(desk: Desk, sick: str) -> None:
    risk = AssessRisk(sick, TODAY, RiskLevel.LOW, ("Jobbet er der", " "), suggested=RiskLevel.HIGH)
    desk.refuses(assess_risk, risk, code="missing", field="overruled_reason")
    desk.refuses(assess_risk, replace(risk, facts=(" ",)), code="missing", field="facts")
    desk.do(assess_risk, replace(risk, overruled_reason="Operationen er overstået"))
    row = desk.row(RiskAssessmentRow)
    assert (row.level, row.facts, row.sickness_case_id) == (RiskLevel.LOW, "Jobbet er der", sick)


def test_that_an_extension_is_decided_with_its_reason(desk: Desk, sick: str) -> None:
    desk.refuses(decide_extension, DecideExtension(sick, TODAY, ""), code="missing", field="reason")
    desk.do(decide_extension, DecideExtension(sick, TODAY, "Afklaring"))
    assert desk.row(SicknessCaseRow).extension_decided_on == TODAY


def test_that_a_recovered_citizen_is_not_followed_up(desk: Desk, sick: str) -> None:
    early = Recover(sick, date(2007, 1, 1), ReturnedTo.SAME_JOB)
    desk.refuses(recover, early, code="wrong_order", field="recovered_on")
    desk.do(recover, replace(early, recovered_on=TODAY))
    refusals: list[tuple[Callable[[Work, object], Done], object]] = [
        (recover, early),  # type: ignore[list-item] # each with its own request
        (send_form, SendForm(sick, TODAY)),  # type: ignore[list-item]
        (decide_extension, DecideExtension(sick, TODAY, "Ja")),  # type: ignore[list-item]
    ]
    for use_case, request in refusals:
        desk.refuses(use_case, request, code="already_recovered", field="sickness_case_id")
