"""Reads and counts away from the screen, and hands over what a keystroke only has to filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.guide.target_group import CitizenProfile
from ui.guide.guide_read import Counted, prepared_for, read_counted
from ui.operation import Road

if TYPE_CHECKING:
    from app.guide.ranking import PreparedGuide
    from ui.shell.workplace import Workplace

COUNTED_FROM: Final = frozenset(
    {
        "offer", "offer_start", "offer_industry", "offer_target_group", "offer_criterion", "offer_question",
        "offer_result", "part_service", "provider", "provider_contract", "industry", "placement", "outcome_check",
        "match_assessment", "benefit_period",
    }
)  # fmt: skip
"""The tables that catalogue and figures are made from; a change of one of them is counted anew.

Match and benefit on the day a stay began say which group its outcome counts for.
"""


class _Kept:
    """What was counted of one state of the store; the reader's thread writes it and reads it, one work at a time."""

    counted: Counted | None = None


class GuideReader(QObject):
    """`ready` carries the `Counted` and the `PreparedGuide`."""

    ready = Signal(object, object)

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        """Read at a desk."""
        super().__init__(parent)
        self._workplace, self._desk = workplace, workplace.desk
        self._kept = _Kept()
        self._asked = 0

    def forget(self) -> None:
        """The store has changed: count anew when something is wanted next."""
        self._kept = _Kept()

    def want(self, profile: CitizenProfile) -> None:
        """Prepare for a citizen or a group; an answer to an older wish is not handed over any more."""
        self._asked += 1
        number, kept = self._asked, self._kept
        store, today = self._desk.store, self._desk.clock.today()

        def prepare() -> tuple[Counted, PreparedGuide]:
            found = kept.counted = kept.counted or read_counted(store)
            return found, prepared_for(found, profile, today)

        def prepared(answer: tuple[Counted, PreparedGuide]) -> None:
            if number == self._asked:
                self.ready.emit(*answer)

        self._workplace.run(Road.READ, prepare, prepared, self)
