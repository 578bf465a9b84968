"""Closed sets about citizens, workers and units. The stored value is the English name in small letters."""

from __future__ import annotations

from enum import StrEnum


class BenefitType(StrEnum):
    """What a citizen lives on; it selects rules, forms and offers."""

    CASH_ASSISTANCE = "cash_assistance"
    START_ASSISTANCE = "start_assistance"
    INTRODUCTION_BENEFIT = "introduction_benefit"
    REHABILITATION_BENEFIT = "rehabilitation_benefit"
    FLEXJOB_UNEMPLOYMENT_BENEFIT = "flexjob_unemployment_benefit"
    SICKNESS_BENEFIT = "sickness_benefit"
    UNEMPLOYMENT_BENEFIT = "unemployment_benefit"
    NONE = "none"


class CprMark(StrEnum):
    """What is worth knowing about a CPR number that was accepted."""

    ORDINARY = "ordinary"
    FAILS_MODULUS_11 = "fails_modulus_11"
    REPLACEMENT = "replacement"


class OrgUnitKind(StrEnum):
    """What kind of office a unit is."""

    JOBCENTRE = "jobcentre"
    EMPLOYMENT_CENTRE = "employment_centre"
    COMPETENCE_CENTRE = "competence_centre"
    SPECIAL_UNIT = "special_unit"
    WORK_TEAM = "work_team"
    BENEFIT_OFFICE = "benefit_office"
    SOCIAL_DEPARTMENT = "social_department"
    JOB_SEARCH_CENTRE = "job_search_centre"
    COMPANY_SERVICE = "company_service"


class Role(StrEnum):
    """What a worker does; rights follow unit, role and task, never the match group."""

    CASEWORKER = "caseworker"
    LEADER = "leader"
    JOB_PATROL = "job_patrol"
    DELEGATED_REGISTRAR = "delegated_registrar"


class ContactWish(StrEnum):
    """How the citizen wants to hear from the jobcentre."""

    LETTER = "letter"
    PHONE = "phone"
    SMS = "sms"


class HouseholdPart(StrEnum):
    """A person's place in the household."""

    ADULT = "adult"
    SPOUSE = "spouse"
    CHILD = "child"


class MatchBasis(StrEnum):
    """What a match assessment rests on."""

    WORK_WISH = "work_wish"
    SKILLS = "skills"
    HEALTH = "health"
    LANGUAGE = "language"
    SOCIAL = "social"
    NETWORK = "network"
    OTHER = "other"


class ExclusionReason(StrEnum):
    """The closed list of reasons for leaving a person out of an indicator."""

    PARENTAL_LEAVE = "parental_leave"
    AGREED_HOLIDAY = "agreed_holiday"
    IN_HOSPITAL = "in_hospital"
    IN_PRISON = "in_prison"
    IN_EDUCATION = "in_education"
    ABROAD = "abroad"
    EXEMPT_BY_LAW = "exempt_by_law"
    OTHER = "other"


class ClosingReason(StrEnum):
    """Why a case ends."""

    ORDINARY_JOB = "ordinary_job"
    PART_TIME_JOB = "part_time_job"
    EDUCATION = "education"
    MOVED_AWAY = "moved_away"
    PENSION = "pension"
    SELF_SUPPORTING = "self_supporting"
    DEAD = "dead"
    OTHER = "other"


class FollowUpModel(StrEnum):
    """How the contact course is held."""

    INDIVIDUAL = "individual"
    INTENSIVE = "intensive"
    GROUP_AND_INDIVIDUAL = "group_and_individual"
    TELEPHONE = "telephone"
    HOME_VISIT = "home_visit"


class ExternalSystem(StrEnum):
    """The other systems in which the same thing must be registered until there are interfaces."""

    KOMMA = "komma"
    WORKBASE = "workbase"
    TENDER_PORTAL = "tender_portal"
    LABOUR_MARKET_PORTAL = "labour_market_portal"
    JOBNET = "jobnet"
    DRV = "drv"
    SA = "sa"


class ConsentScope(StrEnum):
    """What a consent covers."""

    CONTACT_PARTNERS = "contact_partners"
    SHARE_WITH_PROVIDER = "share_with_provider"
    HEALTH = "health"
    PRIVATE_MATTERS = "private_matters"
    REFERRAL = "referral"


class UsageKind(StrEnum):
    """What was done with a citizen's data."""

    OPENED = "opened"
    SEARCHED = "searched"
    LISTED = "listed"
    CHANGED = "changed"
    PRINTED = "printed"
    EXPORTED = "exported"
    IMPORTED = "imported"
    CPR_REVEALED = "cpr_revealed"
    COPIED = "copied"
