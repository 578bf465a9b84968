"""What the room offers: Settings, the ways into the store, and what the program says of itself."""

from __future__ import annotations

from typing import Final

from ui.shell.offer import RoomOffer

OFFER: Final = RoomOffer()
