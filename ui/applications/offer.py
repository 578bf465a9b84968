"""What the room offers: Application cases and their steps."""

from __future__ import annotations

from typing import Final

from ui.shell.offer import RoomOffer

OFFER: Final = RoomOffer()
