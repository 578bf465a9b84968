"""Jobordrer: vacancies by industry and place beside the offers, and whom we have sent to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.cases.names import search_text
from app.guide.job_orders import JobOrder, Referral
from ui.danish_dates import full_date
from ui.guide.entrance import Entrance, Option
from ui.lists.cell import Cell, Ink
from ui.lists.fact_model import FactColumn
from ui.lists.fact_table import FactTable, on_card
from ui.theme.labels import caption, stored
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Tone

if TYPE_CHECKING:
    from ui.guide.guide_read import GuideCitizen

_SOON = 7


class JobOrdersView(QWidget):
    """`referral_wanted` carries the vacancy that the citizen is to be sent to, `result_wanted` a referral."""

    referral_wanted = Signal(object)
    result_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it without vacancies."""
        super().__init__(parent)
        self._orders: tuple[JobOrder, ...] = ()
        self._text = ""
        self._known = False
        self.industry, self.place = Entrance(self.tr("Branche")), Entrance(self.tr("Sted"))
        self.table = FactTable(theme, self.tr("Jobordrer"), _order_columns())
        self.sent = FactTable(theme, self.tr("Henvisninger af borgeren"), _referral_columns())
        self.refer = QPushButton(self.tr("Henvis borgeren"))
        self.refer.setProperty("role", "primary")
        self.result = QPushButton(self.tr("Registrér resultat"))
        self._count = stored("", "muted")
        self._hint = stored("", "muted")
        self._sent_heading = caption(self.tr("Henvisninger"), "strong")
        self._sent_card = on_card(self.sent, self.tr("Borgeren er ikke henvist til et job endnu."))
        self._lay_out()
        for entrance in (self.industry, self.place):
            entrance.chosen.connect(lambda _: self._narrow())
        self.table.marked.connect(self._show_buttons)
        self.sent.marked.connect(self._show_buttons)
        self.refer.clicked.connect(lambda: self._emit(self.referral_wanted.emit, self.table.marked_facts()))
        self.result.clicked.connect(lambda: self._emit(self.result_wanted.emit, self.sent.marked_facts()))
        self.table.opened.connect(self._open_order)
        self.sent.opened.connect(self._open_referral)
        self.show_citizen(None, ())

    def show_orders(self, orders: Sequence[JobOrder]) -> None:
        """Show the vacancies that can still be applied for."""
        self._orders = tuple(orders)
        self._narrow()

    def show_citizen(self, citizen: GuideCitizen | None, referrals: Sequence[Referral]) -> None:
        """Show where the citizen has been sent."""
        self._known = citizen is not None
        self.sent.take(tuple(referrals), lambda referral: referral.id)
        waiting = [number for number, each in enumerate(referrals) if each.result is None]
        if waiting and not self.sent.marked_facts():
            self.sent.selectRow(waiting[0])
        shown = bool(referrals)
        for widget in (self._sent_heading, self._sent_card, self.result):
            widget.setVisible(shown)
        self._sent_card.setFixedHeight(Size.GROUP_ROW + Size.ROW * min(max(len(referrals), 1), 3) + Space.S)
        self.refer.setVisible(self._known)
        self._hint.setText("" if self._known else self.tr("Åbn guiden fra en borger for at henvise."))
        self._show_buttons()

    def search(self, text: str) -> None:
        """Narrow by what is typed: title, company, place or reference number."""
        self._text = text
        self._narrow()

    def shown(self) -> tuple[JobOrder, ...]:
        """The vacancies that are seen, from above."""
        return tuple(self.table.rows.facts())

    def _narrow(self) -> None:
        industry, place, words = self.industry.value(), self.place.value(), search_text(self._text).split()
        typed = [each for each in self._orders if all(word in _searched(each) for word in words)]
        of_industry = [each for each in typed if industry in {None, each.industry_id}]
        of_place = [each for each in typed if place in {None, each.place}]
        industries = {each.industry_id: each.industry for each in self._orders if each.industry_id and each.industry}
        counts = Counter(each.industry_id for each in of_place)
        options = [Option(key, name, counts[key]) for key, name in sorted(industries.items(), key=lambda each: each[1])]
        self.industry.offer([Option(None, self.tr("Alle brancher"), len(of_place)), *options], industry)
        places = sorted({each.place for each in self._orders if each.place}, key=search_text)
        by_place = Counter(each.place for each in of_industry)
        self.place.offer(
            [Option(None, self.tr("Alle steder"), len(of_industry)), *(Option(p, p, by_place[p]) for p in places)],
            place,
        )
        shown = [each for each in of_industry if place in {None, each.place}]
        self.table.empty = self.tr("Ingen jobordrer passer.") if self._orders else self.tr("Der er ingen jobordrer nu.")
        self.table.take(shown, lambda order: order.id)
        if shown and not self.table.marked_facts():
            self.table.selectRow(0)
        self._count.setText(self.tr("{shown} af {all} jobordrer.").format(shown=len(shown), all=len(self._orders)))
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.refer.setEnabled(self._known and bool(self.table.marked_facts()))
        self.result.setEnabled(any(each.result is None for each in self.sent.marked_facts()))

    def _emit(self, tell: Callable[[object], None], facts: Sequence[object]) -> None:
        if facts:
            tell(facts[0])

    def _open_order(self, order: JobOrder) -> None:
        if self._known:
            self.referral_wanted.emit(order)

    def _open_referral(self, referral: Referral) -> None:
        if referral.result is None:
            self.result_wanted.emit(referral)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        entrances = QHBoxLayout()
        entrances.setSpacing(Space.M)
        entrances.addWidget(self.industry, stretch=1)
        entrances.addWidget(self.place, stretch=1)
        entrances.addStretch(1)
        column.addLayout(entrances)
        column.addWidget(self._count)
        column.addWidget(on_card(self.table, ""), stretch=1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.refer)
        buttons.addWidget(self._hint)
        buttons.addStretch()
        column.addLayout(buttons)
        column.addWidget(self._sent_heading)
        column.addWidget(self._sent_card)
        under = QHBoxLayout()
        under.addWidget(self.result)
        under.addStretch()
        column.addLayout(under)


