"""The letters of the program: which text, to whom, from whom, and what its fields are filled with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.cases.addresses import Address
from app.cases.case_rows import the_case
from app.danish_names import WEEKDAYS
from app.documents.letter import Letter
from app.documents.letter_text import MISSING_WORDS, MergeField, merge
from app.documents.letter_texts import LETTER_OF, LetterId, letter_text
from app.documents.pdf import letter_pdf
from app.queue.text import long_date
from app.work import Work
from db.errors import Refused
from db.rows.organisation import CaseworkerRow, OrgUnitRow
from db.rows.people import CitizenRow
from db.values.talks import TalkForm

if TYPE_CHECKING:
    from app.talks.summon import Meeting

_PROTECTED = "Adressebeskyttelse: slå adressen op, og skriv den på kuverten."
_UNKNOWN = "Adressen mangler: slå den op, og skriv den på kuverten."


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter that may still lack something. `post_order` sorts a batch as the post is sorted."""

    case_id: str
    letter: Letter
    missing: tuple[MergeField, ...]
    post_order: tuple[str, ...]

    @property
    def look_up(self) -> bool:
        """Whether the address must be looked up before the letter is posted."""
        return self.letter.remark is not None


def compose(
    work: Work, case_id: str, letter: LetterId, values: Mapping[MergeField, str], *, by_post: bool = True
) -> Composed:
    """Put a letter together on today's text. `values` go before what is known of citizen, worker and unit."""
    citizen = the_case(work, case_id)
    sender = work.session.get(CaseworkerRow, work.author) if work.author else None
    unit = work.session.get(OrgUnitRow, sender.unit_id) if sender is not None and sender.unit_id else None
    known = {
        MergeField.NAME: citizen.name,
        MergeField.WORKER: sender.name if sender else "",
        MergeField.UNIT: unit.name if unit else "",
        MergeField.PHONE: (sender.phone if sender else None) or (unit.phone if unit else None) or "",
    }
    text = letter_text(work.session, letter, work.today)
    merged = merge(text, known | dict(values))
    made = Letter(
        title=text.title,
        recipient=(citizen.name, *_address(citizen)),
        paragraphs=merged.paragraphs,
        sender=_sender(sender, unit),
        written_on=work.today,
        remark=_remark(citizen) if by_post else None,
    )
    order = ("", "", "") if citizen.address_protected else _post_order(citizen)
    return Composed(case_id, made, merged.missing, order)


def summons_values(session: Session, case_id: str, meeting: Meeting) -> dict[MergeField, str]:
    """The fields of a meeting. What does not apply is empty."""
    citizen = session.get(CitizenRow, case_id)
    staff = session.get(CaseworkerRow, meeting.staff_worker_id) if meeting.staff_worker_id else None
    language = (citizen.language if citizen else None) or "dit sprog"
    values = {
        MergeField.DAY: day_words(meeting.meets_on),
        MergeField.CLOCK: f"kl. {meeting.meets_at.hour}.{meeting.meets_at:%M}" if meeting.meets_at else "",
        MergeField.WHERE: _where(meeting, citizen),
        MergeField.BRING: meeting.what_to_bring or "",
        MergeField.INTERPRETER: language if meeting.interpreter_booked else "",
        MergeField.REBOOK_UNTIL: (
            day_words(meeting.rebook_until) if meeting.rebook_allowed and meeting.rebook_until else ""
        ),
        MergeField.DUTY: meeting.duty_text or "",
    }
    if staff is not None:
        values[MergeField.WORKER] = staff.name
    if meeting.phone:
        values[MergeField.PHONE] = meeting.phone
    return values


def summons_letter(work: Work, case_id: str, meeting: Meeting, *, by_post: bool = True) -> Composed:
    """The letter of a summons, by its purpose."""
    values = summons_values(work.session, case_id, meeting)
    return compose(work, case_id, LETTER_OF[meeting.purpose], values, by_post=by_post)


@dataclass(frozen=True, slots=True)
class DelayLetter:
    """What a letter about a delay says: which matter, why, and by when there will be an answer."""

    case_id: str
    matter: str
    reason: str
    new_date: date


def letter_for_delay(work: Work, request: DelayLetter) -> bytes:
    """The letter that a case takes longer, as a PDF. Refused `merge_field_missing` and `character_missing`."""
    composed = delay_letter(work, request)
    refuse_missing(composed)
    return letter_pdf(composed.letter)


def delay_letter(work: Work, request: DelayLetter, *, by_post: bool = True) -> Composed:
    """The letter that a case takes longer."""
    values = {
        MergeField.MATTER: request.matter.strip(),
        MergeField.REASON: request.reason.strip(),
        MergeField.NEW_DATE: f"den {long_date(request.new_date)}",
    }
    return compose(work, request.case_id, LetterId.DELAY, values, by_post=by_post)


def refuse_missing(composed: Composed, fields: Mapping[MergeField, str] | None = None) -> None:
    """Refuse `merge_field_missing` when a needed field is empty; `fields` names the form's field for each."""
    if composed.missing:
        first = composed.missing[0]
        words = ", ".join(MISSING_WORDS[each] for each in composed.missing)
        raise Refused(f"Brevet mangler: {words}.", field=(fields or {}).get(first), code="merge_field_missing")


def day_words(day: date) -> str:
    """As in `onsdag den 28. marts 2007`."""
    return f"{WEEKDAYS[day.weekday()]} den {long_date(day)}"


def _where(meeting: Meeting, citizen: CitizenRow | None) -> str:
    if meeting.form is TalkForm.TELEPHONE:
        phone = citizen.phone if citizen else None
        return f"Vi ringer til dig på {phone}" if phone else "Vi ringer til dig"
    if meeting.form is TalkForm.HOME_VISIT:
        return "Hjemme hos dig"
    # A room without an address does not bring anybody there.
    place = meeting.place or ""
    return "\n".join(filter(None, (place[:1].upper() + place[1:], meeting.address))) if meeting.address else ""


def _address(citizen: CitizenRow) -> tuple[str, ...]:
    if citizen.address_protected:
        return ()
    line = Address(citizen.street, citizen.house_number, citizen.floor_and_door).line
    city = " ".join(filter(None, (citizen.postcode, citizen.city)))
    return tuple(filter(None, (line, city)))


def _remark(citizen: CitizenRow) -> str | None:
    if citizen.address_protected:
        return _PROTECTED
    return None if citizen.street else _UNKNOWN


def _sender(worker: CaseworkerRow | None, unit: OrgUnitRow | None) -> tuple[str, ...]:
    lines = [unit.name if unit else "Jobcentret"]
    if unit is not None and unit.address:
        # The street and the town each on a line, as on the envelope.
        lines += unit.address.rsplit(", ", 1)
    if worker is not None:
        lines += [worker.name, *([f"Telefon {worker.phone}"] if worker.phone else ())]
        lines += [worker.email] if worker.email else []
    return tuple(lines)


def _post_order(citizen: CitizenRow) -> tuple[str, ...]:
    number = citizen.house_number or ""
    digits = "".join(each for each in number if each.isdigit())
    return citizen.postcode or "", citizen.street or "", f"{digits:>6}{number}", citizen.floor_and_door or ""
