"""Sager: the caseload, whose of it is shown and what narrows it, and what is done with the marked ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.cases.caseload_choice import CaseloadChoice, Filters, Scope
from app.cases.caseload_index import CaseloadIndex, Shown
from app.cases.caseload_row import CaseColumn, Deadline
from ui.cases.caseload_reader import CaseloadReader
from ui.cases.caseload_view import CaseloadView
from ui.cases.column_card import ColumnCard
from ui.cases.filter_card import FilterCard
from ui.cases.filter_chips import FilterChips
from ui.cases.kept_choices import KeptChoices
from ui.cases.list_output import ListOnScreen, ListOutput
from ui.cases.marked_bar import MarkedBar
from ui.cases.scope_tabs import ScopeTabs
from ui.lists.view_card import ViewCard
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.theme.icons import Icon, icon_before_text
from ui.theme.labels import caption, frame
from ui.theme.tokens import Space

if TYPE_CHECKING:
    from app.changes import Changes
    from ui.shell.workplace import Workplace

# In these lists the holder is the same in every row.
_ONE_HOLDER: Final = {Scope.MINE: frozenset({CaseColumn.HOLDER}), Scope.UNASSIGNED: frozenset({CaseColumn.HOLDER})}
_ABOUT_WORKERS: Final = frozenset({"caseworker", "org_unit", "housing_area"})


class CasesPage(QWidget):
    """Keeps the choice, and shows what the reader answers."""

    def __init__(self, workplace: Workplace) -> None:
        """Make the page; the caseload is read when it is first seen."""
        super().__init__()
        self._workplace = workplace
        self.choice = CaseloadChoice()
        self._stale = True
        self._deadlines: Mapping[str, Deadline] = {}
        self._today = workplace.desk.clock.today()
        self.view = CaseloadView(workplace.theme)
        self.scopes = ScopeTabs()
        self.text = QLineEdit()
        self.together = QCheckBox(self.tr("&Saml husstand"))
        self._buttons = {
            Icon.FILTER: QPushButton(self.tr("Filtre")),
            Icon.SAVED: QPushButton(self.tr("Visninger")),
            Icon.COLUMNS: QPushButton(self.tr("Kolonner")),
            Icon.IMPORT: QPushButton(self.tr("Eksportér …")),
            Icon.PRINT: QPushButton(self.tr("Udskriv …")),
        }
        self.filters = FilterCard(self._buttons[Icon.FILTER], self)
        self.views = ViewCard(self._buttons[Icon.SAVED], self)
        self.columns = ColumnCard(self._buttons[Icon.COLUMNS], self)
        self.chips = FilterChips(workplace.theme)
        self.bar = MarkedBar(workplace.offered())
        self.output = ListOutput(workplace, self)
        self.reader = CaseloadReader(workplace, self)
        self.kept = KeptChoices(workplace, self)
        self._list = QStackedWidget()
        self._nothing = caption("", "muted", wrap=True)
        self._lay_out()
        self._connect()
        self._draw_icons()

    def choose(self, choice: CaseloadChoice) -> None:
        """Show another choice, here and in everything that says what is chosen."""
        self.choice = choice
        self.scopes.show_chosen(choice.scope)
        self.filters.show_filters(choice.filters)
        self.chips.show_filters(choice.filters)
        self.together.setChecked(choice.together)
        self.view.hide_here(_ONE_HOLDER.get(choice.scope, frozenset()))
        self.view.show_sorted(choice.sort_by, descending=choice.descending)
        self.reader.ask(choice)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed while the page was away."""
        super().showEvent(event)
        self.reader.see_anew()
        if self._stale:
            self._stale = False
            self.kept.read()
            self.reader.load()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the filter. A focus proxy would let Tab pass over everything before it."""
        super().focusInEvent(event)
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the filter into the list with the arrow down, and let Esc empty the filter."""
        if event.key() == Qt.Key.Key_Down and self.text.hasFocus() and self.view.rows.rowCount():
            if not self.view.currentIndex().isValid():
                self.view.selectRow(0)
            self.view.setFocus()
        elif event.key() == Qt.Key.Key_Escape and self.text.text():
            self.text.clear()
        else:
            super().keyPressEvent(event)

    def on_screen(self) -> ListOnScreen:
        """What is seen, to be written or printed."""
        return ListOnScreen(tuple(self.view.rows.shown()), self.view.shown_columns(), self._deadlines, self._today)

    def empty_text(self) -> str:
        """What is said where nobody is shown."""
        return self._nothing.text()

    def _show_loaded(self, index: CaseloadIndex, counts: Mapping[Scope, int]) -> None:
        self._today = self._workplace.desk.clock.today()
        kept = {row.case_id for row in self.view.marked_rows()}
        self.view.take_rows(index.rows, self._today, kept)
        self.scopes.show_counts(counts)
        areas = {row.area_id: row.area_name for row in index.rows if row.area_id and row.area_name}
        ordered = dict(sorted(areas.items(), key=lambda area: area[1]))
        self.filters.know_areas(ordered)
        self.chips.know_areas(ordered)

    def _show_answer(self, _choice: CaseloadChoice, shown: Shown) -> None:
        self.view.show_order(shown.rows, shown.together)
        self._list.setCurrentIndex(0 if shown.rows else 1)
        if not shown.rows:
            self._nothing.setText(self._empty_words())

    def _know_deadlines(self, deadlines: Mapping[str, Deadline]) -> None:
        self._deadlines = deadlines
        self.view.rows.take_deadlines(deadlines)

    def _empty_words(self) -> str:
        if self.choice.text.strip() or self.choice.filters != Filters():
            return self.tr("Ingen passer til det, du har skrevet eller valgt.")
        return {
            Scope.MINE: self.tr("Du er ikke tovholder for nogen."),
            Scope.TEAM: self.tr("Ingen sager hører til din enhed."),
            Scope.UNASSIGNED: self.tr("Alle borgere har en tovholder."),
            Scope.CLOSED: self.tr("Ingen sager er afsluttet."),
        }.get(self.choice.scope, self.tr("Der er ingen sager endnu. Opret en borger, eller indlæs en fil."))

    def _sort(self, column: CaseColumn) -> None:
        descending = column is self.choice.sort_by and not self.choice.descending
        self.choose(replace(self.choice, sort_by=column, descending=descending))

    def _act(self, action: CaseAction) -> None:
        cases = tuple(row.case_id for row in self.view.marked_rows())
        if not cases:
            return
        if action is CaseAction.OPEN_CITIZEN:
            self._workplace.show_citizen(cases[0])
        else:
            self._workplace.do(action, Subject(cases))

    def _show_marked(self) -> None:
        self.bar.show_numbers(self.view.rows.rowCount(), len(self.view.selectionModel().selectedRows()))

    def _refresh(self, changes: Changes, _initiator: QObject | None) -> None:
        if not changes.cases and not changes.kinds & _ABOUT_WORKERS:
            return
        if self.isVisible():
            self.reader.load()
        else:
            self._stale = True

    def _connect(self) -> None:
        self.scopes.scope_chosen.connect(lambda scope: self.choose(replace(self.choice, scope=scope)))
        self.text.textChanged.connect(self._type)
        self.together.toggled.connect(lambda on: self._gather(together=on))
        for source in (self.filters, self.chips):
            source.filters_changed.connect(lambda filters: self.choose(replace(self.choice, filters=filters)))
        self.view.opened.connect(self._workplace.show_citizen)
        self.view.sort_wanted.connect(self._sort)
        self.view.marked.connect(self._show_marked)
        self.view.layout_changed.connect(lambda: self.kept.keep_layout(self.view.layout_now()))
        self.columns.layout_wanted.connect(self.kept.keep_layout)
        self.kept.layout_known.connect(self.view.show_layout)
        self.kept.layout_known.connect(self.columns.show_layout)
        self.bar.action_wanted.connect(self._act)
        self.reader.loaded.connect(self._show_loaded)
        self.reader.answered.connect(self._show_answer)
        self.reader.deadlines_known.connect(self._know_deadlines)
        self._buttons[Icon.IMPORT].clicked.connect(lambda: self.output.ask_for_file(self.on_screen()))
        self._buttons[Icon.PRINT].clicked.connect(lambda: self.output.ask_for_printer(self.on_screen()))
        self._workplace.desk.runner.changes.changes_made.connect(self._refresh)
        self._workplace.theme.changed.connect(self._draw_icons)

    def _type(self, text: str) -> None:
        # Nothing else on the page depends on what is typed, and a keystroke has no time to lose.
        self.choice = replace(self.choice, text=text)
        self.reader.ask(self.choice)

    def _gather(self, *, together: bool) -> None:
        if together is not self.choice.together:
            self.choose(replace(self.choice, together=together))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_header())
        room = QVBoxLayout()
        room.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        room.setSpacing(Space.M)
        room.addLayout(self._choices())
        room.addLayout(self._tools())
        room.addWidget(self.chips)
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self._list, stretch=1)
        inside.addWidget(self.bar)
        self._list.addWidget(self.view)
        self._list.addWidget(self._empty())
        room.addWidget(card, stretch=1)
        column.addLayout(room, stretch=1)
        self.bar.show_numbers(0, 0)

    def _make_header(self) -> QWidget:
        header = self._workplace.header(self.tr("Sager"))
        if CaseAction.RECEIVE in self._workplace.offered():
            new = QPushButton(self.tr("Ny borger"))
            new.setProperty("role", "primary")
            new.clicked.connect(lambda: self._workplace.do(CaseAction.RECEIVE, Subject(())))
            header.add(new)
        return header

    def _choices(self) -> QHBoxLayout:
        self.text.setPlaceholderText(self.tr("Filtrér på navn eller fødselsdag"))
        self.text.setAccessibleName(self.tr("Filtrér på navn eller fødselsdag"))
        self.text.setClearButtonEnabled(True)
        self.together.setToolTip(self.tr("Ægtefæller og samlevere står under hinanden (Alt+S)"))
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.scopes)
        row.addWidget(self.text, stretch=1)
        return row

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for icon in (Icon.FILTER, Icon.SAVED, Icon.COLUMNS):
            row.addWidget(self._buttons[icon])
        row.addSpacing(Space.XS)
        row.addWidget(self.together)
        row.addStretch()
        for icon in (Icon.IMPORT, Icon.PRINT):
            row.addWidget(self._buttons[icon])
        return row

    def _empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._nothing)
        column.addStretch()
        return page

    def _draw_icons(self) -> None:
        colours, ratio = self._workplace.theme.colours, self.devicePixelRatioF()
        for icon, button in self._buttons.items():
            button.setIcon(icon_before_text(icon, colours.ink, ratio))
