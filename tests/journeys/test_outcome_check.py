"""What had come of an offer some months later, from its row to the figures of the guide; and how a stay ends (W7.5)."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.guide.outcomes import Tally, read_outcomes, tally_of
from db.rows.orders import OutcomeCheckRow, PlacementRow
from db.values.offers import OutcomeKind, PlacementState
from tests.journeys.at_the_queue import click_row, rows, show_every_row, wait_for_form, wait_until_gone
from tests.journeys.hand import Hand
from tests.ui.demo_store import ALL_KINDS
from ui.placements.end_dialog import EndDialog
from ui.placements.next_step_dialog import NextStepDialog
from ui.placements.outcome_dialog import OutcomeDialog
from ui.start_flow import StartFlow

TODAY = date(2007, 3, 20)
# The button, the result, the hours and the employer; choosing the row and saving come on top.
MOST = 4
CHOSEN_AND_SAVED = 2


@pytest.fixture
def citizens() -> int:
    return ALL_KINDS


def _stay(demo: StartFlow, placement_id: str | None) -> PlacementRow:
    assert demo.store is not None
    with demo.store.reading() as session:
        return session.scalars(select(PlacementRow).where(PlacementRow.id == placement_id)).one()


def _counted(demo: StartFlow, offer_no: str) -> Tally:
    """What the guide counts for an offer now."""
    assert demo.store is not None
    with demo.store.raw_reader() as connection:
        return tally_of(read_outcomes(connection).by_offer.get(offer_no, ()))


def test_that_an_outcome_is_registered_in_four_clicks_and_counts_in_the_guide(demo: StartFlow, qtbot: QtBot) -> None:
    show_every_row(demo)
    row = next(each for each in rows(demo, "OUTCOME_CHECK") if _stay(demo, each.event_id).ended_on is not None)
    stay = _stay(demo, row.event_id)
    before = _counted(demo, stay.offer_no)
    hand = Hand()
    click_row(demo, hand, row)
    hand.press(demo.page(), "Registrér resultat")
    dialog = wait_for_form(demo, qtbot, OutcomeDialog)
    qtbot.waitUntil(dialog.led_to.outcome.has_focus)
    months = dialog.months.value()
    hand.click(dialog.led_to.outcome.button(OutcomeKind.PART_TIME_JOB))
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    hand.write(dialog.focusWidget(), "20")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    hand.write(dialog.focusWidget(), "Kantinen ved Parken")
    hand.press(dialog, "Gem")
    assert hand.count <= MOST + CHOSEN_AND_SAVED
    wait_until_gone(demo, qtbot, row)
    assert demo.store is not None
    with demo.store.reading() as session:
        query = select(OutcomeCheckRow).where(
            OutcomeCheckRow.placement_id == stay.id, OutcomeCheckRow.checked_on == TODAY
        )
        check = session.scalars(query).one()
    assert (check.months_after, check.outcome, check.job_hours) == (months, OutcomeKind.PART_TIME_JOB, 20)
    assert _stay(demo, stay.id).result_employer == "Kantinen ved Parken"
    after = _counted(demo, stay.offer_no)
    known = (after.known_6 - before.known_6, after.good_6 - before.good_6)
    early = (after.known_3 - before.known_3, after.good_3 - before.good_3)
    assert (known if months == 6 else early) == (1, 1)


def test_that_the_next_step_is_decided_in_three_clicks_and_a_stay_is_ended_in_four(
    demo: StartFlow, qtbot: QtBot
) -> None:
    show_every_row(demo)
    first, second = rows(demo, "OFFER_ENDING")[:2]
    hand = Hand()
    click_row(demo, hand, first)
    hand.press(demo.page(), "Beslut næste skridt")
    deciding = wait_for_form(demo, qtbot, NextStepDialog)
    hand.press(deciding, "Søger job selv")
    hand.press(deciding, "Gem")
    assert hand.count <= 2 + CHOSEN_AND_SAVED
    wait_until_gone(demo, qtbot, first)
    assert _stay(demo, first.event_id).next_step == "Søger job selv"

    hand = Hand()
    click_row(demo, hand, second)
    hand.press(demo.page(), "Afslut tilbud")
    ending = wait_for_form(demo, qtbot, EndDialog)
    hand.click(ending.how.button(PlacementState.COMPLETED))
    hand.click(ending.led_to.outcome.button(OutcomeKind.EDUCATION))
    hand.press(ending, "Gem")
    assert hand.count <= MOST + CHOSEN_AND_SAVED
    wait_until_gone(demo, qtbot, second)
    stay = _stay(demo, second.event_id)
    assert (stay.state, stay.ended_on, stay.result) == (PlacementState.COMPLETED, TODAY, OutcomeKind.EDUCATION)
