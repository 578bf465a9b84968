"""What the room offers: The search of everything: citizens, pages and what can be done."""

from __future__ import annotations

from typing import Final

from ui.shell.offer import RoomOffer

OFFER: Final = RoomOffer()
