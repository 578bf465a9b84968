"""The forms about a stay: each closes its row, and says at its field what is missing."""

from __future__ import annotations

from datetime import date

from db.rows.orders import OutcomeCheckRow, PlacementRow
from db.values.offers import OutcomeKind, PlacementState
from tests.ui.forms_open import items, open_from_row, rows
from ui.placements.end_dialog import EndDialog
from ui.placements.next_step_dialog import NextStepDialog
from ui.placements.outcome_dialog import OutcomeDialog
from ui.queue.actions import next_step
from ui.shell.case_action import CaseAction
from ui.shell.workplace import Workplace

TODAY = date(2007, 3, 20)


def _keys(workplace: Workplace, kind: str) -> set[str]:
    return {row.key for row in items(workplace, kind)}


def test_that_an_outcome_some_months_later_closes_its_row_and_is_kept_with_hours_and_employer(
    workplace: Workplace,
) -> None:
    row = items(workplace, "OUTCOME_CHECK")[0]
    dialog = open_from_row(workplace, CaseAction.CHECK_OUTCOME, OutcomeDialog, row)
    # Which of the two checks it is stands there already; hours are asked of no one without a job.
    assert dialog.months.value() in {3, 6}
    assert dialog.led_to.hours.isHidden()
    dialog.submit()
    assert dialog.form.errors() == {"outcome": "Vælg, hvad borgeren er i gang med."}
    dialog.led_to.outcome.button(OutcomeKind.PART_TIME_JOB).click()
    assert not dialog.led_to.hours.isHidden()
    dialog.led_to.hours.set_value(20)
    dialog.led_to.employer.set_value("Kantinen ved Parken")
    dialog.checked_on.set_value(date(2007, 3, 21))
    dialog.submit()
    assert dialog.form.errors().keys() == {"checked_on"}
    dialog.checked_on.set_value(TODAY)
    months = dialog.months.value()
    dialog.submit()
    (check,) = rows(workplace, OutcomeCheckRow, placement_id=row.event_id, months_after=months)
    assert (check.outcome, check.job_hours, check.checked_on) == (OutcomeKind.PART_TIME_JOB, 20, TODAY)
    (stay,) = rows(workplace, PlacementRow, id=row.event_id)
    assert stay.result_employer == "Kantinen ved Parken"
    assert row.key not in _keys(workplace, "OUTCOME_CHECK")


def test_that_hours_that_were_typed_are_not_kept_when_there_is_no_job_after_all(workplace: Workplace) -> None:
    row = items(workplace, "OUTCOME_CHECK")[0]
    dialog = open_from_row(workplace, CaseAction.CHECK_OUTCOME, OutcomeDialog, row)
    dialog.led_to.outcome.button(OutcomeKind.JOB).click()
    dialog.led_to.hours.set_value(37)
    dialog.led_to.outcome.button(OutcomeKind.BENEFIT).click()
    dialog.submit()
    checks = rows(workplace, OutcomeCheckRow, placement_id=row.event_id, checked_on=TODAY)
    assert [(check.outcome, check.job_hours) for check in checks] == [(OutcomeKind.BENEFIT, None)]


def test_that_the_next_step_is_decided_for_an_offer_that_ends_and_one_that_has_ended(workplace: Workplace) -> None:
    for kind in ("OFFER_ENDING", "NEXT_ACTIVITY_MISSING", "MENTOR_ENDING"):
        row = items(workplace, kind)[0]
        dialog = open_from_row(workplace, CaseAction.DECIDE_NEXT_STEP, NextStepDialog, row)
        dialog.submit()
        assert dialog.form.errors().keys() == {"next_step"}
        dialog.step.set_state("other")
        dialog.submit()
        assert dialog.form.errors() == {"text": "Skriv, hvad der skal ske."}
        dialog.step.set_state("job_search")
        dialog.text.set_value("Søger to job om ugen")
        dialog.submit()
        (stay,) = rows(workplace, PlacementRow, id=row.event_id)
        assert (stay.next_step, stay.next_step_decided_on) == ("Søger job selv: Søger to job om ugen", TODAY)
        assert row.key not in _keys(workplace, kind)


def test_that_a_stay_is_ended_with_its_result_and_before_time_only_with_a_reason(workplace: Workplace) -> None:
    row = items(workplace, "OFFER_ENDING")[0]
    dialog = open_from_row(workplace, CaseAction.END_PLACEMENT, EndDialog, row)
    assert dialog.end_reason.isHidden()
    dialog.submit()
    assert dialog.form.errors().keys() == {"state"}
    dialog.how.button(PlacementState.STOPPED).click()
    dialog.submit()
    assert dialog.form.errors().keys() == {"result"}
    dialog.led_to.outcome.button(OutcomeKind.JOB).click()
    dialog.led_to.hours.set_value(37)
    dialog.submit()
    assert dialog.form.errors() == {"end_reason": "Skriv, hvorfor tilbuddet sluttede før tid."}
    dialog.end_reason.set_value("Begyndte i job.")
    dialog.submit()
    (stay,) = rows(workplace, PlacementRow, id=row.event_id)
    assert (stay.state, stay.ended_on, stay.result, stay.result_hours, stay.end_reason) == (
        PlacementState.STOPPED,
        TODAY,
        OutcomeKind.JOB,
        37,
        "Begyndte i job.",
    )
    assert row.key not in _keys(workplace, "OFFER_ENDING")


def test_that_the_rows_offer_what_does_their_work(workplace: Workplace) -> None:
    offered = set(CaseAction)
    wanted = {"OUTCOME_CHECK": CaseAction.CHECK_OUTCOME, "MENTOR_ENDING": CaseAction.DECIDE_NEXT_STEP}
    for kind, action in wanted.items():
        assert next_step(items(workplace, kind)[0], offered) is action
