"""The timeline: what happened, filtered and searched, and the whole text of the entry that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.cases.timeline import TimelineEntry
from ui.citizen.timeline_delegate import TimelineDelegate, withdrawn_words
from ui.citizen.timeline_groups import NOT_WITHDRAWN, Group, group_of, shown_entries
from ui.citizen.timeline_model import Role, TimelineModel
from ui.danish_dates import long_date
from ui.theme.labels import caption, frame, stored
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space


class TimelinePanel(QFrame):
    """`entry_chosen` asks for the whole text of an entry; `withdraw_wanted` is about the one that is shown."""

    entry_chosen = Signal(object)
    withdraw_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty timeline."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._entries: tuple[TimelineEntry, ...] = ()
        self._opened: TimelineEntry | None = None
        self.group = QComboBox()
        self.group.setAccessibleName(self.tr("Vis i tidslinjen"))
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Søg i tidslinjen"))
        self.search.setPlaceholderText(self.tr("Søg i tidslinjen"))
        self.search.setClearButtonEnabled(True)
        self.view = QListView()
        self._model = TimelineModel(self.view)
        self.withdraw = QPushButton(self.tr("Træk tilbage …"))
        self._nothing = caption("", "muted", wrap=True)
        self._pages = QStackedWidget()
        self._detail = QScrollArea()
        self._foot = frame("foot")
        self._set_up_view(theme)
        self._lay_out()
        self.group.currentIndexChanged.connect(self._show)
        self.search.textChanged.connect(self._show)
        self.withdraw.clicked.connect(lambda: self.withdraw_wanted.emit(self._opened))

    def show_entries(self, entries: Sequence[TimelineEntry], *, fresh: bool) -> None:
        """Show another reading. `fresh`: of another citizen, so that nothing is chosen or filtered."""
        self._entries = tuple(entries)
        chosen = None if fresh else self.group.currentData()
        self.group.blockSignals(True)
        self.group.clear()
        for group in Group:
            count = len(self._entries) if group is Group.ALL else sum(group_of(each) is group for each in self._entries)
            if count or group in {Group.ALL, chosen}:
                self.group.addItem(f"{group.value} ({count})", group)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self.group.blockSignals(False)
        if fresh:
            self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(False)
            self._close_detail()
        self._show()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.group, self.search, self.view, self._detail, self.withdraw)

    def chosen(self) -> TimelineEntry | None:
        """The entry whose text is shown."""
        return self._opened

    def choose(self, number: int) -> None:
        """Choose an entry by its place in the list."""
        index = self._model.index(number)
        self.view.setCurrentIndex(index)
        self.view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def entries(self) -> tuple[TimelineEntry, ...]:
        """What the list shows."""
        return self._model.entries()

    def show_details(self, entry: TimelineEntry, details: Sequence[tuple[str, str]]) -> None:
        """Show the whole text under the list, unless another entry was chosen meanwhile."""
        if entry != self._opened:
            return
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(stored(entry.title, "strong", wrap=True))
        column.addWidget(stored(long_date(entry.day), "muted"))
        if entry.withdrawn is not None:
            column.addWidget(_selectable(withdrawn_words(entry), "wrong"))
        for heading, text in details:
            pair = QVBoxLayout()
            pair.setSpacing(2)
            pair.addWidget(stored(heading, "fine"))
            pair.addWidget(_selectable(text))
            column.addLayout(pair)
        column.addStretch()
        self._detail.setWidget(page)
        may_withdraw = entry.withdrawn is None and entry.kind not in NOT_WITHDRAWN
        self.withdraw.setVisible(may_withdraw)
        self.withdraw.setAccessibleName(self.tr("Træk tilbage: {title}").format(title=entry.title))
        self._foot.setVisible(may_withdraw)
        self._detail.show()
        # No higher than its text, so that the list keeps what room there is.
        width = max(self._detail.width(), self.view.width()) - Size.SCROLL_BAR
        self._detail.setMaximumHeight(max(3 * Size.ROW, column.totalHeightForWidth(width) + Space.M))
        self.view.scrollTo(self.view.currentIndex())

    def detail_shown(self) -> bool:
        """Whether an entry's text is shown."""
        return not self._detail.isHidden()

    def _show(self) -> None:
        opened = self._opened
        group = self.group.currentData() or Group.ALL
        self._model.show_entries(shown_entries(self._entries, group, self.search.text()))
        self._nothing.setText(
            self.tr("Intet i tidslinjen passer.") if self._entries else self.tr("Der er ikke sket noget i sagen endnu.")
        )
        self._pages.setCurrentIndex(0 if self._model.entries() else 1)
        row = self._model.row_of(opened) if opened is not None else None
        if row is None:
            self._close_detail()
        else:
            # It may have been withdrawn since: it is asked for anew.
            self._opened = None
            self.choose(row)

    def _choose(self, current: QModelIndex) -> None:
        entry = current.data(Role.ENTRY) if current.isValid() else None
        if isinstance(entry, TimelineEntry) and entry != self._opened:
            self._opened = entry
            self.entry_chosen.emit(entry)

    def _close_detail(self) -> None:
        self._opened = None
        self._detail.hide()
        self._foot.hide()

    def _set_up_view(self, theme: Theme) -> None:
        view = self.view
        view.setModel(self._model)
        view.setItemDelegate(TimelineDelegate(theme, view))
        view.setAccessibleName(self.tr("Tidslinje"))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setProperty("role", "plain")
        # Not when a row becomes the current one: that happens to the first as soon as the list has the focus.
        view.selectionModel().selectionChanged.connect(lambda *_: self._choose(view.currentIndex()))
        view.clicked.connect(self._choose)
        view.activated.connect(lambda index: self.choose(index.row()))
        theme.changed.connect(view.viewport().update)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, Space.M, 1, 1)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(Space.M, 0, Space.M, Space.M)
        top.setSpacing(Space.S)
        top.addWidget(self.group)
        top.addWidget(self.search, stretch=1)
        column.addLayout(top)
        empty = QWidget()
        inside = QVBoxLayout(empty)
        inside.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        inside.addWidget(self._nothing)
        inside.addStretch()
        self._pages.addWidget(self.view)
        self._pages.addWidget(empty)
        column.addWidget(self._pages, stretch=1)
        self._detail.setWidgetResizable(True)
        self._detail.setFrameShape(QFrame.Shape.NoFrame)
        self._detail.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._detail.setProperty("role", "detail")
        self._detail.setAccessibleName(self.tr("Hele teksten"))
        self._detail.setMinimumHeight(3 * Size.ROW)
        column.addWidget(self._detail, stretch=1)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.addWidget(self.withdraw)
        row.addStretch()
        column.addWidget(self._foot)
        self._close_detail()


def _selectable(text: str, role: str | None = None) -> QWidget:
    made = stored(text, role, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
