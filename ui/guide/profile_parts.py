"""What stands under each tab of an offer's profile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.guide.figures import RELIABILITIES, Level, OfferFigure
from app.guide.question_topics import topic_of
from app.guide.ranking import GuideRow, why_here
from app.guide.words import kroner
from ui.danish_dates import full_date
from ui.guide.guide_words import (
    CRITERIA,
    free_words,
    interval_words,
    length_words,
    percent,
    places_in_full,
    price_words,
    share_words,
)
from ui.guide.side_panel import TONES
from ui.lists.cell import Cell, Ink
from ui.lists.fact_model import FactColumn
from ui.lists.fact_table import FactTable, on_card
from ui.theme.labels import caption, chip, frame, stored
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space

if TYPE_CHECKING:
    from app.guide.offer_profile import OfferProfile

_UNTOLD = "Det er ikke oplyst."


def purpose_part(row: GuideRow, profile: OfferProfile) -> QWidget:
    """Formål og indhold."""
    return _facts(
        (
            ("Formål", profile.purpose),
            ("Indhold", profile.content),
            ("For hvem", profile.for_whom),
            ("Ikke for", profile.not_for_whom),
            ("Varighed", length_words(row.offer)),
            ("Holdstørrelse", profile.group_size),
            ("Personale", profile.staff),
            ("Sprog", profile.language),
            ("Kontakt til virksomheder", profile.company_contact),
            ("Kan afklare", "\n".join(topic_of(question.code, question.text) for question in profile.questions)),
            ("Tilbagemelding", profile.reported_back),
            ("Kan kombineres med", profile.combines_with),
            ("Strategi", profile.approach),
            ("Lovgrundlag", profile.legal_basis),
        )
    )


def demands_part(row: GuideRow, profile: OfferProfile) -> QWidget:
    """Krav: what is asked for, and how the citizen stands to it where one is known."""
    page, grid = _grid()
    for number, criterion in enumerate(row.criteria):
        mark = chip(CRITERIA[criterion.state], TONES[criterion.state])
        grid.addWidget(mark, number, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        version = "" if criterion.version_on is None else f"gældende fra {full_date(criterion.version_on)}"
        under = " · ".join(part for part in (criterion.why, version) if part)
        grid.addWidget(_two(criterion.text, under), number, 1)
    at = len(row.criteria)
    told = (("Ved start", profile.demands), ("Prøver", profile.tests))
    for heading, text in (each for each in told if each[1]):
        grid.addWidget(stored(heading, "muted"), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(stored(text or "", wrap=True), at, 1)
        at += 1
    if not at:
        grid.addWidget(caption("Tilbuddet stiller ingen krav.", "muted"), 0, 0, 1, 2)
    return page


def results_part(theme: Theme, row: GuideRow, measures: Mapping[Level, OfferFigure], as_of: date | None) -> QWidget:
    """Resultater: the sentence, and the figures from the citizen's own group to everybody."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.L)
    column.setSpacing(Space.M)
    box = frame("reason")
    inside = QVBoxLayout(box)
    inside.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
    inside.addWidget(stored(why_here(row, as_of), wrap=True))
    column.addWidget(box)
    table = FactTable(theme, "Resultater efter gruppe", _columns())
    table.take(tuple(measures.values()), lambda figure: figure.group_used.level)
    card = on_card(table, "Ingen har afsluttet tilbuddet endnu.")
    card.setFixedHeight(Size.GROUP_ROW + Size.ROW * max(len(measures), 2) + Space.S)
    column.addWidget(card)
    words = (
        "Skønnet er andelen i job eller uddannelse 6 måneder efter. Det læner sig mod lignende tilbud, hvor der er få "
        "borgere; intervallet rummer det rigtige tal i 9 af 10 tilfælde. Også de, der faldt fra, tæller med."
    )
    column.addWidget(caption(words, "fine", wrap=True))
    column.addStretch()
    return page


