"""The columns of what waits: whom it is about, what was done, where it waits, and for how long."""

from __future__ import annotations

from datetime import date

from app.transfer.choice import joined
from app.transfer.waiting import TickState, TransferItem
from ui.danish_dates import full_date
from ui.lists.row_model import ListColumn
from ui.theme.tokens import Size, Tone

# The deadline for the report to the portal; what waits longer than this is red.
_LATE_DAYS = 7


def transfer_columns(today: date, *, done: bool) -> tuple[ListColumn, ...]:
    """The columns; of what is done it says when and not how long it has waited."""
    waiting, citizen, what = Size.TRANSFER_COLUMNS
    first = (
        ListColumn("Overført", _done_words, waiting, tone=lambda _item: Tone.GREEN)
        if done
        else ListColumn("Ventet", lambda item: waited_words(item, today), waiting, tone=lambda item: _tone(item, today))
    )
    return (
        first,
        ListColumn("Borger", lambda item: item.citizen, citizen, second=lambda item: full_date(item.born)),
        ListColumn("Hvad", lambda item: item.title, what, second=lambda item: f"{item.day:%d.%m}"),
        ListColumn("Systemer", _systems),
    )


def waited_words(item: TransferItem, today: date) -> str:
    """How long it has waited, or that it came back."""
    if any(tick.state is TickState.REJECTED for tick in item.ticks):
        return "afvist"
    days = (today - item.day).days
    if days <= 0:
        return "i dag"
    return "1 dag" if days == 1 else f"{days} dage"


def _tone(item: TransferItem, today: date) -> Tone:
    if any(tick.state is TickState.REJECTED for tick in item.ticks):
        return Tone.RED
    days = (today - item.day).days
    return Tone.RED if days > _LATE_DAYS else Tone.AMBER if days > 0 else Tone.BLUE


def _done_words(item: TransferItem) -> str:
    days = [tick.done_on for tick in item.ticks if tick.done_on]
    return full_date(max(days)) if days else "ja"


def _systems(item: TransferItem) -> str:
    return joined(tick.name for tick in item.waiting or item.ticks)
