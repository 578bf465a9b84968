"""Below the list: how many are shown, how many are marked, and what can be done with those."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.shell.case_action import CaseAction
from ui.theme.labels import caption
from ui.theme.tokens import Space


class MarkedBar(QFrame):
    """`action_wanted` carries the `CaseAction`; what nobody offers has no button."""

    action_wanted = Signal(object)

    def __init__(self, offered: Collection[CaseAction], parent: QWidget | None = None) -> None:
        """Make the bar for an empty list."""
        super().__init__(parent)
        self.setProperty("role", "foot")
        self._offered = offered
        self._count = caption("", "muted")
        self.summon, self.change_holder, self.open_case = QPushButton(), QPushButton(), QPushButton(self.tr("Åbn sag"))
        self._buttons = {
            CaseAction.SUMMON: self.summon,
            CaseAction.CHANGE_HOLDER: self.change_holder,
            CaseAction.OPEN_CITIZEN: self.open_case,
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        for action, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, action=action: self.action_wanted.emit(action))
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self._count)

    def show_numbers(self, shown: int, marked: int) -> None:
        """Say how many there are and let what fits them be pressed."""
        words = self.tr("1 borger") if shown == 1 else self.tr("{count} borgere").format(count=shown)
        self._count.setText(
            self.tr("{marked} markeret · {words}").format(marked=marked, words=words) if marked else words
        )
        many = f" {marked}" if marked > 1 else ""
        self.summon.setText(self.tr("Indkald{many} …").format(many=many))
        self.change_holder.setText(self.tr("Skift tovholder{many} …").format(many=f" for{many}" if many else ""))
        for action, button in self._buttons.items():
            button.setVisible(action in self._offered)
            button.setEnabled(marked == 1 if action is CaseAction.OPEN_CITIZEN else marked > 0)
