"""Stories about absence, sanctions and complaints: rare, and always with what the citizen says."""

from __future__ import annotations

from app.demo.case_file import CaseFile
from app.demo.scene import workday, workdays_from
from app.demo.stories.steady import Wanted, steady
from db.rows.cases import ComplaintRow, SanctionCaseRow
from db.rows.orders import AbsenceReportRow, ContactAttemptRow
from db.values.cases import SanctionState
from db.values.offers import AbsenceClosing, AbsenceKind


def absence_reported(file: CaseFile, due_in: int) -> None:
    """The provider has reported an absence that nobody has looked at."""
    steady(file, Wanted(stay="running"))
    reported = workdays_from(file.scene.day(due_in), -1)
    row = _report(file, workdays_from(reported, -1), AbsenceKind.ABSENT)
    row.reported_on = reported


def absence_closed(file: CaseFile, due_in: int) -> None:
    """An absence that was looked at and closed; `due_in` picks what it was and how it was closed."""
    steady(file, Wanted(stay="running"))
    scene = file.scene
    kinds, closings = tuple(AbsenceKind), tuple(AbsenceClosing)
    row = _report(file, scene.ago(16), kinds[due_in % len(kinds)])
    row.closing = closings[due_in % len(closings)]
    row.closed_on = scene.ago(13)
    row.closing_note = "Talt med borgeren samme dag."


def hearing(file: CaseFile, due_in: int) -> None:
    """The citizen has been asked for their side of it, with an answer by the day."""
    scene = file.scene
    sent = workday(scene.day(due_in - 7))
    case = _sanction(file, SanctionState.HEARING, (scene.today - sent).days + 4)
    case.hearing_sent_on = sent
    case.hearing_answer_by = scene.day(due_in)


def recommended(file: CaseFile, due_in: int) -> None:
    """A recommendation lies with Ydelsesservice, which answers within ten working days."""
    scene = file.scene
    sent = workdays_from(scene.day(due_in), -10)
    case = _sanction(file, SanctionState.RECOMMENDED, (scene.today - sent).days + 20)
    case.hearing_sent_on = workdays_from(sent, -12)
    case.hearing_answer_by = workdays_from(sent, -5)
    case.hearing_answer_on = workdays_from(sent, -6)
    case.answer_text = "Jeg troede, at vi skulle mødes på et andet sted."
    case.recommendation = "deduction"
    case.recommended_on = sent


def sanction_opened(file: CaseFile, due_in: int) -> None:
    """An absence has just been passed on to be judged."""
    _sanction(file, SanctionState.OPEN, 2)
    del due_in


def sanction_over(file: CaseFile, due_in: int) -> None:
    """An old sanction case: decided, or closed because there was a good reason."""
    scene = file.scene
    state = SanctionState.DECIDED if due_in % 2 else SanctionState.CLOSED
    case = _sanction(file, state, 60)
    case.hearing_sent_on = scene.ago(56)
    case.hearing_answer_by = scene.ago(49)
    case.hearing_answer_on = scene.ago(50)
    case.closed_on = scene.ago(28)
    if state is SanctionState.DECIDED:
        case.recommended_on, case.decided_on = scene.ago(44), scene.ago(30)
        case.decision = "Fradrag for en dag"
    else:
        case.reasonable_excuse = "Toget var aflyst, dokumenteret af togselskabet."


def complaint(file: CaseFile, due_in: int) -> None:
    """A complaint is to be looked at again within four weeks."""
    steady(file)
    file.add(
        ComplaintRow,
        received_on=file.scene.day(due_in - 28),
        subject="Afgørelse om tilbud",
    )


def complaint_settled(file: CaseFile, due_in: int) -> None:
    """A complaint that was upheld."""
    del due_in
    steady(file)
    file.add(
        ComplaintRow,
        received_on=file.scene.ago(70),
        subject="Afgørelse om tilbud",
        settled_on=file.scene.ago(50),
        result="Medhold",
    )


def _report(file: CaseFile, event_on: object, kind: AbsenceKind) -> AbsenceReportRow:
    row = file.add(
        AbsenceReportRow,
        event_on=event_on,
        reported_on=event_on,
        reported_by="Kontaktpersonen",
        planned_hours=6,
        kind=kind,
        explanation=file.scene.text("absence.explanation"),
    )
    file.add(
        ContactAttemptRow,
        about_id=row.id,
        attempted_on=event_on,
        attempted_at="09:40",
        how="telefon",
        result="Lagt besked",
    )
    return row


def _sanction(file: CaseFile, state: SanctionState, opened_ago: int) -> SanctionCaseRow:
    steady(file, Wanted(stay="running"))
    scene = file.scene
    case = file.add(
        SanctionCaseRow,
        state=state,
        opened_on=scene.ago(opened_ago),
        facts_stated="Mødte ikke i tilbuddet den aftalte dag og ringede ikke.",
        legal_basis="Lov om aktiv socialpolitik, kap. 4",
    )
    row = _report(file, scene.ago(opened_ago + 1), AbsenceKind.ABSENT)
    row.sanction_case_id = case.id
    return case
