"""Which columns the caseload shows, in which order and how wide: kept on this machine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy.orm import Session

from app.cases.caseload_row import CaseColumn
from app.cases.settings import read_setting, write_setting
from app.changes import Done
from app.work import Work

LAYOUT: Final = "caseload_layout"
"""The setting that the layout is kept under."""

STANDARD: Final = (
    CaseColumn.CITIZEN,
    CaseColumn.DEADLINE,
    CaseColumn.MATCH,
    CaseColumn.BENEFIT,
    CaseColumn.HOLDER,
    CaseColumn.LAST_TALK,
    CaseColumn.IDLE,
    CaseColumn.PLAN,
    CaseColumn.PLACEMENT,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The shown columns from left to right, and the widths that were changed by hand. The citizen is always shown."""

    columns: tuple[CaseColumn, ...] = STANDARD
    widths: Mapping[CaseColumn, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeepLayout:
    """The layout as it is on the screen."""

    layout: Layout


def keep_layout(work: Work, request: KeepLayout) -> Done:
    """Keep it until it is changed again."""
    layout = request.layout
    write_setting(work, LAYOUT, json.dumps({"columns": layout.columns, "widths": dict(layout.widths)}))
    return Done(LAYOUT)


def read_layout(session: Session) -> Layout:
    """The layout that was kept; what another version kept and this one does not know is left out."""
    text = read_setting(session, LAYOUT)
    if text is None:
        return Layout()
    kept = json.loads(text)
    known = {column.value: column for column in CaseColumn}
    columns = tuple(known[name] for name in kept.get("columns", ()) if name in known)
    if CaseColumn.CITIZEN not in columns:
        columns = (CaseColumn.CITIZEN, *columns)
    widths = {known[name]: width for name, width in kept.get("widths", {}).items() if name in known}
    return Layout(tuple(dict.fromkeys(columns)), widths)
