"""`ansøgningssager`: applications for pension, rehabilitation or a flexjob, one row a step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.imports.cells import CprNumber, Day, Flag, Text
from app.imports.kinds.kind import Column, Kind, Wrong
from app.imports.words import APPLICATION_KINDS, APPLICATION_STATES, CASE_STEPS, WAITING
from db.values.cases import ApplicationCaseKind, ApplicationCaseState, CaseStepKind, WaitingFor


@dataclass(frozen=True, slots=True, repr=False)
class ApplicationRecord:
    """One row: the case, and one of its steps.

    `step` None is a case without steps; a step without a start counts from the application.
    """

    cpr: str
    case_no: str
    kind: ApplicationCaseKind
    applied_on: date
    inherited: bool | None = None
    state: ApplicationCaseState | None = None
    step: CaseStepKind | None = None
    starts_on: date | None = None
    due_on: date | None = None
    done_on: date | None = None
    waiting_for: WaitingFor | None = None
    sent_on: date | None = None
    expected_on: date | None = None

    @property
    def step_starts_on(self) -> date:
        """The day the step counts from."""
        return self.starts_on or self.applied_on


def _check(record: ApplicationRecord, today: date) -> Iterator[Wrong]:
    if record.applied_on > today:
        yield Wrong("ansøgt", "Ansøgningen ligger i fremtiden.", "Skriv den dag, ansøgningen kom.")
    if record.step is None and (record.starts_on or record.due_on or record.done_on):
        yield Wrong("skridt", "Rækken har datoer for et skridt, men intet skridt.", "Skriv, hvilket skridt det er.")
    if record.done_on and record.done_on > today:
        yield Wrong("udført", "Datoen ligger i fremtiden.", "Skriv den dag, skridtet blev udført.")


APPLICATIONS: Kind[ApplicationRecord] = Kind(
    name="ansøgningssager",
    columns=(
        Column("cpr", "cpr", CprNumber(), required=True),
        Column("sag_nr", "case_no", Text(100), required=True),
        Column("slags", "kind", APPLICATION_KINDS, required=True),
        Column("ansøgt", "applied_on", Day(), required=True),
        Column("arvet", "inherited", Flag()),
        Column("tilstand", "state", APPLICATION_STATES),
        Column("skridt", "step", CASE_STEPS),
        Column("skridt_start", "starts_on", Day()),
        Column("frist", "due_on", Day()),
        Column("udført", "done_on", Day()),
        Column("venter_på", "waiting_for", WAITING),
        Column("sendt", "sent_on", Day()),
        Column("forventet", "expected_on", Day()),
    ),
    record=ApplicationRecord,
    key=lambda record: (record.cpr, record.case_no, record.step, record.step and record.step_starts_on),
    check=_check,
)
