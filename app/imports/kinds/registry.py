"""The kinds that can be read and written, by their Danish names."""

from __future__ import annotations

from typing import Any

from app.imports.folding import folded
from app.imports.kinds.applications import APPLICATIONS
from app.imports.kinds.citizens import CITIZENS
from app.imports.kinds.job_orders import JOB_ORDERS
from app.imports.kinds.job_plans import JOB_PLANS
from app.imports.kinds.kind import Kind
from app.imports.kinds.offer_results import OFFER_RESULTS
from app.imports.kinds.offers import OFFERS
from app.imports.kinds.placements import PLACEMENTS
from app.imports.kinds.sickness import SICKNESS
from app.imports.kinds.talks import TALKS
from app.imports.kinds.youth_alerts import YOUTH_ALERTS
from db.errors import Refused

KINDS: tuple[Kind[Any], ...] = (
    CITIZENS,
    TALKS,
    OFFERS,
    PLACEMENTS,
    JOB_PLANS,
    APPLICATIONS,
    SICKNESS,
    YOUTH_ALERTS,
    OFFER_RESULTS,
    JOB_ORDERS,
)

CAN_BE_FULL: tuple[Kind[Any], ...] = (CITIZENS, OFFERS)
"""Those of which a file may hold everything, so that what it leaves out means something."""


def find_kind(name: str) -> Kind[Any]:
    """The kind of that name, also in aa/ae/oe spelling. Raises Refused `unknown_kind`."""
    for kind in KINDS:
        if folded(kind.name) == folded(name):
            return kind
    message = f"Den slags fil kendes ikke. Vælg en af: {', '.join(kind.name for kind in KINDS)}."
    raise Refused(message, field="kind", code="unknown_kind")
