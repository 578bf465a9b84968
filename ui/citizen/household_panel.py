"""Husstand: who lives together, and their deadlines side by side while joint functions are on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.household_view import HouseholdMember, HouseholdView
from app.cases.words import HOUSEHOLD_PARTS
from app.queue.item import QueueItem
from ui.citizen.overview_panel import deadline_chip
from ui.citizen.page_deeds import Deeds
from ui.citizen.panel_parts import Panel, add_buttons, add_heading, add_item, add_line, add_nothing, button, link
from ui.danish_dates import age, full_date
from ui.shell.case_action import CaseAction
from ui.theme.labels import chip
from ui.theme.tokens import Tone


class HouseholdPanel(Panel):
    """What must be hidden is not in the view it is given; deadlines are left out here for the same reason."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self._deeds = deeds

    def show_household(self, view: HouseholdView | None, items: Sequence[QueueItem] | None, today: date) -> None:
        """Show the household; `items` are the queue's rows, None while they are being computed."""

        def fill(column: QVBoxLayout) -> None:
            change = button(self.tr("Ret husstand …"), lambda: self._deeds.act(CaseAction.CHANGE_HOUSEHOLD, None))
            add_heading(column, self.tr("Husstand"))
            if view is None:
                add_nothing(column, self.tr("Borgeren er ikke registreret i en husstand."))
                add_buttons(column, change)
                return
            if view.off_reason is not None:
                column.addWidget(chip(view.off_reason, Tone.AMBER))
            if not view.others:
                add_nothing(column, self.tr("Ingen andre i husstanden har en sag."))
            for other in view.others:
                self._add_member(column, other, today)
            add_buttons(column, change)
            self._add_deadlines(column, view, items, today)

        self.build(fill)

    def _add_member(self, column: QVBoxLayout, other: HouseholdMember, today: date) -> None:
        parts = [HOUSEHOLD_PARTS[other.part]]
        opening = []
        if other.born is not None:
            parts.append(f"født {full_date(other.born)}, {age(other.born, today)} år")
            opening.append(link(self.tr("Åbn sag"), lambda: self._deeds.go_to(other.case_id), other.name))
        parts += [text for text in (other.address, other.phone) if text]
        add_line(column, other.name, " · ".join(parts), *opening)

    def _add_deadlines(
        self, column: QVBoxLayout, view: HouseholdView, items: Sequence[QueueItem] | None, today: date
    ) -> None:
        add_heading(column, self.tr("Fælles frister"))
        if view.off_reason is not None:
            add_nothing(column, self.tr("Vises ikke, mens samordningen er slået fra."))
            return
        if items is None:
            add_nothing(column, self.tr("Regnes ud …"))
            return
        names = {other.case_id: other.name for other in view.others if other.born is not None}
        found = [item for item in items if item.case_id in names]
        if not found:
            add_nothing(column, self.tr("De andre har ingen åbne frister."))
        for item in found:
            title = f"{names[item.case_id or '']}: {item.label}"
            add_item(column, deadline_chip(item, today), title, item.reason)
