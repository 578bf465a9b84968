"""What the guide reads: the catalogue with its figures, and the citizen it is opened for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.guide.catalogue import Catalogue, read_catalogue
from app.guide.citizen_profile import read_profile
from app.guide.figures import GuideFigures, figures_for, figures_of
from app.guide.outcomes import read_outcomes
from app.guide.ranking import PreparedGuide, prepare_guide
from app.guide.target_group import CitizenProfile

if TYPE_CHECKING:
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