def starts_part(row: GuideRow, profile: OfferProfile) -> QWidget:
    """Starter og pladser."""
    starts = [_start_words(start.on, start.free_places) for start in profile.starts]
    weeks = row.offer.waiting_weeks
    waiting = None if weeks is None else ("ingen" if not weeks else f"{weeks} uger")
    parts = [
        ", ".join(filter(None, (part.title, _weeks(part.weeks), None if part.price is None else kroner(part.price))))
        for part in profile.part_services
    ]
    return _facts(
        (
            ("Starter", "\n".join(starts)),
            ("Pladser", None if row.offer.places is None else str(row.offer.places)),
            ("Ledige", places_in_full(row)),
            ("Ventetid", waiting),
            ("Varighed", length_words(row.offer)),
            ("Pris", price_words(row.offer)),
            ("Delydelser", "\n".join(parts)),
        )
    )


def contact_part(row: GuideRow, profile: OfferProfile) -> QWidget:
    """Kontakt: who delivers it, where, and by which contract."""
    contracts = [
        f"nr. {each.contract_no}{'' if each.valid_to is None else f', gælder til {full_date(each.valid_to)}'}"
        for each in profile.contracts
    ]
    return _facts(
        (
            ("Leverandør", profile.provider or None),
            ("Kontakt", profile.contact),
            ("Telefon", profile.phone),
            ("E-mail", profile.email),
            ("Sted", row.offer.place),
            ("Kontrakt", "\n".join(contracts)),
            ("Tilbudsnr.", profile.offer_no),
        )
    )


def _facts(facts: Iterable[tuple[str, str | None]]) -> QWidget:
    """Headings and texts; what is not told is left out."""
    page, grid = _grid()
    told = [(heading, text) for heading, text in facts if text]
    for number, (heading, text) in enumerate(told):
        grid.addWidget(stored(heading, "muted"), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(stored(text, wrap=True), number, 1)
    if not told:
        grid.addWidget(caption(_UNTOLD, "muted"), 0, 0, 1, 2)
    return page


def _grid() -> tuple[QWidget, QGridLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.L)
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.L)
    grid.setVerticalSpacing(Space.M)
    grid.setColumnMinimumWidth(0, Size.PROFILE_CAPTION)
    grid.setColumnStretch(1, 1)
    column.addLayout(grid)
    column.addStretch()
    return page, grid


def _two(text: str, under: str) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(stored(text, wrap=True))
    if under:
        column.addWidget(stored(under, "fine", wrap=True))
    return box


def _columns() -> tuple[FactColumn[OfferFigure], ...]:
    return (
        FactColumn("Gruppe", 260, lambda each: Cell(_first_up(each.group_used.words), ink=Ink.STRONG), lambda _: 0),
        FactColumn("Borgere", 116, _persons, lambda each: each.n),
        FactColumn("Skøn", 124, _estimate, lambda each: each.estimate.share if each.estimate else None),
        FactColumn("Efter 3 mdr.", 134, lambda each: Cell(share_words(each.after_3_months)), lambda _: 0),
        FactColumn("Gennemført", 134, lambda each: Cell(share_words(each.completed)), lambda _: 0),
        FactColumn("Bedre match", 134, lambda each: Cell(share_words(each.match_up)), lambda _: 0),
    )


def _persons(figure: OfferFigure) -> Cell:
    return Cell(str(figure.n), RELIABILITIES[figure.reliability], ink=Ink.PLAIN)


def _estimate(figure: OfferFigure) -> Cell:
    if figure.estimate is None:
        return Cell("–")
    return Cell(percent(figure.estimate.share), interval_words(figure), ink=Ink.STRONG)


def _start_words(on: date, free_places: int | None) -> str:
    return full_date(on) if free_places is None else f"{full_date(on)} · {free_words(free_places)}"


def _weeks(weeks: int | None) -> str | None:
    return None if weeks is None else ("1 uge" if weeks == 1 else f"{weeks} uger")


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
