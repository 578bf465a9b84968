"""The parts that the panels beside the timeline are built of: headings, lines, links, and a page that is built anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.shell.flow_row import flow
from ui.shell.kept_focus import kept_focus
from ui.theme.labels import caption, stored
from ui.theme.tokens import Space


class Panel(QScrollArea):
    """One panel. Built anew with every reading; the place in it and the focus stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def build(self, fill: Callable[[QVBoxLayout], None]) -> None:
        """Put the panel together anew."""
        place = self.verticalScrollBar().value()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        fill(column)
        column.addStretch()
        with kept_focus(self):
            self.setWidget(page)
        self.verticalScrollBar().setValue(place)


def add_heading(column: QVBoxLayout, words: str) -> None:
    """Begin a section."""
    if column.count():
        column.addSpacing(Space.S)
    column.addWidget(caption(words, "strong"))


def add_nothing(column: QVBoxLayout, words: str) -> None:
    """Say that there is nothing."""
    column.addWidget(caption(words, "muted", wrap=True))


def add_line(column: QVBoxLayout, title: str, text: str = "", *below: QWidget) -> None:
    """A title with a text close under it, and what can be done about it."""
    pair = QVBoxLayout()
    pair.setSpacing(2)
    for words, role in ((title, None), (text, "muted")):
        if words:
            # Not selectable: a label that is costs four times as much to make, and there are dozens of them.
            pair.addWidget(stored(words, role, wrap=True))
    if below:
        pair.addWidget(flow(QWidget(), *below, spacing=Space.M))
    column.addLayout(pair)


def add_item(column: QVBoxLayout, state: QLabel, title: str, text: str = "", fine: str = "", *below: QWidget) -> None:
    """A chip with what it is about, and close under both what there is to say and do."""
    group = QVBoxLayout()
    group.setSpacing(Space.XS)
    top = QHBoxLayout()
    top.setSpacing(Space.S)
    top.addWidget(state, alignment=Qt.AlignmentFlag.AlignVCenter)
    top.addWidget(stored(title, "label", wrap=True), stretch=1, alignment=Qt.AlignmentFlag.AlignVCenter)
    group.addLayout(top)
    if text or fine or below:
        add_line(group, text, fine, *below)
    column.addLayout(group)


def add_buttons(column: QVBoxLayout, *buttons: QWidget) -> None:
    """Buttons side by side, and on the next line where there is no room."""
    column.addWidget(flow(QWidget(), *buttons))


def link(words: str, do: Callable[[], object], about: str = "") -> QPushButton:
    """A quiet button; `about` tells a screen reader which of several it is."""
    return _button(words, do, about, "quiet-link")


def button(words: str, do: Callable[[], object], about: str = "") -> QPushButton:
    """An ordinary button."""
    return _button(words, do, about, None)


def _button(words: str, do: Callable[[], object], about: str, role: str | None) -> QPushButton:
    made = QPushButton(words)
    made.setAccessibleName(f"{words} {about}".strip())
    if role is not None:
        made.setProperty("role", role)
    made.clicked.connect(lambda _checked=False: do())
    return made
