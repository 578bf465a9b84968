"""`indberetning`: talks and matches that the labour market portal has not got yet."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.imports.cells import CprNumber
from app.imports.dates import written_day
from app.imports.words import TALK_FORMS, TALK_PURPOSES
from app.talks.reports import MarkSent, ReportLine, mark_sent, reports_to_send
from app.work import Work
from db.rows.people import CitizenRow, MatchAssessmentRow
from db.rows.talks import TalkRow
from db.values.talks import ReportState, ReportSubject

NAME = "indberetning"

HEADINGS = ("cpr", "navn", "art", "dato", "form", "formål", "match", "afvist_fordi")


@dataclass(frozen=True, slots=True)
class Reports:
    """The list: the lines of the file, and the reports that they stand for."""

    lines: tuple[Sequence[str], ...]
    reports: tuple[ReportLine, ...]

    @property
    def waiting(self) -> tuple[str, ...]:
        """Those that have never been sent."""
        return tuple(each.id for each in self.reports if each.state is ReportState.TO_SEND)

    def mark_sent(self, work: Work) -> None:
        """Note them as sent today. One that the portal has sent back stays until it is corrected."""
        if self.waiting:
            mark_sent(work, MarkSent(self.waiting, work.today))


def read_reports(session: Session, *, worker_id: str | None, closed: Collection[str] = ()) -> Reports:
    """What is still to be sent, oldest first: for the cases of one holder, or for everyone's but the closed ones."""
    found = reports_to_send(session, worker_id=worker_id)
    reports = tuple(each for each in found if each.case_id not in closed)
    cprs = {row.id: row.cpr for row in session.execute(select(CitizenRow.id, CitizenRow.cpr))}
    talks = {row.id: row for row in session.execute(select(TalkRow.id, TalkRow.form, TalkRow.purpose))}
    query = select(MatchAssessmentRow.id, MatchAssessmentRow.category)
    matches = {row.id: row.category for row in session.execute(query)}
    lines: list[Sequence[str]] = [HEADINGS]
    for each in reports:
        talk = talks.get(each.subject_id)
        lines.append((
            CprNumber().write(cprs[each.case_id]),
            each.citizen,
            "samtale" if each.subject is ReportSubject.TALK else "match",
            written_day(each.counted_from),
            TALK_FORMS.write(talk.form) if talk else "",
            TALK_PURPOSES.write(talk.purpose) if talk and talk.purpose else "",
            str(matches.get(each.subject_id, "")),
            each.rejected_reason or "",
        ))  # fmt: skip
    return Reports(tuple(lines), reports)
