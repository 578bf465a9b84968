"""The guide at once, for a citizen or a group, as the command line asks for it. Every reading of a case is logged."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from app.cases.restrictions import may_open, restrictions_of
from app.cases.usage_log import note_use
from app.guide.catalogue import Catalogue
from app.guide.citizen_profile import read_profile
from app.guide.figures import GuideFigures
from app.guide.filters import GuideFilters
from app.guide.industries import Industries
from app.guide.ranking import GuideList, guide_rows
from app.guide.slices import GroupUsed, Level
from app.guide.target_group import CitizenProfile, TargetGroup, ages_of, band_of, group_profile
from app.work import Work
from db.errors import Refused
from db.values.offers import AgeBand
from db.values.people import UsageKind

_AGES = {
    frozenset({AgeBand.UNDER_25}): TargetGroup.UNDER_25.value,
    frozenset({AgeBand.UNDER_25, AgeBand.FROM_25}): TargetGroup.UNDER_30.value,
}


class Listing(NamedTuple):
    """The list, and whom it is for."""

    found: GuideList
    profile: CitizenProfile


def profile_for(work: Work, case_id: str, purpose: str) -> CitizenProfile:
    """What the guide needs to know of a citizen; that it was read stands in the log.

    Refused: `unknown_case` and `restricted` (field `case_id`).
    """
    profile = read_profile(work.session, case_id, work.today)
    if not may_open(restrictions_of(work.session, case_id), work.author, work.today):
        raise Refused("Sagen er spærret. Tal med din leder.", field="case_id", code="restricted")
    note_use(work, UsageKind.OPENED, purpose, case_id=case_id)
    return profile


def industry_of(session: Session, text: str) -> str:
    """The id of the industry that is meant. Refused: `unknown_industry` (field `industry`)."""
    industries = Industries(session)
    found = industries.find(text)
    if found is None:
        message = f"Branchen kendes ikke. Vælg en af: {industries.hint(text)}"
        raise Refused(message, field="industry", code="unknown_industry")
    return found


def list_for(
    catalogue: Catalogue,
    figures: GuideFigures,
    today: date,
    *,
    profile: CitizenProfile | None,
    group: TargetGroup | None,
    industry: str | None,
) -> Listing:
    """The offers of an industry and for a group, or all, ranked for the citizen, for the group, or for everybody.

    A citizen narrows nothing: what does not fit is told and stays.
    """
    whom = profile or (CitizenProfile() if group is None else group_profile(group))
    filters = GuideFilters(industry=industry, target_groups=frozenset({group} if group else ()))
    return Listing(guide_rows(catalogue, figures, whom, filters, today), whom)


def group_name(used: GroupUsed, profile: CitizenProfile) -> str:
    """The group that a figure is from, for a program: a target group's name, `all`, or its parts with `/` between."""
    band = band_of(profile)
    match = f"match-{profile.match}" if profile.match is not None else None
    if used.level is Level.ALL:
        return used.level.value
    if used.level is Level.BAND and band is not None:
        return band.value
    if used.level is Level.MATCH and match is not None:
        return match
    ages = ages_of(profile)
    parts = (
        match or (band.value if band else None),
        profile.benefit.value if profile.benefit else None,
        _AGES.get(ages) or "/".join(sorted(age.value for age in ages)) or None,
    )
    return "/".join(part for part in parts if part)
