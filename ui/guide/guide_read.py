"""What the guide reads: the catalogue with its figures, the citizen it is opened for, and one offer's profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.guide.catalogue import Catalogue, read_catalogue
from app.guide.citizen_profile import read_profile
from app.guide.figures import GuideFigures, Level, OfferFigure, figures_for, figures_of, measures_of
from app.guide.offer_profile import OfferProfile, offer_profile
from app.guide.outcomes import read_outcomes
from app.guide.ranking import PreparedGuide, prepare_guide
from app.guide.target_group import CitizenProfile
from db.errors import Refused

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.cases.citizen_head import CitizenHead
    from app.work import Work
    from db.store.store import Store


@dataclass(frozen=True, slots=True)
class Counted:
    """The catalogue and what came of its offers, the same for every citizen."""

    catalogue: Catalogue
    figures: GuideFigures


@dataclass(frozen=True, slots=True)
class GuideCitizen:
    """The citizen that the guide is opened for."""

    case_id: str
    head: CitizenHead
    profile: CitizenProfile


@dataclass(frozen=True, slots=True)
class OpenedProfile:
    """One offer's profile, and its figures from the narrowest group to all."""

    profile: OfferProfile
    measures: Mapping[Level, OfferFigure]


def read_counted(store: Store) -> Counted:
    """Read and count everything once; it holds until offers or outcomes change."""
    with store.raw_reader() as connection:
        catalogue = read_catalogue(connection)
        outcomes = read_outcomes(connection)
    return Counted(catalogue, figures_of(catalogue, outcomes))


def prepared_for(counted: Counted, profile: CitizenProfile, today: date) -> PreparedGuide:
    """Estimate for one citizen or group, and rank every offer."""
    figures = figures_for(counted.figures, counted.catalogue, profile)
    return prepare_guide(counted.catalogue, figures, profile, today)


def open_citizen(work: Work, case_id: str) -> GuideCitizen:
    """Read whom the guide is for, and log that the case was opened for it. Refused as `citizen_page`."""
    from app.cases.usage_log import note_use
    from db.values.people import UsageKind

    citizen = read_citizen(work, case_id)
    note_use(work, UsageKind.OPENED, "Visitationsguide", case_id=case_id)
    return citizen


def read_citizen(work: Work, case_id: str) -> GuideCitizen:
    """The same for a citizen who is on the screen already. Refused as `citizen_page`."""
    from app.cases.citizen_head import citizen_head

    return GuideCitizen(case_id, citizen_head(work, case_id), read_profile(work.session, case_id, work.today))


def read_offer(session: Session, offer_id: str) -> OfferProfile:
    """One offer's profile. Refused: `unknown_offer`."""
    found = offer_profile(session, offer_id)
    if found is None:
        raise Refused("Tilbuddet findes ikke længere. Hent listen igen.", field="offer_id", code="unknown_offer")
    return found


def read_in_full(session: Session, counted: Counted, profile: CitizenProfile, offer_id: str) -> OpenedProfile:
    """One offer's profile with all its figures. Refused as `read_offer`."""
    found = read_offer(session, offer_id)
    return OpenedProfile(found, measures_of(counted.figures, counted.catalogue, profile, found.offer_no))