def _searched(order: JobOrder) -> str:
    return search_text(" ".join(filter(None, (order.title, order.company, order.place, order.order_ref))))


def _order_columns() -> tuple[FactColumn[JobOrder], ...]:
    return (
        FactColumn("Nr.", 84, lambda each: Cell(each.order_ref, ink=Ink.PLAIN), lambda each: each.order_ref),
        FactColumn("Stilling", 260, _title, lambda each: search_text(each.title)),
        FactColumn("Branche", 176, lambda each: Cell(each.industry or "–"), lambda each: each.industry),
        FactColumn("Sted", 120, lambda each: Cell(each.place or "–"), lambda each: each.place),
        FactColumn("Timer", 66, lambda each: Cell(_number(each.weekly_hours)), lambda each: each.weekly_hours),
        FactColumn("Starter", 96, lambda each: Cell(_day(each.starts_on)), lambda each: each.starts_on),
        FactColumn("Søg senest", 168, _apply_by, lambda each: each.apply_by),
    )


def _referral_columns() -> tuple[FactColumn[Referral], ...]:
    return (
        FactColumn("Nr.", 84, lambda each: Cell(each.order_ref, ink=Ink.PLAIN), lambda each: each.order_ref),
        FactColumn(
            "Stilling", 260, lambda each: Cell(each.title, each.company or "", ink=Ink.STRONG), lambda each: each.title
        ),
        FactColumn("Henvist", 96, lambda each: Cell(_day(each.referred_on)), lambda each: each.referred_on),
        FactColumn("Følg op", 96, lambda each: Cell(_day(each.follow_up_on)), lambda each: each.follow_up_on),
        FactColumn("Resultat", 170, _result, lambda each: each.words),
    )


def _title(order: JobOrder) -> Cell:
    return Cell(order.title, order.company or "", ink=Ink.STRONG)


def _apply_by(order: JobOrder) -> Cell:
    if order.apply_by is None or order.days_left is None:
        return Cell("løbende")
    days = {0: "i dag", 1: "1 dag"}.get(order.days_left, f"{order.days_left} dage")
    tone = Tone.AMBER if order.days_left <= _SOON else Tone.GREY
    return Cell(days, _day(order.apply_by), tone)


def _result(referral: Referral) -> Cell:
    tone = Tone.AMBER if referral.result is None else Tone.GREY
    return Cell(referral.words, "" if referral.result_on is None else _day(referral.result_on), tone)


def _number(number: int | None) -> str:
    return "–" if number is None else str(number)


def _day(day: date | None) -> str:
    return "–" if day is None else full_date(day)
