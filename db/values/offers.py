"""Closed sets about offers, orders, feedback and placements."""

from __future__ import annotations

from enum import StrEnum


class OfferKind(StrEnum):
    """What kind of offer a catalogue entry is."""

    GUIDANCE_UPSKILLING = "guidance_upskilling"
    DANISH_LESSONS = "danish_lessons"
    COMPANY_PLACEMENT = "company_placement"
    WAGE_SUBSIDY = "wage_subsidy"
    MENTOR = "mentor"
    JOB_SEARCH = "job_search"
    INTENSIVE_JOB_SEARCH = "intensive_job_search"
    CLARIFICATION = "clarification"
    EDUCATION_PREPARING = "education_preparing"
    OTHER = "other"


class PlacementState(StrEnum):
    """One person's stay in an offer."""

    PLANNED = "planned"
    RUNNING = "running"
    COMPLETED = "completed"
    STOPPED = "stopped"
    DROPPED = "dropped"


class OutcomeKind(StrEnum):
    """What came of a placement, at its end or some months later."""

    JOB = "job"
    PART_TIME_JOB = "part_time_job"
    SUBSIDISED_JOB = "subsidised_job"
    EDUCATION = "education"
    NEW_OFFER = "new_offer"
    BENEFIT = "benefit"
    SICK = "sick"
    MOVED = "moved"
    OTHER = "other"
    UNKNOWN = "unknown"


class OrderState(StrEnum):
    """The life of an order to a provider."""

    PROPOSED = "proposed"
    DRAFT = "draft"
    FOR_APPROVAL = "for_approval"
    READY = "ready"
    SENT = "sent"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WAITING_LIST = "waiting_list"
    STARTED = "started"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


class FeedbackKind(StrEnum):
    """What a provider's reply is."""

    RECEIPT = "receipt"
    START = "start"
    MIDWAY = "midway"
    FINAL = "final"
    EARLY_STOP = "early_stop"
    CHANGE_REQUEST = "change_request"
    NO_SHOW = "no_show"


class ReceivedHow(StrEnum):
    """How a reply reached the jobcentre."""

    FILE = "file"
    PAPER = "paper"
    PHONE = "phone"
    MEETING = "meeting"


class AnswerKind(StrEnum):
    """What kind of answer a question asks for."""

    YES_NO_UNSURE = "yes_no_unsure"
    SCALE = "scale"
    CHOICE = "choice"
    HOURS = "hours"
    TEXT = "text"


class AnswerBasis(StrEnum):
    """What an answer rests on."""

    SEEN = "seen"
    TRIED = "tried"
    TOLD = "told"
    TESTED = "tested"


class AnswerAt(StrEnum):
    """When a question is to be answered."""

    START = "start"
    MIDWAY = "midway"
    END = "end"


class Certainty(StrEnum):
    """How sure the provider is of an answer."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


class ChangeKind(StrEnum):
    """What a provider asks to have changed."""

    EXTEND = "extend"
    SHORTEN = "shorten"
    STOP = "stop"
    HOURS = "hours"
    CONTENT = "content"


class RequestDecision(StrEnum):
    """What became of a request."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class AbsenceKind(StrEnum):
    """What an absence report is about; one event each."""

    ABSENT = "absent"
    LATE = "late"
    LEFT_EARLY = "left_early"
    REFUSED = "refused"
    BEHAVIOUR = "behaviour"


class AbsenceClosing(StrEnum):
    """How an absence report is closed until the sanctions chain exists."""

    REASONABLE_EXCUSE = "reasonable_excuse"
    SENT_TO_SANCTIONS = "sent_to_sanctions"
    HANDLED_ELSEWHERE = "handled_elsewhere"


class AgeBand(StrEnum):
    """Age bands of the result figures."""

    UNDER_25 = "under_25"
    FROM_25 = "25_29"
    FROM_30 = "30_49"
    FROM_50 = "50_plus"


class ReferralResult(StrEnum):
    """What came of sending a citizen to a vacancy."""

    JOB = "job"
    PART_TIME_JOB = "part_time_job"
    NOT_CHOSEN = "not_chosen"
    NOT_APPLIED = "not_applied"
    FILLED = "filled"
    UNKNOWN = "unknown"
