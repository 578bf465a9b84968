"""Closed sets about application cases, sickness cases, sanctions, alerts and visits."""

from __future__ import annotations

from enum import StrEnum


class ApplicationCaseKind(StrEnum):
    """The three kinds that share one engine of steps."""

    EARLY_PENSION = "early_pension"
    REHABILITATION = "rehabilitation"
    FLEXJOB = "flexjob"


class ApplicationCaseState(StrEnum):
    """Where an application case stands."""

    UNTOUCHED = "untouched"
    IN_PROGRESS = "in_progress"
    SENT_FOR_DECISION = "sent_for_decision"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class CaseStepKind(StrEnum):
    """The steps of an application case; their days are data of the rule set."""

    REGISTER = "register"
    FIRST_TALK = "first_talk"
    PROFILE_DRAFT = "profile_draft"
    MEDICAL_ASKED = "medical_asked"
    WORK_TRIAL_ORDERED = "work_trial_ordered"
    WORK_TRIAL_ANSWER = "work_trial_answer"
    PROFILE_FINISHED = "profile_finished"
    HEARING = "hearing"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    OTHER = "other"


class WaitingFor(StrEnum):
    """Whose turn it is, when it is not ours."""

    CITIZEN = "citizen"
    GP = "gp"
    SPECIALIST = "specialist"
    MEDICAL_CONSULTANT = "medical_consultant"
    PROVIDER = "provider"
    SOCIAL_DEPARTMENT = "social_department"
    BENEFIT_OFFICE = "benefit_office"
    EMPLOYER = "employer"
    OTHER = "other"


class SicknessGroup(StrEnum):
    """Which follow-up interval a sickness case has."""

    FOUR_WEEKS = "four_weeks"
    EIGHT_WEEKS = "eight_weeks"


class ReturnedTo(StrEnum):
    """What a sick person came back to."""

    SAME_JOB = "same_job"
    NEW_JOB = "new_job"
    UNEMPLOYED = "unemployed"
    FLEXJOB = "flexjob"
    PENSION = "pension"
    REHABILITATION = "rehabilitation"


class RiskLevel(StrEnum):
    """How long a sickness case may get."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class SanctionState(StrEnum):
    """The chain from absence to decision."""

    OPEN = "open"
    HEARING = "hearing"
    RECOMMENDED = "recommended"
    DECIDED = "decided"
    CLOSED = "closed"


class WarningKind(StrEnum):
    """What a citizen is warned of."""

    CEILING = "ceiling"
    HOURS_RULE = "hours_rule"


class YouthOutcome(StrEnum):
    """What came of a youth alert."""

    KEPT = "kept"
    NEW_EDUCATION = "new_education"
    APPRENTICESHIP_SEARCH = "apprenticeship_search"
    MENTOR = "mentor"
    OTHER = "other"


class VisitEntry(StrEnum):
    """What happened at the door."""

    YES = "yes"
    TALK_AT_DOOR = "talk_at_door"
    NO = "no"
    NOBODY_HOME = "nobody_home"


class ConflictState(StrEnum):
    """Whether a contradiction between two machines has been answered."""

    OPEN = "open"
    KEPT_MINE = "kept_mine"
    KEPT_THEIRS = "kept_theirs"
    REWRITTEN = "rewritten"
