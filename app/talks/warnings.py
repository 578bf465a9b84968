"""A citizen was told in good time what will happen: of what, how, and by which version of the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import the_case
from app.cases.checking import not_in_future, required, tidy
from app.changes import Done
from app.work import Work
from db.rows.talks import WarningRow
from db.values.cases import WarningKind


@dataclass(frozen=True, slots=True)
class RecordWarning:
    """`understood` is the worker's judgement; None when it was not asked. `talk_id` is the talk it was given in."""

    case_id: str
    kind: WarningKind
    warned_on: date
    warned_how: str
    text_version: str | None = None
    in_writing: bool = False
    understood: bool | None = None
    talk_id: str | None = None


def record_warning(work: Work, request: RecordWarning) -> Done:
    """Write the warning.

    Refused: `missing` (field `warned_how`; `text_version` when it was given in writing), `in_the_future`
    (`warned_on`).
    """
    the_case(work, request.case_id)
    not_in_future(request.warned_on, work.today, "warned_on")
    how = required(request.warned_how, "warned_how", "Skriv, hvordan borgeren blev varslet.")
    version = tidy(request.text_version)
    if request.in_writing:
        message = "Vælg, hvilken udgave af varslet borgeren fik på skrift."
        version = required(version, "text_version", message)
    row = work.add(
        WarningRow(
            case_id=request.case_id,
            kind=request.kind,
            warned_on=request.warned_on,
            warned_how=how,
            in_writing=request.in_writing,
            text_version=version,
            understood=request.understood,
            talk_id=request.talk_id,
        )
    )
    return Done(row.id, work.changes())
