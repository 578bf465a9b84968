"""Draws the rows of the list of offers: tick box, two lines of text, dot and line, and the chip of doubt."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.guide.interval_drawing import draw_interval
from ui.guide.offer_line import Column, OfferLine
from ui.theme.fonts import font
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Tone, Weight

Index = QModelIndex | QPersistentModelIndex

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MOST_KEPT = 20_000
_BY_THE_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LineSource(Protocol):
    """What is asked of the model beside Qt's own questions."""

    def line(self, place: int) -> OfferLine:
        """How a row reads."""

    def is_ticked(self, place: int) -> bool:
        """Whether the row is to be compared."""


class OfferDelegate(QStyledItemDelegate):
    """Asks the model for words and the theme for colours; fonts and their measures are made once."""

    def __init__(self, theme: Theme, source: LineSource, view: QTableView) -> None:
        """Draw for one view."""
        super().__init__(view)
        self._theme, self._source, self._view = theme, source, view
        self._hovered = -1
        self._body, self._name = font(), font(weight=Weight.MEDIUM)
        self._bold, self._chip = font(weight=Weight.STRONG), font(Size.LABEL, Weight.MEDIUM)
        fonts = (self._body, self._name, self._bold, self._chip)
        self._measures = {id(each): QFontMetrics(each) for each in fonts}
        self._line = self._measures[id(self._body)].lineSpacing() + 1
        # Each is asked for at every drawing of the list, and measuring a text takes longer than drawing it.
        self._fitting: dict[tuple[int, str, int], tuple[str, int]] = {}
        self._colours: dict[str, QColor] = {}

    def hover(self, row: int) -> None:
        """Remember the row under the mouse, -1 for none."""
        self._hovered = row

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        line = self._source.line(index.row())
        self._paint_ground(painter, rect, index)
        inner = rect.adjusted(Space.M, 0, -Space.S, 0)
        match index.column():
            case Column.TICK:
                self._paint_tick(painter, rect, ticked=self._source.is_ticked(index.row()))
            case Column.OFFER:
                inner = inner.adjusted(Space.L if line.indented else 0, 0, 0, 0)
                self._paint_offer(painter, inner, line)
            case Column.RESULT:
                self._paint_result(painter, inner, line)
            case Column.PERSONS:
                self._paint_persons(painter, inner, line)
            case Column.START:
                self._write_two(painter, inner, (line.start, self._body), line.places, careful=line.places_old)
            case _:
                ink = self._theme.colours.ink if line.met else self._theme.colours.chips[Tone.AMBER].ink
                self._write(painter, inner, line.criteria, self._body, ink)

    def _paint_ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        colours, row = self._theme.colours, index.row()
        chosen = self._view.currentIndex().row() == row
        ground = colours.selection if chosen else colours.hover if row == self._hovered else colours.surface
        painter.fillRect(rect, self._colour(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._colour(colours.line))
        if chosen and self._view.hasFocus():
            for edge in (rect.top(), rect.bottom() - Size.FOCUS + 1):
                painter.fillRect(rect.left(), edge, rect.width(), Size.FOCUS, self._colour(colours.link))
        if chosen and index.column() == Column.TICK:
            # A bar beside the colour: the chosen row must be found without telling two greys apart.
            painter.fillRect(rect.left(), rect.top(), Size.MARK, rect.height(), self._colour(colours.link))

    def _paint_tick(self, painter: QPainter, rect: QRect, *, ticked: bool) -> None:
        colours = self._theme.colours
        side = Size.TICK
        box = QRectF(rect.left() + Space.M, rect.center().y() - side / 2 + 1, side, side)
        painter.setPen(self._colour(colours.accent if ticked else colours.field_border))
        painter.setBrush(self._colour(colours.accent if ticked else colours.surface))
        painter.drawRoundedRect(box, Size.CHIP_CORNER - 1, Size.CHIP_CORNER - 1)
        if ticked:
            pen = QPen(self._colour(colours.on_accent), Size.FOCUS)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            at = [(0.25, 0.52), (0.43, 0.7), (0.76, 0.32)]
            painter.drawPolyline([QPointF(box.left() + x * side, box.top() + y * side) for x, y in at])

    def _paint_offer(self, painter: QPainter, rect: QRect, line: OfferLine) -> None:
        upper, under = self._two_lines(rect)
        if line.similar:
            width = self._measures[id(self._chip)].horizontalAdvance(line.similar) + Space.S
            painter.setFont(self._chip)
            painter.setPen(self._colour(self._theme.colours.link))
            painter.drawText(under, _BY_THE_END, line.similar)
            under = under.adjusted(0, 0, -width, 0)
        self._write(painter, upper, line.title, self._name, self._theme.colours.ink)
        self._write(painter, under, line.about, self._body, self._theme.colours.muted)

    def _paint_result(self, painter: QPainter, rect: QRect, line: OfferLine) -> None:
        track = rect.adjusted(0, 0, -Size.SHARE, 0)
        draw_interval(painter, track, line.estimate, self._theme.colours)
        ink = self._theme.colours.ink if line.estimate else self._theme.colours.muted
        painter.setFont(self._bold if line.estimate else self._body)
        painter.setPen(self._colour(ink))
        painter.drawText(rect.adjusted(rect.width() - Size.SHARE + Space.S, 0, 0, 0), _MIDDLE, line.share)

    def _paint_persons(self, painter: QPainter, rect: QRect, line: OfferLine) -> None:
        used = self._write(painter, rect, line.persons, self._body, self._theme.colours.ink)
        if not line.doubt:
            return
        pair = self._theme.colours.chips[Tone.AMBER]
        left = rect.left() + used + (Space.S if used else 0)
        width = self._measures[id(self._chip)].horizontalAdvance(line.doubt) + 2 * Space.S
        chip = QRect(left, rect.center().y() - Size.CHIP // 2 + 1, width, Size.CHIP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(pair.ground))
        painter.drawRoundedRect(QRectF(chip), Size.CHIP_CORNER, Size.CHIP_CORNER)
        painter.setFont(self._chip)
        painter.setPen(self._colour(pair.ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, line.doubt)

    def _write_two(
        self, painter: QPainter, rect: QRect, first: tuple[str, QFont], second: str, *, careful: bool
    ) -> None:
        """Write a text, and under it a muted one; where there is none the first stands in the middle."""
        colours = self._theme.colours
        if not second:
            self._write(painter, rect, first[0], first[1], colours.ink)
            return
        upper, under = self._two_lines(rect)
        self._write(painter, upper, first[0], first[1], colours.ink)
        self._write(painter, under, second, self._body, colours.chips[Tone.AMBER].ink if careful else colours.muted)

    def _two_lines(self, rect: QRect) -> tuple[QRect, QRect]:
        """The room of a text and of the one under it, together in the middle."""
        height = self._line
        top = rect.center().y() - height + 1
        return QRect(rect.left(), top, rect.width(), height), QRect(rect.left(), top + height, rect.width(), height)

    def _write(self, painter: QPainter, rect: QRect, text: str, written_in: QFont, colour: str) -> int:
        """Write on one line, cut with three dots where it does not fit, and return the width used."""
        if rect.width() <= 0 or not text:
            return 0
        key = (id(written_in), text, rect.width())
        found = self._fitting.get(key)
        if found is None:
            if len(self._fitting) > _MOST_KEPT:
                self._fitting.clear()
            metrics = self._measures[id(written_in)]
            fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            found = self._fitting[key] = fitting, metrics.horizontalAdvance(fitting)
        painter.setFont(written_in)
        painter.setPen(self._colour(colour))
        painter.drawText(rect, _MIDDLE, found[0])
        return found[1]

    def _colour(self, name: str) -> QColor:
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = QColor(name)
        return found
