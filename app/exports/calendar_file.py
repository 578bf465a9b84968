"""Appointments as an iCalendar file (RFC 5545): times and places, and nobody's name.

2026-11-22: a calendar is shared, shown on telephones and read by other programs. So a file has neither name, CPR
number, initials, purpose nor interpreter: an appointment says `Samtale`, its place, and its case by an id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from app.talks.week import Booked, span
from db.errors import Unavailable

_LINE: Final = 75
_ZONE: Final = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Copenhagen",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def calendar_text(booked: Iterable[Booked], made_at: datetime) -> str:
    """The file's text, with the line ends that the standard asks for."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tovholder//Tovholder//DA", "CALSCALE:GREGORIAN", *_ZONE]
    for each in booked:
        lines += _event(each, made_at)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def write_calendar(path: Path, booked: Iterable[Booked], made_at: datetime) -> int:
    """Write the file where the user wants it, and give its size. Raises Unavailable `file_not_writable`."""
    try:
        return path.write_bytes(calendar_text(booked, made_at).encode())
    except OSError as error:
        message = "Filen kan ikke skrives der. Vælg en anden mappe, eller luk filen i det andet program."
        raise Unavailable(message, code="file_not_writable") from error


def _event(booked: Booked, made_at: datetime) -> Iterator[str]:
    summary = "Hold" if booked.meeting_id is not None else "Samtale"
    yield "BEGIN:VEVENT"
    yield f"UID:{booked.id}@tovholder"
    yield f"DTSTAMP:{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    if booked.starts is None:
        yield f"DTSTART;VALUE=DATE:{booked.on:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{booked.on + timedelta(days=1):%Y%m%d}"
    else:
        starts, ends = span(booked)
        yield f"DTSTART;TZID=Europe/Copenhagen:{starts:%Y%m%dT%H%M%S}"
        yield f"DTEND;TZID=Europe/Copenhagen:{ends:%Y%m%dT%H%M%S}"
    yield f"SUMMARY:{summary}"
    if booked.place:
        yield f"LOCATION:{_escaped(booked.place)}"
    if booked.case_id is not None:
        yield f"DESCRIPTION:Sag {booked.case_id}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(plain, written)
    return text


def _folded(line: str) -> Iterator[str]:
    """At most 75 octets a line; what follows begins with a space, and no letter is cut in two."""
    part, octets = "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > _LINE:
            yield part
            part, octets = " ", 1
        part, octets = part + letter, octets + size
    yield part


def week_file_name(monday: date) -> str:
    """A name that says which week, and nothing of whom."""
    year, week, _ = monday.isocalendar()
    return f"tovholder-uge-{week:02}-{year}.ics"


def appointment_file_name(on: date, starts: time | None) -> str:
    """As `week_file_name`, for one appointment."""
    return f"tovholder-{on:%Y-%m-%d}{f'-{starts:%H%M}' if starts else ''}.ics"
