"""`kø`: the rows of the queue as they stand on the screen. No CPR number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from app.imports.dates import written_day
from app.queue.item import Lane, QueueItem

NAME = "kø"

HEADINGS = (
    "bane", "frist", "handl_senest", "opgave", "borger", "født", "årsag", "regel", "kilde", "konsekvens", "match",
    "ydelse", "tovholder", "boligområde", "venter_på", "venter_siden", "indkaldt", "udsat_til", "undtaget",
)  # fmt: skip

LANES = {
    Lane.OVERDUE: "Overskredet",
    Lane.TODAY: "I dag",
    Lane.THIS_WEEK: "Denne uge",
    Lane.FOUR_WEEKS: "De næste fire uger",
    Lane.LATER: "Senere",
    Lane.AGREED: "Aftalt",
    Lane.WAITING: "Venter på andre",
}


def queue_lines(items: Iterable[QueueItem]) -> list[Sequence[str]]:
    """Headings and rows, in the order of the queue."""
    return [HEADINGS, *(_line(item) for item in items)]


def _line(item: QueueItem) -> Sequence[str]:
    return (
        LANES[item.lane],
        written_day(item.due_on),
        written_day(item.act_by),
        item.label,
        item.citizen,
        _day(item.born),
        item.reason,
        item.rule,
        item.source,
        str(item.consequence),
        "" if item.match is None else str(item.match),
        item.benefit or "",
        item.holder_name or "",
        item.area_name or "",
        item.waiting_for or "",
        _day(item.waiting_since),
        item.agreed or "",
        _day(item.snoozed_until),
        item.excluded or "",
    )


def _day(day: date | None) -> str:
    return written_day(day) if day else ""
