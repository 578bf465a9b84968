"""A follow-up during sickness, from its row to the next one, four or eight weeks later to the day (W9.4)."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.queue.engine import upcoming_items
from app.queue.facts_reader import read_facts
from app.rules.book import standard_rule_book
from db.rows.talks import TalkRow
from db.values.talks import TalkForm, TalkPurpose
from tests.journeys.at_the_queue import click_row, rows, show_every_row, wait_for_form, wait_until_gone
from tests.journeys.hand import Hand
from tests.ui.demo_store import ALL_KINDS
from ui.sickness.follow_up_dialog import FollowUpDialog
from ui.start_flow import StartFlow

MOST = 9
TODAY = date(2007, 3, 20)


@pytest.fixture
def citizens() -> int:
    return ALL_KINDS


@pytest.mark.parametrize(
    ("kind", "next_on"),
    [
        # Written down from an almanac: four weeks after Tuesday 20 March 2007, and eight.
        ("SICK_FOLLOWUP_4W", date(2007, 4, 17)),
        ("SICK_FOLLOWUP_8W", date(2007, 5, 15)),
    ],
)
def test_that_a_follow_up_moves_the_row_by_its_interval_in_nine_clicks(
    demo: StartFlow, qtbot: QtBot, kind: str, next_on: date
) -> None:
    show_every_row(demo)
    row = rows(demo, kind)[0]
    hand = Hand("W9.4 Register a follow-up during sickness from the queue", MOST)
    click_row(demo, hand, row)
    hand.press(demo.page(), "Registrér sygeopfølgning")
    dialog = wait_for_form(demo, qtbot, FollowUpDialog)
    qtbot.waitUntil(dialog.fields.health.has_focus)
    hand.write(dialog.focusWidget(), "Bedre, men træt efter få timer.")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    hand.write(dialog.focusWidget(), "Lettere opgaver, to timer ad gangen.")
    hand.click(dialog.fields.form.button(TalkForm.INDIVIDUAL))
    hand.go_to(dialog.fields.note)
    hand.write(dialog.focusWidget(), "Talte om delvis tilbagevenden.")
    hand.go_to(dialog.fields.next_step)
    hand.write(dialog.focusWidget(), "Taler med arbejdsgiveren")
    hand.press(dialog, "Gem opfølgning")
    hand.done()
    wait_until_gone(demo, qtbot, row)
    assert demo.store is not None
    with demo.store.reading() as session:
        talk = session.scalars(select(TalkRow).where(TalkRow.case_id == row.case_id, TalkRow.held_on == TODAY)).one()
    assert (talk.purpose, talk.health_as_told, talk.work_left_possible) == (
        TalkPurpose.SICKNESS_FOLLOW_UP,
        "Bedre, men træt efter få timer.",
        "Lettere opgaver, to timer ad gangen.",
    )
    assert (talk.next_contact_on, talk.next_step_towards_work) == (next_on, "Taler med arbejdsgiveren")
    with demo.store.raw_reader() as connection:
        facts = read_facts(connection, TODAY)
    items = upcoming_items(facts, standard_rule_book(), TODAY, date(2007, 12, 31))
    assert [item.due_on for item in items if item.kind == kind and item.event_id == row.event_id] == [next_on]
