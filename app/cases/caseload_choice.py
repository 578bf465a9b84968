"""What of the caseload is wanted: whose cases, which of them, in which order. A screen keeps it as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self, TypeVar

from app.cases.caseload_row import CaseColumn

Member = TypeVar("Member", bound=StrEnum)


class Scope(StrEnum):
    """Whose cases; `CLOSED` are the ended ones and everything else the open ones."""

    MINE = "mine"
    TEAM = "team"
    ALL = "all"
    UNASSIGNED = "unassigned"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Filters:
    """Everything that narrows the list beside its scope; nothing set narrows nothing.

    `idle_over` is a number of days that must have gone without activity. `couples` are those in a household together.
    """

    matches: tuple[int, ...] = ()
    benefit: str | None = None
    area_id: str | None = None
    idle_over: int | None = None
    without_plan: bool = False
    without_match: bool = False
    couples: bool = False


@dataclass(frozen=True, slots=True)
class CaseloadChoice:
    """The whole choice. `together` puts a household's lines under each other."""

    scope: Scope = Scope.MINE
    text: str = ""
    filters: Filters = Filters()
    sort_by: CaseColumn = CaseColumn.CITIZEN
    descending: bool = False
    together: bool = False

    def to_json(self) -> str:
        """The choice as a saved view keeps it; what is typed is not a part of it."""
        filters = self.filters
        return json.dumps({
            "scope": self.scope, "sort_by": self.sort_by, "descending": self.descending, "together": self.together,
            "matches": filters.matches, "benefit": filters.benefit, "area_id": filters.area_id,
            "idle_over": filters.idle_over, "without_plan": filters.without_plan,
            "without_match": filters.without_match, "couples": filters.couples,
        })  # fmt: skip

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a saved view; what another version wrote and this one does not know is left as it is at first."""
        kept = json.loads(text)
        plain = cls()
        idle, matches = kept.get("idle_over"), kept.get("matches")
        filters = Filters(
            matches=tuple(each for each in matches if isinstance(each, int)) if isinstance(matches, list) else (),
            benefit=kept.get("benefit"),
            area_id=kept.get("area_id"),
            idle_over=idle if isinstance(idle, int) else None,
            without_plan=kept.get("without_plan") is True,
            without_match=kept.get("without_match") is True,
            couples=kept.get("couples") is True,
        )
        return replace(
            plain,
            scope=_member(Scope, kept.get("scope"), plain.scope),
            sort_by=_member(CaseColumn, kept.get("sort_by"), plain.sort_by),
            descending=kept.get("descending") is True,
            together=kept.get("together") is True,
            filters=filters,
        )


def _member(closed_set: type[Member], value: object, otherwise: Member) -> Member:
    return next((member for member in closed_set if member.value == value), otherwise)
