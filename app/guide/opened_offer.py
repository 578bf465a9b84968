"""One offer as it is opened: its profile, and its figures from the narrowest group to all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.guide.catalogue import Catalogue
from app.guide.figures import GuideFigures, Level, OfferFigure, measures_of
from app.guide.offer_profile import OfferProfile, offer_profile
from app.guide.target_group import CitizenProfile
from db.errors import Refused


@dataclass(frozen=True, slots=True)
class OpenedProfile:
    """One offer's profile, and its figures from the narrowest group to all."""

    profile: OfferProfile
    measures: Mapping[Level, OfferFigure]


def read_offer(session: Session, offer_id: str) -> OfferProfile:
    """One offer's profile. Refused: `unknown_offer`."""
    found = offer_profile(session, offer_id)
    if found is None:
        raise Refused("Tilbuddet findes ikke længere. Hent listen igen.", field="offer_id", code="unknown_offer")
    return found


def read_in_full(
    session: Session, figures: GuideFigures, catalogue: Catalogue, person: CitizenProfile, offer_id: str
) -> OpenedProfile:
    """One offer's profile with all its figures. Refused as `read_offer`."""
    found = read_offer(session, offer_id)
    return OpenedProfile(found, measures_of(figures, catalogue, person, found.offer_no))
