"""Skal overdrages: citizens who began or ended an offer, and whose case lies in the other unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from app.cases.offer_unit import DueHandOver, SetOfferUnit, set_offer_unit
from ui.danish_dates import full_date
from ui.lists.cell import Cell, Ink
from ui.lists.fact_model import FactColumn
from ui.lists.fact_table import FactTable, on_card
from ui.operation import Road
from ui.team.tab import TeamTab
from ui.team.words import cases_words
from ui.theme.labels import caption
from ui.theme.tokens import Space, Tone

if TYPE_CHECKING:
    from app.changes import Done
    from app.work import Work
    from ui.shell.workplace import Workplace
    from ui.team.team_read import TeamFacts

_OUT = "Borgeren er i tilbud"
_BACK = "Tilbuddet er slut"


def _why(due: DueHandOver) -> Cell:
    if due.back:
        return Cell("tilbage", _BACK, Tone.GREY)
    until = f" · til {due.until:%d.%m.%y}" if due.until else ""
    return Cell("i tilbud", f"{due.placement or ''}{until}", Tone.BLUE)


def _to(due: DueHandOver) -> Cell:
    if due.to_name:
        return Cell(due.to_name, due.to_unit_name, ink=Ink.PLAIN)
    return Cell("Uden tovholder", due.to_unit_name, ink=Ink.PLAIN)


_COLUMNS = (
    FactColumn[DueHandOver](
        "Borger", 216, lambda due: Cell(due.name, full_date(due.born), ink=Ink.STRONG), lambda due: due.name
    ),
    FactColumn[DueHandOver]("Hvorfor", 300, _why, lambda due: (due.back, due.placement or "")),
    FactColumn[DueHandOver]("Fra", 130, lambda due: Cell(due.from_name or "–"), lambda due: due.from_name),
    FactColumn[DueHandOver]("Til", 290, _to, lambda due: due.to_name or ""),
)


class HandOverTab(TeamTab):
    """Which unit follows citizens in offers is chosen here, and `unit_chosen` says so; without one nothing is asked."""

    unit_chosen = Signal()
    title = "Skal overdrages"

    def __init__(self, workplace: Workplace) -> None:
        """Make the tab without cases."""
        super().__init__(workplace, "")
        self.cases: FactTable[DueHandOver] = FactTable(workplace.theme, self.tr("Skal overdrages"), _COLUMNS, many=True)
        self.some = self.button("")
        self.all = self.button("", primary=True)
        self.unit = QComboBox()
        self.unit.setAccessibleName(self.tr("Enhed, der følger borgere i tilbud"))
        self._units: list[str | None] = []
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        label = caption(self.tr("Enhed, der følger borgere i tilbud"), "label")
        label.setBuddy(self.unit)
        row.addWidget(label)
        row.addWidget(self.unit)
        row.addStretch()
        self.column.addLayout(row)
        self.column.addWidget(on_card(self.cases, self.tr("Ingen sager skal flyttes.")), stretch=1)
        self.cases.marked.connect(self._show_marked)
        self.cases.opened.connect(lambda due: workplace.show_citizen(due.case_id))
        self.some.clicked.connect(lambda: self.hand_over(self.cases.marked_facts()))
        self.all.clicked.connect(lambda: self.hand_over(self.cases.rows.facts()))
        self.unit.activated.connect(self._choose_unit)
        self._show_marked()

    def show_facts(self, facts: TeamFacts) -> None:
        """Show who is to go where."""
        self._units = [None, *facts.units]
        self.unit.clear()
        self.unit.addItems([self.tr("Ingen enhed"), *facts.units.values()])
        self.unit.setCurrentIndex(self._units.index(facts.offer_unit) if facts.offer_unit in self._units else 0)
        self.cases.take(facts.hand_overs, lambda due: due.case_id)
        if facts.offer_unit is None:
            self.say_about(
                self.tr(
                    "Har I en enhed, der følger borgere i tilbud? Vælg den, så står sagerne, der skal flyttes, her."
                )
            )
        else:
            self.say_about(self.tr("Sagerne ligger i den forkerte enhed. Overdragelsen får en begrundelse i sagen."))

    def count(self, _facts: TeamFacts) -> int | None:
        """How many lie in the wrong unit."""
        return len(_facts.hand_overs) if _facts.offer_unit is not None else None

    def hand_over(self, due: Sequence[DueHandOver]) -> None:
        """Hand these over, all or none, with a way back."""
        if not due:
            return
        from app.cases.change_holders import TakeBackHolders, holdings_in, take_back_holders

        today, desk = self.workplace.desk.clock.today(), self.workplace.desk

        def change(work: Work) -> Done:
            from app.cases.change_holders import ChangeHolders, Share, change_holders

            done = [
                change_holders(
                    work,
                    ChangeHolders(tuple(Share(*to, cases) for to, cases in shares.items()), today, reason),
                )
                for reason, shares in _by_reason(due).items()
            ]
            return done[-1]

        def undo(done: Done) -> None:
            back = desk.use(take_back_holders, TakeBackHolders(holdings_in(done)))
            self.workplace.run(Road.WRITE, back, lambda _: self.workplace.say(self.tr("Det er fortrudt.")), self)

        def say(done: Done) -> None:
            words = self.tr("{cases} er overdraget.").format(cases=cases_words(len(due)))
            self.workplace.say(words, lambda: undo(done))

        self.workplace.run(Road.WRITE, desk.write("change_holders", change), say, self)

    def _show_marked(self) -> None:
        marked, whole = len(self.cases.marked_facts()), self.cases.rows.rowCount()
        self.some.setText(self.tr("Overdrag markerede {count}").format(count=marked or "").strip())
        self.some.setEnabled(marked > 0)
        self.all.setText(self.tr("Overdrag alle {count}").format(count=whole or "").strip())
        self.all.setEnabled(whole > 0)

    def _choose_unit(self, place: int) -> None:
        work = self.workplace.desk.use(set_offer_unit, SetOfferUnit(self._units[place]))
        self.workplace.run(Road.WRITE, work, lambda _: self.unit_chosen.emit(), self)


def _by_reason(
    due: Sequence[DueHandOver],
) -> Mapping[str, Mapping[tuple[str | None, str], tuple[str, ...]]]:
    """The cases by why and to whom."""
    found: defaultdict[str, defaultdict[tuple[str | None, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for each in due:
        found[_BACK if each.back else _OUT][each.to_worker_id, each.to_unit_id].append(each.case_id)
    return {reason: {to: tuple(cases) for to, cases in shares.items()} for reason, shares in found.items()}
