"""What can be done about the rows that are marked together; it stands below the list, so that no row moves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.queue.item import QueueItem
from ui.theme.labels import caption
from ui.theme.tokens import Space


class MarkedBar(QFrame):
    """Hidden while no more than one row is marked. `summon_wanted` carries the ids of the citizens' cases."""

    summon_wanted = Signal(object)
    all_wanted = Signal()
    none_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden bar."""
        super().__init__(parent)
        self.setProperty("role", "foot")
        self.setAccessibleName(self.tr("Valgte rækker"))
        self._cases: tuple[str, ...] = ()
        self._count = caption("", "strong")
        self.summon = QPushButton()
        self._everything, self._nothing = QPushButton(), QPushButton(self.tr("Ryd valg"))
        self.summon.clicked.connect(lambda: self.summon_wanted.emit(self._cases))
        self._everything.clicked.connect(self.all_wanted)
        self._nothing.clicked.connect(self.none_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._count)
        row.addStretch()
        for button in (self.summon, self._everything, self._nothing):
            row.addWidget(button)
        self.hide()

    def show_marked(self, items: Sequence[QueueItem], shown: int, *, can_summon: bool) -> None:
        """Say how many are marked, and offer what can be done about them."""
        self._cases = tuple(dict.fromkeys(item.case_id for item in items if item.case_id is not None))
        self._count.setText(self.tr("{count} rækker valgt").format(count=len(items)))
        self.summon.setText(self.tr("Indkald {count} …").format(count=len(self._cases)))
        self.summon.setAccessibleName(self.tr("Indkald {count} borgere").format(count=len(self._cases)))
        self.summon.setVisible(can_summon and len(self._cases) > 1)
        self._everything.setText(self.tr("Vælg alle {count} viste").format(count=shown))
        self._everything.setVisible(len(items) < shown)
        self.setVisible(len(items) > 1)
