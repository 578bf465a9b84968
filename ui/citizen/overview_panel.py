"""Overblik: the open deadlines of the case with why, and what is to be known of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.cases.overview import Section, SectionKey
from app.queue.item import QueueItem
from ui.citizen.page_deeds import Deeds
from ui.citizen.panel_parts import Panel, add_heading, add_item, add_line, add_nothing, link
from ui.danish_dates import deadline_words
from ui.queue.actions import next_step, words
from ui.queue.words import chip_tone
from ui.shell.case_action import CaseAction
from ui.theme.labels import chip

_NOTHING = {
    SectionKey.TALKS: "Der er ikke registreret en samtale.",
    SectionKey.PLAN: "Der er ingen gyldig plan.",
    SectionKey.MATCH: "Borgeren er ikke matchet.",
}


class OverviewPanel(Panel):
    """Deadlines come a moment later than the rest, since the whole queue is computed for them."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self._deeds = deeds

    def show_overview(self, sections: Sequence[Section], items: Sequence[QueueItem] | None, today: date) -> None:
        """Show both; `items` None while they are being computed."""

        def fill(column: QVBoxLayout) -> None:
            add_heading(column, self.tr("Åbne frister"))
            if items is None:
                add_nothing(column, self.tr("Regnes ud …"))
            elif not items:
                add_nothing(column, self.tr("Ingen frister er åbne."))
            for item in items or ():
                self._add_deadline(column, item, today)
            for section in sections:
                add_heading(column, section.key.value)
                if not section.lines:
                    add_nothing(column, _NOTHING.get(section.key, ""))
                for line in section.lines:
                    add_line(column, line.title, line.text)

        self.build(fill)

    def _add_deadline(self, column: QVBoxLayout, item: QueueItem, today: date) -> None:
        step = next_step(item, self._deeds.offered())
        buttons = []
        if isinstance(step, CaseAction):
            buttons.append(link(words(step), lambda: self._deeds.act(step, item), item.label))
        source = self.tr("Kilde: {source}").format(source=item.source)
        add_item(column, deadline_chip(item, today), item.label, item.reason, source, *buttons)


def deadline_chip(item: QueueItem, today: date) -> QLabel:
    """How near it is."""
    return chip(deadline_words(item.due_on, item.act_by, today), chip_tone(item, today))
