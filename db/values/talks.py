"""Closed sets about talks, summonses, notes and reports outward."""

from __future__ import annotations

from enum import StrEnum


class TalkForm(StrEnum):
    """How a talk was held. Which forms fulfil the contact duty is a parameter of the rule set."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    TELEPHONE = "telephone"
    HOME_VISIT = "home_visit"
    LETTER = "letter"


class TalkPurpose(StrEnum):
    """What a talk was for."""

    CONTACT = "contact"
    MATCH = "match"
    SICKNESS_FOLLOW_UP = "sickness_follow_up"
    WARNING = "warning"
    OTHER = "other"


class Present(StrEnum):
    """Who took part in a talk."""

    CITIZEN = "citizen"
    SPOUSE = "spouse"
    INTERPRETER = "interpreter"
    ADVISER = "adviser"
    PROVIDER = "provider"


class AttendanceKind(StrEnum):
    """Whether a summoned citizen came."""

    CAME = "came"
    CAME_LATE = "came_late"
    ABSENT_WITH_NOTICE = "absent_with_notice"
    ABSENT = "absent"


class SentHow(StrEnum):
    """How a letter reached the citizen."""

    LETTER = "letter"
    HANDED_OVER = "handed_over"
    DIGITAL = "digital"
    SMS = "sms"
    PHONE = "phone"


class ReportState(StrEnum):
    """Where a report to the labour market portal stands."""

    TO_SEND = "to_send"
    SENT = "sent"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    NOT_NEEDED = "not_needed"


class ReportSubject(StrEnum):
    """What a report to the portal is about."""

    TALK = "talk"
    MATCH = "match"


class NoteKind(StrEnum):
    """What a note in the record is about."""

    TALK = "talk"
    PHONE = "phone"
    VISIT = "visit"
    MEETING = "meeting"
    CASE = "case"
    COORDINATION = "coordination"
    IMPORTED = "imported"


class StepOwner(StrEnum):
    """Whose turn it is with an agreed step."""

    CITIZEN = "citizen"
    JOBCENTRE = "jobcentre"
    PROVIDER = "provider"
    OTHER = "other"
