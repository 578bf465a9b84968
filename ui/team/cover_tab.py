"""Vikar: who stands in for whom, now and to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cases.covers import Cover
from app.cases.workers import EndCover, end_cover
from ui.lists.cell import Cell, Ink
from ui.lists.fact_model import FactColumn
from ui.lists.fact_table import FactTable, on_card
from ui.operation import Road
from ui.team.tab import TeamTab
from ui.team.team_forms import cover_form
from ui.team.words import cover_words, period_words
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace
    from ui.team.team_read import TeamFacts


class CoverTab(TeamTab):
    """A list, a new one, and the end of one."""

    title = "Vikar"

    def __init__(self, workplace: Workplace) -> None:
        """Make the tab without covers."""
        super().__init__(
            workplace,
            self.tr("En vikar ser og kan behandle en andens kø under Mine. Tovholderen er den samme som før."),
        )
        today = workplace.desk.clock.today()
        columns = (
            FactColumn[Cover](
                "Hvornår",
                130,
                lambda cover: Cell("nu", "", Tone.GREEN) if cover.runs_on(today) else Cell("senere", "", Tone.GREY),
                lambda cover: cover.from_on,
            ),
            FactColumn[Cover](
                "Periode", 200, lambda cover: Cell(period_words(cover.from_on, cover.to_on)), lambda cover: cover.to_on
            ),
            FactColumn[Cover](
                "Fraværende", 150, lambda cover: Cell(cover.for_name, ink=Ink.STRONG), lambda cover: cover.for_name
            ),
            FactColumn[Cover](
                "Vikar", 150, lambda cover: Cell(cover.by_name, ink=Ink.STRONG), lambda cover: cover.by_name
            ),
            FactColumn[Cover](
                "Det betyder",
                420,
                lambda cover: Cell(cover_words(cover.for_name, cover.by_name, cover.from_on, cover.to_on)),
                lambda cover: cover.from_on,
            ),
        )
        self.covers: FactTable[Cover] = FactTable(workplace.theme, self.tr("Vikarer"), columns)
        self.end = self.button(self.tr("Afslut i dag"))
        self.new = self.button(self.tr("Ny vikar …"), primary=True)
        self.column.addWidget(on_card(self.covers, self.tr("Ingen er vikar for nogen.")), stretch=1)
        self.covers.marked.connect(self._show_marked)
        self.new.clicked.connect(lambda: workplace.forms.open(cover_form()))
        self.end.clicked.connect(self._end)
        self._show_marked()

    def show_facts(self, facts: TeamFacts) -> None:
        """Show who stands in for whom."""
        self.covers.take(facts.covers, lambda cover: cover.id)

    def count(self, _facts: TeamFacts) -> int | None:
        """How many run or are to come."""
        return len(_facts.covers)

    def _show_marked(self) -> None:
        today = self.workplace.desk.clock.today()
        marked = self.covers.marked_facts()
        self.end.setEnabled(bool(marked) and marked[0].from_on <= today < marked[0].to_on)

    def _end(self) -> None:
        (cover,) = self.covers.marked_facts()
        desk, today = self.workplace.desk, self.workplace.desk.clock.today()

        def undo() -> None:
            back = desk.use(end_cover, EndCover(cover.id, cover.to_on))
            self.workplace.run(Road.WRITE, back, lambda _: self.workplace.say(self.tr("Det er fortrudt.")), self)

        words = self.tr("{by} er ikke længere vikar for {away} efter i dag.").format(
            by=cover.by_name, away=cover.for_name
        )
        work = desk.use(end_cover, EndCover(cover.id, today))
        self.workplace.run(Road.WRITE, work, lambda _: self.workplace.say(words, undo), self)
