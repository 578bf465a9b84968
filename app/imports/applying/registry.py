"""Who takes each kind in, and who gives it out."""

from __future__ import annotations

from typing import Any

from app.imports.applying.applications import ApplicationApplier, ApplicationReader
from app.imports.applying.applier import Applier, Reader
from app.imports.applying.caseload import CaseloadReader
from app.imports.applying.citizens import CitizenApplier
from app.imports.applying.job_orders import JobOrderApplier, JobOrderReader
from app.imports.applying.job_plans import JobPlanApplier, JobPlanReader
from app.imports.applying.offer_results import OfferResultApplier, OfferResultReader
from app.imports.applying.offers import OfferApplier, OfferReader
from app.imports.applying.placements import PlacementApplier, PlacementReader
from app.imports.applying.sickness import SicknessApplier, SicknessReader
from app.imports.applying.talks import TalkApplier, TalkReader
from app.imports.applying.youth_alerts import YouthAlertApplier, YouthAlertReader

_APPLIERS: tuple[type[Applier[Any]], ...] = (
    CitizenApplier,
    TalkApplier,
    PlacementApplier,
    JobPlanApplier,
    ApplicationApplier,
    SicknessApplier,
    YouthAlertApplier,
    OfferApplier,
    OfferResultApplier,
    JobOrderApplier,
)
_READERS: tuple[type[Reader[Any]], ...] = (
    CaseloadReader,
    TalkReader,
    PlacementReader,
    JobPlanReader,
    ApplicationReader,
    SicknessReader,
    YouthAlertReader,
    OfferReader,
    OfferResultReader,
    JobOrderReader,
)

APPLIER_OF = {applier.kind.name: applier for applier in _APPLIERS}
READER_OF = {reader.kind.name: reader for reader in _READERS}
