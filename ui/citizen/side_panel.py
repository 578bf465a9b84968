"""The tabs beside the timeline; each is put together when it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.cases.completeness import LineState
from app.cases.dossier import Dossier
from app.queue.item import QueueItem
from ui.citizen.completeness_panel import CompletenessPanel
from ui.citizen.cooperation_panel import CooperationPanel
from ui.citizen.documents_panel import DocumentsPanel
from ui.citizen.household_panel import HouseholdPanel
from ui.citizen.overview_panel import OverviewPanel
from ui.citizen.page_deeds import Deeds
from ui.shell.flow_row import flow
from ui.theme.tokens import Size, Space


class Tab(StrEnum):
    """The value is what stands on the tab."""

    OVERVIEW = "Overblik"
    HOUSEHOLD = "Husstand"
    COOPERATION = "Samarbejde"
    DOCUMENTS = "Dokumenter"
    COMPLETENESS = "Fuldstændighed"


class SidePanel(QFrame):
    """One tab at a time. The tabs say how much stands behind them. `built` comes when one was put together anew."""

    built = Signal()

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        """Make every tab empty."""
        super().__init__(parent)
        self.setProperty("role", "side")
        self._deeds = deeds
        self.setFixedWidth(Size.CITIZEN_SIDE)
        self._dossier: Dossier | None = None
        self._items: tuple[QueueItem, ...] | None = None
        self._today = date.min
        self._stale: set[Tab] = set(Tab)
        self.overview, self.household = OverviewPanel(deeds), HouseholdPanel(deeds)
        self.cooperation, self.documents = CooperationPanel(deeds), DocumentsPanel(deeds)
        self.completeness = CompletenessPanel(deeds)
        self._stack = QStackedWidget()
        self._buttons = {tab: QPushButton(tab.value) for tab in Tab}
        group = QButtonGroup(self)
        for tab, button in self._buttons.items():
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, tab=tab: self.show_tab(tab))
            group.addButton(button)
        for panel in (self.overview, self.household, self.cooperation, self.documents, self.completeness):
            self._stack.addWidget(panel)
        self._buttons[Tab.OVERVIEW].setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tabs = flow(QWidget(), *self._buttons.values(), spacing=Space.XS)
        tabs.setContentsMargins(Space.L, Space.M, Space.L, 0)
        column.addWidget(tabs)
        column.addWidget(self._stack, stretch=1)

    def show_dossier(self, dossier: Dossier, items: Sequence[QueueItem] | None, today: date) -> None:
        """Show another reading in the tab that is open; `items` as in `show_items`."""
        self._dossier, self._today = dossier, today
        self._items = None if items is None else tuple(items)
        counts = {
            Tab.HOUSEHOLD: len(dossier.page.household.others) if dossier.page.household else 0,
            Tab.COOPERATION: len(dossier.cooperation.contacts) + len(dossier.cooperation.referrals),
            Tab.DOCUMENTS: len(dossier.documents),
            Tab.COMPLETENESS: sum(line.state is not LineState.DONE for line in dossier.completeness),
        }
        for tab, button in self._buttons.items():
            button.setText(f"{tab.value} {counts[tab]}" if counts.get(tab) else tab.value)
            button.setAccessibleName(button.text())
        self._stale = set(Tab)
        self._build()

    def show_items(self, items: Sequence[QueueItem] | None) -> None:
        """Show the queue's rows of the case and its household; None while they are being computed."""
        self._items = None if items is None else tuple(items)
        self._stale |= {Tab.OVERVIEW, Tab.HOUSEHOLD}
        self._build()

    def forget(self) -> None:
        """Keep nothing of a citizen that is not shown any more."""
        self._dossier = self._items = None
        self._stale = set(Tab)
        for panel in (self.overview, self.household, self.cooperation, self.documents, self.completeness):
            panel.build(lambda _column: None)

    def show_tab(self, tab: Tab) -> None:
        """Bring a tab to the front."""
        self._buttons[tab].setChecked(True)
        self._stack.setCurrentIndex(list(Tab).index(tab))
        self._build()
        self.built.emit()

    def tab(self) -> Tab:
        """The tab in front."""
        return list(Tab)[self._stack.currentIndex()]

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order: the tabs, and what stands in the one that is open."""
        panel = self._stack.currentWidget()
        return (*self._buttons.values(), *(panel.findChildren(QPushButton) if panel is not None else ()))

    def _build(self) -> None:
        dossier, tab = self._dossier, self.tab()
        if dossier is None or tab not in self._stale:
            return
        self._stale.discard(tab)
        case_id = dossier.page.case_id
        own = None if self._items is None else [item for item in self._items if item.case_id == case_id]
        builders: dict[Tab, Callable[[], None]] = {
            Tab.OVERVIEW: lambda: self.overview.show_overview(dossier.overview, own, self._today),
            Tab.HOUSEHOLD: lambda: self.household.show_household(dossier.page.household, self._items, self._today),
            Tab.COOPERATION: lambda: self.cooperation.show_cooperation(dossier.cooperation),
            Tab.DOCUMENTS: lambda: self.documents.show_documents(dossier.documents),
            Tab.COMPLETENESS: lambda: self.completeness.show_lines(dossier.completeness),
        }
        builders[tab]()
        self.built.emit()
