"""A list with its filters, kept under a name: for the queue, the caseload and whatever else is filtered.

`screen` says whose list it is. What the filters are is the screen's own affair: they are kept as a JSON object,
and a screen reads from it what it still knows.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.checking import required
from app.cases.names import sort_name
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.own import SavedViewRow

LONGEST_NAME = 60
_LONGEST_SETTINGS = 20_000


@dataclass(frozen=True, slots=True)
class SavedView:
    """One view. `settings` is the screen's own JSON object."""

    id: str
    name: str
    settings: str


@dataclass(frozen=True, slots=True)
class SaveView:
    """Keep the present filters of a screen. `over` replaces a view of that name instead of refusing."""

    screen: str
    name: str
    settings: str
    over: bool = False


@dataclass(frozen=True, slots=True)
class RenameView:
    """Give a view another name."""

    view_id: str
    name: str


@dataclass(frozen=True, slots=True)
class RemoveView:
    """Take a view away; `BringBackView` undoes it."""

    view_id: str


@dataclass(frozen=True, slots=True)
class BringBackView:
    """Bring a removed view back."""

    view_id: str


def saved_views(session: Session, worker_id: str, screen: str) -> tuple[SavedView, ...]:
    """The worker's own views of a screen, in the order of their names."""
    query = select(SavedViewRow).where(
        SavedViewRow.worker_id == worker_id, SavedViewRow.screen == screen, SavedViewRow.gone.is_(False)
    )
    rows = sorted(session.scalars(query), key=lambda row: (row.rank, sort_name(row.name), row.id))
    return tuple(SavedView(row.id, row.name, row.settings) for row in rows)


def save_view(work: Work, request: SaveView) -> Done:
    """Keep it. Refused: `missing`, `too_long` and `name_taken` (field `name`)."""
    name = _name(request.name)
    _check_settings(request.settings)
    row = _named(work, request.screen, name)
    if row is not None and not request.over:
        raise _taken()
    if row is None:
        row = work.add(
            SavedViewRow(worker_id=_author(work), screen=request.screen, name=name, settings=request.settings)
        )
    row.name, row.settings = name, request.settings
    return Done(row.id, work.changes())


def rename_view(work: Work, request: RenameView) -> Done:
    """Rename it. Refused: `unknown_row` (field `view_id`), `missing`, `too_long` and `name_taken` (`name`)."""
    row, name = _own(work, request.view_id, gone=False), _name(request.name)
    other = _named(work, row.screen, name)
    if other is not None and other.id != row.id:
        raise _taken()
    row.name = name
    return Done(row.id, work.changes())


def remove_view(work: Work, request: RemoveView) -> Done:
    """Take it away. Refused: `unknown_row` (field `view_id`)."""
    row = _own(work, request.view_id, gone=False)
    row.gone = True
    return Done(row.id, work.changes())


def bring_back_view(work: Work, request: BringBackView) -> Done:
    """Bring it back. Refused: `unknown_row` (field `view_id`), `name_taken` (`name`) when another has its name."""
    row = _own(work, request.view_id, gone=True)
    if _named(work, row.screen, row.name) is not None:
        raise _taken()
    row.gone = False
    return Done(row.id, work.changes())


def _author(work: Work) -> str:
    if work.author is None:
        raise Refused("Vælg først, hvem du er, under Indstillinger.", code="no_worker")
    return work.author


def _name(text: str) -> str:
    name = " ".join(required(text, "name", "Skriv et navn til visningen.").split())
    if len(name) > LONGEST_NAME:
        raise Refused(f"Navnet kan højst have {LONGEST_NAME} tegn.", field="name", code="too_long")
    return name


def _check_settings(settings: str) -> None:
    """A screen that hands over anything but a JSON object is a bug, and is found here and not at the next start."""
    if len(settings) > _LONGEST_SETTINGS or not isinstance(json.loads(settings), dict):
        message = "settings of a view must be a JSON object of moderate size"
        raise ValueError(message)


def _taken() -> Refused:
    return Refused("Du har allerede en visning med det navn. Vælg et andet.", field="name", code="name_taken")


def _own(work: Work, view_id: str, *, gone: bool) -> SavedViewRow:
    row = work.session.get(SavedViewRow, view_id)
    if row is None or row.gone is not gone or row.worker_id != _author(work):
        raise Refused("Visningen findes ikke længere.", field="view_id", code="unknown_row")
    return row


def _named(work: Work, screen: str, name: str) -> SavedViewRow | None:
    """The standing view of that name, in small or capital letters."""
    query = select(SavedViewRow).where(
        SavedViewRow.worker_id == _author(work), SavedViewRow.screen == screen, SavedViewRow.gone.is_(False)
    )
    return next((row for row in work.session.scalars(query) if row.name.casefold() == name.casefold()), None)
