"""Regler: every rule in force, to be searched and read in full."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.rules.book import standard_rule_book
from app.rules.in_force import RuleInForce, rules_in_force
from ui.operation import Road
from ui.settings.rule_table_view import RuleTableView
from ui.settings.rule_table_words import LEGAL_CHECK, class_words, facts, fitting
from ui.shell.begin_at import begin_at
from ui.theme.labels import caption, chip, frame, stored
from ui.theme.tokens import Size, Space, Tone

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace


class RuleTablePage(QWidget):
    """A table, and beside it the full text of the rule that is chosen."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Make the page; the rules are read beside it."""
        super().__init__(parent)
        self._lines: tuple[RuleInForce, ...] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Søg i reglerne"))
        self.search.setAccessibleName(self.tr("Søg i reglerne"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(Size.SEARCH)
        self.only_to_check = QCheckBox()
        self.table = RuleTableView(workplace.theme)
        self._count = caption("", "muted")
        self._text = QScrollArea()
        self._lay_out(workplace)
        begin_at(self, self.search)
        self.search.textChanged.connect(self._show_lines)
        self.only_to_check.toggled.connect(self._show_lines)
        self.table.rule_chosen.connect(self._show_rule)
        today = workplace.desk.clock.today()
        workplace.run(Road.READ, lambda: _read(today), self._take_in, self)

    def show_kind(self, kind: str) -> None:
        """Choose the first rule of a kind, from a row of the queue that asks for it."""
        self.search.clear()
        self.only_to_check.setChecked(False)
        for number, line in enumerate(self._lines):
            if line.rule.kind == kind:
                self.table.selectRow(number)
                return

    def shown_text(self) -> str:
        """What the panel says, for a test to read."""
        page = self._text.widget()
        return page.accessibleDescription() if page is not None else ""

    def _take_in(self, lines: tuple[RuleInForce, ...]) -> None:
        self._lines = lines
        to_check = sum(line.rule.legal_check for line in lines)
        words = self.tr("Kun {check} ({count})").format(check=LEGAL_CHECK, count=to_check)
        self.only_to_check.setText(words)
        self._show_lines()

    def _show_lines(self) -> None:
        found = fitting(self._lines, self.search.text(), only_to_check=self.only_to_check.isChecked())
        self._count.setText(self.tr("{shown} af {all} regler").format(shown=len(found), all=len(self._lines)))
        self.table.show_lines(found)

    def _show_rule(self, line: RuleInForce | None) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        if line is None:
            column.addWidget(caption(self.tr("Ingen regel er valgt."), "muted", wrap=True))
        else:
            column.addWidget(stored(line.rule.label, "heading", wrap=True))
            chips = QHBoxLayout()
            chips.setSpacing(Space.XS)
            chips.addWidget(chip(class_words(line.rule), Tone.GREY))
            if line.rule.legal_check:
                chips.addWidget(chip(LEGAL_CHECK, Tone.AMBER))
            chips.addStretch()
            column.addLayout(chips)
            said = facts(line)
            for heading, text in said:
                pair = QVBoxLayout()
                pair.setSpacing(2)
                pair.addWidget(caption(heading, "fine"))
                label = stored(text, wrap=True)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                pair.addWidget(label)
                column.addLayout(pair)
            page.setAccessibleDescription("\n".join((line.rule.label, *(f"{name}: {text}" for name, text in said))))
        column.addStretch()
        self._text.setWidget(page)

    def _lay_out(self, workplace: Workplace) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(workplace.header(self.tr("Regler")))
        below = QHBoxLayout()
        below.setSpacing(0)
        room = QVBoxLayout()
        room.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        room.setSpacing(Space.M)
        choices = QHBoxLayout()
        choices.setSpacing(Space.L)
        choices.addWidget(self.search)
        choices.addWidget(self.only_to_check)
        choices.addStretch()
        choices.addWidget(self._count)
        room.addLayout(choices)
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        room.addWidget(card, stretch=1)
        below.addLayout(room, stretch=1)
        below.addWidget(self._side())
        column.addLayout(below, stretch=1)

    def _side(self) -> QFrame:
        side = frame("side")
        side.setFixedWidth(Size.WHY_PANEL)
        self._text.setAccessibleName(self.tr("Reglen"))
        self._text.setWidgetResizable(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(side)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._text)
        return side


def _read(today: date) -> tuple[RuleInForce, ...]:
    return rules_in_force(standard_rule_book(), today)
