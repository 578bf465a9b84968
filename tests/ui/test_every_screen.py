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
    QButtonGroup,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from tests.ui.demo_store import ALL_KINDS
from ui.shell.offer import Scene
from ui.shell.rooms import ROOMS
from ui.shell.workplace import Workplace

# The smallest screen that many desks still have, less the line of a desktop.
WIDTH, HEIGHT = 1366, 728


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
    """Tab, and Shift+Tab, come round, and come by everything that takes the keyboard.

    A card over the page goes when Tab has left it; then the round is the page's. A list that belongs to an open menu
    walks with the arrows, as menus do.
    """
    if isinstance(within, QMenu):
        return
    for keys, named in ((Qt.KeyboardModifier.NoModifier, "Tab"), (Qt.KeyboardModifier.ShiftModifier, "Shift+Tab")):
        came_by: dict[QWidget, int] = {}
        focused = _walked(within, keys)
        while focused is not None and focused not in came_by:
            came_by[focused] = len(came_by)
            focused = _walked(within, keys)
        if focused is None:
            yield f"{named} leads nowhere"
            continue
        round_ = {each for each, place in came_by.items() if place >= came_by[focused]}
        for widget in _visible(within, QWidget):
            if _wants_tab(widget) and not round_ & {widget, *_one_of(widget)}:
                yield f"{named} passes by: {_where(widget)} {getattr(widget, 'text', str)()!r}"


def _walked(within: QWidget, keys: Qt.KeyboardModifier) -> QWidget | None:
    """Where one step leads from where the keyboard is."""
    backwards = keys is Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(_focused(within) or within, Qt.Key.Key_Backtab if backwards else Qt.Key.Key_Tab, keys)
    return _focused(within)


def _wants_tab(widget: QWidget) -> bool:
    # What stands for another, such as the line of a box to choose from, is walked to by way of it.
    inner = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QAbstractItemView)
    stands_for = widget.focusProxy() is not None
    return widget.isEnabled() and not inner and not stands_for and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _one_of(widget: QWidget) -> list[QAbstractButton]:
    """The buttons of which one is chosen at a time: Tab comes by one of them, and the arrows go on from there."""
    group: object = widget.group() if isinstance(widget, QAbstractButton) else None
    return group.buttons() if isinstance(group, QButtonGroup) and group.exclusive() else []


def _focused(within: QWidget) -> QWidget | None:
    # Qt gives nothing where no widget has the focus, which its annotation leaves out.
    focused: object = within.focusWidget()
    return focused if isinstance(focused, QWidget) else None


def _cut_off(within: QWidget) -> Iterator[str]:
    if within.width() > WIDTH or within.height() > HEIGHT:
        yield f"{within.width()} × {within.height()} does not fit the screen"
    for widget in _visible(within, (QPushButton, QLabel)):
        elided = isinstance(widget, QLabel) and widget.text().endswith("…") and bool(widget.toolTip())
        if elided or _scrolled_sideways(widget):
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


def _scrolled_sideways(widget: QWidget) -> bool:
    """Whether it lies in something that one can scroll to the side."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and parent.horizontalScrollBar().maximum() > 0:
            return True
        parent = parent.parentWidget()
    return False
