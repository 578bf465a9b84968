"""One citizen's case while it is being written: who, held by whom, and the rows that every case has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from app.demo.scene import Scene, workdays_from
from app.demo.seed_lists import Goal
from app.demo.staff import SKOV, Worker
from db.rows.base import CaseRow
from db.rows.people import BenefitPeriodRow, CaseHoldingRow, CitizenRow, IntakeCheckRow, MatchAssessmentRow
from db.rows.talks import NoteRow, PortalReportRow
from db.values.people import BenefitType, MatchBasis
from db.values.talks import NoteKind, ReportState, ReportSubject

AnyCaseRow = TypeVar("AnyCaseRow", bound=CaseRow)

# Health is never the only thing that a match rests on.
_BASES = (
    (MatchBasis.WORK_WISH, MatchBasis.SKILLS),
    (MatchBasis.SKILLS, MatchBasis.LANGUAGE),
    (MatchBasis.WORK_WISH, MatchBasis.HEALTH),
    (MatchBasis.SKILLS, MatchBasis.NETWORK),
    (MatchBasis.WORK_WISH, MatchBasis.SOCIAL, MatchBasis.LANGUAGE),
)
_BASES_WITHOUT_LANGUAGE = tuple(each for each in _BASES if MatchBasis.LANGUAGE not in each)
_NEW_UNITS, _HAD_ANOTHER_HOLDER = 78, 0.2
_INTAKE_POINTS = ("job_meeting", "job_service", "cv_registered", "rights_and_duties", "leaflets")


@dataclass(slots=True)
class CaseFile:
    """A case that is being written. `began` is the first day on the benefit, once there is one.

    `goal` is where the citizen wants to go: plans say so, and offers are chosen by it.
    """

    scene: Scene
    citizen: CitizenRow
    worker: Worker | None
    goal: Goal
    began: date = date.min
    benefit: BenefitType = BenefitType.NONE
    match: int | None = None

    @property
    def id(self) -> str:
        """The citizen's id, which is the case's."""
        return self.citizen.id

    @property
    def holder_id(self) -> str | None:
        """The holder's id; None while nobody has the case."""
        return None if self.worker is None else self.worker.id

    @property
    def age(self) -> int:
        """The citizen's age today."""
        born, today = self.citizen.born, self.scene.today
        return today.year - born.year - ((today.month, today.day) < (born.month, born.day))

    def add(self, table: Callable[..., AnyCaseRow], /, **columns: object) -> AnyCaseRow:
        """Write a row of this case."""
        return self.scene.add(table(case_id=self.id, **columns))

    def receive(self, benefit: BenefitType, began: date, **columns: object) -> BenefitPeriodRow:
        """Begin a benefit: enquiry, notice, reception and holder."""
        self.began, self.benefit = began, benefit
        enquiry = workdays_from(began, -2)
        notice = workdays_from(began, 4)
        self.citizen.first_enquiry_on = enquiry
        period = self.add(
            BenefitPeriodRow,
            benefit=benefit,
            from_on=began,
            enquiry_on=enquiry,
            notice_on=notice if notice <= self.scene.today else None,
            **columns,
        )
        if self.worker is not None:
            # The units were drawn up anew some months ago; what was before has come along.
            since = max(enquiry, self.scene.ago(_NEW_UNITS))
            if enquiry < since and self.scene.chance(_HAD_ANOTHER_HOLDER):
                self.hold(enquiry, SKOV, until=since, reason="Modtagelse")
            self.hold(since, self.worker)
        # The checklists of older cases lie in the old system.
        done = workdays_from(enquiry, 1)
        if self.scene.day(-150) < done < self.scene.today:
            for point in _INTAKE_POINTS:
                self.add(IntakeCheckRow, point=point, done_on=done, done_by=self.holder_id)
        return period

    def hold(self, since: date, worker: Worker, *, until: date | None = None, reason: str | None = None) -> None:
        """Write who holds the thread from a day on."""
        self.add(
            CaseHoldingRow,
            worker_id=worker.id,
            unit_id=worker.unit_id,
            from_on=since,
            to_on=until,
            reason=reason or "Visitation",
            letter_sent_on=since,
        )

    def assess(self, category: int, on: date, *, reported: ReportState = ReportState.SENT) -> MatchAssessmentRow:
        """Write a match assessment with its reason, and its report."""
        self.match = category
        row = self.add(
            MatchAssessmentRow,
            category=category,
            assessed_on=on,
            assessed_by=self.holder_id,
            basis=",".join(self.scene.one_of(_BASES if self.citizen.language else _BASES_WITHOUT_LANGUAGE)),
            reason=self.scene.text(f"match_reason.{category}"),
            next_assessment_on=on + timedelta(days=182),
        )
        self.report(ReportSubject.MATCH, row.id, on, reported)
        return row

    def report(self, subject: ReportSubject, subject_id: str, on: date, state: ReportState) -> None:
        """Write the report to the portal about a talk or a match."""
        sent = state in {ReportState.SENT, ReportState.CORRECTED}
        reported_on = min(workdays_from(on, self.scene.between(0, 3)), self.scene.today) if sent else None
        self.add(
            PortalReportRow,
            subject=subject,
            subject_id=subject_id,
            counted_from=on,
            state=state,
            reported_on=reported_on,
            rejected_reason="Matchdato mangler i portalen." if state is ReportState.REJECTED else None,
        )

    def note(self, kind: NoteKind, on: date, text: str, **columns: object) -> NoteRow:
        """Write a note in the record."""
        return self.add(NoteRow, kind=kind, noted_on=on, noted_by=self.holder_id, text=text, **columns)
