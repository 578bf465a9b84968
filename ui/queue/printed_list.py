"""The list on paper: A4 on its side, lanes as headings, and on every page whose list it is and of how many pages.

It is drawn from memory, so that no file with citizens is left behind. Name and birth date are all that is printed
of a citizen: no CPR number, no address.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPen

from app.queue.item import Lane, QueueItem
from ui.danish_dates import deadline_words, full_date, long_date
from ui.queue.words import LANES, benefit_words
from ui.theme.fonts import font
from ui.theme.tokens import LIGHT, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

# Points of 1/72 inch; the painter is scaled so that one unit is one point on every printer.
_POINTS: Final = 72
_MARGIN_MM: Final = 14
_TITLE: Final = 14
_TEXT: Final = 9
_LINE: Final = 17
_HEAD: Final = 58
_FOOT: Final = 22
_GAP: Final = 6

_COLUMNS: Final = (
    ("Frist", 84),
    ("Borger", 150),
    ("Født", 62),
    ("Opgave", 0),
    ("Match", 38),
    ("Ydelse", 96),
    ("Tovholder", 84),
)
"""Heading and width; the one without a width takes what is left."""


Page = tuple[Lane | QueueItem, ...]


@dataclass(frozen=True, slots=True)
class PrintedList:
    """What goes on paper. `filters` are the words of what the list was narrowed by."""

    items: tuple[QueueItem, ...]
    today: date
    worker: str
    filters: tuple[str, ...]

    def pages(self, lines: int) -> tuple[Page, ...]:
        """Rows and lane headings by page, so many lines on each; no heading stands alone at a page's foot."""
        flow: list[Lane | QueueItem] = []
        lane: Lane | None = None
        for item in self.items:
            if item.lane is not lane:
                lane = item.lane
                flow.append(lane)
            flow.append(item)
        pages: list[Page] = []
        while flow:
            take = min(lines, len(flow))
            if take < len(flow) and isinstance(flow[take - 1], Lane) and take > 1:
                take -= 1
            pages.append(tuple(flow[:take]))
            flow = flow[take:]
        return tuple(pages) or ((),)


def page_layout() -> QPageLayout:
    """A4 on its side."""
    margin = float(_MARGIN_MM)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Landscape,
        QMarginsF(margin, margin, margin, margin),
        QPageLayout.Unit.Millimeter,
    )


def draw(printed: PrintedList, device: QPagedPaintDevice | QPrinter) -> int:
    """Draw every page; gives how many there were."""
    device.setPageLayout(page_layout())
    painter = QPainter(device)
    scale = device.logicalDpiX() / _POINTS
    painter.scale(scale, scale)
    size = painter.window().width() / scale, painter.window().height() / scale
    pages = printed.pages(int((size[1] - _HEAD - _FOOT) // _LINE))
    for number in range(1, len(pages) + 1):
        if number > 1:
            device.newPage()
        draw_page(painter, size, printed, pages, number)
    painter.end()
    return len(pages)


def draw_page(
    painter: QPainter, size: tuple[float, float], printed: PrintedList, pages: Sequence[Page], number: int
) -> None:
    """Draw one page, counted from 1, of a size in points."""
    sheet = _Sheet(painter, *size)
    sheet.head(printed)
    for place, row in enumerate(pages[number - 1]):
        sheet.row(row, _HEAD + place * _LINE, printed.today)
    sheet.foot(printed, f"Side {number} af {len(pages)}")


class _Sheet:
    """One page at a time."""

    def __init__(self, painter: QPainter, width: float, height: float) -> None:
        self._painter, self._width, self._height = painter, width, height
        self._fonts = {
            # A font's pixels are points here, since the painter is scaled to them.
            "title": font(_TITLE, Weight.STRONG),
            "text": font(_TEXT),
            "strong": font(_TEXT, Weight.STRONG),
        }
        left = width - sum(wide for _, wide in _COLUMNS)
        self._columns = [(words, wide or left) for words, wide in _COLUMNS]

    def head(self, printed: PrintedList) -> None:
        self._write("Min produktion", (0, 0, self._width / 2), "title")
        self._write(long_date(printed.today), (self._width / 2, 0, self._width / 2), "text", right=True)
        about = " · ".join((printed.worker, *printed.filters)) if printed.worker else " · ".join(printed.filters)
        self._write(about, (0, _LINE + 2, self._width), "text", muted=True)
        x = 0.0
        for words, wide in self._columns:
            self._write(words, (x, _HEAD - _LINE - 2, wide), "text", muted=True)
            x += wide
        self._rule(_HEAD - 2)

    def row(self, row: Lane | QueueItem, y: float, today: date) -> None:
        if isinstance(row, Lane):
            self._painter.fillRect(QRectF(0, y, self._width, _LINE), QColor(LIGHT.group_row))
            self._write(LANES[row], (_GAP, y, self._width), "strong")
            return
        x = 0.0
        for number, (text, (_, wide)) in enumerate(zip(cells(row, today), self._columns, strict=True)):
            self._write(text, (x, y, wide - _GAP), "strong" if number == 1 else "text")
            x += wide
        self._rule(y + _LINE)

    def foot(self, printed: PrintedList, page: str) -> None:
        y = self._height - _LINE
        count = "1 linje" if len(printed.items) == 1 else f"{len(printed.items)} linjer"
        self._write(f"{count}. Fortroligt: makuleres efter brug.", (0, y, self._width / 2), "text", muted=True)
        self._write(page, (self._width / 2, y, self._width / 2), "text", muted=True, right=True)

    def _rule(self, y: float) -> None:
        self._painter.setPen(QPen(QColor(LIGHT.line), 0.5))
        self._painter.drawLine(0, int(y), int(self._width), int(y))

    def _write(
        self, text: str, at: tuple[float, float, float], style: str, *, muted: bool = False, right: bool = False
    ) -> None:
        x, y, wide = at
        self._painter.setFont(self._fonts[style])
        self._painter.setPen(QColor(LIGHT.muted if muted else LIGHT.ink))
        fitting = QFontMetricsF(self._fonts[style]).elidedText(text, Qt.TextElideMode.ElideRight, wide)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(QRectF(x, y, wide, _LINE), side | Qt.AlignmentFlag.AlignVCenter, fitting)


def cells(item: QueueItem, today: date) -> Sequence[str]:
    """What is printed of a row."""
    task = " · ".join(filter(None, (item.label, item.agreed, item.waiting_for and f"venter på {item.waiting_for}")))
    return (
        deadline_words(item.due_on, item.act_by, today),
        item.citizen,
        full_date(item.born) if item.born else "",
        task,
        "" if item.match is None else str(item.match),
        benefit_words(item.benefit) if item.benefit else "",
        item.holder_name or ("Uden tovholder" if item.case_id else ""),
    )
