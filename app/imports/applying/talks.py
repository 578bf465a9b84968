"""Talks, their notes and reports, taken in and given out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row as ResultRow

from app.imports.applying.applier import Applier, Extract, Reader, Target, same, worst
from app.imports.applying.own_work import OwnWork
from app.imports.applying.plan import Outcome, WritePlan
from app.imports.applying.standing import Standing
from app.imports.folding import folded
from app.imports.kinds.talks import TALKS, TalkRecord, WhenReported
from app.imports.parsing import ParsedRow
from db.rows.talks import NoteRow, PortalReportRow, TalkRow
from db.values.talks import NoteKind, ReportState, ReportSubject, TalkForm, TalkPurpose

ABOUT_TALK = "talk"
"""What a note's `about_kind` says when it documents a talk."""


class _Stored:
    """The talks in the store with their notes, their reports and the names of those who held them."""

    def __init__(self, standing: Standing) -> None:
        fields = (TalkRow.held_on, TalkRow.form, TalkRow.purpose, TalkRow.held_by, TalkRow.held_by_name)
        self.talks = standing.rows(TalkRow, *fields, TalkRow.fulfils_duty)
        self.notes: defaultdict[str, list[str]] = defaultdict(list)
        for note in standing.rows(NoteRow, NoteRow.about_kind, NoteRow.about_id, NoteRow.text):
            if note.about_id and note.about_kind == ABOUT_TALK:
                self.notes[note.about_id].append(note.text)
        columns = (PortalReportRow.subject, PortalReportRow.subject_id, PortalReportRow.state)
        reports = standing.rows(PortalReportRow, *columns, PortalReportRow.reported_on)
        self.reports = {row.subject_id: row for row in reports if row.subject is ReportSubject.TALK}
        workers = standing.workers()
        self.name_of = {worker.id: worker.name for worker in workers}
        self.worker_of = {folded(worker.name): worker.id for worker in workers}

    def values(self, talk: ResultRow[Any]) -> dict[str, Any]:
        """The fields of a record that are the talk's own."""
        return {
            "held_on": talk.held_on,
            "form": talk.form,
            "purpose": talk.purpose,
            "held_by_name": self.name_of.get(talk.held_by) or talk.held_by_name,
            "fulfils_duty": talk.fulfils_duty,
        }

    def reported(self, talk_id: str) -> WhenReported | None:
        """What the report of a talk says in the words of the file."""
        report = self.reports.get(talk_id)
        if report is None or report.state is ReportState.NOT_NEEDED:
            return None
        if report.state in {ReportState.SENT, ReportState.CORRECTED}:
            when: date | None = report.reported_on
            return when or True
        return False


class TalkReader(Reader[TalkRecord]):
    """Gives the talks out."""

    kind = TALKS

    def records(self) -> Iterator[tuple[str, TalkRecord]]:
        """One record a talk; several notes about it stand under each other."""
        cpr_of, stored = self.standing.cpr_of(), _Stored(self.standing)
        for talk in stored.talks:
            if talk.case_id in cpr_of:
                note = "\n\n".join(stored.notes.get(talk.id, ())) or None
                values = {**stored.values(talk), "reported": stored.reported(talk.id), "note": note}
                yield talk.case_id, TalkRecord(cpr_of[talk.case_id], **values)


