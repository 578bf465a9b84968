"""Visitationsguide: for a citizen or for a target group, the offers that help, and the way from there to a choice."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.guide.filters import GuideFilters, filters_as_json, filters_from_json, preset_for
from app.guide.question_topics import topic_of
from app.guide.target_group import CitizenProfile, group_profile
from ui.guide.filter_card import FilterCard
from ui.guide.guide_doings import GuideDoings
from ui.guide.guide_read import GuideCitizen, open_citizen, read_citizen
from ui.guide.guide_reader import COUNTED_FROM, GuideReader
from ui.guide.guide_words import citizen_words
from ui.guide.job_orders_desk import JobOrdersDesk
from ui.guide.job_orders_view import JobOrdersView
from ui.guide.offers_area import OffersArea
from ui.guide.panel_keeper import PanelKeeper
from ui.guide.saved_searches import SavedSearches
from ui.guide.side_panel import SidePanel
from ui.lists.view_card import ViewCard, ViewWords
from ui.operation import Road
from ui.theme.icons import Icon, icon_before_text
from ui.theme.tokens import Space

if TYPE_CHECKING:
    from app.changes import Changes
    from app.guide.ranking import GuideRow, PreparedGuide
    from ui.guide.guide_read import Counted
    from ui.guide.offer_view import OfferView
    from ui.shell.workplace import Workplace

_SEARCH_WORDS: Final = ViewWords("Gemte søgninger", "Søgeordet og alle filtre.", "Gem søgning")
# What is asked of a citizen by the criteria, and what the header says.
_ABOUT_CITIZEN: Final = frozenset(
    {
        "citizen", "match_assessment", "benefit_period", "household", "household_member", "sickness_case", "job_plan",
        "plan_goal", "language_assessment", "order_answer",
    }
)  # fmt: skip
_REFERRALS: Final = frozenset({"job_referral", "job_order"})


class GuidePage(QWidget):
    """Keeps whom it is for and the filters."""

    def __init__(self, workplace: Workplace) -> None:
        """Make the page; the catalogue is read when it is first seen."""
        super().__init__()
        self._workplace, self._desk = workplace, workplace.desk
        self.citizen: GuideCitizen | None = None
        self.prepared: PreparedGuide | None = None
        self._waiting: GuideFilters | None = None
        self._stale, self._changed, self._to_top = True, False, True
        self.reader, self.doings = GuideReader(workplace, self), GuideDoings(workplace, self)
        self.header = workplace.header(self.tr("Visitationsguide"))
        self.open_case, self.without = QPushButton(self.tr("Åbn sag")), QPushButton(self.tr("Uden borger"))
        self.pick = QPushButton(self.tr("Vælg borger …"))
        self.text = QLineEdit()
        self.filter_button, self.view_button = QPushButton(self.tr("Filtre")), QPushButton(self.tr("Søgninger"))
        self.offers_tab, self.jobs_tab = QPushButton(self.tr("Tilbud")), QPushButton(self.tr("Jobordrer"))
        self.area = OffersArea(workplace.theme, self._desk.clock.today())
        self.jobs = JobOrdersView(workplace.theme)
        self.job_desk = JobOrdersDesk(workplace, self.jobs)
        self.panel = SidePanel()
        self.keeper = PanelKeeper(self._desk, self.area.view, self.panel)
        self.filters = FilterCard(self.filter_button, self)
        self.views = ViewCard(self.view_button, self, _SEARCH_WORDS)
        self.saved = SavedSearches(workplace, self.views, self)
        self._middle = QStackedWidget()
        self._lay_out()
        self._connect()
        self._draw_icons()
        self._show_citizen()
        self._show_ticked()

    @property
    def view(self) -> OfferView:
        """The list of offers."""
        return self.area.view

    def open_for(self, case_id: str, filters: GuideFilters | None = None) -> None:
        """Show the guide for a citizen, with the filters that follow from the case; the opening is logged."""

        def begin(citizen: GuideCitizen) -> None:
            self._begin(citizen, preset_for(citizen.profile) if filters is None else filters)

        work = self._desk.open(lambda work: open_citizen(work, case_id))
        self._workplace.run(Road.WRITE, work, begin, self)

    def open_without(self, filters: GuideFilters | None = None) -> None:
        """Show the plain catalogue."""
        self._begin(None, filters or GuideFilters())

    def choose(self, filters: GuideFilters) -> None:
        """Show what these filters let through."""
        regroup = self.citizen is None and filters.target_groups != self.area.filters.target_groups
        self.area.show_filters(filters)
        self.filters.show_filters(filters)
        self.saved.know(filters)
        if self.text.text() != filters.text:
            silent = self.text.blockSignals(True)
            self.text.setText(filters.text)
            self.text.blockSignals(silent)
        if regroup:
            self._want(filters)

    def chosen(self) -> GuideRow | None:
        """The offer that the keyboard stands on."""
        return self.keeper.chosen()

    def show_jobs(self, *, shown: bool) -> None:
        """Go to the vacancies, or back to the offers."""
        (self.jobs_tab if shown else self.offers_tab).setChecked(True)
        self._middle.setCurrentIndex(1 if shown else 0)
        self.panel.setVisible(not shown)
        self.filter_button.setVisible(not shown)
        self.view_button.setVisible(not shown)
        self.text.setPlaceholderText(self.tr("Søg i jobordrer") if shown else self.tr("Søg i tilbud"))
        self.text.setAccessibleName(self.text.placeholderText())

    def place(self) -> str:
        """Whom it is for and what is filtered, for after a lock."""
        case_id = None if self.citizen is None else self.citizen.case_id
        kept = {"case": case_id, "filters": filters_as_json(self.area.filters), "jobs": self.jobs_tab.isChecked()}
        return json.dumps(kept, ensure_ascii=False)

    def come_back(self, place: str) -> None:
        """Show it again."""
        kept = json.loads(place)
        filters = filters_from_json(str(kept.get("filters", "{}")))
        self.show_jobs(shown=bool(kept.get("jobs")))
        if kept.get("case"):
            self.open_for(str(kept["case"]), filters)
        else:
            self.open_without(filters)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed while the page was away."""
        super().showEvent(event)
        self._workplace.current_case = None if self.citizen is None else self.citizen.case_id
        if self._stale:
            self._stale = False
            self.saved.read()
            self.job_desk.read(self.citizen)
            if self._changed:
                self._changed = False
                self._read_citizen()
            else:
                self._want(self._waiting or self.area.filters)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the search. A focus proxy would let Tab pass over everything before it."""
        super().focusInEvent(event)
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search into the list with the arrow down, and let Esc empty the search."""
        if event.key() == Qt.Key.Key_Down and self.text.hasFocus():
            (self.jobs.table if self.jobs_tab.isChecked() else self.view).setFocus()
        elif event.key() == Qt.Key.Key_Escape and self.text.text():
            self.text.clear()
        else:
            super().keyPressEvent(event)

    def _begin(self, citizen: GuideCitizen | None, filters: GuideFilters) -> None:
        self.citizen, self._to_top = citizen, True
        self.doings.know_citizen(citizen)
        self.view.rows.tick_only(())
        if self.isVisible():
            self._workplace.current_case = None if citizen is None else citizen.case_id
        self._show_citizen()
        self.job_desk.read(citizen)
        self._want(filters)

    def _want(self, filters: GuideFilters) -> None:
        """Prepare for whom it is for now, and filter it so."""
        self._waiting = filters
        self.reader.want(self._person(filters))

    def _person(self, filters: GuideFilters) -> CitizenProfile:
        if self.citizen is not None:
            return self.citizen.profile
        groups = filters.target_groups
        return group_profile(next(iter(groups))) if len(groups) == 1 else CitizenProfile()

    def _take(self, counted: Counted, prepared: PreparedGuide) -> None:
        filters = self._waiting or self.area.filters
        self._waiting, self.prepared = None, prepared
        self.doings.know(counted, prepared)
        providers = {each.provider_id: each.provider for each in counted.catalogue.offers if each.provider_id}
        codes = sorted(frozenset().union(*(each.questions for each in counted.catalogue.offers)))
        self.filters.know(
            dict(sorted(providers.items(), key=lambda each: each[1])), {code: topic_of(code) for code in codes}
        )
        self.area.filters = filters
        self.area.show_guide(prepared, counted.catalogue, filters)
        self.choose(filters)
        if self._to_top and self.view.rows.rowCount():
            # For another citizen another offer stands first.
            self.view.go_to(0)
        self._to_top = False
        self.keeper.know(prepared)

    def _show_citizen(self) -> None:
        known = self.citizen is not None
        self.header.show_about(citizen_words(self.citizen.head) if self.citizen else self.tr("uden borger"))
        self.open_case.setVisible(known)
        self.without.setVisible(known)
        self.pick.setVisible(not known)
        self.panel.show_citizen(known=known)

    def _type(self, text: str) -> None:
        self.jobs.search(text)
        self.keeper.wait_for_pause()
        self.choose(replace(self.area.filters, text=text))

    def _show_ticked(self) -> None:
        self.panel.show_ticked(len(self.view.rows.ticked()))

    def _with_chosen(self, what: str) -> None:
        row = self.chosen()
        if row is not None:
            {"profile": self.doings.show_profile, "order": self.doings.order, "plan": self.doings.plan}[what](row)

    def _refresh(self, changes: Changes, _initiator: QObject | None) -> None:
        mine = self.citizen is not None and self.citizen.case_id in changes.cases and changes.kinds & _ABOUT_CITIZEN
        if not changes.kinds & (COUNTED_FROM | _REFERRALS) and not mine:
            return
        if changes.kinds & COUNTED_FROM:
            self.reader.forget()
        if not self.isVisible():
            self._stale, self._changed = True, self._changed or bool(mine)
            return
        if changes.kinds & _REFERRALS:
            self.job_desk.read(self.citizen)
        if mine:
            self._read_citizen()
        elif changes.kinds & COUNTED_FROM:
            self._want(self.area.filters)

    def _read_citizen(self) -> None:
        """The case has changed, such as its match: hold the offers against it anew, with the same filters."""
        if self.citizen is None:
            return
        case_id, filters = self.citizen.case_id, self._waiting or self.area.filters

        def know(citizen: GuideCitizen) -> None:
            if self.citizen is not None and self.citizen.case_id == case_id:
                self.citizen = citizen
                self.doings.know_citizen(citizen)
                self._show_citizen()
                self._want(filters)

        work = self._desk.open(lambda work: read_citizen(work, case_id))
        self._workplace.run(Road.WRITE, work, know, self)

    def _open_case(self) -> None:
        if self.citizen is not None:
            self._workplace.show_citizen(self.citizen.case_id)

    def _pick(self) -> None:
        from ui.shell.citizen_picker import CitizenPicker

        picker = CitizenPicker(self._desk, self.tr("Hvem er guiden for?"), self._workplace.window)
        picker.case_chosen.connect(self.open_for)
        picker.finished.connect(picker.deleteLater)
        picker.open()

    def _connect(self) -> None:
        self.reader.ready.connect(self._take)
        for source in (self.area, self.filters):
            source.filters_changed.connect(self.choose)
        self.saved.wanted.connect(self.choose)
        self.text.textChanged.connect(self._type)
        self.view.opened.connect(lambda shown: self.doings.show_profile(shown.row))
        self.view.ticked_changed.connect(self._show_ticked)
        self.view.tick_refused.connect(
            lambda: self._workplace.warn(self.tr("Højst fire tilbud kan sammenlignes. Fjern et hak først."))
        )
        self.panel.profile_wanted.connect(lambda: self._with_chosen("profile"))
        self.panel.order_wanted.connect(lambda: self._with_chosen("order"))
        self.panel.plan_wanted.connect(lambda: self._with_chosen("plan"))
        self.panel.compare_wanted.connect(lambda: self.doings.compare(self.view.rows.ticked()))
        self.offers_tab.clicked.connect(lambda: self.show_jobs(shown=False))
        self.jobs_tab.clicked.connect(lambda: self.show_jobs(shown=True))
        self.open_case.clicked.connect(self._open_case)
        self.pick.clicked.connect(self._pick)
        self.without.clicked.connect(lambda _checked=False: self.open_without())
        self._desk.runner.changes.changes_made.connect(self._refresh)
        self._workplace.theme.changed.connect(self._draw_icons)

    def _lay_out(self) -> None:
        self.header.add(self.open_case)
        self.header.add(self.without)
        self.header.add(self.pick)
        self.without.setToolTip(self.tr("Vis hele kataloget uden borger"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        below = QHBoxLayout()
        below.setSpacing(0)
        room = QVBoxLayout()
        room.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        room.setSpacing(Space.M)
        room.addLayout(self._tools())
        self._middle.addWidget(self.area)
        self._middle.addWidget(self.jobs)
        room.addWidget(self._middle, stretch=1)
        below.addLayout(room, stretch=1)
        below.addWidget(self.panel)
        column.addLayout(below, stretch=1)
        self.show_jobs(shown=False)

    def _tools(self) -> QHBoxLayout:
        tabs = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for tab in (self.offers_tab, self.jobs_tab):
            tab.setProperty("role", "tab")
            tab.setCheckable(True)
            tab.setAccessibleName(self.tr("Vis: {name}").format(name=tab.text()))
            tabs.addButton(tab)
            row.addWidget(tab)
        self.text.setClearButtonEnabled(True)
        row.addWidget(self.text, stretch=1)
        row.addWidget(self.filter_button)
        row.addWidget(self.view_button)
        return row

    def _draw_icons(self) -> None:
        colours, ratio = self._workplace.theme.colours, self.devicePixelRatioF()
        for icon, button in ((Icon.FILTER, self.filter_button), (Icon.SAVED, self.view_button)):
            button.setIcon(icon_before_text(icon, colours.ink, ratio))
