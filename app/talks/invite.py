"""Invite a list to a group meeting that is there, or to a new one, with a letter each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.changes import Done
from app.clock import danish_time
from app.documents.keep import Document, keep_document
from app.documents.letter_text import MergeField
from app.documents.letter_texts import LetterId
from app.documents.letters import Composed, compose, refuse_missing, summons_values
from app.documents.pdf import letter_pdf
from app.talks.group_meetings import CreateGroupMeeting, InviteToGroup, create_group_meeting, invite_to_group
from app.talks.send_summons import FIELDS, Sent, in_post_order
from app.talks.summon import Meeting
from app.work import Work
from db.errors import Refused
from db.rows.organisation import CaseworkerRow
from db.rows.people import CitizenRow
from db.rows.talks import GroupMeetingRow
from db.values.talks import SentHow, TalkForm


@dataclass(frozen=True, slots=True)
class InviteMany:
    """`meeting_id` is a meeting that is there; without it `new` is made first. Its unit None means the sender's.

    `meeting` says what the letters say; its day and clock are those of the group meeting.
    """

    case_ids: tuple[str, ...]
    meeting: Meeting
    meeting_id: str | None = None
    new: CreateGroupMeeting | None = None
    letters: bool = True


def invite_many(work: Work, request: InviteMany) -> Sent:
    """Invite, all or none; the id is the meeting's.

    Refused: `no_unit` (field `group`), `missing` (`group`, `case_ids`), `merge_field_missing`, and as
    `create_group_meeting` and `invite_to_group` say.
    """
    meeting_id = request.meeting_id
    if meeting_id is None:
        if request.new is None:
            raise Refused("Vælg et hold, eller opret et nyt.", field="group", code="missing")
        meeting_id = create_group_meeting(work, _with_unit(work, request.new)).id
    notices = invite_to_group(work, InviteToGroup(meeting_id, request.case_ids)).notices if request.case_ids else ()
    composed = [_letter(work, meeting_id, case_id, request.meeting) for case_id in _lettered(request)]
    return Sent(meeting_id, work.changes(), notices, in_post_order(composed))


def create_meeting(work: Work, request: CreateGroupMeeting) -> Done:
    """Make a meeting of the sender's own unit where none is named. Refused: as `create_group_meeting`, `no_unit`."""
    return create_group_meeting(work, _with_unit(work, request))


def group_letter(work: Work, meeting: GroupMeetingRow, case_id: str, said: Meeting) -> Composed:
    """The letter that invites one citizen."""
    starts = meeting.starts_at.astimezone(danish_time())
    citizen = work.session.get(CitizenRow, case_id)
    needs = citizen is not None and citizen.interpreter_needed and meeting.interpreter_booked
    told = replace(
        said,
        form=TalkForm.GROUP,
        meets_on=starts.date(),
        meets_at=starts.time(),
        place=meeting.place or said.place,
        staff_worker_id=meeting.held_by or work.author,
        interpreter_booked=needs,
        rebook_until=None,
    )
    values = {**summons_values(work.session, case_id, told), MergeField.THEME: meeting.theme}
    return compose(work, case_id, LetterId.GROUP, values, by_post=said.sent_how in {None, SentHow.LETTER})


def _letter(work: Work, meeting_id: str, case_id: str, said: Meeting) -> Composed:
    meeting = work.session.get(GroupMeetingRow, meeting_id)
    if meeting is None:
        raise Refused("Mødet findes ikke længere.", field="group", code="unknown_row")
    made = group_letter(work, meeting, case_id, said)
    refuse_missing(made, FIELDS)
    document = Document(
        case_id, LetterId.GROUP.value, made.letter.title, letter_pdf(made.letter), meeting_id, said.sent_how
    )
    keep_document(work, document)
    return made


def _lettered(request: InviteMany) -> tuple[str, ...]:
    return tuple(dict.fromkeys(request.case_ids)) if request.letters else ()


def _with_unit(work: Work, request: CreateGroupMeeting) -> CreateGroupMeeting:
    if request.unit_id:
        return request
    worker = work.session.get(CaseworkerRow, work.author) if work.author else None
    if worker is None or worker.unit_id is None:
        message = "Du har ingen enhed i lageret, og et hold hører til en enhed."
        raise Refused(message, field="theme", code="no_unit")
    return replace(request, unit_id=worker.unit_id)
