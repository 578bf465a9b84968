"""Somebody new comes in: received, matched and given a next contact, on one screen (W2)."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.queue.engine import upcoming_items
from app.queue.facts_reader import read_facts
from app.rules.book import standard_rule_book
from db.rows.people import CitizenRow, MatchAssessmentRow
from db.values.talks import TalkForm
from tests.journeys.at_the_queue import click_row, rows, show_every_row, wait_for_form, wait_until_gone
from tests.journeys.hand import Hand
from tests.ui.demo_store import ALL_KINDS
from ui.reception.reception_dialog import ReceptionDialog
from ui.reception.reception_fields import MatchChoice
from ui.start_flow import StartFlow

TODAY = date(2007, 3, 20)
# Whoever is known costs a talk, a match and its reason; whoever is new also name, address and benefit. The clicks
# that go to a field far down are counted.
MOST_KNOWN, MOST_NEW = 13, 18


@pytest.fixture
def citizens() -> int:
    return ALL_KINDS


def _type(hand: Hand, dialog: ReceptionDialog, text: str) -> None:
    hand.write(dialog.focusWidget(), text)


def _box(within: QWidget, words: str) -> QCheckBox:
    return next(each for each in within.findChildren(QCheckBox) if each.text() == words)


def _talk_and_match(hand: Hand, dialog: ReceptionDialog) -> None:
    fields = dialog.fields
    hand.click(fields.talk_form.button(TalkForm.INDIVIDUAL))
    hand.go_to(fields.note)
    _type(hand, dialog, "Bor alene med to børn og vil gerne i job. ")
    hand.click(fields.match.button(MatchChoice.NEW))
    hand.click(fields.match_part.category.button(3))
    hand.click(_box(fields.match_part.basis, "Ønske om arbejde"))
    hand.go_to(fields.match_part.reason)
    _type(hand, dialog, "Har arbejdet i kantine og kan begynde nu.")
    hand.go_to(fields.next_step)
    _type(hand, dialog, "Besøger kantinen på Nørrebro")
    hand.click(next(each for each in fields.next_contact_on.findChildren(QWidget) if _says(each, "+3 måneder")))


def _says(widget: QWidget, words: str) -> bool:
    return getattr(widget, "text", lambda: "")() == words


def _contact_due(flow: StartFlow, case_id: str) -> list[date]:
    assert flow.store is not None
    with flow.store.raw_reader() as connection:
        facts = read_facts(connection, TODAY)
    items = upcoming_items(facts, standard_rule_book(), TODAY, date(2007, 12, 31))
    assert not [item for item in items if item.case_id == case_id and item.kind == "MATCH_MISSING"]
    return [item.due_on for item in items if item.case_id == case_id and item.kind == "CONTACT_DUE"]


def test_that_an_unmatched_citizen_is_received_from_the_row_and_seen_again_in_three_months(
    demo: StartFlow, qtbot: QtBot
) -> None:
    show_every_row(demo)
    row = rows(demo, "MATCH_MISSING")[0]
    hand = Hand("W2 Receive and match a known citizen from the queue", MOST_KNOWN)
    click_row(demo, hand, row)
    hand.press(demo.page(), "Modtagelse")
    dialog = wait_for_form(demo, qtbot, ReceptionDialog)
    _talk_and_match(hand, dialog)
    hand.press(dialog, "Gem modtagelse")
    hand.done()
    wait_until_gone(demo, qtbot, row)
    # Three months after the talk on Tuesday 20 March 2007.
    assert _contact_due(demo, row.case_id or "") == [date(2007, 6, 20)]


def test_that_somebody_new_is_received_by_cpr_name_benefit_talk_and_match(demo: StartFlow, qtbot: QtBot) -> None:
    hand = Hand("W2 Receive and match somebody new", MOST_NEW)
    assert demo.workplace is not None
    demo.workplace.command("receive")
    hand.count += 1
    dialog = wait_for_form(demo, qtbot, ReceptionDialog)
    fields = dialog.fields
    qtbot.waitUntil(fields.cpr.has_focus)
    _type(hand, dialog, "6103751002")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    _type(hand, dialog, "Nadia Karim")
    hand.go_to(fields.address)
    _type(hand, dialog, "Mjølnerparken 42, 2. tv., 2200 København N")
    benefit = fields.benefit.findChild(QComboBox)
    assert benefit is not None
    hand.go_to(fields.benefit)
    hand.write(benefit, "Kont")
    hand.go_to(fields.benefit_from_on)
    _type(hand, dialog, "15.3")
    _talk_and_match(hand, dialog)
    hand.press(dialog, "Gem modtagelse")
    hand.done()
    qtbot.waitUntil(lambda: demo.workplace is not None and demo.workplace.forms.dialog is None, timeout=20_000)
    assert demo.store is not None
    with demo.store.reading() as session:
        citizen = session.scalars(select(CitizenRow).where(CitizenRow.name == "Nadia Karim")).one()
        match = session.scalars(select(MatchAssessmentRow).where(MatchAssessmentRow.case_id == citizen.id)).one()
    assert (match.category, match.assessed_on) == (3, TODAY)
    assert citizen.housing_area_id is not None
    assert _contact_due(demo, citizen.id) == [date(2007, 6, 20)]
