"""What the room offers: Who holds which case, cover, exclusions and closed cases."""

from __future__ import annotations

from typing import Final

from ui.shell.offer import RoomOffer

OFFER: Final = RoomOffer()
