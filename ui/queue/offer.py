"""What the list offers beside its own page."""

from __future__ import annotations

from typing import Final

from ui.shell.offer import RoomOffer, Scene


def _scenes() -> tuple[Scene, ...]:
    from ui.queue.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(scenes=_scenes)
