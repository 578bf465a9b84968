"""The lower parts of the panel beside a row: the case's last events, the procedure card, and the row's facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.queue.item import QueueItem
from ui.danish_dates import long_date, near_date
from ui.queue.filter_words import KINDS
from ui.queue.words import CONSEQUENCES
from ui.theme.fonts import font
from ui.theme.labels import caption, stored
from ui.theme.tokens import Size, Space, Weight

if TYPE_CHECKING:
    from app.cases.timeline import TimelineEntry
    from app.procedures.procedure import Procedure


def events_box(events: Sequence[TimelineEntry], today: date) -> QWidget:
    """Seneste hændelser: the day and what it was, newest first."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, Space.XS, 0, 0)
    grid.setHorizontalSpacing(Space.S)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnStretch(1, 1)
    grid.addWidget(caption("Seneste hændelser", "strong"), 0, 0, 1, 2)
    for number, entry in enumerate(events, start=1):
        day = f"{entry.day:%d.%m}" if entry.day.year == today.year else f"{entry.day:%d.%m.%y}"
        grid.addWidget(stored(day, "muted"), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(stored(entry.title, wrap=True), number, 1)
    return box


def procedure_box(procedure: Procedure, show: Callable[[Procedure], object]) -> QWidget:
    """Arbejdsgang: the card's title as a link to its steps."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, Space.XS, 0, 0)
    column.setSpacing(0)
    steps = f" · {len(procedure.steps)} trin"
    link = QPushButton()
    link.setProperty("role", "link")
    # The panel never scrolls to the side: a longer title is cut, and the card says all of it.
    metrics = QFontMetrics(font(weight=Weight.MEDIUM))
    room = Size.WHY_PANEL - 2 * Space.XL - Size.SCROLL_BAR - 2 * Size.FOCUS - metrics.horizontalAdvance(steps) - Space.S
    link.setText(metrics.elidedText(procedure.title, Qt.TextElideMode.ElideRight, room) + steps)
    link.setToolTip(procedure.title)
    link.setAccessibleName(f"Arbejdsgang: {procedure.title}, {len(procedure.steps)} trin")
    link.clicked.connect(lambda: show(procedure))
    column.addWidget(caption("Arbejdsgang", "strong"))
    column.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)
    return box


def facts_box(item: QueueItem, today: date) -> QWidget:
    """What else is known of a row, a line each."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, Space.XS, 0, 0)
    grid.setHorizontalSpacing(Space.S)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnMinimumWidth(0, Size.FACT_CAPTION)
    grid.setColumnStretch(1, 1)
    for number, (heading, text) in enumerate(row_facts(item, today)):
        grid.addWidget(stored(heading, "muted"), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(stored(text, wrap=True), number, 1)
    return box


def row_facts(item: QueueItem, today: date) -> list[tuple[str, str]]:
    """What else is known of a row: a heading and a text each."""
    facts = [("Regnet fra", long_date(item.counted_from))]
    if item.agreed:
        facts.append(("Aftalt", item.agreed))
    if item.waiting_for:
        facts.append(("Venter på", item.waiting_for))
    if item.waiting_since:
        facts.append(("Ventet siden", near_date(item.waiting_since, today)))
    if item.snoozed_until:
        facts.append(("Påmindes", long_date(item.snoozed_until)))
    facts.append(("Følge", CONSEQUENCES.get(item.consequence, "–")))
    if item.case_id is not None:
        facts.append(("Tovholder", item.holder_name or "Uden tovholder"))
    if item.area_name:
        facts.append(("Boligområde", item.area_name))
    if item.excluded:
        facts.append(("Undtaget", item.excluded))
    rule_set, _, kind = item.rule.partition(":")
    facts.append(("Regel", f"{KINDS.get(kind, kind)} ({rule_set})"))
    return facts
