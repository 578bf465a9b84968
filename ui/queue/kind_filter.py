"""The kinds as tabs with their counts, such as Samtaler 22."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from app.queue.filters import Group
from ui.queue.words import GROUPS
from ui.shell.flow_row import flow
from ui.theme.tokens import Space


class KindFilter(QWidget):
    """One kind is chosen at a time; a kind without rows has no tab unless it is the chosen one."""

    group_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the tabs without counts."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Slags opgave"))
        self._group: Group | None = None
        self._buttons: dict[Group | None, QPushButton] = {}
        choice = QButtonGroup(self)
        for group in GROUPS:
            button = QPushButton()
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, group=group: self._choose(group))
            choice.addButton(button)
            self._buttons[group] = button
        self._buttons[None].setChecked(True)
        flow(self, *self._buttons.values(), spacing=Space.XS)

    def group(self) -> Group | None:
        """What is chosen; None is every kind."""
        return self._group

    def button(self, group: Group | None) -> QPushButton:
        """The tab of a kind."""
        return self._buttons[group]

    def show_counts(self, counts: Mapping[Group | None, int]) -> None:
        """Write how many lines each kind has."""
        for group, button in self._buttons.items():
            count = counts.get(group, 0)
            button.setText(f"{GROUPS[group]} {count}")
            button.setAccessibleName(self.tr("Slags: {kind}, {count}").format(kind=GROUPS[group], count=count))
            button.setVisible(count > 0 or group in {None, self._group})

    def choose(self, group: Group | None) -> None:
        """Choose without telling."""
        self._group = group
        self._buttons[group].setChecked(True)

    def _choose(self, group: Group | None) -> None:
        self._group = group
        self.group_chosen.emit(group)
