"""The rooms of the house that a person can go to, each with its own `OFFER`. Imported after the list is shown."""

from __future__ import annotations

from typing import Final

from ui.applications.offer import OFFER as APPLICATIONS
from ui.cases.offer import OFFER as CASES
from ui.citizen.offer import OFFER as CITIZEN
from ui.follow_up.offer import OFFER as FOLLOW_UP
from ui.guide.offer import OFFER as GUIDE
from ui.imports.offer import OFFER as IMPORTS
from ui.placements.offer import OFFER as PLACEMENTS
from ui.queue.offer import OFFER as QUEUE
from ui.reception.offer import OFFER as RECEPTION
from ui.search.offer import OFFER as SEARCH
from ui.settings.offer import OFFER as SETTINGS
from ui.shell.offer import RoomOffer
from ui.sickness.offer import OFFER as SICKNESS
from ui.talks.offer import OFFER as TALKS
from ui.team.offer import OFFER as TEAM
from ui.transfer.offer import OFFER as TRANSFER
from ui.unlock.offer import OFFER as UNLOCK

ROOMS: Final[tuple[RoomOffer, ...]] = (
    QUEUE,
    CASES,
    CITIZEN,
    TALKS,
    RECEPTION,
    APPLICATIONS,
    SICKNESS,
    FOLLOW_UP,
    GUIDE,
    PLACEMENTS,
    TRANSFER,
    TEAM,
    IMPORTS,
    SEARCH,
    SETTINGS,
    UNLOCK,
)
