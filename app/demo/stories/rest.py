"""Stories about visits, own reminders, holes in the data, and cases that are nobody's or over."""

from __future__ import annotations

from datetime import timedelta

from app.demo.case_file import CaseFile
from app.demo.scene import workdays_from
from app.demo.stays import begin_stay, end_stay, fitting_offer
from app.demo.stories.steady import Wanted, steady
from db.rows.own import ReminderRow
from db.rows.people import CaseClosingRow, SyncConflictRow
from db.rows.visits import CitizenVisitRow
from db.values.cases import VisitEntry
from db.values.offers import OutcomeKind, PlacementState
from db.values.people import ClosingReason
from db.values.talks import NoteKind


def home_visit(file: CaseFile, due_in: int) -> None:
    """The patrol comes by on the day."""
    steady(file)
    file.add(CitizenVisitRow, planned_on=file.scene.day(due_in), letter_sent_on=file.scene.ago(9))


def nobody_home(file: CaseFile, due_in: int) -> None:
    """Nobody was at home two weeks before the day; a card was left."""
    steady(file)
    scene = file.scene
    on = workdays_from(scene.day(due_in - 14), 0)
    visit = file.add(
        CitizenVisitRow,
        planned_on=on,
        visited_on=on,
        visited_by=file.holder_id,
        entry=VisitEntry.NOBODY_HOME,
        time_of_day="formiddag",
        card_left=True,
    )
    file.note(NoteKind.VISIT, on, "Ingen hjemme. Kort lagt i postkassen.", about_kind="visit", about_id=visit.id)


def visited(file: CaseFile, due_in: int) -> None:
    """Was visited some weeks ago; `due_in` picks what happened at the door."""
    steady(file)
    scene = file.scene
    entries = (VisitEntry.YES, VisitEntry.TALK_AT_DOOR, VisitEntry.NO)
    visit = file.add(
        CitizenVisitRow,
        planned_on=scene.ago(24),
        letter_sent_on=scene.ago(36),
        visited_on=scene.ago(24),
        visited_by=file.holder_id,
        entry=entries[due_in % len(entries)],
        time_of_day="eftermiddag",
        present="citizen",
        private_talk_possible=True,
    )
    text = scene.text("talk.home_visit")
    file.note(NoteKind.VISIT, scene.ago(24), text, about_kind="visit", about_id=visit.id)


def reminded(file: CaseFile, due_in: int) -> None:
    """The worker has written a reminder to themselves."""
    steady(file)
    if file.worker is not None:
        file.scene.add(
            ReminderRow(
                worker_id=file.worker.id,
                case_ref=file.id,
                remind_on=file.scene.day(due_in),
                text=file.scene.text("reminder.case"),
                consequence=4,
            )
        )


def match_without_reason(file: CaseFile, due_in: int) -> None:
    """The newest match, two weeks before the day, has no reason."""
    scene = file.scene
    steady(file, Wanted(last_talk=scene.ago(20)))
    file.assess(3, scene.day(due_in - 14)).reason = ""


def ended_without_result(file: CaseFile, due_in: int) -> None:
    """An offer ended two weeks before the day, and its result is missing."""
    scene = file.scene
    steady(file, Wanted(stay="none", last_talk=scene.ago(8)))
    offer = fitting_offer(file)
    ended = scene.day(due_in - 14)
    stay = begin_stay(file, offer, ended - timedelta(weeks=min(13, offer.weeks)), ended)
    end_stay(file, stay, ended)
    stay.result = None


def planned_not_started(file: CaseFile, due_in: int) -> None:
    """An offer was to start, and nobody has told whether it did."""
    scene = file.scene
    steady(file, Wanted(stay="past", plan_on=scene.ago(50)))
    offer = fitting_offer(file)
    starts = scene.day(due_in - 15)
    begin_stay(file, offer, starts, starts + timedelta(weeks=offer.weeks), state=PlacementState.PLANNED)


def conflicting(file: CaseFile, due_in: int) -> None:
    """Two machines have written the phone number differently."""
    steady(file)
    scene = file.scene
    file.add(
        SyncConflictRow,
        table_name="citizen",
        row_id=file.id,
        merge_group="phone",
        base_value=None,
        hub_value="02 11 22 33",
        own_value=file.citizen.phone,
        by_worker_id=file.holder_id,
        found_on=workdays_from(scene.day(due_in), -1),
    )


def noted(file: CaseFile, due_in: int) -> None:
    """A case in order with a few more notes than most."""
    del due_in
    steady(file)
    scene = file.scene
    file.note(NoteKind.CASE, scene.ago(30), scene.text("note.case"))
    file.note(NoteKind.PHONE, scene.ago(18), scene.text("note.phone"), call_back=True, called_back_on=scene.ago(17))


def closed(file: CaseFile, due_in: int) -> None:
    """The case is over; `due_in` picks why."""
    scene = file.scene
    reasons = tuple(ClosingReason)
    reason = reasons[due_in % len(reasons)]
    steady(file, Wanted(stay="none", last_talk=scene.ago(80)))
    over = scene.ago(scene.between(14, 70))
    if reason is ClosingReason.ORDINARY_JOB:
        offer = fitting_offer(file)
        stay = begin_stay(file, offer, over - timedelta(weeks=10), over)
        end_stay(file, stay, over, result=OutcomeKind.JOB)
    file.add(
        CaseClosingRow,
        closed_on=over,
        reason=reason,
        reason_text="Flyttet til udlandet" if reason is ClosingReason.OTHER else None,
        weekly_hours={ClosingReason.ORDINARY_JOB: 37, ClosingReason.PART_TIME_JOB: 20}.get(reason),
        employer=scene.text("employers.names") if reason is ClosingReason.ORDINARY_JOB else None,
    )
