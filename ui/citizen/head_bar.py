"""The head of the page: chips with words, how to reach the citizen, who has the case, and what can be done."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.cases.addresses import full_line
from app.cases.case_marks import Mark, MarkKind
from app.cases.citizen_page import CitizenPage
from app.cases.dossier import Dossier
from app.cases.words import BENEFITS, CONTACT_WISHES
from app.queue.item import QueueItem
from ui.citizen.action_row import ActionRow
from ui.danish_dates import full_date
from ui.shell.case_action import CaseAction
from ui.shell.flow_row import flow
from ui.theme.labels import chip, stored
from ui.theme.tokens import Size, Space, Tone

SHOWN_MS: Final = 30_000
"""How long a CPR number or a protected address stands on the screen."""

_TONES: Final = {
    MarkKind.DEAD: Tone.GREY,
    MarkKind.CLOSED: Tone.GREY,
    MarkKind.RESTRICTED: Tone.RED,
    MarkKind.ADDRESS_PROTECTED: Tone.RED,
    MarkKind.EXCLUDED: Tone.BLUE,
}


class HeadBar(QFrame):
    """`cpr_wanted` and `address_wanted` ask for what is shown for a short while only, and logged."""

    cpr_wanted = Signal()
    address_wanted = Signal()

    def __init__(self, offered: Collection[CaseAction], parent: QWidget | None = None) -> None:
        """Make an empty head."""
        super().__init__(parent)
        self.setProperty("role", "header")
        self.buttons = ActionRow(offered)
        self.show_cpr = self._link(self.tr("Vis CPR"))
        self.show_address = self._link(self.tr("Vis adresse"))
        self._closed = False
        self._secrets: dict[QPushButton, QLabel] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide_secrets)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        self._column.setSpacing(Space.M)
        self._facts = QWidget()
        self._chips = QWidget()
        for widget in (self._chips, self._facts, self.buttons):
            self._column.addWidget(widget)
        self.show_cpr.clicked.connect(self.cpr_wanted)
        self.show_address.clicked.connect(self.address_wanted)

    def show_dossier(self, dossier: Dossier, today: date) -> None:
        """Show another reading."""
        self.hide_secrets()
        page = dossier.page
        self._closed = page.closed is not None
        self._chips = self._replace(self._chips, self._make_chips(page, dossier.marks, today), Space.XS)
        self._facts = self._replace(self._facts, self._make_facts(page), Space.XL)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.show_cpr, self.show_address, *self.buttons.stops())

    def show_items(self, items: Sequence[QueueItem]) -> None:
        """Put what is due first in front."""
        self.buttons.show_actions(items, closed=self._closed)

    def reveal_cpr(self, text: str) -> None:
        """Show the number for half a minute."""
        self._reveal(self.show_cpr, text)

    def reveal_address(self, text: str) -> None:
        """Show the protected address for half a minute."""
        self._reveal(self.show_address, text)

    def hide_secrets(self) -> None:
        """Take both away again."""
        self._timer.stop()
        for opening, label in self._secrets.items():
            label.clear()
            label.hide()
            opening.show()

    def _reveal(self, opening: QPushButton, text: str) -> None:
        label = self._secrets.get(opening)
        if label is not None:
            label.setText(text)
            label.show()
            opening.hide()
            self._timer.start()

    def _make_chips(self, page: CitizenPage, marks: Sequence[Mark], today: date) -> list[QWidget]:
        chips: list[QWidget] = [chip(mark.text, _TONES[mark.kind]) for mark in marks]
        if page.match is not None:
            chips.append(chip(f"Match {page.match.category}: {page.match.label}", Tone.GREY))
        if page.benefit is not None:
            ended = page.benefit.to_on is not None and page.benefit.to_on < today
            words = BENEFITS[page.benefit.benefit]
            if ended and page.benefit.to_on is not None:
                words = self.tr("{benefit} til {day}").format(benefit=words, day=full_date(page.benefit.to_on))
            chips.append(chip(words, Tone.GREY))
        if page.details.interpreter_needed:
            chips.append(chip(self.tr("Tolk: {language}").format(language=page.details.language or "?"), Tone.AMBER))
        if page.household is not None and page.household.off_reason is not None:
            chips.append(chip(self.tr("Samordning slået fra"), Tone.AMBER))
        return chips

    def _make_facts(self, page: CitizenPage) -> list[QWidget]:
        details, holder = page.details, page.holder
        self._secrets = {}
        facts = [self._secret(self.tr("CPR"), self.show_cpr)]
        if details.address_protected:
            facts.append(self._secret(self.tr("Adresse (beskyttet)"), self.show_address))
        else:
            self.show_address.setParent(self)
            self.show_address.hide()
            facts.append(_fact(self.tr("Adresse"), full_line(details.address) or "–"))
        wish = f" ({CONTACT_WISHES[details.contact_wish].lower()})" if details.contact_wish else ""
        facts.append(_fact(self.tr("Telefon"), f"{details.phone}{wish}" if details.phone else "–"))
        if details.language and not details.interpreter_needed:
            facts.append(_fact(self.tr("Sprog"), details.language))
        name = holder.name if holder and holder.worker_id else self.tr("Uden tovholder")
        since = self.tr(" siden {day}").format(day=full_date(holder.since)) if holder else ""
        if page.closed is None:
            facts.append(_fact(self.tr("Tovholder"), f"{name}{since}"))
        if holder is not None and holder.unit_name:
            facts.append(_fact(self.tr("Enhed"), holder.unit_name))
        if page.area_name and not details.address_protected:
            facts.append(_fact(self.tr("Boligområde"), page.area_name))
        return facts

    def _secret(self, heading: str, opening: QPushButton) -> QWidget:
        label = stored("")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.hide()
        self._secrets[opening] = label
        opening.show()
        return _pair(heading, label, opening)

    def _link(self, words: str) -> QPushButton:
        made = QPushButton(words, self)
        made.setProperty("role", "quiet-link")
        made.hide()
        return made

    def _replace(self, before: QWidget, widgets: list[QWidget], spacing: int) -> QWidget:
        made = flow(QWidget(), *widgets, spacing=spacing)
        self._column.replaceWidget(before, made)
        made.setVisible(bool(widgets))
        before.hide()
        before.deleteLater()
        return made


def _fact(heading: str, text: str) -> QWidget:
    value = stored(text)
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return _pair(heading, value)


def _pair(heading: str, *values: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(stored(heading, "fine"))
    for value in values:
        # As high as a button, so that words and buttons stand on one line.
        value.setMinimumHeight(Size.CHIP + 2)
        column.addWidget(value, alignment=Qt.AlignmentFlag.AlignLeft)
    return made
