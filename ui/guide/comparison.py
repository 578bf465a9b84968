"""What is compared of offers side by side, and in words how each stands to the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.guide.criteria import CriterionState
from app.guide.figures import RELIABILITIES, Reliability
from app.guide.question_topics import topic_of
from app.guide.ranking import GuideRow
from app.guide.words import OFFER_KINDS
from ui.danish_dates import full_date
from ui.guide.compare_table import CompareCell, CompareRow
from ui.guide.guide_words import (
    interval_words,
    length_words,
    percent,
    places_in_full,
    price_words,
    share_words,
    start_words,
)

if TYPE_CHECKING:
    from app.guide.offer_profile import OfferProfile

Compared = tuple[GuideRow, "OfferProfile"]


def comparison(rows: Sequence[Compared], today: date, *, for_citizen: bool) -> tuple[CompareRow, ...]:
    """A row for each property, the figures first; properties that none of them tells are left out."""
    made = [_results(rows)]
    made.append(_said("Mod andre tilbud", rows, lambda row, _: share_words(row.figure.comparison)))
    made.append(_said("Gennemført", rows, lambda row, _: share_words(row.figure.completed)))
    if for_citizen:
        made.append(_criteria(rows))
    made.append(_ordered("Næste start", rows, _start(today), lambda row: row.next_start, "først"))
    made.append(_said("Ledige pladser", rows, lambda row, _: places_in_full(row)))
    made.append(_said("Varighed", rows, lambda row, _: length_words(row.offer)))
    made.append(
        _ordered(
            "Pris", rows, lambda row: price_words(row.offer), lambda row: row.offer.price_per_week, "lavest pr. uge"
        )
    )
    made.append(_said("Leverandør", rows, lambda row, _: row.offer.provider))
    made.append(_said("Tilbudsart", rows, lambda row, _: OFFER_KINDS[row.offer.kind]))
    made.append(_said("Formål", rows, lambda _, profile: profile.purpose))
    made.append(_said("Indhold", rows, lambda _, profile: profile.content))
    made.append(
        _said(
            "Kan afklare",
            rows,
            lambda _, profile: ", ".join(topic_of(each.code, each.text) for each in profile.questions),
        )
    )
    made.append(_said("Kontakt til virksomheder", rows, lambda _, profile: profile.company_contact))
    made.append(_said("Kan kombineres med", rows, lambda _, profile: profile.combines_with))
    made.append(_said("Kontakt", rows, lambda _, profile: ", ".join(filter(None, (profile.contact, profile.phone)))))
    made.append(_said("Sidst opdateret", rows, lambda _, profile: _day(profile.updated_on)))
    return tuple(row for row in made if any(cell.text != "–" for cell in row.cells))


def _said(heading: str, rows: Sequence[Compared], text: Callable[[GuideRow, OfferProfile], str | None]) -> CompareRow:
    return CompareRow(heading, tuple(CompareCell(text(row, profile) or "–") for row, profile in rows))


def _ordered(
    heading: str,
    rows: Sequence[Compared],
    text: Callable[[GuideRow], str],
    key: Callable[[GuideRow], date | int | None],
    word: str,
) -> CompareRow:
    """A property in which less is better: the first of them is marked, where the others are not just as good."""
    known = [found for row, _ in rows if (found := key(row)) is not None]
    least = min(known, default=None)
    alone = len(set(known)) > 1
    return CompareRow(
        heading, tuple(CompareCell(text(row), word if alone and key(row) == least else "") for row, _ in rows)
    )


def _start(today: date) -> Callable[[GuideRow], str]:
    return lambda row: full_date(row.next_start) if row.next_start else start_words(row, today)


def _results(rows: Sequence[Compared]) -> CompareRow:
    shares = [row.figure.estimate.share for row, _ in rows if row.figure.estimate]
    best = max(shares, default=None)
    cells = []
    for row, _ in rows:
        figure = row.figure
        if figure.estimate is None:
            cells.append(CompareCell("For få borgere til et skøn"))
            continue
        doubt = f", {RELIABILITIES[figure.reliability]}" if figure.reliability is not Reliability.FIRM else ""
        persons = f"{figure.n} borgere ({figure.group_used.words})"
        words = f"{percent(figure.estimate.share)} ({interval_words(figure)}), {persons}"
        mark = "højest skøn" if figure.estimate.share == best and len(shares) > 1 else ""
        cells.append(CompareCell(f"{words}{doubt}", mark, figure.estimate))
    return CompareRow("I job eller uddannelse efter 6 måneder", tuple(cells))


def _criteria(rows: Sequence[Compared]) -> CompareRow:
    cells = []
    for row, _ in rows:
        missing = [each.text for each in row.criteria if each.state is CriterionState.UNMET]
        words = f"Opfylder {row.fit.met} af {row.fit.total}" if row.fit.total else "Ingen krav"
        cells.append(CompareCell(words, f"ikke opfyldt: {', '.join(missing)}" if missing else ""))
    return CompareRow("Krav", tuple(cells))


def _day(day: date | None) -> str | None:
    return None if day is None else full_date(day)
