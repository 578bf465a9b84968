"""The letter as it would be printed now, for the form: its sheets, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.letter_layout import letter_sheets
from app.documents.letter_text import MISSING_WORDS
from app.documents.letters import Composed, summons_letter
from app.documents.paper import Sheet
from app.talks.invite import InviteMany, group_letter
from app.talks.send_summons import SendSummonses
from app.work import Work
from db.errors import Refused
from db.rows.talks import GroupMeetingRow
from db.values.talks import SentHow


@dataclass(frozen=True, slots=True)
class Preview:
    """The sheets of the first letter. `problem` is Danish: what stands in the way of printing."""

    sheets: tuple[Sheet, ...]
    problem: str | None = None


def preview_letter(work: Work, request: SendSummonses | InviteMany) -> Preview:
    """Set the first citizen's letter; nothing is written and nothing refused."""
    try:
        composed = _composed(work, request)
        if composed is None:
            return Preview(())
        sheets = letter_sheets(composed.letter)
    except Refused as refused:
        return Preview((), refused.message)
    missing = ", ".join(MISSING_WORDS[each] for each in composed.missing)
    problem = f"Brevet mangler: {missing}." if missing else composed.letter.remark
    return Preview(sheets, problem)


def _composed(work: Work, request: SendSummonses | InviteMany) -> Composed | None:
    if isinstance(request, SendSummonses):
        if not request.letters or not request.summonses:
            return None
        first = request.summonses[0]
        by_post = first.meeting.sent_how is SentHow.LETTER
        return summons_letter(work, first.case_id, first.meeting, by_post=by_post)
    if not request.letters or not request.case_ids:
        return None
    meeting = work.session.get(GroupMeetingRow, request.meeting_id) if request.meeting_id else None
    if meeting is None and request.new is not None:
        # Never added to the session: it only lends its values to the letter.
        new = request.new
        meeting = GroupMeetingRow(
            theme=new.theme,
            purpose=new.purpose,
            starts_at=new.starts_at,
            place=new.place,
            interpreter_booked=new.interpreter_booked,
            held_by=new.held_by,
        )
    return None if meeting is None else group_letter(work, meeting, request.case_ids[0], request.meeting)
