"""The fields of a summons, and the requests that they make."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from app.cases.words import TALK_PURPOSES
from app.talks.diary import clash, next_working_days
from app.talks.group_meetings import CreateGroupMeeting
from app.talks.group_view import MeetingLine
from app.talks.invite import InviteMany
from app.talks.local_time import instant_of
from app.talks.send_summons import SendSummonses
from app.talks.summon import Meeting, Summon
from app.talks.summons_form import MINUTES, MINUTES_EACH, OpenedSummons
from db.errors import Refused
from db.values.talks import SentHow, TalkForm, TalkPurpose
from ui.danish_dates import WEEKDAYS
from ui.forms.choice_fields import Choice, MultiChoice, SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.field import Field
from ui.forms.number_field import NumberField
from ui.forms.text_fields import Note, TextLine
from ui.forms.time_field import TimeField, written_time
from ui.talks.sending import SENDINGS, Sending
from ui.talks.slots_field import SlotsField

FORMS: Final = {
    TalkForm.INDIVIDUAL: "Individuel",
    TalkForm.TELEPHONE: "Telefon",
    TalkForm.HOME_VISIT: "Hjemmebesøg",
    TalkForm.GROUP: "Hold",
}
NEW_GROUP: Final = "new"
GROUP_MINUTES: Final = 60


class SummonFields:
    """Made for one citizen or many; names are those of the request, so that a refusal finds its field."""

    def __init__(self, opened: OpenedSummons, today: date, purpose: TalkPurpose) -> None:
        """Make the fields with what is proposed in them."""
        self.opened, self._today = opened, today
        self.many = len(opened.candidates) > 1
        days = next_working_days(today, 5)
        quick = [(f"{WEEKDAYS[day.weekday()][:2]}. {day.day}.{day.month}", f"{day:%d.%m.%Y}") for day in days]
        self.purpose = Choice("Formål", {each: words.capitalize() for each, words in TALK_PURPOSES.items()})
        self.form = SegmentedChoice("Form", FORMS)
        self.meets_on = DayField("Dato", today, quick=quick)
        self.meets_at = TimeField("Begynder kl." if self.many else "Kl.")
        self.minutes = NumberField("Varighed", unit="minutter", largest=480)
        self.place = TextLine("Lokale")
        self.address = TextLine("Adresse")
        self.staff = Choice("Medarbejder", dict(opened.workers) or {"": "–"})
        self.phone = TextLine("Telefon, borgeren kan ringe til")
        self.interpreter = MultiChoice("Tolk", {"booked": self._interpreter_words()})
        self.bring = TextLine("Tag med")
        self.duty = Note("Pligt og følger", lines=2)
        self.rebook_until = DayField("Ny tid kan aftales senest", today)
        self.sent_how = SegmentedChoice("Sendes", SENDINGS)
        self._make_group()
        self.slots = SlotsField("Hvem og hvornår", opened.candidates, self._clash_of)
        self._fill(purpose)

    def _make_group(self) -> None:
        self.group = Choice("Hold", {NEW_GROUP: "Nyt hold", **{each.id: _line(each) for each in self.opened.meetings}})
        self.theme = TextLine("Emne")
        self.seats = NumberField("Pladser", largest=500)
        self.language = TextLine("Sprog", help_text="Kan stå tomt.")

    def _interpreter_words(self) -> str:
        needing = [each for each in self.opened.candidates if each.interpreter_needed]
        if self.many or not needing:
            return "Tolk er bestilt"
        return f"Tolk er bestilt ({needing[0].language or 'sproget er ikke oplyst'})"

    def _fill(self, purpose: TalkPurpose) -> None:
        opened = self.opened
        self.purpose.set_value(purpose)
        self.form.set_value(TalkForm.INDIVIDUAL)
        self.meets_on.set_value(opened.proposed_on)
        self.meets_at.set_value(opened.proposed_at)
        self.minutes.set_value(MINUTES_EACH if self.many else MINUTES)
        self.place.set_value(opened.place)
        self.address.set_value(opened.address)
        self.phone.set_value(opened.phone)
        self.sent_how.set_value(Sending.LETTER)
        self.interpreter.set_value(["booked"] if any(each.interpreter_needed for each in opened.candidates) else [])
        self.propose_text()
        self.propose_rebooking()
        self.count_slots()

    def by_name(self) -> dict[str, Field]:
        """Every field under the name of the request, in the order of the screen."""
        return {
            "purpose": self.purpose,
            "form": self.form,
            "group": self.group,
            "theme": self.theme,
            "seats": self.seats,
            "language": self.language,
            "meets_on": self.meets_on,
            "meets_at": self.meets_at,
            "minutes_each": self.minutes,
            "place": self.place,
            "address": self.address,
            "staff_worker_id": self.staff,
            "phone": self.phone,
            "case_ids": self.slots,
            "interpreter": self.interpreter,
            "what_to_bring": self.bring,
            "duty_text": self.duty,
            "rebook_until": self.rebook_until,
            "sent_how": self.sent_how,
        }

    def is_group(self) -> bool:
        """Whether they are invited to a group meeting."""
        return self.form.value() is TalkForm.GROUP

    def chosen_meeting(self) -> MeetingLine | None:
        """The meeting that is there; None for a new one."""
        return next((each for each in self.opened.meetings if each.id == self.group.value()), None)

    def propose_text(self) -> None:
        """Write what the letter of the chosen purpose proposes; what one has written oneself stays."""
        known = [*self.opened.texts.values(), self.opened.group_text]
        text = (
            self.opened.group_text
            if self.is_group()
            else self.opened.texts[self.purpose.value() or TalkPurpose.CONTACT]
        )
        if self.duty.value() in {"", *(each.duty for each in known)}:
            wanted = any(each.has_duty for each in self.opened.candidates)
            self.duty.set_value(text.duty if wanted else "")
        if self.bring.value() in {"", *(each.bring for each in known)}:
            self.bring.set_value(text.bring)

    def propose_length(self) -> None:
        """A group meeting takes an hour; what one has written oneself stays."""
        alone = MINUTES_EACH if self.many else MINUTES
        if self.minutes.whole() in {alone, GROUP_MINUTES}:
            self.minutes.set_value(GROUP_MINUTES if self.is_group() else alone)

    def propose_rebooking(self) -> None:
        """The last day for another time: two days before the talk, where it has not passed."""
        day = self.meets_on.value()
        if day is not None:
            before = day - timedelta(days=2)
            self.rebook_until.set_value(before if before > self._today else None)

    def count_slots(self) -> None:
        """Give each citizen a time from the first."""
        self.slots.count_from(self.meets_at.value(), self.minutes.whole() or 0)

    def clash_words(self) -> str | None:
        """What stands in the way of the one citizen's time."""
        at = self.meets_at.value()
        if at is None or self.many or self.is_group():
            return None
        return self._clash_of(self.opened.candidates[0].case_id, at)

    def request(self) -> SendSummonses | InviteMany:
        """What the fields say. Refused `missing` where day or time is not there; the rest is for the rules."""
        if self.is_group() and (found := self.chosen_meeting()) is not None:
            return self._invitation(self._meeting(found.starts_at.date(), found.starts_at.time(), None), found.id, None)
        on, at = self.meets_on.value(), self.meets_at.value()
        if on is None:
            raise Refused("Skriv datoen.", field="meets_on", code="missing")
        if at is None:
            raise Refused("Skriv, hvad klokken er.", field="meets_at", code="missing")
        minutes = self.minutes.whole()
        if not minutes:
            raise Refused("Skriv, hvor længe det varer.", field="minutes_each", code="missing")
        if self.is_group():
            return self._invitation(self._meeting(on, at, minutes), None, self._new_group(on, at, minutes))
        summonses = []
        for slot in self.slots.value():
            starts = slot.starts if self.many else at
            if starts is None:
                raise Refused("Skriv en tid til hver.", field="case_ids", code="missing")
            booked = slot.interpreter if self.many else bool(self.interpreter.value())
            meeting = replace(self._meeting(on, starts, minutes), interpreter_booked=booked)
            summonses.append(Summon(slot.case_id, meeting))
        return SendSummonses(tuple(summonses), letters=self._letters())

    def _letters(self) -> bool:
        return self.sent_how.value() is not Sending.NONE

    def _meeting(self, on: date, at: time, minutes: int | None) -> Meeting:
        until = self.rebook_until.value()
        return Meeting(
            purpose=self.purpose.value() or TalkPurpose.CONTACT,
            form=self.form.value() or TalkForm.INDIVIDUAL,
            meets_on=on,
            meets_at=at,
            ends_at=None if minutes is None else _end(at, minutes),
            place=self.place.value() or None,
            address=self.address.value() or None,
            phone=self.phone.value() or None,
            staff_worker_id=self.staff.value() or None,
            what_to_bring=self.bring.value() or None,
            rebook_allowed=until is not None,
            rebook_until=until,
            duty_text=self.duty.value() or None,
            sent_how=SentHow(self.sent_how.value() or Sending.LETTER) if self._letters() else None,
        )

    def _new_group(self, on: date, at: time, minutes: int) -> CreateGroupMeeting:
        ends = _end(at, minutes)
        return CreateGroupMeeting(
            unit_id="",
            theme=self.theme.value(),
            purpose=self.purpose.value() or TalkPurpose.CONTACT,
            starts_at=instant_of(on, at),
            ends_at=instant_of(on, ends) if ends else None,
            place=self.place.value() or None,
            seats=self.seats.whole(),
            language=self.language.value() or None,
            interpreter_booked=bool(self.interpreter.value()),
            held_by=self.staff.value() or None,
        )

    def _invitation(self, meeting: Meeting, meeting_id: str | None, new: CreateGroupMeeting | None) -> InviteMany:
        cases = tuple(slot.case_id for slot in self.slots.value())
        return InviteMany(cases, meeting, meeting_id, new, letters=self._letters())

    def _clash_of(self, case_id: str, at: time) -> str | None:
        on, ends = self.meets_on.value(), _end(at, self.minutes.whole() or 1)
        if on is None or ends is None:
            return None
        return clash(self.opened.taken, worker_id=self.staff.value(), case_id=case_id, on=on, starts=at, ends=ends)


def _end(at: time, minutes: int) -> time | None:
    ends = datetime.combine(date.min, at) + timedelta(minutes=minutes)
    return ends.time() if ends.date() == date.min else None


def _line(meeting: MeetingLine) -> str:
    free = "" if meeting.free is None else f" · {meeting.free} ledige pladser"
    return f"{meeting.starts_at:%d.%m} kl. {written_time(meeting.starts_at.time())} · {meeting.theme[:60]}{free}"
