"""What the room offers: The caseload."""

from __future__ import annotations

from typing import Final

from ui.shell.offer import RoomOffer

OFFER: Final = RoomOffer()
