"""Application cases: steps, whom they wait for, the notice of delay; and complaints."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.queue.facts import ApplicationFact, CaseStepFact, ComplaintFact
from app.queue.item import Lane
from db.values.cases import ApplicationCaseKind, ApplicationCaseState, CaseStepKind, WaitingFor
from tests.app.queue.edges import Edge, edge_test, row, rows
from tests.helpers.built_facts import citizen, day
from tests.helpers.changed_facts import replace

STEP = CaseStepFact("step-1", CaseStepKind.FIRST_TALK, day("2007-04-06"))
ASKED = CaseStepFact("step-1", CaseStepKind.MEDICAL_ASKED, day("2007-03-01"), waiting_for=WaitingFor.GP)
GIVEN = ApplicationFact(
    "application-1", ApplicationCaseKind.EARLY_PENSION, day("2006-11-01"), ApplicationCaseState.IN_PROGRESS
)
FLEXJOB = replace(GIVEN, kind=ApplicationCaseKind.FLEXJOB, applied_on=day("2006-10-10"))
COMPLAINT = ComplaintFact("complaint-1", day("2007-03-09"))


def _applied(given: ApplicationFact = GIVEN, **changes: Any) -> Any:
    return citizen(applications=(replace(given, **changes),))


def _step(given: CaseStepFact, **changes: Any) -> Any:
    return _applied(steps=(replace(given, **changes),))


EDGES = [
    Edge(
        "CASE_STEP_DUE",
        "by the template, to Store Bededag",
        _step(STEP),
        opens="2007-04-20",
        amber="2007-04-29",
        due="2007-05-04",
        act_by="2007-05-03",
        answered=[
            _step(STEP, done_on=day("2007-05-02")),
            _applied(steps=(STEP,), state=ApplicationCaseState.WITHDRAWN),
            _applied(steps=(STEP,), decided_on=day("2007-05-02")),
        ],
    ),
    Edge(
        "CASE_STEP_DUE",
        "an imported date beats the template, at the end of the month",
        _step(STEP, starts_on=day("2007-01-02"), due_on=day("2007-02-28")),
        opens="2007-02-14",
        amber="2007-02-23",
        due="2007-02-28",
    ),
    Edge(
        "CASE_STEP_DUE",
        "waits while it waits",
        _step(ASKED, due_on=day("2007-04-30"), sent_on=day("2007-03-05")),
        opens="2007-04-16",
        amber="2007-04-25",
        due="2007-04-30",
        on_due=Lane.WAITING,
        after=Lane.WAITING,
    ),
    Edge(
        "WAITING_REMINDER",
        "28 days after it was sent, on Good Friday",
        _step(ASKED, sent_on=day("2007-03-09")),
        opens="2007-04-06",
        amber="2007-04-06",
        due="2007-04-06",
        act_by="2007-04-04",
        answered=[
            _step(ASKED, sent_on=day("2007-03-09"), answered_on=day("2007-04-05")),
            _step(ASKED, sent_on=day("2007-03-09"), expected_on=day("2007-04-20")),
            _step(ASKED, sent_on=day("2007-03-09"), done_on=day("2007-04-05")),
        ],
    ),
    Edge(
        "WAITING_REMINDER",
        "on the day that was promised, the last of a month",
        _step(ASKED, sent_on=day("2007-03-09"), expected_on=day("2007-03-30")),
        opens="2007-03-30",
        amber="2007-03-30",
        due="2007-03-30",
    ),
    Edge(
        "DELAY_NOTICE",
        "three working days before the published date, over Easter",
        _applied(published_due_on=day("2007-04-10")),
        opens="2007-03-23",
        amber="2007-03-30",
        due="2007-04-02",
        answered=[
            _applied(published_due_on=day("2007-04-10"), delay_noticed_on=day("2007-03-28")),
            _applied(published_due_on=day("2007-04-10"), decided_on=day("2007-03-28")),
        ],
    ),
    Edge(
        "DELAY_NOTICE",
        "by the published case time where no date was given",
        _applied(FLEXJOB),
        opens="2007-03-23",
        amber="2007-03-30",
        due="2007-04-02",
    ),
    Edge(
        "DELAY_NOTICE",
        "over the end of the month",
        _applied(published_due_on=day("2007-03-05")),
        opens="2007-02-18",
        amber="2007-02-25",
        due="2007-02-28",
    ),
    Edge(
        "COMPLAINT",
        "four weeks, to Good Friday",
        citizen(complaints=(COMPLAINT,)),
        opens="2007-03-23",
        amber="2007-03-30",
        due="2007-04-06",
        act_by="2007-04-04",
        answered=[citizen(complaints=(replace(COMPLAINT, settled_on=day("2007-04-02")),))],
    ),
    Edge(
        "COMPLAINT",
        "to the end of the month",
        citizen(complaints=(replace(COMPLAINT, received_on=day("2007-01-31")),)),
        opens="2007-02-14",
        amber="2007-02-21",
        due="2007-02-28",
    ),
]

test_edges = edge_test(EDGES)


@pytest.mark.parametrize(
    ("step", "due"),
    [
        (CaseStepKind.REGISTER, date(2007, 5, 10)),
        (CaseStepKind.FIRST_TALK, date(2007, 5, 30)),
        (CaseStepKind.PROFILE_DRAFT, date(2007, 6, 27)),
        (CaseStepKind.MEDICAL_ASKED, date(2007, 5, 10)),
        (CaseStepKind.WORK_TRIAL_ORDERED, date(2007, 5, 16)),
        (CaseStepKind.WORK_TRIAL_ANSWER, date(2007, 8, 1)),
        (CaseStepKind.PROFILE_FINISHED, date(2007, 5, 30)),
        (CaseStepKind.HEARING, date(2007, 5, 16)),
        (CaseStepKind.RECOMMENDATION, date(2007, 5, 16)),
        (CaseStepKind.DECISION, date(2007, 7, 31)),
        (CaseStepKind.OTHER, date(2007, 5, 30)),
    ],
)
def test_that_every_step_has_its_days_in_the_template(step: CaseStepKind, due: date) -> None:
    found = row(_step(STEP, step=step, starts_on=day("2007-05-02")), due, "CASE_STEP_DUE")
    assert found is not None
    assert found.due_on == due


def test_that_a_waiting_step_names_whom_and_since_when_and_the_reminder_is_ours() -> None:
    case = _step(ASKED, sent_on=day("2007-03-09"))
    step, reminder = row(case, "2007-04-06", "CASE_STEP_DUE"), row(case, "2007-04-06", "WAITING_REMINDER")
    assert step is not None
    assert reminder is not None
    assert (step.lane, step.waiting_for, step.waiting_since) == (Lane.WAITING, "egen læge", day("2007-03-09"))
    assert (reminder.lane, reminder.waiting_for) == (Lane.TODAY, None)
    assert reminder.label == "Ryk egen læge for svar · førtidspension, lægelige oplysninger"


def test_that_an_answer_makes_the_step_ours_again() -> None:
    found = row(_step(ASKED, answered_on=day("2007-03-20")), "2007-03-21", "CASE_STEP_DUE")
    assert found is not None
    assert (found.lane, found.waiting_for) == (Lane.OVERDUE, None)


def test_that_every_open_step_is_a_row() -> None:
    steps = (STEP, replace(STEP, id="step-2", step=CaseStepKind.PROFILE_DRAFT, due_on=day("2007-05-04")))
    assert len(rows(_applied(steps=steps), "2007-05-04", "CASE_STEP_DUE")) == 2
