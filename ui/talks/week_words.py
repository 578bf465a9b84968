"""An appointment in words: for its block, its tip, and a screen reader."""

from __future__ import annotations

from datetime import date, timedelta

from app.cases.words import ATTENDANCE, TALK_PURPOSES
from app.talks.week import Booked
from db.values.talks import AttendanceKind, TalkForm
from ui.danish_dates import MONTHS, day_and_month, long_date
from ui.forms.time_field import written_time
from ui.theme.tokens import Tone

_FORMS = {TalkForm.TELEPHONE: "telefon", TalkForm.HOME_VISIT: "hjemmebesøg", TalkForm.LETTER: "brev"}


def clock_words(booked: Booked) -> str:
    """As in `9.00–9.45`."""
    if booked.starts is None:
        return "uden tid"
    return written_time(booked.starts) + (f"–{written_time(booked.ends)}" if booked.ends else "")


def first_line(booked: Booked) -> str:
    """When, and with whom."""
    at = "" if booked.starts is None else f"{written_time(booked.starts)} "
    return f"{at}{booked.citizen}"


def second_line(booked: Booked) -> str:
    """What for, and where."""
    what = f"hold, {booked.invited} indkaldt" if booked.meeting_id else TALK_PURPOSES[booked.purpose]
    return " · ".join(filter(None, (what, _FORMS.get(booked.form), booked.place)))


def state_words(booked: Booked) -> str:
    """What is to be known beside it: overlap, attendance, interpreter."""
    parts = []
    if booked.clashes:
        parts.append("overlapper")
    if booked.talk_held:
        parts.append("samtale registreret")
    elif booked.attendance is not None:
        parts.append(ATTENDANCE[booked.attendance])
    if booked.interpreter_booked:
        parts.append("tolk bestilt")
    return " · ".join(parts)


def whole_words(booked: Booked) -> str:
    """Everything, as it is read aloud."""
    parts = (f"{long_date(booked.on)} kl. {clock_words(booked)}", booked.citizen, second_line(booked))
    return ", ".join(filter(None, (*parts, state_words(booked))))


def tone_of(booked: Booked) -> Tone:
    """The colour beside the words."""
    if booked.clashes:
        return Tone.AMBER
    if booked.attendance in {AttendanceKind.ABSENT, AttendanceKind.ABSENT_WITH_NOTICE}:
        return Tone.GREY
    if booked.talk_held or booked.attendance is not None:
        return Tone.GREEN
    return Tone.BLUE


def week_words(monday: date) -> str:
    """As in `Uge 12 · 19.–23. marts 2007`."""
    friday = monday + timedelta(days=4)
    number = monday.isocalendar().week
    if monday.month == friday.month:
        return f"Uge {number} · {monday.day}.–{friday.day}. {MONTHS[friday.month - 1]} {friday.year}"
    first = day_and_month(monday) + ("" if monday.year == friday.year else f" {monday.year}")
    return f"Uge {number} · {first} – {day_and_month(friday)} {friday.year}"
