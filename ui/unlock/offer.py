"""What the ways in offer while one works: the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.shell.offer import CommandOffer, RoomOffer, Scene

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace


def _lock(workplace: Workplace) -> None:
    workplace.lock()


def _scenes() -> tuple[Scene, ...]:
    from ui.unlock.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    commands=(CommandOffer("lock", "Lås", _lock, words="lås skærm program pause log af", keys="Ctrl+L"),),
    scenes=_scenes,
)
