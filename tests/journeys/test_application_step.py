"""A step of an application case, from its row in the queue to the next step with its date (W10)."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.queue.engine import upcoming_items
from app.queue.facts_reader import read_facts
from app.rules.book import standard_rule_book
from db.rows.cases import CaseStepRow
from db.values.cases import CaseStepKind
from tests.journeys.at_the_queue import click_row, rows, show_every_row, wait_for_form, wait_until_gone
from tests.journeys.hand import Hand
from tests.ui.demo_store import ALL_KINDS
from ui.applications.step_dialog import StepDialog
from ui.start_flow import StartFlow

MOST = 8

# Written down from an almanac: what follows a step that is done on Tuesday 20 March 2007.
FOLLOWING = {
    CaseStepKind.REGISTER: (CaseStepKind.FIRST_TALK, date(2007, 4, 17)),
    CaseStepKind.FIRST_TALK: (CaseStepKind.PROFILE_DRAFT, date(2007, 5, 15)),
    CaseStepKind.PROFILE_DRAFT: (CaseStepKind.MEDICAL_ASKED, date(2007, 3, 27)),
    CaseStepKind.MEDICAL_ASKED: (CaseStepKind.WORK_TRIAL_ORDERED, date(2007, 4, 3)),
    CaseStepKind.WORK_TRIAL_ORDERED: (CaseStepKind.WORK_TRIAL_ANSWER, date(2007, 6, 19)),
    CaseStepKind.WORK_TRIAL_ANSWER: (CaseStepKind.PROFILE_FINISHED, date(2007, 4, 17)),
    CaseStepKind.PROFILE_FINISHED: (CaseStepKind.HEARING, date(2007, 4, 3)),
    CaseStepKind.HEARING: (CaseStepKind.RECOMMENDATION, date(2007, 4, 3)),
}


@pytest.fixture
def citizens() -> int:
    return ALL_KINDS


def _kind(flow: StartFlow, step_id: str) -> CaseStepKind:
    assert flow.store is not None
    with flow.store.reading() as session:
        return session.scalars(select(CaseStepRow.step).where(CaseStepRow.id == step_id)).one()


def test_that_a_step_is_done_in_eight_clicks_and_the_next_appears_with_its_date(demo: StartFlow, qtbot: QtBot) -> None:
    show_every_row(demo)
    row = next(
        each
        for each in rows(demo, "CASE_STEP_DUE")
        if each.waiting_for is None and _kind(demo, each.event_id) in FOLLOWING
    )
    kind, due_on = FOLLOWING[_kind(demo, row.event_id)]
    hand = Hand("W10 Do a step of an application case from the queue", MOST)
    click_row(demo, hand, row)
    hand.press(demo.page(), "Åbn sagsskridt")
    dialog = wait_for_form(demo, qtbot, StepDialog)
    qtbot.waitUntil(dialog.outcome.has_focus)
    hand.write(dialog.focusWidget(), "Udført som planlagt.")
    hand.press(dialog, "Gem skridt")
    hand.done()
    wait_until_gone(demo, qtbot, row)
    assert demo.workplace is not None
    assert f"senest {due_on:%d.%m.%Y}" in demo.workplace.window.notice.text()
    assert demo.store is not None
    with demo.store.reading() as session:
        done = session.get(CaseStepRow, row.event_id)
        assert done is not None
        assert (done.done_on, done.result) == (date(2007, 3, 20), "Udført som planlagt.")
        following = session.scalars(
            select(CaseStepRow).where(
                CaseStepRow.application_case_id == done.application_case_id, CaseStepRow.done_on.is_(None)
            )
        ).one()
    assert (following.step, following.starts_on) == (kind, date(2007, 3, 20))
    with demo.store.raw_reader() as connection:
        facts = read_facts(connection, date(2007, 3, 20))
    items = upcoming_items(facts, standard_rule_book(), date(2007, 3, 20), date(2007, 12, 31))
    (coming,) = [item for item in items if item.event_id == following.id]
    assert (coming.kind, coming.due_on) == ("CASE_STEP_DUE", due_on)
