"""What holds for every screen a room shows: names for a screen reader, no trap for Tab, nothing cut off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from sqlalchemy import text

from tests.ui.demo_store import ALL_KINDS
from ui import opening
from ui.citizen.elided_label import ElidedLabel
from ui.queue.queue_page import QueuePage
from ui.shell.navigation import QUEUE_PAGE
from ui.shell.offer import Scene
from ui.shell.rooms import ROOMS
from ui.shell.workplace import Workplace

# The smallest screen that many desks still have, less the line of a desktop.
WIDTH, HEIGHT = 1366, 728
LONG_NAME = "Maria-Magdalena " * 6 + "Wolfeschlegelsteinhausen"
assert len(LONG_NAME) == 120


@pytest.fixture
def citizens() -> int:
    return ALL_KINDS


_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
_ROOMS = {room.scenes.__module__: room for room in ROOMS if room.scenes is not tuple}


@pytest.mark.parametrize("room", list(_ROOMS))
def test_that_every_screen_can_be_heard_walked_and_read_on_a_small_screen(workplace: Workplace, room: str) -> None:
    workplace.window.theme.apply()
    workplace.window.resize(WIDTH, HEIGHT)
    faults: list[str] = []
    for scene in _ROOMS[room].scenes():
        for widget in _shown(workplace, scene):
            faults += [f"{scene.name}: {fault}" for fault in (*_unnamed(widget), *_trap(widget), *_cut_off(widget))]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("room", list(_ROOMS))
def test_that_a_name_of_120_characters_pushes_nothing_out(workplace: Workplace, room: str) -> None:
    with workplace.desk.store.writing() as session:
        session.execute(text("update citizen set name = :name"), {"name": LONG_NAME})
        others = text("update caseworker set name = :name where id != :me")
        session.execute(others, {"name": LONG_NAME, "me": workplace.desk.author})
    queue = opening.read_queue(workplace.desk.store, workplace.desk.clock.today())
    page = workplace.show_page(QUEUE_PAGE)
    assert isinstance(page, QueuePage)
    page.show_queue(queue.items, queue.today)
    workplace.window.theme.apply()
    workplace.window.resize(WIDTH, HEIGHT)
    faults: list[str] = []
    for scene in _ROOMS[room].scenes():
        for widget in _shown(workplace, scene):
            faults += [f"{scene.name}: {fault}" for fault in _cut_off(widget)]
    assert not faults, "\n".join(faults)


def _shown(workplace: Workplace, scene: Scene) -> Iterator[QWidget]:
    workplace.window.notice.hide()
    shown = scene.show(workplace)
    QApplication.processEvents()
    if not shown.isWindow():
        shown = shown.window()
    QApplication.processEvents()
    yield shown
    if workplace.forms.dialog is not None:
        workplace.forms.dialog.keeper.stop()
        workplace.forms.dialog.reject()
    if scene.close is not None:
        scene.close(workplace)
    QApplication.processEvents()


def _named(widget: QWidget) -> str:
    QAccessible.setActive(True)
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _visible(within: QWidget, kinds: type[QWidget] | tuple[type[QWidget], ...]) -> Iterator[QWidget]:
    for widget in within.findChildren(QWidget):
        if isinstance(widget, kinds) and widget.isVisible() and widget.window() is within.window():
            yield widget


def _where(widget: QWidget) -> str:
    """A widget and what holds it, to be found by."""
    texts = [label.text() for label in (widget.parentWidget() or widget).findChildren(QLabel)][:2]
    return f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__} {texts}"


def _unnamed(within: QWidget) -> Iterator[str]:
    for widget in _visible(within, _CONTROLS):
        inner = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QAbstractItemView)
        if not inner and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not _named(widget).strip():
            yield f"no name: {_where(widget)}"


def _trap(within: QWidget) -> Iterator[str]:
    """Tab comes round to where it began."""
    if _focused(within) is None:
        QTest.keyClick(within, Qt.Key.Key_Tab)
    start = _focused(within)
    seen: list[QWidget] = []
    for _ in range(400):
        focused = _focused(within)
        if focused is None:
            yield "Tab leads nowhere"
            return
        if seen and focused is seen[-1]:
            yield f"Tab is trapped: {_where(focused)}"
            return
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if _focused(within) is start:
            return
    yield f"Tab never comes round: {_where(seen[-1])}"


def _focused(within: QWidget) -> QWidget | None:
    # Qt gives nothing where no widget has the focus, which its annotation leaves out.
    focused: object = within.focusWidget()
    return focused if isinstance(focused, QWidget) else None


def _cut_off(within: QWidget) -> Iterator[str]:
    if within.width() > WIDTH or within.height() > HEIGHT:
        yield f"{within.width()} × {within.height()} does not fit the screen"
    for widget in _visible(within, (QPushButton, QLabel)):
        if _scrolled_sideways(widget) or _elided(widget):
            continue
        if isinstance(widget, QLabel):
            short = (
                not widget.wordWrap() and widget.pixmap().isNull() and widget.sizeHint().width() > widget.width() + 2
            )
            low = widget.wordWrap() and widget.heightForWidth(widget.width()) > widget.height() + 3
        else:
            short, low = widget.sizeHint().width() > widget.width() + 2, widget.height() < 24
        if short or low:
            text = widget.text() if isinstance(widget, QLabel | QPushButton) else ""
            yield f"cut off: {text!r} ({widget.width()} × {widget.height()}, wants {widget.sizeHint().width()})"
        elif widget.mapTo(within, widget.rect().bottomRight()).x() > within.width():
            yield f"outside: {_where(widget)}"


def _elided(widget: QWidget) -> bool:
    """Whether it is a name that says by itself that it goes on, and whole where one points at it."""
    return isinstance(widget, ElidedLabel) and widget.text() != widget.full_text() and bool(widget.toolTip())


def _scrolled_sideways(widget: QWidget) -> bool:
    """Whether it lies in something that one can scroll to the side."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and parent.horizontalScrollBar().maximum() > 0:
            return True
        parent = parent.parentWidget()
    return False
