"""The rows of the list, from the families that the filters let through: near-identical offers are folded together."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from app.guide.ranking import Family, GuideRow


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


def shown_rows(families: Iterable[Family], unfolded: Collection[str]) -> list[ShownRow]:
    """The lines in order; the others of a family are shown only where it is unfolded."""
    rows: list[ShownRow] = []
    for first, others in families:
        if not others:
            rows.append(ShownRow(first))
            continue
        name = first.offer.family or first.offer.id
        out = name in unfolded
        rows.append(ShownRow(first, name, len(others), out))
        if out:
            rows.extend(ShownRow(other, name, unfolded=True, indented=True) for other in others)
    return rows