class TalkApplier(Applier[TalkRecord]):
    """Takes talks in.

    A talk in the file is the one in the store with the same purpose on that day in that form; else one whose
    purpose either side leaves open; else one that was registered here by hand, which it confirms.
    """

    kind = TALKS

    def __init__(self, standing: Standing, extract: Extract, own: OwnWork, plan: WritePlan) -> None:
        """Read the talks."""
        super().__init__(standing, extract, own, plan)
        self._stored = _Stored(standing)
        self._open: defaultdict[tuple[str, date, TalkForm], list[ResultRow[Any]]] = defaultdict(list)
        self._exact: dict[tuple[str, date, TalkForm, TalkPurpose | None], ResultRow[Any]] = {}
        self._claimed: set[str] = set()
        for talk in self._stored.talks:
            self._open[talk.case_id, talk.held_on, talk.form].append(talk)
            self._exact.setdefault((talk.case_id, talk.held_on, talk.form, talk.purpose), talk)

    def begin(self, rows: Sequence[ParsedRow]) -> None:
        """Keep the talks that some row of the file names exactly from being taken by another row."""
        for row in rows:
            case_id = self.standing.case_of.get(row.record.cpr)
            exact = case_id and self._exact.get((case_id, row.record.held_on, row.record.form, row.record.purpose))
            if exact:
                self._claimed.add(exact.id)

    def apply(self, row: ParsedRow) -> Outcome:
        """Confirm the talk, or make it."""
        record: TalkRecord = row.record
        case_id = self.case_of(row)
        talk = self._matching(case_id, record)
        if talk is None:
            self._insert(row, case_id)
            return Outcome.NEW
        target = Target(TalkRow, talk.id, case_id, talk.written_at in self.own, self._stored.values(talk))
        wanted = {field: getattr(record, field) for field in ("purpose", "held_by_name", "fulfils_duty")}
        return worst(
            self.take_over(row, target, wanted, self._columns),
            self._take_note(row, target),
            self._take_report(row, target),
        )

    def _matching(self, case_id: str, record: TalkRecord) -> ResultRow[Any] | None:
        candidates = self._open.get((case_id, record.held_on, record.form), [])
        exact = self._exact.get((case_id, record.held_on, record.form, record.purpose))
        if exact is not None and exact in candidates:
            candidates.remove(exact)
            return exact
        free = [talk for talk in candidates if talk.id not in self._claimed]
        fitting = [
            *(talk for talk in free if talk.purpose is None or record.purpose is None),
            *(talk for talk in free if self.own.by_hand(talk.written_at)),
        ]
        if not fitting:
            return None
        candidates.remove(fitting[0])
        return fitting[0]

    def _columns(self, differing: Mapping[str, Any]) -> dict[str, Any]:
        values = dict(differing)
        if name := values.get("held_by_name"):
            values["held_by"] = self._stored.worker_of.get(folded(name))
        return values

    def _insert(self, row: ParsedRow, case_id: str) -> None:
        record: TalkRecord = row.record
        held_by = self._stored.worker_of.get(folded(record.held_by_name)) if record.held_by_name else None
        talk_id = self.plan.insert(
            TalkRow,
            case_id,
            held_on=record.held_on,
            held_by=held_by,
            held_by_name=record.held_by_name,
            from_extract=True,
            form=record.form,
            purpose=record.purpose,
            fulfils_duty=record.fulfils_duty,
        )
        if record.note:
            self._note(case_id, talk_id, record, held_by)
        if record.reported is not None:
            self._report(case_id, talk_id, record)

    def _note(self, case_id: str, talk_id: str, record: TalkRecord, held_by: str | None) -> None:
        self.plan.insert(
            NoteRow,
            case_id,
            kind=NoteKind.IMPORTED,
            noted_on=record.held_on,
            noted_by=held_by,
            text=record.note,
            about_kind=ABOUT_TALK,
            about_id=talk_id,
        )

    def _report(self, case_id: str, talk_id: str, record: TalkRecord) -> None:
        self.plan.insert(
            PortalReportRow,
            case_id,
            subject=ReportSubject.TALK,
            subject_id=talk_id,
            counted_from=record.held_on,
            **_report_columns(record.reported),
        )

    def _take_note(self, row: ParsedRow, target: Target) -> Outcome:
        """Notes are only ever added to, so that another text is a further note and not a change."""
        record: TalkRecord = row.record
        known = self._stored.notes.get(target.id, [])
        if record.note is None or any(same(record.note, text) for text in (*known, "\n\n".join(known))):
            return Outcome.UNCHANGED
        if target.own and known:
            self.differs(row, target, "note", "\n\n".join(known), record.note)
            return Outcome.UNCHANGED
        self._note(target.case_id, target.id, record, None)
        return Outcome.CHANGED

    def _take_report(self, row: ParsedRow, target: Target) -> Outcome:
        record: TalkRecord = row.record
        stored = self._stored.reports.get(target.id)
        if record.reported is None:
            return Outcome.UNCHANGED
        if stored is None:
            self._report(target.case_id, target.id, record)
            return Outcome.CHANGED
        known = self._stored.reported(target.id)
        if record.reported is True and isinstance(known, date):
            return Outcome.UNCHANGED
        values = {"reported": known}
        report = Target(PortalReportRow, stored.id, target.case_id, stored.written_at in self.own, values)
        return self.take_over(
            row, report, {"reported": record.reported}, lambda found: _report_columns(found["reported"])
        )


def _report_columns(reported: WhenReported | None) -> dict[str, Any]:
    when = None if isinstance(reported, bool) else reported
    return {"state": ReportState.SENT if reported else ReportState.TO_SEND, "reported_on": when}
