"""The rows of the list, from the offers that the filters let through: near-identical ones are folded together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple, overload

from app.guide.ranking import GuideRow


class ShownRow(NamedTuple):
    """One line: an offer, and how it stands in its family.

    `family` is empty for an offer that stands alone. `similar` is how many others are folded under it, or stand below
    it while `unfolded`; `indented` says that it is one of those others.
    """

    row: GuideRow
    family: str = ""
    similar: int = 0
    unfolded: bool = False
    indented: bool = False

    @property
    def offer_id(self) -> str:
        """The offer."""
        return self.row.offer.id


class ShownRows(Sequence[ShownRow]):
    """The lines in order; the others of a family are shown only where it is unfolded.

    A line is made when it is asked for: of thousands only a dozen are seen, and a keystroke has no time for the rest.
    """

    def __init__(self, rows: Iterable[GuideRow] = (), unfolded: Collection[str] = ()) -> None:
        """Take the offers as they are ranked; those of a family stand under the first of them."""
        self._others: dict[str, list[GuideRow]] = {}
        self._unfolded = frozenset(unfolded)
        firsts: list[GuideRow] = []
        for row in rows:
            family = row.offer.family
            if family is None:
                firsts.append(row)
            elif family in self._others:
                self._others[family].append(row)
            else:
                self._others[family] = []
                firsts.append(row)
        # A line of its own for each that stands below an unfolded one; it is named by the first of its family.
        self._lines: list[GuideRow] = firsts
        self._below: frozenset[str] = frozenset()
        if self._unfolded & self._others.keys():
            self._lines = [line for first in firsts for line in (first, *self._under(first))]
            self._below = frozenset(row.offer.id for first in firsts for row in self._under(first))

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    @overload
    def __getitem__(self, place: int) -> ShownRow: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[ShownRow]: ...

    def __getitem__(self, place: int | slice) -> ShownRow | Sequence[ShownRow]:
        """The line at a place."""
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        row = self._lines[place]
        family = row.offer.family
        others = self._others.get(family, []) if family is not None else []
        if family is None or not others:
            return ShownRow(row)
        if row.offer.id in self._below:
            return ShownRow(row, family, unfolded=True, indented=True)
        return ShownRow(row, family, len(others), unfolded=family in self._unfolded)

    def place_of(self, offer_id: str) -> int | None:
        """Where an offer stands; None when it is not shown."""
        return next((place for place, row in enumerate(self._lines) if row.offer.id == offer_id), None)

    def _under(self, first: GuideRow) -> Sequence[GuideRow]:
        family = first.offer.family
        return self._others[family] if family is not None and family in self._unfolded else ()
