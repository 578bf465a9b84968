"""Choosing several workers out of a list, each with what stands beside the name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.forms.field import Field
from ui.theme.tokens import Size, Space


class WorkersField(Field):
    """Any number of ticks; Space sets one where the keyboard is."""

    def __init__(self, label: str, workers: Mapping[str, str], *, help_text: str = "", lines: int = 8) -> None:
        """Make the list without a tick; it shows so many lines at once."""
        super().__init__(label, help_text=help_text)
        self._ids = list(workers)
        self._list = QListWidget()
        self._list.setProperty("role", "ticks")
        self._list.setAccessibleName(label)
        self._list.setFixedHeight(lines * (Size.CHIP + Space.XS) + Space.S)
        for words in workers.values():
            item = QListWidgetItem(words)
            item.setSizeHint(QSize(0, Size.CHIP + Space.XS))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.itemChanged.connect(lambda _item: self._tell())
        self._list.itemActivated.connect(self.flip)
        self.place(self._list)

    def value(self) -> tuple[str, ...]:
        """The ticked ones, in the order of the list."""
        return tuple(each for each, item in self._items() if item.checkState() is Qt.CheckState.Checked)

    def set_value(self, value: Sequence[str]) -> None:
        """Tick these and no other."""
        for each, item in self._items():
            item.setCheckState(Qt.CheckState.Checked if each in value else Qt.CheckState.Unchecked)

    def item(self, worker_id: str) -> QListWidgetItem:
        """The line of a worker."""
        return self._list.item(self._ids.index(worker_id))

    def box(self) -> QListWidget:
        """The list itself."""
        return self._list

    def state(self) -> object:
        """The ticked ones."""
        return [*self.value()]

    def set_state(self, state: object) -> None:
        """Bring the ticks back."""
        self.set_value([each for each in state if isinstance(each, str)] if isinstance(state, list) else [])

    def flip(self, item: QListWidgetItem) -> None:
        """Set or take the tick."""
        ticked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _items(self) -> Sequence[tuple[str, QListWidgetItem]]:
        return [(each, self._list.item(number)) for number, each in enumerate(self._ids)]
