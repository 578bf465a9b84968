"""The lists over frozen rows keep Qt's rules, their chosen row and the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.lists.row_list import RowList
from ui.lists.row_model import ListColumn, Role, RowModel
from ui.theme.theme import Theme
from ui.theme.tokens import Tone

COLUMNS = (
    ListColumn("Navn", str, 120, second=lambda row: f"nr. {row}"),
    ListColumn(
        "Tilstand", lambda row: "galt" if row % 2 else "godt", 90, tone=lambda row: Tone.RED if row % 2 else None
    ),
    ListColumn("Celle", str, fault=lambda row: "Forkert." if row % 2 else None),
)


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> RowList:
    made = RowList(theme, "Tal", COLUMNS, lambda row: row, many=True)
    qtbot.addWidget(made)
    made.say_when_empty("Intet her.")
    made.show()
    return made


def test_that_the_model_keeps_qts_rules_and_says_what_is_drawn(qapp: QApplication) -> None:
    model = RowModel(COLUMNS, lambda row: row)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for rows in ((1, 2, 3), (), (4,)):
        model.show_rows(rows)
    assert tester.model() is model
    model.show_rows((1,))
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "1, nr. 1"
    assert model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "1, fejl: Forkert."
    assert model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole) == "Forkert."
    assert model.index(0, 1).data(Role.TONE) == "red"


def test_that_the_chosen_row_stays_chosen_and_its_neighbour_takes_its_place(shown: RowList) -> None:
    told: list[object] = []
    shown.row_chosen.connect(told.append)
    shown.show_rows((1, 2, 3))
    assert (shown.chosen(), told) == (1, [1])
    shown.go_to(1)
    shown.show_rows((5, 1, 2, 3))
    assert shown.chosen() == 2
    shown.show_rows((5, 1, 3))
    assert shown.chosen() == 3
    shown.show_rows(())
    assert (shown.chosen(), told[-1], shown.empty_text()) == (None, None, "Intet her.")


def test_that_many_rows_are_marked_by_keyboard_and_enter_goes_in(shown: RowList) -> None:
    shown.show_rows(range(10_000))
    entered: list[object] = []
    shown.entered_row.connect(entered.append)
    QTest.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert shown.marked() == (0, 1)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert entered == [1]
    assert not shown.grab().isNull()
