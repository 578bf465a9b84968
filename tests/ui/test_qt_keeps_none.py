"""Qt's binding gives None, True and False back as often as it takes them.

Before Python 3.12 these are counted like any other object, and the program ends at once when their count
reaches nothing. PySide6 6.12.0 takes one reference from None at every call that returns nothing, so that a
window of 6.12.0 dies on Python 3.11 after some five thousand calls.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget

# From 3.12 on None is immortal, and its count says nothing.
pytestmark = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is not counted here")

TIMES = 300


@pytest.fixture(autouse=True)
def nothing_else_is_given_back() -> Iterator[None]:
    """Keep the garbage collector from giving references back while they are counted."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


class Empty(QAbstractTableModel):
    """A table whose cells say nothing."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        del parent
        return 5

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        del parent
        return 2

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> None:
        del index, role


def calls() -> dict[str, Callable[[QLabel], object]]:
    return {
        "setText": lambda label: label.setText("tekst"),
        "resize": lambda label: label.resize(30, 40),
        "update": lambda label: label.update(),
        "setVisible": lambda label: label.setVisible(False),
        "isVisible": lambda label: label.isVisible(),
        "parentWidget": lambda label: label.parentWidget(),
        "property": lambda label: label.property("nothing"),
    }


@pytest.mark.parametrize("name", calls())
def test_that_a_call_that_answers_nothing_costs_none_no_reference(qapp: QApplication, name: str) -> None:
    del qapp
    label, call = QLabel(), calls()[name]
    before = [sys.getrefcount(one) for one in (None, True, False)]
    for _ in range(TIMES):
        call(label)
    after = [sys.getrefcount(one) for one in (None, True, False)]
    assert all(late > early - TIMES // 2 for early, late in zip(before, after, strict=True))


def test_that_painting_a_table_costs_none_no_reference(qapp: QApplication) -> None:
    view = QTableView()
    model = Empty(view)
    view.setModel(model)
    view.show()
    before = sys.getrefcount(None)
    for _ in range(30):
        view.viewport().update()
        qapp.processEvents()
    assert sys.getrefcount(None) > before - 15
    view.close()


def test_that_overridden_methods_cost_none_no_reference(qapp: QApplication) -> None:
    class Counting(QWidget):
        moved = 0

        def moveEvent(self, event: object) -> None:
            del event
            Counting.moved += 1

    widget = Counting()
    widget.show()
    qapp.processEvents()
    before = sys.getrefcount(None)
    for place in range(TIMES):
        widget.move(place, place)
        qapp.processEvents()
    assert Counting.moved >= TIMES // 2
    assert sys.getrefcount(None) > before - TIMES // 2
    widget.close()
