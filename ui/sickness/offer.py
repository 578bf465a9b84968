"""What the room offers: Follow-up of the sick."""

from __future__ import annotations

from typing import Final

from ui.shell.offer import RoomOffer

OFFER: Final = RoomOffer()
