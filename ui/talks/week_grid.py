"""The week as a table of hours: each appointment a block in its day, those at the same time side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.talks.week import Booked, Week, span
from ui.danish_dates import WEEKDAYS
from ui.talks.booked_button import BookedButton
from ui.theme.fonts import font
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Weight

_FIRST_HOUR, _LAST_HOUR = 8, 16
_HOURS_WIDE = 52
_LEAST = 26


class WeekGrid(QWidget):
    """`chosen` carries the appointment whose block was pressed. Saturday and Sunday are there when something is."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty week."""
        super().__init__(parent)
        self._theme = theme
        self._week = Week(date.min, ())
        self._today = date.min
        self._days = 5
        self._hours = (_FIRST_HOUR, _LAST_HOUR)
        self._all_day = 0
        self.blocks: list[BookedButton] = []
        self.setAccessibleName(self.tr("Aftaler i ugen"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        theme.changed.connect(self.update)

    def show_week(self, week: Week, today: date, chosen_id: str | None = None) -> None:
        """Show a week; the block of `chosen_id` is marked."""
        for block in self.blocks:
            block.hide()
            block.deleteLater()
        self._week, self._today = week, today
        last = max((each.on for each in week.booked), default=week.monday)
        self._days = max(5, (last - week.monday).days + 1)
        timed = [span(each) for each in week.booked if each.starts is not None]
        first_hour = min([_FIRST_HOUR, *(begin.hour for begin, _ in timed)])
        ends = [end.hour + bool(end.minute) if end.date() == begin.date() else 24 for begin, end in timed]
        self._hours = (first_hour, max([_LAST_HOUR, *ends]))
        by_day = [sum(each.on == day and each.starts is None for each in week.booked) for day in self._dates()]
        self._all_day = max(by_day)
        self.blocks = [self._block(each, chosen_id) for each in week.booked]
        self.setMinimumHeight(self._top() + (self._hours[1] - self._hours[0]) * Size.HOUR + Size.GROUP_ROW)
        self._place()
        self.update()

    def mark(self, chosen_id: str | None) -> None:
        """Mark one block and no other."""
        for block in self.blocks:
            block.setChecked(block.booked.id == chosen_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the blocks anew."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the days, the hours and their lines."""
        del event
        painter, colours = QPainter(self), self._theme.colours
        wide = self._column_width()
        for number, day in enumerate(self._dates()):
            x = round(_HOURS_WIDE + number * wide)
            if day == self._today:
                painter.fillRect(QRect(x, 0, round(wide), self.height()), QColor(colours.hover))
            painter.setPen(QColor(colours.link if day == self._today else colours.ink))
            painter.setFont(font(Size.BODY, Weight.STRONG if day == self._today else Weight.MEDIUM))
            words = f"{WEEKDAYS[day.weekday()].capitalize()} {day.day}.{day.month}"
            words += self.tr(" · i dag") if day == self._today else ""
            painter.drawText(
                QRect(x + Space.S, 0, round(wide) - Space.S, Size.GROUP_ROW), Qt.AlignmentFlag.AlignVCenter, words
            )
            painter.setPen(QColor(colours.line))
            painter.drawLine(x, 0, x, self.height())
        self._paint_hours(painter)
        painter.end()

    def _paint_hours(self, painter: QPainter) -> None:
        colours = self._theme.colours
        painter.setFont(font(Size.LABEL))
        for hour in range(self._hours[0], self._hours[1] + 1):
            y = self._top() + (hour - self._hours[0]) * Size.HOUR
            painter.setPen(QColor(colours.line))
            painter.drawLine(_HOURS_WIDE, y, self.width(), y)
            painter.setPen(QColor(colours.muted))
            where = QRect(0, y - Size.GROUP_ROW // 4, _HOURS_WIDE - Space.S, Size.GROUP_ROW // 2)
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{hour}.00")

    def _dates(self) -> list[date]:
        return [self._week.monday + timedelta(days=number) for number in range(self._days)]

    def _top(self) -> int:
        return Size.GROUP_ROW + Space.S + self._all_day * (_LEAST + Space.XS)

    def _column_width(self) -> float:
        return max(1.0, (self.width() - _HOURS_WIDE) / self._days)

    def _block(self, booked: Booked, chosen_id: str | None) -> BookedButton:
        block = BookedButton(booked, self._theme, self)
        block.setChecked(booked.id == chosen_id)
        block.clicked.connect(lambda: self._choose(block))
        block.arrow_pressed.connect(lambda days, places: self._go(block, days, places))
        block.show()
        return block

    def _choose(self, block: BookedButton) -> None:
        self.mark(block.booked.id)
        self.chosen.emit(block.booked)

    def _go(self, block: BookedButton, days: int, places: int) -> None:
        """Up and down within the day; left and right to the nearest appointment of another day."""
        if places:
            of_day = [each for each in self.blocks if each.booked.on == block.booked.on]
            at = of_day.index(block) + places
            if 0 <= at < len(of_day):
                of_day[at].setFocus()
            return
        beside = [each for each in self.blocks if (each.booked.on > block.booked.on) == (days > 0)]
        beside = [each for each in beside if each.booked.on != block.booked.on]
        if beside:
            day = min((each.booked.on for each in beside), key=lambda on: abs(on - block.booked.on))
            clock = _minutes(block.booked.starts or time(0))
            of_day = [each for each in beside if each.booked.on == day]
            min(of_day, key=lambda each: abs(_minutes(each.booked.starts or time(0)) - clock)).setFocus()

    def _place(self) -> None:
        wide = self._column_width()
        for number, day in enumerate(self._dates()):
            of_day = [block for block in self.blocks if block.booked.on == day]
            left = round(_HOURS_WIDE + number * wide) + Space.XS
            room = round(wide) - 2 * Space.XS
            untimed = [block for block in of_day if block.booked.starts is None]
            for row, block in enumerate(untimed):
                block.setGeometry(left, Size.GROUP_ROW + row * (_LEAST + Space.XS), room, _LEAST)
            for block, lane, lanes in _lanes([block for block in of_day if block.booked.starts is not None]):
                begin, end = span(block.booked)
                y = self._top() + round((_minutes(begin.time()) / 60 - self._hours[0]) * Size.HOUR)
                height = max(_LEAST, round((end - begin).total_seconds() / 3600 * Size.HOUR) - 2)
                part = room // lanes
                block.setGeometry(left + lane * part, y + 1, part - (2 if lanes > 1 else 0), height)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _lanes(blocks: Sequence[BookedButton]) -> list[tuple[BookedButton, int, int]]:
    """Each block with its lane, and how many lanes those that overlap share."""
    placed: list[tuple[BookedButton, int, int]] = []
    together: list[tuple[BookedButton, int]] = []
    until: datetime | None = None

    def close() -> None:
        count = 1 + max((lane for _, lane in together), default=0)
        placed.extend((block, lane, count) for block, lane in together)
        together.clear()

    ends: list[datetime] = []
    for block in sorted(blocks, key=lambda each: span(each.booked)):
        begin, end = span(block.booked)
        if until is None or begin >= until:
            close()
            ends.clear()
        lane = next((number for number, taken in enumerate(ends) if taken <= begin), len(ends))
        ends[lane : lane + 1] = [end]
        together.append((block, lane))
        until = end if until is None else max(until, end)
    close()
    return placed
