"""Filters the same prepared guide again and again: what does not change between two keystrokes is sifted once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Final, NamedTuple

from app.guide.filters import Entrances, GuideFilters, sifted
from app.guide.ranking import GuideRow, PreparedGuide

_OFFER_OF: Final = attrgetter("offer")
_MOST_KEPT: Final = 50


class Sifted(NamedTuple):
    """What the filters let through, in order, what the entrances would give, and how many offers there are in all."""

    rows: Sequence[GuideRow]
    entrances: Entrances
    total: int


class Sieve:
    """The text and the two entrances change all the time; every other filter is kept with what it lets through.

    A text that was typed before is not looked for again: one goes back letter by letter as often as forth.
    """

    def __init__(self, prepared: PreparedGuide) -> None:
        """Sift this."""
        self._whole = prepared
        self._left: Sequence[GuideRow] = prepared.rows
        self._kept = GuideFilters()
        self._found: dict[GuideFilters, Sifted] = {}

    def sift(self, filters: GuideFilters) -> Sifted:
        """The same rows and numbers as `guide_list` gives."""
        kept = replace(filters, text="", industry=None, target_groups=frozenset())
        if kept != self._kept:
            self._kept, self._left = kept, sifted(self._whole.rows, _OFFER_OF, kept, self._whole.today)[0]
            self._found.clear()
        found = self._found.get(filters)
        if found is None:
            if len(self._found) >= _MOST_KEPT:
                self._found.clear()
            changing = GuideFilters(text=filters.text, industry=filters.industry, target_groups=filters.target_groups)
            rows, entrances = sifted(self._left, _OFFER_OF, changing, self._whole.today)
            found = self._found[filters] = Sifted(rows, entrances, len(self._whole.rows))
        return found
