"""The two equal entrances, the kind of offer and the latest start, side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.guide.catalogue import Catalogue
from app.guide.filters import Entrances, GuideFilters
from app.guide.target_group import MATCH, TARGET_GROUPS, TargetGroup
from app.guide.words import OFFER_KINDS
from db.values.offers import OfferKind
from ui.danish_dates import near_date
from ui.guide.entrance import Entrance, Option
from ui.theme.tokens import Space

_WEEKS: Final = (2, 4, 6, 8, 12, 26)
_SEVERAL: Final = "several"
# Somebody is in one category of match at a time; every other group goes together with any.
_MATCH: Final = frozenset({*MATCH.values(), TargetGroup.MATCH_1_3, TargetGroup.MATCH_4_5})


class WaysIn(QWidget):
    """`filters_changed` carries all filters with what was chosen here."""

    filters_changed = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        """Make them without choices."""
        super().__init__(parent)
        self._today, self._filters = today, GuideFilters()
        self.group, self.industry = Entrance(self.tr("Målgruppe")), Entrance(self.tr("Branche"))
        self.kind, self.start = Entrance(self.tr("Formål")), Entrance(self.tr("Starter senest"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        for entrance in (self.group, self.industry, self.kind, self.start):
            row.addWidget(entrance, stretch=1)
        self.group.chosen.connect(self._choose_group)
        self.industry.chosen.connect(lambda value: self._tell(replace(self._filters, industry=value)))
        self.kind.chosen.connect(self._choose_kind)
        self.start.chosen.connect(self._choose_start)

    def show_choices(self, filters: GuideFilters, entrances: Entrances, catalogue: Catalogue) -> None:
        """Show what is chosen, and how many offers each entrance leaves beside the other."""
        self._filters = filters
        groups = [Option(each, words, entrances.target_groups.get(each, 0)) for each, words in TARGET_GROUPS.items()]
        everyone = Option(None, self.tr("Alle målgrupper"))
        self.group.offer([everyone, *self._several(filters.target_groups), *groups], _one(filters.target_groups))
        industries = [Option(each.id, each.name, entrances.industries.get(each.id, 0)) for each in catalogue.industries]
        self.industry.offer([Option(None, self.tr("Alle brancher")), *industries], filters.industry)
        kinds = [Option(kind, words) for kind, words in OFFER_KINDS.items()]
        several = [Option(_SEVERAL, self.tr("{count} slags tilbud").format(count=len(filters.kinds)))]
        chosen = _one(filters.kinds)
        self.kind.offer(
            [Option(None, self.tr("Alle formål")), *(several if len(filters.kinds) > 1 else ()), *kinds], chosen
        )
        weeks = filters.start_within_weeks
        own = () if weeks is None or weeks in _WEEKS else (weeks,)
        starts = [Option(str(each), self._by(each)) for each in sorted((*_WEEKS, *own))]
        self.start.offer([Option(None, self.tr("Når som helst")), *starts], None if weeks is None else str(weeks))

    def _several(self, groups: frozenset[TargetGroup]) -> list[Option]:
        if len(groups) < 2:
            return []
        return [Option(_SEVERAL, " · ".join(words for group, words in TARGET_GROUPS.items() if group in groups))]

    def _by(self, weeks: int) -> str:
        day = near_date(self._today + timedelta(weeks=weeks), self._today)
        return self.tr("{day} ({weeks} uger)").format(day=day, weeks=weeks)

    def _choose_group(self, value: str | None) -> None:
        chosen = self._filters.target_groups
        if value is None:
            groups: frozenset[TargetGroup] = frozenset()
        elif value == _SEVERAL:
            return
        else:
            group = TargetGroup(value)
            kept = chosen - _MATCH if group in _MATCH else chosen
            groups = kept - {group} if group in chosen else kept | {group}
        self._tell(replace(self._filters, target_groups=groups))

    def _choose_kind(self, value: str | None) -> None:
        if value != _SEVERAL:
            self._tell(replace(self._filters, kinds=frozenset() if value is None else frozenset({OfferKind(value)})))

    def _choose_start(self, value: str | None) -> None:
        self._tell(replace(self._filters, start_within_weeks=None if value is None else int(value)))

    def _tell(self, filters: GuideFilters) -> None:
        self.filters_changed.emit(filters)


def _one(values: frozenset[TargetGroup] | frozenset[OfferKind]) -> str | None:
    if len(values) > 1:
        return _SEVERAL
    return next(iter(values), None)
