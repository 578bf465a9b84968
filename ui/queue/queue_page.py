"""Min produktion: the list, whose rows it shows, and the panel that says why."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.queue.item import QueueItem
from ui.danish_dates import long_date
from ui.queue.queue_view import QueueView
from ui.queue.why_panel import WhyPanel
from ui.shell.page_header import PageHeader
from ui.theme.labels import caption, frame
from ui.theme.theme import Theme
from ui.theme.tokens import Space


class QueuePage(QWidget):
    """Keeps the whole queue and shows one's own part of it, or all."""

    import_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the page with an empty list, so that it can be painted before anything is known."""
        super().__init__(parent)
        self._items: tuple[QueueItem, ...] = ()
        self._today = date.min
        self._worker_id: str | None = None
        self.view = QueueView(theme)
        self.why = WhyPanel()
        self._header = PageHeader(self.tr("Min produktion"))
        self._mine, self._all = self._scope_button(self.tr("Mine")), self._scope_button(self.tr("Alle"))
        self._list = QStackedWidget()
        self._nothing = caption("", "muted")
        self._import = QPushButton(self.tr("Indlæs en fil …"))
        self._lay_out()
        self.setFocusProxy(self.view)
        self.view.item_chosen.connect(self._show_why)
        self._import.clicked.connect(self.import_wanted)
        self._show_scope_buttons()

    def show_day(self, today: date) -> None:
        """Write the day at the top."""
        self._today = today
        self._header.show_day(long_date(today))

    def show_queue(self, items: tuple[QueueItem, ...], today: date) -> None:
        """Show a queue that was just computed."""
        self._items = items
        self.show_day(today)
        self._show_rows()

    def know_worker(self, worker_id: str | None) -> None:
        """Show one's own rows from now on, when there are any and one is known."""
        if worker_id == self._worker_id:
            return
        self._worker_id = worker_id
        own = any(item.worker_id == worker_id for item in self._items)
        (self._mine if worker_id is not None and own else self._all).setChecked(True)
        self._show_rows()

    def shown_items(self) -> tuple[QueueItem, ...]:
        """The rows of the chosen scope."""
        if self._mine.isChecked():
            return tuple(item for item in self._items if item.worker_id == self._worker_id)
        return self._items

    def _show_rows(self) -> None:
        shown = self.shown_items()
        self._show_scope_buttons()
        self.view.show_holder(wanted=not self._mine.isChecked())
        self.view.show_items(shown, self._today)
        self._list.setCurrentIndex(0 if shown else 1)
        self._import.setVisible(not self._items)
        self._nothing.setText(
            self.tr("Der er ingen frister i din kø.")
            if self._items
            else self.tr("Køen er tom. Den regnes ud af borgere, samtaler og planer, som kan indlæses fra en fil.")
        )

    def _show_scope_buttons(self) -> None:
        own = sum(item.worker_id == self._worker_id for item in self._items) if self._worker_id else 0
        self._mine.setText(self.tr("Mine {count}").format(count=own))
        self._all.setText(self.tr("Alle {count}").format(count=len(self._items)))
        for button in (self._mine, self._all):
            button.setVisible(self._worker_id is not None and bool(self._items))

    def _show_why(self, item: QueueItem | None) -> None:
        if item is None:
            self.why.show_nothing()
        else:
            self.why.show_item(item, self._today)

    def _scope_button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "tab")
        button.setCheckable(True)
        button.clicked.connect(self._show_rows)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._fill_header()
        column.addWidget(self._header)
        below = QHBoxLayout()
        below.setSpacing(0)
        room = QVBoxLayout()
        room.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        card = frame("card")
        inside = QVBoxLayout(card)
        # The card's border and round corners stay free of the list's own ground.
        inside.setContentsMargins(1, 1, 1, Space.S)
        inside.addWidget(self._list)
        self._list.addWidget(self.view)
        self._list.addWidget(self._empty())
        room.addWidget(card)
        below.addLayout(room, stretch=1)
        below.addWidget(self.why)
        column.addLayout(below, stretch=1)

    def _fill_header(self) -> None:
        scope = QButtonGroup(self)
        for button in (self._mine, self._all):
            scope.addButton(button)
            self._header.add(button)
        self._all.setChecked(True)

    def _empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(Space.L)
        column.addStretch()
        for each in (self._nothing, self._import):
            column.addWidget(each, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return page

    def empty_text(self) -> QLabel:
        """What is said where no row is."""
        return self._nothing
