"""Closed sets about jobplans and the resource profile."""

from __future__ import annotations

from enum import StrEnum


class PlanKind(StrEnum):
    """Which paper the plan is."""

    JOBPLAN = "jobplan"
    INTEGRATION_CONTRACT = "integration_contract"
    EDUCATION_PLAN = "education_plan"


class PlanState(StrEnum):
    """A version's life; an agreed one is frozen."""

    DRAFT = "draft"
    AGREED = "agreed"
    REPLACED = "replaced"
    CLOSED = "closed"


class Agreement(StrEnum):
    """What the citizen says to the plan."""

    YES = "yes"
    YES_WITH_REMARKS = "yes_with_remarks"
    NO = "no"


class ActivityKind(StrEnum):
    """What an activity in a plan is."""

    OFFER = "offer"
    MENTOR = "mentor"
    JOB_SEARCH = "job_search"
    EDUCATION = "education"
    STEADYING = "steadying"
    OTHER = "other"


class ActivityState(StrEnum):
    """Where an activity in a plan stands. PROPOSED comes from the visitation guide."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    ORDERED = "ordered"
    RUNNING = "running"
    COMPLETED = "completed"
    STOPPED = "stopped"
    DROPPED = "dropped"


class ResourceElementKind(StrEnum):
    """The twelve elements of the resource profile."""

    EDUCATION = "education"
    LABOUR_MARKET_EXPERIENCE = "labour_market_experience"
    INTERESTS = "interests"
    SOCIAL_SKILLS = "social_skills"
    ADAPTABILITY = "adaptability"
    LEARNING_ABILITY = "learning_ability"
    WORK_RELATED_WISHES = "work_related_wishes"
    PERFORMANCE_EXPECTATIONS = "performance_expectations"
    WORK_IDENTITY = "work_identity"
    HOUSING_AND_ECONOMY = "housing_and_economy"
    SOCIAL_NETWORKS = "social_networks"
    HEALTH = "health"


class ResourceJudgement(StrEnum):
    """What an element of the profile is to the way to work."""

    RESOURCE = "resource"
    BARRIER = "barrier"
    UNCLEAR = "unclear"
