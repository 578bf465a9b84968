"""What the room offers: Small answers to rows of the queue: absence, agreements, complaints, youth, faults in data."""

from __future__ import annotations

from typing import Final

from ui.shell.offer import RoomOffer

OFFER: Final = RoomOffer()
