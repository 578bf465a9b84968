"""The columns of the caseload: their Danish headings, widths, and what a cell says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from app.cases.case_weight import HELP as WEIGHT_HELP
from app.cases.case_weight import weight_words
from app.cases.caseload_row import CaseColumn, CaseloadRow, Deadline
from app.cases.words import BENEFITS
from ui.danish_dates import deadline_words, full_date, near_date
from ui.lists.cell import Cell, Ink
from ui.theme.tokens import Tone

HEADINGS: Final[Mapping[CaseColumn, str]] = {
    CaseColumn.CITIZEN: "Borger",
    CaseColumn.MATCH: "Match",
    CaseColumn.BENEFIT: "Ydelse",
    CaseColumn.HOLDER: "Tovholder",
    CaseColumn.UNIT: "Enhed",
    CaseColumn.AREA: "Boligområde",
    CaseColumn.LAST_TALK: "Seneste samtale",
    CaseColumn.IDLE: "Uden aktivitet",
    CaseColumn.NEXT_CONTACT: "Næste kontakt",
    CaseColumn.DEADLINE: "Næste frist",
    CaseColumn.PLAN: "Jobplan",
    CaseColumn.PLACEMENT: "Tilbud nu",
    CaseColumn.LANGUAGE: "Sprog og tolk",
    CaseColumn.HOUSEHOLD: "Bor med",
    CaseColumn.WEIGHT: "Sagsvægt",
    CaseColumn.EXCLUDED: "Undtaget",
}

HELP: Final[Mapping[CaseColumn, str]] = {
    CaseColumn.IDLE: (
        "Dage siden seneste samtale, notat, besøg, match, jobplan, indkaldelse eller tilbud. Mens et tilbud kører, er "
        "det 0 dage."
    ),
    CaseColumn.DEADLINE: "Det første i køen, som nogen her skal gøre.",
    CaseColumn.NEXT_CONTACT: "Den næste indkaldelse, ellers den dag, der blev aftalt i den seneste samtale.",
    CaseColumn.PLAN: "Om en jobplan er i kraft, og hvornår den skal gennemgås.",
    CaseColumn.WEIGHT: WEIGHT_HELP,
    CaseColumn.EXCLUDED: "Undtaget fra resultatmålene til og med den dag.",
}

_BENEFITS: Final[Mapping[str, str]] = {str(benefit.value): words for benefit, words in BENEFITS.items()}
_SOON: Final = 7
_NOTHING: Final = "–"


def cell(row: CaseloadRow, column: CaseColumn, deadline: Deadline | None, today: date) -> Cell:
    """What stands in a column of a row."""
    match column:
        case CaseColumn.CITIZEN:
            return Cell(row.name, full_date(row.born), ink=Ink.STRONG)
        case CaseColumn.DEADLINE:
            return deadline_cell(deadline, today)
        case CaseColumn.PLACEMENT if row.placement:
            until = f"til {_short(row.placement_until)}" if row.placement_until else ""
            return Cell(row.placement, until, ink=Ink.PLAIN)
        case CaseColumn.HOLDER if row.holder_name is None and row.closed_on is None:
            return Cell("Uden tovholder")
        case _:
            make = _TEXTS.get(column)
            ink = Ink.PLAIN if column is CaseColumn.MATCH else Ink.MUTED
            return Cell((make(row, today) if make else "") or _NOTHING, ink=ink)


_TEXTS: Final[Mapping[CaseColumn, Callable[[CaseloadRow, date], str]]] = {
    CaseColumn.MATCH: lambda row, _: "" if row.match is None else str(row.match),
    CaseColumn.BENEFIT: lambda row, _: _BENEFITS.get(row.benefit or "", row.benefit or ""),
    CaseColumn.HOLDER: lambda row, _: row.holder_name or "",
    CaseColumn.UNIT: lambda row, _: row.unit_name or "",
    CaseColumn.AREA: lambda row, _: row.area_name or "",
    CaseColumn.LAST_TALK: lambda row, _: _short(row.last_talk),
    CaseColumn.IDLE: lambda row, _: _days(row.idle_days),
    CaseColumn.NEXT_CONTACT: lambda row, today: near_date(row.next_contact, today) if row.next_contact else "",
    CaseColumn.PLAN: lambda row, _: _plan(row),
    CaseColumn.LANGUAGE: lambda row, _: _language(row),
    CaseColumn.HOUSEHOLD: lambda row, _: row.lives_with or "",
    CaseColumn.WEIGHT: lambda row, _: weight_words(row.weight),
    CaseColumn.EXCLUDED: lambda row, _: f"til {_short(row.excluded_until)}" if row.excluded_until else "",
}


def deadline_cell(deadline: Deadline | None, today: date) -> Cell:
    """The day as a chip, and what is to be done."""
    if deadline is None:
        return Cell(_NOTHING)
    words = deadline_words(deadline.due_on, deadline.act_by, today)
    soon = Tone.AMBER if (deadline.act_by - today).days < _SOON else Tone.BLUE
    return Cell(words, deadline.label, Tone.RED if deadline.due_on < today else soon)


def _plan(row: CaseloadRow) -> str:
    if not row.has_plan:
        return "Nej"
    return f"Ja, til {_short(row.plan_until)}" if row.plan_until else "Ja"


def _language(row: CaseloadRow) -> str:
    if not row.needs_interpreter:
        return row.language or ""
    return f"Tolk: {row.language}" if row.language else "Tolk"


def _days(days: int | None) -> str:
    if days is None:
        return "ingen endnu"
    return "1 dag" if days == 1 else f"{days} dage"


def _short(day: date | None) -> str:
    return "" if day is None else f"{day:%d.%m.%y}"
