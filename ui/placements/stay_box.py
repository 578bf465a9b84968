"""Which stay a form is about, above its fields."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QFrame

from app.cases.words import PLACEMENT_STATES
from app.orders.opened_placements import OpenedPlacement
from app.orders.outcome_words import OUTCOMES
from ui.danish_dates import full_date
from ui.follow_up.reason_box import reason_box


def stay_box(opened: OpenedPlacement, fine: str = "") -> QFrame:
    """Make the box; `fine` is said in finer print."""
    return reason_box(opened.title, _lines(opened), fine)


def _lines(opened: OpenedPlacement) -> Iterator[str]:
    if opened.provider:
        yield opened.provider
    until = f"–{full_date(opened.last_day)}" if opened.last_day else " og uden slutdato"
    yield f"{full_date(opened.from_on)}{until}, {PLACEMENT_STATES[opened.state]}"
    if opened.result is not None:
        yield f"Ved afslutningen: {OUTCOMES[opened.result].lower()}"
