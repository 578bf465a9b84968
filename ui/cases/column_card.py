"""Which columns are shown and in which order, in one card, by mouse and by keyboard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.cases.caseload_layout import Layout
from app.cases.caseload_row import CaseColumn
from ui.cases.case_columns import HEADINGS, HELP
from ui.lists.popover import Popover
from ui.shell.kept_focus import kept_focus
from ui.theme.labels import caption
from ui.theme.tokens import Size, Space


class ColumnCard(Popover):
    """The shown columns from left to right, then the others. `layout_wanted` carries the layout after a change."""

    layout_wanted = Signal(object)

    def __init__(self, button: QPushButton, page: QWidget) -> None:
        """Make the card with the usual columns."""
        super().__init__(button, page)
        self._layout = Layout()
        self._wanted = 0
        self._boxes: dict[CaseColumn, QCheckBox] = {}
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(caption(self.tr("Kolonner fra venstre"), "strong"))
        self.column.addWidget(self._scroll, stretch=1)
        usual = QPushButton(self.tr("Som fra begyndelsen"))
        usual.clicked.connect(lambda: self._want(Layout()))
        self.column.addWidget(usual)

    def sizeHint(self) -> QSize:
        """As high as all columns; in a low window they are scrolled."""
        return QSize(Size.POPOVER, self._wanted + 4 * Size.FIELD)

    def show_layout(self, layout: Layout) -> None:
        """Show what is chosen."""
        self._layout = layout
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(2)
        self._boxes = {}
        hidden = [each for each in CaseColumn if each not in layout.columns]
        with kept_focus(self._scroll, self._scroll.widget()):
            for each in (*layout.columns, *hidden):
                column.addLayout(self._line(each))
            column.addStretch()
            self._scroll.setWidget(page)
        self._wanted = page.sizeHint().height()

    def box(self, column: CaseColumn) -> QCheckBox:
        """The tick of a column."""
        return self._boxes[column]

    def _line(self, column: CaseColumn) -> QHBoxLayout:
        shown = self._layout.columns
        box = QCheckBox(HEADINGS[column])
        box.setChecked(column in shown)
        # Without a name a row would be about nobody.
        box.setEnabled(column is not CaseColumn.CITIZEN)
        box.setToolTip(HELP.get(column, ""))
        box.toggled.connect(lambda on, column=column: self._choose(column, on=on))
        self._boxes[column] = box
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        box.setMinimumHeight(Size.CHIP + Space.XS)
        row.addWidget(box, stretch=1)
        if column in shown:
            place = shown.index(column)
            for text, step in ((self.tr("Op"), -1), (self.tr("Ned"), 1)):
                button = QPushButton(text)
                button.setProperty("role", "link")
                button.setAccessibleName(self.tr("Flyt {column}: {way}").format(column=HEADINGS[column], way=text))
                button.setEnabled(0 <= place + step < len(shown))
                button.clicked.connect(lambda _checked=False, place=place, step=step: self._move(place, step))
                row.addWidget(button)
        return row

    def _choose(self, column: CaseColumn, *, on: bool) -> None:
        columns = tuple(each for each in self._layout.columns if each is not column)
        self._want(replace(self._layout, columns=(*columns, column) if on else columns))

    def _move(self, place: int, step: int) -> None:
        columns = list(self._layout.columns)
        columns[place], columns[place + step] = columns[place + step], columns[place]
        self._want(replace(self._layout, columns=tuple(columns)))

    def _want(self, layout: Layout) -> None:
        self.layout_wanted.emit(layout)
