"""A procedure card, and which card belongs to a row of the queue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Procedure:
    """How a piece of casework is done. It belongs to `kinds` of rows, and to a band of match where it has one."""

    id: str
    title: str
    kinds: tuple[str, ...]
    steps: tuple[str, ...]
    source: str
    match_from: int | None = None
    match_to: int | None = None

    def fits(self, kind: str, match: int | None) -> bool:
        """Whether the card is for such a row. A card with a band says nothing of someone without a match."""
        if kind not in self.kinds:
            return False
        if self.match_from is None and self.match_to is None:
            return True
        return match is not None and (self.match_from or 1) <= match <= (self.match_to or 5)


def procedure_for(kind: str, match: int | None, procedures: Iterable[Procedure]) -> Procedure | None:
    """The card of a row; one with a band of match goes before one for everybody."""
    fitting = [each for each in procedures if each.fits(kind, match)]
    return min(fitting, key=lambda each: each.match_from is None and each.match_to is None, default=None)
