"""The queue's rows as Qt sees them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.queue.item import Lane
from db.values.people import BenefitType
from tests.ui.items import TODAY, item, items
from ui.danish_dates import deadline_words, long_date
from ui.queue.columns import Column, LaneHeading, Role
from ui.queue.queue_model import QueueModel, under_lanes
from ui.queue.words import BENEFITS, LANES, chip_tone
from ui.shell.case_action import CaseAction
from ui.theme.tokens import Tone


@pytest.fixture
def model(qapp: QApplication) -> QueueModel:
    made = QueueModel()
    made.show_items(items(), TODAY)
    return made


def test_that_the_model_keeps_qts_rules(qapp: QApplication) -> None:
    model = QueueModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for shown in (items(), (), items(3)):
        model.show_items(shown, TODAY)
    assert tester.model() is model


def test_that_every_lane_with_rows_has_one_heading_with_its_count() -> None:
    headings = [row for row in under_lanes(items()) if isinstance(row, LaneHeading)]
    assert [(each.lane, each.count) for each in headings] == [
        (Lane.OVERDUE, 3),
        (Lane.THIS_WEEK, 3),
        (Lane.FOUR_WEEKS, 2),
        (Lane.AGREED, 1),
        (Lane.WAITING, 1),
    ]


def test_that_the_order_within_a_lane_stays_as_the_engine_gave_it() -> None:
    shuffled = (item(2), item(0), item(1))
    assert [row for row in under_lanes(shuffled) if row in shuffled] == list(shuffled)


def test_that_a_lane_heading_can_be_neither_chosen_nor_stepped_on(model: QueueModel) -> None:
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_that_a_row_reads_as_a_caseworker_says_it(model: QueueModel) -> None:
    texts = [model.index(1, column).data() for column in Column]
    assert texts == ["12 dage over", "Amina Yusuf", "Kontaktsamtale", "4", "Kontanthjælp", "M. Holm", ""]
    model.offer([CaseAction.HOLD_TALK], "me")
    assert model.index(1, Column.NEXT).data() == "Registrér samtale"
    assert model.index(1, Column.CITIZEN).data(Role.SECONDARY) == "14.03.1972"


def test_that_a_screen_reader_hears_the_second_text_too(model: QueueModel) -> None:
    row = model.row_of(item(8).key)
    assert row is not None
    heard = model.index(row, Column.TASK).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Kontaktsamtale Indkaldt 28.03 kl. 10"


def test_that_a_case_without_a_holder_says_so(qapp: QApplication) -> None:
    model = QueueModel()
    model.show_items((item(0, holder_name=None),), TODAY)
    assert model.index(1, Column.HOLDER).data() == "Uden tovholder"


def test_that_every_lane_and_benefit_has_a_danish_word() -> None:
    assert set(LANES) == set(Lane)
    assert set(BENEFITS) == set(BenefitType)


@pytest.mark.parametrize(
    ("due_in", "act_in", "words"),
    [
        (-12, -12, "12 dage over"),
        (-1, -1, "1 dag over"),
        (0, 0, "i dag"),
        (1, 1, "i morgen"),
        (2, 2, "to. 22.03"),
        (5, 3, "fr. 23.03"),
        (13, 13, "02.04"),
        (400, 400, "23.04.08"),
        (1, -1, "i morgen"),
    ],
)
def test_that_a_deadline_is_said_as_one_says_it(due_in: int, act_in: int, words: str) -> None:
    assert deadline_words(TODAY + timedelta(due_in), TODAY + timedelta(act_in), TODAY) == words


def test_that_the_date_line_is_danish() -> None:
    assert long_date(date(2007, 3, 20)) == "tirsdag 20. marts 2007"


def test_that_red_follows_the_legal_date_and_not_the_day_to_act_by() -> None:
    friday_before = item(3, lane=Lane.OVERDUE, act_by=TODAY - timedelta(1), due_on=TODAY + timedelta(1))
    assert chip_tone(friday_before, TODAY) is Tone.AMBER
    assert chip_tone(item(3, lane=Lane.WAITING, due_on=TODAY - timedelta(1)), TODAY) is Tone.RED


def test_that_a_row_is_blue_until_its_amber_day() -> None:
    assert chip_tone(item(6, amber_on=TODAY + timedelta(1)), TODAY) is Tone.BLUE
    assert chip_tone(item(6, amber_on=TODAY), TODAY) is Tone.AMBER
